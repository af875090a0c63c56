package notes

import (
	"slices"

	"standpoint/store"
)

// narrow leaves of the article what the options ask for: annotations of their kinds, by their coder, with their tag, that have to do
// with their actor and issue and take their stance.
func (p *articlePart) narrow() {
	in := p.options.In
	if in.Actor == (store.ID{}) && in.Issue == (store.ID{}) && in.Stance == nil && in.Tag == (store.ID{}) && in.Coder == (store.ID{}) &&
		len(p.options.Marks) == 0 {
		return
	}
	p.Positions = slices.DeleteFunc(p.Positions, func(row store.PositionRow) bool { return !p.wantsPosition(row) })
	kept := map[store.ID]bool{}
	for _, row := range p.Positions {
		kept[row.Statement] = true
	}
	p.Statements = slices.DeleteFunc(p.Statements, func(s store.StatementRow) bool { return !p.wantsStatement(s, kept[s.ID]) })
	p.Annotations = slices.DeleteFunc(p.Annotations, func(a store.Annotation) bool { return !p.wantsMark(a) })
}

// wants reports whether what is asked of every annotation is so with one.
func (p *articlePart) wants(a store.Annotation) bool {
	in := p.options.In
	tagged := in.Tag == (store.ID{}) || slices.Contains(a.Tags, in.Tag) ||
		slices.ContainsFunc(p.Tags, func(n store.Name) bool { return n.ID == in.Tag })
	return p.options.takes(a.Kind) && tagged && (in.Coder == (store.ID{}) || a.Coder == in.Coder)
}

func (p *articlePart) wantsPosition(row store.PositionRow) bool {
	in := p.options.In
	named := in.Actor == (store.ID{}) || row.TargetRef.ID == in.Actor || isOneOf(in.Actor, row.Holders, row.Carriers, row.AccordingTo)
	return p.wants(row.Annotation) && named && (in.Issue == (store.ID{}) || row.TargetRef.ID == in.Issue) &&
		(in.Stance == nil || row.Stance == *in.Stance)
}

// wantsStatement reports whether a statement is asked for; shown, whether a position that is asked for rests on it.
func (p *articlePart) wantsStatement(s store.StatementRow, shown bool) bool {
	in := p.options.In
	named := in.Actor == (store.ID{}) || shown || isOneOf(in.Actor, s.Speakers, s.Addressees, s.Carriers)
	return shown || p.wants(s.Annotation) && named && in.Issue == (store.ID{}) && in.Stance == nil
}

func (p *articlePart) wantsMark(a store.Annotation) bool {
	in := p.options.In
	return p.wants(a) && (in.Actor == (store.ID{}) || a.Actor == in.Actor) && in.Issue == (store.ID{}) && in.Stance == nil
}

func isOneOf(id store.ID, lists ...[]store.PartyRef) bool {
	for _, list := range lists {
		if slices.ContainsFunc(list, func(r store.PartyRef) bool { return r.ID == id }) {
			return true
		}
	}
	return false
}
