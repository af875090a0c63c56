package intake

import (
	"bytes"
	"cmp"
	"context"
	"slices"

	"standpoint/store"
	"standpoint/store/say"
)

// fileFormat is a kind of file, told by its content, and by its name only where the content can be several.
type fileFormat struct {
	large  bool                   // it is read piece by piece, so that its size is no reason to refuse it
	plain  bool                   // text that says nothing of its format, which every file may be
	is     func(data []byte) bool // looks at the whole file
	read   func(f *file) ([]Draft, error)
	list   func(f *file) (recordList, error) // in place of read: of lists of articles as fields, to which files beside them may belong
	refuse func(name string) error           // of a format without a reader
	place  Place                             // where it says what it says of an article
}

// unread is a format without a reader. The sentence of its refusal takes the name of the file, and a sentence on how its text
// comes into the project.
func unread(is func(data []byte) bool, format string, instead say.Sentence) fileFormat {
	return fileFormat{is: is, refuse: func(name string) error { return refusal(store.CodeInvalid, nil, format, name, instead) }}
}

// formats are the kinds of files that are told from one another; the first that
// fits is taken, and the last fits every file. A format has a reader, or a
// sentence in its place.
func formats() []fileFormat {
	return []fileFormat{
		{is: isPDF, read: readPDF, place: PlaceProperties},
		{is: begins(`{\rtf`), read: readRTF, place: PlaceProperties},
		{is: isDOCX, read: readDOCX, place: PlaceProperties, large: true},
		{is: isZip("xl/workbook.xml"), read: readXLSX, place: PlaceColumn, large: true},
		unread(isZip("ppt/presentation.xml"), "“%s” is a PowerPoint presentation (.pptx), which cannot be read as an article. %s",
			saveAsText),
		{is: isZipOf("application/vnd.oasis.opendocument.text"), read: readODT, place: PlaceProperties, large: true},
		unread(isZipOf("application/vnd.oasis.opendocument"), "“%s” is an OpenDocument file, which cannot be read as an article. %s",
			saveAsText),
		{is: isZipOf("application/epub+zip"), read: readEPUB, place: PlaceProperties, large: true},
		{is: isZip(""), read: readZip, large: true},
		unread(isLockedOffice, "“%s” has a password. %s", withoutPassword),
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
		{is: isHTML, read: readHTML, place: PlacePage},
		unread(isXML, "“%s” is an XML document, which cannot be read as an article. %s",
			say.Of("Copy the text of the article out of it, and paste it as an article.")),
		unread(begins("%!PS"), "“%s” is a PostScript document, which cannot be read as an article. %s",
			say.Of("Make a PDF of it, and import that.")),
		{is: isMHTML, read: readMHTML, place: PlacePage},
		{is: isMbox, read: readMbox, place: PlaceMail, large: true},
		{is: isMail, read: readMail, place: PlaceMail},
		{is: isJSON, list: jsonRecords, place: PlaceColumn, large: true},
		{is: isRIS, list: risRecords, place: PlaceReference, large: true},
		{is: isBibTeX, list: bibtexRecords, place: PlaceReference, large: true},
		{is: isCSV, list: csvRecords, place: PlaceColumn, large: true},
		{plain: true, is: func([]byte) bool { return true }, read: readText, place: PlaceHead},
	}
}

var (
	saveAsText = say.Of("Open it in the program that it was made with, save it as plain text (UTF-8), and import that; or copy its text " +
		"and paste it as an article.")
	withoutPassword = say.Of("Open it in the program that it was made with, save a copy without the password, and import that.")
	saveAsUTF8      = say.Of("Save it as UTF-8 and import it again.")
)

// formatTable reads what files hold by the formats.
type formatTable struct{}

func (formatTable) isMarkup(data []byte) bool { return !formatOf(data).plain }

// newFile is a file to be read by the formats, with a budget of its own.
func newFile(ctx context.Context, name, from string, data []byte, o Options) *file {
	return &file{ctx: ctx, name: name, from: from, data: data, options: o, budget: newBudget(int64(len(data))), within: formatTable{}}
}

// read reads a file by its format.
func (formatTable) read(f *file) ([]Draft, error) {
	original := f.data // what is read may be another spelling of it
	format, err := f.format()
	if err != nil {
		return nil, err
	}
	if format.list != nil {
		format.read = listed(format.list)
	}
	if format.read == nil {
		return nil, format.refuse(f.name)
	}
	f.place = format.place
	if hand := f.hand; hand != nil {
		f.hand = func(drafts []Draft) error {
			f.finish(drafts, original)
			return hand(drafts)
		}
	}
	drafts, err := format.read(f)
	f.finish(drafts, original)
	if err != nil && f.encoded != "" {
		err = textError{err}
	}
	return drafts, err
}

// finish says of articles what no reader of a format has to know: where they come from, in which language they are, and how dates that can
// be two days are read by one another.
func (f *file) finish(drafts []Draft, original []byte) {
	if f.origin == nil && len(drafts) > 0 {
		o := originOf(f, original, drafts)
		f.origin = &o
	}
	for i := range drafts {
		f.complete(&drafts[i])
		f.origin.tell(&drafts[i])
	}
	settle(drafts, f.options)
}

// complete says of an article where its fields come from, and in which language it is.
func (f *file) complete(d *Draft) {
	d.cameFrom(f.place)
	d.Encoding = cmp.Or(d.Encoding, f.encoded)
	if d.Article.Language == "" {
		d.Article.Language = detectedLanguage(d.Body)
		d.cameFrom(PlaceText)
	}
}

// format is the format of the file. Text in UTF-16 is put into UTF-8 first, as its bytes look like no format.
func (f *file) format() (fileFormat, error) {
	if f.disk != nil {
		return f.largeFormat()
	}
	if enc, name, mark := byMark(f.data); enc != nil {
		d, err := f.decodeAs(f.data[mark:], enc, name)
		if err != nil {
			return fileFormat{}, err
		}
		f.data, f.inUTF8 = []byte(d.text), true
	}
	format := formatOf(f.data)
	switch {
	case !format.plain:
	case isNamedTable(f.name) && isTable(f.data):
		format = fileFormat{list: csvRecords, place: PlaceColumn}
	case isNamedMail(f.name, f.data):
		format = fileFormat{read: readMail, place: PlaceMail}
	case isNamedEmptyList(f.name, f.data):
		return format, f.noneInList()
	default:
		return format, f.cutOff()
	}
	return format, nil
}

// formatOf is the format of bytes.
func formatOf(data []byte) fileFormat {
	table := formats()
	i := slices.IndexFunc(table, func(f fileFormat) bool { return f.is(data) })
	return table[i] // the last fits every file
}

// begins makes a test for files that begin with these bytes, after white space
// and a byte order mark.
func begins(with string) func([]byte) bool {
	return func(data []byte) bool { return bytes.HasPrefix(start(data), []byte(with)) }
}
