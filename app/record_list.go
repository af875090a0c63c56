package app

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/store"
)

// recordQuery reads one page of a list of statements or positions.
type recordQuery[T any] func(context.Context, *store.Project, store.Page) ([]T, int, error)

// recordList is a list of cards of statements or positions.
type recordList[T any] struct {
	app    *Desk
	query  func() recordQuery[T]                    // made anew when the list is reloaded
	fill   func(card *recordCard, row T, before *T) // before is nil for the first row
	covers func(T) []store.ID                       // the annotations that a row stands for, its own first
	onOpen func(T)                                  // Enter or a click on a row
	onMove func(store.ID)                           // the arrow keys came to an annotation; may be nil
	empty  *control.EmptyState

	chosen  store.ID // the annotation whose row is selected; zero: none
	sought  bool     // its row is to be brought into sight
	seeking desk.Latest
	pages   *pages[T]
	list    *control.VirtualList
	ruler   *recordCard // filled to measure rows
	content *fyne.Container
}

func newRecordList[T any](d *Desk, query func() recordQuery[T], fill func(*recordCard, T, *T), covers func(T) []store.ID) *recordList[T] {
	l := &recordList[T]{app: d, query: query, fill: fill, covers: covers, ruler: newRecordCard()}
	l.pages = newPages[T](d, nil, l.loaded)
	l.list = control.NewVirtualList(l.pages.length, l.height, func() fyne.CanvasObject { return newRecordCard() }, l.update)
	l.list.OnVisible = l.pages.need
	l.list.OnActivated = l.open
	l.list.OnTapped = l.tapped
	l.list.OnSelected = l.moved
	l.list.OnKey = d.listKey
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
	l.mark()
}

// tapped opens a row; one that is open already is shown again.
func (l *recordList[T]) tapped(i int) {
	l.moved(i)
	l.open(i)
}

func (l *recordList[T]) moved(i int) {
	row, ok := l.pages.row(i)
	if !ok {
		return
	}
	l.chosen, l.sought = l.covers(row)[0], false
	if l.onMove != nil {
		l.onMove(l.chosen)
	}
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

// choose selects the row of an annotation and brings it into sight, now or as soon
// as it has been read; the zero ID selects none.
func (l *recordList[T]) choose(id store.ID) {
	l.chosen, l.sought = id, true
	l.mark()
}

// seek brings the selected row into sight after the list has become another one.
func (l *recordList[T]) seek() { l.sought = true }

// mark selects the row of the chosen annotation. Where that is not among the rows
// that have been read, it is looked for among all, once.
func (l *recordList[T]) mark() {
	i := l.find()
	l.list.Select(i)
	switch {
	case i >= 0:
		l.sought = false
	case l.chosen != (store.ID{}) && l.sought && l.pages.length() > pageSize:
		l.sought = false
		l.locate(l.chosen)
	}
}

// find is where the chosen annotation's own row is, else the first that stands for
// it as well; -1 if neither has been read.
func (l *recordList[T]) find() int {
	if l.chosen == (store.ID{}) {
		return -1
	}
	found := -1
	for i := range l.pages.length() {
		row, ok := l.pages.row(i)
		if !ok {
			continue
		}
		switch all := l.covers(row); {
		case all[0] == l.chosen:
			return i
		case found < 0 && slices.Contains(all, l.chosen):
			found = i
		}
	}
	return found
}

// locate reads the page that has the row of an annotation.
func (l *recordList[T]) locate(id store.ID) {
	query := l.pages.fetch
	read(l.app, &l.seeking, func(ctx context.Context, p *store.Project) (int, error) {
		rows, _, err := query(ctx, p, store.Page{})
		return slices.IndexFunc(rows, func(row T) bool { return slices.Contains(l.covers(row), id) }), err
	}, func(i int) {
		if i >= 0 && l.chosen == id {
			l.list.ScrollTo(i)
			l.pages.need(i, i)
		}
	})
}
