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
BenchmarkImport/2000-8     	       1	1000000000 ns/op	  2000 articles/s	    2048 B/op	      12 allocs/op
PASS
ok  	standpoint/store	12.3s
`

func TestResultsAreReadFromGoTest(t *testing.T) {
	var r results
	var first []bool
	for line := range strings.Lines(output) {
		if r.add(strings.TrimSpace(line)) {
			first = append(first, true)
		}
	}
	if len(first) != 2 || len(r.list) != 2 {
		t.Fatalf("%d first lines and %d benchmarks, want two", len(first), len(r.list))
	}
	save, imported := r.list[0], r.list[1]
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
	err := printTable(&out, []float64{2e6, 2e6}, []result{{
		name: "store Save", units: []string{"ns/op"}, runs: map[string][]float64{"ns/op": {5e6}},
	}})
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(out.String(), "\n")
	if diff := cmp.Diff(
		[]string{"5.00", "ms", "0%", "2.50", "0", "B", "0", "store", "Save"}, strings.Fields(lines[2])); diff != "" {
		t.Errorf("%s\n%s", diff, out.String())
	}
}

// The loop is what figures of other machines and other years are compared by.
func TestCalibrationNeverChanges(t *testing.T) {
	if got, want := calibrate([]byte("standpoint")), uint64(0x910ad35ef5746fc5); got != want {
		t.Errorf("the loop computes %#x, want %#x", got, want)
	}
}
