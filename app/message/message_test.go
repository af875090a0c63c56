package message

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"standpoint/app/control"
)

func TestLongMessageFitsTheWindow(t *testing.T) {
	w := test.NewTempWindow(t, nil)
	w.Resize(fyne.NewSize(1100, 700))
	b := &Boxes{Window: w, Typed: func(*fyne.KeyEvent) bool { return false }, Appears: func() {}}
	b.Say("Import", strings.Repeat("one.txt cannot be read: it is empty.\n", 90))
	m := b.messages[0]
	if h := m.popUp.Size().Height; h > 700 {
		t.Errorf("the box is %v high in a window of 700", h)
	}
	if b.TypedOver(&fyne.KeyEvent{Name: fyne.KeyEnd}); m.scroll.Offset.Y == 0 {
		t.Error("End does not scroll")
	}
	if b.TypedOver(&fyne.KeyEvent{Name: fyne.KeyEscape}); b.IsCovered() {
		t.Error("Esc does not close it")
	}
}

// What lies below a box is dimmed, and so would be a tooltip there.
func TestTheButtonsOfABoxSayTheirKeysAboveIt(t *testing.T) {
	tips := control.NewTooltips(widget.NewLabel("below"))
	tips.After = func(_ time.Duration, call func()) func() { call(); return func() {} }
	w := test.NewTempWindow(t, tips)
	w.Resize(fyne.NewSize(800, 600))
	b := &Boxes{Window: w, Typed: func(*fyne.KeyEvent) bool { return false }, Appears: func() {}, YesKey: "Enter", NoKey: "Esc"}
	b.Ask("Purge", "Purge it for ever?", "Purge", nil)
	box := b.messages[0].popUp.Content.(*control.Tooltips)
	for label, want := range map[string]string{"Purge": "Purge  ·  Enter", "Cancel": "Cancel  ·  Esc"} {
		button := buttonNamed(t, box, label)
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(button)
		test.MoveMouse(w.Canvas(), at.AddXY(5, 5))
		if got := box.Showing(); got != want || tips.Showing() != "" {
			t.Errorf("over %s the box shows %q, the window %q", label, got, tips.Showing())
		}
	}
	b.TypedOver(&fyne.KeyEvent{Name: fyne.KeyEscape})
	tips.ShowTip("a mark", fyne.NewPos(5, 5))
	if tips.Showing() != "a mark" || box.Showing() != "" {
		t.Errorf("after the box the window shows %q, the box %q", tips.Showing(), box.Showing())
	}
}

func buttonNamed(t *testing.T, in fyne.CanvasObject, label string) *control.Button {
	t.Helper()
	for _, o := range test.LaidOutObjects(in) {
		if b, ok := o.(*control.Button); ok && strings.HasPrefix(b.Tooltip(), label) {
			return b
		}
	}
	t.Fatalf("there is no button %s", label)
	return nil
}

// What is picked stands over the field, which must not leave the box by that.
func TestABoxGrowsWithWhatIsPickedInIt(t *testing.T) {
	w := test.NewTempWindow(t, nil)
	w.Resize(fyne.NewSize(1100, 700))
	b := &Boxes{Window: w, Typed: func(*fyne.KeyEvent) bool { return false }, Appears: func() {}}
	s := Sheet{Over: b}
	field := s.Tokens(control.TypeAheadOptions{Create: true, Items: func(string) []control.Item { return nil }})
	b.Post(&Message{Title: "Tags", Body: s.Object(), Yes: "Save", First: field.Focus})
	before := b.messages[0].scroll.MinSize().Height
	test.Type(field.Input(), "water")
	field.Input().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if now, need := b.messages[0].scroll.MinSize().Height, s.content.MinSize().Height; now <= before || now < need {
		t.Errorf("it was %v high, is %v, and needs %v", before, now, need)
	}
	b.answer(false)
	field.OnChanged(nil) // nobody sees it any more
}
