package reading

import (
	"image/color"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"standpoint/app/desk/desktest"
	"standpoint/app/panel"
	"standpoint/app/textview"
	"standpoint/app/words"
	"standpoint/assets"
	"standpoint/store"
)

// newLong is the view with an article open in which something is said so many times.
func newLong(t testing.TB, times int) *reads {
	t.Helper()
	d := desktest.New(t)
	d.Prefs.ProposeNothing(false)
	r := newReads(d)
	a := r.AddArticle(t, store.Article{Title: "Long", Published: "2031-03-04", Language: "en"}, strings.Repeat(pilots+"\n\n", times))
	r.view.OpenAt(a.ID, nil)
	return r
}

// What is shown of thousands of proposals is made beside the window: each key that decides on one would wait for it.
func TestShowingManyProposalsMakesNoMoreInTheWindowThanShowingFew(t *testing.T) {
	made := func(times int) (allocations float64, proposals int) {
		r := newLong(t, times)
		p := r.view.proposing
		return testing.AllocsPerRun(5, p.show), len(p.found.Proposals)
	}
	few, n := made(10)
	many, m := made(500)
	if m < 40*n || many > few+100 {
		t.Errorf("to show %d proposals %v things are made, to show %d %v", m, many, n, few)
	}
}

func TestProposalsGetTheColoursOfTheAppearance(t *testing.T) {
	r := newProposed(t)
	p := r.view.proposing
	before := slices.Clone(p.shown.marks)
	for i := range p.shown.marks {
		p.shown.marks[i].Colour = color.NRGBA{}
	}
	r.view.Redress()
	for _, m := range r.view.reader.text.Marks() {
		i := slices.IndexFunc(before, func(b textview.Mark) bool { return b.ID == m.ID })
		if i >= 0 && (m.Colour != before[i].Colour || m.Colour == color.NRGBA{}) {
			t.Errorf("a mark is %v, want %v", m.Colour, before[i].Colour)
		}
	}
	if len(before) == 0 {
		t.Error("nothing is proposed")
	}
}

// BenchmarkProposals reads the open article and shows what is proposed in it; "window-ms" is the part of that for which the window waits.
func BenchmarkProposals(b *testing.B) {
	for _, size := range []int{12_000, 585_000} {
		p := newLong(b, size/len(pilots)).view.proposing
		b.Run(strconv.Itoa(size/1000)+" kB", func(b *testing.B) {
			for b.Loop() {
				p.renew()
			}
			b.StopTimer()
			start := time.Now()
			p.show()
			b.ReportMetric(time.Since(start).Seconds()*1000, "window-ms")
			b.ReportMetric(float64(len(p.found.Proposals)), "proposals")
		})
	}
}

// In German a day to which something lasts has another word than whoever is spoken to.
func TestAProposalTellsToWhomSomethingIsSaid(t *testing.T) {
	r := newProposed(t)
	for language, want := range map[string]string{"en": "to\u00a0reporters", "de": "an\u00a0reporters"} {
		if err := words.Speak(assets.Translations, language); err != nil {
			t.Fatal(err)
		}
		r.view.RenewProposals()
		isSaid := func(row panel.Proposal) bool { return strings.Contains(row.Facts, want) }
		if rows := r.view.proposing.shown.rows; !slices.ContainsFunc(rows, isSaid) {
			t.Errorf("%s: of none is said %q, but %q", language, want, rows[0].Facts)
		}
	}
}
