package standings

import (
	"context"
	"maps"
	"math"
	"slices"
	"sort"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/discourse"
	"standpoint/app/figure"
	"standpoint/app/look"
	"standpoint/app/words"
)

// counting is how the ties of a network are counted.
type counting struct {
	form      string // what is tied
	aggregate discourse.Aggregate
	normalise discourse.Normalise
	stances   string // as what they count, in the form of discourse.ParseValues
}

// values are as what stances count.
func (c counting) values() discourse.Values {
	values, err := discourse.ParseValues(c.stances)
	if err != nil {
		return discourse.DefaultValues()
	}
	return values
}

// choices are what is counted, for the numbers.
func (c counting) choices() discourse.Choices {
	choices := networkOf(c.form)
	choices.Aggregate, choices.Normalise, choices.Values = c.aggregate, c.normalise, c.values()
	return choices
}

// woven is a network that is laid out, and of what.
type woven struct {
	*figure.Web

	of  *counted
	way counting
}

// networking is what is asked of a network.
type networking struct {
	way      counting
	woven    woven // one that is there; it may be of something else
	weakest  float64
	isChosen bool // the weakest tie is; else it is for the network to say
	placed   map[discourse.Node]figure.Point
	room     float64          // how wide the picture is seen, in pixels; 0: it is made for paper
	settles  bool             // it is to be shown while it settles
	now      func() time.Time // the clock
}

// settling is how long after one picture of a network the next is shown while it settles, at least.
const settling = 40 * time.Millisecond

// weave lays out a network of what was counted, unless that is there. soFar hears of it while it settles; nil: it is not shown.
func (n networking) weave(ctx context.Context, c *counted, soFar func(*figure.Web)) (woven, error) {
	if n.woven.Web != nil && n.woven.of == c && n.woven.way == n.way {
		return n.woven, nil
	}
	choices := n.way.choices()
	m, err := choices.Network(c.rows.Value(n.way.values()), c.rows.Holdings)
	if err != nil {
		return woven{}, err
	}
	w := figure.NewWeb(m, choices)
	show := func() {}
	if soFar != nil {
		next := n.now().Add(settling)
		show = func() {
			begun := n.now()
			if begun.Before(next) {
				return
			}
			soFar(w)
			next = n.now()
			next = next.Add(max(settling, 2*next.Sub(begun))) // drawing it keeps it from settling
		}
	}
	w.Settle(func() bool { show(); return ctx.Err() == nil })
	if soFar != nil && w.IsLarge() && ctx.Err() == nil {
		soFar(w)
	}
	if err := ctx.Err(); err != nil {
		return woven{}, err
	}
	w.Measure(ctx)
	return woven{w, c, n.way}, ctx.Err()
}

// from is the weight from which on ties of a web are shown.
func (n networking) from(w *figure.Web) float64 {
	if n.isChosen {
		return n.weakest
	}
	return w.First()
}

// draw draws a web as it was asked for.
func (n networking) draw(w *figure.Web, rows discourse.Rows, o figure.Options) *figure.Picture {
	return w.Draw(rows, figure.Networking{Weakest: n.from(w), Placed: n.placed, Room: n.room}, o)
}

// network is what is chosen of networks in the window: how ties are counted, from which weight on they are shown, and where nodes were
// put. It is kept for the project on this computer.
type network struct {
	view    *View
	way     map[string]counting  // by form
	weakest map[counting]float64 // that were chosen
	placed  map[string]map[discourse.Node]figure.Point
	woven   woven // what was made last
	steps   []float64

	find      *control.TypeAhead
	aggregate *control.Select
	normalise *control.Select
	stances   *stances
	slider    *control.Slider
	said      *control.RichLine
	measures  *control.Button
	bar       *control.Wrap
	box       *fyne.Container
	isOffered bool // a network is shown
}

// Widths of what stands in the bar, in pixels.
const (
	findWidth      = 152
	aggregateWidth = 190
	normaliseWidth = 200
	stancesWidth   = 236
	sliderWide     = 150
	saidWidth      = 290
)

func newNetwork(v *View) *network {
	n := &network{view: v}
	n.forget()
	n.find = desk.NewPick(lang.L("find a node"), n.items, n.found, func() {})
	n.aggregate = n.newSelect(lang.L("What ties weigh"), func(c *counting, key string) { c.aggregate = discourse.Aggregate(key) })
	n.normalise = n.newSelect(lang.L("By what ties are divided"), func(c *counting, key string) { c.normalise = discourse.Normalise(key) })
	n.stances = newStances(v)
	n.slider = control.NewSlider(lang.L("Weakest tie that is shown"), words.Sentence("Weakest tie that is shown  ·  %s fewer, %s more",
		keyFewer, keyMore))
	n.slider.OnChanged = n.slid
	n.slider.OnLetter = v.desk.TypedLetter
	n.said = control.NewRichLine(2)
	n.measures = control.NewQuietButton(lang.L("Measures"), lang.L("Show what is measured of the network and of its nodes"),
		keyMeasures.String(), v.measure)
	n.measures.OnKey, n.measures.OnLetter = v.desk.TypedKey, v.typedRune
	n.measures.SetOn(false)
	for _, keys := range []*control.Keys{
		&n.find.Keys, &n.aggregate.Keys, &n.normalise.Keys, &n.stances.set.Keys, &n.stances.other.Keys, &n.slider.Keys,
	} {
		keys.OnKey, keys.OnCancel = v.desk.TypedKey, v.toBody
	}
	wide := func(width float32, o fyne.CanvasObject) fyne.CanvasObject {
		return container.New(&control.FixedWidth{Width: width}, o)
	}
	amount := control.NewSpread(wide(sliderWide, n.slider), n.said, nil) // one beside the other in any room
	n.bar = control.NewWrap(look.Gap, wide(findWidth, n.find), wide(aggregateWidth, n.aggregate), wide(normaliseWidth, n.normalise),
		n.measures, wide(stancesWidth, n.stances.set), n.stances.box, control.NewRoomy(sliderWide+look.Gap+saidWidth, amount))
	n.box = container.NewStack(n.bar)
	n.box.Hide()
	return n
}

func (n *network) newSelect(name string, set func(c *counting, key string)) *control.Select {
	s := control.NewSelect("", nil)
	s.Name = name
	s.OnChanged = func(key string) {
		form := n.view.forms[tabNetwork]
		way := n.counting(form)
		set(&way, key)
		n.way[form] = way
		n.view.keep()
		n.view.anew = true
		n.view.make()
	}
	return s
}

// forget chooses nothing.
func (n *network) forget() {
	n.way, n.weakest, n.placed = map[string]counting{}, map[counting]float64{}, map[string]map[discourse.Node]figure.Point{}
	n.woven, n.steps = woven{}, nil
}

// counting is how the ties of a form are counted.
func (n *network) counting(form string) counting {
	way, is := n.way[form]
	if !is {
		way = counting{form: form, aggregate: discourse.Subtract, normalise: discourse.NormaliseNone}
	}
	way.stances = n.stances.asked
	return way
}

// asked is what is asked of the network in a form.
func (n *network) asked(form string) networking {
	way := n.counting(form)
	weakest, isChosen := n.weakest[way]
	return networking{
		way: way, woven: n.woven, weakest: weakest, isChosen: isChosen, placed: maps.Clone(n.placed[form]), now: time.Now,
	}
}

// aggregates are what ties can weigh in a form.
func aggregates(form string) []control.Option {
	if form == networkBoth {
		return []control.Option{
			{Key: string(discourse.Subtract), Word: lang.L("support less opposition")},
			{Key: string(discourse.Ignore), Word: lang.L("number of positions")},
		}
	}
	return []control.Option{
		{Key: string(discourse.Subtract), Word: lang.L("congruence less conflict")},
		{Key: string(discourse.Congruence), Word: lang.L("congruence")},
		{Key: string(discourse.Conflict), Word: lang.L("conflict")},
		{Key: string(discourse.Ignore), Word: lang.L("both, whatever the stance")},
	}
}

// normalisations are by what ties can be divided in a form.
func normalisations(form string) []control.Option {
	none := control.Option{Key: string(discourse.NormaliseNone), Word: lang.L("not normalised")}
	if form == networkBoth {
		return []control.Option{
			none,
			{Key: string(discourse.NormaliseActivity), Word: lang.L("by activity of the actor")},
			{Key: string(discourse.NormaliseProminence), Word: lang.L("by prominence of the issue")},
		}
	}
	return []control.Option{
		none,
		{Key: string(discourse.NormaliseAverage), Word: lang.L("by the average activity")},
		{Key: string(discourse.NormaliseJaccard), Word: lang.L("Jaccard")},
		{Key: string(discourse.NormaliseCosine), Word: lang.L("cosine")},
		{Key: string(discourse.NormaliseDNACosine), Word: lang.L("“cosine” of DNA, which is none")},
	}
}

// goFind leads to the field in which a node is found.
func (n *network) goFind() {
	n.view.folding.unfold()
	n.find.Focus()
}

// fold folds the choices away, or shows them where the tab shows a network.
func (n *network) fold(isFolded bool) { n.box.Hidden = isFolded || !n.isOffered }

// offer offers what can be chosen of a form, and hides all where the tab shows no network.
func (n *network) offer(tab, form string) {
	n.isOffered = tab == tabNetwork
	n.fold(n.view.folding != nil && n.view.folding.isFolded())
	if !n.isOffered {
		return
	}
	way := n.counting(form)
	n.aggregate.SetOptions(aggregates(form))
	n.normalise.SetOptions(normalisations(form))
	n.aggregate.SetValue(string(way.aggregate))
	n.normalise.SetValue(string(way.normalise))
}

// show follows what was made.
func (n *network) show(m made) {
	if m.tab != tabNetwork || m.woven.Web == nil {
		return
	}
	isAnother := n.woven.Web != m.woven.Web
	n.woven, n.steps = m.woven, m.woven.Steps()
	n.tell(m.weakest)
	if isAnother && n.find.Unfolded() { // somebody looks for one of its nodes
		n.find.Unfold()
	}
}

// tell sets the slider to a weight, and says what is shown from it on.
func (n *network) tell(weakest float64) {
	at := sort.Search(len(n.steps), func(i int) bool { return n.steps[i] >= weakest*(1-1e-9) })
	said := n.sentence(weakest)
	n.slider.Set(len(n.steps), at, said)
	n.said.SetRuns(control.Caption(said))
}

// sentence says how much of a network is shown from a weight on.
func (n *network) sentence(weakest float64) string {
	w := n.woven.Web
	switch shown := w.Shown(weakest); {
	case w.Ties() == 0:
		return lang.L("There are no ties: nobody has anything in common.")
	case shown == w.Ties():
		return words.Counted(w.Ties(), "shows all of the weight, {{.Count}} tie")
	default:
		return words.Sentence("from %s on: shows %d %% of the weight, %d of %d ties", words.Decimal(weakest, 3),
			int(math.Round(w.Share(weakest)*100)), shown, w.Ties())
	}
}

// slid follows the slider.
func (n *network) slid(step int) {
	if step >= len(n.steps) || n.view.made.tab != tabNetwork {
		return
	}
	n.weakest[n.woven.way] = n.steps[step]
	n.view.keep()
	n.tell(n.steps[step])
	n.view.make()
}

// step shows fewer ties, or more.
func (n *network) step(by int) { n.slider.MoveTo(n.slider.At() + by) }

// items are the nodes, to find one by name.
func (n *network) items(string) []control.Item {
	if n.woven.Web == nil {
		return nil
	}
	list := make([]control.Item, len(n.woven.Nodes()))
	for i, node := range n.woven.Nodes() {
		list[i] = control.Item{ID: node.ID, Name: node.Label, Recent: int(node.Positions)}
	}
	return list
}

// found goes to the node that was picked by its name.
func (n *network) found(i control.Item) {
	n.find.Clear()
	v := n.view
	if v.made.sheet == nil {
		return
	}
	for spot := range v.made.sheet.Spots() {
		node, is := v.made.sheet.NodeAt(spot)
		if is && node.ID == i.ID && node.Label == i.Name {
			v.desk.Window.Canvas().Focus(v.picture)
			v.picture.centre(spot)
			return
		}
	}
}

// node is the node at which the keyboard is.
func (v *View) node() (discourse.Node, bool) {
	if v.made.tab != tabNetwork || v.made.woven.Web == nil || v.picture.spot < 0 || !v.isPicture() {
		return discourse.Node{}, false
	}
	return v.made.sheet.NodeAt(v.picture.spot)
}

// put puts a node to a place of the sheet, where it stays.
func (n *network) put(node discourse.Node, at figure.Point) {
	form, origin := n.woven.way.form, n.view.made.sheet.Origin
	if n.placed[form] == nil {
		n.placed[form] = map[discourse.Node]figure.Point{}
	}
	n.placed[form][node.Key()] = figure.Point{X: at.X - origin.X, Y: at.Y - origin.Y}
	n.view.keep()
	n.view.make()
	n.view.desk.RefreshMenu()
}

// letGo lets a node stand where the layout has it, or all that were put somewhere.
func (n *network) letGo(nodes ...discourse.Node) {
	form := n.woven.way.form
	for _, node := range nodes {
		delete(n.placed[form], node.Key())
	}
	n.view.keep()
	n.view.make()
	n.view.desk.RefreshMenu()
}

// isPlaced reports whether the node at which the keyboard is was put where it stands.
func (n *network) isPlaced() (discourse.Node, bool) {
	node, is := n.view.node()
	if !is {
		return node, false
	}
	_, placed := n.placed[n.woven.way.form][node.Key()]
	return node, placed
}

// allPlaced are the nodes that were put where they stand; false if none is.
func (n *network) allPlaced() ([]discourse.Node, bool) {
	if n.view.made.tab != tabNetwork || !n.view.isPicture() {
		return nil, false
	}
	list := slices.Collect(maps.Keys(n.placed[n.view.forms[tabNetwork]]))
	return list, len(list) > 0
}

// nudgeBy is by how much a key moves a node, in pixels of the picture.
const nudgeBy = 24

// nudge moves the node at which the keyboard is.
func (n *network) nudge(right, down float64) desk.Deed {
	return desk.With(n.view.node, func(node discourse.Node) {
		at := n.view.made.sheet.Spot(n.view.picture.spot).Middle()
		n.put(node, figure.Point{X: at.X + right*nudgeBy, Y: at.Y + down*nudgeBy})
	})
}

// commands are what can be done with a network.
func (n *network) commands() []desk.Command {
	shown := func() bool {
		return n.view.made.tab == tabNetwork && n.view.made.woven.Web != nil && n.view.isPicture()
	}
	coming := func() bool { return shown() || n.isOffered && n.view.isMaking && n.view.desk.IsInFront(n.view) }
	command := func(label string, key desk.Key, act desk.Deed) desk.Command {
		return desk.Command{In: desk.SectionNetwork, Label: desk.Fixed(label), Key: key, Act: act}
	}
	chance := n.view.measures.chance
	return []desk.Command{
		command(lang.L("Find Node"), keyFind, desk.When(coming, n.goFind)),
		command(lang.L("More Ties"), keyMore, desk.When(shown, func() { n.step(-1) })),
		command(lang.L("Fewer Ties"), keyFewer, desk.When(shown, func() { n.step(1) })),
		command(lang.L("Move Node Left"), desk.AltShift(fyne.KeyLeft), n.nudge(-1, 0)),
		command(lang.L("Move Node Right"), desk.AltShift(fyne.KeyRight), n.nudge(1, 0)),
		command(lang.L("Move Node Up"), desk.AltShift(fyne.KeyUp), n.nudge(0, -1)),
		command(lang.L("Move Node Down"), desk.AltShift(fyne.KeyDown), n.nudge(0, 1)),
		command(lang.L("Let Node Go"), keyLetGo, desk.With(n.isPlaced, func(node discourse.Node) { n.letGo(node) })),
		command(lang.L("Let All Nodes Go"), keyLetAllGo, desk.With(n.allPlaced, func(list []discourse.Node) { n.letGo(list...) })),
		{
			In: desk.SectionNetwork, Label: desk.Fixed(lang.L("Measures")), Key: keyMeasures, Act: desk.When(shown, n.view.measure),
			Checked: n.view.isMeasured,
		},
		{
			In: desk.SectionNetwork, Label: desk.Fixed(lang.L("Compare with Chance")), Key: keyChance,
			Act: desk.When(chance.canTurn, chance.turnOver), Checked: func() bool { return chance.runs },
		},
	}
}
