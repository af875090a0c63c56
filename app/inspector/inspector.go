// Package inspector is the pages at the side of a text: the form of an annotation, details and text of the article, histories, and
// linking all places of a name. Of the view that shows the text it knows what [Reading] says.
package inspector

import (
	"context"
	"reflect"
	"slices"

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

// Inspector is the upper part of the side: the form of the annotation at hand,
// the details of the article, or the history of an annotation. It never covers
// the text.
type Inspector struct {
	desk    *desk.Desk
	reading Reading

	page       inspectorPage
	drafts     []form.Form     // of the open article
	unfinished *form.TextEdit  // of its text
	details    *form.Details   // of what is known of it, unfinished
	links      []form.LinkAll  // begun in it, unfinished; the newest first
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

// articlePage is a page that edits the article itself, or that was begun in it.
type articlePage interface {
	inspectorPage
	of() store.ID // the article
	keepDraft()   // what is filled in, until it is saved or dropped
	forget()      // the draft
	again()       // opens the page with the draft
	save()
}

// New makes an inspector that shows what there is to do at rest, beside a text.
func New(d *desk.Desk, r Reading) *Inspector {
	i := &Inspector{desk: d, reading: r, flow: control.NewFlow(8), waiting: func() {}, kept: map[string]bool{}}
	i.scroll = container.NewVScroll(container.New(layout.NewCustomPaddedLayout(control.PagePad, control.PagePad, control.PagePad,
		control.PagePad), i.flow))
	i.bottom = container.New(layout.NewCustomPaddedLayout(8, 8, control.PagePad, control.PagePad))
	i.frame = container.NewBorder(nil, i.bottom, nil, nil, i.scroll)
	i.content = container.NewStack(control.Backed(look.ColorPage, i.frame))
	i.Rest()
	return i
}

// Object is what it is drawn as.
func (i *Inspector) Object() fyne.CanvasObject { return i.content }

// HeightFor is the height in pixels that shows the whole page at a width.
func (i *Inspector) HeightFor(width float32) float32 {
	height := i.flow.HeightFor(width-2*control.PagePad) + 2*control.PagePad
	if i.bottom.Visible() {
		footer := i.bottom.Objects[0]
		footer.Resize(fyne.NewSize(width-2*control.PagePad, footer.MinSize().Height)) // its lines hang on the width
		height += i.bottom.MinSize().Height
	}
	return height
}

// turn shows another page.
func (i *Inspector) turn(p inspectorPage) {
	if p, linking := i.Linking(); linking {
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
func (i *Inspector) showPending() {
	page, ok := i.Form()
	if !ok || !i.dirty && page.Form.Annotation != (store.ID{}) {
		i.reading.ShowPending(nil)
		return
	}
	if page.Form.IsPlaced(i.reading.Body()) {
		i.reading.ShowPending(page.Form.Spans)
	} else {
		i.reading.ShowPending(nil)
	}
}

// resized makes room after the page grew or shrank.
func (i *Inspector) resized() {
	i.reading.Rearrange()
	i.frame.Refresh()
	i.scroll.Content.Refresh()
	i.scroll.Refresh()
}

// reveal scrolls as little as needed to show a field of the page whole.
func (i *Inspector) reveal(field fyne.CanvasObject) { control.Reveal(i.scroll, field) }

// unfolded makes room for the list of a field, and brings it into view.
func (i *Inspector) unfolded(field fyne.CanvasObject) func(bool) {
	return func(open bool) {
		i.desk.Unfolded(field, i.resized)
		if open {
			i.reveal(field)
		}
	}
}

// Form returns the page that holds a form, if one is shown.
func (i *Inspector) Form() (*FormPage, bool) {
	p, ok := i.page.(*FormPage)
	return p, ok
}

// Linking returns the page that lists places to link, if it is shown.
func (i *Inspector) Linking() (*LinkPage, bool) {
	p, ok := i.page.(*LinkPage)
	return p, ok
}

// Editing reports whether there is something to save or to leave.
func (i *Inspector) Editing() bool {
	_, resting := i.page.(*restPage)
	return !resting
}

// Rest shows what there is to do when nothing is being edited.
func (i *Inspector) Rest() {
	i.dirty = false
	i.turn(newRestPage(i))
}

// SetDrafts takes what was left unfinished of the open article.
func (i *Inspector) SetDrafts(forms []form.Form, edit *form.TextEdit, d *form.Details, links []form.LinkAll) {
	i.drafts, i.unfinished, i.details, i.links = forms, edit, d, links
	for _, f := range forms {
		i.kept[f.Draft] = true
	}
	for _, l := range links {
		i.kept[l.Draft] = true
	}
	i.Renew()
}

// Renew shows what became of the article, if nothing is being edited.
func (i *Inspector) Renew() {
	if _, resting := i.page.(*restPage); resting {
		i.Rest()
	}
}

// Begin opens a form for a new annotation of the selection.
func (i *Inspector) Begin(kind store.Kind) {
	body := i.reading.Body()
	if body == nil {
		return
	}
	i.KeepDraft()
	i.loading.Overtake() // what is being read to be shown comes too late now
	i.Edit(form.New(kind, i.reading.Article().ID, body, i.reading.Selection()), false)
	i.page.focus()
}

// Edit opens a form, and keeps what was filled in of the one that is left. A draft that is
// taken up again counts as changed.
func (i *Inspector) Edit(f form.Form, draft bool) {
	i.KeepDraft()
	i.dirty = draft
	i.turn(newFormPage(i, f))
	if draft {
		i.page.focus()
	}
	i.desk.RefreshMenu()
}

// Show opens the form of a saved annotation without taking the focus, unless a
// form is open that has been changed.
func (i *Inspector) Show(id store.ID) {
	desk.Query(i.desk, &i.loading, form.LoadIfThere(i.desk.Names, id), func(f form.Form) {
		if f.Annotation == (store.ID{}) { // deleted meanwhile, by Undo
			return
		}
		i.Edit(f, false)
	})
}

// Changed follows a write: the annotation that is shown may be another now, or
// gone.
func (i *Inspector) Changed(e store.Event) {
	p, ok := i.Form()
	if !ok || p.Form.Annotation == (store.ID{}) || !e.TouchesArticle(p.Form.Article) {
		return
	}
	desk.Query(i.desk, &i.loading, form.LoadIfThere(i.desk.Names, p.Form.Annotation), func(f form.Form) {
		switch deleted := f.Annotation == (store.ID{}); {
		case i.page != inspectorPage(p):
		case i.dirty:
			p.showDeleted(deleted)
		case deleted:
			i.Rest()
		default:
			i.Edit(f, false)
		}
	})
}

// touched is called by the form's fields when something was filled in.
func (i *Inspector) touched() {
	i.dirty = true
	i.waiting()
	i.waiting = i.desk.Work.Later(desk.DraftDelay, i.KeepDraft)
}

// settled is called when the open form is again as it was opened.
func (i *Inspector) settled() {
	i.waiting()
	i.dirty = false
	if page, ok := i.Form(); ok {
		i.dropDraft(page.Form)
	}
}

// KeepDraft writes the open form as a draft if it was changed.
func (i *Inspector) KeepDraft() {
	i.waiting()
	if !i.dirty || i.desk.Project == nil || i.desk.Project.ReadOnly() {
		return
	}
	if page, ok := i.page.(articlePage); ok {
		page.keepDraft()
		return
	}
	page, ok := i.Form()
	if !ok {
		return
	}
	page.Form.Typed = page.choosers.Typed()
	f, p := page.Form.Clone(), i.desk.Project
	if f.Annotation == (store.ID{}) && f.IsEmpty() && !page.Steps.CanTakeBack() {
		i.dropDraft(f)
		return
	}
	if slices.ContainsFunc(i.drafts, func(d form.Form) bool { return reflect.DeepEqual(d, f) }) {
		return // it is kept already
	}
	i.remember(f)
	i.desk.Work.Save(func(ctx context.Context) func() {
		err := form.SaveDraft(ctx, p, f)
		return func() { i.desk.Failed(err) }
	})
}

// remember puts a form at the head of the drafts.
func (i *Inspector) remember(f form.Form) {
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
func (i *Inspector) dropDraft(f form.Form) {
	if !i.kept[f.Draft] {
		return
	}
	delete(i.kept, f.Draft)
	i.drafts = without(i.drafts, f.Draft)
	p := i.desk.Project
	i.desk.Work.Save(func(ctx context.Context) func() {
		err := p.DropDraft(ctx, f.Article, f.Draft)
		return func() { i.desk.Failed(err) }
	})
}

// Save writes what is being edited and gives the focus back to the text.
func (i *Inspector) Save() {
	switch p := i.page.(type) {
	case *FormPage:
		i.saveForm(p)
	case articlePage:
		p.save()
	}
}

func (i *Inspector) saveForm(page *FormPage) {
	if !page.settle() {
		return
	}
	if err := page.Form.Check(); err != nil {
		page.showError(err)
		return
	}
	if page.saving {
		return
	}
	i.waiting()
	page.saving = true
	i.Write(page.Form, func(err error) {
		page.saving = false
		page.showError(err)
	})
}

// Write saves a form and picks what came of it; or tells what is wrong.
func (i *Inspector) Write(f form.Form, wrong func(error)) {
	body, page := i.reading.Body(), i.page
	var saved form.Saved
	i.desk.Do(f.Title(), func(b *store.Batch) error {
		var err error
		saved, err = f.Save(b, body)
		return err
	}, func(err error) {
		if err != nil {
			wrong(err)
			return
		}
		i.desk.Use(saved.Used)
		i.dropDraft(f)
		if i.page != page && i.isAtWork() { // on something that was begun meanwhile
			return
		}
		i.Rest()
		i.reading.Collapse()
		i.reading.PickSaved(saved.Annotation)
		i.reading.Focus()
	})
}

// isAtWork reports whether something is open that is not only shown: a form that is new
// or was changed, or another page.
func (i *Inspector) isAtWork() bool {
	switch page := i.page.(type) {
	case *restPage:
		return false
	case *FormPage:
		return i.dirty || page.Form.Annotation == (store.ID{})
	}
	return true
}

// GiveUp leaves the form and puts aside what was filled in; it leads back from a
// history.
func (i *Inspector) GiveUp() {
	changed := i.dirty
	i.KeepDraft()
	var open func()
	switch page := i.page.(type) {
	case *historyPage:
		page.back()
		return
	case *FormPage:
		if changed && i.kept[page.Form.Draft] {
			open = func() { i.takeUp(page) }
		}
	case articlePage:
		if changed {
			open = func() { i.atArticle(page.of(), page.again) }
		}
	}
	i.Rest()
	i.reading.Focus()
	if open != nil {
		i.desk.PutAside(open)
	}
}

// leave leaves the page when what it is for is done.
func (i *Inspector) leave() {
	if page, ok := i.page.(articlePage); ok {
		page.forget()
	}
	i.Rest()
	i.reading.Focus()
}

// takeUp opens a form again that was given up, as it was, in its article.
func (i *Inspector) takeUp(page *FormPage) {
	i.atArticle(page.Form.Article, func() {
		i.KeepDraft()
		i.dirty = true
		i.turn(page)
		i.page.focus()
		i.desk.RefreshMenu()
	})
}

// atArticle brings an article to the front and then does something there; of none, wherever one is.
func (i *Inspector) atArticle(id store.ID, then func()) {
	i.reading.ComeToFront()
	if id == (store.ID{}) {
		then()
		return
	}
	i.reading.OpenAt(id, then)
}

// EditSaved puts the focus into the form of a saved annotation.
func (i *Inspector) EditSaved(id store.ID) {
	if page, shown := i.Form(); shown && page.Form.Annotation == id {
		page.focus()
		return
	}
	desk.Query(i.desk, &i.loading, form.LoadIfThere(i.desk.Names, id), func(f form.Form) {
		if f.Annotation == (store.ID{}) {
			return
		}
		i.Edit(f, false)
		i.page.focus()
	})
}

// forget leaves the form of an annotation that was deleted, unless it holds what is not saved.
func (i *Inspector) forget(id store.ID) {
	if page, ok := i.Form(); ok && !i.dirty && page.Form.Annotation == id {
		i.dirty = false
		i.dropDraft(page.Form)
		i.Rest()
	}
}

// dropArticleDraft drops what was kept of an article under a key.
func (i *Inspector) dropArticleDraft(article store.ID, key string) {
	i.desk.Keep(func(ctx context.Context, p *store.Project) error { return p.DropDraft(ctx, article, key) })
}
