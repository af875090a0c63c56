package textview

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"standpoint/store/text"
)

// heldView keeps what is typed until release.
func heldView(t *testing.T) (v *bench, release func(to fyne.Focusable)) {
	t.Helper()
	v = showing(t, article)
	var kept []func(fyne.Focusable)
	holding := true
	v.OnAhead = func(typed func(fyne.Focusable)) bool {
		if holding && typed != nil {
			kept = append(kept, typed)
		}
		return holding
	}
	v.window.Canvas().Focus(v.View)
	return v, func(to fyne.Focusable) {
		holding = false
		for _, typed := range kept {
			typed(to)
		}
	}
}

func TestKeysThatAreKeptSelectLaterAsTheyWereMeant(t *testing.T) {
	v, release := heldView(t)
	v.Select(text.Span{})
	v.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	v.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	v.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	v.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	v.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyRight, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift})
	if !v.Selection().Empty() {
		t.Errorf("%v is selected before that was to be", v.Selection())
	}
	if !v.AcceptsTab() {
		t.Error("Tab is not kept")
	}
	release(v.View)
	if want := (text.Span{End: v.body.NextWord(2)}); v.Selection() != want {
		t.Errorf("selected is %v, not %v", v.Selection(), want)
	}
}

func TestKeysThatAreKeptGoToWhatHasTheKeyboardThen(t *testing.T) {
	v, release := heldView(t)
	for _, r := range "Ax" {
		v.TypedRune(r)
	}
	v.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	v.TypedShortcut(&fyne.ShortcutSelectAll{})
	e := widget.NewEntry()
	w := fyne.CurrentApp().NewWindow("")
	defer w.Close()
	w.SetContent(e)
	release(e)
	if e.Text != "A" || e.SelectedText() != "A" {
		t.Errorf("the field has %q, and %q is selected", e.Text, e.SelectedText())
	}
	if strings.Contains(v.SelectedText(), "A") {
		t.Error("the text took what was for the field")
	}
}
