package render_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"standpoint/app/notes"
	"standpoint/app/notes/notestest"
	"standpoint/app/notes/render"
	"standpoint/store"
	"standpoint/store/text"
)

// every is a document that has each kind of block and run, in several scripts.
func every() notes.Document {
	plain := func(s string) notes.Text { return notes.Text{{Text: s}} }
	strong := func(s string) notes.Run { return notes.Run{Text: s, Style: notes.Strong} }
	note := notes.Text{
		{Text: "Edda Morrow, “Night shift at the ferry”, "},
		{Text: "The Skerry Post", Style: notes.Emphasis},
		{Text: ", 3 May 2026, "},
		{Text: "https://post.example/ferry?a=1&b=2", Link: "https://post.example/ferry?a=1&b=2"},
	}
	return notes.Document{Title: "Ferry notes <draft> & more", Language: "en", Made: "2026-05-20", Blocks: []notes.Block{
		notes.Paragraph{Text: notes.Text{
			{Text: "One article, five statements. See "},
			{Text: "the ferry", To: "article-1"},
			{Text: " and "},
			{Text: "the archive", Link: "https://archive.example/(ferry)"},
			{Text: "; not "},
			{Text: "a script", Link: "javascript:alert(1)"},
			{Text: "."},
		}},
		notes.Heading{Level: 2, Text: plain("Who stands where")},
		notes.List{Items: []notes.Item{
			{Text: notes.Text{{Text: "▲ "}, strong("support"), {Text: ": Skerry Harbour Board ["}, {Text: "1", To: "quote-1"}, {Text: "]"}}},
			{
				Text:   notes.Text{{Text: "▼◇ "}, strong("oppose"), {Text: ": Crews’ Union"}},
				Blocks: []notes.Block{notes.Paragraph{Text: plain("Only while the night shift lasts.")}},
			},
		}},
		notes.Heading{Level: 2, Text: plain("Night shift at the ferry"), Anchor: "article-1"},
		notes.Paragraph{Text: notes.Text{{Text: "The Skerry Post", Style: notes.Emphasis, Note: note}, {Text: " · 3 May 2026"}}},
		notes.Table{
			Head:    []notes.Text{plain("Who"), plain("What"), plain("Mentions")},
			Numbers: []bool{false, false, true},
			Rows: [][]notes.Text{
				{{strong("Skerry Harbour Board")}, plain("organisation"), plain("12")},
				{{strong("مجلس الميناء")}, plain("in Arabic | with a bar"), plain("3")},
				{{strong("Lio Tarn")}, plain(""), plain("1")},
			},
		},
		notes.Heading{Level: 3, Text: plain("Statements and positions")},
		notes.Quote{
			Anchor: "quote-1", Number: 1, Lead: notes.Text{strong("Skerry Harbour Board"), {Text: " to the crews · ¶ 2", Note: plain("By letter.")}},
			Words: "“No ferry sails after ten,” the board wrote.\n    * No exceptions *  \n\n# None.", Language: "en",
		},
		notes.List{Items: []notes.Item{{Text: notes.Text{strong("Note by E. M.:"), {Text: " compare with quotation 3"}}}}},
		notes.Quote{
			Anchor: "quote-2", Number: 2, Lead: notes.Text{strong("مجلس الميناء"), {Text: " · ¶ 3"}}, Language: "ar",
			Words: "لا تبحر أي عبارة بعد الساعة 10 مساءً (Skerry).", Translation: "No ferry sails after ten.",
		},
		notes.Quote{Anchor: "quote-3", Number: 3, Lead: notes.Text{strong("Lio Tarn"), {Text: " · ¶ 4"}}, Words: "夜班渡轮必须停航。", Language: "zh"},
		notes.Quote{Words: "Without a number\x1b."},
		notes.Heading{Level: 4, Text: plain("The text")},
		passage(),
	}}
}

// passage is a text with marks of every kind, some over others.
func passage() notes.Passage {
	words := "The last ferry of Skerry leaves at ten, the Harbour Board said on Sunday. The crews had asked for an hour more, and got " +
		"a poster.\n\n" +
		"“We will not sail at night for the price of a day,” said Lio Tarn of the Crews’ Union, provided that nobody else does.\n" +
		"The board called it “a storm in a lifeboat.”"
	span := func(exact string) text.Span {
		before, _, _ := strings.Cut(words, exact)
		start := utf8.RuneCountInString(before)
		return text.Span{Start: start, End: start + utf8.RuneCountInString(exact)}
	}
	lines := func(first string, more ...string) []notes.Text {
		list := []notes.Text{{{Text: first, Style: notes.Strong}}}
		for _, line := range more {
			list = append(list, notes.Text{{Text: line}})
		}
		return list
	}
	mark := func(number int, kind store.Kind, colour string, lines []notes.Text, spans ...text.Span) notes.Mark {
		return notes.Mark{
			Spans: spans, Kind: kind, Colour: colour, Anchor: fmt.Sprintf("mark-%d", number), Number: number, By: "E. M.", Lines: lines,
		}
	}
	const red, blue, yellow, olive = "#c43d4d", "#3c6cdc", "#f0d020", "#737c06"
	marks := []notes.Mark{
		mark(1, store.KindStatement, red, lines("Skerry Harbour Board", "Of the summer timetable."),
			span("The last ferry of Skerry leaves at ten")),
		mark(2, store.KindHighlight, olive, lines("number"), span("leaves at ten")),
		mark(3, store.KindMention, red, lines("Skerry Harbour Board"), span("Harbour Board")),
		mark(4, store.KindPosition, blue, lines("Crews’ Union", "▼ oppose: The last ferry"), span("The crews had asked"), span("got a poster")),
		mark(5, store.KindStatement, blue, lines("Lio Tarn (Crews’ Union)", "A threat, it seems."),
			span("“We will not sail at night for the price of a day,”")),
		mark(6, store.KindPosition, yellow, lines("Crews’ Union", "▼◇ oppose: Night ferry"),
			span("We will not sail"), span("provided that nobody else does.\nThe board")),
		mark(7, store.KindMention, blue, lines("Lio Tarn"), span("Lio Tarn")),
		mark(0, store.KindMention, "", lines("Crews’ Union"), span("Crews’ Union")),
	}
	marks[1].By = "L."
	marks[3].Stance, marks[5].Stance, marks[5].Conditional = store.StanceOppose, store.StanceOppose, true
	return notes.Passage{Words: words, Language: "en", Marks: marks}
}

func TestEveryBlockInEachFormat(t *testing.T) {
	for _, name := range []string{"markdown", "html", "text"} {
		f, _ := render.Find(name)
		got := written(t, f, every())
		notestest.Golden(t, "every"+f.Extension, got)
		if again := written(t, f, every()); again != got {
			t.Errorf("%s is not the same each time", f.Name)
		}
	}
}

// A line that refers to the words of another quote stands alone, beneath the lines above words.
func TestALineThatRefersToAQuoteHasNoWordsOfItsOwn(t *testing.T) {
	d := notes.Document{Title: "t", Blocks: []notes.Block{
		notes.Quote{Anchor: "quote-1", Number: 1, Lead: plainText("Ada"), Words: "the words"},
		notes.Quote{Lead: notes.Text{{Text: "Bell · ["}, {Text: "1", To: "quote-1"}, {Text: "]"}}},
	}}
	for format, read := range officeFormats {
		last := ""
		for _, p := range read(t, made(t, format, d)).paragraphs {
			last = p.text
		}
		if last != "Bell · [1]" {
			t.Errorf("%s ends with %q", format, last)
		}
	}
	for format, want := range map[string]string{
		"markdown": "> the words\n\nBell · \\[[1](#quote-1)\\]\n", "text": "> the words\n\nBell · [1]\n", "html": `<p class="lead">Bell · [`,
	} {
		got := made(t, format, d)
		if !strings.HasSuffix(got, want) && (format != "html" || !strings.Contains(got, want)) || strings.Count(got, "<blockquote") > 1 {
			t.Errorf("%s lacks %q:\n%s", format, want, got)
		}
	}
}
