package standings

import (
	"context"
	"crypto/sha256"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"standpoint/app/background"
	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/discourse"
	"standpoint/app/words"
	"standpoint/store"
)

// turnRow is one change of a stance, as it is listed.
type turnRow struct {
	discourse.Turn

	id       store.ID
	heading  string // of the part that begins with it; "" within one
	from, to turnSide
	said     []said // of how it is explained
}

// turnSide is one side of a change.
type turnSide struct {
	at       store.HeldPosition
	told     bool
	in       store.HeldIn
	recorded store.PositionRow // with its exact words; zero before they are read
}

// turnRows lists changes: full and half ones by actor and issue, and behind them the contradictions; all, or those that nobody has
// explained.
func turnRows(turns []discourse.Turn, h *store.Holdings, form string) []turnRow {
	if form == changesOpen {
		turns = slices.DeleteFunc(turns, func(t discourse.Turn) bool { return t.IsExplained(h) })
	}
	rows := make([]turnRow, len(turns))
	for i, t := range turns {
		rows[i] = turnRow{Turn: t, said: saidOf(t, h)}
		hash := sha256.New()
		for _, id := range []store.ID{t.Actor.ID, t.Issue.ID, t.From.Position.ID, t.To.Position.ID} {
			hash.Write(id[:])
		}
		copy(rows[i].id[:], hash.Sum(nil))
	}
	slices.SortStableFunc(rows, func(a, b turnRow) int { return rankOf(a.Kind) - rankOf(b.Kind) })
	for i := range rows {
		if rank := rankOf(rows[i].Kind); i == 0 || rank != rankOf(rows[i-1].Kind) {
			rows[i].heading = map[int]string{0: lang.L("Changes"), 1: lang.L("Contradictions on one day")}[rank]
		}
	}
	return rows
}

// rankOf is in which part of the list a change stands.
func rankOf(k discourse.TurnKind) int {
	if k == discourse.Contradiction {
		return 1
	}
	return 0
}

// turnWords names a kind of change.
func turnWords(k discourse.TurnKind) string {
	switch k {
	case discourse.FullChange:
		return lang.L("full change")
	case discourse.HalfChange:
		return lang.L("half change")
	}
	return lang.L("contradiction")
}

// changes lists the changes of stances.
type changes struct {
	desk  *desk.Desk
	turns []turnRow
	of    *discourse.Rows

	rows    *desk.RowList[turnRow]
	list    *control.VirtualList
	reading background.Latest // of the words of several
}

func newChanges(d *desk.Desk, leave func(*fyne.KeyEvent)) *changes {
	c := &changes{desk: d, of: &discourse.Rows{}}
	rows := background.NewRows(d.Reader(), c.source, func(r turnRow) []store.ID { return []store.ID{r.id} }, func() { c.rows.Show() })
	c.list = desk.NewTallList(rows, func() desk.TallRow[turnRow] { return newChangeRow(c.ticked) })
	c.list.Name = lang.L("Changes")
	c.rows = desk.NewRowList(rows, c.list, func(turnRow) { d.RefreshMenu() })
	c.rows.SelectTogether(d.RefreshMenu)
	c.list.OnActivated = func(int) { c.goTo(heldKeys()&fyne.KeyModifierShift != 0) }
	c.list.OnTwice = c.list.OnActivated
	c.list.OnKey, c.list.OnLetter = leave, d.TypedLetter
	c.list.OnMenu = func(_ int, at fyne.Position) { d.PopUpMenu(at, desk.SectionSelected) }
	return c
}

// show lists other changes. Where none of the selected ones is among them any more, the one that came after them is chosen.
func (c *changes) show(m made) {
	selected, next := c.selected(), store.ID{}
	if len(selected) > 0 {
		first := slices.IndexFunc(c.turns, func(r turnRow) bool { return r.id == selected[0].id })
		next = after(c.turns[max(first, 0):], m.turns)
		if slices.ContainsFunc(selected, func(r turnRow) bool { return r.id == next }) {
			next = store.ID{}
		}
	}
	c.turns, c.of = m.turns, &m.rows
	c.rows.Reload()
	if next != (store.ID{}) {
		c.rows.Come(turnRow{id: next})
		c.rows.Select(next)
	}
}

// after is the first of some changes that is still listed, else the last that is; none if nothing is.
func after(those, listed []turnRow) store.ID {
	known := make(map[store.ID]bool, len(listed))
	for _, r := range listed {
		known[r.id] = true
	}
	for _, r := range those {
		if known[r.id] {
			return r.id
		}
	}
	if len(listed) == 0 {
		return store.ID{}
	}
	return listed[len(listed)-1].id
}

// source is where the rows come from: the changes are known, their words are read a page at a time.
func (c *changes) source() background.Source[turnRow] {
	turns, holdings := c.turns, c.of.Holdings
	return background.Source[turnRow]{
		Page: func(ctx context.Context, p *store.Project, asked store.Page) ([]turnRow, int, error) {
			rows, err := withWords(ctx, p, page(turns, asked), holdings)
			return rows, len(turns), err
		},
		Rank: func(_ context.Context, _ *store.Project, id store.ID) (int, error) {
			return slices.IndexFunc(turns, func(r turnRow) bool { return r.id == id }), nil
		},
		IDs: func(_ context.Context, _ *store.Project, asked store.Page) ([]store.ID, error) {
			var ids []store.ID
			for _, r := range page(turns, asked) {
				ids = append(ids, r.id)
			}
			return ids, nil
		},
	}
}

// withWords reads the exact words of changes.
func withWords(ctx context.Context, p *store.Project, rows []turnRow, h *store.Holdings) ([]turnRow, error) {
	var ids []store.ID
	for _, r := range rows {
		ids = append(ids, r.Pair()...)
	}
	recorded, err := discourse.Recorded(ctx, p, ids)
	rows = slices.Clone(rows)
	for i := range rows {
		r := &rows[i]
		r.from, r.to = sideOf(r.From, h, recorded), sideOf(r.To, h, recorded)
	}
	return rows, err
}

func sideOf(r discourse.Row, h *store.Holdings, recorded map[store.ID]store.PositionRow) turnSide {
	return turnSide{*r.Position, r.Told, h.Articles[r.Position.Article], recorded[r.Position.ID]}
}

// chosen is the change that is selected; false if several are.
func (c *changes) chosen() (turnRow, bool) { return c.rows.One() }

// selected are the changes that are selected, in their order. Of several the words need not have been read.
func (c *changes) selected() []turnRow {
	if one, is := c.rows.One(); is {
		return []turnRow{one}
	}
	ids := make(map[store.ID]bool)
	for _, id := range c.rows.Selected() {
		ids[id] = true
	}
	return slices.DeleteFunc(slices.Clone(c.turns), func(r turnRow) bool { return !ids[r.id] })
}

// goTo goes to the new words of the chosen change, or to the old ones.
func (c *changes) goTo(old bool) {
	r, is := c.chosen()
	if !is {
		return
	}
	to := r.To.Position
	if old {
		to = r.From.Position
	}
	c.desk.GoTo(desk.Place{Entity: store.EntityAnnotation, ID: to.ID, Article: to.Article})
}

// changeRow shows one change: who turned on what, and below that the old words beside the new ones.
type changeRow struct {
	*control.Flow

	heading *control.SectionHeader
	card    *control.RowCard
	row     turnRow
	who     *control.RichLine
	tick    *control.RowButton
	sides   *sides
	said    *control.RichLine
}

func newChangeRow(onTick func(turnRow)) *changeRow {
	r := &changeRow{
		heading: control.NewSectionHeader("", "", ""), who: control.NewRichLine(2), sides: newSides(), said: control.NewRichLine(saidLines),
	}
	r.tick = control.NewRowButton(tickWords(false), lang.L("Say that the change is explained, or open it again"), desk.KeyTick.String(),
		func() { onTick(r.row) })
	r.card = control.NewRowCard(control.NewFlow(6, control.NewSpread(nil, r.who, r.tick), r.sides, r.said))
	r.Flow = control.NewFlow(4, r.heading, r.card)
	return r
}

// SetHighlight implements control.Highlighted: the heading of a part is none of what is selected.
func (r *changeRow) SetHighlight(on control.Highlight) { r.card.SetHighlight(on) }

// Fill shows a change.
func (r *changeRow) Fill(row turnRow) {
	if row.heading == "" {
		r.heading.Hide()
	} else {
		r.heading.Set(row.heading, "", "")
		r.heading.Show()
	}
	r.row = row
	r.who.SetRuns(control.Run{Text: row.Actor.Label, Bold: true}, control.Run{Text: "   " + row.Issue.Label},
		control.Caption("   "+turnWords(row.Kind)))
	r.tick.SetLabel(tickWords(row.isExplained()))
	r.sides.old.fill(row.from)
	r.sides.new.fill(row.to)
	r.said.SetRuns(saidRuns(row.said)...)
	r.said.Hidden = len(row.said) == 0
}

// sides are the old words beside the new ones, or above them where there is no room.
type sides struct {
	widget.BaseWidget
	old, new *side
	both     *fyne.Container
}

// sidesApart is how wide both must be to stand side by side, and the room between them, in pixels.
const (
	sidesApart = 520
	sidesGap   = 18
)

func newSides() *sides {
	s := &sides{old: newSide(), new: newSide()}
	s.both = container.New(sidesLayout{s}, s.old, s.new)
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer implements fyne.Widget.
func (s *sides) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(s.both) }

// HeightFor implements control.Tall.
func (s *sides) HeightFor(width float32) float32 {
	if width < sidesApart {
		return s.old.HeightFor(width) + sidesGap/2 + s.new.HeightFor(width)
	}
	half := (width - sidesGap) / 2
	return max(s.old.HeightFor(half), s.new.HeightFor(half))
}

// sidesLayout lays out both sides.
type sidesLayout struct{ of *sides }

// MinSize implements fyne.Layout.
func (l sidesLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, l.of.HeightFor(l.of.Size().Width))
}

// Layout implements fyne.Layout.
func (l sidesLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	s := l.of
	if size.Width < sidesApart {
		height := s.old.HeightFor(size.Width)
		s.old.Move(fyne.Position{})
		s.old.Resize(fyne.NewSize(size.Width, height))
		s.new.Move(fyne.NewPos(0, height+sidesGap/2))
		s.new.Resize(fyne.NewSize(size.Width, s.new.HeightFor(size.Width)))
		return
	}
	half := (size.Width - sidesGap) / 2
	for i, o := range []*side{s.old, s.new} {
		o.Move(fyne.NewPos(float32(i)*(half+sidesGap), 0))
		o.Resize(fyne.NewSize(half, size.Height))
	}
}

// side shows one side of a change.
type side struct {
	*control.Flow

	badge *control.Badge
	facts *control.RichLine
	quote *control.RichLine
}

// sideLines is how many lines of the words are shown.
const sideLines = 4

func newSide() *side {
	s := &side{badge: control.NewStanceBadge("", false), facts: control.NewRichLine(2), quote: control.NewQuoteText(sideLines, "")}
	s.Flow = control.NewFlow(3, control.NewSpread(s.badge, s.facts, nil), s.quote)
	return s
}

func (s *side) fill(of turnSide) {
	s.badge.SetStance(string(of.at.Stance), of.at.Conditional)
	s.facts.SetRuns(control.Caption(words.Dotted(append([]string{words.Day(of.at.Date), of.in.Source}, of.reported()...)...)))
	s.quote.SetQuote(of.recorded.Quote)
}

// reported says through whom it is known what is said, and whose word it is.
func (s turnSide) reported() (facts []string) {
	if carriers := names(s.recorded.Carriers); len(carriers) > 0 {
		facts = append(facts, words.Sentence("via %s", words.Joined(carriers)))
	}
	switch according := names(s.recorded.AccordingTo); {
	case s.told && len(according) > 0:
		facts = append(facts, words.Sentence("according to %s", words.Joined(according)))
	case s.told:
		facts = append(facts, lang.L("“according to”"))
	}
	return facts
}

func names(of []store.PartyRef) (list []string) {
	for _, r := range of {
		if label := r.Label(); label != "" {
			list = append(list, label)
		}
	}
	return list
}
