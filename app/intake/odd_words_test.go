package intake

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const wordMark = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`

// wordFile is a document of Word with more parts than its text, by their names.
func wordFile(t testing.TB, document string, parts ...string) string {
	return zipped(t, append([]string{
		"[Content_Types].xml", "<Types/>", "word/document.xml", "<w:document " + wordMark + "><w:body>" + document + "</w:body></w:document>",
	}, parts...)...)
}

func wordRun(words string, properties ...string) string {
	return "<w:r><w:rPr>" + strings.Join(properties, "") + `</w:rPr><w:t xml:space="preserve">` + words + "</w:t></w:r>"
}

func wordParagraph(runs string, properties ...string) string {
	return "<w:p><w:pPr>" + strings.Join(properties, "") + "</w:pPr>" + runs + "</w:p>"
}

func TestWhatWordShowsIsReadAndWhatItHidesIsNot(t *testing.T) {
	contents := func(gallery string) string {
		return `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="` + gallery + `"/></w:docPartObj></w:sdtPr><w:sdtContent>` +
			"<w:sdt><w:sdtContent>" + wordParagraph(wordRun("The vote 1")) + "</w:sdtContent></w:sdt>" + wordParagraph(wordRun("The nets 2")) +
			"</w:sdtContent></w:sdt>" + wordParagraph(wordRun("It sails."))
	}
	for name, test := range map[string]struct{ in, want string }{
		"hidden words": {
			wordParagraph(wordRun("The ")+wordRun("old ", "<w:vanish/>")+wordRun("ferry ", `<w:vanish w:val="0"/>`)+wordRun("sails."),
				"<w:rPr><w:vanish/></w:rPr>"),
			"The ferry sails.",
		},
		"a table of contents": {contents("Table of Contents"), "It sails."},
		"another control":     {contents("Cover Pages"), "The vote 1\n\nThe nets 2\n\nIt sails."},
		"how a word is spoken": {
			wordParagraph("<w:r><w:ruby><w:rt><w:r><w:t>みなと</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>港</w:t></w:r></w:rubyBase></w:ruby></w:r>" +
				wordRun("は閉鎖された。")),
			"港は閉鎖された。",
		},
		"signs of fonts": {
			wordParagraph(`<w:r><w:sym w:font="Wingdings" w:char="F0A7"/></w:r>` + wordRun(" The angle ") +
				`<w:r><w:sym w:font="Symbol" w:char="F061"/></w:r>` + wordRun(" is right.")),
			"• The angle α is right.",
		},
	} {
		d, err := parseOne(t, "file.docx", []byte(wordFile(t, test.in)), Options{})
		if err != nil || d.Body != test.want {
			t.Errorf("%s: %q, %v", name, d.Body, err)
		}
	}
}

func TestListsOfWordHaveTheNumbersThatItShows(t *testing.T) {
	item := func(list, level, words string) string {
		return wordParagraph(wordRun(words), `<w:numPr><w:ilvl w:val="`+level+`"/><w:numId w:val="`+list+`"/></w:numPr>`)
	}
	level := func(at, start, format, text string) string {
		return `<w:lvl w:ilvl="` + at + `"><w:start w:val="` + start + `"/><w:numFmt w:val="` + format + `"/><w:lvlText w:val="` +
			text + `"/></w:lvl>`
	}
	numbering := "<w:numbering " + wordMark + `><w:abstractNum w:abstractNumId="0">` + level("0", "3", "decimal", "%1.") +
		level("1", "1", "lowerLetter", "%2)") + level("2", "1", "upperRoman", "§ %1.%3") + `</w:abstractNum>` +
		`<w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num>` +
		`<w:num w:numId="6"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">` +
		`<w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>`
	styles := "<w:styles " + wordMark + `><w:style w:styleId="Numbered"><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>` +
		`<w:style w:styleId="Tight"><w:basedOn w:val="Numbered"/></w:style>` +
		`<w:style w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style></w:styles>`
	document := wordParagraph(wordRun("The plan.")) + item("5", "0", "Measure.") + item("5", "1", "The quay.") + item("5", "1", "The ship.") +
		item("5", "2", "Twice.") + item("5", "0", "Order.") + item("5", "1", "Paint.") + wordParagraph(wordRun("Later.")) +
		item("5", "0", "Sail.") + item("6", "0", "Sell.") + wordParagraph(wordRun("Rest."), `<w:pStyle w:val="Tight"/>`) +
		wordParagraph(wordRun("End."), `<w:pStyle w:val="Tight"/><w:numPr><w:numId w:val="0"/></w:numPr>`) +
		wordParagraph(wordRun("All."), `<w:pStyle w:val="Loop"/>`)
	d, err := parseOne(t, "file.docx", []byte(wordFile(t, document, "word/numbering.xml", numbering, "word/styles.xml", styles)), Options{})
	if err != nil {
		t.Fatal(err)
	}
	const want = "The plan.\n\n3. Measure.\na) The quay.\nb) The ship.\n§ 3.I Twice.\n4. Order.\na) Paint.\n\n" +
		"Later.\n\n5. Sail.\n1. Sell.\n6. Rest.\n\n" +
		"End.\n\nAll."
	if diff := cmp.Diff(want, d.Body); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}

func TestNumeralsOfLists(t *testing.T) {
	for _, test := range []struct {
		n            int
		format, want string
	}{
		{4, "upperRoman", "IV"},
		{1999, "lowerRoman", "mcmxcix"},
		{28, "lowerLetter", "bb"},
		{3, "upperLetter", "C"},
		{7, "decimalZero", "07"},
		{12, "decimalZero", "12"},
		{0, "lowerLetter", "0"},
		{5000, "upperRoman", "5000"},
		{5, "russianLower", "5"},
	} {
		if got := numeral(test.n, test.format); got != test.want {
			t.Errorf("%d as %s is %q, want %q", test.n, test.format, got, test.want)
		}
	}
}

func TestACommentOnAPlaceAloneIsOnTheWordBeforeIt(t *testing.T) {
	comments := "<w:comments " + wordMark + `><w:comment w:id="1" w:author="Ada">` + wordParagraph(wordRun("Which one?")) +
		"</w:comment></w:comments>"
	for name, document := range map[string]string{
		"a place": wordParagraph(wordRun("The ferry") + `<w:r><w:commentReference w:id="1"/></w:r>` + wordRun(" sails.")),
		"words": wordParagraph(wordRun("The ") + `<w:commentRangeStart w:id="1"/>` + wordRun("ferry") + `<w:commentRangeEnd w:id="1"/>` +
			`<w:r><w:commentReference w:id="1"/></w:r>` + wordRun(" sails.")),
	} {
		d, err := parseOne(t, "file.docx", []byte(wordFile(t, document, "word/comments.xml", comments)), Options{})
		if err != nil || len(d.Highlights) != 1 || d.Highlights[0].note() != "Ada: Which one?" ||
			d.Body[d.Highlights[0].Span.Start:d.Highlights[0].Span.End] != "ferry" {
			t.Errorf("%s: %+v, %v", name, d.Highlights, err)
		}
	}
}

func TestAWordDocumentWhoseTextHasAnotherNameIsRead(t *testing.T) {
	data := zipped(t, "[Content_Types].xml", "<Types/>", "_rels/.rels", `<Relationships><Relationship Type="`+
		`http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="/word/document2.xml"/></Relationships>`,
		"word/document2.xml",
		"<w:document "+wordMark+"><w:body>"+wordParagraph(wordRun("It sails."))+"</w:body></w:document>")
	if d, err := parseOne(t, "file.docx", []byte(data), Options{}); err != nil || d.Body != "It sails." {
		t.Errorf("%q, %v", d.Body, err)
	}
}

func TestATextBoxOfRTFFollowsItsParagraph(t *testing.T) {
	const data = `{\rtf1\ansi Before{\shp{\*\shpinst{\sp{\sn x}{\sv y}}{\shptxt \pard Box {\b text}.\par Two.\par}}` +
		`{\shprslt{\*\do\dobxpage\dptxbx{\dptxbxtext\pard Box text.\par}}}} after.\par Next.\par}`
	const want = "Before after.\n\nBox text.\n\nTwo.\n\nNext."
	if d, err := parseOne(t, "file.rtf", []byte(data), Options{}); err != nil || d.Body != want {
		t.Errorf("%q, %v", d.Body, err)
	}
}
