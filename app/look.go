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
func (a *App) lookOn() {
	if p := a.Project; p != nil && !a.options.Inline {
		a.Work.Later(lookEvery, func() {
			if a.Project == p {
				a.look()
			}
		})
	}
}

// look shows anew what another program has written, and tells once if the file is not
// there any more or was written over, with a button that keeps what is open.
func (a *App) look() {
	p := a.Project
	a.Work.Read(func(ctx context.Context) func() {
		changed, err := p.Look(ctx)
		return func() {
			if a.Project != p {
				return
			}
			code := store.CodeOf(err)
			switch gone := code == store.CodeNotFound || code == store.CodeOverwritten; {
			case gone && !a.lost:
				a.lost = true
				a.frame.setNotice(lang.L("What is open is not in the project's file any more, and nothing is saved."),
					control.NewTextButton(lang.L("Keep It Elsewhere…"),
						lang.L("Write what is open into a new file"), "", a.backUp))
				a.Complain(err)
			case !gone && a.lost:
				a.lost = false
				a.frame.setNotice("", nil)
				a.Tell(lang.L("The project's file is back."))
			case changed:
				a.follow(a.following, store.Event{All: true}, func() {
					a.Tell(lang.L("Another window has written to the project; this is what is there now."))
				})
			}
			a.lookOn()
		}
	})
}
