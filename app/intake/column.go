package intake

import (
	"errors"
	"slices"
	"strings"
	"unicode/utf8"

	"standpoint/store/say"
	"standpoint/store/text"
)

// Fields are the fields of an article that a column may hold.
func Fields() []Field {
	return []Field{FieldTitle, FieldBody, FieldDate, FieldSource, FieldAuthor, FieldSection, FieldLanguage, FieldURL}
}

// shown are the columns as people are asked about them.
func (c columns) shown(names []string, records []record) []Column {
	const enough, most = 20, 60 // records; code points
	var list []Column
	for _, name := range names {
		column := Column{Name: name, Field: c[name]}
		for _, r := range records[:min(enough, len(records))] {
			i := slices.IndexFunc(r.fields, func(f recordField) bool { return f.name == name && text.IsVisible(f.value) })
			if i >= 0 {
				column.Sample = text.Title(r.fields[i].value, most)
				break
			}
		}
		list = append(list, column)
	}
	return list
}

// columnsError refuses a table whose columns hold no text, as far as their names tell.
type columnsError struct {
	columns []Column
	cause   error
}

func (e columnsError) Error() string { return e.cause.Error() }

func (e columnsError) Unwrap() error { return e.cause }

// ColumnsOf are the columns of a table that was refused because none holds a text, as far as their names tell; none for any other error.
func ColumnsOf(err error) []Column {
	found, _ := errors.AsType[columnsError](err)
	return found.columns
}

// columns says which field each name of a record stands for.
type columns map[string]Field

// columnsOf tells the fields of names: those that the analyst chose, else those that the names say. Of several names for one field the
// first counts, for the body the one with the longest text: a table may have an abstract beside the text.
func columnsOf(names []string, sizes map[string]int, chosen map[string]Field) columns {
	c := columns{}
	taken := map[Field]string{}
	for _, name := range names {
		field, isChosen := chosen[name]
		if !isChosen {
			field = fieldOf(name)
		}
		if field == FieldNone {
			continue
		}
		before, have := taken[field]
		_, fixed := chosen[before]
		switch {
		case !have:
		case isChosen && !fixed, field == FieldBody && !fixed && sizes[name] > sizes[before]:
			delete(c, before)
		default:
			continue
		}
		c[name], taken[field] = field, name
	}
	if _, have := taken[FieldBody]; !have {
		c.guessBody(names, sizes)
	}
	return c
}

// guessBody takes the column with by far the most text for the body.
func (c columns) guessBody(names []string, sizes map[string]int) {
	const least = 200 // code points in a row on average
	best := ""
	for _, name := range names {
		if _, used := c[name]; !used && sizes[name] >= least && sizes[name] > sizes[best] {
			best = name
		}
	}
	if best != "" {
		c[best] = FieldBody
	}
}

// has reports whether there is a column for a field.
func (c columns) has(field Field) bool {
	for _, f := range c {
		if f == field {
			return true
		}
	}
	return false
}

// unused tells of the columns that are in no field.
func (c columns) unused(names []string) []say.Sentence {
	var left []string
	for _, name := range names {
		if _, used := c[name]; !used && !isAbstract(name) {
			left = append(left, name)
		}
	}
	if len(left) == 0 {
		return nil
	}
	return []say.Sentence{say.Of("Columns that are not taken: %s.", quoted(left))}
}

// namesOf are the names of all fields, in the order in which they come first.
func namesOf(records []record) []string {
	var names []string
	have := map[string]bool{}
	for _, r := range records {
		for _, field := range r.fields {
			if !have[field.name] {
				have[field.name] = true
				names = append(names, field.name)
			}
		}
	}
	return names
}

// sizesOf is how long the values of each name are on average, in code points, in the first records.
func sizesOf(records []record) map[string]int {
	const enough = 200
	total, n := map[string]int{}, 0
	for _, r := range records[:min(len(records), enough)] {
		n++
		for _, field := range r.fields {
			total[field.name] += utf8.RuneCountInString(field.value)
		}
	}
	for name := range total {
		total[name] /= n
	}
	return total
}

// mostSummed is how many sentences of one kind are worth reading.
const mostSummed = 10

// summed is a list of sentences that nobody reads to its end, as a short one.
func summed(list []say.Sentence) []say.Sentence { return summedOf(list, len(list)) }

// summedOf is summed of the beginning of a list of so many.
func summedOf(list []say.Sentence, all int) []say.Sentence {
	most := min(mostSummed, len(list))
	if n := all - most; n > 0 {
		return append(list[:most:most], say.Many(n, "%d more was left out for the same reason.", "%d more were left out for the same reason.", n))
	}
	return list
}

// quoted lists names for a sentence.
func quoted(names []string) string {
	const most = 12
	var b strings.Builder
	for i, name := range names {
		if i == most {
			b.WriteString(" …")
			break
		}
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString("“" + excerpt(name) + "”")
	}
	return b.String()
}
