package store

import (
	"context"
	"slices"
	"strings"
	"time"

	"standpoint/store/internal/sqlite"
	"standpoint/store/text"
)

// isSearchField reports whether what is typed before and after a colon asks for something of articles. What does not is words.
func isSearchField(name, value string) bool {
	switch name {
	case "source", "language", "actor", "issue", "tag", "coder", "collection":
		return true
	case "status":
		_, is := statusNamed(value)
		return is
	case "stance":
		return slices.Contains([]Stance{StanceSupport, StanceOppose, StanceNeutral, StanceUnclear}, Stance(strings.ToLower(value)))
	case "after", "before":
		_, err := ParseDate(value)
		return err == nil
	}
	return false
}

func statusNamed(value string) (Status, bool) {
	switch strings.NewReplacer(" ", "_", "-", "_").Replace(strings.ToLower(value)) {
	case "unread":
		return StatusUnread, true
	case string(StatusInProgress):
		return StatusInProgress, true
	case string(StatusCoded):
		return StatusCoded, true
	case string(StatusReviewed):
		return StatusReviewed, true
	}
	return "", false
}

// ofOneAnnotation are the fields that one annotation must have together, where several of them are asked for.
var ofOneAnnotation = []string{"actor", "issue", "tag", "coder", "stance"}

// asking is one way in which an article can have what a field asks for.
type asking func(*ArticleFilter)

// mostFilters is how many ways an article can have what is asked of it are tried. Names that hold hardly anything of what was typed are
// many more.
const mostFilters = 200

// asksToSift reports whether a part of the query asks for what a tally holds of articles, or knows the rows of.
func asksToSift(n *text.QueryNode) bool {
	if n.Op == text.OpField {
		return n.Field == "collection" || slices.Contains(ofOneAnnotation, n.Field)
	}
	return slices.ContainsFunc(n.Of, asksToSift)
}

// readFields resolves the fields of a search, and has fn read what it finds of the same state of the file.
func (p *Project) readFields(ctx context.Context, f *searching, fn func(s sqlite.Snapshot) error) error {
	if !slices.ContainsFunc(f.rest, asksToSift) {
		return p.read(ctx, func(s sqlite.Snapshot) error {
			if err := f.resolveFields(s, nil); err != nil {
				return err
			}
			return fn(s)
		})
	}
	return p.readSifted(ctx, true, func(s sqlite.Snapshot, t *tally) error { return f.resolveFields(s, t) }, fn)
}

// resolveFields finds out what the fields of a query ask of an article. Those of one annotation that must all hold are one condition. A
// tally of the state of the file, if there is one, knows which articles have what most of them ask for.
func (f *searching) resolveFields(s sqlite.Source, t *tally) error {
	f.fields = map[*text.QueryNode]condition{}
	if err := f.resolveValues(s); err != nil {
		return err
	}
	var together []*text.QueryNode
	for _, n := range f.rest {
		isSame := func(other *text.QueryNode) bool { return other.Field == n.Field } // which an annotation has once
		if n.Op == text.OpField && slices.Contains(ofOneAnnotation, n.Field) && !slices.ContainsFunc(together, isSame) {
			together = append(together, n)
		}
	}
	if len(together) > 0 {
		c, known, err := fieldCondition(s, t, together)
		if err != nil {
			return err
		}
		if err := f.narrowBy(s, together, known); err != nil {
			return err
		}
		f.fields[together[0]] = c
		for _, n := range together[1:] {
			f.fields[n] = condition{sql: `1`}
		}
	}
	for _, n := range f.rest {
		_, done := f.fields[n]
		known, err := f.resolveIn(s, t, n)
		if err != nil {
			return err
		}
		if n.Op == text.OpField && !done {
			if err := f.narrowBy(s, []*text.QueryNode{n}, known); err != nil {
				return err
			}
		}
	}
	return nil
}

func (f *searching) resolveIn(s sqlite.Source, t *tally, n *text.QueryNode) (known *sieve, err error) {
	if _, done := f.fields[n]; done {
		return nil, nil
	}
	if n.Op == text.OpField {
		f.fields[n], known, err = fieldCondition(s, t, []*text.QueryNode{n})
		return known, err
	}
	for _, of := range n.Of {
		if _, err := f.resolveIn(s, t, of); err != nil {
			return nil, err
		}
	}
	return nil, nil
}

// siftFields looks which articles have what all the fields ask for; nil if a tally does not tell.
func siftFields(s sqlite.Source, t *tally, fields []*text.QueryNode, filters []ArticleFilter) (*sieve, error) {
	switch {
	case t == nil || len(filters) == mostFilters || !asksToSift(fields[0]):
		return nil, nil
	case fields[0].Field == "collection":
		var collections []ID
		for _, f := range filters {
			collections = append(collections, f.Collection)
		}
		return t.siftCollected(s, collections)
	case len(filters) == 0:
		return t.sieveOf(func(int, *talliedArticle) bool { return false }), nil
	}
	return t.sift(s, filters)
}

// fieldCondition is the condition that an article, which SQL calls a, has what all the fields ask for, and the articles that have it, if a
// tally tells.
func fieldCondition(s sqlite.Source, t *tally, fields []*text.QueryNode) (c condition, known *sieve, err error) {
	filters, err := filtersFor(s, fields)
	if err != nil {
		return c, nil, err
	}
	if known, err = siftFields(s, t, fields, filters); err != nil {
		return c, nil, err
	}
	if known != nil {
		is := known.condition()
		return condition{is.is, is.args}, known, nil
	}
	var ways []string
	for _, f := range filters {
		conditions, err := f.conditions(s, nil)
		if err != nil {
			return c, nil, err
		}
		var all []string
		for _, one := range conditions {
			all = append(all, one.is)
			c.args = append(c.args, one.args...)
		}
		ways = append(ways, `(`+strings.Join(all, " AND ")+`)`)
	}
	c.sql = `(` + strings.Join(append(ways, `0`), " OR ") + `)`
	return c, nil, nil
}

// filtersFor are the ways in which an article can have what all the fields ask for; none if nothing is called so.
func filtersFor(s sqlite.Source, fields []*text.QueryNode) ([]ArticleFilter, error) {
	filters := []ArticleFilter{{}}
	for _, n := range fields {
		settings, err := settingsFor(s, n.Field, n.Value)
		if err != nil {
			return nil, err
		}
		var next []ArticleFilter
		for _, f := range filters {
			for _, set := range settings {
				with := f
				set(&with)
				next = append(next, with)
			}
		}
		filters = next[:min(len(next), mostFilters)]
	}
	return filters, nil
}

// settingsFor are the ways in which an article can have what a field asks for; none if nothing is called so.
func settingsFor(s sqlite.Source, field, value string) (list []asking, err error) {
	switch field {
	case "status":
		status, _ := statusNamed(value)
		return []asking{func(f *ArticleFilter) { f.Status = &status }}, nil
	case "stance":
		stance := Stance(strings.ToLower(value))
		return []asking{func(f *ArticleFilter) { f.Stance = &stance }}, nil
	case "after":
		day, err := besideDay(Date(value).Last(), 1)
		return []asking{func(f *ArticleFilter) { f.From = day }}, err
	case "before":
		day, err := besideDay(Date(value).First(), -1)
		return []asking{func(f *ArticleFilter) { f.To = day }}, err
	case "source":
		keys, err := keysLike(s, "source_key", value, func(key string) bool { return holdsWords(key, value) })
		for _, key := range keys {
			list = append(list, func(f *ArticleFilter) { f.Source = &key })
		}
		return list, err
	case "language":
		keys, err := keysLike(s, "language_key", value, func(key string) bool { return strings.HasPrefix(key, text.Fold(value)+"-") })
		for _, key := range keys {
			list = append(list, func(f *ArticleFilter) { f.Language = &key })
		}
		return list, err
	}
	named, err := namedLike(s, Entity(field), value)
	for _, id := range named {
		list = append(list, func(f *ArticleFilter) {
			switch field {
			case "actor":
				f.Actor = id
			case "issue":
				f.Issue = id
			case "tag":
				f.Tag = id
			case "coder":
				f.Coder = id
			case "collection":
				f.Collection = id
			}
		})
	}
	return list, err
}

// besideDay is the day so many days after another.
func besideDay(d Day, days int) (Date, error) {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return "", err
	}
	return Date(t.AddDate(0, 0, days).Format(time.DateOnly)), nil
}

// holdsWords reports whether all the words of what is typed stand in a name; the last may be the beginning of one.
func holdsWords(name, typed string) bool {
	body, err := text.NewBody(name)
	if err != nil {
		return false
	}
	_, found := anyWords(typed).Find(body)
	return found
}

// keysLike returns the values that a column of articles, which begins an index, has and that are a value; if none is, those that are like
// it. It goes from one value to the next, however many articles have it.
func keysLike(s sqlite.Source, column, value string, like func(key string) bool) (keys []string, err error) {
	exact := text.Fold(value)
	err = sqlite.Each(s, func(scan func(...any) error) error {
		var key string
		err := scan(&key)
		switch {
		case key == exact:
			keys = []string{key}
		case !slices.Contains(keys, exact) && like(key):
			keys = append(keys, key)
		}
		return err
	}, `WITH RECURSIVE one (k) AS (SELECT min(`+column+`) FROM article WHERE live = 1 UNION ALL
		SELECT (SELECT min(`+column+`) FROM article WHERE live = 1 AND `+column+` > one.k) FROM one WHERE one.k IS NOT NULL)
		SELECT k FROM one WHERE k IS NOT NULL`)
	return keys, err
}

// namedLike returns the rows that are called so; if none is, those in whose names the words stand.
func namedLike(s sqlite.Source, e Entity, value string) ([]ID, error) {
	query, args := `SELECT id, name, name FROM `+tableFor(e).name()+` WHERE deleted = 0`, []any(nil)
	if e == EntityActor || e == EntityIssue || e == EntityTag {
		rows, asked := rowsHolding(value, e)
		if !asked {
			return nil, nil
		}
		query, args = `SELECT a.id, a.name, a.name FROM `+tableFor(e).name()+` a WHERE a.live = 1 AND a.id IN (`+rows.sql+`)`, rows.args
		if e == EntityActor {
			query = `SELECT a.id, a.name, coalesce(l.name, a.name) FROM actor a LEFT JOIN alias l ON l.actor = a.id AND l.deleted = 0
				WHERE a.live = 1 AND a.id IN (` + rows.sql + `)`
		}
	}
	var exact, like []ID
	err := sqlite.Each(s, func(scan func(...any) error) error {
		var id ID
		var name, other string
		err := scan((*idColumn)(&id), (*stringColumn)(&name), (*stringColumn)(&other))
		for _, called := range []string{name, other} {
			switch {
			case text.Fold(called) == text.Fold(value):
				exact = append(exact, id)
			case holdsWords(called, value):
				like = append(like, id)
			}
		}
		return err
	}, query, args...)
	if len(exact) > 0 {
		like = exact
	}
	slices.SortFunc(like, compareIDs)
	return slices.Compact(like), err
}
