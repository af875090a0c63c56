package control

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"pgregory.net/rapid"

	"standpoint/app/direction"
	"standpoint/app/look"
)

// seen are the lines of a text from left to right, with a bar between what is drawn apart.
func seen(r *RichLine) []string {
	texts := make([]*canvas.Text, len(r.texts))
	for i, o := range r.texts {
		texts[i] = o.(*canvas.Text)
	}
	slices.SortStableFunc(texts, func(a, b *canvas.Text) int {
		if line := (a.Position().Y - b.Position().Y) / b.Size().Height; line > 0.5 || line < -0.5 {
			return int(2 * line)
		}
		return int(a.Position().X - b.Position().X)
	})
	var lines []string
	for i, t := range texts {
		words := strings.Trim(t.Text, "\u200f\u2060")
		if i > 0 && t.Position().X > texts[i-1].Position().X {
			lines[len(lines)-1] += "|" + words
			continue
		}
		lines = append(lines, words)
	}
	return lines
}

func shownIn(t *testing.T, width float32, lines int, runs ...Run) *RichLine {
	t.Helper()
	r := NewRichLine(lines, runs...)
	inWindow(t, container.NewWithoutLayout(r), 900, 300)
	r.Resize(fyne.NewSize(width, 200))
	return r
}

func TestWordsFromRightToLeftStandInTheOrderInWhichTheyAreRead(t *testing.T) {
	for _, c := range []struct {
		name string
		runs []Run
		want string
	}{
		{"latin", []Run{{Text: "Report: 3 of them"}}, "Report: 3 of them"},
		{"hebrew behind a latin word", []Run{{Text: "Report: שלום 3 עולם"}}, "Report:|עולם|3|שלום"},
		{"hebrew with a full stop", []Run{{Text: "אחת שתיים."}}, ".|שתיים|אחת"},
		{"hebrew around a latin name", []Run{{Text: "הוא אמר New York שלום"}}, "שלום|New York|אמר|הוא"},
		{"arabic with digits", []Run{{Text: "قال الوزير 12.5% اليوم"}}, "اليوم|%|12.5|الوزير|قال"},
		{"arabic with its own digits", []Run{{Text: "سنة ١٩٩٩ (مجلس)"}}, "(|مجلس|)|١٩٩٩|سنة"},
		{"a latin source behind arabic", []Run{{Text: "سلام في المدينة", Bold: true}, Caption("  Harbour Post")}, "Harbour Post|المدينة|في|سلام"},
		{"a date behind an arabic source", []Run{Caption("وكالة الخليج · 16 May 2025")}, "16 May 2025|·|الخليج|وكالة"},
		{"an arabic source behind a date", []Run{Caption("16 May 2025 · وكالة الخليج")}, "16 May 2025|·|الخليج|وكالة"},
		{"an arabic source behind figures", []Run{Caption("2025-05-16 · وكالة الخليج · 3")}, "2025-05-16|·|الخليج|وكالة|·|3"},
		{"a hit in hebrew", []Run{{Text: "אמר "}, {Text: "השר", Bold: true}, {Text: " היום"}}, "היום|השר|אמר"},
		{"a number beside a hit", []Run{{Text: "ביום "}, {Text: "16", Bold: true}, {Text: " במאי"}}, "במאי|16|ביום"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := shownIn(t, 800, 1, c.runs...)
			if got := seen(r); len(got) != 1 || got[0] != c.want {
				t.Errorf("seen from left to right is %q, should be %q", got, c.want)
			}
			var all strings.Builder
			for _, run := range c.runs {
				all.WriteString(run.Text)
			}
			if r.Text() != all.String() {
				t.Errorf("it says %q", r.Text())
			}
		})
	}
}

func TestALineFromRightToLeftThatIsCutEndsAtItsLeft(t *testing.T) {
	r := shownIn(t, 120, 1, Run{Text: "אחת שתיים שלוש ארבע חמש שש שבע שמונה"})
	got := seen(r)
	if len(got) != 1 || !strings.HasPrefix(got[0], ellipsis+"|") || !strings.HasSuffix(got[0], "|שתיים|אחת") {
		t.Errorf("seen from left to right is %q", got)
	}
	r = shownIn(t, 120, 1, Run{Text: "News: אחת שתיים שלוש ארבע חמש שש שבע"})
	if got := seen(r); !strings.HasPrefix(got[0], "News:|") || !strings.HasSuffix(got[0], "|אחת|"+ellipsis) {
		t.Errorf("seen from left to right is %q", got)
	}
}

func TestElidingCutsTheEndOfWhatIsReadFromRightToLeft(t *testing.T) {
	inWindow(t, newText(""), 100, 40)
	words := "אחת שתיים שלוש ארבע חמש"
	got := Elide(words, 80, 14, fyne.TextStyle{})
	if head, isCut := strings.CutSuffix(got, ellipsis); !isCut || !strings.HasPrefix(words, head) || head == "" {
		t.Errorf("cut to %q", got)
	}
}

func TestLinesFromRightToLeftBeginAtTheRight(t *testing.T) {
	r := shownIn(t, 140, 3, Run{Text: "אחת שתיים שלוש ארבע חמש שש שבע"})
	lines := seen(r)
	if len(lines) < 2 || !strings.HasSuffix(lines[0], "|אחת") {
		t.Fatalf("seen are %q", lines)
	}
	ends := map[float32]float32{}
	for _, o := range r.texts {
		y := o.Position().Y
		ends[y] = max(ends[y], o.Position().X+o.Size().Width)
	}
	for _, end := range ends {
		if end < 139 || end > 141 {
			t.Errorf("a line ends at %v of 140 pixels", end)
		}
	}
	r = shownIn(t, 400, 3, Run{Text: "אחת שתיים"})
	if x := r.texts[0].Position().X; len(r.texts) != 2 || min(x, r.texts[1].Position().X) != 0 {
		t.Errorf("one line alone begins at %v", x)
	}
}

func TestLettersOfAHitWithinAWordAreJoinedToTheRest(t *testing.T) {
	line, _ := breakLines([]string{"ال", "سلام", " كتاب"}, 100, 1, false, letters)
	const mark, joiner = "\u200f", "\u200d"
	want := []string{mark + "كتاب" + mark, mark + joiner + "سلام" + mark, mark + "ال" + joiner + mark}
	var got []string
	for _, s := range line[0] {
		got = append(got, s.text)
	}
	if !slices.Equal(got, want) {
		t.Errorf("drawn are %q, should be %q", got, want)
	}
}

func TestTurnedLinesFitDoNotOverlapAndLeaveNothingOut(t *testing.T) {
	inWindow(t, newText(""), 100, 40)
	words := []string{"abc", "שלום", "سلام", "12", "١٢", ".", ",", "(", ")", " ", " ", " · ", "  ", "%", "e\u0301", "–"}
	rapid.Check(t, func(t *rapid.T) {
		runs := make([]Run, rapid.IntRange(1, 3).Draw(t, "runs"))
		for i := range runs {
			runs[i] = Run{Text: strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 0, 9).Draw(t, "words"), ""), Bold: i%2 == 1}
		}
		r := NewRichLine(40, runs...)
		width := float32(rapid.IntRange(60, 400).Draw(t, "width"))
		lines, _ := r.lines(width)
		drawn := map[rune]int{}
		for _, line := range lines {
			end := float32(0)
			for _, s := range line {
				if s.x < end-0.1 || s.x+s.width > width+1 {
					t.Fatalf("%q is drawn from %v to %v, after %v, of %v", s.text, s.x, s.x+s.width, end, width)
				}
				end = s.x + s.width
				for _, sign := range s.text {
					drawn[sign]++
				}
			}
		}
		for _, sign := range strings.ReplaceAll(r.Text(), " ", "") {
			if sign == '(' || sign == ')' { // each may be drawn as the other
				continue
			}
			if drawn[sign]--; drawn[sign] < 0 {
				t.Fatalf("%q is left out of %q", sign, r.Text())
			}
		}
	})
}

// Whether any sign reads from right to left is all that is asked of other lines.
func TestOfLinesFromLeftToRightNoOrderIsAsked(t *testing.T) {
	line := strings.Repeat("Leaders speak — гавань 和平 ", 20)
	if n := testing.AllocsPerRun(10, func() { direction.HasRightToLeft(line) }); n != 0 {
		t.Errorf("to ask for the direction takes %v allocations", n)
	}
	runs := []string{line}
	measured := 0
	count := func(run int, s string) float32 { measured++; return letters(run, s) }
	breakLines(runs, 1e6, 1, false, count)
	if want := 2*len(pieces(runs)) + 3; measured != want { // with spaces and without, and the line as it is drawn
		t.Errorf("measured %d times, should be %d", measured, want)
	}
	straight := testing.AllocsPerRun(10, func() { join(pieces(runs), letters) })
	if n := testing.AllocsPerRun(10, func() { breakLines(runs, 1e6, 1, false, letters) }); n > straight+1 {
		t.Errorf("%v allocations, %v of them to cut and join", n, straight)
	}
}

func first(lines [][]segment, _ bool) []segment { return lines[0] }

// A day behind a name that reads from the right is not drawn into the name.
func TestRunsThatReadEachOnTheirOwnKeepTheOrderOfTheSentence(t *testing.T) {
	for _, c := range []struct {
		runs []Run
		want string
	}{
		{
			[]Run{{Text: "“שלום עולם”"}, {Text: ", "}, {Text: "עיתון", Italic: true}, {Text: ", 6 March — unread"}},
			"“|עולם|שלום|”|,|עיתון|, 6 March — unread",
		},
		{[]Run{{Text: "חיפה", Bold: true}, {Text: " (chair) · 3"}}, "חיפה|(chair) · 3"},
		{[]Run{{Text: "for: "}, {Text: "חיפה "}, {Text: "[6]", Lined: true}, {Text: " אחת", Bold: true}}, "for:|חיפה|[6]|אחת"},
		{[]Run{{Text: "Anna"}, {Text: " · "}, {Text: "the board · חיפה"}, {Text: " 12"}}, "Anna|·|the board|·|חיפה|12"},
	} {
		r := NewParagraph(c.runs...)
		r.SetEachRun(true)
		inWindow(t, container.NewWithoutLayout(r), 900, 300)
		r.Resize(fyne.NewSize(800, 200))
		if got := seen(r); len(got) != 1 || got[0] != c.want {
			t.Errorf("seen from left to right is %q, should be %q", got, c.want)
		}
		end := float32(0)
		for _, part := range first(r.lines(800)) {
			if gap := part.x - end; gap < -0.1 || gap > look.TextSize/2 { // one space at most
				t.Errorf("%q of %q begins %v behind what stands before it", part.text, c.want, gap)
			}
			end = part.x + part.width
		}
		least := float32(900)
		for _, o := range r.texts {
			least = min(least, o.Position().X)
		}
		if least > 1 {
			t.Errorf("%q begins at %v", c.want, least)
		}
	}
}
