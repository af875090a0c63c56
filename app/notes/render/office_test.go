package render_test

import (
	"strings"
	"testing"
	"time"

	"standpoint/app/notes"
	"standpoint/store"
	"standpoint/store/text"
)

// plainText returns text of one run without a style.
func plainText(s string) notes.Text { return notes.Text{{Text: s}} }

// spanOf returns where words stand in a text.
func spanOf(t testing.TB, whole, words string) text.Span {
	t.Helper()
	before, _, found := strings.Cut(whole, words)
	if !found {
		t.Fatalf("%q is not in %q", words, whole)
	}
	start := len([]rune(before))
	return text.Span{Start: start, End: start + len([]rune(words))}
}

// annotated returns an annotated article whose marks overlap, begin and end together, and reach over paragraphs.
func annotated(t testing.TB) notes.Passage {
	words := "The toll is a tax on rain, the minister said. “We shall not pay it”, she added on Tuesday.\n\n" +
		"Her opponents  answered\tthat rain is free & <b>always</b> was.\nNobody asked the rain."
	at := time.Date(2026, time.March, 4, 5, 6, 7, 0, time.UTC)
	mark := func(kind store.Kind, colour, by, note string, covered ...string) notes.Mark {
		m := notes.Mark{Kind: kind, Colour: colour, By: by, At: at, Lines: []notes.Text{plainText(note)}}
		for _, c := range covered {
			m.Spans = append(m.Spans, spanOf(t, words, c))
		}
		return m
	}
	p := notes.Passage{Words: words, Language: "en", Marks: []notes.Mark{
		mark(store.KindStatement, "#3C6CDC", "R. Marlow", "The minister: says", "The toll is a tax on rain, the minister said."),
		mark(store.KindPosition, "#018C46", "Ada Bell", "The minister: ▼ oppose: the toll", "a tax on rain", "We shall not pay it"),
		mark(store.KindMention, "#C43D4D", "", "The minister", "the minister"),
		mark(store.KindHighlight, "", "Ada Bell", "Tags: tone & <style>", "on Tuesday.\n\nHer opponents  answered\tthat"),
		mark(store.KindStatement, "#8B57BE", "Ada Bell", "Opponents: answer", "rain is free & <b>always</b> was."),
	}}
	report := notes.Run{Text: "the report", Link: "https://example.org/a b?c=[d]&e", Note: plainText("p. 4")}
	p.Marks[3].Lines = append(p.Marks[3].Lines, notes.Text{{Text: "See "}, report})
	for i := range p.Marks {
		p.Marks[i].Number = i + 1
		p.Marks[i].Anchor = "mark-" + string(rune('a'+i))
	}
	return p
}

// foreignQuotes are words in many scripts, with all that a format may trip over.
var foreignQuotes = []notes.Quote{
	{Language: "ar", Words: "قال الوزير في 12 مايو 2026: «لن ندفع أي رسوم (مهما كانت)» عبر القناة."},
	{Language: "he", Words: "השר אמר: \"לא נשלם 5% יותר\", וחזר על כך ב-NATO פעמיים."},
	{Language: "zh", Words: "部长说：“我们不会支付这笔费用”……运河必须保持开放。"},
	{Language: "zh-Hant", Words: "部長說：「我們不會支付這筆費用」。"},
	{Language: "ja", Words: "大臣は「料金は払わない」と述べた。"},
	{Language: "ko", Words: "장관은 “통행료를 내지 않겠다”고 말했다."},
	{Language: "ru", Words: "Министр заявил: «Платить не будем» — и ушёл."},
	{Language: "en", Words: "1. <w:t> & </w:t> ]]> \"five\"  two  spaces 'and' *stars* {braces} \\slash %20 &amp; e\u0301"},
	{Language: "el", Words: "Ο υπουργός είπε ότι «δεν θα πληρώσουμε».", Translation: "The minister said that “we shall not pay”."},
	{Language: "", Words: "First paragraph of two.\n\n  Second, after two spaces."},
}

// foreign returns a document that has every kind of block, words in many scripts, and characters that cannot be shown.
func foreign(t testing.TB) notes.Document {
	blocks := []notes.Block{
		notes.Paragraph{Text: notes.Text{
			{Text: "Ten quotes, see "},
			{Text: "the third", To: "quote-3"},
			{Text: " or "},
			{Text: "the web", Link: "https://example.org/"},
			{Text: ".", Note: notes.Text{{Text: "A footnote, "}, {Text: "with a link", Link: "https://example.org/?a=1&b=2"}}},
		}},
		notes.Heading{Level: 2, Text: plainText("Quotes"), Anchor: "article-019cb2b7-e490-7bdd-8957-5a3bf9538155"},
		notes.Heading{Level: 3, Text: plainText("القناة والرسوم")},
	}
	for i, q := range foreignQuotes {
		q.Number = i + 1
		q.Anchor = "quote-" + string(rune('1'+i))
		q.Lead = notes.Text{
			{Text: "أحمد الخطيب", Style: notes.Strong}, {Text: " · ▲ "}, {Text: "support", Style: notes.Strong}, {Text: ": toll · ¶ 3"},
		}
		blocks = append(blocks, q)
	}
	item := notes.Item{Text: plainText("An item"), Blocks: []notes.Block{
		notes.Paragraph{Text: plainText("with a paragraph,")},
		notes.Quote{Words: "a quote", Lead: plainText("of somebody"), Language: "en"},
		notes.List{Items: []notes.Item{{Text: plainText("and an item of its own.")}}},
	}}
	numbers := []bool{false, true}
	table := notes.Table{Head: []notes.Text{plainText("Who"), plainText("How often")}, Numbers: numbers}
	for range 60 {
		who := plainText("אבשלום, a name that is long enough to need a second line in its cell")
		table.Rows = append(table.Rows, []notes.Text{who, plainText("12")})
	}
	return notes.Document{Title: "Words & <signs> in many scripts", Language: "en", Made: "2026-04-05", Blocks: append(blocks,
		notes.Heading{Level: 2, Text: plainText("A list, tables")},
		notes.List{Items: []notes.Item{item, {Text: plainText("Another \x1b[31m item")}}},
		table, notes.Table{Head: []notes.Text{plainText("Another"), plainText("table")}},
		notes.Heading{Level: 2, Text: plainText("An annotated article"), Anchor: "annotated"}, annotated(t),
	)}
}
