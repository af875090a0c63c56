package layout

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestSignsOfFrenchStayWithTheirWords(t *testing.T) {
	for _, c := range []struct {
		name, line string
		want       []string // the rows of a column that has room for nine letters
	}{
		{"closing", "il dit devoir »", []string{"il dit ", "devoir »"}},
		{"closing and full stop", "il dit voir ».", []string{"il dit ", "voir »."}},
		{"closing and more", "il dit devoir » encore", []string{"il dit ", "devoir » ", "encore"}},
		{"opening", "il ecrit « devoir", []string{"il ecrit ", "« devoir"}},
		{"opening in brackets", "il ecri (« devoir", []string{"il ecri ", "(« devoir"}},
		{"colon", "le devoir :", []string{"le ", "devoir :"}},
		{"colon and opening", "un mot : « oui", []string{"un mot : ", "« oui"}},
		{"semicolon", "le devoir ; et", []string{"le ", "devoir ; ", "et"}},
		{"exclamation", "le devoir !", []string{"le ", "devoir !"}},
		{"question in quotes", "le soir ? »", []string{"le ", "soir ? »"}},
		{"german opening", "er sagte »Hallo«", []string{"er sagte ", "»Hallo«"}},
		{"german closing", "»Hanno ja« sagte er", []string{"»Hanno ", "ja« sagte ", "er"}},
		{"curly", "he said “ no ” again", []string{"he said ", "“ no ” ", "again"}},
		{"too wide", "« devoirss »", []string{"« ", "devoirss ", "»"}},
		{"much too wide", "devoirsss »", []string{"devoirsss ", "»"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			col := newColumn(t, c.line, Geometry{Width: 72, RowHeight: 26, Gap: 14})
			var got []string
			for _, row := range allRows(col) {
				got = append(got, row.Text)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestNoRowBeginsOrEndsWithASignOfItsNeighbour(t *testing.T) {
	phrase := rapid.SampledFrom([]string{"mot", "« oui »", "devoir !", "soir ? »", "« « non » »", "dit :", "12 ;", "— « six »", "»Hallo«"})
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOf(phrase).Draw(t, "phrases"), " ")
		col := newColumn(t, s, Geometry{Width: float32(rapid.IntRange(120, 300).Draw(t, "width")), RowHeight: 26, Gap: 14})
		checkRows(t, col, s)
		for _, row := range allRows(col) {
			seen := strings.TrimSpace(row.Text)
			first, _ := utf8.DecodeRuneInString(seen)
			if isSpacedSign(first) && endsPhrase(seen) || strings.HasSuffix(seen, " «") || seen == "«" {
				t.Fatalf("%q has the row %q", s, row.Text)
			}
		}
	})
}
