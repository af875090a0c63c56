package store

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"standpoint/store/internal/sqlite"
	"standpoint/store/text"
)

// searching is a search made ready: what FTS5 is asked for, and what else must hold of a row that it gives.
type searching struct {
	query text.Query
	fts   string            // "" if the query has no words that must be there: then all articles are gone through
	rest  []*text.QueryNode // what FTS5 cannot be asked for

	fields    map[*text.QueryNode]condition // parts of rest that ask for something of articles alone
	narrowing narrowing
	narrowed  bool // further, by where what the fields ask for is
}

// ParseSearch reads what a person types as Search does: what it asks of fields, too, and a lone letter as a word.
func ParseSearch(typed string) text.Query {
	return text.ParseQuery(typed, isSearchField).WholeLetters()
}

// newSearching makes a search ready; nil if nothing is looked for.
func newSearching(typed string) *searching {
	q := ParseSearch(typed)
	if q.Root == nil {
		return nil
	}
	f := &searching{query: q, narrowing: everywhere()}
	var asked []*text.QueryNode
	for _, n := range q.Root.Conjuncts() {
		if _, ok := ftsSyntax(n); ok || n.Op == text.OpNot && canBeAsked(n.Of[0]) {
			asked = append(asked, n)
		} else {
			f.rest = append(f.rest, n)
		}
	}
	if fts, ok := ftsSyntax(&text.QueryNode{Op: text.OpAnd, Of: asked}); ok {
		f.fts = fts
	} else {
		f.rest = append(f.rest, asked...)
	}
	return f
}

func canBeAsked(n *text.QueryNode) bool {
	_, ok := ftsSyntax(n)
	return ok
}

// rows is the query for the keys of what is found in an index, the greatest first, and for the articles that have it.
func (f *searching) rows(table string) condition {
	c := f.narrowing.tables(table)
	c.sql = `SELECT t.rowid AS key, f.article AS article FROM ` + c.sql
	where := ` WHERE ` + table + ` MATCH ?`
	c.args = append(c.args, f.fts)
	if len(f.rest) > 0 {
		c.sql += ` CROSS JOIN article a ON a.id = f.article`
		narrow := f.narrowing.where()
		where += narrow.sql
		c.args = append(c.args, narrow.args...)
	}
	for _, n := range f.rest {
		one := f.conditionOf(n, func(fts string) condition {
			return f.holding(`t.rowid`, table, fts)
		})
		where += ` AND ` + one.sql
		c.args = append(c.args, one.args...)
	}
	c.sql += where
	return c
}

// conditionOf is what must hold for a part of the query that FTS5 cannot be asked for alone, given what must for words in its syntax.
func (f *searching) conditionOf(n *text.QueryNode, matches func(fts string) condition) condition {
	if c, resolved := f.fields[n]; resolved {
		return c
	}
	return conditionOf(n, matches, func(n *text.QueryNode) condition { return f.fields[n] })
}

// holding is the condition that a text holds words that an index is asked for apart: among those alone at which the walk looks.
func (f *searching) holding(key, table, fts string) condition {
	is := key + ` IN (SELECT rowid FROM ` + table + ` WHERE ` + table + ` MATCH ? AND rowid >= ? AND rowid < ?)`
	return condition{is, []any{fts, f.narrowing.from, f.narrowing.before}}
}

// articles is the query for what is found where no words must be there: bodies, by the articles that have them, newest first.
func (f *searching) articles() condition {
	c := condition{sql: articleOrders[ArticlesByPublished].walked() + `
		CROSS JOIN found f ON f.entity = '` + foundBody + `' AND f.id = a.id WHERE a.live = 1`}
	if f.narrowing.isFew {
		c = f.narrowing.fewTexts()
		c.sql += ` CROSS JOIN article a ON a.id = f.id WHERE +f.entity = '` + foundBody + `' AND a.live = 1`
	}
	c.sql = `SELECT f.key AS key, f.article AS article FROM ` + c.sql
	if n := f.narrowing; n.gathered != nil && !n.isFew {
		c.sql += ` AND a.id IN (SELECT ` + n.gathered.id + ` FROM ` + n.gathered.from + `)`
		c.args = append(c.args, n.gathered.fromArgs...)
	}
	for _, w := range f.narrowing.walks {
		c.sql += ` AND ` + w.Where()
		c.args = append(c.args, w.Args...)
	}
	for _, n := range f.rest {
		one := f.conditionOf(n, func(fts string) condition {
			return f.holding(`f.key`, "found_body", fts)
		})
		c.sql += ` AND ` + one.sql
		c.args = append(c.args, one.args...)
	}
	return c
}

// walk is the query for all that is found, in the order in which it is listed. Both indexes give their rows in that order, so that
// SQLite merges them as they are read, and a page at the beginning takes no longer however much there is.
func (f *searching) walk() condition {
	if f.fts == "" {
		c := f.articles()
		c.sql += ` ORDER BY a.day DESC, a.id`
		return c
	}
	texts, bodies := f.rows("found_text"), f.rows("found_body")
	return condition{texts.sql + ` UNION ALL ` + bodies.sql + ` ORDER BY key DESC`, append(texts.args, bodies.args...)}
}

// group is what is found of one article, or one name.
type group struct {
	article ID      // none of a name
	keys    []int64 // the first of them
	all     int     // how many there are
}

// errEnough ends a walk.
var errEnough = errors.New("enough is found")

// fewFound is how many groups are put in their exact order: the index knows only the day of an article. Of more, those of one day stand in
// an order that is the same in every copy of the project, but says nothing.
const fewFound = 200

// page reads the groups of a page.
func (f *searching) page(s sqlite.Snapshot, page Page) ([]group, error) {
	few, err := f.groups(s, Page{Limit: fewFound + 1})
	if err != nil {
		return nil, err
	}
	if len(few) <= fewFound {
		err = sortNewest(s, few)
	} else if page.Limit <= 0 || page.Offset+page.Limit > len(few) {
		return f.groups(s, page)
	}
	few = few[min(page.Offset, len(few)):]
	if page.Limit > 0 {
		few = few[:min(page.Limit, len(few))]
	}
	return few, err
}

// sortNewest puts articles in their exact order, behind names, which have theirs. Of one time, that which was made last comes first.
func sortNewest(s sqlite.Snapshot, groups []group) error {
	names := slices.IndexFunc(groups, func(g group) bool { return g.article != ID{} })
	if names < 0 {
		return nil
	}
	groups = groups[names:]
	articles := make([]ID, len(groups))
	for i, g := range groups {
		articles[i] = g.article
	}
	days := map[ID]string{}
	err := sqlite.EachPortion(articles, func(in string, args []any) error {
		return sqlite.Each(s, func(scan func(...any) error) error {
			var id ID
			var day string
			err := scan((*idColumn)(&id), &day)
			days[id] = day
			return err
		}, `SELECT id, day FROM article WHERE id IN (`+in+`)`, args...)
	})
	slices.SortFunc(groups, func(a, b group) int {
		return cmp.Or(strings.Compare(days[b.article], days[a.article]), compareIDs(b.article, a.article))
	})
	return err
}

// groups finds the groups of a page: among the newest texts, if it may be full of these, else among all.
func (f *searching) groups(s sqlite.Snapshot, page Page) ([]group, error) {
	newest, err := f.amongNewest(s)
	if err != nil {
		return nil, err
	}
	if newest != nil && page.Limit > 0 {
		groups, err := newest.walkTo(s, page)
		if err != nil || len(groups) == page.Limit {
			return groups, err
		}
		if err := f.narrowFurther(s); err != nil {
			return nil, err
		}
	}
	return f.walkTo(s, page)
}

// narrowFurther looks, once, where all is that is found, unless few texts are to be looked at anyway.
func (f *searching) narrowFurther(s sqlite.Snapshot) error {
	if f.narrowed || !f.narrowing.mayBeFar() {
		return nil
	}
	f.narrowed = true
	rare, err := f.hasRareWords(s)
	if err != nil || rare {
		return err
	}
	return f.narrowing.further(s)
}

// walkTo walks to the groups of a page.
func (f *searching) walkTo(s sqlite.Snapshot, page Page) ([]group, error) {
	limit := page.Limit
	if limit <= 0 {
		limit = math.MaxInt
	}
	var groups []group
	skipped, last := -1, int64(-1)
	walk := f.walk()
	err := sqlite.Each(s, func(scan func(...any) error) error {
		var key int64
		var article ID
		if err := scan(&key, (*idColumn)(&article)); err != nil {
			return err
		}
		if of := groupOf(key); of != last {
			last = of
			if skipped++; skipped < page.Offset {
				return nil
			}
			if len(groups) == limit {
				return errEnough
			}
			groups = append(groups, group{article: article})
		}
		if len(groups) > 0 {
			groups[len(groups)-1].add(key)
		}
		return nil
	}, walk.sql, walk.args...)
	if errors.Is(err, errEnough) {
		err = nil
	}
	return groups, err
}

func (g *group) add(key int64) {
	if g.all++; g.all <= hitsRead {
		g.keys = append(g.keys, key)
	}
}

// count counts the groups.
func (f *searching) count(s sqlite.Snapshot) (int, error) {
	if f.fts == "" {
		c := f.articles()
		return sqlite.Number(s, `SELECT count(*) FROM (`+c.sql+`)`, c.args...)
	}
	texts, bodies := f.rows("found_text"), f.rows("found_body")
	of := fmt.Sprintf(`SELECT CASE WHEN key >= 1 << %d THEN key ELSE key >> %d END FROM (`, foundKindAt, foundArticleAt)
	return sqlite.Number(s, `SELECT count(*) FROM (`+of+texts.sql+`) UNION `+of+bodies.sql+`))`, append(texts.args, bodies.args...)...)
}
