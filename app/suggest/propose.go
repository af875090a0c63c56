package suggest

import (
	"context"
	"slices"

	"standpoint/store"
	"standpoint/store/say"
	"standpoint/store/text"
)

// Query says what is to be proposed.
type Query struct {
	Articles []store.ID   // none: those that are unread or in progress
	Kinds    []store.Kind // mention, statement, position; none: all three
	Least    float64      // what is less sure is left out
	Dates    bool         // words that say when something is are told, too
	Cache    Cache        // where what was learnt is kept

	Learning func(done, total int) // is told how far it has learnt; may be nil
}

// wants reports whether a proposal is one of those asked for.
func (q Query) wants(p Proposal) bool {
	return p.Confidence >= q.Least && (p.Kind == KindDate || len(q.Kinds) == 0 || slices.Contains(q.Kinds, p.Kind))
}

// Findings are what is proposed in one article.
type Findings struct {
	Article   store.Article
	Body      *text.Body
	Proposals []Proposal // as they stand in the text, at one place the longest first

	named   Overview          // whom and what the text names, annotated or not
	read    []Proposal        // all that is said and held in it, annotated and decided on or not
	offices map[string]Office // what the persons are whom the project does not have, by name
}

// Propose learns from the project to the end, and hands out what may be annotated in its articles, the oldest article first. Nothing is
// written but the cache: with it or without, the same project gives the same. progress, which may
// be nil, is told how many articles are read and how many there are. It ends with the first error of each.
func Propose(
	ctx context.Context, p *store.Project, q Query, progress func(done, total int), each func(Findings) error,
) error {
	names, err := p.Names(ctx, store.EntityActor)
	if err != nil {
		return err
	}
	actors := make(map[store.ID]store.Name, len(names))
	for _, n := range names {
		actors[n.ID] = n
	}
	articles, err := toRead(ctx, p, q.Articles)
	if err != nil {
		return err
	}
	issues, err := IssuesOf(ctx, p)
	if err != nil {
		return err
	}
	r := Reader{Known: Know(actors), Issues: issues, Dates: q.Dates}
	if r.Learned, err = LearnFrom(ctx, p, r.Known, q.Cache, q.Learning); err != nil {
		return err
	}
	for i, a := range articles {
		found, err := r.Article(ctx, p, a)
		if err != nil {
			return err
		}
		found.Proposals = slices.DeleteFunc(found.Proposals, func(p Proposal) bool { return !q.wants(p) })
		if err := each(found); err != nil {
			return err
		}
		if progress != nil {
			progress(i+1, len(articles))
		}
	}
	return nil
}

// toRead are the articles that were asked for, else those that are unread or in progress, the oldest first.
func toRead(ctx context.Context, p *store.Project, ids []store.ID) (all []store.Article, err error) {
	if len(ids) > 0 {
		for _, id := range ids {
			a, err := p.Article(ctx, id)
			if err != nil {
				return nil, err
			}
			all = append(all, a)
		}
		slices.SortStableFunc(all, func(a, b store.Article) int { return a.Published.Compare(b.Published) })
		return slices.CompactFunc(all, func(a, b store.Article) bool { return a.ID == b.ID }), nil
	}
	q := store.ArticleQuery{Sort: store.ArticlesByPublished, Backwards: true, Page: store.Page{Limit: pageSize}}
	for {
		rows, err := p.ArticlePage(ctx, q)
		if err != nil || len(rows) == 0 {
			return all, err
		}
		for _, r := range rows {
			if r.Status == store.StatusUnread || r.Status == store.StatusInProgress {
				all = append(all, r.Article)
			}
			q.After = r.ID
		}
	}
}

// Article reads one article of a project for what is neither annotated in it nor decided on.
func (r *Reader) Article(ctx context.Context, p *store.Project, a store.Article) (Findings, error) {
	body, err := p.Body(ctx, a.Body)
	if err != nil {
		return Findings{}, say.Errorf("read “%s”: %w", a.Title, err)
	}
	there, err := p.Annotations(ctx, a.ID)
	if err != nil {
		return Findings{}, err
	}
	t := Text{Known: r.Known, Body: body, Mentions: mentioned(there, body.Hash()), Rest: r.Rest}
	d := newDocument(t, FactsOf(a))
	if err := ctx.Err(); err != nil { // another article was opened meanwhile
		return Findings{}, err
	}
	found := r.read(d)
	named := r.overview(d, found)
	decisions, err := p.Decisions(ctx, a.ID)
	if err != nil {
		return Findings{}, err
	}
	offices := officesOf(found)
	read := slices.DeleteFunc(slices.Clone(found), func(p Proposal) bool { return p.Kind == KindDate || p.Kind == store.KindMention })
	found = slices.DeleteFunc(found, newSettled(a.ID, body.Hash(), there, decisions).has)
	return Findings{Article: a, Body: body, Proposals: found, named: named, read: read, offices: offices}, nil
}

// mentioned are the places in a text where annotations name an actor.
func mentioned(annotations []store.Annotation, body text.Hash) (all []Mentioned) {
	for _, a := range annotations {
		if a.Kind != store.KindMention || a.Anchor.Body != body {
			continue
		}
		for _, s := range a.Anchor.Spans() {
			all = append(all, Mentioned{Span: s, Actor: a.Actor})
		}
	}
	return all
}
