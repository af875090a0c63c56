package control

import (
	"testing"

	"fyne.io/fyne/v2"
)

// Each control shows a sentence when something is wrong; changing what is in it
// takes the sentence away.
func TestErrorGoesWhenTheContentChanges(t *testing.T) {
	field, pick, tokens, choice := NewField("Name"), NewTypeAhead(actors()), NewTokenField(actors()), NewStanceChoice("Stance")
	tokens.SetItems([]Item{{Name: "Anna Nová"}})
	for name, c := range map[string]struct {
		control interface {
			fyne.CanvasObject
			SetError(string)
			Focus()
		}
		label *label
		keys  []fyne.KeyName // pressed; none: a letter is typed
	}{
		"field":                   {control: field, label: &field.label},
		"type-ahead":              {control: pick, label: &pick.label},
		"tokens, typing":          {control: tokens, label: &tokens.label},
		"tokens, taking one away": {control: tokens, label: &tokens.label, keys: []fyne.KeyName{fyne.KeyBackspace, fyne.KeyBackspace}},
		"choice":                  {control: choice, label: &choice.label, keys: []fyne.KeyName{fyne.KeyRight}},
	} {
		t.Run(name, func(t *testing.T) {
			w := inWindow(t, NewFlow(4, c.control), 300, 400)
			c.control.SetError("Something is wrong.")
			c.control.Focus()
			if !c.label.isWrong() {
				t.Fatal("the focus alone takes the sentence away")
			}
			if press(t, w, c.keys...); len(c.keys) == 0 {
				write(t, w, "a")
			}
			if c.label.isWrong() {
				t.Error("the sentence is still there")
			}
		})
	}
}
