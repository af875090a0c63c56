package candidates

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"standpoint/app/intake"
	"standpoint/store"
	"standpoint/store/storetest"
)

// files writes texts to a new folder, each under the name before it, and returns their paths.
func files(t testing.TB, namesAndTexts ...string) []string {
	t.Helper()
	dir := t.TempDir()
	var paths []string
	for i := 0; i < len(namesAndTexts); i += 2 {
		path := filepath.Join(dir, namesAndTexts[i])
		if err := os.WriteFile(path, []byte(namesAndTexts[i+1]), 0o600); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	return paths
}

func mustRead(t testing.TB, b *Batch, paths ...string) *Batch {
	t.Helper()
	b.readFiles = intake.ReadFiles // so that IDs are in the order of the files
	if err := b.Read(t.Context(), paths, nil); err != nil {
		t.Fatal(err)
	}
	return b
}

func mustCompare(t testing.TB, b *Batch, s *Sketches) {
	t.Helper()
	if err := b.Compare(t.Context(), s, nil); err != nil {
		t.Fatal(err)
	}
}

func mustImport(t testing.TB, b *Batch) intake.Result {
	t.Helper()
	r, err := b.Import(t.Context(), false, nil)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// prose is a text of so many words, of which no four in a row are those of another number.
func prose(number, words int) string {
	var s strings.Builder
	for i := range words {
		fmt.Fprintf(&s, "w%dx%d ", number, i)
		if i%20 == 19 {
			s.WriteString("said.\n\n")
		}
	}
	return strings.TrimSpace(s.String())
}

func articles(t testing.TB, p *store.Project) []store.ArticleRow {
	t.Helper()
	rows, _, err := p.Articles(t.Context(), store.ArticleQuery{Sort: store.ArticlesByTitle})
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestReadingWritesNothing(t *testing.T) {
	p := storetest.NewProject(t, "Ilse Brandt")
	b := mustRead(t, NewBatch(p, intake.Options{}), files(t, "a.txt", "Title: One\n\nThe talks began.", "b.txt", "")...)
	mustCompare(t, b, NewSketches(p))
	if n := len(articles(t, p)); n != 0 {
		t.Errorf("%d articles are in the project", n)
	}
	if _, n, err := p.History(t.Context(), store.HistoryQuery{}); err != nil || n != 0 {
		t.Errorf("%d actions are in the history (%v)", n, err)
	}
	rows := b.Rows(0, 10)
	if rows[0].Article.Title != "One" || !rows[0].Ticked || rows[0].Beginning != "The talks began." || rows[0].Length != 16 {
		t.Errorf("the first row is %+v", rows[0])
	}
	if rows[1].Err == nil || rows[1].Ticked {
		t.Errorf("the empty file is %+v", rows[1])
	}
	if report := b.Report(); len(report) != 1 || !strings.Contains(report[0].Error(), "is empty") {
		t.Errorf("the report is %v", report)
	}
}

// archive is a file with an archive in it, which holds texts under their names.
func archive(t testing.TB, name string, entries ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(entries); i += 2 {
		w, err := z.Create(entries[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, entries[i+1]); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestTheReportNamesEachPartOfAFileThatWasLeftOutWithItsReason(t *testing.T) {
	mailbox := "From a Tue Mar  4 09:00:00 2031\nFrom: a@example.org\nSubject: One\n\nThe ferry left.\n\n" +
		"From a Tue Mar  4 10:00:00 2031\nFrom: a@example.org\nSubject: Two\n\n\n"
	paths := []string{
		archive(t, "some.zip", "a.txt", "Title: One\n\nThe talks began.", "empty.txt", "", "../out.txt", "The talks ended.",
			"inner.zip", "PK\x03\x04\x14\x00\x06\x00"),
		archive(t, "none.zip", "one.txt", "", "two.txt", ""),
	}
	paths = append(paths, files(t, "box.mbox", mailbox, "rows.csv", "Title,Text\nOne,\nTwo,The talks went on.\nThree,\n")...)
	b := mustRead(t, NewBatch(storetest.NewProject(t, "Ilse Brandt"), intake.Options{}), paths...)
	report := b.Report()
	for _, want := range [][2]string{
		{"some.zip › empty.txt”", "is empty"},
		{"some.zip › ../out.txt”", "leads out"},
		{"some.zip › inner.zip”", "damaged"},
		{"none.zip › one.txt”", "is empty"},
		{"none.zip › two.txt”", "is empty"},
		{"Message 2 of “", "box.mbox”"},
		{"Row 2 of “", "rows.csv”"},
		{"Row 4 of “", "rows.csv”"},
	} {
		n := 0
		for _, err := range report {
			if strings.Contains(err.Error(), want[0]) && strings.Contains(err.Error(), want[1]) {
				n++
			}
		}
		if n != 1 {
			t.Errorf("%q is said %d times in %q", want, n, report)
		}
	}
	if got := b.Totals(); got.Bad != 1 || got.Left != 7 || got.Articles != 3 {
		t.Errorf("counted %+v of %q", got, report)
	}
}

func TestWhatIsChosenAndCorrectedIsOneActionThatUndoTakesBack(t *testing.T) {
	p := storetest.NewProject(t, "Ilse Brandt")
	b := mustRead(t, NewBatch(p, intake.Options{}), files(t, "a.txt", "Title: One\nThe talks began.", "b.txt", "Title: Two\nThe talks ended.",
		"c.txt", "Title: Three\nNobody came.")...)
	rows := b.Rows(0, 3)
	b.Tick(false, rows[1].ID)
	if err := b.Set(intake.FieldSource, "Harbour  Wire", rows[0].ID, rows[2].ID); err != nil {
		t.Fatal(err)
	}
	if err := b.Set(intake.FieldDate, "3 May 2031", rows[2].ID); err != nil {
		t.Fatal(err)
	}
	if r := mustImport(t, b); len(r.Added) != 2 {
		t.Fatalf("added %d articles, failed %v", len(r.Added), r.Failed)
	}
	got := articles(t, p)
	if got[0].Title != "One" || got[0].Source != "Harbour Wire" || got[1].Title != "Three" || got[1].Published != "2031-05-03" {
		t.Errorf("the articles are %+v", got)
	}
	if c := b.Row(2); c.From[intake.FieldDate].Place != intake.PlaceAnalyst || c.From[intake.FieldTitle].Place != intake.PlaceHead {
		t.Errorf("the fields came from %v", c.From)
	}
	if _, err := p.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if n := len(articles(t, p)); n != 0 {
		t.Errorf("%d articles are left after Undo", n)
	}
}

func TestTheActionSaysHowManyArticlesWereChosenAlsoOfAFileThatHoldsSeveral(t *testing.T) {
	p := storetest.NewProject(t, "Ilse Brandt")
	b := mustRead(t, NewBatch(p, intake.Options{}), files(t, "rows.csv",
		"Title,Text\nOne,The talks began.\nTwo,The talks ended.\nThree,Nobody came.\n")...)
	b.Tick(false, b.Row(1).ID)
	if r := mustImport(t, b); len(r.Added) != 2 {
		t.Fatalf("added %d articles, failed %v", len(r.Added), r.Failed)
	}
	if history, _, err := p.History(t.Context(), store.HistoryQuery{}); err != nil || history[0].Title.Count != 2 {
		t.Errorf("the history is %+v, %v", history, err)
	}
}

func TestAValueThatCannotBeOneOfTheFieldIsRefusedWithASentence(t *testing.T) {
	b := mustRead(t, NewBatch(storetest.NewProject(t, "Ilse Brandt"), intake.Options{}), files(t, "a.txt", "The talks began.")...)
	for value, want := range map[string]string{"soon": "is not a date", "03/04/2025": "cannot be told apart"} {
		if err := b.Set(intake.FieldDate, value, b.Row(0).ID); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q gives %v", value, err)
		}
	}
	if b.Row(0).IsEdited() {
		t.Error("the row was edited all the same")
	}
}

func TestTheSameTextIsFoundInTheProjectAndInTheBatch(t *testing.T) {
	p := storetest.NewProject(t, "Ilse Brandt")
	mustImport(t, mustRead(t, NewBatch(p, intake.Options{}), files(t, "old.txt", "Title: Old\nSource: Harbour Wire\n\nThe talks began.")...))
	b := mustRead(t, NewBatch(p, intake.Options{}), files(t, "a.txt", "Title: Again\nSource: Ostrany Courier\n\nThe talks began.",
		"b.txt", "Title: Fresh\n\nThe talks ended.", "c.txt", "Title: Copy\n\nThe talks ended.", "d.txt",
		"Source: Harbour Wire\n\nThe talks began.")...)
	mustCompare(t, b, NewSketches(p))
	rows := b.Rows(0, 4)
	if s := rows[0].Same; s == nil || s.Article.Title != "Old" || s.Candidate != None || s.SameIssue || rows[0].Ticked {
		t.Errorf("the first is the same as %+v", s)
	}
	if rows[1].Same != nil || !rows[1].Ticked {
		t.Errorf("the second is the same as %+v", rows[1].Same)
	}
	if s := rows[2].Same; s == nil || s.Candidate != rows[1].ID || rows[2].Ticked {
		t.Errorf("the third is the same as %+v", s)
	}
	if s := rows[3].Same; s == nil || !s.SameIssue {
		t.Errorf("the fourth is the same as %+v", s)
	}
	b.Tick(true, rows[0].ID)
	if r := mustImport(t, b); len(r.Added) != 2 {
		t.Errorf("added %d", len(r.Added))
	}
}

// A tick that the import would refuse is none.
func TestTheVerySameArticleIsTickedOnce(t *testing.T) {
	p := storetest.NewProject(t, "Ilse Brandt")
	mustImport(t, mustRead(t, NewBatch(p, intake.Options{}), files(t, "old.txt", "Source: Harbour Wire\n\nThe talks began.")...))
	b := mustRead(t, NewBatch(p, intake.Options{}), files(t, "a.txt", "Source: Harbour Wire\n\nThe talks began.",
		"b.txt", "The talks ended.", "c.txt", "The talks ended.")...)
	mustCompare(t, b, NewSketches(p))
	ids := b.IDs()
	ticked := func(when string, want ...bool) {
		t.Helper()
		for i, c := range b.Rows(0, 3) {
			if c.Ticked != want[i] {
				t.Errorf("%s: %d is ticked: %v", when, i, c.Ticked)
			}
		}
	}
	ticked("at first", false, true, false)
	b.Toggle(ids...)
	ticked("all that can be are ticked, so none is", false, false, false)
	b.Toggle(ids...)
	ticked("all are", false, true, false)
	b.Tick(false, ids[1])
	b.Tick(true, ids[2])
	ticked("the other one in its place", false, false, true)
	if err := b.Set(intake.FieldSource, "Ostrany Courier", ids[0], ids[1]); err != nil {
		t.Fatal(err)
	}
	b.Tick(true, ids...)
	ticked("two of other sources", true, true, true)
	if r := mustImport(t, b); len(r.Added) != 3 || len(r.Failed) > 0 {
		t.Errorf("%d were added, %v were not", len(r.Added), r.Failed)
	}
}

func TestNearlyTheSameTextIsFoundWithItsShare(t *testing.T) {
	p := storetest.NewProject(t, "Ilse Brandt")
	old := prose(1, 200)
	mustImport(t, mustRead(t, NewBatch(p, intake.Options{}), files(t, "old.txt", "Title: Old\n\n"+old)...))
	b := mustRead(t, NewBatch(p, intake.Options{}), files(t, "a.txt", "Title: New\n\n"+strings.ToUpper(old)+"\n\n"+prose(2, 50),
		"b.txt", "Title: Other\n\n"+prose(3, 200))...)
	mustCompare(t, b, NewSketches(p))
	rows := b.Rows(0, 2)
	if len(rows[0].Near) != 1 || rows[0].Near[0].Article.Title != "Old" || rows[0].Near[0].Estimated {
		t.Fatalf("nearly the same are %+v", rows[0].Near)
	}
	if s := rows[0].Near[0].Share; s < 0.78 || s > 0.82 { // 200 of 250 words
		t.Errorf("the share is %.3f", s)
	}
	if len(rows[1].Near) != 0 || rows[1].Same != nil {
		t.Errorf("another text is nearly the same as %+v", rows[1].Near)
	}
	if c := b.Comparisons(); c.Bodies != 1 || c.Texts != 1 {
		t.Errorf("compared %+v", c)
	}
}

func TestAnArrivalPutsOnlyWhatIsNewInOrder(t *testing.T) {
	p := storetest.NewProject(t, "Ilse Brandt")
	sketches := NewSketches(p)
	arrive := func(number, n, near, sorted int) {
		t.Helper()
		var list []string
		for i := range n {
			list = append(list, fmt.Sprintf("%04d.txt", i), prose(number+i, 60)+fmt.Sprintf(" another end of %d", number))
		}
		b := mustRead(t, NewBatch(p, intake.Options{}), files(t, list...)...)
		mustCompare(t, b, sketches)
		if got := b.Totals().Near; got != near {
			t.Errorf("%d are nearly the same as one of the project, not %d", got, near)
		}
		if got := b.Comparisons().Sorted; got != sorted {
			t.Errorf("%d sketches were put in order, not %d", got, sorted)
		}
		mustImport(t, b)
	}
	arrive(1, 20, 0, 20)
	arrive(101, 2, 0, 20+2)
	arrive(201, 3, 0, 2+3)
	for i, number := range []int{1, 101, 201} { // each is still found
		b := mustRead(t, NewBatch(p, intake.Options{}), files(t, "again.txt", prose(number, 60)+" as it was told later")...)
		mustCompare(t, b, sketches)
		if got := b.Totals().Near; got != 1 {
			t.Errorf("of arrival %d none is nearly the same", i)
		}
	}
	gone := articles(t, p)[0].ID
	_, err := p.Do(t.Context(), storetest.Titled("Delete"), func(b *store.Batch) error { return b.Delete(store.EntityArticle, gone) })
	if err != nil {
		t.Fatal(err)
	}
	arrive(301, 1, 0, 24+1)
}

func TestComparingGrowsAsTheTextsDo(t *testing.T) {
	p := storetest.NewProject(t, "Ilse Brandt")
	count := func(n int) Comparisons {
		form := prose(0, 120) // all are reports of one form
		var list []string
		for i := range n {
			list = append(list, fmt.Sprintf("%04d.txt", i), form+" "+prose(i+1, 15))
		}
		b := mustRead(t, NewBatch(p, intake.Options{}), files(t, list...)...)
		mustCompare(t, b, NewSketches(p))
		if got := b.Totals().Near; got != n-1 {
			t.Errorf("%d of %d are nearly the same as an earlier one", got, n)
		}
		return b.Comparisons()
	}
	small, large := count(100), count(400)
	if large.Sketches > 5*small.Sketches || large.Texts > 5*small.Texts {
		t.Errorf("four times the texts took %+v after %+v", large, small)
	}
}

func TestSketchesAreMadeOnceForEachTextOfTheProject(t *testing.T) {
	p := storetest.NewProject(t, "Ilse Brandt")
	s := NewSketches(p)
	mustImport(t, mustRead(t, NewBatch(p, intake.Options{}), files(t, "a.txt", prose(1, 50), "b.txt", prose(2, 50))...))
	made := func() int {
		n := 0
		b := mustRead(t, NewBatch(p, intake.Options{}), files(t, "c.txt", prose(3, 50))...)
		if err := b.Compare(t.Context(), s, func(p Progress) {
			if p.Phase == Sketching {
				n = max(n, p.Total)
			}
		}); err != nil {
			t.Fatal(err)
		}
		return n
	}
	if first, second := made(), made(); first != 2 || second != 0 {
		t.Errorf("made %d sketches, then %d", first, second)
	}
}

func TestTheMoreArticlesWaitTheFewerTextsAreKept(t *testing.T) {
	b := NewBatch(storetest.NewProject(t, "Ilse Brandt"), intake.Options{})
	b.few, b.budget = 2, 5*(draftRoom+100)
	var named []string
	for i := range 9 {
		named = append(named, fmt.Sprintf("%d.txt", i), fmt.Sprintf("Title: Day %d\n\nThe talks of day %d began.", i, i))
	}
	for i, path := range files(t, named...) {
		mustRead(t, b, path)
		if b.kept > b.room() {
			t.Errorf("of %d articles %d bytes are kept, %d may be", i+1, b.kept, b.room())
		}
	}
	if b.kept != 0 || len(b.keepers) != 0 {
		t.Errorf("%d bytes are kept of %d articles", b.kept, len(b.keepers))
	}
	if r := mustImport(t, b); len(r.Added) != 9 || len(r.Failed) != 0 {
		t.Errorf("added %d, failed %v", len(r.Added), r.Failed)
	}
}

func TestTextsBeyondTheBudgetAreReadAgainAndAChangedFileIsNamed(t *testing.T) {
	p := storetest.NewProject(t, "Ilse Brandt")
	b := NewBatch(p, intake.Options{})
	b.budget = 60 + draftRoom
	paths := files(t, "a.txt", "Title: One\n\nThe talks began here.", "b.txt", "Title: Two\n\nThe talks ended there.", "c.txt",
		"Title: Three\n\nNobody at all came.")
	mustRead(t, b, paths...)
	if b.kept > b.budget {
		t.Errorf("%d bytes are kept", b.kept)
	}
	if s, err := b.Text(t.Context(), b.Row(1).ID); err != nil || s != "The talks ended there." {
		t.Errorf("the second text is %q, %v", s, err)
	}
	if err := os.WriteFile(paths[2], []byte("Something else."), 0o600); err != nil {
		t.Fatal(err)
	}
	r := mustImport(t, b)
	if len(r.Added) != 2 || len(r.Failed) != 1 || !strings.Contains(r.Failed[0].Err.Error(), "has changed since it was looked at") {
		t.Errorf("added %d, failed %v", len(r.Added), r.Failed)
	}
}

func TestADateThatCanBeTwoDaysIsSettledByLanguageThenByTheOthersElseAskedOnce(t *testing.T) {
	p := storetest.NewProject(t, "Ilse Brandt")
	read := func(list ...string) []Candidate {
		return mustRead(t, NewBatch(p, intake.Options{}), files(t, list...)...).Rows(0, 10)
	}
	rows := read("de.txt", "Language: de\nDate: 03/04/2031\n\nDie Gespräche begannen.", "us.txt",
		"Language: en-US\nDate: 03/04/2031\n\nTalks began.")
	if rows[0].Article.Published != "2031-04-03" || rows[1].Article.Published != "2031-03-04" || rows[0].Settled.By != intake.ByLanguage {
		t.Errorf("by language the dates are %s and %s", rows[0].Article.Published, rows[1].Article.Published)
	}
	if rows[0].Beginning != "Die Gespräche begannen." || len(rows[0].Problems) != 0 {
		t.Errorf("the text begins %q, with %v", rows[0].Beginning, rows[0].Problems)
	}
	rows = read("a.txt", "Date: 03/04/2031\n\nTalks began.", "b.txt", "Date: 25/04/2031\n\nTalks ended.")
	if rows[0].Article.Published != "2031-04-03" || rows[0].Settled.By != intake.ByOthers {
		t.Errorf("by the others the date is %s", rows[0].Article.Published)
	}
	b := mustRead(t, NewBatch(p, intake.Options{}),
		files(t, "a.txt", "Date: 03/04/2031\n\nTalks began.", "b.txt", "Date: 05/06/2031\n\nTalks ended.")...)
	if q, ok := b.Question(); !ok || q.Value != "03/04/2031" || b.Totals().Doubtful != 2 {
		t.Fatalf("the question is %+v", q)
	}
	if err := b.Answer(t.Context(), intake.MonthFirst); err != nil {
		t.Fatal(err)
	}
	if _, ok := b.Question(); ok {
		t.Error("it is asked again")
	}
	r := mustImport(t, b)
	var dates []store.Date
	for _, a := range r.Added {
		dates = append(dates, a.Published)
	}
	if d := cmp.Diff([]store.Date{"2031-03-04", "2031-05-06"}, dates); d != "" {
		t.Error(d)
	}
}

func TestAnImportThatIsCancelledKeepsWhatIsDoneOrTakesItBack(t *testing.T) {
	p := storetest.NewProject(t, "Ilse Brandt")
	var list []string
	for i := range 120 {
		list = append(list, fmt.Sprintf("%04d.txt", i), prose(i, 20))
	}
	b := mustRead(t, NewBatch(p, intake.Options{}), files(t, list...)...)
	ctx, cancel := context.WithCancel(t.Context())
	r, err := b.Import(ctx, true, func(p Progress) {
		if p.Done > 0 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) || len(r.Added) == 0 || len(r.Added) == 120 {
		t.Fatalf("added %d, %v", len(r.Added), err)
	}
	if n := len(articles(t, p)); n != len(r.Added) {
		t.Errorf("%d articles are there, %d were added", n, len(r.Added))
	}
	if _, err := b.TakeBack(t.Context(), r); err != nil {
		t.Fatal(err)
	}
	if n := len(articles(t, p)); n != 0 {
		t.Errorf("%d articles are left", n)
	}
}

func TestReadingCanBeCancelledAndKeepsWhatWasRead(t *testing.T) {
	p := storetest.NewProject(t, "Ilse Brandt")
	var list []string
	for i := range 60 {
		list = append(list, fmt.Sprintf("%04d.txt", i), prose(i, 20))
	}
	b := NewBatch(p, intake.Options{})
	ctx, cancel := context.WithCancel(t.Context())
	err := b.Read(ctx, files(t, list...), func(p Progress) {
		if p.Done == 5 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) || b.Len() != 5 {
		t.Errorf("%d were read, %v", b.Len(), err)
	}
}

func TestWhereAFieldWasRecognisedIsKept(t *testing.T) {
	b := mustRead(t, NewBatch(storetest.NewProject(t, "Ilse Brandt"), intake.Options{}), files(t,
		"a.html", `<html lang="en"><head><title>Window | Harbour Wire</title><meta property="og:site_name" content="Harbour Wire">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Talks `+
			`begin","datePublished":"2031-05-16T09:00:00+02:00"}</script></head>
<body><article><p>`+prose(1, 80)+`</p></article></body></html>`,
		"b.csv", "Headline,Text,Outlet\nTalks end,\""+prose(2, 60)+"\",Harbour Wire\n",
		"c.txt", "Snow fell on Port Ervane. The harbour stayed open.")...)
	got := map[string]string{}
	for _, c := range b.Rows(0, 3) {
		for field, o := range c.From {
			got[filepath.Base(c.Path)+" "+string(field)] = strings.TrimSpace(string(o.Place) + " " + o.Name)
		}
	}
	want := map[string]string{
		"a.html title": "json-ld", "a.html date": "json-ld", "a.html source": "meta", "a.html language": "page",
		"b.csv title": "column Headline", "b.csv source": "column Outlet", "c.txt title": "text",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestTheFileIsKeptWithTheArticleWhereThatIsAsked(t *testing.T) {
	p := storetest.NewProject(t, "Ilse Brandt")
	b := mustRead(t, NewBatch(p, intake.Options{Originals: true}), files(t, "a.txt", "Title: One\n\nThe talks began.")...)
	r := mustImport(t, b)
	if len(r.Added) != 1 || r.Added[0].File == "" {
		t.Fatalf("added %+v", r.Added)
	}
	data, err := p.Original(t.Context(), r.Added[0].Original)
	if err != nil || string(data) != "Title: One\n\nThe talks began." {
		t.Errorf("the original is %q, %v", data, err)
	}
}

func TestAFileIsReadAgainInAnotherEncodingAndKeepsWhatWasTyped(t *testing.T) {
	b := mustRead(t, NewBatch(storetest.NewProject(t, "Ilse Brandt"), intake.Options{}), files(t,
		"a.txt", "Der B\xfcrgermeister der St\xe4dte sprach \xfcber die F\xe4hren und die H\xe4fen.")...)
	id := b.Row(0).ID
	if err := b.Set(intake.FieldSource, "Hafenbote", id); err != nil {
		t.Fatal(err)
	}
	for encoding, want := range map[string]string{"windows-1252": "Bürgermeister", "windows-1251": "Bьrgermeister"} {
		if err := b.Reread(t.Context(), Encodings, func(o *intake.Options) { o.Encoding = encoding }, id); err != nil {
			t.Fatal(err)
		}
		c, ok := b.Candidate(id)
		if !ok || !strings.Contains(c.Beginning, want) || c.Article.Source != "Hafenbote" {
			t.Errorf("in %s the text begins %q, of %q", encoding, c.Beginning, c.Article.Source)
		}
		if s, err := b.Text(t.Context(), id); err != nil || !strings.Contains(s, want) {
			t.Errorf("in %s the text is %q, %v", encoding, s, err)
		}
	}
}

func TestColumnsThatNobodyKnowsAreMapped(t *testing.T) {
	b := mustRead(t, NewBatch(storetest.NewProject(t, "Ilse Brandt"), intake.Options{}), files(t,
		"a.csv", "Heading,Day,Remark\nTalks,2031-05-16,They began.\nThaw,2031-05-17,It is warm.\n")...)
	id := b.Row(0).ID
	if b.Row(0).Err == nil {
		t.Fatalf("the table was read: %+v", b.Row(0))
	}
	want := []intake.Column{
		{Name: "Heading", Field: intake.FieldTitle, Sample: "Talks"},
		{Name: "Day", Sample: "2031-05-16"},
		{Name: "Remark", Sample: "They began."},
	}
	if d := cmp.Diff(want, b.ColumnsOf(id)); d != "" {
		t.Error(d)
	}
	chosen := map[string]intake.Field{"Remark": intake.FieldBody}
	if err := b.Reread(t.Context(), Columns, func(o *intake.Options) { o.Columns = chosen }, id); err != nil {
		t.Fatal(err)
	}
	if rows := b.Rows(0, 9); len(rows) != 2 || rows[1].Article.Title != "Thaw" || rows[1].Beginning != "It is warm." || !rows[1].Ticked {
		t.Errorf("the rows are %+v", rows)
	}
}
