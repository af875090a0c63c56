package record

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"standpoint/app/control"
	"standpoint/app/look"
	"standpoint/app/words"
	"standpoint/store"
	"standpoint/store/text"
)

// ShowMention fills the row with a mention: when and where, over its words and those around them.
func (r *Row) ShowMention(row store.MentionRow) {
	r.showHeading(false, store.PartyRef{}, "")
	r.position = nil
	r.quote.SetRuns(around(row.Anchor)...)
	if r.dense {
		r.stand(1)
		s := r.standings[0]
		s.set("", false, around(row.Anchor)...)
		s.badge.Hide()
		s.about.SetLines(1)
		s.setFacts(words.Day(row.Date))
		r.inside.SetObjects(s)
		return
	}
	r.who.SetRuns(placeRuns(row.Date, "", row.ArticleTitle, row.Paragraph)...)
	r.inside.SetObjects(r.who, r.quote)
}

// around are the first words of an anchor in bold, between those that it keeps before and after them, as far as these are whole.
func around(a text.Anchor) []control.Run {
	if len(a.Quotes) == 0 {
		return nil
	}
	q := a.Quotes[0]
	before, after := oneLine(q.Before), oneLine(q.After)
	if i := strings.IndexFunc(before, unicode.IsSpace); i >= 0 && utf8.RuneCountInString(q.Before) < q.Start {
		before = "… " + text.Resumed(before[i:])
	}
	if i := strings.LastIndexFunc(after, unicode.IsSpace); i >= 0 {
		after = after[:i] + "\u00a0…" // which never stands on a line alone
	}
	return []control.Run{
		{Text: before, Colour: look.ColorMuted}, {Text: oneLine(q.Exact), Bold: true}, {Text: after, Colour: look.ColorMuted},
	}
}

// oneLine is a text with each run of spaces and line ends as one space.
func oneLine(s string) string {
	inner := strings.Join(strings.Fields(s), " ")
	if strings.TrimLeftFunc(s, unicode.IsSpace) != s {
		inner = " " + inner
	}
	if strings.TrimRightFunc(s, unicode.IsSpace) != s && strings.TrimSpace(s) != "" {
		inner += " "
	}
	return inner
}
