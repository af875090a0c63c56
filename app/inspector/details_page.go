package inspector

import (
	"context"

	"fyne.io/fyne/v2"
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

	title    *control.Field
	date     *control.Field
	tags     *control.TokenField
	choosers control.Choosers // the tags alone
}

// ShowDetails turns the inspector to the details of the open article.
func (f *stage) ShowDetails() {
	if !f.hasArticle() {
		return
	}
	f.KeepDraft()
	article, unsaved := f.reading.Article(), f.drafts.details
	desk.Query(f.desk, &f.loading, func(ctx context.Context, p *store.Project) (*detailsPage, error) {
		was, err := form.LoadDetails(ctx, p, article)
		page := &detailsPage{stage: f, article: article.ID, was: was, now: was}
		if unsaved != nil {
			page.now = *unsaved
		}
		return page, err
	}, func(page *detailsPage) { f.open(page, !page.now.IsSame(page.was)) })
}

func (p *detailsPage) of() store.ID { return p.article }

func (p *detailsPage) again() func() { return p.stage.ShowDetails }

// keepDraft keeps what is filled in, until it is saved or dropped.
func (p *detailsPage) keepDraft() {
	p.now.Typed = p.choosers.Typed()
	article, now, changed := p.article, p.now, !p.now.IsSame(p.was)
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
	p.now.Typed = p.choosers.Typed()
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
	p.newTags()
	return []fyne.CanvasObject{
		control.PageTitle(lang.L("Article details"), "", ""),
		p.title,
		control.NewPair(p.field(words.ArticleField("source"), &d.Source), p.date),
		control.NewPair(p.field(words.ArticleField("author"), &d.Author), p.field(words.ArticleField("section"), &d.Section)),
		control.NewPair(p.field(words.ArticleField("language"), &d.Language), p.field(words.ArticleField("url"), &d.URL)),
		p.tags,
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
	p.passKeys(f, &f.Keys)
}

// newTags makes the field for the tags that the article carries itself.
func (p *detailsPage) newTags() {
	p.tags = control.NewTokenField(control.TypeAheadOptions{
		Caption: lang.L("Tags"), PlaceHolder: lang.L("add a tag"), Items: p.stage.desk.TagItems, Create: true,
	})
	p.tags.SetItems(p.stage.desk.PickedTags(p.now.Tags))
	p.choosers = control.Choosers{}
	p.choosers.Add("tags", p.tags, p.now.Typed)
	p.tags.OnChanged = func(items []control.Item) {
		p.now.Tags = desk.ItemTags(items)
		p.stage.touched()
		p.stage.resized()
	}
	p.tags.OnTyped = func() {
		if p.tags.Pending() != p.now.Typed["tags"] {
			p.stage.touched()
		}
	}
	p.tags.OnSubmitted = p.save
	p.passKeys(p.tags, &p.tags.Keys)
}

// passKeys has a field come into view with the focus, and lets the keys of the page and the window through it.
func (p *detailsPage) passKeys(field fyne.CanvasObject, k *control.Keys) {
	k.OnFocus = func(focused bool) {
		if focused {
			p.stage.reveal(field)
		}
	}
	k.OnSave = p.save
	k.OnCancel = p.stage.GiveUp
	k.OnKey = p.stage.desk.TypedKey
}

func (p *detailsPage) save() {
	if !p.stage.allPicked(&p.choosers) {
		return
	}
	published, err := p.stage.desk.Date(p.now.Published)
	if err != nil {
		p.date.SetError(words.Error(err))
		p.date.Focus()
		return
	}
	p.now.Published = string(published)
	article, now := p.article, p.now
	var used []store.ID
	p.stage.write(store.Title{Code: store.TitleEditArticle}, func(b *store.Batch) (err error) {
		used, err = now.Save(b, article)
		return err
	}, func(err error) {
		if err == nil {
			p.stage.desk.Use(used)
		}
		p.done(err)
	})
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
