package directory

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/form"
	"standpoint/app/names"
	"standpoint/store"
)

// affiliationFields are the rows of an actor's form that say where it belongs: the
// organisation, below it the role, and then from and to.
type affiliationFields struct {
	form          *entryForm
	organisations []*control.TypeAhead
	rows          *control.Flow
}

func newAffiliationFields(f *entryForm) *affiliationFields {
	a := &affiliationFields{form: f, rows: control.NewFlow(6)}
	var objects []fyne.CanvasObject
	if len(f.entry.Affiliations) > 0 {
		objects = append(objects, control.NewCaption(lang.L("Affiliations")))
	}
	for i := range f.entry.Affiliations {
		objects = append(objects, a.row(i))
	}
	a.rows.SetObjects(objects...)
	a.rows.Hidden = len(objects) == 0
	return a
}

func (a *affiliationFields) row(i int) fyne.CanvasObject {
	f := a.form
	value := &f.entry.Affiliations[i]
	organisation := control.NewTypeAhead(control.TypeAheadOptions{
		PlaceHolder: lang.L("organisation or state"), Items: f.others, Create: true, Kinds: organisationKinds(),
	})
	f.wire(&organisation.Keys, organisation)
	organisation.OnUnfold = f.side.unfolded(organisation)
	organisation.OnPick = func(i control.Item) { value.Organisation = desk.ItemParty(i); f.touched() }
	organisation.OnClear = func() { value.Organisation = names.Party{}; f.touched() }
	if o := value.Organisation; !o.IsZero() {
		organisation.SetItem(f.side.directory.desk.PartyItem(o))
	}
	a.organisations = append(a.organisations, organisation)

	role := a.small(lang.L("role"), &value.Role)
	from := a.small(lang.L("from"), &value.From)
	to := a.small(lang.L("to"), &value.To)
	f.errors[form.FieldOrganisation.Row(i)] = organisation
	f.errors[form.FieldFrom.Row(i)], f.errors[form.FieldTo.Row(i)] = from, to
	remove := control.NewIconButton(theme.CancelIcon(), lang.L("Take this affiliation out"), "", func() { a.remove(i) })
	return control.NewFlow(4,
		control.NewSpread(nil, organisation, remove),
		role,
		control.NewFieldRow([]float32{1, 1}, from, to),
	)
}

func (a *affiliationFields) small(placeHolder string, value *string) *control.Field {
	c := a.form.field("", value)
	c.SetPlaceHolder(placeHolder)
	return c
}

func organisationKinds() []control.Kind {
	var kinds []control.Kind
	for _, k := range []store.ActorKind{store.ActorOrganisation, store.ActorState, store.ActorGroup} {
		kinds = append(kinds, desk.ActorKind(k))
	}
	return kinds
}

func (a *affiliationFields) add() {
	f := a.form
	f.entry.Affiliations = append(f.entry.Affiliations, form.Affiliation{})
	f.rebuild()
	last := len(f.affiliations.organisations) - 1
	f.affiliations.organisations[last].Focus()
}

func (a *affiliationFields) remove(i int) {
	f := a.form
	f.entry.Affiliations = slices.Delete(slices.Clone(f.entry.Affiliations), i, i+1)
	f.touched()
	f.rebuild()
}

// takePending takes an organisation whose name was typed in full, and else makes a
// new organisation of it.
func (a *affiliationFields) takePending() {
	for i, organisation := range a.organisations {
		typed := organisation.Pending()
		if typed == "" {
			continue
		}
		found := names.Party{Name: typed, New: store.ActorOrganisation}
		for _, n := range a.form.side.directory.desk.Names.Actors {
			if sameName(n.Name, typed) {
				found = names.Party{Actor: n.ID, Name: n.Name}
			}
		}
		a.form.entry.Affiliations[i].Organisation = found
	}
}

// externalFields are the rows of an actor's form for the ids it has elsewhere.
type externalFields struct {
	form    *entryForm
	schemes []*control.Field
	rows    *control.Flow
}

func newExternalFields(f *entryForm) *externalFields {
	x := &externalFields{form: f, rows: control.NewFlow(4)}
	var objects []fyne.CanvasObject
	if len(f.entry.ExternalIDs) > 0 {
		objects = append(objects, control.NewCaption(lang.L("External ids")))
	}
	for i := range f.entry.ExternalIDs {
		objects = append(objects, x.row(i))
	}
	x.rows.SetObjects(objects...)
	x.rows.Hidden = len(objects) == 0
	return x
}

func (x *externalFields) row(i int) fyne.CanvasObject {
	f := x.form
	id := &f.entry.ExternalIDs[i]
	scheme, value := f.field("", &id.Scheme), f.field("", &id.Value)
	scheme.SetPlaceHolder(lang.L("wikidata"))
	value.SetPlaceHolder(lang.L("Q42"))
	x.schemes = append(x.schemes, scheme)
	f.errors[form.FieldScheme.Row(i)], f.errors[form.FieldValue.Row(i)] = scheme, value
	remove := control.NewIconButton(theme.CancelIcon(), lang.L("Take this id out"), "", func() { x.remove(i) })
	return control.NewSpread(nil, control.NewFieldRow([]float32{1, 1.6}, scheme, value), remove)
}

func (x *externalFields) add() {
	f := x.form
	f.entry.ExternalIDs = append(f.entry.ExternalIDs, form.ExternalID{})
	f.rebuild()
	f.external.schemes[len(f.external.schemes)-1].Focus()
}

func (x *externalFields) remove(i int) {
	f := x.form
	f.entry.ExternalIDs = slices.Delete(slices.Clone(f.entry.ExternalIDs), i, i+1)
	f.touched()
	f.rebuild()
}
