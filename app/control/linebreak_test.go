package control

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// letters measures one pixel a letter.
func letters(_ int, s string) float32 { return float32(utf8.RuneCountInString(s)) }

func laidOut(runs []string, width float32, lines int) []string {
	var got []string
	broken, _ := breakLines(runs, width, lines, false, letters)
	for _, line := range broken {
		var b strings.Builder
		for _, s := range line {
			b.WriteString(s.text)
		}
		got = append(got, b.String())
	}
	return got
}

func TestBreakLines(t *testing.T) {
	for _, tt := range []struct {
		runs  []string
		width float32
		lines int
		want  []string
	}{
		{[]string{"one two three"}, 20, 1, []string{"one two three"}},
		{[]string{"one two three"}, 8, 2, []string{"one two", "three"}},
		{[]string{"one two three"}, 8, 1, []string{"one two…"}},
		{[]string{"one two three four"}, 8, 2, []string{"one two", "three f…"}},
		{[]string{"one\ntwo"}, 20, 2, []string{"one two"}},
		{[]string{"incomprehensible"}, 8, 2, []string{"incompre", "hensible"}},
		{[]string{"incomprehensibly"}, 8, 1, []string{"incompr…"}},
		{[]string{"Anna Nová", ", minister"}, 10, 2, []string{"Anna Nová,", "minister"}},
		{[]string{"Anna Nová", ", minister"}, 9, 3, []string{"Anna", "Nová,", "minister"}},
		{[]string{"abc", "incomprehensible"}, 8, 9, []string{"abc", "incompre", "hensible"}},
		{[]string{"和平谈判今天开始"}, 4, 2, []string{"和平谈判", "今天开始"}},
		{[]string{"", ""}, 9, 3, nil},
		{nil, 9, 3, nil},
	} {
		if diff := cmp.Diff(tt.want, laidOut(tt.runs, tt.width, tt.lines)); diff != "" {
			t.Errorf("%q in %v (-want +got):\n%s", tt.runs, tt.width, diff)
		}
	}
}

func TestBreakLinesFitsAndKeepsTheText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		runs := rapid.SliceOfN(rapid.StringOfN(rapid.RuneFrom([]rune("ab ,.-é和👍")), 0, 30, -1), 0, 4).Draw(t, "runs")
		width := float32(rapid.IntRange(2, 40).Draw(t, "width"))
		most := rapid.IntRange(1, 60).Draw(t, "lines")
		lines := laidOut(runs, width, most)
		if len(lines) > most {
			t.Fatalf("%d lines, at most %d", len(lines), most)
		}
		for _, line := range lines {
			if letters(0, line) > width {
				t.Fatalf("line %q is wider than %v", line, width)
			}
		}
		all := strings.Join(runs, "")
		shown := strings.Join(lines, "")
		if !strings.HasSuffix(shown, ellipsis) && squeeze(shown) != squeeze(all) {
			t.Fatalf("%q is shown as %q", all, shown)
		}
		if head := strings.TrimSuffix(shown, ellipsis); !strings.HasPrefix(squeeze(all), squeeze(head)) {
			t.Fatalf("%q is cut to %q", all, shown)
		}
	})
}

func squeeze(s string) string { return strings.ReplaceAll(s, " ", "") }
