package directory

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"

	"standpoint/app/background"
	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/store"
)

// listPart is the list at the left of a directory.
type listPart struct {
	desk    *desk.Desk
	subject subject
	words   subjectWords
	host    listHost
	query   listQuery

	field   *control.Field
	count   *control.RichLine
	create  *control.Button
	line    *control.Spread   // of both
	kinds   *control.Select   // nil where there are no kinds
	scope   *desk.ScopeChoice // in which articles
	order   *control.Select
	list    *control.VirtualList
	empty   *control.EmptyState
	top     *control.Flow
	body    *fyne.Container
	content *fyne.Container

	ruler     *nameRow               // filled to measure rows
	rows      *desk.RowList[listRow] // the open one is chosen
	at        int                    // where it was last
	revealing bool                   // all are shown if the chosen one is not listed
}

// listHost is the directory, as its list knows it.
type listHost interface {
	isOpen(store.ID) bool // that one is
	isIdle() bool         // none is, nor the form of a new one
	pick(store.ID)        // opens one
	begin(name string)    // opens the form of a new one
	focusForm()
}

// The orders of the list and its filter of kinds, as keys of their choices.
const (
	orderName    = "name"
	orderBusiest = "busiest"
	kindAny      = "any"
)

func newListPart(d *desk.Desk, s subject, host listHost) *listPart {
	l := &listPart{desk: d, subject: s, words: s.words(), host: host, count: control.NewCaption(""), ruler: newNameRow()}
	l.field = control.NewSearchField(l.words.find, "")
	l.field.OnChanged = func(s string) { l.query.text = strings.TrimSpace(s); l.narrowed() }
	l.field.OnSubmitted = func(string) { l.editSelected() }
	l.field.OnCancel = l.endFilter
	l.field.OnKey = d.TypedKey
	l.field.SetTyped(l.walk)
	l.create = control.NewTextButton(l.words.create, "", desk.CtrlShift(l.words.newKey).String(), func() { host.begin("") })
	l.line = control.NewSpread(nil, container.New(layout.NewCustomPaddedLayout(3, 0, 0, 0), l.count), l.create)
	rows := background.NewRows(d.Reader(), l.source, func(r listRow) []store.ID { return []store.ID{r.id} }, l.loaded)
	l.list = control.NewVirtualList(rows.Len, l.height, func() fyne.CanvasObject { return newNameRow().object() }, l.update)
	l.list.Name = l.words.all
	l.rows = desk.NewRowList(rows, l.list, l.selected)
	l.rows.SelectTogether(d.RefreshMenu)
	l.list.OnMenu = func(_ int, at fyne.Position) {
		d.PopUpMenu(at, desk.SectionDirectory, desk.SectionReport, desk.SectionHistory)
	}
	l.list.OnActivated = func(int) { host.focusForm() }
	l.list.OnLetter = d.TypedLetter
	l.list.OnKey = func(e *fyne.KeyEvent) { d.TypedKey(e) }
	l.empty = control.NewEmptyState("", nil)
	l.body = container.NewStack(l.list)
	l.relist()
	l.scope = desk.NewScopeChoice(d, func(in store.ArticleFilter) { l.query.in = in; l.narrowed() },
		func() { l.top.Refresh(); l.content.Refresh() })
	l.top = control.NewFlow(6, l.field, l.choices(), l.scope.Select, l.line)
	l.content = control.Between(
		container.New(layout.NewCustomPaddedLayout(10, 6, 10, 10), l.top),
		container.New(layout.NewCustomPaddedLayout(0, 0, 6, 2), l.body),
		control.Stacked(),
	)
	return l
}

// choices are how the list is narrowed and ordered.
func (l *listPart) choices() fyne.CanvasObject {
	l.order = control.NewSelect("", []control.Option{
		{Key: orderName, Word: lang.L("By name")},
		{Key: orderBusiest, Word: lang.L("Most positions")},
	})
	l.order.Name = lang.L("Order")
	l.order.SetValue(orderName)
	l.order.OnKey = l.desk.TypedKey
	l.order.OnChanged = func(key string) { l.query.busiest = key == orderBusiest; l.rows.Seek(); l.reload() }
	every := l.words.kinds
	if every == "" {
		return l.order
	}
	options := []control.Option{{Key: kindAny, Word: every}}
	for _, k := range desk.ActorKinds() {
		options = append(options, control.Option{Key: k.Key, Word: k.Word})
	}
	l.kinds = control.NewSelect("", options)
	l.kinds.Name = lang.L("Kind")
	l.kinds.SetValue(kindAny)
	l.kinds.OnKey = l.desk.TypedKey
	l.kinds.OnChanged = func(key string) {
		l.query.kind = ""
		if key != kindAny {
			l.query.kind = key
		}
		l.narrowed()
	}
	return container.NewGridWithColumns(2, l.kinds, l.order)
}

func (l *listPart) object() fyne.CanvasObject { return l.content }

func (l *listPart) focus() { l.list.Focus() }

// several are the rows that are selected together while the list has the keyboard; false if that is not more than one.
func (l *listPart) several() ([]store.ID, bool) {
	ids := l.rows.Selected()
	return ids, l.list.Focused() && len(ids) > 1
}

// source is the list as it is narrowed and ordered now. Who types a name looks at the first rows that have it: the row of the one that is
// open is then not looked for among all the others.
func (l *listPart) source() background.Source[listRow] {
	q, subject := l.query, l.subject
	source := background.Source[listRow]{
		Page: func(ctx context.Context, p *store.Project, page store.Page) ([]listRow, int, error) {
			q := q
			q.Page = page
			return subject.rows(ctx, p, q)
		},
		IDs: func(ctx context.Context, p *store.Project, page store.Page) ([]store.ID, error) {
			q := q
			q.Page = page
			return subject.ids(ctx, p, q)
		},
	}
	if q.text == "" {
		source.Rank = func(ctx context.Context, p *store.Project, id store.ID) (int, error) {
			return subject.rank(ctx, p, q, id)
		}
	}
	return source
}

func (l *listPart) reload() { l.rows.Reload() }

// narrowed shows other rows than before, from the first on.
func (l *listPart) narrowed() {
	l.list.ScrollToTop()
	l.reload()
}

// clear forgets what another project was asked for.
func (l *listPart) clear() {
	l.field.SetText("")
	l.query.in = store.ArticleFilter{}
	l.scope.ShowAll()
	l.scope.Renew()
	l.list.ScrollToTop()
	l.at = 0
}

// endFilter shows all again.
func (l *listPart) endFilter() {
	l.rows.Seek()
	l.field.SetText("")
	l.rows.Show()
	l.focus()
}

func (l *listPart) loaded() {
	l.showCount()
	l.showEmpty()
	l.rows.Show()
	l.follow()
	if l.host.isIdle() {
		l.openNear()
	}
}

// follow notes where the open one is; where it is not listed, it is shown by showing all, if that was asked for.
func (l *listPart) follow() {
	switch at, known := l.rows.Chosen(); {
	case known && at >= 0:
		l.at, l.revealing = at, false
	case l.revealing && (known || l.query.text != ""):
		l.revealing = false
		l.showAll()
	}
}

// openNear opens the row where the last one was, or the one before it.
func (l *listPart) openNear() {
	at := max(min(l.at, l.rows.Len()-1), 0)
	if row, ok := l.rows.Row(at); ok {
		l.host.pick(row.id)
		return
	}
	l.list.ScrollTo(at) // so that it is read
}

func (l *listPart) showCount() {
	said := ""
	if l.desk.Project != nil {
		said = l.words.count(l.rows.Len())
	}
	l.count.SetText(said)
	if p := l.desk.Project; p == nil || p.ReadOnly() {
		l.create.Hide()
	} else {
		l.create.Show()
	}
	l.line.Refresh()
}

func (l *listPart) showEmpty() {
	narrowed := l.query.text != "" || l.query.kind != "" || !l.query.in.IsZero()
	switch {
	case l.desk.Project == nil:
		l.empty.Set(lang.L("No project is open."), l.desk.Leads().ToProject())
	case l.rows.Len() == 0 && l.query.text != "" && !l.desk.Project.ReadOnly():
		name := l.query.text
		l.empty.Set(fmt.Sprintf(l.words.noneFound, name), control.NewTextButton(fmt.Sprintf(l.words.createNamed, name),
			lang.L("Open a form with this name filled in"), "", func() { l.host.begin(name) }))
	case l.rows.Len() == 0 && narrowed:
		l.empty.Set(l.words.noneSuch, nil)
	case l.rows.Len() == 0:
		l.empty.Set(l.words.none, nil)
	default:
		l.put(l.list)
		return
	}
	l.put(l.empty)
}

func (l *listPart) put(o fyne.CanvasObject) {
	if l.body.Objects[0] != o {
		l.body.Objects = []fyne.CanvasObject{o}
		l.body.Refresh()
	}
}

// mark selects the row of the one that is open; the zero ID selects none.
func (l *listPart) mark(id store.ID) {
	l.revealing = l.revealing && id != store.ID{}
	l.rows.Select(id)
	l.follow()
}

// reveal selects a row wherever in the list it is. One that is hidden by what the
// list is narrowed to is shown by showing all.
func (l *listPart) reveal(id store.ID) {
	l.revealing = true
	l.mark(id)
}

// showAll takes away what the list is narrowed to.
func (l *listPart) showAll() {
	l.query.kind = ""
	if l.kinds != nil {
		l.kinds.SetValue(kindAny)
	}
	l.query.in = store.ArticleFilter{}
	l.scope.ShowAll()
	l.rows.Seek()
	l.query.text = ""
	l.field.SetText("")
	l.reload()
}

func (l *listPart) selected(row listRow) {
	if !l.host.isOpen(row.id) {
		l.host.pick(row.id)
	}
}

// editSelected opens the form of the selected row, else of the first.
func (l *listPart) editSelected() {
	row, ok := l.rows.Row(max(l.list.Selected(), 0))
	if !ok {
		return
	}
	if !l.host.isOpen(row.id) {
		l.host.pick(row.id)
	}
	l.focus()
}

// walk moves through the list while the search field has the focus.
func (l *listPart) walk(e *fyne.KeyEvent) bool {
	if e.Name != fyne.KeyDown && e.Name != fyne.KeyUp {
		return false
	}
	l.list.TypedKey(e)
	return true
}

// relist shows the rows as tall as they are to be now.
func (l *listPart) relist() { l.list.SetTight(l.desk.Prefs.HasDenseLists()) }

// unreadRow is the height of a row that has not been read yet, in pixels.
const unreadRow = 34

func (l *listPart) height(i int, width float32) float32 {
	row, ok := l.rows.Row(i)
	if !ok {
		return l.desk.Prefs.UnreadRow(unreadRow)
	}
	l.ruler.fill(row, l.desk.Names, l.desk.Prefs.HasDenseLists())
	return l.ruler.heightFor(width)
}

func (l *listPart) update(i int, o fyne.CanvasObject) {
	if row, ok := l.rows.Row(i); ok {
		o.(*fyne.Container).Layout.(*nameRow).fill(row, l.desk.Names, l.desk.Prefs.HasDenseLists())
		o.Refresh()
	}
}
