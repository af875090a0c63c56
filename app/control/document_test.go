package control

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"standpoint/app/look"
)

func TestAParagraphThatIsReadFromTheRightStandsThere(t *testing.T) {
	for _, c := range []struct {
		words   string
		atRight bool
	}{{"قال الوزير", true}, {"אמר השר", true}, {"said the minister", false}} {
		line := NewParagraph(Run{Text: c.words})
		inWindow(t, container.NewWithoutLayout(line), 600, 60)
		line.Resize(fyne.NewSize(500, 40))
		if at := line.texts[0].Position().X; at > 300 != c.atRight {
			t.Errorf("%s stands at %v", c.words, at)
		}
	}
}

func TestATintLiesBehindItsRunAndALineUnderIt(t *testing.T) {
	line := NewParagraph(Run{Text: "plain "}, Run{Text: "marked", Behind: "blue"}, Run{Text: " and "}, Run{Text: "linked", Lined: true})
	inWindow(t, container.NewWithoutLayout(line), 600, 60)
	line.Resize(fyne.NewSize(500, 40))
	if len(line.under) != 2 {
		t.Fatalf("%d things lie under the text", len(line.under))
	}
	marked, tint := line.texts[1], line.under[0].(*canvas.Image)
	if x := tint.Position().X; x > marked.Position().X || x+tint.Size().Width < marked.Position().X+marked.Size().Width {
		t.Errorf("the tint is from %v, %v wide, the words from %v, %v wide", x, tint.Size().Width, marked.Position().X, marked.Size().Width)
	}
	if got := color.NRGBAModel.Convert(tint.Image.At(0, 0)); got != color.Color(look.Tone("blue").Tint) {
		t.Errorf("the tint is %v", got)
	}
	linked := line.texts[3].Position().AddXY(3, 4)
	if got := line.RunAt(linked); got != 3 {
		t.Errorf("at the link is run %d", got)
	}
	if got := line.RunAt(fyne.NewPos(490, 4)); got != -1 {
		t.Errorf("behind the words is run %d", got)
	}
}

func TestPanesWithoutARightOneGiveItsRoomToTheMiddle(t *testing.T) {
	left, middle := NewFlow(4, NewField("Side")), NewFlow(4, NewField("Middle"))
	pane := Pane{Content: left, Name: "Width", Usual: 300, Least: 220, Keep: func(Kept) {}}
	p := NewPanes(pane, middle, Pane{Name: "none", Keep: func(Kept) {}}, Left)
	inWindow(t, p, 900, 600)
	if !p.Has(Left) || p.Has(Right) || p.Shown(Right) {
		t.Error("there is a pane at the right")
	}
	want := p.Size().Width - left.Size().Width - SplitterRoom
	if got := middle.Size().Width; got != want {
		t.Errorf("the middle is %v wide, want %v", got, want)
	}
	for _, o := range p.objects() {
		if o == nil || o == fyne.CanvasObject(p.sides[Right].splitter) {
			t.Errorf("drawn is %v", o)
		}
	}
	p.Toggle(Left)
	if p.Shown(Left) {
		t.Error("the left one cannot be folded away")
	}
}

func TestAListIsShownAnewFromARow(t *testing.T) {
	texts := manyTexts(2000)
	l := textList(&texts)
	inWindow(t, l, 300, 400)
	for _, at := range []int{0, 7, 311, 1234, 1900} {
		l.ReloadFrom(at, at+1)
		if l.Top() != at || l.Selected() != at+1 {
			t.Errorf("at the top is row %d and %d is selected, want %d", l.Top(), l.Selected(), at)
		}
		inSight(t, l)
	}
	l.ReloadFrom(-1, -1)
	if l.Top() != 0 || l.Selected() != -1 {
		t.Errorf("at the top is row %d", l.Top())
	}
	texts = nil
	if l.ReloadFrom(-1, -1); l.Top() != -1 {
		t.Errorf("at the top of nothing is row %d", l.Top())
	}
}

// A click where a row leads somewhere does not select it; two clicks at once are one act.
func TestARowKnowsWhereItWasPressedAndHowOften(t *testing.T) {
	texts := manyTexts(20)
	l := textList(&texts)
	NewIndexes(l)
	inWindow(t, l, 300, 400)
	var pressed, twice []int
	l.OnPressed = func(content fyne.CanvasObject, at fyne.Position) bool {
		pressed = append(pressed, int(at.X))
		return content.(*RichLine).RunAt(at) == 0 && at.X < 20
	}
	l.OnTwice = func(i int) { twice = append(twice, i) }
	row := l.shown[3]
	row.Tapped(&fyne.PointEvent{Position: row.content.Position().AddXY(5, 3)})
	if l.Selected() != -1 || len(pressed) != 1 || pressed[0] != 5 {
		t.Errorf("selected is %d, pressed at %v", l.Selected(), pressed)
	}
	l.shown[4].Tapped(&fyne.PointEvent{Position: fyne.NewPos(200, 5)})
	l.shown[4].Tapped(&fyne.PointEvent{Position: fyne.NewPos(200, 5)})
	l.shown[4].Tapped(&fyne.PointEvent{Position: fyne.NewPos(200, 5)})
	if l.Selected() != 4 || len(twice) != 1 || twice[0] != 4 {
		t.Errorf("selected is %d, pressed twice are %v", l.Selected(), twice)
	}
	copied := 0
	l.OnCopy = func() { copied++ }
	if l.TypedShortcut(&fyne.ShortcutCopy{Clipboard: test.NewClipboard()}); copied != 1 {
		t.Errorf("copied %d times", copied)
	}
}
