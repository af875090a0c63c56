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
	"standpoint/app/names"
	"standpoint/app/words"
	"standpoint/store"
)

// directoryList is the list at the left of a directory.
type directoryList struct {
	directory *Directory
	query     DirectoryQuery

	Field   *control.Field
	count   *control.RichLine
	create  *control.Button
	line    *control.Spread // of both
	Kinds   *control.Select // nil where there are no kinds
	Order   *control.Select
	List    *control.VirtualList
	Empty   *control.EmptyState
	top     *control.Flow
	Body    *fyne.Container
	content *fyne.Container

	Rows      *desk.RowList[directoryRow] // the open one is chosen
	at        int                         // where it was last
	revealing bool                        // all are shown if the chosen one is not listed
}

// DirectoryQuery says which rows are listed, and in which order.
type DirectoryQuery struct {
	text    string // part of a name or alias; "" for all
	kind    string // of actors; "" for all
	busiest bool   // most positions first; else by name
	store.Page
}

// directoryRow is one actor or issue as the list shows it.
type directoryRow struct {
	Id     store.ID
	Name   string
	colour string
	facts  func(names.Names) []string
}

// The orders of the list and its filter of kinds, as keys of their choices.
const (
	orderName    = "name"
	OrderBusiest = "busiest"
	kindAny      = "any"
)

func newDirectoryList(d *Directory) *directoryList {
	l := &directoryList{directory: d, count: control.NewCaption("")}
	words := d.Words
	l.Field = control.NewSearchField(words.find, "")
	l.Field.OnChanged = func(s string) { l.query.text = strings.TrimSpace(s); l.narrowed() }
	l.Field.OnSubmitted = func(string) { l.editSelected() }
	l.Field.OnCancel = l.EndFilter
	l.Field.OnKey = d.App.TypedKey
	l.Field.SetTyped(l.walk)
	l.create = control.NewTextButton(words.create, "", "", func() { d.Begin("") })
	l.line = control.NewSpread(nil, container.New(layout.NewCustomPaddedLayout(3, 0, 0, 0), l.count), l.create)
	rows := background.NewRows(d.App.Reader(), l.source, func(r directoryRow) []store.ID { return []store.ID{r.Id} }, l.loaded)
	l.List = control.NewVirtualList(rows.Len, l.height, newEntryRow, l.update)
	l.Rows = desk.NewRowList(rows, l.List, l.selected)
	l.List.OnActivated = func(int) { d.Side.focus() }
	l.List.OnLetter = d.App.TypedLetter
	l.List.OnKey = func(e *fyne.KeyEvent) { d.App.TypedKey(e) }
	l.Empty = control.NewEmptyState("", "", nil)
	l.Body = container.NewStack(l.List)
	l.top = control.NewFlow(6, l.Field, l.choices(), l.line)
	l.content = container.NewBorder(
		container.New(layout.NewCustomPaddedLayout(10, 6, 10, 10), l.top), nil, nil, nil,
		container.New(layout.NewCustomPaddedLayout(0, 0, 6, 2), l.Body),
	)
	return l
}

// choices are how the list is narrowed and ordered.
func (l *directoryList) choices() fyne.CanvasObject {
	l.Order = control.NewSelect("", []control.Option{
		{Key: orderName, Word: lang.L("By name")},
		{Key: OrderBusiest, Word: lang.L("Most positions")},
	})
	l.Order.SetValue(orderName)
	l.Order.OnKey = l.directory.App.TypedKey
	l.Order.OnUnfold = l.unfolded
	l.Order.OnChanged = func(key string) { l.query.busiest = key == OrderBusiest; l.Rows.Seek(); l.reload() }
	every := l.directory.Words.kinds
	if every == "" {
		return l.Order
	}
	options := []control.Option{{Key: kindAny, Word: every}}
	for _, k := range desk.ActorKinds() {
		options = append(options, control.Option{Key: k.Key, Word: k.Word})
	}
	l.Kinds = control.NewSelect("", options)
	l.Kinds.SetValue(kindAny)
	l.Kinds.OnKey = l.directory.App.TypedKey
	l.Kinds.OnUnfold = l.unfolded
	l.Kinds.OnChanged = func(key string) {
		l.query.kind = ""
		if key != kindAny {
			l.query.kind = key
		}
		l.narrowed()
	}
	return container.NewGridWithColumns(2, l.Kinds, l.Order)
}

func (l *directoryList) object() fyne.CanvasObject { return l.content }

// unfolded makes room for the choices of kinds and orders.
func (l *directoryList) unfolded(bool) {
	l.top.Refresh()
	l.content.Refresh()
}

func (l *directoryList) focus() { l.List.Focus() }

// source is the list as it is narrowed and ordered now. Who types a name looks at the first rows that have it: the row of the one that is
// open is then not looked for among all the others.
func (l *directoryList) source() background.Source[directoryRow] {
	q, subject := l.query, l.directory.Subject
	source := background.Source[directoryRow]{
		Page: func(ctx context.Context, p *store.Project, page store.Page) ([]directoryRow, int, error) {
			q := q
			q.Page = page
			return subject.Rows(ctx, p, q)
		},
	}
	if q.text == "" {
		source.Rank = func(ctx context.Context, p *store.Project, id store.ID) (int, error) {
			return subject.rank(ctx, p, q, id)
		}
	}
	return source
}

func (l *directoryList) reload() { l.Rows.Reload() }

// narrowed shows other rows than before, from the first on.
func (l *directoryList) narrowed() {
	l.List.ScrollToTop()
	l.reload()
}

// clear forgets what another project was asked for.
func (l *directoryList) clear() {
	l.Field.SetText("")
	l.List.ScrollToTop()
	l.at = 0
}

// EndFilter shows all again.
func (l *directoryList) EndFilter() {
	l.Rows.Seek()
	l.Field.SetText("")
	l.Rows.Show()
	l.focus()
}

func (l *directoryList) loaded() {
	l.showCount()
	l.showEmpty()
	l.Rows.Show()
	l.follow()
	if d := l.directory; !d.HasOpen() && !d.creating {
		l.openNear()
	}
}

// follow notes where the open one is; where it is not listed, it is shown by showing all, if that was asked for.
func (l *directoryList) follow() {
	switch at, known := l.Rows.Chosen(); {
	case known && at >= 0:
		l.at, l.revealing = at, false
	case l.revealing && (known || l.query.text != ""):
		l.revealing = false
		l.showAll()
	}
}

// openNear opens the row where the last one was, or the one before it.
func (l *directoryList) openNear() {
	at := max(min(l.at, l.Rows.Len()-1), 0)
	if row, ok := l.Rows.Row(at); ok {
		l.directory.Pick(row.Id)
		return
	}
	l.List.ScrollTo(at) // so that it is read
}

func (l *directoryList) showCount() {
	said := ""
	if l.directory.App.Project != nil {
		said = l.directory.Words.count(l.Rows.Len())
	}
	l.count.SetText(said)
	if p := l.directory.App.Project; p == nil || p.ReadOnly() {
		l.create.Hide()
	} else {
		l.create.Show()
	}
	l.line.Refresh()
}

func (l *directoryList) showEmpty() {
	d, words := l.directory, l.directory.Words
	narrowed := l.query.text != "" || l.query.kind != ""
	switch {
	case d.App.Project == nil:
		l.Empty.Set(lang.L("No project is open."), lang.L("Open a project…"), d.App.Leads().OpenProject)
	case l.Rows.Len() == 0 && l.query.text != "" && !d.App.Project.ReadOnly():
		name := l.query.text
		l.Empty.Set(fmt.Sprintf(words.noneFound, name), fmt.Sprintf(words.createNamed, name), func() { d.Begin(name) })
	case l.Rows.Len() == 0 && narrowed:
		l.Empty.Set(words.noneSuch, "", nil)
	case l.Rows.Len() == 0:
		l.Empty.Set(words.none, "", nil)
	default:
		l.put(l.List)
		return
	}
	l.put(l.Empty)
}

func (l *directoryList) put(o fyne.CanvasObject) {
	if l.Body.Objects[0] != o {
		l.Body.Objects = []fyne.CanvasObject{o}
		l.Body.Refresh()
	}
}

// mark selects the row of the one that is open; the zero ID selects none.
func (l *directoryList) mark(id store.ID) {
	l.revealing = l.revealing && id != store.ID{}
	l.Rows.Select(id)
	l.follow()
}

// reveal selects a row wherever in the list it is. One that is hidden by what the
// list is narrowed to is shown by showing all.
func (l *directoryList) reveal(id store.ID) {
	l.revealing = true
	l.mark(id)
}

// showAll takes away what the list is narrowed to.
func (l *directoryList) showAll() {
	l.query.kind = ""
	if l.Kinds != nil {
		l.Kinds.SetValue(kindAny)
	}
	l.Rows.Seek()
	l.query.text = ""
	l.Field.SetText("")
	l.reload()
}

func (l *directoryList) selected(row directoryRow) {
	if row.Id != l.directory.Open {
		l.directory.Pick(row.Id)
	}
}

// editSelected opens the form of the selected row, else of the first.
func (l *directoryList) editSelected() {
	row, ok := l.Rows.Row(max(l.List.Selected(), 0))
	if !ok {
		return
	}
	if row.Id != l.directory.Open {
		l.directory.Pick(row.Id)
	}
	l.focus()
}

// walk moves through the list while the search field has the focus.
func (l *directoryList) walk(e *fyne.KeyEvent) bool {
	if e.Name != fyne.KeyDown && e.Name != fyne.KeyUp {
		return false
	}
	l.List.TypedKey(e)
	return true
}

// An entry's row has its name over a line of facts.
const (
	entryNameLines = 2
	entryFactLines = 2
)

func newEntryRow() fyne.CanvasObject {
	return container.New(&entryRowLayout{}, control.NewRichLine(entryNameLines), control.NewDot("grey"), control.NewRichLine(entryFactLines))
}

// entryRowLayout puts the dot before the name, and the facts below both.
type entryRowLayout struct{}

const entryIndent = control.RowDot + 6

func (entryRowLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(40, 30) }

func (entryRowLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	name, facts := o[0].(*control.RichLine), o[2].(*control.RichLine)
	h := name.HeightFor(size.Width - entryIndent)
	name.Move(fyne.NewPos(entryIndent, 0))
	name.Resize(fyne.NewSize(size.Width-entryIndent, h))
	o[1].Move(fyne.NewPos(0, 4.5))
	o[1].Resize(fyne.NewSize(control.RowDot, control.RowDot))
	facts.Move(fyne.NewPos(0, h+control.RowGap))
	facts.Resize(fyne.NewSize(size.Width, facts.HeightFor(size.Width)))
}

func (l *directoryList) height(i int, width float32) float32 {
	row, ok := l.Rows.Row(i)
	if !ok {
		return 34
	}
	name := control.NewRichLine(entryNameLines, entryName(row))
	facts := control.NewRichLine(entryFactLines, l.entryFacts(row))
	return name.HeightFor(width-entryIndent) + control.RowGap + facts.HeightFor(width)
}

func (l *directoryList) update(i int, o fyne.CanvasObject) {
	row, ok := l.Rows.Row(i)
	if !ok {
		return
	}
	parts := o.(*fyne.Container).Objects
	parts[0].(*control.RichLine).SetRuns(entryName(row))
	parts[1].(*control.Dot).SetColour(store.ColourOf(row.colour, row.Id))
	parts[2].(*control.RichLine).SetRuns(l.entryFacts(row))
	o.Refresh()
}

func entryName(row directoryRow) control.Run { return control.Run{Text: row.Name, Bold: true} }

func (l *directoryList) entryFacts(row directoryRow) control.Run {
	return control.Caption(words.Dotted(row.facts(l.directory.App.Names)...))
}
