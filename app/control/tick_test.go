package control

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
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

func TestWhatIsTickedIsReadWholeInEachWidth(t *testing.T) {
	const said = "Affiliation: adviser and former fishery minister, Harbour House"
	tick := NewTick("", false)
	flow := NewFlow(0, tick)
	inWindow(t, flow, 220, 160)
	tick.SetText(said)
	for _, room := range []float32{220, 120, 900} {
		flow.Resize(fyne.NewSize(room, 200))
		if tick.Size().Width > room || tick.MinSize().Width > leastTick {
			t.Errorf("in %v it takes %v, and %v at least", room, tick.Size().Width, tick.MinSize().Width)
		}
		shown := ""
		for _, o := range tick.lines.objects() {
			line := o.(*canvas.Text)
			shown += strings.TrimSpace(line.Text) + " "
			if right := tick.lines.Position().X + line.Position().X + line.MinSize().Width; right > room+1 {
				t.Errorf("in %v %q ends at %v", room, line.Text, right)
			}
			if bottom := tick.lines.Position().Y + line.Position().Y + line.MinSize().Height; bottom > tick.Size().Height {
				t.Errorf("in %v %q ends at %v of %v", room, line.Text, bottom, tick.Size().Height)
			}
		}
		if strings.TrimSpace(shown) != said {
			t.Errorf("in %v is read %q", room, shown)
		}
	}
	if !strings.Contains(tick.AccessibilityLabel(), said) {
		t.Errorf("said of it is %q", tick.AccessibilityLabel())
	}
	flow.Resize(fyne.NewSize(120, 200))
	last := tick.Size().Height - 12
	tick.Tapped(&fyne.PointEvent{Position: fyne.NewPos(100, last)})
	if !tick.Checked {
		t.Errorf("a click on its last line, at %v, does not tick it", last)
	}
}
