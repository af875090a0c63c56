package app

import (
	"context"
	"time"

	"fyne.io/fyne/v2/lang"

	"standpoint/app/background"
	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/words"
	"standpoint/store"
)

// LookBack opens the project as it was after an action, to be read.
func (ps *projects) LookBack(e store.HistoryEntry) {
	p := ps.Project
	if ps.past != "" {
		ps.Tell(words.Sentence("Go back to the present first (%s).", desk.KeyPresent))
		return
	}
	ps.atDoor(lang.L("Opening the project as it was…"), func() background.Act {
		if ps.Project != p {
			return nil
		}
		return func(ctx context.Context, _ func(done, total int)) func() {
			var o *loadedProject
			then, err := p.At(ctx, e.Action)
			if err == nil {
				o, err = loadProject(ctx, then)
			}
			return func() {
				if !ps.Failed(err) && o != nil {
					ps.showPast(p, o, e.At)
				}
			}
		}
	})
}

// showPast shows an earlier state of a project.
func (ps *projects) showPast(p *store.Project, o *loadedProject, at time.Time) {
	ps.setProject(o)
	ps.past = p.Path()
	when := words.Moment(at)
	ps.Window.SetTitle(words.Sentence("%s as it was on %s (only read) – Standpoint", o.project.Name(), when))
	ps.shown.setNotice(words.Sentence("This is the project as it was on %s. Nothing in it can be changed.", when), control.NewTextButton(
		lang.L("Back to the Present"), lang.L("Open the project as it is now"), desk.KeyPresent.String(), ps.leavePast))
	ps.RefreshMenu()
}

// leavePast opens the project again as it is now.
func (ps *projects) leavePast() { ps.open(ps.past) }
