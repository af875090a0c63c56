package directory

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"standpoint/app/control"
	"standpoint/app/form"
)

// externalFields are the rows of an actor's form for the ids it has elsewhere.
type externalFields struct {
	set  *fieldset
	rows *control.Flow
}

func newExternalFields(set *fieldset) *externalFields {
	x := &externalFields{set: set}
	x.rows = fieldRows(4, lang.L("External ids"), len(set.particulars.ExternalIDs), x.row)
	return x
}

func (x *externalFields) row(i int) fyne.CanvasObject {
	set := x.set
	id := &set.particulars.ExternalIDs[i]
	scheme, value := set.line("", &id.Scheme), set.line("", &id.Value)
	scheme.SetPlaceHolder(lang.L("wikidata"))
	value.SetPlaceHolder(lang.L("Q42"))
	set.errors[form.FieldScheme.Row(i)], set.errors[form.FieldValue.Row(i)] = scheme, value
	remove := control.NewIconButton(theme.CancelIcon(), lang.L("Take this id out"), "", func() { x.remove(i) })
	return control.NewSpread(nil, control.NewFieldRow([]float32{1, 1.6}, scheme, value), remove)
}

// add adds an empty row and puts the focus there.
func (x *externalFields) add() {
	last := len(x.set.particulars.ExternalIDs)
	x.set.particulars.ExternalIDs = append(x.set.particulars.ExternalIDs, form.ExternalID{})
	x.set.holder.rebuild()
	x.set.focus(form.FieldScheme.Row(last))
}

func (x *externalFields) remove(i int) {
	x.set.particulars.ExternalIDs = slices.Delete(slices.Clone(x.set.particulars.ExternalIDs), i, i+1)
	x.set.holder.touched()
	x.set.holder.rebuild()
}
