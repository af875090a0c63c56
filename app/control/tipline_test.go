package control

import (
	"testing"
	"time"
)

// A line tells more under a resting pointer, and what it tells goes when the line says something else.
func TestALineTellsMoreUnderAPointer(t *testing.T) {
	l := NewTipLine(1, Run{})
	l.Set("2 of your actors", "Your actors: Mara Ellin and Odile Brandt")
	tips := NewTooltips(l)
	tips.After = func(_ time.Duration, call func()) func() { call(); return func() {} }
	inWindow(t, tips, 300, 200)
	l.MouseIn(nil)
	if got := tips.Showing(); got != "Your actors: Mara Ellin and Odile Brandt" {
		t.Errorf("it tells %q", got)
	}
	l.Set("nobody", "")
	if got := tips.Showing(); got != "" {
		t.Errorf("of what it said before it tells %q", got)
	}
	l.MouseIn(nil)
	if got := tips.Showing(); got != "" {
		t.Errorf("of nothing it tells %q", got)
	}
}
