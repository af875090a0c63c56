package text

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// sentences steps through the body from sentence to sentence.
func sentences(b *Body) []string {
	var found []string
	last := Span{-1, -1}
	for pos := range b.Len() {
		if s := b.SentenceAt(pos); s != last && !s.Empty() {
			found = append(found, b.Slice(s))
			last = s
		}
	}
	return found
}

func TestSentences(t *testing.T) {
	for _, test := range []struct {
		name string
		want []string // the sentences of the text that they give with spaces between them
	}{
		{"plain", []string{"Talks began.", "They ended at noon!", "Why?", "Nobody said."}},
		{"titles", []string{"Dr. Ilse Brandt met Mr. Oduya and Gen. Tamm.", "She left."}},
		{"initials", []string{"A statement by J. R. Holt was read.", "He agreed."}},
		{"initials that abbreviate something before a number", []string{"Anna P. Kessel and П. Ковалюк met Ч. Орлов.", "See p. 5 there."}},
		{"initials before a name", []string{"The U.S. President spoke.", "He left."}},
		{"initials at the end", []string{"They flew to the U.S.", "The envoy stayed."}},
		{"a place where things are written", []string{"He wrote so on X.", "Senator Holt agreed."}},
		{"hours", []string{"It began at 9 a.m. Friday.", "It ended at 5 p.m.", "They left."}},
		{"German days", []string{"Am 18. Dezember und am 3. März kamen sie.", "Es waren 12.", "Dann kam er."}},
		{"German ordinals", []string{"Die 2. Runde und der 12. Versuch scheiterten.", "In den USA gab es 3.", "Runde zwei folgt."}},
		{"numbers", []string{"See No. 5 Harbour Street.", "He said no.", "They left."}},
		{"decimals", []string{"Growth was 3.5 per cent.", "Prices fell."}},
		{"companies", []string{"Orrin Inc. Chairman Vale resigned.", "He works for Orrin Inc.", "The board met."}},
		{"quotation", []string{"“We will not sign.”", "She walked out."}},
		{"quotation with a question", []string{"“Will you sign?” he asked.", "“No.”", "They left."}},
		{"brackets", []string{"(It had been planned.)", "Now it was off."}},
		{"ellipsis", []string{"He paused... and went on.", "Then he stopped..."}},
		{"list", []string{"1. First of all this.", "And then that."}},
		{"Ukrainian", []string{"Переговори почалися о 9 год. ранку.", "Це добре.", "А потім?"}},
		{"Russian", []string{"В 1998 г. Совет решил.", "Он прав.", "На ул. Садовой тихо."}},
		{"Arabic", []string{"قال الوزير نعم.", "ماذا بعد؟", "لا شيء."}},
		{"Devanagari", []string{"मंत्री ने कहा।", "वे चले गए।"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			b := mustBody(t, strings.Join(test.want, " "))
			if diff := cmp.Diff(test.want, sentences(b)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestSentencesWithoutSpaces(t *testing.T) {
	quoted := []string{"他说了。", "“我们不会接受。”", "她说：“不。”", "「可以」他说。"}
	if diff := cmp.Diff(quoted, sentences(mustBody(t, strings.Join(quoted, "")))); diff != "" {
		t.Errorf("quoted (-want +got):\n%s", diff)
	}
	b := mustBody(t, "政府表示同意。他们离开了！为什么？")
	if diff := cmp.Diff([]string{"政府表示同意。", "他们离开了！", "为什么？"}, sentences(b)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestSentenceNeverCrossesALine(t *testing.T) {
	b := mustBody(t, "A headline without a stop\n  and its text \n\n")
	if diff := cmp.Diff([]string{"A headline without a stop", "and its text"}, sentences(b)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if s := b.SentenceAt(b.Len()); !s.Empty() {
		t.Errorf("the empty last line has the sentence %q", b.Slice(s))
	}
}

// Looking from the last sure boundary on must see the same as from the line's start.
func TestSentencesAgreeWithTheWholeLine(t *testing.T) {
	words := []string{
		"A", "the", "Mr.", "U.S.", "No.", "5", "said.", "left!", "why?", "“", "”", "\"", ")", "政府。", "他", "«Да»", ".", "é",
		"J.", "1.",
	}
	rapid.Check(t, func(t *rapid.T) {
		line := strings.Join(someOf(t, words, 25), rapid.SampledFrom([]string{" ", "", "  "}).Draw(t, "gap"))
		offset := rapid.IntRange(0, len(line)).Draw(t, "offset")
		from, to := sentence(line, offset)
		if wantFrom, wantTo := sentenceFrom(line, 0, offset); from != wantFrom || to != wantTo {
			t.Fatalf("sentence at %d of %q: %q, want %q", offset, line, line[from:to], line[wantFrom:wantTo])
		}
	})
}

func TestTitle(t *testing.T) {
	long := "The foreign ministers of Velia and Norland met on Friday in the harbour town of Quill, officials said. It was late."
	for _, test := range []struct {
		name, body, want string
		limit            int
	}{
		{"first sentence", "\n \n  Talks  began.\tThey ended.\nMore", "Talks began.", 80},
		{"cut at a word", long, "The foreign ministers of Velia and Norland met on Friday in the harbour town of…", 80},
		{"exactly as long as may be", "Talks begin in Quill", "Talks begin in Quill", 20},
		{"one letter too long", "Talks begin in Quill", "Talks begin in…", 19},
		{"without the comma", long, "The foreign ministers of Velia and Norland met on Friday in the harbour town of Quill…", 87},
		{"all of it", long, "The foreign ministers of Velia and Norland met on Friday in the harbour town of Quill, officials said.", 102},
		{"one long word", strings.Repeat("ä", 100), strings.Repeat("ä", 79) + "…", 80},
		{"never within a grapheme", "👨‍👩‍👧👨‍👩‍👧", "👨‍👩‍👧…", 7},
		{"accents upon accents", "e" + strings.Repeat("\u0301", 100), "e\u0301\u0301…", 4},
		{"Han", "政府表示同意。他们", "政府表…", 4},
		{"a line that breaks off", "The minister of Norvia, Anna\nKessel, spoke.", "The minister of Norvia, Anna", 80},
		{
			"a line that goes on in the next", "She said that her country would accept\nforeign observers.",
			"She said that her country would accept…", 80,
		},
		{"a headline", "Talks begin in Quill\n\nthe text", "Talks begin in Quill", 80},
		{"blank", " \n\n", "", 80},
		{"empty", "", "", 80},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := Title(test.body, test.limit); got != test.want {
				t.Errorf("Title: %q, want %q", got, test.want)
			}
		})
	}
}

func TestSteppingByTheSentence(t *testing.T) {
	const s = "  Dr. Brandt met Gen. Tamm.  She left.\n\n“No.” They stayed.\n"
	b := mustBody(t, s)
	var starts []int
	for _, sentence := range []string{"Dr. Brandt", "She left", "“No.”", "They stayed"} {
		starts = append(starts, b.Position(strings.Index(s, sentence)))
	}
	for pos := range b.Len() + 1 {
		next, prev := b.Len(), 0
		for _, start := range starts {
			if start > pos {
				next = min(next, start)
			}
			if start < pos {
				prev = start
			}
		}
		if got := b.NextSentence(pos); got != next {
			t.Errorf("the sentence after %d begins at %d, not %d", pos, next, got)
		}
		if got := b.PrevSentence(pos); got != prev {
			t.Errorf("the sentence before %d begins at %d, not %d", pos, prev, got)
		}
	}
}

func TestSteppingGoesOn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := mustBodyOf(t, anyText(t))
		pos := rapid.IntRange(0, b.Len()).Draw(t, "pos")
		if next := b.NextSentence(pos); next <= pos && pos < b.Len() || next > b.Len() {
			t.Fatalf("from %d forward to %d of %d", pos, next, b.Len())
		}
		if prev := b.PrevSentence(pos); prev >= pos && pos > 0 || prev < 0 {
			t.Fatalf("from %d back to %d", pos, prev)
		}
	})
}

func TestTheSentencesOfALineAreThoseAtItsPositions(t *testing.T) {
	words := []string{
		"A", "the", "Mr.", "U.S.", "No.", "5", "said.", "left!", "why?", "“", "”", "‘", "%", ")", "政府。", "他", "«Да»", ".", "é", "J.", "1.", "\t",
	}
	rapid.Check(t, func(t *rapid.T) {
		body, err := NewBody("First. Line.\n" + strings.Join(someOf(t, words, 25), rapid.SampledFrom([]string{" ", "", "  "}).Draw(t, "gap")))
		if err != nil {
			t.Fatal(err)
		}
		lines := body.Paragraphs()
		line := lines[len(lines)-1]
		var want []Span
		for pos := line.Start; pos < line.End; pos++ {
			if s := body.SentenceAt(pos); !s.Empty() && (len(want) == 0 || want[len(want)-1] != s) {
				want = append(want, s)
			}
		}
		if got := slices.Collect(body.Sentences(line)); !slices.Equal(got, want) {
			t.Fatalf("of %q they are %v, want %v", body.Slice(line), got, want)
		}
	})
}
