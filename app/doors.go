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
func (ps *projects) setProject(o *loadedProject) {
	ps.leaveProject()
	switch {
	case o == nil:
		ps.Window.SetTitle("Standpoint")
		ps.Lately = names.Used{}
		ps.SetNames(names.Names{})
	case ps.quitting: // it was being opened when somebody asked for that
		ps.shut(o.project)
		return
	default:
		ps.enterProject(o)
	}
	ps.shown.opened()
	ps.backups.backUpIfDue()
	ps.past, ps.lost = "", false
	ps.lookOn()
	ps.shown.setNotice("", nil)
	if p := ps.Project; p != nil {
		if p.ReadOnly() {
			ps.shown.setNotice(lang.L("This project is open only to be read. What others change in it is shown."),
				control.NewTextButton(lang.L("Try to Write"),
					lang.L("Open it for writing, if nobody else does by now"), "", func() { ps.reopen(p) }))
		}
		ps.Warn(p.Warnings())
	}
}

func (ps *projects) enterProject(o *loadedProject) {
	p := o.project
	ps.Project = p
	ps.NextTurn()
	f := &follower{project: p, names: o.names, coder: o.lately.Coder}
	ps.following = f
	ps.unsubscribe = p.Subscribe(func(e store.Event) { ps.follow(f, e, nil) })
	ps.Window.SetTitle(windowTitle(p))
	if !p.IsPast() {
		ps.Prefs.AddRecent(p.Path())
		ps.Prefs.SetLast(p.Path())
	}
	ps.Lately = o.lately
	ps.SetNames(o.names)
}

// leaveProject takes the open project out of the window, keeps what is unfinished as drafts, and closes it beside the window when
// they are on disk.
func (ps *projects) leaveProject() {
	p := ps.Project
	if p == nil {
		return
	}
	ps.Withdraw()
	ps.shown.leave()
	ps.OpenAgain = nil
	ps.unsubscribe()
	ps.Project = nil
	ps.NextTurn()
	ps.shut(p)
}

// shut closes a project that the window has left.
func (ps *projects) shut(p *store.Project) {
	ps.Work.Close(words.Sentence("Closing %s…", p.Name()), func() func() {
		err := p.Close()
		return func() { ps.closed(err) }
	})
}

// closed tells what went wrong while a project was closed. A window that is about to close stays for that.
func (ps *projects) closed(err error) {
	switch {
	case err == nil:
	case ps.quitting:
		ps.stays = true
		ps.Post(&message.Message{Body: message.Prose(err.Error()), Yes: lang.L("Close"), Agreed: ps.Window.Close})
	default:
		ps.Complain(err)
	}
}

// reopen tries to open for writing a project that is only read.
func (ps *projects) reopen(p *store.Project) {
	path := p.Path()
	ps.setProject(nil)
	ps.openThen(path, nil, func() { ps.openToRead(path) })
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
func (ps *projects) quit() {
	if ps.quitting {
		return
	}
	ps.Prefs.SetWindowSize(ps.Window.Canvas().Size())
	ps.quitting = true
	ps.setProject(nil)
	ps.Work.CancelAll()
	ps.Work.Close(lang.L("Closing the window…"), func() func() {
		return func() {
			if !ps.stays {
				ps.Window.Close()
			}
		}
	})
}

// Close keeps what is unfinished as drafts, waits for what is being written, and closes the project. It is for a window that is
// not shown, or not any more.
func (ps *projects) Close() {
	ps.quitting = true
	ps.leaveProject()
	ps.Work.Stop()
}

// restoreInPlace puts a backup in place of the open project, which is closed for it and opened again.
func (ps *projects) restoreInPlace(backup string) {
	path := ps.Project.Path()
	ps.setProject(nil)
	ps.atDoor(lang.L("Restoring…"), func() background.Act {
		return func(ctx context.Context, _ func(done, total int)) func() {
			kept, err := store.RestoreInPlace(ctx, backup, path)
			told := func() { ps.restored(kept, err) }
			return func() { ps.openThen(path, told, told) }
		}
	})
}

// restored says what came of restoring a backup in place of the project.
func (ps *projects) restored(kept string, err error) {
	switch {
	case errors.Is(err, context.Canceled):
		ps.Tell(lang.L("The backup was not restored; the project is as it was."))
	case err != nil:
		ps.Complain(errors.Join(errors.New(lang.L("The backup was not restored; the project is as it was.")), err))
	default:
		ps.Tell(words.Sentence("Restored. What was there is kept in %s.", kept))
	}
}
