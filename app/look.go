package app

import (
	"context"
	"time"

	"fyne.io/fyne/v2/lang"

	"standpoint/app/control"
	"standpoint/store"
)

// lookEvery is how often the window looks whether another program has touched the file.
const lookEvery = 2 * time.Second

// lookOn keeps looking at the project's file for as long as the project is open.
func (ps *projects) lookOn() {
	if p := ps.Project; p != nil && !ps.inline {
		ps.Work.Later(lookEvery, func() {
			if ps.Project == p {
				ps.look()
			}
		})
	}
}

// look shows anew what another program has written, and tells once if the file is not
// there any more or was written over, with a button that keeps what is open.
func (ps *projects) look() {
	p := ps.Project
	ps.Work.Read(func(ctx context.Context) func() {
		changed, err := p.Look(ctx)
		return func() {
			if ps.Project != p {
				return
			}
			code := store.CodeOf(err)
			switch gone := code == store.CodeNotFound || code == store.CodeOverwritten; {
			case gone && !ps.lost:
				ps.lost = true
				ps.shown.setNotice(lang.L("What is open is not in the project's file any more, and nothing is saved."),
					control.NewTextButton(lang.L("Keep It Elsewhere…"),
						lang.L("Write what is open into a new file"), "", ps.backups.backUp))
				ps.Complain(err)
			case !gone && ps.lost:
				ps.lost = false
				ps.shown.setNotice("", nil)
				ps.Tell(lang.L("The project's file is back."))
			case changed:
				ps.follow(ps.following, store.Event{All: true}, func() {
					ps.Tell(lang.L("Another window has written to the project; this is what is there now."))
				})
			}
			ps.lookOn()
		}
	})
}
