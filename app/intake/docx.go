package intake

import (
	"archive/zip"
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strings"

	"standpoint/store"
	"standpoint/store/text"
)

// readDOCX reads a Word document. What was inserted while changes were tracked is part of it, what was deleted is not. Comments and what
// was marked with a highlighter come as highlights.
func readDOCX(f *file) ([]Draft, error) {
	z, err := f.unzip()
	if err != nil {
		return nil, err
	}
	w := docxReader{
		file: f, zip: z, comments: map[string]Highlight{}, placed: map[string]bool{}, noteNumbers: map[string]int{},
		counts: map[string][]int{},
	}
	if err := w.readComments(); err != nil {
		return nil, err
	}
	if err := w.readNumbering(); err != nil {
		return nil, err
	}
	if err := w.readStyles(); err != nil {
		return nil, err
	}
	document, err := f.mainPart(z)
	if err != nil {
		return nil, err
	}
	for _, part := range []struct {
		name  string
		notes bool
	}{{document, false}, {"word/footnotes.xml", true}, {"word/endnotes.xml", true}} {
		if err := w.part(part.name, part.notes); err != nil {
			return nil, err
		}
	}
	article, err := f.coreProperties(z, "docProps/core.xml")
	if err != nil {
		return nil, err
	}
	return f.document(&w.bodyWriter, article)
}

// document makes the draft of a document's text and properties.
func (f *file) document(w *bodyWriter, article store.Article) ([]Draft, error) {
	body, highlights := w.body()
	if records := downloaded(body); records != nil {
		f.place = PlaceDownload
		return f.recordDrafts(records)
	}
	highlights = joinHighlights(highlights, body)
	if !text.IsVisible(body) {
		return nil, refusal(store.CodeInvalid, nil,
			"“%s” has no text. If it shows pictures of text, read it with a program for scanned texts first.",
			f.name)
	}
	d := Draft{Article: article, Body: body, Highlights: highlights}
	d.dropHead()
	d.titledByText()
	return []Draft{d}, nil
}

// coreProperties reads title, author and the like from what Office and EPUB keep in the words of Dublin Core.
func (f *file) coreProperties(z *zip.Reader, name string) (store.Article, error) {
	var a store.Article
	data, err := f.entry(z, name)
	if data == nil || err != nil {
		return a, err
	}
	var at string
	var words strings.Builder
	values := map[string][]string{} // of each element, as a book may have several authors
	err = f.tokens(name, data, func(t xml.Token) error {
		switch t := t.(type) {
		case xml.StartElement:
			at = t.Name.Local
			words.Reset()
		case xml.CharData:
			words.Write(t)
		case xml.EndElement:
			if value := oneLine(words.String()); value != "" && at != "" {
				values[at] = append(values[at], value)
			}
			at = ""
		}
		return nil
	})
	authors := values["initial-creator"] // in OpenDocument the other is whoever changed it last
	if len(authors) == 0 {
		authors = values["creator"]
	}
	a.Title, a.Source, a.Language = firstOf(values["title"]), firstOf(values["publisher"]), languageTag(firstOf(values["language"]))
	a.Author = strings.Join(authors, ", ")
	return a, err
}

func firstOf(values []string) string {
	if len(values) == 0 {
		return ""
	}
	return values[0]
}

// docxReader writes the text of a Word document.
type docxReader struct {
	bodyWriter
	file     *file
	zip      *zip.Reader
	comments map[string]Highlight // by id, without their place
	placed   map[string]bool      // comments whose place was found

	hidden  int        // deleted text, instructions of fields and the like that we are in
	deleted []xml.Name // elements that hide what is in them
	inText  bool       // w:t
	cells   []int      // of each table that we are in: cells of the present row so far
	marked  bool       // the present run is highlighted

	inProperties bool       // of a paragraph
	vanished     bool       // the present run is hidden
	isContents   bool       // what follows is a table of contents
	joinsNext    bool       // the end of the present paragraph was deleted
	boxes        []string   // texts of boxes that hang on the present paragraph
	around       []docxText // what we write besides, while we are in boxes

	noteNumbers map[string]int // of footnotes by their ids, in the order in which the text refers to them
	noteKind    string         // "footnote" or "endnote", of the part that we read

	lists   map[string]docxList      // by their ids
	styles  map[string]docxListStyle // of paragraphs, by their ids
	counts  map[string][]int         // by the id of a list: the last number of each level
	list    string                   // the id of the list that the present paragraph is of
	level   int                      // of the present item
	item    bool                     // the present paragraph is an item of a list
	wasItem bool                     // the paragraph before it was one
}

func (w *docxReader) readComments() error {
	const name = "word/comments.xml"
	data, err := w.file.entry(w.zip, name)
	if data == nil || err != nil {
		return err
	}
	var id, author string
	var words bodyWriter
	return w.file.tokens(name, data, func(t xml.Token) error {
		switch t := t.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "comment":
				id, author, words = xmlAttribute(t, "id"), xmlAttribute(t, "author"), bodyWriter{}
			case "br", "cr":
				words.gap(gapLine)
			case "tab":
				words.write(" ")
			}
		case xml.CharData:
			words.write(string(t))
		case xml.EndElement:
			switch t.Name.Local {
			case "p":
				words.gap(gapLine)
			case "comment":
				note, _ := words.body()
				w.comments[id] = Highlight{Note: note, Author: oneLine(author)}
			}
		}
		return nil
	})
}

// part reads the document itself, or its footnotes.
func (w *docxReader) part(name string, notes bool) error {
	w.noteKind = strings.TrimSuffix(strings.TrimPrefix(name, "word/"), "s.xml")
	data, err := w.file.entry(w.zip, name)
	if data == nil || err != nil {
		if data == nil && err == nil && !notes {
			return w.file.damaged(name, io.ErrUnexpectedEOF)
		}
		return err
	}
	w.gap(gapParagraph)
	return w.file.tokens(name, data, func(t xml.Token) error {
		switch t := t.(type) {
		case xml.StartElement:
			w.startElement(t)
		case xml.CharData:
			if w.inText && w.hidden == 0 && !w.vanished {
				w.words(string(t))
			}
		case xml.EndElement:
			w.endElement(t)
		}
		return nil
	})
}

// words writes words of a paragraph. One that follows a list is parted from it.
func (w *docxReader) words(s string) {
	if w.wasItem && !w.item {
		w.gap(gapParagraph)
		w.wasItem = false
	}
	w.write(s)
}

// hides reports whether an element holds what is not part of the text: what was deleted or moved away while changes were tracked, what a
// field is made from, and the second of two ways to show one thing.
func hides(name string) bool {
	switch name {
	case "del", "moveFrom", "instrText", "delText", "Fallback", "pPrChange", "rPrChange", "sectPr", "rt":
		return true
	}
	return false
}

// docxText is what a text box stands in.
type docxText struct {
	bodyWriter
	cells          []int
	item, wasItem  bool
	inText, marked bool
}

// startBox begins a text box, which hangs on a paragraph, wherever in it.
func (w *docxReader) startBox() {
	w.around = append(w.around, docxText{w.bodyWriter, w.cells, w.item, w.wasItem, w.inText, w.marked})
	w.bodyWriter, w.cells, w.item, w.wasItem, w.inText, w.marked = bodyWriter{}, nil, false, false, false, false
}

// endBox ends a text box; its text follows the paragraph.
func (w *docxReader) endBox() {
	n := len(w.around)
	if n == 0 {
		return
	}
	words, _ := w.body()
	w.boxes = append(w.boxes, words)
	o := w.around[n-1]
	w.bodyWriter, w.cells, w.item, w.wasItem, w.inText, w.marked = o.bodyWriter, o.cells, o.item, o.wasItem, o.inText, o.marked
	w.around = w.around[:n-1]
}

func (w *docxReader) startElement(t xml.StartElement) {
	name := t.Name.Local
	if name == "del" && w.inProperties {
		w.joinsNext = true
	}
	if hides(name) {
		w.hidden++
	}
	if n := len(w.deleted); n > 0 && w.deleted[n-1] == t.Name {
		w.hidden++
		w.deleted = append(w.deleted, t.Name)
	}
	if w.hidden > 0 {
		return
	}
	switch name {
	case "t":
		w.inText = true
	case "pPr":
		w.inProperties = true
	case "txbxContent":
		w.startBox()
	case "tab":
		w.write(" ")
	case "br", "cr":
		w.gap(gapLine)
	case "noBreakHyphen":
		w.write("\u2011")
	case "p":
		w.wasItem, w.item, w.level, w.list = w.item, false, 0, ""
	case "pStyle", "ilvl", "numId":
		w.numbering(name, xmlAttribute(t, "val"))
	case "tbl", "tr", "tc":
		w.startOfTable(name)
	case "highlight", "shd", "r", "vanish":
		w.startRun(t)
	case "sym":
		w.symbol(xmlAttribute(t, "font"), xmlAttribute(t, "char"))
	case "docPartGallery":
		w.isContents = xmlAttribute(t, "val") == "Table of Contents"
	case "sdtContent":
		w.startControl(t)
	case "commentRangeStart", "commentRangeEnd", "commentReference":
		w.comment(name, xmlAttribute(t, "id"))
	case "footnoteReference", "endnoteReference":
		w.write(fmt.Sprintf("[%d]", w.noteNumber(strings.TrimSuffix(name, "Reference"), xmlAttribute(t, "id"))))
	case "footnote", "endnote":
		w.startNote(t)
	}
	if name == "t" && w.marked {
		w.begin("run", Highlight{})
	}
}

// startOfTable begins a table, a row or a cell of it.
func (w *docxReader) startOfTable(name string) {
	switch name {
	case "tbl":
		w.cells = append(w.cells, 0)
	case "tr":
		w.startOfRow()
	default:
		w.startCell()
	}
}

// startRun begins words of one form, or says that they are highlighted.
func (w *docxReader) startRun(t xml.StartElement) {
	switch t.Name.Local {
	case "highlight":
		w.marked = xmlAttribute(t, "val") != "none"
	case "shd": // what LibreOffice writes for its highlighter
		w.marked = w.marked || isMarkerColour(xmlAttribute(t, "fill"))
	case "vanish":
		w.vanished = isOn(t) && !w.inProperties // of a paragraph it hides no more than the sign of its end
	default:
		w.marked, w.vanished = false, false
	}
}

// isOn reports whether an element that is there or not does not say that it is not.
func isOn(t xml.StartElement) bool {
	switch xmlAttribute(t, "val") {
	case "0", "false", "off":
		return false
	}
	return true
}

// startControl begins what a control of a form holds. A table of contents repeats headings.
func (w *docxReader) startControl(t xml.StartElement) {
	if w.isContents {
		w.hidden++
		w.deleted = append(w.deleted, t.Name)
		w.isContents = false
	}
}

// comment begins or ends what a comment is about. One that is about a place alone is put on the word before it.
func (w *docxReader) comment(name, id string) {
	h, ok := w.comments[id]
	key := "comment " + id
	switch {
	case !ok:
	case name == "commentRangeStart":
		w.begin(key, h)
	case name == "commentRangeEnd":
		w.end(key)
		w.placed[id] = true
	case !w.placed[id]:
		w.onLastWord(h)
		w.placed[id] = true
	}
}

// startNote begins a footnote. Those without a number are lines that part notes from the text.
func (w *docxReader) startNote(t xml.StartElement) {
	if kind := xmlAttribute(t, "type"); kind != "" && kind != "normal" {
		w.hidden++
		w.deleted = append(w.deleted, t.Name)
		return
	}
	w.gap(gapParagraph)
	w.bodyWriter.item(fmt.Sprintf("[%d]", w.noteNumber(w.noteKind, xmlAttribute(t, "id"))))
}

// noteNumber is the number of a footnote or endnote: notes are counted as the text comes to them.
func (w *docxReader) noteNumber(kind, id string) int {
	key := kind + " " + id
	if w.noteNumbers[key] == 0 {
		w.noteNumbers[key] = len(w.noteNumbers) + 1
	}
	return w.noteNumbers[key]
}

func (w *docxReader) startOfRow() {
	if n := len(w.cells); n > 0 {
		w.cells[n-1] = 0
		w.startRow()
	}
}

func (w *docxReader) startCell() {
	if n := len(w.cells); n > 0 {
		if w.cells[n-1]++; w.cells[n-1] > 1 {
			w.cell()
		}
	}
}

func (w *docxReader) endElement(t xml.EndElement) {
	name := t.Name.Local
	if n := len(w.deleted); n > 0 && w.deleted[n-1] == t.Name {
		w.deleted = w.deleted[:n-1]
		w.hidden--
		return
	}
	if hides(name) {
		w.hidden--
		return
	}
	if w.hidden > 0 {
		return
	}
	switch name {
	case "t":
		w.inText = false
		if w.marked {
			w.end("run")
		}
	case "p":
		w.endParagraph()
	case "pPr":
		w.inProperties = false
		w.startItem()
	case "txbxContent":
		w.endBox()
	case "tbl":
		if n := len(w.cells); n > 0 {
			w.cells = w.cells[:n-1]
		}
		w.gap(gapParagraph)
	}
}

// endParagraph parts paragraphs by an empty line; those in a cell stand in one line, items of a list in lines of their own.
func (w *docxReader) endParagraph() {
	joins := w.joinsNext
	w.joinsNext = false
	switch {
	case joins:
	case len(w.cells) > 0:
		w.endPart()
	case w.item:
		w.gap(gapLine)
	default:
		w.gap(gapParagraph)
	}
	if len(w.around) == 0 {
		w.writeBoxes(&w.boxes)
	}
}

// joinHighlights joins highlights that touch, as a program may mark each word by itself.
func joinHighlights(list []Highlight, body string) []Highlight {
	runes := []rune(body)
	slices.SortStableFunc(list, func(a, b Highlight) int { return a.Span.Start - b.Span.Start })
	var joined []Highlight
	for _, h := range list {
		if n := len(joined); n > 0 && h.Note == "" && joined[n-1].Note == "" && h.Span.Start >= joined[n-1].Span.End &&
			strings.TrimSpace(string(runes[joined[n-1].Span.End:h.Span.Start])) == "" &&
			!strings.ContainsRune(string(runes[joined[n-1].Span.End:h.Span.Start]), '\n') {
			joined[n-1].Span.End = h.Span.End
			continue
		}
		joined = append(joined, h)
	}
	return joined
}
