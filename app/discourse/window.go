package discourse

import (
	"math"
	"time"

	"standpoint/store"
	"standpoint/store/say"
)

// Kernel says how much positions count by their distance from the middle of a window.
type Kernel string

// The kernels, with u the distance from the middle divided by half the width, |u| ≤ 1 (Silverman, 1986).
const (
	KernelNone         Kernel = "none"         // 1
	KernelUniform      Kernel = "uniform"      // ½
	KernelEpanechnikov Kernel = "epanechnikov" // ¾(1 − u²)
	KernelTriangular   Kernel = "triangular"   // 1 − |u|
)

// weight is that of a position at a distance u.
func (k Kernel) weight(u float64) float64 {
	if math.Abs(u) > 1 {
		return 0
	}
	switch k {
	case KernelUniform:
		return 0.5
	case KernelEpanechnikov:
		return 0.75 * (1 - u*u)
	case KernelTriangular:
		return 1 - math.Abs(u)
	}
	return 1
}

// Window moves along the time of positions.
type Window struct {
	Unit   Unit // "": Size and Step are numbers of positions
	Size   int  // its width, from 1
	Step   int  // how far it moves on, from 1
	Kernel Kernel
}

// Slice are the positions within a window at one place, weighted.
type Slice struct {
	Period
	List []Valued
}

// Check refuses a window without width, and one that does not move.
func (w Window) Check() error {
	if w.Size < 1 || w.Step < 1 {
		return say.Errorf("A window is at least 1 wide and moves on by at least 1.")
	}
	return nil
}

// Slices returns the windows over positions, which are oldest first, until one holds the last. A vague date counts by its first day;
// positions without a date are in none.
func (w Window) Slices(valued []Valued) ([]Slice, error) {
	if err := w.Check(); err != nil {
		return nil, err
	}
	var dated []Valued
	for _, v := range valued {
		if v.Position.Date != "" {
			dated = append(dated, v)
		}
	}
	if len(dated) == 0 {
		return nil, nil
	}
	if w.Unit == "" {
		return w.ofPositions(dated), nil
	}
	return w.ofTime(dated), nil
}

// ofPositions counts positions: the middle is that of their places in the order.
func (w Window) ofPositions(dated []Valued) []Slice {
	var slices []Slice
	for start := 0; ; start += w.Step {
		end := min(start+w.Size, len(dated))
		if start >= end {
			return slices
		}
		s := Slice{Period: Period{dated[start].Position.Date.First(), dated[end-1].Position.Date.First()}}
		half := float64(w.Size) / 2
		for i := start; i < end; i++ {
			s.add(dated[i], w.Kernel.weight((float64(i-start)+0.5-half)/half))
		}
		slices = append(slices, s)
		if end == len(dated) {
			return slices
		}
	}
}

// ofTime counts whole units of time, the first being that of the first position. The middle is that of the days of the window.
func (w Window) ofTime(dated []Valued) []Slice {
	day := func(d store.Day) time.Time {
		at, _ := time.Parse(time.DateOnly, string(d)) // a date of the store has a first day
		return at
	}
	days := make([]time.Time, len(dated))
	for i, v := range dated {
		days[i] = day(v.Position.Date.First())
	}
	first, last := w.Unit.floor(days[0]), days[len(days)-1]
	var list []Slice
	from := 0
	for n := 0; ; n += w.Step {
		start := w.Unit.add(first, n)
		next := w.Unit.add(start, w.Size)
		half := next.Sub(start).Hours() / 24 / 2
		s := Slice{Period: between(start, next)}
		for from < len(days) && days[from].Before(start) {
			from++
		}
		for i := from; i < len(days) && days[i].Before(next); i++ {
			at := days[i].Sub(start).Hours()/24 + 0.5
			s.add(dated[i], w.Kernel.weight((at-half)/half))
		}
		list = append(list, s)
		if next.After(last) {
			return list
		}
	}
}

// add puts a position into the slice with a weight.
func (s *Slice) add(v Valued, weight float64) {
	if v.Weight *= weight; v.Weight > 0 {
		s.List = append(s.List, v)
	}
}
