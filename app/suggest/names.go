// Package suggest proposes annotations: it finds in the texts of a project what may be one, and records those that the
// analyst keeps.
package suggest

import (
	"context"
	"strings"
	"unicode"

	"standpoint/store"
	"standpoint/store/say"
	"standpoint/store/text"
)

// NameQuery asks where an actor is named.
type NameQuery struct {
	Names   []string
	Article store.ID // none: all articles
	text.NameOptions
}

// Naming is a place where a name stands.
type Naming struct {
	Article store.ID
	Title   string // of the article
	Body    text.Hash
	Span    text.Span
	// The words themselves, and those of the same line before and after them; with … where they are cut.
	Before, Words, After string
	Links                store.ID // the actor to whom a mention links these words already; none: nobody
}

// contextSize is how many code points are given before and after a name.
const contextSize = 60

// pageSize is how many articles are read at once.
const pageSize = 200

// Namings returns where the names stand, article by article, the newest first, in text order. progress, which may be nil,
// is told how many articles are read and how many there are.
func Namings(ctx context.Context, p *store.Project, q NameQuery, progress func(done, total int)) ([]Naming, error) {
	if q.Article != (store.ID{}) {
		a, err := p.Article(ctx, q.Article)
		if err != nil {
			return nil, err
		}
		return namingsIn(ctx, p, a, q)
	}
	var all []Naming
	for done := 0; ; {
		rows, total, err := p.Articles(ctx, store.ArticleQuery{
			Sort: store.ArticlesByPublished, Page: store.Page{Offset: done, Limit: pageSize},
		})
		if err != nil || len(rows) == 0 {
			return all, err
		}
		for _, row := range rows {
			found, err := namingsIn(ctx, p, row.Article, q)
			if err != nil {
				return nil, err
			}
			all = append(all, found...)
		}
		done += len(rows)
		if progress != nil {
			progress(done, total)
		}
	}
}

func namingsIn(ctx context.Context, p *store.Project, a store.Article, q NameQuery) ([]Naming, error) {
	body, err := p.Body(ctx, a.Body)
	if err != nil {
		return nil, say.Errorf("look for names in “%s”: %w", a.Title, err)
	}
	spans := text.FindNames(body, q.Names, q.NameOptions)
	if len(spans) == 0 {
		return nil, nil
	}
	annotations, err := p.Annotations(ctx, a.ID)
	if err != nil {
		return nil, err
	}
	list := make([]Naming, len(spans))
	for i, s := range spans {
		list[i] = Naming{
			Article: a.ID, Title: a.Title, Body: a.Body, Span: s, Words: body.Slice(s),
			Links: linked(annotations, a.Body, s),
		}
		list[i].Before, list[i].After = around(body, s)
	}
	return list, nil
}

// Where words of the line are left out; the space never breaks, so that the sign does not stand on a line alone.
const (
	cutBefore = "…\u00a0"
	cutAfter  = "\u00a0…"
)

// around returns whole words of the line before and after a span.
func around(body *text.Body, s text.Span) (before, after string) {
	line := body.Lines()[body.LineAt(s.Start)]
	from, to := line.Start, line.End
	if cut := s.Start - contextSize; cut > from {
		from = min(body.NextWord(cut), s.Start)
	}
	if cut := s.End + contextSize; cut < to {
		to = max(body.PrevWord(cut), s.End)
	}
	before, after = body.Slice(text.Span{Start: from, End: s.Start}), body.Slice(text.Span{Start: s.End, End: to})
	if from > line.Start {
		before = cutBefore + strings.TrimLeftFunc(before, endsWords)
	}
	if to < line.End {
		after = strings.TrimRightFunc(after, unicode.IsSpace) + cutAfter
	}
	return before, after
}

// endsWords reports whether a sign belongs to the words before it, or to none.
func endsWords(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",.;:!?)]”’", r) }

// linked is the actor to whom a mention links some of the words.
func linked(annotations []store.Annotation, body text.Hash, s text.Span) store.ID {
	for _, a := range annotations {
		if a.Kind != store.KindMention || a.Anchor.Body != body {
			continue
		}
		for _, span := range a.Anchor.Spans() {
			if span.Overlaps(s) {
				return a.Actor
			}
		}
	}
	return store.ID{}
}

// Link records that the words name the actor. Those of an article whose text has become another since they were found are
// left out. It returns how many were recorded.
func Link(b *store.Batch, actor store.ID, namings []Naming) (int, error) {
	linked := 0
	for _, n := range namings {
		if current, err := b.Article(n.Article); err != nil || current.Body != n.Body {
			if err != nil && store.CodeOf(err) != store.CodeNotFound {
				return linked, err
			}
			continue
		}
		body, err := b.Body(n.Body)
		if err != nil {
			return linked, err
		}
		anchor, err := text.NewAnchor(body, n.Span)
		if err != nil {
			return linked, err
		}
		_, err = b.AddAnnotation(store.Annotation{Article: n.Article, Kind: store.KindMention, Actor: actor, Anchor: anchor})
		if err != nil {
			return linked, err
		}
		linked++
	}
	return linked, nil
}
