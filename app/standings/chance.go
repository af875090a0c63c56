package standings

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/background"
	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/discourse"
	"standpoint/app/look"
	"standpoint/app/words"
	"standpoint/store"
)

// chance compares the polarisation that is measured with permutations of the stances, by itself and beside the window, while the network is
// in front. What was compared of a project is kept as long as it is open, also where somebody stopped it: the same positions, counted in
// the same way, are never shuffled twice.
type chance struct {
	view   *View
	of     shuffling
	known  map[comparison]tried
	asking background.Latest
	runs   bool
	clock  func() time.Time

	said   *control.RichLine
	turn   *control.Button
	button *control.Wrap // has the room in which that is as wide as its label
}

// comparison tells what is compared from what else is, as discourse.Shuffling.Key does.
type comparison [32]byte

// shuffling is what is compared with chance.
type shuffling struct {
	*discourse.Shuffling // nil where nobody is polarised

	key comparison
}

// tried is how far a comparison has come.
type tried struct {
	discourse.Chance

	stopped bool // by somebody
}

// tellEvery is how long after it was told how far a comparison is that is told again, at least: the whole window may be drawn for it.
const tellEvery = 250 * time.Millisecond

// leastTold is of how many shufflings at least it is told what came of them: p cannot be less than 1 of so many and one.
const leastTold = 100

func newChance(v *View) *chance {
	c := &chance{view: v, clock: time.Now, said: control.NewRichLine(6)}
	c.turn = control.NewTextButton("", lang.L("Compare the polarisation with shuffled stances, or stop that"), keyChance.String(), c.turnOver)
	c.turn.OnKey, c.turn.OnLetter = v.desk.TypedKey, v.typedRune
	c.button = control.NewWrap(look.Gap, c.turn)
	c.forget()
	return c
}

// forget knows of nothing that was compared, as another project is open.
func (c *chance) forget() {
	c.halt()
	c.of, c.known = shuffling{}, map[comparison]tried{}
}

// show compares what was measured, unless that is being done.
func (c *chance) show(of shuffling) {
	if of.key != c.of.key {
		c.halt()
	}
	c.of = of
	c.goOn()
}

// halt gives the comparison up, until it goes on.
func (c *chance) halt() {
	c.asking.Overtake()
	c.runs = false
}

// isDone reports whether there is no more to compare.
func (c *chance) isDone() bool {
	return c.of.Shuffling == nil || c.known[c.of.key].Permutations >= discourse.Permutations
}

// goOn compares on from where it came to, unless somebody stopped it.
func (c *chance) goOn() {
	of, from := c.of, c.known[c.of.key]
	if !c.runs && !c.isDone() && !from.stopped {
		c.runs = true
		defer c.view.desk.RefreshMenu()
		type answer struct {
			chance discourse.Chance
			err    error // it was given up, and goes on from what was told
		}
		desk.QueryOn(c.view.desk, &c.asking, func(ctx context.Context, _ *store.Project, soFar func(answer)) (answer, error) {
			next := c.clock().Add(tellEvery)
			got, err := of.Compare(ctx, from.Chance, discourse.Permutations, func(now discourse.Chance) {
				if at := c.clock(); !at.Before(next) {
					soFar(answer{chance: now})
					next = at.Add(tellEvery)
				}
			})
			return answer{got, err}, nil
		}, func(a answer) {
			if a.err != nil {
				c.halt()
				return
			}
			c.heard(of.key, a.chance)
		})
	}
	c.tell()
}

// heard follows how far the comparison has come. Where the network is not in front any more, it goes on when it is again.
func (c *chance) heard(key comparison, now discourse.Chance) {
	c.known[key] = tried{Chance: now}
	if c.isDone() || !c.view.desk.IsInFront(c.view) {
		c.halt()
		defer c.view.desk.RefreshMenu()
	}
	c.tell()
}

// turnOver stops the comparison, or has it go on.
func (c *chance) turnOver() {
	if !c.canTurn() {
		return
	}
	now := c.known[c.of.key]
	now.stopped = c.runs
	c.known[c.of.key] = now
	if c.runs {
		c.halt()
	}
	c.goOn()
	c.view.desk.RefreshMenu()
}

// canTurn reports whether something is compared that could be stopped, or go on: of the network that is shown.
func (c *chance) canTurn() bool {
	v := c.view
	return !c.isDone() && v.isPicture() && v.made.tab == tabNetwork && v.made.woven.Web == v.measures.now.of.Web
}

// statistic is what came of a comparison, on one line.
func statistic(name string, x float64, digits int) string {
	return name + "\u00a0=\u00a0" + words.Decimal(x, digits)
}

// tell says how far the comparison is, or what came of it.
func (c *chance) tell() {
	now := c.known[c.of.key]
	said, label := "", lang.L("Go on comparing")
	if c.runs {
		label = lang.L("Stop comparing")
	}
	results := []any{words.Fixed(now.Mean, 3), now.Permutations, statistic("z", now.Z, 2), statistic("p", now.Share, 3)}
	switch {
	case c.of.Shuffling == nil: // nothing is said
	case c.isDone():
		said = words.Sentence("By chance %s on the whole, of %d shufflings of the stances within each issue: %s, %s", results...)
	case c.runs:
		said = words.Sentence("Compared with %d of %d shufflings of the stances within each issue…", now.Permutations, discourse.Permutations)
	case now.Permutations == 0:
		said = lang.L("Not compared with chance.")
	case now.Permutations < leastTold:
		said = words.Counted(now.Permutations, "Stopped after {{.Count}} shuffling of the stances within each issue: too few to tell of chance.")
	default:
		said = words.Sentence("Stopped. By chance %s on the whole, of the first %d shufflings of the stances within each issue: "+
			"%s, %s", results...)
	}
	c.said.SetText(said)
	c.turn.SetLabel(label)
	c.said.Hidden = said == ""
	if c.turn.Hidden = c.isDone(); c.turn.Hidden && c.view.desk.Window.Canvas().Focused() == fyne.Focusable(c.turn) {
		c.view.measures.list.Focus()
	}
	c.button.Hidden = c.turn.Hidden
	c.view.measures.fit()
}
