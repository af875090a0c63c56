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
	onOpen func(store.ID)
	onRead func(n int) // rows were read, of so many

	filters   *filters
	sort      *control.Select
	top, all  *fyne.Container
	tools     *control.Flow   // the order, and what is asked
	button    *control.Button // unfolds the filters
	chips     *control.Wrap
	progress  progress
	keeping   background.Latest
	counting  background.Latest // of how many are coded
	screening screening
	seeking   background.Latest // of an unread article, or of those to be drawn from

	heading *control.RichLine
	list    *control.VirtualList
	empty   *control.EmptyState
	body    *fyne.Container
	rows    *desk.RowList[store.ArticleRow] // the open one is chosen
	ruler   *articleRow                     // filled to measure rows
}

// New makes the list of articles. onOpen opens one; onRead is told how many there are when rows were read.
func New(d *desk.Desk, onOpen func(store.ID), onRead func(n int)) *List {
	l := &List{desk: d, onOpen: onOpen, onRead: onRead, ruler: newArticleRow()}
	l.screening = newScreening()
	l.heading = control.NewRichLine(1, control.Run{Text: " ", Size: look.CaptionSize})
	rows := background.NewRows(d.Reader(), l.source, func(r store.ArticleRow) []store.ID { return []store.ID{r.ID} }, l.loaded)
	l.list = control.NewVirtualList(rows.Len, l.height, func() fyne.CanvasObject { return newArticleRow().object() }, l.update)
	l.rows = desk.NewRowList(rows, l.list, func(r store.ArticleRow) { onOpen(r.ID) })
	l.list.OnVisible = l.inSight
	l.list.OnActivated = l.rows.Moved
	l.list.OnTapped = l.rows.Moved
	l.list.OnKey = d.ListKey
	l.rows.SelectTogether(d.RefreshMenu)
	l.list.Name = lang.L("Articles")
	l.empty = control.NewEmptyState("", nil)
	l.body = container.NewStack(l.list)
	l.chips = control.NewWrap(control.ButtonGap)
	l.filters = newFilters(d, l.list.Focus, l.narrowed, l.rearrange)
	l.sort = newSort(d.Prefs.ArticleSort(), l.sorted)
	l.button = control.NewQuietButton(lang.L("Filter"), lang.L("Say which articles are listed"), desk.KeyFilterArticles.String(),
		l.filters.toggle)
	l.Relist()
	return l
}

// Object is what it is drawn as: a heading, the order and the filters over the rows.
func (l *List) Object() fyne.CanvasObject {
	l.tools = control.NewFlow(topGap, control.NewSpread(l.button, l.sort, nil), l.chips)
	l.top = container.New(layout.NewCustomPaddedLayout(0, topGap, topPad, topPad), l.tools)
	heading := container.New(layout.NewCustomPaddedLayout(10, 4, 14, 8), l.heading)
	l.all = container.New(&listLayout{list: l}, heading, l.top, l.filters.content, l.body)
	return l.all
}

// Room in and round what stands over the rows, in pixels.
const topGap, topPad = 4, 8

// topHeight is the height of what stands over the rows and the filters in that width, in pixels.
func (l *List) topHeight(width float32) float32 { return l.tools.HeightFor(width-2*topPad) + topGap }

// query is what the list shows: which articles, in which order.
func (l *List) query() store.ArticleQuery {
	sort, backwards := strings.CutSuffix(l.sort.Value(), backwardsMark)
	return store.ArticleQuery{ArticleFilter: l.filters.asked, Sort: store.ArticleSort(sort), Backwards: backwards}
}

// source is where the rows come from.
func (l *List) source() background.Source[store.ArticleRow] {
	q := l.query()
	return background.Source[store.ArticleRow]{
		Page: func(ctx context.Context, p *store.Project, page store.Page) ([]store.ArticleRow, int, error) {
			q := q
			q.Page = page
			rows, err := p.ArticlePage(ctx, q)
			return rows, 0, err
		},
		After: func(ctx context.Context, p *store.Project, id store.ID, limit int) ([]store.ArticleRow, error) {
			q := q
			q.After, q.Limit = id, limit
			return p.ArticlePage(ctx, q)
		},
		Of: func(ctx context.Context, p *store.Project, ids []store.ID) ([]store.ArticleRow, error) {
			return p.ArticlesOf(ctx, ids)
		},
		Asked: q,
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
func (l *List) Reload() {
	l.rows.Reload()
	l.countProgress()
	l.keep()
	l.filters.count()
}

// Opened lists the articles of another project.
func (l *List) Opened() {
	l.filters.counts = store.ArticleFacets{}
	l.filters.asked = store.ArticleFilter{}
	l.screening.forget()
	l.filters.show()
	l.showChips()
	l.Reload()
}

// keep reads the collections and saved searches that there are.
func (l *List) keep() {
	background.Read(l.desk.Reader(), &l.keeping, func(ctx context.Context, p *store.Project) (k kept, err error) {
		if k.collections, err = p.Collections(ctx); err != nil {
			return k, err
		}
		k.searches, err = p.SavedSearches(ctx)
		return k, err
	}, func(k kept) {
		l.filters.offer(k)
		l.showChips()
	})
}

// narrowed lists what the filters ask now.
func (l *List) narrowed() {
	l.showChips()
	l.rows.Seek()
	l.rows.Reload()
	l.countProgress()
}

// sorted lists in another order, which is remembered.
func (l *List) sorted(order string) {
	l.desk.Prefs.SetArticleSort(order)
	l.rows.Seek()
	l.rows.Reload()
}

func (l *List) showChips() {
	l.chips.Objects = l.filters.chips()
	l.chips.Refresh()
	l.rearrange()
}

// rearrange gives filters and rows the room that they need now.
func (l *List) rearrange() {
	if l.all != nil {
		l.all.Refresh()
	}
}

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
	says := strings.ToUpper(l.desk.Project.Name()) + " · " + words.Counted(l.rows.Len(), "{{.Count}} article")
	if l.progress.total > 0 {
		says = words.Dotted(words.Counted(l.rows.Len(), "{{.Count}} article"),
			words.Sentence("%d of %d coded", l.progress.done, l.progress.total))
	}
	l.heading.SetRuns(control.Run{Text: says, Size: look.CaptionSize, Colour: look.ColorMuted})
}

func (l *List) showEmpty() {
	switch {
	case l.desk.Project == nil:
		l.empty.Set(lang.L("No project is open."), l.desk.Leads().ToProject())
	case l.rows.Len() == 0 && !l.filters.asked.IsZero():
		l.empty.Set(lang.L("No article fits all filters. Take one of them off."), nil)
	case l.rows.Len() == 0:
		l.empty.Set(lang.L("No articles yet. Import files, drop them on the window, or paste text."),
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

// Ask lists the articles that a filter leaves.
func (l *List) Ask(asked store.ArticleFilter) { l.filters.ask(asked) }

// Show selects the open article and brings it into sight; the zero ID selects none.
func (l *List) Show(id store.ID) { l.rows.Select(id) }

// Step opens the article that is by rows further down than the open one, or than the one that is being opened.
func (l *List) Step(by int) { l.rows.Beside(by, l.rows.Come) }

// Relist shows the rows as tall as they are to be now.
func (l *List) Relist() { l.list.SetTight(l.desk.Prefs.HasDenseLists()) }

const (
	articleTitleLines = 2
	articleFactLines  = 9 // as many as there are facts
)

// articleRow is one row of the list: the title over the dot of its status and a line of facts, or the dot before both on one line.
type articleRow struct {
	title, facts *control.RichLine
	dot          *control.Dot
	dense        bool
}

func newArticleRow() *articleRow {
	return &articleRow{
		title: control.NewRichLine(articleTitleLines), facts: control.NewRichLine(articleFactLines), dot: control.NewDot("grey"),
	}
}

// object is what the row is drawn as.
func (r *articleRow) object() fyne.CanvasObject { return container.New(r, r.title, r.dot, r.facts) }

// rowPadX and rowPadY are the room round a row, in pixels.
const rowPadX, rowPadY = 10, 8

// dotRoom is the width that a dot takes of the line that it begins, in pixels.
const dotRoom = control.RowDot + 6

// MinSize implements fyne.Layout.
func (r *articleRow) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(40, 20) }

// Layout implements fyne.Layout.
func (r *articleRow) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	if r.dense {
		r.dot.Move(fyne.NewPos(0, (size.Height-control.RowDot)/2))
		r.dot.Resize(fyne.NewSize(control.RowDot, control.RowDot))
		r.layDense(size)
		return
	}
	width := size.Width - 2*rowPadX
	h := r.title.HeightFor(width)
	r.title.Move(fyne.NewPos(rowPadX, rowPadY))
	r.title.Resize(fyne.NewSize(width, h))
	top := rowPadY + h + control.RowGap
	r.dot.Move(fyne.NewPos(rowPadX, top+4))
	r.dot.Resize(fyne.NewSize(control.RowDot, control.RowDot))
	r.facts.Move(fyne.NewPos(rowPadX+dotRoom, top))
	r.facts.Resize(fyne.NewSize(width-dotRoom, r.facts.HeightFor(width-dotRoom)))
}

// layDense puts the day at the end of the line of the title, if there is room for both whole.
func (r *articleRow) layDense(size fyne.Size) {
	room, day := size.Width-dotRoom, r.facts.NaturalWidth()
	r.facts.Hidden = r.title.NaturalWidth()+dotRoom+day > room
	if !r.facts.Hidden {
		height := r.facts.HeightFor(day)
		r.facts.Move(fyne.NewPos(size.Width-day, (size.Height-height)/2))
		r.facts.Resize(fyne.NewSize(day, height))
		room -= day
	}
	r.title.Move(fyne.NewPos(dotRoom, 0))
	r.title.Resize(fyne.NewSize(room, size.Height))
}

// heightFor is the height of the row in that width, in pixels.
func (r *articleRow) heightFor(width float32) float32 {
	if r.dense {
		return r.title.HeightFor(width - dotRoom)
	}
	inner := width - 2*rowPadX
	return rowPadY + r.title.HeightFor(inner) + control.RowGap + r.facts.HeightFor(inner-dotRoom) + rowPadY
}

// fill shows an article in the row; named says whom its text names, or "".
func (r *articleRow) fill(row store.ArticleRow, named string, dense bool) {
	r.dense = dense
	r.dot.SetColour(statusColour(row.Status))
	if dense {
		r.title.SetLines(1)
		r.title.SetRuns(articleTitle(row))
		r.facts.SetRuns(control.Caption(words.Day(row.Published)))
		return
	}
	r.title.SetLines(articleTitleLines)
	r.title.SetRuns(articleTitle(row))
	r.facts.SetRuns(articleFacts(row, named))
	r.facts.Show()
}

// unreadRow is the height of a row that has not been read yet, in pixels.
const unreadRow = 58

func (l *List) height(i int, width float32) float32 {
	row, ok := l.rows.Row(i)
	if !ok {
		return l.desk.Prefs.UnreadRow(unreadRow)
	}
	l.ruler.fill(row, l.named(row), l.desk.Prefs.HasDenseLists())
	return l.ruler.heightFor(width)
}

func (l *List) update(i int, o fyne.CanvasObject) {
	if row, ok := l.rows.Row(i); ok {
		o.(*fyne.Container).Layout.(*articleRow).fill(row, l.named(row), l.desk.Prefs.HasDenseLists())
		o.Refresh()
	}
}

func articleTitle(row store.ArticleRow) control.Run {
	return control.Run{Text: row.Title, Bold: true}
}

// articleFacts is the line under a title: date, outlet, language, status, whom it names, tags, how much is coded.
func articleFacts(row store.ArticleRow, named string) control.Run {
	var facts []string
	if row.Published != "" {
		facts = append(facts, words.Day(row.Published))
	}
	for _, fact := range []string{row.Source, words.Language(row.Language)} {
		if fact != "" {
			facts = append(facts, fact)
		}
	}
	facts = append(facts, words.Status(row.Status))
	if named != "" {
		facts = append(facts, named)
	}
	if len(row.Tags) > 0 {
		names := make([]string, len(row.Tags))
		for i, tag := range row.Tags {
			names[i] = tag.Name
		}
		facts = append(facts, words.Sentence("tagged %s", words.Joined(names)))
	}
	if row.Statements > 0 {
		facts = append(facts, words.Counted(row.Statements, "{{.Count}} statement"))
	}
	if row.Positions > 0 {
		facts = append(facts, words.Counted(row.Positions, "{{.Count}} position"))
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
