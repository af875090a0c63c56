package intake

import (
	"bytes"
	"path"
	"regexp"
	"strings"

	"standpoint/store"
	"standpoint/store/say"
)

// beginning is how files of a format begin, in small letters.
type beginning struct{ format, with, endings string }

// beginnings are those that, cut off, look like text.
var beginnings = []beginning{
	{"PDF", "%pdf-1.", ".pdf"},
	{"ZIP", "pk\x03\x04", ".zip .docx .docm .xlsx .xlsm .odt .epub"},
	{"RTF", `{\rtf1`, ".rtf"},
	{"HTML", "<!doctype html", ".html .htm .xhtml"},
	{"HTML", "<html", ".html .htm .xhtml"},
	{"XML", "<?xml version=", ".xml .xhtml .html .htm"},
	{"RIS", "ty  - ", ".ris"},
	{"BibTeX", "@article{", ".bib .bibtex"},
	{"JSON", "{", ".json .jsonl .ndjson"},
	{"JSON", "[", ".json .jsonl .ndjson"},
	{"PNG", "\x89png\r\n", ".png"},
	{"GIF", "gif89a", ".gif"},
	{"RAR", "rar!\x1a\x07", ".rar"},
	{"BZ2", "bzh91ay&sy", ".bz2"},
	{"SQLite", "sqlite format 3\x00", ".standpoint .db .sqlite .sqlite3"},
}

// barePDF matches the first line of a PDF document, of any version, without what is in all of them after it.
var barePDF = regexp.MustCompile(`^%PDF-\d(?:\.\d?)?[ \t]*(?:%[^\n]{0,16})?$`)

// cutOff refuses a file that holds the first signs of a format and nothing more: told by these alone where they are such as begin no
// text, else by its name as well. nil if it is none.
func (f *file) cutOff() error {
	const longest = 100 // bytes
	data := bytes.TrimSpace(start(f.data))
	if len(data) == 0 || len(data) > longest {
		return nil
	}
	small, ending := asciiLower(data), strings.ToLower(path.Ext(f.name))
	for _, b := range beginnings {
		named := hasField(b.endings, ending)
		isCut := strings.HasPrefix(strings.TrimSpace(b.with), small) || b.format == "PDF" && barePDF.Match(data) ||
			b.format == "BibTeX" && named && bareEntry.MatchString(small)
		if isCut && (named || isTelling(small)) {
			return refusal(store.CodeInvalid, nil,
				"“%s” is cut off: it holds the first signs of a file of the format %s, and nothing more. %s", f.name, b.format, getAnew)
		}
	}
	if hasField(".eml .mht .mhtml .mbox", ending) && mailFields(f.data) != nil {
		return refusal(store.CodeInvalid, nil, "“%s” is cut off: it holds the head of a message, and nothing more. %s", f.name, getAnew)
	}
	return nil
}

// ofCut says of what was read of a file, if it is cut off, that more may be in the whole of it. One without text is refused for that.
func (f *file) ofCut(isCut bool, drafts []Draft, err error) ([]Draft, error) {
	switch {
	case !isCut || f.ctx.Err() != nil:
		return drafts, err
	case err != nil:
		return nil, refusal(store.CodeInvalid, err, "“%s” is cut off: it ends before its text. %s", f.name, getAnew)
	}
	last := &drafts[len(drafts)-1]
	last.Notes = append(last.Notes, say.Of("The file is cut off: the end of it is missing. %s", getAnew))
	return drafts, nil
}

var getAnew = say.Of("Get it anew.")

// bareEntry matches an entry of BibTeX that ends before its first field.
var bareEntry = regexp.MustCompile(`^@\w+\s*(?:\{[^={}]*)?$`)

// asciiLower puts letters into small ones, and leaves bytes that are none as they are.
func asciiLower(data []byte) string {
	small := bytes.Clone(data)
	for i, c := range small {
		if 'A' <= c && c <= 'Z' {
			small[i] = c + 'a' - 'A'
		}
	}
	return string(small)
}

// isTelling reports whether the first signs of a format are such as no text consists of.
func isTelling(signs string) bool {
	const enough = 4
	return len(signs) >= enough && (signs[0] == 0x89 || strings.ContainsAny(signs, "%\x03{<-!"))
}
