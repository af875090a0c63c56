package textview

import (
	"image/color"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"standpoint/store/text"
)

// workload is a text of a given size with marks of all styles, a third of them
// over others; the same each time.
type workload struct {
	name   string
	points int
	marks  int
}

var workloads = []workload{
	{"12kB", 12_000, 20},
	{"585kB", 585_000, 1_000},
	{"1M", 1_000_000, 10_000},
}

func (w workload) body() *text.Body {
	r := rand.New(rand.NewPCG(1, uint64(w.points)))
	stems := make([]string, 4000)
	for i := range stems {
		stems[i] = inventedWord(r)
	}
	var s strings.Builder
	for s.Len() < w.points {
		for range 60 + r.IntN(80) {
			// few words are frequent and many are rare
			s.WriteString(stems[int(float64(len(stems))*r.Float64()*r.Float64()*r.Float64())])
			s.WriteByte(' ')
		}
		s.WriteString("end.\n\n")
	}
	b, err := text.NewBody(s.String()[:w.points])
	if err != nil {
		panic(err)
	}
	return b
}

func inventedWord(r *rand.Rand) string {
	const consonants, vowels = "bdfgklmnprstvz", "aeiou"
	var s strings.Builder
	for range 1 + r.IntN(4) {
		s.WriteByte(consonants[r.IntN(len(consonants))])
		s.WriteByte(vowels[r.IntN(len(vowels))])
	}
	return s.String()
}

func (w workload) allMarks() []Mark {
	r := rand.New(rand.NewPCG(2, uint64(w.marks)))
	marks := make([]Mark, w.marks)
	start := 0
	for i := range marks {
		if i%3 != 0 {
			start = r.IntN(w.points - 400)
		}
		marks[i] = Mark{
			ID:     MarkID{1, byte(i), byte(i >> 8), byte(i >> 16)},
			Style:  Style(i % 5),
			Colour: color.NRGBA{R: uint8(r.IntN(200)), G: uint8(r.IntN(200)), B: uint8(r.IntN(200)), A: 0xff},
			Spans:  []text.Span{{Start: start, End: start + 8 + r.IntN(300)}},
		}
		if s := marks[i].Style; s == Underline || s == Band {
			marks[i].Margin = []string{"Odalys", "▲ Ceasefire"}
		}
	}
	return marks
}

// bench is a view in a window of a test, whose delayed work waits in a queue.
type bench struct {
	*View
	window fyne.Window
	queue  []func()
}

func newBench(t testing.TB, size fyne.Size) *bench {
	test.NewTempApp(t)
	b := &bench{View: New(Colours{})}
	b.SetLater(func(_ time.Duration, do func()) func() {
		live := true
		b.queue = append(b.queue, func() {
			if live {
				do()
			}
		})
		return func() { live = false }
	})
	b.window = test.NewWindow(b.View)
	t.Cleanup(b.window.Close)
	b.window.SetPadded(false)
	b.window.Resize(size)
	return b
}

// turn does the delayed work that waits now.
func (b *bench) turn() {
	queue := b.queue
	b.queue = nil
	for _, do := range queue {
		do()
	}
}
