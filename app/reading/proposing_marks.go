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

// shownProposals are proposals as they are shown, in their order. They are made beside the window, all but their colours.
type shownProposals struct {
	marks []textview.Mark
	rows  []panel.Proposal
}

func (m proposalMarker) shown(list []suggest.Proposal) shownProposals {
	s := shownProposals{marks: make([]textview.Mark, len(list)), rows: make([]panel.Proposal, len(list))}
	for i := range list {
		s.set(i, m, &list[i])
	}
	return s
}

// set makes the mark and the row of one of them anew.
func (s *shownProposals) set(i int, m proposalMarker, p *suggest.Proposal) {
	row := m.row(p)
	tip := words.Sentence("Proposed: %s", words.Dotted(words.SavedKind(p.Kind), row.Who, row.Facts))
	if row.Target != "" {
		tip += "\n" + signed(stanceSign(store.Annotation{Stance: row.Stance, Condition: row.If}), row.Target)
	}
	s.rows[i] = row
	s.marks[i] = textview.Mark{ID: markID(p.ID), Spans: p.Spans, Style: textview.Dotted, Tip: tip + "\n" + row.Why + "\n" + row.Sure}
}

// colour gives the marks the colours of the appearance that the window has: of the first actor of the project whom each names, grey if it
// names none.
func (s *shownProposals) colour() {
	tones := map[string]color.NRGBA{}
	for i := range s.marks {
		name := cmp.Or(s.rows[i].Colour, "grey")
		tone, known := tones[name]
		if !known {
			tone = look.Tone(name).Line
			tones[name] = tone
		}
		s.marks[i].Colour = tone
	}
}

// without leaves out those whose places are said.
func (s *shownProposals) without(out func(i int) bool) shownProposals {
	var left shownProposals
	for i := range s.marks {
		if !out(i) {
			left.marks, left.rows = append(left.marks, s.marks[i]), append(left.rows, s.rows[i])
		}
	}
	return left
}

// tone is the name of the colour of the first actor of the project whom a proposal names; "" if it names none.
func (m proposalMarker) tone(p *suggest.Proposal) string {
	for _, who := range p.Parties() {
		if who.Actor != (store.ID{}) {
			return store.ColourOf(m.names.Actors[who.Actor].Colour, who.Actor)
		}
	}
	return ""
}

// row is a proposal as a list tells it.
func (m proposalMarker) row(p *suggest.Proposal) panel.Proposal {
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
			row.Facts = words.Dotted(lang.L("new"), row.Facts, belongs(p.Office))
		}
	case store.KindStatement:
		row.Facts = words.Act(p.Said.Act)
		if len(p.Said.Carriers) > 0 {
			row.Facts = words.Dotted(row.Facts, words.Sentence("via %s", words.Joined(labelsOf(p.Said.Carriers))))
		}
		if len(p.Said.Addressees) > 0 {
			row.Facts = words.Dotted(row.Facts, words.Sentence("addressed to %s", words.Joined(labelsOf(p.Said.Addressees))))
		}
	case store.KindPosition:
		row.Stance, row.If, row.Target = p.Stand.Stance, p.Stand.Condition, m.target(p.Stand.Target)
	}
	return row
}

// belongs is what a new person is, and for whom; "" if the text says nothing of it.
func belongs(o suggest.Office) string {
	if o.IsZero() {
		return ""
	}
	return words.Belongs(o.Role, o.Of.Label())
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
