package textview

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"standpoint/store/text"
)

var benchSize = fyne.NewSize(800, 860)

// forWorkloads runs a benchmark for each workload, with a view that shows it.
func forWorkloads(b *testing.B, run func(b *testing.B, v *bench, w workload)) {
	for _, w := range workloads {
		b.Run(w.name, func(b *testing.B) {
			v := newBench(b, benchSize)
			v.SetBody(Header{Title: "A title"}, w.body())
			v.SetMarks(w.allMarks())
			b.ResetTimer()
			run(b, v, w)
		})
	}
}

// BenchmarkOpen is from body and marks in memory to the first picture.
func BenchmarkOpen(b *testing.B) {
	forWorkloads(b, func(b *testing.B, v *bench, w workload) {
		marks := w.allMarks()
		for b.Loop() {
			b.StopTimer()
			body := w.body()
			b.StartTimer()
			v.SetBody(Header{Title: "A title", Subtitle: "and what it is about"}, body)
			v.SetMarks(marks)
		}
	})
}

// BenchmarkFirstOpen is the same in a view that has shown nothing yet, so that no
// word was measured before. The fonts themselves are read: the rest of a window
// has letters of them, too.
func BenchmarkFirstOpen(b *testing.B) {
	for _, w := range workloads {
		b.Run(w.name, func(b *testing.B) {
			marks := w.allMarks()
			for b.Loop() {
				b.StopTimer()
				v, body := newBench(b, benchSize), w.body()
				newFonts(v.Face(), nil)
				b.StartTimer()
				v.SetBody(Header{Title: "A title", Subtitle: "and what it is about"}, body)
				v.SetMarks(marks)
			}
		})
	}
}

// BenchmarkMark adds a mark in view and takes it away.
func BenchmarkMark(b *testing.B) {
	forWorkloads(b, func(b *testing.B, v *bench, w workload) {
		m := Mark{ID: MarkID{9}, Spans: []text.Span{{Start: 100, End: 300}}, Style: Underline, Margin: []string{"Odalys"}}
		without := w.allMarks()
		with := append([]Mark{m}, without...)
		for n := 0; b.Loop(); n++ {
			if n%2 == 0 {
				v.SetMarks(with)
			} else {
				v.SetMarks(without)
			}
		}
	})
}

// BenchmarkScroll turns the wheel by one click.
func BenchmarkScroll(b *testing.B) {
	forWorkloads(b, func(b *testing.B, v *bench, w workload) {
		var took []time.Duration
		v.SetReadingPosition(w.points / 3)
		down := float32(-25)
		for b.Loop() {
			start := time.Now()
			v.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, down)})
			took = append(took, time.Since(start))
			if v.fraction() == 1 || v.fraction() == 0 {
				down = -down
			}
		}
		reportPercentiles(b, took)
	})
}

func reportPercentiles(b *testing.B, took []time.Duration) {
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds()), "p50-µs")
	b.ReportMetric(float64(took[len(took)*99/100].Microseconds()), "p99-µs")
}

// BenchmarkJump goes to places all over the text.
func BenchmarkJump(b *testing.B) {
	forWorkloads(b, func(b *testing.B, v *bench, w workload) {
		for n := 1; b.Loop(); n++ {
			at := n * 7919 * 31 % (w.points - 100)
			v.Flash(text.Span{Start: at, End: at + 40})
		}
	})
}

// BenchmarkResize makes the column narrower and wider, in the middle of the
// text.
func BenchmarkResize(b *testing.B) {
	forWorkloads(b, func(b *testing.B, v *bench, w workload) {
		v.SetReadingPosition(w.points / 2)
		for n := 0; b.Loop(); n++ {
			v.Resize(fyne.NewSize(700+float32(n%2)*60, 860))
		}
	})
}

// BenchmarkFontSize changes the size of the text: all words are measured anew.
func BenchmarkFontSize(b *testing.B) {
	forWorkloads(b, func(b *testing.B, v *bench, w workload) {
		v.SetReadingPosition(w.points / 2)
		face := v.Face()
		for n := 0; b.Loop(); n++ {
			face.TextSize = 16 + float32(n%2)
			v.SetFace(face)
		}
	})
}

// BenchmarkFinds shows what a search found: a hit in every thirty characters.
func BenchmarkFinds(b *testing.B) {
	forWorkloads(b, func(b *testing.B, v *bench, w workload) {
		var hits []text.Span
		for at := 0; at+10 < w.points; at += 30 {
			hits = append(hits, text.Span{Start: at, End: at + 4})
		}
		for n := 0; b.Loop(); n++ {
			v.ShowFinds(hits, n%20)
		}
	})
}

// BenchmarkSlice is one slice of the layout of what is not in view.
func BenchmarkSlice(b *testing.B) {
	forWorkloads(b, func(b *testing.B, v *bench, _ workload) {
		var took []time.Duration
		for b.Loop() {
			if v.slice == nil {
				b.StopTimer()
				v.column.Resize(v.column.Geometry())
				b.StartTimer()
			}
			start := time.Now()
			v.wrapRest()
			took = append(took, time.Since(start))
		}
		reportPercentiles(b, took)
	})
}

// BenchmarkPaint draws the whole view with Fyne's software painter: what it
// costs to rasterise, which the others leave out.
func BenchmarkPaint(b *testing.B) {
	forWorkloads(b, func(b *testing.B, v *bench, _ workload) {
		for b.Loop() {
			v.window.Canvas().Capture()
		}
	})
}
