package record

import (
	"strings"

	"standpoint/app/control"
	"standpoint/app/look"
	"standpoint/app/words"
	"standpoint/store"
)

// stand is where somebody stands, as a badge shows it.
type stand struct {
	stance      store.Stance
	conditional bool
}

// showLine fills the row with one line: a badge, unless it is nil, what it is about, the words, and at the right the day.
func (r *Row) showLine(at *stand, about, quote, day string) {
	r.position = nil
	r.stand(1)
	s := r.standings[0]
	if at == nil {
		s.set("", false)
		s.badge.Hide()
	} else {
		s.set(at.stance, at.conditional)
	}
	s.about.SetLines(1)
	if about != "" {
		about += "  "
	}
	s.about.SetRuns(control.Run{Text: about, Bold: at == nil}, quietQuote(quote))
	s.setFacts(day)
	r.inside.SetObjects(s)
}

// showStatementLine fills the row with one line for a statement: the first of its positions as a badge, who speaks, and what the
// positions are about.
func (r *Row) showStatementLine(row store.StatementRow, who string) {
	if len(row.Positions) == 0 {
		r.showLine(nil, who, row.Quote, words.Day(row.Date))
		return
	}
	first := row.Positions[0]
	about := make([]string, len(row.Positions))
	for i, p := range row.Positions {
		about[i] = p.TargetRef.Label()
	}
	r.showLine(&stand{first.Stance, first.Condition != ""}, words.Dotted(who, strings.Join(about, ", ")), row.Quote, words.Day(row.Date))
}

// quietQuote are the words of an article behind what is said of them.
func quietQuote(quote string) control.Run {
	return control.Run{Text: strings.Join(strings.Fields(quote), " "), Italic: true, Size: look.TextSize - 1, Colour: look.ColorMuted}
}
