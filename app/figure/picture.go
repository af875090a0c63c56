// Package figure draws who stands where: tables, timelines, balances and networks as pictures, and writes them as SVG, PNG, PDF and HTML.
// A picture is a list of shapes; each way to show it only knows these.
package figure

import (
	"strings"

	"standpoint/app/discourse"
	"standpoint/store"
	"standpoint/store/text"
)

// Picture is what is drawn, in pixels from the upper left.
type Picture struct {
	Width, Height float64
	Title         string
	Caption       []string // what is shown, of what, and how it was counted; a sentence or line each
	Description   string   // the same in words for those who do not see it
	Language      string   // BCP 47
	Shapes        []Shape  // the later ones lie over the earlier ones
	Origin        Point    // of a network: from where on places of nodes are told
	Stay          Stay
	Steady        Steady

	Breaks []float64     // heights at which paper may break the picture, from above
	Data   func() []Data // the tables behind it, the one that CSV has first
}

// Stay says what of a picture stays in sight on a screen while the rest is moved: its head, which lies between two heights, and what lies
// left of a place. What lies above the head or below the foot is not moved to the side. The zero Stay lets nothing stay. All in pixels.
type Stay struct {
	Top, Bottom float64 // of the head
	Left        float64
	Foot        float64 // where the foot begins
	Below       float64 // the head with what was pinned below it reaches to there
	Beside      float64 // the same to the right
}

// Steady says which edges of a picture keep their size on screens, however large what lies between them is shown, so that its words can be
// read. All in pixels; the zero Steady lets none.
type Steady struct {
	Sides float64 // so far from both sides reach names alone
	Head  float64 // from above to there reaches the head
	Foot  float64 // so tall is the foot
	Signs float64 // so tall is what of the foot tells what signs mean
	Wide  float64 // so wide is the foot
}

// Kind is what a shape is.
type Kind int

// The kinds of shapes.
const (
	Area  Kind = iota // a polygon
	Line              // an open line through points
	Disc              // a circle around the first point
	Words             // text that begins, has its middle or ends at the first point, its base line
)

// Point is a place in a picture.
type Point struct{ X, Y float64 }

// Shape is one thing that is drawn.
type Shape struct {
	Kind   Kind
	Points []Point
	Radius float64 // of a disc
	Fill   Colour  // "": none
	Stroke Colour  // "": none
	Width  float64 // of the stroke
	Dashed bool
	Text   string
	Whole  string  // what the text was cut from; "": it is as it was
	Size   float64 // of the text
	Anchor Anchor
	Bold   bool
	Halo   bool     // the page shines through around the text, over what lies below it
	From   float64  // the scale from which on it is shown, as large then at each scale as at that of 1; 0: at any, and as large as the rest
	Until  float64  // of what has a From: the scale from which on it is not shown any more; 0: it is shown at all larger ones
	Hold   Point    // of what has a From: the place of the picture by which it stands, as far from there as at a scale of 1
	Turn   float64  // degrees by which the text is turned around its point, clockwise
	Tip    string   // what it tells when pointed at; "": nothing
	Leads  store.ID // to which position; none: nowhere

	Of     []discourse.Node // whose positions it stands for, and on what; none: nobody's
	Part   string           // which of several that stand for the same
	Behind []store.ID       // the positions that it counts; none: all that Of says
}

// Anchor says which part of a text stands at its point.
type Anchor string

// The anchors.
const (
	AtStart  Anchor = "start"
	AtMiddle Anchor = "middle"
	AtEnd    Anchor = "end"
)

// Colour is a colour by what it is for. A theme says which that is.
type Colour string

// The colours.
const (
	Page            Colour = "page"
	Ink             Colour = "ink"
	Faint           Colour = "faint"
	Grid            Colour = "grid"
	Supporting      Colour = "support"
	Opposing        Colour = "oppose"
	Neutral         Colour = "neutral"
	Unclear         Colour = "unclear"
	Under           Colour = "conditional"
	SupportingTint  Colour = "support-tint"
	OpposingTint    Colour = "oppose-tint"
	NeutralTint     Colour = "neutral-tint"
	UnclearTint     Colour = "unclear-tint"
	ConditionalTint Colour = "conditional-tint"
	Hull            Colour = "hull"
)

// Theme says which colour each is.
type Theme map[Colour]string

// colours are all of them, in the order in which files name them.
var colours = []Colour{
	Page, Ink, Faint, Grid, Supporting, Opposing, Neutral, Unclear, Under, SupportingTint, OpposingTint, NeutralTint, UnclearTint,
	ConditionalTint, Hull,
}

// Light is for paper and light screens, Dark for dark ones.
var (
	Light = Theme{
		Page: "#ffffff", Ink: "#20242c", Faint: "#626469", Grid: "#e0e2e6", Supporting: "#018c46", Opposing: "#c43d4d", Neutral: "#6b7585",
		Unclear: "#9d663e", Under: "#c68604", SupportingTint: "#d8f6df", OpposingTint: "#ffe6e6", NeutralTint: "#e5e6e8",
		UnclearTint: "#fae9de", ConditionalTint: "#feebbc", Hull: "#f0f3f8",
	}
	Dark = Theme{
		Page: "#191a1d", Ink: "#e6e6e9", Faint: "#a8abb0", Grid: "#3b3c3e", Supporting: "#65c281", Opposing: "#fb8087", Neutral: "#a8abb0",
		Unclear: "#cea081", Under: "#efa831", SupportingTint: "#24442d", OpposingTint: "#582d2f", NeutralTint: "#3b3c3e",
		UnclearTint: "#48382d", ConditionalTint: "#523501", Hull: "#26282d",
	}
)

// toneOf is the colour of a stance, and its tint.
func toneOf(s store.Stance, conditional bool) (line, tint Colour) {
	switch {
	case conditional:
		return Under, ConditionalTint
	case s == store.StanceSupport:
		return Supporting, SupportingTint
	case s == store.StanceOppose:
		return Opposing, OpposingTint
	case s == store.StanceUnclear:
		return Unclear, UnclearTint
	}
	return Neutral, NeutralTint
}

func (p *Picture) add(s Shape) { p.Shapes = append(p.Shapes, s) }

// box adds a rectangle.
func (p *Picture) box(x, y, width, height float64, s Shape) {
	s.Kind = Area
	s.Points = []Point{{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}}
	p.add(s)
}

// line adds a straight line.
func (p *Picture) line(x1, y1, x2, y2 float64, s Shape) {
	s.Kind, s.Points = Line, []Point{{x1, y1}, {x2, y2}}
	p.add(s)
}

// words adds text.
func (p *Picture) words(x, y, size float64, words string, s Shape) {
	p.add(wordsAt(x, y, size, words, s))
}

// wordsAt is text at a place.
func wordsAt(x, y, size float64, words string, s Shape) Shape {
	s.Kind, s.Points, s.Size, s.Text = Words, []Point{{x, y}}, size, text.Shown(words)
	if s.Fill == "" {
		s.Fill = Ink
	}
	if s.Anchor == "" {
		s.Anchor = AtStart
	}
	return s
}

// sign adds the sign of a stance around a place: ▲ support, ▼ oppose, ● neutral, ? unclear, a rhomb beside it under a condition. It is open
// where somebody else told of it.
func (p *Picture) sign(at Point, size float64, r *discourse.Row, tip string, of []discourse.Node) {
	stance, conditional := r.Position.Stance, r.Position.Conditional
	line, _ := toneOf(stance, conditional)
	s := Shape{Kind: Area, Fill: line, Stroke: line, Width: 1.4, Tip: tip, Leads: r.Position.ID, Of: of}
	if r.Told {
		s.Fill = Page
	}
	x, y, h := at.X, at.Y, size/2
	switch stance {
	case store.StanceSupport:
		s.Points = []Point{{x - h, y + h*.8}, {x, y - h}, {x + h, y + h*.8}}
	case store.StanceOppose:
		s.Points = []Point{{x - h, y - h*.8}, {x, y + h}, {x + h, y - h*.8}}
	case store.StanceUnclear:
		s.Kind, s.Points, s.Radius, s.Fill = Disc, []Point{at}, h, Page
		p.add(s)
		p.words(x, y+size*.3, size*.9, "?", Shape{Fill: line, Anchor: AtMiddle, Bold: true, Tip: tip, Leads: s.Leads, Of: of})
		return
	default:
		s.Kind, s.Points, s.Radius = Disc, []Point{at}, h*.9
	}
	p.add(s)
	if conditional {
		d := size * .28
		cx, cy := x+h+d, y-h*.2
		p.add(Shape{
			Kind: Area, Points: []Point{{cx - d, cy}, {cx, cy - d}, {cx + d, cy}, {cx, cy + d}}, Fill: Page, Stroke: line, Width: 1.2,
			Tip: tip, Leads: s.Leads, Of: of,
		})
	}
}

// fit cuts a text so that it is at most so wide, with an ellipsis in its middle: long names often begin alike, and often end alike.
func fit(words string, size, width float64) string {
	words = strings.Join(strings.Fields(text.Shown(words)), " ")
	if measure(words, size) <= width {
		return words
	}
	room := width - measure("…", size)
	body, err := text.NewBody(words)
	if err != nil {
		return "…"
	}
	const atStart = .6 // of the room
	end, start := 0, body.Len()
	for next := body.NextGrapheme(end); next < start && measure(body.Slice(text.Span{End: next}), size) <= room*atStart; {
		end, next = next, body.NextGrapheme(next)
	}
	begin := strings.TrimRight(body.Slice(text.Span{End: end}), " ")
	room -= measure(begin, size)
	for before := body.PrevGrapheme(start); before > end && measure(body.Slice(text.Span{Start: before, End: body.Len()}), size) <= room; {
		start, before = before, body.PrevGrapheme(before)
	}
	return begin + "…" + strings.TrimLeft(body.Slice(text.Span{Start: start, End: body.Len()}), " ")
}

// head begins a picture with its title.
func head(title, language string) *Picture {
	p := &Picture{Title: title, Language: language}
	p.words(margin, margin+titleSize, titleSize, title, Shape{Bold: true})
	return p
}

// Sizes in pixels.
const (
	margin     = 24.0
	titleSize  = 18.0
	bodySize   = 13.0
	smallSize  = 11.0
	haloWidth  = 3.0
	leastWidth = 480.0 // of a page
	lead       = 18.0  // from one line of a caption to the next

	widestCaption = 1200.0
)

// foot ends a picture with its caption, below a height, and fits the page around it.
func (p *Picture) foot(below float64, caption []string) {
	p.Width = max(p.Width, 2*margin+measure(p.Title, titleSize)*1.1, leastWidth)
	p.footWithin(below, caption, p.Width-2*margin)
}

// footWithin ends a picture with its caption, in lines of some width.
func (p *Picture) footWithin(below float64, caption []string, width float64) {
	y := below + lead
	for _, sentence := range caption {
		for _, line := range wrap(sentence, smallSize, min(width, widestCaption)) {
			p.words(margin, y, smallSize, line, Shape{Fill: Faint})
			y += lead * .85
		}
	}
	p.Caption = caption
	p.Height = y + margin/2
}

// wrap breaks a text into lines that are at most so wide.
func wrap(words string, size, width float64) (lines []string) {
	line := ""
	for _, word := range strings.Fields(words) {
		longer := strings.TrimSpace(line + " " + word)
		if line != "" && measure(longer, size) > width {
			lines = append(lines, line)
			longer = word
		}
		line = longer
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}
