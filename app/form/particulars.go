package form

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2/lang"

	"standpoint/app/names"
	"standpoint/store"
)

// Particulars is what the analyst fills in of one actor or issue, as plain data: the
// form shows it, a draft keeps it as JSON, and saving turns what differs from the
// saved one into changes.
type Particulars struct {
	Name        string `json:"name"`
	Colour      string `json:"colour,omitempty"` // a name in the palette; "" is chosen automatically
	Description string `json:"description,omitempty"`
	Note        string `json:"note,omitempty"` // the coder's own

	// An actor's.
	Kind         store.ActorKind `json:"kind,omitempty"`
	Aliases      []string        `json:"aliases,omitempty"`
	Affiliations []Affiliation   `json:"affiliations,omitempty"`
	ExternalIDs  []ExternalID    `json:"external_ids,omitempty"`

	// An issue's.
	Parent names.TargetPick `json:"parent,omitzero"`
}

// ExternalID is one identifier that an actor has elsewhere.
type ExternalID struct {
	Scheme string `json:"scheme"` // "wikidata"
	Value  string `json:"value"`  // "Q42"
}

// Equals reports whether nothing is filled in differently.
func (e Particulars) Equals(o Particulars) bool {
	return e.Name == o.Name && e.Colour == o.Colour && e.Description == o.Description && e.Note == o.Note &&
		e.Kind == o.Kind && e.Parent == o.Parent && slices.Equal(e.Aliases, o.Aliases) &&
		slices.Equal(e.Affiliations, o.Affiliations) && slices.Equal(e.ExternalIDs, o.ExternalIDs)
}

// Clone returns a copy that can be changed without changing e.
func (e Particulars) Clone() Particulars {
	e.Aliases = slices.Clone(e.Aliases)
	e.Affiliations = slices.Clone(e.Affiliations)
	e.ExternalIDs = slices.Clone(e.ExternalIDs)
	return e
}

// Trimmed returns the entry without white space round what was typed and without
// rows that were left empty.
func (e Particulars) Trimmed() Particulars {
	e = e.Clone()
	e.Name, e.Description, e.Note = strings.TrimSpace(e.Name), strings.TrimSpace(e.Description), strings.TrimSpace(e.Note)
	for i := range e.Affiliations {
		a := &e.Affiliations[i]
		a.Role, a.From, a.To = strings.TrimSpace(a.Role), strings.TrimSpace(a.From), strings.TrimSpace(a.To)
	}
	for i := range e.ExternalIDs {
		x := &e.ExternalIDs[i]
		x.Scheme, x.Value = strings.TrimSpace(x.Scheme), strings.TrimSpace(x.Value)
	}
	e.Affiliations = slices.DeleteFunc(e.Affiliations, func(a Affiliation) bool {
		return a.Organisation.IsZero() && a.Role+a.From+a.To == ""
	})
	e.ExternalIDs = slices.DeleteFunc(e.ExternalIDs, func(x ExternalID) bool { return x == ExternalID{} })
	return e
}

// Check says what is missing or wrong in a trimmed entry, or nil.
func (e Particulars) Check() error {
	if e.Name == "" {
		return &FieldError{FieldName, lang.L("Give it a name.")}
	}
	for i, a := range e.Affiliations {
		if err := a.check(i); err != nil {
			return err
		}
	}
	for i, x := range e.ExternalIDs {
		switch {
		case x.Scheme == "":
			return &FieldError{FieldScheme.Row(i), lang.L("Say whose id it is, such as “wikidata”.")}
		case x.Value == "":
			return &FieldError{FieldValue.Row(i), lang.L("Give the id, or take the row out.")}
		}
	}
	return nil
}

// SaveActor writes what was changed of an actor, or a new one, and returns its id.
func SaveActor(b *store.Batch, id store.ID, before, after Particulars) (store.ID, error) {
	if id == (store.ID{}) {
		a, err := b.AddActorIn(store.ID{}, store.Actor{Name: after.Name, Kind: after.Kind, Colour: after.Colour, Description: after.Description})
		if err != nil {
			return id, err
		}
		id = a.ID
	} else if err := b.UpdateActor(id, func(a *store.Actor) {
		setChanged(&a.Name, before.Name, after.Name)
		setChanged(&a.Kind, before.Kind, after.Kind)
		setChanged(&a.Colour, before.Colour, after.Colour)
		setChanged(&a.Description, before.Description, after.Description)
	}); err != nil {
		return id, err
	}
	if !slices.Equal(before.Aliases, after.Aliases) {
		if err := b.SetAliases(id, after.Aliases); err != nil {
			return id, err
		}
	}
	if err := saveAffiliations(b, id, before, after); err != nil {
		return id, err
	}
	if !slices.Equal(before.ExternalIDs, after.ExternalIDs) {
		list := make([]store.ExternalID, len(after.ExternalIDs))
		for i, x := range after.ExternalIDs {
			list[i] = store.ExternalID{Scheme: x.Scheme, Value: x.Value}
		}
		if err := b.SetExternalIDs(id, list); err != nil {
			return id, err
		}
	}
	return id, saveNote(b, store.EntityActor, id, before, after)
}

// saveAffiliations creates the organisations that are named anew, each once.
func saveAffiliations(b *store.Batch, id store.ID, before, after Particulars) error {
	if slices.Equal(before.Affiliations, after.Affiliations) {
		return nil
	}
	w := newFormWriter(b)
	list := make([]store.Affiliation, len(after.Affiliations))
	for i, a := range after.Affiliations {
		list[i] = store.Affiliation{
			ID: a.ID, Organisation: w.actor(a.Organisation), Role: a.Role, From: store.Date(a.From), To: store.Date(a.To),
		}
	}
	if w.err != nil {
		return w.err
	}
	return b.SetAffiliations(id, list)
}

// SaveIssue writes what was changed of an issue, or a new one, and returns its id.
func SaveIssue(b *store.Batch, id store.ID, before, after Particulars) (store.ID, error) {
	parent := after.Parent.ID
	if after.Parent != before.Parent && parent == (store.ID{}) {
		w := newFormWriter(b)
		parent = w.target(after.Parent).Issue
		if w.err != nil {
			return id, w.err
		}
	}
	if id == (store.ID{}) {
		i, err := b.AddIssue(store.Issue{Name: after.Name, Colour: after.Colour, Description: after.Description, Parent: parent})
		if err != nil {
			return id, err
		}
		id = i.ID
	} else if err := b.UpdateIssue(id, func(i *store.Issue) {
		setChanged(&i.Name, before.Name, after.Name)
		setChanged(&i.Colour, before.Colour, after.Colour)
		setChanged(&i.Description, before.Description, after.Description)
		setChanged(&i.Parent, before.Parent.ID, parent)
	}); err != nil {
		return id, err
	}
	return id, saveNote(b, store.EntityIssue, id, before, after)
}

func saveNote(b *store.Batch, e store.Entity, id store.ID, before, after Particulars) error {
	if before.Note == after.Note {
		return nil
	}
	return b.SetNote(e, id, after.Note)
}

// setChanged sets a field that the analyst changed, and leaves one alone that
// somebody else may have changed meanwhile.
func setChanged[T comparable](field *T, before, after T) {
	if before != after {
		*field = after
	}
}
