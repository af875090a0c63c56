package reading

import (
	"context"

	"fyne.io/fyne/v2/lang"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/message"
	"standpoint/app/notes"
	"standpoint/store"
)

// askReference asks in which form the citation of the open article is wanted, and copies it.
func (a *annotating) askReference() {
	s := message.Sheet{Over: a.desk.Boxes}
	form := s.Captioned(lang.L("Form"), []control.Option{
		{Key: string(notes.ReferenceRIS), Word: lang.L("RIS, for most reference managers")},
		{Key: string(notes.ReferenceBibTeX), Word: lang.L("BibTeX, for TeX")},
		{Key: string(notes.ReferenceCSL), Word: lang.L("CSL-JSON, for Zotero and pandoc")},
	}, string(a.referenceForm))
	article := a.desk.open.article
	a.desk.Post(&message.Message{
		Title: lang.L("In which form is the citation wanted?"), Body: s.Object(), Yes: lang.L("Copy"), No: lang.L("Cancel"), First: form.Focus,
		Agreed: func() {
			a.referenceForm = notes.ReferenceForm(form.Value())
			a.copyReference(article)
		},
	})
}

// copyReference copies the citation of an article for another program.
func (a *annotating) copyReference(article store.Article) {
	desk.Query(a.desk.Desk, &a.referring, func(ctx context.Context, p *store.Project) (store.Recorded, error) {
		of, err := p.RecordedIn(ctx, []store.ID{article.ID}, store.ReachSaid)
		if err != nil {
			return store.Recorded{}, err
		}
		return *of[article.ID], nil
	}, func(recorded store.Recorded) {
		a.desk.UI.Clipboard().SetContent(notes.Reference(a.referenceForm, article, recorded.Added))
		a.desk.Tell(lang.L("The citation is copied."))
	})
}
