package notes

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"standpoint/store"
)

// RowKind is what a row of a table for spreadsheets stands for.
type RowKind string

// The kinds of rows.
const (
	RowStatements RowKind = "statements"
	RowPositions  RowKind = "positions"
	RowMentions   RowKind = "mentions"
	RowActors     RowKind = "actors"
)

// RowKinds are the kinds of rows, in the order in which a file has them.
func RowKinds() []RowKind { return []RowKind{RowStatements, RowPositions, RowMentions, RowActors} }

// CellType says how the cells of a column read.
type CellType uint8

// The types of cells.
const (
	CellText   CellType = iota // any text, of several lines too
	CellNumber                 // a whole number in decimal, or ""
	CellDate                   // a store.Date, or ""
)

// Column is a column of a table. Names are stable and those of docs/tables.md.
type Column struct {
	Name  string
	Type  CellType
	Width int // in characters, as a spreadsheet shows it at first
}

// Rows hands over the rows of some kinds: article by article, actors last, a cell for each of the kind's columns. What row returns ends
// it. Nothing is held but what belongs to one article and what is counted of each actor; the cells are read before the next row.
type Rows func(ctx context.Context, kinds []RowKind, row func(kind RowKind, cells []string) error) error

// RowsOf returns the rows of the project as it stands when they are asked for. Of the options count which articles, which of their
// annotations, and the order of articles. Progress is told of articles, and may be nil.
func RowsOf(p *store.Project, o Options, progress func(done, total int)) Rows {
	if progress == nil {
		progress = func(int, int) {}
	}
	return func(ctx context.Context, kinds []RowKind, row func(RowKind, []string) error) error {
		if err := o.Check(); err != nil {
			return err
		}
		return p.Frozen(ctx, func(now *store.Project) error {
			t := &tables{
				builder: newBuilder(ctx, now, o, progress), kinds: kinds, row: row, tally: map[store.ID]*store.Tally{},
			}
			return t.write()
		})
	}
}

// tables hands rows over, and counts what they name.
type tables struct {
	*builder
	kinds []RowKind
	row   func(RowKind, []string) error
	tally map[store.ID]*store.Tally // of each actor, in what was handed over or would have been
}

func (t *tables) write() error {
	if err := t.names(); err != nil {
		return err
	}
	articles, err := t.allArticles()
	if err != nil {
		return err
	}
	reach := store.ReachMarked
	if slices.Contains(t.kinds, RowMentions) || slices.Contains(t.kinds, RowActors) {
		reach = store.ReachAll
	}
	if err := t.each(articles, reach, t.article); err != nil {
		return err
	}
	if !slices.Contains(t.kinds, RowActors) {
		return nil
	}
	return t.writeActors()
}

// article hands over the rows of one article.
func (t *tables) article(p *articlePart) error {
	carried := map[store.ID][]store.PartyRef{} // by statement
	for i := range p.Statements {
		s := &p.Statements[i]
		carried[s.ID] = s.Carriers
		t.countStatement(s)
		r := &record{articlePart: p, annotation: s.Annotation, statement: s, quote: s.Quote, paragraph: s.Paragraph}
		if err := t.hand(RowStatements, r); err != nil {
			return err
		}
	}
	positions := p.Positions
	slices.SortStableFunc(positions, func(x, y store.PositionRow) int { return cmp.Compare(p.start(x.Anchored), p.start(y.Anchored)) })
	for i := range positions {
		row := &positions[i]
		t.countPosition(row, carried[row.Statement])
		r := &record{articlePart: p, annotation: row.Annotation, position: row, quote: row.Quote, paragraph: row.Paragraph}
		if err := t.hand(RowPositions, r); err != nil {
			return err
		}
	}
	return t.mentions(p)
}

// mentions hands over the mentions of one article.
func (t *tables) mentions(p *articlePart) error {
	for _, a := range p.Annotations {
		if a.Kind != store.KindMention {
			continue
		}
		t.of(a.Actor).Mentions++
		r := &record{articlePart: p, annotation: a, quote: a.Anchor.Exact(), paragraph: p.Paragraphs[a.ID]}
		if err := t.hand(RowMentions, r); err != nil {
			return err
		}
	}
	return nil
}

// of returns what is counted of an actor.
func (t *tables) of(actor store.ID) *store.Tally {
	if t.tally[actor] == nil {
		t.tally[actor] = &store.Tally{}
	}
	return t.tally[actor]
}

func (t *tables) countStatement(s *store.StatementRow) {
	for _, r := range s.Speakers {
		t.of(r.ID).Statements++
	}
	for _, r := range s.Addressees {
		t.of(r.ID).Addressed++
	}
	for _, r := range s.Carriers {
		t.of(r.ID).Carried++
	}
}

// countPosition counts a position. Who reported its statement has been counted for that.
func (t *tables) countPosition(row *store.PositionRow, carried []store.PartyRef) {
	for _, r := range row.Holders {
		t.of(r.ID).Positions++
	}
	for _, r := range row.Carriers {
		if !isOneOf(r.ID, carried) {
			t.of(r.ID).Carried++
		}
	}
	if row.TargetRef.Entity == store.EntityActor {
		t.of(row.TargetRef.ID).Targeted++
	}
}

// hand hands over a row, if its kind is asked for.
func (t *tables) hand(kind RowKind, r *record) error {
	if !slices.Contains(t.kinds, kind) {
		return nil
	}
	columns := columnsOf[kind]
	cells := make([]string, len(columns))
	for i, c := range columns {
		cells[i] = c.cell(r)
	}
	if r.err != nil {
		return r.err
	}
	return t.row(kind, cells)
}

// writeActors hands over the actors that the other rows name; all of the project where nothing narrows these.
func (t *tables) writeActors() error {
	whole := len(t.options.Articles) == 0 && t.options.In.IsZero() && len(t.options.Marks) == 0
	asked := map[store.ID]bool{}
	for id := range t.actors {
		asked[id] = whole || t.tally[id] != nil
	}
	for _, id := range t.byName(asked, t.actors) {
		if !asked[id] {
			continue
		}
		a, err := t.project.Actor(t.ctx, id)
		if err != nil {
			return err
		}
		r := &record{articlePart: &articlePart{builder: t.builder}, actor: a, tally: *t.of(id)}
		if err := t.hand(RowActors, r); err != nil {
			return err
		}
	}
	return nil
}

// record is what a row is written from.
type record struct {
	*articlePart // of whose article it is; that of an actor has none
	annotation   store.Annotation
	statement    *store.StatementRow // of a statement
	position     *store.PositionRow  // of a position
	quote        string
	paragraph    int
	actor        store.Actor // of an actor
	tally        store.Tally // likewise
	err          error       // the first that a cell met
}

// between parts several names, roles or tags in one cell.
const between = " | "

// parties writes somebody's names or words.
func parties(list []store.PartyRef) string {
	labels := make([]string, len(list))
	for i, r := range list {
		labels[i] = r.Label()
	}
	return strings.Join(labels, between)
}

// partyIDs writes the ids of actors, with nothing in the place of one who is only words.
func partyIDs(list []store.PartyRef) string {
	ids := make([]string, len(list))
	for i, r := range list {
		ids[i] = idCell(r.ID)
	}
	return parallel(ids)
}

// parallel joins what belongs to each of several who stand in another column; "" if nothing belongs to any.
func parallel(list []string) string {
	if !slices.ContainsFunc(list, func(s string) bool { return s != "" }) {
		return ""
	}
	return strings.Join(list, between)
}

func idCell(id store.ID) string {
	if id == (store.ID{}) {
		return ""
	}
	return id.String()
}

func number(n int) string { return strconv.Itoa(n) }

// keep remembers an error, and returns the cell.
func (r *record) keep(cell string, err error) string {
	r.err = cmp.Or(r.err, err)
	return cell
}

// rolesOf writes what each of the actors was on a day.
func (r *record) rolesOf(who []store.PartyRef, on store.Date) string {
	var all []string
	for _, party := range who {
		roles, err := "", error(nil)
		if party.Entity == store.EntityActor {
			roles, err = r.roles(party.ID, cmp.Or(on, r.article.Published))
		}
		all = append(all, r.keep(roles, err))
	}
	return parallel(all)
}

// remarks writes notes, each behind its coder's name.
func (r *record) remarks(list []store.Note) string {
	var lines []string
	for _, n := range list {
		lines = append(lines, with("%s: ", r.coders[n.Coder])+n.Text)
	}
	return strings.Join(lines, "\n")
}

// pastCell writes the affiliations of an actor with their times: "minister, Veldania 2019/2021", with two dots for an open end.
func (r *record) pastCell() string {
	held, err := r.affiliations(r.actor.ID)
	var list []string
	for _, a := range held {
		times := ""
		if a.From != "" || a.To != "" {
			times = string(cmp.Or(a.From, "..")) + "/" + string(cmp.Or(a.To, ".."))
		}
		list = append(list, strings.TrimSpace(a.words+" "+times))
	}
	return r.keep(strings.Join(list, between), err)
}

// elsewhere writes what others call an actor by: "scheme:value".
func (r *record) elsewhere() string {
	ids, err := r.project.ExternalIDs(r.ctx, r.actor.ID)
	var list []string
	for _, x := range ids {
		list = append(list, x.Scheme+":"+x.Value)
	}
	return r.keep(strings.Join(list, between), err)
}

// cellOf is a column, and how its cells are written.
type cellOf struct {
	Column
	cell func(*record) string
}

// Columns are the columns of a kind of rows, from the left.
func (k RowKind) Columns() []Column {
	var list []Column
	for _, c := range columnsOf[k] {
		list = append(list, c.Column)
	}
	return list
}

// The columns that all annotations have: where they stand, and how they were made.
var (
	placeColumns = []cellOf{
		{Column{"id", CellText, 12}, func(r *record) string { return r.annotation.ID.String() }},
		{Column{"article_id", CellText, 12}, func(r *record) string { return r.article.ID.String() }},
		{Column{"article", CellText, 30}, func(r *record) string { return r.article.Title }},
		{Column{"outlet", CellText, 18}, func(r *record) string { return r.article.Source }},
		{Column{"published", CellDate, 12}, func(r *record) string { return string(r.article.Published) }},
		{Column{"url", CellText, 18}, func(r *record) string { return r.article.URL }},
		{Column{"paragraph", CellNumber, 10}, func(r *record) string {
			if r.paragraph == 0 {
				return ""
			}
			return number(r.paragraph)
		}},
	}
	madeColumns = []cellOf{
		{Column{"tags", CellText, 18}, func(r *record) string { return strings.Join(r.tagNames(r.annotation.Tags), between) }},
		{Column{"notes", CellText, 30}, func(r *record) string { return r.remarks(r.noted[r.annotation.ID]) }},
		{Column{"coder", CellText, 14}, func(r *record) string { return r.coders[r.annotation.Coder] }},
		{Column{"created", CellText, 20}, func(r *record) string {
			if r.annotation.Created.IsZero() {
				return ""
			}
			return r.annotation.Created.UTC().Format(time.RFC3339)
		}},
	}
	quoteColumns = []cellOf{
		{Column{"quote", CellText, 60}, func(r *record) string { return r.quote }},
		{Column{"translation", CellText, 30}, func(r *record) string { return r.annotation.Translation }},
	}
)

// columnsOf has a column of each kind of rows in a line.
var columnsOf = map[RowKind][]cellOf{
	RowStatements: slices.Concat(placeColumns, []cellOf{
		{Column{"speakers", CellText, 24}, func(r *record) string { return parties(r.statement.Speakers) }},
		{Column{"speaker_ids", CellText, 12}, func(r *record) string { return partyIDs(r.statement.Speakers) }},
		{Column{"speaker_roles", CellText, 24}, func(r *record) string { return r.rolesOf(r.statement.Speakers, r.statement.Date) }},
		{Column{"addressees", CellText, 18}, func(r *record) string { return parties(r.statement.Addressees) }},
		{Column{"carriers", CellText, 18}, func(r *record) string { return parties(r.statement.Carriers) }},
		{Column{"act", CellText, 10}, func(r *record) string { return string(r.statement.Act) }},
		{Column{"quotation", CellText, 10}, func(r *record) string { return string(r.statement.Quotation) }},
		{Column{"date", CellDate, 12}, func(r *record) string { return string(r.statement.Date) }},
		{Column{"date_from", CellText, 10}, func(r *record) string { return string(r.statement.DateFrom) }},
	}, quoteColumns, []cellOf{
		{Column{"positions", CellNumber, 10}, func(r *record) string { return number(len(r.statement.Positions)) }},
	}, madeColumns),

	RowPositions: slices.Concat(placeColumns, []cellOf{
		{Column{"holders", CellText, 24}, func(r *record) string { return parties(r.position.Holders) }},
		{Column{"holder_ids", CellText, 12}, func(r *record) string { return partyIDs(r.position.Holders) }},
		{Column{"holder_roles", CellText, 24}, func(r *record) string { return r.rolesOf(r.position.Holders, r.position.Date) }},
		{Column{"stance", CellText, 10}, func(r *record) string { return string(r.position.Stance) }},
		{Column{"condition", CellText, 24}, func(r *record) string { return r.position.Condition }},
		{Column{"target", CellText, 24}, func(r *record) string { return r.position.TargetRef.Label() }},
		{Column{"target_id", CellText, 12}, func(r *record) string { return idCell(r.position.TargetRef.ID) }},
		{Column{"target_kind", CellText, 10}, func(r *record) string { return string(r.position.TargetRef.Entity) }},
		{Column{"according_to", CellText, 18}, func(r *record) string { return parties(r.position.AccordingTo) }},
		{Column{"carriers", CellText, 18}, func(r *record) string { return parties(r.position.Carriers) }},
		{Column{"date", CellDate, 12}, func(r *record) string { return string(r.position.Date) }},
		{Column{"date_from", CellText, 10}, func(r *record) string { return string(r.position.DateFrom) }},
		{Column{"statement_id", CellText, 12}, func(r *record) string { return idCell(r.position.Statement) }},
	}, quoteColumns, madeColumns),

	RowMentions: slices.Concat(placeColumns, []cellOf{
		{Column{"actor", CellText, 24}, func(r *record) string { return r.actors[r.annotation.Actor].Name }},
		{Column{"actor_id", CellText, 12}, func(r *record) string { return idCell(r.annotation.Actor) }},
		{Column{"words", CellText, 24}, func(r *record) string { return r.quote }},
	}, madeColumns),

	RowActors: {
		{Column{"id", CellText, 12}, func(r *record) string { return r.actor.ID.String() }},
		{Column{"name", CellText, 24}, func(r *record) string { return r.actor.Name }},
		{Column{"kind", CellText, 12}, func(r *record) string { return string(r.actor.Kind) }},
		{Column{"aliases", CellText, 24}, func(r *record) string { return strings.Join(r.actors[r.actor.ID].Aliases, between) }},
		{Column{"description", CellText, 40}, func(r *record) string { return r.actor.Description }},
		{Column{"affiliations", CellText, 40}, (*record).pastCell},
		{Column{"external_ids", CellText, 18}, (*record).elsewhere},
		{Column{"mentions", CellNumber, 10}, func(r *record) string { return number(r.tally.Mentions) }},
		{Column{"statements", CellNumber, 10}, func(r *record) string { return number(r.tally.Statements) }},
		{Column{"positions", CellNumber, 10}, func(r *record) string { return number(r.tally.Positions) }},
		{Column{"addressed", CellNumber, 10}, func(r *record) string { return number(r.tally.Addressed) }},
		{Column{"carried", CellNumber, 10}, func(r *record) string { return number(r.tally.Carried) }},
		{Column{"targeted", CellNumber, 10}, func(r *record) string { return number(r.tally.Targeted) }},
		{Column{"notes", CellText, 30}, func(r *record) string {
			notes, err := r.project.Notes(r.ctx, store.EntityActor, r.actor.ID)
			return r.keep(r.remarks(notes), err)
		}},
	},
}
