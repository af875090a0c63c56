package store

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"standpoint/store/internal/sqlite"
	"standpoint/store/text"
)

// valueColumn is a column of articles that begins the index of an order, and of which a field asks for some values.
type valueColumn struct {
	name string
	sort ArticleSort
}

// valueColumns are those of the fields.
var valueColumns = map[string]valueColumn{
	"source":   {"source_key", ArticlesBySource},
	"language": {"language_key", ArticlesByLanguage},
	"status":   {"stage", ArticlesByStatus},
}

// valueSet is which values of a column an article may have.
type valueSet map[any]bool

// resolveValues turns what asks for values of one column alone, however it is put together with AND, OR and NOT, into one list of these: so
// that articles are sought under the values that remain, which may be few, and not among all the others.
func (f *searching) resolveValues(s sqlite.Source) error {
	asked, first := map[valueColumn]valueSet{}, map[valueColumn]*text.QueryNode{}
	for _, n := range f.rest {
		column, set, err := valuesAsked(s, n)
		switch {
		case err != nil:
			return err
		case set == nil:
		case asked[column] == nil:
			asked[column], first[column] = set, n
		default:
			maps.DeleteFunc(asked[column], func(value any, _ bool) bool { return !set[value] })
			f.fields[n] = condition{sql: `1`}
		}
	}
	for column, set := range asked {
		c, err := oneOf(column, set)
		if err != nil {
			return err
		}
		f.fields[first[column]] = condition{c.is, c.args}
		if err := f.narrowing.narrowTo(s, []articleCondition{c}); err != nil {
			return err
		}
		if len(set) > mostFilters {
			continue
		}
		if err := f.narrowing.narrowToDays(s, column, c.args); err != nil {
			return err
		}
	}
	return nil
}

// narrowToDays takes note of when the first and the last of the articles were published that have one of some values, as a list that SQL
// reads: so that what is sought of an outlet that ended long ago is not sought among all that came since.
func (n *narrowing) narrowToDays(s sqlite.Source, column valueColumn, list []any) error {
	day := `(SELECT a.day FROM ` + articleOrders[column.sort].walked() + `
		WHERE a.live = 1 AND a.` + column.name + ` = v.value ORDER BY a.day `
	var first, last *string
	_, err := sqlite.One(s, []any{&first, &last}, `SELECT min(`+day+`ASC LIMIT 1)), max(`+day+`DESC LIMIT 1)) FROM json_each(?) v`, list...)
	if err != nil || first == nil {
		return err
	}
	n.narrowBetween(dayOfKey(*first), dayOfKey(*last))
	return nil
}

// dayOfKey is the day with which the key begins by which a date is sorted; "" if there is no date.
func dayOfKey(key string) Day {
	day, _, _ := strings.Cut(key, "/")
	return Day(day)
}

// oneOf is the condition that an article has one of some values.
func oneOf(column valueColumn, set valueSet) (articleCondition, error) {
	list, err := json.Marshal(slices.AppendSeq(make([]any, 0, len(set)), maps.Keys(set)))
	is := `a.` + column.name + ` IN (SELECT value FROM json_each(?))`
	args := []any{string(list)}
	return articleCondition{
		is: is, args: args, id: `a.id`, ofValue: true, fromArgs: args, from: articleOrders[column.sort].walked() + ` WHERE a.live = 1 AND ` + is,
	}, err
}

// valuesAsked are the values that a part of a query asks for; nil if it asks for something else as well, or for those of two columns.
func valuesAsked(s sqlite.Source, n *text.QueryNode) (column valueColumn, set valueSet, err error) {
	if n.Op == text.OpField {
		column, is := valueColumns[n.Field]
		if !is {
			return column, nil, nil
		}
		set, err = valuesOfField(s, n)
		return column, set, err
	}
	if n.Op != text.OpNot && n.Op != text.OpAnd && n.Op != text.OpOr {
		return column, nil, nil
	}
	for i, of := range n.Of {
		other, values, err := valuesAsked(s, of)
		if err != nil || values == nil || i > 0 && other != column {
			return column, nil, err
		}
		switch {
		case i == 0:
			column, set = other, values
		case n.Op == text.OpOr:
			maps.Copy(set, values)
		default:
			maps.DeleteFunc(set, func(value any, _ bool) bool { return !values[value] })
		}
	}
	if n.Op == text.OpNot {
		set, err = othersThan(s, column, set)
	}
	return column, set, err
}

// valuesOfField are the values that a field asks for.
func valuesOfField(s sqlite.Source, n *text.QueryNode) (valueSet, error) {
	settings, err := settingsFor(s, n.Field, n.Value)
	if err != nil {
		return nil, err
	}
	set := valueSet{}
	for _, asks := range settings {
		var f ArticleFilter
		asks(&f)
		switch {
		case f.Source != nil:
			set[keyOrLast(*f.Source)] = true
		case f.Language != nil:
			set[keyOrLast(*f.Language)] = true
		case f.Status != nil:
			set[f.Status.stage()] = true
		}
	}
	return set, nil
}

// othersThan are all values of a column but some.
func othersThan(s sqlite.Source, column valueColumn, set valueSet) (others valueSet, err error) {
	others = valueSet{}
	if column.sort == ArticlesByStatus {
		for _, status := range []Status{StatusUnread, StatusInProgress, StatusCoded, StatusReviewed} {
			others[status.stage()] = true
		}
	} else {
		keys, err := keysLike(s, column.name, "", func(string) bool { return true })
		if err != nil {
			return nil, err
		}
		for _, key := range keys {
			others[key] = true
		}
	}
	maps.DeleteFunc(others, func(value any, _ bool) bool { return set[value] })
	return others, nil
}
