package notes

import (
	"slices"

	"standpoint/store"
)

// actorDossier is the document on actors: of each who it is, its positions on each issue with their history, all its statements, and
// who speaks for whom.
func (b *builder) actorDossier() ([]Block, error) {
	actors, g, err := b.subjects(store.EntityActor, b.options.Actors)
	if err != nil {
		return nil, err
	}
	if err := b.learnAbout(store.EntityActor, actors); err != nil {
		return nil, err
	}
	holds, says := g.positions, g.statements
	var parts []Block
	statements, positions := 0, 0
	for i, id := range actors {
		blocks, err := b.actor(id, holds[id], says[id])
		if err != nil {
			return nil, failed(b.actors[id].Name, err)
		}
		parts = append(parts, blocks...)
		statements, positions = statements+len(says[id]), positions+len(holds[id])
		b.progress(i+1, len(actors))
	}
	about := b.w.enumerate([]string{b.w.actorCount.of(len(actors)), b.w.positions.of(positions), b.w.statements.of(statements)})
	contents := b.list(actors, b.nameOf, func(id store.ID) []Item { return b.takes(holds[id]) })
	if len(actors) == 1 {
		contents = b.now(holds[actors[0]])
	}
	return slices.Concat(b.provenance(about), contents, parts, b.sourceList()), nil
}

// now is where the only actor of the document stands, which the history of its positions tells last; nil where it tells nothing else.
func (b *builder) now(positions []held) []Block {
	on := map[string]bool{}
	for _, h := range positions {
		on[b.label(h.TargetRef)] = true
	}
	items := b.takes(positions)
	if len(positions) == len(on) || len(items) == 0 {
		return nil
	}
	return []Block{List{items}}
}

// takes names the latest stances of an actor, each with what it is on and the numbers of the quotes.
func (b *builder) takes(positions []held) []Item {
	last := map[string]held{}
	var order []string
	for _, h := range positions {
		on := b.label(h.TargetRef)
		if on == "" || h.Stance == store.StanceUnset {
			continue
		}
		if last[on].PositionRow == nil {
			order = append(order, on)
		}
		last[on] = h
	}
	sortByName(b, order, itself)
	var items []Item
	for _, stance := range stances {
		for _, conditional := range []bool{false, true} {
			var on []Text
			for _, label := range order {
				if h := last[label]; h.Stance == stance && (h.Condition != "") == conditional {
					on = append(on, joinText(" ", underCondition(label, h.Condition), refer(b.numbers[h.ID])))
				}
			}
			if len(on) > 0 {
				items = append(items, Item{Text: b.side(stance, conditional).and(plain(": "), joinText("; ", on...))})
			}
		}
	}
	return items
}

// actor returns the part of the document about one actor.
func (b *builder) actor(id store.ID, holds []held, says []said) ([]Block, error) {
	who, err := b.whoItIs(id)
	if err != nil {
		return nil, err
	}
	for _, h := range holds {
		b.workers[h.Coder] = true
	}
	for _, s := range says {
		b.workers[s.Coder] = true
	}
	positions := b.history(holds)
	statements, err := b.ownStatements(id, says)
	if err != nil {
		return nil, err
	}
	others, err := b.speaking(id, holds, says)
	return slices.Concat(who, positions, statements, others), err
}

// whoItIs says of an actor what sort it is, how else it is called, what it belongs to and since when, and what was noted of it.
func (b *builder) whoItIs(id store.ID) ([]Block, error) {
	a, err := b.actorRow(id)
	if err != nil {
		return nil, err
	}
	blocks := []Block{Heading{Level: 2, Text: plain(b.nameOf(id)), Anchor: partAnchor(id)}}
	line := joinText(", ", plain(capitalise(b.w.kinds[a.Kind])), b.aliases(id))
	if line = describedAs(line, b.newsOf(a)); len(line) > 0 {
		blocks = append(blocks, Paragraph{line})
	}
	past, err := b.pastOf(id)
	if err != nil {
		return nil, err
	}
	notes, err := b.notesAbout(store.EntityActor, id)
	if facts := slices.Concat(past, notes); len(facts) > 0 {
		blocks = append(blocks, List{facts})
	}
	return blocks, err
}

// history gives the positions of an actor on each issue and each other actor by date; where the stance is another than before, it
// says so.
func (b *builder) history(positions []held) []Block {
	if len(positions) == 0 {
		return nil
	}
	type part struct {
		label     string
		positions []held
	}
	var parts []*part
	for _, h := range positions {
		label := b.label(h.TargetRef)
		if label == "" {
			label = b.w.noTarget
		}
		i := slices.IndexFunc(parts, func(p *part) bool { return p.label == label })
		if i < 0 {
			i, parts = len(parts), append(parts, &part{label: label})
		}
		parts[i].positions = append(parts[i].positions, h)
	}
	sortByName(b, parts, func(p *part) string { return p.label })
	blocks := []Block{Heading{Level: 3, Text: plain(b.w.positionList)}}
	for _, p := range parts {
		blocks = append(blocks, Heading{Level: 4, Text: plain(p.label)})
		before := store.StanceUnset
		for _, h := range p.positions {
			change := ""
			if before != store.StanceUnset && h.Stance != store.StanceUnset && h.Stance != before {
				change = with(b.w.changed, stanceSign(before)+" "+b.w.stances[before])
			}
			if h.Stance != store.StanceUnset {
				before = h.Stance
			}
			blocks = append(blocks, b.quotePosition(h, b.onWhich(h.Date), b.standingOf(h), emphasis(change), b.circumstances(h, h.Date)))
		}
	}
	return blocks
}

// ownStatements gives all statements of an actor by date; its role where it is another than at the statement before.
func (b *builder) ownStatements(id store.ID, list []said) ([]Block, error) {
	if len(list) == 0 {
		return nil, nil
	}
	blocks := []Block{Heading{Level: 3, Text: plain(b.w.statementList)}}
	before := ""
	for _, s := range list {
		lead := []Text{b.onWhich(s.Date), plain(with(b.w.to, b.labels(s.Addressees, ""))), plain(b.w.acts[s.Act])}
		if n, shown := b.numbers[s.ID]; shown {
			blocks = append(blocks, Quote{Lead: joinText(" · ", append(lead, refer(n))...)})
			continue
		}
		role, err := b.roles(id, s.Date)
		if err != nil {
			return nil, err
		}
		if role != before {
			lead = slices.Insert(lead, 1, plain(role))
		}
		before = role
		lead = append(lead, plain(b.quotation(s.StatementRow)), plain(with(b.w.through, b.labels(s.Carriers, ""))),
			b.where(s.in, s.Paragraph, s.Date))
		number, anchor := b.number(s.ID)
		blocks = append(blocks, Quote{
			Anchor: anchor, Number: number, Lead: joinText(" · ", lead...), Words: s.Quote, Language: s.in.Language,
			Translation: s.Translation, Of: s.ID,
		})
	}
	return blocks, nil
}

// speaking says who else speaks for an actor, and for whom it speaks, with the numbers of the quotes.
func (b *builder) speaking(id store.ID, holds []held, says []said) ([]Block, error) {
	speaksFor, by := map[string][]int{}, map[string][]int{}
	for _, h := range holds {
		if h.on == nil || isOneOf(id, h.on.Speakers) {
			continue
		}
		who, err := b.named(h.on.Speakers, h.Date, nil)
		if err != nil {
			return nil, err
		}
		by[who.String()] = append(by[who.String()], b.numbers[h.ID])
	}
	for _, s := range says {
		for _, p := range s.Positions {
			if others := slices.DeleteFunc(slices.Clone(p.Holders), func(r store.PartyRef) bool { return r.ID == id }); len(others) > 0 {
				label := b.labels(others, b.w.notNamed)
				speaksFor[label] = append(speaksFor[label], b.numbers[s.ID])
			}
		}
	}
	return slices.Concat(b.numbered(b.w.speakForIt, by), b.numbered(b.w.speaksFor, speaksFor)), nil
}

// numbered lists names under a heading, each with the numbers of quotes.
func (b *builder) numbered(heading string, of map[string][]int) []Block {
	if len(of) == 0 {
		return nil
	}
	var labels []string
	for label := range of {
		labels = append(labels, label)
	}
	sortByName(b, labels, itself)
	var list List
	for _, label := range labels {
		numbers := of[label]
		slices.Sort(numbers)
		list.Items = append(list.Items, Item{Text: joinText(" ", plain(label), refer(slices.Compact(numbers)...))})
	}
	return []Block{Heading{Level: 3, Text: plain(heading)}, list}
}
