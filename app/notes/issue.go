package notes

import (
	"cmp"
	"iter"
	"maps"
	"slices"

	"standpoint/store"
	"standpoint/store/text"
)

// issueBrief is the document on issues: of each who stands where with the latest words, then what was said earlier, who holds two
// stances, and who speaks in the articles but takes none.
func (b *builder) issueBrief() ([]Block, error) {
	issues, g, err := b.subjects(store.EntityIssue, b.options.Issues)
	if err != nil {
		return nil, err
	}
	if err := b.learnAbout(store.EntityIssue, issues); err != nil {
		return nil, err
	}
	on := g.positions
	var parts []Block
	shown := 0
	for _, id := range issues {
		shown += len(on[id])
		blocks, err := b.issue(id, on[id], g)
		if err != nil {
			return nil, failed(b.issues[id].Name, err)
		}
		parts = append(parts, blocks...)
	}
	about := b.w.enumerate([]string{b.w.issueCount.of(len(issues)), b.w.positions.of(shown)})
	contents := b.list(issues, func(id store.ID) string { return b.issues[id].Name }, func(id store.ID) []Item { return b.standNow(on[id]) })
	return slices.Concat(b.provenance(about), contents, parts, b.sourceList()), nil
}

// chosen are the rows that are named, else all with something to show, in their order.
func (b *builder) chosen(e store.Entity, asked []store.ID, g gathered) ([]store.ID, error) {
	list := slices.Clone(asked)
	if len(asked) == 0 {
		for _, ids := range []iter.Seq[store.ID]{maps.Keys(g.statements), maps.Keys(g.positions)} {
			list = slices.AppendSeq(list, ids)
		}
	}
	if err := b.learn(e, list...); err != nil {
		return nil, err
	}
	names := b.knownNames()[e]
	for _, id := range asked {
		if names[id].ID != id {
			return nil, b.missing(e, id)
		}
	}
	list = slices.DeleteFunc(list, func(id store.ID) bool { return id == store.ID{} || names[id].ID != id }) // is only words
	slices.SortFunc(list, func(x, y store.ID) int {
		frequent := 0
		if b.options.Order == OrderFrequent {
			frequent = len(g.positions[y]) - len(g.positions[x])
		}
		return cmp.Or(frequent, cmp.Compare(text.Fold(names[x].Name), text.Fold(names[y].Name)), compareIDs(x, y))
	})
	return slices.Compact(list), nil
}

// missing is the store's error for a row that is not there.
func (b *builder) missing(e store.Entity, id store.ID) (err error) {
	if e == store.EntityIssue {
		_, err = b.project.Issue(b.ctx, id)
	} else {
		_, err = b.project.Actor(b.ctx, id)
	}
	return err
}

// list names what the document is about when that is several things, each with what is said of it; each leads to its part.
func (b *builder) list(ids []store.ID, name func(store.ID) string, said func(store.ID) []Item) []Block {
	if len(ids) < 2 {
		return nil
	}
	var list List
	for _, id := range ids {
		list.Items = append(list.Items, described(Text{{Text: name(id), To: partAnchor(id)}}, said(id)))
	}
	return []Block{list}
}

func partAnchor(id store.ID) string { return "part-" + id.String() }

// standNow names the holders of each stance by their latest positions, with the numbers of the quotes.
func (b *builder) standNow(positions []held) []Item {
	latest, _ := latest(positions)
	stands := make([]stand, len(latest))
	for i, h := range latest {
		stands[i] = standOf(h.PositionRow, b.numbers[h.ID])
	}
	return b.holders(stands)
}

// stances are those that somebody can take, in the order in which they are told.
var stances = []store.Stance{store.StanceSupport, store.StanceOppose, store.StanceNeutral, store.StanceUnclear}

// issue returns the part of the document about one issue.
func (b *builder) issue(id store.ID, positions []held, g gathered) ([]Block, error) {
	blocks := []Block{Heading{Level: 2, Text: plain(b.issues[id].Name), Anchor: partAnchor(id)}}
	issue, err := b.issueRow(id)
	if err != nil {
		return nil, err
	}
	if err := b.learn(store.EntityIssue, issue.Parent); err != nil {
		return nil, err
	}
	for _, h := range positions {
		b.workers[h.Coder] = true
	}
	if about := describedAs(plain(capitalise(with(b.w.partOf, b.issues[issue.Parent].Name))), issue.Description); len(about) > 0 {
		blocks = append(blocks, Paragraph{about})
	}
	notes, err := b.notesAbout(store.EntityIssue, id)
	if err != nil {
		return nil, err
	}
	if len(notes) > 0 {
		blocks = append(blocks, List{notes})
	}
	if len(positions) == 0 {
		return append(blocks, Paragraph{emphasis(b.w.nobody)}), nil
	}
	latest, earlier := latest(positions)
	now, err := b.sides(latest)
	if err != nil {
		return nil, err
	}
	before := b.earlierOnes(earlier)
	silent, err := b.silent(id, positions, g)
	return slices.Concat(blocks, now, b.contradictions(positions), before, silent), err
}

// latest parts the last position of each holder from those before it. Positions of one day that differ are all its last.
func latest(positions []held) (latest, earlier []held) {
	last := map[string]store.Date{}
	for _, h := range positions {
		last[who(h.Holders)] = h.Date
	}
	shown := map[string][]store.Stance{}
	for _, h := range slices.Backward(positions) {
		holder := who(h.Holders)
		if h.Date == last[holder] && !slices.Contains(shown[holder], h.Stance) {
			shown[holder] = append(shown[holder], h.Stance)
			latest = append(latest, h)
		} else {
			earlier = append(earlier, h)
		}
	}
	slices.Reverse(latest)
	slices.Reverse(earlier)
	return latest, earlier
}

// sides gives the holders of each stance with their words.
func (b *builder) sides(positions []held) ([]Block, error) {
	blocks := []Block{Heading{Level: 3, Text: plain(b.w.whoStandsWhere)}}
	for _, stance := range append(slices.Clone(stances), store.StanceUnset) {
		var quotes []Block
		of := slices.DeleteFunc(slices.Clone(positions), func(h held) bool { return h.Stance != stance })
		sortByName(b, of, func(h held) string { return b.labels(h.Holders, b.w.notNamed) })
		slices.SortStableFunc(of, func(x, y held) int { return compareWho(x.Holders, y.Holders) })
		for _, h := range of {
			who, err := b.named(h.Holders, h.Date, nil)
			if err != nil {
				return nil, err
			}
			quotes = append(quotes, b.quotePosition(h, who.and(plain(with(" %s", conditionSign(h.Condition)))), b.circumstances(h, "")))
		}
		if len(quotes) > 0 {
			head := joinText(" ", plain(stanceSign(stance)), plain(b.w.stances[stance]))
			blocks = append(append(blocks, Heading{Level: 4, Text: head}), quotes...)
		}
	}
	return blocks, nil
}

// earlierOnes gives the positions that are not the latest of their holders, by date.
func (b *builder) earlierOnes(positions []held) []Block {
	if len(positions) == 0 {
		return nil
	}
	blocks := []Block{Heading{Level: 3, Text: plain(b.w.earlierPositions)}}
	for _, h := range positions {
		stance := b.standingOf(h)
		blocks = append(blocks, b.quotePosition(h, b.onWhich(h.Date), joinText(": ", plain(b.labels(h.Holders, b.w.notNamed)), stance),
			b.circumstances(h, h.Date)))
	}
	return blocks
}

// standingOf writes the stance of a position with its signs.
func (b *builder) standingOf(h held) Text {
	return joinText(" ", plain(stanceSign(h.Stance)+conditionSign(h.Condition)), strong(b.w.stances[h.Stance]))
}

// contradictions shows, side by side, the words of each holder who was both for it and against it.
func (b *builder) contradictions(positions []held) []Block {
	type both struct{ support, oppose []held }
	of := map[string]*both{}
	var order []string
	for _, h := range positions {
		for _, holder := range h.Holders {
			label := b.label(holder)
			if label == "" || h.Stance != store.StanceSupport && h.Stance != store.StanceOppose {
				continue
			}
			if of[label] == nil {
				of[label] = &both{}
				order = append(order, label)
			}
			if h.Stance == store.StanceSupport {
				of[label].support = append(of[label].support, h)
			} else {
				of[label].oppose = append(of[label].oppose, h)
			}
		}
	}
	sortByName(b, order, itself)
	table := Table{
		Head:    []Text{plain(b.w.who), b.side(store.StanceSupport, false), b.side(store.StanceOppose, false)},
		Numbers: make([]bool, 3),
	}
	for _, label := range order {
		if len(of[label].support) > 0 && len(of[label].oppose) > 0 {
			table.Rows = append(table.Rows, []Text{strong(label), b.saidWhen(of[label].support), b.saidWhen(of[label].oppose)})
		}
	}
	if len(table.Rows) == 0 {
		return nil
	}
	return []Block{Heading{Level: 3, Text: plain(b.w.contradictions)}, table}
}

// saidWhen gives the dates and the words of positions, one after the other, with the numbers of the quotes.
func (b *builder) saidWhen(positions []held) Text {
	var parts []Text
	for _, h := range positions {
		words := joinText(": ", joinText(" ", b.onWhich(h.Date), plain(conditionSign(h.Condition))), plain(b.w.around(oneLine(h.Quote))))
		parts = append(parts, words.and(plain(" "), refer(b.numbers[h.ID])))
	}
	return joinText("; ", parts...)
}

// silent names those who speak in the articles in which positions stand, without one of their own on it.
func (b *builder) silent(issue store.ID, positions []held, g gathered) ([]Block, error) {
	speak := map[store.ID]bool{}
	for _, h := range positions {
		for _, id := range g.voices[h.in.ID] {
			speak[id] = true
		}
	}
	for id := range g.taken[issue] {
		delete(speak, id)
	}
	if len(speak) == 0 {
		return nil, nil
	}
	if err := b.learn(store.EntityActor, slices.Collect(maps.Keys(speak))...); err != nil {
		return nil, err
	}
	var list []string
	for _, id := range b.byName(speak, b.actors) {
		list = append(list, b.nameOf(id))
	}
	return []Block{Heading{Level: 3, Text: plain(b.w.silent)}, Paragraph{b.w.naming(b.w.silentOnes, list)}}, nil
}
