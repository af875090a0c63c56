package app

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"standpoint/app/control"
)

// chooseInMessage sets the choices of the message that is shown, by what they are called.
func (a *App) chooseInMessage(t *testing.T, chosen map[string]string) {
	t.Helper()
	found := 0
	for _, o := range test.LaidOutObjects(a.Window.Canvas().Overlays().Top()) {
		if s, ok := o.(*control.Select); ok {
			for name, key := range chosen {
				if strings.HasPrefix(s.AccessibilityLabel(), name) {
					s.SetValue(key)
					found++
				}
			}
		}
	}
	if found != len(chosen) {
		t.Fatalf("%d of %d choices are offered", found, len(chosen))
	}
}

func TestTheCitationOfTheOpenArticleIsCopied(t *testing.T) {
	a := newSampleApp(t)
	for _, c := range []struct{ form, begins string }{{"ris", "TY  - NEWS"}, {"bibtex", "@article{"}, {"csl", "[\n"}} {
		a.choose("Copy Citation of the Article…")
		a.chooseInMessage(t, map[string]string{"Form": c.form})
		a.answer(t, true)
		if got := a.UI.Clipboard().Content(); !strings.HasPrefix(got, c.begins) || !strings.Contains(got, "Harbour Wire") {
			t.Errorf("%s: %q is copied", c.form, got)
		}
		if got := a.Told(); got != "The citation is copied." {
			t.Errorf("%s: it is told %q", c.form, got)
		}
	}
	a.choose("Copy Citation of the Article…")
	a.chooseInMessage(t, map[string]string{}) // as the last one
	a.answer(t, true)
	if got := a.UI.Clipboard().Content(); !strings.HasPrefix(got, "[") {
		t.Errorf("the next one is offered in another form: %q", got)
	}
}
