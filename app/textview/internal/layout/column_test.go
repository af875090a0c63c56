package layout

import (
	"math"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"standpoint/store/text"
)

// ruled measures letters by a simple rule, so that tests need no font.
func ruled(s string, _ bool) float32 {
	width := float32(0)
	for _, r := range s {
		switch {
		case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		case r >= 0x1100:
			width += 16
		case r == 'i' || r == 'l' || r == '.' || r == ',':
			width += 4
		default:
			width += 8
		}
	}
	return width
}

var plain = Geometry{Width: 240, RowHeight: 26, Gap: 14}

func mustBody(t interface{ Fatal(...any) }, s string) *text.Body {
	b, err := text.NewBody(s)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func newColumn(t interface{ Fatal(...any) }, s string, g Geometry) *Column {
	return New(mustBody(t, s), NewWidths(ruled, Glyphs{}), g)
}

// words of many scripts, from which the tests make texts.
var words = []string{
	"talks", "a", "delegation", "well-known", "Odalys’s", "“decorative,”", "1,250.50", "$30", "(nearly)",
	"Карса", "перемовини", "İstanbul", "ağır", "naïve", "cafe\u0301", "«", "»", "!", "«\u00a0oui\u202f»", "g\u0308\u0323",
	"سلام", "المفاوضات", "١٢٣", "(نعم)", "שלום", "ב-16", "“שלום”",
	"会談", "停火，", "カルサ", "สวัสดี", "हिन्दी", "한국어",
	"👨\u200d👩\u200d👧", "🇺🇦🇹🇷", "👍🏽", "☎\ufe0f", "https://wire.example/a/very/long/path?with=parameters&and=more",
	"Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen",
}

func anyText() *rapid.Generator[string] {
	word := rapid.SampledFrom(words)
	gap := rapid.SampledFrom([]string{" ", " ", " ", " ", "  ", "\t", "\u00a0", "\n", "\n\n", "\n\n\n", " \n", "\u2028", " \u0301", ""})
	return rapid.Custom(func(t *rapid.T) string {
		var s strings.Builder
		for range rapid.IntRange(0, 60).Draw(t, "words") {
			s.WriteString(word.Draw(t, "word"))
			s.WriteString(gap.Draw(t, "gap"))
		}
		return s.String()
	})
}

func anyGeometry() *rapid.Generator[Geometry] {
	return rapid.Custom(func(t *rapid.T) Geometry {
		return Geometry{Width: float32(rapid.IntRange(20, 700).Draw(t, "width")), RowHeight: 26, Gap: 14}
	})
}

func allRows(col *Column) []*Row {
	var rows []*Row
	for i := range col.Blocks() {
		for r := range col.BlockRows(i) {
			rows = append(rows, col.Row(i, r))
		}
	}
	return rows
}

func TestRowsMakeUpTheBody(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anyText().Draw(t, "text")
		col := newColumn(t, s, anyGeometry().Draw(t, "geometry"))
		checkRows(t, col, s)
	})
}

func checkRows(t interface{ Fatalf(string, ...any) }, col *Column, s string) {
	var joined strings.Builder
	rows := allRows(col)
	for i, row := range rows {
		if row.Text != col.Body().Slice(row.Span) {
			t.Fatalf("row %d has %q, its span %v holds %q", i, row.Text, row.Span, col.Body().Slice(row.Span))
		}
		joined.WriteString(row.Text)
		if row.Last && i < len(rows)-1 {
			joined.WriteByte('\n')
		}
	}
	if joined.String() != s {
		t.Fatalf("rows make up %q, body is %q", joined.String(), s)
	}
}

func TestRowsCutNoGraphemeCluster(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		col := newColumn(t, anyText().Draw(t, "text"), anyGeometry().Draw(t, "geometry"))
		for _, row := range allRows(col) {
			if snapped := col.Body().Snap(row.Span); !row.Span.Empty() && snapped != row.Span {
				t.Fatalf("row %v %q cuts a cluster: %v", row.Span, row.Text, snapped)
			}
		}
	})
}

func TestRowsFitTheColumn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		col := newColumn(t, anyText().Draw(t, "text"), anyGeometry().Draw(t, "geometry"))
		for _, row := range allRows(col) {
			seen := strings.TrimFunc(row.Text, isSpace)
			if row.Width > col.Geometry().Width && len([]rune(seen)) > 1 && col.Body().NextGrapheme(row.Span.Start) < row.SeenEnd() && !row.Last {
				t.Fatalf("row %q is %v wide, the column %v", row.Text, row.Width, col.Geometry().Width)
			}
		}
	})
}

func TestEveryVisiblePositionIsFoundAtItsPoint(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		col := newColumn(t, anyText().Draw(t, "text"), anyGeometry().Draw(t, "geometry"))
		checkPoints(t, col)
	})
}

func checkPoints(t interface{ Fatalf(string, ...any) }, col *Column) {
	for _, row := range allRows(col) {
		y := col.Top(row.Block) + col.RowTop(row.Index) + 1
		for pos := row.Span.Start; pos < row.SeenEnd(); pos = col.Body().NextGrapheme(pos) {
			boxes := row.Boxes(text.Span{Start: pos, End: col.Body().NextGrapheme(pos)})
			if len(boxes) != 1 || boxes[0].Width == 0 {
				continue // it has no width
			}
			middle := boxes[0].X + boxes[0].Width/2
			if under, ok := row.Under(middle); !ok || under != pos {
				t.Fatalf("character %d of row %q %v is drawn at %v, where %d is found", pos, row.Text, row.Span, middle, under)
			}
			at := col.At(row.X(pos), y)
			if x, _ := col.Point(at); col.RowAt(at) != row || math.Abs(float64(x-row.X(pos))) > 0.01 {
				t.Fatalf("position %d of row %q %v at %v is found as %v at %v", pos, row.Text, row.Span, row.X(pos), at, x)
			}
		}
	}
}

func TestBlocksKeepTheirPlaceWhateverIsWrappedFirst(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anyText().Draw(t, "text")
		col, q := newColumn(t, s, plain), newColumn(t, s, plain)
		for _, i := range rapid.Permutation(indexes(col.Blocks())).Draw(t, "order") {
			col.wrapBlock(i)
		}
		q.WrapSome(func() bool { return false })
		top := float64(0)
		for i := range col.Blocks() {
			if col.Top(i) != top || q.Top(i) != top {
				t.Fatalf("block %d is at %v and %v, should be at %v", i, col.Top(i), q.Top(i), top)
			}
			top += col.BlockHeight(i)
		}
	})
}

func indexes(n int) []int {
	all := make([]int, n)
	for i := range all {
		all[i] = i
	}
	return all
}

func TestLongLineIsLaidOutInBlocksAtSpaces(t *testing.T) {
	s := strings.Repeat("several words in one line ", 2000)
	col := newColumn(t, s, plain)
	if col.Blocks() < 5 {
		t.Fatalf("%d blocks for a line of %d code points", col.Blocks(), len(s))
	}
	for i := range col.Blocks() - 1 {
		if end := col.BlockSpan(i).End; s[end-1] != ' ' {
			t.Errorf("block %d ends with %q", i, s[end-8:end])
		}
	}
	checkRows(t, col, s)
}

func TestLineWithoutSpacesIsCutQuickly(t *testing.T) {
	for name, s := range map[string]string{
		"han":   strings.Repeat("会談於週五在卡爾薩舉行", 20_000),
		"latin": strings.Repeat("abcdefghij", 20_000),
		"flags": strings.Repeat("🇺🇦🇹🇷", 6_000),
	} {
		col := newColumn(t, s, plain)
		col.WrapSome(func() bool { return false })
		for i := range col.Blocks() {
			if span := col.BlockSpan(i); span.Len() > longestBlock {
				t.Errorf("%s: block %d holds %d code points", name, i, span.Len())
			}
		}
		if last := col.BlockSpan(col.Blocks() - 1).End; last != col.Body().Len() {
			t.Errorf("%s: blocks end at %d of %d", name, last, col.Body().Len())
		}
	}
}

func TestWrapSomeStopsWhenItIsEnough(t *testing.T) {
	col := newColumn(t, strings.Repeat("one line\n", 100), plain)
	asked := 0
	done := col.WrapSome(func() bool { asked++; return asked > 10 })
	if done || col.next != 10 {
		t.Errorf("wrapped %d blocks, done %v", col.next, done)
	}
	if !col.WrapSome(func() bool { return false }) {
		t.Error("not done at the end")
	}
}

func FuzzLayout(f *testing.F) {
	f.Add("Talks begin in Karsa.\n\nסוף ‏(abc) 12\tx", uint16(120))
	f.Add("👨\u200d👩\u200d👧 e\u0301\u2028x", uint16(1))
	f.Fuzz(func(t *testing.T, s string, width uint16) {
		if text.Validate([]byte(s)) != nil || len(s) > 4000 {
			t.Skip()
		}
		col := newColumn(t, s, Geometry{Width: float32(width%900 + 1), RowHeight: 26, Gap: 14})
		checkRows(t, col, s)
		for _, row := range allRows(col) {
			if !row.Span.Empty() && col.Body().Snap(row.Span) != row.Span {
				t.Fatalf("row %v cuts a cluster", row.Span)
			}
			for x := float32(-10); x < col.Geometry().Width+10; x += 17 {
				if pos := row.At(x); pos < row.Span.Start || pos > row.Span.End {
					t.Fatalf("at %v of row %v: %d", x, row.Span, pos)
				}
			}
			row.Runs()
			row.Boxes(row.Span)
		}
	})
}

func TestARowEndsOnlyWhereItMust(t *testing.T) {
	for _, line := range []string{"left 👋🏽.", "👋🏽👋🏽", "a👍🏿b, 👍🏿"} {
		if rows := wrap(line, NewWidths(ruled, Glyphs{}), 10_000); len(rows) != 1 {
			t.Errorf("%q is %d rows in a wide column", line, len(rows))
		}
	}
	if rows := wrap("one\u2028two", NewWidths(ruled, Glyphs{}), 10_000); len(rows) != 2 {
		t.Errorf("a line separator makes %d rows", len(rows))
	}
}

func TestALetterThatNoFontHasIsASign(t *testing.T) {
	widths := NewWidths(ruled, Glyphs{
		Covers: func(r rune) bool { return r < 0x300 || r == absentSign },
		Absent: func(r rune) bool { return unicode.In(r, unicode.Devanagari, unicode.Han) },
	})
	for word, want := range map[string]string{
		"हिन्दी": "□□□", "停火a": "□□a", "e\u0301": "e\u0301", "plain": "plain", "a\u200bम": "a□",
	} {
		if got := widths.drawn(word); got != want {
			t.Errorf("%q is drawn as %q, want %q", word, got, want)
		}
		if got, want := widths.Of(word), ruled(want, false); got != want {
			t.Errorf("%q is %v wide, want %v", word, got, want)
		}
	}
	if widths.needsStandIn("停火") || !widths.needsStandIn("Καρσα") {
		t.Error("the sign is in the text's font, Greek is not")
	}
}
