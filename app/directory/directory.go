// Package directory is the view of all actors, and that of all issues: a list, the record of the one that is open, and its form.
package directory

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/background"
	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/form"
	"standpoint/app/look"
	"standpoint/app/names"
	"standpoint/store"
)

// Directory is the view of all actors, or of all issues: a list at the left, the
// record of the one that is open in the middle, its form at the right. What sets
// the two apart is in their subject.
type Directory struct {
	desk    *desk.Desk
	subject subject
	words   subjectWords

	list    *listPart
	record  *recordPart
	side    *formPart
	content *fyne.Container

	open     store.ID // zero: none, or a new one
	creating bool     // the form is of a new one
	loading  background.Latest
	behind   bool                      // the project changed while the view was not in front
	unsaved  map[store.ID][]entryDraft // what was left unfinished, by what it is of; of new ones by the zero ID
}

// subject is what a directory is of: actors or issues.
type subject interface {
	entity() store.Entity
	words() subjectWords
	items(query string) []control.Item // all of them, for picking
	rows(context.Context, *store.Project, listQuery) ([]listRow, int, error)
	rank(context.Context, *store.Project, listQuery, store.ID) (int, error) // the index of its row; -1 if it is not listed
	load(context.Context, *store.Project, store.ID) (profile, error)        // an error with CodeNotFound if it is gone
	facts(profile) []string                                                 // what stands under the name
	complete(*form.Entry, names.Names)                                      // fills in names that are known only by id
	fields(*entryForm) (upper, lower []fyne.CanvasObject)                   // between name and description
	takePending(*entryForm)                                                 // takes what was typed and not picked
	save(b *store.Batch, id store.ID, before, after form.Entry) (store.ID, error)
	commands(*Directory) []desk.Command
	name(store.ID) string // "" if there is none
}

// subjectWords are the texts that name a subject, translated.
type subjectWords struct {
	one, find, kinds                        string          // the form's heading, the search field, the filter of kinds ("" for none)
	create, createNamed                     string          // "New actor", "New actor “%s”"
	none, noneFound, noneSuch               string          // an empty list: of all, of a name “%s”, of a kind
	choose, quiet                           string          // nothing open, an empty record
	add, edit, delete, merge                store.TitleCode // of actions
	unfinished                              string          // a form that was left
	mergedInto, mergedUnused                string          // what a merge will do, of one that is in use, and of one that is not
	handedOver                              string          // what deleting with another in its place will do
	left                                    string          // what deleting without another in its place will do
	newCommand, mergeCommand, deleteCommand string          // as they stand in the menu
	newKey                                  fyne.KeyName    // with Ctrl and Shift
	count                                   func(n int) string
}

// profile is all that is known of one actor or issue.
type profile struct {
	id     store.ID
	entry  form.Entry
	usage  usage
	notes  []codedNote
	extent store.Extent
	drafts []entryDraft // as they were when it was read
}

// usage is how many annotations name an actor or issue, by their part in them.
type usage struct{ mentions, statements, positions, carried, addressed, targeted int }

// codedNote is a note and who wrote it.
type codedNote struct {
	coder string
	text  string
}

func newDirectory(at *desk.Desk, s subject) *Directory {
	d := &Directory{desk: at, subject: s, words: s.words(), unsaved: map[store.ID][]entryDraft{}}
	d.list = newListPart(d)
	d.record = newRecordPart(d)
	d.side = newFormPart(d)
	d.content = container.New(&control.Columns{Left: 290, Right: 356},
		control.Backed(look.ColorPanel, d.list.object()),
		container.NewBorder(nil, nil, control.Line(), control.Line(), control.Backed(look.ColorPage, d.record.object())),
		control.Backed(look.ColorForm, d.side.object()),
	)
	return d
}

// Object is what the window shows of the view.
func (d *Directory) Object() fyne.CanvasObject { return d.content }

// Hints are the keys that the status line names while the view is in front.
func (d *Directory) Hints() []desk.Hint {
	return []desk.Hint{
		{Key: desk.KeyFilter, Does: lang.L("find")},
		{Key: desk.KeyEdit, Does: lang.L("edit")},
		{Key: desk.KeySave, Does: lang.L("save")},
		{Key: desk.KeyMerge, Does: lang.L("merge")},
		{Key: desk.KeyDelete, Does: lang.L("delete")},
		{Key: desk.KeyUndo, Does: lang.L("undo")},
	}
}

// Opened begins anew with another project.
func (d *Directory) Opened() {
	d.unsaved = map[store.ID][]entryDraft{}
	d.list.clear()
	d.close()
	d.behind = true
	d.catchUp()
}

// Changed follows a write. Counts depend on nearly everything, so all is read
// anew; while the view is not in front that waits.
func (d *Directory) Changed(store.Event) {
	d.behind = true
	d.catchUp()
}

// Shown puts the focus into the list.
func (d *Directory) Shown() {
	d.catchUp()
	d.list.focus()
}

func (d *Directory) catchUp() {
	if !d.behind || !d.desk.IsInFront(d) {
		return
	}
	d.behind = false
	d.list.reload()
	if d.open != (store.ID{}) {
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
	d.show(p.ID)
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
	d.start(func() {
		d.side.form.entry.Name = name
		d.side.fill()
	})
}

// start opens the form of a new one and then does something with it.
func (d *Directory) start(then func()) {
	if d.desk.Project == nil || d.desk.Project.ReadOnly() {
		return
	}
	d.desk.Show(d)
	d.Leave()
	d.open, d.creating = store.ID{}, true
	desk.Query(d.desk, &d.loading, func(ctx context.Context, p *store.Project) ([]entryDraft, error) {
		return d.loadDrafts(ctx, p, store.ID{})
	}, func(drafts []entryDraft) {
		d.know(store.ID{}, drafts)
		d.list.mark(store.ID{})
		d.record.showNew(d.words.create)
		d.side.show(profile{})
		then()
		d.side.focus()
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
		d.subject.complete(&found.entry, d.desk.Names)
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
	if found.notes, found.entry.Note, err = loadNotes(ctx, p, e, id); err != nil {
		return nil, err
	}
	found.drafts, err = d.loadDrafts(ctx, p, id)
	return &found, err
}

// loadNotes returns the notes of all coders on a row, and the text of the
// project's coder's own.
func loadNotes(ctx context.Context, p *store.Project, e store.Entity, id store.ID) (all []codedNote, own string, err error) {
	list, err := p.Notes(ctx, e, id)
	if err != nil || len(list) == 0 {
		return nil, "", err
	}
	coders, err := p.Coders(ctx)
	if err != nil {
		return nil, "", err
	}
	for _, n := range list {
		note := codedNote{text: n.Text}
		for _, c := range coders {
			if c.ID == n.Coder {
				note.coder = c.Name
			}
		}
		if n.Coder == p.Coder().ID {
			own, note.coder = n.Text, lang.L("you")
		}
		all = append(all, note)
	}
	return all, own, nil
}

func (d *Directory) display(p profile) {
	d.know(p.id, p.drafts)
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

// Editing reports whether the form of one is open.
func (d *Directory) Editing() bool { return d.side.form != nil }

// Save saves what is filled in.
func (d *Directory) Save() { d.side.save() }

// GiveUp closes what is asked, else puts aside what is filled in.
func (d *Directory) GiveUp() { d.side.giveUp() }
