package exchange

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"standpoint/store"
	"standpoint/store/text"
)

// checker looks at the rows of a document one by one and notes all that is wrong. It brings each row into the form in which
// it is compared and written, and so looks at it once more before it is.
type checker struct {
	*register
	found *problems
	seen  struct {
		affiliations map[store.ID]bool
		notes        map[noteKey]bool
	}
}

func newChecker(r *register, found *problems) *checker {
	c := &checker{register: r, found: found}
	c.forget()
	return c
}

// forget makes ready to look at the same rows once more.
func (c *checker) forget() {
	c.seen.affiliations, c.seen.notes = map[store.ID]bool{}, map[noteKey]bool{}
}

// anchors is what ties an annotation of the document to its text.
type anchors struct{ spans, cue text.Anchor }

// check looks at all rows. Its error is the project's or the source's, not the document's.
func (c *checker) check() error {
	for _, part := range []func() error{
		func() error { return each(c, "coders", c.coder) },
		func() error { return each(c, "articles", c.article) },
		func() error { return each(c, "actors", c.actor) },
		func() error { return each(c, "issues", c.issue) },
		func() error { return each(c, "tags", c.tag) },
		func() error { return each(c, "annotations", c.annotationRow) },
		func() error { return each(c, "notes", c.note) },
	} {
		if c.found.full() {
			return nil
		}
		if err := part(); err != nil {
			if errors.Is(err, errStop) {
				return nil
			}
			return err
		}
	}
	return nil
}

// each calls fn for the rows of an array that can be read.
func each[T any](c *checker, array string, fn func(at path, r *T) error) error {
	for i := range c.doc.places[array] {
		at := rowPath(array, i)
		if !c.doc.isGood(at) {
			continue
		}
		if err := c.ctx.Err(); err != nil {
			return err
		}
		var r T
		if err := c.doc.row(array, i, &r); err != nil {
			return err
		}
		if err := fn(at, &r); err != nil {
			return err
		}
	}
	return nil
}

// again reads and checks a row of a document that has been checked.
func again[T any](c *checker, array string, i int, fn func(at path, r *T) error) (T, error) {
	var r T
	if err := c.ctx.Err(); err != nil {
		return r, err
	}
	if err := c.doc.row(array, i, &r); err != nil {
		return r, err
	}
	if err := fn(rowPath(array, i), &r); err != nil {
		return r, err
	}
	return r, c.doc.unchanged(array, i, c.found)
}

func (c *checker) coder(at path, r *coderRow) error {
	return c.words(at, store.EntityCoder, r)
}

func (c *checker) article(at path, r *articleRow) error {
	if r.Status == "" {
		r.Status = unread
	}
	return firstError(
		c.words(at, store.EntityArticle, r),
		c.date(at.field("published"), &r.Published),
		oneOf(c, at.field("status"), r.Status,
			unread, string(store.StatusInProgress), string(store.StatusCoded), string(store.StatusReviewed)),
		c.articleBodies(at, r))
}

func (c *checker) articleBodies(at path, r *articleRow) error {
	for i, s := range r.EarlierBodies {
		if _, err := text.NewBody(s); err != nil {
			if err := c.found.add(at.field("earlier_bodies").index(i), "It cannot be kept: %v.", err); err != nil {
				return err
			}
		}
	}
	if r.Body == "" {
		return c.found.add(at.field("body"), "The article has no text.")
	}
	body, err := text.NewBody(r.Body)
	if err != nil {
		return c.found.add(at.field("body"), "It cannot be kept: %v.", err)
	}
	is, err := c.here(store.EntityArticle, r.ID)
	if err != nil || !is {
		return err
	}
	a, err := c.project.Article(c.ctx, r.ID)
	if err == nil && a.Body != body.Hash() {
		return c.found.add(at.field("body"),
			"The article %s has another text in the project. Give this one an id of its own.", shorten(a.Title))
	}
	return err
}

func (c *checker) actor(at path, r *actorRow) error {
	err := firstError(
		c.words(at, store.EntityActor, r),
		oneOf(c, at.field("kind"), r.Kind, "", store.ActorPerson, store.ActorOrganisation, store.ActorState, store.ActorGroup))
	for i := range r.Aliases {
		at := at.field("aliases").index(i)
		err = firstError(err, c.word(at, store.EntityAlias, "name", &r.Aliases[i]))
	}
	for i := range r.Affiliations {
		err = firstError(err, c.affiliation(at.field("affiliations").index(i), r.ID, &r.Affiliations[i]))
	}
	for i := range r.ExternalIDs {
		x := &r.ExternalIDs[i]
		at := at.field("external_ids").index(i)
		err = firstError(err, c.words(at, store.EntityExternalID, x))
	}
	return err
}

func (c *checker) affiliation(at path, actor store.ID, r *affiliationRow) error {
	if c.seen.affiliations[r.ID] {
		return c.found.add(at.field("id"), "%s is the id of another affiliation already.", r.ID)
	}
	c.seen.affiliations[r.ID] = true
	if r.Organisation == actor {
		return c.found.add(at.field("organisation"), "An actor cannot be affiliated with itself.")
	}
	before := len(c.found.list)
	err := firstError(
		c.words(at, store.EntityAffiliation, r),
		c.reference(at.field("organisation"), store.EntityActor, r.Organisation),
		c.date(at.field("from"), &r.From), c.date(at.field("to"), &r.To))
	if err == nil && len(c.found.list) == before && r.From != "" && r.To != "" && r.To.Last() < r.From.First() {
		return c.found.add(at.field("to"), "It ends (%s) before it begins (%s).", r.To, r.From)
	}
	return err
}

func (c *checker) issue(at path, r *issueRow) error {
	return firstError(c.words(at, store.EntityIssue, r), c.parent(at.field("parent"), store.EntityIssue, r.ID))
}

func (c *checker) tag(at path, r *tagRow) error {
	return firstError(c.words(at, store.EntityTag, r), c.parent(at.field("parent"), store.EntityTag, r.ID))
}

// parent notes a parent that is nowhere, or that is below the row itself.
func (c *checker) parent(at path, e store.Entity, id store.ID) error {
	parents := c.doc.parents[e]
	parent := parents[id]
	if parent == (store.ID{}) {
		return nil
	}
	steps := 0
	for above := parent; above != (store.ID{}) && steps <= len(parents); above = parents[above] {
		if above == id {
			return c.found.add(at, "This parent is below the %s itself.", e)
		}
		steps++
	}
	return c.reference(at, e, parent)
}

func (c *checker) note(at path, r *noteRow) error {
	if c.seen.notes[r.key()] {
		return c.found.add(at, "This coder has a note on this %s already. Join the two.", r.On)
	}
	c.seen.notes[r.key()] = true
	if strings.TrimSpace(r.Text) == "" {
		return c.found.add(at.field("text"), "The note is empty.")
	}
	on := []store.Entity{store.EntityArticle, store.EntityActor, store.EntityIssue, store.EntityAnnotation}
	if !slices.Contains(on, r.On) {
		return oneOf(c, at.field("on"), r.On, on...)
	}
	return firstError(
		c.words(at, store.EntityNote, r),
		c.reference(at.field("subject"), r.On, r.Subject),
		c.reference(at.field("coder"), store.EntityCoder, r.Coder))
}

// reference notes an id under which there is no row, neither in the document nor in the project.
func (c *checker) reference(at path, e store.Entity, id store.ID) error {
	known, err := c.known(e, id)
	if err != nil || known {
		return err
	}
	return c.found.add(at, "There is no %s %s in the document or in the project.", e, id)
}

// words puts the fields of words of a row as the store keeps them, and notes what they cannot hold. They are named as there.
func (c *checker) words(at path, e store.Entity, row any) error {
	v := reflect.ValueOf(row).Elem()
	for i := range v.NumField() {
		if v.Field(i).Kind() != reflect.String {
			continue
		}
		name, _ := fieldName(v.Type().Field(i))
		s := v.Field(i).String()
		if err := c.word(at.field(name), e, name, &s); err != nil {
			return err
		}
		v.Field(i).SetString(s)
	}
	return nil
}

// word does for one field what words does.
func (c *checker) word(at path, e store.Entity, field string, s *string) error {
	kept, wrong := store.Words(e, field, *s)
	*s = kept
	if wrong != "" {
		return c.found.add(at, "It %s.", wrong)
	}
	return nil
}

// date notes what is not a date, and trims it.
func (c *checker) date(at path, d *store.Date) error {
	parsed, err := store.ParseDate(string(*d))
	if err != nil {
		return c.found.add(at, "%s", err)
	}
	*d = parsed
	return nil
}

// oneOf notes a word that is not one of those allowed. An empty one among them is not named.
func oneOf[T ~string](c *checker, at path, is T, allowed ...T) error {
	if slices.Contains(allowed, is) {
		return nil
	}
	var words []string
	for _, a := range allowed {
		if a != "" {
			words = append(words, string(a))
		}
	}
	last := len(words) - 1
	return c.found.add(at, "Expected %s or %s, not %s.", strings.Join(words[:last], ", "), words[last], shorten(fmt.Sprint(is)))
}

// firstError returns the first error that is not nil.
func firstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
