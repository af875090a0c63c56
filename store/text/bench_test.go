package text

import (
	"strings"
	"testing"
	"unicode/utf8"
)

const million = 1_000_000

// longText returns a million code points of the sentence, in paragraphs of six
// hundred or in one line.
func longText(sentence string, oneLine bool) string {
	var out strings.Builder
	length := utf8.RuneCountInString(sentence)
	for n, line := 0, 0; n < million; n, line = n+length, line+length {
		out.WriteString(sentence)
		if line > 600 && !oneLine {
			out.WriteByte('\n')
			line = 0
		}
	}
	return out.String()
}

var longTexts = []struct{ name, text, word string }{
	{"Latin", longText("The envoy of Velia said that “no ceasefire” was near. ", false), "ceasefire"},
	{"Cyrillic", longText("Посол сказав, що „перемир’я“ ще далеко, а все інше — ні. ", false), "далеко"},
	{"Arabic", longText("قال السفير إن وقف إطلاق النار ليس قريباً. ", false), "السفير"},
	{"Devanagari", longText("राजदूत ने कहा कि युद्धविराम अभी दूर है। ", false), "युद्धविराम"},
	{"Han", longText("大使表示“停火”仍然遥远。", false), "停火"},
	{"OneLine", longText("The envoy of Velia said that “no ceasefire” was near. ", true), "ceasefire"},
}

func benchmarkTexts(b *testing.B, run func(b *testing.B, body *Body, word string)) {
	for _, long := range longTexts {
		b.Run(long.name, func(b *testing.B) { run(b, mustBody(b, long.text), long.word) })
	}
}

func BenchmarkNewBodyAndLines(b *testing.B) {
	benchmarkTexts(b, func(b *testing.B, body *Body, _ string) {
		for b.Loop() {
			mustBody(b, body.String()).Lines()
		}
	})
}

func BenchmarkFoldOnce(b *testing.B) {
	benchmarkTexts(b, func(b *testing.B, body *Body, _ string) {
		for b.Loop() {
			foldAll(body.String())
		}
	})
}

func BenchmarkFindAllAWord(b *testing.B) {
	benchmarkTexts(b, func(b *testing.B, body *Body, word string) {
		hits := 0
		for b.Loop() {
			hits = len(FindAll(body, word))
		}
		b.ReportMetric(float64(hits), "hits")
	})
}

func BenchmarkQuotations(b *testing.B) {
	benchmarkTexts(b, func(b *testing.B, body *Body, _ string) {
		for b.Loop() {
			body.findQuotations()
		}
	})
}

func BenchmarkSearchTokens(b *testing.B) {
	benchmarkTexts(b, func(b *testing.B, body *Body, _ string) {
		for b.Loop() {
			SearchTokens(body.String())
		}
	})
}

func BenchmarkLocalSteps(b *testing.B) {
	steps := map[string]func(*Body, int){
		"ByteOffset":  func(b *Body, pos int) { b.ByteOffset(pos) },
		"Position":    func(b *Body, pos int) { b.Position(pos) },
		"NextWord":    func(b *Body, pos int) { b.NextWord(pos) },
		"WordAt":      func(b *Body, pos int) { b.WordAt(pos) },
		"NextCluster": func(b *Body, pos int) { b.NextGrapheme(pos) },
		"SentenceAt":  func(b *Body, pos int) { b.SentenceAt(pos) },
		"QuotationAt": func(b *Body, pos int) { b.QuotationAt(pos) },
	}
	for name, step := range steps {
		b.Run(name, func(b *testing.B) {
			for _, long := range longTexts {
				if long.name != "Latin" && long.name != "Devanagari" && long.name != "OneLine" {
					continue // what steps cost hangs on marks that combine and on the length of a line
				}
				b.Run(long.name, func(b *testing.B) {
					body := mustBody(b, long.text)
					step(body, 0) // what is memoised is not the step
					for pos := 0; b.Loop(); pos = (pos + 7919) % body.Len() {
						step(body, pos)
					}
				})
			}
		})
	}
}

// BenchmarkEdit moves a thousand anchors through a correction in the middle of a long text.
func BenchmarkEdit(b *testing.B) {
	line := strings.Repeat("Odalys said the canal was closed to all. ", 8) + "\n"
	s := strings.Repeat(line, 600_000/len(line))
	was := mustBody(b, s)
	is := mustBody(b, s[:300_000]+"a correction"+s[300_020:])
	anchors := make([]Anchor, 1000)
	for i := range anchors {
		var err error
		if anchors[i], err = NewAnchor(was, Span{i * 590, i*590 + 80}); err != nil {
			b.Fatal(err)
		}
	}
	for b.Loop() {
		edit := NewEdit(was, is)
		for _, a := range anchors {
			edit.Move(a)
		}
	}
}
