package app

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"standpoint/app/intake"
	"standpoint/app/picker"
	"standpoint/assets"
	"standpoint/store"
	"standpoint/store/storetest"
)

// newBenchApp makes the window over a project with that much in it. Everything
// is done at once, so that a figure holds all the work there is; only the
// rasterising of what is drawn is left out.
func newBenchApp(b *testing.B, size storetest.Size) (*App, string) {
	b.Helper()
	path := filepath.Join(b.TempDir(), "bench.standpoint")
	p, err := store.Create(b.Context(), path, store.Options{Coder: "Ada"})
	if err != nil {
		b.Fatal(err)
	}
	if _, err := storetest.Fill(b.Context(), p, size); err != nil {
		b.Fatal(err)
	}
	if err := p.Close(); err != nil {
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
		Dir:          b.TempDir(),
		Coder:        "Ada",
		Inline:       true,
	})
	if err != nil {
		b.Fatal(err)
	}
	a.window.Resize(fyne.NewSize(1440, 900))
	return a
}

// BenchmarkStart opens a project of 1,000 articles and 20,000 annotations, to
// the window with its lists, the article and its marks laid out.
func BenchmarkStart(b *testing.B) {
	a, path := newBenchApp(b, storetest.Size{Articles: 1000, Annotations: 20_000, Body: 6000})
	for b.Loop() {
		a.open(path)
		b.StopTimer()
		a.setProject(nil)
		b.StartTimer()
	}
}

// BenchmarkOpenArticle goes from one article to another: queries, text, marks,
// panel. The article is as long as a long news report.
func BenchmarkOpenArticle(b *testing.B) {
	a, path := newBenchApp(b, storetest.Size{Articles: 1000, Annotations: 20_000, Body: 4000})
	a.open(path)
	defer a.setProject(nil)
	first, _ := a.articles.list.pages.row(0)
	second, _ := a.articles.list.pages.row(1)
	b.ResetTimer()
	for n := 0; b.Loop(); n++ {
		id := first.ID
		if n%2 == 0 {
			id = second.ID
		}
		a.articles.open(id)
	}
}

// BenchmarkOpenSharedArticle is BenchmarkOpenArticle on a real article, where
// there is one.
func BenchmarkOpenSharedArticle(b *testing.B) {
	file := filepath.Join("..", "..", "shared", "articles", "istanbul-talks.txt")
	if _, err := os.Stat(file); err != nil {
		b.Skip("no shared article here:", err)
	}
	a, path := newBenchApp(b, storetest.Size{Articles: 1, Annotations: 20, Body: 4000})
	a.open(path)
	defer a.setProject(nil)
	first := a.articles.article.ID
	result, err := intake.Import(b.Context(), a.project, []string{file}, intake.Options{}, nil)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		a.articles.open(result.Added[0].ID)
		b.StopTimer()
		a.articles.open(first)
		b.StartTimer()
	}
}

// BenchmarkSaveAnnotation saves a mention and shows it in text, lists and
// panel, in a project of 10,000 articles and 50,000 annotations.
func BenchmarkSaveAnnotation(b *testing.B) {
	a, path := newBenchApp(b, storetest.Size{Articles: 10_000, Annotations: 50_000})
	a.open(path)
	defer a.setProject(nil)
	body := a.articles.reader.view.Body()
	actor := party{}
	for id, n := range a.names.actors {
		actor = party{Actor: id, Name: n.Name}
		break
	}
	for n := 0; b.Loop(); n++ {
		a.articles.reader.view.Select(body.WordAt(n % 500))
		a.annotate(store.KindMention)()
		page, _ := a.articles.inspector.form()
		page.form.Actor = actor
		a.saveForm()
	}
}

// BenchmarkTypeName types a letter into a field that offers names, with 2,500
// actors to offer, and lays the form out anew around the list.
func BenchmarkTypeName(b *testing.B) {
	a, path := newBenchApp(b, storetest.Size{Articles: 100, Annotations: 5000, Actors: 2500})
	a.open(path)
	defer a.setProject(nil)
	a.articles.reader.view.Select(a.articles.reader.view.Body().WordAt(0))
	a.annotate(store.KindStatement)()
	page, _ := a.articles.inspector.form()
	field := page.positions[0].target
	field.Focus()
	b.ResetTimer()
	for n := 0; b.Loop(); n++ {
		if n%3 == 0 {
			field.SetText("")
		}
		field.Input().TypedRune(rune('a' + n%26))
	}
}
