package textview

import (
	"strings"
	"testing"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"pgregory.net/rapid"

	"standpoint/store/text"
)

// manyScripts has words of several scripts, wrapped over many rows.
var manyScripts = strings.Repeat(article+" قال الوزير إن الميناء مفتوح. 政府说港口开放。 รัฐบาลกล่าวว่าท่าเรือเปิด ขอบคุณ "+
	"השר אמר Odalys בערב. Вона не з’явилася; can't-do, 3.5 per cent.\n\n", 12)

func TestADragTakesWholeWordsBeyondTheFirst(t *testing.T) {
	for name, c := range map[string]struct{ text, from, to, want string }{
		"letters within the first word":   {article, "legation", "tion would", "lega"},
		"words from the second on":        {article, "legation", "uld try", "delegation would"},
		"back to front":                   {article, "uld try", "legation", "delegation would"},
		"from the start of a word":        {article, "delegation", "uld try", "delegation would"},
		"to the end of a word":            {article, "legation", " try", "delegation would"},
		"between words nothing is added":  {article, "legation", "would", "delegation "},
		"begun at a comma":                {"harbour, she said", ", she", "aid", "she said"},
		"begun after a comma, backwards":  {"the harbour, she said", "she said", "our", "harbour"},
		"begun at a quotation mark":       {"said: “We will” keep", "“We", "ill”", "“We will"},
		"nothing but a comma":             {"harbour, she", ", she", " she", ","},
		"a word with an apostrophe":       {"She can't stay", "he can", "'t stay", "She can't"},
		"Arabic":                          {"قال الوزير إن الميناء", "وزير", "يناء", "الوزير إن الميناء"},
		"Chinese by its characters":       {"政府说港口开放", "府说", "口开", "府说港"},
		"Thai, whose words nobody spaces": {"รัฐบาลกล่าวว่า ท่าเรือเปิด", "บาล", "เรือ", "บาลกล่าวว่า ท่า"},
		"no part of a letter":             {"a👨\u200d👩\u200d👧b end", "👨", "nd", "👨\u200d👩\u200d👧b end"},
	} {
		v := showing(t, c.text)
		v.drag(v.point(v.span(c.from).Start), v.point(v.span(c.to).Start))
		if got := v.SelectedText(); got != c.want {
			t.Errorf("%s: selected %q, want %q", name, got, c.want)
		}
	}
}

func TestADragBackIntoTheFirstWordTakesLettersAgain(t *testing.T) {
	v := showing(t, article)
	v.press(v.point(v.span("legation").Start), 0)
	v.dragTo(v.point(v.span("uld try").Start))
	v.dragTo(v.point(v.span("gation would").Start))
	if got := v.SelectedText(); got != "le" {
		t.Errorf("selected %q", got)
	}
}

func TestADragWithControlTakesLetters(t *testing.T) {
	v := showing(t, article)
	v.press(v.point(v.span("legation").Start), 0)
	v.dragTo(v.point(v.span("uld try").Start))
	v.KeyDown(&fyne.KeyEvent{Name: desktop.KeyControlLeft})
	if got := v.SelectedText(); got != "legation wo" {
		t.Errorf("with the key down, selected %q", got)
	}
	v.KeyUp(&fyne.KeyEvent{Name: desktop.KeyControlLeft})
	if got := v.SelectedText(); got != "delegation would" {
		t.Errorf("with the key up again, selected %q", got)
	}
	if letterModifier("darwin") != fyne.KeyModifierAlt || letterModifier("windows") != fyne.KeyModifierControl {
		t.Error("it is not Option on a Mac and Control elsewhere")
	}
}

func TestAMarksEndIsDraggedByWholeWords(t *testing.T) {
	for name, c := range map[string]struct{ to, want string }{
		"letters within its last word": {"tion would", "the delega"},
		"words beyond it":              {"uld try", "the delegation would"},
	} {
		v, got := adjustable(t, "the delegation")
		v.press(v.point(v.span("delegation").End), 0)
		v.dragTo(v.point(v.span(c.to).Start))
		v.release(v.point(v.span(c.to).Start))
		if *got != c.want {
			t.Errorf("%s: became %q, want %q", name, *got, c.want)
		}
	}
}

// Whatever is dragged over: what the mouse passed is selected, no word is cut unless the drag stayed within it, and the
// caret is seen whole.
func TestDragsCutNoWordAndKeepTheCaretInView(t *testing.T) {
	v := showing(t, manyScripts)
	rapid.Check(t, func(t *rapid.T) {
		v.SetReadingPosition(rapid.IntRange(0, v.body.Len()-1).Draw(t, "first"))
		v.pointer.clicks = 0
		point := func(label string) fyne.Position {
			return fyne.NewPos(rapid.Float32Range(180, 680).Draw(t, label+" x"), rapid.Float32Range(0, 499).Draw(t, label+" y"))
		}
		down := point("down")
		v.press(down, 0)
		from := v.Caret()
		for range rapid.IntRange(1, 4).Draw(t, "moves") {
			at := point("move")
			to := v.placeAt(at).Pos
			v.dragTo(at)
			checkDrag(t, v, from, to)
		}
		v.release(down)
	})
}

func checkDrag(t *rapid.T, v *bench, from, to int) {
	s, passed := v.Selection(), text.Span{Start: min(from, to), End: max(from, to)}
	between := func(s text.Span) bool { return strings.Trim(v.body.Slice(s), " \n,;:،؛，、；：") == "" }
	left := text.Span{Start: passed.Start, End: max(passed.Start, min(s.Start, passed.End))}
	if to < from {
		left = text.Span{Start: min(passed.End, max(s.End, passed.Start)), End: passed.End}
	}
	if s.Union(passed) != s.Union(left) || !between(left) { // where it began it leaves out what is between words
		t.Fatalf("dragged over %v, selected %v", passed, s)
	}
	if v.body.Snap(s) != s {
		t.Fatalf("%v cuts a letter", s)
	}
	first := v.body.WordAt(passed.Start)
	if s != passed || passed.End > first.End {
		for _, pos := range []int{s.Start, s.End} {
			if word := v.body.WordAt(pos); word.Start < pos && pos < word.End && isSpelt(v.body.Slice(word)) {
				t.Fatalf("dragged over %q, selected %q: cuts %q", v.body.Slice(passed), v.SelectedText(), v.body.Slice(word))
			}
		}
	}
	y := v.column.Y(v.column.RowAt(v.selection.caret), v.anchor)
	if y < -0.5 || y+float64(v.measures.rowHeight) > float64(v.measures.size.Height)+0.5 {
		t.Fatalf("the caret is at height %v", y)
	}
}

// isSpelt says that it is a word with known bounds: of letters or numbers, and not Thai.
func isSpelt(word string) bool {
	return strings.ContainsFunc(word, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }) &&
		!strings.ContainsFunc(word, func(r rune) bool { return unicode.Is(unicode.Thai, r) })
}

func TestTheCaretIsSeenWholeWhateverKeyMovesIt(t *testing.T) {
	v := showing(t, manyScripts)
	v.FocusGained()
	keys := []fyne.KeyName{
		fyne.KeyUp, fyne.KeyDown, fyne.KeyLeft, fyne.KeyRight, fyne.KeyHome, fyne.KeyEnd, fyne.KeyPageUp, fyne.KeyPageDown,
	}
	rapid.Check(t, func(t *rapid.T) {
		v.Resize(fyne.NewSize(700, rapid.Float32Range(120, 500).Draw(t, "height")))
		v.Select(text.Span{})
		v.SetReadingPosition(0)
		for range rapid.IntRange(1, 20).Draw(t, "keys") {
			key := rapid.SampledFrom(keys).Draw(t, "key")
			v.key(key, rapid.SampledFrom([]fyne.KeyModifier{0, fyne.KeyModifierShift, fyne.KeyModifierShortcutDefault}).Draw(t, "with"))
			y := v.column.Y(v.column.RowAt(v.selection.caret), v.anchor)
			if y < -0.5 || y+float64(v.measures.rowHeight) > float64(v.measures.size.Height)+0.5 {
				t.Fatalf("after %s the caret is at height %v of %v", key, y, v.measures.size.Height)
			}
		}
	})
}
