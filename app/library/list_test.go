package library

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"standpoint/app/control"
	"standpoint/store"
)

// What there is to review stands last among the facts of an article: it must not be what is cut.
func TestARowOfTheListTellsAllFactsOfItsArticle(t *testing.T) {
	test.NewTempApp(t)
	row := newArticleRow()
	facts := store.ArticleRow{Article: store.Article{
		Title: "Harbour talks", Published: "2031-03-04", Source: "The Port Varro Morning Courier and Shipping Gazette", Language: "en",
		Status: store.StatusInProgress,
	}}
	facts.Statements, facts.Positions, facts.Unplaced = 124, 118, 12
	facts.Tags = []store.Name{{Name: "worth a second look"}, {Name: "to be quoted in the report"}}
	row.fill(facts, "", false)
	uncut := control.NewRichLine(100, articleFacts(facts, ""))
	for width := float32(150); width <= 400; width++ {
		if got, want := row.facts.HeightFor(width), uncut.HeightFor(width); got != want {
			t.Fatalf("in a width of %v the facts take %v pixels, and are cut: whole they take %v", width, got, want)
		}
	}
}

// On one line the title comes first: the day stands behind it whole, or not at all.
func TestADenseRowShowsTheDayWholeOrNotAtAll(t *testing.T) {
	test.NewTempApp(t)
	row := newArticleRow()
	row.fill(store.ArticleRow{Article: store.Article{Title: "Harbour talks", Published: "2031-03-04"}}, "", true)
	seen := map[bool]bool{}
	for width := float32(80); width <= 400; width++ {
		row.Layout(nil, fyne.NewSize(width, row.heightFor(width)))
		seen[row.facts.Visible()] = true
		if !row.facts.Visible() {
			continue
		}
		if row.facts.Size().Width < row.facts.NaturalWidth() || row.title.Size().Width < row.title.NaturalWidth() ||
			row.title.Position().X+row.title.NaturalWidth() > row.facts.Position().X {
			t.Fatalf("in a width of %v the title has %v pixels and the day %v", width, row.title.Size(), row.facts.Size())
		}
	}
	if !seen[true] || !seen[false] {
		t.Errorf("the day is shown or hidden in each width: %v", seen)
	}
}
