// Package library is the list of the articles of a project.
package library

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"

	"standpoint/app/background"
	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/look"
	"standpoint/app/words"
	"standpoint/store"
)

// List is the list at the left of the articles view.
type List struct {
	desk   *desk.Desk
	onRead func(n int) // rows were read, of so many

	heading *control.RichLine
	list    *control.VirtualList
	empty   *control.EmptyState
	body    *fyne.Container
	rows    *desk.RowList[store.ArticleRow] // the open one is chosen
}

// New makes the list of articles. onOpen opens one; onRead is told how many there are when rows were read.
func New(d *desk.Desk, onOpen func(store.ID), onRead func(n int)) *List {
	l := &List{desk: d, onRead: onRead, heading: control.NewRichLine(1, control.Run{Text: " ", Size: look.CaptionSize})}
	rows := background.NewRows(d.Reader(), articleSource, func(r store.ArticleRow) []store.ID { return []store.ID{r.ID} }, l.loaded)
	l.list = control.NewVirtualList(rows.Len, l.height, newArticleRow, l.update)
	l.rows = desk.NewRowList(rows, l.list, func(r store.ArticleRow) { onOpen(r.ID) })
	l.list.OnActivated = l.rows.Moved
	l.list.OnTapped = l.rows.Moved
	l.list.OnKey = d.ListKey
	l.rows.SelectTogether(d.RefreshMenu)
	l.list.Name = lang.L("Articles")
	l.empty = control.NewEmptyState("", nil)
	l.body = container.NewStack(l.list)
	return l
}

// Object is what it is drawn as: a heading over the rows.
func (l *List) Object() fyne.CanvasObject {
	heading := container.New(layout.NewCustomPaddedLayout(10, 4, 14, 8), l.heading)
	return container.NewBorder(heading, nil, nil, nil, l.body)
}

// articleSource is the list of all articles, newest first.
func articleSource() background.Source[store.ArticleRow] {
	q := store.ArticleQuery{Sort: store.ArticlesByPublished}
	return background.Source[store.ArticleRow]{
		Page: func(ctx context.Context, p *store.Project, page store.Page) ([]store.ArticleRow, int, error) {
			q := q
			q.Page = page
			return p.Articles(ctx, q)
		},
		Rank: func(ctx context.Context, p *store.Project, id store.ID) (int, error) {
			return p.ArticleRank(ctx, q, id)
		},
		IDs: func(ctx context.Context, p *store.Project, page store.Page) ([]store.ID, error) {
			q := q
			q.Page = page
			return p.ArticleIDs(ctx, q)
		},
	}
}

// Reload reads the rows anew.
func (l *List) Reload() { l.rows.Reload() }

// Focus gives the keyboard to the list.
func (l *List) Focus() { l.list.Focus() }

func (l *List) loaded() {
	l.showHeading()
	l.showEmpty()
	l.rows.Show()
	l.onRead(l.rows.Len())
}

func (l *List) showHeading() {
	if l.desk.Project == nil {
		l.heading.SetRuns()
		return
	}
	l.heading.SetRuns(control.Run{
		Text: strings.ToUpper(l.desk.Project.Name()) + " · " + words.Counted(l.rows.Len(), "{{.Count}} article"),
		Size: look.CaptionSize, Colour: look.ColorMuted,
	})
}

func (l *List) showEmpty() {
	switch {
	case l.desk.Project == nil:
		l.empty.Set(lang.L("No project is open."), l.desk.Leads().ToProject())
	case l.rows.Len() == 0:
		l.empty.Set(lang.L("No articles yet. Import text files, drop them on the window, or paste text."),
			l.desk.Leads().ToArticles())
	default:
		l.body.Objects = []fyne.CanvasObject{l.list}
		l.body.Refresh()
		return
	}
	l.body.Objects = []fyne.CanvasObject{l.empty}
	l.body.Refresh()
}

// Selected are the articles that are selected while the list has the keyboard; false if none are.
func (l *List) Selected() ([]store.ID, bool) {
	if !l.list.Focused() {
		return nil, false
	}
	ids := l.rows.Selected()
	return ids, len(ids) > 0
}

// OnMenu has a menu opened for what is selected, at a place in the window.
func (l *List) OnMenu(open func(at fyne.Position)) {
	l.list.OnMenu = func(_ int, at fyne.Position) { open(at) }
}

// Show selects the open article and brings it into sight; the zero ID selects none.
func (l *List) Show(id store.ID) { l.rows.Select(id) }

// Step opens the article that is by rows further down than the open one, or than the one that is being opened.
func (l *List) Step(by int) { l.rows.Beside(by, l.rows.Come) }

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

// rowPadX and rowPadY are the room round a row, in pixels.
const rowPadX, rowPadY = 10, 8

func (articleRowLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(40, 40) }

func (articleRowLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	width := size.Width - 2*rowPadX
	title, facts := o[0].(*control.RichLine), o[2].(*control.RichLine)
	h := title.HeightFor(width)
	title.Move(fyne.NewPos(rowPadX, rowPadY))
	title.Resize(fyne.NewSize(width, h))
	top := rowPadY + h + control.RowGap
	factsHeight := facts.HeightFor(width - control.RowDot - 6)
	o[1].Move(fyne.NewPos(rowPadX, top+4))
	o[1].Resize(fyne.NewSize(control.RowDot, control.RowDot))
	facts.Move(fyne.NewPos(rowPadX+control.RowDot+6, top))
	facts.Resize(fyne.NewSize(width-control.RowDot-6, factsHeight))
}

func (l *List) height(i int, width float32) float32 {
	row, ok := l.rows.Row(i)
	if !ok {
		return 58
	}
	inner := width - 2*rowPadX
	title := control.NewRichLine(articleTitleLines, articleTitle(row))
	facts := control.NewRichLine(articleFactLines, articleFacts(row))
	return rowPadY + title.HeightFor(inner) + control.RowGap + facts.HeightFor(inner-control.RowDot-6) + rowPadY
}

func (l *List) update(i int, o fyne.CanvasObject) {
	row, ok := l.rows.Row(i)
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
	facts := []string{words.Status(row.Status)}
	if row.Published != "" {
		facts = append([]string{words.Day(row.Published)}, facts...)
	}
	if row.Statements > 0 {
		facts = append(facts, words.Counted(row.Statements, "{{.Count}} statement"))
	}
	if row.Unplaced > 0 {
		facts = append(facts, words.Counted(row.Unplaced, "{{.Count}} to review"))
	}
	return control.Run{Text: words.Dotted(facts...), Size: look.CaptionSize, Colour: look.ColorMuted}
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
