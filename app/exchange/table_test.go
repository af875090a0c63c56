package exchange_test

import (
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"

	"standpoint/app/exchange"
	"standpoint/store"
	"standpoint/store/say"
)

// table is another format, as small as one can be: CSV without ids, each line an article (title, text), an actor (name) or a
// mention (title of the article, name, words).
type table [][]string

func readTable(s string) (table, error) {
	r := csv.NewReader(strings.NewReader(s))
	r.FieldsPerRecord = -1
	return r.ReadAll()
}

// Rows implements exchange.Document.
func (t table) Rows() iter.Seq2[exchange.Row, error] {
	return func(yield func(exchange.Row, error) bool) {
		for n := range t {
			if !yield(t.Row(n)) {
				return
			}
		}
	}
}

// Row implements exchange.Document.
func (t table) Row(n int) (exchange.Row, error) {
	switch line := t[n]; fmt.Sprintf("%s with %d columns", line[0], len(line)) {
	case "article with 3 columns":
		return exchange.Article{ID: idOf("article", line[1]), Title: line[1], Body: line[2]}, nil
	case "actor with 2 columns":
		return exchange.Actor{ID: idOf("actor", line[1]), Name: line[1]}, nil
	case "mention with 4 columns":
		return exchange.Annotation{
			ID: idOf(line...), Kind: store.KindMention, Article: idOf("article", line[1]), Actor: idOf("actor", line[2]),
			Spans: []exchange.Span{{Exact: line[3]}},
		}, nil
	}
	return nil, exchange.RowError{{
		Place: t.Place(n, ""), Message: say.Of("Expected article, actor or mention and its columns, not %s.", exchange.Quote(t[n][0])),
	}}
}

// Place implements exchange.Document.
func (t table) Place(n int, field exchange.Field) string {
	column := map[exchange.Field]string{"spans[0].exact": ", words", "body": ", text"}[field]
	return fmt.Sprintf("line %d%s", n+1, column)
}

// idOf returns the id of what goes by a name.
func idOf(names ...string) store.ID {
	return uuid.NewSHA1(uuid.NameSpaceURL, []byte(strings.Join(names, "\x00")))
}

// writeTable writes rows as such a table.
func writeTable(rows iter.Seq2[exchange.Row, error]) (string, error) {
	var out strings.Builder
	w := csv.NewWriter(&out)
	names := map[store.ID]string{}
	for row, err := range rows {
		if err != nil {
			return "", err
		}
		var line []string
		switch r := row.(type) {
		case exchange.Article:
			line, names[r.ID] = []string{"article", r.Title, r.Body}, r.Title
		case exchange.Actor:
			line, names[r.ID] = []string{"actor", r.Name}, r.Name
		case exchange.Annotation:
			line = []string{"mention", names[r.Article], names[r.Actor], r.Spans[0].Exact}
		}
		if err := w.Write(line); err != nil {
			return "", err
		}
	}
	w.Flush()
	return out.String(), w.Error()
}

func importTable(ctx context.Context, p *store.Project, s string) (exchange.Result, error) {
	t, err := readTable(s)
	if err != nil {
		return exchange.Result{}, err
	}
	checked, err := exchange.Check(ctx, p, t, "talks.csv")
	if err != nil {
		return exchange.Result{}, err
	}
	return checked.Write(ctx, exchange.Options{})
}

const talks = `article,Talks at Lissel,"Mara Ellin said yes. The guild, as ever, said no."
actor,Mara Ellin
actor,Pilots’ Guild
mention,Talks at Lissel,Mara Ellin,Mara Ellin
mention,Talks at Lissel,Pilots’ Guild,The guild
`

func TestAnotherFormatGoesInAndOut(t *testing.T) {
	p := open(t)
	result, err := importTable(t.Context(), p, talks)
	if err != nil {
		t.Fatal(err)
	}
	want := map[store.Entity]int{store.EntityArticle: 1, store.EntityActor: 2, store.EntityAnnotation: 2}
	if diff := cmp.Diff(want, result.Added); diff != "" {
		t.Errorf("added (-want +got):\n%s", diff)
	}
	out, err := writeTable(exchange.Rows(t.Context(), p, exchange.Part{}))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(sortedLines(talks), sortedLines(out)); diff != "" { // actors go out in the order of their ids
		t.Errorf("what went out is not what came in (-in +out):\n%s", diff)
	}
	again, err := importTable(t.Context(), p, talks)
	if err != nil || again.Same != 5 || len(again.Added) > 0 {
		t.Errorf("importing it again: %+v, %v", again, err)
	}
	if _, err := p.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if left := mustExport(t, p); left != mustExport(t, open(t)) {
		t.Errorf("after one Undo there is left:\n%s", left)
	}
}

func sortedLines(s string) []string { return slices.Sorted(strings.Lines(s)) }

func TestAnotherFormatSaysAllThatIsWrongInItsOwnPlaces(t *testing.T) {
	p := open(t)
	_, err := importTable(t.Context(), p, `article,Talks at Lissel,"Mara Ellin said yes. The guild, as ever, said no."
opinion,Mara Ellin
actor,Mara Ellin
mention,Talks at Lissel,Mara Ellin,said perhaps
article,Empty,
actor,Mara Ellin
`)
	want := `talks.csv: line 2: Expected article, actor or mention and its columns, not “opinion”.
talks.csv: line 6: ` + idOf("actor", "Mara Ellin").String() + ` is the id of line 3 already.
talks.csv: line 5, text: The article has no text.
talks.csv: line 4, words: “said perhaps” is not in the body of the article.`
	if err == nil {
		t.Fatal("it was accepted")
	}
	if diff := cmp.Diff(strings.Split(want, "\n"), strings.Split(err.Error(), "\n")); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
	if !p.UndoTitle().IsZero() {
		t.Error("something was written")
	}
}

// watched is a table in the reading of which something happens at every line.
type watched struct {
	table
	read func()
}

func (w watched) Rows() iter.Seq2[exchange.Row, error] {
	return func(yield func(exchange.Row, error) bool) {
		for row, err := range w.table.Rows() {
			w.read()
			if !yield(row, err) {
				return
			}
		}
	}
}

func TestReadingADocumentStopsWhenCancelled(t *testing.T) {
	lines, err := readTable(talks)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	n := 0
	_, err = exchange.Check(ctx, open(t), watched{lines, func() { n++; cancel() }}, "talks.csv")
	if !errors.Is(err, context.Canceled) || n != 1 {
		t.Errorf("%d lines were read, %v", n, err)
	}
}

// pointing hands over pointers to rows, which the compiler cannot refuse.
type pointing struct{ table }

func (pointing) Rows() iter.Seq2[exchange.Row, error] {
	return func(yield func(exchange.Row, error) bool) { yield(&exchange.Actor{}, nil) }
}

func TestRowsAreHandedOverAsValues(t *testing.T) {
	_, err := exchange.Check(t.Context(), open(t), pointing{}, "talks.csv")
	if err == nil || !strings.Contains(err.Error(), "a *exchange.Actor") {
		t.Errorf("got %v", err)
	}
}
