package form

import (
	"fyne.io/fyne/v2/lang"

	"standpoint/app/names"
	"standpoint/store"
)

// Affiliation is one affiliation of an entry.
type Affiliation struct {
	ID           store.ID    `json:"id"`           // zero while it is new
	Organisation names.Party `json:"organisation"` // one that is there, or that saving will create
	Role         string      `json:"role,omitempty"`
	From         string      `json:"from,omitempty"` // as typed; checked on saving
	To           string      `json:"to,omitempty"`
}

func (a Affiliation) check(i int) error {
	if a.Organisation.IsZero() {
		return &FieldError{FieldOrganisation.Row(i), lang.L("Say which organisation or state, or take the row out.")}
	}
	for _, d := range []struct {
		field Field
		typed string
	}{{FieldFrom, a.From}, {FieldTo, a.To}} {
		if _, err := store.ParseDate(d.typed); err != nil {
			return &FieldError{d.field.Row(i), lang.L("Write the date as 2025, 2025-05 or 2025-05-16.")}
		}
	}
	if a.From != "" && a.To != "" && store.Date(a.To).Last() < store.Date(a.From).First() {
		return &FieldError{FieldTo.Row(i), lang.L("It ends before it begins.")}
	}
	return nil
}
