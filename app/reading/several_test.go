package reading

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/desk/desktest"
	"standpoint/app/words"
	"standpoint/store"
	"standpoint/store/storetest"
)

// newFull is the view of a project with that many articles, which have statements with positions.
func newFull(t *testing.T, articles int) *reads {
	t.Helper()
	d := desktest.New(t)
	size := storetest.Size{Articles: articles, Annotations: 10 * articles, Actors: 12, Issues: 9}
	if _, err := storetest.Fill(t.Context(), d.Project, size); err != nil {
		t.Fatal(err)
	}
	return newReads(d)
}

// list is the list of articles, with the keyboard.
func (r *reads) list(t *testing.T) *control.VirtualList {
	t.Helper()
	r.view.left.list.Focus()
	return desktest.Find[*control.VirtualList](t, r.view.left.pane)
}

// panelList is the list at the right of the text.
func (r *reads) panelList() (last *control.VirtualList) {
	for _, o := range test.LaidOutObjects(r.view.Object()) {
		if list, is := o.(*control.VirtualList); is {
			last = list
		}
	}
	return last
}

// shift presses a key with Shift in a list, so many times.
func shift(l *control.VirtualList, key fyne.KeyName, times int) {
	for range times {
		l.TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShift})
	}
}

func (r *reads) counts(t *testing.T) store.Counts {
	t.Helper()
	c, err := r.Project.Counts(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestSeveralArticlesAreDeletedByOneKeyAndComeBackByOneUndo(t *testing.T) {
	r := newFull(t, 60)
	before := r.counts(t)
	list := r.list(t)
	list.Select(0)
	list.OnSelected(0)
	r.list(t)
	shift(list, fyne.KeyDown, 2)
	list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	if got := r.counts(t); got.Articles != before.Articles-3 || got.Statements >= before.Statements {
		t.Errorf("of %+v there are %+v", before, got)
	}
	if want := "Deleted: 3 articles."; !strings.HasPrefix(r.Told(), want) || !strings.Contains(r.Told(), desk.KeyUndo.String()) {
		t.Errorf("told is %q, want %q and the key that brings them back", r.Told(), want)
	}
	if ids, _ := r.view.left.list.Selected(); len(ids) > 1 {
		t.Errorf("%d rows are still selected", len(ids))
	}
	if got := words.Title(r.Project.UndoTitle()); got != "Delete 3 articles" {
		t.Errorf("Undo takes back %q", got)
	}
	r.Undo()
	if got := r.counts(t); got != before {
		t.Errorf("after one Undo there are %+v, want %+v", got, before)
	}
}

func TestAllArticlesAreDeletedThoughFewOfThemWereRead(t *testing.T) {
	r := newFull(t, 200)
	r.list(t).TypedShortcut(&fyne.ShortcutSelectAll{})
	if !r.Choose("Delete 200 Selected Articles") {
		t.Fatal("the command does not say how many are selected")
	}
	if got := r.counts(t); got.Articles != 0 {
		t.Errorf("%d articles are left", got.Articles)
	}
}

// What the keyboard is at is what Delete is about.
func TestDeleteInTheListLeavesTheCurrentMark(t *testing.T) {
	r := newFull(t, 5)
	i := slices.IndexFunc(r.view.Annotations(), func(a store.Annotation) bool { return a.Kind == store.KindStatement })
	mark := r.view.Annotations()[i].ID
	r.view.Pick(mark)
	open := r.view.Article().ID
	list := r.list(t)
	other := (list.Selected() + 1) % 5
	list.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeySpace, Modifier: fyne.KeyModifierShortcutDefault}) // takes in the open one
	list.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeySpace, Modifier: fyne.KeyModifierShortcutDefault}) // and lets it go
	list.Select(other)
	list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	if got := r.counts(t); got.Articles != 4 {
		t.Errorf("%d articles are left of 5", got.Articles)
	}
	if _, err := r.Project.Annotation(t.Context(), mark); err != nil || r.view.Article().ID != open {
		t.Errorf("the current mark went, or its article: %v", err)
	}
	r.view.Focus()
	r.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	if n, err := r.Project.Annotation(t.Context(), mark); err == nil {
		t.Errorf("Delete in the text left the current mark: %+v", n)
	}
}

func TestSeveralStatementsAndPositionsAreDeletedInTheirLists(t *testing.T) {
	for tab, count := range map[string]func(store.Counts) int{
		"Statements": func(c store.Counts) int { return c.Statements },
		"Positions":  func(c store.Counts) int { return c.Positions },
	} {
		t.Run(tab, func(t *testing.T) {
			r := newFull(t, 5)
			r.Choose(tab)
			before := r.counts(t)
			list := r.panelList()
			list.Focus()
			list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
			list.TypedShortcut(&fyne.ShortcutSelectAll{})
			ids, _ := r.view.panel.Selected()
			if len(ids) < 2 {
				t.Fatalf("%d rows are selected", len(ids))
			}
			list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
			if got := r.counts(t); count(got) != count(before)-len(ids) {
				t.Errorf("of %d there are %d, %d were selected", count(before), count(got), len(ids))
			}
			if want := fmt.Sprintf("Deleted: %d annotations.", len(ids)); !strings.HasPrefix(r.Told(), want) {
				t.Errorf("told is %q, want %q", r.Told(), want)
			}
			r.Undo()
			if got := r.counts(t); got != before {
				t.Errorf("after one Undo there are %+v, want %+v", got, before)
			}
		})
	}
}

func TestSelectedArticlesStaySelectedWhenTheListIsRenewed(t *testing.T) {
	r := newFull(t, 60)
	list := r.list(t)
	list.Select(3)
	list.OnSelected(3)
	r.list(t)
	shift(list, fyne.KeyDown, 1)
	before, _ := r.view.left.list.Selected()
	r.AddArticle(t, store.Article{Title: "Newer than all", Published: "2099-01-01"}, "Nothing new.")
	after, _ := r.view.left.list.Selected()
	if len(before) != 2 || !slices.Equal(before, after) {
		t.Errorf("selected were %v and are %v", before, after)
	}
}

// found searches, and gives the keyboard to what was found.
func (r *reads) found(words string) *control.VirtualList {
	r.view.left.searchFor(words)
	r.view.left.results.list.Focus()
	return r.view.left.results.list
}

func TestSeveralResultsOfASearchAreDeletedByOneKeyAndComeBackByOneUndo(t *testing.T) {
	r := newReads(desktest.New(t))
	for _, title := range []string{"Harbour talks", "Harbour dues", "Fishery"} {
		r.AddArticle(t, store.Article{Title: title}, title+" is spoken of in the harbour.")
	}
	before := r.counts(t)
	list := r.found("harbour")
	list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	if rows := r.view.left.results.rows.Len(); rows != 3 {
		t.Fatalf("%d results: each article was to be found once", rows)
	}
	shift(list, fyne.KeyDown, 1)
	list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	if got := r.counts(t); got.Articles != before.Articles-2 {
		t.Errorf("of %d articles there are %d", before.Articles, got.Articles)
	}
	if rows := r.view.left.results.rows.Len(); rows != 1 {
		t.Errorf("%d results are listed of what was deleted by halves, want 1", rows)
	}
	r.Undo()
	if got := r.counts(t); got != before {
		t.Errorf("after one Undo there are %+v, want %+v", got, before)
	}
}

// What a search found may be of several kinds: names among it are asked for first.
func TestResultsOfSeveralKindsAreDeletedTogether(t *testing.T) {
	r := newReads(desktest.NewSample(t))
	before := r.counts(t)
	r.found("toll").TypedShortcut(&fyne.ShortcutSelectAll{})
	all, _ := r.view.Selected()
	of, err := r.Project.EntitiesOf(t.Context(), all.IDs)
	if err != nil || len(of) < 2 || len(of[store.EntityIssue]) == 0 {
		t.Fatalf("found is %v: %v", of, err)
	}
	r.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	if !r.IsCovered() || r.counts(t) != before {
		t.Fatal("an issue is deleted without a question")
	}
	r.Agree(t)
	got := r.counts(t)
	if got.Issues != before.Issues-len(of[store.EntityIssue]) || got.Articles != before.Articles-len(of[store.EntityArticle]) {
		t.Errorf("of %+v there are %+v", before, got)
	}
	if title := r.Project.UndoTitle(); title.Code != store.TitleDeleteRows {
		t.Errorf("Undo takes back %+v", title)
	}
	r.Undo()
	if got := r.counts(t); got != before {
		t.Errorf("after one Undo there are %+v, want %+v", got, before)
	}
}

// After Undo of a deletion that left no article open, one of those that came back is open.
func TestUndoOfDeletingSeveralOpensOneOfThem(t *testing.T) {
	r := newFull(t, 3)
	r.list(t).TypedShortcut(&fyne.ShortcutSelectAll{})
	r.Choose("Delete 3 Selected Articles")
	if open := r.view.Article().Title; open != "" {
		t.Fatalf("%q is still open", open)
	}
	r.Undo()
	if r.view.Article().Title == "" {
		t.Error("none is open")
	}
}
