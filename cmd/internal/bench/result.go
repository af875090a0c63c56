package main

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"standpoint/store/storetest"
)

// result is all that the runs of one benchmark measured.
type result struct {
	name  string   // package/Benchmark, without "standpoint/" and "Benchmark"
	units []string // in the order in which go test prints them
	runs  map[string][]float64
}

// results gathers what go test prints: all runs of one benchmark after another.
type results struct {
	count int          // how often each runs
	done  func(result) // is given each when it has

	pkg     string
	current result
}

// processors is the "-8" that go test adds to a benchmark's name.
var processors = regexp.MustCompile(`-\d+$`)

// add takes one line of output. It reports whether the line is a benchmark's.
func (r *results) add(line string) bool {
	if pkg, ok := strings.CutPrefix(line, "pkg: "); ok {
		r.pkg = strings.TrimPrefix(pkg, "standpoint/")
		return false
	}
	// BenchmarkName-8  1000  1234 ns/op  56 B/op
	fields := strings.Fields(line)
	if len(fields) < 4 || !strings.HasPrefix(fields[0], "Benchmark") {
		return false
	}
	name := r.pkg + " " + processors.ReplaceAllString(strings.TrimPrefix(fields[0], "Benchmark"), "")
	if name != r.current.name {
		r.finish()
		r.current = result{name: name, runs: map[string][]float64{}}
	}
	r.current.addRun(fields[2:])
	if len(r.current.runs["ns/op"]) == r.count || r.current.once() {
		r.finish()
	}
	return true
}

// once reports whether the benchmark says that it runs once, as it takes long.
func (b *result) once() bool { return len(b.runs[storetest.Once]) > 0 }

// finish hands over the present benchmark, even if it did not run as often as it should.
func (r *results) finish() {
	if len(r.current.runs) > 0 {
		r.done(r.current)
	}
	r.current = result{}
}

// addRun takes pairs of a figure and its unit.
func (b *result) addRun(pairs []string) {
	for ; len(pairs) >= 2; pairs = pairs[2:] {
		value, err := strconv.ParseFloat(pairs[0], 64)
		if err != nil {
			return
		}
		unit := pairs[1]
		if !slices.Contains(b.units, unit) {
			b.units = append(b.units, unit)
		}
		b.runs[unit] = append(b.runs[unit], value)
	}
}

// known reports whether a line of go test's output says nothing beyond what
// the table shows.
func known(line string) bool {
	for _, prefix := range []string{"Benchmark", "goos:", "goarch:", "cpu:", "pkg:", "PASS", "ok ", "?"} {
		if strings.HasPrefix(line, prefix) {
			return true
		}
	}
	return strings.Contains(line, "[no test files]") || strings.Contains(line, "coverage:")
}

// median is the middle of values, or the mean of the middle two.
func median(values []float64) float64 {
	if len(values) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(values))
	middle := len(sorted) / 2
	if len(sorted)%2 == 1 {
		return sorted[middle]
	}
	return (sorted[middle-1] + sorted[middle]) / 2
}

// spread is how far the values lie apart, as a part of their median.
func spread(values []float64) float64 {
	m := median(values)
	if m == 0 {
		return 0
	}
	return (slices.Max(values) - slices.Min(values)) / m
}
