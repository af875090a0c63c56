package suggest

import (
	"slices"

	"standpoint/store/text"
)

// Reader reads articles for what may be annotated in them. It may be used from several goroutines.
type Reader struct {
	Known  *Known
	Issues *Issues // of the project, on which positions may be; nil: not known
	Dates  bool    // it proposes words that say when something is, too

	Learned  *Learned // from the articles of the project; nil: nothing
	Rest     func()   // called now and then while an article is read, and may hold that up; nil: nothing does
	Unproven bool     // confidences are as the rules say, not as they proved to be: for who measures that
}

// Read proposes what may be annotated in a text, as it stands in it, at one place the longest first. What is annotated already is not
// proposed again.
func (r *Reader) Read(t Text, f Facts) []Proposal { return r.read(newDocument(t, f)) }

func (r *Reader) read(d *document) []Proposal {
	all := r.Learned.revise(d, r.find(d))
	slices.SortFunc(all, inOrder)
	return slices.CompactFunc(all, func(a, b Proposal) bool { return a.ID == b.ID })
}

// find is what the rules propose, in no order.
func (r *Reader) find(d *document) []Proposal {
	t := d.Text
	d.recorded = r.Learned.names()
	named, said := d.mentions(), d.statements()
	all := slices.Concat(named, said, d.positions(said))
	if r.Dates {
		all = append(all, d.dates()...)
	}
	hash := t.Body.Hash()
	sound := all[:0]
	for _, p := range all {
		p.Article, p.Confidence = d.Article, rounded(r.confidence(d, &p))
		if p.Spans = whole(t.Body, p.Spans); len(p.Spans) == 0 {
			continue
		}
		p.fit(t.Body)
		p = r.Issues.onIssue(p, t.Body)
		p.identify(hash)
		sound = append(sound, p)
	}
	return sound
}

// fit has parties, verbs and what a position is on stand where words of the text can, as whole does with the spans.
func (p *Proposal) fit(b *text.Body) {
	fitted := func(s *text.Span) bool {
		if snapped := b.Snap(b.Trim(*s)); snapped != *s {
			*s = snapped
			return true
		}
		return false
	}
	for _, parties := range []*[]Party{&p.Said.Speakers, &p.Said.Addressees, &p.Said.Carriers, &p.Stand.Holders} {
		for i := range *parties {
			if who := &(*parties)[i]; fitted(&who.Span) {
				who.Words = b.Slice(who.Span)
			}
		}
		*parties = slices.DeleteFunc(*parties, func(who Party) bool { // what is left of a mark upon a space is no word
			return who.Span.Empty() || b.Trim(who.Span) != who.Span
		})
	}
	for _, s := range []*text.Span{&p.Said.Cue, &p.Said.On.Span, &p.Stand.Verb, &p.Stand.Target.Span, &p.Stand.On.Span} {
		if !s.Empty() {
			fitted(s)
		}
	}
}

// whole makes spans such as an annotation may have: without spaces at their ends, cutting no grapheme, in order, apart.
func whole(b *text.Body, spans []text.Span) []text.Span {
	var all []text.Span
	for _, s := range spans {
		if s = b.Snap(b.Trim(s)); !s.Empty() {
			all = append(all, s)
		}
	}
	anchor, err := text.NewAnchor(b, all...)
	if err != nil {
		return nil
	}
	return anchor.Spans()
}
