package app

import (
	"context"

	"fyne.io/fyne/v2/lang"

	"standpoint/app/control"
	"standpoint/store"
)

// mostTrash is how many rows of the trash are listed at once.
const mostTrash = 200

// showTrash lists what was deleted, last deleted first, to restore what is ticked.
func (a *App) showTrash() {
	a.withTrash(func(list []store.TrashRow, total int) {
		sheet := newTrashSheet(a, list, total)
		a.post(&message{
			title: lang.L("Trash"), body: sheet.object(), yes: lang.L("Restore"), no: lang.L("Close"),
			agreed: func() { a.restoreRows(sheet.chosen()) },
		})
	})
}

// withTrash reads the trash, and says so if there is nothing in it.
func (a *App) withTrash(use func(list []store.TrashRow, total int)) {
	type trash struct {
		rows  []store.TrashRow
		total int
	}
	read(a, &a.restoring, func(ctx context.Context, p *store.Project) (t trash, err error) {
		t.rows, t.total, err = p.Trash(ctx, store.Page{Limit: mostTrash})
		return t, err
	}, func(t trash) {
		if t.total == 0 {
			a.tell(lang.L("The trash is empty."))
			return
		}
		use(t.rows, t.total)
	})
}

func (a *App) restoreRows(list []store.TrashRow) {
	if len(list) == 0 {
		return
	}
	a.do(lang.L("Restore from the trash"), func(b *store.Batch) error {
		for _, r := range list {
			if err := b.Restore(r.Entity, r.ID); err != nil {
				return err
			}
		}
		return nil
	}, func(err error) {
		if !a.failed(err) {
			a.tell(sentence("%s restored", plural(len(list), "row")))
		}
	})
}

// emptyTrash ends for ever what is in the trash, after saying plainly what that means.
func (a *App) emptyTrash() {
	a.withTrash(func(_ []store.TrashRow, total int) {
		p := a.project
		a.ask(lang.L("Empty the trash"), sentence("%s and all that hangs on them will be gone for ever. This is the only thing here that cannot be undone. Copies of the project that this one is merged into will follow; backups keep what they have.", plural(total, "row")),
			lang.L("Empty the trash"), func() {
				a.tell(lang.L("Emptying the trash…"))
				a.async.write(func(ctx context.Context) func() {
					n, err := p.EmptyTrash(ctx)
					return func() {
						if !a.failed(err) {
							a.tell(sentence("%s gone for ever", plural(n, "row")))
						}
					}
				})
			})
	})
}

// trashSheet lists rows of the trash.
type trashSheet struct {
	sheet
	list  []store.TrashRow
	ticks []*control.Tick
}

func newTrashSheet(a *App, list []store.TrashRow, total int) *trashSheet {
	s := &trashSheet{sheet: sheet{app: a}, list: list}
	s.line(lang.L("Tick what is to be restored. What hangs on it comes back with it."))
	for _, r := range list {
		text := entityWord(r.Entity) + ": " + r.Title + " · " + r.Deleted.Local().Format("2 Jan 2006, 15:04")
		if r.By.Name != "" {
			text += " · " + r.By.Name
		}
		s.ticks = append(s.ticks, s.tick(text, false))
	}
	if total > len(list) {
		s.muted(sentence("… and %d more, deleted before", total-len(list)))
	}
	return s
}

func (s *trashSheet) chosen() []store.TrashRow { return ticked(s.list, s.ticks) }
