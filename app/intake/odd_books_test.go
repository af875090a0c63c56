package intake

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const bookHead = `<package><metadata xmlns:dc="d"><dc:title>The Norrick Reader</dc:title></metadata><manifest>` +
	`<item id="nav" href="nav.xhtml" properties="nav scripted"/><item id="toc" href="toc.xhtml"/><item id="one" href="the%20vote.xhtml"/>` +
	`<item id="two" href="nets.xhtml"/><item id="three" href="museum.xhtml"/></manifest><spine>`

func TestABookIsReadWithAllItsChapters(t *testing.T) {
	chapter := func(title, words string) string {
		return "<html><body><h1>" + title + "</h1>" + words + "</body></html>"
	}
	contents := chapter("Contents", "<p>The vote</p><p>The nets</p>")
	utf16 := encoded(t, "utf-16le", "\uFEFF"+chapter("The nets", "<p>They tear — in Überlingen.</p>"))
	data := zipped(t, "mimetype", "application/epub+zip", "META-INF/container.xml",
		`<container><rootfiles><rootfile full-path="OEBPS/content.opf"/></rootfiles></container>`,
		"OEBPS/content.opf", bookHead+`<itemref idref="nav"/><itemref idref="toc"/><itemref idref="one"/><itemref idref="two"/>`+
			`<itemref idref="three"/></spine><guide><reference type="toc" href="toc.xhtml#begin"/></guide></package>`,
		"OEBPS/nav.xhtml", contents, "OEBPS/toc.xhtml", contents, "OEBPS/nets.xhtml", utf16,
		"OEBPS/the vote.xhtml", chapter("The vote", `<p>It sails from <ruby>港<rp>(</rp><rt>みなと</rt><rp>)</rp></ruby>.</p>`+
			`<span epub:type="pagebreak">12</span><aside class="sidebar"><p>A box beside it.</p></aside><p hidden="">Hidden.</p>`))
	d, err := parseOne(t, "reader.epub", []byte(data), Options{})
	if err != nil {
		t.Fatal(err)
	}
	const want = "The vote\n\nIt sails from 港.\n\nA box beside it.\n\nThe nets\n\nThey tear — in Überlingen."
	if diff := cmp.Diff(want, d.Body); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
	if len(d.Notes) != 1 || !strings.Contains(d.Notes[0].String(), "museum.xhtml") {
		t.Errorf("the chapter that is missing: %v", d.Notes)
	}
}
