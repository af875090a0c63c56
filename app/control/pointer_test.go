package control

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
	"github.com/google/go-cmp/cmp"

	"standpoint/app/look"
)

// clock calls what waits when told to.
type clock struct{ waiting func() }

func (c *clock) after(_ time.Duration, call func()) (stop func()) {
	c.waiting = call
	return func() { c.waiting = nil }
}

func (c *clock) run() {
	if call := c.waiting; call != nil {
		c.waiting = nil
		call()
	}
}

func TestTooltipAppearsOverARestingPointer(t *testing.T) {
	pressed := 0
	button := NewTextButton("Save", "Save the statement", "Ctrl Enter", func() { pressed++ })
	other := NewTextButton("Plain", "", "", nil)
	entry := widget.NewEntry()
	tips := NewTooltips(container.NewVBox(button, other, entry))
	var c clock
	tips.After = c.after
	w := inWindow(t, tips, 300, 200)
	w.Canvas().Focus(entry)

	test.MoveMouse(w.Canvas(), fyne.NewPos(20, 10))
	if tips.Showing() != "" {
		t.Error("the tooltip appears at once")
	}
	c.run()
	if got := tips.Showing(); got != "Save the statement  ·  Ctrl Enter" {
		t.Errorf("the tooltip says %q", got)
	}
	if w.Canvas().Focused() != entry {
		t.Error("the tooltip took the focus")
	}
	test.TapCanvas(w.Canvas(), fyne.NewPos(20, 10))
	if pressed != 1 || tips.Showing() != "" {
		t.Errorf("pressed %d times through the tooltip, which then says %q", pressed, tips.Showing())
	}
	test.MoveMouse(w.Canvas(), fyne.NewPos(20, 45))
	c.run()
	if tips.Showing() != "" {
		t.Errorf("a button without a tooltip shows %q", tips.Showing())
	}
	tips.ShowTip("▲ Truce", fyne.NewPos(290, 195))
	c.run()
	if at, size := tips.box.Position(), tips.box.Size(); at.X+size.Width > 300 || at.Y+size.Height > 200 || at.Y < 0 {
		t.Errorf("a tooltip in the corner is at %v, size %v", at, size)
	}
	tips.ShowTip("late", fyne.NewPos(5, 5))
	tips.HideTip()
	c.run()
	if tips.Showing() != "" {
		t.Error("a hidden tooltip appears late")
	}
}

func TestButtonByKeyboard(t *testing.T) {
	pressed := 0
	button := NewMainButton("Save", "", "", func() { pressed++ })
	w := inWindow(t, button, 100, 40)
	w.Canvas().Focus(button)
	press(t, w, fyne.KeySpace, fyne.KeyReturn)
	button.Disable()
	press(t, w, fyne.KeyReturn)
	test.Tap(button)
	if pressed != 2 {
		t.Errorf("pressed %d times, want 2: the button was disabled then", pressed)
	}
}

func TestCardIsTappedAndTyped(t *testing.T) {
	var got []string
	card := NewCard(newText("A card"))
	card.OnTapped = func() { got = append(got, "open") }
	w := inWindow(t, card, 200, 60)
	test.Tap(card)
	press(t, w, fyne.KeyReturn)
	if diff := cmp.Diff([]string{"open", "open"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestTabBarByMouseAndKeys(t *testing.T) {
	bar := NewTabBar([]Tab{{Key: "positions", Label: "Positions"}, {Key: "statements", Label: "Statements"}, {Key: "trash", Label: "Trash"}})
	var told []string
	bar.OnChanged = func(key string) { told = append(told, key) }
	w := inWindow(t, bar, 400, 40)
	if bar.current != "positions" {
		t.Errorf("the first tab is not current, but %q", bar.current)
	}
	width := bar.MinSize().Width
	w.Canvas().Focus(bar)
	press(t, w, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyHome)
	test.Tap(bar.tabs[1])
	test.Tap(bar.tabs[1])
	if diff := cmp.Diff([]string{"statements", "trash", "positions", "statements"}, told); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if bar.MinSize().Width != width {
		t.Error("the tabs move when another one is chosen")
	}
}

func TestChipRemovesByItsCross(t *testing.T) {
	chip := newChip(Item{Name: "Anna Petrova", Colour: "amber"})
	removed := 0
	chip.OnRemove = func() { removed++ }
	w := inWindow(t, container.NewWithoutLayout(chip), 300, 60)
	chip.Resize(fyne.NewSize(chip.NaturalWidth(), chip.MinSize().Height))
	test.TapCanvas(w.Canvas(), fyne.NewPos(10, 8))
	if removed != 0 {
		t.Error("a click on its name takes it away")
	}
	test.TapCanvas(w.Canvas(), fyne.NewPos(chip.Size().Width-6, 8))
	if removed != 1 {
		t.Errorf("a click on its cross takes it away %d times", removed)
	}
}

func TestAChipShowsAllWordsOfAnUnnamedSource(t *testing.T) {
	const words = "an unnamed pilot familiar with the talks on the toll of the winter"
	field := NewTokenField(TypeAheadOptions{Items: func(string) []Item { return nil }})
	field.SetItems([]Item{{Name: words, Words: true}})
	w := inWindow(t, container.NewWithoutLayout(field), 300, 200)
	const width = 200
	field.Resize(fyne.NewSize(width, field.HeightFor(width)))
	chip := field.chips.Objects[0].(*chip)
	var shown []string
	for _, o := range chip.name.texts {
		if o.Visible() {
			shown = append(shown, strings.TrimSpace(o.(*canvas.Text).Text))
		}
	}
	if got := strings.Join(shown, " "); got != words {
		t.Errorf("it shows %q of %q", got, words)
	}
	if end := chip.name.Position().Y + chip.name.Size().Height; end > chip.Size().Height {
		t.Errorf("its words end at %v of %v", end, chip.Size().Height)
	}
	if end := chip.Size().Height + look.Gap; field.add.Position().Y < end {
		t.Errorf("it ends at %v, and what can be added to it begins at %v", end, field.add.Position().Y)
	}
	test.TapCanvas(w.Canvas(), fyne.NewPos(chip.Size().Width-6, 8))
	if len(field.Items()) != 0 {
		t.Error("a click on its cross does not take it away")
	}
}
