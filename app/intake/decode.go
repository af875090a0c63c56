package intake

import (
	"bytes"
	"cmp"
	"errors"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode/utf32"

	"standpoint/store"
	"standpoint/store/say"
	"standpoint/store/text"
)

// decoded is the text of a file, without byte order mark and with LF line ends.
type decoded struct {
	text     string
	encoding string // by its name in the WHATWG's Encoding Standard
	guessed  bool   // nothing says the encoding: the text looks like it
	lost     int    // places that are none in the encoding
}

// decode reads a text in the encoding of its byte order mark, else the one that
// the analyst chose, else the declared one ("" if none is), else UTF-8 if it is
// that, else the one that it looks like. A text that was UTF-8 and is damaged in
// few places is refused, naming byte and line in the file as it is; so is one
// with NUL characters.
func (f *file) decode(declared string) (decoded, error) {
	if enc, name, mark := byMark(f.data); enc != nil {
		return f.decodeAs(f.data[mark:], enc, name)
	}
	if f.inUTF8 {
		return f.decodeAsTold("utf-8")
	}
	d, err := f.decodeAsTold(f.options.Encoding, declared)
	f.encoded = cmp.Or(d.encoding, "utf-8")
	return d, err
}

// decodeAsTold reads a text in the first of these encodings that is one, else as UTF-8 or what it looks like.
func (f *file) decodeAsTold(names ...string) (decoded, error) {
	for _, name := range names {
		enc, err := htmlindex.Get(strings.TrimSpace(name))
		if err == nil && isUTF8(name) {
			break // what is declared beside it does not count
		}
		if err == nil && name != "" {
			return f.decodeAs(f.data, enc, canonicalName(enc))
		}
	}
	if isISO2022JP(f.data) { // ASCII to those who do not know its escapes
		enc, _ := htmlindex.Get("iso-2022-jp") // the standard has it
		return f.decodeAs(f.data, enc, "iso-2022-jp")
	}
	d, err := f.decodeUTF8()
	if err == nil || isUTF8(f.options.Encoding) || isDamagedUTF8(f.data) {
		return d, err
	}
	if guess, ok := f.guess(); ok {
		return guess, nil
	}
	return d, err
}

// Encodings are the names that Options.Encoding takes, those of the WHATWG's
// Encoding Standard; other names of the same are taken as well.
func Encodings() []string {
	return []string{
		"utf-8", "utf-16le", "utf-16be", "windows-1250", "windows-1251", "windows-1252", "windows-1253", "windows-1254", "windows-1255",
		"windows-1256", "windows-1257", "windows-1258", "iso-8859-2", "iso-8859-3", "iso-8859-4", "iso-8859-5", "iso-8859-6", "iso-8859-7",
		"iso-8859-8", "iso-8859-10", "iso-8859-13", "iso-8859-14", "iso-8859-15", "iso-8859-16", "ibm866", "koi8-r", "koi8-u", "macintosh",
		"x-mac-cyrillic", "windows-874", "gb18030", "gbk", "big5", "euc-jp", "iso-2022-jp", "shift_jis", "euc-kr",
	}
}

// IsEncoding reports whether a name is one of an encoding that Options.Encoding takes.
func IsEncoding(name string) bool {
	enc, err := htmlindex.Get(strings.TrimSpace(name))
	return err == nil && canonicalName(enc) != "replacement"
}

// isUTF8 reports whether a name is one of UTF-8.
func isUTF8(name string) bool {
	enc, err := htmlindex.Get(strings.TrimSpace(name))
	return err == nil && canonicalName(enc) == "utf-8"
}

// canonicalName is the one name of an encoding that several names stand for.
func canonicalName(enc encoding.Encoding) string {
	name, _ := htmlindex.Name(enc) // it came from there
	return name
}

// byMark returns the encoding that a byte order mark says, and the length of the mark in bytes; nil if there is none of another than UTF-8.
func byMark(data []byte) (enc encoding.Encoding, name string, length int) {
	switch {
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE, 0, 0}):
		return utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM), "utf-32le", 4
	case bytes.HasPrefix(data, []byte{0, 0, 0xFE, 0xFF}):
		return utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM), "utf-32be", 4
	case bytes.HasPrefix(data, []byte{0xFF, 0xFE}):
		name, length = "utf-16le", 2
	case bytes.HasPrefix(data, []byte{0xFE, 0xFF}):
		name, length = "utf-16be", 2
	default:
		return nil, "", 0
	}
	enc, _ = htmlindex.Get(name) // the standard has both
	return enc, name, length
}

// decodeUTF8 takes the text as it is.
func (f *file) decodeUTF8() (decoded, error) {
	s := strings.TrimLeft(string(f.data), byteOrderMark)
	// A carriage return is no fault here and must not hide one that follows; replaced so, all else keeps its offset.
	err := text.Validate([]byte(strings.ReplaceAll(s, "\r", "\n")))
	if invalid, ok := errors.AsType[*text.InvalidError](err); ok {
		return decoded{}, f.undecodable(len(f.data) - len(s) + invalid.Offset)
	}
	return decoded{text: lineEnds.Replace(s), encoding: "utf-8"}, err
}

// decodeAs reads data, the file without its mark, in an encoding. What is none in it becomes U+FFFD, which the analyst sees.
func (f *file) decodeAs(data []byte, enc encoding.Encoding, name string) (decoded, error) {
	b, err := enc.NewDecoder().Bytes(data)
	if err != nil {
		return decoded{}, refusal(store.CodeInvalid, err, "“%s” cannot be read as %s (%v). Choose another encoding, or save it as UTF-8.",
			f.name, name, err)
	}
	s := strings.TrimLeft(strings.ToValidUTF8(string(b), string(utf8.RuneError)), byteOrderMark)
	if at := strings.IndexByte(s, 0); at >= 0 {
		return decoded{}, refusal(store.CodeInvalid, text.Invalid(at, "the text has a NUL character at byte %d"),
			"“%s” is no text file in %s: it has a NUL character (line %d). Choose a text file.", f.name, name, lineOf([]byte(s), at))
	}
	return decoded{text: lineEnds.Replace(s), encoding: name, lost: strings.Count(s, string(utf8.RuneError))}, nil
}

// guess reads the text in the encoding that it looks like.
func (f *file) guess() (decoded, bool) {
	if name := looksLikeUTF16(f.data); name != "" {
		enc, _ := htmlindex.Get(name) // the standard has both
		d, err := f.decodeAs(f.data, enc, name)
		d.guessed = true
		return d, err == nil
	}
	if bytes.IndexByte(f.data, 0) >= 0 {
		return decoded{}, false
	}
	candidates, err := chardet.NewTextDetector().DetectAll(telling(f.data))
	if err != nil {
		return decoded{}, false
	}
	slices.SortStableFunc(candidates, func(a, b chardet.Result) int { // of those alike, the order is left to chance
		return cmp.Or(cmp.Compare(b.Confidence, a.Confidence), cmp.Compare(a.Charset, b.Charset))
	})
	for _, c := range candidates {
		enc, err := htmlindex.Get(standardName(c.Charset))
		if err != nil {
			continue
		}
		d, err := f.decodeAs(f.data, enc, canonicalName(enc))
		if err == nil && isReadable(d.text) && !isAccentsAlone(d.text) {
			d.guessed = true
			return d, true
		}
	}
	return decoded{}, false
}

// telling is so much of a text as its encoding is told by: lines that are written differently in different encodings. A head in English
// says nothing of what is below.
func telling(data []byte) (lines []byte) {
	const enough = 200_000 // bytes
	for line := range bytes.Lines(data) {
		if bytes.ContainsFunc(line, func(r rune) bool { return r >= utf8.RuneSelf }) {
			lines = append(lines, line...)
		}
		if len(lines) > enough {
			break
		}
	}
	return lines
}

// isAccentsAlone reports whether most words that have accents are made of nothing else, as Cyrillic looks when it is read as French.
func isAccentsAlone(s string) bool {
	accented, alone := 0, 0
	for word := range strings.FieldsFuncSeq(s, func(r rune) bool { return !unicode.IsLetter(r) }) {
		latin, letters := 0, 0 // latin: with accents
		for _, r := range word {
			letters++
			if r >= utf8.RuneSelf && unicode.Is(unicode.Latin, r) {
				latin++
			}
		}
		if latin > 0 {
			accented++
		}
		if latin == letters && letters > 2 {
			alone++
		}
	}
	return alone*2 > accented
}

// standardName is the Encoding Standard's name for the detector's. All letters of KOI8-R stand at the same places in KOI8-U, which has
// those of Ukrainian beside them.
func standardName(charset string) string {
	switch charset {
	case "KOI8-R":
		return "koi8-u"
	case "GB-18030":
		return "gb18030"
	}
	return charset
}

// isReadable reports whether what was decoded is text: without control characters, without what could not be decoded.
func isReadable(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool {
		return r == utf8.RuneError || unicode.IsControl(r) && r != '\n' && r != '\t' && r != '\f'
	})
}

// isDamagedUTF8 reports whether data was UTF-8 and is so still but for few bytes. Text in another encoding is hardly ever UTF-8 by chance.
func isDamagedUTF8(data []byte) bool {
	if bytes.HasPrefix(data, []byte(byteOrderMark)) {
		return true
	}
	const share = 4 // whole characters of several bytes, for each byte that is wrong
	whole, wrong := 0, 0
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		switch {
		case r == utf8.RuneError && size == 1:
			wrong++
		case size > 1:
			whole++
		}
		data = data[size:]
	}
	return whole > share*wrong
}

// looksLikeUTF16 returns the name of the kind of UTF-16 that data is without a byte order mark; "" if it is none. Its spaces and line
// ends tell: each is a byte beside a NUL. So do the stops and commas of Chinese and Japanese: each has a byte that no other text has.
func looksLikeUTF16(data []byte) string {
	const share = 30 // at least every so manieth character is a space or a line end
	if len(data) < 8 || len(data)%2 != 0 {
		return ""
	}
	var little, big int
	for i := 0; i+1 < len(data); i += 2 {
		if partsWords(uint16(data[i]) | uint16(data[i+1])<<8) {
			little++
		}
		if partsWords(uint16(data[i])<<8 | uint16(data[i+1])) {
			big++
		}
	}
	units := len(data) / 2
	switch {
	case little > 10*big && little*share > units:
		return "utf-16le"
	case big > 10*little && big*share > units:
		return "utf-16be"
	}
	return ""
}

// partsWords reports whether a unit of UTF-16 is a space, a line end, or a stop or comma as wide as a sign of Chinese.
func partsWords(unit uint16) bool {
	switch unit {
	case ' ', '\n', '、', '。', '，':
		return true
	}
	return false
}

// note tells of an encoding that was guessed, and of one in which not all can be read.
func (d decoded) note() (notes []say.Sentence) {
	if d.lost > 0 {
		notes = append(notes, say.Many(d.lost, "%d place cannot be read as %s and is shown as �. Another encoding may be the right one.",
			"%d places cannot be read as %s and are shown as �. Another encoding may be the right one.", d.lost, d.encoding))
	}
	if d.guessed {
		notes = append(notes, say.Of("Nothing in the file says its encoding; it was read as %s, which it looks like.", d.encoding))
	}
	return notes
}

func (f *file) undecodable(offset int) error {
	line := lineOf(f.data, offset)
	if f.data[offset] == 0 {
		return refusal(store.CodeInvalid, text.Invalid(offset, "the text has a NUL character at byte %d"),
			"“%s” is no text file: it has a NUL character at byte %d (line %d). Choose a text file.", f.name, offset, line)
	}
	return refusal(store.CodeInvalid, text.Invalid(offset, "the text has a byte sequence that is not UTF-8 at byte %d"),
		"“%s” is not UTF-8 text: byte %d (line %d) cannot be read. Save it as UTF-8 and import it again.", f.name, offset, line)
}

// lineOf returns the line of the byte at offset, counted from 1.
func lineOf(data []byte, offset int) int {
	before := data[:offset]
	pairs := bytes.Count(before, []byte("\r\n"))
	return 1 + bytes.Count(before, []byte("\n")) + bytes.Count(before, []byte("\r")) - pairs
}
