package reading

import (
	"slices"

	"fyne.io/fyne/v2/lang"

	"standpoint/store"
	"standpoint/store/text"
)

// move is that a proposal got other words.
type move struct {
	proposal      store.ID
	before, after []text.Span
}

// moves are what can be taken back of the words of proposals, until something is recorded: that is taken back before them.
type moves struct{ done, undone []move }

// adjust gives a proposal other words, before it is decided on.
func (p *proposing) adjust(id store.ID, spans []text.Span) {
	i := p.at(id)
	if i < 0 {
		return
	}
	p.moves.done = append(p.moves.done, move{id, slices.Clone(p.found.Proposals[i].Spans), spans})
	p.moves.undone = nil
	p.move(i, spans)
}

// move gives a proposal other words.
func (p *proposing) move(i int, spans []text.Span) {
	if p.moved == nil {
		p.moved = map[store.ID][]text.Span{}
	}
	p.moved[p.found.Proposals[i].ID] = spans
	p.put(i, spans)
	p.show()
}

// takenBack is what is taken back next; false if that is no change of a proposal.
func (p *proposing) takenBack(list []move) (move, bool) {
	if len(list) == 0 || p.inspector.Editing() {
		return move{}, false
	}
	last := list[len(list)-1]
	return last, p.has(last.proposal)
}

// lastMoved names the last change of the words of a proposal; "" if there is none to take back.
func (p *proposing) lastMoved() string { return p.titleOf(p.moves.done) }

// lastPutBack names the change that was taken back last; "" if there is none.
func (p *proposing) lastPutBack() string { return p.titleOf(p.moves.undone) }

func (p *proposing) titleOf(list []move) string {
	if _, is := p.takenBack(list); is {
		return lang.L("Other words of a proposal")
	}
	return ""
}

// takeBack gives a proposal the words that it had before the last change; false if there is none.
func (p *proposing) takeBack() bool {
	m, is := p.takenBack(p.moves.done)
	if is {
		p.moves = moves{p.moves.done[:len(p.moves.done)-1], append(p.moves.undone, m)}
		p.moveTo(m.proposal, m.before)
	}
	return is
}

// takeAgain does again what takeBack took back.
func (p *proposing) takeAgain() bool {
	m, is := p.takenBack(p.moves.undone)
	if is {
		p.moves = moves{append(p.moves.done, m), p.moves.undone[:len(p.moves.undone)-1]}
		p.moveTo(m.proposal, m.after)
	}
	return is
}

func (p *proposing) moveTo(id store.ID, spans []text.Span) {
	p.move(p.at(id), spans)
	p.pick(id)
}
