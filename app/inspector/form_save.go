package inspector

import (
	"standpoint/app/desk"
	"standpoint/app/form"
	"standpoint/store"
	"standpoint/store/text"
)

var (
	_ workPage = (*formPage)(nil) // what is filled in is kept with the article
	_ marking  = (*formPage)(nil)
	_ looker   = (*formPage)(nil)
)

func (p *formPage) of() store.ID { return p.form.Article }

// isAtWork reports whether the form is new or was changed: else it is only shown.
func (p *formPage) isAtWork() bool { return p.stage.dirty || p.form.Annotation == (store.ID{}) }

// pending are the words of the form, as long as they are not saved.
func (p *formPage) pending() []text.Span {
	if !p.isAtWork() {
		return nil
	}
	return p.spans()
}

// spans are those of the form, if they are of the text in front.
func (p *formPage) spans() []text.Span {
	if !p.form.IsPlaced(p.stage.reading.Body()) {
		return nil
	}
	return p.form.Spans
}

// keepDraft keeps the form as it is, or drops its draft if nothing is filled in.
func (p *formPage) keepDraft() {
	p.form.Typed = p.choosers.Typed()
	f := p.form.Clone()
	if f.Annotation == (store.ID{}) && f.IsEmpty() && !p.steps.CanTakeBack() {
		p.stage.drafts.dropForm(f)
		return
	}
	p.stage.drafts.keepForm(f)
}

func (p *formPage) forget() { p.stage.drafts.dropForm(p.form) }

// again opens the form as it was, if something of it is kept.
func (p *formPage) again() func() {
	if !p.stage.drafts.kept[p.form.Draft] {
		return nil
	}
	return func() { p.stage.open(p, true) }
}

func (p *formPage) save() {
	if !p.settle() {
		return
	}
	p.stage.desk.Dated(&p.form.On)
	if err := p.form.Check(); err != nil {
		p.showError(err)
		return
	}
	if p.saving {
		return
	}
	p.stage.waiting()
	p.saving = true
	p.stage.Write(p.form, func(err error) {
		p.saving = false
		p.showError(err)
	})
}

// Write saves a form and picks what came of it; or tells what is wrong. What is typed meanwhile is for the text as it is then.
func (f *stage) Write(values form.Form, wrong func(error)) {
	body, page := f.reading.Body(), f.page
	var saved form.Saved
	f.writeHolding(values.Title(), func(b *store.Batch) error {
		var err error
		saved, err = values.Save(b, body)
		return err
	}, func(err error, typing *desk.Hold) {
		if err != nil {
			wrong(err)
			return
		}
		f.desk.Use(saved.Used)
		f.made(values)
		f.drafts.dropForm(values)
		if f.page != page && f.IsAtWork() { // on something that was begun meanwhile
			typing.Type()
			return
		}
		f.turnToRest()
		f.reading.LingerAtSide()
		f.reading.Collapse()
		f.reading.Focus()
		f.reading.PickSaved(saved.Annotation, typing)
	})
}

// write is desk.Do for what a page has to save. What is typed meanwhile is for the text, to which done leads back.
func (f *stage) write(title store.Title, write func(*store.Batch) error, done func(error)) {
	f.writeHolding(title, write, func(err error, typing *desk.Hold) {
		done(err)
		typing.Type()
	})
}

// writeHolding is write for a page that says itself when the text is ready for what was typed. If nothing was written, the keyboard is
// again where it was, and what was typed is forgotten.
func (f *stage) writeHolding(title store.Title, write func(*store.Batch) error, done func(error, *desk.Hold)) {
	focused := f.desk.Window.Canvas().Focused()
	typing := f.reading.HoldTyping()
	f.desk.Do(title, write, func(err error) {
		if err != nil {
			f.desk.Window.Canvas().Focus(focused)
			typing.Drop()
		}
		done(err, typing)
	})
}
