package standpoint

import (
	"encoding/json"
	"errors"
	"io"
	"reflect"
	"strconv"
	"strings"

	"standpoint/app/exchange"
	"standpoint/store"
	"standpoint/store/say"
)

const (
	maxBytes = 1 << 30 // of a document; places in it are kept in 32 bits
	maxDepth = 32      // of values that are skipped
)

// reader reads a document token by token, so that whatever is wrong can be told with its place and nothing deep or large
// is held that the document has no place for.
type reader struct {
	dec   *json.Decoder
	in    *input                                               // nil where one row is read again
	found exchange.RowError                                    // that are not in the hands of the caller yet
	row   func(array string, row exchange.Row, at place) error // is given every row; nil where one row is read again
	whole func() error                                         // is told to take what has been found between the rows
}

// place is where the JSON of a row begins and ends, in bytes of the source.
type place struct{ from, to int32 }

func newReader(r io.Reader) *reader {
	rd := &reader{dec: json.NewDecoder(r)}
	rd.dec.UseNumber()
	return rd
}

// document reads a whole document.
func (r *reader) document() error {
	var head document
	if err := r.value(reflect.ValueOf(&head).Elem(), ""); err != nil {
		return err
	}
	return r.end()
}

// end notes data after the document.
func (r *reader) end() error {
	end := r.dec.InputOffset()
	if _, err := r.dec.Token(); err == nil || !errors.Is(err, io.EOF) {
		src := r.in.src
		return r.add("", "There is something after the end of the document, at %s. Remove it.", src.place(src.afterSpace(end)))
	}
	return nil
}

// errStop ends reading: the document cannot be read on, or enough is known of what is wrong with it.
var errStop = errors.New("the document cannot be read on")

// add notes what is wrong. It returns errStop when there is more of that than anybody is told of.
func (r *reader) add(at exchange.Field, format string, args ...any) error {
	return r.note(at, say.Of(format, args...))
}

// note is add for a sentence that is made already.
func (r *reader) note(at exchange.Field, what say.Sentence) error {
	r.found = append(r.found, exchange.Problem{Place: string(at), Message: what})
	if len(r.found) > exchange.MostProblems {
		return errStop
	}
	return nil
}

// value reads the next value into v. It returns errStop where the document cannot be read on.
func (r *reader) value(v reflect.Value, at exchange.Field) error {
	if v.Type() == reflect.TypeFor[store.ID]() {
		return r.id(v, at)
	}
	switch v.Kind() {
	case reflect.Struct:
		return r.object(v, at)
	case reflect.Slice:
		return r.array(at, func(i int) error {
			v.Grow(1)
			v.SetLen(i + 1)
			return r.value(v.Index(i), at.At(i))
		})
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		return r.value(v.Elem(), at)
	case reflect.Map:
		return r.choices(v, at)
	case reflect.Int:
		return r.integer(v, at)
	case reflect.Bool:
		return r.boolean(v, at)
	default:
		return r.text(v, at)
	}
}

func (r *reader) object(v reflect.Value, at exchange.Field) error {
	tok, err := r.token(at)
	if err != nil {
		return err
	}
	if tok != json.Delim('{') {
		return r.unexpected("Expected an object, not %s.", tok, at)
	}
	fields, given := fieldsOf(v.Type()), map[string]bool{}
	for r.dec.More() {
		tok, err := r.token(at)
		if err != nil {
			return err
		}
		name, _ := tok.(string)
		if err := r.member(v, fields, name, given, at); err != nil {
			return err
		}
	}
	if _, err := r.token(at); err != nil {
		return err
	}
	return r.missing(v.Type(), given, at)
}

// choices reads an object whose names are not ours to know.
func (r *reader) choices(v reflect.Value, at exchange.Field) error {
	tok, err := r.token(at)
	if err != nil {
		return err
	}
	if tok != json.Delim('{') {
		return r.unexpected("Expected an object, not %s.", tok, at)
	}
	object, err := r.anything(tok, at, 1)
	if err == nil {
		v.Set(reflect.ValueOf(object))
	}
	return err
}

// anything reads the rest of a value that begins with a token.
func (r *reader) anything(tok json.Token, at exchange.Field, depth int) (any, error) {
	if depth > maxDepth {
		_ = r.add(at, "It is nested more than %d deep.", maxDepth)
		return nil, errStop
	}
	switch tok {
	case json.Delim('{'):
		object := map[string]any{}
		for r.dec.More() {
			key, err := r.token(at)
			if err != nil {
				return nil, err
			}
			name, _ := key.(string)
			if object[name], err = r.next(at.Of(name), depth+1); err != nil {
				return nil, err
			}
		}
		_, err := r.token(at)
		return object, err
	case json.Delim('['):
		list := []any{}
		for r.dec.More() {
			element, err := r.next(at.At(len(list)), depth+1)
			if err != nil {
				return nil, err
			}
			list = append(list, element)
		}
		_, err := r.token(at)
		return list, err
	}
	return tok, nil
}

// next reads the next value, whatever it is.
func (r *reader) next(at exchange.Field, depth int) (any, error) {
	tok, err := r.token(at)
	if err != nil {
		return nil, err
	}
	return r.anything(tok, at, depth)
}

// member reads the value of the field called name.
func (r *reader) member(v reflect.Value, fields map[string]int, name string, given map[string]bool, at exchange.Field) error {
	i, known := fields[name]
	switch {
	case !known:
		if err := r.note(at.Of(name), noSuchField(name, fields)); err != nil {
			return err
		}
		return r.skip(at.Of(name))
	case given[name]:
		if err := r.add(at.Of(name), "It is given twice."); err != nil {
			return err
		}
		return r.skip(at.Of(name))
	}
	given[name] = true
	if _, whole := v.Addr().Interface().(*document); whole {
		return r.part(v.Field(i), name)
	}
	return r.value(v.Field(i), at.Of(name))
}

// part reads the version of a document, or an array of rows.
func (r *reader) part(v reflect.Value, name string) error {
	at := exchange.Field(name)
	if v.Kind() == reflect.Slice {
		return r.array(at, func(i int) error { return r.rowOf(v.Type().Elem(), name, i) })
	}
	before := len(r.found)
	if err := r.value(v, at); err != nil || len(r.found) > before {
		return err
	}
	return r.version(int(v.Int()), at)
}

// version stops at a document of a version that this program does not know.
func (r *reader) version(is int, at exchange.Field) error {
	switch {
	case is == Version:
		return nil
	case is > Version:
		_ = r.add(at,
			"The document is of version %d and this program reads version %d. Open it with a newer Standpoint.", is, Version)
	default:
		_ = r.add(at, "There is no version %d of a document. Write %d.", is, Version)
	}
	return errStop
}

// missing notes the fields that must be given and are not.
func (r *reader) missing(t reflect.Type, given map[string]bool, at exchange.Field) error {
	for i := range t.NumField() {
		name, required := fieldName(t.Field(i))
		if !required || given[name] {
			continue
		}
		message := say.Of("It is missing.")
		if t == reflect.TypeFor[document]() {
			message = say.Of(`It is missing: a Standpoint document begins with {"standpoint": 1.`)
		}
		if err := r.note(at.Of(name), message); err != nil {
			return err
		}
	}
	return nil
}

// array reads an array, and has each of its elements read.
func (r *reader) array(at exchange.Field, element func(i int) error) error {
	tok, err := r.token(at)
	if err != nil {
		return err
	}
	if tok != json.Delim('[') {
		return r.unexpected("Expected an array, not %s.", tok, at)
	}
	for i := 0; r.dec.More(); i++ {
		if err := element(i); err != nil {
			return err
		}
	}
	_, err = r.token(at)
	return err
}

// rowOf reads a row of an array, and hands it over.
func (r *reader) rowOf(t reflect.Type, array string, i int) error {
	if err := r.whole(); err != nil {
		return err
	}
	row, from := reflect.New(t).Elem(), r.dec.InputOffset()
	if err := r.value(row, exchange.Field(array).At(i)); err != nil {
		return err
	}
	//nolint:gosec // a document has at most maxBytes
	return r.row(array, row.Interface().(exchange.Row),
		place{int32(from), int32(r.dec.InputOffset())}) //nolint:forcetypeassert // document has no other arrays
}

func (r *reader) text(v reflect.Value, at exchange.Field) error {
	tok, err := r.token(at)
	if err != nil {
		return err
	}
	s, ok := tok.(string)
	if !ok {
		return r.unexpected("Expected a text, not %s.", tok, at)
	}
	v.SetString(s)
	return nil
}

func (r *reader) integer(v reflect.Value, at exchange.Field) error {
	tok, err := r.token(at)
	if err != nil {
		return err
	}
	number, ok := tok.(json.Number)
	if !ok {
		return r.unexpected("Expected a whole number, not %s.", tok, at)
	}
	n, err := strconv.ParseInt(number.String(), 10, 32)
	if err != nil {
		return r.add(at, "Expected a whole number, not %s.", number)
	}
	v.SetInt(n)
	return nil
}

func (r *reader) boolean(v reflect.Value, at exchange.Field) error {
	tok, err := r.token(at)
	if err != nil {
		return err
	}
	is, ok := tok.(bool)
	if !ok {
		return r.unexpected("Expected true or false, not %s.", tok, at)
	}
	v.SetBool(is)
	return nil
}

func (r *reader) id(v reflect.Value, at exchange.Field) error {
	tok, err := r.token(at)
	if err != nil {
		return err
	}
	s, ok := tok.(string)
	if !ok {
		return r.unexpected("Expected an id, not %s.", tok, at)
	}
	id, err := parseID(s)
	if err != nil {
		return r.add(at, "%s is not an id. Write a UUID such as 01970c3e-8a00-7000-8000-000000000001.", exchange.Quote(s))
	}
	v.Set(reflect.ValueOf(id))
	return nil
}

// errNoUUID is not told: what is, shows one that is right.
var errNoUUID = errors.New("not a UUID in its usual form")

// parseID reads a UUID in its usual form. The UUID of noughts alone is none.
func parseID(s string) (store.ID, error) {
	var id store.ID
	if err := id.UnmarshalText([]byte(s)); err != nil {
		return store.ID{}, err
	}
	if len(s) != len(id.String()) || id == (store.ID{}) {
		return store.ID{}, errNoUUID
	}
	return id, nil
}

// unexpected notes that another sort of value stands at the path, and skips the rest of it. The sentence takes what stands there.
func (r *reader) unexpected(format string, tok json.Token, at exchange.Field) error {
	var is any = tok
	switch tok := tok.(type) {
	case json.Delim:
		is = say.Of("an object")
		if tok == '[' {
			is = say.Of("an array")
		}
	case string:
		is = say.Of("the text %s", exchange.Quote(tok))
	case nil:
		is = "null"
	}
	if err := r.add(at, format, is); err != nil {
		return err
	}
	if _, nested := tok.(json.Delim); nested {
		return r.skipRest(at)
	}
	return nil
}

// skip reads over the next value.
func (r *reader) skip(at exchange.Field) error {
	tok, err := r.token(at)
	if err != nil {
		return err
	}
	if delim, nested := tok.(json.Delim); nested && (delim == '{' || delim == '[') {
		return r.skipRest(at)
	}
	return nil
}

// skipRest reads to the end of the object or array that has just begun.
func (r *reader) skipRest(at exchange.Field) error {
	for depth := 1; depth > 0; {
		tok, err := r.token(at)
		if err != nil {
			return err
		}
		switch tok {
		case json.Delim('{'), json.Delim('['):
			depth++
		case json.Delim('}'), json.Delim(']'):
			depth--
		}
		if depth > maxDepth {
			_ = r.add(at, "It is nested more than %d deep.", maxDepth)
			return errStop
		}
	}
	return nil
}

// token returns the next token. When there is none it notes why, and returns errStop, or the error of the input itself.
func (r *reader) token(at exchange.Field) (json.Token, error) {
	tok, err := r.dec.Token()
	if err == nil {
		return tok, nil
	}
	var syntax *json.SyntaxError
	switch {
	case r.in == nil:
		_ = r.add(at, "It is not JSON: %v.", err)
	case !r.in.bad.IsZero():
		_ = r.note(at, r.in.bad)
	case r.in.err != nil && !errors.Is(r.in.err, io.EOF):
		return nil, r.in.err
	case r.in.read == 0:
		_ = r.add("", "The document is empty.")
	case errors.As(err, &syntax):
		_ = r.add(at, "It is not JSON at %s: %s.", r.in.src.place(r.wrongByte(syntax)), syntax)
	default:
		_ = r.add(at, "The document ends too early, at %s.", r.in.src.place(r.in.read))
	}
	return nil, errStop
}

// wrongByte returns the offset of the byte that is no JSON. What the decoder says of it does not count from the beginning of
// the document: so the value at which it stopped is looked at once more, by itself.
func (r *reader) wrongByte(err *json.SyntaxError) int64 {
	const far = 1 << 16
	value, from := make([]byte, far), r.dec.InputOffset()
	n, _ := r.in.src.ReadAt(value, from) // what cannot be read now leaves the beginning of the value as its place
	var ignored any
	again, ok := errors.AsType[*json.SyntaxError](json.Unmarshal(value[:n], &ignored))
	if ok && again.Error() == err.Error() {
		return from + again.Offset - 1
	}
	return from
}

// fieldsOf returns the index of each field of a struct by its name in JSON.
func fieldsOf(t reflect.Type) map[string]int {
	fields := make(map[string]int, t.NumField())
	for i := range t.NumField() {
		name, _ := fieldName(t.Field(i))
		fields[name] = i
	}
	return fields
}

// fieldName returns a field's name in JSON and whether it must be given.
func fieldName(f reflect.StructField) (name string, required bool) {
	name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
	return name, options == ""
}

// noSuchField says what the field may be that was meant.
func noSuchField(name string, fields map[string]int) say.Sentence {
	for known := range fields {
		if strings.EqualFold(known, name) {
			return say.Of("There is no such field. Write %s.", known)
		}
	}
	return say.Of("There is no such field. Fields are named in docs/json.md.")
}
