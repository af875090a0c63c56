package intake

import (
	"testing"

	"standpoint/store"
)

const linkedText = `<body><h1>Quay closes</h1><p>The harbour council voted on Tuesday to close the northern quay for two years, which
surprised the fleet.</p><p>The mayor answered
that the quay had been unsafe since the flood, and that engineers had found cracks.</p></body>`

func TestWhatAPagePointsToByItsIDIsCalledByItsName(t *testing.T) {
	for name, scripts := range map[string]string{
		"in one piece": `<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Quay closes","publisher":{"@id":"#org"},
			"author":[{"@id":"#p1"},{"@type":"Person","name":"Otto Krain"},{"@id":"#nobody"}]},
			{"@type":"Organization","@id":"#org","name":"Varro Post"},{"@type":"Person","@id":"#p1","name":"Lena Voss"}]}</script>`,
		"in several pieces": `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Quay closes","publisher":{"@id":"#org"},
			"author":[{"@id":"#p1"},"Otto Krain"]}</script><script type="application/ld+json">[{"@id":"#org","name":"Varro Post"},
			{"@id":"#p1","name":"Lena Voss"}]</script>`,
	} {
		a := onlyArticle(t, `<html><head>`+scripts+`</head>`+linkedText)
		if a.Source != "Varro Post" || a.Author != "Lena Voss, Otto Krain" {
			t.Errorf("%s: source %q, author %q", name, a.Source, a.Author)
		}
	}
	a := onlyArticle(t, `<html><head><meta property="og:site_name" content="Varro Post"><script type="application/ld+json">
		{"@type":"NewsArticle","headline":"Quay closes","publisher":{"@id":"https://varro.example/#org"}}</script></head>`+linkedText)
	if a.Source != "Varro Post" {
		t.Errorf("a publisher without a name is called %q", a.Source)
	}
}

func TestEntriesOfALiveBlogAreNotTheArticle(t *testing.T) {
	a := onlyArticle(t, `<html><head><script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"The vote live",
		"datePublished":"2031-05-03T07:00:00+02:00","liveBlogUpdate":[{"@type":"BlogPosting","headline":"First entry","author":"Lena Voss",
		"publisher":"Varro Post","url":"https://varro.example/1","datePublished":"2031-05-03T08:00:00+02:00"}]}</script></head>`+linkedText)
	if a.Title != "The vote live" || a.Published != "2031-05-03T07:00:00+02:00" {
		t.Errorf("title %q, published %q", a.Title, a.Published)
	}
}

func TestDataOfAPageIsReadInSpiteOfSmallFaults(t *testing.T) {
	for name, script := range map[string]string{
		"in a comment":       `<!-- {"@type":"NewsArticle","headline":"A quay, closed","author":"Lena Voss"} -->`,
		"in a section":       "//<![CDATA[\n" + `{"@type":"NewsArticle","headline":"A quay, closed","author":"Lena Voss"}` + "\n//]]>",
		"a comma too many":   `{"@type":"NewsArticle","headline":"A quay, closed","author":["Lena Voss", ],}`,
		"a line end inside":  `{"@type":"NewsArticle","headline":"A quay,` + "\n" + `closed","author":"Lena Voss"}`,
		"a semicolon behind": `{"@type":"NewsArticle","headline":"A quay, closed","author":"Lena Voss"};`,
	} {
		a := onlyArticle(t, `<html><head><script type="application/ld+json">`+script+`</script></head>`+linkedText)
		if a.Title != "A quay, closed" || a.Author != "Lena Voss" {
			t.Errorf("%s: title %q, author %q", name, a.Title, a.Author)
		}
	}
}

func onlyArticle(t *testing.T, page string) store.Article {
	t.Helper()
	drafts, err := Parse(t.Context(), "page.html", []byte(page), Options{})
	if err != nil || len(drafts) != 1 {
		t.Fatalf("%d articles, %v", len(drafts), err)
	}
	return drafts[0].Article
}

func TestTheDateOfAPageIsThatOfItsPublication(t *testing.T) {
	for name, test := range map[string]struct{ times, want string }{
		"changed first": {`<time itemprop="dateModified" datetime="2031-05-09">9 May</time>
			<time itemprop="datePublished" datetime="2031-05-03">3 May</time>`, "2031-05-03"},
		"one of two is marked": {`<time datetime="2031-05-09">9 May</time> <time itemprop="datePublished" datetime="2031-05-03">3 May</time>
			<time datetime="2031-05-08">8 May</time>`, "2031-05-03"},
		"of a teaser below, too": {
			`<time pubdate datetime="2031-05-03">3 May</time> <time pubdate datetime="2031-05-08">8 May</time>`,
			"2031-05-03",
		},
		"none is marked": {`<time datetime="2031-05-03">3 May</time> <time datetime="2031-05-08">8 May</time>`, "2031-05-03"},
		"only changed":   {`<time itemprop="dateModified" datetime="2031-05-09">9 May</time>`, ""},
	} {
		if got := onlyArticle(t, `<html><body><div>`+test.times+`</div>`+linkedText[len("<body>"):]); string(got.Published) != test.want {
			t.Errorf("%s: published %q instead of %q", name, got.Published, test.want)
		}
	}
}
