package standings

import (
	"encoding/json"
	"maps"
	"slices"

	"fyne.io/fyne/v2/lang"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/discourse"
	"standpoint/app/figure"
	"standpoint/app/words"
	"standpoint/store"
)

// chosen is how a tab is shown.
type chosen struct {
	form   string // as formsOf has them
	spread string // as spreadsOf has them
	hidden map[discourse.Node]bool
	pinned map[discourse.Node]bool
	width  float64 // that there is for a picture, in pixels
}

// The spreads of a table: what stands down the side.
const (
	actorsDown = "actors"
	issuesDown = "issues"
)

// wholeTime is the spread in which time is not divided.
const wholeTime = "whole"

// spreadsOf are the ways in which a tab can be spread, the usual one first; none where there is one alone.
func spreadsOf(tab string) []control.Option {
	switch tab {
	case tabTable:
		return []control.Option{
			{Key: actorsDown, Word: lang.L("actors down the side")},
			{Key: issuesDown, Word: lang.L("issues down the side")},
		}
	case tabTimeline, tabBalance:
		return []control.Option{
			{Key: wholeTime, Word: lang.L("all of the time")},
			{Key: string(discourse.Years), Word: lang.L("by year")},
			{Key: string(discourse.Months), Word: lang.L("by month")},
			{Key: string(discourse.Weeks), Word: lang.L("by week")},
			{Key: string(discourse.Days), Word: lang.L("by day")},
		}
	}
	return nil
}

// unit is the unit of time of a spread; "" where time is not divided.
func (c chosen) unit() discourse.Unit {
	if c.spread == wholeTime {
		return ""
	}
	return discourse.Unit(c.spread)
}

// of has options say how a table is shown.
func (c chosen) of(o figure.Options) figure.Options {
	o.Order, o.Turned, o.Hidden, o.Pinned = figure.Order(c.form), c.spread == issuesDown, c.hidden, c.pinned
	return o
}

// timing says how a timeline is shown of what passes a filter.
func (c chosen) timing(f discourse.Filter) figure.Timing {
	lanes := figure.LanesActors
	if len(f.Actors) == 1 && len(f.Issues) != 1 {
		lanes = figure.LanesIssues
	}
	return figure.Timing{Lanes: lanes, By: c.unit(), Width: c.width}
}

// The forms of a balance that count shares.
const sharesOf = "shares of "

// balancing says how a balance is shown.
func (c chosen) balancing() figure.Balancing {
	b := figure.Balancing{Count: figure.Counted(c.form), By: c.unit()}
	switch c.form {
	case sharesOf + string(figure.CountActors):
		b.Count, b.Shares = figure.CountActors, true
	case sharesOf + string(figure.CountPositions):
		b.Count, b.Shares = figure.CountPositions, true
	}
	return b
}

// chosen is how the tab is to be shown.
func (v *View) chosen() chosen {
	return chosen{
		form: v.forms[v.tab], spread: v.spreads[v.tab], hidden: maps.Clone(v.hidden), pinned: maps.Clone(v.pinned),
		width: float64(v.picture.Size().Width),
	}
}

// spreadTo shows the tab spread in another way.
func (v *View) spreadTo(spread string) {
	v.spreads[v.tab] = spread
	v.spread.SetValue(spread)
	v.anew = true
	v.keep()
	v.make()
}

// widened follows that there is another width for pictures: a timeline takes it up, and lines below a network that are longer.
func (v *View) widened() {
	if v.made.sheet == nil {
		return
	}
	was, whole, is := v.made.chosen.width, v.made.sheet.Width, float64(v.picture.Size().Width)
	if v.made.tab == tabTimeline && whole != is || v.made.tab == tabNetwork && min(was, whole) != min(is, whole) {
		v.make()
	}
}

// subject is the actor or issue in the row, or in the column, at which the keyboard is or the menu was opened.
func (v *View) subject(row bool) func() (discourse.Node, bool) {
	return func() (discourse.Node, bool) {
		if v.made.tab != tabTable || !v.isPicture() {
			return discourse.Node{}, false
		}
		of := v.meant
		if len(of) == 0 && v.picture.shape() >= 0 {
			of = v.made.sheet.Shape(v.picture.shape()).Of
		}
		variable := discourse.VariableHolder
		if row == (v.made.chosen.spread == issuesDown) {
			variable = discourse.VariableIssue
		}
		if i := slices.IndexFunc(of, func(n discourse.Node) bool { return n.Variable == variable }); i >= 0 {
			return of[i].Key(), true
		}
		return discourse.Node{}, false
	}
}

// hide hides an actor or an issue.
func (v *View) hide(n discourse.Node) {
	v.hidden[n] = true
	delete(v.pinned, n)
	v.rearranged()
}

// pin has an actor or an issue stand before the others, or where it stood.
func (v *View) pin(n discourse.Node) {
	if v.pinned[n] {
		delete(v.pinned, n)
	} else {
		v.pinned[n] = true
	}
	v.rearranged()
}

// unhide shows all that was hidden.
func (v *View) unhide() {
	clear(v.hidden)
	v.rearranged()
}

func (v *View) rearranged() {
	v.meant = nil
	v.keep()
	v.make()
}

// isPinned reports whether what a command would pin is pinned.
func (v *View) isPinned(find func() (discourse.Node, bool)) bool {
	n, is := find()
	return is && v.pinned[n]
}

// showHidden says how much of the table is hidden, and leads back to it.
func (v *View) showHidden() {
	actors, issues := 0, 0
	for n := range v.hidden {
		if n.Variable == discourse.VariableHolder {
			actors++
		} else {
			issues++
		}
	}
	label := ""
	switch {
	case actors+issues == 0:
	case issues == 0:
		label = words.Counted(actors, "{{.Count}} actor hidden – show")
	case actors == 0:
		label = words.Counted(issues, "{{.Count}} issue hidden – show")
	default:
		label = words.Sentence("%d actors and issues hidden – show", actors+issues)
	}
	v.back.SetLabel(label)
	if hidden := v.tab != tabTable || actors+issues == 0; hidden != v.back.Hidden {
		v.back.Hidden = hidden
	}
}

// choosing are the commands that say how a tab is shown.
func (v *View) choosing() []desk.Command {
	inTable := func() bool { return v.desk.IsInFront(v) && v.tab == tabTable }
	inTime := func() bool { return v.desk.IsInFront(v) && (v.tab == tabTimeline || v.tab == tabBalance) }
	row, column := v.subject(true), v.subject(false)
	list := []desk.Command{
		{
			In: desk.SectionTable, Label: desk.Fixed(lang.L("Turn Table")), Key: keyTurn,
			Act: desk.When(inTable, func() {
				if v.spreads[tabTable] == issuesDown {
					v.spreadTo(actorsDown)
				} else {
					v.spreadTo(issuesDown)
				}
			}), Checked: func() bool { return v.spreads[tabTable] == issuesDown },
		},
		{
			In: desk.SectionTable, Label: desk.Fixed(lang.L("Pin Row")), Key: keyPinRow, Act: desk.With(row, v.pin),
			Checked: func() bool { return v.isPinned(row) },
		},
		{
			In: desk.SectionTable, Label: desk.Fixed(lang.L("Pin Column")), Key: keyPinColumn, Act: desk.With(column, v.pin),
			Checked: func() bool { return v.isPinned(column) },
		},
		{In: desk.SectionTable, Label: desk.Fixed(lang.L("Hide Row")), Key: keyHideRow, Act: desk.With(row, v.hide)},
		{In: desk.SectionTable, Label: desk.Fixed(lang.L("Hide Column")), Key: keyHideColumn, Act: desk.With(column, v.hide)},
		{
			In: desk.SectionTable, Label: desk.Fixed(lang.L("Show What Is Hidden")), Key: keyUnhide,
			Act: desk.When(func() bool { return inTable() && len(v.hidden) > 0 }, v.unhide),
		},
	}
	labels := []string{lang.L("All of the Time"), lang.L("By Year"), lang.L("By Month"), lang.L("By Week"), lang.L("By Day")}
	for i, o := range spreadsOf(tabTimeline) {
		list = append(list, desk.Command{
			In: desk.SectionFigure.Within(lang.L("Time")), Label: desk.Fixed(labels[i]), Key: desk.Letter('1' + rune(i)),
			Act: desk.When(inTime, func() { v.spreadTo(o.Key) }), Checked: func() bool { return inTime() && v.spreads[v.tab] == o.Key },
		})
	}
	return list
}

// kept is how the tabs are shown, as it is kept for a project on this computer.
type kept struct {
	Tab     string            `json:"tab"`
	Forms   map[string]string `json:"forms"`
	Spreads map[string]string `json:"spreads"`
	Stances string            `json:"stances"`
	Hidden  []keptNode        `json:"hidden"`
	Pinned  []keptNode        `json:"pinned"`
	Network keptNetwork       `json:"network"`
}

// keptNode is an actor or an issue as it is kept.
type keptNode struct {
	Variable    discourse.Variable `json:"variable"`
	ID          store.ID           `json:"id"`
	Conditional bool               `json:"conditional"`
}

func keptNodeOf(n discourse.Node) keptNode { return keptNode{n.Variable, n.ID, n.Conditional} }

// node is it as nodes are looked for: without its label and what else it has.
func (k keptNode) node() discourse.Node {
	return discourse.Node{Variable: k.Variable, ID: k.ID, Conditional: k.Conditional}
}

// keep keeps how the tabs are shown.
func (v *View) keep() {
	if v.desk.Project == nil {
		return
	}
	list := func(nodes map[discourse.Node]bool) (list []keptNode) {
		for n := range nodes {
			list = append(list, keptNodeOf(n))
		}
		return list
	}
	said, err := json.Marshal(kept{v.tab, v.forms, v.spreads, v.network.stances.asked, list(v.hidden), list(v.pinned), v.network.kept()})
	if err == nil {
		v.desk.Prefs.SetStandings(v.desk.Project.Path(), string(said))
	}
}

// recall has the tabs shown as they were when the project was open last; what a later version kept that is not known here is left out.
func (v *View) recall() {
	var k kept
	if v.desk.Project != nil {
		_ = json.Unmarshal([]byte(v.desk.Prefs.Standings(v.desk.Project.Path())), &k) // nothing, if nothing was kept
	}
	v.forms, v.spreads = map[string]string{}, map[string]string{}
	v.hidden, v.pinned = keptNodes(k.Hidden), keptNodes(k.Pinned)
	v.tab = tabTable
	for _, tab := range tabsOf() {
		if tab.Key == k.Tab {
			v.tab = k.Tab
		}
		v.forms[tab.Key] = oneOf(formsOf(tab.Key), k.Forms[tab.Key])
		v.spreads[tab.Key] = oneOf(spreadsOf(tab.Key), k.Spreads[tab.Key])
	}
	v.tabs.SetCurrent(v.tab)
	v.network.stances.recall(k.Stances)
	v.network.recall(k.Network)
	v.offerForms()
}

func keptNodes(list []keptNode) map[discourse.Node]bool {
	nodes := map[discourse.Node]bool{}
	for _, n := range list {
		nodes[n.node()] = true
	}
	return nodes
}

// oneOf is the key of an option, the first one if there is none with the key; "" if there are none.
func oneOf(options []control.Option, key string) string {
	for _, o := range options {
		if o.Key == key {
			return key
		}
	}
	if len(options) == 0 {
		return ""
	}
	return options[0].Key
}

// toTimeline leads to the timeline of the issue on which there are most positions.
func (v *View) toTimeline() *control.Button {
	count := map[store.ID]int{}
	var most store.ID
	for _, r := range v.made.rows.List {
		id := r.Issue.Issue
		if count[id]++; count[id] > count[most] || count[id] == count[most] && v.issue(id) < v.issue(most) {
			most = id
		}
	}
	tip := lang.L("Show the timeline of the issue on which most is held")
	return control.NewTextButton(words.Sentence("Timeline of “%s”", v.issue(most)), tip, "", func() {
		asked := v.filter.asked
		asked.Issues = []store.ID{most}
		v.filter.ask(asked)
	})
}

// issue is the name of an issue.
func (v *View) issue(id store.ID) string { return v.made.rows.Holdings.Issues[id].Name }
