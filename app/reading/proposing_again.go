package reading

import (
	"slices"

	"standpoint/store"
)

// returning is a proposal that may be proposed again, after an action.
type returning struct{ proposal, action store.ID }

// changed follows a write, before the text is read anew.
func (p *proposing) changed(e store.Event) {
	if !e.All {
		p.moves = moves{}
	}
	for _, id := range e.Touched[store.EntityDecision] {
		if !p.has(id) {
			p.awaited = append(p.awaited, returning{id, e.Action})
		}
	}
}

// pickReturned picks the first of those that are proposed again, as what was decided on them was taken back, for whoever is at the text or
// at the list: the next key is for it. Of an action that is taken back in steps it is the first of all.
func (p *proposing) pickReturned(awaited []returning) {
	p.awaited = p.awaited[len(awaited):]
	if !p.desk.isReading() || !p.reader.hasFocus() && !p.panel.HasProposalFocus() {
		return
	}
	after := make(map[store.ID]store.ID, len(awaited))
	for _, one := range awaited {
		after[one.proposal] = one.action
	}
	now, _ := p.reader.current()
	for _, one := range p.found.Proposals {
		action, is := after[one.ID]
		if !is && one.ID == now && one.ID == p.returned.proposal && slices.ContainsFunc(awaited, p.isOfSameStep) {
			return
		}
		if is {
			p.returned = returning{one.ID, action}
			p.pick(one.ID)
			return
		}
	}
}

// isOfSameStep reports whether one comes back by the same action as that which was picked last.
func (p *proposing) isOfSameStep(one returning) bool { return one.action == p.returned.action }

// written are those decided on of which that is written: who reads the text from now on knows of it.
func (p *proposing) written() (list []store.ID) {
	for id, is := range p.decided {
		if is {
			list = append(list, id)
		}
	}
	return list
}
