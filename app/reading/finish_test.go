package reading

import (
	"strings"
	"testing"

	"standpoint/store"
)

// C sets the article to coded and opens the next one; one that is reviewed stays so, and after the last there is none.
func TestOneKeySetsAnArticleCodedAndOpensTheNext(t *testing.T) {
	r := newHarbour(t)
	first := r.view.Article().ID
	second := r.AddArticle(t, store.Article{Title: "Grain talks", Published: "2031-03-01", Status: store.StatusReviewed},
		"Nothing happened.").ID
	status := func(id store.ID) store.Status {
		t.Helper()
		a, err := r.Project.Article(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		return a.Status
	}
	if !r.TypedLetter('c') || status(first) != store.StatusCoded || r.view.Article().ID != second {
		t.Errorf("the first is %q, open is %s", status(first), r.view.Article().Title)
	}
	if told := r.Told(); !strings.Contains(told, "Harbour talks") {
		t.Errorf("told is %q", told)
	}
	if !r.TypedLetter('c') || status(second) != store.StatusReviewed || r.view.Article().ID != second {
		t.Errorf("the last is %q, open is %s", status(second), r.view.Article().Title)
	}
	if _, err := r.Project.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := status(first); got != store.StatusUnread {
		t.Errorf("after Undo the first is %q", got)
	}
}
