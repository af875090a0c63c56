package app

import (
	"strings"
	"testing"

	"standpoint/store"
)

func TestTheTrashIsRestoredFromAndEmptied(t *testing.T) {
	a := newHarbour(t)
	a.showTrash()
	if len(a.messages) != 0 || a.frame.told == "" {
		t.Error("an empty trash is shown")
	}
	remove := func(name string) {
		t.Helper()
		a.do("Add and delete", func(b *store.Batch) error {
			added, err := b.AddActor(store.Actor{Name: name})
			if err != nil {
				return err
			}
			return b.Delete(store.EntityActor, added.ID)
		}, func(err error) { a.failed(err) })
	}
	remove("Mara Ellin")
	remove("Dorin Kasvel")
	a.withTrash(func(list []store.TrashRow, total int) {
		sheet := newTrashSheet(a, list, total)
		if total != 2 || len(sheet.ticks) != 2 || !strings.Contains(sheet.ticks[0].Text, "Dorin Kasvel") {
			t.Fatalf("%d in the trash, first %q", total, sheet.ticks[0].Text)
		}
		sheet.ticks[1].SetChecked(true)
		a.restoreRows(sheet.chosen())
	})
	if len(a.names.actors) != 1 || a.names.called("Mara Ellin").Name == "" {
		t.Errorf("restored: %v", a.names.actors)
	}
	a.emptyTrash()
	if !strings.Contains(a.said(), "cannot be undone") {
		t.Errorf("asked: %s", a.said())
	}
	a.answer(true)
	a.showTrash()
	if len(a.messages) != 0 {
		t.Error("the trash was not emptied")
	}
}
