package intake

import (
	"cmp"
	"regexp"
	"strings"
	"unicode"

	"standpoint/store"
	"standpoint/store/say"
	"standpoint/store/text"
)

// readText reads a text file: head lines, then the article.
func readText(f *file) ([]Draft, error) {
	s, err := f.decode("")
	if err != nil {
		return nil, err
	}
	if isCutProQuest(s.text) {
		return nil, refusal(store.CodeInvalid, nil, "“%s” is cut off: it ends before its text. %s", f.name, getAnew)
	}
	if records := downloaded(s.text); records != nil {
		f.place = PlaceDownload
		return f.recordDrafts(records)
	}
	d, err := f.textDraft(s.text)
	if err != nil {
		return nil, err
	}
	d.Notes = append(s.note(), d.Notes...)
	return []Draft{d}, nil
}

// textDraft makes an article of a text with head lines. What stands below them may be markup all the same.
func (f *file) textDraft(s string) (Draft, error) {
	var d Draft
	left, rest := d.takeHead(s)
	rest = strings.TrimFunc(rest, isBlank)
	switch {
	case strings.TrimFunc(s, isBlank) == "":
		return Draft{}, refusal(store.CodeInvalid, nil, "“%s” is empty. Choose a file with the text of an article.", f.name)
	case !text.IsVisible(s):
		return Draft{}, refusal(store.CodeInvalid, nil,
			"“%s” has only signs that cannot be seen, such as spaces without width. Choose a file with the text of an article.", f.name)
	case !strings.ContainsFunc(s, isOfWords):
		return Draft{}, refusal(store.CodeInvalid, nil,
			"“%s” has no words, but only signs such as dashes. Choose a file with the text of an article.", f.name)
	case !text.IsVisible(left + rest):
		return Draft{}, refusal(store.CodeInvalid, nil,
			"“%s” has a title, a date or the like, but no text. Add the text of the article below them.", f.name)
	}
	if left == "" && rest != s && strings.ContainsAny(rest[:1], "<{[") {
		if f.within.isMarkup([]byte(rest)) {
			d.cameFrom(PlaceHead)
			return f.below(d, rest)
		}
	}
	if !f.options.KeepLines {
		rest = d.join(rest)
	}
	d.Body = strings.TrimFunc(left+rest, isBlank)
	if d.Article.Title == "" {
		d.Article.Title = derivedTitle(rest, d.Body)
		d.from(FieldTitle, Provenance{Place: PlaceText})
	}
	d.dateByText()
	return d, nil
}

// isOfWords reports whether a sign is a part of words, or says something by itself, as an emoji does.
func isOfWords(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) || unicode.Is(unicode.So, r)
}

// dateByText takes the day that stands alone at the beginning of the text, where nothing else gives a date.
func (d *Draft) dateByText() {
	if day := lineOfDay(d.Body); day != "" && d.Article.Published == "" && d.Doubt == nil {
		d.Article.Published = day
		d.from(FieldDate, Provenance{Place: PlaceText})
	}
}

// lineOfDay is the day that stands alone on one of the first lines of a text, below its title or above it; "" if none does, or one that can
// be two days.
func lineOfDay(s string) store.Date {
	const first = 3 // lines that are not blank
	n := 0
	for line := range strings.Lines(s) {
		if text.IsVisible(line) {
			n++
		}
		if n > first {
			break
		}
		if day := dayAlone(line); day != "" {
			return day
		}
	}
	return ""
}

// dayAlone is the day that a line is and nothing else; "" if it is none, or can be two.
func dayAlone(line string) store.Date {
	const longest = 60 // bytes
	line = strings.TrimFunc(line, isBlank)
	if len(line) > longest {
		return ""
	}
	date, err := parseDate(line)
	if err != nil || date.changed || date.Precision() != store.PrecisionDay && date.Precision() != store.PrecisionTime {
		return ""
	}
	return date.Date
}

// below reads markup that stands below head lines. What they say counts more than what it says of itself.
func (f *file) below(head Draft, markup string) (Draft, error) {
	part := *f
	part.data, part.inUTF8, part.hand = []byte(markup), true, nil
	drafts, err := f.within.read(&part)
	if err != nil {
		return Draft{}, err
	}
	d := drafts[0]
	d.Article = overlaid(d.Article, head.Article)
	for field := range head.From {
		d.from(field, head.From[field])
	}
	d.Notes = append(head.Notes, d.Notes...)
	return d, nil
}

// overlaid returns what is known of an article, by fields of a second source where it has them.
func overlaid(a, over store.Article) store.Article {
	for _, field := range []struct{ into, from *string }{
		{&a.Title, &over.Title},
		{&a.Source, &over.Source},
		{&a.Author, &over.Author},
		{&a.URL, &over.URL},
		{&a.Section, &over.Section},
		{&a.Language, &over.Language},
		{(*string)(&a.Published), (*string)(&over.Published)},
	} {
		*field.into = cmp.Or(*field.from, *field.into)
	}
	return a
}

// derivedTitle is a title for an article that has none, from its text or, if it
// has none but unread head lines, from its body.
func derivedTitle(rest, body string) string {
	if !text.IsVisible(rest) {
		rest = body
	}
	if line, after, _ := strings.Cut(rest, "\n"); dayAlone(line) != "" && text.IsVisible(after) {
		rest = strings.TrimLeftFunc(after, isBlank)
	}
	if unmarked := headingMark.ReplaceAllString(rest, ""); text.IsVisible(unmarked) {
		rest = unmarked
	}
	if title := text.Title(rest, maxTitle); text.IsVisible(title) {
		return title
	}
	return text.Title(strings.TrimLeftFunc(rest, func(r rune) bool { return !text.IsVisible(string(r)) }), maxTitle)
}

// headingMark matches what makes the first line of a text in Markdown a heading.
var headingMark = regexp.MustCompile(`^#{1,6}[ \t]+`)

// join joins the lines of a text that was broken at one width, and says so.
func (d *Draft) join(s string) string {
	joined := unwrap(s)
	if joined.joins == 0 {
		return s
	}
	d.Joined = joined.joins
	d.Notes = append(d.Notes, say.Many(joined.joins,
		"The lines were broken at a width of about %d characters: %d line end was joined into paragraphs.",
		"The lines were broken at a width of about %d characters: %d line ends were joined into paragraphs.", joined.width, joined.joins))
	if n := len(joined.doubtful); n > 0 {
		const most = 5
		words := strings.Join(joined.doubtful[:min(n, most)], ", ")
		note := say.Of("Words at line ends whose hyphen was kept, as it may be their own: %s.", words)
		if n > most {
			note = say.Of("Words at line ends whose hyphen was kept, as it may be their own: %s and %d more.", words, n-most)
		}
		d.Notes = append(d.Notes, note)
	}
	return joined.text
}
