package exchange

import (
	"reflect"
	"testing"

	"standpoint/store"
)

// TestFieldsOfKinds holds the table of fields by kind against the row.
func TestFieldsOfKinds(t *testing.T) {
	all := map[string]bool{}
	for i := range reflect.TypeFor[Annotation]().NumField() {
		all[fieldName(reflect.TypeFor[Annotation]().Field(i))] = true
	}
	for _, kind := range []store.Kind{store.KindHighlight, store.KindMention, store.KindStatement, store.KindPosition} {
		names, known := fieldsOfKind[kind]
		if !known {
			t.Errorf("nothing is said of the fields of a %s", kind)
		}
		for _, name := range names {
			if !all[name] {
				t.Errorf("a %s is said to have a field %s, which there is not", kind, name)
			}
		}
	}
}

// A document may hand over the same row again and again.
func TestRowsOfADocumentAreLeftAsTheyAre(t *testing.T) {
	row := Actor{Aliases: []string{"b", "a", "a"}}
	mine := own(row)
	mine.normalise()
	if len(mine.Aliases) != 2 || row.Aliases[0] != "b" || row.Aliases[2] != "a" {
		t.Errorf("%q was made of %q", mine.Aliases, row.Aliases)
	}
}
