package intake

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"iter"
	"regexp"
	"slices"
	"strings"

	"standpoint/store"
	"standpoint/store/say"
)

// references makes a list of what a reader takes one after another of a text: one reference at a time is in memory.
func (f *file) references(take func(*referenceText) iter.Seq[record]) (recordList, error) {
	words, notes, err := f.words()
	if err != nil {
		return recordList{}, err
	}
	return recordList{notes: notes, records: func(yield func(record, error) bool) {
		t := referenceText{from: measuredReader{Reader: words()}}
		t.allow()
		n := 0
		for r := range take(&t) {
			r.dateOfYear()
			if n++; !yield(r, nil) {
				return
			}
			t.allow()
		}
		if t.err != nil {
			yield(record{}, refusal(store.CodeInvalid, t.err,
				"“%s” is damaged or cut off: its references cannot be read after %d of them (%v). Get it anew.", f.name, n, t.err))
		}
	}}, nil
}

// referenceText is a text of which references are taken one after another.
type referenceText struct {
	from measuredReader
	err  error // why it cannot be read on
}

// allow lets another reference be read, which may have as many bytes as a file that is read as a whole.
func (t *referenceText) allow() { t.from.left = mostPiece }

// risRecords reads a list of references, as databases and reference managers write it: tags of two letters, from TY to ER.
func risRecords(f *file) (recordList, error) { return f.references(risReferences) }

func risReferences(t *referenceText) iter.Seq[record] {
	return func(yield func(record) bool) {
		lines := bufio.NewScanner(&t.from)
		lines.Buffer(nil, 2*mostPiece) // the text itself allows no more than half of it
		var present risReference
		for n := 1; lines.Scan(); n++ {
			tag := risLine.FindStringSubmatch(strings.TrimLeft(lines.Text(), byteOrderMark+" "))
			switch {
			case tag == nil:
				present.goOn(lines.Text())
			case tag[1] == "TY":
				present = risReference{record: record{where: say.Of("The reference at line %d", n)}}
			case tag[1] == "ER":
				if !yield(present.ended()) {
					return
				}
				present = risReference{}
			default:
				present.add(tag[1], strings.TrimSpace(tag[2]))
			}
		}
		if t.err = lines.Err(); t.err == nil && len(present.fields) > 0 { // cut off
			yield(present.ended())
		}
	}
}

// risReference is a reference of which not all lines were read.
type risReference struct {
	record

	lines []string // of the last field, below its first
}

// goOn takes a line of the last field.
func (r *risReference) goOn(line string) {
	if len(r.fields) > 0 {
		r.lines = append(r.lines, strings.TrimSpace(line))
	}
}

// add takes the first line of a field.
func (r *risReference) add(tag, value string) {
	r.join()
	if !r.takeAttached(tag, value) {
		r.fields = append(r.fields, recordField{risName(tag), value})
	}
}

// join puts the lines of the last field together.
func (r *risReference) join() {
	if len(r.lines) > 0 {
		last := &r.fields[len(r.fields)-1]
		last.value, r.lines = last.value+"\n"+strings.Join(r.lines, "\n"), nil
	}
}

func (r *risReference) ended() record {
	r.join()
	return r.record
}

// dateOfYear has a year, with month and day where they stand apart, for the date of a reference that has no other.
func (r *record) dateOfYear() {
	if year := r.value("year"); year != "" && r.value("date") == "" {
		r.set("date", strings.TrimSpace(r.value("day")+" "+r.value("month")+" "+strings.Trim(year, "/")))
	}
	r.fields = slices.DeleteFunc(r.fields, func(f recordField) bool { return hasField("year month day", f.name) })
}

var (
	risLine  = regexp.MustCompile(`^([A-Z][A-Z0-9])  ?- ?(.*)$`)
	risStart = regexp.MustCompile(`^TY  ?- `)
)

func isRIS(data []byte) bool { return risStart.Match(start(data)) }

// risName is the name of the field that a tag stands for; other tags keep their letters.
func risName(tag string) string {
	names := map[string]string{
		"TI": "title", "T1": "title", "AU": "author", "A1": "author", "T2": "source", "JO": "source", "JF": "source", "JA": "source",
		"PB": "publisher", "DA": "date", "PY": "year", "Y1": "date", "AB": "abstract", "N2": "abstract", "UR": "url", "L2": "link",
		"LA": "language",
		"SE": "section",
	}
	if name, ok := names[tag]; ok {
		return name
	}
	return tag
}

// bibtexRecords reads a list of references in BibTeX.
func bibtexRecords(f *file) (recordList, error) { return f.references(bibReferences) }

func bibReferences(t *referenceText) iter.Seq[record] {
	return func(yield func(record) bool) {
		rest, more := "", true // a part of the text that was read, and whether there is more of it
		abbreviations := map[string]string{}
		for {
			at := bibEntry.FindStringSubmatchIndex(rest)
			if at == nil && !more {
				return
			}
			if at == nil {
				bibAbbreviations(rest, abbreviations)
				rest = rest[lastEntry(rest):]
			} else if entry, after, closed := bibBraces(rest[at[1]:]); closed || !more {
				bibAbbreviations(rest[:at[0]], abbreviations)
				r := bibRecord(entry, abbreviations)
				r.where = say.Of("The reference “%s”", excerpt(strings.TrimSpace(rest[at[4]:at[5]])))
				if !yield(r) {
					return
				}
				rest = after
				continue
			}
			if rest, more = t.readOn(rest); t.err != nil {
				return
			}
		}
	}
}

var bibString = regexp.MustCompile(`(?im)^[ \t]*@string\s*[{(]\s*([^\s=]+)\s*=`)

// bibAbbreviations adds those that a part of the text defines to what is known.
func bibAbbreviations(s string, known map[string]string) {
	for _, at := range bibString.FindAllStringSubmatchIndex(s, -1) {
		value, _ := bibValue(s[at[1]:], known)
		known[strings.ToLower(s[at[2]:at[3]])] = value
	}
}

// lastEntry is where the last line begins, or an entry before it of which no more was read than its beginning.
func lastEntry(s string) int {
	at := strings.LastIndexByte(s, '@')
	if line := 1 + strings.LastIndexByte(s[:max(at, 0)], '\n'); at >= 0 && strings.TrimLeft(s[line:at], " \t") == "" {
		return line
	}
	return 1 + strings.LastIndexByte(s, '\n')
}

// readOn adds to a part of the text as much again of what comes after it; false if there is no more.
func (t *referenceText) readOn(part string) (longer string, more bool) {
	const least = 64 << 10
	next := make([]byte, min(max(least, len(part)), max(1, t.from.left)))
	n, err := io.ReadFull(&t.from, next)
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return part + string(next[:n]), false
	}
	t.err = err
	return part + string(next[:n]), true
}

var (
	bibEntry = regexp.MustCompile(`(?m)^[ \t]*@(\w+)\s*\{\s*([^,\s{}]*)\s*,`)
	bibStart = regexp.MustCompile(`^(?:%[^\n]*\n|\s|(?i:@string|@comment|@preamble)\s*\{[^@]*\})*@\w+\s*\{\s*[^,\s{}]*\s*,\s*\n?\s*\w+\s*=`)
)

func isBibTeX(data []byte) bool {
	const head = 5000
	return bibStart.Match(bytes.TrimLeft(data[:min(head, len(data))], byteOrderMark))
}

// bibBraces splits s at the brace that closes what s stands in; not closed is what has none.
func bibBraces(s string) (within, after string, closed bool) {
	depth := 1
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return s[:i], s[i+1:], true
			}
		}
	}
	return s, "", false
}

// bibRecord is an entry as fields: name = {value}, name = "value", name = value, or several of those joined by #. A word without marks may
// be the name of an abbreviation.
func bibRecord(entry string, abbreviations map[string]string) record {
	var r record
	for entry != "" {
		name, rest, found := strings.Cut(entry, "=")
		if !found {
			break
		}
		value, rest := bibValue(rest, abbreviations)
		for strings.HasPrefix(rest, "#") {
			var part string
			part, rest = bibValue(rest[1:], abbreviations)
			value += part
		}
		r.setBib(strings.ToLower(strings.Trim(name, ", \t\r\n")), value)
		entry = strings.TrimLeft(rest, ", \t\r\n")
	}
	return r
}

// bibValue is the part of a value with which s begins, and what follows it.
func bibValue(s string, abbreviations map[string]string) (value, rest string) {
	const blank = " \t\r\n"
	s = strings.TrimLeft(s, blank)
	switch {
	case strings.HasPrefix(s, "{"):
		value, rest, _ = bibBraces(s[1:])
	case strings.HasPrefix(s, `"`):
		end := bibQuote(s[1:])
		value, rest = s[1:1+end], s[min(len(s), end+2):]
	default:
		end := strings.IndexAny(s, ",#")
		if end < 0 {
			end = len(s)
		}
		value, rest = strings.TrimRight(s[:end], blank), s[end:]
		if long, known := abbreviations[strings.ToLower(value)]; known {
			value = long
		}
	}
	return value, strings.TrimLeft(rest, blank)
}

// bibQuote is where the mark stands that closes what s stands in: one within braces is an accent.
func bibQuote(s string) int {
	depth := 0
	for i := range len(s) {
		switch s[i] {
		case '{':
			depth++
		case '}':
			depth--
		case '"':
			if depth <= 0 {
				return i
			}
		}
	}
	return len(s)
}

// setBib adds a field of an entry.
func (r *record) setBib(name, value string) {
	if slices.Contains(attachmentNames, name) {
		r.attached = append(r.attached, bibFiles(value)...)
		return
	}
	if name == "url" { // is not TeX, though some write it so
		r.fields = append(r.fields, recordField{name, bibAddress.Replace(value)})
		return
	}
	value = bibText(value)
	if name == "author" || name == "editor" {
		value = strings.ReplaceAll(value, " and ", "; ")
	}
	r.fields = append(r.fields, recordField{bibName(name), value})
}

// bibName is the name of the field of an article that one of BibTeX stands for.
func bibName(name string) string {
	switch name {
	case "journaltitle", "journal", "booktitle", "howpublished":
		return "source"
	case "langid":
		return "language"
	}
	return name
}

var bibAccents = map[string]string{
	"`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "\"": "\u0308", "=": "\u0304", ".": "\u0307", "u": "\u0306", "v": "\u030C",
	"H": "\u030B",
	"c": "\u0327", "k": "\u0328", "r": "\u030A", "d": "\u0323",
}

var (
	bibAccent = regexp.MustCompile("\\\\([`'^~\"=.]|[uvHckrd]\\b)\\s*\\{?\\\\?(\\pL)\\}?")
	bibSigns  = strings.NewReplacer(`\textbackslash{}`, `\`, `\textasciitilde{}`, "~", `\textasciicircum{}`, "^", `\textbraceleft{}`, "{",
		`\textbraceright{}`, "}", `\&`, "&", `\%`, "%", `\$`, "$", `\#`, "#", `\_`, "_", `\ss`, "ß", `\ae`, "æ", `\AE`, "Æ", `\oe`, "œ",
		`\OE`, "Œ", `\aa`, "å", `\AA`, "Å", `\i `, "ı",
		"---", "—", "--", "–",
		"``", "“", "''", "”", "{", "", "}", "", "~", "\u00A0")
)

// bibLetter matches the commands of one letter that stand for a letter, and what parts them from what follows.
var (
	bibLetter  = regexp.MustCompile(`\\[oOlL](?:\{\}|[ \t]+|\b)`)
	bibLetters = map[byte]string{'o': "ø", 'O': "Ø", 'l': "ł", 'L': "Ł"}
	bibStyle   = regexp.MustCompile(`\\(?:text(?:it|bf|sc|tt|rm|sf|sl|up|md)|emph|mkbibquote|mkbibemph|mbox)\b\s*|\\(?:it|bf|em|sc|tt)\b\s*`)
)

var bibAddress = strings.NewReplacer(`\&`, "&", `\%`, "%", `\#`, "#", `\_`, "_", `\~{}`, "~", `\~`, "~", `\textasciitilde{}`, "~",
	"{", "", "}", "")

// bibText is a value without the commands of TeX.
func bibText(s string) string {
	s = bibAccent.ReplaceAllStringFunc(s, func(found string) string {
		part := bibAccent.FindStringSubmatch(found)
		return part[2] + bibAccents[part[1]]
	})
	s = bibLetter.ReplaceAllStringFunc(s, func(found string) string { return bibLetters[found[1]] })
	return composed(bibSigns.Replace(bibStyle.ReplaceAllString(s, "")))
}
