package reading

import (
	"context"
	"slices"

	"standpoint/app/desk"
	"standpoint/app/form"
	"standpoint/store"
	"standpoint/store/text"
)

// contents is all that the window shows of one article; the zero value is what it shows of none.
type contents struct {
	article     store.Article
	body        *text.Body
	annotations []store.Annotation
	notes       []store.Note      // on the article and the annotations
	touched     map[store.ID]bool // annotations that may be shown otherwise than before; nil for all
	position    []byte
	drafts      form.Drafts       // what was left unfinished
	named       map[store.ID]bool // what the annotations name; nil until it is asked for
}

// loadContents reads an article, given what was read of it before some events, or
// nothing.
func loadContents(ctx context.Context, p *store.Project, id store.ID, before contents, events []store.Event) (contents, error) {
	r, err := loadText(ctx, p, id)
	if err != nil {
		return r, err
	}
	return r, r.loadMarks(ctx, p, before, events)
}

// loadText reads of an article what it takes to read it.
func loadText(ctx context.Context, p *store.Project, id store.ID) (r contents, err error) {
	if r.article, err = p.Article(ctx, id); err != nil {
		return r, err
	}
	if r.body, err = p.Body(ctx, r.article.Body); err != nil {
		return r, err
	}
	r.position, err = lastPosition(ctx, p, id)
	return r, err
}

// loadMarks reads what was done with an article.
func (r *contents) loadMarks(ctx context.Context, p *store.Project, before contents, events []store.Event) (err error) {
	id := r.article.ID
	if r.annotations, r.touched, err = p.AnnotationsAfter(ctx, id, before.annotations, events); err != nil {
		return err
	}
	if err = r.loadNotes(ctx, p, before.notes, events); err != nil {
		return err
	}
	r.touchStatements(before.annotations)
	return nil
}

// loadDrafts reads what was left unfinished of an article. From then on the inspector
// knows it.
func (r *contents) loadDrafts(ctx context.Context, p *store.Project) error {
	kept, err := p.Drafts(ctx, r.article.ID)
	r.drafts = form.DraftsOf(kept)
	return err
}

// loadNotes reads the notes again if one was touched, or an annotation with one.
func (r *contents) loadNotes(ctx context.Context, p *store.Project, before []store.Note, events []store.Event) (err error) {
	noted := slices.ContainsFunc(events, func(e store.Event) bool { return e.Touches(store.EntityNote) })
	if noted {
		r.touched = nil
	}
	if r.touched == nil {
		r.notes, err = p.ArticleNotes(ctx, r.article.ID)
		return err
	}
	on := make([]store.ID, 0, len(r.touched))
	for id := range r.touched {
		on = append(on, id)
	}
	if r.notes, err = p.NotesOn(ctx, on); err != nil {
		return err
	}
	for _, n := range before {
		if !r.touched[n.Subject] {
			r.notes = append(r.notes, n)
		}
	}
	return nil
}

// touchStatements adds the statements on which touched positions rest or rested: they
// show them.
func (r *contents) touchStatements(before []store.Annotation) {
	for _, list := range [][]store.Annotation{before, r.annotations} {
		for _, a := range list {
			if r.touched[a.ID] && a.Statement != (store.ID{}) {
				r.touched[a.Statement] = true
			}
		}
	}
}

// hasArticle reports whether an article is open.
func (r *contents) hasArticle() bool { return r.article.ID != store.ID{} }

// subject is what the history of the article is of.
func (r *contents) subject() (desk.Subject, bool) {
	return desk.Subject{Entity: store.EntityArticle, ID: r.article.ID, Name: r.article.Title}, r.hasArticle()
}

// names are the actors, issues and tags that the annotations name.
func (r *contents) names() map[store.ID]bool {
	if r.named != nil {
		return r.named
	}
	r.named = map[store.ID]bool{}
	for _, a := range r.annotations {
		r.named[a.Actor], r.named[a.Target.Issue], r.named[a.Target.Actor] = true, true, true
		for _, p := range a.Participants {
			r.named[p.Actor] = true
		}
		for _, tag := range a.Tags {
			r.named[tag] = true
		}
	}
	return r.named
}

// has reports whether an annotation is one of the article.
func (r *contents) has(id store.ID) bool {
	return slices.ContainsFunc(r.annotations, func(a store.Annotation) bool { return a.ID == id })
}

// mentioned is the actor whom a mention names; the zero ID if the annotation is none.
func (r *contents) mentioned(id store.ID) store.ID {
	for _, a := range r.annotations {
		if a.ID == id && a.Kind == store.KindMention {
			return a.Actor
		}
	}
	return store.ID{}
}

// unplaced are the annotations that stand on an earlier version of the text.
func (r *contents) unplaced() []store.Annotation {
	var list []store.Annotation
	for _, a := range r.annotations {
		if !a.Anchor.IsZero() && a.Anchor.Body != r.article.Body {
			list = append(list, a)
		}
	}
	return list
}

// spansOf returns where an annotation stands; a position without spans of its
// own stands where its statement does.
func (r *contents) spansOf(id store.ID) []text.Span {
	for _, a := range r.annotations {
		if a.ID != id {
			continue
		}
		if a.Anchor.IsZero() && a.Statement != (store.ID{}) {
			return r.spansOf(a.Statement)
		}
		if a.Anchor.Body != r.article.Body {
			return nil
		}
		return a.Anchor.Spans()
	}
	return nil
}

// markOf is the annotation whose mark stands for the given one: a position that
// rests on a statement is shown by the statement's.
func (r *contents) markOf(id store.ID) store.ID {
	for _, a := range r.annotations {
		if a.ID == id && a.Anchor.IsZero() && a.Statement != (store.ID{}) {
			return a.Statement
		}
	}
	return id
}
