package notesview

import (
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/xuri/excelize/v2"

	"standpoint/app/notes"
	"standpoint/app/notes/render"
	"standpoint/app/picker"
	"standpoint/store"
	"standpoint/store/text"
)

func markdown(t *testing.T, d notes.Document) string {
	t.Helper()
	var written strings.Builder
	if err := render.Markdown(t.Context(), &written, d); err != nil {
		t.Fatal(err)
	}
	return written.String()
}

func (r room) copied() string {
	r.preview.list.TypedShortcut(&fyne.ShortcutCopy{})
	return r.UI.Clipboard().Content()
}

func TestAllIsCopiedAsItIsWritten(t *testing.T) {
	r := sample(t)
	for _, kind := range notes.Kinds() {
		r.choices.setKind(kind)
		want := markdown(t, r.built(t, r.choices.options()).document)
		if r.Choose("Copy Notes as Markdown"); r.UI.Clipboard().Content() != want {
			t.Errorf("%s: the command copies %.100q", kind, r.UI.Clipboard().Content())
		}
		r.preview.picked.All()
		if got := r.copied(); got != want && kind != notes.KindAnnotated { // blank lines between paragraphs of a text are layout
			t.Errorf("%s: all selected is copied as %.100q", kind, got)
		}
	}
}

// What is copied of a part is what is written of it, without what leads out of it.
func TestAPartIsCopiedAsItIsWritten(t *testing.T) {
	r := sample(t)
	rows := r.preview.pages.rows
	at := slices.IndexFunc(rows, func(r row) bool { return r.quote != nil })
	r.preview.list.Select(at)
	r.preview.picked.Begin(at)
	want := markdown(t, notes.Document{Language: "en", Blocks: []notes.Block{*rows[at].quote}})
	if got := r.copied(); got != want || !strings.Contains(got, strings.Fields(rows[at].quote.Words)[0]) {
		t.Errorf("the quotation is copied as %q, want %q", got, want)
	}
	item := slices.IndexFunc(rows, func(r row) bool { return r.kind == rowItem })
	r.preview.picked.Begin(item)
	r.preview.list.Select(item)
	r.preview.picked.Begin(item)
	if got := r.copied(); strings.Count(got, "\n") != 1 || !strings.HasPrefix(got, "- ") || strings.Contains(got, "](#") {
		t.Errorf("the item is copied as %q", got)
	}
	head := slices.IndexFunc(rows, func(r row) bool { return r.kind == rowHead })
	r.preview.list.Select(head)
	r.preview.picked.Begin(head)
	r.preview.picked.ExtendTo(head + 1)
	if got := r.copied(); strings.Count(got, "\n") != 3 {
		t.Errorf("the head of a table and a row are copied as %q", got)
	}
}

func TestTheMarksOfAPartOfAnArticleStandOnTheSameWords(t *testing.T) {
	words := "One marked line.\n\nAnother, with — signs 🙂 in it.\n   \nThe third line is here."
	at := func(s string) text.Span {
		before, _, _ := strings.Cut(words, s)
		from := len([]rune(before))
		return text.Span{Start: from, End: from + len([]rune(s))}
	}
	marks := []notes.Mark{
		{Spans: []text.Span{at("marked")}, Number: 1, Lines: []notes.Text{{{Text: "a"}}}},
		{Spans: []text.Span{at("with — signs 🙂"), at("third")}, Number: 2, Lines: []notes.Text{{{Text: "b"}}}},
		{Spans: []text.Span{{Start: at("in it").Start, End: at("The third").End}}, Number: 3, Lines: []notes.Text{{{Text: "c"}}}},
	}
	whole := notes.Passage{Words: words, Marks: marks}
	for _, c := range []struct {
		at    []int
		words string
		marks map[int]string
	}{
		{[]int{0}, "One marked line.", map[int]string{1: "marked"}},
		{[]int{1}, "Another, with — signs 🙂 in it.", map[int]string{2: "with — signs 🙂", 3: "in it."}},
		{
			[]int{1, 2},
			"Another, with — signs 🙂 in it.\nThe third line is here.",
			map[int]string{2: "with — signs 🙂|third", 3: "in it.|The third"},
		},
		{[]int{0, 2}, "One marked line.\nThe third line is here.", map[int]string{1: "marked", 2: "third", 3: "The third"}},
	} {
		picked := map[int]bool{}
		for _, i := range c.at {
			picked[i] = true
		}
		got := somePassage(whole, picked)
		if got.Words != c.words || len(got.Marks) != len(c.marks) {
			t.Errorf("%v: %q with %d marks", c.at, got.Words, len(got.Marks))
		}
		for _, m := range got.Marks {
			var on []string
			for _, s := range m.Spans {
				on = append(on, string([]rune(got.Words)[s.Start:s.End]))
			}
			if said := strings.Join(on, "|"); said != c.marks[m.Number] {
				t.Errorf("%v: mark %d stands on %q, want %q", c.at, m.Number, said, c.marks[m.Number])
			}
		}
	}
}

// opened notes what is handed to the system's programs.
func (r room) opened() *[]string {
	var list []string
	r.Outside = func(u *url.URL) error {
		list = append(list, filepath.FromSlash(u.Path))
		return nil
	}
	return &list
}

func TestTheNotesAreOpenedWholeInAnotherProgram(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	r := sample(t)
	opened := r.opened()
	r.choices.form.Format = "odt"
	for _, label := range []string{"Open Notes in Browser", "Open Notes in Word Processor"} {
		if !r.Choose(label) {
			t.Fatalf("%s cannot be chosen", label)
		}
	}
	r.choices.form.Format = "markdown"
	r.Choose("Open Notes in Word Processor")
	r.Choose("Open Notes in Word Processor") // the first may be open still
	if len(*opened) != 4 || (*opened)[2] == (*opened)[3] {
		t.Fatalf("opened: %q", *opened)
	}
	if want := filepath.Base((*opened)[3]); !strings.Contains(r.Told(), want) {
		t.Errorf("that %s is opened is not told: %q", want, r.Told())
	}
	for i, ending := range []string{".html", ".odt", ".docx"} {
		data, err := os.ReadFile((*opened)[i])
		if err != nil || filepath.Ext((*opened)[i]) != ending || len(data) < 2000 {
			t.Errorf("%s: %d bytes, %v", (*opened)[i], len(data), err)
		}
	}
	html, _ := os.ReadFile((*opened)[0])
	if !strings.HasSuffix(strings.TrimSpace(string(html)), "</html>") {
		t.Error("the page has no end")
	}
	if (*opened)[1] == (*opened)[0] || filepath.Dir((*opened)[0]) != filepath.Dir((*opened)[1]) {
		t.Errorf("opened: %q", *opened)
	}
	left, err := os.ReadDir(filepath.Dir((*opened)[0]))
	if err != nil || len(left) != 5 { // and the lock
		t.Errorf("in the folder are %v, %v", left, err)
	}
}

func TestTheNotesAreExportedInTheFormatThatIsChosen(t *testing.T) {
	r := sample(t)
	for name, begins := range map[string]string{
		"markdown": "# ", "html": "<!DOCTYPE html>", "docx": "PK", "odt": "PK", "pdf": "%PDF-", "text": "test",
	} {
		f, _ := render.Find(name)
		path := filepath.Join(t.TempDir(), "notes"+f.Extension)
		fake := &picker.Fake{Paths: []string{path}}
		r.Picker = fake
		r.choices.formatChoice.Focus()
		r.choices.formatChoice.SetValue(name)
		r.choices.formatChoice.OnChanged(name)
		if !r.Choose("Export Notes…") {
			t.Fatal("nothing is exported")
		}
		r.press(fyne.KeyReturn)
		written, err := os.ReadFile(path)
		if err != nil || !strings.HasPrefix(string(written), begins) {
			t.Errorf("%s: begins with %.20q, %v", name, written, err)
		}
		if got := fake.Asked[0].Name; filepath.Ext(got) != f.Extension {
			t.Errorf("%s: %q is proposed", name, got)
		}
	}
}

// Who works in the window has a workbook as well as who works at a terminal, of the articles and annotations that were chosen.
func TestWhatIsRecordedInArticlesIsExportedAsTables(t *testing.T) {
	r := sample(t)
	r.choices.formatChoice.SetValue(formatTables)
	r.choices.formatChoice.OnChanged(formatTables)
	sheets := func() int {
		path := filepath.Join(t.TempDir(), "tables.xlsx")
		r.Picker = &picker.Fake{Paths: []string{path}}
		r.Choose("Export Notes…")
		r.press(fyne.KeyReturn)
		book, err := excelize.OpenFile(path)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := book.GetRows("positions")
		if err != nil {
			t.Fatal(err)
		}
		if err := book.Close(); err != nil {
			t.Fatal(err)
		}
		return len(rows)
	}
	all := sheets()
	oppose := store.StanceOppose
	o := r.choices.asked
	o.In.Stance = &oppose
	r.choices.ask(o)
	if some := sheets(); all != 32 || some >= all || some < 2 {
		t.Errorf("of all articles there are %d lines of positions, of those against %d", all, some)
	}
	r.choices.setKind(notes.KindIssues)
	if r.choices.form.Format == formatTables {
		t.Error("a document on issues can be chosen as tables")
	}
}

func TestEachTableIsExportedAsCSVWithAByteOrderMarkOrWithout(t *testing.T) {
	r := sample(t)
	written := func() string {
		path := filepath.Join(t.TempDir(), "table.csv")
		fake := &picker.Fake{Paths: []string{path}}
		r.Picker = fake
		r.Choose("Export Notes…")
		r.press(fyne.KeyReturn)
		all, err := os.ReadFile(path)
		if err != nil || filepath.Ext(fake.Asked[0].Name) != ".csv" {
			t.Fatalf("%v, %q is proposed", err, fake.Asked[0].Name)
		}
		return string(all)
	}
	if r.choices.mark.Visible() {
		t.Error("a document can begin with a byte order mark")
	}
	for _, kind := range notes.RowKinds() {
		name := render.CSVName(kind, false)
		r.choices.formatChoice.SetValue(name)
		r.choices.formatChoice.OnChanged(name)
		if !r.choices.mark.Visible() {
			t.Fatalf("%s cannot be chosen with a byte order mark", kind)
		}
		r.choices.mark.SetChecked(false)
		without := written()
		if !strings.HasPrefix(without, kind.Columns()[0].Name+",") {
			t.Errorf("%s begins with %.40q", kind, without)
		}
		r.choices.mark.SetChecked(true)
		if with := written(); with != "\uFEFF"+without {
			t.Errorf("%s with a mark begins with %.40q", kind, with)
		}
	}
	kept := r.choices.form.Format
	r.choices.formatChoice.OnChanged("pdf")
	if r.choices.mark.Visible() {
		t.Error("a document can begin with a byte order mark")
	}
	if kept != "csv-actors-bom" || listed(kept) != "csv-actors" {
		t.Errorf("a preset keeps it as %q", kept)
	}
	r.choices.form.Format = kept
	r.choices.show()
	if !r.choices.mark.Checked || r.choices.formatChoice.Value() != "csv-actors" {
		t.Errorf("what a preset kept is shown as %q, with a mark: %v", r.choices.formatChoice.Value(), r.choices.mark.Checked)
	}
}

func TestAReportIsExportedInEveryFormatUnderItsTitle(t *testing.T) {
	r, _ := newReport(t)
	for _, f := range render.Formats() {
		path := filepath.Join(t.TempDir(), "report"+f.Extension)
		fake := &picker.Fake{Paths: []string{path}}
		r.Picker = fake
		r.choices.formatChoice.SetValue(f.Name)
		r.choices.formatChoice.OnChanged(f.Name)
		if !r.Choose("Export Notes…") {
			t.Fatal("nothing is exported")
		}
		r.press(fyne.KeyReturn)
		if written, err := os.ReadFile(path); err != nil || len(written) == 0 {
			t.Errorf("%s: %d bytes, %v", f.Name, len(written), err)
		} else if slices.Contains([]string{"markdown", "html", "text"}, f.Name) && !strings.Contains(string(written), "All want it.") {
			t.Errorf("%s has no own sentences:\n%s", f.Name, written)
		}
		if got, want := fake.Asked[0].Name, "Who wants what"+f.Extension; got != want {
			t.Errorf("%s: %q is proposed, want %q", f.Name, got, want)
		}
	}
}

func TestAnExportThatIsNotWantedIsNotWritten(t *testing.T) {
	r := sample(t)
	r.Picker = &picker.Fake{}
	r.Choose("Export Notes…")
	r.press(fyne.KeyReturn)
	if got := r.Told(); got != "" {
		t.Errorf("it is told %q", got)
	}
}
