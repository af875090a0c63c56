package app

import (
	"strings"
	"testing"
)

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
