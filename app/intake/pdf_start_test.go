package intake

import (
	"runtime"
	"testing"
	"time"

	"github.com/klippa-app/go-pdfium"
)

// The reader of PDF documents is translated once for a computer, which takes seconds: all later starts read what was kept.
func TestTheReaderOfPDFIsTranslatedOnce(t *testing.T) {
	folder := t.TempDir()
	start := func() uint64 {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		engine := mustStartPDF(t, folder)
		runtime.ReadMemStats(&after)
		if err := engine.Close(); err != nil {
			t.Error(err)
		}
		return after.TotalAlloc - before.TotalAlloc
	}
	first, second := start(), start()
	if second*5 > first { // translating takes memory by the hundred megabytes, reading what was kept does not
		t.Errorf("the second start takes %d bytes, the first %d: it translated again", second, first)
	}
}

// mustStartPDF starts the reader of PDF documents until one is ready.
func mustStartPDF(t testing.TB, folder string) pdfium.Pool {
	t.Helper()
	engine, err := startPDF(folder)
	if err != nil {
		t.Fatal(err)
	}
	instance, err := engine.GetInstance(time.Minute)
	if err != nil {
		t.Fatal(err)
	}
	if err := instance.Close(); err != nil {
		t.Error(err)
	}
	return engine
}
