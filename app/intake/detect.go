package intake

import (
	"archive/zip"
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"io"
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf16"
)

var pdfHead = regexp.MustCompile(`(?:^|[\r\n])%PDF-\d\.\d[ \t]*[\r\n]`)

// isPDF reports whether data is a PDF document. Something else may stand before it, such as what a server said.
func isPDF(data []byte) bool {
	const head = 1024 // in which it begins
	data = start(data)
	at := pdfHead.FindIndex(data[:min(head, len(data))])
	return at != nil && (at[0] == 0 || bytes.Contains(data, []byte("endobj")))
}

// isZip makes a test for zip files that have an entry of that name; "" for all.
// Of a cut or damaged one, whose list of entries cannot be read, the names are
// looked for in its bytes.
func isZip(entry string) func([]byte) bool {
	return func(data []byte) bool {
		if !bytes.HasPrefix(data, []byte("PK\x03\x04")) && !bytes.HasPrefix(data, []byte("PK\x05\x06")) {
			return false
		}
		if entry == "" {
			return true
		}
		z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			return bytes.Contains(data, []byte(entry))
		}
		return slices.ContainsFunc(z.File, func(f *zip.File) bool { return f.Name == entry })
	}
}

// isDOCX reports whether data is a document of Word; some programs number the part that its text is in.
func isDOCX(data []byte) bool {
	return isZip("word/document.xml")(data) || isZip("word/document2.xml")(data)
}

// isLockedOffice reports whether data is a document of Word, Excel or PowerPoint with a password: they wrap what is in it into a file of
// their older kind, whose parts have names in UTF-16.
func isLockedOffice(data []byte) bool {
	const part = "EncryptedPackage"
	return bytes.HasPrefix(data, []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) &&
		bytes.Contains(data, []byte(strings.Join(strings.Split(part, ""), "\x00")))
}

// isZipOf makes a test for zip files that say their type at the beginning, in
// an entry that is not compressed, as those of OpenDocument and EPUB do.
func isZipOf(mediaType string) func([]byte) bool {
	const head = 200
	return func(data []byte) bool {
		return isZip("")(data) && bytes.Contains(data[:min(head, len(data))], []byte("mimetype"+mediaType))
	}
}

func isPacked(data []byte) bool {
	return beginsAny(data, "\x1F\x8B\x08", "7z\xBC\xAF\x27\x1C", "Rar!\x1A\x07", "\xFD7zXZ\x00", "BZh91AY&SY", "\x28\xB5\x2F\xFD") ||
		isTar(data)
}

// isTar reports whether data is an archive of tar, which says so behind the name of its first file and NULs.
func isTar(data []byte) bool {
	const at = 257
	return isAt(data, at, "ustar") && bytes.IndexByte(data[:at], 0) >= 0
}

func isPicture(data []byte) bool {
	return beginsAny(data, "\x89PNG\r\n\x1A\n", "\xFF\xD8\xFF", "GIF87a", "GIF89a", "II*\x00", "MM\x00*", "AT&TFORM") || // DjVu is the last
		isAt(data, 0, "RIFF") && isAt(data, 8, "WEBP") || isHEIF(data) || svgHead.Match(start(data))
}

// isHEIF reports whether data is a picture of the kind of AVIF and HEIC, which have the box of a film at their beginning.
func isHEIF(data []byte) bool {
	return isAt(data, 4, "ftyp") && slices.ContainsFunc([]string{"avif", "avis", "heic", "heix", "heim", "heis", "hevc", "mif1", "msf1"},
		func(brand string) bool { return isAt(data, 8, brand) })
}

// svgHead matches how a drawing in SVG begins.
var svgHead = regexp.MustCompile(`^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,1000}?-->\s*)*(?:<!DOCTYPE\s+svg\b|<svg\s[^<>]{0,1000}?\bxmlns\b)`)

// isAt reports whether these bytes stand at a place.
func isAt(data []byte, at int, with string) bool {
	return len(data) > at && bytes.HasPrefix(data[at:], []byte(with))
}

func beginsAny(data []byte, with ...string) bool {
	return slices.ContainsFunc(with, func(w string) bool { return bytes.HasPrefix(data, []byte(w)) })
}

// isISO2022JP finds the escapes of ISO-2022-JP that change to a set of two bytes a letter.
func isISO2022JP(data []byte) bool {
	return bytes.Contains(data, []byte("\x1B$B")) || bytes.Contains(data, []byte("\x1B$@"))
}

// isISO2022 finds such escapes of the encodings like it that nobody writes any more.
func isISO2022(data []byte) bool {
	return slices.ContainsFunc([]string{"\x1B$(D", "\x1B$)C", "\x1B$)A"},
		func(escape string) bool { return bytes.Contains(data, []byte(escape)) })
}

// isUTF7 reports whether data is all ASCII, every plus sign in it begins what
// UTF-7 writes other letters with, and such letters come of it: two, or one that
// is closed and not of a script with thousands of them, where chance finds one.
func isUTF7(data []byte) bool {
	letters, sure := 0, false
	for rest := data; ; {
		at := bytes.IndexByte(rest, '+')
		if at < 0 {
			break
		}
		rest = rest[at+1:]
		end := bytes.IndexFunc(rest, func(r rune) bool { return !isBase64(r) })
		if end < 0 {
			end = len(rest)
		}
		closed := end < len(rest) && rest[end] == '-'
		if end == 0 && closed { // "+-" is a plus sign
			continue
		}
		found, ok := utf7Letters(rest[:end])
		if !ok {
			return false
		}
		letters += len(found)
		sure = sure || closed && found[0] < 0x3000
		rest = rest[end:]
	}
	return (letters > 1 || sure) && !bytes.ContainsFunc(data, func(r rune) bool { return r > unicode.MaxASCII })
}

func isBase64(r rune) bool {
	return '0' <= r && r <= '9' || 'A' <= r && r <= 'Z' || 'a' <= r && r <= 'z' || r == '+' || r == '/'
}

// utf7Letters decodes what stands after a plus sign; false if it cannot be UTF-7.
func utf7Letters(coded []byte) ([]rune, bool) {
	raw, err := base64.RawStdEncoding.Strict().DecodeString(string(coded))
	if err != nil || len(raw) < 2 || len(raw)%2 != 0 {
		return nil, false
	}
	units := make([]uint16, len(raw)/2)
	for i := range units {
		units[i] = uint16(raw[2*i])<<8 | uint16(raw[2*i+1])
	}
	letters := utf16.Decode(units)
	return letters, !slices.ContainsFunc(letters,
		func(r rune) bool { return r == unicode.ReplacementChar || !unicode.IsPrint(r) && !unicode.IsSpace(r) })
}

var (
	htmlHead = regexp.MustCompile(`(?i)^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,1000}?-->\s*)*(?:<!doctype\s+html\b|<html[\s>])`)
	htmlTag  = regexp.MustCompile(
		`(?i)^<(?:head|body|title|meta|link|style|script|main|article|section|header|nav|div|span|p|h[1-6]|` +
			`table|ul|ol|blockquote|font|center|a|img|b|i|em|strong|br|figure)(?:\s[^<>]*)?/?>`)
	htmlEnd = regexp.MustCompile(`(?i)(?:</[a-z][a-z0-9]*\s*>|-->|<(?:br|hr|img)\b[^<>]*>)$`)
)

// isHTML reports whether data is a web page or a part of one: it begins with a
// tag and ends with one. An article that only speaks of tags does not.
func isHTML(data []byte) bool {
	data = start(data)
	if len(data) == 0 || data[0] != '<' {
		return false
	}
	return htmlHead.Match(data) || htmlTag.Match(data) && htmlEnd.Match(bytes.TrimSpace(data))
}

var xmlHead = regexp.MustCompile(`^(?:<\?xml\s+version\s*=|<[A-Za-z][\w:.-]*\s[^<>]{0,1000}?\bxmlns\b)`)

func isXML(data []byte) bool { return xmlHead.Match(start(data)) }

// isMail reports whether data begins with the head of a mail message: fields
// alone, of which some are those that only programs write.
func isMail(data []byte) bool {
	fields, technical := mailFields(data), 0
	for _, name := range []string{"mime-version", "message-id", "received", "return-path", "content-transfer-encoding", "content-type"} {
		technical += fields[name]
	}
	return technical > 1
}

// isNamedMail reports whether a file says by its name that it is a mail, and begins as one does.
func isNamedMail(name string, data []byte) bool {
	fields := mailFields(data)
	return strings.EqualFold(path.Ext(name), ".eml") && fields["from"] > 0 && fields["subject"]+fields["date"] > 0
}

// mailFields are how often each field stands at the head of a mail, by its name in small letters; nil if the head is none of a mail.
func mailFields(data []byte) map[string]int {
	head, _, _ := bytes.Cut(bytes.ReplaceAll(start(data)[:min(len(start(data)), 100_000)], []byte("\r\n"), []byte("\n")), []byte("\n\n"))
	fields := map[string]int{}
	for line := range strings.Lines(string(head)) {
		name := strings.ToLower(strings.TrimRight(mailField.FindString(line), ": "))
		if name == "" && strings.TrimLeft(line, " \t") == line && !strings.HasPrefix(line, "From ") {
			return nil
		}
		fields[name]++
	}
	return fields
}

var mailField = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9-]*:`)

// isJSON reports whether data is objects or lists of JSON, one or several as in
// JSON Lines, whole or cut off at its end. What begins with a brace or a bracket
// and goes on as prose is none, nor is a list of figures.
func isJSON(data []byte) bool {
	data = start(data)
	if len(data) == 0 || data[0] != '{' && data[0] != '[' {
		return false
	}
	d := json.NewDecoder(bytes.NewReader(data))
	keys := 0 // objects and strings in them
	for {
		token, err := d.Token()
		switch token.(type) {
		case string:
			keys++
		case json.Delim:
		case nil:
		default:
			if keys == 0 {
				return false
			}
		}
		if err != nil {
			whole := errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF)
			return keys > 0 && (whole || isJSONLines(data))
		}
	}
}

// isJSONLines reports whether data begins with an object on a line of its own: what is wrong with a later line is that line's.
func isJSONLines(data []byte) bool {
	line, rest, more := bytes.Cut(start(data), []byte("\n"))
	var object map[string]any
	return more && len(bytes.TrimSpace(rest)) > 0 && json.Unmarshal(line, &object) == nil && len(object) > 0
}
