//go:build window

package main_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"standpoint/app/look"
)

// BenchmarkWindowProposals measures when what is proposed in an article that is opened is seen: "text-ms" after the key the text stands
// there, "proposals-ms" after that the marks of the proposals, on a screen that is looked at every few milliseconds.
func BenchmarkWindowProposals(b *testing.B) {
	for _, size := range []int{12_000, 585_000} {
		p := newDisplay(b, 1440, 900).reading(b, size)
		opened := 0
		b.Run(fmt.Sprintf("%d kB", size/1000), func(b *testing.B) {
			var text, marks time.Duration
			for ; b.Loop(); opened++ {
				b.StopTimer()
				p.still(p.page(), 10)
				before := p.part(p.column())
				b.StartTimer()
				start := time.Now()
				p.do("key", otherArticle[opened%2])
				p.seen(otherArticle[opened%2], before)
				there := time.Now()
				text += there.Sub(start)
				marks += p.lastChange(there).Sub(there)
			}
			b.ReportMetric(float64(text.Milliseconds())/float64(b.N), "text-ms")
			b.ReportMetric(float64(marks.Milliseconds())/float64(b.N), "proposals-ms")
		})
		p.quit()
	}
}

// BenchmarkWindowScrollWhileProposed measures whether a text can be scrolled while it is read for what may be proposed: "longest-ms" is the
// longest that one picture stands while the wheel is turned during that, "undisturbed-ms" the same when nothing is read.
func BenchmarkWindowScrollWhileProposed(b *testing.B) {
	p := newDisplay(b, 1440, 900).reading(b, 585_000)
	centre := p.page().Min.Add(p.page().Size().Div(2))
	opened := 0
	b.Run("585 kB", func(b *testing.B) {
		var during, after []time.Duration
		for ; b.Loop(); opened++ {
			p.still(p.page(), 10)
			p.do("mousemove", fmt.Sprint(centre.X), fmt.Sprint(centre.Y))
			before := p.part(p.column())
			p.do("key", otherArticle[opened%2])
			p.seen(otherArticle[opened%2], before)
			during = append(during, p.longest(b, "5"))
			p.still(p.page(), 10)
			after = append(after, p.longest(b, "4"))
		}
		slices.Sort(during)
		slices.Sort(after)
		b.ReportMetric(during[len(during)/2].Seconds()*1000, "longest-ms")
		b.ReportMetric(after[len(after)/2].Seconds()*1000, "undisturbed-ms")
	})
}

// longest turns the wheel for a second, and tells how long the picture of the page stood that stood longest.
func (p *program) longest(b *testing.B, wheel string) (longest time.Duration) {
	b.Helper()
	shown := newPictures(p.display, p.page())
	p.do("click", "--repeat", "120", "--delay", "8", wheel)
	seen := shown.taken(b)
	for i := 1; i < len(seen); i++ {
		longest = max(longest, seen[i].Sub(seen[i-1]))
	}
	return longest
}

// otherArticle are the keys that open the other one of two articles, in turn.
var otherArticle = [...]string{"alt+Down", "alt+Up"}

// reading starts the program with two articles of so many letters each.
func (d *display) reading(b *testing.B, size int) *program {
	b.Helper()
	project := filepath.Join(d.home, "proposed.standpoint")
	d.subcommand("new", project)
	for _, name := range []string{"Kessel", "Brandt"} {
		file := filepath.Join(d.home, name+".txt")
		if err := os.WriteFile(file, []byte(prose(name, size)), 0o600); err != nil {
			b.Fatal(err)
		}
		d.subcommand("import", project, file)
	}
	p := d.start(look.Light, project)
	p.settled()
	return p
}

// atRest is how long the column stays as it is until nothing more is awaited.
const atRest = 1500 * time.Millisecond

// lastChange waits until the column is at rest, and returns when it last changed.
func (p *program) lastChange(since time.Time) time.Time {
	last, before := since, p.part(p.column())
	for time.Since(last) < atRest {
		if now := p.part(p.column()); differing(before, now) > caret {
			last, before = time.Now(), now
		}
	}
	return last
}

// prose is an article of so many letters in which somebody says something in each paragraph.
func prose(name string, size int) string {
	var s strings.Builder
	fmt.Fprintf(&s, "Title: %s on the harbour\nSource: The Varro Courier\nDate: 2031-03-04\n", name)
	for i := 0; s.Len() < size; i++ {
		fmt.Fprintf(&s, "\n“We will keep pier %d open,” Mara %s told reporters. The trade minister spoke after a night of talks, and said "+
			"that the pilots of pier %d had asked for more money. Odile Varga, who leads their union, rejected the offer on Monday.\n", i, name, i)
	}
	return s.String()
}
