package record

import (
	"fyne.io/fyne/v2"

	"standpoint/app/control"
	"standpoint/app/words"
	"standpoint/store"
)

// ShowRecord fills the row with one row of the record of an actor or issue: when
// and where over the words, and below them where somebody stands. What goes without
// saying in the record of self is left out.
func (r *Row) ShowRecord(row store.RecordRow, self store.ID) {
	r.showHeading(false, store.PartyRef{}, "")
	r.position = nil
	if row.Statement != nil {
		r.showRecordStatement(*row.Statement, self)
		return
	}
	p := *row.Position
	if r.dense {
		about := control.Run{Text: aboutFor(p.TargetRef, p.Holders, self)}
		r.showLine(&stand{p.Stance, p.Condition != ""}, []control.Run{about}, p.Quote, words.Day(p.Date))
		return
	}
	r.who.SetRuns(placeRuns(p.Date, "", p.ArticleTitle, p.Paragraph)...)
	r.quote.SetQuote(p.Quote)
	r.stand(1)
	r.standings[0].set(p.Stance, p.Condition != "", control.Run{Text: aboutFor(p.TargetRef, p.Holders, self)})
	r.setFooter(words.Dotted(footerOf(p.Condition, p.AccordingTo, false, "", ""), via(p.Carriers)))
	r.inside.SetObjects(r.who, r.quote, r.standings[0], r.footer)
}

func (r *Row) showRecordStatement(s store.StatementRow, self store.ID) {
	said := ""
	if !isOnly(s.Speakers, self) {
		said = words.SaidBy(s.Act, labelsOf(s.Speakers))
	} else if s.Act != store.ActSays && s.Act != "" {
		said = words.Act(s.Act)
	}
	if r.dense {
		r.showStatementLine(s, said, words.Day(s.Date))
		return
	}
	r.who.SetRuns(placeRuns(s.Date, said, s.ArticleTitle, s.Paragraph)...)
	r.quote.SetQuote(s.Quote)
	r.stand(len(s.Positions))
	objects := []fyne.CanvasObject{r.who, r.quote}
	for i, p := range s.Positions {
		about := aboutFor(p.TargetRef, p.Holders, self)
		if p.TargetRef.ID != self && sameParties(p.Holders, s.Speakers) {
			about = p.TargetRef.Label()
		}
		r.standings[i].set(p.Stance, p.Condition != "", control.Run{Text: about}, conditionRun(p.Condition))
		objects = append(objects, r.standings[i])
	}
	r.setFooter(via(s.Carriers))
	r.inside.SetObjects(append(objects, r.footer)...)
}

// aboutFor names what the record of self does not say: the target of a position,
// or who holds it.
func aboutFor(target store.PartyRef, holders []store.PartyRef, self store.ID) string {
	switch {
	case target.ID == self:
		return PartyLabels(holders)
	case isOnly(holders, self):
		return target.Label()
	}
	return target.Label() + " · " + heldBy(holders)
}

func isOnly(parties []store.PartyRef, self store.ID) bool {
	return len(parties) == 1 && parties[0].ID == self
}

// placeRuns is the first line of a row: its date, what somebody did, and where
// it stands.
func placeRuns(date store.Date, said, title string, paragraph int) []control.Run {
	where := title
	if paragraph > 0 {
		where = words.Sentence("%s, ¶ %d", title, paragraph)
	}
	var runs []control.Run
	if when := words.Day(date); when != "" {
		runs = append(runs, control.Run{Text: when}, control.Caption("  ·  "))
	}
	if said != "" {
		runs = append(runs, control.Run{Text: said}, control.Caption("  ·  "))
	}
	return append(runs, control.Caption(where))
}
