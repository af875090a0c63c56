package intake

import (
	"strings"
	"testing"
)

// standfirst and its article are what the pages below are made of.
const standfirst = "Captains wait for word from the navy, and nobody in the harbour knows for how long."

var strait = []string{
	"The strait was closed on Monday, the port authority of Varro said in a long statement to the crews, and it would stay closed until the " +
		"mines are swept by the navy.",
	"Ships that carry grain may pass by daylight, and all others have to wait until the mines are swept, said the statement, which was read " +
		"on the radio twice in the evening.",
	"Mara Ellin, the trade minister of Norvia, told reporters that the harbour would stay open to every ship that carries grain, whatever " +
		"flag it flies and wherever it goes.",
	"The fishermen of the bay had asked for a longer season, but the council put off its decision until the autumn, when the new charts of " +
		"the shallows will have been printed.",
}

// pageOf is a page with what surrounds articles around the parts of one.
func pageOf(parts string) string {
	return `<html lang="en"><head><title>Strait closed | The Varro Courier</title><meta name="author" content="Ann Example"></head><body>` +
		`<header class="masthead"><a href="/">The Varro Courier</a><nav><a href="/news">News</a></nav></header><main>` + parts +
		`</main><footer>© The Varro Courier</footer></body></html>`
}

func TestWhatStandsBetweenTheHeadlineAndTheTextOfAPageIsKept(t *testing.T) {
	const head = `<h1>Strait closed</h1>`
	said, text := standfirst, each(strait, "<p>", "</p>")
	for name, parts := range map[string]string{
		"a paragraph in the header": `<article><header>` + head + `<p>` + said + `</p></header><div class="body">` + text +
			`</div></article>`,
		"a class, before author and date": `<article><header>` + head + `<p class="standfirst">` + said +
			`</p><p class="author">By Ann Example, ` +
			`who has written on the harbour for years.</p><p><time datetime="2031-05-16">Published on 16 May 2031, and read by many since.` +
			`</time></p></header><div class="article-body">` + text + `</div></article>`,
		"a marked text": `<article><header>` + head + `<p class="standfirst">` + said +
			`</p></header><div itemprop="articleBody">` + text + `</div></article>`,
		"a part of the header": `<article><header class="top">` + head + `<div class="top__standfirst"><p>` + said +
			`</p></div></header>` + text + `</article>`,
		"a group of headings": `<article><hgroup>` + head + `<h2>` + said + `</h2></hgroup><div>` + text + `</div></article>`,
		"a group":             `<article><hgroup>` + head + `<p>` + said + `</p></hgroup>` + text + `</article>`,
		"another part": `<div class="top">` + head + `<div class="lead">` + said + `</div></div><div class="content">` +
			text + `</div>`,
		"a heading": `<article><header>` + head + `<h2 class="subtitle">` + said + `</h2></header>` + text + `</article>`,
		"a description": `<article>` + head + `<p itemprop="description">` + said + `</p><div itemprop="articleBody">` +
			text + `</div></article>`,
		"the name of a teaser": `<article><header>` + head + `<p class="article-teaser">` + said + `</p></header><div>` + text +
			`</div></article>`,
		"above the article": `<header class="page-header">` + head + `<p class="lead">` + said + `</p></header><article>` +
			text + `</article>`,
		"below a picture there": `<article><header>` + head + `<figure><img src="a.jpg"><figcaption>` + said +
			`</figcaption></figure></header>` + text + `</article>`,
		"beside buttons": `<article><div>` + head + `<p class="dek">` + said +
			`</p><ul class="share"><li><a href="x">Mail</a></li></ul></div><section>` +
			text + `</section></article>`,
		"in the text as well": `<article><header>` + head + `<p class="standfirst">` + said +
			`</p></header><div itemprop="articleBody"><p>` + said +
			`</p>` + text + `</div></article>`,
	} {
		d, err := parseOne(t, "page.html", []byte(pageOf(parts)), Options{})
		if want := strings.Join(append([]string{standfirst}, strait...), "\n\n"); err != nil || d.Body != want {
			t.Errorf("%s: %v\n%s", name, err, d.Body)
		}
	}
}

func TestWhatIsNoTextBetweenTheHeadlineAndTheTextOfAPageIsLeftOut(t *testing.T) {
	text := each(strait, "<p>", "</p>")
	for name, part := range map[string]string{
		"the author":         `<p>A report by Ann Example from the harbour of Port Varro.</p>`,
		"the date":           `<p>Printed in the morning of <time datetime="2031-05-16">16 May 2031</time>, changed once.</p>`,
		"a link":             `<p><a href="/x">The harbour of Port Varro: all that we have written of it since.</a></p>`,
		"a line":             `<p>Politics</p>`,
		"words without end":  `<p>Harbour and trade, the navy, and all that is going on in the bay</p>`,
		"buttons":            `<p class="share-tools">Share it with all your friends, wherever they may be now.</p>`,
		"a list":             `<ul><li>It is said in short what has come to pass in the harbour.</li></ul>`,
		"a hidden paragraph": `<p hidden>It is said in short what has come to pass in the harbour.</p>`,
	} {
		page := pageOf(`<article><header><h1>Strait closed</h1>` + part + `</header><div class="body">` + text + `</div></article>`)
		d, err := parseOne(t, "page.html", []byte(page), Options{})
		if want := strings.Join(strait, "\n\n"); err != nil || d.Body != want {
			t.Errorf("%s: %v\n%s", name, err, d.Body)
		}
	}
}

func TestSentencesInABoxWithinAnArticleAreKept(t *testing.T) {
	rest := each(strait[1:], "<p>", "</p>")
	for name, test := range map[string]struct {
		box  string
		kept bool
	}{
		"what is known":    {`<aside><h3>What is known</h3><p>` + standfirst + `</p></aside>`, true},
		"a named box":      {`<aside class="infobox"><p>` + standfirst + `</p></aside>`, true},
		"other articles":   {`<aside><p>` + standfirst + `</p><p><a href="/x">Read on</a></p></aside>`, false},
		"a letter":         {`<aside class="newsletter"><p>` + standfirst + `</p></aside>`, false},
		"a quote of it":    {`<aside><p>“` + strait[2] + `”</p></aside>`, false},
		"an advertisement": {`<aside><p>Advertisement</p></aside>`, false},
		"a hidden box":     {`<aside hidden><p>` + standfirst + `</p></aside>`, false},
	} {
		page := pageOf(`<article><h1>Strait closed</h1><p>` + strait[0] + `</p>` + test.box + rest + `</article>`)
		d, err := parseOne(t, "page.html", []byte(page), Options{})
		if n := strings.Count(d.Body, standfirst); err != nil || (n == 1) != test.kept || strings.Count(d.Body, strait[2]) != 1 {
			t.Errorf("%s: %v, %d times\n%s", name, err, n, d.Body)
		}
	}
}
