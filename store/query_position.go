package store

import (
	"context"
	"maps"
	"slices"

	"standpoint/store/internal/sqlite"
	"standpoint/store/text"
)

// Grouping is how a list of positions is grouped.
type Grouping string

// The groupings of positions.
const (
	PositionsByHolder Grouping = "by_holder"
	PositionsByTarget Grouping = "by_target"
)

// PositionQuery selects positions. The zero value selects all of the project, by holder. Within a group positions
// stand oldest first.
type PositionQuery struct {
	Article ID            // none: all articles
	In      ArticleFilter // which articles; the zero filter: all
	Group   Grouping
	Actor   ID      // a holder; none: all
	Issue   ID      // the target, an issue or an actor; none: all
	Stance  *Stance // nil: all
	Tag     ID      // its own, its statement's or, in a list of all articles, its article's; none: all
	Coder   ID      // who made it; none: all
	Text    string  // words in quote, condition, translation; "" for all
	Page
}

// PartyRef is somebody, or a target, as lists show it: an actor or issue with name and colour, or only words.
// All fields empty means nobody is named yet.
type PartyRef struct {
	ID     ID
	Entity Entity // EntityActor or EntityIssue; "" with only words
	Name   string
	Colour string
	Words  string
}

// Label returns the name, or else the words.
func (r PartyRef) Label() string {
	if r.Name != "" {
		return r.Name
	}
	return r.Words
}

// DateFrom says where an effective date comes from.
type DateFrom string

// The origins of an effective date; "" when there is no date.
const (
	DateOwn           DateFrom = "own"
	DateFromStatement DateFrom = "statement"
	DateFromArticle   DateFrom = "article"
)

// PositionRow is a position as lists show it: date, carriers, spans and holders are taken from the statement it rests
// on until its own are set. A position with several holders (or one whose group has several) has a row in each group.
type PositionRow struct {
	Annotation
	ArticleTitle, ArticleSource string
	Group                       PartyRef
	Affiliation                 *Affiliation // of the group, if it is an actor, on the first day of the date; nil if there was none
	Holders, Carriers           []PartyRef
	TargetRef                   PartyRef
	Anchored                    text.Anchor // own or the statement's
	Quote                       string      // exact words
	Date                        Date
	DateFrom                    DateFrom
	Paragraph                   int        // 1-based number of the paragraph in which it starts; 0 if unplaced
	AccordingTo                 []PartyRef // speakers, when a holder is neither a speaker nor represented by one on that day
}

// Positions lists positions in groups, and the number of rows there are in all.
func (p *Project) Positions(ctx context.Context, q PositionQuery) (rows []PositionRow, total int, err error) {
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		var lines []line
		if lines, total, err = walkPositions(s, q); err != nil {
			return err
		}
		rows, err = positionRows(s, lines)
		return err
	})
	return rows, total, err
}

// line is one line of a list: an annotation, and under which heading it stands.
type line struct {
	annotation ID
	heading    heading
}

// walkPositions returns one page of lines, in order, and how many there are in all.
func walkPositions(s sqlite.Snapshot, q PositionQuery) ([]line, int, error) {
	if q.isWhole() {
		return walkHeadings(s, q.role(), q.Page)
	}
	w, err := q.walk(s)
	if err != nil || w == nil {
		return nil, 0, err
	}
	return w.run(s, q.Page)
}

// role is that of the headings under which the positions stand.
func (q PositionQuery) role() string {
	if q.Group == PositionsByTarget {
		return headTarget
	}
	return headHolder
}

// PositionRank returns how many rows of the list of positions come before the first that stands for an annotation: a position, or the
// statement on which positions rest. It is -1 if the query selects none.
func (p *Project) PositionRank(ctx context.Context, q PositionQuery, annotation ID) (int, error) {
	return p.rank(ctx, func(s sqlite.Snapshot) (int, error) {
		w, err := q.walk(s)
		if err != nil || w == nil {
			return -1, err
		}
		return w.rankOf(s, annotation)
	})
}

// isWhole reports whether the query asks for all positions of the project.
func (q PositionQuery) isWhole() bool {
	return q.Article == (ID{}) && q.In.IsZero() && q.Actor == (ID{}) && q.Issue == (ID{}) && q.Stance == nil &&
		q.Tag == (ID{}) && q.Coder == (ID{}) && anyWords(q.Text).Root == nil
}

// walk builds the walk over the positions that the query selects; nil if there are none.
func (q PositionQuery) walk(s sqlite.Source) (*walk, error) {
	role := q.role()
	w := newGroupWalk(role)
	for _, named := range []struct {
		role string
		id   ID
	}{{headHolder, q.Actor}, {headTarget, q.Issue}} {
		if named.id == (ID{}) {
			continue
		}
		if named.role == role {
			w.And(`h.id = ?`, named.id[:])
			continue
		}
		if ok, err := w.under(s, named.role, named.id); err != nil || !ok {
			return nil, err
		}
	}
	if q.Article != (ID{}) {
		w.within(q.Article, KindPosition)
	}
	if err := w.inArticles(s, q.In); err != nil {
		return nil, err
	}
	if q.Stance != nil {
		w.And(`l.stance = ?`, string(*q.Stance))
	}
	if q.Tag != (ID{}) {
		ok, err := w.tagged(s, q.Tag, q.Article, `SELECT annotation FROM listing WHERE heading = ? UNION
			SELECT p.id FROM listing t JOIN annotation p ON p.statement = t.annotation WHERE t.heading = ?`)
		if err != nil || !ok {
			return nil, err
		}
	}
	w.by(q.Coder)
	if rows, asked := rowsHolding(q.Text, EntityAnnotation); asked {
		w.in(rows.sql+` UNION SELECT id FROM annotation WHERE statement IN (`+rows.sql+`)`, slices.Concat(rows.args, rows.args)...)
	}
	return w, nil
}

// positionRows fills in what the lines of a list show.
func positionRows(s sqlite.Source, lines []line) ([]PositionRow, error) {
	l := newLoader(s)
	list := make([]ID, len(lines))
	for i, line := range lines {
		list[i] = line.annotation
	}
	if err := l.load(list); err != nil {
		return nil, err
	}
	groups, err := l.groups(lines)
	if err != nil {
		return nil, err
	}
	rows := make([]PositionRow, 0, len(lines))
	for i, line := range lines {
		a, err := l.get(line.annotation)
		if err != nil {
			return nil, err
		}
		row := l.positionRow(a)
		row.Group = groups[i]
		rows = append(rows, row)
	}
	return rows, l.affiliate(nil, pointers(rows))
}

// groups returns what the headings of the lines stand for.
func (l *loader) groups(lines []line) ([]PartyRef, error) {
	wanted := map[Entity]map[ID]bool{EntityActor: {}, EntityIssue: {}}
	for _, e := range lines {
		if e.heading.id != (ID{}) {
			wanted[e.heading.entity][e.heading.id] = true
		}
	}
	for e, list := range wanted {
		if err := l.name(e, list); err != nil {
			return nil, err
		}
	}
	groups := make([]PartyRef, len(lines))
	for i, e := range lines {
		if e.heading.id != (ID{}) {
			groups[i] = l.parties[rowKey{e.heading.entity, e.heading.id}]
		}
		groups[i].Words = e.heading.words
	}
	return groups, nil
}

func (l *loader) positionRow(a *listed) PositionRow {
	anchor, article := l.anchor(a), l.articles[a.article]
	return PositionRow{
		Annotation: a.Annotation, ArticleTitle: article.Title, ArticleSource: article.Source,
		Holders: l.holders(a), Carriers: l.carriers(a), TargetRef: l.target(a),
		Anchored: anchor, Quote: anchor.Exact(), Date: a.date, DateFrom: a.dateFrom, Paragraph: a.paragraph,
	}
}

// affiliate says where the first speaker of each statement, and the group of each position, belonged then, and gives positions their
// AccordingTo: the speakers of the statement, where one of the holders neither spoke nor was represented by a speaker who was affiliated
// with it on the day.
func (l *loader) affiliate(statements []*StatementRow, positions []*PositionRow) error {
	actors := map[ID]bool{}
	for _, r := range statements {
		if len(r.Speakers) > 0 {
			actors[r.Speakers[0].ID] = true
		}
	}
	spoke := make([][]PartyRef, len(positions))
	for i, r := range positions {
		if r.Group.Entity == EntityActor {
			actors[r.Group.ID] = true
		}
		spoke[i] = l.role(l.listed[r.Statement], RoleSpeaker)
		for _, p := range spoke[i] {
			actors[p.ID] = true
		}
	}
	delete(actors, ID{}) // who is only words
	affiliations, err := affiliationsOf(l.src, slices.Collect(maps.Keys(actors)))
	if err != nil {
		return err
	}
	for _, r := range statements {
		if len(r.Speakers) > 0 {
			r.Affiliation = heldOn(affiliations[r.Speakers[0].ID], r.Date.First())
		}
	}
	for i, r := range positions {
		r.Affiliation = heldOn(affiliations[r.Group.ID], r.Date.First())
		for _, holder := range r.Holders {
			if len(spoke[i]) > 0 && !speaksFor(spoke[i], holder, r.Date, affiliations) {
				r.AccordingTo = spoke[i]
			}
		}
	}
	return nil
}

// pointers returns where each of the rows is.
func pointers[T any](rows []T) []*T {
	list := make([]*T, len(rows))
	for i := range rows {
		list[i] = &rows[i]
	}
	return list
}

// speaksFor reports whether the holder is one of the speakers or was represented by one on the first day of the date.
func speaksFor(speakers []PartyRef, holder PartyRef, date Date, affiliations map[ID][]Affiliation) bool {
	for _, s := range speakers {
		if s.ID == holder.ID && (s.ID != (ID{}) || s.Words == holder.Words) {
			return true
		}
		for _, a := range affiliations[s.ID] {
			if holder.ID == a.Organisation && a.Holds(date.First()) {
				return true
			}
		}
	}
	return false
}
