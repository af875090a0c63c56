package discourse

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"standpoint/store"
)

// taken records the positions of one actor on one issue: "2031-03-01 support", with "?" behind it under a condition.
func taken(list ...string) *scene {
	s := newScene()
	for i, l := range list {
		date, stance, _ := strings.Cut(l, " ")
		stance, conditional := strings.CutSuffix(stance, "?")
		p := s.holds("Arland", "Toll", store.Stance(stance), store.Date(strings.Trim(date, "-")), fmt.Sprint(i))
		p.Conditional, p.Start = conditional, i
	}
	return s
}

func TestChangesAreFullOrHalfAndContradictionsStandApart(t *testing.T) {
	for _, c := range []struct {
		taken  []string
		want   string
		latest store.Stance
	}{
		{[]string{"2031-03-01 support", "2031-03-02 support"}, "", store.StanceSupport},
		{[]string{"2031-03-02 oppose", "2031-03-01 support"}, "full", store.StanceOppose},
		{[]string{"2031-03-01 support", "2031-03-02 neutral", "2031-03-03 oppose"}, "half, half", store.StanceOppose},
		{[]string{"2031-03-01 support", "2031-03-02 support?"}, "half", store.StanceSupport},
		{[]string{"2031-03-01 support", "2031-03-02 oppose?"}, "half", store.StanceOppose},
		{[]string{"2031-03-01 support", "2031-03-01 oppose"}, "contradiction", store.StanceOppose},
		{[]string{"2031-03-01 support", "2031-03-01 neutral"}, "", store.StanceNeutral},
		{[]string{"2031-03 support", "2031-03-01 oppose"}, "full", store.StanceOppose},
		{[]string{"2031-03-01 unclear", "2031-04 unclear?"}, "half", store.StanceUnclear},
		{[]string{"2031-03-01 support", "- oppose"}, "", store.StanceSupport}, // nobody knows when
		{[]string{"- oppose"}, "", store.StanceOppose},
	} {
		table := Filter{}.Select(taken(c.taken...).h).Table()
		var kinds []string
		for _, turn := range table.Changes() {
			kinds = append(kinds, string(turn.Kind))
		}
		cell := table.Cells[0][0]
		if got := strings.Join(kinds, ", "); got != c.want || cell.Latest().Position.Stance != c.latest {
			t.Errorf("%v: %q, at last %s", c.taken, got, cell.Latest().Position.Stance)
		}
		if cell.Changed != strings.ContainsAny(c.want, "f") || cell.Opposed != (c.want == "contradiction") {
			t.Errorf("%v: changed %t, opposed %t", c.taken, cell.Changed, cell.Opposed)
		}
	}
}

func TestAStanceIsHeldSinceTheFirstDayWithoutAnother(t *testing.T) {
	for want, list := range map[store.Date][]string{
		"2031-03-01": {"2031-03-01 support", "2031-03-02 support", "- oppose"},
		"2031-03-03": {"2031-03-01 support", "2031-03-02 oppose", "2031-03-03 support", "2031-04 support"},
		"2031-03-02": {"2031-03-01 support", "2031-03-02 support?"},
		"":           {"- oppose"},
	} {
		if got := (Filter{}).Select(taken(list...).h).Table().Cells[0][0].Since(); got != want {
			t.Errorf("%v since %q", list, got)
		}
	}
}

func TestAWindowThatHoldsAllEqualsNone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s, list := drawn(t)
		if len(list) == 0 {
			return
		}
		w := Window{
			Unit: rapid.SampledFrom([]Unit{"", Days, Weeks, Months, Years}).Draw(t, "unit"), Size: 1000, Step: rapid.IntRange(1, 9).Draw(t, "step"),
			Kernel: KernelNone,
		}
		valued := Filter{}.Select(s.h).Value(DefaultValues())
		slices, err := w.Slices(valued)
		if err != nil {
			t.Fatal(err)
		}
		if len(valued) == 0 {
			return
		}
		c := one(Subtract, NormaliseJaccard)
		whole, _ := c.Network(valued, s.h)
		within, _ := c.Network(slices[0].List, s.h)
		if len(slices) != 1 || within.String() != whole.String() {
			t.Fatalf("%d windows, the first of which gives\n%s\nand not\n%s", len(slices), within, whole)
		}
	})
}

func TestWindowsMoveAndWeigh(t *testing.T) {
	s := taken("2031-01-31 support", "2031-02-01 support", "2031-02-15 support", "2031-04-02 support")
	valued := Filter{}.Select(s.h).Value(DefaultValues())
	for _, c := range []struct {
		w    Window
		want string
	}{
		{Window{Months, 1, 1, KernelNone}, "2031-01-01 1 | 2031-02-01 1 1 | 2031-03-01 | 2031-04-01 1"},
		{Window{Months, 2, 1, KernelUniform}, "2031-01-01 0.5 0.5 0.5 | 2031-02-01 0.5 0.5 | 2031-03-01 0.5"},
		{Window{Years, 1, 1, KernelUniform}, "2031-01-01 0.5 0.5 0.5 0.5"},
		{Window{Weeks, 1, 2, KernelNone}, "2031-01-27 1 1 | 2031-02-10 1 | 2031-02-24 | 2031-03-10 | 2031-03-24 | 2031-04-07"},
		{Window{"", 2, 2, KernelTriangular}, "2031-01-31 0.5 0.5 | 2031-02-15 0.5 0.5"},
		{Window{"", 3, 1, KernelEpanechnikov}, "2031-01-31 0.4167 0.75 0.4167 | 2031-02-01 0.4167 0.75 0.4167"},
		{Window{Days, 3, 30, KernelTriangular}, "2031-01-31 0.3333 1 | 2031-03-02 | 2031-04-01 1"},
	} {
		slices, err := c.w.Slices(valued)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, s := range slices {
			line := string(s.First)
			for _, v := range s.List {
				line += fmt.Sprintf(" %.4g", v.Weight)
			}
			got = append(got, line)
		}
		if all := strings.Join(got, " | "); all != c.want {
			t.Errorf("%+v gives %s", c.w, all)
		}
	}
	for _, w := range []Window{{Days, 0, 1, KernelNone}, {Days, 1, 0, KernelNone}} {
		if _, err := w.Slices(valued); err == nil {
			t.Errorf("%+v is taken", w)
		}
	}
}

func BenchmarkTable(b *testing.B) {
	s := crowd(50_000, 2_500, 200)
	b.Run("select and count", func(b *testing.B) {
		for b.Loop() {
			Filter{}.Select(s.h).Table()
		}
	})
	b.Run("changes", func(b *testing.B) {
		t := Filter{}.Select(s.h).Table()
		for b.Loop() {
			t.Changes()
		}
	})
}
