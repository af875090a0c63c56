package app

import (
	"fyne.io/fyne/v2/lang"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/message"
	"standpoint/app/names"
	"standpoint/app/words"
	"standpoint/store"
)

// present is the project that is open: how it comes into the window, and how it is left.
type present struct {
	*desk.Desk

	shown      shownProject
	tryToWrite func(*store.Project) // opens again for writing one that is only read
	watch      fileWatch

	unsubscribe func()
	past        string // the path of the project of which an earlier state is open, or ""
	quitting    bool   // the window closes when all that was open is closed
	stays       bool   // something went wrong meanwhile: the window closes when that has been read
}

// shownProject is the window, as far as it shows the open project.
type shownProject interface {
	opened()             // another project is open now, or none
	leave()              // the open one is about to be closed: what is unfinished is kept
	changed(store.Event) // something was written to it
	keepSize()           // the window is about to be closed: its size is remembered
	setNotice(why string, button *control.Button)
}

// setProject makes another project the open one, and closes the present one beside the window; nil opens none.
func (ps *present) setProject(o *loadedProject) {
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
	ps.past = ""
	ps.shown.opened()
	ps.sayIfOnlyRead()
	if p := ps.Project; p != nil {
		ps.Warn(p.Warnings())
	}
}

func (ps *present) enterProject(o *loadedProject) {
	p := o.project
	ps.Project = p
	ps.NextTurn()
	f := &follower{desk: ps.Desk, project: p, changed: ps.shown.changed, names: o.names, coder: o.lately.Coder}
	ps.unsubscribe = p.Subscribe(func(e store.Event) { f.follow(e, nil) })
	ps.watch.begin(f)
	ps.Window.SetTitle(windowTitle(p))
	if !p.IsPast() {
		ps.Prefs.AddRecent(p.Path())
		ps.Prefs.SetLast(p.Path())
	}
	ps.Lately = o.lately
	ps.SetNames(o.names)
}

// sayIfOnlyRead says above the views that the open project is only read, if it is.
func (ps *present) sayIfOnlyRead() {
	p := ps.Project
	if p == nil || !p.ReadOnly() {
		ps.shown.setNotice("", nil)
		return
	}
	ps.shown.setNotice(lang.L("This project is open only to be read. What others change in it is shown."),
		control.NewTextButton(lang.L("Try to Write"), lang.L("Open it for writing, if nobody else does by now"), "",
			func() { ps.tryToWrite(p) }))
}

// leaveProject takes the open project out of the window, keeps what is unfinished as drafts, and closes it beside the window when
// they are on disk.
func (ps *present) leaveProject() {
	p := ps.Project
	if p == nil {
		return
	}
	ps.Withdraw()
	ps.shown.leave()
	ps.OpenAgain = nil
	ps.unsubscribe()
	ps.watch.end()
	ps.Project = nil
	ps.NextTurn()
	ps.shut(p)
}

// shut closes a project that the window has left.
func (ps *present) shut(p *store.Project) {
	ps.Work.Close(words.Sentence("Closing %s…", p.Name()), func() func() {
		err := p.Close()
		return func() { ps.closed(err) }
	})
}

// closed tells what went wrong while a project was closed. A window that is about to close stays for that.
func (ps *present) closed(err error) {
	switch {
	case err == nil:
	case ps.quitting:
		ps.stays = true
		ps.Post(&message.Message{Body: message.Prose(err.Error()), Yes: lang.L("Close"), Agreed: ps.Window.Close})
	default:
		ps.Complain(err)
	}
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
func (ps *present) quit() {
	if ps.quitting {
		return
	}
	ps.shown.keepSize()
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
func (ps *present) Close() {
	ps.quitting = true
	ps.leaveProject()
	ps.Work.Stop()
}
