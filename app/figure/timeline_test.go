package figure

import (
	"testing"

	"standpoint/app/discourse"
	"standpoint/store"
)

func TestSignsOfATimelineDoNotLieOverOneAnother(t *testing.T) {
	for _, by := range []discourse.Unit{"", discourse.Years, discourse.Months, discourse.Weeks, discourse.Days} {
		for _, lanes := range []Lanes{LanesActors, LanesIssues} {
			p := Timeline(invented(12, 5, 200), Timing{Lanes: lanes, By: by, Width: 900}, Options{})
			s := NewSheet(p)
			for i := range s.Spots() {
				for j := range i {
					a, b := s.Spot(i), s.Spot(j)
					if a.Low.X < b.High.X && b.Low.X < a.High.X && a.Low.Y < b.High.Y && b.Low.Y < a.High.Y {
						t.Fatalf("by %q, lanes of %s: %v and %v", by, lanes, a, b)
					}
				}
				shape := s.Shape(s.Spot(i).Shape)
				low, high := bounds(shape.Points)
				middle := between(low, high, .5)
				if at := s.At(middle, 1); at < 0 || s.Shape(at).Leads != shape.Leads {
					t.Fatalf("by %q, lanes of %s: the pointer does not find the sign at %v", by, lanes, middle)
				}
			}
		}
	}
}

func TestATimelineIsAsWideAsIsAskedAndWiderWhereTimeIsSpread(t *testing.T) {
	rows := sample(t)
	for _, width := range []float64{700, 1100} {
		if p := Timeline(rows, Timing{Lanes: LanesActors, Width: width}, Options{}); p.Width != width {
			t.Errorf("it is %v wide, want %v", p.Width, width)
		}
	}
	last := 0.0
	for _, by := range []discourse.Unit{discourse.Months, discourse.Weeks, discourse.Days} {
		p := Timeline(rows, Timing{Lanes: LanesActors, By: by, Width: 700}, Options{})
		if p.Width < 700 || p.Width <= last {
			t.Errorf("by %s it is %v wide, by what is longer %v", by, p.Width, last)
		}
		last = p.Width
	}
}

func TestTicksOfAnAxisFollowHowItIsDivided(t *testing.T) {
	rows := sample(t) // three months
	for by, least := range map[discourse.Unit]int{discourse.Years: 1, discourse.Months: 3, discourse.Weeks: 12, discourse.Days: 89} {
		list, _ := lanesOf(rows.Table(), LanesActors)
		a := axisOf(list, by)
		a.width = a.units() * unitWidth[by]
		ticks, named := a.ticks(), 0
		end := -1e9
		for _, tick := range ticks {
			if tick.label == "" {
				continue
			}
			named++
			half := measure(tick.label, smallSize) / 2
			if tick.x-half <= end {
				t.Errorf("by %s %q lies over the name before it", by, tick.label)
			}
			end = tick.x + half
		}
		if len(ticks) < least || named == 0 {
			t.Errorf("by %s there are %d ticks, %d of them named, want %d", by, len(ticks), named, least)
		}
	}
}

func TestABarOfABalanceLeadsToWhatItCounts(t *testing.T) {
	rows := invented(12, 3, 120)
	stance := map[store.ID]store.Stance{}
	for _, r := range rows.List {
		stance[r.Position.ID] = r.Position.Stance
	}
	for _, b := range []Balancing{
		{Count: CountPositions, By: discourse.Months}, {Count: CountActors}, {Count: CountPositions, By: discourse.Weeks, Shares: true},
	} {
		s := NewSheet(Balance(rows, b, Options{}))
		counted := 0
		for i := range s.Spots() {
			shape := s.Shape(s.Spot(i).Shape)
			if len(shape.Of) > 0 && len(shape.Behind) == 0 {
				t.Errorf("%+v: nothing stands behind %+v", b, shape)
			}
			counted += len(shape.Behind)
			for _, id := range shape.Behind {
				if opposes := shape.Fill == OpposingTint; opposes != (stance[id] == store.StanceOppose) {
					t.Errorf("%+v: a %s stands behind a bar of colour %s", b, stance[id], shape.Fill)
				}
			}
			if s.Like(shape) != i {
				t.Errorf("%+v: spot %d is taken for %d", b, i, s.Like(shape))
			}
		}
		if b.Count == CountPositions && counted != len(rows.List) {
			t.Errorf("%+v: %d positions stand behind bars, of %d", b, counted, len(rows.List))
		}
	}
}
