package store_test

import (
	"fmt"
	"os"
	"runtime"
	"testing"
	"time"

	"standpoint/store"
)

// batchCount is how many batches are written, in the long form.
const batchCount = "STANDPOINT_BATCHES"

// What is open and in memory must not grow with the number of batches. How long they take is only said: it is no
// matter for a test on a machine that does other things, too.
func TestFilesAndMemoryStayFlatOverManyBatches(t *testing.T) {
	batches := store.Cases(t, batchCount, 3000)
	p := newProject(t)
	var actor store.Actor
	do(t, p, "Add", func(b *store.Batch) (err error) {
		actor, err = b.AddActor(store.Actor{Name: "Orla Venn"})
		return err
	})
	part := batches / 10
	var first, last time.Duration
	var heapBefore, heapAfter uint64
	filesBefore := 0
	for n := range batches {
		if n == part {
			heapBefore, filesBefore = heap(), openFiles()
		}
		start := time.Now()
		do(t, p, "Rename", func(b *store.Batch) error {
			if n%50 == 0 { // a row does not gather changes for ever
				var err error
				actor, err = b.AddActor(store.Actor{Name: fmt.Sprint("Actor ", n)})
				return err
			}
			return b.UpdateActor(actor.ID, func(a *store.Actor) { a.Name = fmt.Sprint("Name ", n) })
		})
		switch took := time.Since(start); {
		case n < part:
			first += took
		case n >= batches-part:
			last += took
		}
	}
	heapAfter = heap()
	t.Logf("%d batches: the last tenth took %.2f times as long as the first; heap %.1f MB, then %.1f MB",
		batches, float64(last)/float64(first), float64(heapBefore)/1e6, float64(heapAfter)/1e6)
	if files := openFiles(); files > filesBefore {
		t.Errorf("%d files are open, were %d", files, filesBefore)
	}
	const slack = 8 << 20
	if heapAfter > heapBefore+slack {
		t.Errorf("the heap grew from %d to %d bytes", heapBefore, heapAfter)
	}
	mustPass(t, p)
}

func heap() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// openFiles is how many files the process has open; 0 where that cannot be told.
func openFiles() int {
	list, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		return 0
	}
	return len(list)
}
