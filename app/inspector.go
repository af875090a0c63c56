package app

import (
	"context"
	"reflect"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"standpoint/app/background"
	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/form"
	"standpoint/app/look"
	"standpoint/store"
)

// inspector is the upper part of the side: the form of the annotation at hand,
// the details of the article, or the history of an annotation. It never covers
// the text.
type inspector struct {
	app     *desk.Desk
	reading Reading

	page       inspectorPage
	drafts     []form.Form     // of the open article
	unfinished *form.TextEdit  // of its text
	details    *form.Details   // of what is known of it, unfinished
	kept       map[string]bool // keys of the drafts that were ever kept or read
	dirty      bool            // the form was changed since it was opened or saved
	loading    background.Latest
	waiting    func() // cancels keeping the draft a moment after the last key

	flow    *control.Flow
	scroll  *container.Scroll
	bottom  *fyne.Container
	frame   *fyne.Container // the page over its footer
	content *fyne.Container
}

// inspectorPage is what the inspector shows at the moment.
type inspectorPage interface {
	objects() []fyne.CanvasObject
	footer() fyne.CanvasObject // stays in view while the rest scrolls; may be nil
	focus()
}

// articlePage is a page that edits the article itself.
type articlePage interface {
	inspectorPage
	of() store.ID // the article
	keepDraft()   // what is filled in, until it is saved or dropped
	forget()      // the draft
	again()       // opens the page with the draft
	save()
}

// draftDelay is how long after the last change a form is kept as a draft.
const draftDelay = 400 * time.Millisecond

func newInspector(d *desk.Desk, r Reading) *inspector {
	i := &inspector{app: d, reading: r, flow: control.NewFlow(8), waiting: func() {}, kept: map[string]bool{}}
	i.scroll = container.NewVScroll(container.New(layout.NewCustomPaddedLayout(control.PagePad, control.PagePad, control.PagePad, control.PagePad), i.flow))
	i.bottom = container.New(layout.NewCustomPaddedLayout(8, 8, control.PagePad, control.PagePad))
	i.frame = container.NewBorder(nil, i.bottom, nil, nil, i.scroll)
	i.content = container.NewStack(control.Backed(look.ColorPage, i.frame))
	i.rest()
	return i
}

func (i *inspector) object() fyne.CanvasObject { return i.content }

// heightFor is the height in pixels that shows the whole page at a width.
func (i *inspector) heightFor(width float32) float32 {
	height := i.flow.HeightFor(width-2*control.PagePad) + 2*control.PagePad
	if i.bottom.Visible() {
		height += i.bottom.MinSize().Height
	}
	return height
}

// turn shows another page.
func (i *inspector) turn(p inspectorPage) {
	if p, linking := i.linking(); linking {
		p.leave()
		i.reading.ShowAtLeft(nil)
	}
	i.page = p
	i.showPending()
	i.flow.SetObjects(p.objects()...)
	i.bottom.Objects = nil
	i.bottom.Hide()
	if footer := p.footer(); footer != nil {
		i.bottom.Objects = []fyne.CanvasObject{footer}
		i.bottom.Show()
	}
	i.scroll.ScrollToTop()
	i.resized()
}

// showPending shows in the text which words the open form is about, as long as
// it is not saved.
func (i *inspector) showPending() {
	page, ok := i.form()
	if !ok || !i.dirty && page.form.Annotation != (store.ID{}) {
		i.reading.ShowPending(nil)
		return
	}
	if page.form.IsPlaced(i.reading.Body()) {
		i.reading.ShowPending(page.form.Spans)
	} else {
		i.reading.ShowPending(nil)
	}
}

// resized makes room after the page grew or shrank.
func (i *inspector) resized() {
	i.reading.Rearrange()
	i.frame.Refresh()
	i.scroll.Content.Refresh()
	i.scroll.Refresh()
}

// reveal scrolls as little as needed to show a field of the page whole.
func (i *inspector) reveal(field fyne.CanvasObject) { control.Reveal(i.scroll, field) }

// unfolded makes room for the list of a field, and brings it into view.
func (i *inspector) unfolded(field fyne.CanvasObject) func(bool) {
	return func(open bool) {
		i.app.Unfolded(field, i.resized)
		if open {
			i.reveal(field)
		}
	}
}

// form returns the page that holds a form, if one is shown.
func (i *inspector) form() (*formPage, bool) {
	p, ok := i.page.(*formPage)
	return p, ok
}

// linking returns the page that lists places to link, if it is shown.
func (i *inspector) linking() (*linkPage, bool) {
	p, ok := i.page.(*linkPage)
	return p, ok
}

// Editing reports whether there is something to save or to leave.
func (i *inspector) Editing() bool {
	_, resting := i.page.(*restPage)
	return !resting
}

// rest shows what there is to do when nothing is being edited.
func (i *inspector) rest() {
	i.dirty = false
	i.turn(newRestPage(i))
}

// setDrafts takes what was left unfinished of the open article.
func (i *inspector) setDrafts(forms []form.Form, edit *form.TextEdit, d *form.Details) {
	i.drafts, i.unfinished, i.details = forms, edit, d
	for _, f := range forms {
		i.kept[f.Draft] = true
	}
	i.renew()
}

// renew shows what became of the article, if nothing is being edited.
func (i *inspector) renew() {
	if _, resting := i.page.(*restPage); resting {
		i.rest()
	}
}

// begin opens a form for a new annotation of the selection.
func (i *inspector) begin(kind store.Kind) {
	body := i.reading.Body()
	if body == nil {
		return
	}
	i.keepDraft()
	i.loading.Overtake() // what is being read to be shown comes too late now
	i.edit(form.New(kind, i.reading.Article().ID, body, i.reading.Selection()), false)
	i.page.focus()
}

// edit opens a form, and keeps what was filled in of the one that is left. A draft that is
// taken up again counts as changed.
func (i *inspector) edit(f form.Form, draft bool) {
	i.keepDraft()
	i.dirty = draft
	i.turn(newFormPage(i, f))
	if draft {
		i.page.focus()
	}
	i.app.RefreshMenu()
}

// show opens the form of a saved annotation without taking the focus, unless a
// form is open that has been changed.
func (i *inspector) show(id store.ID) {
	desk.Query(i.app, &i.loading, form.LoadIfThere(i.app.Names, id), func(f form.Form) {
		if f.Annotation == (store.ID{}) { // deleted meanwhile, by Undo
			return
		}
		i.edit(f, false)
	})
}

// changed follows a write: the annotation that is shown may be another now, or
// gone.
func (i *inspector) changed(e store.Event) {
	p, ok := i.form()
	if !ok || p.form.Annotation == (store.ID{}) || !e.TouchesArticle(p.form.Article) {
		return
	}
	desk.Query(i.app, &i.loading, form.LoadIfThere(i.app.Names, p.form.Annotation), func(f form.Form) {
		switch deleted := f.Annotation == (store.ID{}); {
		case i.page != inspectorPage(p):
		case i.dirty:
			p.showDeleted(deleted)
		case deleted:
			i.rest()
		default:
			i.edit(f, false)
		}
	})
}

// touched is called by the form's fields when something was filled in.
func (i *inspector) touched() {
	i.dirty = true
	i.waiting()
	i.waiting = i.app.Work.Later(draftDelay, i.keepDraft)
}

// settled is called when the open form is again as it was opened.
func (i *inspector) settled() {
	i.waiting()
	i.dirty = false
	if page, ok := i.form(); ok {
		i.dropDraft(page.form)
	}
}

// keepDraft writes the open form as a draft if it was changed.
func (i *inspector) keepDraft() {
	i.waiting()
	if !i.dirty || i.app.Project == nil || i.app.Project.ReadOnly() {
		return
	}
	if page, ok := i.page.(articlePage); ok {
		page.keepDraft()
		return
	}
	page, ok := i.form()
	if !ok {
		return
	}
	page.form.Typed = page.choosers.Typed()
	f, p := page.form.Clone(), i.app.Project
	if f.Annotation == (store.ID{}) && f.IsEmpty() && !page.steps.CanTakeBack() {
		i.dropDraft(f)
		return
	}
	if slices.ContainsFunc(i.drafts, func(d form.Form) bool { return reflect.DeepEqual(d, f) }) {
		return // it is kept already
	}
	i.remember(f)
	i.app.Work.Save(func(ctx context.Context) func() {
		err := form.SaveDraft(ctx, p, f)
		return func() { i.app.Failed(err) }
	})
}

// remember puts a form at the head of the drafts.
func (i *inspector) remember(f form.Form) {
	i.drafts = append([]form.Form{f}, without(i.drafts, f.Draft)...)
	i.kept[f.Draft] = true
}

func without(drafts []form.Form, key string) []form.Form {
	var rest []form.Form
	for _, d := range drafts {
		if d.Draft != key {
			rest = append(rest, d)
		}
	}
	return rest
}

// dropDraft forgets the draft of a form, if there is one.
func (i *inspector) dropDraft(f form.Form) {
	if !i.kept[f.Draft] {
		return
	}
	delete(i.kept, f.Draft)
	i.drafts = without(i.drafts, f.Draft)
	p := i.app.Project
	i.app.Work.Save(func(ctx context.Context) func() {
		err := p.DropDraft(ctx, f.Article, f.Draft)
		return func() { i.app.Failed(err) }
	})
}

// Save writes what is being edited and gives the focus back to the text.
func (i *inspector) Save() {
	switch p := i.page.(type) {
	case *formPage:
		i.saveForm(p)
	case *linkPage:
		p.link()
	case articlePage:
		p.save()
	}
}

func (i *inspector) saveForm(page *formPage) {
	if !page.settle() {
		return
	}
	if err := page.form.Check(); err != nil {
		page.showError(err)
		return
	}
	if page.saving {
		return
	}
	i.waiting()
	page.saving = true
	i.write(page.form, func(err error) {
		page.saving = false
		page.showError(err)
	})
}

// write saves a form and picks what came of it; or tells what is wrong.
func (i *inspector) write(f form.Form, wrong func(error)) {
	body, page := i.reading.Body(), i.page
	var saved form.Saved
	i.app.Do(f.Title(), func(b *store.Batch) error {
		var err error
		saved, err = f.Save(b, body)
		return err
	}, func(err error) {
		if err != nil {
			wrong(err)
			return
		}
		i.app.Use(saved.Used)
		i.dropDraft(f)
		if i.page != page && i.isAtWork() { // on something that was begun meanwhile
			return
		}
		i.rest()
		i.reading.Collapse()
		i.reading.PickSaved(saved.Annotation)
		i.reading.Focus()
	})
}

// isAtWork reports whether something is open that is not only shown: a form that is new
// or was changed, or another page.
func (i *inspector) isAtWork() bool {
	switch page := i.page.(type) {
	case *restPage:
		return false
	case *formPage:
		return i.dirty || page.form.Annotation == (store.ID{})
	}
	return true
}

// GiveUp leaves the form and puts aside what was filled in; it leads back from a
// history.
func (i *inspector) GiveUp() {
	changed := i.dirty
	i.keepDraft()
	var open func()
	switch page := i.page.(type) {
	case *historyPage:
		page.back()
		return
	case *formPage:
		if changed && i.kept[page.form.Draft] {
			open = func() { i.takeUp(page) }
		}
	case *linkPage:
		if page.touched {
			open = func() { i.linkAgain(page) }
		}
	case articlePage:
		if changed {
			open = func() { i.atArticle(page.of(), page.again) }
		}
	}
	i.rest()
	i.reading.Focus()
	if open != nil {
		i.app.PutAside(open)
	}
}

// leave leaves the page when what it is for is done.
func (i *inspector) leave() {
	if page, ok := i.page.(articlePage); ok {
		page.forget()
	}
	i.rest()
	i.reading.Focus()
}

// takeUp opens a form again that was given up, as it was, in its article.
func (i *inspector) takeUp(page *formPage) {
	i.atArticle(page.form.Article, func() {
		i.keepDraft()
		i.dirty = true
		i.turn(page)
		i.page.focus()
		i.app.RefreshMenu()
	})
}

// atArticle brings an article to the front and then does something there.
func (i *inspector) atArticle(id store.ID, then func()) {
	i.reading.ComeToFront()
	i.reading.OpenAt(id, then)
}

// editSaved puts the focus into the form of a saved annotation.
func (i *inspector) editSaved(id store.ID) {
	if page, shown := i.form(); shown && page.form.Annotation == id {
		page.focus()
		return
	}
	desk.Query(i.app, &i.loading, form.LoadIfThere(i.app.Names, id), func(f form.Form) {
		if f.Annotation == (store.ID{}) {
			return
		}
		i.edit(f, false)
		i.page.focus()
	})
}

// forget leaves the form of an annotation that was deleted, unless it holds what is not saved.
func (i *inspector) forget(id store.ID) {
	if page, ok := i.form(); ok && !i.dirty && page.form.Annotation == id {
		i.dirty = false
		i.dropDraft(page.form)
		i.rest()
	}
}

// dropArticleDraft drops what was kept of an article under a key.
func (i *inspector) dropArticleDraft(article store.ID, key string) {
	i.app.Keep(func(ctx context.Context, p *store.Project) error { return p.DropDraft(ctx, article, key) })
}
