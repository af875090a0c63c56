package desk

import (
	"crypto/sha256"
	"slices"
	"strconv"

	"fyne.io/fyne/v2/lang"

	"standpoint/app/control"
	"standpoint/app/words"
	"standpoint/store"
)

// NewPick makes a field in which one of some items is picked.
func NewPick(placeHolder string, items func(string) []control.Item, pick func(control.Item), drop func()) *control.TypeAhead {
	t := control.NewTypeAhead(control.TypeAheadOptions{PlaceHolder: placeHolder, Items: items})
	t.OnPick, t.OnClear = pick, drop
	return t
}

// NewDayField makes a field for a date, which is asked for as soon as it is one as the project has it, and in any other form with Enter or
// when the field is left.
func (d *Desk) NewDayField(placeHolder string, into *store.Date, apply func()) *control.Field {
	field := control.NewField("")
	field.SetPlaceHolder(placeHolder)
	ask := func(date store.Date) {
		if date != *into {
			*into = date
			apply()
		}
	}
	field.OnChanged = func(s string) {
		if date, err := store.ParseDate(s); err == nil {
			ask(date)
		}
	}
	read := func() {
		date, err := d.Date(field.Text())
		if err != nil {
			field.SetError(words.Error(err))
			return
		}
		if _, err := store.ParseDate(field.Text()); err != nil {
			field.SetText(string(date)) // which asks for it
		}
	}
	field.OnSubmitted = func(string) { read() }
	field.OnFocus = func(focused bool) {
		if !focused {
			read()
		}
	}
	return field
}

// ShowDay has a field say which date is asked for. The same in other letters stays.
func ShowDay(field *control.Field, date store.Date) {
	if typed, err := store.ParseDate(field.Text()); err != nil || typed != date {
		field.SetText(string(date))
	}
}

// ValueItems offers values with their counts; one that is missing has a name of its own.
func ValueItems(values []store.ValueCount) []control.Item {
	list := make([]control.Item, len(values))
	for i, v := range values {
		hash := sha256.Sum256([]byte("value " + v.Value))
		list[i] = control.Item{ID: store.ID(hash[:16]), Name: v.Value, Detail: strconv.Itoa(v.Articles), Recent: v.Articles}
		if v.Value == "" {
			list[i].Name, list[i].Kind = lang.L("none"), KindNone
		}
	}
	return list
}

// KindNone is the kind of an item that stands for a missing value.
const KindNone = "none"

// ItemValue is the value of an item that was picked; "" for none.
func ItemValue(i control.Item) *string {
	value := i.Name
	if i.Kind == KindNone {
		value = ""
	}
	return &value
}

// ShowPick has a field say which of some items is asked for, or that none is. What is being typed into it stays.
func ShowPick(t *control.TypeAhead, id store.ID, items []control.Item) {
	picked, is := t.Item()
	if IsTyped(t) {
		return
	}
	switch at := slices.IndexFunc(items, func(i control.Item) bool { return i.ID == id }); {
	case at < 0:
		t.Clear()
	case !is || picked.ID != id || picked.Name != items[at].Name:
		t.SetItem(items[at])
	}
}

// IsTyped reports whether something is being typed into a field of which nothing is picked yet.
func IsTyped(t *control.TypeAhead) bool {
	_, is := t.Item()
	return !is && t.Focused()
}

// ShowValue has a field say which value is asked for, nil for none. What is being typed into it stays.
func ShowValue(t *control.TypeAhead, value *string) {
	switch {
	case value == nil && !IsTyped(t):
		t.Clear()
	case value != nil && *value == "":
		t.SetItem(control.Item{Name: lang.L("none"), Kind: KindNone})
	case value != nil:
		t.SetItem(control.Item{Name: *value})
	}
}
