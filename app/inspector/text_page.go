package inspector

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/form"
	"standpoint/app/words"
	"standpoint/store"
	"standpoint/store/text"
)

// textPage edits the paragraph at the caret, or those that are selected.
type textPage struct {
	stage     *stage
	article   store.ID
	body      *text.Body
	was, now  form.TextEdit
	overtaken string // what stands there now, if it was changed after the edit was begun
	field     *control.Field
}

// ShowText turns the inspector to the text at the caret, or to the edit of it
// that was left unfinished.
func (f *stage) ShowText() {
	body := f.reading.Body()
	if body == nil {
		return
	}
	article, edit := f.reading.Article().ID, form.EditOf(body, f.reading.Selection())
	var unsaved *form.TextEdit
	if p, ok := f.page.(*textPage); ok && p.article == article && p.now != p.was {
		unsaved = &p.now
	}
	f.KeepDraft()
	if unsaved == nil {
		unsaved = f.drafts.text
	}
	desk.Query(f.desk, &f.loading, func(ctx context.Context, p *store.Project) (*textPage, error) {
		page := &textPage{stage: f, article: article, body: body, was: edit, now: edit}
		if unsaved == nil {
			return page, nil
		}
		return page, page.takeUp(ctx, p, *unsaved)
	}, func(page *textPage) { f.open(page, page.now != page.was) })
}

// takeUp goes on with an edit, on the text as it is now.
func (p *textPage) takeUp(ctx context.Context, project *store.Project, kept form.TextEdit) error {
	changed := false
	if kept.Body != p.body.Hash() {
		before, err := project.Body(ctx, kept.Body)
		switch {
		case store.CodeOf(err) == store.CodeNotFound: // emptied out of the trash
			kept.Body, kept.Span, changed = p.was.Body, p.was.Span, true
		case err != nil:
			return err
		default:
			kept, changed = kept.Moved(before, p.body)
		}
	}
	p.was, p.now = form.EditOf(p.body, kept.Span), kept
	if changed {
		p.overtaken = p.was.Text
	}
	return nil
}

func (p *textPage) pending() []text.Span { return []text.Span{p.body.Trim(p.now.Span)} }

func (p *textPage) focus() { p.field.Focus() }

func (p *textPage) objects() []fyne.CanvasObject {
	_, number := p.body.ParagraphAt(p.now.Span.Start)
	p.field = control.NewArea(lang.L("Text of the article"), 9)
	p.field.SetText(p.now.Text)
	p.field.OnChanged = func(s string) { p.now.Text = s; p.stage.touched() }
	p.field.OnSave = p.save
	p.field.OnCancel = p.stage.GiveUp
	p.field.OnKey = p.stage.desk.TypedKey
	objects := []fyne.CanvasObject{control.PageTitle(lang.L("Edit text"), words.Sentence("paragraph %d", number), ""), p.field}
	if p.overtaken != "" {
		objects = append(objects, control.Muted(lang.L("This was changed after you began. Saving replaces what stands there now:")),
			control.NewQuoteText(6, p.overtaken))
	}
	return objects
}

func (p *textPage) footer() fyne.CanvasObject {
	return control.NewWrap(control.ButtonGap,
		control.NewMainButton(lang.L("Save"), lang.L("Save the text; marks move along"), desk.KeySave.String(), p.save),
		control.NewTextButton(lang.L("Cancel"), lang.L("Put aside what was filled in"), desk.KeyGiveUp.String(), p.stage.GiveUp),
	)
}

func (p *textPage) of() store.ID { return p.article }

func (p *textPage) again() func() { return p.stage.ShowText }

func (p *textPage) keepDraft() { p.keep(p.now != p.was) }

func (p *textPage) forget() {
	p.stage.dirty = false
	p.keep(false)
}

// keep writes the edit as a draft, or drops it.
func (p *textPage) keep(unfinished bool) {
	article, edit := p.article, p.now
	if p.stage.reading.Article().ID == article {
		p.stage.drafts.text = nil
		if unfinished {
			p.stage.drafts.text = &edit
		}
	}
	p.stage.desk.Keep(func(ctx context.Context, project *store.Project) error {
		return form.KeepArticleDraft(ctx, project, article, form.TextDraft, edit, unfinished)
	})
}

// save writes the text; the marks move along in the same action.
func (p *textPage) save() {
	if p.now == p.was {
		p.stage.leave()
		return
	}
	article, edited := p.article, p.now.Apply(p.body)
	unplaced := 0
	p.stage.write(store.Title{Code: store.TitleEditText}, func(b *store.Batch) error {
		now, err := b.Article(article)
		if err != nil {
			return err
		}
		if now.Body != p.was.Body {
			return errors.New(words.Sentence("The text of the article was changed meanwhile, by Undo or by another edit. Press %s to go on with "+
				"what you typed on the text as it is now.", desk.KeyEditText))
		}
		_, unplaced, err = b.EditBody(article, edited)
		return err
	}, func(err error) {
		if errors.Is(err, context.Canceled) {
			return // the text is there still
		}
		if err != nil {
			p.field.SetError(words.Error(err))
			p.field.Focus()
			p.stage.resized()
			return
		}
		p.stage.leave()
		if unplaced > 0 {
			p.stage.desk.Tell(words.Counted(unplaced, "Text saved; {{.Count}} to review."))
		}
	})
}
