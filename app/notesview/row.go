package notesview

import (
	"image/color"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"standpoint/app/control"
	"standpoint/app/direction"
	"standpoint/app/look"
	"standpoint/app/notes"
	"standpoint/app/paint"
)

// rowView draws one row of the preview.
type rowView struct {
	widget.BaseWidget
	shown  row
	picked int // the link that the keyboard is at; -1: none
	parts  []part
	spare  []*control.RichLine
	bar    *canvas.Image // beside the words of a quotation, and comments
	rule   *canvas.Image // below a heading or the head of a table
	column float32       // how wide a text is at most, in pixels
}

// part is a text of a row. Those of one group stand side by side, in columns; those of one column under one another.
type part struct {
	line     *control.RichLine
	links    []link // of its runs
	group    int
	column   int
	from, to float32 // of the width
	beside   bool    // it stands in a column of its own where there is room, else below
	inset    float32 // from the left, in pixels
	above    float32 // room above it, in pixels
	atRight  bool    // a number
	barred   bool    // a bar stands beside it,
	turned   bool    // at the right, as it is read from there
	said     bool    // it is the words of a quotation
	ours     bool    // a sentence of the notes, in which names have a direction of their own
}

// link is what a run of a text leads to.
type link struct {
	run     int
	to, web string
}

// How wide texts are at most, in pixels: a text to be read, and what stands in columns.
const (
	textColumn float32 = 720
	wideColumn float32 = 1000
	// besideWidth is how wide a row must be for comments to stand beside a passage.
	besideWidth float32 = 620
)

// Room in the rows, in pixels.
const (
	quoteInset = 16
	quoteGap   = 6 // above the line that says whose words follow
	barWidth   = 3
	itemInset  = 18
	cellGap    = 12
	letterRoom = 8 // of a letter in a table, with its part of the gaps
)

func newRowView() *rowView {
	v := &rowView{bar: paint.NewArea(), rule: paint.NewArea(), picked: -1, column: textColumn}
	v.bar.CornerRadius = 1
	v.ExtendBaseWidget(v)
	return v
}

// fill shows a row; picked is the link that the keyboard is at, -1 for none.
func (v *rowView) fill(r row, picked int) {
	v.shown, v.picked = r, picked
	for i := range v.parts {
		v.spare = append(v.spare, v.parts[i].line)
	}
	v.parts, v.column = v.parts[:0], textColumn
	v.bar.Hidden, v.rule.Hidden = true, true
	switch r.kind {
	case rowTitle:
		v.add(part{above: 8}, control.Run{Text: r.text.String(), Bold: true, Size: look.TitleSize})
	case rowHeading:
		v.heading(r)
	case rowParagraph:
		v.paragraph(r)
	case rowQuote:
		v.quote(r)
	case rowItem:
		v.add(part{inset: indent(r) + 4}, control.Run{Text: bullet, Colour: look.ColorMuted})
		v.text(part{inset: indent(r) + itemInset, column: 1, ours: true}, r.text)
	case rowHead, rowCells:
		v.cells(r)
	case rowPassage:
		v.passage(r)
	case rowLine:
		v.add(part{}, control.Run{Text: r.text.String()})
	case rowNote:
		v.text(part{}, joined(notes.Text{{Text: raised(int(r.at)+1) + " "}}, r.text), control.Run{Size: look.CaptionSize + 1})
	}
	v.spare = v.spare[:min(len(v.spare), 8)]
}

// bullet stands before an item.
const bullet = "•"

// indent is how far a row stands in that is beneath an item, in pixels.
func indent(r row) float32 { return itemInset * float32(r.depth) }

// paragraph shows a paragraph; what says of a quote that it is out of date has a sign, and stands under the quote.
func (v *rowView) paragraph(r row) {
	if r.sign == "" {
		v.text(part{inset: indent(r)}, r.text)
		return
	}
	v.text(part{inset: quoteInset}, joined(notes.Text{{Text: r.sign + " "}}, r.text),
		control.Run{Size: look.CaptionSize + 1, Colour: look.ColorError})
}

func (v *rowView) heading(r row) {
	style := map[uint8]control.Run{2: {Size: 17, Bold: true}, 3: {Size: 14, Bold: true}, 4: {Bold: true, Colour: look.ColorMuted}}[r.level]
	v.text(part{above: map[uint8]float32{2: 18, 3: 8, 4: 4}[r.level]}, r.text, style)
	v.rule.Hidden = r.level != 2
}

func (v *rowView) quote(r row) {
	inset := indent(r)
	lead := r.text
	if r.quote.Number > 0 {
		lead = joined(notes.Text{{Text: strconv.Itoa(r.quote.Number) + "  ", Style: notes.Strong}}, lead)
	}
	if len(lead) > 0 {
		v.text(part{inset: inset, above: quoteGap}, lead)
	}
	inset += quoteInset
	words := control.Run{Serif: true, Size: look.TextSize + 1}
	for _, line := range lines(r.quote.Words) {
		words.Text = line
		v.add(part{inset: inset, above: 3, barred: true, turned: direction.RightToLeft(r.quote.Words), said: true}, words)
	}
	for _, line := range lines(r.quote.Translation) {
		v.add(part{inset: inset, above: 3, barred: true}, control.Run{Text: line, Italic: true, Colour: look.ColorMuted})
	}
}

func (v *rowView) cells(r row) {
	v.column = min(max(r.table.letters*letterRoom, textColumn), wideColumn)
	from := float32(0)
	for i, t := range r.cells {
		p := part{column: i, from: from, to: r.table.ends[i], inset: indent(r), atRight: i < len(r.table.numbers) && r.table.numbers[i]}
		from = r.table.ends[i]
		style := control.Run{}
		if r.kind == rowHead {
			style = control.Run{Size: look.CaptionSize, Colour: look.ColorMuted, Bold: true}
		}
		v.text(p, t, style)
	}
	v.rule.Hidden = r.kind != rowHead
}

// text adds a text, in a style but for what its runs say themselves. One of several runs is a sentence of the notes; one alone, as a
// title or a note is, runs as its first letter does.
func (v *rowView) text(p part, t notes.Text, style ...control.Run) {
	p.ours = p.ours || len(t) > 1
	base := control.Run{}
	if len(style) > 0 {
		base = style[0]
	}
	runs := make([]control.Run, 0, len(t))
	for _, r := range t {
		run := base
		run.Text = r.Text
		run.Bold = run.Bold || r.Style == notes.Strong
		run.Italic = run.Italic || r.Style == notes.Emphasis
		if web := shownAddress(r.Link); r.To != "" || web != "" {
			p.links = append(p.links, link{len(runs), r.To, web})
			run.Colour, run.Lined = look.ColorAccentText, true
			if len(p.links)+v.links() == v.picked+1 {
				run.Behind = pickedTint
			}
			if web != "" && web != r.Text {
				run.Text += webSign
			}
		}
		runs = append(runs, run)
	}
	v.add(p, runs...)
}

// pickedTint is the palette's colour behind the link that the keyboard is at.
const pickedTint = "amber"

// webSign stands behind a link that leads into the web, unless it is the address.
const webSign = " →"

// joined is a text followed by another.
func joined(a, b notes.Text) notes.Text { return slices.Concat(a, b) }

// shownAddress is an address of the web or of mail as it is; "" of any other, which is shown as words alone.
func shownAddress(link string) string {
	u, err := url.Parse(link)
	if err != nil || u.Scheme != "mailto" && (u.Host == "" || u.Scheme != "http" && u.Scheme != "https") {
		return ""
	}
	return link
}

// links is how many links the parts have so far.
func (v *rowView) links() int {
	n := 0
	for _, p := range v.parts {
		n += len(p.links)
	}
	return n
}

// linkAt is a link of the row by its number.
func (v *rowView) linkAt(n int) (link, bool) {
	for _, p := range v.parts {
		if n >= 0 && n < len(p.links) {
			return p.links[n], true
		}
		n -= len(p.links)
	}
	return link{}, false
}

func (v *rowView) add(p part, runs ...control.Run) {
	if n := len(v.spare); n > 0 {
		p.line, v.spare = v.spare[n-1], v.spare[:n-1]
	} else {
		p.line = control.NewParagraph()
	}
	p.line.SetEachRun(p.ours)
	p.line.SetRuns(runs...)
	if p.to == 0 {
		p.to = 1
	}
	v.parts = append(v.parts, p)
}

// HeightFor is the row's height in that width, in pixels.
func (v *rowView) HeightFor(width float32) float32 { return v.flow(width, nil) }

// flow gives each part its place, and returns the height of all, in pixels.
func (v *rowView) flow(width float32, put func(p *part, x, y, width, height float32)) float32 {
	left, column := v.inside(width)
	group, bottom := -1, float32(0)
	var ends []float32 // of the columns of the group, so far
	for i := range v.parts {
		p := v.parts[i].in(width)
		if p.group != group {
			group, ends = p.group, ends[:0]
			top := bottom
			for range len(v.parts) {
				ends = append(ends, top)
			}
		}
		x, w := left+p.inset+p.from*(column-p.inset), (p.to-p.from)*(column-p.inset)
		if p.to < 1 {
			w -= cellGap
		}
		if p.turned {
			x -= quoteInset
		}
		w = max(w, 20)
		y, height := ends[p.column]+p.above, p.line.HeightFor(w)
		if put != nil {
			put(&p, x, y, w, height)
		}
		ends[p.column] = y + height
		bottom = max(bottom, y+height)
	}
	return bottom + v.below()
}

// in is how a part stands in a row of that width, in pixels.
func (p part) in(width float32) part {
	switch {
	case p.beside && width >= besideWidth && p.column == 0:
		p.to = passageShare
	case p.beside && width >= besideWidth:
		p.from = passageShare
	case p.beside && p.column > 0:
		p.group, p.column, p.inset, p.barred = 1, 0, quoteInset, true
	}
	return p
}

// passageShare is how much of the width a passage takes beside comments.
const passageShare = 0.62

// below is the room that a rule takes, in pixels.
func (v *rowView) below() float32 {
	if v.rule.Hidden {
		return 0
	}
	return 4
}

// inside is where a text begins in a width, and how wide it is.
func (v *rowView) inside(width float32) (left, column float32) {
	left, _ = outer(width)
	return left, min(width, v.column)
}

// CreateRenderer implements fyne.Widget.
func (v *rowView) CreateRenderer() fyne.WidgetRenderer { return &rowDrawing{v} }

// runAt is the part and the run of it that stand at a place of the row.
func (v *rowView) runAt(at fyne.Position) (p part, run int, found bool) {
	for _, p := range v.parts {
		within := at.Subtract(p.line.Position())
		if within.X >= 0 && within.Y >= 0 && within.X < p.line.Size().Width && within.Y < p.line.Size().Height {
			return p, p.line.RunAt(within), true
		}
	}
	return part{}, -1, false
}

// rowDrawing places the parts of a row.
type rowDrawing struct{ of *rowView }

func (d *rowDrawing) Destroy()           {}
func (d *rowDrawing) MinSize() fyne.Size { return fyne.NewSize(40, 18) }

func (d *rowDrawing) Objects() []fyne.CanvasObject {
	all := []fyne.CanvasObject{d.of.bar, d.of.rule}
	for _, p := range d.of.parts {
		all = append(all, p.line)
	}
	return all
}

func (d *rowDrawing) Layout(size fyne.Size) {
	v := d.of
	top, bottom, x := float32(-1), float32(0), float32(0)
	height := v.flow(size.Width, func(p *part, px, y, width, height float32) {
		if p.atRight {
			if natural := p.line.NaturalWidth(); natural < width {
				px += width - natural
				width = natural
			}
		}
		p.line.Move(fyne.NewPos(px, y))
		p.line.Resize(fyne.NewSize(width, height))
		if p.barred {
			if top < 0 {
				top, x = y, px-quoteInset+2
			}
			if p.turned {
				x = px + width + quoteInset - barWidth - 2
			}
			bottom = y + height
		}
	})
	v.bar.Hidden = top < 0
	v.bar.Move(fyne.NewPos(x, top))
	v.bar.Resize(fyne.NewSize(barWidth, bottom-top))
	left, column := v.inside(size.Width)
	v.rule.Move(fyne.NewPos(left, height-2))
	v.rule.Resize(fyne.NewSize(column, 1))
}

func (d *rowDrawing) Refresh() {
	fill := func(area *canvas.Image, c color.Color) {
		if !area.Hidden {
			paint.Fill(area, c)
		}
	}
	for _, p := range d.of.parts {
		p.line.Refresh()
	}
	d.Layout(d.of.Size())
	fill(d.of.bar, look.Color(look.ColorAccent))
	fill(d.of.rule, look.Color(look.ColorBorder))
	canvas.Refresh(d.of)
}

// AccessibilityLabel implements fyne.Accessible: all that the row says.
func (v *rowView) AccessibilityLabel() string {
	var said []string
	for _, p := range v.parts {
		if words := p.line.Text(); words != bullet {
			said = append(said, words)
		}
	}
	return strings.Join(said, " ")
}

// AccessibilityRole implements fyne.Accessible.
func (v *rowView) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }
