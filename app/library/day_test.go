package library

import (
	"strings"
	"testing"

	"standpoint/app/desk/desktest"
	"standpoint/app/intake"
	"standpoint/store"
)

// A day is typed as it is written where the reader lives: it is asked for with Enter or when the field is left, as the project has it.
func TestADayOfAFilterIsTakenInTheFormsThatAnImportTakes(t *testing.T) {
	d := desktest.New(t)
	d.ReadDate = func(typed string) (store.Date, error) { return intake.TypedDate(typed, "en") }
	asked := 0
	f := newFilters(d.Desk, func() {}, func() { asked++ }, func() {})
	f.from.SetText("16/5/2025")
	if asked > 0 {
		t.Error("it is asked for while it is typed")
	}
	f.from.OnSubmitted(f.from.Text())
	if asked != 1 || f.asked.From != "2025-05-16" || f.from.Text() != "2025-05-16" {
		t.Errorf("asked %d times, at last for %q; the field says %q", asked, f.asked.From, f.from.Text())
	}
	f.to.SetText("17.5.2025")
	f.to.OnFocus(false)
	if asked != 2 || f.asked.To != "2025-05-17" {
		t.Errorf("asked %d times, at last for %q", asked, f.asked.To)
	}
	f.to.SetText("4/5/2025")
	f.to.OnFocus(false)
	if asked != 2 || f.asked.To != "2025-05-17" || !strings.Contains(f.to.Input().AccessibilityLabel(), "2025-04-05") {
		t.Errorf("a date that can be two days is asked for %d times as %q, and said is %q", asked, f.asked.To, f.to.Input().AccessibilityLabel())
	}
}
