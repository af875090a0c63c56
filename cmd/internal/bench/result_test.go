package main

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const output = `goos: linux
goarch: amd64
pkg: standpoint/store
cpu: Example
BenchmarkSave-8            	     100	   2000000 ns/op	    2048 B/op	      12 allocs/op
BenchmarkSave-8            	     100	   4000000 ns/op	    2048 B/op	      12 allocs/op
BenchmarkSave-8            	     100	   3000000 ns/op	    2048 B/op	      12 allocs/op
BenchmarkImport/2000-8     	       1	1000000000 ns/op	  2000 articles/s	         1.000 once	    2048 B/op	      12 allocs/op
PASS
ok  	standpoint/store	12.3s
`

func TestEachResultIsHandedOverWhenItIsKnown(t *testing.T) {
	var list []result
	var after []int // how many lines were read by then
	read := 0
	r := results{count: 3, done: func(b result) { list, after = append(list, b), append(after, read) }}
	for line := range strings.Lines(output) {
		read++
		r.add(strings.TrimSpace(line))
	}
	r.finish()
	if diff := cmp.Diff([]int{7, 8}, after); diff != "" {
		t.Fatalf("the benchmarks are known after other lines (-want +got):\n%s", diff)
	}
	save, imported := list[0], list[1]
	if save.name != "store Save" || imported.name != "store Import/2000" {
		t.Errorf("names %q and %q", save.name, imported.name)
	}
	if diff := cmp.Diff([]float64{2e6, 4e6, 3e6}, save.runs["ns/op"]); diff != "" {
		t.Error(diff)
	}
	if got, want := imported.others(), ", 2000 articles/s"; got != want {
		t.Errorf("others %q, want %q", got, want)
	}
}

func TestMedianAndSpread(t *testing.T) {
	for _, c := range []struct {
		values         []float64
		median, spread float64
	}{
		{nil, 0, 0},
		{[]float64{3}, 3, 0},
		{[]float64{9, 1, 4}, 4, 2},
		{[]float64{1, 2, 3, 100}, 2.5, 39.6},
	} {
		if got := median(c.values); got != c.median {
			t.Errorf("median of %v is %v, want %v", c.values, got, c.median)
		}
		if got := spread(c.values); got != c.spread {
			t.Errorf("spread of %v is %v, want %v", c.values, got, c.spread)
		}
	}
}

func TestTableShowsMultiplesOfTheCalibrationLoop(t *testing.T) {
	var out strings.Builder
	table := table{out: &out, loop: 2e6}
	table.head([]float64{2e6, 2e6})
	table.row(result{name: "store Save", units: []string{"ns/op"}, runs: map[string][]float64{"ns/op": {5e6}}})
	lines := strings.Split(out.String(), "\n")
	if diff := cmp.Diff(
		[]string{"5.00", "ms", "0%", "2.50", "0", "B", "0", "store", "Save"}, strings.Fields(lines[2])); diff != "" {
		t.Errorf("%s\n%s", diff, out.String())
	}
}

func TestTableSaysWhatRanOnce(t *testing.T) {
	var out strings.Builder
	table := table{out: &out, loop: 1e9}
	table.row(result{name: "store Merge", runs: map[string][]float64{"ns/op": {2e9}, "once": {1}}})
	if diff := cmp.Diff([]string{"2.00", "s", "once", "2.00", "0", "B", "0", "store", "Merge"}, strings.Fields(out.String())); diff != "" {
		t.Error(diff)
	}
}

// The loop is what figures of other machines and other years are compared by.
func TestCalibrationNeverChanges(t *testing.T) {
	if got, want := calibrate([]byte("standpoint")), uint64(0x910ad35ef5746fc5); got != want {
		t.Errorf("the loop computes %#x, want %#x", got, want)
	}
}
