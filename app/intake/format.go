package intake

import (
	"bytes"
	"strings"

	"standpoint/store"
	"standpoint/store/say"
)

// kind is a kind of file, told by its content whatever its name is.
type kind struct {
	is     func(data []byte) bool // looks at the whole file
	read   func(name string, data []byte, o Options) (Draft, error)
	refuse func(name string) error // of a format without a reader
}

// unread is a format without a reader. The sentence of its refusal takes the name of the file, and a sentence on how its text
// comes into the project.
func unread(is func(data []byte) bool, format string, instead say.Sentence) kind {
	return kind{is: is, refuse: func(name string) error { return refusal(store.CodeInvalid, nil, format, name, instead) }}
}

// formats are the kinds of files that are told from one another; the first that
// fits is taken, and the last fits every file. A format has a reader, or a
// sentence in its place.
var formats = []kind{
	unread(isPDF, "“%s” is a PDF document, which cannot be read as an article. %s",
		say.Of("Copy its text and paste it as an article, or save it as a text file.")),
	unread(begins(`{\rtf`), "“%s” is an RTF document, which cannot be read as an article. %s",
		saveAsText),
	unread(isZip("word/document.xml"), "“%s” is a Word document (.docx), which cannot be read as an article. %s",
		saveAsText),
	unread(isZip("xl/workbook.xml"), "“%s” is an Excel workbook (.xlsx), which cannot be read as an article. %s",
		saveAsText),
	unread(isZip("ppt/presentation.xml"), "“%s” is a PowerPoint presentation (.pptx), which cannot be read as an article. %s",
		saveAsText),
	unread(isZipOf("application/vnd.oasis.opendocument.text"), "“%s” is an OpenDocument text (.odt), which cannot be read as an article. %s",
		saveAsText),
	unread(isZipOf("application/vnd.oasis.opendocument"), "“%s” is an OpenDocument file, which cannot be read as an article. %s",
		saveAsText),
	unread(isZipOf("application/epub+zip"), "“%s” is an EPUB book, which cannot be read as an article. %s",
		say.Of("Open it in a reader for books, copy the text, and paste it as an article.")),
	unread(isZip(""), "“%s” is a zip archive, which cannot be read as an article. %s",
		say.Of("Unpack it and import the files in it.")),
	unread(begins("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"),
		"“%s” is a document of an older Office (.doc, .xls, .ppt or .msg), which cannot be read as an article. %s",
		saveAsText),
	unread(isPacked, "“%s” is a packed file, which cannot be read as an article. %s",
		say.Of("Unpack it and import the files in it.")),
	unread(isPicture, "“%s” is a picture, which cannot be read as an article. %s",
		say.Of("Type its text, or read it with a program for scanned texts, and paste it as an article.")),
	unread(begins("SQLite format 3\x00"), "“%s” is a database, which cannot be read as an article. %s",
		say.Of("If it is a project of Standpoint, open it, or merge it into this one.")),
	unread(isISO2022, "“%s” is Japanese, Korean or Chinese text in an encoding of ISO-2022, which cannot be read as an article. %s",
		saveAsUTF8),
	unread(isUTF7, "“%s” is text in the encoding UTF-7, which cannot be read as an article. %s",
		saveAsUTF8),
	unread(isHTML, "“%s” is a web page (HTML), which cannot be read as an article. %s",
		say.Of("Open it in a browser, copy the article’s text, and paste it as an article.")),
	unread(isXML, "“%s” is an XML document, which cannot be read as an article. %s",
		say.Of("Copy the text of the article out of it, and paste it as an article.")),
	unread(isMail, "“%s” is a mail message with its envelope, which cannot be read as an article. %s",
		say.Of("Open it in a mail program, copy the text, and paste it as an article.")),
	unread(isJSON, "“%s” is data in JSON, which cannot be read as an article. %s",
		say.Of("If it is a document of Standpoint, give its name the ending .json and import it again; "+
			"else copy the text of the article out of it, and paste it as an article.")),
	{is: func([]byte) bool { return true }, read: readText},
}

var (
	saveAsText = say.Of("Open it in the program that it was made with, save it as plain text (UTF-8), and import that; or copy its text " +
		"and paste it as an article.")
	saveAsUTF8 = say.Of("Save it as UTF-8 and import it again.")
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

// formatOf is the format of a file.
func formatOf(data []byte) kind {
	for _, f := range formats {
		if f.is(data) {
			return f
		}
	}
	return kind{}
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
