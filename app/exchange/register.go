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
	doc     *index
	deleted map[key]bool // in the project
	present map[key]bool // in the project when the import began, as far as was asked

	annotations struct { // of the article last asked for
		of  store.ID
		set annotationSet
	}
	bodies bodies
}

// annotationSet is the annotations of one article by their ids.
type annotationSet map[store.ID]store.Annotation

func newRegister(ctx context.Context, p *store.Project, doc *index) (*register, error) {
	r := &register{ctx: ctx, project: p, doc: doc, deleted: map[key]bool{}, present: map[key]bool{}}
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
	if _, given := r.doc.find(e, id); given || r.deleted[key{e, id}] {
		return true, nil
	}
	return r.here(e, id)
}

// annotation returns an annotation of the project; ok is false when it is not there.
func (r *register) annotation(article, id store.ID) (a store.Annotation, ok bool, err error) {
	if r.annotations.set == nil || r.annotations.of != article {
		set, err := r.annotationsOf(article)
		if err != nil {
			return a, false, err
		}
		r.annotations.of, r.annotations.set = article, set
	}
	a, ok = r.annotations.set[id]
	return a, ok, nil
}

// annotationsOf returns the annotations that an article has in the project.
func (r *register) annotationsOf(article store.ID) (annotationSet, error) {
	set := annotationSet{}
	is, err := r.here(store.EntityArticle, article)
	if err != nil || !is {
		return set, err
	}
	row, err := r.project.Article(r.ctx, article)
	if err != nil {
		return nil, err
	}
	shown := row.ID
	if row.MergedInto != (store.ID{}) {
		shown = row.MergedInto
	}
	list, err := r.project.Annotations(r.ctx, shown)
	for _, x := range list {
		set[x.ID] = x
	}
	return set, err
}

// bodyOf returns the body of an article, of the document first, in which an annotation stands; hash names an earlier one.
// It is nil when there is none.
func (r *register) bodyOf(article store.ID, hash string) (*text.Body, error) {
	k := bodyKey{article, hash}
	if body, kept := r.bodies.get(k); kept {
		return body, nil
	}
	body, err := r.loadBody(article, hash)
	if err == nil {
		r.bodies.put(k, body)
	}
	return body, err
}

func (r *register) loadBody(article store.ID, hash string) (*text.Body, error) {
	if n, given := r.doc.find(store.EntityArticle, article); given && r.doc.isGood(n) {
		row, err := rowAs[Article](r.doc, n)
		if err != nil {
			return nil, err
		}
		if body := bodyIn(row, hash); body != nil {
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

// bodyKey names a body of an article: the present one, or the earlier one with the hash.
type bodyKey struct {
	article store.ID
	hash    string
}

// bodies keeps the bodies that were asked for last.
type bodies struct {
	kept  map[bodyKey]*text.Body
	order []bodyKey // oldest first
	size  int       // code points
}

// bodiesKept is how many code points of bodies are kept, beside the one at hand: annotations may come in any order.
const bodiesKept = 1_000_000

func (b *bodies) get(k bodyKey) (*text.Body, bool) {
	body, kept := b.kept[k]
	return body, kept
}

// put keeps a body; nil says that there is none.
func (b *bodies) put(k bodyKey, body *text.Body) {
	if b.kept == nil {
		b.kept = map[bodyKey]*text.Body{}
	}
	b.kept[k], b.order = body, append(b.order, k)
	b.size += length(body)
	for len(b.order) > 1 && (b.size > bodiesKept || len(b.order) > maxBodies) {
		b.size -= length(b.kept[b.order[0]])
		delete(b.kept, b.order[0])
		b.order = b.order[1:]
	}
}

// maxBodies is how many are kept at most, however short.
const maxBodies = 1000

func length(b *text.Body) int {
	if b == nil {
		return 0
	}
	return b.Len()
}

// bodyIn returns the body of a row, or the one of its earlier bodies that has the hash; nil if there is none that holds.
func bodyIn(row Article, hash string) *text.Body {
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
