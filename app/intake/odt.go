package intake

import (
	"cmp"
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"strings"

	"standpoint/store"
)

// readODT reads an OpenDocument text. What was deleted while changes were tracked is not part of it; comments come as highlights.
func readODT(f *file) ([]Draft, error) {
	z, err := f.unzip()
	if err != nil {
		return nil, err
	}
	const name = "content.xml"
	if locked, err := f.names(z, "META-INF/manifest.xml", "encryption-data", ""); err != nil || locked {
		return nil, cmp.Or(err, refusal(store.CodeInvalid, nil, "“%s” has a password. %s", f.name, withoutPassword))
	}
	data, err := f.entry(z, name)
	if err != nil {
		return nil, err
	}
	if data == nil {
		return nil, f.damaged(name, io.ErrUnexpectedEOF)
	}
	w := odtReader{comments: map[string]*comment{}, numbered: map[string][]bool{}, markers: map[string]bool{}, vanished: map[string]bool{}}
	if err := f.tokens(name, data, func(t xml.Token) error { w.token(t); return nil }); err != nil {
		return nil, err
	}
	w.cells = nil
	w.endHung() // on a table at the end
	w.footnotes()
	var article store.Article
	if article, err = f.coreProperties(z, "meta.xml"); err != nil {
		return nil, err
	}
	return f.document(&w.bodyWriter, article)
}

// comment is one that is being read.
type comment struct {
	words  bodyWriter
	author strings.Builder
}

// odtReader writes the text of an OpenDocument text.
type odtReader struct {
	bodyWriter
	path     []string // local names of the elements that we are in
	hidden   int
	lists    []odtList
	numbered map[string][]bool // by the name of a style of lists: which of its levels have numbers
	style    string            // of lists or of words, that is being read
	markers  map[string]bool   // styles of words that a highlighter made
	vanished map[string]bool   // styles of words that are hidden
	spans    []bool            // that we are in: whether each is highlighted
	cells    []int
	comment  *comment // that we are in
	name     string   // of it
	comments map[string]*comment
	notes    []string
	saved    bodyWriter // the text before the footnote
	around   []odtText  // what text boxes stand in, that we are in
	boxes    []string   // that hang on the present paragraph
}

// odtText is what a text box stands in.
type odtText struct {
	bodyWriter
	lists []odtList
	cells []int
}

// endBox ends a text box; its text follows the paragraph.
func (w *odtReader) endBox() {
	n := len(w.around)
	if n == 0 {
		return
	}
	words, _ := w.body()
	w.boxes = append(w.boxes, words)
	w.bodyWriter, w.lists, w.cells = w.around[n-1].bodyWriter, w.around[n-1].lists, w.around[n-1].cells
	w.around = w.around[:n-1]
}

// endHung writes the text boxes that hang on the paragraph that ends, unless that is within a box or a table.
func (w *odtReader) endHung() {
	if len(w.around) == 0 && len(w.cells) == 0 {
		w.writeBoxes(&w.boxes)
	}
}

func (w *odtReader) token(t xml.Token) {
	switch t := t.(type) {
	case xml.StartElement:
		w.path = append(w.path, t.Name.Local)
		w.startElement(t)
	case xml.CharData:
		w.words(string(t))
	case xml.EndElement:
		w.endElement(t.Name.Local)
		w.path = w.path[:max(len(w.path)-1, 0)]
	}
}

func (w *odtReader) words(s string) {
	switch {
	case w.hidden > 0:
	case w.comment != nil && w.parent() == "creator":
		w.comment.author.WriteString(s)
	case w.comment != nil && w.parent() == "date":
	case w.comment != nil:
		w.comment.words.write(s)
	case w.parent() == "note-citation": // LibreOffice may write 0 for each
	case w.inBody():
		w.write(s)
	}
}

func (w *odtReader) parent() string {
	if len(w.path) == 0 {
		return ""
	}
	return w.path[len(w.path)-1]
}

// inBody reports whether words here are text of a paragraph, not white space between elements.
func (w *odtReader) inBody() bool {
	for i := len(w.path) - 1; i >= 0; i-- {
		if w.path[i] == "p" || w.path[i] == "h" {
			return true
		}
	}
	return false
}

func (w *odtReader) startElement(t xml.StartElement) {
	name := t.Name.Local
	if w.hidden > 0 || isODTAside(t) {
		w.hidden++ // until its end
	}
	if w.hidden > 0 || w.comment != nil {
		return
	}
	switch name {
	case "s", "tab", "line-break":
		w.blank(t)
	case "list-style", "list-level-style-number", "list-level-style-bullet", "list", "list-item":
		w.startOfList(t)
	case "table", "table-row", "table-cell":
		w.startOfTable(name)
	case "style", "text-properties", "span":
		w.startOfSpan(t)
	case "note-body":
		w.write(fmt.Sprintf("[%d]", len(w.notes)+1))
		w.saved, w.bodyWriter = w.bodyWriter, bodyWriter{}
	case "text-box":
		w.around = append(w.around, odtText{w.bodyWriter, w.lists, w.cells})
		w.bodyWriter, w.lists, w.cells = bodyWriter{}, nil, nil
	case "annotation":
		w.startComment(xmlAttribute(t, "name"))
	case "annotation-end":
		w.endComment(xmlAttribute(t, "name"))
	}
}

// startOfSpan begins words of one style, or a style of words.
func (w *odtReader) startOfSpan(t xml.StartElement) {
	switch t.Name.Local {
	case "style":
		w.style = xmlAttribute(t, "name")
	case "text-properties":
		w.markers[w.style] = isMarkerColour(xmlAttribute(t, "background-color"))
		w.vanished[w.style] = xmlAttribute(t, "display") == "none"
	default:
		if w.vanished[xmlAttribute(t, "style-name")] {
			w.hidden++ // until its end
			return
		}
		isMarked := w.markers[xmlAttribute(t, "style-name")]
		w.spans = append(w.spans, isMarked)
		if isMarked {
			w.begin(w.spanKey(), Highlight{})
		}
	}
}

// endSpan ends words of one style.
func (w *odtReader) endSpan() {
	n := len(w.spans)
	if n == 0 {
		return
	}
	if w.spans[n-1] {
		w.end(w.spanKey())
	}
	w.spans = w.spans[:n-1]
}

func (w *odtReader) spanKey() string { return fmt.Sprintf("span %d", len(w.spans)) }

// isODTAside reports whether an element holds what is not part of the text: what was deleted, how words are spoken, what pictures show,
// contents that repeat headings, and what is hidden.
func isODTAside(t xml.StartElement) bool {
	switch t.Name.Local {
	case "tracked-changes", "sequence-decls", "forms", "table-of-content", "ruby-text":
		return true
	case "title", "desc":
		return strings.Contains(t.Name.Space, "svg")
	case "hidden-text", "hidden-paragraph":
		return xmlAttribute(t, "is-hidden") == "true"
	case "section":
		return xmlAttribute(t, "display") == "none"
	}
	return false
}

// blank writes white space that is an element: several spaces, a tabulator, the end of a line.
func (w *odtReader) blank(t xml.StartElement) {
	if t.Name.Local == "line-break" {
		w.gap(gapLine)
		return
	}
	w.write(" ")
}

func (w *odtReader) startOfList(t xml.StartElement) {
	switch name := t.Name.Local; name {
	case "list-style":
		w.style = xmlAttribute(t, "name")
	case "list":
		style := xmlAttribute(t, "style-name")
		if n := len(w.lists); style == "" && n > 0 {
			style = w.lists[n-1].style
		}
		w.lists = append(w.lists, odtList{style: style})
	case "list-item":
		w.startItem()
	default:
		w.numbered[w.style] = append(w.numbered[w.style], name == "list-level-style-number")
	}
}

func (w *odtReader) startOfTable(name string) {
	if name == "table" {
		w.cells = append(w.cells, 0)
		return
	}
	n := len(w.cells)
	if n == 0 {
		return
	}
	if name == "table-row" {
		w.cells[n-1] = 0
		w.startRow()
		return
	}
	if w.cells[n-1]++; w.cells[n-1] > 1 {
		w.cell()
	}
}

// odtList is a list that we are in.
type odtList struct {
	style string
	count int // of its items so far
}

// startItem begins an item of a list, with its number where the list has numbers.
func (w *odtReader) startItem() {
	n := len(w.lists)
	if n == 0 {
		return
	}
	list := &w.lists[n-1]
	list.count++
	mark := "•"
	if levels := w.numbered[list.style]; n <= len(levels) && levels[n-1] {
		mark = strconv.Itoa(list.count) + "."
	}
	w.item(mark)
}

func (w *odtReader) startComment(name string) {
	w.comment, w.name = &comment{}, name
	w.comments[name] = w.comment
}

// place begins the words that a comment is about. One without an end is about a place alone, and is put on the word before it.
func (c *comment) place(w *odtReader) {
	if w.name != "" {
		w.begin("comment "+w.name, Highlight{})
		return
	}
	note, _ := c.words.body()
	w.onLastWord(Highlight{Note: note, Author: oneLine(c.author.String())})
}

// endComment ends the words that a comment is about.
func (w *odtReader) endComment(name string) {
	c, ok := w.comments[name]
	if !ok {
		return
	}
	if h, open := w.open["comment "+name]; open {
		h.Note, _ = c.words.body()
		h.Author = oneLine(c.author.String())
	}
	w.end("comment " + name)
}

func (w *odtReader) endElement(name string) {
	if w.hidden > 0 {
		w.hidden--
		return
	}
	if w.comment != nil {
		switch name {
		case "p":
			w.comment.words.gap(gapLine)
		case "annotation":
			w.comment.place(w)
			w.comment = nil
		}
		return
	}
	switch name {
	case "p", "h":
		w.endParagraph()
		w.endHung()
	case "text-box":
		w.endBox()
	case "list":
		w.lists = w.lists[:max(len(w.lists)-1, 0)]
		if len(w.lists) == 0 {
			w.gap(gapParagraph)
		}
	case "span":
		w.endSpan()
	case "table":
		w.cells = w.cells[:max(len(w.cells)-1, 0)]
		w.gap(gapParagraph)
	case "note-body":
		words, _ := w.body()
		w.notes = append(w.notes, fmt.Sprintf("[%d] %s", len(w.notes)+1, words))
		w.bodyWriter = w.saved
	}
}

func (w *odtReader) endParagraph() {
	switch {
	case len(w.cells) > 0:
		w.endPart()
	case len(w.lists) > 0:
		w.gap(gapLine)
	default:
		w.gap(gapParagraph)
	}
}

// footnotes writes the footnotes behind the text.
func (w *odtReader) footnotes() {
	for _, note := range w.notes {
		w.gap(gapParagraph)
		w.write(note)
	}
}
