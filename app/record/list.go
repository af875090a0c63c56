package record

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"standpoint/app/background"
	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/store"
)

// List is a list of rows of statements or positions.
type List[T any] struct {
	desk   *desk.Desk
	fill   func(into *Row, row T, before *T) // before is nil for the first row
	OnOpen func(T)                           // Enter or a click on a row
	OnMove func(store.ID)                    // the arrow keys came to an annotation; may be nil
	empty  *control.EmptyState

	Rows    *desk.RowList[T] // the row of an annotation is chosen
	Widget  *control.VirtualList
	ruler   *Row // filled to measure rows
	awaited bool // it gets the keyboard as soon as there are rows

	OnLoaded func() // rows were read, perhaps none; may be nil
	content  *fyne.Container
}

// NewList makes a list of what comes from the source. covers are the annotations that a row stands for, its own first.
func NewList[T any](
	d *desk.Desk, source func() background.Source[T], fill func(*Row, T, *T), covers func(T) []store.ID,
) *List[T] {
	l := &List[T]{desk: d, fill: fill, ruler: newRow()}
	rows := background.NewRows(d.Reader(), source, covers, l.loaded)
	l.Widget = control.NewVirtualList(rows.Len, l.height, func() fyne.CanvasObject { return newRow() }, l.update)
	l.Rows = desk.NewRowList(rows, l.Widget, func(row T) {
		if l.OnMove != nil {
			l.OnMove(covers(row)[0])
		}
	})
	l.Rows.SelectTogether(d.RefreshMenu)
	l.Widget.OnActivated = l.open
	l.Widget.OnTapped = l.tapped
	l.Widget.OnKey, l.Widget.OnLetter = d.ListKey, d.TypedLetter
	l.empty = control.NewEmptyState("", nil)
	l.content = container.NewStack(l.Widget)
	l.Relist()
	return l
}

// Selected are the annotations whose rows are selected while the list has the keyboard; false if none are.
func (l *List[T]) Selected() ([]store.ID, bool) {
	if !l.Widget.Focused() {
		return nil, false
	}
	ids := l.Rows.Selected()
	return ids, len(ids) > 0
}

// Object is what the window shows of the list.
func (l *List[T]) Object() fyne.CanvasObject { return l.content }

// Focus gives the list the keyboard, as soon as its rows have been read if there are none yet.
func (l *List[T]) Focus() {
	l.awaited = l.content.Objects[0] != fyne.CanvasObject(l.Widget)
	if !l.awaited {
		l.Widget.Focus()
	}
}

// GiveUp gives it no keyboard that it waits for.
func (l *List[T]) GiveUp() { l.awaited = false }

// Reload reads the rows anew. If the chosen one is in sight, it stays there.
func (l *List[T]) Reload() { l.Rows.Reload() }

// Relist shows the rows as tall as they are to be now.
func (l *List[T]) Relist() { l.Widget.SetTight(l.desk.Prefs.HasDenseLists()) }

// SetEmpty says what stands where there are no rows.
func (l *List[T]) SetEmpty(sentence string) { l.empty.Set(sentence, nil) }

func (l *List[T]) loaded() {
	shown := fyne.CanvasObject(l.Widget)
	if l.Rows.Len() == 0 {
		shown = l.empty
	}
	if l.content.Objects[0] != shown {
		l.content.Objects = []fyne.CanvasObject{shown}
		l.content.Refresh()
	}
	l.Rows.Show()
	if l.awaited {
		l.Focus()
	}
	if l.OnLoaded != nil {
		l.OnLoaded()
	}
}

// tapped opens a row; one that is open already is shown again.
func (l *List[T]) tapped(i int) {
	l.Rows.Moved(i)
	l.open(i)
}

// OpenSelected opens the selected row, as a click does.
func (l *List[T]) OpenSelected() {
	if row, is := l.Rows.One(); is {
		l.OnOpen(row)
	}
}

func (l *List[T]) open(i int) {
	if row, ok := l.Rows.Row(i); ok && l.OnOpen != nil {
		l.OnOpen(row)
	}
}

func (l *List[T]) height(i int, width float32) float32 {
	if !l.show(l.ruler, i) {
		return 72
	}
	return l.ruler.HeightFor(width)
}

func (l *List[T]) update(i int, o fyne.CanvasObject) {
	into := o.(*Row)
	if l.show(into, i) {
		into.Refresh()
	}
}

func (l *List[T]) show(into *Row, i int) bool {
	row, ok := l.Rows.Row(i)
	if !ok {
		return false
	}
	var before *T
	if r, ok := l.Rows.Row(i - 1); i > 0 && ok {
		before = &r
	}
	into.dense, into.names = l.desk.Prefs.HasDenseLists(), l.desk.Names
	l.fill(into, row, before)
	return true
}

// Choose selects the row of an annotation and brings it into sight, now or as soon
// as it has been found; the zero ID selects none.
func (l *List[T]) Choose(id store.ID) { l.Rows.Select(id) }

// Seek brings the selected row into sight after the list has become another one.
func (l *List[T]) Seek() { l.Rows.Seek() }
