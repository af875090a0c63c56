package app

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"standpoint/app/control"
	"standpoint/store"
)

// recordQuery reads one page of a list of statements or positions.
type recordQuery[T any] func(context.Context, *store.Project, store.Page) ([]T, int, error)

// recordList is a list of cards of statements or positions.
type recordList[T any] struct {
	app    *App
	query  func() recordQuery[T]                    // made anew when the list is reloaded
	fill   func(card *recordCard, row T, before *T) // before is nil for the first row
	onOpen func(T)
	empty  *control.EmptyState

	pages   *pages[T]
	list    *control.VirtualList
	ruler   *recordCard // filled to measure rows
	content *fyne.Container
}

func newRecordList[T any](a *App, query func() recordQuery[T], fill func(*recordCard, T, *T)) *recordList[T] {
	l := &recordList[T]{app: a, query: query, fill: fill, ruler: newRecordCard()}
	l.pages = newPages[T](a, nil, l.loaded)
	l.list = control.NewVirtualList(l.pages.length, l.height, func() fyne.CanvasObject { return newRecordCard() }, l.update)
	l.list.OnVisible = l.pages.need
	l.list.OnActivated = l.open
	l.list.OnSelected = l.open
	l.empty = control.NewEmptyState("", "", nil)
	l.content = container.NewStack(l.list)
	return l
}

func (l *recordList[T]) object() fyne.CanvasObject { return l.content }

func (l *recordList[T]) reload() {
	l.pages.fetch = l.query()
	l.pages.reload(l.list.Selected())
}

// setEmpty says what stands where there are no rows.
func (l *recordList[T]) setEmpty(sentence, button string, onTapped func()) {
	l.empty.Set(sentence, button, onTapped)
}

func (l *recordList[T]) loaded() {
	shown := fyne.CanvasObject(l.list)
	if l.pages.length() == 0 {
		shown = l.empty
	}
	if l.content.Objects[0] != shown {
		l.content.Objects = []fyne.CanvasObject{shown}
		l.content.Refresh()
	}
	l.list.Reload()
}

func (l *recordList[T]) open(i int) {
	if row, ok := l.pages.row(i); ok && l.onOpen != nil {
		l.onOpen(row)
	}
}

func (l *recordList[T]) height(i int, width float32) float32 {
	if !l.show(l.ruler, i) {
		return 72
	}
	return l.ruler.HeightFor(width)
}

func (l *recordList[T]) update(i int, o fyne.CanvasObject) {
	card := o.(*recordCard)
	if l.show(card, i) {
		card.card.OnTapped = func() { l.list.Select(i); l.open(i) }
		card.card.SetSelected(l.list.Selected() == i)
		card.Refresh()
	}
}

func (l *recordList[T]) show(card *recordCard, i int) bool {
	row, ok := l.pages.row(i)
	if !ok {
		return false
	}
	var before *T
	if r, ok := l.pages.row(i - 1); i > 0 && ok {
		before = &r
	}
	l.fill(card, row, before)
	return true
}

// selectWhere selects the first row that is so, among those that have been
// read, and scrolls to it.
func (l *recordList[T]) selectWhere(is func(T) bool) {
	for i := range l.pages.length() {
		if row, ok := l.pages.row(i); ok && is(row) {
			l.list.Select(i)
			l.list.ScrollTo(i)
			return
		}
	}
}
