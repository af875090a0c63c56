package control

import (
	"testing"

	"fyne.io/fyne/v2"
)

func TestATickLeavesEnterAndEscToItsForm(t *testing.T) {
	tick := NewTick("Restore", false)
	saved, given := 0, 0
	tick.OnSave, tick.OnCancel = func() { saved++ }, func() { given++ }
	w := inWindow(t, tick, 200, 60)
	w.Canvas().Focus(tick)
	write(t, w, " ")
	press(t, w, fyne.KeyReturn, fyne.KeyEscape)
	if !tick.Checked || saved != 1 || given != 1 {
		t.Errorf("ticked %v, saved %d times, given up %d times", tick.Checked, saved, given)
	}
}
