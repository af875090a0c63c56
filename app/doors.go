package app

import (
	"context"
	"errors"

	"fyne.io/fyne/v2/lang"

	"standpoint/app/background"
	"standpoint/app/control"
	"standpoint/app/message"
	"standpoint/app/names"
	"standpoint/app/words"
	"standpoint/store"
)

// loadedProject is a project that was opened beside the window, with what all that is drawn needs of it.
type loadedProject struct {
	project *store.Project
	names   names.Names
	lately  names.Used
}

// loadProject reads what is needed of a project that was just opened; it is closed again if that fails.
func loadProject(ctx context.Context, p *store.Project) (o *loadedProject, err error) {
	o = &loadedProject{project: p}
	if o.names, err = names.Load(ctx, p); err == nil {
		o.lately, err = names.LoadUsed(ctx, p)
	}
	if err != nil {
		return nil, errors.Join(err, p.Close())
	}
	return o, nil
}

// setProject makes another project the open one, and closes the present one beside the window; nil opens none.
func (a *App) setProject(o *loadedProject) {
	a.leaveProject()
	switch {
	case o == nil:
		a.Window.SetTitle("Standpoint")
		a.Lately = names.Used{}
		a.SetNames(names.Names{})
	case a.quitting: // it was being opened when somebody asked for that
		a.shut(o.project)
		return
	default:
		a.enterProject(o)
	}
	for _, v := range a.views {
		v.Opened()
	}
	a.frame.opened()
	a.RefreshMenu()
	a.backUpIfDue()
	a.past, a.lost = "", false
	a.lookOn()
	a.frame.setNotice("", nil)
	if p := a.Project; p != nil {
		if p.ReadOnly() {
			a.frame.setNotice(lang.L("This project is open only to be read. What others change in it is shown."),
				control.NewTextButton(lang.L("Try to Write"),
					lang.L("Open it for writing, if nobody else does by now"), "", func() { a.reopen(p) }))
		}
		a.Warn(p.Warnings())
	}
}

func (a *App) enterProject(o *loadedProject) {
	p := o.project
	a.Project = p
	a.NextTurn()
	f := &follower{project: p, names: o.names, coder: o.lately.Coder}
	a.following = f
	a.unsubscribe = p.Subscribe(func(e store.Event) { a.follow(f, e, nil) })
	a.Window.SetTitle(windowTitle(p))
	if !p.IsPast() {
		a.Prefs.AddRecent(p.Path())
		a.Prefs.SetLast(p.Path())
	}
	a.Lately = o.lately
	a.SetNames(o.names)
}

// leaveProject takes the open project out of the window, keeps what is unfinished as drafts, and closes it beside the window when
// they are on disk.
func (a *App) leaveProject() {
	p := a.Project
	if p == nil {
		return
	}
	a.Withdraw()
	for _, v := range a.views {
		v.Leave()
	}
	a.OpenAgain = nil
	a.unsubscribe()
	a.Project = nil
	a.NextTurn()
	a.shut(p)
}

// shut closes a project that the window has left.
func (a *App) shut(p *store.Project) {
	a.Work.Close(words.Sentence("Closing %s…", p.Name()), func() func() {
		err := p.Close()
		return func() { a.closed(err) }
	})
}

// closed tells what went wrong while a project was closed. A window that is about to close stays for that.
func (a *App) closed(err error) {
	switch {
	case err == nil:
	case a.quitting:
		a.stays = true
		a.Post(&message.Message{Body: message.Prose(err.Error()), Yes: lang.L("Close"), Agreed: a.Window.Close})
	default:
		a.Complain(err)
	}
}

// reopen tries to open for writing a project that is only read.
func (a *App) reopen(p *store.Project) {
	path := p.Path()
	a.setProject(nil)
	a.openThen(path, nil, func() { a.openToRead(path) })
}

// windowTitle names the project, and says if it is only read.
func windowTitle(p *store.Project) string {
	if p.ReadOnly() {
		return words.Sentence("%s (only read) – Standpoint", p.Name())
	}
	return p.Name() + " – Standpoint"
}

// quit closes the window when everything is on disk; forms that are open are kept as drafts. The window can be seen, and says so,
// until then.
func (a *App) quit() {
	if a.quitting {
		return
	}
	a.Prefs.SetWindowSize(a.Window.Canvas().Size())
	a.quitting = true
	a.setProject(nil)
	a.Work.CancelAll()
	a.Work.Close(lang.L("Closing the window…"), func() func() {
		return func() {
			if !a.stays {
				a.Window.Close()
			}
		}
	})
}

// Close keeps what is unfinished as drafts, waits for what is being written, and closes the project. It is for a window that is
// not shown, or not any more.
func (a *App) Close() {
	a.quitting = true
	a.leaveProject()
	a.Work.Stop()
}

// restoreInPlace puts a backup in place of the open project, which is closed for it and opened again.
func (a *App) restoreInPlace(backup string) {
	path := a.Project.Path()
	a.setProject(nil)
	a.atDoor(lang.L("Restoring…"), func() background.Act {
		return func(ctx context.Context, _ func(done, total int)) func() {
			kept, err := store.RestoreInPlace(ctx, backup, path)
			told := func() { a.restored(kept, err) }
			return func() { a.openThen(path, told, told) }
		}
	})
}

// restored says what came of restoring a backup in place of the project.
func (a *App) restored(kept string, err error) {
	switch {
	case errors.Is(err, context.Canceled):
		a.Tell(lang.L("The backup was not restored; the project is as it was."))
	case err != nil:
		a.Complain(errors.Join(errors.New(lang.L("The backup was not restored; the project is as it was.")), err))
	default:
		a.Tell(words.Sentence("Restored. What was there is kept in %s.", kept))
	}
}
