package app

import (
	"context"
	"errors"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/background"
	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/message"
	"standpoint/app/words"
	"standpoint/store"
)

// trash is what was deleted, to be restored or to be ended for ever.
type trash struct {
	*desk.Desk

	asked background.Latest
}

// mostTrash is how many more rows of the trash are listed at once.
const mostTrash = 200

// showTrash lists what was deleted, last deleted first, to restore what is ticked.
func (ts *trash) showTrash() {
	ts.withTrash(func(list []store.TrashRow, total int) {
		sheet := newTrashSheet(ts, list, total)
		ts.Post(&message.Message{
			Title: lang.L("Trash"), Body: sheet.Object(), Yes: lang.L("Restore"), No: lang.L("Close"),
			Agreed: func() { ts.restoreRows(sheet.chosen()) }, First: func() { sheet.goTo(0) },
		})
	})
}

// withTrash reads the rows that were deleted last, and says so if there is nothing in the trash.
func (ts *trash) withTrash(use func(list []store.TrashRow, total int)) {
	ts.readTrash(0, func(list []store.TrashRow, total int) {
		if total == 0 {
			ts.Tell(lang.L("The trash is empty."))
			return
		}
		use(list, total)
	})
}

// readTrash reads a part of the trash, after the rows that were deleted last.
func (ts *trash) readTrash(after int, use func(list []store.TrashRow, total int)) {
	type trash struct {
		rows  []store.TrashRow
		total int
	}
	desk.Query(ts.Desk, &ts.asked, func(ctx context.Context, p *store.Project) (t trash, err error) {
		t.rows, t.total, err = p.Trash(ctx, store.Page{Offset: after, Limit: mostTrash})
		return t, err
	}, func(t trash) { use(t.rows, t.total) })
}

func (ts *trash) restoreRows(list []store.TrashRow) {
	if len(list) == 0 {
		ts.Tell(lang.L("Nothing was ticked, so nothing was restored."))
		return
	}
	var rows []store.Rows
	for _, r := range list { // those that were deleted last come first
		if n := len(rows); n == 0 || rows[n-1].Entity != r.Entity {
			rows = append(rows, store.Rows{Entity: r.Entity, Binned: true})
		}
		last := &rows[len(rows)-1]
		last.IDs = append(last.IDs, r.ID)
	}
	ts.DoRows(store.Title{Code: store.TitleRestore}, store.EachRow((*store.Batch).Restore), func(err error) {
		if !ts.Failed(err) {
			ts.Tell(words.Counted(len(list), "{{.Count}} row restored"))
		}
	}, rows...)
}

// emptyTrash ends for ever what is in the trash, after saying plainly what that means.
func (ts *trash) emptyTrash() {
	ts.withTrash(func(_ []store.TrashRow, total int) {
		p := ts.Project
		ts.AskCarefully(lang.L("Empty the trash"), words.Counted(total, "{{.Count}} row and all that hangs on it will be gone for ever. This is "+
			"the only thing here that cannot be undone. Copies of the project that this one is merged into will follow; backups keep what they "+
			"have."),
			lang.L("Empty the trash"), lang.L("Cancel"), func() {
				ts.Sign(func() { ts.purge(p) }, func() {})
			})
	})
}

// purge ends what is in the trash in steps, between which others are saved. What is ended when it is cancelled stays ended.
func (ts *trash) purge(p *store.Project) {
	var g *store.Purge
	var err error
	ended := func() (n int) {
		if g != nil {
			n = g.Ended()
		}
		return n
	}
	ts.Work.SaveSteps(background.Steps{
		Step: func(ctx context.Context, turn bool) (more bool) {
			switch {
			case ctx.Err() != nil:
				err = ctx.Err()
			case !turn:
				more = true
			case g == nil:
				g, err = p.BeginEmptying(ctx)
				more = err == nil
			default:
				more, err = g.Next(ctx)
			}
			return more
		},
		Title: func() string { return lang.L("Emptying the trash…") },
		Done: func() (done, total int) {
			if g != nil {
				done, total = g.Done()
			}
			return done, total
		},
		Show: func() func() {
			if ended() > 0 {
				err = errors.Join(err, g.Pack(context.Background()))
			}
			return func() {
				switch {
				case errors.Is(err, context.Canceled):
					ts.Tell(words.Counted(ended(), "{{.Count}} row gone for ever; the others are still in the trash"))
				case !ts.Failed(err):
					ts.Tell(words.Counted(ended(), "{{.Count}} row gone for ever"))
				}
			}
		},
	})
}

// trashSheet lists rows of the trash.
type trashSheet struct {
	message.Sheet

	of    *trash
	list  []store.TrashRow
	ticks []*control.Tick
	older *control.Button // lists more of them; nil if there are none
}

func newTrashSheet(ts *trash, list []store.TrashRow, total int) *trashSheet {
	s := &trashSheet{Sheet: message.Sheet{Over: ts.Boxes}, of: ts}
	s.Line(lang.L("Tick what is to be restored. What hangs on it comes back with it."))
	s.add(list, total)
	return s
}

// add lists rows below those that are listed, out of so many.
func (s *trashSheet) add(list []store.TrashRow, total int) {
	if s.older != nil {
		s.Objects, s.older = s.Objects[:len(s.Objects)-1], nil
	}
	s.list = append(s.list, list...)
	for _, r := range list {
		facts := []string{words.Entity(r.Entity), r.Title, words.Moment(r.Deleted)}
		if r.By.Name != "" {
			facts = append(facts, r.By.Name)
		}
		s.ticks = append(s.ticks, s.Row(strings.Join(facts, " · "), false))
	}
	if left := total - len(s.list); left > 0 && len(list) > 0 {
		s.older = control.NewQuietButton(words.Counted(min(left, mostTrash), "Show {{.Count}} more, of %d", left),
			lang.L("List more of the trash"), "", s.addOlder)
		s.older.OnKey = s.of.TypedKey
		s.Objects = append(s.Objects, s.older)
	}
}

// addOlder lists what was deleted before, and goes on at the first of it.
func (s *trashSheet) addOlder() {
	s.of.readTrash(len(s.list), func(list []store.TrashRow, total int) {
		first := len(s.ticks)
		s.add(list, total)
		s.Grown()
		s.goTo(first)
	})
}

// goTo gives the keyboard to a row, if there is one.
func (s *trashSheet) goTo(i int) {
	if i < len(s.ticks) {
		s.of.Window.Canvas().Focus(s.ticks[i])
	}
}

func (s *trashSheet) chosen() []store.TrashRow { return message.Ticked(s.list, s.ticks) }

// commands are about what was deleted.
func (ts *trash) commands() []desk.Command {
	return []desk.Command{
		{In: desk.SectionTrash, Label: desk.Fixed(lang.L("Trash…")), Key: desk.CtrlShift(fyne.KeyK), Act: desk.When(ts.CanWrite, ts.showTrash)},
		{
			In: desk.SectionTrash, Label: desk.Fixed(lang.L("Empty Trash…")), Key: desk.CtrlShift(fyne.KeyDelete),
			Act: desk.When(ts.CanWrite, ts.emptyTrash),
		},
	}
}
