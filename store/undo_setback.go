package store

import (
	"encoding/json"
	"slices"

	"standpoint/store/journal"
	"standpoint/store/text"
)

// SetBack makes a row, and what hangs on it, what they were after an action: what came to it since is deleted, what was
// deleted since is there again, each field has its former value. The annotations of an article move along with its text.
// CodeNotFound if the action did nothing to the row.
func (b *Batch) SetBack(e Entity, id, action ID) error {
	rows, err := withHanging(b.w.db, rowKey{e, id})
	if err != nil {
		return err
	}
	changes := make(map[rowKey][]journal.Change, len(rows))
	at := journal.Clock(0)
	for _, row := range rows {
		if changes[row], _, err = changesOf(b.w.db, row.entity, row.id); err != nil {
			return err
		}
		for _, c := range changes[row] {
			if c.Action == action {
				at = max(at, c.Clock)
			}
		}
	}
	if at == 0 {
		return notFoundf("That action did nothing to this: %s %s.", e.word(), id)
	}
	for _, row := range rows {
		if slices.ContainsFunc(changes[row], journal.Change.Purges) {
			continue // it is gone for ever
		}
		if err := b.setFields(row, journal.Since(changes[row], at)); err != nil {
			return err
		}
	}
	return nil
}

// setFields sets fields of a row; the text of an article as an edit of it.
func (b *Batch) setFields(row rowKey, set journal.Fields) error {
	var body text.Hash
	if row.entity == EntityArticle && json.Unmarshal(set["body"], &body) == nil && !body.IsZero() {
		delete(set, "body")
		was, err := b.Body(body)
		if err != nil {
			return err
		}
		if _, _, err := b.EditBody(row.id, was.String()); err != nil {
			return err
		}
	}
	if len(set) == 0 {
		return nil
	}
	return b.change(row.entity, row.id, set)
}
