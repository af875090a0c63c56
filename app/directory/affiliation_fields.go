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
	set           *fieldset
	organisations []*control.TypeAhead
	rows          *control.Flow
}

func newAffiliationFields(set *fieldset) *affiliationFields {
	a := &affiliationFields{set: set}
	a.rows = fieldRows(6, lang.L("Affiliations"), len(set.particulars.Affiliations), a.row)
	return a
}

func (a *affiliationFields) row(i int) fyne.CanvasObject {
	set := a.set
	value := &set.particulars.Affiliations[i]
	organisation := control.NewTypeAhead(control.TypeAheadOptions{
		PlaceHolder: lang.L("organisation or state"), Items: set.others, Create: true, Kinds: organisationKinds(),
	})
	set.wire(&organisation.Keys, organisation)
	organisation.OnPick = func(i control.Item) { value.Organisation = desk.ItemParty(i); set.holder.touched() }
	organisation.OnClear = func() { value.Organisation = names.Party{}; set.holder.touched() }
	if o := value.Organisation; !o.IsZero() {
		organisation.SetItem(set.desk.PartyItem(o))
	}
	a.organisations = append(a.organisations, organisation)

	role := a.small(lang.L("role"), &value.Role)
	from := a.small(lang.L("from"), &value.From)
	to := a.small(lang.L("to"), &value.To)
	set.errors[form.FieldOrganisation.Row(i)] = organisation
	set.errors[form.FieldFrom.Row(i)], set.errors[form.FieldTo.Row(i)] = from, to
	remove := control.NewIconButton(theme.CancelIcon(), lang.L("Take this affiliation out"), "", func() { a.remove(i) })
	return control.NewFlow(4,
		control.NewSpread(nil, organisation, remove),
		role,
		control.NewFieldRow([]float32{1, 1}, from, to),
	)
}

func (a *affiliationFields) small(placeHolder string, value *string) *control.Field {
	c := a.set.line("", value)
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

// add adds an empty row and puts the focus there.
func (a *affiliationFields) add() {
	last := len(a.set.particulars.Affiliations)
	a.set.particulars.Affiliations = append(a.set.particulars.Affiliations, form.Affiliation{})
	a.set.holder.rebuild()
	a.set.focus(form.FieldOrganisation.Row(last))
}

func (a *affiliationFields) remove(i int) {
	a.set.particulars.Affiliations = slices.Delete(slices.Clone(a.set.particulars.Affiliations), i, i+1)
	a.set.holder.touched()
	a.set.holder.rebuild()
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
		for _, n := range a.set.desk.Names.Actors {
			if sameName(n.Name, typed) {
				found = names.Party{Actor: n.ID, Name: n.Name}
			}
		}
		a.set.particulars.Affiliations[i].Organisation = found
	}
}
