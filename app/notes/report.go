package notes

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"standpoint/store"
)

// written is a report as the project has it, with what its parts need to know.
type written struct {
	title string
	parts []store.ReportItem
	items []store.ID // of each block the part that it is of

	now        map[store.ID]store.Quoted       // of the annotations that are quoted, if they are there
	statements map[store.ID]said               // that are quoted or listed
	positions  map[store.ID]held               // likewise
	listed     map[store.ID][]store.ID         // by part: the annotations that it lists
	about      map[store.Target]store.PartyRef // what lists are about, if that is there
}

// report is the document that a report of one's own is: its parts in their order, and the sources that they cite. Lists are as the
// project has them now, quotes as they were taken over.
func (b *builder) report() ([]Block, error) {
	if err := b.readReport(); err != nil {
		return nil, err
	}
	var blocks []Block
	var items []store.ID
	taken := b.taken()
	for range 2 { // lists refer to quotes that come later, whose numbers are known the second time
		b.last, b.numbers, blocks, items = 0, maps.Clone(taken), nil, nil
		for _, s := range b.sources {
			s.cited = false
		}
		for _, part := range b.written.parts {
			shown, err := b.partBlocks(part, taken)
			if err != nil {
				return nil, err
			}
			blocks, items = append(blocks, shown...), append(items, slices.Repeat([]store.ID{part.ID}, len(shown))...)
		}
	}
	end := append(b.sourceList(), b.provenance("")...)
	b.written.items = slices.Concat(items, make([]store.ID, len(end)))
	return append(blocks, end...), nil
}

// readReport reads the report, and what its quotes and lists are of.
func (b *builder) readReport() error {
	r, parts, err := b.project.Report(b.ctx, b.options.Report)
	if err != nil {
		return err
	}
	if first := b.options.First; first > 0 {
		parts = parts[:min(first, len(parts))]
	}
	w := &b.written
	w.title, w.parts = r.Title, parts
	w.statements, w.positions, w.listed = map[store.ID]said{}, map[store.ID]held{}, map[store.ID][]store.ID{}
	var quoted []store.ID
	for _, part := range parts {
		if part.Kind == store.ItemQuote {
			quoted = append(quoted, part.Of)
		}
	}
	if w.now, err = b.project.Quoted(b.ctx, quoted); err != nil {
		return err
	}
	if err := b.readAbout(); err != nil {
		return err
	}
	all := slices.Clone(quoted)
	for _, part := range parts {
		if w.listed[part.ID], err = b.listedBy(part); err != nil {
			return err
		}
		all = append(all, w.listed[part.ID]...)
	}
	return b.readSaid(all)
}

// readAbout reads what lists are about, and has them be about what stands for that.
func (b *builder) readAbout() error {
	w := &b.written
	w.about = map[store.Target]store.PartyRef{}
	for i := range w.parts {
		about := &w.parts[i].About
		for e, id := range map[store.Entity]*store.ID{store.EntityIssue: &about.Issue, store.EntityActor: &about.Actor} {
			if *id == (store.ID{}) {
				continue
			}
			names, err := b.project.NamesOf(b.ctx, e, []store.ID{*id})
			if err != nil {
				return err
			}
			for _, n := range names {
				*id = n.ID
				w.about[*about] = store.PartyRef{ID: n.ID, Entity: e, Name: n.Name}
			}
		}
	}
	return nil
}

// listedBy returns the annotations that a part lists.
func (b *builder) listedBy(part store.ReportItem) ([]store.ID, error) {
	about, there := b.written.about[part.About]
	switch {
	case !there:
		return nil, nil
	case part.Kind == store.ItemStatements:
		return b.project.StatementIDs(b.ctx, store.StatementQuery{Actor: about.ID})
	default:
		return b.project.PositionIDs(b.ctx, store.PositionQuery{Issue: about.ID})
	}
}

// readSaid reads statements and positions, and the articles of all that is quoted.
func (b *builder) readSaid(annotations []store.ID) error {
	recorded, err := b.project.RecordedAmong(b.ctx, annotations)
	if err != nil {
		return err
	}
	var bare []store.ID // articles of which only names or highlights are quoted
	for _, q := range b.written.now {
		b.workers[q.Coder] = true
		if recorded[q.Article] == nil && !slices.Contains(bare, q.Article) {
			bare = append(bare, q.Article)
		}
	}
	others, err := b.project.RecordedIn(b.ctx, bare, store.ReachSaid)
	if err != nil {
		return err
	}
	maps.Copy(recorded, others)
	articles, err := b.articlesNamed(slices.Collect(maps.Keys(recorded)))
	if err != nil {
		return err
	}
	b.labelSources(articles)
	return b.eachOf(articles, recorded, func(p *articlePart) error {
		in := b.sourceOf(p.article)
		in.added = p.Added
		for i := range p.Statements {
			b.written.statements[p.Statements[i].ID] = said{&p.Statements[i], in}
		}
		for i := range p.Positions {
			row := &p.Positions[i]
			b.written.positions[row.ID] = held{row, in, b.written.statements[row.Statement].StatementRow}
		}
		return nil
	})
}

// taken are the annotations that the report quotes as they are now, and the statements whose words positions among them have.
func (b *builder) taken() map[store.ID]int {
	numbers := map[store.ID]int{}
	for _, part := range b.written.parts {
		now, there := b.written.now[part.Of]
		if part.Kind != store.ItemQuote || !there || len(part.Changes(now)) > 0 {
			continue
		}
		for _, id := range b.sameWords(part.Of) {
			numbers[id] = 0
		}
	}
	return numbers
}

// sameWords are an annotation, and the statement on which it rests if it has the words of that.
func (b *builder) sameWords(annotation store.ID) []store.ID {
	h := b.written.positions[annotation]
	if h.PositionRow == nil || h.on == nil || h.on.Quote != h.Quote {
		return []store.ID{annotation}
	}
	return []store.ID{annotation, h.on.ID}
}

// partBlocks returns what a part of the report shows.
func (b *builder) partBlocks(part store.ReportItem, taken map[store.ID]int) ([]Block, error) {
	switch part.Kind {
	case store.ItemHeading:
		return []Block{Heading{Level: min(max(part.Level, 2), 4), Text: plain(part.Text), Anchor: "item-" + part.ID.String()}}, nil
	case store.ItemParagraph:
		var blocks []Block
		for line := range strings.SplitSeq(part.Text, "\n") {
			if strings.TrimSpace(line) != "" {
				blocks = append(blocks, Paragraph{plain(line)})
			}
		}
		return blocks, nil
	case store.ItemQuote:
		return b.takenQuote(part, taken)
	case store.ItemPositions:
		return b.listOf(part, b.w.positionsOn, b.positionsOn)
	case store.ItemStatements:
		return b.listOf(part, b.w.saidBy, b.statementsBy)
	}
	return nil, nil // of a later version
}

// takenQuote shows the words as they were taken over, and below them what is another since.
func (b *builder) takenQuote(part store.ReportItem, taken map[store.ID]int) ([]Block, error) {
	b.last++
	now, there := b.written.now[part.Of]
	changes := part.Changes(now)
	if there && len(changes) == 0 {
		for _, id := range b.sameWords(part.Of) {
			taken[id] = cmp.Or(taken[id], b.last)
		}
	}
	lead, err := b.takenLead(part, there)
	if err != nil {
		return nil, err
	}
	blocks := []Block{Quote{
		Anchor: quoteAnchor(b.last), Number: b.last, Lead: lead, Words: part.Words, Language: part.Facts.Language,
		Translation: part.Facts.Translation, Of: part.Of,
	}}
	switch {
	case !there:
		blocks = append(blocks, Paragraph{strong(b.w.quoteGone)})
	case len(changes) > 0:
		var parts []string
		for _, c := range changes {
			parts = append(parts, strings.NewReplacer("{what}", b.w.quoteParts[c.Part], "{was}", b.changedValue(c.Part, c.Before), "{is}",
				b.changedValue(c.Part, c.After)).Replace(b.w.otherNow))
		}
		blocks = append(blocks, Paragraph{strong(with(b.w.quoteOther, strings.Join(parts, "; ")))})
	}
	return blocks, nil
}

// takenLead is the line above a quote: whose words they are, in what way, when and where, as it was when they were taken over.
func (b *builder) takenLead(part store.ReportItem, there bool) (Text, error) {
	f, now := part.Facts, b.written.now[part.Of]
	in := store.Article{Title: f.Title, Source: f.Source, Published: f.Published}
	where := b.whereTaken(f)
	if source := b.sources[now.Article]; there && source != nil {
		in = source.Article
		where = b.where(source, now.Facts.Paragraph, "")
	}
	when := b.otherDate(in, f.Date, "")
	if there && when == "" && b.options.Cite != CiteBrackets {
		where = joinText(" · ", plain(b.w.dayOf(cmp.Or(f.Date, in.Published))), where) // the day, which neither a number nor a year tells
	}
	who, according, err := b.takenWho(part, cmp.Or(f.Date, in.Published))
	through := plain(with(b.w.through, b.w.enumerate(f.Carriers)))
	switch f.Kind {
	case store.KindStatement:
		said := &store.StatementRow{Quote: part.Words}
		said.Quotation = f.Quotation
		return joinText(" · ", joinText(" ", who, plain(with(b.w.to, b.w.enumerate(f.Addressees)))), plain(b.w.acts[f.Act]),
			plain(b.quotation(said)), through, plain(with(b.w.said, when)), where), err
	case store.KindPosition:
		return joinText(" · ", who, b.standing(f.Stance, f.Condition, store.PartyRef{Words: f.Target}), according, through,
			plain(with(b.w.held, when)), where), err
	case store.KindMention:
		return joinText(" · ", who, where), err
	default:
		return where, err
	}
}

// takenWho names whose words a quote has: with their roles if they are those whose they are now, and according to whom.
func (b *builder) takenWho(part store.ReportItem, on store.Date) (who, according Text, err error) {
	var refs []store.PartyRef
	if s := b.written.statements[part.Of]; s.StatementRow != nil {
		refs = s.Speakers
	}
	if h := b.written.positions[part.Of]; h.PositionRow != nil {
		refs = h.Holders
		according = plain(with(b.w.accordingTo, b.labels(h.AccordingTo, "")))
	}
	now := b.written.now[part.Of]
	if len(refs) > 0 && slices.Equal(now.Facts.Who, part.Facts.Who) {
		who, err = b.named(refs, on, nil)
		return who, according, err
	}
	var names []Text
	for _, name := range part.Facts.Who {
		names = append(names, strong(name))
	}
	return b.enumerateTexts(names), nil, nil
}

// whereTaken says where words stood of which the annotation is gone.
func (b *builder) whereTaken(f store.Facts) Text {
	paragraph := ""
	if f.Paragraph > 0 {
		paragraph = b.w.paragraphNo(f.Paragraph)
	}
	title := ""
	if f.Title != "" {
		title = b.w.quoted(oneLine(f.Title))
	}
	return joinText(", ", emphasis(f.Source), plain(title), plain(b.w.dayOf(f.Published)), plain(paragraph))
}

// changedValue is one side of what is another, in words.
func (b *builder) changedValue(part store.QuotePart, values []string) string {
	if len(values) == 0 {
		return b.w.none
	}
	value := values[0]
	switch part {
	case store.QuoteWho, store.QuoteAddressees, store.QuoteCarriers:
		return b.w.enumerate(values)
	case store.QuoteStance:
		return stanceSign(store.Stance(value)) + " " + cmp.Or(b.w.stances[store.Stance(value)], value)
	case store.QuoteAct:
		return cmp.Or(b.w.acts[store.Act(value)], b.w.usualAct)
	case store.QuoteQuotation:
		return cmp.Or(b.w.quotations[store.Quotation(value)], value)
	case store.QuoteDate:
		return b.w.date(store.Date(value))
	case store.QuoteWords, store.QuoteTranslation, store.QuoteCondition, store.QuoteTarget:
		return b.w.around(oneLine(value))
	}
	return value
}

// listOf shows what a part that renews itself is about, and what it lists of that.
func (b *builder) listOf(
	part store.ReportItem, title string, list func(store.ReportItem, store.PartyRef) ([]Block, error),
) ([]Block, error) {
	about, there := b.written.about[part.About]
	if !there {
		return []Block{Paragraph{strong(b.w.aboutGone)}}, nil
	}
	blocks, err := list(part, about)
	return append([]Block{Paragraph{strong(with(title, b.label(about)))}}, blocks...), err
}

// positionsOn shows who stands where: the latest of each holder, by stance.
func (b *builder) positionsOn(part store.ReportItem, _ store.PartyRef) ([]Block, error) {
	var all []held
	for _, id := range b.written.listed[part.ID] {
		if h := b.written.positions[id]; h.PositionRow != nil && !slices.ContainsFunc(all, h.is) {
			all = append(all, h)
			b.workers[h.Coder] = true
		}
	}
	slices.SortStableFunc(all, func(x, y held) int { return cmp.Or(x.Date.Compare(y.Date), compareIDs(x.ID, y.ID)) })
	stand, _ := latest(all)
	if len(stand) == 0 {
		return []Block{Paragraph{emphasis(b.w.nobody)}}, nil
	}
	sortByName(b, stand, func(h held) string { return b.labels(h.Holders, b.w.notNamed) })
	order := append(slices.Clone(stances), store.StanceUnset)
	slices.SortStableFunc(stand, func(x, y held) int {
		return cmp.Or(cmp.Compare(slices.Index(order, x.Stance), slices.Index(order, y.Stance)), compareWho(x.Holders, y.Holders))
	})
	if part.Form == store.FormTable {
		return b.positionTable(stand)
	}
	return b.positionList(stand)
}

// positionList gives those who take each stance, with their words.
func (b *builder) positionList(stand []held) ([]Block, error) {
	var sides List
	for i, h := range stand {
		if i == 0 || h.Stance != stand[i-1].Stance {
			sides.Items = append(sides.Items, Item{Text: b.side(h.Stance, false)})
		}
		who, err := b.named(h.Holders, h.Date, nil)
		if err != nil {
			return nil, err
		}
		side := &sides.Items[len(sides.Items)-1]
		side.Blocks = append(side.Blocks, b.quotePosition(h, who.and(plain(with(" %s", conditionSign(h.Condition)))), b.circumstances(h, "")))
	}
	return []Block{sides}, nil
}

// positionTable gives them in a row each.
func (b *builder) positionTable(stand []held) ([]Block, error) {
	table := b.tableOf(b.w.who, b.w.stanceColumn, b.w.wordsColumn, b.w.dateColumn, b.w.sourceColumn)
	for _, h := range stand {
		who, err := b.named(h.Holders, h.Date, nil)
		if err != nil {
			return nil, err
		}
		stance := b.side(h.Stance, false).and(plain(with(" %s", conditionSign(h.Condition))))
		table.Rows = append(table.Rows, []Text{
			joinText(", ", who, plain(with(b.w.accordingTo, b.labels(h.AccordingTo, "")))),
			joinText(", ", stance, plain(with(b.w.condition, h.Condition))),
			b.wordsOrNumber(h.Quote, b.sameWords(h.ID)...), plain(b.w.dayOf(h.Date)), b.where(h.in, h.Paragraph, h.Date),
		})
	}
	return []Block{table}, nil
}

// tableOf returns a table without rows.
func (b *builder) tableOf(columns ...string) Table {
	t := Table{Numbers: make([]bool, len(columns))}
	for _, c := range columns {
		t.Head = append(t.Head, plain(c))
	}
	return t
}

// is reports whether two are the same position.
func (h held) is(other held) bool { return h.ID == other.ID }

// wordsOrNumber gives words in a cell, or the number of the quote that has them.
func (b *builder) wordsOrNumber(words string, of ...store.ID) Text {
	for _, id := range of {
		if n, shown := b.numbers[id]; shown {
			return refer(n)
		}
	}
	return plain(b.w.around(oneLine(words)))
}

// statementsBy shows what an actor said, by date.
func (b *builder) statementsBy(part store.ReportItem, who store.PartyRef) ([]Block, error) {
	var all []said
	for _, id := range b.written.listed[part.ID] {
		if s := b.written.statements[id]; s.StatementRow != nil {
			all = append(all, s)
			b.workers[s.Coder] = true
		}
	}
	slices.SortStableFunc(all, func(x, y said) int { return cmp.Or(x.Date.Compare(y.Date), compareIDs(x.ID, y.ID)) })
	switch {
	case len(all) == 0:
		return []Block{Paragraph{emphasis(b.w.sayNothing)}}, nil
	case part.Form != store.FormTable:
		blocks, err := b.ownStatements(who.ID, all)
		return blocks[1:], err // without its heading
	}
	table := b.tableOf(b.w.dateColumn, b.w.actColumn, b.w.wordsColumn, b.w.sourceColumn)
	for _, s := range all {
		act := joinText(" ", plain(cmp.Or(b.w.acts[s.Act], b.w.usualAct)), plain(with(b.w.to, b.labels(s.Addressees, ""))))
		table.Rows = append(table.Rows, []Text{
			b.onWhich(s.Date), act, b.wordsOrNumber(s.Quote, s.ID), b.where(s.in, s.Paragraph, s.Date),
		})
	}
	return []Block{table}, nil
}
