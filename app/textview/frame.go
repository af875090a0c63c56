package textview

import (
	"math"
	"strconv"
	"time"

	"fyne.io/fyne/v2"

	"standpoint/app/textview/internal/layout"
	"standpoint/store/text"
)

const (
	headSpace     = 22  // above the title
	titleSpace    = 4   // between title and subtitle
	bodySpace     = 18  // between subtitle and body
	footSpace     = 56  // below the last row
	widestPadding = 48  // at both sides of the column and its margin
	leastPadding  = 18  // the same in a narrow view
	narrowColumn  = 340 // a margin that leaves less than this shows stripes only
	stripesOnly   = 30  // width of such a margin
	columnSpace   = 14  // between margin and column
	numberSpace   = 10  // between a paragraph's number and the column
	barWidth      = 12  // of the scroll bar

	betweenFacts = " · " // in a subtitle

	sliceTime  = 3 * time.Millisecond
	slicePause = 12 * time.Millisecond
)

// frame is where things stand in a view of a given size.
type frame struct {
	size      fyne.Size
	fonts     fonts
	face      Face
	header    Header
	columnX   float32
	column    float32 // width
	marginX   float32
	margin    float32 // width, 0 if there is none
	numbers   float32 // width of what the paragraphs' numbers take, 0 if there are none
	labels    bool    // there is room for labels beside the stripes
	rowHeight float32
	textTop   float32        // from the top of a row to the top of its text
	title     [][]layout.Run // of each row
	subtitle  [][]layout.Run
	rightLeft bool    // the body reads from right to left
	head      float32 // height of what stands above the body
}

func newFrame(size fyne.Size, face Face, f fonts, h Header, b *text.Body) frame {
	rightLeft := layout.ReadsRightToLeft(b)
	fr := frame{size: size, fonts: f, face: face, header: h, rightLeft: rightLeft}
	fr.rowHeight = float32(math.Round(float64(face.TextSize * face.LineHeight)))
	fr.textTop = float32(math.Round(float64(fr.rowHeight-f.text.height) / 2))
	fr.margin, fr.labels = face.MarginWidth, face.MarginWidth > 2*stripesOnly
	if face.Numbers {
		fr.numbers = f.label.widths.Of(strconv.Itoa(len(b.Paragraphs()))) + numberSpace
	}
	padding := float32(widestPadding)
	if size.Width-fr.margin-fr.numbers-2*padding < narrowColumn {
		padding = leastPadding
	}
	if size.Width-fr.margin-fr.numbers-2*padding < narrowColumn && fr.labels {
		fr.margin, fr.labels = stripesOnly, false
	}
	fr.column = max(40, min(face.ColumnWidth, size.Width-fr.margin-fr.numbers-2*padding))
	left := max(4, float32(math.Round(float64(size.Width-fr.margin-fr.numbers-fr.column)/2)))
	if face.MarginRight {
		fr.columnX = left + fr.numbers
		fr.marginX = fr.columnX + fr.column
	} else {
		fr.marginX = left
		fr.columnX = left + fr.margin + fr.numbers
	}
	fr.setHead()
	return fr
}

// labelX is where the labels of the margin begin.
func (fr *frame) labelX() float32 {
	if fr.face.MarginRight {
		return fr.marginX + columnSpace
	}
	return fr.marginX + stripeWidth + labelSpace
}

// labelWidth is how wide the labels of the margin can be.
func (fr *frame) labelWidth() float32 { return fr.margin - labelSpace - stripeWidth - columnSpace }

// stripeX is where the stripes of a lane are, out of so many lanes: the first
// beside the labels, the others away from the text, closer together if there
// are many.
func (fr *frame) stripeX(lane, lanes int) float32 {
	first, room, away := fr.marginX, fr.marginX-2, float32(-1)
	switch {
	case fr.face.MarginRight && fr.labels:
		first = fr.marginX + fr.margin - stripeWidth
	case fr.face.MarginRight:
		first = fr.marginX + columnSpace - stripeWidth
	case !fr.labels:
		first = fr.marginX + fr.margin - columnSpace
		room = first - 2
	}
	if fr.face.MarginRight {
		room, away = fr.size.Width-barWidth-first-stripeWidth, 1
	}
	pitch := float32(stripePitch)
	if lanes > 1 {
		pitch = max(1, min(pitch, room/float32(lanes-1)))
	}
	return max(0, first+away*float32(lane)*pitch)
}

// fits says that nothing has changed that the frame depends on but the theme.
func (fr *frame) fits(size fyne.Size, face Face, h Header) bool {
	return fr.size == size && fr.face == face && fr.header == h
}

func (fr *frame) setHead() {
	h := fr.header
	heading := layout.Heading{Width: fr.column, RightToLeft: fr.rightLeft}
	fr.head = headSpace
	if h.Title != "" {
		fr.title = heading.Rows(h.Title, fr.fonts.title.widths)
		fr.head += float32(len(fr.title)) * fr.titleRow()
	}
	if h.Subtitle != "" {
		heading.Between = betweenFacts
		fr.subtitle = heading.Rows(h.Subtitle, fr.fonts.small.widths)
		fr.head += titleSpace + float32(len(fr.subtitle))*fr.subtitleRow()
	}
	if h.Title != "" || h.Subtitle != "" {
		fr.head += bodySpace
	}
}

func (fr *frame) titleRow() float32 { return float32(math.Ceil(float64(fr.fonts.title.size * 1.3))) }

func (fr *frame) subtitleRow() float32 {
	return float32(math.Ceil(float64(fr.fonts.small.size * 1.4)))
}

func (fr *frame) geometry() layout.Geometry {
	return layout.Geometry{
		Width:     fr.column,
		RowHeight: fr.rowHeight,
		Gap:       float32(math.Round(float64(fr.face.TextSize) * 0.9)),
	}
}

func (v *View) viewport() layout.Viewport {
	return layout.Viewport{
		Height: float64(v.frame.size.Height), Head: float64(v.frame.head), Foot: footSpace,
	}
}

// layOut makes page and frame fit body, face and size, and keeps the first
// visible code point. It is false while there is nothing to lay out.
func (v *View) layOut() bool {
	size := v.Size()
	if v.body == nil || size.Width < 1 || size.Height < 1 {
		return false
	}
	if v.page != nil && v.fonts.text.widths != nil && v.frame.fits(size, v.face, v.header) {
		return true
	}
	fresh := !v.fonts.measured(v.face)
	if fresh {
		v.fonts = newFonts(v.face, v.absent)
	}
	before := v.frame
	v.frame = newFrame(size, v.face, v.fonts, v.header, v.body)
	switch {
	case v.page == nil || fresh:
		v.page = layout.New(v.body, v.fonts.text.widths, v.frame.geometry())
	case v.page.Geometry() != v.frame.geometry():
		v.page.Resize(v.frame.geometry())
	default:
		v.settle(before, false)
		return true
	}
	v.settle(before, true)
	v.wrapRest()
	return true
}

// settle finds the place in the text again after a change of the frame.
func (v *View) settle(before frame, rewrapped bool) {
	atStart := v.anchor.Block == 0 && v.anchor.Offset <= -float64(before.head)
	switch {
	case atStart && v.first == 0:
		v.anchor = v.page.Move(v.page.Start(v.viewport()), 0, v.viewport())
	case v.first == 0 && v.anchor.Block == 0 && v.anchor.Offset <= 0:
		v.anchor = v.page.Move(v.anchor, 0, v.viewport())
	case rewrapped:
		v.anchor = v.page.AnchorAt(v.first, v.viewport())
	default:
		v.anchor = v.page.Move(v.anchor, 0, v.viewport())
	}
	waiting := v.waiting
	v.waiting = nil
	for _, do := range waiting {
		do()
	}
}

// refreshFonts notices that the theme's fonts have changed.
func (v *View) refreshFonts() {
	if v.fonts.text.widths != nil && !v.fonts.measured(v.face) {
		v.fonts = fonts{}
	}
}

// wrapRest lays out what is not seen, a slice now and the others when the
// window has time, so that scrolling there is smooth.
func (v *View) wrapRest() {
	v.stopSlices()
	start := v.now()
	done := v.page.WrapSome(func() bool { return v.now().Sub(start) > sliceTime })
	if !done {
		v.slice = v.later(slicePause, v.wrapRest)
	}
}

func (v *View) stopSlices() {
	if v.slice != nil {
		v.slice()
		v.slice = nil
	}
}
