package app

import (
	"context"
	"encoding/json"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/control"
	"standpoint/store"
	"standpoint/store/text"
)

// textDraft is the key under which an unfinished edit of an article's text is
// kept.
const textDraft = "text"

// textEdit replaces whole lines of a text: plain data, so that a draft can keep
// it.
type textEdit struct {
	Body text.Hash `json:"body"` // that is edited
	Span text.Span `json:"span"` // the lines
	Text string    `json:"text"` // what stands there afterwards
}

// largestEdit is how many code points are edited at once: a text field takes
// long to show more.
const largestEdit = 20_000

// editOf begins an edit of the lines that a span touches; if they are too many,
// of the one in which it ends.
func editOf(body *text.Body, s text.Span) textEdit {
	lines := body.Lines()
	if s.Len() > largestEdit {
		s.Start = s.End
	}
	span := text.Span{Start: lines[body.LineAt(s.Start)].Start, End: lines[body.LineAt(s.End)].End}
	return textEdit{Body: body.Hash(), Span: span, Text: body.Slice(span)}
}

// apply returns the whole text as it is after the edit.
func (e textEdit) apply(body *text.Body) string {
	s := body.String()
	return s[:body.ByteOffset(e.Span.Start)] + e.Text + s[body.ByteOffset(e.Span.End):]
}

// textPage edits the paragraph at the caret, or those that are selected.
type textPage struct {
	inspector *inspector
	article   store.ID
	body      *text.Body
	was, now  textEdit
	field     *control.Field
}

// showText turns the inspector to the text at the caret, or to the edit of it
// that was left unfinished.
func (i *inspector) showText() {
	body := i.articles.reader.view.Body()
	if body == nil {
		return
	}
	i.keepDraft()
	article, edit := i.articles.article.ID, editOf(body, i.articles.reader.selection())
	read(i.app, &i.loading, func(ctx context.Context, p *store.Project) (*textPage, error) {
		page := &textPage{inspector: i, article: article, body: body, was: edit, now: edit}
		drafts, err := p.Drafts(ctx, article)
		for _, d := range drafts {
			var kept textEdit
			if d.Key == textDraft && json.Unmarshal(d.Data, &kept) == nil && kept.Body == body.Hash() {
				page.was = editOf(body, kept.Span)
				page.now = kept
			}
		}
		return page, err
	}, func(page *textPage) {
		i.dirty = page.now != page.was
		i.turn(page)
		i.articles.reader.view.SetPending([]text.Span{body.Trim(page.now.Span)})
		i.page.focus()
		i.app.refreshMenu()
	})
}

func (p *textPage) focus() { p.field.Focus() }

func (p *textPage) objects() []fyne.CanvasObject {
	_, number := p.body.ParagraphAt(p.now.Span.Start)
	p.field = control.NewArea(lang.L("Text of the article"), 9)
	p.field.SetText(p.now.Text)
	p.field.OnChanged = func(s string) { p.now.Text = s; p.inspector.touched() }
	p.field.OnSave = p.save
	p.field.OnCancel = p.inspector.giveUp
	p.field.OnKey = p.inspector.app.typedKey
	return []fyne.CanvasObject{heading(lang.L("Edit text"), sentence("paragraph %d", number), ""), p.field}
}

func (p *textPage) footer() fyne.CanvasObject {
	return container.NewHBox(
		control.NewMainButton(lang.L("Save"), lang.L("Save the text; marks move along"), "Ctrl+Enter", p.save),
		control.NewTextButton(lang.L("Cancel"), lang.L("Forget what was filled in"), "Esc", p.inspector.giveUp),
	)
}

func (p *textPage) keepDraft() { p.keep(p.now != p.was) }

func (p *textPage) forget() {
	p.inspector.dirty = false
	p.keep(false)
}

// keep writes the edit as a draft, or drops it.
func (p *textPage) keep(unfinished bool) {
	article, project, edit := p.article, p.inspector.app.project, p.now
	p.inspector.app.async.write(func(ctx context.Context) func() {
		err := keepArticleDraft(ctx, project, article, textDraft, edit, unfinished)
		return func() { p.inspector.app.failed(err) }
	})
}

// save writes the text; the marks move along in the same action.
func (p *textPage) save() {
	if p.now == p.was {
		p.inspector.giveUp()
		return
	}
	article, edited := p.article, p.now.apply(p.body)
	unplaced := 0
	p.inspector.app.do(lang.L("Edit text"), func(b *store.Batch) error {
		now, err := b.Article(article)
		if err != nil {
			return err
		}
		if now.Body != p.was.Body {
			return errors.New(lang.L("The text of the article was changed meanwhile, by Undo or by another edit. Copy what you typed, press Esc, and edit the text as it is now."))
		}
		_, unplaced, err = b.EditBody(article, edited)
		return err
	}, func(err error) {
		if err != nil {
			p.field.SetError(err.Error())
			p.field.Focus()
			p.inspector.resized()
			return
		}
		p.inspector.giveUp()
		if unplaced > 0 {
			p.inspector.app.tell(sentence("Text saved; %d to review.", unplaced))
		} else {
			p.inspector.app.tell(lang.L("Text saved."))
		}
	})
}
