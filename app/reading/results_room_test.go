package reading

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"standpoint/app/desk"
	"standpoint/app/desk/desktest"
	"standpoint/app/textview"
	"standpoint/store"
)

// What stands over the results has the room that it needs, however many lines it takes for what is typed.
func TestWhatIsSaidOfASearchStandsOverItsResults(t *testing.T) {
	d := desktest.New(t)
	d.AddArticle(t, store.Article{Title: "Talks"}, "Both sides agreed on a harbour.")
	r := newReads(d).view.left.results
	d.Put(container.NewWithoutLayout(r.content))
	r.content.Resize(fyne.NewSize(240, 400))
	needs := func() float32 { // of the lines, whatever they have
		height := r.heading.HeightFor(r.heading.Size().Width)
		if r.reading.Visible() {
			height += saidGap + r.reading.HeightFor(r.reading.Size().Width)
		}
		return height
	}
	for _, query := range []string{
		"harbour", "harbour NOT storm", "harbour OR storm",
		"harbour NOT storm after:2029-05-16 NOT anything else that is as long as what somebody would hardly type",
		"harbour OR storm", "a harbour of which so much is typed that it takes more than a line", "harbour",
	} {
		r.search(query)
		driver := fyne.CurrentApp().Driver()
		from := driver.AbsolutePositionForObject(r.list).Y - driver.AbsolutePositionForObject(r.heading).Y
		if from < needs() || from > needs()+10 {
			t.Errorf("%s: the results begin at %v, and what is said of them is %v high (%q, %q)",
				query, from, needs(), r.heading.Text(), r.reading.Text())
		}
	}
}

// The key of the search begins another one, also where the last is still being typed.
func TestTheKeyOfTheSearchSelectsWhatWasTyped(t *testing.T) {
	r := newHarbour(t)
	r.Put(r.view.SearchField())
	for _, word := range []string{"ferries", "barges"} {
		r.command(t, desk.KeySearch)
		for _, letter := range word {
			r.Window.Canvas().Focused().TypedRune(letter)
		}
		if typed := r.view.left.results.field.Text(); typed != word {
			t.Errorf("after the key and %q the field has %q", word, typed)
		}
	}
}

func TestATooltipGoesWithTheArticleThatItIsAbout(t *testing.T) {
	r := newHarbour(t)
	r.AddArticle(t, store.Article{Title: "Two"}, "Another text.")
	r.Tooltips.After = func(_ time.Duration, call func()) func() { call(); return func() {} }
	r.mention(t, "Meridian", "Meridian")
	r.view.reader.hover(textview.MarkID(r.view.desk.open.annotations[0].ID), fyne.NewPos(300, 200))
	if r.Tooltips.Showing() == "" {
		t.Fatal("there is no tooltip")
	}
	r.view.left.list.Step(1)
	r.view.left.list.Step(-1)
	if says := r.Tooltips.Showing(); says != "" {
		t.Errorf("over another article stands %q", says)
	}
}
