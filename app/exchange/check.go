package exchange

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"standpoint/store"
	"standpoint/store/say"
	"standpoint/store/text"
)

// checker looks at the rows of a document one by one and notes all that is wrong. It brings each row into the form in which
// it is compared and written, and so looks at it once more before it is.
type checker struct {
	*register
	found *problems
	seen  struct {
		affiliations map[store.ID]bool
		reportItems  map[store.ID]bool
		notes        map[noteKey]bool
		explanations map[store.ID]bool
	}
}

func newChecker(r *register, found *problems) *checker {
	c := &checker{register: r, found: found}
	c.forget()
	return c
}

// forget makes ready to look at the same rows once more.
func (c *checker) forget() {
	c.seen.affiliations, c.seen.reportItems, c.seen.notes = map[store.ID]bool{}, map[store.ID]bool{}, map[noteKey]bool{}
	c.seen.explanations = map[store.ID]bool{}
}

// anchors is what ties an annotation of the document to its text.
type anchors struct{ spans, cue text.Anchor }

// check looks at all rows. Its error is the project's or the document's, not what is wrong with a row.
func (c *checker) check() error {
	for _, part := range []func() error{
		func() error { return each(c, c.coder) },
		func() error { return each(c, c.article) },
		func() error { return each(c, c.actor) },
		func() error { return each(c, c.issue) },
		func() error { return each(c, c.tag) },
		func() error { return each(c, c.annotationRow) },
		func() error { return each(c, c.note) },
		func() error { return each(c, c.collection) },
		func() error { return each(c, c.savedSearch) },
		func() error { return each(c, c.preset) },
		func() error { return each(c, c.report) },
		func() error { return each(c, c.explanation) },
		func() error { return each(c, c.savedFilter) },
	} {
		if c.found.full() {
			return nil
		}
		if err := part(); err != nil {
			return unlessStopped(err)
		}
	}
	return nil
}

// each calls fn for the rows of one kind in which nothing wrong has been found.
func each[T Row](c *checker, fn func(at spot, r *T) error) error {
	for _, n := range rowsOf[T](c.doc) {
		if !c.doc.isGood(int(n)) {
			continue
		}
		if err := c.ctx.Err(); err != nil {
			return err
		}
		r, err := rowAs[T](c.doc, int(n))
		if err != nil {
			return err
		}
		if err := fn(spot{row: int(n)}, &r); err != nil {
			return err
		}
	}
	return nil
}

// rowsOf returns the numbers of the rows of one kind.
func rowsOf[T Row](x *index) []int32 { return x.rows[(*new(T)).entity()] }

// again reads and checks a row of a document that has been checked.
func again[T Row](c *checker, n int32, fn func(at spot, r *T) error) (r T, err error) {
	if err := c.ctx.Err(); err != nil {
		return r, err
	}
	if r, err = rowAs[T](c.doc, int(n)); err != nil {
		return r, err
	}
	if err := fn(spot{row: int(n)}, &r); err != nil {
		return r, err
	}
	return r, c.doc.unchanged(int(n), c.found.list)
}

func (c *checker) coder(at spot, r *Coder) error {
	return c.words(at, store.EntityCoder, r)
}

func (c *checker) article(at spot, r *Article) error {
	if r.Status == "" {
		r.Status = unread
	}
	return firstError(
		c.words(at, store.EntityArticle, r),
		c.date(at.field("published"), &r.Published),
		oneOf(c, at.field("status"), r.Status,
			unread, string(store.StatusInProgress), string(store.StatusCoded), string(store.StatusReviewed)),
		c.original(at.field("original"), r.Original),
		c.original(at.field("attachment_hash"), r.AttachmentHash),
		c.tags(at, r.Tags),
		c.articleBodies(at, r))
}

// tags notes tags that are nowhere, of an article or annotation.
func (c *checker) tags(at spot, tags []store.ID) error {
	for i, id := range tags {
		if err := c.reference(at.field("tags").index(i), store.EntityTag, id); err != nil {
			return err
		}
	}
	return nil
}

func (c *checker) original(at spot, h store.FileHash) error {
	if h == "" || h.IsValid() {
		return nil
	}
	return c.found.tell(at, "It is no SHA-256 of a file: that has 64 lower-case hexadecimal digits.")
}

func (c *checker) articleBodies(at spot, r *Article) error {
	for i, s := range r.EarlierBodies {
		if _, err := text.NewBody(s); err != nil {
			if err := c.found.tell(at.field("earlier_bodies").index(i), "It cannot be kept: %v.", err); err != nil {
				return err
			}
		}
	}
	if r.Body == "" {
		return c.found.tell(at.field("body"), "The article has no text.")
	}
	body, err := text.NewBody(r.Body)
	if err != nil {
		return c.found.tell(at.field("body"), "It cannot be kept: %v.", err)
	}
	is, err := c.here(store.EntityArticle, r.ID)
	if err != nil || !is {
		return err
	}
	a, err := c.project.Article(c.ctx, r.ID)
	if err == nil && a.Body != body.Hash() {
		return c.found.tell(at.field("body"),
			"The article %s has another text in the project. Give this one an id of its own.", Quote(a.Title))
	}
	return err
}

func (c *checker) actor(at spot, r *Actor) error {
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

func (c *checker) affiliation(at spot, actor store.ID, r *Affiliation) error {
	if c.seen.affiliations[r.ID] {
		return c.found.tell(at.field("id"), "%s is the id of another affiliation already.", r.ID)
	}
	c.seen.affiliations[r.ID] = true
	if r.Organisation == actor {
		return c.found.tell(at.field("organisation"), "An actor cannot be affiliated with itself.")
	}
	before := len(c.found.list)
	err := firstError(
		c.words(at, store.EntityAffiliation, r),
		c.reference(at.field("organisation"), store.EntityActor, r.Organisation),
		c.date(at.field("from"), &r.From), c.date(at.field("to"), &r.To))
	if err == nil && len(c.found.list) == before && r.From != "" && r.To != "" && r.To.Last() < r.From.First() {
		return c.found.tell(at.field("to"), "It ends (%s) before it begins (%s).", r.To, r.From)
	}
	return err
}

func (c *checker) issue(at spot, r *Issue) error {
	return firstError(c.words(at, store.EntityIssue, r), c.parent(at.field("parent"), store.EntityIssue, r.ID))
}

func (c *checker) tag(at spot, r *Tag) error {
	return firstError(c.words(at, store.EntityTag, r), c.parent(at.field("parent"), store.EntityTag, r.ID))
}

// parent notes a parent that is nowhere, or that is below the row itself.
func (c *checker) parent(at spot, e store.Entity, id store.ID) error {
	parents := c.doc.parents[e]
	parent := parents[id]
	if parent == (store.ID{}) {
		return nil
	}
	steps := 0
	for above := parent; above != (store.ID{}) && steps <= len(parents); above = parents[above] {
		if above == id {
			return c.found.tell(at, "This parent is itself below what it is to be the parent of.")
		}
		steps++
	}
	return c.reference(at, e, parent)
}

func (c *checker) note(at spot, r *Note) error {
	if c.seen.notes[r.key()] {
		return c.found.tell(at, "This coder has a note on this already (%s). Join the two.", say.Word(r.On.Noun()))
	}
	c.seen.notes[r.key()] = true
	if strings.TrimSpace(r.Text) == "" {
		return c.found.tell(at.field("text"), "The note is empty.")
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
func (c *checker) reference(at spot, e store.Entity, id store.ID) error {
	known, err := c.known(e, id)
	if err != nil || known {
		return err
	}
	return c.found.tell(at, "Neither the document nor the project has this: %s %s.", say.Word(e.Noun()), id)
}

// words puts the fields of words of a row as the store keeps them, and notes what they cannot hold. They are named as there.
func (c *checker) words(at spot, e store.Entity, row any) error {
	v := reflect.ValueOf(row).Elem()
	for i := range v.NumField() {
		if v.Field(i).Kind() != reflect.String {
			continue
		}
		name := fieldName(v.Type().Field(i))
		s := v.Field(i).String()
		if err := c.word(at.field(name), e, name, &s); err != nil {
			return err
		}
		v.Field(i).SetString(s)
	}
	return nil
}

// word does for one field what words does.
func (c *checker) word(at spot, e store.Entity, field string, s *string) error {
	kept, wrong := store.Words(e, field, *s)
	*s = kept
	if !wrong.IsZero() {
		return c.found.note(at, wrong)
	}
	return nil
}

// date notes what is not a date, and trims it.
func (c *checker) date(at spot, d *store.Date) error {
	parsed, err := store.ParseDate(string(*d))
	if wrong, ok := errors.AsType[*store.Error](err); ok {
		return c.found.note(at, wrong.Sentence())
	}
	if err != nil {
		return err
	}
	*d = parsed
	return nil
}

// oneOf notes a word that is not one of those allowed. An empty one among them is not named.
func oneOf[T ~string](c *checker, at spot, is T, allowed ...T) error {
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
	return c.found.tell(at, "Expected %s or %s, not %s.", strings.Join(words[:last], ", "), words[last], Quote(fmt.Sprint(is)))
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
