package render

import (
	"bytes"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode/utf16"
	"unicode/utf8"

	"codeberg.org/go-pdf/fpdf"

	"standpoint/assets/fonts"
	"standpoint/store"
)

// The page, in points: A4, with wide margins for the numbers of quotes.
const (
	pageWidth, pageHeight = 595.28, 841.89
	pageLeft, pageRight   = 84.0, pageWidth - 68
	pageTop, pageBottom   = 80.0, pageHeight - 78
	headLine, footLine    = 50.0, pageHeight - 44 // baselines of the running title and the number of the page
	columnWidth           = pageRight - pageLeft
)

// pdfLine is a line of the page, or of several columns of it.
type pdfLine struct {
	before float64 // space above, not at the top of a page
	height float64
	keep   bool // it stands on one page with the next
	rule   bool // to the left of a quote, and of the space above
	below  bool // it is the first with the rule
	indent float64
	cells  []pdfCell
	under  *tone    // the colour of a line across below it; nil for none
	names  []string // anchors that it is
	mark   *pdfBookmark
}

// pdfCell is text at a place of a line.
type pdfCell struct {
	x, base float64 // from the left of the page's text, and from the top of the line
	spans   []pdfSpan
}

// pdfBookmark is a heading in the outline of the document.
type pdfBookmark struct {
	text  string
	level int // from 0
}

// pages are the pages of a PDF that is being written.
type pages struct {
	pdf           *fpdf.Fpdf
	regular, bold *pdfFace
	y             float64
	group         []pdfLine // that stand on one page
	head          []pdfLine // of the table at hand, which stands again on each page
	links         map[string]int
	titles        []string // of the parts in which the pages begin
	part          string   // at hand
	deepest       int      // level of the last bookmark
	style         string   // of the text written last
	size          float64  // likewise
}

// The greys of lines: beside quotes, between rows, below the head of a table.
var ruleGrey, hairGrey, headGrey = tone{178, 178, 178}, tone{204, 204, 204}, tone{85, 85, 85}

const pdfFamily = "serif"

func newPages(title, language string, made store.Day) (*pages, error) {
	p := &pages{links: map[string]int{}, deepest: -1}
	var err error
	if p.regular, err = newPDFFace("", fonts.SerifRegular); err != nil {
		return nil, err
	}
	if p.bold, err = newPDFFace("B", fonts.SerifBold); err != nil {
		return nil, err
	}
	p.pdf = fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", SizeStr: "A4"})
	p.pdf.SetCatalogSort(true)
	p.pdf.SetProducer("", false)
	p.pdf.SetMargins(0, 0, 0)
	p.pdf.SetAutoPageBreak(false, 0)
	p.pdf.SetTitle(title, true)
	p.pdf.SetLang(language)
	day, _ := time.Parse(time.DateOnly, string(made)) // of none the time is taken out again
	if day.IsZero() {
		day = time.Unix(0, 0).UTC()
	}
	p.pdf.SetCreationDate(day)
	p.pdf.SetModificationDate(day)
	p.pdf.AddUTF8FontFromBytes(pdfFamily, "", fonts.SerifRegular)
	p.pdf.AddUTF8FontFromBytes(pdfFamily, "B", fonts.SerifBold)
	p.newPage()
	return p, p.pdf.Error()
}

// newPage begins a page, with the head of the table at hand.
func (p *pages) newPage() {
	p.pdf.AddPage()
	p.y = pageTop
	p.titles = append(p.titles, p.part)
	for _, line := range p.head {
		p.draw(line)
	}
}

// add puts a line at the end. It is drawn when all lines are there that stand on one page with it.
func (p *pages) add(lines ...pdfLine) {
	for _, line := range lines {
		p.group = append(p.group, line)
		if !line.keep {
			p.flush()
		}
	}
}

// flush draws the lines at hand: on a new page if this one has no room for all of them but a new one has.
func (p *pages) flush() {
	group := p.group
	p.group = nil
	height := 0.0
	for _, line := range group {
		height += line.before + line.height
	}
	if p.y+height > pageBottom && p.y > pageTop && height <= pageBottom-pageTop {
		p.newPage()
	}
	for _, line := range group {
		if p.y+line.before+line.height > pageBottom && p.y > pageTop {
			p.newPage()
		}
		p.draw(line)
	}
}

// draw draws a line where the last one ended.
func (p *pages) draw(line pdfLine) {
	top := p.y
	if p.y > pageTop {
		p.y += line.before
	}
	if m := line.mark; m != nil {
		p.bookmark(*m, p.y == pageTop)
	}
	for _, name := range line.names {
		p.place(name)
	}
	if line.rule {
		p.paint(ruleGrey)
		if line.below {
			top = p.y
		}
		p.pdf.Rect(pageLeft+line.indent+2, top, 1.4, p.y+line.height-top, "F")
	}
	for _, c := range line.cells {
		p.text(pageLeft+c.x, p.y+c.base, c.spans)
	}
	p.y += line.height
	if line.under != nil {
		p.paint(*line.under)
		p.pdf.Rect(pageLeft+line.indent, p.y-0.5, columnWidth-line.indent, 0.5, "F")
	}
}

// bookmark puts a heading into the outline, a level below the last one at most.
func (p *pages) bookmark(m pdfBookmark, first bool) {
	p.deepest = min(m.level, p.deepest+1)
	p.font(p.regular, 9)
	p.pdf.Bookmark(m.text, p.deepest, p.y)
	if m.level == 0 {
		p.part = m.text
		if first {
			p.titles[len(p.titles)-1] = m.text
		}
	}
}

// place has an anchor lead here.
func (p *pages) place(anchor string) {
	const above = 12 // points that are seen above it
	p.pdf.SetLink(p.linkTo(anchor), max(p.y-above, 0), -1)
}

// expect says that there will be anchors, to which links may lead.
func (p *pages) expect(anchors ...string) {
	for _, a := range anchors {
		if _, known := p.links[a]; !known && a != "" {
			p.links[a] = 0 // until it is needed
		}
	}
}

// linkTo returns the link that leads to an anchor.
func (p *pages) linkTo(anchor string) int {
	if p.links[anchor] == 0 {
		p.links[anchor] = p.pdf.AddLink()
	}
	return p.links[anchor]
}

func (p *pages) font(f *pdfFace, size float64) {
	if p.style != f.style || p.size != size {
		p.pdf.SetFont(pdfFamily, f.style, size)
	}
	p.style, p.size = f.style, size
}

// text draws spans on a baseline.
func (p *pages) text(x, y float64, spans []pdfSpan) {
	for _, s := range spans {
		width := s.width()
		p.tint(x, y, width, s)
		if s.anchor != "" {
			p.place(s.anchor)
		}
		p.colour(s)
		p.font(s.face, s.size)
		if s.slant {
			const angle = 11 // degrees: the face has no italics
			p.pdf.TransformBegin()
			p.pdf.TransformSkewX(angle, x, y-s.rise)
		}
		p.clusters(x, y-s.rise, s)
		p.font(s.face, s.size)
		if s.slant {
			p.pdf.TransformEnd() // which brings back the font from before
		}
		_, there := p.links[s.to]
		switch top, height := y-s.rise-s.size*0.85, s.size*1.1; {
		case s.link != "":
			p.pdf.LinkString(x, top, width, height, s.link)
		case s.to != "" && there:
			p.pdf.Link(x, top, width, height, p.linkTo(s.to))
		}
		x += width
	}
}

// colour sets the colour of text: links of the web are blue.
func (p *pages) colour(s pdfSpan) {
	switch {
	case s.link != "":
		p.pdf.SetTextColor(20, 60, 130)
	case s.grey:
		p.pdf.SetTextColor(85, 85, 85)
	default:
		p.pdf.SetTextColor(17, 17, 17)
	}
}

// clusters draws the text of a span.
func (p *pages) clusters(x, y float64, s pdfSpan) {
	for _, c := range s.face.clusters(s.text) {
		p.font(s.face, s.size)
		if c.drawn != c.text && c.drawn != "" {
			p.pdf.RawWriteStr("/Span <</ActualText <" + utf16Hex(c.text) + ">>> BDC ")
		}
		switch {
		case c.picture:
			p.picture(x, y, s, c)
		case c.drawn != "":
			p.pdf.Text(x, y, c.drawn)
		}
		if c.mark != 0 {
			letter, _ := utf8.DecodeRuneInString(c.drawn)
			right, up := s.face.placed(letter, c.mark)
			p.pdf.Text(x+right*s.size, y-up*s.size, string(c.mark))
		}
		if c.drawn != c.text && c.drawn != "" {
			p.pdf.RawWriteStr(" EMC\n")
		}
		x += c.width * s.size
	}
}

// picture draws the name of a control character, small and in a box.
func (p *pages) picture(x, y float64, s pdfSpan, c cluster) {
	p.pdf.SetLineWidth(0.3)
	p.pdf.SetDrawColor(120, 120, 120)
	const margin = 0.04
	p.pdf.Rect(x+margin*s.size, y-0.62*s.size, (c.width-2*margin)*s.size, 0.74*s.size, "D")
	p.font(s.face, s.size*pictureSize)
	p.pdf.Text(x+pictureMargin*s.size, y-0.08*s.size, c.drawn)
}

// tint colours the ground of what is marked, and draws a line in the colour of each mark below it.
func (p *pages) tint(x, y, width float64, s pdfSpan) {
	if len(s.lines) == 0 {
		return
	}
	p.paint(s.fill)
	p.pdf.Rect(x, y-textSize*0.9, width, textSize*1.18, "F")
	for i, colour := range s.lines {
		const most, thick, apart = 3, 0.7, 1.1
		if i == most {
			break
		}
		p.paint(colour)
		p.pdf.Rect(x, y+textSize*0.28+float64(i)*apart, width, thick, "F")
	}
}

// paint sets the colour of what is filled.
func (p *pages) paint(t tone) { p.pdf.SetFillColor(int(t[0]+.5), int(t[1]+.5), int(t[2]+.5)) }

// utf16Hex writes text as a PDF has it between pointed brackets.
func utf16Hex(s string) string {
	encoded := "FEFF"
	for _, u := range utf16.Encode([]rune(s)) {
		encoded += fmt.Sprintf("%04X", u)
	}
	return encoded
}

// furnish writes the running title and the number on each page, when it is known how many there are. pattern says "Page %d of %d".
func (p *pages) furnish(title, pattern string) {
	total := p.pdf.PageCount()
	for page := 1; page <= total; page++ {
		p.pdf.SetPage(page)
		p.pdf.SetFont(pdfFamily, "B", 1) // so that the font is named on this page, too
		p.style = "?"
		small := func(s string) []pdfSpan { return []pdfSpan{{text: s, face: p.regular, size: 7.5, grey: true}} }
		number := small(strings.Replace(strings.Replace(pattern, "%d", strconv.Itoa(page), 1), "%d", strconv.Itoa(total), 1))
		p.text(pageRight-number[0].width(), footLine, number)
		if page == 1 {
			continue
		}
		const apart = 24
		part := small(p.shortened(p.titles[page-1], columnWidth*0.6))
		width := part[0].width()
		p.text(pageRight-width, headLine, part)
		p.text(pageLeft, headLine, small(p.shortened(title, columnWidth-width-apart)))
		p.paint(hairGrey)
		p.pdf.Rect(pageLeft, headLine+6, columnWidth, 0.4, "F")
	}
}

// shortened cuts small text to a width.
func (p *pages) shortened(s string, width float64) string {
	const size, dots = 7.5, "…"
	if p.regular.width(s)*size <= width {
		return s
	}
	runes := []rune(s)
	for len(runes) > 0 && p.regular.width(string(runes)+dots)*size > width {
		runes = runes[:len(runes)-1]
	}
	return strings.TrimSpace(string(runes)) + dots
}

// times are the dates that the writer of PDF puts into each document.
var times = regexp.MustCompile(`/(CreationDate|ModDate) \(D:19700101000000\)`)

// write ends the document. One that does not say when it was made has no date in its metadata either.
func (p *pages) write(w io.Writer) error {
	p.flush()
	var out bytes.Buffer
	if err := p.pdf.Output(&out); err != nil {
		return err
	}
	file := out.Bytes()
	from := max(bytes.LastIndex(file, []byte("/CreationDate")), 0)
	for _, at := range times.FindAllIndex(file[from:], -1) {
		for i := from + at[0]; i < from+at[1]; i++ {
			file[i] = ' ' // so that everything stays where the document says it is
		}
	}
	_, err := w.Write(file)
	return err
}
