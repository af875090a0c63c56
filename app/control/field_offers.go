package control

import (
	"fyne.io/fyne/v2"
)

// FieldOffer is something that a field may have, in the list that unfolds at it.
type FieldOffer struct {
	Text   string // that the field has then
	Name   string // as it is offered
	Detail string // beside it: why
}

// SetOffers has a list unfold at the field with the down arrow or a click. offers is asked each time.
func (f *Field) SetOffers(offers func() []FieldOffer) {
	f.offers = offers
	f.list = newPickList(f, func(i int) {
		f.take(i)
		f.Focus() // the click has taken it away
	}, f.Fold)
	f.input.OnClick = func() {
		if !f.Unfolded() {
			f.Unfold()
		}
	}
}

// Unfold shows what is offered, if anything is.
func (f *Field) Unfold() {
	if f.offers == nil {
		return
	}
	f.offered = f.offers()
	rows := make([]pickRow, len(f.offered))
	for i, o := range f.offered {
		rows[i] = pickRow{runs: []Run{{Text: o.Name}}, detail: o.Detail}
	}
	f.list.show(rows, 0)
}

// Unfolded says whether the list is in sight.
func (f *Field) Unfolded() bool { return f.list != nil && !f.list.Hidden }

// Fold hides the list.
func (f *Field) Fold() {
	if f.Unfolded() {
		f.list.fold()
	}
}

// take fills the field with what a row offers.
func (f *Field) take(row int) {
	f.Fold()
	f.SetText(f.offered[row].Text)
	f.input.GoToEnd()
}

// listKey does what a key does to the list; false if that is nothing.
func (f *Field) listKey(name fyne.KeyName) bool {
	switch {
	case f.offers == nil:
		return false
	case !f.Unfolded():
		if name == fyne.KeyDown {
			f.Unfold()
		}
		return name == fyne.KeyDown
	}
	switch name {
	case fyne.KeyDown:
		f.list.move(1)
	case fyne.KeyUp:
		f.list.move(-1)
	case fyne.KeyReturn, fyne.KeyEnter:
		f.take(f.list.current)
	case fyne.KeyEscape:
		f.Fold()
	default:
		return false
	}
	return true
}

// listAnchor is the entry, and the sentence below it if something is wrong.
func (f *Field) listAnchor() (top, bottom float32) {
	top = f.input.Position().Y
	return top, max(top+f.input.Size().Height, f.label.bottom())
}

var _ hasList = (*Field)(nil)
