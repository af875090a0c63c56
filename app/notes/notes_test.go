package notes_test

import (
	"bytes"
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"standpoint/app/exchange"
	"standpoint/app/exchange/standpoint"
	"standpoint/app/notes"
	"standpoint/app/notes/notestest"
	"standpoint/app/notes/render"
	"standpoint/assets"
	"standpoint/store"
)

// project returns a new project with the rows of a document.
func project(t *testing.T, document []byte) *store.Project {
	t.Helper()
	now := func() time.Time { return time.Date(2026, 5, 4, 12, 0, 0, 0, time.UTC) }
	p, err := store.Create(t.Context(), filepath.Join(t.TempDir(), "Canal talks.standpoint"), store.Options{Now: now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := p.Close(); err != nil {
			t.Error(err)
		}
	})
	if _, err := standpoint.Import(t.Context(), p, bytes.NewReader(document), "document", exchange.Options{}); err != nil {
		t.Fatal(err)
	}
	return p
}

// markdown returns the notes on a selection.
func markdown(t *testing.T, p *store.Project, o notes.Options) string {
	t.Helper()
	document, err := notes.Build(t.Context(), p, o, nil)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := render.Markdown(t.Context(), &out, document); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// TestSampleNotes has each document on the sample project, with all that a choice can change.
func TestSampleNotes(t *testing.T) {
	p := project(t, assets.Sample)
	for name, o := range map[string]notes.Options{
		"sample.md":           {},
		"sample_short.md":     {Detail: notes.DetailShort, Made: "2026-05-04"},
		"sample_german.md":    {Language: "de", Made: "2026-05-04"},
		"sample_actors.md":    {Kind: notes.KindActors},
		"sample_issues.md":    {Kind: notes.KindIssues, Cite: notes.CiteFootnote},
		"sample_issues_de.md": {Kind: notes.KindIssues, Cite: notes.CiteAuthor, Language: "de", Order: notes.OrderFrequent},
		"sample_annotated.md": {Kind: notes.KindAnnotated},
	} {
		notestest.Golden(t, name, markdown(t, p, o))
	}
}

// style is that of a page, which is the same in each and stands in one golden file of the renderer.
var style = regexp.MustCompile(`(?s)<style>.*?</style>`)

// TestSampleNotesInOtherFormats has each document on the sample project in each format that is text.
func TestSampleNotesInOtherFormats(t *testing.T) {
	p := project(t, assets.Sample)
	for _, name := range []string{"html", "text"} {
		f, found := render.Find(name)
		if !found {
			t.Fatalf("there is no %s", name)
		}
		for _, kind := range notes.Kinds() {
			document, err := notes.Build(t.Context(), p, notes.Options{Kind: kind, Made: "2026-05-04"}, nil)
			if err != nil {
				t.Fatal(err)
			}
			var out bytes.Buffer
			if err := f.Write(t.Context(), &out, document); err != nil {
				t.Fatal(err)
			}
			notestest.Golden(t, "sample_"+string(kind)+f.Extension, style.ReplaceAllString(out.String(), "<style>…</style>"))
		}
	}
}

func TestNotesOnSelectedArticles(t *testing.T) {
	p := project(t, assets.Sample)
	rows, _, err := p.Articles(t.Context(), store.ArticleQuery{})
	if err != nil {
		t.Fatal(err)
	}
	first := rows[len(rows)-1]
	got := markdown(t, p, notes.Options{Articles: []store.ID{first.ID, first.ID}})
	if strings.Count(got, "## "+first.Title+"\n") != 1 {
		t.Errorf("the notes should have the article %q once:\n%s", first.Title, got)
	}
	for _, r := range rows[:len(rows)-1] {
		if strings.Contains(got, "## "+r.Title+"\n") {
			t.Errorf("the notes have the article %q, which was not selected", r.Title)
		}
	}
	_, err = notes.Build(t.Context(), p, notes.Options{Articles: []store.ID{store.NewID()}}, nil)
	if store.CodeOf(err) != store.CodeNotFound {
		t.Errorf("an article that is not there gives %v", err)
	}
}

// A reader of notes has them in the order in which things happened, however the list was sorted in which the articles were selected.
func TestNotesOnSeveralSelectedArticlesHaveTheOldestFirstHoweverTheyAreListed(t *testing.T) {
	p := project(t, assets.Sample)
	rows, _, err := p.Articles(t.Context(), store.ArticleQuery{Backwards: true})
	if err != nil || len(rows) < 3 {
		t.Fatalf("%d articles: %v", len(rows), err)
	}
	left := rows[1].ID
	var want []string
	for _, r := range rows {
		if r.ID != left {
			want = append(want, r.Title)
		}
	}
	for _, sort := range []store.ArticleSort{store.ArticlesByTitle, store.ArticlesByPublished, store.ArticlesByAdded} {
		listed, err := p.ArticleIDs(t.Context(), store.ArticleQuery{Sort: sort})
		if err != nil {
			t.Fatal(err)
		}
		selected := slices.DeleteFunc(listed, func(id store.ID) bool { return id == left })
		var got []string
		for line := range strings.SplitSeq(markdown(t, p, notes.Options{Articles: selected}), "\n") {
			title := line[strings.LastIndex(line, ">")+1:]
			if strings.HasPrefix(line, "## ") && slices.ContainsFunc(rows, func(r store.ArticleRow) bool { return title == r.Title }) {
				got = append(got, title)
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("listed by %s:\n%s", sort, diff)
		}
	}
}

// Every kind of space stands as the article has it; a line end alone may become a space, where the words stand in a line.
func TestQuotationsKeepTheirSpacesInEveryDocument(t *testing.T) {
	const words = "Non\u00a0: «\u202fdeux  espaces\u3000\tet\u2009demi\u202f»\nDeux lignes.  "
	p := project(t, []byte(`{"standpoint": 1,
"articles": [{"id": "01970000-0000-7000-8000-000000000001", "title": "Le port", "body": `+strconv.Quote("Elle dit. "+words+"Fin.")+`}],
"actors": [{"id": "01970000-0000-7000-8000-0000000000a1", "name": "Anne"}],
"issues": [{"id": "01970000-0000-7000-8000-0000000000d1", "name": "Le port"}],
"annotations": [
  {"id": "01970000-0000-7000-8000-0000000000b1", "article": "01970000-0000-7000-8000-000000000001", "kind": "position",
   "spans": [{"exact": `+
		strconv.Quote(words)+`}], "stance": "oppose", "target": {"issue": "01970000-0000-7000-8000-0000000000d1"},
   "participants": [{"role": "holder", "actor": "01970000-0000-7000-8000-0000000000a1"}]},
  {"id": "01970000-0000-7000-8000-0000000000b2", "article": "01970000-0000-7000-8000-000000000001", "kind": "position",
   "spans": [{"exact": `+
		strconv.Quote(words)+`}], "stance": "support", "target": {"issue": "01970000-0000-7000-8000-0000000000d1"},
   "participants": [{"role": "holder", "actor": "01970000-0000-7000-8000-0000000000a1"}]}]}`))
	for _, kind := range notes.Kinds() {
		for _, detail := range notes.Details() {
			document, err := notes.Build(t.Context(), p, notes.Options{Kind: kind, Detail: detail}, nil)
			if kind == notes.KindAnnotated && detail == notes.DetailShort && err != nil {
				continue // it has no short form
			}
			if err != nil {
				t.Fatal(err)
			}
			said := fmt.Sprint(document.Blocks)
			if !strings.Contains(said, words) && !strings.Contains(said, strings.ReplaceAll(words, "\n", " ")) {
				t.Errorf("%s, %s: the words are not as they were:\n%q", kind, detail, said)
			}
		}
	}
}

// An article without a title is named in words, where it is listed, headed and cited; never by empty quotation marks.
func TestAnArticleWithoutATitleSaysSo(t *testing.T) {
	p := project(t, []byte(`{"standpoint": 1,
"articles": [{"id": "01970000-0000-7000-8000-000000000001", "title": "", "body": "Anne opposed the toll."},
  {"id": "01970000-0000-7000-8000-000000000002", "title": "Toll", "body": "Nothing else."}],
"actors": [{"id": "01970000-0000-7000-8000-0000000000a1", "name": "Anne"}],
"issues": [{"id": "01970000-0000-7000-8000-0000000000d1", "name": "The toll"}],
"annotations": [{"id": "01970000-0000-7000-8000-0000000000b1", "article": "01970000-0000-7000-8000-000000000001", "kind": "position",
   "spans": [{"exact": "Anne opposed the toll"}], "stance": "oppose", "target": {"issue": "01970000-0000-7000-8000-0000000000d1"},
   "participants": [{"role": "holder", "actor": "01970000-0000-7000-8000-0000000000a1"}]}]}`))
	for _, o := range []notes.Options{
		{},
		{Detail: notes.DetailShort},
		{Kind: notes.KindAnnotated},
		{Kind: notes.KindIssues},
		{Kind: notes.KindIssues, Cite: notes.CiteAuthor},
		{Kind: notes.KindActors, Cite: notes.CiteFootnote},
	} {
		for language, untitled := range map[string]string{"en": "untitled", "de": "ohne Titel"} {
			o.Language = language
			got := markdown(t, p, o)
			if !strings.Contains(got, untitled) || strings.Contains(got, "“”") || strings.Contains(got, "„“") || strings.Contains(got, "## \n") {
				t.Errorf("%+v:\n%s", o, got)
			}
		}
	}
}

func TestEmptyProject(t *testing.T) {
	got := markdown(t, project(t, []byte(`{"standpoint": 1}`)), notes.Options{})
	want := "# Canal talks\n\nNo articles, no statements and no positions. From the project “Canal talks”.\n"
	if got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestAwkwardNotes has quotes over several paragraphs, Markdown in the text, a statement without speaker and a position
// without target, and tags of the article.
func TestAwkwardNotes(t *testing.T) {
	notestest.Golden(t, "awkward.md", markdown(t, project(t, []byte(awkward)), notes.Options{}))
}

const awkward = `{"standpoint": 1,
"coders": [{"id": "01970000-0000-7000-8000-0000000000c1", "name": "A_1"}],
"articles": [{"id": "01970000-0000-7000-8000-000000000001", "title": "Prices *rise* | again", "published": "2026-05",
  "tags": ["01970000-0000-7000-8000-0000000000e2", "01970000-0000-7000-8000-0000000000e1"],
  "url": "javascript:alert(1)",
  "body": "1. Prices rise.\n# Not a heading, <b>he</b> said:\n    “It costs $5 * 2 & \\[more\\] to_day_”\n\nThen __silence__. The end."}],
"tags": [{"id": "01970000-0000-7000-8000-0000000000e1", "name": "*prices*"},
  {"id": "01970000-0000-7000-8000-0000000000e2", "name": "to the archive"}],
"actors": [{"id": "01970000-0000-7000-8000-0000000000a1", "name": "Anna | Ox", "aliases": ["*Ox*"]},
  {"id": "01970000-0000-7000-8000-0000000000a2", "name": "Ben Ash"}],
"annotations": [
  {"id": "01970000-0000-7000-8000-0000000000b1", "article": "01970000-0000-7000-8000-000000000001", "kind": "statement",
   "spans": [{"exact": "1. Prices rise.\n# Not a heading, <b>he</b> said:\n    “It costs $5 * 2 & \\[more\\] to_day_”"}, {"exact": ` +
	`"Then __silence__."}]},
  {"id": "01970000-0000-7000-8000-0000000000b2", "article": "01970000-0000-7000-8000-000000000001", "kind": "position",
   "statement": "01970000-0000-7000-8000-0000000000b1"},
  {"id": "01970000-0000-7000-8000-0000000000b3", "article": "01970000-0000-7000-8000-000000000001", "kind": "position",
   "spans": [{"exact": "The end."}], "stance": "neutral", "condition": "it ends", "on": "2026",
   "target": {"actor": "01970000-0000-7000-8000-0000000000a1"},
   "participants": [{"role": "holder", "actor": "01970000-0000-7000-8000-0000000000a1"}, {"role": "holder", "words": "a friend"},
     {"role": "holder", "actor": "01970000-0000-7000-8000-0000000000a2"}, {"role": "carrier", "words": "the radio"}]},
  {"id": "01970000-0000-7000-8000-0000000000b4", "article": "01970000-0000-7000-8000-000000000001", "kind": "mention",
   "spans": [{"start": 36, "end": 38, "exact": "he"}], "actor": "01970000-0000-7000-8000-0000000000a2"}
],
"notes": [{"on": "annotation", "subject": "01970000-0000-7000-8000-0000000000b4", "coder": "01970000-0000-7000-8000-0000000000c1",
  "text": "Who is “he”?\n\n- perhaps Ben\n- perhaps not"}]}`

// The notes on an article, and the list of actors, count alike: Meridian carried one statement with two positions, and a
// position without a statement.
func TestNotesCountAsListsDo(t *testing.T) {
	p := project(t, []byte(`{"standpoint": 1,
"articles": [{"id": "01970000-0000-7000-8000-000000000001", "title": "Harbour talks",
  "body": "Norvia opposed observers, Meridian reported."}],
"actors": [{"id": "01970000-0000-7000-8000-0000000000a1", "name": "Norvia"}, {"id": "01970000-0000-7000-8000-0000000000a2", "name": `+
		`"Meridian"}],
"issues": [{"id": "01970000-0000-7000-8000-0000000000d1", "name": "Observers"}],
"annotations": [
  {"id": "01970000-0000-7000-8000-0000000000b1", "article": "01970000-0000-7000-8000-000000000001", "kind": "statement",
   "spans": [{"exact": "Norvia opposed observers"}], "participants": [
    {"role": "speaker", "actor": "01970000-0000-7000-8000-0000000000a1"},
    {"role": "carrier", "actor": "01970000-0000-7000-8000-0000000000a2"}]},
  {"id": "01970000-0000-7000-8000-0000000000b2", "article": "01970000-0000-7000-8000-000000000001", "kind": "position",
   "statement": "01970000-0000-7000-8000-0000000000b1", "target": {"issue": "01970000-0000-7000-8000-0000000000d1"}, "stance": "oppose"},
  {"id": "01970000-0000-7000-8000-0000000000b3", "article": "01970000-0000-7000-8000-000000000001", "kind": "position",
   "statement": "01970000-0000-7000-8000-0000000000b1", "target": {"actor": "01970000-0000-7000-8000-0000000000a2"}},
  {"id": "01970000-0000-7000-8000-0000000000b4", "article": "01970000-0000-7000-8000-000000000001", "kind": "position",
   "spans": [{"exact": "observers"}], "target": {"issue": "01970000-0000-7000-8000-0000000000d1"}, "participants": [
    {"role": "carrier", "actor": "01970000-0000-7000-8000-0000000000a2"}]}]}`))
	rows, _, err := p.Actors(t.Context(), store.ActorQuery{})
	if err != nil || len(rows) != 2 {
		t.Fatalf("%d actors, %v", len(rows), err)
	}
	if meridian, norvia := rows[0], rows[1]; meridian.Carried != 2 || meridian.Targeted != 1 || norvia.Positions != 2 ||
		norvia.Statements != 1 {
		t.Errorf("the list has %+v and %+v", meridian.Tally, norvia.Tally)
	}
	got := markdown(t, p, notes.Options{})
	for _, want := range []string{
		"| **Norvia** |  |  | 1 statement, 2 positions |", "| **Meridian** |  |  | 2 reports carried, 1 position on it |",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the notes lack %q:\n%s", want, got)
		}
	}
}

// What a choice would not change is refused, so that nobody wonders at notes that look the same.
func TestChoicesThatChangeNothingAreRefused(t *testing.T) {
	p := project(t, assets.Sample)
	plain := map[notes.Kind]string{}
	for _, kind := range notes.Kinds() {
		plain[kind] = markdown(t, p, notes.Options{Kind: kind})
	}
	for _, kind := range notes.Kinds() {
		for name, o := range map[string]notes.Options{
			"short":     {Detail: notes.DetailShort},
			"author":    {Cite: notes.CiteAuthor},
			"footnotes": {Cite: notes.CiteFootnote},
			"newest":    {Order: notes.OrderNewest},
			"title":     {Order: notes.OrderTitle},
			"frequent":  {Order: notes.OrderFrequent},
			"German":    {Language: "de"},
			"positions": {Marks: []store.Kind{store.KindPosition}},
		} {
			o.Kind = kind
			if _, err := notes.Build(t.Context(), p, o, nil); err != nil {
				continue
			}
			told := kind == notes.KindIssues && name == "positions" // it tells of nothing else
			if !told && markdown(t, p, o) == plain[kind] {
				t.Errorf("%s changes nothing in notes on %s", name, kind)
			}
		}
	}
}
