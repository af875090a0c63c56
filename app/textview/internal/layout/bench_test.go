package layout

import (
	"math/rand/v2"
	"strings"
	"testing"

	"standpoint/store/text"
)

var sizes = []struct {
	name   string
	points int
}{{"12kB", 12_000}, {"585kB", 585_000}, {"1M", 1_000_000}}

func forSizes(b *testing.B, run func(b *testing.B, body *text.Body)) {
	for _, size := range sizes {
		b.Run(size.name, func(b *testing.B) {
			r := rand.New(rand.NewPCG(1, 2))
			var s strings.Builder
			for s.Len() < size.points {
				for range 60 + r.IntN(80) {
					s.WriteString(words[r.IntN(5)])
					s.WriteByte(' ')
				}
				s.WriteString("end.\n\n")
			}
			body := mustBody(b, s.String())
			body.Lines()
			b.ResetTimer()
			run(b, body)
		})
	}
}

// BenchmarkOpen lays out what is seen first.
func BenchmarkOpen(b *testing.B) {
	forSizes(b, func(b *testing.B, body *text.Body) {
		widths := NewWidths(ruled, Glyphs{})
		for b.Loop() {
			p := New(body, widths, plain)
			p.VisibleRows(p.Start(view), view.Height)
		}
	})
}

// BenchmarkWrapAll lays out everything.
func BenchmarkWrapAll(b *testing.B) {
	forSizes(b, func(b *testing.B, body *text.Body) {
		p := New(body, NewWidths(ruled, Glyphs{}), plain)
		for b.Loop() {
			p.Resize(plain)
			p.WrapSome(func() bool { return false })
		}
	})
}

// BenchmarkResize finds the place in the middle again in a wider column.
func BenchmarkResize(b *testing.B) {
	forSizes(b, func(b *testing.B, body *text.Body) {
		p := New(body, NewWidths(ruled, Glyphs{}), plain)
		for n := 0; b.Loop(); n++ {
			p.Resize(Geometry{Width: plain.Width + float32(n%2)*50, RowHeight: plain.RowHeight, Gap: plain.Gap})
			p.VisibleRows(p.AnchorAt(body.Len()/2, view), view.Height)
		}
	})
}

// BenchmarkHit finds the place at a point.
func BenchmarkHit(b *testing.B) {
	forSizes(b, func(b *testing.B, body *text.Body) {
		p := New(body, NewWidths(ruled, Glyphs{}), plain)
		p.WrapSome(func() bool { return false })
		for n := 0; b.Loop(); n++ {
			p.At(float32(n%240), p.Height()*float64(n%100)/100)
		}
	})
}
