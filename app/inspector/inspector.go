// Package inspector is the pages at the side of a text: the form of an annotation, details and text of the article, histories, and
// linking all places of a name. Of the view that shows the text it knows what [Reading] says.
//
// A page knows the stage that shows it, and no other page; the stage knows of a page what page.go says. Here is which page leads to which.
package inspector

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/form"
	"standpoint/app/suggest"
	"standpoint/app/words"
	"standpoint/store"
)

// Inspector is the upper part of the side: the form of the annotation at hand,
// the details of the article, or the history of an annotation. It never covers
// the text.
type Inspector struct{ *stage }

// New makes an inspector that shows what there is to do at rest, beside a text.
func New(d *desk.Desk, r Reading) *Inspector {
	i := &Inspector{newFrame(d, r)}
	go suggest.Prepare()
	i.rest = &restPage{stage: i.stage, cards: i.cards}
	i.Rest()
	return i
}

// SetDrafts takes what was left unfinished of the open article.
func (i *Inspector) SetDrafts(d form.Drafts) {
	i.drafts.set(d)
	i.prepare()
	i.Renew()
}

// cards offer what was left unfinished of the open article.
func (i *Inspector) cards() []fyne.CanvasObject {
	article, d := i.reading.Article().ID, i.drafts
	var cards []fyne.CanvasObject
	for _, f := range d.forms {
		cards = append(cards, i.draftCard(f))
	}
	if d.text != nil {
		cards = append(cards, control.NewDraftCard(lang.L("Unfinished edit of the text"), d.text.Text, i.ShowText,
			func() { d.dropText(article); i.Renew() }))
	}
	if d.details != nil {
		cards = append(cards, control.NewDraftCard(lang.L("Unfinished details of the article"), d.details.Title, i.ShowDetails,
			func() { d.dropDetails(article); i.Renew() }))
	}
	for _, l := range d.links {
		cards = append(cards, control.NewDraftCard(lang.L("Unfinished linking of all places"), l.Names, func() { i.takeUpLink(l) },
			func() { d.dropLink(article, l.Draft); i.Renew() }))
	}
	return cards
}

// draftCard offers a form that was left unfinished.
func (i *Inspector) draftCard(f form.Form) fyne.CanvasObject {
	return control.NewDraftCard(words.KindUnfinished(f.Kind), f.WordsIn(i.reading.Body()), func() { i.edit(f, true) }, func() {
		i.drafts.dropForm(f)
		if page, ok := i.form(); ok {
			page.rebuild()
		}
		i.Renew()
	})
}

// form returns the page that holds a form, if one is shown.
func (i *Inspector) form() (*formPage, bool) {
	p, ok := i.page.(*formPage)
	return p, ok
}

// Annotation is the saved annotation whose form is shown; zero if none is.
func (i *Inspector) Annotation() store.ID {
	if p, ok := i.form(); ok {
		return p.form.Annotation
	}
	return store.ID{}
}

// Begin opens a form for a new annotation of the selection.
func (i *Inspector) Begin(kind store.Kind) {
	body := i.reading.Body()
	if body == nil {
		return
	}
	i.KeepDraft()
	i.loading.Overtake() // what is being read to be shown comes too late now
	f := form.New(kind, i.reading.Article().ID, body, i.reading.Selection())
	i.guess(&f)
	i.edit(f, false)
	i.focusPage()
}

// EditProposed opens a form for a new annotation that is filled already.
func (i *Inspector) EditProposed(f form.Form) {
	if i.reading.Body() == nil {
		return
	}
	i.loading.Overtake() // what is being read to be shown comes too late now
	i.edit(f, false)
	i.focusPage()
}

// edit opens a form, and keeps what was filled in of the one that is left. A draft that is
// taken up again counts as changed.
func (i *Inspector) edit(f form.Form, draft bool) {
	i.KeepDraft()
	i.dirty = draft
	i.turn(newFormPage(i.stage, i, f))
	if draft {
		i.focusPage()
	}
	i.desk.RefreshMenu()
}

// Show opens the form of a saved annotation without taking the focus, unless a
// form is open that has been changed.
func (i *Inspector) Show(id store.ID) { i.load(id, func(f form.Form) { i.edit(f, false) }) }

// EditSaved puts the focus into the form of a saved annotation.
func (i *Inspector) EditSaved(id store.ID) {
	if _, shown := i.formOf(id); shown {
		i.focusPage()
		return
	}
	i.load(id, func(f form.Form) {
		i.edit(f, false)
		i.focusPage()
	})
}

// load reads the form of a saved annotation, unless that was deleted meanwhile, by Undo.
func (i *Inspector) load(id store.ID, then func(form.Form)) {
	desk.Query(i.desk, &i.loading, form.LoadIfThere(i.desk.Names, id), func(f form.Form) {
		if f.Annotation != (store.ID{}) {
			then(f)
		}
	})
}

// ShowHistory turns to the history of an annotation, which leads back to its form.
func (i *Inspector) ShowHistory(entity store.Entity, id store.ID) {
	i.showHistory(entity, id, func() { i.Show(id) })
}

// Changed follows a write: the annotation that is shown may be another now, or
// gone.
func (i *Inspector) Changed(e store.Event) {
	if _, shown := i.page.(*proposalsPage); shown && (e.Touches(store.EntityDecision) || e.Touches(store.EntityAnnotation)) {
		i.showProposals(false)
		return
	}
	p, ok := i.form()
	if !ok || p.form.Annotation == (store.ID{}) || !e.TouchesArticle(p.form.Article) {
		return
	}
	desk.Query(i.desk, &i.loading, form.LoadIfThere(i.desk.Names, p.form.Annotation), func(f form.Form) {
		switch deleted := f.Annotation == (store.ID{}); {
		case i.page != page(p):
		case i.dirty:
			p.showDeleted(deleted)
		case deleted:
			i.Rest()
		default:
			i.edit(f, false)
		}
	})
}

// formOf returns the page that holds the form of a saved annotation, if it is shown.
func (i *Inspector) formOf(id store.ID) (*formPage, bool) {
	p, ok := i.form()
	return p, ok && p.form.Annotation == id
}
