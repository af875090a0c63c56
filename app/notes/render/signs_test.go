package render_test

import (
	"bytes"
	"strings"
	"testing"
	"unicode"

	"standpoint/app/notes"
	"standpoint/app/notes/render"
	"standpoint/store/text"
)

// everywhere returns a document that has words in each place.
func everywhere(words string) notes.Document {
	run := notes.Text{{Text: words, Note: notes.Text{{Text: words}}}}
	item := notes.Item{Text: run, Blocks: []notes.Block{notes.Quote{Words: words, Translation: words, Lead: run, Number: 1}}}
	mark := notes.Mark{Anchor: "mark-1", Number: 1, Spans: []text.Span{{End: 1}}, Lines: []notes.Text{run, run}, By: words}
	return notes.Document{Title: words, Language: "de", Blocks: []notes.Block{
		notes.Heading{Level: 2, Text: run},
		notes.Paragraph{Text: run},
		notes.List{Items: []notes.Item{item}},
		notes.Table{Head: []notes.Text{run}, Rows: [][]notes.Text{{run}}},
		notes.Passage{Words: words, Marks: []notes.Mark{mark}},
	}}
}

// written returns a document in a format.
func written(t testing.TB, f render.Format, d notes.Document) string {
	t.Helper()
	var out bytes.Buffer
	if err := f.Write(t.Context(), &out, d); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// readable returns a document in a format; of an archive its parts.
func readable(t testing.TB, f render.Format, d notes.Document) string {
	t.Helper()
	got := written(t, f, d)
	if !strings.HasPrefix(got, "PK") {
		return got
	}
	parts, order := unpacked(t, got)
	var all strings.Builder
	for _, name := range order {
		all.WriteString(parts[name])
	}
	return all.String()
}

// textFormats are those that are text, so that what they hold can be looked for.
func textFormats(t *testing.T) []render.Format {
	var list []render.Format
	for _, name := range []string{"markdown", "html", "text", "docx", "odt"} {
		f, found := render.Find(name)
		if !found {
			t.Fatalf("there is no format %q", name)
		}
		list = append(list, f)
	}
	return list
}

func TestWhatCannotBeShownStandsAsItsSignAndTheDocumentSaysSo(t *testing.T) {
	for _, f := range textFormats(t) {
		got := readable(t, f, everywhere("Ve\x1b[31mnn\x00\u007f\u009b\u202e\ufffe"))
		for _, r := range got {
			if unicode.IsControl(r) && r != '\n' && r != '\t' || strings.ContainsRune("\u202e\ufffe\ufffd", r) {
				t.Errorf("%s has %U:\n%q", f.Name, r, got)
				break
			}
		}
		if signs, said := strings.Count(got, "␛"), strings.Count(got, "sind durch Symbole ersetzt"); signs < 12 || said != 1 {
			t.Errorf("%s has %d signs, and says %d times what they mean:\n%s", f.Name, signs, said, got)
		}
		if got := readable(t, f, everywhere("Ve\tnn")); strings.Contains(got, "sind durch Symbole ersetzt") {
			t.Errorf("%s speaks of signs that are not there:\n%s", f.Name, got)
		}
	}
}

func TestADirectionThatTurnsWithinAParagraphOfAPassageIsKept(t *testing.T) {
	words := "a \u2067b c\u2069 d"
	passage := notes.Passage{Words: words, Marks: []notes.Mark{
		{Anchor: "mark-1", Number: 1, Spans: []text.Span{{Start: 3, End: 4}}, Lines: []notes.Text{{{Text: "note"}}}},
	}}
	for _, f := range textFormats(t) {
		got := readable(t, f, notes.Document{Title: "t", Blocks: []notes.Block{passage}})
		if !strings.Contains(got, "\u2067") || !strings.Contains(got, "\u2069") || strings.Contains(got, "U+2067") {
			t.Errorf("%s does not keep the direction:\n%s", f.Name, got)
		}
	}
}

func TestEachLanguageOfNotesHasItsWords(t *testing.T) {
	for _, language := range notes.Languages() {
		if got := render.WordsIn(language + "-XX").Language; got != language {
			t.Errorf("documents in %q speak %q", language, got)
		}
	}
	if got := render.WordsIn("").Language; got != "en" {
		t.Errorf("documents in no language speak %q", got)
	}
}
