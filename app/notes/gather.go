package notes

import (
	"maps"
	"slices"

	"standpoint/store"
)

// said is a statement, and where it stands.
type said struct {
	*store.StatementRow
	in *source
}

// held is a position, where it stands, and the statement on which it rests.
type held struct {
	*store.PositionRow
	in *source
	on *store.StatementRow // nil when it rests on none
}

// gathered is what the articles say, by date.
type gathered struct {
	statements map[store.ID][]said // of actors, by speaker
	positions  map[store.ID][]held // of actors by holder, of issues by what they are on

	// Of issues: who speaks in an article, and who has a position on an issue, whatever annotations are asked for.
	voices map[store.ID][]store.ID
	taken  map[store.ID]map[store.ID]bool
}

func (g gathered) weight(id store.ID) int { return len(g.statements[id]) + len(g.positions[id]) }

// subjects returns the actors or issues of the document in their order, and what the articles say of them.
func (b *builder) subjects(e store.Entity, asked []store.ID) ([]store.ID, gathered, error) {
	first := b.options.First
	switch {
	case first > 0 && len(asked) == 0 && len(b.options.Articles) == 0:
		return b.firstSubjects(e)
	case first > 0 && b.options.Order != OrderFrequent && len(asked) > 0:
		ids, err := b.chosen(e, asked, gathered{})
		if err != nil {
			return nil, gathered{}, err
		}
		asked = ids[:min(first, len(ids))]
	}
	g, err := b.gather(e, asked)
	if err != nil {
		return nil, g, err
	}
	ids, err := b.chosen(e, asked, g)
	if first > 0 && len(ids) > first {
		ids = ids[:first]
	}
	return ids, g, err
}

// manyTried is of how many actors or issues it is looked whether there is something to show, before all articles are read.
const manyTried = 400

// firstSubjects returns the first actors or issues of which there is something to show, and that.
func (b *builder) firstSubjects(e store.Entity) ([]store.ID, gathered, error) {
	var ids []store.ID
	all := newGathered()
	for tried, size := 0, b.options.First; len(ids) < b.options.First; tried, size = tried+size, 2*size {
		if tried > manyTried {
			g, err := b.gather(e, nil)
			if err != nil {
				return nil, g, err
			}
			ids, err := b.chosen(e, nil, g)
			return ids[:min(len(ids), b.options.First)], g, err
		}
		some, err := b.listedSubjects(e, store.Page{Offset: tried, Limit: size})
		if err != nil || len(some) == 0 {
			return ids, all, err
		}
		g, err := b.gather(e, some)
		if err != nil {
			return nil, all, err
		}
		for _, id := range some {
			if g.weight(id) > 0 && len(ids) < b.options.First {
				ids = append(ids, id)
				all.statements[id], all.positions[id], all.taken[id] = g.statements[id], g.positions[id], g.taken[id]
			}
		}
		maps.Copy(all.voices, g.voices)
	}
	return ids, all, nil
}

// listedSubjects returns actors or issues as the project lists them, whether there is something to show of them or not.
func (b *builder) listedSubjects(e store.Entity, page store.Page) (ids []store.ID, err error) {
	in, frequent := b.options.In, b.options.Order == OrderFrequent
	if e == store.EntityIssue {
		q := store.IssueQuery{In: in, Page: page}
		if frequent {
			q.Sort = store.IssuesByPositions
		}
		ids, err = b.project.IssueIDs(b.ctx, q)
	} else {
		q := store.ActorQuery{In: in, Page: page}
		if frequent {
			q.Sort = store.ActorsByPositions
		}
		ids, err = b.project.ActorIDs(b.ctx, q)
	}
	if err == nil {
		err = b.learn(e, ids...)
	}
	return ids, err
}

func newGathered() gathered {
	return gathered{
		statements: map[store.ID][]said{}, positions: map[store.ID][]held{}, voices: map[store.ID][]store.ID{},
		taken: map[store.ID]map[store.ID]bool{},
	}
}

// gather reads what the articles say of some actors or issues; of all when none are named.
func (b *builder) gather(e store.Entity, about []store.ID) (gathered, error) {
	g := newGathered()
	add := func(p *articlePart) error { g.add(e, p); return nil }
	if len(about) == 0 {
		articles, err := b.allArticles()
		if err == nil {
			b.labelSources(articles)
			err = b.each(articles, store.ReachSaid, add)
		}
		g.byDate()
		return g, err
	}
	recorded, err := b.recordedOf(e, about)
	if err != nil {
		return g, err
	}
	ids := slices.Collect(maps.Keys(recorded))
	if len(b.options.Articles) > 0 {
		ids = slices.DeleteFunc(ids, func(id store.ID) bool { return !slices.Contains(b.options.Articles, id) })
	}
	articles, err := b.articlesNamed(ids)
	if err != nil {
		return g, err
	}
	b.sort(articles)
	b.labelSources(articles)
	if err := b.eachOf(articles, recorded, add); err != nil {
		return g, err
	}
	if e == store.EntityIssue {
		g.voices, err = b.project.Voices(b.ctx, ids)
	}
	g.byDate()
	return g, err
}

// recordedOf reads the statements and positions of some actors, or the positions on some issues.
func (b *builder) recordedOf(e store.Entity, about []store.ID) (map[store.ID]*store.Recorded, error) {
	var annotations []store.ID
	for _, id := range about {
		if b.options.In.IsZero() {
			record, err := b.project.RecordIDs(b.ctx, e, id, store.Page{})
			if err != nil {
				return nil, err
			}
			annotations = append(annotations, record...)
			continue
		}
		q := store.PositionQuery{Issue: id, In: b.options.In}
		if e == store.EntityActor {
			q.Issue, q.Actor = store.ID{}, id
			statements, err := b.project.StatementIDs(b.ctx, store.StatementQuery{Actor: id, In: b.options.In})
			if err != nil {
				return nil, err
			}
			annotations = append(annotations, statements...)
		}
		positions, err := b.project.PositionIDs(b.ctx, q)
		if err != nil {
			return nil, err
		}
		annotations = append(annotations, positions...)
	}
	return b.project.RecordedAmong(b.ctx, annotations)
}

// add adds what one article says.
func (g *gathered) add(e store.Entity, p *articlePart) {
	in := p.sourceOf(p.article)
	in.added = p.Added
	on := map[store.ID]*store.StatementRow{}
	for i := range p.Statements {
		s := &p.Statements[i]
		on[s.ID] = s
		for _, speaker := range s.Speakers {
			if e == store.EntityActor {
				g.statements[speaker.ID] = append(g.statements[speaker.ID], said{s, in})
			}
		}
	}
	for i := range p.Positions {
		row := &p.Positions[i]
		h := held{row, in, on[row.Statement]}
		if e == store.EntityIssue {
			if row.TargetRef.Entity == store.EntityIssue {
				g.positions[row.TargetRef.ID] = append(g.positions[row.TargetRef.ID], h)
			}
			continue
		}
		for _, holder := range row.Holders {
			g.positions[holder.ID] = append(g.positions[holder.ID], h)
		}
	}
	g.voices[p.article.ID] = append(g.voices[p.article.ID], p.voices...)
	for issue, holders := range p.taken {
		if g.taken[issue] == nil {
			g.taken[issue] = map[store.ID]bool{}
		}
		maps.Copy(g.taken[issue], holders)
	}
}

// byDate puts all in the order of its dates.
func (g *gathered) byDate() {
	for _, list := range g.statements {
		slices.SortStableFunc(list, func(x, y said) int { return x.Date.Compare(y.Date) })
	}
	for _, list := range g.positions {
		slices.SortStableFunc(list, func(x, y held) int { return x.Date.Compare(y.Date) })
	}
}

// quotePosition gives the words of a position under a lead of its own, or, when the document has them already, a line that refers to
// them.
func (b *builder) quotePosition(h held, lead ...Text) Block {
	words := h.ID
	if h.on != nil && h.Quote == h.on.Quote {
		words = h.on.ID
	}
	if n, shown := b.numbers[words]; shown {
		b.numbers[h.ID] = n
		return Quote{Lead: joinText(" · ", append(slices.Clip(lead), refer(n))...)}
	}
	number, anchor := b.number(words)
	b.numbers[h.ID] = number
	translation := h.Translation
	if translation == "" && h.on != nil {
		translation = h.on.Translation
	}
	return Quote{
		Anchor: anchor, Number: number, Lead: joinText(" · ", lead...), Words: h.Quote, Language: h.in.Language, Translation: translation,
		Of: h.ID,
	}
}

// circumstances are through whom a position is known, when it was held, and where it stands. They follow a lead that begins with a
// date, or with none.
func (b *builder) circumstances(h held, begun store.Date) Text {
	speaks := ""
	if h.on != nil && len(h.AccordingTo) == 0 && who(h.on.Speakers) != who(h.Holders) {
		speaks = b.labels(h.on.Speakers, "")
	}
	day := ""
	if begun == "" && b.options.Cite != CiteBrackets && b.heldOn(h, begun) == "" {
		day = b.w.dayOf(h.Date) // which neither a number nor a year tells
	}
	return joinText(" · ", plain(day), plain(with(b.w.condition, h.Condition)), plain(with(b.w.accordingTo, b.labels(h.AccordingTo, ""))),
		plain(with(b.w.wordsOf, speaks)),
		plain(with(b.w.through, b.labels(h.Carriers, ""))), plain(with(b.w.held, b.heldOn(h, begun))), b.where(h.in, h.Paragraph, begun))
}

// heldOn is the date of a position, in words, where neither its article nor what was said already tells it.
func (b *builder) heldOn(h held, begun store.Date) string {
	if begun != "" {
		return ""
	}
	return b.otherDate(h.in.Article, h.Date, h.DateFrom)
}

// onWhich is the date of something as a lead begins with it.
func (b *builder) onWhich(d store.Date) Text {
	if d == "" {
		return strong(b.w.undated)
	}
	return strong(b.w.dayOf(d))
}
