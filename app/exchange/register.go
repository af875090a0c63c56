package exchange

import (
	"context"

	"standpoint/store"
	"standpoint/store/text"
)

// key names a row of a document or project.
type key struct {
	entity store.Entity
	id     store.ID
}

// register tells which rows there are: in the document, in the project, and deleted in the project.
type register struct {
	ctx     context.Context
	project *store.Project
	doc     *document
	index   map[key]int  // where a row stands first in its array of the document
	deleted map[key]bool // in the project
	present map[key]bool // in the project, as far as was asked

	annotations map[store.ID]annotationSet // by article, as far as was asked
	body        struct {                   // the one last asked for
		of   store.ID
		hash string
		text *text.Body
	}
}

// annotationSet is the annotations of one article by their ids.
type annotationSet map[store.ID]store.Annotation

func newRegister(ctx context.Context, p *store.Project, doc *document) (*register, error) {
	r := &register{
		ctx: ctx, project: p, doc: doc,
		index: map[key]int{}, deleted: map[key]bool{}, present: map[key]bool{}, annotations: map[store.ID]annotationSet{},
	}
	trash, _, err := p.Trash(ctx, store.Page{})
	if err != nil {
		return nil, err
	}
	for _, row := range trash {
		r.deleted[key{row.Entity, row.ID}] = true
	}
	coders, err := p.Coders(ctx)
	for _, c := range coders {
		r.present[key{store.EntityCoder, c.ID}] = true
	}
	return r, err
}

// here reports whether the project has the row, and has not deleted it.
func (r *register) here(e store.Entity, id store.ID) (bool, error) {
	k := key{e, id}
	if is, asked := r.present[k]; asked || r.deleted[k] {
		return is, nil
	}
	var err error
	switch e {
	case store.EntityArticle:
		_, err = r.project.Article(r.ctx, id)
	case store.EntityActor:
		_, err = r.project.Actor(r.ctx, id)
	case store.EntityIssue:
		_, err = r.project.Issue(r.ctx, id)
	case store.EntityTag:
		_, err = r.project.Tag(r.ctx, id)
	case store.EntityAnnotation:
		_, err = r.project.Annotation(r.ctx, id)
	case store.EntityCoder:
		return false, nil // all coders were asked for at the start
	}
	if err != nil && store.CodeOf(err) != store.CodeNotFound {
		return false, err
	}
	r.present[k] = err == nil
	return err == nil, nil
}

// known reports whether the row is in the document, in the project, or was deleted there.
func (r *register) known(e store.Entity, id store.ID) (bool, error) {
	if _, given := r.index[key{e, id}]; given || r.deleted[key{e, id}] {
		return true, nil
	}
	return r.here(e, id)
}

// annotation returns an annotation of the project; ok is false when it is not there.
func (r *register) annotation(article, id store.ID) (a store.Annotation, ok bool, err error) {
	set, asked := r.annotations[article]
	if !asked {
		set = annotationSet{}
		is, err := r.here(store.EntityArticle, article)
		if err != nil {
			return a, false, err
		}
		if is {
			row, err := r.project.Article(r.ctx, article)
			if err != nil {
				return a, false, err
			}
			shown := row.ID
			if row.MergedInto != (store.ID{}) {
				shown = row.MergedInto
			}
			list, err := r.project.Annotations(r.ctx, shown)
			if err != nil {
				return a, false, err
			}
			for _, x := range list {
				set[x.ID] = x
			}
		}
		r.annotations[article] = set
	}
	a, ok = set[id]
	return a, ok, nil
}

// bodyOf returns the body of an article, of the document first, in which an annotation stands; hash names an earlier one.
// It is nil when there is none.
func (r *register) bodyOf(article store.ID, hash string) (*text.Body, error) {
	if r.body.text != nil && r.body.of == article && r.body.hash == hash {
		return r.body.text, nil
	}
	body, err := r.loadBody(article, hash)
	r.body.of, r.body.hash, r.body.text = article, hash, body
	return body, err
}

func (r *register) loadBody(article store.ID, hash string) (*text.Body, error) {
	if i, given := r.index[key{store.EntityArticle, article}]; given {
		if body := bodyIn(r.doc.Articles[i], hash); body != nil {
			return body, nil
		}
	}
	if is, err := r.here(store.EntityArticle, article); err != nil || !is {
		return nil, err
	}
	a, err := r.project.Article(r.ctx, article)
	if err != nil {
		return nil, err
	}
	h := a.Body
	if hash != "" {
		if h, err = text.ParseHash(hash); err != nil {
			return nil, nil //nolint:nilerr // a hash that cannot be read names no body
		}
	}
	body, err := r.project.Body(r.ctx, h)
	if store.CodeOf(err) == store.CodeNotFound {
		return nil, nil
	}
	return body, err
}

// bodyIn returns the body of a row, or the one of its earlier bodies that has the hash; nil if there is none that holds.
func bodyIn(row articleRow, hash string) *text.Body {
	candidates := []string{row.Body}
	if hash != "" {
		candidates = append(candidates, row.EarlierBodies...)
	}
	for _, s := range candidates {
		body, err := text.NewBody(s)
		if err == nil && (hash == "" || body.Hash().String() == hash) {
			return body
		}
	}
	return nil
}
