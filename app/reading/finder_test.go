package reading

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"standpoint/app/desk"
	"standpoint/app/desk/desktest"
	"standpoint/store"
)

// searches types into the search field of the window.
func (r *reads) searches(typed string) { r.view.left.results.field.SetText(typed) }

// enter does what Enter does in the search field.
func (r *reads) enter() { r.view.left.results.openSelected() }

// marked are the words that a search has marked in the text, and which of them is looked at.
func (r *reads) marked() (words []string, at int) {
	f := r.view.reader.find
	for _, s := range f.hits {
		words = append(words, r.view.Body().Slice(s))
	}
	return words, f.at
}

func (r *reads) wantsMarked(t *testing.T, at int, want ...string) {
	t.Helper()
	words, where := r.marked()
	if strings.Join(words, "|") != strings.Join(want, "|") || where != at {
		t.Errorf("%q are marked, and number %d is looked at; want %q and %d", words, where, want, at)
	}
}

// command runs the command with a key.
func (r *reads) command(t *testing.T, key desk.Key) {
	t.Helper()
	for _, c := range r.view.Commands() {
		if c.Key.String() == key.String() {
			if c.Act.IsPossible() {
				c.Act.Do()
			}
			return
		}
	}
	t.Fatalf("nothing has the key %s", key)
}

func newFerries(t *testing.T) *reads {
	t.Helper()
	r := newReads(desktest.New(t))
	r.AddArticle(t, store.Article{Title: "One", Published: "2031-05-02"}, "The ferry is late. A FERRY, no accord; the ferry accord waits.")
	r.AddArticle(t, store.Article{Title: "Two", Published: "2031-05-01"}, "An accord on the ferry.")
	return r
}

func TestAnArticleOpensAtTheHitWithAllHitsMarkedUntilEscape(t *testing.T) {
	r := newFerries(t)
	r.Put(r.view.Object())
	r.searches("ferry accord ")
	r.enter()
	if got := r.view.Article().Title; got != "One" {
		t.Fatalf("%s is open", got)
	}
	r.wantsMarked(t, 3, "ferry", "FERRY", "accord", "ferry accord") // it opens where both stand together
	if !strings.Contains(r.Told(), "Place 4 of 4") {
		t.Errorf("it is told %q", r.Told())
	}
	r.command(t, desk.KeyFindNext)
	r.wantsMarked(t, 0, "ferry", "FERRY", "accord", "ferry accord")
	if at := r.view.reader.text.Caret(); at != r.view.reader.find.hits[0].Start {
		t.Errorf("the keyboard goes on from %d", at)
	}
	r.command(t, desk.KeyFindNext)
	r.command(t, desk.KeyFindPrevious)
	r.command(t, desk.KeyFindPrevious)
	if !strings.Contains(r.Told(), "Place 4 of 4") {
		t.Errorf("after a step back from the first it is told %q", r.Told())
	}
	r.view.reader.text.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	r.wantsMarked(t, 0)
}

func TestFindSelectsTheOldWordsSoThatTypingReplacesThem(t *testing.T) {
	r := newReads(desktest.New(t))
	r.Put(r.view.Object())
	r.view.OpenAt(r.AddArticle(t, store.Article{Title: "One"}, "The ferry is late. No accord; the ferry accord waits.").ID, nil)
	typed := func(words string) {
		for _, letter := range words {
			r.Window.Canvas().Focused().TypedRune(letter)
		}
	}
	r.command(t, desk.Ctrl(fyne.KeyF))
	typed("ferry")
	r.wantsMarked(t, 0, "ferry", "ferry")
	for range 2 { // from the bar itself, and from the text
		r.command(t, desk.Ctrl(fyne.KeyF))
		typed("accord")
		r.wantsMarked(t, 0, "accord", "accord")
		r.view.reader.find.close()
		r.view.Focus()
	}
}

func TestTheNextArticleOfASearchIsTheNextResultAndIsMarked(t *testing.T) {
	r := newFerries(t)
	r.Put(r.view.Object())
	r.searches("ferry")
	r.enter()
	r.command(t, desk.Alt(fyne.KeyDown))
	if got := r.view.Article().Title; got != "Two" {
		t.Fatalf("%s is open", got)
	}
	r.wantsMarked(t, 0, "ferry")
	r.view.left.endSearch()
	r.wantsMarked(t, 0)
}

func TestWhatASearchFindsBecomesTheListAndCanBeSaved(t *testing.T) {
	r := newFerries(t)
	r.Put(r.view.Object())
	canSave := func() bool {
		for _, c := range r.view.Commands() {
			if c.Label() == "Save the Search…" {
				return c.Act.IsPossible()
			}
		}
		return false
	}
	list := desk.AltShift(fyne.KeyK)
	r.command(t, list)
	if canSave() {
		t.Fatal("without a search something is asked of the list")
	}
	r.searches("late status:unread")
	r.command(t, list)
	if r.view.left.isSearching() || !canSave() {
		t.Error("what is found is not what is listed")
	}
}

func TestMarksOfASearchStayWhereTheyAreWhenTheTextIsChanged(t *testing.T) {
	r := newFerries(t)
	r.searches("ferry")
	r.enter()
	id := r.view.Article().ID
	r.do(t, store.Title{Code: store.TitleEditText, Name: "One"}, func(b *store.Batch) error {
		_, _, err := b.EditBody(id, "Late: the ferry is late. A FERRY.")
		return err
	})
	r.wantsMarked(t, 0, "ferry", "FERRY")
}

func TestARegularExpressionIsASecondWayToSearch(t *testing.T) {
	r := newFerries(t)
	r.Put(r.view.Object())
	r.searches(`ferr(y|ies)[.,]`)
	if r.view.left.results.rows.Len() != 0 {
		t.Error("words find what a pattern would")
	}
	r.command(t, desk.KeyRegexp)
	rows := r.view.left.results.rows
	if rows.Len() != 2 {
		t.Fatalf("%d are found: %s", rows.Len(), r.said())
	}
	if !r.view.left.results.mode.Checked {
		t.Error("the box is not ticked")
	}
	r.enter()
	r.wantsMarked(t, 0, "FERRY,")
	r.searches(`ferr(y`)
	if said := r.said(); rows.Len() != 0 || !strings.Contains(said, "the bracket ( at character 5 is not closed") {
		t.Errorf("of a wrong one is said %q, with %d results", said, rows.Len())
	}
	r.command(t, desk.KeyRegexp)
	r.searches("ferry")
	if rows.Len() != 2 || r.view.left.results.mode.Checked {
		t.Errorf("words find %d", rows.Len())
	}
}

// said is what stands over the results.
func (r *reads) said() string { return r.view.left.results.heading.Text() }
