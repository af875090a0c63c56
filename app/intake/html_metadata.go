package intake

import (
	"cmp"
	"encoding/json"
	"maps"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/text/language"

	"standpoint/store"
	"standpoint/store/say"
	"standpoint/store/text"
)

// pageMetadata is what a page says of its article, each field from the place that says it best: data made for programs (JSON-LD), then
// the meta elements, then what readers see.
type pageMetadata struct {
	title, source, author, published, address, section, language said
	body                                                         string // of JSON-LD; "" if there is none
}

// said is what a place of a page says of its article.
type said struct {
	value string
	place Place
}

// firstSaid is what the first place says that says anything.
func firstSaid(places ...said) said {
	for _, s := range places {
		if strings.TrimSpace(s.value) != "" {
			return s
		}
	}
	return said{}
}

// draft returns it as an article without a body. A date that cannot be read is told of.
func (m *pageMetadata) draft() Draft {
	d := Draft{Article: store.Article{
		Title: oneLine(m.title.value), Source: oneLine(m.source.value), Author: authorName(m.author.value), Section: oneLine(m.section.value),
	}}
	a := &d.Article
	if tag, err := language.Parse(strings.TrimSpace(m.language.value)); err == nil && m.language.value != "" {
		a.Language = tag.String()
	}
	if u, err := url.Parse(strings.TrimSpace(m.address.value)); err == nil && u.IsAbs() && u.Host != "" {
		a.URL = u.String()
	}
	if published := m.published.value; published != "" {
		read, err := parseDate(strings.TrimSpace(published))
		if err != nil {
			note := say.Of("The date of the page, “%s”, was not read: %v", excerpt(published), err)
			d.Notes, d.Doubt = append(d.Notes, note), doubtOf(err, note)
		}
		a.Published, d.Shows = read.Date, read.shows
	}
	for field, s := range map[Field]said{
		FieldTitle: m.title, FieldSource: m.source, FieldAuthor: m.author, FieldDate: m.published, FieldURL: m.address, FieldSection: m.section,
		FieldLanguage: m.language,
	} {
		if s.value != "" {
			d.from(field, Provenance{Place: s.place})
		}
	}
	return d
}

// readPageMetadata gathers what a page says of its article.
func readPageMetadata(root *html.Node) *pageMetadata {
	var p pageReader
	for n := range root.Descendants() {
		switch n.Type {
		case html.ElementNode:
			p.element(n)
		case html.CommentNode:
			if at := savedFrom.FindStringSubmatch(n.Data); at != nil && p.savedFrom == "" {
				p.savedFrom = at[1]
			}
		}
	}
	meta := func(names ...string) string {
		for _, name := range names {
			if v := strings.TrimSpace(p.meta[name]); v != "" {
				return v
			}
		}
		return ""
	}
	inMeta := func(names ...string) said { return said{meta(names...), PlaceMeta} }
	seen := func(value string) said { return said{value, PlacePage} }
	linked := func(value string) said { return said{value, PlaceJSONLD} }
	d := p.linked()
	return &pageMetadata{
		body: d.body,
		title: firstSaid(linked(d.title), inMeta("og:title", "twitter:title", "dc.title", "dcterms.title"), seen(p.heading),
			seen(withoutSite(p.title, cmp.Or(d.source, meta("og:site_name", "source"))))),
		source: firstSaid(linked(d.source), said{p.publisher, PlaceMeta},
			inMeta("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "twitter:site", "source"), said{p.host(), PlaceAddress}),
		author: firstSaid(linked(d.author), said{authorOf(meta("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author",
			"sailthru.author", "byl")), PlaceMeta}, seen(p.author)),
		published: firstSaid(linked(d.published), inMeta("article:published_time", "og:published_time", "datepublished", "date", "pubdate",
			"publishdate", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created", "parsely-pub-date", "sailthru.date",
			"publish-date"), seen(p.time)),
		address: firstSaid(said{p.canonical, PlaceMeta}, inMeta("og:url", "twitter:url"), linked(d.address), seen(p.savedFrom)),
		section: firstSaid(linked(d.section), inMeta("article:section", "parsely-section")),
		language: firstSaid(seen(p.language), linked(d.language),
			said{strings.ReplaceAll(meta("og:locale", "content-language", "dc.language"), "_", "-"), PlaceMeta}),
	}
}

// savedFrom finds the address in the comment that browsers and their extensions put into a page that they save.
var savedFrom = regexp.MustCompile(`(?i)(?:saved from url=\(\d+\)|saved with singlefile\s+url:\s*)(https?://\S+)`)

// authorOf is the author as a name: some pages give the address of a profile in its place.
func authorOf(s string) string {
	if strings.Contains(s, "://") || strings.HasPrefix(s, "@") {
		return ""
	}
	return s
}

// withoutSite is the title of a browser's window without the name of the site behind it.
func withoutSite(title, site string) string {
	title = oneLine(title)
	for _, mark := range []string{" | ", " – ", " — ", " - ", " :: ", " · ", " / ", "-", "_", "－"} {
		at := strings.LastIndex(title, mark)
		if at <= 0 {
			continue
		}
		end := title[at+len(mark):]
		if site != "" && text.Fold(end) == text.Fold(oneLine(site)) || mark == " | " {
			return title[:at]
		}
	}
	return title
}

// pageReader picks what describes the article out of a page's elements, the first of each kind.
type pageReader struct {
	meta      map[string]string // by the name in small letters
	title     string            // of the browser's window
	heading   string            // h1
	author    string            // that readers see
	publisher string            // of microdata
	time      string            // of the first time element with a date
	canonical string
	savedFrom string // the address in the comment that browsers put into saved pages
	language  string

	isPublished bool // the time is said to be that of publication

	data []any // of JSON-LD, one a script
}

func (p *pageReader) element(n *html.Node) {
	switch n.DataAtom {
	case atom.Html:
		p.language = attribute(n, "lang")
	case atom.Title:
		p.title = cmp.Or(p.title, oneLine(textOf(n)))
	case atom.H1:
		p.heading = cmp.Or(p.heading, oneLine(textOf(n)))
	case atom.Meta:
		p.takeMeta(n)
	case atom.Link:
		if strings.EqualFold(attribute(n, "rel"), "canonical") {
			p.canonical = cmp.Or(p.canonical, attribute(n, "href"))
		}
	case atom.Time:
		p.takeTime(n)
	case atom.Script:
		if strings.EqualFold(strings.TrimSpace(attribute(n, "type")), "application/ld+json") {
			if value, ok := linkedValue(textOf(n)); ok {
				p.data = append(p.data, value)
			}
		}
	}
	rel, describes := attribute(n, "rel"), attribute(n, "itemprop")
	if describes == "publisher" {
		p.publisher = cmp.Or(p.publisher, namedIn(n))
	}
	if (rel == "author" || describes == "author") && n.DataAtom != atom.Meta {
		p.author = cmp.Or(p.author, namedIn(n))
	}
}

// takeTime takes the date that an element shows readers: the first, or the first that is said to be that of publication, but none that is
// said to be that of a change.
func (p *pageReader) takeTime(n *html.Node) {
	_, isPublished := attributeOf(n, "pubdate")
	describes := attribute(n, "itemprop")
	isPublished = isPublished || strings.EqualFold(describes, "datePublished")
	date := attribute(n, "datetime")
	switch {
	case date == "" || strings.EqualFold(describes, "dateModified") || p.isPublished:
	case p.time == "" || isPublished:
		p.time, p.isPublished = date, isPublished
	}
}

// namedIn is the name that microdata gives to what an element describes; its text if it gives none.
func namedIn(n *html.Node) string {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && attribute(d, "itemprop") == "name" {
			return oneLine(cmp.Or(attribute(d, "content"), textOf(d)))
		}
	}
	return oneLine(cmp.Or(attribute(n, "content"), textOf(n)))
}

func (p *pageReader) takeMeta(n *html.Node) {
	name := cmp.Or(attribute(n, "property"), attribute(n, "name"), attribute(n, "itemprop"), attribute(n, "http-equiv"))
	name = strings.ToLower(strings.TrimSpace(name))
	if p.meta == nil {
		p.meta = map[string]string{}
	}
	if _, have := p.meta[name]; !have && name != "" {
		p.meta[name] = attribute(n, "content")
	}
}

// host is the name of the site in the page's address, for a page that does not say who publishes it.
func (p *pageReader) host() string {
	for _, address := range []string{p.canonical, p.meta["og:url"], p.savedFrom} {
		if u, err := url.Parse(address); err == nil && u.Host != "" {
			return strings.TrimPrefix(u.Hostname(), "www.")
		}
	}
	return ""
}

// linked is what JSON-LD says of the article: of several, the one that says most.
func (p *pageReader) linked() linkedArticle {
	articles := linkedArticles(p.data)
	if len(articles) == 0 {
		return linkedArticle{}
	}
	return slices.MaxFunc(articles, func(a, b linkedArticle) int { return cmp.Compare(a.fields(), b.fields()) })
}

// linkedArticle is an article as JSON-LD in the words of schema.org describes it.
type linkedArticle struct {
	title, source, author, published, address, section, language string
	body                                                         string
}

func (l linkedArticle) fields() int {
	n := 0
	for _, s := range []string{l.title, l.source, l.author, l.published, l.address, l.section, l.language} {
		if s != "" {
			n++
		}
	}
	return n
}

// linkedValue reads a piece of JSON-LD, also in the comment or the section in which some pages hide it, with line ends inside of words or
// a comma behind the last item.
func linkedValue(s string) (value any, ok bool) {
	s = strings.TrimSpace(s)
	if json.Unmarshal([]byte(s), &value) == nil {
		return value, true
	}
	s = linkedWrapping.ReplaceAllString(s, "")
	s = linkedString.ReplaceAllStringFunc(s, func(part string) string {
		if part[0] == '"' {
			return lineEndsInWords.Replace(part)
		}
		return part[len(part)-1:] // what follows the comma
	})
	return value, json.Unmarshal([]byte(s), &value) == nil
}

var (
	linkedWrapping = regexp.MustCompile(`^\s*(?://)?\s*(?:<!--|<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)|` +
		`(?://)?\s*(?:-->|\]\]>|/\*\s*\]\]>\s*\*/)\s*;?\s*$|;\s*$`)
	linkedString    = regexp.MustCompile(`(?s)"(?:[^"\\]|\\.)*"|,\s*[\]}]`)
	lineEndsInWords = strings.NewReplacer("\r\n", `\n`, "\n", `\n`, "\r", `\n`, "\t", `\t`)
)

// linkedArticles finds the articles in pieces of JSON-LD, however deep. Articles inside of an article, as the entries of a live blog are,
// belong to it. What they point to by its id, as their publisher, may stand in another piece.
func linkedArticles(pieces []any) []linkedArticle {
	var articles []map[string]any
	things := map[string]any{}
	var walk func(v any, depth int, inside bool)
	walk = func(v any, depth int, inside bool) {
		if depth > mostDepth {
			return
		}
		switch v := v.(type) {
		case []any:
			for _, item := range v {
				walk(item, depth+1, inside)
			}
		case map[string]any:
			if id, isText := v["@id"].(string); isText && things[id] == nil && isNamed(v) {
				things[id] = v
			}
			if !inside && isLinkedArticle(v["@type"]) {
				articles, inside = append(articles, v), true
			}
			for _, key := range slices.Sorted(maps.Keys(v)) {
				walk(v[key], depth+1, inside)
			}
		}
	}
	for _, piece := range pieces {
		walk(piece, 0, false)
	}
	found := make([]linkedArticle, len(articles))
	for i, article := range articles {
		found[i] = readLinked(withPointedTo(article, things))
	}
	return found
}

func isNamed(v map[string]any) bool { return first(v["name"]) != "" }

// withPointedTo is an article with the things it only points to in their place. What has a name
// nowhere is left out.
func withPointedTo(article, things map[string]any) map[string]any {
	article = maps.Clone(article)
	for _, key := range []string{"publisher", "sourceOrganization", "author", "creator"} {
		all, isList := article[key].([]any)
		if !isList {
			all = []any{article[key]}
		}
		var named []any
		for _, one := range all {
			if v, isThing := one.(map[string]any); isThing && !isNamed(v) {
				id, _ := v["@id"].(string)
				if things[id] != nil {
					one = things[id]
				} else if id != "" {
					continue
				}
			}
			named = append(named, one)
		}
		article[key] = named
	}
	return article
}

func isLinkedArticle(v any) bool {
	for _, name := range valuesOf(v) {
		if strings.HasSuffix(name, "Article") || strings.HasSuffix(name, "Posting") || name == "Report" {
			return true
		}
	}
	return false
}

func readLinked(v map[string]any) linkedArticle {
	return linkedArticle{
		title:     cmp.Or(first(v["headline"]), first(v["name"])),
		source:    cmp.Or(first(v["publisher"]), first(v["sourceOrganization"])),
		author:    cmp.Or(strings.Join(valuesOf(v["author"]), ", "), strings.Join(valuesOf(v["creator"]), ", ")),
		published: cmp.Or(first(v["datePublished"]), first(v["dateCreated"])),
		address:   cmp.Or(first(v["url"]), first(v["mainEntityOfPage"])),
		section:   first(v["articleSection"]),
		language:  first(v["inLanguage"]),
		body:      linkedBody(v["articleBody"]),
	}
}

// linkedBody is the text of an article that JSON-LD holds: as it is to be read, or with the markup of the page.
func linkedBody(v any) string {
	s, ok := v.(string)
	if !ok {
		return ""
	}
	if strings.Contains(s, "<p") || strings.Contains(s, "<br") {
		s, _ = markupBody(s)
		return s
	}
	var w bodyWriter
	for paragraph := range strings.SplitSeq(lineEnds.Replace(html.UnescapeString(s)), "\n") {
		w.gap(gapParagraph)
		w.write(paragraph)
	}
	body, _ := w.body()
	return body
}

func first(v any) string {
	if all := valuesOf(v); len(all) > 0 {
		return all[0]
	}
	return ""
}

// valuesOf are the words of a value: a string, or what things are called, or a list of those.
func valuesOf(v any) []string {
	switch v := v.(type) {
	case string:
		if s := strings.TrimSpace(html.UnescapeString(v)); s != "" {
			return []string{s}
		}
	case []any:
		var all []string
		for _, item := range v {
			all = append(all, valuesOf(item)...)
		}
		return all
	case map[string]any:
		if name := strings.TrimSpace(first(v["given"]) + " " + first(v["family"])); name != "" { // as lists of references have it
			return []string{name}
		}
		for _, key := range []string{"name", "literal", "@id", "url"} {
			if all := valuesOf(v[key]); len(all) > 0 {
				return all
			}
		}
	}
	return nil
}
