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

// historied is what there is a history of in the view in front.
func (a *App) historied() (desk.Subject, bool) {
	if v, ok := a.current.(desk.Historied); ok {
		return v.HistoryOf()
	}
	return desk.Subject{}, false
}

func (a *App) listHistory(of desk.Subject) { a.articles.ListHistory(of) }

// showProjectHistory lists all that was done in the project.
func (a *App) showProjectHistory() { a.articles.ListHistory(desk.Subject{Name: a.Project.Name()}) }

// LookBack opens the project as it was after an action, to be read.
func (a *App) LookBack(e store.HistoryEntry) {
	p := a.Project
	if a.past != "" {
		a.Tell(words.Sentence("Go back to the present first (%s).", desk.KeyPresent))
		return
	}
	a.atDoor(lang.L("Opening the project as it was…"), func() background.Act {
		if a.Project != p {
			return nil
		}
		return func(ctx context.Context, _ func(done, total int)) func() {
			var o *loadedProject
			then, err := p.At(ctx, e.Action)
			if err == nil {
				o, err = loadProject(ctx, then)
			}
			return func() {
				if !a.Failed(err) && o != nil {
					a.showPast(p, o, e.At)
				}
			}
		}
	})
}

// showPast shows an earlier state of a project.
func (a *App) showPast(p *store.Project, o *loadedProject, at time.Time) {
	a.setProject(o)
	a.past = p.Path()
	when := words.Moment(at)
	a.Window.SetTitle(words.Sentence("%s as it was on %s (only read) – Standpoint", o.project.Name(), when))
	a.frame.setNotice(words.Sentence("This is the project as it was on %s. Nothing in it can be changed.", when), control.NewTextButton(
		lang.L("Back to the Present"), lang.L("Open the project as it is now"), desk.KeyPresent.String(), a.leavePast))
	a.RefreshMenu()
}

// leavePast opens the project again as it is now.
func (a *App) leavePast() { a.open(a.past) }
