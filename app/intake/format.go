package intake

import (
	"bytes"
	"strings"

	"standpoint/store"
)

// format is a kind of file, told by its content whatever its name is.
type format struct {
	name string                 // with an article, as in "is a PDF document"
	is   func(data []byte) bool // looks at the whole file
	read func(name string, data []byte, o Options) (Draft, error)

	instead string // of a format without a reader: a sentence on how its text comes into the project
}

// formats are the kinds of files that are told from one another; the first that
// fits is taken, and the last fits every file. A format has a reader, or a
// sentence in its place.
var formats = []format{
	{"a PDF document", isPDF, nil, "Copy its text and paste it as an article, or save it as a text file."},
	{"an RTF document", begins(`{\rtf`), nil, saveAsText},
	{"a Word document (.docx)", isZip("word/document.xml"), nil, saveAsText},
	{"an Excel workbook (.xlsx)", isZip("xl/workbook.xml"), nil, saveAsText},
	{"a PowerPoint presentation (.pptx)", isZip("ppt/presentation.xml"), nil, saveAsText},
	{"an OpenDocument text (.odt)", isZipOf("application/vnd.oasis.opendocument.text"), nil, saveAsText},
	{"an OpenDocument file", isZipOf("application/vnd.oasis.opendocument"), nil, saveAsText},
	{"an EPUB book", isZipOf("application/epub+zip"), nil, "Open it in a reader for books, copy the text, and paste it as an article."},
	{"a zip archive", isZip(""), nil, "Unpack it and import the files in it."},
	{"a document of an older Office (.doc, .xls, .ppt or .msg)", begins("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), nil, saveAsText},
	{"a packed file", isPacked, nil, "Unpack it and import the files in it."},
	{"a picture", isPicture, nil, "Type its text, or read it with a program for scanned texts, and paste it as an article."},
	{"a database", begins("SQLite format 3\x00"), nil, "If it is a project of Standpoint, open it, or merge it into this one."},
	{"Japanese, Korean or Chinese text in an encoding of ISO-2022", isISO2022, nil, saveAsUTF8},
	{"text in the encoding UTF-7", isUTF7, nil, saveAsUTF8},
	{"a web page (HTML)", isHTML, nil, "Open it in a browser, copy the article’s text, and paste it as an article."},
	{"an XML document", isXML, nil, "Copy the text of the article out of it, and paste it as an article."},
	{"a mail message with its envelope", isMail, nil, "Open it in a mail program, copy the text, and paste it as an article."},
	{"data in JSON", isJSON, nil, "If it is a document of Standpoint, give its name the ending .json and import it again; " +
		"else copy the text of the article out of it, and paste it as an article."},
	{"a text", func([]byte) bool { return true }, readText, ""},
}

const (
	saveAsText = "Open it in the program that it was made with, save it as plain text (UTF-8), and import that; or copy its text and paste it as an article."
	saveAsUTF8 = "Save it as UTF-8 and import it again."
)

// readFormat reads a file by its format.
func readFormat(name string, data []byte, o Options) (Draft, error) {
	f := formatOf(data)
	if f.read == nil {
		return Draft{}, f.refuse(name)
	}
	d, err := f.read(name, data, o)
	if err != nil {
		return Draft{}, err
	}
	// What stands below head lines may be markup all the same.
	if strings.ContainsAny(d.Body[:1], "<{[") {
		if f := formatOf([]byte(d.Body)); f.read == nil {
			return Draft{}, f.refuse(name)
		}
	}
	return d, nil
}

func (f format) refuse(name string) error {
	return refusal(store.CodeInvalid, nil, "“%s” is %s, which cannot be read as an article. %s", name, f.name, f.instead)
}

// formatOf is the format of a file.
func formatOf(data []byte) format {
	for _, f := range formats {
		if f.is(data) {
			return f
		}
	}
	return format{}
}

// begins makes a test for files that begin with these bytes, after white space
// and a byte order mark.
func begins(with string) func([]byte) bool {
	return func(data []byte) bool { return bytes.HasPrefix(start(data), []byte(with)) }
}

// start is the file from its first sign on.
func start(data []byte) []byte {
	return bytes.TrimLeft(bytes.TrimPrefix(data, []byte(byteOrderMark)), " \t\r\n")
}
