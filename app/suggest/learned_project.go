package suggest

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"fmt"
	"hash"
	"slices"
	"strings"

	"standpoint/store"
	"standpoint/store/text"
)

// From how many articles is learnt at most: the newest.
const mostLessons = 1000

// learnsAs is raised when the same articles would teach something else.
const learnsAs = 3

// taught is an article from which something can be learnt, before its text is read.
type taught struct {
	store.Article
	annotations []store.Annotation
	decisions   []store.Decision
}

func (t *taught) isWhole() bool {
	return t.Status == store.StatusCoded || t.Status == store.StatusReviewed
}

// LearnFrom learns from the articles of a project: from those that are coded or reviewed what is annotated and what is not, from those in
// progress what is annotated, and what was decided on proposals. What is kept in a cache from the same is taken from there. The project is
// read in small portions. progress, which may be nil, is told how much is done and of how much.
func LearnFrom(ctx context.Context, p *store.Project, k *Known, c Cache, progress func(done, total int)) (*Learned, error) {
	all, err := taughtBy(ctx, p)
	if err != nil || len(all) == 0 {
		return nil, err
	}
	key := k.keyOf(all)
	if l := c.read(p.Path(), key); l != nil {
		return l, nil
	}
	lessons := make([]Lesson, 0, len(all))
	for i := range all {
		body, err := p.Body(ctx, all[i].Body)
		if err != nil {
			return nil, err
		}
		lessons = append(lessons, k.lesson(&all[i], body))
	}
	l, err := Learn(ctx, k, lessons, progress)
	if err != nil {
		return nil, err
	}
	c.keep(p.Path(), key, l)
	return l, nil
}

// taughtBy are the articles from which something can be learnt, the newest first.
func taughtBy(ctx context.Context, p *store.Project) (all []taught, err error) {
	decided, err := p.DecidedBy(ctx)
	if err != nil {
		return nil, err
	}
	q := store.ArticleQuery{Sort: store.ArticlesByPublished, Page: store.Page{Limit: pageSize}}
	for len(all) < mostLessons {
		rows, err := p.ArticlePage(ctx, q)
		if err != nil {
			return nil, err
		}
		if len(rows) == 0 {
			break
		}
		ids := make([]store.ID, len(rows))
		for i, r := range rows {
			ids[i] = r.ID
		}
		annotations, err := p.AnnotationsIn(ctx, ids)
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			t := taught{Article: r.Article, annotations: annotations[r.ID]}
			if len(decided) > 0 {
				if t.decisions, err = p.Decisions(ctx, r.ID); err != nil {
					return nil, err
				}
			}
			if t.isWhole() || len(t.annotations) > 0 || len(t.decisions) > 0 {
				all = append(all, t)
			}
		}
		q.After = rows[len(rows)-1].ID
	}
	return all[:min(len(all), mostLessons)], nil
}

// keyOf tells from what is learnt: the actors, the articles, and what the rules know.
func (k *Known) keyOf(all []taught) (key lessonKey) {
	h := sha256.New()
	write(h, learnsAs, provenFile)
	ids := make([]store.ID, 0, len(k.actors))
	for id := range k.actors {
		ids = append(ids, id)
	}
	slices.SortFunc(ids, func(a, b store.ID) int { return bytes.Compare(a[:], b[:]) })
	for _, id := range ids {
		a := k.actors[id]
		write(h, id, a.Kind, a.Name, strings.Join(a.Aliases, "\x00"))
	}
	all = slices.Clone(all)
	slices.SortFunc(all, func(a, b taught) int { return bytes.Compare(a.ID[:], b.ID[:]) })
	for i := range all {
		t := &all[i]
		write(h, "article", t.ID, t.Body, t.Language, t.Source, t.Published, t.isWhole())
		slices.SortFunc(t.annotations, func(a, b store.Annotation) int { return bytes.Compare(a.ID[:], b.ID[:]) })
		for _, a := range t.annotations {
			write(h, a.Kind, a.Anchor.Body, a.Anchor.Spans(), a.Actor, a.Quotation, a.Cue.Spans(), a.Stance, a.Participants)
		}
		for _, d := range t.decisions {
			write(h, "decided", d.ID, d.Rule, d.Verdict)
		}
	}
	h.Sum(key[:0])
	return key
}

func write(h hash.Hash, values ...any) {
	for _, v := range values {
		fmt.Fprintf(h, "%v\x00", v)
	}
}

// lesson is an article of a project as it is learnt from.
func (k *Known) lesson(t *taught, body *text.Body) Lesson {
	l := Lesson{
		Body: body, Whole: t.isWhole(),
		Facts: Facts{Article: t.ID, Published: t.Published, Language: t.Language, Source: t.Source},
	}
	hash := body.Hash()
	for i := range t.annotations {
		if a := &t.annotations[i]; a.Anchor.Body == hash && slices.Contains(learntKinds, a.Kind) && len(a.Anchor.Spans()) > 0 {
			l.Right = append(l.Right, k.annotated(a, hash))
		}
	}
	slices.SortFunc(l.Right, func(a, b Proposal) int {
		return cmp.Or(inOrder(a, b), bytes.Compare(a.ID[:], b.ID[:]))
	})
	for _, d := range t.decisions {
		if d.Anchor.Body == hash {
			l.Decided = append(l.Decided, Verdict{d.Kind, d.Anchor.Spans(), d.Rule, d.Verdict == store.VerdictAccepted})
		}
	}
	return l
}

// annotated is an annotation as if it were proposed.
func (k *Known) annotated(a *store.Annotation, body text.Hash) Proposal {
	p := Proposal{ID: a.ID, Kind: a.Kind, Spans: a.Anchor.Spans()}
	switch a.Kind {
	case store.KindMention:
		p.Party = k.known(a.Actor)
	case store.KindStatement:
		p.Said = Said{Speakers: k.parts(a, store.RoleSpeaker), Act: a.Act, Quotation: a.Quotation}
		if cue := a.Cue.Spans(); len(cue) > 0 && a.Cue.Body == body {
			p.Said.Cue = text.Span{Start: cue[0].Start, End: cue[len(cue)-1].End}
		}
	case store.KindPosition:
		p.Stand = Stand{Holders: k.parts(a, store.RoleHolder), Stance: a.Stance}
	}
	return p
}

// parts are those who have a role in an annotation.
func (k *Known) parts(a *store.Annotation, role store.Role) (all []Party) {
	for _, one := range a.Participants {
		if one.Role != role {
			continue
		}
		p := Party{Words: one.Words}
		if one.Actor != (store.ID{}) {
			p = k.known(one.Actor)
			p.Words = one.Words
		}
		all = append(all, p)
	}
	return all
}
