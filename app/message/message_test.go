package message

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
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
