package app

import (
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"

	"standpoint/app/daytest"
	"standpoint/store"
	"standpoint/store/storetest"
)

// What a day's work on an article takes: 19 actors, 16 statements and the positions in them.
const (
	dayPresses   = 244 // without those that select the words
	daySelecting = 354
)

func TestADaysWorkByTheKeyboardAlone(t *testing.T) {
	h := newDay(t)
	view := h.text()
	way, selecting := daytest.NewWay(view.Body()), 0
	for _, step := range daytest.Steps() {
		if h.Window.Canvas().Focused() != fyne.Focusable(view) {
			t.Fatalf("before %+v the keyboard is not in the text but in %T", step, h.Window.Canvas().Focused())
		}
		if step.Words != "" {
			words, _ := way.Find(step.Words)
			before := h.presses
			h.press(strings.Join(way.Select(view.Caret(), words), " "))
			selecting += h.presses - before
			if got := view.SelectedText(); got != step.Words {
				t.Fatalf("selected is %q, should be %q", got, step.Words)
			}
		}
		h.press(step.Keys)
	}
	compareDay(t, h.App)
	t.Logf("%d presses, and %d that select words", h.presses-selecting, selecting)
	if h.presses-selecting != dayPresses || selecting != daySelecting {
		t.Errorf("%d presses, and %d that select words; written down are %d and %d", h.presses-selecting, selecting, dayPresses, daySelecting)
	}
}

// newDay is a window with the article of a day's work open, in a project in which nothing else is.
func newDay(t *testing.T) *hand {
	t.Helper()
	a := newTestApp(t)
	a.articles.OpenAt(addDay(t, a).ID, nil)
	a.articles.Focus()
	return &hand{App: a, t: t}
}

// addDay adds the article of a day's work.
func addDay(t *testing.T, a *App) (article store.Article) {
	t.Helper()
	if _, err := a.Project.Do(t.Context(), storetest.Titled("Fill"), func(b *store.Batch) (err error) {
		article, err = b.AddArticle(store.Article{
			Title: daytest.Title, Source: daytest.Source, Published: daytest.Published,
		}, daytest.Article())
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return article
}

// compareDay compares what is in the project with what the work was to record.
func compareDay(t *testing.T, a *App) {
	t.Helper()
	recorded, err := daytest.Record(t.Context(), a.Project)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(daytest.Recorded(), recorded); diff != "" {
		t.Errorf("recorded (-want +got):\n%s", diff)
	}
}

// Who types on while what was filled in is being saved loses no key: they wait until the text is as it was written, in the order in which
// they were pressed, whatever they lead to.
func TestADaysWorkDoesNotWaitForTheDisk(t *testing.T) {
	b := newBusyApp(t)
	b.projects.create(filepath.Join(t.TempDir(), "test.standpoint"))
	b.until(t, func() bool { return b.Project != nil }, "the project was not made")
	article := addDay(t, b.App)
	read := false
	b.articles.OpenAt(article.ID, func() { read = true })
	b.until(t, func() bool { return read }, "the article was not opened")
	b.articles.Focus()
	h := &hand{App: b.App, t: t}
	way, caret := daytest.NewWay(b.text().Body()), 0
	for _, step := range daytest.Steps() {
		if step.Words != "" {
			words, _ := way.Find(step.Words)
			h.press(strings.Join(way.Select(caret, words), " "))
			caret = words.End
		}
		h.press(step.Keys)
	}
	isCoded := func() bool {
		row, err := b.Project.Article(t.Context(), article.ID)
		return err != nil || row.Status == store.StatusCoded
	}
	b.until(t, isCoded, "the last key did nothing")
	compareDay(t, b.App)
}

// So it is with all that is saved at the side, such as the details of an article.
func TestWhatIsTypedWhileDetailsAreSavedIsForTheText(t *testing.T) {
	b := newBusyApp(t)
	b.projects.create(filepath.Join(t.TempDir(), "test.standpoint"))
	b.until(t, func() bool { return b.Project != nil }, "the project was not made")
	article, read := addDay(t, b.App), false
	b.articles.OpenAt(article.ID, func() { read = true })
	b.until(t, func() bool { return read }, "the article was not opened")
	h := &hand{App: b.App, t: t}
	b.articles.Focus()
	b.text().Select(b.words(t, "Estmark"))
	h.press("Ctrl+D")
	b.until(t, func() bool { return b.Window.Canvas().Focused() != fyne.Focusable(b.text()) }, "the details were not opened")
	h.press("! Ctrl+Enter h")
	isHighlighting := func() bool { return b.Told() != "" && b.says("New highlight") } // once it is told what was saved
	b.until(t, isHighlighting, "the letter that was typed ahead opened no form")
	row, err := b.Project.Article(t.Context(), article.ID)
	if err != nil || !strings.Contains(row.Title, "!") || strings.Contains(row.Title, "h!") {
		t.Errorf("the title is %q: %v", row.Title, err)
	}
}
