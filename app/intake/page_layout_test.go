package intake

import (
	"encoding/json"
	"fmt"
	"html"
	"strings"
)

// layout is how a kind of site builds its pages. Each differs from the others in where the article stands, how its paragraphs are made,
// what stands between them, and what the page says of it for programs.
type layout struct {
	name string
	page func(s story) string
	body func(s story) []string // the article in it; nil: heading and caption are in it
	says string                 // of title, source, author, date, url: what the page says for programs
}

const saysAll = "title source author date url"

var layouts = []layout{
	{"JSON-LD and semantic elements", semanticPage, nil, saysAll},
	{"OpenGraph and divs without names", divPage, uncaptioned, saysAll},
	{"microdata", microdataPage, nil, saysAll},
	{"live blog", livePage, liveBody, saysAll},
	{"paywall stub", stubPage, stubBody, saysAll},
	{"print view", printPage, uncaptioned, "title"},
	{"AMP", ampPage, nil, saysAll},
	{"no metadata at all", barePage, uncaptioned, "title"},
	{"comments longer than the article", commentsPage, uncaptioned, "title source date url"},
	{"related links between the paragraphs", linksPage, uncaptioned, saysAll},
	{"gallery", galleryPage, nil, saysAll},
	{"a long notice on cookies", cookiePage, uncaptioned, saysAll},
	{"tables and lists", tablePage, tableBody, "title source author date url"},
	{"a weblog’s program", weblogPage, nil, saysAll},
	{"a block for each paragraph", blocksPage, nil, saysAll},
	{"an old portal with line breaks", portalPage, uncaptioned, "title source url"},
	{"interview with pull quotes", interviewPage, uncaptioned, saysAll},
	{"wire report as it was sent", wirePage, wireBody, "title"},
}

func captioned(s story) []string {
	body := append([]string{s.caption}, s.paragraphs[:2]...)
	return append(append(body, s.heading), s.paragraphs[2:]...)
}

func uncaptioned(s story) []string { return captioned(s)[1:] }

func stubBody(s story) []string { return s.paragraphs[:2] }

func liveBody(s story) []string {
	body := []string{s.paragraphs[0]}
	for i, p := range s.paragraphs[1:] {
		body = append(body, s.around.headlines[i%len(s.around.headlines)], p)
	}
	return body
}

func tableBody(s story) []string {
	return append(append([]string{}, s.paragraphs...),
		"2029 | 14 | 9", "2030 | 11 | 7", "2031 | 3 | 1", s.around.sections[1], s.around.sections[2],
		s.heading)
}

func wireBody(s story) []string { return s.paragraphs }

// esc is s as text of a page.
func esc(s string) string { return html.EscapeString(s) }

// each puts every text between an opening and a closing.
func each(texts []string, opening, closing string) string {
	var b strings.Builder
	for _, s := range texts {
		b.WriteString(opening + esc(s) + closing + "\n")
	}
	return b.String()
}

func direction(s story) string {
	if s.language == "ar" {
		return ` dir="rtl"`
	}
	return ""
}

func openGraphOf(s story) string {
	return fmt.Sprintf(`<meta property="og:type" content="article">
<meta property="og:title" content="%s"><meta property="og:site_name" content="%s">
<meta property="og:url" content="%s"><meta property="article:published_time" content="%s">
<meta property="article:modified_time" content="2031-06-01T00:01:02Z">
<meta name="author" content="%s"><meta name="description" content="%.60s"><meta property="og:image" `+
		`content="https://courier.example/1.jpg">`,
		esc(s.title), esc(s.outlet), s.url, s.date, esc(s.author), esc(s.around.newsletter))
}

func linkedOf(s story, kind string) string {
	data, _ := json.Marshal([]any{ // maps and strings always have a form in JSON
		map[string]any{"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": []any{
			map[string]any{"@type": "ListItem", "position": 1, "name": s.around.sections[0]},
		}},
		map[string]any{
			"@context": "https://schema.org", "@type": kind, "headline": s.title, "datePublished": s.date, "dateModified": "2031-06-01T00:01:02Z",
			"mainEntityOfPage": map[string]any{"@type": "WebPage", "@id": s.url}, "articleSection": s.section,
			"author":    []any{map[string]any{"@type": "Person", "name": s.author, "url": "https://courier.example/authors/7"}},
			"publisher": map[string]any{"@type": "NewsMediaOrganization", "name": s.outlet, "logo": "l.png"},
		},
	})
	return `<script type="application/ld+json">` + string(data) + `</script>`
}

func menu(s story) string {
	return "<ul>" + each(s.around.sections, `<li><a href="/s">`, "</a></li>") + "</ul>"
}

func teasers(s story) string {
	var b strings.Builder
	for _, h := range s.around.headlines {
		fmt.Fprintf(&b, `<li><a href="/x"><img src="t.jpg" alt=""><h3>%s</h3></a><time datetime="2031-05-11T10:00:00Z">11.05.</time></li>`,
			esc(h))
	}
	return b.String()
}

func semanticPage(s story) string {
	return `<!DOCTYPE html><html lang="` + s.language + `"` + direction(s) + `><head><meta charset="utf-8"><title>` + esc(s.title) + " | " +
		esc(s.outlet) +
		`</title>` + linkedOf(s, "NewsArticle") + `</head><body><header><a href="/">` + esc(s.outlet) + `</a><nav>` + menu(s) +
		`</nav></header><main><article><header><h1>` +
		esc(s.title) + `</h1><p class="byline">` + esc(s.around.by) + ` <a rel="author" href="/a">` + esc(s.author) + `</a> <time datetime="` +
		s.date + `">16.05.2031</time></p></header><figure><img src="q.jpg"><figcaption>` +
		esc(s.caption) + `</figcaption></figure><div class="article__body">` + each(s.paragraphs[:2], "<p>", "</p>") +
		`<aside class="related-inline"><h4>` + esc(s.around.also) + `</h4><ul>` +
		teasers(s) + `</ul></aside><h2>` + esc(s.heading) + `</h2>` + each(s.paragraphs[2:], "<p>", "</p>") +
		`</div><div class="share-bar"><button>` + esc(s.around.share) +
		`</button></div></article><section class="recommendations"><h2>` + esc(s.around.also) + `</h2><ol>` + teasers(s) +
		`</ol></section></main><footer>` + menu(s) + `<p>© 2031 ` + esc(s.outlet) + `</p></footer></body></html>`
}

func divPage(s story) string {
	return `<!doctype html><html lang="` + s.language + `"` + direction(s) + `><head><meta charset=utf-8>` + openGraphOf(s) + `<title>` +
		esc(s.title) + `</title></head><body><div id="__next"><div class="css-1a2b3c"><div class="css-9zz">` +
		menu(s) + `</div><div class="css-k3"><div class="css-77"><h1 class="css-h1">` + esc(s.title) + `</h1><div class="css-by"><span>` +
		esc(s.around.by) + " " + esc(s.author) + `</span></div></div><div class="css-b0dy">` +
		each(s.paragraphs[:2], `<p class="css-p">`, "</p>") + `<div class="css-nl"><div><h3>` + esc(s.outlet) +
		`</h3><form action="/n"><input type="email"><span>` + esc(s.around.newsletter) + `</span></form></div></div><h2 class="css-h2">` +
		esc(s.heading) + `</h2>` +
		each(s.paragraphs[2:], `<p class="css-p">`, "</p>") + `</div></div><div class="css-r1"><h2>` + esc(s.around.also) + `</h2>` +
		each(s.around.headlines, `<div class="css-t"><a href="/t"><span>`, `</span></a></div>`) +
		`</div><div class="css-f">` + menu(s) + `</div></div></div></body></html>`
}

func microdataPage(s story) string {
	return `<html lang="` + s.language + `"` + direction(s) + `><head><meta charset="utf-8"><title>` + esc(s.outlet) + " - " + esc(s.title) +
		`</title><link rel="canonical" href="` + s.url + `"></head><body><div class="top">` + menu(s) +
		`</div><div itemscope itemtype="https://schema.org/NewsArticle" class="story"><h1 itemprop="headline">` + esc(s.title) +
		`</h1><meta itemprop="datePublished" content="` + s.date +
		`"><span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">` + esc(s.author) +
		`</span></span><span itemprop="publisher" itemscope itemtype="https://schema.org/Organization"><meta itemprop="name" content="` +
		esc(s.outlet) + `"></span><div class="tools">` + esc(s.around.share) +
		`</div><div itemprop="articleBody"><figure><img src="a.png"><figcaption>` + esc(s.caption) + `</figcaption></figure>` +
		each(s.paragraphs[:2], "<p>", "</p>") + `<h3>` + esc(s.heading) + `</h3>` + each(s.paragraphs[2:], "<p>", "</p>") +
		`</div></div><div class="bottom"><h3>` + esc(s.around.also) + `</h3>` + each(s.around.headlines, `<p><a href="/b">`, "</a></p>") +
		`</div></body></html>`
}

func livePage(s story) string {
	var posts strings.Builder
	for i, p := range s.paragraphs[1:] {
		fmt.Fprintf(&posts, `<article class="liveblog-post" id="p%d"><header><time `+
			`datetime="2031-05-16T1%d:05:00+02:00">1%d:05</time><h2>%s</h2></header><div class="post-body"><p>%s</p></div><ul `+
			`class="post-share"><li>%s</li></ul></article>`,
			i, i, i, esc(s.around.headlines[i%len(s.around.headlines)]), esc(p), esc(s.around.share))
	}
	return `<!DOCTYPE html><html lang="` + s.language + `"` + direction(s) + `><head><meta charset="utf-8"><title>` + esc(s.title) +
		`</title>` + linkedOf(s, "LiveBlogPosting") + `</head><body><nav>` + menu(s) + `</nav><main class="liveblog"><h1>` + esc(s.title) +
		`</h1><div class="liveblog-intro"><p>` + esc(s.paragraphs[0]) + `</p></div><div class="liveblog-posts">` + posts.String() +
		`</div></main><aside><h2>` + esc(s.around.also) + `</h2><ul>` + teasers(s) + `</ul></aside><footer>© ` + esc(s.outlet) +
		`</footer></body></html>`
}

func stubPage(s story) string {
	return `<!DOCTYPE html><html lang="` + s.language + `"` + direction(s) + `><head><meta charset="utf-8"><title>` + esc(s.title) +
		`</title>` + openGraphOf(s) + linkedOf(s, "Article") + `</head><body><header class="masthead">` + menu(s) +
		`</header><article class="premium"><h1>` + esc(s.title) + `</h1><div class="article-content is-locked">` +
		each(s.paragraphs[:2], "<p>", "</p>") + `<div class="gradient"></div></div><div class="piano-paywall-offer" data-nosnippet><h2>` +
		esc(s.outlet) + ` Plus</h2><p>` + esc(s.around.newsletter) + `</p><p>` + esc(s.around.newsletter) +
		`</p><a class="button" href="/abo">9,90</a></div></article><div class="teaser-list">` + teasers(s) + `</div></body></html>`
}

func printPage(s story) string {
	breaks := strings.Join(append(append([]string{}, s.paragraphs[:2]...), append([]string{"\x01" + s.heading}, s.paragraphs[2:]...)...),
		"\x02")
	text := strings.NewReplacer("\x02", "<br><br>\n", "\x01", "<b>").Replace(esc(breaks))
	text = strings.Replace(text, "<b>"+esc(s.heading), "<b>"+esc(s.heading)+"</b>", 1)
	return `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>` + esc(s.title) +
		`</title></head><body bgcolor="#ffffff" onload="window.print()"` + direction(s) +
		`><table width="600" align="center"><tr><td><img src="logo.gif" alt="` + esc(s.outlet) + `"></td></tr><tr><td><hr><font size="5"><h1>` +
		esc(s.title) +
		`</h1></font><font size="3">` + text + `</font><hr></td></tr><tr><td><font size="1">© 2031 ` + esc(s.outlet) +
		`</font></td></tr></table></body></html>`
}

func ampPage(s story) string {
	return `<!doctype html><html ⚡ lang="` + s.language + `"` + direction(s) +
		`><head><meta charset="utf-8"><script async src="v0.js"></script><title>` + esc(s.title) + `</title><link rel="canonical" href="` +
		s.url + `">` + linkedOf(s, "NewsArticle") + `<style amp-custom>p{margin:0}</style></head><body><amp-sidebar id="sb">` + menu(s) +
		`</amp-sidebar><amp-consent id="c"><div id="ui">` + esc(s.around.cookies) + `</div></amp-consent><article><h1>` + esc(s.title) +
		`</h1><div class="meta">` + esc(s.author) + `</div><amp-img src="q.jpg"></amp-img><p class="caption">` + esc(s.caption) + `</p>` +
		each(s.paragraphs[:2], "<p>", "</p>") + `<amp-ad type="x"><div fallback>Ad</div></amp-ad><h2>` + esc(s.heading) + `</h2>` +
		each(s.paragraphs[2:], "<p>", "</p>") + `<amp-social-share type="x">` + esc(s.around.share) +
		`</amp-social-share></article><amp-list src="/l"><div>` + each(s.around.headlines, `<a href="/l">`, "</a>") +
		`</div></amp-list></body></html>`
}

func barePage(s story) string {
	return `<html><head><title>` + esc(s.title) + `</title></head><body` + direction(s) + `><div id="left">` + menu(s) +
		`</div><div id="content"><h1>` + esc(s.title) + `</h1>` + each(s.paragraphs[:2], "<p>", "") + `<h2>` + esc(s.heading) + `</h2>` +
		each(s.paragraphs[2:], "<p>", "") + `</div><div id="right">` +
		each(s.around.headlines, `<a href="#">`, `</a><br>`) + `</div></body></html>`
}

func commentsPage(s story) string {
	var comments strings.Builder
	for i := range 14 {
		fmt.Fprintf(&comments, `<li class="comment" id="comment-%d"><div class="comment-author vcard"><cite>Reader %d</cite></div><div `+
			`class="comment-content"><p>%s</p></div></li>`, i, i, esc(s.around.comment[i%2]))
	}
	unsigned, _, _ := strings.Cut(openGraphOf(s), `<meta name="author"`)
	return `<!DOCTYPE html><html lang="` + s.language + `"` + direction(s) + `><head><meta charset="utf-8">` + unsigned + `<title>` +
		esc(s.title) + `</title></head><body><div class="wrap"><div class="post"><h1>` + esc(s.title) + `</h1><div class="text">` +
		each(s.paragraphs[:2], "<p>", "</p>") + `<h2>` + esc(s.heading) + `</h2>` + each(s.paragraphs[2:], "<p>", "</p>") +
		`</div></div><div class="reader-discussion"><h3>` + esc(s.around.comments) + ` (14)</h3><ol class="commentlist">` + comments.String() +
		`</ol></div></div></body></html>`
}

func linksPage(s story) string {
	var body strings.Builder
	for i, p := range s.paragraphs {
		if i == 2 {
			body.WriteString("<h2>" + esc(s.heading) + "</h2>")
		}
		body.WriteString("<p>" + esc(p) + "</p>\n")
		h := esc(s.around.headlines[i%len(s.around.headlines)])
		switch i % 3 {
		case 0:
			body.WriteString(`<p><strong>` + esc(s.around.also) + `: <a href="/r">` + h + `</a></strong></p>`)
		case 1:
			body.WriteString(`<ul class="inline-list"><li><a href="/r">` + h + `</a></li><li><a href="/r">` + esc(s.around.headlines[0]) +
				`</a></li></ul>`)
		default:
			body.WriteString(`<p><a href="/r">` + esc(s.around.also) + ` » ` + h + `</a></p>`)
		}
	}
	return `<!DOCTYPE html><html lang="` + s.language + `"` + direction(s) + `><head><meta charset="utf-8">` + openGraphOf(s) + `<title>` +
		esc(s.title) + `</title></head><body><header>` + menu(s) + `</header><div class="content"><h1>` + esc(s.title) +
		`</h1><div class="body">` + body.String() + `</div></div></body></html>`
}

func galleryPage(s story) string {
	var slides strings.Builder
	for i, p := range append(append([]string{}, s.paragraphs[:2]...), append([]string{"\x01"}, s.paragraphs[2:]...)...) {
		if p == "\x01" {
			fmt.Fprintf(&slides, `<h2>%s</h2>`, esc(s.heading))
			continue
		}
		fmt.Fprintf(&slides, `<figure class="slide" data-index="%d"><div class="slide__media"><img src="%d.jpg"></div><figcaption `+
			`class="slide__caption"><p>%s</p></figcaption></figure>`, i, i, esc(p))
	}
	return `<!DOCTYPE html><html lang="` + s.language + `"` + direction(s) + `><head><meta charset="utf-8">` + linkedOf(s, "NewsArticle") +
		`<title>` + esc(s.title) + `</title></head><body><nav>` + menu(s) + `</nav><main><h1>` + esc(s.title) +
		`</h1><div class="gallery"><p>` +
		esc(s.caption) + `</p><div class="slides">` + slides.String() +
		`</div><div class="gallery-controls"><button>‹</button><button>›</button></div></div><div class="more-galleries"><ul>` + teasers(s) +
		`</ul></div></main></body></html>`
}

func cookiePage(s story) string {
	consent := `<div class="fc-consent-root"><div class="fc-dialog-container"><h1>` + esc(s.outlet) + `</h1>` +
		strings.Repeat("<p>"+esc(s.around.cookies)+"</p>", 12) + `<button>OK</button></div></div>`
	return `<!DOCTYPE html><html lang="` + s.language + `"` + direction(s) + `><head><meta charset="utf-8">` + openGraphOf(s) + `<title>` +
		esc(s.title) + `</title></head><body>` + consent + `<div class="page"><div class="nav-main">` + menu(s) +
		`</div><div class="col"><h1>` +
		esc(s.title) + `</h1><div class="lead"><p>` + esc(s.paragraphs[0]) + `</p></div><div class="copy">` + each(s.paragraphs[1:2], "<p>",
		"</p>") +
		`<h2>` + esc(s.heading) + `</h2>` + each(s.paragraphs[2:], "<p>", "</p>") + `</div></div></div><div id="CybotCookiebotDialog">` +
		strings.Repeat("<p>"+esc(s.around.cookies)+"</p>", 4) + `</div></body></html>`
}

func tablePage(s story) string {
	return `<!DOCTYPE html><html lang="` + s.language + `"` + direction(s) + `><head><meta charset="utf-8">` + openGraphOf(s) +
		`<title>` + esc(s.title) + `</title></head><body><main><article><h1>` + esc(s.title) + `</h1><div class="story-content">` +
		each(s.paragraphs[:3], "<p>", "</p>") +
		`<table class="data"><tbody><tr><td>2029</td><td>14</td><td>9</td></tr><tr><td>2030</td>` +
		`<td>11</td><td>7</td></tr><tr><td>2031</td><td>3</td><td>1</td></tr></tbody></table>` + each(s.paragraphs[3:], "<p>", "</p>") +
		`<ul>` + each([]string{s.around.sections[1], s.around.sections[2], s.heading}, "<li>", "</li>") +
		`</ul></div></article></main><div class="most-read-box">` + teasers(s) + `</div></body></html>`
}

func weblogPage(s story) string {
	return `<!DOCTYPE html><html lang="` + s.language + `"` + direction(s) + `><head><meta charset="UTF-8"><title>` + esc(s.title) +
		" – " + esc(s.outlet) + `</title>` + openGraphOf(s) + `</head><body class="post-template-default single single-post">` +
		`<div id="page" class="site"><header id="masthead" class="site-header">` + menu(s) +
		`</header><div id="content" class="site-content"><main id="main">` +
		`<article id="post-7" class="post-7 post type-post hentry"><header class="entry-header">` + `<h1 class="entry-title">` +
		esc(s.title) +
		`</h1><div class="entry-meta"><span class="posted-on"><time class="entry-date" datetime="` + s.date +
		`">16</time></span><span class="byline"> ` + esc(s.author) + `</span></div></header><div class="entry-content">` +
		`<figure class="wp-block-image"><img src="x.jpg"><figcaption>` + esc(s.caption) + `</figcaption></figure>` +
		each(s.paragraphs[:2], "<p>", "</p>") + `<h2 class="wp-block-heading">` + esc(s.heading) + `</h2>` +
		each(s.paragraphs[2:], "<p>", "</p>") +
		`<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">` + esc(s.around.share) +
		`</h3></div><div id="jp-relatedposts" class="jp-relatedposts"><h3>` + esc(s.around.also) + `</h3>` + teasers(s) +
		`</div></div><footer class="entry-footer"><span class="tags-links">` + each(s.around.sections, `<a href="/t">`, "</a>") +
		`</span></footer><div class="author-box"><p>` + esc(s.author) + `: ` + esc(s.around.newsletter) +
		`</p></div></article><nav class="post-navigation">` + esc(s.around.headlines[0]) +
		`</nav><div id="comments" class="comments-area"><ol class="comment-list">` + each(s.around.comment, "<li><p>", "</p></li>") +
		`</ol></div></main></div><aside id="secondary" class="widget-area">` + teasers(s) + `</aside></div></body></html>`
}

func blocksPage(s story) string {
	block := func(p string) string {
		return `<div data-component="text-block" class="ssrcss-11r1m41-RichTextComponentWrapper">` +
			`<div class="ssrcss-7uxr49-RichTextContainer"><p>` + esc(p) + `</p></div></div>`
	}
	var body strings.Builder
	body.WriteString(`<figure data-component="image-block"><img src="a.jpg"><figcaption>` + esc(s.caption) + `</figcaption></figure>`)
	for i, p := range s.paragraphs {
		if i == 2 {
			body.WriteString(`<div data-component="subheadline-block"><h2>` + esc(s.heading) +
				`</h2></div><div data-component="links-block"><p>` + esc(s.around.also) + `</p><ul>` + teasers(s) + `</ul></div>`)
		}
		body.WriteString(block(p))
	}
	return `<!DOCTYPE html><html lang="` + s.language + `"` + direction(s) + `><head><meta charset="utf-8">` +
		linkedOf(s, "ReportageNewsArticle") + `<title>` + esc(s.title) + `</title></head><body><div id="root"><header role="banner">` +
		menu(s) + `</header><main id="main-content"><article><div data-component="headline-block"><h1>` + esc(s.title) +
		`</h1></div><div data-component="byline-block"><span>` + esc(s.around.by) + " " + esc(s.author) +
		`</span></div>` + body.String() + `<section data-component="tag-list"><h2>` + esc(s.section) +
		`</h2></section></article></main><div data-component="see-alsos">` + teasers(s) +
		`</div></div><script id="__NEXT_DATA__" type="application/json">{"props":{"text":"` + strings.Repeat("state ", 50) +
		`"}}</script></body></html>`
}

func portalPage(s story) string {
	var body strings.Builder
	for i, p := range s.paragraphs {
		if i == 2 {
			body.WriteString("<b>" + esc(s.heading) + "</b><br /><br />")
		}
		body.WriteString("&nbsp;&nbsp;" + esc(p) + "<br /><br />\n")
	}
	return `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN"><html><head>` +
		`<meta http-equiv="content-type" content="text/html; charset=utf-8"><title>` + esc(s.title) + " / " + esc(s.outlet) +
		`</title><meta property="og:title" content="` + esc(s.title) + `"><meta property="og:site_name" content="` + esc(s.outlet) +
		`"><link rel="canonical" href="` + s.url + `"></head><body` + direction(s) +
		`><table width="100%"><tr><td width="160" valign="top">` + menu(s) +
		each(s.around.headlines, `<a href="/o">`, "</a><br>") + `</td><td valign="top"><div class="news_title">` + esc(s.title) +
		`</div><div class="news_text">` + body.String() + `</div><div class="see">` + esc(s.around.also) + `: <a href="/o">` +
		esc(s.around.headlines[0]) + `</a></div></td><td width="200">` + each(s.around.headlines, `<div><a href="/o">`, "</a></div>") +
		`</td></tr></table></body></html>`
}

func interviewPage(s story) string {
	first := []rune(s.paragraphs[0])
	return `<!DOCTYPE html><html lang="` + s.language + `"` + direction(s) + `><head><meta charset="utf-8">` + openGraphOf(s) +
		`<title>` + esc(s.title) + `</title></head><body><div class="header">` + menu(s) +
		`</div><section class="longread"><div class="hero"><h1>` + esc(s.title) +
		`</h1></div><div class="longread-text"><p><span class="dropcap">` + esc(string(first[0])) + `</span>` + esc(string(first[1:])) +
		`</p><blockquote class="pullquote"><p>` + esc(s.paragraphs[0]) + `</p></blockquote><p>` + esc(s.paragraphs[1]) +
		`</p><h3><em>` + esc(s.heading) + `</em></h3>` + each(s.paragraphs[2:], "<p>", "</p>") +
		`</div></section><section class="newsletter-signup"><p>` + esc(s.around.newsletter) + `</p></section></body></html>`
}

func wirePage(s story) string {
	return `<html><head><title>` + esc(s.title) + `</title></head><body` + direction(s) + `><a href="/">Index</a><hr><b>` +
		esc(s.title) + `</b><pre>` + esc(strings.Join(s.paragraphs, "\n\n")) + `</pre><hr><a href="/next">&gt;&gt;</a></body></html>`
}
