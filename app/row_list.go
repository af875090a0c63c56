package app

import (
	"fyne.io/fyne/v2"

	"standpoint/app/background"
	"standpoint/app/control"
	"standpoint/store"
)

// rowList shows the rows of a long list, as they are read. The chosen row is the selected one, wherever it comes to stand.
type rowList[T any] struct {
	*background.Rows[T]
	list    *control.VirtualList
	onMoved func(T) // somebody came to a row by key or click: it is the chosen one now
	sought  bool    // the chosen row is to be brought into sight
	awaited int     // a row that somebody came to before it was read; -1: none
}

// newRowList ties a list to the rows that it shows.
func newRowList[T any](rows *background.Rows[T], list *control.VirtualList, onMoved func(T)) *rowList[T] {
	l := &rowList[T]{Rows: rows, list: list, onMoved: onMoved, awaited: -1}
	list.OnVisible = rows.Need
	list.OnSelected = l.moved
	return l
}

// choose selects the row that stands for something, and brings it into sight, now or as soon as it is known where that is; the zero ID
// selects none.
func (l *rowList[T]) choose(id store.ID) {
	l.sought, l.awaited = true, -1
	l.Choose(id)
	at, known := l.Chosen()
	l.list.Select(at)
	l.sought = l.sought && !known
}

// seek brings the chosen row into sight after the list has become another one.
func (l *rowList[T]) seek() { l.sought = true }

// Reload reads the rows anew. If the chosen one is in sight, it stays there.
func (l *rowList[T]) Reload() {
	l.sought = l.sought || l.list.ShowsSelected()
	l.Rows.Reload()
}

// show shows the rows that are there now.
func (l *rowList[T]) show() {
	at, known := l.Chosen()
	if row, read := l.Row(l.awaited); read {
		at, l.awaited = l.awaited, -1
		defer l.come(row)
	} else if l.awaited >= 0 {
		at = l.awaited
	}
	l.sought = l.sought || l.list.ShowsSelected() // those above it may turn out to be of another height
	l.list.ReloadAt(at)
	if l.sought && known {
		l.sought = false
		l.list.ScrollTo(at)
	}
}

// moved follows who came to a row by key or click. One that has not been read yet is waited for.
func (l *rowList[T]) moved(i int) {
	row, read := l.Row(i)
	if l.awaited = -1; !read {
		l.awaited = i
		return
	}
	l.list.Select(i) // it may have been read on the way, as another was selected still
	l.come(row)
}

func (l *rowList[T]) come(row T) {
	l.sought = false
	l.ChooseRow(row)
	l.onMoved(row)
}

// tallRow shows one row of a list whose rows differ in height.
type tallRow[T any] interface {
	fyne.CanvasObject
	control.Tall
	show(row T)
}

// unreadHeight is that of a row that has not been read yet, in pixels.
const unreadHeight = 64

// newTallList is a list of rows, each of which is as tall as what it shows.
func newTallList[T any](rows *background.Rows[T], create func() tallRow[T]) *control.VirtualList {
	ruler := create()
	list := control.NewVirtualList(rows.Len, func(i int, width float32) float32 {
		row, ok := rows.Row(i)
		if !ok {
			return unreadHeight
		}
		ruler.show(row)
		return ruler.HeightFor(width)
	}, func() fyne.CanvasObject { return create() }, func(i int, o fyne.CanvasObject) {
		if row, ok := rows.Row(i); ok {
			shown := o.(tallRow[T])
			shown.show(row)
			shown.Refresh()
		}
	})
	return list
}
