package standings

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"standpoint/app/background"
	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/discourse"
	"standpoint/app/words"
	"standpoint/store"
)

// measured is what was measured of a network.
type measured struct {
	discourse.Measures

	of           woven
	polarisation *discourse.Polarisation // nil where no actors are tied to one another
	shuffling    shuffling               // with which it is compared
}

// measures shows what is measured of a network: of the whole, and of each node.
type measures struct {
	view *View
	now  measured
	rows []nodeMeasure

	asking    background.Latest
	measuring chan struct{}     // has room for one: a network is measured at a time
	facts     *control.RichLine // each on a line of its own
	groups    *control.RichLine
	split     *control.RichLine
	chance    *chance
	order     *control.Select
	list      *control.VirtualList
	above     *control.Flow
	room      float32 // that it takes, in pixels
	content   *fyne.Container
}

// nodeMeasure is a row of the list of nodes.
type nodeMeasure struct {
	node discourse.Node
	discourse.NodeMeasures

	isCoarse bool // what lies between others is not known
}

// The orders of nodes.
const (
	orderWeight  = "weight"
	orderTies    = "ties"
	orderBetween = "between"
	orderGroup   = "group"
	orderName    = "name"
)

func newMeasures(v *View) *measures {
	line := func() *control.RichLine { return control.NewRichLine(6) }
	m := &measures{view: v, measuring: make(chan struct{}, 1), facts: line(), groups: line(), split: line(), chance: newChance(v)}
	m.order = control.NewSelect("", []control.Option{
		{Key: orderWeight, Word: lang.L("by weight of ties")},
		{Key: orderTies, Word: lang.L("by number of ties")},
		{Key: orderBetween, Word: lang.L("by betweenness")},
		{Key: orderGroup, Word: lang.L("by group")},
		{Key: orderName, Word: lang.L("by name")},
	})
	m.order.Name = lang.L("Order of nodes")
	m.order.SetValue(orderWeight)
	m.order.OnKey, m.order.OnCancel = v.desk.TypedKey, v.leaveList
	m.order.OnChanged = func(string) { m.sort() }
	m.list = control.NewVirtualList(func() int { return len(m.rows) }, nil, func() fyne.CanvasObject { return newMeasureRow() },
		func(i int, row fyne.CanvasObject) { row.(*measureRow).fill(m.rows[i]) })
	m.list.Name = lang.L("Nodes of the network")
	m.list.OnActivated = m.open
	m.list.OnTapped = func(i int) { m.list.Select(i); m.open(i) }
	m.list.OnLetter = v.desk.TypedLetter
	m.list.OnKey = func(e *fyne.KeyEvent) {
		if e.Name == fyne.KeyEscape {
			v.leaveList()
			return
		}
		v.desk.ListKey(e)
	}
	title := control.NewRichLine(1, control.Run{Text: lang.L("Measures"), Bold: true},
		control.Caption("   "+lang.L("of the whole network, whichever ties are shown")))
	heads := newMeasureRow()
	heads.set(lang.L("Node"), lang.L("Ties"), lang.L("Weight"), lang.L("Between"), lang.L("Group"))
	m.above = control.NewFlow(8, title, m.facts, m.groups, m.split, m.chance.said, m.chance.button, m.order, heads)
	m.content = control.Between(container.New(layout.NewCustomPaddedLayout(10, 6, pad, pad), m.above), m.list, container.NewStack())
	return m
}

// measure shows the measures of the network at the right, and goes to the list of nodes; from there it goes back to the network.
func (v *View) measure() {
	if v.isMeasured() {
		v.leaveList()
		v.turnSide(v.behind.content)
		return
	}
	v.turnSide(v.measures.content)
	v.panes.Need(control.Right, true)
	v.measures.ask()
	v.measures.list.Focus()
}

// isMeasured reports whether measures are to be seen.
func (v *View) isMeasured() bool { return v.measures.isShown() && v.panes.Shown(control.Right) }

// showMeasured has the button of the measures show whether they are to be seen.
func (v *View) showMeasured() { v.network.measures.SetOn(v.isMeasured()) }

// isShown reports whether the measures are what is shown at the right, if anything is.
func (m *measures) isShown() bool { return m.view.side.Objects[0] == fyne.CanvasObject(m.content) }

// follow measures what was made, if that is to be seen.
func (m *measures) follow(made made) {
	switch {
	case made.isSettling, made.isAwaited() && made.tab == tabNetwork:
	case made.tab != tabNetwork:
		m.leave()
		if m.isShown() {
			m.view.turnSide(m.view.behind.content)
		}
	case made.woven.Web == nil:
		m.forget()
	case m.isShown():
		m.ask()
	}
}

// forget has nothing measured.
func (m *measures) forget() {
	m.leave()
	m.show(measured{})
}

// leave gives up what is measured and compared; it goes on when it is asked for again.
func (m *measures) leave() {
	m.asking.Overtake()
	m.chance.halt()
}

// ask measures the network that is shown, unless that is done, and has what came of it compared with chance.
func (m *measures) ask() {
	of := m.view.made.woven
	if of.Web == nil {
		return
	}
	if m.now.of.Web == of.Web {
		m.chance.goOn()
		return
	}
	if m.now.of.Web == nil {
		m.wait()
	} else { // numbers of another network are not beside this one for long
		m.view.desk.Work.Later(slowMaking, func() {
			if m.view.made.woven.Web == of.Web && m.now.of.Web != nil && m.now.of.Web != of.Web {
				m.show(measured{})
				m.wait()
			}
		})
	}
	desk.Query(m.view.desk, &m.asking, func(ctx context.Context, _ *store.Project) (measured, error) {
		return m.measure(ctx, of)
	}, m.show)
}

// wait says that a network is being measured.
func (m *measures) wait() {
	m.facts.SetText(lang.L("The network is being measured…"))
	m.facts.Hidden = false
	m.fit()
}

// measure measures a network, as soon as what was given up has ended.
func (m *measures) measure(ctx context.Context, of woven) (measured, error) {
	select {
	case m.measuring <- struct{}{}:
		defer func() { <-m.measuring }()
	case <-ctx.Done():
		return measured{}, ctx.Err()
	}
	numbers, err := of.Measures(ctx)
	got := measured{Measures: numbers, of: of}
	if err != nil || of.way.form != networkActors {
		return got, err
	}
	valued := of.valued()
	p, err := discourse.PolarisationOf(ctx, valued, of.way.normalise, of.of.rows.Holdings)
	if err == nil {
		got.polarisation = &p
		shuffled := p.Shuffling(valued, of.way.normalise, of.of.rows.Holdings)
		got.shuffling = shuffling{shuffled, shuffled.Key()}
	}
	return got, err
}

// valued are the positions of which a network is made.
func (w woven) valued() []discourse.Valued {
	return w.of.rows.Value(w.way.values())
}

// show shows what was measured.
func (m *measures) show(now measured) {
	m.now = now
	m.rows = m.rows[:0]
	if m.facts.Hidden = now.of.Web == nil; !m.facts.Hidden {
		for i, n := range now.of.Nodes() {
			m.rows = append(m.rows, nodeMeasure{n, now.Nodes[i], now.IsCoarse})
		}
		m.facts.SetText(words.Counted(now.of.Ties(), "Density %s: {{.Count}} tie between %d nodes", words.Decimal(now.Density, 3),
			len(m.rows)))
		m.groups.SetText(m.groupsInWords())
		m.split.SetText(m.splitInWords())
	}
	m.groups.Hidden, m.split.Hidden = m.facts.Hidden, now.polarisation == nil
	m.chance.show(now.shuffling)
	m.sort()
	m.content.Refresh()
}

// fit gives what stands above the list the room that it needs.
func (m *measures) fit() {
	if room := m.above.MinSize().Height; room != m.room {
		m.room = room
		m.above.Refresh()
		m.content.Layout.Layout(m.content.Objects, m.content.Size())
	}
}

// groupsInWords tells into what groups the network falls.
func (m *measures) groupsInWords() string {
	switch n := m.now; {
	case n.IsCoarse:
		return lang.L("There are too many ties to find groups and what lies between others.")
	case n.Groups == 0:
		return lang.L("No groups: nobody agrees with anybody.")
	default:
		return words.Counted(n.Groups, "{{.Count}} group, modularity %s", words.Decimal(n.Modularity, 3))
	}
}

// splitInWords tells how far the actors fall into two groups, and who stands in the smaller one.
func (m *measures) splitInWords() string {
	p := m.now.polarisation
	if p == nil {
		return ""
	}
	var sides [2][]string
	for i, n := range p.Nodes {
		side := 0
		if p.Group[i] {
			side = 1
		}
		sides[side] = append(sides[side], n.Label)
	}
	few := sides[0]
	if len(sides[1]) < len(few) && len(sides[1]) > 0 {
		few = sides[1]
	}
	if len(sides[0]) == 0 || len(sides[1]) == 0 {
		return words.Sentence("Polarisation %s", words.Fixed(p.P, 3))
	}
	named := strings.Join(few[:min(len(few), mostNamed)], ", ")
	if len(few) > mostNamed {
		named += ", …"
	}
	if p.IsExact {
		return words.Sentence("Polarisation %s: %s against the rest", words.Fixed(p.P, 3), named)
	}
	return words.Sentence("Polarisation at least %s, as far as a search finds: %s against the rest", words.Fixed(p.P, 3), named)
}

// mostNamed is how many of a group are named.
const mostNamed = 6

// sort puts the nodes in order.
func (m *measures) sort() {
	by := func(a, b nodeMeasure) float64 {
		switch m.order.Value() {
		case orderTies:
			return float64(b.Degree - a.Degree)
		case orderBetween:
			return b.Betweenness - a.Betweenness
		case orderGroup:
			return float64(a.rank() - b.rank())
		case orderName:
			return 0
		}
		return b.Weighted - a.Weighted
	}
	at := map[store.ID]int{} // by name
	if m.now.of.Web != nil {
		for i, n := range m.now.of.Nodes() {
			at[n.ID] = i
		}
	}
	slices.SortFunc(m.rows, func(a, b nodeMeasure) int {
		switch x := by(a, b); {
		case x < 0:
			return -1
		case x > 0:
			return 1
		}
		return at[a.node.ID] - at[b.node.ID]
	})
	m.list.Reload()
}

// rank is the place of the group of a node: those without one come last.
func (n nodeMeasure) rank() int {
	if n.Group == 0 {
		return 1 << 30
	}
	return n.Group
}

// open goes to a node in the network.
func (m *measures) open(i int) {
	n := m.rows[i].node
	m.view.network.found(control.Item{ID: n.ID, Name: n.Label})
}

// measureRow shows what is measured of a node.
type measureRow struct {
	widget.BaseWidget
	cells [5]*control.RichLine
}

// Sizes of columns of numbers, in pixels.
const (
	numberWidth = 52
	numberGap   = 6 // before the first of them
)

func newMeasureRow() *measureRow {
	r := &measureRow{}
	for i := range r.cells {
		r.cells[i] = control.NewRichLine(1)
	}
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer implements fyne.Widget.
func (r *measureRow) CreateRenderer() fyne.WidgetRenderer {
	row := container.New(measureColumns{})
	for _, c := range r.cells {
		row.Add(c)
	}
	return widget.NewSimpleRenderer(row)
}

func (r *measureRow) set(name string, numbers ...string) {
	r.cells[0].SetText(name)
	for i, n := range numbers {
		r.cells[i+1].SetRuns(control.Caption(n))
	}
}

func (r *measureRow) fill(n nodeMeasure) {
	short := func(x float64) string { // as much as there is room for
		if x >= 100 {
			return words.Decimal(x, 0)
		}
		return words.Decimal(x, 2)
	}
	between, group := "–", "–"
	if !n.isCoarse {
		between = short(n.Betweenness)
	}
	if n.Group > 0 {
		group = words.Decimal(float64(n.Group), 0)
	}
	r.set(n.node.Label, words.Decimal(float64(n.Degree), 0), short(n.Weighted), between, group)
}

// measureColumns gives the first object what the numbers leave.
type measureColumns struct{}

// MinSize implements fyne.Layout.
func (measureColumns) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(80+numberWidth*float32(len(o)-1), o[0].MinSize().Height)
}

// Layout implements fyne.Layout: numbers end below one another.
func (measureColumns) Layout(o []fyne.CanvasObject, size fyne.Size) {
	end := size.Width - numberWidth*float32(len(o)-1)
	o[0].Move(fyne.Position{})
	o[0].Resize(fyne.NewSize(end-numberGap, size.Height))
	for _, part := range o[1:] {
		end += numberWidth
		number := part.(*control.RichLine)
		width, height := min(number.NaturalWidth()+1, numberWidth), number.HeightFor(numberWidth)
		number.Move(fyne.NewPos(end-width, (size.Height-height)/2))
		number.Resize(fyne.NewSize(width, height))
	}
}
