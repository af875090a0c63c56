package library

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/control"
	"standpoint/app/look"
	"standpoint/app/words"
	"standpoint/store"
)

// chips are what is asked of the articles, each with what takes it off.
func (f *filters) chips() []fyne.CanvasObject {
	var list []fyne.CanvasObject
	add := func(says string, off func(*store.ArticleFilter)) {
		list = append(list, control.NewTextButton(control.Elide(says, chipWidth, chipSize, fyne.TextStyle{})+"  ✕",
			words.Sentence("Take off: %s", says), "", func() {
				asked := f.asked
				off(&asked)
				f.ask(asked)
			}))
	}
	a := f.asked
	f.placeChips(add)
	if a.Actor != (store.ID{}) {
		add(f.desk.Names.Actors[a.Actor].Name, func(a *store.ArticleFilter) { a.Actor = store.ID{} })
	}
	if a.Issue != (store.ID{}) {
		add(f.desk.Names.Issues[a.Issue].Name, func(a *store.ArticleFilter) { a.Issue = store.ID{} })
	}
	if a.Stance != nil {
		add(look.StanceOf(string(*a.Stance), false).Word, func(a *store.ArticleFilter) { a.Stance = nil })
	}
	if a.Tag != (store.ID{}) {
		add(f.desk.Names.Tags[a.Tag].Name, func(a *store.ArticleFilter) { a.Tag = store.ID{} })
	}
	if a.Coder != (store.ID{}) {
		for _, c := range f.desk.Names.Coders {
			if c.ID == a.Coder {
				add(c.Name, func(a *store.ArticleFilter) { a.Coder = store.ID{} })
			}
		}
	}
	return list
}

// Chips are this wide at most, in pixels, and their letters this high.
const chipWidth, chipSize = 150, 12

// placeChips are those of what an article has itself.
func (f *filters) placeChips(add func(says string, off func(*store.ArticleFilter))) {
	a := f.asked
	if a.Collection != (store.ID{}) {
		name := lang.L("collection")
		for _, c := range f.kept.collections {
			if c.ID == a.Collection {
				name = c.Name
			}
		}
		add(name, func(a *store.ArticleFilter) { a.Collection = store.ID{} })
	}
	if a.Text != "" {
		add("“"+a.Text+"”", func(a *store.ArticleFilter) { a.Text = "" })
	}
	if a.Source != nil {
		add(orNone(*a.Source, lang.L("no source")), func(a *store.ArticleFilter) { a.Source = nil })
	}
	if a.From != "" {
		add(words.Sentence("from %s", words.Day(a.From)), func(a *store.ArticleFilter) { a.From = "" })
	}
	if a.To != "" {
		add(words.Sentence("to %s", words.Day(a.To)), func(a *store.ArticleFilter) { a.To = "" })
	}
	if a.Status != nil {
		add(words.Status(*a.Status), func(a *store.ArticleFilter) { a.Status = nil })
	}
	if a.Annotated != nil {
		says := lang.L("not annotated")
		if *a.Annotated {
			says = lang.L("annotated")
		}
		add(says, func(a *store.ArticleFilter) { a.Annotated = nil })
	}
	if a.Language != nil {
		add(orNone(words.Language(*a.Language), lang.L("no language")), func(a *store.ArticleFilter) { a.Language = nil })
	}
	if a.File != "" {
		add(a.File, func(a *store.ArticleFilter) { a.File = "" })
	}
}

func orNone(value, none string) string {
	if value == "" {
		return none
	}
	return value
}
