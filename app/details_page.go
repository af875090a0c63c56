package app

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/control"
	"standpoint/store"
)

// detailsPage edits what is known about the open article.
type detailsPage struct {
	inspector *inspector
	article   store.Article
	published string
	note      string

	title *control.Field
	date  *control.Field
}

// showDetails turns the inspector to the details of the open article.
func (i *inspector) showDetails() {
	if !i.articles.hasArticle() {
		return
	}
	i.keepDraft()
	article := i.articles.article
	read(i.app, &i.loading, func(ctx context.Context, p *store.Project) (string, error) {
		return ownNote(ctx, p, store.EntityArticle, article.ID)
	}, func(note string) {
		i.dirty = false
		i.turn(&detailsPage{inspector: i, article: article, published: string(article.Published), note: note})
		i.page.focus()
		i.app.refreshMenu()
	})
}

func (p *detailsPage) focus() { p.title.Focus() }

func (p *detailsPage) objects() []fyne.CanvasObject {
	a := &p.article
	p.title = p.field(lang.L("Title"), &a.Title)
	p.date = p.field(lang.L("Published"), &p.published)
	p.date.SetPlaceHolder("2025-05-16")
	note := control.NewArea(lang.L("Your note"), 3)
	p.wire(note, &p.note)
	return []fyne.CanvasObject{
		heading(lang.L("Article details"), "", ""),
		p.title,
		container.NewGridWithColumns(2, p.field(lang.L("Source"), &a.Source), p.date),
		container.NewGridWithColumns(2, p.field(lang.L("Author"), &a.Author), p.field(lang.L("Section"), &a.Section)),
		container.NewGridWithColumns(2, p.field(lang.L("Language"), &a.Language), p.field(lang.L("URL"), &a.URL)),
		note,
	}
}

func (p *detailsPage) footer() fyne.CanvasObject {
	return container.NewHBox(
		control.NewMainButton(lang.L("Save"), lang.L("Save the details"), "Ctrl+Enter", p.save),
		control.NewTextButton(lang.L("Cancel"), lang.L("Forget what was filled in"), "Esc", p.inspector.giveUp),
		control.NewTextButton(lang.L("Delete"), lang.L("Delete the article; it can be taken back"), "", p.delete),
	)
}

func (p *detailsPage) field(caption string, value *string) *control.Field {
	f := control.NewField(caption)
	p.wire(f, value)
	return f
}

func (p *detailsPage) wire(f *control.Field, value *string) {
	f.SetText(*value)
	f.OnChanged = func(s string) { *value = s }
	f.OnSave = p.save
	f.OnCancel = p.inspector.giveUp
	f.OnKey = p.inspector.app.typedKey
}

func (p *detailsPage) save() {
	published := store.Date(strings.TrimSpace(p.published))
	if published != "" {
		if _, err := store.ParseDate(string(published)); err != nil {
			p.date.SetError(lang.L("Write the date as 2025, 2025-05 or 2025-05-16."))
			p.date.Focus()
			return
		}
	}
	edited, note := p.article, strings.TrimSpace(p.note)
	p.inspector.app.do(lang.L("Edit article details"), func(b *store.Batch) error {
		if err := b.UpdateArticle(edited.ID, func(a *store.Article) {
			a.Title, a.Source, a.Author, a.Published = edited.Title, edited.Source, edited.Author, published
			a.URL, a.Section, a.Language = edited.URL, edited.Section, edited.Language
		}); err != nil {
			return err
		}
		return b.SetNote(store.EntityArticle, edited.ID, note)
	}, func(err error) {
		if !p.inspector.app.failed(err) {
			p.inspector.giveUp()
		}
	})
}

func (p *detailsPage) delete() {
	id := p.article.ID
	p.inspector.app.do(lang.L("Delete article"), func(b *store.Batch) error {
		return b.Delete(store.EntityArticle, id)
	}, func(err error) {
		if !p.inspector.app.failed(err) {
			p.inspector.giveUp()
		}
	})
}
