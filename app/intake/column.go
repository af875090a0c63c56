package intake

import (
	"errors"
	"slices"

	"standpoint/store/text"
)

// Column is a column of a table, and the field of an article that it is taken for.
type Column struct {
	Name   string
	Field  Field  // FieldNone if it is left out
	Sample string // the beginning of the first value in it
}

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
