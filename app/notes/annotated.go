package notes

import (
	"slices"
	"strings"

	"standpoint/store"
	"standpoint/store/text"
)

// annotated is the document with the full text of each article, marks in place, and what they say beside it.
func (b *builder) annotated() ([]Block, error) {
	articles, err := b.articles()
	if err != nil {
		return nil, err
	}
	var parts []Block
	reach := store.ReachAll
	if b.options.Detail == DetailShort {
		reach = store.ReachMarked
	}
	err = b.each(articles, reach, func(p *articlePart) error {
		blocks, err := p.annotatedText()
		parts = append(parts, blocks...)
		return err
	})
	about := b.w.enumerate([]string{
		b.w.articles.of(len(articles)), b.w.statements.of(b.told.statements), b.w.positions.of(b.told.positions),
	})
	return slices.Concat(b.provenance(about), b.contents(articles), parts), err
}

// annotatedText is the article's text with its marks; what has lost its place in the text is told behind it.
func (p *articlePart) annotatedText() ([]Block, error) {
	body, err := p.project.Body(p.ctx, p.article.Body)
	if err != nil {
		return nil, err
	}
	passage := Passage{Words: body.String(), Language: p.article.Language}
	var lost List
	for _, a := range p.Annotations {
		lines, err := p.comment(a)
		switch {
		case err != nil:
			return nil, err
		case lines == nil:
			continue
		}
		number, anchor := p.number(a.ID)
		if a.Anchor.Body != p.article.Body || len(a.Anchor.Quotes) == 0 {
			lost.Items = append(lost.Items, Item{
				Text: lines[0], Blocks: append(paragraphs(lines[1:]), Quote{Words: a.Anchor.Exact(), Language: p.article.Language, Of: a.ID}),
			})
			continue
		}
		mark := Mark{
			Spans: apart(a.Anchor.Spans()), Kind: a.Kind, Stance: a.Stance, Colour: p.colour(a), Anchor: anchor,
			Number: number, Conditional: a.Condition != "", By: p.coders[a.Coder], At: a.Created, Lines: lines, Of: a.ID,
		}
		if rows := p.resting(a.ID); len(rows) == 1 {
			mark.Stance, mark.Conditional = rows[0].Stance, rows[0].Condition != ""
		}
		passage.Marks = append(passage.Marks, mark)
	}
	blocks := append(p.head(), passage)
	if len(lost.Items) > 0 {
		blocks = append(blocks, Heading{Level: 3, Text: plain(capitalise(p.w.earlier))}, lost)
	}
	return blocks, nil
}

func paragraphs(lines []Text) []Block {
	blocks := make([]Block, len(lines))
	for i, line := range lines {
		blocks[i] = Paragraph{line}
	}
	return blocks
}

// apart joins spans that touch or overlap.
func apart(spans []text.Span) []text.Span {
	var list []text.Span
	for _, s := range spans {
		if n := len(list); n > 0 && s.Start <= list[n-1].End {
			list[n-1].End = max(list[n-1].End, s.End)
			continue
		}
		list = append(list, s)
	}
	return list
}

// colour is that of the actor who is named, who speaks or who holds, else of the tag.
func (p *articlePart) colour(a store.Annotation) string {
	actor := a.Actor
	for _, who := range a.Participants {
		if actor == (store.ID{}) && (who.Role == store.RoleSpeaker || who.Role == store.RoleHolder) {
			actor = who.Actor
		}
	}
	if actor != (store.ID{}) {
		return shades[store.ColourOf(p.actors[actor].Colour, actor)]
	}
	if len(a.Tags) > 0 {
		return shades[store.ColourOf(p.tags[a.Tags[0]].Colour, a.Tags[0])]
	}
	return ""
}

// comment says what an annotation records; nil of a position that is told with its statement.
func (p *articlePart) comment(a store.Annotation) ([]Text, error) {
	var lines []Text
	facts := p.notesOn(a.ID)
	switch a.Kind {
	case store.KindMention:
		name := p.actors[a.Actor]
		lines = append(lines, joinText(", ", strong(p.nameOf(a.Actor)), plain(p.w.kinds[name.Kind])))
	case store.KindStatement:
		i := slices.IndexFunc(p.Statements, func(s store.StatementRow) bool { return s.ID == a.ID })
		if i < 0 {
			return nil, nil
		}
		lead, err := p.lead(passage{statement: &p.Statements[i]})
		if err != nil {
			return nil, err
		}
		lines = append(lines, lead)
		if p.Statements[i].Translation != "" {
			lines = append(lines, plain(p.w.quoted(p.Statements[i].Translation)))
		}
		for _, row := range p.resting(a.ID) {
			lines = append(lines, p.restingLine(row, &p.Statements[i]))
			facts = append(facts, p.notesOn(row.ID)...)
		}
	case store.KindPosition:
		i := slices.IndexFunc(p.Positions, func(row store.PositionRow) bool { return row.ID == a.ID })
		if i < 0 || a.Anchor.IsZero() {
			return nil, nil
		}
		lead, err := p.positionLead(&p.Positions[i])
		if err != nil {
			return nil, err
		}
		lines = append(lines, lead)
		if a.Translation != "" {
			lines = append(lines, plain(p.w.quoted(a.Translation)))
		}
	default:
		lines = append(lines, strong(p.w.highlight))
	}
	if tags := p.tagNames(a.Tags); len(tags) > 0 {
		lines = append(lines, plain(p.w.tags+": "+strings.Join(tags, ", ")))
	}
	for _, item := range facts {
		lines = append(lines, item.Text)
		for _, b := range item.Blocks {
			if more, ok := b.(Paragraph); ok {
				lines = append(lines, more.Text)
			}
		}
	}
	return lines, nil
}

// resting are the positions that rest on a statement in its words.
func (p *articlePart) resting(statement store.ID) []*store.PositionRow {
	var rows []*store.PositionRow
	for i := range p.Positions {
		if row := &p.Positions[i]; row.Statement == statement && row.Anchor.IsZero() {
			rows = append(rows, row)
		}
	}
	return rows
}
