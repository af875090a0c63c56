package store

import (
	"context"
	"reflect"
	"strings"

	"standpoint/store/internal/sqlite"
	"standpoint/store/journal"
)

// selectChanges reads changes as scanChange expects them.
const selectChanges = `SELECT s.uuid, c.seq, c.clock, a.id, a.coder, a.undoes, c.entity, c.id, c.fields
FROM change c JOIN session s ON s.key = c.session JOIN action a ON a.key = c.action `

// author is what a change's action says of it: who made it, and which action it takes back, if any.
type author struct{ coder, undoes ID }

// authors are the authors of changes by action.
type authors map[ID]author

// takes tells which action an undo or redo takes back.
func (a authors) takes(action ID) ID { return a[action].undoes }

// scanChange reads one row of selectChanges.
func scanChange(scan func(...any) error) (c journal.Change, by author, err error) {
	var clock int64
	var fields string
	err = scan((*idColumn)(&c.Session), &c.Seq, &clock, (*idColumn)(&c.Action), (*idColumn)(&by.coder), (*idColumn)(&by.undoes),
		&c.Entity, (*idColumn)(&c.ID), &fields)
	if err != nil {
		return c, by, err
	}
	c.Clock = journal.Clock(clock)
	if c.Fields, err = journal.Decode([]byte(fields)); err != nil {
		return c, by, NewError(CodeDamaged, err, "Change %d of session %s is not readable.", c.Seq, c.Session)
	}
	return c, by, nil
}

// changesOf returns all changes of one row in the order in which they fold, and their authors.
func changesOf(src sqlite.Source, e Entity, id ID) ([]journal.Change, authors, error) {
	var changes []journal.Change
	by := authors{}
	err := sqlite.Each(src, func(scan func(...any) error) error {
		c, author, err := scanChange(scan)
		if err != nil {
			return err
		}
		changes = append(changes, c)
		by[c.Action] = author
		return nil
	}, selectChanges+`WHERE c.entity = ? AND c.id = ? ORDER BY c.clock, s.uuid, c.seq`, string(e), id[:])
	return changes, by, err
}

// folded is a row of a folded table: a pointer to its struct, and when it was made and deleted.
type folded struct {
	table   *table
	row     any
	created journal.Clock
	coder   ID
	deleted journal.Clock // 0 if it is not
}

// live reports whether the row is there and not in the trash.
func (f *folded) live() bool { return f != nil && f.deleted == 0 }

// refold folds one row from all its changes and notes what is stale by it.
func refold(db *sqlite.Connection, e Entity, id ID, s *stale) error {
	if tableFor(e) == nil {
		return nil // of a later version: kept in the journal, shown by nobody here
	}
	changes, by, err := changesOf(db, e, id)
	if err != nil {
		return err
	}
	return s.refold(db, rowKey{e, id}, changes, journal.Fold(changes), by)
}

// foldNew folds a row from the change that makes it. Its id was made up for it, so that nothing in the file can know of it yet: neither
// other changes nor rows that name it are looked for.
func (s *stale) foldNew(db *sqlite.Connection, c journal.Change, by author) error {
	key := rowKey{Entity(c.Entity), c.ID}
	t := tableFor(key.entity)
	after := t.fold(journal.Fold([]journal.Change{c}), authors{c.Action: by})
	if err := t.put(db, key.id, after); err != nil {
		return err
	}
	if key.entity == EntityArticle {
		s.newArticles[key.id] = after
	}
	s.markOwn(key.entity, key.id, nil, after)
	return nil
}

// refold writes what the changes of a row fold to into its table, and notes what is stale by it.
func (s *stale) refold(db *sqlite.Connection, key rowKey, changes []journal.Change, row journal.Row, by authors) error {
	e, id := key.entity, key.id
	t := tableFor(e)
	before, err := t.get(db, id)
	if err != nil {
		return err
	}
	if row.Purged {
		if err := s.absorb(db, changes); err != nil {
			return err
		}
	}
	after := t.fold(row, by)
	switch {
	case after == nil:
		if before != nil && e == EntityAnnotation {
			if err := s.noteWhereShown(db, id); err != nil {
				return err
			}
		}
		err = db.Exec(`DELETE FROM `+t.name()+` WHERE id = ?`, id[:])
	case before == nil:
		err = t.put(db, id, after)
	default:
		err = t.renew(db, id, before, after)
	}
	if err != nil {
		return err
	}
	return s.mark(db, e, id, before, after)
}

// fold turns what the journal folded into a row of the table; nil if its creating change is not here. A value that does
// not fit its field counts as empty; Check tells of it.
func (t *table) fold(row journal.Row, by authors) *folded {
	if !row.Exists() {
		return nil
	}
	f := &folded{table: t, row: reflect.New(t.typ).Interface(), created: row.First.Clock, coder: by[row.First.Action].coder}
	_ = t.decode(row.Fields, f.row)
	reflect.ValueOf(f.row).Elem().FieldByName("ID").Set(reflect.ValueOf(row.ID))
	if row.Deleted() {
		f.deleted = row.Removed.Clock
	}
	return f
}

// get reads a row; nil if it is not there.
func (t *table) get(src sqlite.Source, id ID) (*folded, error) {
	f := &folded{table: t, row: reflect.New(t.typ).Interface()}
	dest := append(t.destinations(f.row), &f.created, (*idColumn)(&f.coder), &f.deleted)
	found, err := sqlite.One(src, dest, t.statements().get, id[:])
	if err != nil || !found {
		return nil, err
	}
	return f, nil
}

// rowsOfIDs returns those of some rows that are there, not deleted: what find does of one.
func rowsOfIDs[T any](ctx context.Context, p *Project, e Entity, list []ID) (rows []T, err error) {
	t := tableFor(e)
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		return sqlite.EachPortion(list, func(in string, args []any) error {
			return sqlite.Each(s, func(scan func(...any) error) error {
				var row T
				err := scan(t.destinations(&row)...)
				rows = append(rows, row)
				return err
			}, `SELECT `+t.selection("r")+` FROM `+t.name()+` r WHERE r.id IN (`+in+`) AND +r.deleted = 0`, args...)
		})
	})
	return rows, err
}

// put writes a row that is not in the table. What follows from it alone is derived at once, so that its indexes are written once; the rest
// is empty.
func (t *table) put(db *sqlite.Connection, id ID, f *folded) error {
	args := make([]any, 0, len(t.plain)+len(common)+len(t.derived)+1)
	args = t.bind(append(args, id[:]), f)
	own := ownColumns(f)
	for _, c := range t.derived {
		value, has := own[c.name]
		if !has {
			value = c.zero()
		}
		args = append(args, value)
	}
	return db.Exec(t.statements().insert, args...)
}

// renew writes what is other in a row than before, so that only the indexes of that are written, with what follows from the row alone. It
// leaves what else is derived as it is.
func (t *table) renew(db *sqlite.Connection, id ID, before, after *folded) error {
	var sets []string
	var args []any
	set := func(c column, was, is any) {
		if !reflect.DeepEqual(was, is) {
			sets, args = append(sets, c.quoted()+" = ?"), append(args, is)
		}
	}
	was, is := t.bind(nil, before), t.bind(nil, after)
	for i, c := range t.plain {
		set(c, was[i], is[i])
	}
	for i, c := range common {
		set(c, was[len(t.plain)+i], is[len(t.plain)+i])
	}
	if followsAlone(before, after) {
		had, has := ownColumns(before), ownColumns(after)
		for _, c := range t.derived {
			set(c, had[c.name], has[c.name])
		}
	}
	if len(sets) == 0 {
		return nil
	}
	return db.Exec(`UPDATE `+t.name()+` SET `+strings.Join(sets, ", ")+` WHERE id = ?`, append(args, id[:])...)
}

// followsAlone reports whether what is derived of a row that was before, or is new, and now is follows from it alone.
func followsAlone(before, after *folded) bool {
	return after != nil && ownColumns(after) != nil && (before == nil || ownColumns(before) != nil)
}

// zero is what a derived column holds before anything is derived.
func (c column) zero() any {
	switch c.kind {
	case "INTEGER":
		return int64(0)
	case "TEXT":
		return ""
	default:
		return nil
	}
}
