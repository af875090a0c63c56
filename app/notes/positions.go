package notes

import (
	"standpoint/store"
)

// positionBlocks gives the positions of the article by who holds them.
func (p *articlePart) positionBlocks() []Block {
	if len(p.positions) == 0 {
		return nil
	}
	blocks := []Block{Heading{Level: 3, Text: plain("Positions")}}
	var list List
	for i, row := range p.positions {
		list.Items = append(list.Items, p.positionItem(row))
		if i+1 < len(p.positions) && sameParty(p.positions[i+1].Group, row.Group) {
			continue
		}
		holder := row.Group.Label()
		if holder == "" {
			holder = "somebody not named"
		}
		blocks = append(blocks, Heading{Level: 4, Text: plain(capitalise(holder))}, list)
		list = List{}
	}
	return blocks
}

func sameParty(a, b store.PartyRef) bool { return a.ID == b.ID && a.Label() == b.Label() }

// positionItem gives one position: stance and target, then the words and whose they are.
func (p *articlePart) positionItem(row store.PositionRow) Item {
	p.issueSeen(row.TargetRef)
	head := stanceWords(row.Stance, row.Condition != "").and(plain(" · " + targetLabel(row.TargetRef)))
	if row.Condition != "" {
		head = head.and(plain(", on condition: " + row.Condition))
	}
	if len(row.Holders) > 1 {
		head = head.and(plain(" (jointly: " + labels(row.Holders, "") + ")"))
	}
	source := joinText(", ",
		plain(prefixed("according to ", labels(row.AccordingTo, ""))),
		plain(prefixed("reported through ", labels(row.Carriers, ""))),
		p.place(row.Paragraph), p.otherDate(row))
	item := Item{Text: head, Blocks: []Block{Quote{Words: row.Quote, Translation: row.Translation, Source: source}}}
	facts := p.noteItems(row.ID)
	if tags := p.tagWords(row.Tags); tags != "" {
		facts = append([]Item{{Text: strong("Tags:").and(plain(" " + tags))}}, facts...)
	}
	if len(facts) > 0 {
		item.Blocks = append(item.Blocks, List{facts})
	}
	return item
}

// otherDate gives the date of a position where it is not that of its article.
func (p *articlePart) otherDate(row store.PositionRow) Text {
	if row.Date == "" || row.DateFrom == store.DateFromArticle || row.Date.First() == p.article.Published.First() &&
		row.Date.Last() == p.article.Published.Last() {
		return nil
	}
	if row.DateFrom == store.DateFromStatement {
		return plain("stated " + FormatDate(row.Date))
	}
	return plain("held " + FormatDate(row.Date))
}

// uniquePositions returns each position once; one with several holders has a row for each.
func (p *articlePart) uniquePositions() []store.PositionRow {
	var rows []store.PositionRow
	seen := map[store.ID]bool{}
	for _, row := range p.positions {
		if !seen[row.ID] {
			rows = append(rows, row)
		}
		seen[row.ID] = true
	}
	return rows
}

// issueSeen remembers an issue for the end of the document.
func (b *builder) issueSeen(target store.PartyRef) {
	if target.Entity == store.EntityIssue {
		b.issues[target.ID] = true
	}
}

// stanceWords writes a stance with its sign; ◇ stands beside it when it is conditional.
func stanceWords(s store.Stance, conditional bool) Text {
	sign := map[store.Stance]string{
		store.StanceSupport: "▲", store.StanceOppose: "▼", store.StanceNeutral: "●", store.StanceUnclear: "?",
	}[s]
	word := string(s)
	if s == store.StanceUnset {
		word = "no stance yet"
	}
	if !conditional {
		return joinText(" ", plain(sign), strong(word))
	}
	return joinText(" ", plain(sign+"◇"), strong(word)).and(plain(", conditionally"))
}

// targetLabel names what a position is on.
func targetLabel(target store.PartyRef) string {
	if label := target.Label(); label != "" {
		return label
	}
	return "no target yet"
}
