package store

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"standpoint/store/internal/sqlite"
	"standpoint/store/journal"
	"standpoint/store/text"
)

// add writes the row that ptr points to as a new one. A zero ID is set. It refuses an ID that is taken.
func (b *Batch) add(e Entity, ptr any) error {
	t := tableFor(e)
	id := reflect.ValueOf(ptr).Elem().FieldByName("ID").Addr().Interface().(*ID)
	write := b.change
	if *id == (ID{}) {
		*id, write = NewID(), b.create
	} else if there, err := t.get(b.w.db, *id); err != nil {
		return err
	} else if there != nil {
		return NewError(CodeExists, nil, "The project has this already: %s %s.", e.word(), *id)
	}
	empty := reflect.New(t.typ).Interface()
	if err := t.checkWords(empty, ptr); err != nil {
		return err
	}
	fields := t.diff(empty, ptr)
	fields[journal.FieldCreated] = []byte("true")
	return write(e, *id, fields)
}

// member makes a row that its key names be there with the fields of ptr: it adds it, takes it back out of the trash, or
// sets what differs.
func (b *Batch) member(e Entity, id ID, ptr any) error {
	t := tableFor(e)
	reflect.ValueOf(ptr).Elem().FieldByName("ID").Set(reflect.ValueOf(id))
	there, err := t.get(b.w.db, id)
	if err != nil {
		return err
	}
	if there == nil {
		return b.add(e, ptr)
	}
	if err := t.checkWords(there.row, ptr); err != nil {
		return err
	}
	fields := t.diff(there.row, ptr)
	if there.deleted != 0 {
		fields[journal.FieldDeleted] = []byte("false")
	}
	if len(fields) == 0 {
		return nil
	}
	return b.change(e, id, fields)
}

// keepOnly deletes those of the rows have that are not in want.
func (b *Batch) keepOnly(e Entity, have []ID, want []ID) error {
	for _, id := range have {
		if !slices.Contains(want, id) {
			if err := b.setDeleted(e, id, true); err != nil {
				return err
			}
		}
	}
	return nil
}

func (b *Batch) setDeleted(e Entity, id ID, deleted bool) error {
	return b.change(e, id, journal.Fields{journal.FieldDeleted: fmt.Append(nil, deleted)})
}

// find reads a row that is there and not deleted.
func find[T any](src sqlite.Source, e Entity, id ID) (T, error) {
	var zero T
	f, err := tableFor(e).get(src, id)
	if err != nil {
		return zero, err
	}
	if !f.live() {
		return zero, notFoundf("The project does not have this, or it was deleted: %s %s.", e.word(), id)
	}
	return *f.row.(*T), nil
}

// update lets fn change a copy of the row and writes the fields that it set.
func update[T any](b *Batch, e Entity, id ID, fn func(*T), check func(before, after *T) error) error {
	before, err := find[T](b.w.db, e, id)
	if err != nil {
		return err
	}
	after := before
	fn(&after)
	if reflect.ValueOf(after).FieldByName("ID").Interface() != any(id) {
		return invalidf("An id stays as it is for ever. That of this cannot be changed: %s %s.", e.word(), id)
	}
	if len(tableFor(e).diff(&before, &after)) == 0 {
		return nil
	}
	if err := check(&before, &after); err != nil {
		return err
	}
	if err := tableFor(e).checkWords(&before, &after); err != nil {
		return err
	}
	fields := tableFor(e).diff(&before, &after) // as the check has trimmed them
	if len(fields) == 0 {
		return nil
	}
	return b.change(e, id, fields)
}

// exists refuses an id under which there is no row, or a deleted one. The sentence of the refusal takes the id.
func (b *Batch) exists(e Entity, id ID, format string) error {
	f, err := tableFor(e).get(b.w.db, id)
	if err != nil {
		return err
	}
	if !f.live() {
		return invalidf(format, id)
	}
	return nil
}

// Delete puts a row in the trash; what hangs on it is hidden with it. Deleting what is deleted does nothing.
func (b *Batch) Delete(e Entity, id ID) error {
	if e == EntityCoder {
		return invalidf("A coder cannot be deleted, only renamed or merged.")
	}
	return b.bin(e, id, true)
}

// Restore takes a row out of the trash.
func (b *Batch) Restore(e Entity, id ID) error { return b.bin(e, id, false) }

func (b *Batch) bin(e Entity, id ID, deleted bool) error {
	t := tableFor(e)
	if t == nil {
		return invalidf("There is no kind of row named %q.", e)
	}
	f, err := t.get(b.w.db, id)
	if err != nil {
		return err
	}
	if f == nil {
		return notFoundf("The project does not have this: %s %s.", e.word(), id)
	}
	if f.live() != deleted {
		return nil
	}
	return b.setDeleted(e, id, deleted)
}

// Merge makes one actor, issue, tag, article or coder stand for another: from is shown as into everywhere, and what refers
// to it stays as it is recorded.
func (b *Batch) Merge(e Entity, from, into ID) error {
	merge, ok := mergeRelation(e)
	if !ok {
		return invalidf("Two of the kind %q cannot be merged.", e)
	}
	if from == into {
		return invalidf("Choose another one to merge into: it is the same.")
	}
	for _, id := range []ID{from, into} {
		if err := b.exists(e, id, "The merge names something that is not in the project (%s). Add it first."); err != nil {
			return err
		}
	}
	merges, _, err := edges(b.w.db, merge, nil)
	if err != nil {
		return err
	}
	if follow(merges, into) == from || follow(merges, into) == follow(merges, from) {
		return invalidf("These two are one already.")
	}
	return b.change(e, from, journal.Fields{"merged_into": fmt.Appendf(nil, "%q", into.String())})
}

// AddIssue adds an issue.
func (b *Batch) AddIssue(i Issue) (Issue, error) {
	if err := b.checkIssue(&Issue{}, &i); err != nil {
		return i, err
	}
	return i, b.add(EntityIssue, &i)
}

// UpdateIssue changes the fields that fn sets.
func (b *Batch) UpdateIssue(id ID, fn func(*Issue)) error {
	return update(b, EntityIssue, id, fn, b.checkIssue)
}

func (b *Batch) checkIssue(before, i *Issue) error {
	if err := named(&i.Name, invalidf("An issue needs a name.")); err != nil {
		return err
	}
	if i.Parent == before.Parent {
		return nil
	}
	return b.checkParent(EntityIssue, i.ID, i.Parent)
}

// AddTag adds a tag.
func (b *Batch) AddTag(t Tag) (Tag, error) {
	if err := b.checkTag(&Tag{}, &t); err != nil {
		return t, err
	}
	return t, b.add(EntityTag, &t)
}

// UpdateTag changes the fields that fn sets.
func (b *Batch) UpdateTag(id ID, fn func(*Tag)) error {
	return update(b, EntityTag, id, fn, b.checkTag)
}

func (b *Batch) checkTag(before, t *Tag) error {
	if err := named(&t.Name, invalidf("A tag needs a name.")); err != nil {
		return err
	}
	if t.Parent == before.Parent {
		return nil
	}
	return b.checkParent(EntityTag, t.ID, t.Parent)
}

// checkParent refuses a parent that is not there or would close a circle.
func (b *Batch) checkParent(e Entity, id, parent ID) error {
	if parent == (ID{}) {
		return nil
	}
	if err := b.exists(e, parent, "The parent is not in the project (%s). Add it first."); err != nil {
		return err
	}
	relation, _ := parentRelation(e)
	parents, _, err := edges(b.w.db, relation, nil)
	if err != nil {
		return err
	}
	for at, ok := parent, true; ok; at, ok = parents[at] {
		if at == id {
			return invalidf("A parent cannot lie below what it is to be the parent of. Choose another.")
		}
	}
	return nil
}

// AddCoder adds a coder, for imports of other people's work.
func (b *Batch) AddCoder(c Coder) (Coder, error) {
	if err := named(&c.Name, invalidf("A coder needs a name.")); err != nil {
		return c, err
	}
	return c, b.add(EntityCoder, &c)
}

// UpdateCoder changes the fields that fn sets.
func (b *Batch) UpdateCoder(id ID, fn func(*Coder)) error {
	if err := b.introduce(); err != nil { // whoever is renamed must be there
		return err
	}
	return update(b, EntityCoder, id, fn, func(_, c *Coder) error { return named(&c.Name, invalidf("A coder needs a name.")) })
}

// SetNote sets the project's coder's note on a row; "" removes it.
func (b *Batch) SetNote(on Entity, subject ID, text string) error {
	n := Note{On: on, Subject: subject, Coder: b.w.project.Coder().ID, Text: text}
	if strings.TrimSpace(text) == "" {
		id := NoteID(subject, n.Coder)
		f, err := tableFor(EntityNote).get(b.w.db, id)
		if err != nil || !f.live() {
			return err
		}
		return b.setDeleted(EntityNote, id, true)
	}
	_, err := b.AddNote(n)
	return err
}

// AddNote sets the note of any coder on a row, for imports of other people's work. A coder has one note on each row.
func (b *Batch) AddNote(n Note) (Note, error) {
	if !slices.Contains(noted, n.On) {
		return n, invalidf("A note can be on an article, an actor, an issue or an annotation, not on %q.", n.On)
	}
	if err := b.exists(n.On, n.Subject, "The note is on something that is not in the project (%s). Add it first."); err != nil {
		return n, err
	}
	n.ID = NoteID(n.Subject, n.Coder)
	return n, b.member(EntityNote, n.ID, &n)
}

// NoteID returns the id of the note of a coder on a row.
func NoteID(subject, coder ID) ID { return keyID(EntityNote, subject.String(), coder.String()) }

// AddBody stores a body, once, and returns its hash. An article's text is changed by setting its Body to the hash.
// CodeInvalid, wrapping *text.InvalidError, if the body cannot be stored.
func (b *Batch) AddBody(s string) (text.Hash, error) {
	body, err := newBody(s)
	if err != nil {
		return text.Hash{}, err
	}
	return body.Hash(), b.addBody(body)
}

func (b *Batch) addBody(body *text.Body) error {
	h := body.Hash()
	known, err := sqlite.Number(b.w.db, `SELECT count(*) FROM body WHERE hash = ?`, h[:])
	if err != nil || known > 0 {
		return err
	}
	if err := insertBody(b.w.db, h, body.String()); err != nil {
		return err
	}
	b.w.project.bodies.put(h, body)
	return b.stale.markTextOf(b.w.db, h)
}

// Body returns a body that the project holds.
func (b *Batch) Body(h text.Hash) (*text.Body, error) { return b.w.project.bodies.load(b.w.db, h) }
