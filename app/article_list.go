package app

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"

	"standpoint/app/control"
	"standpoint/app/look"
	"standpoint/store"
)

// articleList is the list at the left of the articles view.
type articleList struct {
	app    *Desk
	onOpen func(store.ID)
	onRead func(n int) // rows were read, of so many

	heading *control.RichLine
	list    *control.VirtualList
	empty   *control.EmptyState
	body    *fyne.Container
	pages   *pages[store.ArticleRow]
	open    store.ID
	at      int // where in the list the open one was seen last
}

func newArticleList(d *Desk, onOpen func(store.ID), onRead func(n int)) *articleList {
	l := &articleList{app: d, onOpen: onOpen, onRead: onRead, heading: control.NewRichLine(1, control.Run{Text: " ", Size: look.CaptionSize})}
	l.pages = newPages(d, func(ctx context.Context, p *store.Project, page store.Page) ([]store.ArticleRow, int, error) {
		return p.Articles(ctx, store.ArticleQuery{Sort: store.ArticlesByPublished, Page: page})
	}, l.loaded)
	l.list = control.NewVirtualList(l.pages.length, l.height, newArticleRow, l.update)
	l.list.OnVisible = l.pages.need
	l.list.OnSelected = l.openRow
	l.list.OnActivated = l.openRow
	l.list.OnTapped = l.openRow
	l.list.OnKey = d.listKey
	l.empty = control.NewEmptyState("", "", nil)
	l.body = container.NewStack(l.list)
	return l
}

func (l *articleList) object() fyne.CanvasObject {
	heading := container.New(layout.NewCustomPaddedLayout(10, 4, 14, 8), l.heading)
	return container.NewBorder(heading, nil, nil, nil, l.body)
}

func (l *articleList) reload() { l.pages.reload(l.at) }

func (l *articleList) focus() { l.list.Focus() }

func (l *articleList) loaded() {
	l.showHeading()
	l.showEmpty()
	l.list.Reload()
	l.mark()
	l.onRead(l.pages.length())
}

func (l *articleList) showHeading() {
	if l.app.project == nil {
		l.heading.SetRuns()
		return
	}
	l.heading.SetRuns(control.Run{
		Text: strings.ToUpper(l.app.project.Name()) + " · " + counted(l.pages.length(), "{{.Count}} article"),
		Size: look.CaptionSize, Colour: look.ColorMuted,
	})
}

func (l *articleList) showEmpty() {
	switch {
	case l.app.project == nil:
		l.empty.Set(lang.L("No project is open."), lang.L("Open a project…"), l.app.leads().openProject)
	case l.pages.length() == 0:
		l.empty.Set(lang.L("No articles yet. Import text files, drop them on the window, or paste text."), lang.L("Import articles…"), l.app.leads().importArticles)
	default:
		l.body.Objects = []fyne.CanvasObject{l.list}
		l.body.Refresh()
		return
	}
	l.body.Objects = []fyne.CanvasObject{l.empty}
	l.body.Refresh()
}

// show marks the open article as selected, if its row has been read; the zero ID
// marks none.
func (l *articleList) show(id store.ID) {
	l.open = id
	l.mark()
}

func (l *articleList) mark() {
	for i := range l.pages.length() {
		if row, ok := l.pages.row(i); ok && row.ID == l.open {
			l.at = i
			if l.list.Selected() != i {
				l.list.Select(i)
			}
			return
		}
	}
	l.list.Select(-1)
}

// step opens the article that is by rows further down.
func (l *articleList) step(by int) {
	if row, ok := l.pages.row(l.list.Selected() + by); ok {
		l.onOpen(row.ID)
	}
}

func (l *articleList) openRow(i int) {
	if row, ok := l.pages.row(i); ok && row.ID != l.open {
		l.onOpen(row.ID)
	}
}

const (
	articleTitleLines = 2
	articleFactLines  = 2
)

// newArticleRow is one row of the list: the title over the dot of its status and
// a line of facts.
func newArticleRow() fyne.CanvasObject {
	title := control.NewRichLine(articleTitleLines)
	facts := control.NewRichLine(articleFactLines)
	dot := control.NewDot("grey")
	return container.New(&articleRowLayout{}, title, dot, facts)
}

// articleRowLayout puts the status dot before the line of facts.
type articleRowLayout struct{}

const (
	rowPadX, rowPadY = 10, 8
	rowDot           = 8
	rowGap           = 3
)

func (articleRowLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(40, 40) }

func (articleRowLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	width := size.Width - 2*rowPadX
	title, facts := o[0].(*control.RichLine), o[2].(*control.RichLine)
	h := title.HeightFor(width)
	title.Move(fyne.NewPos(rowPadX, rowPadY))
	title.Resize(fyne.NewSize(width, h))
	top := rowPadY + h + rowGap
	factsHeight := facts.HeightFor(width - rowDot - 6)
	o[1].Move(fyne.NewPos(rowPadX, top+4))
	o[1].Resize(fyne.NewSize(rowDot, rowDot))
	facts.Move(fyne.NewPos(rowPadX+rowDot+6, top))
	facts.Resize(fyne.NewSize(width-rowDot-6, factsHeight))
}

func (l *articleList) height(i int, width float32) float32 {
	row, ok := l.pages.row(i)
	if !ok {
		return 58
	}
	inner := width - 2*rowPadX
	title := control.NewRichLine(articleTitleLines, articleTitle(row))
	facts := control.NewRichLine(articleFactLines, articleFacts(row))
	return rowPadY + title.HeightFor(inner) + rowGap + facts.HeightFor(inner-rowDot-6) + rowPadY
}

func (l *articleList) update(i int, o fyne.CanvasObject) {
	row, ok := l.pages.row(i)
	if !ok {
		return
	}
	parts := o.(*fyne.Container).Objects
	parts[0].(*control.RichLine).SetRuns(articleTitle(row))
	parts[1].(*control.Dot).SetColour(statusColour(row.Status))
	parts[2].(*control.RichLine).SetRuns(articleFacts(row))
	o.Refresh()
}

func articleTitle(row store.ArticleRow) control.Run {
	return control.Run{Text: row.Title, Bold: true}
}

// articleFacts is the line under a title: date, status, how much is coded.
func articleFacts(row store.ArticleRow) control.Run {
	facts := []string{statusWord(row.Status)}
	if row.Published != "" {
		facts = append([]string{dayWords(row.Published)}, facts...)
	}
	if row.Statements > 0 {
		facts = append(facts, counted(row.Statements, "{{.Count}} statement"))
	}
	if row.Unplaced > 0 {
		facts = append(facts, counted(row.Unplaced, "{{.Count}} to review"))
	}
	return control.Run{Text: dotted(facts...), Size: look.CaptionSize, Colour: look.ColorMuted}
}

func statusColour(s store.Status) string {
	switch s {
	case store.StatusInProgress:
		return "amber"
	case store.StatusCoded:
		return "green"
	case store.StatusReviewed:
		return "blue"
	}
	return "grey"
}
