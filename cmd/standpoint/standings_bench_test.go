//go:build window

package main_test

import (
	"image"
	"testing"
	"time"

	"standpoint/app/look"
	"standpoint/store/storetest"
)

// BenchmarkWindowStandings measures who stands where of 50,000 positions in 10,000 articles, of 2,500 actors on 200 issues: from the key
// to a table whose positions were read beforehand, "cold-ms" to one of which nothing was read, as the key comes at once with the name of
// the project in the title of the window, "soon-ms" where it comes a fifth of a second later, which is as fast as anybody presses it, and
// a picture of the table while it is scrolled, with all that lies before it, software rendering too.
func BenchmarkWindowStandings(b *testing.B) {
	d := newDisplay(b, 1440, 900)
	project := d.filled(storetest.Held)
	opened := func(wait ...string) (*program, time.Duration) {
		p := d.launch(look.Light, project)
		p.window("filled")
		if len(wait) > 0 {
			p.do(wait...)
		}
		return p, p.openTable(b)
	}
	p, cold := opened()
	p.settled()
	p.quit()
	p, soon := opened("sleep", "0.2")
	b.Run("Open", func(b *testing.B) {
		var took time.Duration
		for b.Loop() {
			p.key("alt+4")
			p.settled()
			took += p.openTable(b)
		}
		b.ReportMetric(float64(took)/float64(b.N), "ns/op")
		b.ReportMetric(cold.Seconds()*1000, "cold-ms")
		b.ReportMetric(soon.Seconds()*1000, "soon-ms")
	})
	p.settled()
	b.Run("ScrollTable", func(b *testing.B) { p.turn(b, p.figure(), "", 150) })
}

// BenchmarkWindowNetwork measures a picture of a network of 1,000 actors while it is moved and zoomed, as BenchmarkWindowScroll does.
func BenchmarkWindowNetwork(b *testing.B) {
	d := newDisplay(b, 1440, 900)
	p := d.start(look.Light, d.filled(storetest.Tied))
	p.key("alt+5")
	p.settled()
	p.key("n")
	p.still(p.figure(), 50)
	p.key("plus", "plus", "plus", "plus")
	p.settled()
	b.Run("Move", func(b *testing.B) { p.turn(b, p.figure(), "", 20) })
	b.Run("Zoom", func(b *testing.B) { p.turn(b, p.figure(), "ctrl", 40) })
}

// figure is where the figure is on the screen, in pixels.
func (p *program) figure() image.Rectangle { return image.Rect(20, 260, 1060, 800) }

// openTable goes to the table, and tells how long that takes until a picture of it is on the screen.
func (p *program) openTable(b *testing.B) time.Duration {
	b.Helper()
	before := p.part(p.figure())
	shown := newPictures(p.display, p.figure())
	start := time.Now()
	p.do("key", "alt+5")
	p.until("the table", func() bool {
		now := p.part(p.figure())
		return differing(before, now) > 20_000 && tinted(now) > 10_000
	})
	seen := shown.taken(b)
	return seen[len(seen)-1].Sub(start)
}

// tinted counts the pixels in the light colours of cells.
func tinted(picture *image.NRGBA) (n int) {
	for i := 0; i < len(picture.Pix); i += 4 {
		red, green, blue := int(picture.Pix[i]), int(picture.Pix[i+1]), int(picture.Pix[i+2])
		if min(red, green, blue) > 200 && max(red, green, blue)-min(red, green, blue) > 20 {
			n++
		}
	}
	return n
}
