package textview

import (
	"runtime"
	"testing"

	"fyne.io/fyne/v2"

	"standpoint/store/text"
)

func TestScrollBarDoesNotMoveWhileTheRestIsLaidOut(t *testing.T) {
	v := newBench(t, fyne.NewSize(700, 500))
	v.SetBody(Header{}, workloads[1].body())
	v.SetReadingPosition(300_000)
	top, length, _ := v.thumb()
	turns := 0
	for ; len(v.queue) > 0 && turns < 1000; turns++ {
		v.turn()
	}
	after, lengthAfter, _ := v.thumb()
	if max(after-top, top-after) > 1 || max(lengthAfter-length, length-lengthAfter) > 3 || turns == 0 {
		t.Errorf("thumb from %v, %v to %v, %v in %d slices", top, length, after, lengthAfter, turns)
	}
}

func TestLiveObjectsDependOnTheVisibleLinesAlone(t *testing.T) {
	live := func(points int) (rows, objects, made int) {
		v := newBench(t, fyne.NewSize(700, 500))
		w := workload{points: max(points, 2000), marks: 1}
		v.SetBody(Header{}, w.body())
		for range 40 {
			v.scrollBy(400)
		}
		for range 40 {
			v.scrollBy(-400)
		}
		d := v.drawn.(*drawing)
		return len(v.column.VisibleRows(v.anchor, 500)), len(d.objects), len(d.pool.texts.stock) + d.pool.areas.made()
	}
	rows, few, made := live(1_000)
	_, many, madeMany := live(1_000_000)
	if few > 3*rows || many > few+4 || madeMany > made+20 {
		t.Errorf("%d rows: %d objects of %d made for 1,000 characters, %d of %d for 1,000,000", rows, few, made, many, madeMany)
	}
}

// made is how many objects are in stock, in use or not.
func (a *alike[S, T]) made() int {
	n := len(a.spare)
	for _, objects := range a.used {
		n += len(objects)
	}
	for _, objects := range a.free {
		n += len(objects)
	}
	return n
}

func TestHeapStaysSmallForAMillionCharacters(t *testing.T) {
	before := heap()
	w := workloads[2]
	v := newBench(t, benchSize)
	v.SetBody(Header{}, w.body())
	v.SetMarks(w.allMarks())
	v.column.WrapSome(func() bool { return false })
	used := (heap() - before) >> 20
	t.Logf("%d MB", used)
	if used > 100 {
		t.Errorf("%d MB on the heap", used)
	}
	runtime.KeepAlive(v)
}

func heap() int64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

// At twice the usual size in the narrowest window, each row ends within the column, and the column within the view.
func TestLargeTextIsNotCut(t *testing.T) {
	v := newBench(t, fyne.NewSize(320, 500))
	f := DefaultFace()
	f.TextSize, f.TitleSize, f.ColumnWidth = 2*f.TextSize, 2*f.TitleSize, 2*f.ColumnWidth
	v.SetFace(f)
	body, err := text.NewBody(manyScripts)
	if err != nil {
		t.Fatal(err)
	}
	v.SetBody(Header{Title: "A title with Donaudampfschifffahrtsgesellschaften in it"}, body)
	for !v.atEnd() {
		for _, row := range v.column.VisibleRows(v.anchor, 500) {
			for pos := row.Span.Start; pos <= row.SeenEnd(); pos++ {
				if x := v.measures.columnX + row.X(pos); x < 0 || x > v.measures.size.Width {
					t.Fatalf("%q reaches %v, the view is %v wide", body.Slice(row.Span), x, v.measures.size.Width)
				}
			}
		}
		v.scrollBy(v.pageHeight())
	}
}

func (b *bench) atEnd() bool { return b.fraction() == 1 }
