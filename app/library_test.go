package app

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"standpoint/app/control"
	"standpoint/store"
	"standpoint/store/storetest"
)

// chip is the button that takes off what is asked of the articles; nil if nothing of that is asked.
func (a *App) chip(says string) *control.Button {
	for _, o := range test.LaidOutObjects(a.articles.Object()) {
		if b, ok := o.(*control.Button); ok && b.Tooltip() == "Take off: "+says {
			return b
		}
	}
	return nil
}

// pickFilter picks a value in the filter with a placeholder.
func (a *App) pickFilter(t *testing.T, placeHolder, name string) {
	t.Helper()
	for _, o := range test.LaidOutObjects(a.articles.Object()) {
		if f, ok := o.(*control.TypeAhead); ok && f.Input().PlaceHolder == placeHolder {
			f.Focus()
			test.Type(f.Input(), name)
			a.press("Return")
			return
		}
	}
	t.Fatalf("there is no filter %q", placeHolder)
}

func TestArticlesAreListedByAFilterUntilItsChipIsPressed(t *testing.T) {
	a := newSampleApp(t)
	a.choose("Filter the Articles")
	a.pickFilter(t, "any source", "Harbour Wire")
	if n := lengthOf(a.leftList()); n != 2 {
		t.Errorf("%d articles of the outlet are listed", n)
	}
	chip := a.chip("Harbour Wire")
	if chip == nil {
		t.Fatal("no chip says what is asked")
	}
	test.Tap(chip)
	if n := lengthOf(a.leftList()); n != 5 || a.chip("Harbour Wire") != nil {
		t.Errorf("%d articles are listed without a filter", n)
	}
}

func TestArticlesAreListedByTheFolderOfTheirImport(t *testing.T) {
	a := newSampleApp(t)
	article := a.articles.Article().ID
	if _, err := a.Project.Do(t.Context(), storetest.Titled("Name"), func(b *store.Batch) error {
		return b.UpdateArticle(article, func(x *store.Article) { x.File = "spring/may.txt" })
	}); err != nil {
		t.Fatal(err)
	}
	a.choose("Filter the Articles")
	a.pickFilter(t, "any folder of import", "spring")
	if n := lengthOf(a.leftList()); n != 1 || a.chip("spring") == nil {
		t.Errorf("%d articles of the folder are listed", n)
	}
}

func TestArticlesAreListedByTheNameOfTheirLanguage(t *testing.T) {
	a := newSampleApp(t)
	article := a.articles.Article().ID
	if _, err := a.Project.Do(t.Context(), storetest.Titled("Name"), func(b *store.Batch) error {
		return b.UpdateArticle(article, func(x *store.Article) { x.Language = "uk" })
	}); err != nil {
		t.Fatal(err)
	}
	a.choose("Filter the Articles")
	a.pickFilter(t, "any language", "Ukrai")
	if n := lengthOf(a.leftList()); n != 1 || a.chip("Ukrainian") == nil {
		t.Errorf("%d articles in the language are listed", n)
	}
}

func TestTheNextUnreadArticleIsOpened(t *testing.T) {
	a := newSampleApp(t)
	a.choose("Previous Unread Article")
	if open := a.articles.Article(); open.Status != store.StatusUnread || open.Title != "First barge passes Lock Nine" {
		t.Errorf("“%s” is open, which is %q", open.Title, open.Status)
	}
	before := a.articles.Article().ID
	a.choose("Next Unread Article")
	if a.articles.Article().ID != before {
		t.Error("another article is opened where none is unread")
	}
}

func TestTheStatusOfSeveralArticlesIsSetByOneAction(t *testing.T) {
	a := newSampleApp(t)
	list := a.leftList()
	list.Focus()
	a.choose("Select All")
	a.choose("reviewed")
	count := func() int {
		reviewed := store.StatusReviewed
		n, err := a.Project.ArticleCount(t.Context(), store.ArticleFilter{Status: &reviewed})
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	if n := count(); n != 5 {
		t.Fatalf("%d articles are reviewed", n)
	}
	if _, err := a.Project.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if n := count(); n != 1 {
		t.Errorf("%d articles are reviewed after one undo", n)
	}
}

func TestASampleIsACollectionThatSaysHowItWasDrawn(t *testing.T) {
	a := newSampleApp(t)
	drawn := func() []store.ID {
		a.choose("Draw a Sample…")
		fields := []*control.Field{}
		for _, o := range test.LaidOutObjects(a.Window.Canvas().Overlays().Top()) {
			if f, ok := o.(*control.Field); ok {
				fields = append(fields, f)
			}
		}
		fields[0].SetText("2")
		fields[1].SetText("2837")
		a.answer(t, true)
		all, err := a.Project.Collections(t.Context())
		if err != nil || len(all) == 0 || all[0].Sample != 2 || all[0].Seed != 2837 || all[0].Name != "Sample of 2, seed 2837" {
			t.Fatalf("the collections are %+v, %v", all, err)
		}
		ids, err := a.Project.ArticleIDs(t.Context(), store.ArticleQuery{ArticleFilter: store.ArticleFilter{Collection: all[0].ID}})
		if err != nil || len(ids) != 2 {
			t.Fatalf("it has %v, %v", ids, err)
		}
		if n := lengthOf(a.leftList()); n != 2 {
			t.Errorf("%d articles are listed", n)
		}
		if _, err := a.Project.Undo(t.Context()); err != nil {
			t.Fatal(err)
		}
		return ids
	}
	first := drawn()
	a.choose("Show All Articles")
	if second := drawn(); !slices.Equal(first, second) {
		t.Errorf("one seed drew %v, and then %v", first, second)
	}
}

// filterField is the filter with a placeholder.
func (a *App) filterField(t *testing.T, placeHolder string) *control.TypeAhead {
	t.Helper()
	for _, o := range test.LaidOutObjects(a.articles.Object()) {
		if f, ok := o.(*control.TypeAhead); ok && f.Input().PlaceHolder == placeHolder {
			return f
		}
	}
	t.Fatalf("there is no filter %q", placeHolder)
	return nil
}

// nameInBox types a name into the box that is open, and agrees.
func (a *App) nameInBox(t *testing.T, name string) {
	t.Helper()
	for _, o := range test.LaidOutObjects(a.Window.Canvas().Overlays().Top()) {
		if f, ok := o.(*control.Field); ok {
			f.SetText(name)
		}
	}
	a.answer(t, true)
}

func TestTheFieldOfSavedSearchesNamesTheOneThatIsListed(t *testing.T) {
	a := newSampleApp(t)
	a.choose("Filter the Articles")
	a.pickFilter(t, "any source", "Harbour Wire")
	a.choose("Save the Search…")
	a.nameInBox(t, "Wire")
	saved := a.filterField(t, "saved search")
	if said := saved.Input().Text; said != "Wire" {
		t.Errorf("while what was saved is listed the field says %q", said)
	}
	a.choose("Rename the Saved Search…")
	a.nameInBox(t, "The wire")
	if said := saved.Input().Text; said != "The wire" {
		t.Errorf("after it was renamed the field says %q", said)
	}
	test.Tap(a.chip("Harbour Wire"))
	if said := saved.Input().Text; said != "" {
		t.Errorf("while all articles are listed the field says %q", said)
	}
	for _, c := range a.menus.commands {
		if c.Label() == "Rename the Saved Search…" && c.Act.IsPossible() {
			t.Error("a saved search can be renamed that is not listed")
		}
	}
}

func TestTakingAllFiltersOffEmptiesTheFieldThatHasTheKeyboard(t *testing.T) {
	a := newSampleApp(t)
	a.choose("Filter the Articles")
	a.pickFilter(t, "any source", "Harbour Wire")
	a.choose("Show All Articles")
	if said := a.filterField(t, "any source").Input().Text; said != "" {
		t.Errorf("while all articles are listed the field says %q", said)
	}
}

func TestTheFieldOfCollectionsHasTheNameThatOneHasNow(t *testing.T) {
	a := newSampleApp(t)
	a.leftList().Focus()
	a.choose("Put into a Collection…")
	a.nameInBox(t, "Strike")
	a.choose("Filter the Articles")
	a.pickFilter(t, "any collection", "Strike")
	a.choose("Rename the Collection…")
	a.nameInBox(t, "Ferries")
	field := a.filterField(t, "any collection")
	if said := field.Input().Text; said != "Ferries" {
		t.Errorf("after it was renamed the field says %q", said)
	}
	a.choose("Delete the Collection")
	if said := field.Input().Text; said != "" {
		t.Errorf("after it was deleted the field says %q", said)
	}
}

func TestDeletingSavedSearchesOffersTheListedOneAndSaysWhenNoneWasTicked(t *testing.T) {
	a := newSampleApp(t)
	a.choose("Filter the Articles")
	a.pickFilter(t, "any source", "Harbour Wire")
	a.choose("Save the Search…")
	a.nameInBox(t, "Wire")
	a.choose("Show All Articles")
	a.choose("Delete Saved Searches…")
	a.answer(t, true)
	kept, err := a.Project.SavedSearches(t.Context())
	if err != nil || len(kept) != 1 || !strings.Contains(a.frame.told, "nothing was deleted") {
		t.Errorf("%d are kept (%v), and it is told %q", len(kept), err, a.frame.told)
	}
	a.pickFilter(t, "saved search", "Wire")
	a.choose("Delete Saved Searches…")
	a.answer(t, true)
	if kept, err := a.Project.SavedSearches(t.Context()); err != nil || len(kept) != 0 {
		t.Errorf("%d are kept, %v", len(kept), err)
	}
}

func TestADetailThatIsRefusedIsThereAgainWithWhy(t *testing.T) {
	a := newSampleApp(t)
	a.leftList().Focus()
	a.choose("Set Details of the Articles…")
	for _, o := range test.LaidOutObjects(a.Window.Canvas().Overlays().Top()) {
		if s, ok := o.(*control.Select); ok {
			s.SetValue("published")
		}
	}
	a.nameInBox(t, "soon")
	if !a.IsCovered() {
		t.Fatal("the box is gone")
	}
	var typed, set string
	for _, o := range test.LaidOutObjects(a.Window.Canvas().Overlays().Top()) {
		switch o := o.(type) {
		case *control.Select:
			set = o.Value()
		case *control.Field:
			typed = o.Text()
		}
	}
	if typed != "soon" || set != "published" {
		t.Errorf("it asks for %q, and has %q", set, typed)
	}
	a.nameInBox(t, "2031")
	if a.IsCovered() || a.articles.Article().Published != "2031" {
		t.Errorf("the article is of %q", a.articles.Article().Published)
	}
}
