package notes_test

import (
	"bytes"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"standpoint/app/notes"
	"standpoint/app/notes/notestest"
	"standpoint/app/notes/render"
	"standpoint/assets"
	"standpoint/store"
)

// rowsOf returns the rows of a kind, each by the names of its columns.
func rowsOf(t *testing.T, p *store.Project, o notes.Options, kind notes.RowKind) []map[string]string {
	t.Helper()
	var list []map[string]string
	err := notes.RowsOf(p, o, nil)(t.Context(), []notes.RowKind{kind}, func(of notes.RowKind, cells []string) error {
		if of != kind {
			t.Errorf("a row of %s among %s", of, kind)
		}
		row := map[string]string{}
		for i, c := range kind.Columns() {
			row[c.Name] = cells[i]
		}
		list = append(list, row)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func TestSampleRows(t *testing.T) {
	p := project(t, assets.Sample)
	for _, kind := range notes.RowKinds() {
		var out bytes.Buffer
		if err := render.CSV(t.Context(), &out, notes.RowsOf(p, notes.Options{}, nil), kind, false); err != nil {
			t.Fatal(err)
		}
		rows := rowsOf(t, p, notes.Options{}, kind)
		got := out.String()
		for _, row := range rows { // when it was made is of the moment
			if row["created"] != "" {
				got = strings.ReplaceAll(got, row["created"], "2026-03-03T00:00:00Z")
			}
		}
		notestest.Golden(t, string(kind)+".csv", strings.ReplaceAll(got, "\r\n", "\n"))
	}
}

// Each list of the window has its row, and what the rows count of an actor is what the window counts.
func TestEveryAnnotationHasItsRowAndActorsAreCounted(t *testing.T) {
	p := project(t, assets.Sample)
	counts, err := p.Counts(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for kind, want := range map[notes.RowKind]int{
		notes.RowStatements: counts.Statements, notes.RowPositions: counts.Positions, notes.RowMentions: counts.Mentions,
		notes.RowActors: counts.Actors,
	} {
		if got := len(rowsOf(t, p, notes.Options{}, kind)); got != want {
			t.Errorf("there are %d rows of %s, want %d", got, kind, want)
		}
	}
	actors, _, err := p.Actors(t.Context(), store.ActorQuery{})
	if err != nil {
		t.Fatal(err)
	}
	rows := rowsOf(t, p, notes.Options{}, notes.RowActors)
	for _, a := range actors {
		row := rows[slices.IndexFunc(rows, func(r map[string]string) bool { return r["id"] == a.ID.String() })]
		for column, want := range map[string]int{
			"mentions": a.Mentions, "statements": a.Statements, "positions": a.Positions, "addressed": a.Addressed,
			"carried": a.Carried, "targeted": a.Targeted,
		} {
			if row[column] != strconv.Itoa(want) {
				t.Errorf("%s: %s is %s, want %d", a.Name, column, row[column], want)
			}
		}
	}
}

func TestRowsAreNarrowedAsNotesAre(t *testing.T) {
	p := project(t, assets.Sample)
	oppose := store.StanceOppose
	narrow := notes.Options{In: store.ArticleFilter{Stance: &oppose}}
	all, some := rowsOf(t, p, notes.Options{}, notes.RowPositions), rowsOf(t, p, narrow, notes.RowPositions)
	other := slices.ContainsFunc(some, func(r map[string]string) bool { return r["stance"] != "oppose" })
	if len(some) == 0 || len(some) >= len(all) || other {
		t.Errorf("of %d positions there are %d", len(all), len(some))
	}
	for _, a := range rowsOf(t, p, narrow, notes.RowActors) {
		if a["mentions"] != "0" || a["positions"]+a["statements"]+a["carried"]+a["addressed"]+a["targeted"] == "00000" {
			t.Errorf("%s is there: %v", a["name"], a)
		}
	}
	if got := rowsOf(t, p, narrow, notes.RowMentions); len(got) > 0 {
		t.Errorf("mentions take no stance, but there are %d", len(got))
	}
	mentions := notes.Options{Marks: []store.Kind{store.KindMention}}
	if got := rowsOf(t, p, mentions, notes.RowStatements); len(got) > 0 {
		t.Errorf("only mentions are asked for, but there are %d statements", len(got))
	}
}

func TestEveryColumnIsDocumented(t *testing.T) {
	page, err := os.ReadFile("../../docs/tables.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, kind := range notes.RowKinds() {
		for _, c := range kind.Columns() {
			if !strings.Contains(string(page), "`"+c.Name+"`") {
				t.Errorf("%s of %s is not in docs/tables.md", c.Name, kind)
			}
		}
	}
}
