package control

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
)

// What has the keyboard keeps no key from the window that it has no use for itself.
func TestWhateverHasTheKeyboardLeavesFunctionKeysAndEscToTheWindow(t *testing.T) {
	for name, o := range map[string]fyne.CanvasObject{
		"tabs": NewTabBar([]Tab{{Key: "a", Label: "A"}, {Key: "b", Label: "B"}}), "card": NewCard(newText("words")),
		"button": NewTextButton("Do", "", "", func() {}), "tick": NewTick("On", false), "field": NewField("Name"),
		"select": NewSelect("Order", []Option{{Key: "a", Word: "A"}}), "choice": NewChoice("Stance", []Option{{Key: "a", Word: "A"}}),
	} {
		w := inWindow(t, o, 300, 200)
		var got []fyne.KeyName
		w.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { got = append(got, e.Name) })
		focused, can := o.(fyne.Focusable)
		if f, is := o.(*Field); is {
			focused, can = f.Input(), true
		}
		if !can {
			t.Errorf("%s cannot have the keyboard", name)
			continue
		}
		want := []fyne.KeyName{fyne.KeyF5, fyne.KeyF6, fyne.KeyEscape}
		for _, key := range want {
			focused.TypedKey(&fyne.KeyEvent{Name: key})
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s leaves %v to the window, should %v", name, got, want)
		}
	}
}
