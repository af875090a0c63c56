// Package panel lists positions and statements, of one article or of the project, as far as they are asked for.
package panel

import (
	"context"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"standpoint/app/background"
	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/look"
	"standpoint/app/record"
	"standpoint/app/words"
	"standpoint/store"
)

// Panel lists positions and statements, of the open article or of the whole
// project, filtered by what the analyst asks for.
type Panel struct {
	desk    *desk.Desk
	reading Reading

	Tab     string
	whole   bool                // the whole project instead of the open article
	in      store.ArticleFilter // which articles of the whole project
	scopes  []desk.Scope
	scoping background.Latest
	group   store.Grouping
	sort    store.StatementSort
	Filter  Filter

	tabs       *control.TabBar
	scope      *control.Select
	order      *control.Select
	filters    *filters
	positions  *record.List[store.PositionRow]
	statements *record.List[store.StatementRow]
	proposals  *proposals
	bar        *fyne.Container // with the tabs
	choices    *fyne.Container // of what is listed, and in which order
	content    *fyne.Container
	lists      *fyne.Container
	led        func() // gives the keyboard to a list of which rows are being read; nil: to none
}

// The panel's tabs.
const (
	TabPositions  = "positions"
	TabStatements = "statements"
	TabProposals  = "proposals"
)

// Reading is the view that shows the text, as the panel knows it.
type Reading interface {
	Article() store.Article // the open one; its ID is zero while none is
	Redress()               // draws the marks anew, as other ones are to stand out
	Rearrange()             // makes room after the panel's filters grew or shrank
	Focus()                 // gives the keyboard to the text
	PickProposal(store.ID)  // makes a proposal the current one
	EditProposal(store.ID)  // opens it as a form
}

// The panel's scopes and orders, as keys of their choices.
const (
	scopeArticle = "article"
	scopeProject = "project"
)

// New makes the panel that stands beside a text.
func New(d *desk.Desk, reading Reading) *Panel {
	p := &Panel{desk: d, reading: reading, Tab: TabPositions, group: store.PositionsByHolder, sort: store.StatementsByText}
	p.tabs = control.NewTabBar([]control.Tab{
		{Key: TabPositions, Label: lang.L("Positions")},
		{Key: TabStatements, Label: lang.L("Statements")},
		{Key: TabProposals, Label: proposalsLabel(0)},
	})
	p.tabs.OnChanged, p.tabs.OnLetter = p.Show, d.TypedLetter
	p.scope = control.NewSelect("", p.scopeOptions())
	p.scope.SetValue(scopeArticle)
	p.scope.OnChanged = p.setScope
	p.scope.Name = lang.L("Where")
	p.order = control.NewSelect("", nil)
	p.order.Name = lang.L("Order")
	p.order.OnChanged = p.setOrder
	p.filters = newPanelFilters(d, reading.Focus, func(f Filter) { p.Filter = f; p.narrowed(); reading.Redress() }, p.resized)

	p.positions = record.NewList(d, p.positionSource, p.showPosition, positionCovers)
	p.statements = record.NewList(d, p.statementSource, p.showStatement, statementCovers)
	p.proposals = newProposals(d, reading.PickProposal, reading.EditProposal)
	p.positions.OnLoaded, p.statements.OnLoaded = p.loaded, p.loaded
	p.positions.Widget.OnKey, p.statements.Widget.OnKey, p.proposals.list.Widget.OnKey = p.listKey, p.listKey, p.listKey
	p.positions.Widget.Name, p.statements.Widget.Name = lang.L("Positions"), lang.L("Statements")
	p.positions.OnMove = func(id store.ID) { p.statements.Choose(id) }
	p.statements.OnMove = func(id store.ID) { p.positions.Choose(id) }
	p.positions.OnOpen = func(r store.PositionRow) { p.open(r.Article, r.ID) }
	p.statements.OnOpen = func(r store.StatementRow) { p.open(r.Article, r.ID) }
	p.positions.SetEmpty(words.Sentence("No positions here yet. Select the words in which somebody takes one and press %s, or %s for a "+
		"statement.",
		desk.KeyPosition, desk.KeyStatement))
	p.statements.SetEmpty(words.Sentence("No statements here yet. Select what somebody says and press %s.",
		desk.KeyStatement))
	p.lists = container.NewStack()
	search := control.NewIconButton(theme.SearchIcon(), lang.L("Filter the list"), desk.KeyFilter.String(), p.pressFilter)
	p.bar = container.New(layout.NewCustomPaddedLayout(8, 6, 12, 12), container.NewBorder(nil, nil, nil, search, p.tabs))
	p.choices = container.New(layout.NewCustomPaddedLayout(0, 6, 12, 12), container.NewGridWithColumns(2, p.order, p.scope))
	p.content = container.New(&panelLayout{p}, p.bar, p.choices, container.NewStack(p.filters.object()), p.lists)
	p.Show(TabPositions)
	return p
}

// Object is what the window shows of the panel.
func (p *Panel) Object() fyne.CanvasObject { return control.Backed(look.ColorPanel, p.content) }

// Lead brings one of the lists to the front and gives it the keyboard, if it has rows, as soon as they are read: unless somebody has gone
// elsewhere by then.
func (p *Panel) Lead(tab string) {
	from := p.desk.Window.Canvas().Focused()
	p.led = func() {
		if p.Tab == tab && p.desk.Window.Canvas().Focused() == from {
			p.focusRows()
		}
	}
	p.Show(tab)
	if tab == TabProposals { // which are there
		p.loaded()
	}
}

// listKey runs the window's keys while one of the lists has the keyboard. Esc gives up what is open at the side; where nothing is, it leads
// back to the text.
func (p *Panel) listKey(e *fyne.KeyEvent) {
	if !p.desk.TypedKey(e) && desk.KeyGiveUp.IsPlain(e.Name) {
		p.reading.Focus()
	}
}

// loaded follows that the rows of a list were read.
func (p *Panel) loaded() {
	if led := p.led; led != nil {
		p.led = nil
		led()
	}
}

// focusRows gives the keyboard to the list in front, if it has rows and there is room to show some; and to the text, if one that is not in
// front any more has it.
func (p *Panel) focusRows() {
	wasInList := p.positions.Widget.Focused() || p.statements.Widget.Focused() || p.proposals.list.Widget.Focused()
	isDone := false
	switch {
	case !p.lists.Visible():
	case p.Tab == TabPositions:
		isDone = focusRows(p.positions)
	case p.Tab == TabStatements:
		isDone = focusRows(p.statements)
	case p.Tab == TabProposals:
		isDone = focusRows(p.proposals.list)
	}
	if wasInList && !isDone {
		p.reading.Focus()
	}
}

func focusRows[T any](l *record.List[T]) bool {
	if l.Rows.Len() == 0 {
		return false
	}
	l.Focus()
	return true
}

// Show brings one of the lists to the front.
func (p *Panel) Show(tab string) {
	p.Tab = tab
	p.tabs.SetCurrent(tab)
	switch tab {
	case TabPositions:
		p.order.SetOptions([]control.Option{
			{Key: string(store.PositionsByHolder), Word: lang.L("By holder")},
			{Key: string(store.PositionsByTarget), Word: lang.L("By target")},
		})
		p.order.SetValue(string(p.group))
		p.lists.Objects = []fyne.CanvasObject{p.positions.Object()}
	case TabStatements:
		p.order.SetOptions([]control.Option{
			{Key: string(store.StatementsByText), Word: lang.L("In text order")},
			{Key: string(store.StatementsByDate), Word: lang.L("By date")},
		})
		p.order.SetValue(string(p.sort))
		p.lists.Objects = []fyne.CanvasObject{p.statements.Object()}
	case TabProposals:
		p.lists.Objects = []fyne.CanvasObject{p.proposals.list.Object()}
	}
	p.lists.Refresh()
	p.content.Refresh()
	p.narrowed()
}

// Selected are the statements or positions that are selected while their list has the keyboard; false if none are.
func (p *Panel) Selected() ([]store.ID, bool) {
	switch p.Tab {
	case TabPositions:
		return p.positions.Selected()
	case TabStatements:
		return p.statements.Selected()
	}
	return nil, false
}

// OnMenu has a menu opened for what is selected in a list, at a place in the window.
func (p *Panel) OnMenu(open func(at fyne.Position)) {
	p.positions.Widget.OnMenu = func(_ int, at fyne.Position) { open(at) }
	p.statements.Widget.OnMenu = func(_ int, at fyne.Position) { open(at) }
}

// open shows the words of an annotation.
func (p *Panel) open(article, annotation store.ID) {
	p.desk.GoTo(desk.Place{Entity: store.EntityAnnotation, ID: annotation, Article: article})
}

// narrowed shows other rows than before; the chosen one stays so, if it is among
// them.
func (p *Panel) narrowed() {
	p.positions.Seek()
	p.statements.Seek()
	p.Reload()
}

func (p *Panel) setOrder(key string) {
	if p.Tab == TabPositions {
		p.group = store.Grouping(key)
	} else {
		p.sort = store.StatementSort(key)
	}
	p.narrowed()
}

// Opened begins anew with another project.
func (p *Panel) Opened() {
	p.SelectAnnotation(store.ID{})
	p.offerScopes(nil)
	p.RenewScopes()
	p.filters.clear()
}

// ToggleFilter leads to the fields that narrow the lists; from within them it folds them and shows everything again.
func (p *Panel) ToggleFilter() {
	if p.Tab == TabProposals { // which are not narrowed
		p.Show(TabStatements)
	}
	p.filters.toggle()
}

// pressFilter is ToggleFilter for the button.
func (p *Panel) pressFilter() {
	if p.Tab == TabProposals {
		p.Show(TabStatements)
	}
	p.filters.press()
}

// HasFilterFocus reports whether a field that narrows the lists has the keyboard.
func (p *Panel) HasFilterFocus() bool { return p.filters.focused() }

// resized makes room after the filters grew or shrank.
func (p *Panel) resized() {
	p.reading.Rearrange()
	p.content.Refresh()
}

// ShowArticle shows another article's rows, unless the whole project is shown.
func (p *Panel) ShowArticle() {
	if !p.whole {
		p.Reload()
	}
}

// Relist shows the rows as tall as they are to be now.
func (p *Panel) Relist() {
	p.positions.Relist()
	p.statements.Relist()
	p.proposals.list.Relist()
}

// Reload reads the rows of the list in front anew.
func (p *Panel) Reload() {
	p.filters.named(len(p.desk.Names.Coders))
	switch p.Tab {
	case TabPositions:
		p.positions.Reload()
	case TabStatements:
		p.statements.Reload()
	}
}

// scoped is the article whose rows are shown; the zero ID is the project.
func (p *Panel) scoped() store.ID {
	if p.whole {
		return store.ID{}
	}
	return p.reading.Article().ID
}

// nothing is true when there is no article to show rows of.
func (p *Panel) nothing() bool { return !p.whole && p.reading.Article().ID == store.ID{} }

// positionSource is where the positions come from that are asked for now.
func (p *Panel) positionSource() background.Source[store.PositionRow] {
	if p.nothing() {
		return background.Empty[store.PositionRow]()
	}
	q := store.PositionQuery{
		Article: p.scoped(), In: p.in, Group: p.group,
		Actor: p.Filter.Actor, Issue: p.Filter.Issue, Stance: p.Filter.Stance,
		Tag: p.Filter.Tag, Coder: p.Filter.Coder, Text: p.Filter.Text,
	}
	return background.Source[store.PositionRow]{
		Page: func(ctx context.Context, project *store.Project, page store.Page) ([]store.PositionRow, int, error) {
			q := q
			q.Page = page
			return project.Positions(ctx, q)
		},
		Rank: func(ctx context.Context, project *store.Project, annotation store.ID) (int, error) {
			return project.PositionRank(ctx, q, annotation)
		},
		IDs: func(ctx context.Context, project *store.Project, page store.Page) ([]store.ID, error) {
			q := q
			q.Page = page
			return project.PositionIDs(ctx, q)
		},
	}
}

// statementSource is where the statements come from that are asked for now.
func (p *Panel) statementSource() background.Source[store.StatementRow] {
	if p.nothing() {
		return background.Empty[store.StatementRow]()
	}
	q := store.StatementQuery{
		Article: p.scoped(), In: p.in, Sort: p.sort,
		Actor: p.Filter.Actor, Issue: p.Filter.Issue, Stance: p.Filter.Stance,
		Tag: p.Filter.Tag, Coder: p.Filter.Coder, Text: p.Filter.Text,
	}
	return background.Source[store.StatementRow]{
		Page: func(ctx context.Context, project *store.Project, page store.Page) ([]store.StatementRow, int, error) {
			q := q
			q.Page = page
			return project.Statements(ctx, q)
		},
		Rank: func(ctx context.Context, project *store.Project, annotation store.ID) (int, error) {
			return project.StatementRank(ctx, q, annotation)
		},
		IDs: func(ctx context.Context, project *store.Project, page store.Page) ([]store.ID, error) {
			q := q
			q.Page = page
			return project.StatementIDs(ctx, q)
		},
	}
}

func (p *Panel) showPosition(into *record.Row, row store.PositionRow, before *store.PositionRow) {
	begins := before == nil || before.Group != row.Group
	into.ShowPosition(row, p.group, begins, p.whole)
}

func (p *Panel) showStatement(into *record.Row, row store.StatementRow, _ *store.StatementRow) {
	into.ShowStatement(row, p.whole)
}

// SelectAnnotation selects the row of an annotation that was picked, in both lists of annotations, and none of a proposal;
// the zero ID selects none.
func (p *Panel) SelectAnnotation(id store.ID) {
	p.positions.Choose(id)
	p.statements.Choose(id)
	p.ChooseProposal(store.ID{})
}

// positionCovers are the annotations that a position's row stands for: its own, and
// the statement that it rests on.
func positionCovers(r store.PositionRow) []store.ID { return []store.ID{r.ID, r.Statement} }

// statementCovers are the annotations that a statement's row stands for: its own,
// and the positions taken in it.
func statementCovers(r store.StatementRow) []store.ID {
	all := []store.ID{r.ID}
	for _, p := range r.Positions {
		all = append(all, p.ID)
	}
	return all
}

// panelLayout puts the tabs over the choices over the filters over the list. When the panel is low the
// filters scroll, so that some of the list stays in sight; in one that is lower still there are the tabs alone.
type panelLayout struct{ panel *Panel }

// Heights of the panel, in pixels.
const (
	LeastPanel = 170 // of the tabs, the choices and a few rows
	leastRows  = 84  // what the filters leave the list
	leastList  = 40  // what is not worth to be shown below it
)

func (l *panelLayout) MinSize(o []fyne.CanvasObject) fyne.Size { return o[0].MinSize() }

func (l *panelLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	tabs, choices := o[0].MinSize().Height, o[1].MinSize().Height
	filters := l.panel.filters.heightFor(size.Width)
	if l.panel.Tab == TabProposals { // which are of the open article, as they stand in the text
		choices, filters = 0, 0
	}
	filters = max(min(filters, size.Height-tabs-choices-leastRows), 0)
	list := max(size.Height-tabs-choices-filters, 0)
	top := float32(0)
	for i, height := range []float32{tabs, choices, filters, list} {
		o[i].Move(fyne.NewPos(0, top))
		o[i].Resize(fyne.NewSize(size.Width, height))
		top += height
	}
	show(o[1], choices > 0 && tabs+choices <= size.Height)
	show(o[2], l.panel.Tab != TabProposals)
	show(o[3], list >= leastList)
}

// show shows an object or hides it, if it is not so already.
func show(o fyne.CanvasObject, visible bool) {
	switch {
	case visible && !o.Visible():
		o.Show()
	case !visible && o.Visible():
		o.Hide()
	}
}

// BarHeight is the height in pixels of the tabs above the lists.
func (p *Panel) BarHeight() float32 { return p.bar.MinSize().Height }

// Fitting are the heights in pixels, not more and not less than one, in which the panel has no empty strip: of the tabs alone, with the
// choices, and all those that leave some of the list in sight. Of a height that is such a one both are that.
func (p *Panel) Fitting(height float32) (less, more float32) {
	bar := p.BarHeight()
	both := bar + p.choices.MinSize().Height
	list := float32(math.Ceil(float64(both + leastList)))
	switch {
	case height <= bar, height == both, height >= list:
		return height, height
	case height < both:
		return bar, both
	}
	return both, list
}

// IsFiltered reports whether the fields that narrow the lists are shown.
func (p *Panel) IsFiltered() bool { return p.filters.content.Visible() }

// LeastHeight is the height in pixels that the panel is of use in.
func (p *Panel) LeastHeight(width float32) float32 {
	return LeastPanel + p.filters.heightFor(width)
}
