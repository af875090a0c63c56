// Package tallytest is the smallest view that a window can have: what a new view needs to know, and nothing else.
package tallytest

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"standpoint/app/desk"
	"standpoint/store"
)

// Tally is a view that counts how often it was shown.
type Tally struct {
	Times int // it was shown

	desk  *desk.Desk
	label *widget.Label
}

// New makes the view.
func New(d *desk.Desk) *Tally { return &Tally{desk: d, label: widget.NewLabel("")} }

// Object implements desk.View.
func (v *Tally) Object() fyne.CanvasObject { return v.label }

// Opened implements desk.View.
func (v *Tally) Opened() { v.Times = 0 }

// Changed implements desk.View.
func (v *Tally) Changed(store.Event) {}

// Shown implements desk.View.
func (v *Tally) Shown() { v.Times++ }

// Leave implements desk.View.
func (v *Tally) Leave() {}

// GoTo implements desk.View.
func (v *Tally) GoTo(desk.Place) bool { return false }

// Hints implements desk.View.
func (v *Tally) Hints() []desk.Hint { return []desk.Hint{{Key: key, Does: "start again"}} }

// Commands are what can be done in the view.
func (v *Tally) Commands() []desk.Command {
	again := func() { v.Times = 0; v.desk.Tell("Started again.") }
	return []desk.Command{{
		In: desk.SectionParts, Label: desk.Fixed("Start Again"), Key: key,
		Act: desk.When(func() bool { return v.desk.IsInFront(v) }, again),
	}}
}

var key = desk.Plain(fyne.KeyF12)
