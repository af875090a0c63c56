package intake

import (
	"strings"
	"testing"
)

const (
	quayVote = "The harbour council voted late on Thursday to close the northern quay for eleven weeks, " +
		"a decision that crews said would cost them the whole of the spring season."
	quayRest = "Repairs will cost 14.2m crowns, of which the state pays half, the engineer told members of the council after the vote."
)

// What announces something else on the page is none of the article, wherever it stands.
func TestHeadingsOfLinksAndOfAdvertisementsStayOutOfTheArticle(t *testing.T) {
	for name, between := range map[string]string{
		"a label":                        "<div>Anzeige</div>",
		"a label in capitals":            "<p>- ADVERTISEMENT -</p>",
		"a label with accents":           "<p><span>Publicité</span></p>",
		"a label in Cyrillic":            "<div>Реклама</div>",
		"a heading over links":           `<h3>Mehr zum Thema</h3><ul><li><a href="/1">Ferry fares rise in summer</a></li></ul>`,
		"a heading in Arabic over links": `<div><h2>اقرأ أيضا</h2><div><a href="/1">Fares</a> <a href="/2">Storm</a></div></div>`,
		"words for screen readers": `<h4>More</h4><ul><li><span class="screen-reader-text">list 1 of 2</span>` +
			`<a href="/1">Fares</a></li></ul>`,
		"what is said of a post": `<div class="entry-meta">Posted on <time>March 8</time> by <a href="/p">Lena Moor</a></div>`,
	} {
		page := "<html><head><title>Quay closes</title></head><body><article><h1>Quay closes</h1><p>" + quayVote + "</p>" + between +
			"<h2>What it costs</h2><p>" + quayRest + "</p><h3>Related</h3></article></body></html>"
		d, err := parseOne(t, "page.html", []byte(page), Options{})
		if want := quayVote + "\n\nWhat it costs\n\n" + quayRest; err != nil || d.Body != want {
			t.Errorf("%s: the text is\n%s\n%v", name, d.Body, err)
		}
	}
}

// The words over advertisements may stand in an article.
func TestAWordForAdvertisementsWithinASentenceStays(t *testing.T) {
	said := "The council paid for an advertisement."
	page := "<html><body><article><h1>Quay</h1><p>" + quayVote + "</p><p>" + said + "</p><p>" + quayRest + "</p></article></body></html>"
	if d, err := parseOne(t, "page.html", []byte(page), Options{}); err != nil || !strings.Contains(d.Body, said) {
		t.Errorf("%q, %v", d.Body, err)
	}
}

// Some pages are put together by a script; their data for programs hold the text all the same.
func TestAPageWithoutTextHasTheOneOfItsData(t *testing.T) {
	const seen = "<p>This text is for readers with a subscription.</p>"
	head := func(body string) string {
		return `<html><head><script type="application/ld+json">{"@type":"NewsArticle","headline":"Quay closes","articleBody":"` + body +
			`"}</script></head><body><div>`
	}
	whole := quayVote + "\n\n" + quayRest
	for name, page := range map[string]string{
		"lines":           head(quayVote+`\n\n`+quayRest) + "</div></body></html>",
		"a beginning":     head(quayVote+`\n`+quayRest) + seen + "</div></body></html>",
		"markup":          head("<p>"+quayVote+"</p><p>"+quayRest+"</p>") + "</div></body></html>",
		"all can be seen": head(quayVote) + "<h1>Quay closes</h1><p>" + quayVote + "</p><p>" + quayRest + "</p></div></body></html>",
	} {
		d, err := parseOne(t, "page.html", []byte(page), Options{})
		if err != nil || d.Body != whole || d.Article.Title != "Quay closes" {
			t.Errorf("%s: %q has the text\n%s\n%v", name, d.Article.Title, d.Body, err)
		}
	}
}

func TestAPageThatSaysNothingOfItselfHasTheDayAboveItsText(t *testing.T) {
	page := "<html><body><h1>Quay closes</h1><div>By Mina Solt</div><div>6 March 2031</div><div>" + quayVote + "</div><div>" + quayRest +
		"</div></body></html>"
	d, err := parseOne(t, "page.html", []byte(page), Options{})
	if err != nil || d.Article.Published != "2031-03-06" || d.From[FieldDate].Place != PlaceText {
		t.Errorf("published %q, from %v, %v", d.Article.Published, d.From[FieldDate], err)
	}
}

func TestAPageNamesItsOutletAsPagesInChineseDo(t *testing.T) {
	page := `<html lang="zh"><head><title>北码头将关闭十一周-北方网</title><meta name="source" content="北方网"></head><body><p>` +
		strings.Repeat("瓦罗港务委员会晚间表决通过，北码头将关闭十一周。", 9) + "</p></body></html>"
	d, err := parseOne(t, "page.html", []byte(page), Options{})
	if err != nil || d.Article.Source != "北方网" || d.Article.Title != "北码头将关闭十一周" {
		t.Errorf("%q of %q, %v", d.Article.Title, d.Article.Source, err)
	}
}
