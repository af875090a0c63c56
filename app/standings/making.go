package standings

import (
	"context"
	"slices"

	"standpoint/app/desk"
	"standpoint/app/discourse"
	"standpoint/app/figure"
	"standpoint/app/words"
	"standpoint/store"
)

// The tabs of the view.
const (
	tabTable    = "table"
	tabChanges  = "changes"
	tabTimeline = "timeline"
	tabBalance  = "balance"
	tabNetwork  = "network"
)

// counted are the positions of a project as they are counted: read once for all tabs, and selected once for all that show the same.
type counted struct {
	rows    discourse.Rows
	passing int    // positions that count
	fault   string // what is wrong with the filter; "": nothing

	filter   discourse.Filter      // which they pass, with what stands now for rows that were merged
	standing map[store.ID]store.ID // what does, for those that were asked for and those whose positions are listed
}

// made is what one tab shows.
type made struct {
	*counted

	tab    string
	chosen chosen
	sheet  *figure.Sheet // nil of the tab of changes, and of a timeline of neither an issue nor an actor
	turns  []turnRow

	hasTurns bool // there are changes, though perhaps none that are listed

	woven      woven   // the network of which the sheet is, nil while it settles
	weakest    float64 // its ties are shown from that weight on
	isSettling bool    // more is to come
	reached    stage   // of what is awaited
}

// making is what is asked for.
type making struct {
	tab     string
	chosen  chosen
	filter  discourse.Filter
	network networking
	asked   asked            // of the positions
	counted *counted         // nil: they are to be selected
	listed  []discourse.Node // whose positions are listed
}

// make reads, selects and draws what is not there yet. soFar hears of what comes about.
func (m making) make(ctx context.Context, p *store.Project, read reader, soFar func(made)) (made, error) {
	if m.counted == nil {
		h, err := m.asked.read(ctx, p, read)
		if err != nil {
			return made{}, err
		}
		standing, err := m.standing(ctx, p)
		if err != nil {
			return made{}, err
		}
		filter, err := m.filter.With(standing).Reading(ctx, p)
		if err != nil {
			return made{}, err
		}
		m.counted = count(filter, h)
		m.counted.filter, m.counted.standing = filter, standing
		soFar(made{reached: m.stage()})
	}
	if err := ctx.Err(); err != nil {
		return made{}, err
	}
	out := made{counted: m.counted, tab: m.tab, chosen: m.chosen}
	if m.counted.passing == 0 {
		return out, nil
	}
	if m.tab == tabChanges {
		turns := m.counted.rows.Table().Changes()
		out.turns, out.hasTurns = turnRows(turns, m.counted.rows.Holdings, m.chosen.form), len(turns) > 0
		return out, nil
	}
	m.filter = m.counted.filter
	o := figure.Options{Language: words.Spoken(), Filter: m.filter}
	if m.tab == tabTable {
		out.sheet = figure.NewTableSheet(m.counted.rows, m.chosen.of(o))
		return out, nil
	}
	if m.tab == tabTimeline && len(m.filter.Actors)+len(m.filter.Issues) == 0 {
		return out, nil
	}
	if m.tab == tabNetwork {
		return m.weave(ctx, out, o, soFar)
	}
	drawn, err := m.draw(ctx, m.counted.rows, o)
	if err == nil {
		out.sheet = figure.NewSheet(drawn)
	}
	return out, err
}

// standing reads what stands now for what was asked for, and for whose positions are listed.
func (m making) standing(ctx context.Context, p *store.Project) (map[store.ID]store.ID, error) {
	asked := m.filter
	for _, n := range m.listed {
		into := &asked.Actors
		if n.Variable == discourse.VariableIssue {
			into = &asked.Issues
		}
		*into = append(slices.Clone(*into), n.ID)
	}
	return asked.Standing(ctx, p)
}

// weave makes a network.
func (m making) weave(ctx context.Context, out made, o figure.Options, soFar func(made)) (made, error) {
	rows := m.counted.rows
	var show func(*figure.Web)
	if m.network.settles {
		show = func(w *figure.Web) {
			part := out
			part.isSettling, part.sheet = true, figure.NewSheet(m.network.draw(w, rows, o))
			soFar(part)
		}
	}
	w, err := m.network.weave(ctx, m.counted, show)
	if err != nil {
		return out, err
	}
	out.woven, out.weakest = w, m.network.from(w.Web)
	out.sheet = figure.NewSheet(m.network.draw(w.Web, rows, o))
	return out, ctx.Err()
}

// count selects the positions that count.
func count(f discourse.Filter, h *store.Holdings) *counted {
	if err := f.Check(); err != nil {
		return &counted{rows: discourse.Rows{Holdings: h}, fault: words.Error(err)}
	}
	rows := f.Select(h)
	return &counted{rows: rows, passing: len(discourse.Positions(rows.List))}
}

// draw draws the picture of a tab.
func (m making) draw(ctx context.Context, rows discourse.Rows, o figure.Options) (*figure.Picture, error) {
	switch m.tab {
	case tabTimeline:
		return figure.Timeline(rows, m.chosen.timing(m.filter), o), nil
	case tabBalance:
		return figure.Balance(rows, m.chosen.balancing(), o), nil
	case tabNetwork:
		w, err := m.network.weave(ctx, m.counted, nil)
		if err != nil {
			return nil, err
		}
		return m.network.draw(w.Web, rows, o), nil
	}
	if m.tab == tabChanges {
		o.Open = m.chosen.form == changesOpen
		return figure.Changes(rows, o), nil
	}
	return figure.Table(rows, m.chosen.of(o)), nil
}

// positions reads positions in the order of their ids; those that are not there any more are left out.
func positions(ctx context.Context, p *store.Project, ids []store.ID) ([]store.PositionRow, error) {
	recorded, err := p.RecordedAmong(ctx, ids)
	at := make(map[store.ID]store.PositionRow, len(ids))
	for _, in := range recorded {
		for _, row := range in.Positions {
			at[row.ID] = row
		}
	}
	var list []store.PositionRow
	for _, id := range ids {
		if row, is := at[id]; is {
			list = append(list, row)
		}
	}
	return list, err
}

// page is the part of a list that a page asks for.
func page[T any](all []T, p store.Page) []T {
	from := min(p.Offset, len(all))
	to := len(all)
	if p.Limit > 0 {
		to = min(from+p.Limit, to)
	}
	return slices.Clone(all[from:to])
}

// make makes what is to be seen, if it is in front.
func (v *View) make() {
	if v.desk.Project == nil || !v.desk.IsInFront(v) {
		v.stale = true
		return
	}
	m := making{tab: v.tab, chosen: v.chosen(), filter: v.filter.asked, network: v.network.asked(v.forms[tabNetwork])}
	m.listed = v.behind.mark.Of
	m.network.settles, m.network.room = v.anew || v.made.isAwaited(), m.chosen.width
	if v.stale {
		v.counted = nil
	}
	if v.known.isAheadIdle() { // it is read at once
		v.preparing.reading.Overtake()
	}
	m.asked, m.counted = v.known.ask(), v.counted
	v.measures.leave() // what is shown may not be any more
	v.stale, v.isMaking = false, true
	v.await(m)
	type answer struct {
		made made
		err  error // what was made before stays then
	}
	desk.QueryOn(v.desk, &v.asking, func(ctx context.Context, p *store.Project, soFar func(answer)) (answer, error) {
		got, err := m.make(ctx, p, v.read, func(part made) { soFar(answer{made: part}) })
		return answer{got, err}, nil
	}, func(a answer) {
		if a.err == nil && a.made.isAwaited() {
			v.reach(a.made.reached)
			return
		}
		if a.made.isSettling {
			v.showMade(a.made)
			return
		}
		v.isMaking = false
		if v.desk.Failed(a.err) {
			switch {
			case v.made.isAwaited() && !v.awaiting.before.isAwaited():
				v.showMade(v.awaiting.before)
			case v.made.isAwaited():
				v.reach(stageFailed)
			}
			v.stale = true // it is tried again with the next write, or when the view is shown again
			v.measures.follow(v.made)
			return
		}
		v.known.take(a.made.rows.Holdings, m.asked.upTo)
		v.show(a.made)
	})
}
