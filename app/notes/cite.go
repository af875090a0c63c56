package notes

import (
	"strconv"
	"strings"

	"standpoint/store"
	"standpoint/store/text"
)

// CiteStyle is how a document says where words stand.
type CiteStyle string

// The styles of citation.
const (
	CiteBrackets CiteStyle = "brackets" // outlet, day and paragraph, in short
	CiteAuthor   CiteStyle = "author"   // author and year, and a list of references at the end
	CiteFootnote CiteStyle = "footnote" // in footnotes: at first in full, then in short
)

// CiteStyles are the styles of citation, the usual one first.
func CiteStyles() []CiteStyle { return []CiteStyle{CiteBrackets, CiteAuthor, CiteFootnote} }

// FormatDate writes a date in English for people, no more exact than it is: "16 May 2025", "May 2025", "2025", and with its hour
// and offset "16 May 2025, 09:30 UTC+03:00". A date that cannot be read is given as it is.
func FormatDate(d store.Date) string { return english.date(d) }

// FormatDay writes the day of a date in English without its hour.
func FormatDay(d store.Date) string { return english.dayOf(d) }

// Cite returns how an article is cited in English: author, title, outlet, day.
func Cite(a store.Article) Text { return english.cite(a) }

func (w *wording) cite(a store.Article) Text { return w.citeTo(a, "") }

// citeTo cites an article, with its title leading to an anchor of the document.
func (w *wording) citeTo(a store.Article, anchor string) Text {
	title := Text{{Text: w.titled(a), To: anchor}}
	return joinText(", ", plain(a.Author), title, emphasis(a.Source), plain(w.dayOf(a.Published)))
}

// CiteQuote returns words of the article's body with where they stand, in English, for use on their own: “words” (outlet, day,
// title, paragraph). Several spans have … between them. The words are as the body has them; marks are added only around words that
// are not a whole quotation already.
func CiteQuote(a store.Article, body *text.Body, spans ...text.Span) Text {
	if len(spans) == 0 {
		return nil
	}
	w := &english
	parts := make([]string, len(spans))
	for i, s := range spans {
		parts[i] = body.Slice(body.Trim(s))
	}
	words := strings.Join(parts, " … ")
	whole := body.Trim(spans[0])
	if q, ok := body.QuotationAt(whole.Start); !ok || len(spans) > 1 || q.Outer != whole {
		words = w.marks[0] + words + w.marks[1]
	}
	_, paragraph := body.ParagraphAt(whole.Start)
	place := joinText(", ", emphasis(a.Source), plain(w.dayOf(a.Published)), plain(w.titled(a)),
		plain(w.paragraphNo(paragraph)))
	return plain(words).and(plain(" ("), place, plain(")"))
}

// titled is the title of an article between quotation marks, or says that it has none.
func (w *wording) titled(a store.Article) string {
	if a.Title == "" {
		return w.untitled
	}
	return w.quoted(oneLine(a.Title))
}

// paragraphNo returns "¶ 2", or "" for none.
func (w *wording) paragraphNo(number int) string {
	if number <= 0 {
		return ""
	}
	return strings.ReplaceAll(w.paragraph, "%d", strconv.Itoa(number))
}

// oneLine returns s with a space in place of each line end.
func oneLine(s string) string { return strings.ReplaceAll(s, "\n", " ") }
