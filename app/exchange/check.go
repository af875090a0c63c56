package exchange

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"standpoint/store"
	"standpoint/store/text"
)

// checker looks at every row of a document before anything is written, and notes all that is wrong. What it works out on
// the way, the anchors, is kept for writing.
type checker struct {
	*register
	doc     *document
	found   *problems
	anchors []anchors // by index of the annotation
}

// anchors is what ties an annotation of the document to its text.
type anchors struct{ spans, cue text.Anchor }

// check notes what is wrong with the rows. Its error is the project's, not the document's.
func (c *checker) check() error {
	c.anchors = make([]anchors, len(c.doc.Annotations))
	for _, part := range []func() error{
		c.enter, c.coders, c.articles, c.actors, c.issues, c.tags, c.annotationRows, c.notes,
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

// enter puts all rows into the register and notes ids that are there twice.
func (c *checker) enter() error {
	note := func(e store.Entity, array string, i int, id store.ID) error {
		k := key{e, id}
		first, twice := c.index[k]
		if id == (store.ID{}) {
			return nil // the reader has said so
		}
		if !twice {
			c.index[k] = i
			return nil
		}
		return c.found.add(row(array, i).field("id"), "%s is the id of %s[%d] already.", id, array, first)
	}
	for i, r := range c.doc.Coders {
		if err := note(store.EntityCoder, "coders", i, r.ID); err != nil {
			return err
		}
	}
	for i, r := range c.doc.Articles {
		if err := note(store.EntityArticle, "articles", i, r.ID); err != nil {
			return err
		}
	}
	for i, r := range c.doc.Actors {
		if err := note(store.EntityActor, "actors", i, r.ID); err != nil {
			return err
		}
	}
	for i, r := range c.doc.Issues {
		if err := note(store.EntityIssue, "issues", i, r.ID); err != nil {
			return err
		}
	}
	for i, r := range c.doc.Tags {
		if err := note(store.EntityTag, "tags", i, r.ID); err != nil {
			return err
		}
	}
	for i, r := range c.doc.Annotations {
		if err := note(store.EntityAnnotation, "annotations", i, r.ID); err != nil {
			return err
		}
	}
	return nil
}

// row returns the path of a row.
func row(array string, i int) path { return path{array}.index(i) }

// each calls fn for the rows of an array that can be read.
func each[T any](c *checker, array string, rows []T, fn func(at path, r *T) error) error {
	for i := range rows {
		at := row(array, i)
		if c.found.bad[at.row()] {
			continue
		}
		if err := fn(at, &rows[i]); err != nil {
			return err
		}
	}
	return nil
}

func (c *checker) coders() error {
	return each(c, "coders", c.doc.Coders, func(at path, r *coderRow) error { return c.name(at.field("name"), &r.Name) })
}

func (c *checker) articles() error {
	return each(c, "articles", c.doc.Articles, func(at path, r *articleRow) error {
		r.Title = strings.TrimSpace(r.Title)
		if r.Status == "" {
			r.Status = unread
		}
		return firstError(
			c.date(at.field("published"), &r.Published),
			oneOf(c, at.field("status"), r.Status, unread, string(store.StatusInProgress), string(store.StatusCoded), string(store.StatusReviewed)),
			c.articleBodies(at, r))
	})
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
		return c.found.add(at.field("body"), "The article %s has another text in the project. Give this one an id of its own.", shorten(a.Title))
	}
	return err
}

func (c *checker) actors() error {
	affiliations := map[store.ID]bool{}
	return each(c, "actors", c.doc.Actors, func(at path, r *actorRow) error {
		err := firstError(
			c.name(at.field("name"), &r.Name),
			oneOf(c, at.field("kind"), r.Kind, "", store.ActorPerson, store.ActorOrganisation, store.ActorState, store.ActorGroup))
		for i := range r.Aliases {
			err = firstError(err, c.name(at.field("aliases").index(i), &r.Aliases[i]))
		}
		for i := range r.Affiliations {
			err = firstError(err, c.affiliation(at.field("affiliations").index(i), r.ID, &r.Affiliations[i], affiliations))
		}
		for i := range r.ExternalIDs {
			x := &r.ExternalIDs[i]
			at := at.field("external_ids").index(i)
			err = firstError(err, c.name(at.field("scheme"), &x.Scheme), c.name(at.field("value"), &x.Value))
		}
		return err
	})
}

func (c *checker) affiliation(at path, actor store.ID, r *affiliationRow, seen map[store.ID]bool) error {
	if seen[r.ID] {
		return c.found.add(at.field("id"), "%s is the id of another affiliation already.", r.ID)
	}
	seen[r.ID] = true
	if r.Organisation == actor {
		return c.found.add(at.field("organisation"), "An actor cannot be affiliated with itself.")
	}
	before := len(c.found.list)
	err := firstError(
		c.reference(at.field("organisation"), store.EntityActor, r.Organisation),
		c.date(at.field("from"), &r.From), c.date(at.field("to"), &r.To))
	if err == nil && len(c.found.list) == before && r.From != "" && r.To != "" && r.To.Last() < r.From.First() {
		return c.found.add(at.field("to"), "It ends (%s) before it begins (%s).", r.To, r.From)
	}
	return err
}

func (c *checker) issues() error {
	parents := map[store.ID]store.ID{}
	for _, r := range c.doc.Issues {
		parents[r.ID] = r.Parent
	}
	return each(c, "issues", c.doc.Issues, func(at path, r *issueRow) error {
		return firstError(c.name(at.field("name"), &r.Name), c.parent(at.field("parent"), store.EntityIssue, r.ID, parents))
	})
}

func (c *checker) tags() error {
	parents := map[store.ID]store.ID{}
	for _, r := range c.doc.Tags {
		parents[r.ID] = r.Parent
	}
	return each(c, "tags", c.doc.Tags, func(at path, r *tagRow) error {
		return firstError(c.name(at.field("name"), &r.Name), c.parent(at.field("parent"), store.EntityTag, r.ID, parents))
	})
}

// parent notes a parent that is nowhere, or that is below the row itself.
func (c *checker) parent(at path, e store.Entity, id store.ID, parents map[store.ID]store.ID) error {
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

func (c *checker) notes() error {
	seen := map[noteKey]bool{}
	return each(c, "notes", c.doc.Notes, func(at path, r *noteRow) error {
		if seen[r.key()] {
			return c.found.add(at, "This coder has a note on this %s already. Join the two.", r.On)
		}
		seen[r.key()] = true
		if strings.TrimSpace(r.Text) == "" {
			return c.found.add(at.field("text"), "The note is empty.")
		}
		on := []store.Entity{store.EntityArticle, store.EntityActor, store.EntityIssue, store.EntityAnnotation}
		if !slices.Contains(on, r.On) {
			return oneOf(c, at.field("on"), r.On, on...)
		}
		return firstError(
			c.reference(at.field("subject"), r.On, r.Subject),
			c.reference(at.field("coder"), store.EntityCoder, r.Coder))
	})
}

// reference notes an id under which there is no row, neither in the document nor in the project.
func (c *checker) reference(at path, e store.Entity, id store.ID) error {
	known, err := c.known(e, id)
	if err != nil || known {
		return err
	}
	return c.found.add(at, "There is no %s %s in the document or in the project.", e, id)
}

// name notes a name that is empty or not on one line, and trims it.
func (c *checker) name(at path, s *string) error {
	*s = strings.TrimSpace(*s)
	switch {
	case *s == "":
		return c.found.add(at, "It is empty.")
	case strings.ContainsAny(*s, "\n\r\x00"):
		return c.found.add(at, "It must be on one line, not %s.", shorten(*s))
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
