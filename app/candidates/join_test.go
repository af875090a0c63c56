package candidates

import (
	"context"
	"fmt"
	"os"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"standpoint/app/intake"
	"standpoint/store/storetest"
)

func TestWhatArrivesJoinsWhatWaitsAndWhatWasSaidOfThatStays(t *testing.T) {
	p := storetest.NewProject(t, "Ilse Brandt")
	b := mustRead(t, NewBatch(p, intake.Options{}),
		files(t, "a.txt", "Date: 03/04/2031\n\nThe talks began.", "b.txt", "The talks ended.", "c.txt", "Nobody came.")...)
	s := NewSketches(p)
	mustCompare(t, b, s)
	before := b.Rows(0, 3)
	if err := b.Set(intake.FieldTitle, "Harbour", before[0].ID); err != nil {
		t.Fatal(err)
	}
	b.Tick(false, before[1].ID)
	if err := b.Answer(t.Context(), intake.MonthFirst); err != nil {
		t.Fatal(err)
	}
	if err := b.Reread(t.Context(), Encodings, func(o *intake.Options) { o.Encoding = "windows-1251" }, before[2].ID); err != nil {
		t.Fatal(err)
	}
	later := files(t, "d.txt", "Date: 25/12/2031\n\nThe ferry left.", "e.txt", "Date: 05/06/2031\n\nThe ferry came back.", "f.txt",
		"The talks ended.")
	mustCompare(t, mustRead(t, b, later...), s)
	rows := b.Rows(0, 10)
	if len(rows) != 6 {
		t.Fatalf("%d candidates", len(rows))
	}
	if rows[0].ID != before[0].ID || rows[0].Article.Title != "Harbour" || rows[0].Article.Published != "2031-03-04" || rows[1].Ticked ||
		b.OptionsOf(rows[2].ID).Encoding != "windows-1251" {
		t.Errorf("of what waited before there is %+v, read in %q", rows[:3], b.OptionsOf(rows[2].ID).Encoding)
	}
	if rows[4].Article.Published != "2031-05-06" {
		t.Errorf("what was answered does not hold for what arrives: %s", rows[4].Article.Published)
	}
	if rows[5].Same == nil || rows[5].Same.Candidate != before[1].ID || rows[5].Ticked {
		t.Errorf("what arrives is not compared with what waits: %+v", rows[5])
	}
}

func TestAFileThatWaitsAlreadyIsReadAnewAndWaitsOnce(t *testing.T) {
	p := storetest.NewProject(t, "Ilse Brandt")
	paths := files(t, "a.txt", "The talks began.", "b.txt", "The talks ended.")
	b := mustRead(t, NewBatch(p, intake.Options{}), paths...)
	if err := b.Set(intake.FieldSource, "Harbour Wire", b.Row(0).ID); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(paths[0], []byte("The talks began anew."), 0o600); err != nil {
		t.Fatal(err)
	}
	mustRead(t, b, paths[0], paths[0], paths[1])
	rows := b.Rows(0, 10)
	if len(rows) != 2 || rows[0].Beginning != "The talks began anew." || rows[0].Article.Source != "Harbour Wire" {
		t.Errorf("there wait %+v", rows)
	}
}

func TestOnlyWhatArrivedIsComparedUnlessTheProjectHasOtherTexts(t *testing.T) {
	p := storetest.NewProject(t, "Ilse Brandt")
	var list []string
	for i := range 40 {
		list = append(list, fmt.Sprintf("%04d.txt", i), prose(i, 20))
	}
	b, s := mustRead(t, NewBatch(p, intake.Options{}), files(t, list...)...), NewSketches(p)
	mustCompare(t, b, s)
	mustCompare(t, mustRead(t, b, files(t, "late.txt", prose(3, 20))...), s)
	if n := b.Comparisons().Articles; n != 1 {
		t.Errorf("%d articles were compared when one arrived", n)
	}
	mustImport(t, mustRead(t, NewBatch(p, intake.Options{}), files(t, "other.txt", prose(7, 20))...))
	mustCompare(t, b, s)
	if n := b.Comparisons().Articles; n != 41 || b.Row(7).Same == nil {
		t.Errorf("%d articles were compared when the project had another text; %+v", n, b.Row(7).Same)
	}
}

func TestWhatACancelledImportHasAddedCanBeKeptAndTheOthersWaitOn(t *testing.T) {
	p := storetest.NewProject(t, "Ilse Brandt")
	list := []string{"0000.txt", ""} // which has nothing in it
	for i := range 120 {
		list = append(list, fmt.Sprintf("%04d.txt", i+1), prose(i, 20))
	}
	b := mustRead(t, NewBatch(p, intake.Options{}), files(t, list...)...)
	ctx, cancel := context.WithCancel(t.Context())
	r, _ := b.Import(ctx, true, func(p Progress) {
		if p.Done > 0 {
			cancel()
		}
	})
	b.KeepImported()
	if got := b.Totals(); got.Ticked != 120-len(r.Added) || got.Bad != 1 || len(r.Added) == 0 {
		t.Fatalf("after %d were added there wait %+v", len(r.Added), got)
	}
	mustImport(t, b)
	if n := len(articles(t, p)); n != 120 {
		t.Errorf("%d articles are in the project", n)
	}
}

// counted counts what is in a batch by going through it.
func (b *Batch) counted() (t Totals) {
	for _, it := range b.list {
		t.count(it, 1)
	}
	return t
}

func TestWhatIsCountedIsWhatIsThere(t *testing.T) {
	p := storetest.NewProject(t, "Ilse Brandt")
	check := func(when string, b *Batch) {
		t.Helper()
		if d := cmp.Diff(b.counted(), b.Totals()); d != "" {
			t.Errorf("%s: %s", when, d)
		}
	}
	long := prose(1, 100)
	paths := files(t, "a.txt", "Date: 03/04/2031\n\nTalks began.", "b.txt", long, "c.txt", long+" They ended.", "d.txt", "", "e.txt",
		"Source: Estmark Wire\n\n"+long)
	b, s := mustRead(t, NewBatch(p, intake.Options{}), paths...), NewSketches(p)
	check("read", b)
	mustCompare(t, b, s)
	check("compared", b)
	if got := b.Totals(); got.Doubtful != 1 || got.Same != 1 || got.Near != 1 || got.Bad != 1 || got.Ticked != 3 || got.Articles != 4 {
		t.Errorf("counted are %+v", got)
	}
	ids := b.IDs()
	b.Toggle(ids...)
	check("ticked", b)
	if b.Totals().Ticked != 4 {
		t.Errorf("%d are ticked", b.Totals().Ticked)
	}
	b.Toggle(ids...)
	if check("unticked", b); b.Totals().Ticked != 0 {
		t.Errorf("%d are ticked still", b.Totals().Ticked)
	}
	if err := b.Set(intake.FieldSource, "Harbour Wire", ids...); err != nil {
		t.Fatal(err)
	}
	if check("edited", b); b.Totals().Edited != 4 {
		t.Errorf("%d are edited", b.Totals().Edited)
	}
	if err := b.Answer(t.Context(), intake.DayFirst); err != nil {
		t.Fatal(err)
	}
	check("answered", b)
	for _, text := range []string{"", "Something else."} {
		if err := os.WriteFile(paths[1], []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := b.Reread(t.Context(), Encodings, func(*intake.Options) {}, ids[1]); err != nil {
			t.Fatal(err)
		}
		check("read again", b)
	}
	b.Tick(true, ids...)
	mustImport(t, b)
	check("imported", b)
}

func TestWhatSeveralArticlesHaveInCommonIsTold(t *testing.T) {
	p := storetest.NewProject(t, "Ilse Brandt")
	b := mustRead(t, NewBatch(p, intake.Options{}), files(t, "a.txt", "Title: One\nSource: Harbour Wire\n\nTalks began.",
		"b.txt", "Title: Two\nSource: Harbour Wire\n\nTalks ended.", "c.txt", "")...)
	set := NewSet(b)
	set.Add(b.IDs()...)
	fields, n := set.Common()
	want := []Common{{Field: intake.FieldTitle, Differ: true}, {Field: intake.FieldSource, Value: "Harbour Wire"}}
	for _, w := range want {
		if !slices.Contains(fields, w) {
			t.Errorf("%+v is not among %+v", w, fields)
		}
	}
	if n != 2 {
		t.Errorf("%d are articles", n)
	}
}

func TestWhatSeveralHaveInCommonIsToldAnewWithoutLookingAtAllOfThem(t *testing.T) {
	const many = 400
	rows := "Title,Source,Text\n"
	for i := range many {
		rows += fmt.Sprintf("Number %d,Harbour Wire,%s\n", i, prose(i, 5))
	}
	b := mustRead(t, NewBatch(storetest.NewProject(t, "Ilse Brandt"), intake.Options{}), files(t, "rows.csv", rows)...)
	ids, set := b.IDs(), NewSet(b)
	check := func(when string, n int, source string, looks int) {
		t.Helper()
		before := set.Looks()
		fields, articles := set.Common()
		at := slices.IndexFunc(fields, func(c Common) bool { return c.Field == intake.FieldSource })
		if articles != n || fields[at].Value != source {
			t.Errorf("%s: %d articles have in common %+v", when, articles, fields)
		}
		if got := set.Looks() - before; got > looks {
			t.Errorf("%s: %d were looked at", when, got)
		}
	}
	set.Add(ids...)
	check("all", many, "Harbour Wire", 0)
	before := set.Looks()
	set.Remove(ids[many-1])
	set.Add(ids[many-1], ids[0])
	if n := set.Looks() - before; n != 2 || set.FirstOfText() != ids[0] {
		t.Errorf("%d were looked at for two; the first is %d", n, set.FirstOfText())
	}
	b.Tick(false, ids...)
	check("unticked", many, "Harbour Wire", 0)
	if err := b.Set(intake.FieldSource, "Estmark Wire", ids[3]); err != nil {
		t.Fatal(err)
	}
	check("one is of another", many, "", many)
	set.Remove(ids[3])
	check("without it", many-1, "Harbour Wire", 0)
	set.Remove(ids[0])
	if set.FirstOfText() != ids[1] {
		t.Errorf("the first is %d", set.FirstOfText())
	}
	columns := map[string]intake.Field{"Source": intake.FieldBody, "Text": ""}
	if err := b.Reread(t.Context(), Columns, func(o *intake.Options) { o.Columns = columns },
		ids[0]); err != nil {
		t.Fatal(err)
	}
	if b.Len() == many && set.Prune() {
		t.Error("what is there still is taken out")
	}
}
