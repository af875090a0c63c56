package app

import (
	"fmt"
	"image/color"
	"strings"

	"fyne.io/fyne/v2/lang"

	"standpoint/app/look"
	"standpoint/app/textview"
	"standpoint/store"
	"standpoint/store/text"
)

// marker turns the annotations of an article into what the reading view
// draws: mentions tinted in the actor's colour, statements underlined in the
// speaker's, positions as bands with a stripe in the margin, highlights shaded
// in the tag's colour. What the filter leaves out is dim; what it is, who
// recorded it and the notes on it are told in a tip.
type marker struct {
	body      text.Hash
	names     names
	filter    markFilter
	positions map[store.ID][]store.Annotation // by the statement they rest on
	notes     map[store.ID][]store.Note       // by what they are on
}

func newMarker(body text.Hash, annotations []store.Annotation, notes []store.Note, n names, f markFilter) marker {
	m := marker{
		body: body, names: n, filter: f, positions: map[store.ID][]store.Annotation{}, notes: map[store.ID][]store.Note{},
	}
	for _, a := range annotations {
		if a.Kind == store.KindPosition && a.Statement != (store.ID{}) {
			m.positions[a.Statement] = append(m.positions[a.Statement], a)
		}
	}
	for _, note := range notes {
		m.notes[note.Subject] = append(m.notes[note.Subject], note)
	}
	return m
}

// mark is the mark of an annotation. One of another body has no place in this, and
// makes none.
func (m marker) mark(a store.Annotation) (mark textview.Mark, ok bool) {
	spans := a.Anchor.Spans()
	if len(spans) == 0 || a.Anchor.Body != m.body {
		return mark, false
	}
	mark = textview.Mark{ID: textview.MarkID(a.ID), Spans: spans, Dim: !m.filter.shows(a, m.positions[a.ID])}
	m.names.dress(&mark, a, m.positions[a.ID])
	if len(m.names.coders) > 1 {
		mark.Tip += "\n" + sentence("recorded by %s", m.names.coder(a.Coder))
	}
	for _, note := range m.notes[a.ID] {
		mark.Tip += "\n" + m.names.noteLine(note)
	}
	return mark, true
}

// dress gives a mark its style, colour, margin lines and tip.
func (n names) dress(m *textview.Mark, a store.Annotation, positions []store.Annotation) {
	switch a.Kind {
	case store.KindMention:
		actor := n.actor(a.Actor)
		m.Style, m.Colour = textview.Tint, n.colour(a.Actor)
		m.Tip = actor.Name
	case store.KindStatement:
		speakers := n.parties(a, store.RoleSpeaker)
		m.Style, m.Colour = textview.Underline, n.partyColour(speakers)
		m.Margin = n.statementMargin(speakers, positions)
		m.Tip = partyNames(speakers) + " " + actWord(a.Act)
		for _, p := range positions {
			m.Tip += "\n" + n.heldLine(p)
		}
	case store.KindPosition:
		holders := n.parties(a, store.RoleHolder)
		m.Style, m.Colour = textview.Band, n.partyColour(holders)
		m.Margin = []string{n.shortNames(holders), n.positionLine(a)}
		m.Tip = partyNames(holders) + "\n" + n.positionLine(a)
	default:
		m.Style, m.Colour = textview.Shade, look.Tone("amber").Line
		m.Tip = lang.L("Highlight")
		if len(a.Tags) > 0 {
			tag := n.tags[a.Tags[0]]
			m.Colour = look.Tone(look.ColourOf(tag.Colour, tag.ID)).Line
			m.Tip = n.tagNames(a.Tags)
		}
	}
}

// statementMargin is who speaks, and the positions taken or that it is a
// statement without any.
func (n names) statementMargin(speakers []party, positions []store.Annotation) []string {
	lines := []string{n.shortNames(speakers)}
	for _, p := range positions {
		lines = append(lines, n.heldLine(p))
	}
	if len(positions) == 0 {
		lines = append(lines, lang.L("statement"))
	}
	return lines
}

// heldLine is a position's line among those of a statement: it names its
// holders if they are not simply the speakers: "Maredon ▼ Freight toll".
func (n names) heldLine(p store.Annotation) string {
	holders := n.shortNames(n.parties(p, store.RoleHolder))
	return strings.TrimSpace(holders + " " + n.positionLine(p))
}

// positionLine is a position's sign and target: "▲ Ceasefire".
func (n names) positionLine(p store.Annotation) string {
	sign := look.StanceOf(string(p.Stance), p.Condition != "").Sign
	return strings.TrimSpace(sign + " " + n.target(p.Target))
}

// colour is the colour of an actor's lines and tints.
func (n names) colour(actor store.ID) color.NRGBA {
	return look.Tone(look.ColourOf(n.actors[actor].Colour, actor)).Line
}

// partyColour is the colour of the first actor among the parties; grey if all
// are only words.
func (n names) partyColour(all []party) color.NRGBA {
	for _, p := range all {
		if !p.Words {
			return n.colour(p.Actor)
		}
	}
	return look.Tone("grey").Line
}

// target names what a position is about.
func (n names) target(t store.Target) string {
	if t.Actor != (store.ID{}) {
		return n.actor(t.Actor).Name
	}
	return n.issue(t.Issue).Name
}

func (n names) actor(id store.ID) store.Name { return n.actors[id] }

func (n names) issue(id store.ID) store.Name { return n.issues[id] }

func (n names) tagNames(ids []store.ID) string {
	all := make([]string, len(ids))
	for i, id := range ids {
		all[i] = n.tags[id].Name
	}
	return strings.Join(all, ", ")
}

// partyNames joins who has a part, in order.
func partyNames(all []party) string {
	list := make([]string, len(all))
	for i, p := range all {
		list[i] = p.Name
	}
	return strings.Join(list, ", ")
}

// shortNames is partyNames for the margin: a person's last name is enough.
func (n names) shortNames(all []party) string {
	switch len(all) {
	case 0:
		return ""
	case 1:
		return n.shortName(all[0])
	}
	return fmt.Sprintf("%s +%d", n.shortName(all[0]), len(all)-1)
}

func (n names) shortName(p party) string {
	if n.actor(p.Actor).Kind == store.ActorPerson {
		words := strings.Fields(p.Name)
		return words[len(words)-1]
	}
	return p.Name
}

// longestNote is how many code points of a note a tip shows.
const longestNote = 160

// noteLine is the beginning of a note, and whose it is where several have worked
// on the project.
func (n names) noteLine(note store.Note) string {
	line := text.Title(note.Text, longestNote)
	if len(n.coders) > 1 {
		line = n.coder(note.Coder) + ": " + line
	}
	return line
}

// coder is the name of somebody who has worked on the project.
func (n names) coder(id store.ID) string {
	for _, c := range n.coders {
		if c.ID == id {
			return c.Name
		}
	}
	return ""
}

// actWord is the translated verb of a speech act.
func actWord(a store.Act) string {
	switch a {
	case store.ActDenies:
		return lang.L("denies")
	case store.ActAsks:
		return lang.L("asks")
	case store.ActDemands:
		return lang.L("demands")
	case store.ActPromises:
		return lang.L("promises")
	case store.ActThreatens:
		return lang.L("threatens")
	case store.ActDeclines:
		return lang.L("declines")
	}
	return lang.L("says")
}
