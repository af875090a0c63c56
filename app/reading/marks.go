package reading

import (
	"bytes"
	"cmp"
	"fmt"
	"image/color"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2/lang"

	"standpoint/app/look"
	"standpoint/app/names"
	"standpoint/app/panel"
	"standpoint/app/textview"
	"standpoint/app/words"
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
	names     names.Names
	filter    panel.MarkFilter
	positions map[store.ID][]store.Annotation // by the statement they rest on
	notes     map[store.ID][]store.Note       // by what they are on
	short     map[store.ID]string             // what persons are called in the margin
}

// newMarker makes marks of the annotations and notes on a body, for those that the filter asks for and pale for the others.
func newMarker(body text.Hash, annotations []store.Annotation, notes []store.Note, n names.Names, f panel.MarkFilter) marker {
	m := marker{
		body: body, names: n, filter: f, positions: map[store.ID][]store.Annotation{}, notes: map[store.ID][]store.Note{},
	}
	for _, a := range annotations {
		if a.Kind == store.KindPosition && a.Statement != (store.ID{}) {
			m.positions[a.Statement] = append(m.positions[a.Statement], a)
		}
	}
	m.short = m.shortOf(annotations)
	for _, note := range notes {
		m.notes[note.Subject] = append(m.notes[note.Subject], note)
	}
	return m
}

// renames reports whether somebody is called otherwise than before, as a namesake came
// or went: all marks may say so.
func (m marker) renames(before map[store.ID]string) bool {
	for id, name := range before {
		if now, still := m.short[id]; still && now != name {
			return true
		}
	}
	return false
}

// mark is the mark of an annotation. One of another body has no place in this, and
// makes none.
func (m marker) mark(a store.Annotation) (mark textview.Mark, ok bool) {
	spans := a.Anchor.Spans()
	if len(spans) == 0 || a.Anchor.Body != m.body {
		return mark, false
	}
	mark = textview.Mark{ID: textview.MarkID(a.ID), Spans: spans, Dim: !m.filter.Shows(a, m.positions[a.ID])}
	m.dress(&mark, a)
	if len(m.names.Coders) > 1 {
		mark.Tip += "\n" + words.Sentence("recorded by %s", m.names.Coder(a.Coder))
	}
	for _, note := range m.notes[a.ID] {
		mark.Tip += "\n" + m.noteLine(note)
	}
	return mark, true
}

// dress gives a mark its style, colour, margin lines and tip.
func (m marker) dress(mark *textview.Mark, a store.Annotation) {
	n := m.names
	switch a.Kind {
	case store.KindMention:
		actor := n.Actor(a.Actor)
		mark.Style, mark.Colour = textview.Tint, m.colour(a.Actor)
		mark.Tip = actor.Name
	case store.KindStatement:
		speakers := n.Parties(a, store.RoleSpeaker)
		mark.Style, mark.Colour = textview.Underline, m.partyColour(speakers)
		mark.Margin, mark.Brief = m.statementMargin(speakers, m.positions[a.ID])
		mark.Tip = words.SaidBy(a.Act, namesOf(speakers))
		for _, p := range m.positions[a.ID] {
			mark.Tip += "\n" + m.heldLine(p)
		}
	case store.KindPosition:
		holders := n.Parties(a, store.RoleHolder)
		mark.Style, mark.Colour = textview.Band, m.partyColour(holders)
		mark.Margin = []string{m.shortNames(holders), m.positionLine(a)}
		mark.Brief = signed(stanceSign(a), mark.Margin[0])
		mark.Tip = words.Joined(namesOf(holders)) + "\n" + m.positionLine(a)
	default:
		mark.Style, mark.Colour = textview.Shade, look.Tone("amber").Line
		mark.Tip = lang.L("Highlight")
		if len(a.Tags) > 0 {
			tag := n.Tags[a.Tags[0]]
			mark.Colour = look.Tone(store.ColourOf(tag.Colour, tag.ID)).Line
			mark.Tip = n.TagNames(a.Tags)
		}
	}
}

// statementMargin is who speaks, and the positions taken or that it is a statement
// without any; in brief who, behind the signs of all stances.
func (m marker) statementMargin(speakers []names.Party, positions []store.Annotation) (lines []string, brief string) {
	who := m.shortNames(speakers)
	lines = []string{who}
	signs := ""
	for _, p := range positions {
		lines = append(lines, m.heldLine(p))
		signs += stanceSign(p)
	}
	if len(positions) == 0 {
		lines = append(lines, lang.L("statement"))
	}
	return lines, signed(signs, who)
}

// heldLine is a position's line among those of a statement: it names its holders if
// they are not simply the speakers: "▼ Maredon: Freight toll". The sign comes first,
// since the line is cut at its end where it is too long.
func (m marker) heldLine(p store.Annotation) string {
	holders := m.shortNames(m.names.Parties(p, store.RoleHolder))
	if holders == "" {
		return m.positionLine(p)
	}
	return signed(stanceSign(p), strings.TrimSuffix(holders+": "+m.names.Target(p.Target), ": "))
}

// positionLine is a position's sign and target: "▲ Ceasefire".
func (m marker) positionLine(p store.Annotation) string {
	return signed(stanceSign(p), m.names.Target(p.Target))
}

func stanceSign(p store.Annotation) string {
	return look.StanceOf(string(p.Stance), p.Condition != "").Sign
}

// signed puts a sign before words, where there are both.
func signed(sign, words string) string { return strings.TrimSpace(sign + " " + words) }

// colour is the colour of an actor's lines and tints.
func (m marker) colour(actor store.ID) color.NRGBA {
	return look.Tone(store.ColourOf(m.names.Actors[actor].Colour, actor)).Line
}

// partyColour is the colour of the first actor among the parties; grey if all
// are only words.
func (m marker) partyColour(all []names.Party) color.NRGBA {
	for _, p := range all {
		if !p.Words {
			return m.colour(p.Actor)
		}
	}
	return look.Tone("grey").Line
}

// namesOf are who has a part, in order.
func namesOf(all []names.Party) []string {
	list := make([]string, len(all))
	for i, p := range all {
		list[i] = p.Name
	}
	return list
}

// shortNames is who has a part, for the margin: a person's last name is enough.
func (m marker) shortNames(all []names.Party) string {
	switch len(all) {
	case 0:
		return ""
	case 1:
		return m.shortName(all[0])
	}
	return fmt.Sprintf("%s +%d", m.shortName(all[0]), len(all)-1)
}

func (m marker) shortName(p names.Party) string { return cmp.Or(m.short[p.Actor], p.Name) }

// shortOf is what the persons who have a part in these annotations are called in the
// margin: by the last name. Namesakes are told apart by a first letter, those who share
// that too by the whole name, and those who share even that by a number, in the order in which they were added.
func (m marker) shortOf(annotations []store.Annotation) map[store.ID]string {
	short := map[store.ID]string{}
	called := map[string]int{} // how many have that name, at any length
	for _, a := range annotations {
		for _, p := range a.Participants {
			actor := m.names.Actor(p.Actor)
			if _, seen := short[p.Actor]; seen || p.Actor == (store.ID{}) {
				continue
			}
			short[p.Actor] = actor.Name
			for _, name := range shorter(actor) {
				called[name]++
			}
		}
	}
	for id := range short {
		for _, name := range shorter(m.names.Actor(id)) {
			if called[name] == 1 {
				short[id] = name
				break
			}
		}
	}
	number(short)
	return short
}

// number tells apart by a number those who are called the same: "Lena Orde", "Lena Orde (2)".
func number(short map[store.ID]string) {
	same := map[string]int{}
	added := slices.SortedFunc(maps.Keys(short), func(a, b store.ID) int { return bytes.Compare(a[:], b[:]) })
	for _, id := range added {
		name := short[id]
		if same[name]++; same[name] > 1 {
			short[id] = fmt.Sprintf("%s (%d)", name, same[name])
		}
	}
}

// shorter are the names that an actor can be called by, the shortest first: "Odalys",
// "M. Odalys", "Marek Odalys". Who is no person has one name.
func shorter(actor store.Name) []string {
	words := strings.Fields(actor.Name)
	if actor.Kind != store.ActorPerson || len(words) < 2 {
		return []string{actor.Name}
	}
	last := words[len(words)-1]
	first, _ := utf8.DecodeRuneInString(words[0])
	return []string{last, string(first) + ". " + last, actor.Name}
}

// longestNote is how many code points of a note a tip shows.
const longestNote = 160

// noteLine is the beginning of a note, and whose it is where several have worked
// on the project.
func (m marker) noteLine(note store.Note) string {
	line := text.Title(note.Text, longestNote)
	if len(m.names.Coders) > 1 {
		return words.Sentence("%s: %s", m.names.Coder(note.Coder), line)
	}
	return line
}
