package inspector

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/form"
	"standpoint/app/words"
	"standpoint/store"
)

// detailsPage edits what is known about an article.
type detailsPage struct {
	stage    *stage
	article  store.ID
	was, now form.Details

	title *control.Field
	date  *control.Field
}

// ShowDetails turns the inspector to the details of the open article.
func (f *stage) ShowDetails() {
	if !f.hasArticle() {
		return
	}
	f.KeepDraft()
	article, unsaved := f.reading.Article(), f.drafts.details
	desk.Query(f.desk, &f.loading, func(ctx context.Context, p *store.Project) (*detailsPage, error) {
		note, err := form.OwnNote(ctx, p, store.EntityArticle, article.ID)
		page := &detailsPage{stage: f, article: article.ID, was: form.DetailsOf(article, note)}
		page.now = page.was
		if unsaved != nil {
			page.now = *unsaved
		}
		return page, err
	}, func(page *detailsPage) { f.open(page, page.now != page.was) })
}

func (p *detailsPage) of() store.ID { return p.article }

func (p *detailsPage) again() func() { return p.stage.ShowDetails }

// keepDraft keeps what is filled in, until it is saved or dropped.
func (p *detailsPage) keepDraft() {
	article, now, changed := p.article, p.now, p.now != p.was
	if p.stage.reading.Article().ID == article {
		p.stage.drafts.details = nil
		if changed {
			p.stage.drafts.details = &now
		}
	}
	p.stage.desk.Keep(func(ctx context.Context, project *store.Project) error {
		return form.KeepArticleDraft(ctx, project, article, form.DetailsDraft, now, changed)
	})
}

// forget drops the draft: the details are saved.
func (p *detailsPage) forget() {
	p.stage.dirty = false
	p.was = p.now
	p.keepDraft()
}

func (p *detailsPage) focus() { p.title.Focus() }

func (p *detailsPage) objects() []fyne.CanvasObject {
	d := &p.now
	p.title = p.field(words.ArticleField("title"), &d.Title)
	p.date = p.field(words.ArticleField("published"), &d.Published)
	p.date.SetPlaceHolder("2025-05-16")
	note := control.NewArea(lang.L("Your note"), 3)
	p.wire(note, &d.Note)
	return []fyne.CanvasObject{
		control.PageTitle(lang.L("Article details"), "", ""),
		p.title,
		container.NewGridWithColumns(2, p.field(words.ArticleField("source"), &d.Source), p.date),
		container.NewGridWithColumns(2, p.field(words.ArticleField("author"), &d.Author), p.field(words.ArticleField("section"), &d.Section)),
		container.NewGridWithColumns(2, p.field(words.ArticleField("language"), &d.Language), p.field(words.ArticleField("url"), &d.URL)),
		note,
	}
}

func (p *detailsPage) footer() fyne.CanvasObject {
	return control.NewWrap(control.ButtonGap,
		control.NewMainButton(lang.L("Save"), lang.L("Save the details"), desk.KeySave.String(), p.save),
		control.NewTextButton(lang.L("Cancel"), lang.L("Put aside what was filled in"), desk.KeyGiveUp.String(), p.stage.GiveUp),
		control.NewTextButton(lang.L("Delete"), lang.L("Delete the article; it can be taken back"), desk.KeyDeleteArticle.String(), p.delete),
	)
}

func (p *detailsPage) field(caption string, value *string) *control.Field {
	f := control.NewField(caption)
	p.wire(f, value)
	return f
}

func (p *detailsPage) wire(f *control.Field, value *string) {
	f.SetText(*value)
	f.OnChanged = func(s string) { *value = s; p.stage.touched() }
	f.OnFocus = func(focused bool) {
		if focused {
			p.stage.reveal(f)
		}
	}
	f.OnSave = p.save
	f.OnCancel = p.stage.GiveUp
	f.OnKey = p.stage.desk.TypedKey
}

func (p *detailsPage) save() {
	published := store.Date(strings.TrimSpace(p.now.Published))
	if published != "" {
		if _, err := store.ParseDate(string(published)); err != nil {
			p.date.SetError(lang.L("Write the date as 2025, 2025-05 or 2025-05-16."))
			p.date.Focus()
			return
		}
	}
	article, now := p.article, p.now
	p.stage.write(store.Title{Code: store.TitleEditArticle}, func(b *store.Batch) error {
		if err := b.UpdateArticle(article, func(a *store.Article) {
			a.Title, a.Source, a.Author, a.Published = strings.TrimSpace(now.Title), now.Source, now.Author, published
			a.URL, a.Section, a.Language = now.URL, now.Section, now.Language
		}); err != nil {
			return err
		}
		return b.SetNote(store.EntityArticle, article, strings.TrimSpace(now.Note))
	}, p.done)
}

// delete deletes the article, and leaves the page.
func (p *detailsPage) delete() { p.stage.deleteArticle(p.article, p.stage.leave) }

// DeleteArticle deletes the open article; what is being filled in stays as a draft, for when it is restored.
func (f *stage) DeleteArticle() {
	f.KeepDraft()
	f.deleteArticle(f.reading.Article().ID, func() {})
}

func (f *stage) deleteArticle(article store.ID, done func()) {
	f.desk.Do(store.Title{Code: store.TitleDeleteArticle}, func(b *store.Batch) error {
		return b.Delete(store.EntityArticle, article)
	}, func(err error) {
		if !f.desk.Failed(err) {
			done()
		}
	})
}

// done leaves the page when what was asked for is written.
func (p *detailsPage) done(err error) {
	if !p.stage.desk.Failed(err) {
		p.stage.leave()
	}
}
