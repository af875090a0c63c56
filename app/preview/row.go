package preview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"standpoint/app/candidates"
	"standpoint/app/control"
	"standpoint/app/look"
	"standpoint/app/words"
)

// The sizes of a row, in pixels: of one that cannot be read, of the box to tick, the room round both.
const (
	unreadRow  = 64
	boxSize    = 20
	boxRoom    = boxSize + 10
	rowPadX    = 10
	rowPadY    = 6
	titleLines = 2
)

// row is an article that waits: a box to tick, the title, what is known of it, its first words, and what is to be thought of.
type row struct {
	object *fyne.Container
	box    *tickBox
	lines  []*control.RichLine
}

func newRow(onTick func(id int)) *row {
	r := &row{box: newTickBox(onTick)}
	r.lines = []*control.RichLine{control.NewRichLine(titleLines), control.NewRichLine(1), control.NewRichLine(1), control.NewRichLine(3)}
	objects := []fyne.CanvasObject{r.box}
	for _, line := range r.lines {
		objects = append(objects, line)
	}
	r.object = container.New(r, objects...)
	return r
}

// MinSize implements fyne.Layout.
func (r *row) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(60, 30) }

// Layout implements fyne.Layout.
func (r *row) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	r.box.Move(fyne.NewPos(rowPadX-4, rowPadY))
	r.box.Resize(fyne.NewSize(boxSize, boxSize))
	width, y := size.Width-2*rowPadX-boxRoom, float32(rowPadY)
	for _, line := range r.lines {
		if !line.Visible() {
			continue
		}
		h := line.HeightFor(width)
		line.Move(fyne.NewPos(rowPadX+boxRoom, y))
		line.Resize(fyne.NewSize(width, h))
		y += h + control.RowGap
	}
}

// heightFor is the height of the row in that width, in pixels.
func (r *row) heightFor(width float32) float32 {
	width -= 2*rowPadX + boxRoom
	height := float32(2 * rowPadY)
	for _, line := range r.lines {
		if line.Visible() {
			height += line.HeightFor(width) + control.RowGap
		}
	}
	return height
}

// fill shows a candidate in the row.
func (r *row) fill(room *Room, c candidates.Candidate) {
	r.box.set(c)
	title := control.Run{Text: c.Article.Title, Bold: true}
	if c.Err != nil {
		title = control.Run{Text: nameOf(c), Bold: true, Colour: look.ColorMuted}
	}
	r.set(0, title)
	r.set(1, control.Caption(facts(c)))
	r.set(2, control.Run{Text: c.Beginning, Size: look.CaptionSize})
	r.set(3, room.thoughts(c)...)
}

// empty shows nothing in the row.
func (r *row) empty() {
	r.box.id, r.box.title, r.box.ticked, r.box.Hidden = candidates.None, "", false, true
	for line := range r.lines {
		r.set(line)
	}
}

// set shows runs on a line, or hides the line if there are none.
func (r *row) set(line int, runs ...control.Run) {
	text := ""
	for _, run := range runs {
		text += run.Text
	}
	r.lines[line].Hidden = text == ""
	r.lines[line].SetRuns(runs...)
}

// facts is what is known of a candidate beside its title.
func facts(c candidates.Candidate) string {
	if c.Err != nil {
		return ""
	}
	var list []string
	if c.Article.Published != "" {
		list = append(list, words.Day(c.Article.Published))
	} else {
		list = append(list, lang.L("no date"))
	}
	for _, fact := range []string{c.Article.Source, words.Language(c.Article.Language), nameOf(c)} {
		if fact != "" {
			list = append(list, fact)
		}
	}
	return words.Dotted(list...)
}

// thoughts are what is to be thought of before a candidate is imported: what is the same, or what was not understood.
func (r *Room) thoughts(c candidates.Candidate) []control.Run {
	switch {
	case c.Err != nil:
		return []control.Run{{Text: "! " + words.Error(c.Err), Size: look.CaptionSize, Tone: "red"}}
	case len(c.Twins()) > 0:
		return []control.Run{{Text: "= " + r.twinWords(c, c.Twins()[0]), Size: look.CaptionSize, Tone: "amber"}}
	case len(c.Problems) > 0:
		return []control.Run{{Text: "! " + words.Told(c.Problems)[0], Size: look.CaptionSize, Colour: look.ColorMuted}}
	}
	return nil
}

// tickBox is the box at the beginning of a row.
type tickBox struct {
	widget.Icon
	id     int
	title  string
	ticked bool
	onTick func(id int)
}

func newTickBox(onTick func(id int)) *tickBox {
	b := &tickBox{onTick: onTick}
	b.Resource = theme.CheckButtonIcon()
	b.ExtendBaseWidget(b)
	return b
}

// Tapped implements fyne.Tappable.
func (b *tickBox) Tapped(*fyne.PointEvent) {
	if b.onTick != nil {
		b.onTick(b.id)
	}
}

func (b *tickBox) set(c candidates.Candidate) {
	b.id, b.title, b.ticked = c.ID, c.Article.Title, c.Ticked
	b.Hidden = c.Err != nil
	if c.Ticked {
		b.SetResource(theme.CheckButtonCheckedIcon())
		return
	}
	b.SetResource(theme.CheckButtonIcon())
}

// AccessibilityLabel implements fyne.Accessible.
func (b *tickBox) AccessibilityLabel() string {
	if b.ticked {
		return words.Sentence("%s, ticked", b.title)
	}
	return words.Sentence("%s, not ticked", b.title)
}

// AccessibilityRole implements fyne.Accessible.
func (b *tickBox) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }
