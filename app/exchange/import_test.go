package exchange_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"

	"standpoint/app/exchange"
	"standpoint/app/exchange/standpoint"
	"standpoint/assets"
	"standpoint/store"
	"standpoint/store/storetest"
	"standpoint/store/text"
)

// mustDo writes one action.
func mustDo(t testing.TB, p *store.Project, fn func(*store.Batch) error) {
	t.Helper()
	if _, err := p.Do(t.Context(), storetest.Titled("Test"), fn); err != nil {
		t.Fatal(err)
	}
}

// mustCopy returns a new project with what the other exports.
func mustCopy(t testing.TB, p *store.Project) *store.Project {
	t.Helper()
	other := open(t)
	mustImport(t, other, mustExport(t, p), exchange.Options{})
	return other
}

func TestSpansWithoutPositions(t *testing.T) {
	p := open(t)
	mustImport(t, p, annotation(`"kind": "highlight", "spans": [{"exact": "left"}, {"exact": "🇺🇦"}, {"exact": "said yes"}]`),
		exchange.Options{})
	a, err := p.Annotation(t.Context(), uuid.MustParse(id(10)))
	if err != nil {
		t.Fatal(err)
	}
	want := []text.Span{{Start: 4, End: 12}, {Start: 14, End: 16}, {Start: 21, End: 25}}
	if diff := cmp.Diff(want, a.Anchor.Spans()); diff != "" {
		t.Errorf("spans (-want +got):\n%s", diff)
	}
	if got, want := a.Anchor.Exact(), "said yes … 🇺🇦 … left"; got != want {
		t.Errorf("words %q, want %q", got, want)
	}
}

func TestDocumentMayNameRowsOfTheProject(t *testing.T) {
	p := open(t)
	mustImport(t, p, small(""), exchange.Options{})
	result := mustImport(t, p, numbered(`{"standpoint": 1, "annotations": [
		{"id": "#11", "article": "#1", "kind": "position", "statement": "#10", "target": {"issue": "#3"}, "stance": "oppose"},
		{"id": "#10", "article": "#1", "kind": "statement", "spans": [{"exact": "Ann said yes."}],
		 "participants": [{"role": "speaker", "actor": "#2"}, {"role": "carrier", "words": "the radio"}]}]}`), exchange.Options{})
	if diff := cmp.Diff(map[store.Entity]int{store.EntityAnnotation: 2}, result.Added); diff != "" {
		t.Errorf("added (-want +got):\n%s", diff)
	}
	rows, _, err := p.Positions(t.Context(), store.PositionQuery{})
	if err != nil || len(rows) != 1 {
		t.Fatal(rows, err)
	}
	if r := rows[0]; r.Holders[0].Name != "Ann" || r.Carriers[0].Words != "the radio" || r.TargetRef.Name != "Peace" ||
		r.Quote != "Ann said yes." {
		t.Errorf("the position is %+v", r)
	}
}

func TestRowsThatDifferAreListedOrOverwritten(t *testing.T) {
	p := open(t)
	mustImport(t, p, string(assets.Sample), exchange.Options{})
	before := mustExport(t, p)
	changed := strings.NewReplacer(
		`"name": "Ilse Varonne"`, `"name": "Ilse von Varonne"`,
		`"status": "coded"`, `"status": "reviewed"`,
		`"name": "Freight toll"`, `"name": "Toll"`,
		`"name": "number"`, `"name": "figure"`,
		`"act": "promises"`, `"act": "says"`,
		`"words": "both sides"`, `"words": "both"`,
		`"text": "The open letter itself is not dated."`, `"text": "No date."`,
	).Replace(before)

	result := mustImport(t, p, changed, exchange.Options{})
	differ := map[string]int{}
	for _, d := range result.Differ {
		differ[string(d.Entity)+" "+strings.Join(d.Fields, " ")]++
	}
	want := map[string]int{
		"actor name": 1, "article status": 2, "issue name": 1, "tag name": 1,
		"annotation act": 4, "annotation participants": 1, "note text": 1,
	}
	if diff := cmp.Diff(want, differ); diff != "" {
		t.Errorf("differing rows (-want +got):\n%s", diff)
	}
	if after := mustExport(t, p); after != before {
		t.Error("without Overwrite the project changed")
	}

	result = mustImport(t, p, changed, exchange.Options{Overwrite: true})
	if result.Changed != 11 || len(result.Differ) > 0 {
		t.Errorf("with Overwrite: changed %d, differ %v", result.Changed, result.Differ)
	}
	if diff := cmp.Diff(strings.Split(changed, "\n"), strings.Split(mustExport(t, p), "\n")); diff != "" {
		t.Errorf("after Overwrite (-want +got):\n%s", diff)
	}
}

func TestWhatWasDeletedStaysDeleted(t *testing.T) {
	p := open(t)
	mustImport(t, p, string(assets.Sample), exchange.Options{})
	document := mustExport(t, p)
	first, _, err := p.Articles(t.Context(), store.ArticleQuery{ArticleFilter: store.ArticleFilter{Text: "Annelie to go home"}})
	if err != nil || len(first) != 1 {
		t.Fatal(first, err)
	}
	statements, _, err := p.Statements(t.Context(), store.StatementQuery{Text: "never pay a toll"})
	if err != nil || len(statements) != 1 {
		t.Fatal(statements, err)
	}
	dray, guild := actorNamed(t, p, "Casimir Dray"), actorNamed(t, p, "Pilots’ Guild")
	mustDo(t, p, func(b *store.Batch) error {
		return errors.Join(
			b.Delete(store.EntityArticle, first[0].ID),
			b.Delete(store.EntityAnnotation, statements[0].ID),
			b.Delete(store.EntityActor, dray),
			b.Delete(store.EntityActor, guild),
			b.Delete(store.EntityNote, store.NoteID(actorNamed(t, p, "Dorin Kasvel"), coderOf(t, p))),
		)
	})
	before := mustExport(t, p)
	for _, overwrite := range []bool{false, true} {
		result := mustImport(t, p, document, exchange.Options{Overwrite: overwrite})
		if len(result.Deleted) == 0 || len(result.Added) > 0 {
			t.Errorf("deleted %d, added %v", len(result.Deleted), result.Added)
		}
		if len(result.Differ) > 0 || result.Changed > 0 {
			t.Errorf("rows that only name what was deleted count as different: %v", result.Differ)
		}
		if diff := cmp.Diff(strings.Split(before, "\n"), strings.Split(mustExport(t, p), "\n")); diff != "" {
			t.Errorf("overwrite %t brought something back (-want +got):\n%s", overwrite, diff)
		}
	}
}

// A note on an annotation that is hidden here, as its actor was deleted, is left out with it, though the document has that
// annotation name another actor.
func TestNotesOnWhatIsHiddenAreLeftOut(t *testing.T) {
	p := open(t)
	mustImport(t, p, numbered(`{"standpoint": 1, "actors": [{"id": "#5", "name": "Bo"}]}`), exchange.Options{})
	mustImport(t, p, annotation(`"kind": "mention", "actor": "#5", "spans": [{"exact": "said yes"}]`), exchange.Options{})
	mustDo(t, p, func(b *store.Batch) error { return b.Delete(store.EntityActor, uuid.MustParse(id(5))) })

	result := mustImport(t, p, small(`, "coders": [{"id": "#8", "name": "C"}],
		"annotations": [{"id": "#10", "article": "#1", "kind": "mention", "actor": "#2", "spans": [{"exact": "said yes"}]}],
		"notes": [{"on": "annotation", "subject": "#10", "coder": "#8", "text": "Really?"}]`), exchange.Options{})
	left := map[store.Entity]int{}
	for _, row := range result.Deleted {
		left[row.Entity]++
	}
	if diff := cmp.Diff(map[store.Entity]int{store.EntityAnnotation: 1, store.EntityNote: 1}, left); diff != "" {
		t.Errorf("left out (-want +got):\n%s", diff)
	}
}

func actorNamed(t testing.TB, p *store.Project, name string) store.ID {
	t.Helper()
	names, err := p.Names(t.Context(), store.EntityActor)
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range names {
		if n.Name == name {
			return n.ID
		}
	}
	t.Fatalf("there is no actor %q", name)
	return store.ID{}
}

// coderOf returns the coder whose notes the project holds.
func coderOf(t testing.TB, p *store.Project) store.ID {
	t.Helper()
	coders, err := p.Coders(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range coders {
		if c.Name == "R. Marlow" {
			return c.ID
		}
	}
	t.Fatal("there is no coder R. Marlow")
	return store.ID{}
}

func TestMergedRowsAreWrittenAsOne(t *testing.T) {
	p := open(t)
	mustImport(t, p, string(assets.Sample), exchange.Options{})
	document := mustExport(t, p)
	from, into := actorNamed(t, p, "Pilots’ Guild"), actorNamed(t, p, "Hedda Quill")
	mustDo(t, p, func(b *store.Batch) error { return b.Merge(store.EntityActor, from, into) })

	merged := mustExport(t, p)
	if strings.Contains(merged, from.String()) {
		t.Error("the merged actor is still named")
	}
	if again := mustExport(t, mustCopy(t, p)); again != merged {
		t.Errorf("the copy differs (-want +got):\n%s", cmp.Diff(strings.Split(merged, "\n"), strings.Split(again, "\n")))
	}
	result := mustImport(t, p, document, exchange.Options{})
	for _, d := range result.Differ {
		if d.Entity != store.EntityActor { // the actor has other aliases now
			t.Errorf("a row that names the merged actor counts as different: %+v", d)
		}
	}
	if len(result.Added)+len(result.Deleted) > 0 {
		t.Errorf("added %v, deleted %v", result.Added, result.Deleted)
	}
}

func TestNotesOfMergedCodersAreJoined(t *testing.T) {
	p := open(t)
	mustImport(t, p, small(`, "coders": [{"id": "#8", "name": "C"}, {"id": "#9", "name": "D"}], "notes": [
		{"on": "actor", "subject": "#2", "coder": "#8", "text": "Tall."}, {"on": "actor", "subject": "#2", "coder": "#9", "text": "Old."}]`),
		exchange.Options{})
	mustDo(t, p, func(b *store.Batch) error {
		return b.Merge(store.EntityCoder, uuid.MustParse(id(8)), uuid.MustParse(id(9)))
	})
	document := mustExport(t, p)
	if !strings.Contains(document, `Old.\n\nTall.`) || strings.Contains(document, id(8)) {
		t.Errorf("the notes are not joined:\n%s", document)
	}
	if again := mustExport(t, mustCopy(t, p)); again != document {
		t.Errorf("the copy differs:\n%s", again)
	}
}

// TestArticlesThatOnlyTheirIDsTellApart are what the store refuses to add and editing can lead to.
func TestArticlesThatOnlyTheirIDsTellApart(t *testing.T) {
	p := open(t)
	mustImport(t, p, numbered(`{"standpoint": 1, "articles": [
		{"id": "#1", "title": "A", "source": "S", "published": "2025", "body": "x"},
		{"id": "#2", "title": "B", "source": "S", "published": "2025", "body": "x"}]}`), exchange.Options{})
	if again := mustExport(t, mustCopy(t, p)); again != mustExport(t, p) {
		t.Errorf("the copy differs:\n%s", again)
	}
}

func TestAnnotationsOnAnEarlierText(t *testing.T) {
	p := open(t)
	mustImport(t, p, annotation(`"kind": "statement", "spans": [{"exact": "said yes"}], "cue": [{"exact": "said"}]`), exchange.Options{})
	mustDo(t, p, func(b *store.Batch) error {
		later, err := b.AddBody("Ann said no.")
		if err != nil {
			return err
		}
		return b.UpdateArticle(uuid.MustParse(id(1)), func(a *store.Article) { a.Body = later })
	})
	document := mustExport(t, p)
	if !strings.Contains(document, `"earlier_bodies"`) {
		t.Fatalf("the earlier text is not in the document:\n%s", document)
	}
	other := mustCopy(t, p)
	if again := mustExport(t, other); again != document {
		t.Errorf("the copy differs (-want +got):\n%s", cmp.Diff(strings.Split(document, "\n"), strings.Split(again, "\n")))
	}
	if report, err := other.Check(t.Context(), nil); err != nil || !report.OK() {
		t.Errorf("check: %v %v", report.Problems, err)
	}
}

func TestAnotherTextUnderOneID(t *testing.T) {
	p := open(t)
	mustImport(t, p, small(""), exchange.Options{})
	_, err := standpoint.Import(t.Context(), p, strings.NewReader(strings.Replace(small(""), "Ann left", "Ann stayed", 1)), "a.json",
		exchange.Options{Overwrite: true})
	want := "a.json: articles[0].body: The article “Small” has another text in the project. Give this one an id of its own."
	if err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

func TestByteOrderMarkIsSkipped(t *testing.T) {
	mustImport(t, open(t), "\uFEFF"+small(""), exchange.Options{})
}

// A tag that was deleted here does not come back, and one that was merged is what it became.
func TestTagsOfAnArticleAreComparedAndOverwritten(t *testing.T) {
	p := open(t)
	document := func(tags string) string {
		return `{"standpoint": 1, "articles": [{"id": "` + id(1) + `", "title": "Talks", "body": "Talks began.", "tags": [` + tags + `]}],
			"tags": [{"id": "` + id(2) + `", "name": "water"}, {"id": "` + id(3) + `", "name": "sea"}, {"id": "` + id(4) + `", "name": "gone"}]}`
	}
	quoted := func(n int) string { return `"` + id(n) + `"` }
	mustImport(t, p, document(quoted(2)), exchange.Options{})
	mustDo(t, p, func(b *store.Batch) error { return b.Delete(store.EntityTag, uuid.MustParse(id(4))) })
	carried := func() (names string) {
		t.Helper()
		rows, _, err := p.Articles(t.Context(), store.ArticleQuery{})
		if err != nil || len(rows) != 1 {
			t.Fatalf("%d articles, %v", len(rows), err)
		}
		for _, tag := range rows[0].Tags {
			names += tag.Name + " "
		}
		return names
	}
	if result := mustImport(t, p, document(quoted(2)+", "+quoted(4)), exchange.Options{}); len(result.Differ) != 0 || carried() != "water " {
		t.Errorf("with a tag that is gone %v differ, and it carries %q", result.Differ, carried())
	}
	other := document(quoted(3) + ", " + quoted(4))
	if result := mustImport(t, p, other, exchange.Options{}); len(result.Differ) != 1 || carried() != "water " {
		t.Errorf("with another tag %v differ, and it carries %q", result.Differ, carried())
	}
	mustImport(t, p, other, exchange.Options{Overwrite: true})
	if carried() != "sea " {
		t.Errorf("overwritten it carries %q", carried())
	}
	mustDo(t, p, func(b *store.Batch) error {
		return b.Merge(store.EntityTag, uuid.MustParse(id(3)), uuid.MustParse(id(2)))
	})
	if result := mustImport(t, p, other, exchange.Options{}); len(result.Differ) != 0 || carried() != "water " {
		t.Errorf("with a tag that became another %v differ, and it carries %q", result.Differ, carried())
	}
}
