package app

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"standpoint/app/control"
	"standpoint/app/message"
	"standpoint/store"
	"standpoint/store/storetest"
)

func TestTheTrashIsRestoredFromAndEmptied(t *testing.T) {
	a := newHarbour(t)
	a.trash.showTrash()
	if a.IsCovered() || a.frame.told == "" {
		t.Error("an empty trash is shown")
	}
	remove := func(name string) {
		t.Helper()
		a.Do(storetest.Titled("Add and delete"), func(b *store.Batch) error {
			added, err := b.AddActor(store.Actor{Name: name})
			if err != nil {
				return err
			}
			return b.Delete(store.EntityActor, added.ID)
		}, func(err error) { a.Failed(err) })
	}
	remove("Mara Ellin")
	remove("Dorin Kasvel")
	a.trash.withTrash(func(list []store.TrashRow, total int) {
		sheet := newTrashSheet(a.trash, list, total)
		if total != 2 || len(sheet.ticks) != 2 || !strings.Contains(sheet.ticks[0].AccessibilityLabel(), "Dorin Kasvel") {
			t.Fatalf("%d in the trash, first %q", total, sheet.ticks[0].AccessibilityLabel())
		}
		sheet.ticks[1].SetChecked(true)
		a.trash.restoreRows(sheet.chosen())
	})
	if len(a.Names.Actors) != 1 || a.Names.Called("Mara Ellin").Name == "" {
		t.Errorf("restored: %v", a.Names.Actors)
	}
	a.trash.emptyTrash()
	if !strings.Contains(a.said(), "cannot be undone") {
		t.Errorf("asked: %s", a.said())
	}
	a.answer(t, true)
	a.trash.showTrash()
	if a.IsCovered() {
		t.Error("the trash was not emptied")
	}
}

func TestOlderRowsOfTheTrashAreListedOnDemand(t *testing.T) {
	a := newHarbour(t)
	a.Do(storetest.Titled("Add and delete"), func(b *store.Batch) error {
		for i := range 2*mostTrash + 1 {
			added, err := b.AddActor(store.Actor{Name: fmt.Sprint("Actor ", i)})
			if err == nil {
				err = b.Delete(store.EntityActor, added.ID)
			}
			if err != nil {
				return err
			}
		}
		return nil
	}, func(err error) { a.Failed(err) })
	var s *trashSheet
	a.trash.withTrash(func(list []store.TrashRow, total int) {
		s = newTrashSheet(a.trash, list, total)
		a.Post(&message.Message{Title: "Trash", Body: s.Object(), Yes: "Restore", No: "Close"})
	})
	for _, want := range []int{2 * mostTrash, 2*mostTrash + 1} {
		s.older.Tapped(nil)
		if len(s.ticks) != want || a.Window.Canvas().Focused() != s.ticks[len(s.ticks)-(want-1)%mostTrash-1] {
			t.Errorf("%d rows are listed, want %d", len(s.ticks), want)
		}
	}
	if s.older != nil {
		t.Error("there is said to be more")
	}
	s.ticks[2*mostTrash].SetChecked(true)
	a.trash.restoreRows(s.chosen())
	if a.Names.Called(fmt.Sprint("Actor ", 2*mostTrash)).Name == "" {
		t.Errorf("the row listed last is not restored: %v", a.Names.Actors)
	}
}

func TestRowsOfTheTrashAreTickedTogetherInTheWindow(t *testing.T) {
	a := newHarbour(t)
	a.Do(storetest.Titled("Add and delete"), func(b *store.Batch) error {
		for i := range 4 {
			added, err := b.AddActor(store.Actor{Name: fmt.Sprint("Actor ", i)})
			if err == nil {
				err = b.Delete(store.EntityActor, added.ID)
			}
			if err != nil {
				return err
			}
		}
		return nil
	}, func(err error) { a.Failed(err) })
	h := &hand{App: a, t: t}
	before := len(a.Names.Actors)
	h.press("Ctrl+Shift+K Tab")
	for range 4 { // past the buttons, to a row
		if _, is := a.Window.Canvas().Focused().(*control.Tick); is {
			break
		}
		h.press("Tab")
	}
	(&edits{Desk: a.Desk}).toFocused(&fyne.ShortcutSelectAll{})()
	if !(&edits{Desk: a.Desk}).selectsAll() {
		t.Error("the menu does not offer to select all")
	}
	h.press("Enter")
	if got := len(a.Names.Actors) - before; got != 4 || a.IsCovered() {
		t.Errorf("%d actors came back of 4; a box is in the way: %v", got, a.IsCovered())
	}
}

// By the keyboard alone: Space ticks the row at which the box begins, and Enter restores it.
func TestTheTrashBeginsAtItsFirstRow(t *testing.T) {
	a := newHarbour(t)
	a.Do(storetest.Titled("Add and delete"), func(b *store.Batch) error {
		added, err := b.AddActor(store.Actor{Name: "Mara Ellin"})
		if err != nil {
			return err
		}
		return b.Delete(store.EntityActor, added.ID)
	}, func(err error) { a.Failed(err) })
	a.trash.showTrash()
	a.press(fyne.KeyReturn)
	if a.IsCovered() || len(a.Names.Actors) != 0 || !strings.Contains(a.frame.told, "Nothing was ticked") {
		t.Errorf("with nothing ticked it is told %q", a.frame.told)
	}
	a.trash.showTrash()
	a.keyboard().TypedRune(' ')
	a.press(fyne.KeyReturn)
	if a.IsCovered() || a.Names.Called("Mara Ellin").Name == "" {
		t.Errorf("restored: %v", a.Names.Actors)
	}
}

func TestWhatWasEndedWhenEmptyingTheTrashIsCancelledStaysEndedAndTheRestIsInTheTrash(t *testing.T) {
	const rows = 400
	a := newHarbour(t)
	a.Do(storetest.Titled("Add and delete"), func(b *store.Batch) error {
		for i := range rows {
			added, err := b.AddActor(store.Actor{Name: fmt.Sprint("Actor ", i)})
			if err == nil {
				err = b.Delete(store.EntityActor, added.ID)
			}
			if err != nil {
				return err
			}
		}
		return nil
	}, func(err error) { a.Failed(err) })
	cancelled := 0
	a.Work.OnRunning(func() {
		if r, ok := a.Work.Running(); ok && r.Done > 0 && cancelled == 0 {
			cancelled = r.Done
			a.Work.Cancel()
		}
	})
	a.trash.emptyTrash()
	a.answer(t, true)
	_, left, err := a.Project.Trash(t.Context(), store.Page{Limit: 1})
	if err != nil || cancelled == 0 || cancelled == rows || left != rows-cancelled {
		t.Fatalf("cancelled after %d rows, %d are in the trash, %v", cancelled, left, err)
	}
	if want := fmt.Sprintf("%d rows gone for ever; the others are still in the trash", cancelled); a.frame.told != want {
		t.Errorf("told: %q, want %q", a.frame.told, want)
	}
	a.Work.OnRunning(func() {})
	a.trash.emptyTrash()
	a.answer(t, true)
	if _, left, err := a.Project.Trash(t.Context(), store.Page{Limit: 1}); err != nil || left != 0 {
		t.Errorf("emptied again, %d are in the trash, %v", left, err)
	}
}
