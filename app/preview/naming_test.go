package preview

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"standpoint/app/control"
	"standpoint/app/desk/desktest"
	"standpoint/store"
)

// Whom an article names is told before it is imported, and after another actor has come, anew.
func TestThePageOfAnArticleThatWaitsTellsWhomItNames(t *testing.T) {
	r, batch, _ := newRoom(t)
	r.desk.Prefs.ProposeNothing(false)
	r.list.come(batch)
	r.page.object.Resize(fyne.NewSize(400, 700))
	said := func() string {
		r.page.fill()
		return strings.Join(strings.Fields(desktest.Said(r.Side())), " ")
	}
	if got := said(); !strings.Contains(got, "It names nobody of your project.") {
		t.Errorf("without actors the page says %q", got)
	}
	if _, err := r.desk.Project.Do(t.Context(), store.Title{Code: store.TitleAddIssue}, func(b *store.Batch) error {
		_, err := b.AddIssue(store.Issue{Name: "Harbours"})
		if err == nil {
			_, err = b.AddIssue(store.Issue{Name: "Straits"}) // whichever article is shown
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
	if got := said(); !strings.Contains(got, "1 of your issues") {
		t.Errorf("with an issue that it names the page says %q", got)
	}
	if tip := desktest.Find[*control.TipLine](t, r.Side()).Tooltip(); !strings.HasPrefix(tip, "Your issues: ") {
		t.Errorf("which, its tip tells as %q", tip)
	}
	r.desk.Prefs.ProposeNothing(true)
	if got := said(); strings.Contains(got, "of your") {
		t.Errorf("with proposals switched off the page says %q", got)
	}
}
