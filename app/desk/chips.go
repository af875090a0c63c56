package desk

import (
	"cmp"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/control"
	"standpoint/app/look"
	"standpoint/app/words"
	"standpoint/store"
)

// NewChip is a button that says what something is limited to, and takes that off.
func NewChip(says string, off func()) *control.Button {
	label := control.Elide(says, chipWidth, chipSize, fyne.TextStyle{}) + "  ×"
	return control.NewTextButton(label, words.Sentence("Take off: %s", says), "", off)
}

// FilterChips are what a filter asks, each with what takes it off; ask is called with the filter that is left then. collection is the name
// of the one that is asked for, "" if that is not known.
func (d *Desk) FilterChips(a store.ArticleFilter, collection string, ask func(store.ArticleFilter)) []fyne.CanvasObject {
	var list []fyne.CanvasObject
	add := func(says string, off func(*store.ArticleFilter)) {
		list = append(list, NewChip(says, func() {
			asked := a
			off(&asked)
			ask(asked)
		}))
	}
	placeChips(a, collection, add)
	if a.Actor != (store.ID{}) {
		add(d.Names.Actors[a.Actor].Name, func(a *store.ArticleFilter) { a.Actor = store.ID{} })
	}
	if a.Issue != (store.ID{}) {
		add(d.Names.Issues[a.Issue].Name, func(a *store.ArticleFilter) { a.Issue = store.ID{} })
	}
	if a.Stance != nil {
		add(look.StanceOf(string(*a.Stance), false).Word, func(a *store.ArticleFilter) { a.Stance = nil })
	}
	if a.Tag != (store.ID{}) {
		add(d.Names.Tags[a.Tag].Name, func(a *store.ArticleFilter) { a.Tag = store.ID{} })
	}
	if a.Coder != (store.ID{}) {
		for _, c := range d.Names.Coders {
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
func placeChips(a store.ArticleFilter, collection string, add func(says string, off func(*store.ArticleFilter))) {
	if a.Collection != (store.ID{}) {
		add(cmp.Or(collection, lang.L("collection")), func(a *store.ArticleFilter) { a.Collection = store.ID{} })
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
