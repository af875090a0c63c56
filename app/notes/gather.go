package notes

import (
	"cmp"
	"slices"

	"standpoint/store"
)

// said is a statement, and where it stands.
type said struct {
	store.StatementRow
	in *source
}

// held is a position, where it stands, and the statement on which it rests.
type held struct {
	store.PositionRow
	in *source
	on *store.StatementRow // nil when it rests on none
}

// gathered is what the articles say, by date.
type gathered struct {
	statements []said
	positions  []held
	present    map[store.ID][]store.Presence // by article
}

// gather reads what the articles say of some actors or issues; of all when none are named.
func (b *builder) gather(about func(*store.ArticleFilter, store.ID), of []store.ID) (gathered, error) {
	g := gathered{present: map[store.ID][]store.Presence{}}
	articles, err := b.articlesAbout(about, of)
	if err != nil {
		return g, err
	}
	b.labelSources(articles)
	err = b.each(articles, false, func(p *articlePart) error {
		in := b.sourceOf(p.article)
		in.added = p.Added
		g.present[p.article.ID] = p.Presences
		of := map[store.ID]*store.StatementRow{}
		for i, s := range p.Statements {
			of[s.ID] = &p.Statements[i]
			g.statements = append(g.statements, said{s, in})
		}
		for _, row := range p.Positions {
			b.issueSeen(row.TargetRef)
			g.positions = append(g.positions, held{row, in, of[row.Statement]})
		}
		return nil
	})
	slices.SortStableFunc(g.statements, func(x, y said) int { return x.Date.Compare(y.Date) })
	slices.SortStableFunc(g.positions, func(x, y held) int { return x.Date.Compare(y.Date) })
	return g, err
}

// articlesAbout returns the articles that the options mean; where they name none, those of them that have to do with some actors
// or issues.
func (b *builder) articlesAbout(about func(*store.ArticleFilter, store.ID), of []store.ID) ([]store.Article, error) {
	if len(b.options.Articles) > 0 || len(of) == 0 {
		return b.articles()
	}
	var all []store.Article
	for _, id := range of {
		narrower := *b
		about(&narrower.options.In, id)
		articles, err := narrower.articles()
		if err != nil {
			return nil, err
		}
		all = append(all, articles...)
	}
	slices.SortFunc(all, func(x, y store.Article) int {
		return cmp.Or(x.Published.Compare(y.Published), slices.Compare(x.ID[:], y.ID[:]))
	})
	return slices.CompactFunc(all, func(x, y store.Article) bool { return x.ID == y.ID }), nil
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
		return Paragraph{joinText(" · ", append(slices.Clip(lead), refer(n))...)}
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
	return joinText(" · ", plain(with(b.w.condition, h.Condition)), plain(with(b.w.accordingTo, b.w.labels(h.AccordingTo, ""))),
		plain(with(b.w.through, b.w.labels(h.Carriers, ""))), plain(with(b.w.held, b.heldOn(h, begun))), b.where(h.in, h.Paragraph, begun))
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
