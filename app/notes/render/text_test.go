package render_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/rivo/uniseg"
	"pgregory.net/rapid"

	"standpoint/app/notes"
	"standpoint/store/text"
)

// runsOn reports whether lines of layout are one line of words: they follow one another, with one space or nothing between them.
func runsOn(lines []string, words string) bool {
	rest, is := strings.CutPrefix(words, lines[0])
	if len(lines) == 1 {
		return is && rest == ""
	}
	return is && (runsOn(lines[1:], rest) || strings.HasPrefix(rest, " ") && runsOn(lines[1:], rest[1:]))
}

func TestWordsComeBackFromPlainTextAsTheyAre(t *testing.T) {
	alphabet := []rune("abcdefghijklmnopqrstuvwxyz          \n\t*_`#>-+=|~[]()<>!&;:\\\"'.10$@{}^/%“”«»é漢字、🇺🇦شא\u200f\u00a0")
	rapid.Check(t, func(rt *rapid.T) {
		words := rapid.OneOf(rapid.StringOfN(rapid.RuneFrom(alphabet), 150, 400, -1), awkwardWords()).Draw(rt, "words")
		indent := ""
		var block notes.Block = notes.Quote{Words: words}
		if rapid.Bool().Draw(rt, "in a list") {
			indent = "  "
			block = notes.List{Items: []notes.Item{{Text: plainText("item"), Blocks: []notes.Block{block}}}}
		}
		got := made(t, "text", notes.Document{Title: "t", Blocks: []notes.Block{block}})
		quoted := strings.Split(strings.TrimSuffix(got, "\n"), "\n")[3:]
		if indent != "" {
			quoted = quoted[2:]
		}
		for line := range strings.SplitSeq(words, "\n") {
			n := 0
			var layout []string
			for ; n < len(quoted); n++ {
				written := strings.TrimPrefix(strings.TrimPrefix(quoted[n], indent+">"), " ")
				layout = append(layout, written)
				if runsOn(layout, line) {
					break
				}
			}
			if n == len(quoted) {
				rt.Fatalf("%q is not in\n%s", line, got)
			}
			quoted = quoted[n+1:]
		}
		if len(quoted) > 0 {
			rt.Fatalf("%q are not of the words:\n%s", quoted, got)
		}
	})
}

// Lines are at most 72 columns long, signs of East Asia counted double.
func TestLinesOfPlainTextFitIntoMail(t *testing.T) {
	word := rapid.StringOfN(rapid.RuneFrom([]rune("abcdefgh漢字、é1“")), 1, 12, -1)
	rapid.Check(t, func(rt *rapid.T) {
		words := rapid.Map(rapid.SliceOfN(word, 20, 60), func(list []string) string { return strings.Join(list, " ") })
		run := func() notes.Text { return plainText(words.Draw(rt, "words")) }
		item := notes.Item{Text: run(), Blocks: []notes.Block{notes.Quote{Words: words.Draw(rt, "words"), Lead: run(), Number: 17}}}
		got := made(t, "text", notes.Document{Title: words.Draw(rt, "title"), Blocks: []notes.Block{
			notes.Heading{Level: 2, Text: run()},
			notes.Paragraph{Text: append(run(), notes.Run{Text: "note", Note: run()})},
			notes.List{Items: []notes.Item{item}},
			notes.Table{Head: []notes.Text{plainText("Who"), plainText("What")}, Rows: [][]notes.Text{{run(), plainText("x")}}},
			notes.Passage{Words: words.Draw(rt, "passage") + "a", Marks: []notes.Mark{
				{Spans: []text.Span{{End: 1}}, Number: 4, Lines: []notes.Text{run()}},
			}},
		}})
		for line := range strings.SplitSeq(got, "\n") {
			if columns := uniseg.StringWidth(line); columns > 72 {
				rt.Fatalf("a line has %d columns:\n%s", columns, line)
			}
		}
	})
}

func TestAWideTableIsWrittenInLines(t *testing.T) {
	head := []notes.Text{plainText("Who"), plainText("What"), plainText("Count")}
	table := notes.Table{Head: head, Numbers: []bool{false, false, true}, Rows: [][]notes.Text{
		{plainText("漢字"), plainText("two"), plainText("12")}, {plainText("b"), plainText(""), plainText("3")},
	}}
	document := func() notes.Document { return notes.Document{Title: "t", Blocks: []notes.Block{table}} }
	want := "t\n=\n\nWho   What  Count\n----  ----  -----\n漢字  two      12\nb               3\n"
	if got := made(t, "text", document()); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	long := strings.Repeat("long ", 14) + "word"
	table.Rows[1][1] = plainText(long)
	want = fmt.Sprintf("t\n=\n\nWho: 漢字\nWhat: two\nCount: 12\n\nWho: b\nWhat: %s\n  long word\nCount: 3\n",
		strings.TrimSuffix(long, " long word"))
	if got := made(t, "text", document()); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
