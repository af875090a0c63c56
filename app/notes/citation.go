package notes

import (
	"fmt"
	"strings"
	"time"

	"standpoint/store"
	"standpoint/store/text"
)

// FormatDate writes a date for people, no more exact than it is: "16 May 2025", "May 2025", "2025", and with its hour
// and offset "16 May 2025, 09:30 UTC+03:00". A date that cannot be read is given as it is.
func FormatDate(d store.Date) string {
	layouts := map[store.Precision][2]string{
		store.PrecisionYear:  {"2006", "2006"},
		store.PrecisionMonth: {"2006-01", "January 2006"},
		store.PrecisionDay:   {time.DateOnly, "2 January 2006"},
		store.PrecisionTime:  {time.RFC3339, "2 January 2006, 15:04 UTC-07:00"},
	}
	layout, ok := layouts[d.Precision()]
	if !ok {
		return string(d)
	}
	t, err := time.Parse(layout[0], string(d))
	if err != nil {
		return string(d)
	}
	return strings.TrimSuffix(t.Format(layout[1]), "+00:00")
}

// FormatDay writes the day of a date without its hour.
func FormatDay(d store.Date) string {
	if d.Precision() == store.PrecisionTime {
		return FormatDate(store.Date(d.First()))
	}
	return FormatDate(d)
}

// Cite returns how an article is cited: author, title, outlet, day.
func Cite(a store.Article) Text {
	return joinText(", ", plain(a.Author), plain("“"+innerMarks(a.Title)+"”"), emphasis(a.Source), plain(FormatDay(a.Published)))
}

// CiteQuote returns words of the article's body with where they stand, for use on their own: “words” (outlet, day, title,
// paragraph). Several spans have … between them. The words are as the body has them; marks are added only around words that
// are not a whole quotation already.
func CiteQuote(a store.Article, body *text.Body, spans ...text.Span) Text {
	if len(spans) == 0 {
		return nil
	}
	parts := make([]string, len(spans))
	for i, s := range spans {
		parts[i] = body.Slice(body.Trim(s))
	}
	words := strings.Join(parts, " … ")
	whole := body.Trim(spans[0])
	if q, ok := body.QuotationAt(whole.Start); !ok || len(spans) > 1 || q.Outer != whole {
		words = "“" + words + "”"
	}
	_, paragraph := body.ParagraphAt(whole.Start)
	place := joinText(", ", emphasis(a.Source), plain(FormatDay(a.Published)), plain("“"+innerMarks(a.Title)+"”"),
		plain(formatParagraph(paragraph)))
	return plain(words).and(plain(" ("), place, plain(")"))
}

// citePlace returns where in an article something stands, for use beneath its full citation: outlet, day, paragraph.
func citePlace(a store.Article, paragraph int) Text {
	return joinText(", ", emphasis(a.Source), plain(FormatDay(a.Published)), plain(formatParagraph(paragraph)))
}

// formatParagraph returns "¶ 2", or "" for none.
func formatParagraph(number int) string {
	if number <= 0 {
		return ""
	}
	return fmt.Sprintf("¶ %d", number)
}

// innerMarks turns double quotation marks into single ones, for a title that is quoted itself.
func innerMarks(s string) string {
	return strings.NewReplacer("“", "‘", "”", "’").Replace(s)
}
