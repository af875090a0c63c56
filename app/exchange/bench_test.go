package exchange_test

import (
	"runtime/debug"
	"runtime/metrics"
	"strings"
	"testing"

	"standpoint/app/exchange"
	"standpoint/app/exchange/standpoint"
	"standpoint/store/storetest"
)

// BenchmarkImport imports a document of about 10 MB, and reports how much memory the program takes at most, as a multiple of
// the document: below three at 100 MB, more at 10 as the store has a share of its own.
func BenchmarkImport(b *testing.B) {
	document := large(2000)
	storetest.RunSlow(b, "10 MB", func(b *testing.B) {
		b.SetBytes(int64(len(document)))
		for b.Loop() {
			p := open(b)
			debug.FreeOSMemory() // what the last run left is not this one's
			before, most := inUse(), uint64(0)
			_, err := standpoint.Import(b.Context(), p, strings.NewReader(document), "large.json", exchange.Options{
				Progress: func(int, int) { most = max(most, inUse()) },
			})
			if err != nil {
				b.Fatal(err)
			}
			b.ReportMetric(float64(most-min(before, most))/float64(len(document)), "peak/document")
		}
	})
}

// inUse is the memory that the program has from the system and has not given back, in bytes.
func inUse() uint64 {
	samples := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	metrics.Read(samples)
	return samples[0].Value.Uint64() - samples[1].Value.Uint64()
}
