package intake

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/htmlindex"

	"standpoint/store"
	"standpoint/store/text"
)

// parseOne reads a file that holds one article.
func parseOne(t testing.TB, name string, data []byte, o Options) (Draft, error) {
	t.Helper()
	drafts, err := Parse(t.Context(), name, data, o)
	if err != nil {
		return Draft{}, err
	}
	if len(drafts) != 1 {
		t.Fatalf("%d articles, want one", len(drafts))
	}
	return drafts[0], nil
}

// twoParagraphs are long enough that nobody takes them for clutter of a page.
const twoParagraphs = `The talks in Quill ended on Friday without a ferry. “The harbour will open on Monday,” said the minister, Anna ` +
	`Kessel, who had ` +
	`travelled through the night to be at the table.

Nobody else from the ministry had been asked to come. The harbour’s owners said that they had not been told of the plan, and that ` +
	`they would speak to the press when they had read it.`

// asParagraphs is twoParagraphs with each paragraph between an opening and a closing.
func asParagraphs(opening, closing string) string {
	return opening + strings.Join(strings.Split(twoParagraphs, "\n\n"), closing+opening) + closing
}

// want is what a file must come to.
type want struct {
	title, source, author, date, url, section, language string
	body                                                string
}

func wanted(d Draft) want {
	a := d.Article
	return want{a.Title, a.Source, a.Author, string(a.Published), a.URL, a.Section, a.Language, d.Body}
}

// newsPage is a page as news sites make them, with much around its article.
func newsPage(head string) string {
	return `<!DOCTYPE html><html lang="en"><head><title>Harbour talks end | The Norvian Courier</title>` + head + `</head><body>
<header class="site-header"><a href="/">The Norvian Courier</a><nav><a href="/news">News</a><a href="/sport">Sport</a></nav></header>
<main><article><h1>Harbour talks end</h1><div class="byline">By Ida Brandt</div><div class="social-share">Share this</div>` +
		asParagraphs("<p>", "</p>\n") + `<div class="related"><h3>Read also</h3><p>` + strings.Repeat("Ferries are late, again and again. ", 9) +
		`</p></div><section id="comments"><p>` + strings.Repeat("I do not believe a word of it, and nor should you. ", 9) +
		`</p></section></article></main><footer>© 2031 The Norvian Courier</footer></body></html>`
}

const linkedData = `<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebPage","name":"A page"},
{"@type":"NewsArticle","headline":"Harbour talks end","datePublished":"2031-05-16T10:20:00+02:00","articleSection":"Harbours",
"author":[{"@type":"Person","name":"Ida Brandt"},{"@type":"Person","name":"Jon Venn"}],"publisher":{"@type":"Organization","name":"The ` +
	`Norvian Courier"},
"url":"https://courier.example/harbour"}]}</script>`

const openGraph = `<meta property="og:title" content="Harbour talks end"><meta property="og:site_name" content="The Norvian Courier">
<meta property="article:published_time" content="2031-05-16T10:20:00+02:00"><meta name="author" content="Ida Brandt">
<meta property="article:section" content="Harbours"><link rel="canonical" href="https://courier.example/harbour">`

func docxFile(t testing.TB, document string) string {
	const head = `<?xml version="1.0" encoding="UTF-8"?><w:document ` +
		`xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`
	return zipped(t, "[Content_Types].xml", "<Types/>", "word/document.xml", head+document+"</w:body></w:document>",
		"word/comments.xml", `<w:comments xmlns:w="x"><w:comment w:id="3" w:author="Jon Venn"><w:p><w:r><w:t>Who says `+
			`so?</w:t></w:r></w:p></w:comment></w:comments>`,
		"docProps/core.xml", `<cp:coreProperties xmlns:cp="x" xmlns:dc="y"><dc:title>Harbour talks end</dc:title><dc:creator>Ida `+
			`Brandt</dc:creator></cp:coreProperties>`)
}

func TestEachFormatGivesItsArticle(t *testing.T) {
	page := want{
		title: "Harbour talks end", source: "The Norvian Courier", author: "Ida Brandt", date: "2031-05-16T10:20:00+02:00",
		url: "https://courier.example/harbour", section: "Harbours", language: "en", body: twoParagraphs,
	}
	linked, plain, titled := page, want{title: "Harbour talks end", language: "en", body: twoParagraphs}, want{
		title: "Harbour talks end", author: "Ida Brandt", language: "en", body: twoParagraphs,
	}
	linked.author = "Ida Brandt, Jon Venn"
	bare := want{title: "Harbour talks end", language: "en", body: twoParagraphs}
	mail := want{
		title: "Harbour talks end", source: "Courier Alerts", date: "2031-05-16T10:20:00+02:00", language: "en", body: twoParagraphs,
	}
	row := want{title: "Harbour talks end", source: "Courier", date: "2031-05-16", language: "en", body: twoParagraphs}
	const envelope = "From: Courier Alerts <alerts@courier.example>\r\nDate: Fri, 16 May 2031 10:20:00 +0200\r\nSubject: " +
		"=?utf-8?q?Harbour_talks_end?=\r\n" +
		"MIME-Version: 1.0\r\nMessage-ID: <1@courier.example>\r\n"
	wrapped := strings.ReplaceAll(asParagraphs("<w:p><w:r><w:t>", "</w:t></w:r></w:p>"), "Monday,", "Mon</w:t></w:r><w:r><w:t>day,")
	for _, test := range []struct {
		name, in string
		want     want
	}{
		{"a page with data for programs", newsPage(linkedData), linked},
		{"a page with meta elements", newsPage(openGraph), page},
		{"a page without metadata", strings.Replace(newsPage(""), ` lang="en"`, "", 1), bare},
		{"a page saved in one file", "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://courier.example/harbour\r\nSubject: " +
			"Harbour\r\n" +
			"MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"XX\"\r\n\r\n--XX\r\nContent-Type: " +
			"text/html\r\n" +
			"Content-Transfer-Encoding: 8bit\r\n\r\n" +
			newsPage(strings.Replace(openGraph, `<link rel="canonical" href="https://courier.example/harbour">`, "", 1)) +
			"\r\n--XX--\r\n", page},
		{"DOCX", docxFile(t, wrapped), titled},
		{"DOCX with tracked changes", docxFile(t, strings.Replace(wrapped, "<w:p>",
			`<w:p><w:del><w:r><w:delText>Not </w:delText></w:r></w:del><w:ins><w:r><w:t></w:t></w:r></w:ins>`, 1)), titled},
		{"ODT", zipped(t, "mimetype", "application/vnd.oasis.opendocument.text", "content.xml", `<o:c xmlns:o="o" xmlns:text="t"><o:body>`+
			`<text:tracked-changes><text:p>Deleted.</text:p></text:tracked-changes>`+asParagraphs("<text:p>", "</text:p>")+`</o:body></o:c>`,
			"meta.xml", `<m xmlns:dc="d"><dc:title>Harbour talks end</dc:title><dc:creator>Ida Brandt</dc:creator></m>`), titled},
		{
			"RTF", `{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Serif;}}{\info{\title Harbour talks end}{\author Ida Brandt}}` +
				strings.NewReplacer("“", `\ldblquote `, "”", `\rdblquote `, "’", `\u8217?`).Replace(asParagraphs("", `\par `)) + `{\deleted No.}}`,
			titled,
		},
		{"EPUB", zipped(t, "mimetype", "application/epub+zip", "META-INF/container.xml", `<c><rootfile full-path="O/p.opf"/></c>`,
			"O/p.opf", `<package xmlns:dc="d"><metadata><dc:title>Harbour talks end</dc:title><dc:creator>Ida Brandt</dc:creator></metadata>`+
				`<manifest><item id="b" href="b.xhtml"/><item id="a" href="a.xhtml"/></manifest><spine><itemref idref="a"/><itemref `+
				`idref="b"/></spine></package>`,
			"O/a.xhtml", "<html><body><h1>Harbour talks end</h1><p>"+strings.Split(twoParagraphs, "\n\n")[0]+"</p></body></html>",
			"O/b.xhtml", "<html><body><p>"+strings.Split(twoParagraphs, "\n\n")[1]+"</p></body></html>"), titled},
		{"mail", envelope + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + twoParagraphs, mail},
		{
			"a newsletter", envelope + "Content-Type: multipart/alternative; boundary=XX\r\n\r\n--XX\r\nContent-Type: text/plain\r\n\r\nOpen it " +
				"in a browser.\r\n" +
				"--XX\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><body>" + asParagraphs("<p>", "</p>") + "</body></html>\r\n--XX--\r\n",
			mail,
		},
		{"CSV", "Title;Quelle;Datum;Text\r\nHarbour talks end;Courier;2031-05-16;\"" + twoParagraphs + "\"\r\n", row},
		{"TSV", "headline\toutlet\tdate\tcontent\nHarbour talks end\tCourier\t16 May 2031\t\"" + twoParagraphs + "\"\n", row},
		{
			"XLSX", workbook(t, []string{"Title", "Source", "Date", "Body"}, []string{"Harbour talks end", "Courier", "2031-05-16", twoParagraphs}),
			row,
		},
		{"JSON Lines", `{"headline":"Harbour talks end","outlet":"Courier","published_at":"2031-05-16","text":` + quotedJSON(twoParagraphs) +
			"}\n", row},
		{"JSON in a list", `{"n":1,"articles":[{"title":"Harbour talks end","source":{"name":"Courier"},"date":"2031-05-16","body":` +
			quotedJSON(twoParagraphs) + "}]}", row},
		{"CSL", `[{"type":"article-newspaper","title":"Harbour talks ` +
			`end","container-title":"Courier","issued":{"date-parts":[[2031,5,16]]},"abstract":` +
			quotedJSON(twoParagraphs) + "}]", row},
		{"RIS", "TY  - NEWS\nTI  - Harbour talks end\nT2  - Courier\nDA  - 2031/05/16\nAB  - " + twoParagraphs + "\nER  - \n", row},
		{
			"BibTeX", "@article{brandt31,\n title = {Harbour {Talks} end},\n journal = \"Courier\",\n date = {2031-05-16},\n abstract = {" +
				twoParagraphs + "}\n}\n",
			want{title: "Harbour Talks end", source: "Courier", date: "2031-05-16", language: "en", body: twoParagraphs},
		},
		{"zip", zipped(t, "news/ferry.txt", "Title: Harbour talks end\n\n"+twoParagraphs, "news/ferry.png", "\x89PNG\r\n", "__MACOSX/x.txt",
			"x"), plain},
		{"zip in zip", zipped(t, "more.zip", zipped(t, "ferry.html", newsPage(openGraph))), page},
	} {
		t.Run(test.name, func(t *testing.T) {
			d, err := parseOne(t, "file", []byte(test.in), Options{})
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, wanted(d), cmp.AllowUnexported(want{})); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
			checkStorable(t, d)
		})
	}
}

func workbook(t testing.TB, rows ...[]string) string {
	t.Helper()
	book := excelize.NewFile()
	for i, row := range rows {
		for j, cell := range row {
			at, err := excelize.CoordinatesToCellName(j+1, i+1)
			if err != nil {
				t.Fatal(err)
			}
			if err := book.SetCellStr("Sheet1", at, cell); err != nil {
				t.Fatal(err)
			}
		}
	}
	var out bytes.Buffer
	if err := book.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func quotedJSON(s string) string { return `"` + strings.ReplaceAll(s, "\n", `\n`) + `"` }

func TestWhatIsMarkedInADocumentComesAsHighlights(t *testing.T) {
	d, err := parseOne(t, "file.docx", []byte(docxFile(t,
		`<w:p><w:r><w:t xml:space="preserve">The </w:t></w:r><w:commentRangeStart w:id="3"/><w:r><w:t>ferry</w:t></w:r>`+
			`<w:commentRangeEnd w:id="3"/><w:r><w:t xml:space="preserve"> sails </w:t></w:r><w:r><w:rPr><w:highlight `+
			`w:val="yellow"/></w:rPr><w:t>ag</w:t></w:r>`+
			`<w:r><w:rPr><w:highlight w:val="yellow"/></w:rPr><w:t>ain</w:t></w:r><w:r><w:t>.</w:t></w:r></w:p>`)), Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := []Highlight{{Span: text.Span{Start: 4, End: 9}, Note: "Who says so?", Author: "Jon Venn"}, {Span: text.Span{Start: 16, End: 21}}}
	if diff := cmp.Diff(want, d.Highlights); d.Body != "The ferry sails again." || diff != "" {
		t.Errorf("body %q, highlights -want +got\n%s", d.Body, diff)
	}
	p := mustProject(t)
	r := mustImport(t, p, Options{}, files(t,
		docxFile(t, `<w:p><w:commentRangeStart w:id="3"/><w:r><w:t>Ferry</w:t></w:r><w:commentRangeEnd w:id="3"/></w:p>`))...)
	annotations, err := p.Annotations(t.Context(), r.Added[0].ID)
	if err != nil || len(annotations) != 1 || annotations[0].Kind != store.KindHighlight {
		t.Errorf("%+v, %v", annotations, err)
	}
}

// Texts in the encodings of the world, long enough to tell them.
var encodedTexts = []struct{ encoding, text string }{
	{"utf-16le", twoParagraphs},
	{"utf-16be", twoParagraphs},
	{"windows-1252", strings.NewReplacer("“", "«", "”", "»").Replace(twoParagraphs) + " Le café était fermé, où l’été s’achève."},
	{"windows-1251", "Переговоры в порту закончились в пятницу. «Паром пойдёт в понедельник», — сказала министр, которая приехала ночью, " +
		"чтобы успеть к столу."},
	{"koi8-u", "Переговори в порту закінчилися у п'ятницю. Пором піде в понеділок, сказала міністерка, яка приїхала вночі, щоб встигнути " +
		"до столу, і її почули."},
	{"windows-1254", "Limandaki görüşmeler cuma günü sona erdi. Bakan, feribotun pazartesi günü yeniden çalışacağını söyledi ve " +
		"gazetecilere teşekkür etti."},
	{"iso-8859-2", "Rozmowy w porcie zakończyły się w piątek. Prom popłynie w poniedziałek, powiedziała minister, która przyjechała nocą, " +
		"żeby zdążyć."},
	{"shift_jis", "港の会談は金曜日に終わった。フェリーは月曜日に再開すると大臣は述べた。記者団は夜まで待っていた。"},
	{"gb18030", "港口的会谈于星期五结束。部长表示，渡轮将于星期一恢复运行。记者们一直等到深夜。"},
	{"big5", "港口的會談於星期五結束。部長表示，渡輪將於星期一恢復運行。記者們一直等到深夜。"},
	{"windows-1256", "انتهت المحادثات في الميناء يوم الجمعة. وقالت الوزيرة إن العبارة ستعمل من جديد يوم الاثنين، وإن الصحفيين انتظروا حتى " +
		"الليل."},
	{"euc-kr", "항구의 회담은 금요일에 끝났다. 장관은 월요일에 여객선이 다시 운항한다고 말했다. 기자들은 밤까지 기다렸다."},
	{"iso-2022-jp", "港の会談は金曜日に終わった。フェリーは月曜日に再開すると大臣は述べた。"},
}

func TestTextInAnyEncodingIsRead(t *testing.T) {
	for _, test := range encodedTexts {
		t.Run(test.encoding, func(t *testing.T) {
			enc, err := htmlindex.Get(test.encoding)
			if err != nil {
				t.Fatal(err)
			}
			data, err := enc.NewEncoder().Bytes([]byte(test.text))
			if err != nil {
				t.Fatal(err)
			}
			d, err := parseOne(t, "file.txt", data, Options{})
			if err != nil || d.Body != test.text {
				t.Errorf("found out: %q, %v", d.Body, err)
			}
			if d, err = parseOne(t, "file.txt", data, Options{Encoding: test.encoding}); err != nil || d.Body != test.text || len(d.Notes) > 0 {
				t.Errorf("said: %q, %v, %v", d.Body, d.Notes, err)
			}
		})
	}
	for _, name := range Encodings() {
		if _, err := htmlindex.Get(name); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestTheLanguageOfATextIsFoundOut(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{twoParagraphs, "en"},
		{"Die Gespräche im Hafen sind am Freitag zu Ende gegangen, und die Ministerin hat nicht mit der Presse gesprochen, weil sie nach " +
			"Hause wollte.", "de"},
		{"Переговори в порту закінчилися у п’ятницю, і міністерка не говорила з пресою, але сказала, що пором піде в понеділок за планом, як " +
			"і було.", "uk"},
		{encodedTexts[7].text, "ja"},
		{encodedTexts[8].text, "zh"},
		{encodedTexts[11].text, "ko"},
		{"Ferry, ferry, ferry.", ""},
		{"", ""},
		{"12 : 7", ""},
	} {
		if got := detectedLanguage(test.in); got != test.want {
			t.Errorf("%.40s: %q, want %q", test.in, got, test.want)
		}
	}
}

// nexisUni is a download of two articles with their cover page.
const nexisUni = "1. Harbour talks end\nClient/Matter: -None-\nNarrowed by: English\n\nPage 1 of 4\n\nHarbour talks end\n\nThe Norvian " +
	"Courier\n\n" +
	"May 16, 2031 Friday\n\nCopyright 2031 Courier Ltd. All Rights Reserved\n\nSection:\u00A0HARBOURS; Pg. 4\n\nLength:\u00A0120 " +
	"words\n\nByline:\u00A0Ida Brandt\n\nBody\n\n" +
	twoParagraphs + "\n\nLoad-Date:\u00A0May 17, 2031\n\nEnd of Document\n\nFerry sails\n\nQuill Gazette\n\n17 May 2031\n\nLength:\u00A09 " +
	"words\n\nBody\n\n" +
	"The ferry sails again, the harbour said.\n\nEnd of Document\n"

const nexisOlder = "1 of 2 DOCUMENTS\n\n   The Norvian Courier\n\n   May 16, 2031 Friday\n   Final Edition\n\nHarbour talks " +
	"end\n\nBYLINE: By Ida Brandt\n\nSECTION: HARBOURS; Pg. 4\n\n" +
	"LENGTH: 120 words\n\n" + twoParagraphs +
	"\n\nLOAD-DATE: May 17, 2031\n\nLANGUAGE: ENGLISH\n\nGRAPHIC: A ferry\n\n2 of 2 DOCUMENTS\n\nQuill Gazette\n\n" +
	"17 May 2031\n\nFerry sails\n\nLENGTH: 9 words\n\nThe ferry sails again, the harbour said.\n\nLANGUAGE: ENGLISH\n"

// nexisNineties is an older text whose headline and author stand below the count of words.
const nexisNineties = "1 of 2 DOCUMENTS\n\n   The Norvian Courier\n\n   May 16, 2031, Friday, Final Edition\n\nSECTION: HARBOURS; Pg. " +
	"4\n\n" +
	"LENGTH: 120 words\n\nHEADLINE: Harbour\n   talks end\n\nBYLINE: By Ida Brandt\n\nDATELINE: QUILL\n\nBODY:\n\n" + twoParagraphs +
	"\n\nGRAPHIC: A ferry\n\nLOAD-DATE: May 17, 2031\n\n2 of 2 DOCUMENTS\n\nQuill Gazette\n\n17 May 2031\n\nLENGTH: 9 words\n\n" +
	"HEADLINE: Ferry sails\n\nBODY:\nThe ferry sails again, the harbour said.\n\nLANGUAGE: ENGLISH\n"

func factivaPlainPage(lines ...string) string {
	return `<div class="article enArticle"><p class="articleParagraph">` + strings.Join(lines, `</p><p class="articleParagraph">`) +
		"</p></div>"
}

func factiva(rows ...string) string {
	var b strings.Builder
	for i := 0; i < len(rows); i += 2 {
		b.WriteString("<tr><td><b>" + rows[i] + "</b></td><td>" + rows[i+1] + "</td></tr>")
	}
	return `<div class="article enArticle"><table>` + b.String() + "</table></div>"
}

func TestDownloadsOfDatabasesAreTakenApart(t *testing.T) {
	first := want{
		title: "Harbour talks end", source: "The Norvian Courier", author: "Ida Brandt", date: "2031-05-16", section: "HARBOURS; Pg. 4",
		language: "en", body: twoParagraphs,
	}
	second := want{title: "Ferry sails", source: "Quill Gazette", date: "2031-05-17", body: "The ferry sails again, the harbour said."}
	spoken := second
	spoken.language = "en"
	paragraphs := strings.Split(twoParagraphs, "\n\n")
	rule := strings.Repeat("_", 60) + "\n"
	for _, test := range []struct {
		name, in string
		want     []want
	}{
		{"Nexis Uni", nexisUni, []want{first, second}},
		{"Nexis Uni in RTF", `{\rtf1\ansi ` + strings.NewReplacer("\n\n", `\par `, "\n", `\par `, "\u00A0", `\~`, "“", `\ldblquote `, "”",
			`\rdblquote `, "’", `\rquote `).
			Replace(nexisUni) + "}", []want{first, second}},
		{"Nexis Uni in HTML", "<html><head><title>Download</title></head><body><p>" + strings.NewReplacer("\n\n", "</p><p>", "\n", "</p><p>").
			Replace(nexisUni) + "</p></body></html>", []want{first, second}},
		{"Nexis, older", nexisOlder, []want{first, spoken}},
		{"Nexis of the nineties", nexisNineties, []want{first, spoken}},
		{"Factiva without codes in HTML", "<html><head><title>Factiva</title></head><body>" + factivaPlainPage("HARBOURS; Pg. 4",
			"Harbour talks end", "By Ida Brandt", "120 words", "16 May 2031", "10:20", "The Norvian Courier", "NORC", "4", "English",
			"Copyright 2031 Courier Ltd.", paragraphs[0], paragraphs[1], "Document NORC000020310516e75g0001x") +
			factivaPlainPage("Ferry sails", "9 words", "17 May 2031", "Quill Gazette", "QGAZ", "English", "(c) 2031 Gazette",
				second.body, "Document QGAZ000020310517e75h0002y") + "</body></html>", []want{first, spoken}},
		{"Factiva", "<html><body>" + factiva("HD", "Harbour talks end", "BY", "Ida Brandt", "WC", "120 words", "PD", "16 May 2031", "SN",
			"The Norvian Courier",
			"SC", "NORVC", "SE", "HARBOURS; Pg. 4", "LA", "English", "LP", `<p class="articleParagraph">`+paragraphs[0]+"</p>", "TD",
			`<p class="articleParagraph">`+paragraphs[1]+"</p>", "AN", "Document NORVC00020310516e75g0001") +
			factiva("HD", "Ferry sails", "PD", "17 May 2031", "SN", "Quill Gazette", "LA", "English", "LP",
				"The ferry sails again, the harbour said.") +
			"</body></html>", []want{first, spoken}},
		{"ProQuest", rule + "\nDocument 1 of 2\n\nHarbour talks end\n\nAuthor: Ida Brandt\n\nPublication info: The Norvian Courier\n\nFull " +
			"text: " + twoParagraphs +
			"\n\nSubject: Harbours\n\nTitle: Harbour talks end\n\nPublication title: The Norvian Courier\n\nPublication date: May 16, " +
			"2031\n\nSection: HARBOURS; Pg. 4\n\n" +
			"Language of publication: English\n\n" + rule +
			"\nTitle: Ferry sails\n\nPublication title: Quill Gazette\n\nPublication date: 17 May 2031\n\n" +
			"Full text: The ferry sails again, the harbour said.\n\nLanguage of publication: English\n\n" + rule, []want{first, spoken}},
		{"ProQuest, a text with what looks like fields", rule + "Title: Ferry sails\n\nPublication title: Quill Gazette\n\nFull text:\n\n" +
			"Subject: nobody knew it, he said.\n\n" + twoParagraphs + "\n\nCredit: Jon Venn\n\nA New Field: 7\n\nPublication date: 17 May " +
			"2031\n\n" + rule, []want{{
			title: "Ferry sails", source: "Quill Gazette", date: "2031-05-17", language: "en",
			body: "Subject: nobody knew it, he said.\n\n" + twoParagraphs,
		}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			drafts, err := Parse(t.Context(), "download", []byte(test.in), Options{})
			if err != nil {
				t.Fatal(err)
			}
			got := make([]want, len(drafts))
			for i, d := range drafts {
				got[i] = wanted(d)
			}
			if diff := cmp.Diff(test.want, got, cmp.AllowUnexported(want{})); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

func TestNoNameOfAColumnStandsForTwoFields(t *testing.T) {
	seen := map[string]Field{}
	for field, names := range fieldNames {
		for _, name := range strings.Fields(names) {
			if other, have := seen[text.Fold(name)]; have && other != field {
				t.Errorf("%q stands for %s and %s", name, other, field)
			}
			seen[text.Fold(name)] = field
		}
	}
}

func TestAnArchiveCannotFillTheComputer(t *testing.T) {
	bomb := zippedTight(t, "word/document.xml", bytes.Repeat([]byte("a"), 60_000_000))
	for _, test := range []struct{ name, in, says string }{
		{"a document that unfolds to much", bomb, "unfolds to more than"},
		{"a workbook that does", zippedTight(t, "xl/workbook.xml", bytes.Repeat([]byte("a"), 60_000_000)), "unfolds to more than"},
		{"archives in archives", nested(t, mostNesting+2), "archives within archives"},
		{"deep XML", docxFile(t, strings.Repeat("<w:p>", mostDepth+1)), "unfolds to more than"},
		{"a deep page", "<html><body>" + strings.Repeat("<div>", mostDepth+1) + "x", "nested"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := Parse(t.Context(), "file", []byte(test.in), Options{})
			checkRefusal(t, err, store.CodeInvalid, test.says)
		})
	}
}

func nested(t testing.TB, depth int) string {
	inner := zipped(t, "a.txt", "The ferry sails.")
	for range depth {
		inner = zipped(t, "inner.zip", inner)
	}
	return inner
}

func TestFilesOfAFolderAreThoseThatMayBeArticles(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{
		"a.txt", "b/c.html", "b/c_files/frame.html", "b/c_files/style.css", ".hidden/d.txt", "e.png", "b/.f.txt", "notes_files/g.txt",
	} {
		writeIn(t, folder, name, "The ferry sails.")
	}
	found := Find(t.Context(), []string{folder})
	var names []string
	for _, f := range found.Files {
		names = append(names, strings.TrimPrefix(strings.ReplaceAll(f, "\\", "/"), strings.ReplaceAll(folder, "\\", "/")+"/"))
	}
	if want := []string{"a.txt", "b/c.html", "notes_files/g.txt"}; len(found.Failed) > 0 || !slices.Equal(names, want) || found.Passed != 3 {
		t.Errorf("%v, want %v; %+v", names, want, found)
	}
}
