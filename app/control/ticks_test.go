package control

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// ticked is which of some boxes are ticked: x, and - for the others.
func ticked(all []*Tick) string {
	s := ""
	for _, t := range all {
		if t.Checked {
			s += "x"
		} else {
			s += "-"
		}
	}
	return s
}

func TestBoxesOfAListAreTickedTogether(t *testing.T) {
	list, all := &Ticks{}, make([]*Tick, 5)
	for i := range all {
		all[i] = NewTick("Row", false)
		inWindow(t, all[i], 200, 60)
		list.Add(all[i])
	}
	shift := func(tick *Tick, do func()) {
		tick.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
		do()
		tick.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	}
	check := func(what, want string) {
		t.Helper()
		if got := ticked(all); got != want {
			t.Errorf("%s: %s, should be %s", what, got, want)
		}
	}
	shift(all[2], func() { all[2].TypedRune(' ') })
	check("Shift with nothing turned before", "--x--")
	shift(all[4], func() { all[4].Tapped(&fyne.PointEvent{Position: fyne.NewPos(5, all[4].Size().Height/2)}) })
	check("a click with Shift", "--xxx")
	shift(all[3], func() { all[3].TypedRune(' ') })
	check("Space with Shift takes them out", "--x--")
	all[0].TypedRune(' ')
	check("Space", "x-x--")
	all[1].TypedShortcut(&fyne.ShortcutSelectAll{})
	check("Ctrl+A", "xxxxx")
	all[1].TypedShortcut(&fyne.ShortcutSelectAll{})
	check("Ctrl+A again", "-----")
}
