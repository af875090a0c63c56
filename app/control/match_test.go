package control

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"
)

func TestFindOrdersByFitThenByLastUse(t *testing.T) {
	items := []Item{
		{Name: "Karel Dvořák", Recent: 1},
		{Name: "Dvora Lindt", Recent: 9},
		{Name: "Ostrava Daily", Recent: 5},
		{Name: "Anna Petrova", Aliases: []string{"Petrova", "Министр Петрова"}, Recent: 3},
		{Name: "Petra Nová", Recent: 2},
		{Name: "Şükrü İnan"},
		{Name: "Фёдор Орлов"},
	}
	for _, tt := range []struct {
		query string
		want  []string
	}{
		{"", []string{"Dvora Lindt", "Ostrava Daily", "Anna Petrova", "Petra Nová", "Karel Dvořák", "Şükrü İnan", "Фёдор Орлов"}},
		{"dvora", []string{"Dvora Lindt", "Karel Dvořák"}},
		{"DVOŘÁ", []string{"Dvora Lindt", "Karel Dvořák"}},
		{"dvo kar", []string{"Karel Dvořák"}},
		{"petr", []string{"Anna Petrova", "Petra Nová"}},
		{"петрова", []string{"Anna Petrova"}},
		{"sukru inan", []string{"Şükrü İnan"}},
		{"федор", []string{"Фёдор Орлов"}},
		{"krldv", []string{"Karel Dvořák"}},
		{"nobody", nil},
	} {
		var got []string
		for _, m := range find(tt.query, items, 20) {
			got = append(got, m.Item.Name)
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tt.query, diff)
		}
	}
}

// The better match comes first, whatever was used last.
func TestFindPutsTheBetterMatchBeforeTheRecentOne(t *testing.T) {
	items := []Item{
		{Name: "Russian state media", Recent: 9, Here: true},
		{Name: "Russia"},
		{Name: "Rus", Recent: 1},
		{Name: "Ivan Rusak", Recent: 8},
		{Name: "Belarus", Here: true},
		{Name: "Russian ministry", Here: true},
		{Name: "Russell", Recent: 2},
		{Name: "Radical union of sailors", Recent: 7, Here: true},
	}
	want := []string{
		"Rus", "Russell", "Russia", "Russian state media", "Russian ministry", "Belarus", "Ivan Rusak", "Radical union of sailors",
	}
	var got []string
	for _, m := range find("rus", items, 20) {
		got = append(got, m.Item.Name)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestFindMarksTheTypedLetters(t *testing.T) {
	for _, tt := range []struct {
		name, query, want string
		aliases           []string
		exact, loose      bool
	}{
		{name: "Karel Dvořák", query: "dvora", want: "Karel [Dvořá]k"},
		{name: "Karel Dvořák", query: "dvo ka", want: "[Ka]rel [Dvo]řák"},
		{name: "Karel Dvořák", query: "karel dvorak", want: "[Karel Dvořák]", exact: true},
		{name: "Straße AG", query: "strasse", want: "[Straße] AG"},
		{name: "Union of Ports", query: "upts", want: "[U]nion of [P]or[ts]", loose: true},
		{name: "Anna Petrova", aliases: []string{"Foreign Minister"}, query: "minis", want: "Foreign [Minis]ter"},
	} {
		found := find(tt.query, []Item{{Name: tt.name, Aliases: tt.aliases}}, 5)
		if len(found) != 1 {
			t.Errorf("%q finds %d items, want %q", tt.query, len(found), tt.name)
			continue
		}
		m := found[0]
		shown := tt.name
		if m.Alias != "" {
			shown = m.Alias
		}
		if got := bracket(shown, m.Marked); got != tt.want || m.Exact != tt.exact || m.Loose != tt.loose {
			t.Errorf("%q gives %s (exact %v, loose %v), want %s", tt.query, got, m.Exact, m.Loose, tt.want)
		}
	}
}

func TestFindFindsEveryNameByItsBeginning(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		names := rapid.SliceOfN(rapid.StringN(1, 12, -1), 1, 8).Draw(t, "names")
		items := make([]Item, len(names))
		for i, n := range names {
			items[i] = Item{Name: n}
		}
		runes := []rune(rapid.SampledFrom(names).Draw(t, "name"))
		query := string(runes[:rapid.IntRange(1, len(runes)).Draw(t, "length")])
		found := find(query, items, len(items))
		if len(found) == 0 {
			t.Fatalf("%q is the beginning of one of %q, and finds none", query, names)
		}
		for _, m := range found {
			for i, at := range m.Marked {
				if at < 0 || at >= len([]rune(m.Item.Name)) || i > 0 && at <= m.Marked[i-1] {
					t.Fatalf("%q marks %v in %q", query, m.Marked, m.Item.Name)
				}
			}
		}
	})
}

// find is what a field that was just made finds.
func find(query string, items []Item, limit int) []match {
	f := finder{names: map[string]foldedName{}}
	return f.find(query, items, limit)
}

// The best are the first of all, however few are asked for.
func TestFindGivesTheFirstOfAllThatFit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		items := make([]Item, rapid.IntRange(0, 40).Draw(t, "items"))
		for i := range items {
			items[i] = Item{
				Name: rapid.StringOfN(rapid.RuneFrom([]rune("ab ")), 1, 6, -1).Draw(t, "name"),
				Here: rapid.Bool().Draw(t, "here"), Recent: rapid.IntRange(0, 3).Draw(t, "recent"), Detail: fmt.Sprint(i),
			}
		}
		query := rapid.StringOfN(rapid.RuneFrom([]rune("ab ")), 0, 3, -1).Draw(t, "query")
		all := find(query, items, len(items))
		limit := rapid.IntRange(0, len(items)+1).Draw(t, "limit")
		got := find(query, items, limit)
		want := all[:min(limit, len(all))]
		if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("the best %d for %q (-first of all +got):\n%s", limit, query, diff)
		}
	})
}

// BenchmarkFindAtOneLetter looks through the names of a large project, as at each letter that is typed.
func BenchmarkFindAtOneLetter(b *testing.B) {
	items := make([]Item, 32_000)
	for i := range items {
		items[i] = Item{Name: fmt.Sprintf("Actor Number %d of Nordland", i), Aliases: []string{fmt.Sprintf("No. %d", i)}}
	}
	f := finder{names: map[string]foldedName{}}
	f.find("num", items, mostMatches)
	for _, query := range []string{"", "n", "num 77", "anr77"} {
		b.Run(fmt.Sprintf("%q of 32000", query), func(b *testing.B) {
			for b.Loop() {
				f.find(query, items, mostMatches)
			}
		})
	}
}

// bracket puts the marked runes of a text in brackets.
func bracket(s string, marked []int) string {
	in := map[int]bool{}
	for _, i := range marked {
		in[i] = true
	}
	var b strings.Builder
	runes := []rune(s)
	for i, r := range runes {
		if in[i] && !in[i-1] {
			b.WriteRune('[')
		}
		b.WriteRune(r)
		if in[i] && !in[i+1] {
			b.WriteRune(']')
		}
	}
	return b.String()
}
