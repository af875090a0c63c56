package notes

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"standpoint/store"
	"standpoint/store/text"
)

// passage is a statement with the positions that rest on it, or a position with words of its own.
type passage struct {
	at         int                  // where it begins, code points; what is unplaced comes last
	statement  *store.StatementRow  // nil of a position
	position   *store.PositionRow   // nil of a statement
	resting    []*store.PositionRow // on the statement, in its words: one row each
	annotation *store.Annotation
}

// passages are the statements of the article, and the positions that have words of their own, in the order of the text.
func (p *articlePart) passages() []passage {
	list := make([]passage, 0, len(p.Statements)+len(p.Positions))
	ofStatement := map[store.ID]int{}
	for i := range p.Statements {
		s := &p.Statements[i]
		ofStatement[s.ID] = i
		list = append(list, passage{at: p.start(s.Anchor), statement: s, annotation: &s.Annotation})
	}
	for i := range p.Positions {
		row := &p.Positions[i]
		p.issueSeen(row.TargetRef)
		if on, rests := ofStatement[row.Statement]; rests && (row.Anchor.IsZero() || strings.Contains(list[on].statement.Quote, row.Quote)) {
			list[on].resting = append(list[on].resting, row)
			continue
		}
		list = append(list, passage{at: p.start(row.Anchored), position: row, annotation: &row.Annotation})
	}
	slices.SortStableFunc(list, func(x, y passage) int { return cmp.Compare(x.at, y.at) })
	return list
}

// start is where an anchor begins in the present text.
func (p *articlePart) start(a text.Anchor) int {
	if a.Body != p.article.Body || len(a.Quotes) == 0 {
		return math.MaxInt
	}
	return a.Quotes[0].Start
}

// issueSeen remembers an issue for the end of the document.
func (b *builder) issueSeen(target store.PartyRef) {
	if target.Entity == store.EntityIssue {
		b.seen.issues[target.ID] = true
	}
}

// quotes gives the passages of the article: who says what to whom, the words, and what is known of them.
func (p *articlePart) quotes(list []passage) ([]Block, error) {
	if len(list) == 0 {
		return nil, nil
	}
	blocks := []Block{Heading{Level: 3, Text: plain(p.w.quoteList)}}
	for _, q := range list {
		number, anchor := p.stand(q)
		lead, err := p.lead(q)
		if err != nil {
			return nil, err
		}
		quote := Quote{
			Anchor: anchor, Number: number, Lead: lead, Words: q.words(), Language: p.article.Language,
			Translation: q.annotation.Translation, Of: q.annotation.ID,
		}
		blocks = append(blocks, quote)
		if facts := p.facts(q); len(facts) > 0 {
			blocks = append(blocks, List{facts})
		}
	}
	return blocks, nil
}

// words are the exact words of a passage.
func (q passage) words() string {
	if q.statement != nil {
		return q.statement.Quote
	}
	return q.position.Quote
}

// lead is the line above the words: who says it to whom, what it is, through whom it is known, when it was said, and where it
// stands. What is so with most is not said: that somebody says something, on the day of the article, and what the quotation marks
// show.
func (p *articlePart) lead(q passage) (Text, error) {
	if q.statement == nil {
		return p.positionLead(q.position)
	}
	s := q.statement
	who, err := p.named(s.Speakers, cmp.Or(s.Date, p.article.Published), p.introduced)
	return joinText(" · ",
		joinText(" ", who, plain(with(p.w.to, p.labels(s.Addressees, "")))),
		plain(p.w.acts[s.Act]), plain(p.quotation(s)), plain(with(p.w.through, p.labels(s.Carriers, ""))),
		plain(with(p.w.said, p.otherDate(p.article, s.Date, s.DateFrom))), p.place(s.Paragraph)), err
}

func (p *articlePart) positionLead(row *store.PositionRow) (Text, error) {
	who, err := p.named(row.Holders, cmp.Or(row.Date, p.article.Published), p.introduced)
	return joinText(" · ", who, p.standing(row.Stance, row.Condition, row.TargetRef),
		plain(with(p.w.accordingTo, p.labels(row.AccordingTo, ""))), plain(with(p.w.through, p.labels(row.Carriers, ""))),
		plain(with(p.w.held, p.otherDate(p.article, row.Date, row.DateFrom))), p.place(row.Paragraph)), err
}

// quotation says how a statement is quoted, unless its quotation marks show it.
func (b *builder) quotation(s *store.StatementRow) string {
	marks := strings.ContainsAny(s.Quote, anyMark)
	switch {
	case s.Quotation == store.QuotationIndirect && !marks, s.Quotation != store.QuotationIndirect && marks:
		return ""
	}
	return b.w.quotations[s.Quotation]
}

// otherDate is a date that is not the article's, in words.
func (b *builder) otherDate(in store.Article, d store.Date, from store.DateFrom) string {
	if d == "" || from == store.DateFromArticle || d.First() == in.Published.First() && d.Last() == in.Published.Last() {
		return ""
	}
	return b.w.date(d)
}

// standing writes a stance and on what it is, with its condition.
func (b *builder) standing(s store.Stance, condition string, on store.PartyRef) Text {
	stance := joinText(" ", plain(stanceSign(s)+conditionSign(condition)), strong(b.w.stances[s]))
	return joinText(", ", stance.and(plain(": "), plain(cmp.Or(b.label(on), b.w.noTarget))), plain(with(b.w.condition, condition)))
}

// facts lists what is known of a passage besides its words: positions that rest on it, tags, notes.
func (p *articlePart) facts(q passage) []Item {
	var items []Item
	var notes []Item
	for _, row := range q.resting {
		items = append(items, Item{Text: p.restingLine(row, q.statement)})
		notes = append(notes, p.notesOn(row.ID)...)
	}
	if tags := p.tagNames(q.annotation.Tags); len(tags) > 0 {
		items = append(items, Item{Text: strong(p.w.tags + ":").and(plain(" " + strings.Join(tags, ", ")))})
	}
	return slices.Concat(items, p.notesOn(q.annotation.ID), notes)
}

// restingLine says where a position that rests on a statement stands, and what it is tagged with.
func (p *articlePart) restingLine(row *store.PositionRow, on *store.StatementRow) Text {
	line := joinText(", ", p.standing(row.Stance, row.Condition, row.TargetRef), plain(with(p.w.heldBy, p.heldByOther(row, on))))
	if tags := p.tagNames(row.Tags); len(tags) > 0 {
		line = line.and(plain(" · " + p.w.tags + ": " + strings.Join(tags, ", ")))
	}
	return line
}

// heldByOther names the holders of a position that are not simply the speakers of its statement.
func (p *articlePart) heldByOther(row *store.PositionRow, s *store.StatementRow) string {
	holders := p.labels(row.Holders, "")
	if holders == p.labels(s.Speakers, "") {
		return ""
	}
	return holders
}

// lines gives a line for each passage: who, what, stance, words, paragraph.
func (p *articlePart) lines(list []passage) []Block {
	var lines List
	for _, q := range list {
		number, anchor := p.stand(q)
		who, stances := q.said()
		line := strong(strconv.Itoa(number)).and(plain(" · "), strong(p.labels(who, p.w.notNamed)))
		if q.statement != nil {
			line = line.and(plain(with(" · %s", p.w.acts[q.statement.Act])))
		}
		for i, row := range stances {
			separator := ": "
			if i > 0 {
				separator = "; "
			}
			by := with(p.w.accordingTo, p.labels(row.AccordingTo, ""))
			if q.statement != nil {
				by = with(p.w.heldBy, p.heldByOther(row, q.statement))
			}
			line = line.and(plain(separator), joinText(", ", p.standing(row.Stance, row.Condition, row.TargetRef), plain(by)))
		}
		quoted := plain(p.w.around(oneLine(q.words()))).and(plain(" ("), p.place(q.paragraph()), plain(")"))
		lines.Items = append(lines.Items, Item{Anchor: anchor, Text: joinText(" — ", line, quoted)})
	}
	if len(lines.Items) == 0 {
		return nil
	}
	return []Block{lines}
}

// said are those whose words a passage has, and the positions that it shows.
func (q passage) said() ([]store.PartyRef, []*store.PositionRow) {
	if q.statement != nil {
		return q.statement.Speakers, q.resting
	}
	return q.position.Holders, []*store.PositionRow{q.position}
}

func (q passage) paragraph() int {
	if q.statement != nil {
		return q.statement.Paragraph
	}
	return q.position.Paragraph
}
