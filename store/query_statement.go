package store

import (
	"context"
	"strings"

	"standpoint/store/internal/sqlite"
)

// StatementSort is the order of a list of statements.
type StatementSort string

// The orders of a list of statements.
const (
	StatementsByText StatementSort = "text" // as they stand in the articles, oldest article first
	StatementsByDate StatementSort = "date" // oldest first
)

// StatementQuery selects statements. The zero value selects all of the project, in text order.
type StatementQuery struct {
	Article ID            // none: all articles
	In      ArticleFilter // which articles; the zero filter: all
	Actor   ID            // a speaker; none: all
	Issue   ID            // an issue on which one of its positions is; none: all
	Stance  *Stance       // of one of its positions; nil: all
	Tag     ID            // its own or, in a list of all articles, its article's; none: all
	Coder   ID            // who made it; none: all
	Text    string        // words in quote or translation; "" for all
	Sort    StatementSort
	Page
}

// PositionSummary is a position as the row of its statement shows it.
type PositionSummary struct {
	ID        ID
	TargetRef PartyRef
	Stance    Stance
	Condition string     // "" if there is none
	Holders   []PartyRef // effective
}

// StatementRow is a statement as lists show it.
type StatementRow struct {
	Annotation
	ArticleTitle, ArticleSource    string
	Speakers, Addressees, Carriers []PartyRef
	Quote                          string
	Date                           Date
	DateFrom                       DateFrom
	Paragraph                      int // 1-based; 0 if unplaced
	Positions                      []PositionSummary
	Affiliation                    *Affiliation // of the first speaker, on the first day of the date; nil if there was none
}

// RecordRow is one row of the record of an actor or issue: a statement or a position.
type RecordRow struct {
	Statement *StatementRow // one of the two is set
	Position  *PositionRow
}

// Statements lists statements, and the number there are in all.
func (p *Project) Statements(ctx context.Context, q StatementQuery) (rows []StatementRow, total int, err error) {
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		var lines []line
		if lines, total, err = walkStatements(s, q); err != nil {
			return err
		}
		list := make([]ID, len(lines))
		for i, line := range lines {
			list[i] = line.annotation
		}
		rows, err = statementRows(s, list)
		return err
	})
	return rows, total, err
}

// walkStatements returns one page of lines, in order, and how many there are in all.
func walkStatements(s sqlite.Snapshot, q StatementQuery) ([]line, int, error) {
	w, err := q.walk(s)
	if err != nil || w == nil {
		return nil, 0, err
	}
	return w.run(s, q.Page)
}

// StatementRank returns how many rows of the list of statements come before the one that stands for an annotation: a statement, or a
// position that rests on it. It is -1 if the query does not select it.
func (p *Project) StatementRank(ctx context.Context, q StatementQuery, annotation ID) (int, error) {
	return p.rank(ctx, func(s sqlite.Snapshot) (int, error) {
		w, err := q.walk(s)
		if err != nil || w == nil {
			return -1, err
		}
		return w.rankOf(s, annotation)
	})
}

// walk builds the walk over the statements that the query selects; nil if there are none.
func (q StatementQuery) walk(s sqlite.Source) (*walk, error) {
	key, n, err := findHeading(s, headStatement, ID{})
	if err != nil || n == 0 {
		return nil, err
	}
	day := `l.article_day`
	if q.Sort == StatementsByDate {
		day = `l.day`
	}
	w := &walk{selected: selected{
		from:  `listing l CROSS JOIN heading h ON h.key = l.heading`,
		order: order{rising(day + `, l.article, l.start, l.annotation`)},
	}}
	w.And(`l.heading = ?`, key)
	w.And(day + ` IS NOT NULL`)
	for role, id := range map[string]ID{headSpeaker: q.Actor, headAbout: q.Issue} {
		if id == (ID{}) {
			continue
		}
		if ok, err := w.under(s, role, id); err != nil || !ok {
			return nil, err
		}
	}
	if q.Tag != (ID{}) {
		if ok, err := w.tagged(s, q.Tag, q.Article, `SELECT annotation FROM listing WHERE heading = ?`); err != nil || !ok {
			return nil, err
		}
	}
	if q.Article != (ID{}) {
		w.within(q.Article, KindStatement)
	}
	if err := w.inArticles(s, q.In); err != nil {
		return nil, err
	}
	if q.Stance != nil {
		w.in(`SELECT statement FROM annotation WHERE statement IS NOT NULL AND stance = ? AND shown_in IS NOT NULL`, string(*q.Stance))
	}
	w.by(q.Coder)
	if rows, asked := rowsHolding(q.Text, EntityAnnotation); asked {
		w.in(rows.sql, rows.args...)
	}
	if w.isWhole() {
		w.total = n
	}
	return w, nil
}

// statementRows fills in what the lines of a list show.
func statementRows(s sqlite.Source, list []ID) ([]StatementRow, error) {
	positions, all, err := restingOn(s, list)
	if err != nil {
		return nil, err
	}
	l := newLoader(s)
	if err := l.load(append(all, list...)); err != nil {
		return nil, err
	}
	rows := make([]StatementRow, 0, len(list))
	for _, id := range list {
		a, err := l.get(id)
		if err != nil {
			return nil, err
		}
		rows = append(rows, l.statementRow(a, positions[id]))
	}
	return rows, l.affiliate(pointers(rows), nil)
}

// restingOn returns the positions that rest on each of the statements, in the order in which they were made, and all of them.
func restingOn(s sqlite.Source, statements []ID) (map[ID][]ID, []ID, error) {
	positions := map[ID][]ID{}
	var all []ID
	err := sqlite.EachPortion(statements, func(in string, args []any) error {
		return sqlite.Each(s, func(scan func(...any) error) error {
			var statement, id ID
			err := scan((*idColumn)(&statement), (*idColumn)(&id))
			positions[statement] = append(positions[statement], id)
			all = append(all, id)
			return err
		}, `SELECT statement, id FROM annotation WHERE statement IN (`+in+`) AND shown_in IS NOT NULL AND kind = 'position'
			ORDER BY statement, created, id`, args...)
	})
	return positions, all, err
}

func (l *loader) statementRow(a *listed, positions []ID) StatementRow {
	article := l.articles[a.article]
	row := StatementRow{
		Annotation: a.Annotation, ArticleTitle: article.Title, ArticleSource: article.Source,
		Speakers: l.role(a, RoleSpeaker), Addressees: l.role(a, RoleAddressee), Carriers: l.role(a, RoleCarrier),
		Quote: a.Anchor.Exact(), Date: a.date, DateFrom: a.dateFrom, Paragraph: a.paragraph,
	}
	for _, id := range positions {
		p := l.listed[id]
		row.Positions = append(row.Positions, PositionSummary{
			ID: id, TargetRef: l.target(p), Stance: p.Stance, Condition: strings.TrimSpace(p.Condition), Holders: l.holders(p),
		})
	}
	return row
}
