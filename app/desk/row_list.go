package desk

import (
	"fyne.io/fyne/v2"

	"standpoint/app/background"
	"standpoint/app/control"
	"standpoint/store"
)

// RowList shows the rows of a long list, as they are read. The chosen row is the selected one, wherever it comes to stand.
type RowList[T any] struct {
	*background.Rows[T]
	list    *control.VirtualList
	onMoved func(T) // somebody came to a row by key or click: it is the chosen one now
	sought  bool    // the chosen row is to be brought into sight
	renewed bool    // the list is another one: the first row is to be, if the chosen one is not in it
	awaited int     // a row that somebody came to before it was read; -1: none

	together   *background.Selection[T]
	onTogether func() // others are selected together than before
}

// NewRowList ties a list to the rows that it shows.
func NewRowList[T any](rows *background.Rows[T], list *control.VirtualList, onMoved func(T)) *RowList[T] {
	l := &RowList[T]{Rows: rows, list: list, onMoved: onMoved, awaited: -1}
	l.together = background.NewSelection(rows, l.showTogether)
	list.OnVisible = rows.Need
	list.OnSelected = l.Moved
	return l
}

// Select selects the row that stands for something, and brings it into sight, now or as soon as it is known where that is; the zero ID
// selects none.
func (l *RowList[T]) Select(id store.ID) {
	l.sought, l.awaited = true, -1
	if l.together.Len() == 0 {
		l.together.Begin(id)
	}
	l.Choose(id)
	at, known := l.Chosen()
	l.list.Select(at)
	l.sought = l.sought && !known
}

// Seek brings the chosen row into sight after the list has become another one, or the first, if it is not in it.
func (l *RowList[T]) Seek() { l.sought, l.renewed = true, true }

// Reload reads the rows anew. If the chosen one is in sight, it stays there.
func (l *RowList[T]) Reload() {
	l.sought = l.sought || l.list.ShowsSelected()
	l.Rows.Reload()
	l.together.Renew()
}

// SelectTogether lets rows be selected together. changed is called when others are than before.
func (l *RowList[T]) SelectTogether(changed func()) {
	l.list.Together, l.onTogether = l.together, changed
}

// Selected are what the selected rows stand for: those that are selected together, else the one.
func (l *RowList[T]) Selected() []store.ID {
	if l.together.Len() > 0 {
		return l.together.IDs()
	}
	if row, read := l.Row(l.list.Selected()); read {
		return []store.ID{l.IDOf(row)}
	}
	return nil
}

// One is the selected row; false if there are several, or if it has not been read.
func (l *RowList[T]) One() (row T, is bool) {
	switch ids := l.Selected(); {
	case len(ids) != 1:
		return row, false
	case l.together.Len() == 1:
		return l.Row(l.Find(ids[0]))
	}
	return l.Row(l.list.Selected())
}

func (l *RowList[T]) showTogether() {
	l.list.ShowTogether()
	if l.onTogether != nil {
		l.onTogether()
	}
}

// Show shows the rows that are there now.
func (l *RowList[T]) Show() {
	at, known := l.Chosen()
	if _, read := l.Row(l.awaited); read {
		at, l.awaited = l.awaited, -1
		defer l.comeTo(at)
	} else if l.awaited >= 0 {
		at = l.awaited
	}
	l.sought = l.sought || l.list.ShowsSelected() // those above it may turn out to be of another height
	l.list.ReloadAt(at)
	if l.sought && known {
		l.sought = false
		l.list.ScrollTo(at)
	}
	if l.renewed && known {
		l.renewed = false
		if at < 0 {
			l.list.ScrollToTop()
		}
	}
}

// Moved follows who came to a row by key or click. One that has not been read yet is waited for.
func (l *RowList[T]) Moved(i int) {
	if _, read := l.Row(i); !read {
		l.awaited = i
		return
	}
	l.awaited = -1
	l.list.Select(i) // it may have been read on the way, as another was selected still
	l.comeTo(i)
}

// comeTo makes a row that has been read the chosen one, as somebody came to it.
func (l *RowList[T]) comeTo(i int) {
	row, _ := l.Row(i)
	l.come(row, func() { l.ChooseRow(i) })
}

// Come makes a row the chosen one, as somebody came to it, wherever in the list that is.
func (l *RowList[T]) Come(row T) { l.come(row, func() { l.Choose(l.IDOf(row)) }) }

func (l *RowList[T]) come(row T, choose func()) {
	l.sought = false
	l.together.Begin(l.IDOf(row))
	choose()
	l.onMoved(row)
}

// TallRow shows one row of a list whose rows differ in height.
type TallRow[T any] interface {
	fyne.CanvasObject
	control.Tall
	Fill(row T)
}

// unreadHeight is that of a row that has not been read yet, in pixels.
const unreadHeight = 64

// NewTallList is a list of rows, each of which is as tall as what it shows.
func NewTallList[T any](rows *background.Rows[T], create func() TallRow[T]) *control.VirtualList {
	ruler := create()
	list := control.NewVirtualList(rows.Len, func(i int, width float32) float32 {
		row, ok := rows.Row(i)
		if !ok {
			return unreadHeight
		}
		ruler.Fill(row)
		return ruler.HeightFor(width)
	}, func() fyne.CanvasObject { return create() }, func(i int, o fyne.CanvasObject) {
		if row, ok := rows.Row(i); ok {
			shown := o.(TallRow[T])
			shown.Fill(row)
			shown.Refresh()
		}
	})
	return list
}
