package record

import (
	"cmp"

	"fyne.io/fyne/v2"

	"standpoint/app/control"
	"standpoint/app/look"
	"standpoint/app/words"
	"standpoint/store"
)

// Proposal is something that the program proposes to annotate, as a row tells it.
type Proposal struct {
	ID     store.ID
	Kind   store.Kind
	Colour string       // of the actor; "" of one whom the project does not have
	Who    string       // whom it names, who speaks, who holds it
	Facts  string       // more of them, in a few words
	Target string       // of a position
	Stance store.Stance // of a position
	If     string       // its condition
	Quote  string
	Sure   string // how sure it is
	Why    string // what found it
}

// ShowProposal fills the row with a proposal.
func (r *Row) ShowProposal(p Proposal) {
	r.showHeading(false, store.PartyRef{}, "")
	r.position = nil
	if r.dense {
		var at *stand
		if p.Kind == store.KindPosition {
			at = &stand{p.Stance, p.If != ""}
		}
		r.showLine(at, []control.Run{{Text: p.Who, Bold: true}}, p.Quote, p.Sure)
		return
	}
	r.who.SetRuns(control.Run{Text: p.Who, Bold: true}, control.Caption("  "+words.Dotted(words.SavedKind(p.Kind), p.Facts)))
	r.where.SetRuns(control.Run{Text: p.Sure, Size: look.CaptionSize, Colour: look.ColorMuted})
	r.dot.SetColour(cmp.Or(p.Colour, "grey"))
	r.quote.SetQuote(p.Quote)
	objects := []fyne.CanvasObject{r.party, r.quote}
	if p.Kind == store.KindPosition {
		r.stand(1)
		r.standings[0].set(p.Stance, p.If != "", control.Run{Text: p.Target}, conditionRun(p.If))
		objects = append(objects, r.standings[0])
	}
	r.setFooter(p.Why)
	r.inside.SetObjects(append(objects, r.footer)...)
}
