package desk

import (
	"maps"
	"slices"

	"standpoint/store"
)

// DeleteSeveral deletes rows of an entity by one action, which one Undo takes back. done is called when that
// is on disk; it may be nil.
func (d *Desk) DeleteSeveral(e store.Entity, ids []store.ID, done func()) {
	d.DeleteRows(map[store.Entity][]store.ID{e: ids}, done)
}

// DeleteRows is DeleteSeveral for rows of several entities, at least one of each.
func (d *Desk) DeleteRows(of map[store.Entity][]store.ID, done func()) {
	var one store.Entity // of which all are, if there is one
	n := 0
	var rows []store.Rows
	for _, e := range slices.Sorted(maps.Keys(of)) {
		rows = append(rows, store.Rows{Entity: e, IDs: of[e]})
		if one = e; n > 0 {
			one = ""
		}
		n += len(of[e])
	}
	if n == 0 || !d.CanWrite() {
		return
	}
	d.DoRows(store.TitleForDeletingSeveral(one, n), store.EachRow((*store.Batch).Delete), func(err error) {
		if !d.Failed(err) && done != nil {
			done()
		}
	}, rows...)
}
