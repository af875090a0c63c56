package control

import (
	"strings"
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

func TestALongTickIsNoWiderThanItsPane(t *testing.T) {
	tick := NewTick("", true)
	inWindow(t, tick, 220, 60)
	tick.SetText("Affiliation: adviser and former fishery minister, Harbour House")
	for _, room := range []float32{220, 120, 900} {
		tick.Resize(fyne.NewSize(room, 40))
		if own := tick.Check.MinSize().Width; own > room || tick.MinSize().Width > leastTick {
			t.Errorf("in %v it takes %v, and %v at least", room, own, tick.MinSize().Width)
		}
	}
	tick.Resize(fyne.NewSize(120, 40))
	if !strings.Contains(tick.AccessibilityLabel(), tick.whole) {
		t.Errorf("said of it is %q", tick.AccessibilityLabel())
	}
	tick.Resize(fyne.NewSize(900, 40))
	if tick.Text != tick.whole {
		t.Errorf("where there is room it says %q", tick.Text)
	}
}
