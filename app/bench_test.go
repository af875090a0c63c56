package app

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/intake"
	"standpoint/app/picker"
	"standpoint/assets"
	"standpoint/store"
	"standpoint/store/storetest"
	"standpoint/store/text"
)

// newBenchApp makes the window over a project with that much in it. Everything
// is done at once, so that a figure holds all the work there is; only the
// rasterising of what is drawn is left out.
func newBenchApp(b *testing.B, size storetest.Size) (*App, string) {
	b.Helper()
	path := filepath.Join(b.TempDir(), "bench.standpoint")
	if _, err := storetest.File(b.Context(), path, size); err != nil {
		b.Fatal(err)
	}
	return newBenchWindow(b), path
}

func newBenchWindow(b *testing.B) *App {
	b.Helper()
	a, err := New(Options{
		UI:           test.NewTempApp(b),
		NewPicker:    func(fyne.Window) picker.Picker { return &picker.Fake{} },
		Translations: assets.Translations,
		Language:     "en",
		Dir:          b.TempDir(),
		Coder:        "Ada",
		CoderGiven:   true,
		Inline:       true,
	})
	if err != nil {
		b.Fatal(err)
	}
	a.Window.Resize(fyne.NewSize(1440, 900))
	return a
}

// BenchmarkWindow works in a project of 1,000 articles and 20,000 annotations.
func BenchmarkWindow(b *testing.B) {
	a, path := newBenchApp(b, storetest.Worked)
	b.Run("open the project", func(b *testing.B) {
		for b.Loop() {
			a.projects.open(path)
			b.StopTimer()
			a.projects.setProject(nil)
			b.StartTimer()
		}
	})
	a.projects.open(path)
	defer a.projects.setProject(nil)
	b.Run("open an article", a.benchOpen)
	b.Run("open a real article", a.benchOpenShared)
}

// benchOpen goes from one article to another: queries, text, marks, panel.
func (a *App) benchOpen(b *testing.B) {
	rows, _, err := a.Project.Articles(b.Context(), store.ArticleQuery{Sort: store.ArticlesByPublished, Page: store.Page{Limit: 2}})
	if err != nil {
		b.Fatal(err)
	}
	first, second := rows[0], rows[1]
	for b.Loop() {
		// The other one: opening the one that is open costs nothing, which would let the
		// benchmark believe that it can do so a hundred times.
		id := first.ID
		if a.articles.Article().ID == id {
			id = second.ID
		}
		a.articles.OpenAt(id, nil)
	}
}

// benchOpenShared is benchOpen for an article as users have them, where there
// is one.
func (a *App) benchOpenShared(b *testing.B) {
	file := filepath.Join("..", "..", "shared", "articles", "istanbul-talks.txt")
	if _, err := os.Stat(file); err != nil {
		b.Skip("no shared article here:", err)
	}
	other := a.articles.Article().ID
	result, err := intake.Import(b.Context(), a.Project, []string{file}, intake.Options{Copies: true}, nil)
	if err != nil {
		b.Fatal(err)
	}
	rows, _, err := a.Project.Articles(b.Context(), store.ArticleQuery{
		ArticleFilter: store.ArticleFilter{Text: "istanbul"}, Page: store.Page{Limit: 1},
	})
	if err != nil || len(rows) == 0 {
		b.Fatalf("the article is not there: %v, %v", result.Failed, err)
	}
	for b.Loop() {
		a.articles.OpenAt(rows[0].ID, nil)
		b.StopTimer()
		a.articles.OpenAt(other, nil)
		b.StartTimer()
	}
}

// BenchmarkLargeWindow works in a project of 10,000 articles and 50,000
// annotations.
func BenchmarkLargeWindow(b *testing.B) {
	a, path := newBenchApp(b, storetest.Listed)
	a.projects.open(path)
	defer a.projects.setProject(nil)
	b.Run("save an annotation and show it", a.benchSave)
	b.Run("type a letter of a name", a.benchType)
	b.Run("choose a card far down", a.benchChoose)
}

// benchSave saves a mention and shows it in text, lists and panel.
func (a *App) benchSave(b *testing.B) {
	actor := ""
	for _, n := range a.Names.Actors {
		actor = n.Name
		break
	}
	for n := 0; b.Loop(); n++ {
		b.StopTimer()
		a.text().Select(text.Span{Start: n % 500, End: n%500 + 5})
		a.menus.TypedLetter('a')
		a.pick(b, "Actor", actor, store.ActorPerson)
		b.StartTimer()
		a.current.(desk.Editor).Save()
		b.StopTimer()
		a.edits.undo() // so that the article does not fill up
		b.StartTimer()
	}
}

// benchChoose goes from one end of the list of all statements, which are 15,000, to the other and back, as who picks marks in the
// text does.
func (a *App) benchChoose(b *testing.B) {
	a.widenPanel(b)
	a.choose("Statements")
	list := a.panelList()
	_, total, err := a.Project.Statements(b.Context(), store.StatementQuery{Page: store.Page{Limit: 1}})
	if err != nil {
		b.Fatal(err)
	}
	var ends []store.ID
	for _, at := range []int{10, total - 10} {
		rows, _, err := a.Project.Statements(b.Context(), store.StatementQuery{Page: store.Page{Offset: at, Limit: 1}})
		if err != nil || len(rows) == 0 {
			b.Fatal("no statement at the end of the list:", err)
		}
		ends = append(ends, rows[0].ID)
	}
	for n := 0; b.Loop(); n++ {
		b.StopTimer()
		a.choose("Positions") // and back, which forgets the rows of the other end
		a.choose("Statements")
		b.StartTimer()
		a.articles.Pick(ends[n%2])
		if list.Selected() < 0 {
			b.Fatal("the card was not found")
		}
	}
}

// benchType types letters into a field that offers names, and lays the form out
// anew around the list.
func (a *App) benchType(b *testing.B) {
	a.text().Select(text.Span{Start: 0, End: 5})
	a.menus.TypedLetter('s')
	field := shown[*control.TypeAhead](a)[0]
	field.Focus()
	for n := 0; b.Loop(); n++ {
		if n%3 == 0 {
			field.SetText("")
		}
		field.Input().TypedRune(rune('a' + n%26))
	}
}

// BenchmarkLargeArticle works in a project of two long articles.
func BenchmarkLargeArticle(b *testing.B) {
	for _, size := range []struct {
		name string
		storetest.Size
	}{
		{"585kB", storetest.Size{Articles: 2, Annotations: 2 * 1000, Body: 585_000}},
		{"1M", storetest.Size{Articles: 2, Annotations: 2 * 10_000, Body: 1_000_000}},
	} {
		b.Run(size.name, func(b *testing.B) {
			a, path := newBenchApp(b, size.Size)
			a.projects.open(path)
			defer a.projects.setProject(nil)
			b.Run("open an article", a.benchOpen)
			storetest.RunSlow(b, "undo and redo", a.benchUndo())
		})
	}
}

// benchUndo takes back a highlight and brings it back, and shows both.
func (a *App) benchUndo() func(b *testing.B) {
	a.text().Select(text.Span{Start: 0, End: 5})
	a.menus.TypedLetter('h')
	a.current.(desk.Editor).Save()
	there := true
	return func(b *testing.B) {
		for ; b.Loop(); there = !there {
			if there {
				a.edits.undo()
			} else {
				a.edits.redo()
			}
		}
	}
}
