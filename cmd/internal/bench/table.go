package main

import (
	"fmt"
	"io"
	"math"
	"strings"
	"time"

	"standpoint/store/storetest"
)

// table prints a line for each benchmark: the median, how far the runs lie apart, the
// median as a multiple of the calibration loop, and what else it measured. A line is
// printed before the next ones are known, so the columns have fixed widths.
type table struct {
	out  io.Writer
	loop float64 // the median of the calibration loop, in nanoseconds
}

const columns = "%10s %7s %8s %10s %12s  %s\n"

// head begins the table with what the calibration loop took.
func (t *table) head(calibration []float64) {
	fmt.Fprintf(t.out, columns, "median", "spread", "× loop", "bytes", "allocations", "")
	t.calibration("the calibration loop", calibration)
}

func (t *table) calibration(name string, took []float64) {
	fmt.Fprintf(t.out, columns, duration(median(took)), percent(spread(took)), number(median(took)/t.loop), "", "", name)
}

// note prints a line without figures.
func (t *table) note(said string) { fmt.Fprintf(t.out, columns, "", "", "", "", "", said) }

func (t *table) row(b result) {
	took := b.runs["ns/op"]
	apart := percent(spread(took))
	if b.once() {
		apart = "once"
	}
	fmt.Fprintf(t.out, columns,
		duration(median(took)), apart, number(median(took)/t.loop),
		size(median(b.runs["B/op"])), fmt.Sprintf("%.0f", median(b.runs["allocs/op"])), b.name+b.others())
}

// others lists the figures that only this benchmark reports.
func (b *result) others() string {
	var s strings.Builder
	for _, unit := range b.units {
		switch unit {
		case "ns/op", "B/op", "allocs/op", storetest.Once:
		default:
			fmt.Fprintf(&s, ", %s %s", number(median(b.runs[unit])), unit)
		}
	}
	return s.String()
}

// duration prints nanoseconds with three figures.
func duration(ns float64) string {
	d := time.Duration(math.Round(ns))
	switch {
	case ns == 0:
		return "-"
	case ns < 100:
		return fmt.Sprintf("%.3g ns", ns)
	case d < time.Microsecond:
		return fmt.Sprintf("%d ns", d)
	case d < time.Millisecond:
		return number(ns/1e3) + " µs"
	case d < time.Second:
		return number(ns/1e6) + " ms"
	}
	return number(ns/1e9) + " s"
}

func size(bytes float64) string {
	switch {
	case bytes < 1<<10:
		return fmt.Sprintf("%.0f B", bytes)
	case bytes < 1<<20:
		return number(bytes/(1<<10)) + " KiB"
	}
	return number(bytes/(1<<20)) + " MiB"
}

// number prints three figures, and all that stand before the point.
func number(v float64) string {
	switch {
	case v == 0:
		return "0"
	case v >= 100:
		return fmt.Sprintf("%.0f", v)
	case v >= 10:
		return fmt.Sprintf("%.1f", v)
	case v >= 1:
		return fmt.Sprintf("%.2f", v)
	}
	return fmt.Sprintf("%.3g", v)
}

func percent(part float64) string { return fmt.Sprintf("%.0f%%", part*100) }
