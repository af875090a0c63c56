package library

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/control"
	"standpoint/store"
)

// backwardsMark ends the key of an order that is the other way round.
const backwardsMark = " backwards"

// newSort makes the choice of the order of the list.
func newSort(order string, changed func(string)) *control.Select {
	s := control.NewSelect("", []control.Option{
		{Key: string(store.ArticlesByPublished), Word: lang.L("newest first")},
		{Key: string(store.ArticlesByPublished) + backwardsMark, Word: lang.L("undated and oldest first")},
		{Key: string(store.ArticlesByTitle), Word: lang.L("by title")},
		{Key: string(store.ArticlesBySource), Word: lang.L("by source")},
		{Key: string(store.ArticlesByLanguage), Word: lang.L("by language")},
		{Key: string(store.ArticlesByStatus), Word: lang.L("by status")},
		{Key: string(store.ArticlesByAdded), Word: lang.L("added last first")},
		{Key: string(store.ArticlesByAnnotations), Word: lang.L("most annotations first")},
		{Key: string(store.ArticlesByMentions), Word: lang.L("most mentions first")},
		{Key: string(store.ArticlesByStatements), Word: lang.L("most statements first")},
		{Key: string(store.ArticlesByPositions), Word: lang.L("most positions first")},
		{Key: string(store.ArticlesByHighlights), Word: lang.L("most highlights first")},
	})
	s.Name = lang.L("Order of the articles")
	s.SetValue(order)
	s.OnChanged = changed
	return s
}

// listLayout stacks the heading, the order, the filters and the rows of a list. The filters take half of the height at most.
type listLayout struct{ list *List }

// MinSize implements fyne.Layout.
func (l *listLayout) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

// Layout implements fyne.Layout.
func (l *listLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	put := func(o fyne.CanvasObject, height float32) {
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, height))
		y += height
	}
	heading, top, fields, rows := objects[0], objects[1], objects[2], objects[3]
	put(heading, heading.MinSize().Height)
	put(top, l.list.topHeight(size.Width))
	put(fields, min(l.list.filters.heightFor(size.Width), size.Height/2))
	put(rows, max(0, size.Height-y))
}
