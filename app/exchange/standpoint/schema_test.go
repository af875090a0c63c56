package standpoint

import (
	"encoding/json"
	"maps"
	"os"
	"reflect"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"standpoint/app/exchange"
	"standpoint/store"
)

// schema is what the test needs of a JSON Schema.
type schema struct {
	Ref         string            `json:"$ref"`
	Defs        map[string]schema `json:"$defs"`
	Type        string            `json:"type"`
	Description string            `json:"description"`
	Properties  map[string]schema `json:"properties"`
	Required    []string          `json:"required"`
	Enum        []string          `json:"enum"`
	Items       *schema           `json:"items"`
}

func readSchema(t *testing.T) schema {
	t.Helper()
	data, err := os.ReadFile("../../../docs/json-schema.json")
	if err != nil {
		t.Fatal(err)
	}
	var s schema
	if err := json.Unmarshal(data, &s); err != nil {
		t.Fatal(err)
	}
	return s
}

// TestSchemaDescribesTheRows holds docs/json-schema.json and the Go types of the rows together.
func TestSchemaDescribesTheRows(t *testing.T) {
	s := readSchema(t)
	rows := map[string]reflect.Type{
		"coder": reflect.TypeFor[exchange.Coder](), "article": reflect.TypeFor[exchange.Article](), "actor": reflect.TypeFor[exchange.Actor](),
		"affiliation": reflect.TypeFor[exchange.Affiliation](), "external_id": reflect.TypeFor[exchange.ExternalID](),
		"issue": reflect.TypeFor[exchange.Issue](), "tag": reflect.TypeFor[exchange.Tag](), "annotation": reflect.TypeFor[exchange.Annotation](),
		"span": reflect.TypeFor[exchange.Span](), "target": reflect.TypeFor[exchange.Target](),
		"participant": reflect.TypeFor[exchange.Participant](),
		"note":        reflect.TypeFor[exchange.Note](),
		"collection":  reflect.TypeFor[exchange.Collection](), "search": reflect.TypeFor[exchange.SavedSearch](),
		"preset": reflect.TypeFor[exchange.Preset](), "report": reflect.TypeFor[exchange.Report](),
		"report_item": reflect.TypeFor[exchange.ReportItem](), "facts": reflect.TypeFor[store.Facts](),
		"explanation": reflect.TypeFor[exchange.Explanation](), "held": reflect.TypeFor[store.Held](),
		"saved_filter": reflect.TypeFor[exchange.SavedFilter](),
		"filter":       reflect.TypeFor[store.ArticleFilter](),
	}
	compareWithSchema(t, "document", reflect.TypeFor[document](), s)
	for name, typ := range rows {
		compareWithSchema(t, name, typ, s.Defs[name])
	}
	for name := range s.Defs {
		if _, known := rows[name]; !known && name != "id" && name != "date" && name != "colour" {
			t.Errorf("the schema defines %s, which is no row", name)
		}
	}
}

func compareWithSchema(t *testing.T, name string, typ reflect.Type, s schema) {
	t.Helper()
	var fields, required []string
	for i := range typ.NumField() {
		field, must := fieldName(typ.Field(i))
		fields = append(fields, field)
		if must {
			required = append(required, field)
		}
		property := s.Properties[field]
		if property.Description == "" && property.Ref == "" {
			t.Errorf("the schema does not describe %s.%s", name, field)
		}
		if typ.Field(i).Type.Kind() == reflect.Slice && typ.Field(i).Type != reflect.TypeFor[store.ID]() && property.Type != "array" {
			t.Errorf("%s.%s is an array, the schema says %q", name, field, property.Type)
		}
	}
	slices.Sort(fields)
	slices.Sort(required)
	slices.Sort(s.Required)
	if diff := cmp.Diff(fields, slices.Sorted(maps.Keys(s.Properties))); diff != "" {
		t.Errorf("fields of %s (-Go +schema):\n%s", name, diff)
	}
	if diff := cmp.Diff(required, s.Required, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("fields of %s that must be given (-Go +schema):\n%s", name, diff)
	}
}

// TestAllowedWordsAreThoseOfTheSchema holds the words of the schema against those of the store.
func TestAllowedWordsAreThoseOfTheSchema(t *testing.T) {
	properties := readSchema(t).Defs["annotation"].Properties
	for field, words := range map[string][]string{
		"kind":      {string(store.KindHighlight), string(store.KindMention), string(store.KindStatement), string(store.KindPosition)},
		"quotation": {string(store.QuotationDirect), string(store.QuotationIndirect), string(store.QuotationMixed)},
		"act": {
			string(store.ActSays), string(store.ActDenies), string(store.ActAsks), string(store.ActDemands),
			string(store.ActPromises), string(store.ActThreatens), string(store.ActDeclines),
		},
		"stance": {string(store.StanceSupport), string(store.StanceOppose), string(store.StanceNeutral), string(store.StanceUnclear)},
	} {
		if diff := cmp.Diff(words, properties[field].Enum); diff != "" {
			t.Errorf("%s (-store +schema):\n%s", field, diff)
		}
	}
}
