package intake

import (
	"strings"

	"standpoint/store"
	"standpoint/store/say"
	"standpoint/store/text"
)

// readText reads a text file: head lines, then the article.
func readText(name string, data []byte, o Options) (Draft, error) {
	s, err := decode(name, data)
	if err != nil {
		return Draft{}, err
	}
	var d Draft
	left, rest := d.takeHead(s)
	rest = strings.TrimFunc(rest, isBlank)
	switch {
	case strings.TrimFunc(s, isBlank) == "":
		return Draft{}, refusal(store.CodeInvalid, nil, "“%s” is empty. Choose a file with the text of an article.", name)
	case !text.IsVisible(s):
		return Draft{}, refusal(store.CodeInvalid, nil,
			"“%s” has only signs that cannot be seen, such as spaces without width. Choose a file with the text of an article.", name)
	case !text.IsVisible(left + rest):
		return Draft{}, refusal(store.CodeInvalid, nil,
			"“%s” has a title, a date or the like, but no text. Add the text of the article below them.", name)
	}
	if !o.KeepLines {
		rest = d.join(rest)
	}
	d.Body = strings.TrimFunc(left+rest, isBlank)
	if d.Article.Title == "" {
		d.Article.Title = derivedTitle(rest, d.Body)
	}
	return d, nil
}

// derivedTitle is a title for an article that has none, from its text or, if it
// has none but unread head lines, from its body.
func derivedTitle(rest, body string) string {
	if !text.IsVisible(rest) {
		rest = body
	}
	if title := text.Title(rest, maxTitle); text.IsVisible(title) {
		return title
	}
	return text.Title(strings.TrimLeftFunc(rest, func(r rune) bool { return !text.IsVisible(string(r)) }), maxTitle)
}

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
