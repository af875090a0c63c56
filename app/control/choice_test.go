package control

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"
)

func TestStanceIsUnsetUntilItIsSet(t *testing.T) {
	choice := NewStanceChoice("Stance")
	var told []string
	choice.OnChanged = func(key string) { told = append(told, key) }
	w := inWindow(t, choice, 320, 60)
	if choice.Value() != "" {
		t.Errorf("a new choice is set to %q", choice.Value())
	}
	choice.Focus()
	write(t, w, "oz")
	press(t, w, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyLeft, fyne.KeyBackspace, fyne.KeyLeft)
	test.Tap(choice.segments[0])
	test.Tap(choice.segments[0])
	want := []string{"oppose", "neutral", "unclear", "neutral", "", "unclear", "support", ""}
	if diff := cmp.Diff(want, told); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestChoicePassesTheFormsKeysOn(t *testing.T) {
	choice, sel := NewStanceChoice("Stance"), NewSelect("Act", acts())
	for _, c := range []struct {
		object fyne.CanvasObject
		keys   *Keys
		focus  func()
	}{{choice, &choice.Keys, choice.Focus}, {sel, &sel.Keys, sel.Focus}} {
		var got []string
		c.keys.OnSave = func() { got = append(got, "save") }
		c.keys.OnCancel = func() { got = append(got, "cancel") }
		w := inWindow(t, c.object, 320, 200)
		c.focus()
		shortcut(t, w, ctrl(fyne.KeyReturn))
		press(t, w, fyne.KeyEscape)
		if diff := cmp.Diff([]string{"save", "cancel"}, got); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}

func acts() []Option {
	return []Option{
		{Key: "says", Word: "says"},
		{Key: "denies", Word: "denies"},
		{Key: "demands", Word: "demands"},
		{Key: "asks", Word: "asks"},
	}
}

func TestSelectByKeys(t *testing.T) {
	sel := NewSelect("Act", acts())
	var told []string
	sel.OnChanged = func(key string) { told = append(told, key) }
	sel.SetValue("says")
	cancelled := 0
	sel.OnCancel = func() { cancelled++ }
	w := inWindow(t, sel, 200, 300)
	sel.Focus()
	write(t, w, "ddD")
	press(t, w, fyne.KeyUp, fyne.KeyUp)
	press(t, w, fyne.KeySpace)
	if !sel.Unfolded() {
		t.Error("Space does not unfold the list")
	}
	press(t, w, fyne.KeyUp, fyne.KeyReturn)
	press(t, w, fyne.KeyReturn, fyne.KeyDown, fyne.KeyEscape)
	if sel.Unfolded() || cancelled != 0 || sel.Value() != "asks" {
		t.Errorf("after Esc: unfolded %v, cancelled %d, value %q", sel.Unfolded(), cancelled, sel.Value())
	}
	want := []string{"denies", "demands", "denies", "says", "asks"}
	if diff := cmp.Diff(want, told); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestSelectByMouse(t *testing.T) {
	sel := NewSelect("Act", acts())
	w := inWindow(t, sel, 200, 300)
	test.Tap(sel)
	click(w, sel.list.lines[2])
	if sel.Value() != "demands" || sel.Unfolded() || w.Canvas().Focused() != sel {
		t.Errorf("value %q, unfolded %v", sel.Value(), sel.Unfolded())
	}
}
