package control

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

func TestCtrlHomeAndEndGoToTheEndsOfAText(t *testing.T) {
	test.NewTempApp(t)
	i := NewLines(4)
	w := test.NewTempWindow(t, i)
	w.Resize(fyne.NewSize(200, 120))
	i.SetText("one\ntwo\nthree words")
	ctrl := func(key fyne.KeyName) {
		i.TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault})
	}
	ctrl(fyne.KeyEnd)
	i.TypedRune('!')
	ctrl(fyne.KeyHome)
	i.TypedRune('>')
	if i.Text != ">one\ntwo\nthree words!" {
		t.Errorf("typed at the ends: %q", i.Text)
	}
}
