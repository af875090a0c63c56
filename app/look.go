package app

import (
	"context"
	"time"

	"fyne.io/fyne/v2/lang"

	"standpoint/store"
)

// lookEvery is how often the window looks whether another program has touched the file.
const lookEvery = 2 * time.Second

// lookOn keeps looking at the project's file for as long as the project is open.
func (a *App) lookOn() {
	if p := a.project; p != nil && !a.options.Inline {
		a.work.Later(lookEvery, func() {
			if a.project == p {
				a.look()
			}
		})
	}
}

// look shows anew what another program has written, and tells once if the file is not
// there any more.
func (a *App) look() {
	p := a.project
	a.work.Read(func(ctx context.Context) func() {
		changed, err := p.Look(ctx)
		return func() {
			if a.project != p {
				return
			}
			switch gone := store.CodeOf(err) == store.CodeNotFound; {
			case gone && !a.lost:
				a.lost = true
				a.complain(err)
			case !gone && a.lost:
				a.lost = false
				a.tell(lang.L("The project's file is back."))
			case changed:
				a.changed(store.Event{All: true})
				a.tell(lang.L("Another window has written to the project; this is what is there now."))
			}
			a.lookOn()
		}
	})
}
