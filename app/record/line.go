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

// showLine fills the row with one line: a badge, unless it is nil, what is known, the words, and at the right the day.
func (r *Row) showLine(at *stand, known []control.Run, quote, day string) {
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
	if len(known) > 0 {
		known = append(known, control.Run{Text: "   "})
	}
	s.about.SetRuns(append(known, quietQuote(quote))...)
	s.setFacts(day)
	r.inside.SetObjects(s)
}

// dayOf is the day of a row, in a list that spans more than one article; those of one article have one day, mostly.
func dayOf(date store.Date, elsewhere bool) string {
	if !elsewhere {
		return ""
	}
	return words.Day(date)
}

// showStatementLine fills the row with one line for a statement: the first of its positions as a badge, who speaks ("" if that goes
// without saying), and what the positions are about.
func (r *Row) showStatementLine(row store.StatementRow, who, day string) {
	var known []control.Run
	if who != "" {
		known = append(known, control.Run{Text: who, Bold: true})
	}
	if len(row.Positions) == 0 {
		r.showLine(nil, known, row.Quote, day)
		return
	}
	about := make([]string, len(row.Positions))
	for i, p := range row.Positions {
		about[i] = p.TargetRef.Label()
	}
	if who != "" {
		known = append(known, control.Run{Text: "  "})
	}
	first := row.Positions[0]
	known = append(known, control.Run{Text: words.Dotted(about...)})
	r.showLine(&stand{first.Stance, first.Condition != ""}, known, row.Quote, day)
}

// quietQuote are the words of an article behind what is said of them.
func quietQuote(quote string) control.Run {
	return control.Run{Text: strings.Join(strings.Fields(quote), " "), Italic: true, Size: look.TextSize - 1, Colour: look.ColorMuted}
}
