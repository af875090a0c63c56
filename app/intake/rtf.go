package intake

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"

	"standpoint/store"
)

// readRTF reads a document in Rich Text Format. What was deleted while changes were tracked is not part of it; comments and what was
// marked with a highlighter come as highlights.
func readRTF(f *file) ([]Draft, error) {
	r := rtfReader{
		data: start(f.data), page: "windows-1252", fonts: map[int]string{}, info: map[string]*strings.Builder{},
		state: rtfState{skip: 1},
	}
	for len(r.data) > 0 {
		if err := f.ctx.Err(); err != nil {
			return nil, err
		}
		for range 10_000 {
			if len(r.data) == 0 {
				break
			}
			r.step()
		}
		if len(r.groups) > mostDepth {
			return nil, f.bomb("{")
		}
	}
	r.flush()
	isCut := len(r.groups) > 0 // the whole of it is one
	r.writeBoxes(&r.boxes)
	for _, note := range r.notes {
		r.gap(gapParagraph)
		r.write(note)
	}
	info := func(name string) string {
		if b := r.info[name]; b != nil {
			return oneLine(b.String())
		}
		return ""
	}
	drafts, err := f.document(&r.bodyWriter, store.Article{Title: info("title"), Author: info("author")})
	return f.ofCut(isCut, drafts, err)
}

// rtfState is what a group of RTF sets, until its end.
type rtfState struct {
	destination string // "" for the text, else the name of a group that is none of it
	skip        int    // bytes or signs that stand for a Unicode character in older programs, after each
	font        int
	marked      bool // with a highlighter
	deleted     bool // while changes were tracked
	hidden      bool
}

// rtfReader writes the text of a document in Rich Text Format.
type rtfReader struct {
	bodyWriter
	data   []byte
	page   string // the encoding of the document
	fonts  map[int]string
	font   int // the one that the table of fonts is at
	state  rtfState
	groups []rtfState
	toSkip int    // of what stands for the Unicode character before
	bytes  []byte // in the encoding of the font, not yet decoded
	units  []uint16
	star   bool // the next word begins a group that a program may not know
	info   map[string]*strings.Builder

	comment *bodyWriter // that we are in
	author  strings.Builder
	note    *bodyWriter // the footnote that we are in
	notes   []string
	box     *bodyWriter // the text box that we are in
	boxes   []string    // that hang on the present paragraph
	inRow   bool        // of a table
	wasRow  bool        // the row of a table is what was written last
	cells   int         // of this row that ended, since the last words
	item    bool        // the paragraph is an item of a list
	wasItem bool        // the one before it was

	colour  [3]int // of the table of colours, that is being read
	colours [][3]int
}

// step reads a group's beginning or end, a control word, or a character.
func (r *rtfReader) step() {
	switch c := r.data[0]; c {
	case '{':
		r.flush()
		r.groups = append(r.groups, r.state)
		r.data = r.data[1:]
		r.toSkip = 0
	case '}':
		r.flush()
		r.endGroup()
		r.data = r.data[1:]
		r.toSkip = 0
	case '\\':
		r.control()
	case '\r', '\n', 0:
		r.data = r.data[1:]
	default:
		r.data = r.data[1:]
		if r.toSkip > 0 {
			r.toSkip--
			return
		}
		if r.state.destination == "colortbl" {
			r.colours = append(r.colours, r.colour)
			r.colour = [3]int{}
			return
		}
		r.units = r.flushUnits()
		r.bytes = append(r.bytes, c)
	}
}

func (r *rtfReader) endGroup() {
	was := r.state
	if n := len(r.groups); n > 0 {
		r.state, r.groups = r.groups[n-1], r.groups[:n-1]
	}
	switch {
	case was.destination == "annotation" && r.state.destination != "annotation" && r.comment != nil:
		note, _ := r.comment.body()
		r.comment = nil
		r.commentOn(note)
	case was.destination == "footnote" && r.state.destination != "footnote" && r.note != nil:
		words, _ := r.note.body()
		r.note = nil
		r.notes = append(r.notes, fmt.Sprintf("[%d] %s", len(r.notes)+1, words))
	case was.destination == "shptxt" && r.state.destination != "shptxt" && r.box != nil:
		words, _ := r.box.body()
		r.box = nil
		r.boxes = append(r.boxes, words)
	case was.marked && !r.state.marked:
		r.end("marked")
	}
}

// commentOn closes the words that a comment is about, or puts it on the last word where a document does not say them.
func (r *rtfReader) commentOn(note string) {
	h, open := r.open["comment"]
	if !open {
		return
	}
	h.Note, h.Author = note, oneLine(r.author.String())
	r.end("comment")
}

// control reads a control word, \name123, or a control sign, \~.
func (r *rtfReader) control() {
	if len(r.data) < 2 {
		r.data = nil
		return
	}
	c := r.data[1]
	if c == '\'' {
		r.hexByte()
		return
	}
	if !isASCIILetter(c) {
		r.data = r.data[2:]
		r.sign(c)
		return
	}
	end := 1
	for end < len(r.data) && isASCIILetter(r.data[end]) {
		end++
	}
	name := string(r.data[1:end])
	digits := end
	if digits < len(r.data) && r.data[digits] == '-' {
		digits++
	}
	for digits < len(r.data) && '0' <= r.data[digits] && r.data[digits] <= '9' && digits-end < 12 {
		digits++
	}
	number, err := strconv.Atoi(string(r.data[end:digits]))
	given := err == nil
	if given {
		end = digits
	}
	if end < len(r.data) && r.data[end] == ' ' {
		end++
	}
	r.data = r.data[end:]
	if name == "bin" {
		r.data = r.data[min(max(number, 0), len(r.data)):]
		return
	}
	r.word(name, number, given)
}

func isASCIILetter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }

// hexByte reads \'e9, a byte in the encoding of the font.
func (r *rtfReader) hexByte() {
	if len(r.data) < 4 {
		r.data = nil
		return
	}
	b, err := strconv.ParseUint(string(r.data[2:4]), 16, 8)
	r.data = r.data[4:]
	switch {
	case err != nil:
	case r.toSkip > 0:
		r.toSkip--
	default:
		r.units = r.flushUnits()
		r.bytes = append(r.bytes, byte(b))
	}
}

func (r *rtfReader) sign(c byte) {
	r.flush() // what stands before it
	switch c {
	case '*':
		r.star = true
	case '~':
		r.add("\u00A0")
	case '_':
		r.add("\u2011")
	case '\\', '{', '}':
		if r.toSkip > 0 {
			r.toSkip--
			return
		}
		r.add(string(c))
	case '\r', '\n':
		r.paragraph(gapParagraph)
	}
}

// rtfCharacters are words that stand for a character.
var rtfCharacters = map[string]string{
	"emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•", "tab": "\t",
	"emspace": "\u2003", "enspace": "\u2002", "ltrmark": "\u200E", "rtlmark": "\u200F", "zwj": "\u200D", "zwnj": "\u200C",
}

// rtfElsewhere are groups that hold no text of the document.
var rtfElsewhere = map[string]bool{
	"fonttbl": true, "colortbl": true, "stylesheet": true, "info": true, "pict": true, "object": true, "header": true, "headerl": true,
	"headerr": true, "headerf": true, "footer": true, "footerl": true, "footerr": true, "footerf": true, "fldinst": true, "listtable": true,
	"listoverridetable": true, "rsidtbl": true, "generator": true, "xmlnstbl": true, "themedata": true, "datastore": true,
	"latentstyles": true,
	"ftnsep":       true, "ftnsepc": true, "aftnsep": true, "aftnsepc": true, "atnid": true, "atndate": true, "atnref": true,
	"atnparent": true, "atnauthor": true,
	"annotation": true, "footnote": true, "title": true, "author": true, "operator": true, "creatim": true, "subject": true, "keywords": true,
	"company": true, "doccomm": true, "bkmkstart": true, "bkmkend": true, "nonshppict": true, "revtbl": true, "atrfstart": true,
	"atrfend": true,
	"xe":      true, "tc": true, "shprslt": true,
}

func (r *rtfReader) word(name string, number int, given bool) {
	if name == "u" {
		r.unicode(number)
		return
	}
	r.flush()
	r.toSkip = 0
	starred := r.star
	r.star = false
	if s, ok := rtfCharacters[name]; ok {
		r.add(s)
		return
	}
	if rtfElsewhere[name] || starred || name == "shptxt" {
		r.startDestination(name)
		return
	}
	on := !given || number != 0
	switch name {
	case "par", "sect", "page":
		r.paragraph(gapParagraph)
	case "line":
		r.paragraph(gapLine)
	case "trowd", "intbl":
		r.startOfRow()
	case "cell", "nestcell":
		r.startOfRow()
		r.cells++
	case "row", "nestrow":
		r.endRow()
	case "ansicpg", "mac", "uc", "f", "fcharset":
		r.encoding(name, number)
	case "highlight":
		r.mark(given && number != 0)
	case "chcbpat", "cb": // what LibreOffice writes for its highlighter
		r.mark(r.isMarkerAt(number))
	case "red", "green", "blue":
		r.colour[strings.Index("rgb", name[:1])] = number
	case "listtext", "pntext":
		r.startItem()
	case "deleted":
		r.state.deleted = on
	case "v":
		r.state.hidden = on
	case "plain":
		r.mark(false)
		r.state.deleted, r.state.hidden = false, false
	}
}

// encoding takes a word that says how the letters that follow are written.
func (r *rtfReader) encoding(name string, number int) {
	switch name {
	case "ansicpg":
		r.page = codePage(number, r.page)
	case "mac":
		r.page = "macintosh"
	case "uc":
		r.state.skip = min(max(number, 0), 16)
	case "f":
		r.state.font, r.font = number, number
	case "fcharset":
		if r.state.destination == "fonttbl" {
			r.fonts[r.font] = charsetPage(number)
		}
	}
}

// isMarkerAt reports whether a colour of the table is one of a highlighter.
func (r *rtfReader) isMarkerAt(number int) bool {
	if number <= 0 || number >= len(r.colours) {
		return false
	}
	c := r.colours[number]
	return isMarker(c[0], c[1], c[2])
}

// startItem begins an item of a list; those that follow each other stand in lines of their own.
func (r *rtfReader) startItem() {
	if r.state.destination != "" || r.inRow {
		return
	}
	r.item = true
	if r.wasItem {
		r.ends = min(r.ends, gapLine)
	}
}

// mark begins or ends what is marked with a highlighter.
func (r *rtfReader) mark(on bool) {
	if on == r.state.marked || r.state.destination != "" {
		return
	}
	r.state.marked = on
	if on {
		r.begin("marked", Highlight{})
	} else {
		r.end("marked")
	}
}

func (r *rtfReader) startDestination(name string) {
	if name == "shppict" || name == "fldrslt" {
		return
	}
	switch name {
	case "atrfstart":
		r.begin("comment", Highlight{})
	case "atnauthor":
		r.author.Reset()
	case "title", "author":
		delete(r.info, name) // some programs write it twice
	case "annotation":
		r.comment = &bodyWriter{}
	case "footnote":
		r.write(fmt.Sprintf("[%d]", len(r.notes)+1))
		r.note = &bodyWriter{}
	case "shptxt":
		r.box = &bodyWriter{}
	}
	r.state.destination = name
}

// codePage is the Encoding Standard's name of a code page of Windows.
func codePage(number int, otherwise string) string {
	names := map[int]string{
		866: "ibm866", 874: "windows-874", 932: "shift_jis", 936: "gbk", 949: "euc-kr", 950: "big5", 10000: "macintosh", 65001: "utf-8",
	}
	if name, ok := names[number]; ok {
		return name
	}
	if name := fmt.Sprintf("windows-%d", number); 1250 <= number && number <= 1258 {
		return name
	}
	return otherwise
}

// charsetPage is the encoding of a font, "" for that of the document.
func charsetPage(number int) string {
	pages := map[int]int{
		77: 10000, 128: 932, 129: 949, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258, 177: 1255, 178: 1256, 186: 1257, 204: 1251,
		222: 874, 238: 1250,
	}
	return codePage(pages[number], "")
}

// unicode takes \u8217, a unit of UTF-16 as a number with a sign.
func (r *rtfReader) unicode(number int) {
	r.flushBytes()
	r.star = false
	r.units = append(r.units, uint16(number&0xFFFF)) //nolint:gosec // sixteen bits
	r.toSkip = r.state.skip
}

// flush decodes what was gathered, and adds it.
func (r *rtfReader) flush() {
	r.flushBytes()
	r.units = r.flushUnits()
}

func (r *rtfReader) flushUnits() []uint16 {
	if len(r.units) > 0 {
		r.add(string(utf16.Decode(r.units)))
	}
	return r.units[:0]
}

func (r *rtfReader) flushBytes() {
	if len(r.bytes) == 0 {
		return
	}
	name := r.fonts[r.state.font]
	if name == "" {
		name = r.page
	}
	var enc encoding.Encoding
	enc, err := htmlindex.Get(name)
	if err != nil {
		enc, _ = htmlindex.Get("windows-1252") // the standard has it
	}
	if r.state.destination == "" || r.destined() {
		if s, err := enc.NewDecoder().Bytes(bytes.Clone(r.bytes)); err == nil {
			r.bytes = r.bytes[:0]
			r.add(string(s))
		}
	}
	r.bytes = r.bytes[:0]
}

// destined reports whether words of the group that we are in are wanted.
func (r *rtfReader) destined() bool {
	switch r.state.destination {
	case "title", "author", "annotation", "footnote", "atnauthor", "shptxt":
		return true
	}
	return false
}

// add writes words where they belong.
func (r *rtfReader) add(s string) {
	switch {
	case r.state.deleted || r.state.hidden:
	case r.state.destination == "":
		r.startWords()
		r.write(s)
	case r.state.destination == "annotation" && r.comment != nil:
		r.comment.write(s)
	case r.state.destination == "footnote" && r.note != nil:
		r.note.write(s)
	case r.state.destination == "shptxt" && r.box != nil:
		r.box.write(s)
	case r.state.destination == "atnauthor":
		r.author.WriteString(s)
	case r.state.destination == "title" || r.state.destination == "author":
		if r.info[r.state.destination] == nil {
			r.info[r.state.destination] = &strings.Builder{}
		}
		r.info[r.state.destination].WriteString(s)
	}
}

func (r *rtfReader) paragraph(gap int) {
	switch {
	case r.state.destination == "annotation" && r.comment != nil:
		r.comment.gap(gapLine)
	case r.state.destination == "footnote" && r.note != nil:
		r.note.gap(gapLine)
	case r.state.destination == "shptxt" && r.box != nil:
		r.box.gap(gap)
	case r.state.destination != "":
	case r.inRow:
		r.endPart()
	default:
		r.gap(gap)
		if gap == gapParagraph {
			r.wasItem, r.item = r.item, false
			r.writeBoxes(&r.boxes)
		}
	}
}

// startWords parts the words that follow from a cell or a row before them.
func (r *rtfReader) startWords() {
	switch {
	case r.inRow:
		for range r.cells {
			r.cell()
		}
	case r.wasRow:
		r.gap(gapParagraph)
	}
	r.cells, r.wasRow = 0, false
}

// startOfRow begins a row of a table, unless we are in it.
func (r *rtfReader) startOfRow() {
	if !r.inRow && r.state.destination == "" {
		r.startRow()
	}
	r.inRow = true
}

// endRow ends a row of a table.
func (r *rtfReader) endRow() {
	if r.state.destination != "" {
		return
	}
	r.space, r.inRow, r.cells, r.wasRow = false, false, 0, true
	r.gap(gapLine)
}
