package desk

import "standpoint/store"

// DeleteSeveral deletes rows of an entity by one action, which one Undo takes back. done is called when that
// is on disk; it may be nil.
func (d *Desk) DeleteSeveral(e store.Entity, ids []store.ID, done func()) {
	if len(ids) == 0 || !d.CanWrite() {
		return
	}
	d.Do(store.TitleForDeletingSeveral(e, len(ids)), func(b *store.Batch) error {
		for _, id := range ids {
			if err := b.Delete(e, id); err != nil {
				return err
			}
		}
		return nil
	}, func(err error) {
		if !d.Failed(err) && done != nil {
			done()
		}
	})
}
