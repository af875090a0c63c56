package reading

import (
	"cmp"
	"image/color"
	"strconv"

	"fyne.io/fyne/v2/lang"

	"standpoint/app/look"
	"standpoint/app/names"
	"standpoint/app/panel"
	"standpoint/app/suggest"
	"standpoint/app/textview"
	"standpoint/app/words"
	"standpoint/store"
	"standpoint/store/text"
)

// markID is the mark of an annotation or a proposal.
func markID(id store.ID) textview.MarkID { return textview.MarkID(id) }

// proposalMarker turns proposals into dotted marks of the text, and rows of the list at its side.
type proposalMarker struct {
	names names.Names
	body  *text.Body
}

func (m proposalMarker) marks(list []suggest.Proposal) []textview.Mark {
	marks := make([]textview.Mark, len(list))
	for i, p := range list {
		row := m.row(p)
		tip := words.Sentence("Proposed: %s", words.Dotted(words.SavedKind(p.Kind), row.Who, row.Facts))
		if row.Target != "" {
			tip += "\n" + signed(stanceSign(store.Annotation{Stance: row.Stance, Condition: row.If}), row.Target)
		}
		marks[i] = textview.Mark{
			ID: markID(p.ID), Spans: p.Spans, Style: textview.Dotted, Colour: m.colour(p), Tip: tip + "\n" + row.Why + "\n" + row.Sure,
		}
	}
	return marks
}

// colour is that of the first actor of the project whom a proposal names; grey if it names none.
func (m proposalMarker) colour(p suggest.Proposal) color.NRGBA {
	return look.Tone(cmp.Or(m.tone(p), "grey")).Line
}

// tone is the name of the colour of the first actor of the project whom a proposal names; "" if it names none.
func (m proposalMarker) tone(p suggest.Proposal) string {
	for _, who := range p.Parties() {
		if who.Actor != (store.ID{}) {
			return store.ColourOf(m.names.Actors[who.Actor].Colour, who.Actor)
		}
	}
	return ""
}

func (m proposalMarker) rows(list []suggest.Proposal) []panel.Proposal {
	rows := make([]panel.Proposal, len(list))
	for i, p := range list {
		rows[i] = m.row(p)
	}
	return rows
}

// row is a proposal as a list tells it.
func (m proposalMarker) row(p suggest.Proposal) panel.Proposal {
	const hundred = 100
	row := panel.Proposal{
		ID: p.ID, Kind: p.Kind, Colour: m.tone(p), Who: words.Joined(labelsOf(p.Parties())), Why: words.Why(p.Rule, p.Like),
		Sure: words.Sentence("%s %% sure", strconv.Itoa(int(p.Confidence*hundred+0.5))),
	}
	if anchor, err := text.NewAnchor(m.body, p.Spans...); err == nil {
		row.Quote = anchor.Exact()
	}
	switch p.Kind {
	case store.KindMention:
		row.Facts = words.ActorKind(p.Party.Kind)
		if p.Party.Actor == (store.ID{}) {
			row.Facts = words.Dotted(lang.L("new"), row.Facts)
		}
	case store.KindStatement:
		row.Facts = words.Act(p.Said.Act)
		if len(p.Said.Carriers) > 0 {
			row.Facts = words.Dotted(row.Facts, words.Sentence("via %s", words.Joined(labelsOf(p.Said.Carriers))))
		}
		if len(p.Said.Addressees) > 0 {
			row.Facts = words.Dotted(row.Facts, words.Sentence("to %s", words.Joined(labelsOf(p.Said.Addressees))))
		}
	case store.KindPosition:
		row.Stance, row.If, row.Target = p.Stand.Stance, p.Stand.Condition, m.target(p.Stand.Target)
	}
	return row
}

// target is what a position is on: as the project calls it, else by the words of the article.
func (m proposalMarker) target(t suggest.Target) string {
	switch label := t.Label(); {
	case label != "":
		return label
	case !t.Span.Empty():
		return words.Sentence("“%s”", m.body.Slice(t.Span))
	}
	return lang.L("about what is yours to say")
}

// labelsOf are what parties are called.
func labelsOf(all []suggest.Party) []string {
	labels := make([]string, len(all))
	for i, p := range all {
		labels[i] = p.Label()
	}
	return labels
}
