package control

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

func TestASliderIsMovedByKeysAndMouseWithinItsSteps(t *testing.T) {
	s := NewSlider("Weakest tie", "Weakest tie  ·  [ and ]")
	s.Set(21, 3, "from 4 on")
	var went []int
	s.OnChanged = func(step int) { went = append(went, step) }
	w := inWindow(t, s, 216, 40)
	s.Resize(fyne.NewSize(200+sliderThumb, sliderHeight))
	w.Canvas().Focus(s)
	press(t, w, fyne.KeyRight, fyne.KeyUp, fyne.KeyLeft, fyne.KeyPageUp, fyne.KeyPageUp)
	press(t, w, fyne.KeyEnd, fyne.KeyPageDown, fyne.KeyHome, fyne.KeyLeft)
	if want := []int{4, 5, 4, 14, 20, 10, 0}; !slices.Equal(went, want) {
		t.Errorf("keys lead to %v, want %v", went, want)
	}
	went = nil
	at := func(x float32) fyne.PointEvent { return fyne.PointEvent{Position: fyne.NewPos(x+sliderThumb/2, 10)} }
	click, far := at(101), at(5000)
	s.Tapped(&click)
	s.Dragged(&fyne.DragEvent{PointEvent: far})
	s.Dragged(&fyne.DragEvent{PointEvent: at(-5)})
	if want := []int{10, 20, 0}; !slices.Equal(went, want) {
		t.Errorf("the mouse leads to %v, want %v", went, want)
	}
	s.Set(1, 9, "all")
	press(t, w, fyne.KeyRight)
	if s.At() != 0 || len(went) != 3 || !strings.Contains(s.AccessibilityLabel(), "Weakest tie: all") {
		t.Errorf("of one step it is at %d, and is called %q", s.At(), s.AccessibilityLabel())
	}
}

func TestASliderLeavesEscapeAndLettersToItsForm(t *testing.T) {
	s := NewSlider("Weakest tie", "")
	typed, gone := "", 0
	s.OnLetter = func(r rune) bool { typed += string(r); return true }
	s.OnCancel = func() { gone++ }
	w := inWindow(t, s, 200, 40)
	w.Canvas().Focus(s)
	write(t, w, "]")
	press(t, w, fyne.KeyEscape)
	if typed != "]" || gone != 1 {
		t.Errorf("%q is typed, given up %d times", typed, gone)
	}
}
