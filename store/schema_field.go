package store

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"sync"

	"standpoint/store/internal/sqlite"
	"standpoint/store/journal"
	"standpoint/store/say"
	"standpoint/store/text"
)

// field is one field of an entity: a struct field with a tag such as `field:"title"`. Its name in the journal, its columns
// and its JSON all follow from the tag and the Go type, so adding a field to an entity is adding it to the struct (and a
// line to docs/file-format.md). Other tags say more of a field: `words` what text it can hold (write_words.go), `of` which entity's row
// it names (schema_relation.go), `shown:"title"` that people know the row by it.
type field struct {
	name    string
	index   int
	typ     reflect.Type
	words   string // the rule for what it can hold, of write_words.go; "" for what is not words
	columns []column
}

// column is a column of a folded table.
type column struct{ name, kind string }

func (c column) quoted() string { return `"` + c.name + `"` }

// Types of field that are not plain strings or numbers.
var (
	typeID     = reflect.TypeFor[ID]()
	typeHash   = reflect.TypeFor[text.Hash]()
	typeTarget = reflect.TypeFor[Target]()
	typeAnchor = reflect.TypeFor[text.Anchor]()
)

// fieldsOf lists the fields of a struct type in their order.
func fieldsOf(t reflect.Type) []field {
	var fields []field
	for i := range t.NumField() {
		name := t.Field(i).Tag.Get("field")
		if name == "" {
			continue
		}
		fields = append(fields, field{
			name: name, index: i, typ: t.Field(i).Type, words: t.Field(i).Tag.Get("words"),
			columns: columnsFor(name, t.Field(i).Type),
		})
	}
	return fields
}

func columnsFor(name string, t reflect.Type) []column {
	switch {
	case t == typeID || t == typeHash:
		return []column{{name, "BLOB"}}
	case t == typeTarget:
		return []column{{name + "_issue", "BLOB"}, {name + "_actor", "BLOB"}}
	case t.Kind() == reflect.Int:
		return []column{{name, "INTEGER"}}
	default:
		return []column{{name, "TEXT"}}
	}
}

// bind returns what the field's columns hold for the value.
func (f field) bind(v reflect.Value) []any {
	switch x := v.Interface().(type) {
	case ID:
		return []any{blob(x)}
	case text.Hash:
		if x.IsZero() {
			return []any{nil}
		}
		return []any{x[:]}
	case text.Anchor:
		return []any{nullable(encodeField(v))}
	case Target:
		return []any{blob(x.Issue), blob(x.Actor)}
	case int:
		return []any{int64(x)}
	default:
		return []any{v.String()}
	}
}

// nullable turns JSON null into NULL.
func nullable(raw json.RawMessage) any {
	if string(raw) == "null" {
		return nil
	}
	return string(raw)
}

// targetJSON is a Target in the journal.
type targetJSON struct {
	Issue *ID `json:"issue,omitempty"`
	Actor *ID `json:"actor,omitempty"`
}

// encodeField returns the value as the journal writes it; what is empty is null.
func encodeField(v reflect.Value) json.RawMessage {
	if isEmpty(v) {
		return json.RawMessage("null")
	}
	out := v.Interface()
	if t, ok := out.(Target); ok {
		out = targetJSON{Issue: pointer(t.Issue), Actor: pointer(t.Actor)}
	}
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(out); err != nil {
		panic(fmt.Sprintf("field of type %s does not encode: %v", v.Type(), err)) // strings, hashes and ids always do
	}
	return bytes.TrimSpace(buf.Bytes())
}

func isEmpty(v reflect.Value) bool {
	if a, ok := v.Interface().(text.Anchor); ok {
		return a.IsZero()
	}
	return v.IsZero()
}

func pointer(id ID) *ID {
	if id == (ID{}) {
		return nil
	}
	return &id
}

// decodeField sets v from the journal's JSON. What does not fit the type leaves v empty and is an error.
func decodeField(raw json.RawMessage, v reflect.Value) error {
	v.SetZero()
	if len(raw) == 0 || string(raw) == "null" {
		return nil
	}
	if v.Type() == typeTarget {
		var t targetJSON
		if err := json.Unmarshal(raw, &t); err != nil {
			return say.Errorf("decode target: %w", err)
		}
		v.Set(reflect.ValueOf(Target{Issue: value(t.Issue), Actor: value(t.Actor)}))
		return nil
	}
	if err := json.Unmarshal(raw, v.Addr().Interface()); err != nil {
		v.SetZero()
		return say.Errorf("decode %s: %w", v.Type(), err)
	}
	return nil
}

func value(id *ID) ID {
	if id == nil {
		return ID{}
	}
	return *id
}

// destinations returns what to scan the field's columns into.
func (f field) destinations(v reflect.Value) []any {
	switch x := v.Addr().Interface().(type) {
	case *ID:
		return []any{(*idColumn)(x)}
	case *text.Hash:
		return []any{(*hashColumn)(x)}
	case *text.Anchor:
		return []any{(*anchorColumn)(x)}
	case *Target:
		return []any{(*idColumn)(&x.Issue), (*idColumn)(&x.Actor)}
	case *int:
		return []any{x}
	default:
		return []any{(*stringColumn)(v.Addr().Convert(reflect.PointerTo(reflect.TypeFor[string]())).Interface().(*string))}
	}
}

// The column types scan what bind wrote, and refuse what it cannot have written.
type (
	idColumn     ID
	hashColumn   text.Hash
	anchorColumn text.Anchor
	stringColumn string
)

// Scan implements sql.Scanner.
func (c *idColumn) Scan(src any) error { return scanBytes(src, (*c)[:]) }

// Scan implements sql.Scanner.
func (c *hashColumn) Scan(src any) error { return scanBytes(src, (*c)[:]) }

func scanBytes(src any, into []byte) error {
	clear(into)
	if src == nil {
		return nil
	}
	b, ok := src.([]byte)
	if !ok || len(b) != len(into) {
		return damagedf("A column should hold %d bytes and holds something else.", len(into))
	}
	copy(into, b)
	return nil
}

// Scan implements sql.Scanner.
func (c *anchorColumn) Scan(src any) error {
	*c = anchorColumn{}
	s, ok := src.(string)
	if src == nil || ok && s == "" {
		return nil
	}
	if !ok {
		return damagedf("An anchor should be text and is something else.")
	}
	if err := json.Unmarshal([]byte(s), (*text.Anchor)(c)); err != nil {
		return NewError(CodeDamaged, err, "An anchor is not readable.")
	}
	return nil
}

// Scan implements sql.Scanner.
func (c *stringColumn) Scan(src any) error {
	switch s := src.(type) {
	case nil:
		*c = ""
	case string:
		*c = stringColumn(s)
	default:
		return damagedf("A column should hold text and holds something else.")
	}
	return nil
}

// ids returns the first column of all rows.
func ids(src sqlite.Source, query string, args ...any) ([]ID, error) {
	var list []ID
	err := sqlite.Each(src, func(scan func(...any) error) error {
		var id ID
		if err := scan((*idColumn)(&id)); err != nil {
			return err
		}
		list = append(list, id)
		return nil
	}, query, args...)
	return list, err
}

// table describes the folded table of one entity.
type table struct {
	entity  Entity
	typ     reflect.Type
	fields  []field
	plain   []column // of the fields, in order
	derived []column // written by the fold after the fields
	indexes []string // column lists, with an optional WHERE

	statements func() tableStatements // that read and write a row
}

func tableOf[T any](e Entity, derived []column, indexes ...string) *table {
	typ := reflect.TypeFor[T]()
	t := &table{entity: e, typ: typ, fields: fieldsOf(typ), derived: derived, indexes: indexes}
	for _, f := range t.fields {
		t.plain = append(t.plain, f.columns...)
	}
	t.statements = sync.OnceValue(t.makeStatements)
	return t
}

// tableStatements are what a row of a table is read and written by. They are put together once, not for each row.
type tableStatements struct{ get, insert string }

func (t *table) makeStatements() tableStatements {
	names := []string{`"id"`}
	for _, c := range t.allColumns() {
		names = append(names, c.quoted())
	}
	return tableStatements{
		get:    `SELECT ` + t.selection("r") + `, r.created, r.coder_of, r.deleted FROM ` + t.name() + ` r WHERE r.id = ?`,
		insert: `INSERT INTO ` + t.name() + ` (` + strings.Join(names, ", ") + `) VALUES (?` + strings.Repeat(", ?", len(names)-1) + `)`,
	}
}

// name returns the table's name, quoted.
func (t *table) name() string { return `"` + string(t.entity) + `"` }

// selection returns "alias.id, alias.column, …" for destinations.
func (t *table) selection(alias string) string {
	parts := []string{alias + `."id"`}
	for _, c := range t.plain {
		parts = append(parts, alias+"."+c.quoted())
	}
	return strings.Join(parts, ", ")
}

// destinations returns what to scan a selection into; row points to the table's struct.
func (t *table) destinations(row any) []any {
	v := reflect.ValueOf(row).Elem()
	dest := []any{(*idColumn)(v.FieldByName("ID").Addr().Interface().(*ID))}
	for _, f := range t.fields {
		dest = append(dest, f.destinations(v.Field(f.index))...)
	}
	return dest
}

// decode sets the fields of the struct that row points to. It reads on after a field that does not fit and returns the
// first such error.
func (t *table) decode(fields journal.Fields, row any) error {
	v := reflect.ValueOf(row).Elem()
	var first error
	for _, f := range t.fields {
		if err := decodeField(fields[f.name], v.Field(f.index)); err != nil && first == nil {
			first = fmt.Errorf("%s.%s: %w", t.entity, f.name, err)
		}
	}
	return first
}

// bind adds to args what the columns of the fields, and those that every table has, hold for a row.
func (t *table) bind(args []any, row *folded) []any {
	v := reflect.ValueOf(row.row).Elem()
	for _, f := range t.fields {
		args = append(args, f.bind(v.Field(f.index))...)
	}
	return append(args, int64(row.created), blob(row.coder), int64(row.deleted))
}

// anchors returns the anchors that the struct that row points to has.
func (t *table) anchors(row any) []text.Anchor {
	v := reflect.ValueOf(row).Elem()
	var list []text.Anchor
	for _, f := range t.fields {
		if a, ok := v.Field(f.index).Interface().(text.Anchor); ok && !a.IsZero() {
			list = append(list, a)
		}
	}
	return list
}

// diff returns the fields in which after differs from before, as a change writes them. Both point to the table's struct.
func (t *table) diff(before, after any) journal.Fields {
	v, w := reflect.ValueOf(before).Elem(), reflect.ValueOf(after).Elem()
	fields := journal.Fields{}
	for _, f := range t.fields {
		old, now := v.Field(f.index), w.Field(f.index)
		if old.Comparable() && old.Equal(now) {
			continue
		}
		x, y := encodeField(old), encodeField(now)
		if !bytes.Equal(x, y) {
			fields[f.name] = y
		}
	}
	return fields
}
