package storetest

import (
	"flag"
	"os"
	"testing"
	"time"
)

// Once is the unit of a figure that tells that there is no second run.
const Once = "once"

// slow is how long an operation takes that RunSlow does once.
const slow = time.Second

// RunSlow runs a part of a benchmark as b.Run does. In `make bench`, which runs each three times for its median, a part that
// takes more than a second is run once: what lasts that long evens out by itself what disturbs it. Parts whose first run is
// unlike the others, as something is read for it that is kept, are run by b.Run.
func RunSlow(b *testing.B, name string, run func(b *testing.B)) {
	b.Helper()
	count := flag.Lookup("test.count")
	if os.Getenv(FixturesVariable) == "" || count == nil {
		b.Run(name, run)
		return
	}
	often := count.Value.String()
	b.Run(name, func(b *testing.B) {
		run(b)
		if b.Elapsed() > slow {
			setFlag(b, count, "1")
			b.ReportMetric(1, Once)
		}
	})
	setFlag(b, count, often)
}

func setFlag(b *testing.B, f *flag.Flag, value string) {
	b.Helper()
	if err := f.Value.Set(value); err != nil {
		b.Fatal(err)
	}
}
