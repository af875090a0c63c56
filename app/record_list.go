package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"standpoint/app/background"
	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/store"
)

// recordList is a list of cards of statements or positions.
type recordList[T any] struct {
	app    *desk.Desk
	fill   func(card *recordCard, row T, before *T) // before is nil for the first row
	onOpen func(T)                                  // Enter or a click on a row
	onMove func(store.ID)                           // the arrow keys came to an annotation; may be nil
	empty  *control.EmptyState

	rows    *desk.RowList[T] // the row of an annotation is chosen
	list    *control.VirtualList
	ruler   *recordCard // filled to measure rows
	content *fyne.Container
}

// newRecordList makes a list of what comes from the source. covers are the annotations that a row stands for, its own first.
func newRecordList[T any](
	d *desk.Desk, source func() background.Source[T], fill func(*recordCard, T, *T), covers func(T) []store.ID,
) *recordList[T] {
	l := &recordList[T]{app: d, fill: fill, ruler: newRecordCard()}
	rows := background.NewRows(d.Reader(), source, covers, l.loaded)
	l.list = control.NewVirtualList(rows.Len, l.height, func() fyne.CanvasObject { return newRecordCard() }, l.update)
	l.rows = desk.NewRowList(rows, l.list, func(row T) {
		if l.onMove != nil {
			l.onMove(covers(row)[0])
		}
	})
	l.list.OnActivated = l.open
	l.list.OnTapped = l.tapped
	l.list.OnKey = d.ListKey
	l.empty = control.NewEmptyState("", "", nil)
	l.content = container.NewStack(l.list)
	return l
}

func (l *recordList[T]) object() fyne.CanvasObject { return l.content }

func (l *recordList[T]) reload() { l.rows.Reload() }

// setEmpty says what stands where there are no rows.
func (l *recordList[T]) setEmpty(sentence, button string, onTapped func()) {
	l.empty.Set(sentence, button, onTapped)
}

func (l *recordList[T]) loaded() {
	shown := fyne.CanvasObject(l.list)
	if l.rows.Len() == 0 {
		shown = l.empty
	}
	if l.content.Objects[0] != shown {
		l.content.Objects = []fyne.CanvasObject{shown}
		l.content.Refresh()
	}
	l.rows.Show()
}

// tapped opens a row; one that is open already is shown again.
func (l *recordList[T]) tapped(i int) {
	l.rows.Moved(i)
	l.open(i)
}

func (l *recordList[T]) open(i int) {
	if row, ok := l.rows.Row(i); ok && l.onOpen != nil {
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
		card.Refresh()
	}
}

func (l *recordList[T]) show(card *recordCard, i int) bool {
	row, ok := l.rows.Row(i)
	if !ok {
		return false
	}
	var before *T
	if r, ok := l.rows.Row(i - 1); i > 0 && ok {
		before = &r
	}
	l.fill(card, row, before)
	return true
}

// choose selects the row of an annotation and brings it into sight, now or as soon
// as it has been found; the zero ID selects none.
func (l *recordList[T]) choose(id store.ID) { l.rows.Select(id) }

// seek brings the selected row into sight after the list has become another one.
func (l *recordList[T]) seek() { l.rows.Seek() }
