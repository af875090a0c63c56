package render_test

import (
	"archive/zip"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	compare "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"standpoint/app/notes"
	"standpoint/app/notes/render"
	"standpoint/store"
	"standpoint/store/text"
)

// made returns a document in a format.
func made(t testing.TB, format string, d notes.Document) string {
	t.Helper()
	f, found := render.Find(format)
	if !found {
		t.Fatalf("there is no format %q", format)
	}
	return written(t, f, d)
}

// officeAlphabet has what XML and word processors treat in a way of their own: markup, white space, letters that run from right to
// left, that join, that stand on others, and those beyond 16 bits.
var officeAlphabet = []rune("ab  \t\n&<>\"']}%{\\;#x0A10,.:-+$()«»“”‘’…—/\u00a0\u2009\u200b\u200c\u200d\u200e\u200f\u00ad\u3000é\u0301ẞ" +
	"漢字。「」かな한글🇺🇦👩🏽‍🚀𝔘شلاﷺ\u064b٣۴אבג\u05b8दिक्ไทย")

// lines are the lines that have words, as they are.
func lines(words string) []string {
	var list []string
	for line := range strings.SplitSeq(words, "\n") {
		if strings.TrimSpace(line) != "" {
			list = append(list, line)
		}
	}
	return list
}

func TestQuotesInDocumentsOfWordProcessorsAreVerbatim(t *testing.T) {
	languages := []string{"", "en", "ar", "he", "zh", "ja", "ko", "ru", "de-AT", "not a language"}
	for format, read := range officeFormats {
		t.Run(format, func(t *testing.T) {
			rapid.Check(t, func(rt *rapid.T) {
				var blocks []notes.Block
				var want []string
				for range rapid.IntRange(1, 4).Draw(rt, "quotes") {
					words := rapid.StringOfN(rapid.RuneFrom(officeAlphabet), 1, 60, -1).Draw(rt, "words")
					q := notes.Quote{Number: 1, Words: words, Lead: plainText(words), Language: rapid.SampledFrom(languages).Draw(rt, "language")}
					blocks = append(blocks, q, notes.List{Items: []notes.Item{{Text: plainText("x"), Blocks: []notes.Block{q}}}})
					want = append(want, slices.Concat(lines(words), lines(words))...)
				}
				got := read(t, made(t, format, notes.Document{Title: "t", Blocks: blocks})).quoted()
				if diff := compare.Diff(want, got); diff != "" {
					rt.Fatalf("-want +got\n%s", diff)
				}
			})
		})
	}
}

func TestCommentsCoverTheWordsOfTheirAnnotations(t *testing.T) {
	kinds := []store.Kind{store.KindHighlight, store.KindMention, store.KindStatement, store.KindPosition}
	alphabet := []rune(strings.ReplaceAll(string(officeAlphabet), "\n", ""))
	for format, read := range officeFormats {
		t.Run(format, func(t *testing.T) {
			rapid.Check(t, func(rt *rapid.T) {
				p := notes.Passage{Language: "en"}
				for range rapid.IntRange(1, 3).Draw(rt, "paragraphs") {
					p.Words += "a" + rapid.StringOfN(rapid.RuneFrom(alphabet), 1, 30, -1).Draw(rt, "words") + "z\n"
				}
				words := []rune(p.Words)
				var want []officeComment
				for n := range rapid.IntRange(0, 6).Draw(rt, "marks") {
					ends := rapid.SliceOfNDistinct(rapid.IntRange(0, len(words)), 2, 4, rapid.ID[int]).Draw(rt, "ends")
					slices.Sort(ends)
					m := notes.Mark{
						Kind: rapid.SampledFrom(kinds).Draw(rt, "kind"), Anchor: fmt.Sprintf("mark-%d", n), Number: n + 1,
						By: "Ada & <Bell>", At: time.Unix(int64(n)*86400, 0).UTC(),
						Lines: []notes.Text{plainText(fmt.Sprintf("one %d", n)), plainText("two\tand <more>")},
					}
					for i := 0; i+1 < len(ends); i += 2 {
						if s := (text.Span{Start: ends[i], End: ends[i+1]}); strings.Trim(string(words[s.Start:s.End]), "\n") != "" {
							m.Spans = append(m.Spans, s)
						}
					}
					if len(m.Spans) > 0 {
						p.Marks = append(p.Marks, m)
					}
				}
				slices.SortStableFunc(p.Marks, func(a, b notes.Mark) int { return a.Spans[0].Start - b.Spans[0].Start })
				for _, m := range p.Marks {
					want = append(want, officeComment{
						by: m.By, initials: "AB", at: m.At.Format(time.RFC3339), text: fmt.Sprintf("%d · %s\n%s", m.Number, m.Lines[0], m.Lines[1]),
						covered: strings.ReplaceAll(string(words[m.Spans[0].Start:m.Spans[len(m.Spans)-1].End]), "\n", ""),
					})
				}
				d := read(t, made(t, format, notes.Document{Title: "t", Blocks: []notes.Block{p}}))
				less := func(a, b officeComment) int { return strings.Compare(a.text, b.text) }
				slices.SortFunc(want, less)
				slices.SortFunc(d.comments, less)
				if diff := compare.Diff(want, d.comments, compare.AllowUnexported(officeComment{})); diff != "" {
					rt.Fatalf("-want +got\n%s", diff)
				}
			})
		})
	}
}

func TestACommentOnNoWordsStandsBehindTheText(t *testing.T) {
	p := annotated(t)
	p.Marks = append(p.Marks, notes.Mark{Anchor: "mark-z", Number: 9, By: "Ada Bell", Lines: []notes.Text{plainText("On nothing.")}})
	for format, read := range officeFormats {
		got := read(t, made(t, format, notes.Document{Title: "t", Blocks: []notes.Block{p}})).comments
		want := officeComment{by: "Ada Bell", initials: "AB", text: "9 · On nothing."}
		if len(got) != 6 || got[5] != want {
			t.Errorf("the comments of %s are %+v", format, got)
		}
	}
}

func TestParagraphsRunInTheDirectionOfTheirWords(t *testing.T) {
	for format, read := range officeFormats {
		d := read(t, made(t, format, foreign(t)))
		turned := map[string]bool{}
		for _, p := range d.paragraphs {
			turned[p.text] = p.rightLeft
		}
		for i, q := range foreignQuotes {
			want := q.Language == "ar" || q.Language == "he"
			if got, found := turned[lines(q.Words)[0]]; !found || got != want {
				t.Errorf("%s: quote %d is there: %v, and runs from right to left: %v", format, i+1, found, got)
			}
		}
		if !turned["القناة والرسوم"] || turned["Quotes"] || turned["An item"] {
			t.Errorf("%s: headings and items run in wrong directions: %v", format, turned)
		}
		// The mark behind the name keeps the paragraph's number from being drawn into it.
		if got, found := turned["1\tأحمد الخطيب\u200e · ▲ support: toll · ¶ 3"]; !found || got {
			t.Errorf("%s: a line of English notes that begins with an Arabic name is there: %v, and runs from right to left: %v", format, found, got)
		}
	}
}

func TestTheSameDocumentGivesTheSameBytes(t *testing.T) {
	for format := range officeFormats {
		first, second := made(t, format, foreign(t)), made(t, format, foreign(t))
		if first != second {
			t.Errorf("%s differs from one time to the next", format)
		}
		for _, day := range []store.Day{"2026-04-05", "1980-01-01", ""} {
			archive := made(t, format, notes.Document{Title: "t", Made: day})
			z, err := zip.NewReader(strings.NewReader(archive), int64(len(archive)))
			if err != nil {
				t.Fatal(err)
			}
			for _, part := range z.File {
				want := cmp.Or(string(day), "1980-01-01")
				if got := part.Modified.UTC().Format(time.DateOnly); got != want && part.Name != "mimetype" {
					t.Errorf("%s of %s is of %s, not %s", part.Name, format, got, want)
				}
			}
		}
	}
}

func TestATranslationStandsInBracketsBehindTheWords(t *testing.T) {
	q := notes.Quote{Words: "eins\nzwei", Translation: "one\n\ntwo"}
	for format, read := range officeFormats {
		var got []string
		for _, p := range read(t, made(t, format, notes.Document{Title: "t", Blocks: []notes.Block{q}})).paragraphs {
			got = append(got, p.text)
		}
		if want := []string{"t", "eins", "zwei", "[one", "two]"}; !slices.Equal(got, want) {
			t.Errorf("%s has %q", format, got)
		}
	}
}

func TestACancelledDocumentEndsWithTheErrorOfItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for format := range officeFormats {
		f, _ := render.Find(format)
		for name, block := range map[string]notes.Block{
			"quote": notes.Quote{Words: "a"}, "passage": annotated(t), "list": notes.List{Items: []notes.Item{{Text: plainText("b")}}},
		} {
			if err := f.Write(ctx, io.Discard, notes.Document{Blocks: []notes.Block{block}}); !errors.Is(err, context.Canceled) {
				t.Errorf("%s with a %s ends with %v", format, name, err)
			}
		}
	}
}

// Somebody's own paragraph stands where its first letter is read from, whatever names are in it; items stand below one another on the
// side of the notes.
func TestOnesOwnParagraphsRunAsTheirFirstLetterAndItemsAsTheNotes(t *testing.T) {
	own, latin := "رأيي في خطة Bell Line", "My view of خطة"
	sentence := notes.Text{{Text: "هيئة الميناء", Style: notes.Emphasis}, {Text: " · 5 March 2031"}}
	item := "أجور العبّارات"
	d := notes.Document{Title: "t", Language: "en", Blocks: []notes.Block{
		notes.Paragraph{Text: plainText(own)},
		notes.Paragraph{Text: plainText(latin)},
		notes.Paragraph{Text: sentence},
		notes.List{Items: []notes.Item{{Text: plainText(item)}}},
	}}
	for format, read := range officeFormats {
		turned := map[string]bool{}
		for _, p := range read(t, made(t, format, d)).paragraphs {
			turned[strings.ReplaceAll(p.text, "\u200e", "")] = p.rightLeft
		}
		want := map[string]bool{"t": false, own: true, latin: false, sentence.String(): false, item: false}
		if !maps.Equal(turned, want) {
			t.Errorf("%s: from right to left run %v, should %v", format, turned, want)
		}
	}
	page := made(t, "html", d)
	for _, part := range []string{`<p dir="auto">` + own, `<p dir="auto">` + latin, "<p><em><bdi>هيئة", "<li><p><bdi>" + item} {
		if !strings.Contains(page, part) {
			t.Errorf("the page has no %q:\n%s", part, page)
		}
	}
}
