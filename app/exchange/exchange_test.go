package exchange_test

import (
	"bytes"
	"context"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"standpoint/app/exchange"
	"standpoint/app/exchange/standpoint"
	"standpoint/assets"
	"standpoint/store"
	"standpoint/store/storetest"
)

// open returns a new project in a temporary folder.
func open(t testing.TB) *store.Project {
	t.Helper()
	return storetest.NewProject(t, "Tester")
}

// mustImport imports a document and fails the test if it is refused.
func mustImport(t testing.TB, p *store.Project, document string, o exchange.Options) exchange.Result {
	t.Helper()
	result, err := standpoint.Import(t.Context(), p, strings.NewReader(document), "test.json", o)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// mustExport returns the project as a document.
func mustExport(t testing.TB, p *store.Project) string {
	t.Helper()
	var out bytes.Buffer
	if err := standpoint.Export(context.Background(), p, &out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestSampleProject(t *testing.T) {
	p := open(t)
	mustImport(t, p, string(assets.Sample), exchange.Options{})

	counts, err := p.Counts(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	want := store.Counts{
		Articles: 5, Actors: 16, Issues: 7, Tags: 3,
		Highlights: 4, Mentions: 61, Statements: 34, Positions: 31, Notes: counts.Notes,
	}
	if diff := cmp.Diff(want, counts); diff != "" {
		t.Errorf("what the sample holds (-want +got):\n%s", diff)
	}
	statuses := map[store.Status]int{}
	rows, _, err := p.Articles(t.Context(), store.ArticleQuery{})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		statuses[r.Status]++
		if r.Status == store.StatusUnread && r.Mentions+r.Statements+r.Positions+r.Highlights > 0 {
			t.Errorf("“%s” is unread and annotated", r.Title)
		}
	}
	if len(statuses) != 4 {
		t.Errorf("the sample's articles have statuses %v, want one of each", statuses)
	}
	report, err := p.Check(t.Context(), nil)
	if err != nil || !report.OK() {
		t.Errorf("check of the sample: %v %v", report.Problems, err)
	}
	if diff := cmp.Diff(string(assets.Sample), mustExport(t, p)); diff != "" {
		t.Errorf("the sample is not as Export writes it (-sample +export):\n%s", diff)
	}
}

func TestImportIsOneAction(t *testing.T) {
	p := open(t)
	empty := mustExport(t, p)
	mustImport(t, p, string(assets.Sample), exchange.Options{})
	full := mustExport(t, p)

	if _, err := p.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(empty, mustExport(t, p)); diff != "" {
		t.Errorf("after Undo (-want +got):\n%s", diff)
	}
	if _, err := p.Redo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(full, mustExport(t, p)); diff != "" {
		t.Errorf("after Redo (-want +got):\n%s", diff)
	}
}

func TestImportAgainChangesNothing(t *testing.T) {
	p := open(t)
	mustImport(t, p, string(assets.Sample), exchange.Options{})
	again := mustImport(t, p, string(assets.Sample), exchange.Options{Overwrite: true})
	if again.Changed > 0 || len(again.Added) > 0 || len(again.Differ) > 0 || !isZero(again.Action) {
		t.Errorf("the second import did something: %+v", again)
	}
}

func isZero(id store.ID) bool { return id == store.ID{} }

func TestExampleOfTheDocumentation(t *testing.T) {
	page, err := os.ReadFile("../../docs/json.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, found := strings.Cut(string(page), "```json\n")
	example, _, ended := strings.Cut(rest, "```")
	if !found || !ended {
		t.Fatal("docs/json.md has no example")
	}
	p := open(t)
	mustImport(t, p, example, exchange.Options{})
	rows, _, err := p.Positions(t.Context(), store.PositionQuery{})
	if err != nil || len(rows) != 1 || rows[0].Carriers[0].Name != "Delta Telegraph Agency" || rows[0].AccordingTo[0].Words == "" {
		t.Errorf("the example's position is %+v, %v", rows, err)
	}
}
