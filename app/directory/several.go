package directory

import (
	"slices"

	"fyne.io/fyne/v2/lang"

	"standpoint/app/control"
	"standpoint/app/message"
	"standpoint/store"
)

// mergeLabel says what would be merged.
func (d *Directory) mergeLabel() string {
	if ids, several := d.list.several(); several {
		return d.words.mergeSeveral(len(ids))
	}
	return d.words.mergeCommand
}

// isMergeable reports whether there is something to merge: the open one, or several that are selected.
func (d *Directory) isMergeable() bool {
	_, several := d.list.several()
	return d.isChangeable() || several && d.desk.CanWrite() && d.desk.IsInFront(d)
}

// askMerge asks into which of the selected ones the others are to be merged, if they are several; else into which other one the open one.
func (d *Directory) askMerge() {
	ids, several := d.list.several()
	if !several {
		d.side.askMerge()
		return
	}
	items := slices.DeleteFunc(d.subject.items(""), func(i control.Item) bool { return !slices.Contains(ids, store.ID(i.ID)) })
	s := message.Sheet{Over: d.desk.Boxes}
	s.Line(d.words.askMergeSeveral(len(ids)))
	into := s.Pick(control.TypeAheadOptions{Caption: lang.L("Merge into"), PlaceHolder: d.words.find, Items: func(string) []control.Item {
		return slices.Clone(items)
	}})
	if i := slices.IndexFunc(items, func(i control.Item) bool { return store.ID(i.ID) == d.open }); i >= 0 {
		into.SetItem(items[i])
	}
	d.desk.Post(&message.Message{
		Title: d.words.mergeSeveral(len(ids)), Body: s.Object(), Yes: lang.X("merge.entries", "Merge"), No: lang.L("Cancel"), First: into.Focus,
		Agreed: func() {
			if item, picked := into.Item(); picked {
				d.mergeSeveral(ids, store.ID(item.ID))
			}
		},
	})
}

// mergeSeveral merges all into one of them, by one action.
func (d *Directory) mergeSeveral(ids []store.ID, into store.ID) {
	d.side.keepDraft()
	others := slices.DeleteFunc(slices.Clone(ids), func(id store.ID) bool { return id == into })
	merge := store.EachRow(func(b *store.Batch, e store.Entity, id store.ID) error { return b.Merge(e, id, into) })
	d.desk.DoRows(store.Title{Code: d.words.merge}, merge, func(err error) {
		if !d.desk.Failed(err) {
			d.merged(into)
		}
	}, store.Rows{Entity: d.subject.entity(), IDs: others})
}
