package reading

import (
	"standpoint/app/desk"
	"standpoint/app/inspector"
	"standpoint/app/panel"
	"standpoint/store"
)

// picking makes an annotation the one at hand: its mark in the text, its row in the panel, its form at the side.
type picking struct {
	desk      seat
	reader    *reader
	panel     *panel.Panel
	inspector *inspector.Inspector
	proposals proposals

	saved    store.ID   // an annotation to pick once it has been read
	typing   *desk.Hold // ends then; nil for none
	unpicked bool       // the current mark was left for other words; the form may still be that of its annotation
}

// pick makes an annotation the current one: in the text, in the panel and in
// the inspector.
func (p *picking) pick(id store.ID) {
	p.unpicked = false
	p.reader.setCurrent(id)
	p.panel.SelectAnnotation(id)
	p.inspector.Show(id)
	p.desk.RefreshMenu()
}

// unpick follows the reader to other words: what is done next is not about the annotation
// that was picked. Its form stays, for other words to be added to it.
func (p *picking) unpick() {
	p.unpicked = true
	p.panel.SelectAnnotation(store.ID{})
	p.desk.RefreshMenu()
}

// pickSaved makes an annotation that was just written the current one, as soon
// as it has been read; what was typed until then is typed then.
func (p *picking) pickSaved(id store.ID, typing *desk.Hold) {
	p.typing.Type()
	p.saved, p.typing = id, typing
	if p.desk.open.has(id) {
		p.takeSaved()
	}
}

// takeSaved picks what was written, now that all that was is read. It may have been taken back already; and who has begun with something
// else keeps that.
func (p *picking) takeSaved() {
	if p.desk.open.has(p.saved) && !p.inspector.IsAtWork() {
		p.pick(p.saved)
	}
	p.saved = store.ID{}
	typing := p.typing
	p.typing = nil
	typing.Type()
}

// leave forgets what was to be picked, and what was typed for it, as another text takes its place.
func (p *picking) leave() {
	p.saved = store.ID{}
	p.typing.Drop()
	p.typing = nil
}

// keepCurrent makes the annotation whose form is open the current one again, if its
// mark was gone and is back.
func (p *picking) keepCurrent() {
	_, picked := p.reader.current()
	if open := p.inspector.Annotation(); open != (store.ID{}) && !p.unpicked && !picked {
		p.reader.setCurrent(open)
	}
}

// current is the annotation whose mark is picked.
func (p *picking) current() (store.ID, bool) {
	id, picked := p.reader.current()
	return id, picked && p.desk.isReading() && !p.proposals.has(id)
}

// movable is the annotation or the proposal whose mark is picked, if other words can become its.
func (p *picking) movable() (store.ID, bool) {
	id, picked := p.reader.current()
	return id, picked && p.desk.isReading() && p.desk.CanWrite()
}

// deletable is the annotation whose mark is picked, if it can be deleted: while a list has the keyboard, Delete is about its rows.
func (p *picking) deletable() (store.ID, bool) {
	id, picked := p.changeable()
	return id, picked && !p.desk.IsInList()
}

// changeable is the annotation whose mark is picked, if it can be changed.
func (p *picking) changeable() (store.ID, bool) {
	id, picked := p.current()
	return id, picked && p.desk.CanWrite()
}
