package control

import (
	"image/color"
	"math"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"standpoint/app/direction"
	"standpoint/app/look"
	"standpoint/app/paint"
	"standpoint/store/text"
)

// Run is text in one style.
type Run struct {
	Text   string
	Bold   bool
	Italic bool
	Serif  bool                // the reading face
	Size   float32             // in pixels; 0 is look.TextSize
	Colour fyne.ThemeColorName // empty is look.ColorText
	Tone   string              // palette name whose text tone to take; wins over Colour
	Behind string              // palette name whose tint lies behind the text; empty for nothing
	Lined  bool                // underlined, as a link is
}

// RichLine shows runs of styled text in one or a few lines, cut with an ellipsis
// where they do not fit. Fyne's own labels measure and lay out several times as much.
type RichLine struct {
	widget.BaseWidget
	centred  bool
	apart    bool // lines that are read from the right stand there, also one alone
	eachRun  bool // runs read each on its own
	runs     []Run
	maxLines int
	texts    []fyne.CanvasObject
	under    []fyne.CanvasObject // what lies behind texts and under them
	boxes    []runBox            // where the texts are
	width    float32             // what the texts are laid out for, in pixels; < 0: not yet
	height   float32             // what they take then
}

// NewRichLine returns runs of text on at most that many lines.
func NewRichLine(lines int, runs ...Run) *RichLine {
	r := &RichLine{runs: runs, maxLines: max(lines, 1), width: -1}
	r.ExtendBaseWidget(r)
	return r
}

// NewParagraph returns runs of text on as many lines as they need, as a paragraph of a text that is read: where that runs from right to
// left it stands at the right.
func NewParagraph(runs ...Run) *RichLine {
	r := NewRichLine(mostLines, runs...)
	r.apart = true
	return r
}

// mostLines is more than any paragraph has.
const mostLines = 1 << 20

// newText returns one line of ordinary text.
func newText(text string) *RichLine { return NewRichLine(1, Run{Text: text}) }

// NewCaption returns one line of small muted text.
func NewCaption(text string) *RichLine { return NewRichLine(1, Caption(text)) }

// NewQuoteText returns an italic quotation on at most that many lines.
func NewQuoteText(lines int, quote string) *RichLine {
	return NewRichLine(lines, quoteRun(quote))
}

// Caption is a run of small muted text.
func Caption(text string) Run {
	return Run{Text: text, Size: look.CaptionSize, Colour: look.ColorMuted}
}

// quoteRun is a run of italic text, a little smaller than ordinary text.
func quoteRun(quote string) Run {
	return Run{Text: quote, Italic: true, Size: look.TextSize - 1}
}

// SetLines shows the text on at most that many lines.
func (r *RichLine) SetLines(most int) {
	if most = max(most, 1); r.maxLines != most {
		r.maxLines, r.width = most, -1
		r.Refresh()
	}
}

// SetRuns shows other text.
func (r *RichLine) SetRuns(runs ...Run) {
	if slices.Equal(r.runs, runs) {
		return
	}
	r.runs = runs
	r.Refresh()
}

// SetEachRun says whether runs read each on its own, in a text that reads from left to right: so do sentences of the program's own with
// names in them. Otherwise all runs together read as their first letter does.
func (r *RichLine) SetEachRun(on bool) {
	if r.eachRun != on {
		r.eachRun, r.width = on, -1
		r.Refresh()
	}
}

// SetText shows other text in the style of the first run.
func (r *RichLine) SetText(text string) {
	run := Run{}
	if len(r.runs) > 0 {
		run = r.runs[0]
	}
	run.Text = text
	r.SetRuns(run)
}

// SetQuote shows another quotation in the style of NewQuoteText.
func (r *RichLine) SetQuote(quote string) { r.SetRuns(quoteRun(quote)) }

// Text is what it says, in full.
func (r *RichLine) Text() string {
	var b strings.Builder
	for _, run := range r.runs {
		b.WriteString(run.Text)
	}
	return b.String()
}

// HeightFor is the height that the text takes in that width, in pixels.
func (r *RichLine) HeightFor(width float32) float32 {
	if width == r.width {
		return r.height
	}
	height := float32(0)
	lines, _ := r.lines(width)
	for _, line := range lines {
		height += r.metrics(line).height
	}
	return height
}

// NaturalWidth is the width of the text on one line, in pixels.
func (r *RichLine) NaturalWidth() float32 {
	width := float32(0)
	for i, text := range r.visible() {
		width += r.runs[i].widthOf(text)
	}
	return ceil(width)
}

// CreateRenderer implements fyne.Widget.
func (r *RichLine) CreateRenderer() fyne.WidgetRenderer {
	r.ExtendBaseWidget(r)
	return newDrawing(r)
}

func (r *RichLine) objects() []fyne.CanvasObject {
	if len(r.under) == 0 {
		return r.texts
	}
	return slices.Concat(r.under, r.texts)
}

// least is narrow, as the text can be cut, and as high as it is in the width it has.
func (r *RichLine) least() fyne.Size {
	width := min(r.NaturalWidth(), 3*look.TextSize)
	height := r.height
	if r.width < 0 {
		height = r.HeightFor(r.NaturalWidth())
	}
	return fyne.NewSize(width, height)
}

func (r *RichLine) paint() { r.width = -1 }

func (r *RichLine) arrange(size fyne.Size) {
	if size.Width == r.width || size.Width <= 0 {
		return // nothing to do, or no room yet
	}
	old := r.texts
	r.texts, r.under, r.boxes = nil, nil, r.boxes[:0]
	y := float32(0)
	lines, rightToLeft := r.lines(size.Width)
	for _, line := range lines {
		m := r.metrics(line)
		indent := r.indent(line, size.Width, rightToLeft && (r.apart || len(lines) > 1))
		for _, s := range line {
			var t *canvas.Text
			if len(old) > 0 {
				t, old = old[0].(*canvas.Text), old[1:]
			} else {
				t = &canvas.Text{}
			}
			r.style(t, s)
			size, baseline := r.extent(s.run, s.text)
			place(t, s.x+indent, y+m.baseline-baseline, s.width, size.Height)
			r.texts = append(r.texts, t)
			r.boxes = append(r.boxes, runBox{s.run, fyne.NewPos(s.x+indent, y), fyne.NewSize(s.width, m.height)})
			r.underlay(s, fyne.NewPos(s.x+indent, y), m, y+m.baseline)
		}
		y += m.height
	}
	r.width, r.height = size.Width, y
	canvas.Refresh(r)
}

// runBox is where a part of a run is drawn.
type runBox struct {
	run int
	at  fyne.Position
	fyne.Size
}

// RunAt is the run that is drawn at a place of the line, by its index; -1 where none is.
func (r *RichLine) RunAt(at fyne.Position) int {
	for _, b := range r.boxes {
		if at.X >= b.at.X && at.X < b.at.X+b.Width && at.Y >= b.at.Y && at.Y < b.at.Y+b.Height {
			return b.run
		}
	}
	return -1
}

// underlay lays the tint of a run behind a part of it, and a line under it.
func (r *RichLine) underlay(s segment, at fyne.Position, m lineMetrics, baseline float32) {
	run := r.runs[s.run]
	if run.Behind != "" {
		tint := paint.NewArea()
		paint.Fill(tint, look.Tone(run.Behind).Tint)
		place(tint, at.X-1, at.Y, s.width+2, m.height)
		r.under = append(r.under, tint)
	}
	if run.Lined {
		line := paint.NewArea()
		paint.Fill(line, run.ink())
		place(line, at.X, baseline+2, s.width, 1)
		r.under = append(r.under, line)
	}
}

// indent is where a line begins. Lines below one another stand where they are read from; one alone stands at the left, as in the
// margin of the reading view, so that names and titles in a list are found along one edge.
func (r *RichLine) indent(line []segment, width float32, atRight bool) float32 {
	if !r.centred && !atRight || len(line) == 0 {
		return 0
	}
	last := line[len(line)-1]
	room := max(width-last.x-last.width, 0)
	if r.centred {
		return room / 2
	}
	return room
}

func (r *RichLine) style(t *canvas.Text, s segment) {
	run := r.runs[s.run]
	t.Text, t.TextSize, t.TextStyle, t.FontSource = s.text, run.size(), run.style(), run.font()
	t.Color = run.ink()
	t.Refresh()
}

type lineMetrics struct{ height, baseline float32 }

// metrics are those of the tallest run in a line.
func (r *RichLine) metrics(line []segment) lineMetrics {
	var m lineMetrics
	for _, s := range line {
		size, baseline := r.extent(s.run, s.text)
		m.height, m.baseline = max(m.height, ceil(size.Height)), max(m.baseline, baseline)
	}
	return m
}

// lines are what to draw; rightToLeft says which way they are read.
func (r *RichLine) lines(width float32) (lines [][]segment, rightToLeft bool) {
	return breakLines(r.visible(), width+0.5, r.maxLines, r.eachRun, r.measure)
}

// longestLine is more bytes than a line can show, in the widest window.
const longestLine = 4000

// visible is what can be seen of the runs, as it does no harm: not more is ever measured,
// as a quotation may be a whole article.
func (r *RichLine) visible() []string {
	texts := make([]string, len(r.runs))
	for i, run := range r.runs {
		words := run.Text
		if most := r.maxLines * longestLine; len(run.Text) > most {
			words = strings.ToValidUTF8(run.Text[:most], "")
		}
		texts[i] = text.Shown(words)
	}
	return texts
}

func (r *RichLine) measure(run int, s string) float32 {
	if s == "" {
		return 0
	}
	size, _ := r.extent(run, s)
	return size.Width
}

func (r *RichLine) extent(run int, s string) (size fyne.Size, baseline float32) {
	return r.runs[run].extent(s)
}

func (r Run) size() float32 {
	if r.Size == 0 {
		return look.TextSize
	}
	return r.Size
}

func (r Run) style() fyne.TextStyle { return fyne.TextStyle{Bold: r.Bold, Italic: r.Italic} }

func (r Run) font() fyne.Resource {
	if r.Serif {
		return look.Reading(r.Bold)
	}
	return nil
}

func (r Run) ink() color.Color {
	switch {
	case r.Tone != "":
		return look.Tone(r.Tone).Text
	case r.Colour != "":
		return look.Color(r.Colour)
	}
	return look.Color(look.ColorText)
}

// width is the run's on one line, in pixels.
func (r Run) width() float32 { return r.widthOf(r.Text) }

// widthOf is the width of a text in the run's style on one line, in pixels.
func (r Run) widthOf(s string) float32 {
	measure := widths(func(_ int, s string) float32 {
		size, _ := r.extent(s)
		return size.Width
	})
	if direction.HasRightToLeft(s) {
		return measure.apart(0, s)
	}
	return measure(0, s)
}

// height is that of one line in the run's face and size, in pixels.
func (r Run) height() float32 {
	size, _ := r.extent(r.Text)
	return ceil(size.Height)
}

func (r Run) extent(s string) (size fyne.Size, baseline float32) {
	return fyne.CurrentApp().Driver().RenderedTextSize(s, r.size(), r.style(), r.font())
}

// Elide is the text, cut with an ellipsis if it is wider than that many pixels.
func Elide(words string, width, size float32, style fyne.TextStyle) string {
	run := Run{Size: size, Bold: style.Bold, Italic: style.Italic}
	measure := widths(func(_ int, s string) float32 { return run.widthOf(s) })
	var elided strings.Builder
	eachLine([]string{text.Shown(words)}, width, 1, measure, func(line []piece) {
		for _, p := range line {
			elided.WriteString(p.text)
		}
	})
	return strings.TrimSpace(elided.String())
}

func ceil(x float32) float32 { return float32(math.Ceil(float64(x))) }
