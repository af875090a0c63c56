package text

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// letters have what trips programs up: clusters of several code points, code
// points of several bytes and UTF-16 units, scripts of both directions.
var letters = []string{"a", "b", "the ", "said ", ".", "\n", "\n\n", "é", "e\u0301", "👨\u200d👩\u200d👧", "🇺🇦", "不", "要", "שלום ", "لا "}

// model is a text of pieces that know where they came from: what a body and its
// edits are meant to be.
type model struct {
	text   []rune
	origin []int // the place of each code point in the text before; -1 for a new one
}

func (m *model) replace(from, to int, with []rune) {
	fresh := make([]int, len(with))
	for i := range fresh {
		fresh[i] = -1
	}
	m.text = slices.Concat(m.text[:from], with, m.text[to:])
	m.origin = slices.Concat(m.origin[:from], fresh, m.origin[to:])
}

func somePieces(t *rapid.T, most int, label string) []rune {
	return []rune(strings.Join(rapid.SliceOfN(rapid.SampledFrom(letters), 1, most).Draw(t, label), ""))
}

// What an edit carries has its words there, whatever was edited.
func TestMovedAnchorsHoldTheirWords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		before := somePieces(t, 120, "text")
		m := newModel(before)
		for range rapid.IntRange(1, 5).Draw(t, "edits") {
			from := rapid.IntRange(0, len(m.text)).Draw(t, "from")
			to := rapid.IntRange(from, min(len(m.text), from+20)).Draw(t, "to")
			m.replace(from, to, somePieces(t, 6, "with"))
		}
		was, is := mustBodyOf(t, string(before)), mustBodyOf(t, string(m.text))
		edit := NewEdit(was, is)
		for range 10 {
			start := rapid.IntRange(0, len(before)-1).Draw(t, "start")
			anchor, err := NewAnchor(was, Span{start, rapid.IntRange(start+1, len(before)).Draw(t, "end")})
			if err != nil {
				t.Fatal(err)
			}
			moved, ok := edit.Move(anchor)
			if !ok {
				if moved.Body != was.Hash() || moved.Exact() != anchor.Exact() {
					t.Fatalf("was not moved, and became %v", moved)
				}
				continue
			}
			if err := moved.Verify(is); err != nil || moved.Exact() != anchor.Exact() {
				t.Fatalf("%q became %q: %v", anchor.Exact(), moved.Exact(), err)
			}
		}
	})
}

func newModel(s []rune) *model {
	m := &model{text: s, origin: make([]int, len(s))}
	for i := range m.origin {
		m.origin[i] = i
	}
	return m
}

// Words outside of one stretch that is replaced are carried, to where they went.
func TestWordsBesideAnEditAreCarried(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.IntRange(3, 400).Draw(t, "words")
		var before []rune
		var spans []Span
		for i := range words {
			word := []rune("w" + string(rune('a'+i%26)) + string(rune('a'+i/26)) + "שé👩")
			spans = append(spans, Span{len(before), len(before) + len(word)})
			before = append(append(before, word...), []rune{' ', '\n'}[i%2])
		}
		m := newModel(before)
		from := rapid.IntRange(0, len(before)).Draw(t, "from")
		to := rapid.IntRange(from, min(len(before), from+30)).Draw(t, "to")
		m.replace(from, to, somePieces(t, 8, "with"))
		was, is := mustBodyOf(t, string(before)), mustBodyOf(t, string(m.text))
		edit := NewEdit(was, is)
		for _, s := range spans {
			anchor, err := NewAnchor(was, s)
			if err != nil {
				t.Fatal(err)
			}
			touched := s.Start <= to && from <= s.End // or the edit joins a cluster to it
			moved, ok := edit.Move(anchor)
			if ok || touched {
				continue
			}
			t.Fatalf("%q at %v was not carried by an edit of %d to %d: %v", anchor.Exact(), s, from, to, moved)
		}
		for _, s := range spans {
			if at := slices.Index(m.origin, s.Start); at >= 0 && (s.End < from || s.Start > to) && edit.Position(s.Start) != at {
				t.Fatalf("%d is now at %d, the edit says %d", s.Start, at, edit.Position(s.Start))
			}
		}
	})
}

func TestEditsOfOneSentence(t *testing.T) {
	const before = "Odalys said the canal was closd. Brennick left."
	for _, c := range []struct {
		name, after, words string
		carried            bool
	}{
		{"a typo before the words", "Odalys seid the canal was closd. Brennick left.", "the canal", true},
		{"a typo within the words", "Odalys said the canal was closed. Brennick left.", "the canal was closd", false},
		{"words taken away", "Odalys said. Brennick left.", "the canal", false},
		{"a paragraph in front", "A new one.\n\n" + before, "Brennick", true},
		{"a letter joined to the end of a word", "Odalys said the canals was closd. Brennick left.", "the canal", false},
		{"letters joined to the start of a word", "Odalys said the canal was closd. Halbrennick left.", "Brennick", false},
		{"letters joined at both ends", "Odalys said the canal was closd. Halbrennicks left.", "Brennick", false},
		{"an ending after an apostrophe", "Odalys's aide said the canal was closd. Brennick left.", "Odalys", true},
		{"a sign beside the word", "Odalys said the (canal) was closd. Brennick left.", "canal", true},
		{"a part of a word that stays one", "Odalys said the canals was closd. Brennick left.", "can", true},
		{"a word that is cut", "Oda lys said the canal was closd. Brennick left.", "Oda", true},
		{"an accent joined to a letter", "Odalys said the canal\u0301 was closd. Brennick left.", "the canal", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			was, is := mustBody(t, before), mustBody(t, c.after)
			start := strings.Index(before, c.words)
			anchor, err := NewAnchor(was, Span{start, start + len(c.words)})
			if err != nil {
				t.Fatal(err)
			}
			moved, ok := NewEdit(was, is).Move(anchor)
			if ok != c.carried {
				t.Errorf("carried %v, want %v: %v", ok, c.carried, moved)
			}
		})
	}
}

func TestAParagraphThatWasMovedTakesItsWordsAlong(t *testing.T) {
	const first, second = "Odalys, who speaks for the river towns, said no to the toll again.",
		"Brennick, of the pilots, welcomed the new locks and left early."
	was, is := mustBody(t, first+"\n\n"+second), mustBody(t, second+"\n\n"+first)
	for _, words := range []string{"the river towns", "the pilots"} {
		start := strings.Index(was.String(), words)
		anchor, err := NewAnchor(was, Span{start, start + len(words)})
		if err != nil {
			t.Fatal(err)
		}
		moved, ok := NewEdit(was, is).Move(anchor)
		if want := strings.Index(is.String(), words); !ok || moved.Quotes[0].Start != want {
			t.Errorf("%q was carried %v, to %v; it is at %d", words, ok, moved.Spans(), want)
		}
	}
}

// An editor's work on an article whose words come again and again: typos, and
// sentences that are added, taken away and written anew.
//
// What was removed beside a typo may go to the same words next to it: no comparison
// of two texts can rule that out, so one span in twenty thousand may.
func TestSpansFollowAnEditorsWork(t *testing.T) {
	carried, astray, lost := 0, 0, 0
	for seed := range uint64(2000) {
		w := &editor{chance: rand.New(rand.NewPCG(seed, 0))}
		var before []rune
		for i := range 4 + w.chance.IntN(36) {
			before = append(append(before, w.sentence()...), []rune("  \n")[i%3])
		}
		m := newModel(before)
		for range 1 + w.chance.IntN(4) {
			w.edit(t, m)
		}
		was, is := mustBody(t, string(before)), mustBody(t, string(m.text))
		edit := NewEdit(was, is)
		for _, s := range wordSpans(was) {
			anchor, err := NewAnchor(was, s)
			if err != nil {
				t.Fatal(err)
			}
			at := slices.Index(m.origin, s.Start)
			moved, ok := edit.Move(anchor)
			if !ok {
				if at >= 0 {
					lost++
				}
				continue
			}
			carried++
			got := moved.Quotes[0]
			from := m.origin[got.Start]
			anew := at < 0 && from < 0 // the sentence was written anew with the same words
			if from != s.Start && !anew && !sameSurroundings(was, is, s, got.Span) {
				astray++
				t.Logf("seed %d: %q at %d was carried to %d, the model says %d", seed, got.Exact, s.Start, got.Start, at)
			}
		}
	}
	if astray*20_000 > carried || lost*50 > carried {
		t.Errorf("of %d spans that were carried, %d went astray; %d that are still there were not carried", carried, astray, lost)
	}
}

var someWords = strings.Fields("the canal toll Odalys Brennick said that towns pay no river council would not accept new locks pilots " +
	"want a lower of and in to")

// editor writes and edits sentences of the same few words.
type editor struct{ chance *rand.Rand }

func (w *editor) sentence() []rune {
	var words []string
	for _, i := range w.chance.Perm(len(someWords))[:5+w.chance.IntN(10)] {
		words = append(words, someWords[i])
	}
	return []rune(strings.Join(words, " ") + ".")
}

// edit does to one sentence what an editor does.
func (w *editor) edit(t *testing.T, m *model) {
	s := mustBody(t, string(m.text)).SentenceAt(w.chance.IntN(len(m.text) + 1))
	switch w.chance.IntN(4) {
	case 0:
		at := s.Start + w.chance.IntN(s.Len()+1)
		m.replace(at, min(at+1, s.End), []rune("x"))
	case 1:
		m.replace(s.Start, s.Start, append(w.sentence(), ' '))
	case 2:
		m.replace(s.Start, s.End, nil)
	case 3:
		m.replace(s.Start, s.End, w.sentence())
	}
}

func wordSpans(b *Body) []Span {
	var spans []Span
	for at := 0; at < b.Len(); {
		end := b.NextWord(at)
		if word := b.WordAt(max(end-1, 0)); isWord(b.Slice(word)) {
			spans = append(spans, word)
		}
		at = max(end, at+1)
	}
	return spans
}

// sameSurroundings says that two places look the same on one side, so that it takes
// the rest of the text to tell them apart.
func sameSurroundings(was, is *Body, a, b Span) bool {
	const around = 8
	before := was.Slice(Span{max(a.Start-around, 0), a.Start}) == is.Slice(Span{max(b.Start-around, 0), b.Start})
	after := was.Slice(Span{a.End, min(a.End+around, was.Len())}) == is.Slice(Span{b.End, min(b.End+around, is.Len())})
	return before || after
}

// Many small edits all over a long text are more than is compared character by
// character at once: what lies between lines that stayed is.
func TestEditsAllOverALongText(t *testing.T) {
	var before, after strings.Builder
	for i := range 3000 {
		line := "Line " + strings.Repeat(string(rune('a'+i%26)), 1+i%7) + " number " + string(rune(0x4e00+i))
		before.WriteString(line + "\n")
		if i%10 == 0 {
			line = "Edited " + line
		}
		after.WriteString(line + "\n")
	}
	was, is := mustBody(t, before.String()), mustBody(t, after.String())
	edit := NewEdit(was, is)
	for i, line := range was.Lines()[:3000] {
		anchor, err := NewAnchor(was, line)
		if err != nil {
			t.Fatal(err)
		}
		if _, ok := edit.Move(anchor); !ok {
			t.Fatalf("line %d, %q, was not carried", i, anchor.Exact())
		}
	}
}

func FuzzEdit(f *testing.F) {
	f.Add("Odalys said no.", "Odalys, too, said no.", 0, 6)
	f.Add("e\u0301👨\u200d👩\u200d👧 a", "e👨\u200d👩 a\n", 1, 3)
	f.Fuzz(func(t *testing.T, before, after string, start, end int) {
		was, err := NewBody(before)
		if err != nil {
			return
		}
		is, err := NewBody(after)
		if err != nil {
			return
		}
		anchor, err := NewAnchor(was, Span{start, end})
		if err != nil {
			return
		}
		edit := NewEdit(was, is)
		if moved, ok := edit.Move(anchor); ok {
			if err := moved.Verify(is); err != nil || moved.Exact() != anchor.Exact() {
				t.Errorf("%q became %q: %v", anchor.Exact(), moved.Exact(), err)
			}
		}
		if pos := edit.Position(start); pos < 0 || pos > is.Len() {
			t.Errorf("position %d is now %d of %d", start, pos, is.Len())
		}
	})
}
