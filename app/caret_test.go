package app

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"standpoint/store"
	"standpoint/store/storetest"
)

func TestTheKeyboardGoesOnWhereAnArticleWasLeft(t *testing.T) {
	a := newTestApp(t)
	var long store.Article
	if _, err := a.Project.Do(t.Context(), storetest.Titled("Add article"), func(b *store.Batch) (err error) {
		long, err = b.AddArticle(store.Article{Title: "Long"}, strings.Repeat("Norvia opposed foreign observers.\n\n", 200))
		return err
	}); err != nil {
		t.Fatal(err)
	}
	a.articles.OpenAt(long.ID, nil)
	view := a.text()
	view.SetReadingPosition(3000)
	left := view.ReadingPosition()
	a.openAnother(t)
	a.articles.OpenAt(long.ID, nil)
	view.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if got := view.ReadingPosition(); got < left-100 || view.Caret() < left {
		t.Errorf("left at %d; after one arrow the text is at %d, the caret at %d", left, got, view.Caret())
	}
}
