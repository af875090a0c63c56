package desk

import (
	"testing"

	"fyne.io/fyne/v2"
)

func TestAKeyIsWrittenAsTheSystemDoes(t *testing.T) {
	const command = fyne.KeyModifierSuper // what a Mac has for Control
	for _, c := range []struct {
		key             Key
		elsewhere, aMac string
	}{
		{Letter('S'), "S", "S"},
		{pressed(fyne.KeyN, command|fyne.KeyModifierShift), "Shift+Super+N", "⇧⌘N"},
		{pressed(fyne.KeyReturn, command), "Super+Enter", "⌘↩"},
		{CtrlShift(fyne.KeyDelete), "Ctrl+Shift+Del", "⌃⇧⌦"},
		{AltCtrl(fyne.Key1), "Ctrl+Alt+1", "⌃⌥1"},
		{Alt(fyne.KeyLeft), "Alt+Left", "⌥←"},
		{Plain(fyne.KeyEscape), "Esc", "⎋"},
		{Plain(fyne.KeySpace), "Space", "Space"},
		{Plain(fyne.KeyF1), "F1", "F1"},
		{Key{}, "", ""},
	} {
		if got := c.key.On(false); got != c.elsewhere {
			t.Errorf("written %q, want %q", got, c.elsewhere)
		}
		if got := c.key.On(true); got != c.aMac {
			t.Errorf("on a Mac written %q, want %q", got, c.aMac)
		}
	}
}

func TestBothEntersAreOneKey(t *testing.T) {
	for _, name := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyEnter} {
		if !KeyTakeBack.IsPlain(name) {
			t.Errorf("%s is another key", name)
		}
	}
	if KeySave.IsPlain(fyne.KeyReturn) || KeyLookBack.IsPlain(fyne.KeyReturn) {
		t.Error("a key with a modifier, or a letter, is taken for Enter")
	}
}
