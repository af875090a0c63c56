// Package directory is the view of all actors, and that of all issues: a list, the record of the one that is open, and its form.
package directory

import (
	"context"

	"fyne.io/fyne/v2"

	"standpoint/app/background"
	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/look"
	"standpoint/store"
)

// Directory is the view of all actors, or of all issues: a list at the left, the
// record of the one that is open in the middle, its form at the right. What sets
// the two apart is in their subject.
type Directory struct {
	desk    *desk.Desk
	subject subject
	words   subjectWords
	drafts  *drafts

	list   *listPart
	record *recordPart
	side   *sidePart
	panes  *control.Panes

	open     store.ID // zero: none, or a new one
	creating bool     // the form is of a new one
	loading  background.Latest
	behind   bool // the project changed while the view was not in front
}

// NewActors makes the view of all actors.
func NewActors(d *desk.Desk) *Directory { return newDirectory(d, actorSubject{d}) }

// NewIssues makes the view of all issues.
func NewIssues(d *desk.Desk) *Directory { return newDirectory(d, issueSubject{d}) }

func newDirectory(at *desk.Desk, s subject) *Directory {
	d := &Directory{desk: at, subject: s, words: s.words(), drafts: newDrafts(at, s.entity())}
	d.loading.Rank = background.Awaited
	d.list = newListPart(at, s, d)
	d.record = newRecordPart(at, s)
	d.side = newSidePart(at, s, d.drafts, d)
	d.panes = at.NewPanes(string(s.entity()),
		control.Backed(look.ColorPanel, d.list.object()),
		control.Backed(look.ColorPage, d.record.object()),
		control.Backed(look.ColorForm, d.side.object()),
		[...]float32{control.Left: 290, control.Right: 356}, control.Left)
	return d
}

// Object is what the window shows of the view.
func (d *Directory) Object() fyne.CanvasObject { return d.panes }

// Panes are the list, the record and the form.
func (d *Directory) Panes() *control.Panes { return d.panes }

// Opened begins anew with another project.
func (d *Directory) Opened() {
	d.drafts.forget()
	d.list.clear()
	d.close()
	d.behind = true
	d.catchUp()
}

// Changed follows a write. Counts depend on nearly everything, so all is read
// anew; while the view is not in front that waits.
func (d *Directory) Changed(e store.Event) {
	if desk.TouchesScopes(e) {
		d.list.scope.Renew()
	}
	d.behind = true
	d.catchUp()
}

// Shown puts the focus into the list.
func (d *Directory) Shown() {
	d.catchUp()
	d.focusList()
}

func (d *Directory) catchUp() {
	if !d.behind || !d.desk.IsInFront(d) {
		return
	}
	d.behind = false
	d.list.reload()
	if d.hasOpen() {
		d.load(d.open, d.refresh)
	}
}

// show brings the view to the front with one actor or issue.
func (d *Directory) show(id store.ID) {
	d.desk.Show(d)
	d.pick(id)
	d.list.reveal(id)
}

// GoTo opens an actor or issue, if the directory is of such.
func (d *Directory) GoTo(p desk.Place) bool {
	if p.Entity != d.subject.entity() || p.Article != (store.ID{}) {
		return false
	}
	if !p.Idle || d.open == (store.ID{}) {
		d.show(p.ID)
	}
	return true
}

// pick opens one actor or issue.
func (d *Directory) pick(id store.ID) {
	d.Leave()
	d.open, d.creating = id, false
	d.load(id, d.display)
}

// PickFirst opens the first of the list.
func (d *Directory) PickFirst() {
	if row, ok := d.list.rows.Row(0); ok {
		d.pick(row.id)
		d.list.mark(row.id)
	}
}

// begin opens the form of a new one. Others that were left unfinished are offered.
func (d *Directory) begin(name string) {
	d.start(func() { d.side.showNew(name) })
}

// start leaves what is open and then opens the form of a new one by show.
func (d *Directory) start(show func()) {
	if !d.desk.CanWrite() {
		return
	}
	d.desk.Show(d)
	d.Leave()
	d.open, d.creating = store.ID{}, true
	desk.Query(d.desk, &d.loading, func(ctx context.Context, p *store.Project) ([]particularsDraft, error) {
		return d.drafts.load(ctx, p, store.ID{})
	}, func(read []particularsDraft) {
		d.drafts.know(store.ID{}, read)
		d.list.mark(store.ID{})
		d.record.showNew(d.words.create)
		show()
	})
}

// openAgain opens a form again that was given up.
func (d *Directory) openAgain(id store.ID, draft particularsDraft) {
	d.desk.Show(d)
	if id == (store.ID{}) {
		d.start(func() {
			d.side.show(profile{})
			d.side.takeUp(draft)
		})
		return
	}
	d.Leave()
	d.open, d.creating = id, false
	d.load(id, func(p profile) {
		d.display(p)
		d.side.takeUp(draft)
	})
}

// load reads a profile beside the window. One that is gone is left.
func (d *Directory) load(id store.ID, show func(profile)) {
	desk.Query(d.desk, &d.loading, func(ctx context.Context, p *store.Project) (*profile, error) {
		found, err := d.loadProfile(ctx, p, id)
		if store.CodeOf(err) == store.CodeNotFound {
			return nil, nil
		}
		return found, err
	}, func(found *profile) {
		if found == nil {
			d.gone()
			return
		}
		d.subject.complete(&found.particulars, d.desk.Names)
		show(*found)
	})
}

func (d *Directory) loadProfile(ctx context.Context, p *store.Project, id store.ID) (*profile, error) {
	found, err := d.subject.load(ctx, p, id)
	if err != nil {
		return nil, err
	}
	e := d.subject.entity()
	if found.extent, err = p.Extent(ctx, e, id); err != nil {
		return nil, err
	}
	if e == store.EntityActor {
		if found.named, err = p.MentionExtent(ctx, id); err != nil {
			return nil, err
		}
	}
	if found.notes, found.particulars.Note, err = loadNotes(ctx, p, e, id); err != nil {
		return nil, err
	}
	found.drafts, err = d.drafts.load(ctx, p, id)
	return &found, err
}

func (d *Directory) display(p profile) {
	d.drafts.know(p.id, p.drafts)
	d.list.mark(p.id)
	d.record.show(p)
	d.side.show(p)
	d.desk.RefreshMenu()
}

// refresh shows what was changed of the open one. A form that is being filled in
// stays as it is.
func (d *Directory) refresh(p profile) {
	d.record.show(p)
	d.side.refresh(p)
	d.desk.RefreshMenu()
}

// gone leaves an actor or issue that was deleted, merged or taken back.
func (d *Directory) gone() {
	d.Leave()
	d.close()
	d.list.reload()
}

// close shows that nothing is open.
func (d *Directory) close() {
	d.open, d.creating = store.ID{}, false
	d.record.clear()
	d.side.clear()
	d.list.mark(store.ID{})
	d.desk.RefreshMenu()
}

// Leave keeps what is filled in before another one is shown.
func (d *Directory) Leave() { d.side.keepDraft() }

func (d *Directory) hasOpen() bool { return d.open != store.ID{} }

// isOpen reports whether that one is open.
func (d *Directory) isOpen(id store.ID) bool { return d.open == id }

// isIdle reports whether none is open, nor the form of a new one.
func (d *Directory) isIdle() bool { return !d.hasOpen() && !d.creating }

func (d *Directory) focusForm() { d.side.focus() }

// focusList gives the keyboard to the list. In a narrow window the form goes.
func (d *Directory) focusList() {
	d.panes.Need(control.Right, false)
	d.list.focus()
}

// useForm shows the form, though the window may be narrow, as something is filled in.
func (d *Directory) useForm() { d.panes.Need(control.Right, true) }

// saved opens what was saved, and gives the keyboard to the list.
func (d *Directory) saved(id store.ID) {
	d.pick(id)
	d.list.mark(id)
	d.focusList()
}

// merged opens the one into which another was merged.
func (d *Directory) merged(into store.ID) { d.show(into) }

// gaveUpNew opens the one that was open before the form of a new one, or one near it.
func (d *Directory) gaveUpNew() {
	d.close()
	d.list.openNear()
}

// Editing reports whether the form of one is open.
func (d *Directory) Editing() bool { return d.side.form != nil }

// HasUnsaved reports whether something is filled in that is not saved.
func (d *Directory) HasUnsaved() bool { return d.side.form != nil && d.side.form.isChanged() }

// Save saves what is filled in.
func (d *Directory) Save() { d.side.save() }

// GiveUp closes what is asked, else puts aside what is filled in.
func (d *Directory) GiveUp() { d.side.giveUp() }
