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

// TextPage edits the paragraph at the caret, or those that are selected.
type TextPage struct {
	inspector *Inspector
	article   store.ID
	body      *text.Body
	Was, Now  form.TextEdit
	Overtaken string // what stands there now, if it was changed after the edit was begun
	Field     *control.Field
}

// ShowText turns the inspector to the text at the caret, or to the edit of it
// that was left unfinished.
func (i *Inspector) ShowText() {
	body := i.reading.Body()
	if body == nil {
		return
	}
	article, edit := i.reading.Article().ID, form.EditOf(body, i.reading.Selection())
	var unsaved *form.TextEdit
	if p, ok := i.Page.(*TextPage); ok && p.article == article && p.Now != p.Was {
		unsaved = &p.Now
	}
	i.KeepDraft()
	if unsaved == nil {
		unsaved = i.Unfinished
	}
	desk.Query(i.desk, &i.loading, func(ctx context.Context, p *store.Project) (*TextPage, error) {
		page := &TextPage{inspector: i, article: article, body: body, Was: edit, Now: edit}
		if unsaved == nil {
			return page, nil
		}
		return page, page.takeUp(ctx, p, *unsaved)
	}, func(page *TextPage) {
		i.KeepDraft() // somebody may have gone on typing while the text was read
		i.Dirty = page.Now != page.Was
		i.turn(page)
		i.reading.ShowPending([]text.Span{body.Trim(page.Now.Span)})
		i.Page.focus()
		i.desk.RefreshMenu()
	})
}

// takeUp goes on with an edit, on the text as it is now.
func (p *TextPage) takeUp(ctx context.Context, project *store.Project, kept form.TextEdit) error {
	changed := false
	if kept.Body != p.body.Hash() {
		before, err := project.Body(ctx, kept.Body)
		switch {
		case store.CodeOf(err) == store.CodeNotFound: // emptied out of the trash
			kept.Body, kept.Span, changed = p.Was.Body, p.Was.Span, true
		case err != nil:
			return err
		default:
			kept, changed = kept.Moved(before, p.body)
		}
	}
	p.Was, p.Now = form.EditOf(p.body, kept.Span), kept
	if changed {
		p.Overtaken = p.Was.Text
	}
	return nil
}

func (p *TextPage) focus() { p.Field.Focus() }

func (p *TextPage) objects() []fyne.CanvasObject {
	_, number := p.body.ParagraphAt(p.Now.Span.Start)
	p.Field = control.NewArea(lang.L("Text of the article"), 9)
	p.Field.SetText(p.Now.Text)
	p.Field.OnChanged = func(s string) { p.Now.Text = s; p.inspector.Touched() }
	p.Field.OnSave = p.Save
	p.Field.OnCancel = p.inspector.GiveUp
	p.Field.OnKey = p.inspector.desk.TypedKey
	objects := []fyne.CanvasObject{control.Heading(lang.L("Edit text"), words.Sentence("paragraph %d", number), ""), p.Field}
	if p.Overtaken != "" {
		objects = append(objects, control.Muted(lang.L("This was changed after you began. Saving replaces what stands there now:")),
			control.NewQuoteText(6, p.Overtaken))
	}
	return objects
}

func (p *TextPage) Footer() fyne.CanvasObject {
	return control.NewWrap(control.ButtonGap,
		control.NewMainButton(lang.L("Save"), lang.L("Save the text; marks move along"), desk.KeySave.String(), p.Save),
		control.NewTextButton(lang.L("Cancel"), lang.L("Put aside what was filled in"), desk.KeyGiveUp.String(), p.inspector.GiveUp),
	)
}

func (p *TextPage) of() store.ID { return p.article }

func (p *TextPage) again() { p.inspector.ShowText() }

// DropText drops the edit of the text that was left unfinished.
func (i *Inspector) DropText() {
	i.Unfinished = nil
	i.dropArticleDraft(i.reading.Article().ID, form.TextDraft)
	i.Renew()
}

func (p *TextPage) keepDraft() { p.keep(p.Now != p.Was) }

func (p *TextPage) forget() {
	p.inspector.Dirty = false
	p.keep(false)
}

// keep writes the edit as a draft, or drops it.
func (p *TextPage) keep(unfinished bool) {
	article, project, edit := p.article, p.inspector.desk.Project, p.Now
	if p.inspector.reading.Article().ID == article {
		p.inspector.Unfinished = nil
		if unfinished {
			p.inspector.Unfinished = &edit
		}
	}
	p.inspector.desk.Work.Save(func(ctx context.Context) func() {
		err := form.KeepArticleDraft(ctx, project, article, form.TextDraft, edit, unfinished)
		return func() { p.inspector.desk.Failed(err) }
	})
}

// Save writes the text; the marks move along in the same action.
func (p *TextPage) Save() {
	if p.Now == p.Was {
		p.inspector.leave()
		return
	}
	article, edited := p.article, p.Now.Apply(p.body)
	unplaced := 0
	p.inspector.desk.Do(store.Title{Code: store.TitleEditText}, func(b *store.Batch) error {
		now, err := b.Article(article)
		if err != nil {
			return err
		}
		if now.Body != p.Was.Body {
			return errors.New(words.Sentence("The text of the article was changed meanwhile, by Undo or by another edit. Press %s to go on with "+
				"what you typed on the text as it is now.", desk.KeyEditText))
		}
		_, unplaced, err = b.EditBody(article, edited)
		return err
	}, func(err error) {
		if err != nil {
			p.Field.SetError(words.Error(err))
			p.Field.Focus()
			p.inspector.resized()
			return
		}
		p.inspector.leave()
		if unplaced > 0 {
			p.inspector.desk.Tell(words.Counted(unplaced, "Text saved; {{.Count}} to review."))
		} else {
			p.inspector.desk.Tell(lang.L("Text saved."))
		}
	})
}
