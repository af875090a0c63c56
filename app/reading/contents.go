package reading

import (
	"context"
	"slices"

	"standpoint/app/form"
	"standpoint/store"
	"standpoint/store/text"
)

// Contents is all that the window shows of one article.
type Contents struct {
	article     store.Article
	Body        *text.Body
	Annotations []store.Annotation
	Notes       []store.Note      // on the article and the annotations
	touched     map[store.ID]bool // annotations that may be shown otherwise than before; nil for all
	position    []byte
	drafts      form.Drafts // what was left unfinished
}

// LoadContents reads an article, given what was read of it before some events, or
// nothing.
func LoadContents(ctx context.Context, p *store.Project, id store.ID, before Contents, events []store.Event) (Contents, error) {
	r, err := loadText(ctx, p, id)
	if err != nil {
		return r, err
	}
	return r, r.loadMarks(ctx, p, before, events)
}

// loadText reads of an article what it takes to read it.
func loadText(ctx context.Context, p *store.Project, id store.ID) (r Contents, err error) {
	if r.article, err = p.Article(ctx, id); err != nil {
		return r, err
	}
	if r.Body, err = p.Body(ctx, r.article.Body); err != nil {
		return r, err
	}
	r.position, err = p.Local(ctx, localPosition+id.String())
	return r, err
}

// loadMarks reads what was done with an article.
func (r *Contents) loadMarks(ctx context.Context, p *store.Project, before Contents, events []store.Event) (err error) {
	id := r.article.ID
	if r.Annotations, r.touched, err = p.AnnotationsAfter(ctx, id, before.Annotations, events); err != nil {
		return err
	}
	if err = r.loadNotes(ctx, p, before.Notes, events); err != nil {
		return err
	}
	r.touchStatements(before.Annotations)
	return nil
}

// loadDrafts reads what was left unfinished of an article. From then on the inspector
// knows it.
func (r *Contents) loadDrafts(ctx context.Context, p *store.Project) error {
	kept, err := p.Drafts(ctx, r.article.ID)
	r.drafts = form.DraftsOf(kept)
	return err
}

// loadNotes reads the notes again if one was touched, or an annotation with one.
func (r *Contents) loadNotes(ctx context.Context, p *store.Project, before []store.Note, events []store.Event) (err error) {
	noted := slices.ContainsFunc(events, func(e store.Event) bool { return e.Touches(store.EntityNote) })
	if noted {
		r.touched = nil
	}
	if r.touched == nil {
		r.Notes, err = p.ArticleNotes(ctx, r.article.ID)
		return err
	}
	on := make([]store.ID, 0, len(r.touched))
	for id := range r.touched {
		on = append(on, id)
	}
	if r.Notes, err = p.NotesOn(ctx, on); err != nil {
		return err
	}
	for _, n := range before {
		if !r.touched[n.Subject] {
			r.Notes = append(r.Notes, n)
		}
	}
	return nil
}

// touchStatements adds the statements on which touched positions rest or rested: they
// show them.
func (r *Contents) touchStatements(before []store.Annotation) {
	for _, list := range [][]store.Annotation{before, r.Annotations} {
		for _, a := range list {
			if r.touched[a.ID] && a.Statement != (store.ID{}) {
				r.touched[a.Statement] = true
			}
		}
	}
}
