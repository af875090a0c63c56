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
	stripeWidth   = 3   // of a mark in the margin
	stripePitch   = 11  // from one to the next
	labelSpace    = 7   // between a stripe and its label

	betweenFacts = " · " // in a subtitle

	sliceTime  = 3 * time.Millisecond
	slicePause = 12 * time.Millisecond
)

// measures is where things stand in a view of a given size.
type measures struct {
	size        fyne.Size
	fonts       fonts
	face        Face
	header      Header
	columnX     float32
	columnWidth float32
	marginX     float32
	margin      float32 // width, 0 if there is none
	numbers     float32 // width of what the paragraphs' numbers take, 0 if there are none
	labels      bool    // there is room for labels beside the stripes
	rowHeight   float32
	textTop     float32        // from the top of a row to the top of its text
	title       [][]layout.Run // of each row
	subtitle    [][]layout.Run
	rightLeft   bool    // the body reads from right to left
	head        float32 // height of what stands above the body
}

func newMeasures(size fyne.Size, face Face, f fonts, h Header, b *text.Body) measures {
	rightLeft := layout.ReadsRightToLeft(b)
	ms := measures{size: size, fonts: f, face: face, header: h, rightLeft: rightLeft}
	ms.rowHeight = float32(math.Round(float64(face.TextSize * face.LineHeight)))
	ms.textTop = float32(math.Round(float64(ms.rowHeight-f.text.height) / 2))
	ms.margin, ms.labels = face.MarginWidth, face.MarginWidth > 2*stripesOnly
	if face.Numbers {
		ms.numbers = f.label.widths.Of(strconv.Itoa(len(b.Paragraphs()))) + numberSpace
	}
	padding := float32(widestPadding)
	if size.Width-ms.margin-ms.numbers-2*padding < narrowColumn {
		padding = leastPadding
	}
	if size.Width-ms.margin-ms.numbers-2*padding < narrowColumn && ms.labels {
		ms.margin, ms.labels = stripesOnly, false
	}
	ms.columnWidth = max(40, min(face.ColumnWidth, size.Width-ms.margin-ms.numbers-2*padding))
	left := max(4, float32(math.Round(float64(size.Width-ms.margin-ms.numbers-ms.columnWidth)/2)))
	if face.MarginRight {
		ms.columnX = left + ms.numbers
		ms.marginX = ms.columnX + ms.columnWidth
	} else {
		ms.marginX = left
		ms.columnX = left + ms.margin + ms.numbers
	}
	ms.setHead()
	return ms
}

// labelX is where the labels of the margin begin.
func (ms *measures) labelX() float32 {
	if ms.face.MarginRight {
		return ms.marginX + columnSpace
	}
	return ms.marginX + stripeWidth + labelSpace
}

// labelWidth is how wide the labels of the margin can be.
func (ms *measures) labelWidth() float32 { return ms.margin - labelSpace - stripeWidth - columnSpace }

// stripeX is where the stripes of a lane are, out of so many lanes: the first
// beside the labels, the others away from the text, closer together if there
// are many.
func (ms *measures) stripeX(lane, lanes int) float32 {
	first, room, away := ms.marginX, ms.marginX-2, float32(-1)
	switch {
	case ms.face.MarginRight && ms.labels:
		first = ms.marginX + ms.margin - stripeWidth
	case ms.face.MarginRight:
		first = ms.marginX + columnSpace - stripeWidth
	case !ms.labels:
		first = ms.marginX + ms.margin - columnSpace
		room = first - 2
	}
	if ms.face.MarginRight {
		room, away = ms.size.Width-barWidth-first-stripeWidth, 1
	}
	pitch := float32(stripePitch)
	if lanes > 1 {
		pitch = max(1, min(pitch, room/float32(lanes-1)))
	}
	return max(0, first+away*float32(lane)*pitch)
}

// fits says that nothing has changed that the measures depend on but the theme.
func (ms *measures) fits(size fyne.Size, face Face, h Header) bool {
	return ms.size == size && ms.face == face && ms.header == h
}

func (ms *measures) setHead() {
	h := ms.header
	lines := layout.Title{Width: ms.columnWidth, RightToLeft: ms.rightLeft}
	ms.head = headSpace
	if h.Title != "" {
		ms.title = lines.Rows(h.Title, ms.fonts.title.widths)
		ms.head += float32(len(ms.title)) * ms.titleRow()
	}
	if h.Subtitle != "" {
		lines.Between = betweenFacts
		ms.subtitle = lines.Rows(h.Subtitle, ms.fonts.small.widths)
		ms.head += titleSpace + float32(len(ms.subtitle))*ms.subtitleRow()
	}
	if h.Title != "" || h.Subtitle != "" {
		ms.head += bodySpace
	}
}

func (ms *measures) titleRow() float32 { return float32(math.Ceil(float64(ms.fonts.title.size * 1.3))) }

func (ms *measures) subtitleRow() float32 {
	return float32(math.Ceil(float64(ms.fonts.small.size * 1.4)))
}

func (ms *measures) geometry() layout.Geometry {
	return layout.Geometry{
		Width:     ms.columnWidth,
		RowHeight: ms.rowHeight,
		Gap:       float32(math.Round(float64(ms.face.TextSize) * 0.9)),
	}
}

// Header is what stands above the body and scrolls with it, at the right if the
// body reads from right to left.
type Header struct {
	Title    string
	Subtitle string // facts with " · " between them, each of which reads in its own direction
}
