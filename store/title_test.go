package store_test

import (
	"cmp"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"standpoint/store"
)

// ofALaterVersion is a title that this version does not know, with an argument that it does not know either.
const ofALaterVersion = `{"basket":"willow","code":"weave_basket","handles":2}`

func atDay(at time.Time) string { return at.Format(time.DateOnly) }

func storedTitles(t *testing.T, p *store.Project) []string {
	t.Helper()
	titles, err := p.StoredTitles(t.Context())
	must(t, err)
	return titles
}

func TestThePageOfTheFormatListsEveryTitleWithItsArgumentAndWhatItSays(t *testing.T) {
	page, err := os.ReadFile("../docs/file-format.md")
	must(t, err)
	_, after, _ := strings.Cut(string(page), "\n### titles\n")
	section, _, _ := strings.Cut(after, "\n### ")
	listed := map[store.TitleCode]bool{}
	for _, row := range regexp.MustCompile("(?m)^\\| `(\\w+)` \\|(?: `(\\w+)`)? \\| (.+) \\|$").FindAllStringSubmatch(section, -1) {
		code := store.TitleCode(row[1])
		listed[code] = true
		if want := store.ArgumentOf(code); row[2] != want {
			t.Errorf("the page gives %s the argument %q, the program %q", code, row[2], want)
		}
		if words, _, _ := strings.Cut(code.English(), "{{"); !strings.HasPrefix(row[3], words) {
			t.Errorf("the page says %q of %s, the program %q", row[3], code, code.English())
		}
	}
	for _, code := range store.TitleCodes() {
		if !listed[code] {
			t.Errorf("the page lacks %s", code)
		}
		delete(listed, code)
	}
	for code := range listed {
		t.Errorf("the page has %s, which the program does not know", code)
	}
}

func TestEveryKindOfAnnotationHasTitlesOfItsOwn(t *testing.T) {
	known := store.TitleCodes()
	for _, kind := range []store.Kind{store.KindHighlight, store.KindMention, store.KindStatement, store.KindPosition} {
		for _, title := range []store.Title{
			store.TitleForAdding(kind), store.TitleForEditing(kind), store.TitleForAdjusting(kind), store.TitleForDeleting(kind),
		} {
			if !slices.Contains(known, title.Code) || !strings.HasSuffix(title.English(atDay), " "+string(kind)) {
				t.Errorf("of a %s it says %q", kind, title.English(atDay))
			}
		}
	}
}

func TestATitleIsReadAsItWasWritten(t *testing.T) {
	p := newProject(t)
	at := time.Date(2031, 5, 16, 9, 30, 0, 0, time.FixedZone("", 2*3600))
	for _, tt := range []struct {
		title         store.Title
		stored, words string
	}{
		{store.Title{Code: store.TitleAddActor}, `{"code":"add_actor"}`, "Add actor"},
		{store.Title{Code: store.TitleLinkAll, Name: "Orla <Venn>"}, `{"code":"link_all","name":"Orla <Venn>"}`, "Link all to Orla <Venn>"},
		{store.Title{Code: store.TitleImportArticles, Count: 1}, `{"code":"import_articles","count":1}`, "Import 1 article"},
		{store.Title{Code: store.TitleImportArticles, Count: 12}, `{"code":"import_articles","count":12}`, "Import 12 articles"},
		{store.Title{Code: store.TitleSetBack, At: at}, `{"at":"2031-05-16T09:30:00+02:00","code":"set_back"}`, "Set back to 2031-05-16"},
	} {
		_, err := p.Do(t.Context(), tt.title, func(b *store.Batch) error { _, err := b.AddTag(store.Tag{Name: tt.words}); return err })
		must(t, err)
		if got := storedTitles(t, p)[0]; got != tt.stored {
			t.Errorf("stored is %s, want %s", got, tt.stored)
		}
		if got := p.UndoTitle(); got.Code != tt.title.Code || got.English(atDay) != tt.words || !got.At.Equal(tt.title.At) {
			t.Errorf("read is %+v, %q", got, got.English(atDay))
		}
	}
	mustPass(t, p)
}

func TestATitleThatNobodyCouldReadIsRefused(t *testing.T) {
	p := newProject(t)
	add := func(b *store.Batch) error { _, err := b.AddTag(store.Tag{Name: "press"}); return err }
	for _, title := range []store.Title{{}, {Code: "weave_basket"}, {Code: store.TitleTakeBack, Of: &store.Title{Code: store.TitleAddActor}}} {
		if _, err := p.Do(t.Context(), title, add); store.CodeOf(err) != store.CodeInvalid {
			t.Errorf("%v: %v", title, err)
		}
		if err := p.Begin(title).Batch(t.Context(), add); store.CodeOf(err) != store.CodeInvalid {
			t.Errorf("%v in batches: %v", title, err)
		}
	}
	if titles := storedTitles(t, p); len(titles) != 0 {
		t.Errorf("there are actions: %q", titles)
	}
}

func TestATitleOfALaterVersionIsToldOfHarmlessly(t *testing.T) {
	s := newScene(t)
	for stored, want := range map[string]string{
		ofALaterVersion:                              "Some other action (weave_basket)",
		`{"code":"weave\u202e\u001b[2J"}`:            "Some other action (weave<U+202E><U+001B>[2J)",
		`{"code":"` + strings.Repeat("x", 90) + `"}`: "Some other action (" + strings.Repeat("x", 59) + "…)",
		`{"code":7}`:                                 "Some other action (unreadable)",
		`{"code":"  "}`:                              "Some other action (unreadable)",
		`Add statement`:                              "Some other action (unreadable)",
		``:                                           "Some other action (unreadable)",
		`null`:                                       "Some other action (unreadable)",
		`{"code":"link_all","name":[7]}`:             "Link all to ",
		`{"code":"import_articles","count":""}`:      "Import 0 articles",
		`{"code":"take_back"}`:                       "Take back: Some other action (unreadable)",
	} {
		_, err := s.DoAs(t.Context(), stored, func(b *store.Batch) error {
			return b.UpdateArticle(s.article.ID, func(a *store.Article) { a.Section += "x" })
		})
		must(t, err)
		entries, _, err := s.History(t.Context(), store.HistoryQuery{Page: store.Page{Limit: 1}})
		must(t, err)
		if got := entries[0].Title.English(atDay); got != want {
			t.Errorf("%s is told as %q, want %q", stored, got, want)
		}
		if s.UndoTitle().IsZero() {
			t.Errorf("%s cannot be undone", stored)
		}
	}
	mustPass(t, s.Project)
}

func TestTitlesWithinTitlesWithoutEndAreReadToADepth(t *testing.T) {
	s := newScene(t)
	stored := strings.Repeat(`{"code":"take_back","of":`, 2000) + "{}" + strings.Repeat("}", 2000)
	_, err := s.DoAs(t.Context(), stored, func(b *store.Batch) error { return b.Delete(store.EntityArticle, s.article.ID) })
	must(t, err)
	if n := strings.Count(s.UndoTitle().English(atDay), "Take back"); n == 0 || n > 20 {
		t.Errorf("%d of them are told", n)
	}
}

func TestATitleOfALaterVersionIsKeptByteForByteThroughMergeUndoAndTakingBack(t *testing.T) {
	s, other := twins(t)
	woven, err := other.DoAs(t.Context(), ofALaterVersion, func(b *store.Batch) error {
		return b.UpdateArticle(s.article.ID, func(a *store.Article) { a.Section = "Crafts" })
	})
	must(t, err)
	_, err = other.Undo(t.Context())
	must(t, err)
	_, err = other.Redo(t.Context())
	must(t, err)
	_, err = other.TakeBack(t.Context(), woven)
	must(t, err)
	want := []string{`{"code":"take_back","of":` + ofALaterVersion + `}`, ofALaterVersion, ofALaterVersion, ofALaterVersion}
	if got := storedTitles(t, other)[:4]; !slices.Equal(got, want) {
		t.Errorf("there the titles are %q", got)
	}
	merge(t, s.Project, other.Path(), nil)
	var arrived []string
	for _, title := range storedTitles(t, s.Project) {
		if strings.Contains(title, "weave_basket") {
			arrived = append(arrived, title)
		}
	}
	slices.SortFunc(arrived, func(a, b string) int { return cmp.Compare(len(b), len(a)) })
	if !slices.Equal(arrived, want) {
		t.Errorf("here the titles are %q, want %q", arrived, want)
	}
	mustPass(t, s.Project)
	mustPass(t, other)
}

func TestACheckFindsATitleThatIsNotWhatWasWritten(t *testing.T) {
	s := newScene(t)
	path := s.Path()
	must(t, s.Close())
	tamper(t, path, `UPDATE action SET title = '{"code":"delete_article"}' WHERE key = (SELECT max(key) FROM action)`)
	p := openProject(t, path, store.Options{})
	report, err := p.Check(t.Context(), nil)
	must(t, err)
	if len(report.Problems) == 0 {
		t.Error("nobody noticed")
	}
}

func TestAPurgeTakesNamesFromTitlesAndLeavesTheChainWhole(t *testing.T) {
	s := newScene(t)
	var actor store.Actor
	later := `{"code":"weave_basket","for":["Thistledown",{"whom":"for Thistledown","n":1.50}],` +
		`"of":{"code":"thistledown","name":"Thistledownish Thistledown"}}`
	_, err := s.DoAs(t.Context(), later, func(b *store.Batch) (err error) {
		actor, err = b.AddActor(store.Actor{Name: "Thistledown"})
		return err
	})
	must(t, err)
	_, err = s.DoAs(t.Context(), `no title, but Thistledown`, func(b *store.Batch) error {
		return b.UpdateActor(actor.ID, func(a *store.Actor) { a.Description = "x" })
	})
	must(t, err)
	_, err = s.Undo(t.Context())
	must(t, err)
	do(t, s.Project, "Delete", func(b *store.Batch) error { return b.Delete(store.EntityActor, actor.ID) })
	emptyTrash(t, s.Project)

	hashes := regexp.MustCompile(`"purged":"[0-9a-f]{64}"`)
	var titles []string
	for _, title := range storedTitles(t, s.Project)[2:5] {
		titles = append(titles, hashes.ReplaceAllString(title, `"purged":"#"`))
	}
	want := []string{
		`{"purged":"#"}`, `{"purged":"#"}`,
		`{"code":"weave_basket","for":["…",{"n":1.50,"whom":"for …"}],"of":{"code":"thistledown","name":"Thistledownish …"},"purged":"#"}`,
	}
	if !slices.Equal(titles, want) {
		t.Errorf("titles are\n%s", strings.Join(titles, "\n"))
	}
	mustPass(t, s.Project)
}

func TestAnUndoOfAnActionWhoseTitleLostANameHasATitleOfItsOwn(t *testing.T) {
	s := newScene(t)
	var actor store.Actor
	_, err := s.Do(t.Context(), store.Title{Code: store.TitleLinkAll, Name: "Thistledown"}, func(b *store.Batch) (err error) {
		if actor, err = b.AddActor(store.Actor{Name: "Thistledown"}); err != nil {
			return err
		}
		return b.UpdateArticle(s.article.ID, func(a *store.Article) { a.Section = "Gardens" })
	})
	must(t, err)
	do(t, s.Project, "Delete", func(b *store.Batch) error { return b.Delete(store.EntityActor, actor.ID) })
	emptyTrash(t, s.Project)
	for range 2 { // the deletion, of which nothing is left, and the action before it
		_, err = s.Undo(t.Context())
		must(t, err)
	}
	if got, want := storedTitles(t, s.Project)[0], `{"code":"link_all","name":"…"}`; got != want {
		t.Errorf("its title is %s, want %s", got, want)
	}
	mustPass(t, s.Project)
}
