package notes

import (
	"cmp"
	"slices"

	"standpoint/store"
)

// highlights gives the highlights of the article, and the mentions that carry tags or notes.
func (p *articlePart) highlights() []Block {
	var list List
	for _, a := range p.annotations {
		facts := p.noteItems(a.ID)
		if tags := p.tagWords(a.Tags); tags != "" {
			facts = append([]Item{{Text: strong("Tags:").and(plain(" " + tags))}}, facts...)
		}
		if a.Kind != store.KindHighlight && (a.Kind != store.KindMention || len(facts) == 0) {
			continue
		}
		item := Item{Text: p.highlightHead(a), Blocks: []Block{Quote{Words: a.Anchor.Exact()}}}
		if len(facts) > 0 {
			item.Blocks = append(item.Blocks, List{facts})
		}
		list.Items = append(list.Items, item)
	}
	if len(list.Items) == 0 {
		return nil
	}
	return []Block{Heading{Level: 3, Text: plain("Highlights and notes")}, list}
}

// highlightHead says where a highlight stands, and whom a mention names.
func (p *articlePart) highlightHead(a store.Annotation) Text {
	paragraph := 0
	if a.Anchor.Body == p.article.Body && len(a.Anchor.Quotes) > 0 {
		_, paragraph = p.body.ParagraphAt(a.Anchor.Quotes[0].Start)
	}
	return joinText(", ", plain(p.named[a.Actor].Name), p.place(paragraph))
}

// appendix describes the actors and issues that the articles speak of, as far as there is something to say.
func (b *builder) appendix() ([]Block, error) {
	actors, err := b.actorItems()
	if err != nil {
		return nil, err
	}
	issues, err := b.issueItems()
	if err != nil {
		return nil, err
	}
	var blocks []Block
	if len(actors) > 0 {
		blocks = append(blocks, Heading{Level: 2, Text: plain("Actors")}, List{actors})
	}
	if len(issues) > 0 {
		blocks = append(blocks, Heading{Level: 2, Text: plain("Issues")}, List{issues})
	}
	return blocks, nil
}

func (b *builder) actorItems() ([]Item, error) {
	var items []Item
	for _, id := range byName(b.actors, func(id store.ID) string { return b.named[id].Name }) {
		a, err := b.project.Actor(b.ctx, id)
		if err != nil {
			return nil, err
		}
		facts, err := b.noteList(store.EntityActor, id)
		if err != nil {
			return nil, err
		}
		held, err := b.affiliations(id)
		if err != nil {
			return nil, err
		}
		for i := len(held) - 1; i >= 0; i-- {
			words := joinText(", ", plain(held[i].words), plain(period(held[i].From, held[i].To)))
			facts = append([]Item{{Text: words}}, facts...)
		}
		name := b.named[id]
		head := strong(a.Name).and(plain(prefixed(", also ", enumerate(quoted(name.Aliases)))), plain(prefixed(". ", a.Description)))
		items = append(items, described(head, facts))
	}
	return items, nil
}

func (b *builder) issueItems() ([]Item, error) {
	var items []Item
	for _, id := range byName(b.issues, func(id store.ID) string { return b.topics[id] }) {
		issue, err := b.project.Issue(b.ctx, id)
		if err != nil {
			return nil, err
		}
		facts, err := b.noteList(store.EntityIssue, id)
		if err != nil {
			return nil, err
		}
		head := strong(issue.Name).and(plain(prefixed(", part of ", b.topics[issue.Parent])), plain(prefixed(". ", issue.Description)))
		items = append(items, described(head, facts))
	}
	return items, nil
}

// described returns an item with facts beneath it.
func described(head Text, facts []Item) Item {
	if len(facts) == 0 {
		return Item{Text: head}
	}
	return Item{Text: head, Blocks: []Block{List{facts}}}
}

func (b *builder) noteList(e store.Entity, subject store.ID) ([]Item, error) {
	notes, err := b.project.Notes(b.ctx, e, subject)
	var items []Item
	for _, n := range notes {
		items = append(items, b.note(n))
	}
	return items, err
}

// byName returns the ids in the order of their names.
func byName(ids map[store.ID]bool, name func(store.ID) string) []store.ID {
	list := make([]store.ID, 0, len(ids))
	for id := range ids {
		list = append(list, id)
	}
	slices.SortFunc(list, func(x, y store.ID) int {
		return cmp.Or(cmp.Compare(name(x), name(y)), slices.Compare(x[:], y[:]))
	})
	return list
}

// period writes from when to when: "since 2019", "2015 to August 2021", "until 2021".
func period(from, to store.Date) string {
	switch {
	case from == "" && to == "":
		return ""
	case to == "":
		return "since " + FormatDate(from)
	case from == "":
		return "until " + FormatDate(to)
	default:
		return FormatDate(from) + " to " + FormatDate(to)
	}
}

func quoted(names []string) []string {
	list := make([]string, len(names))
	for i, n := range names {
		list[i] = "“" + n + "”"
	}
	return list
}
