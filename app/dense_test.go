package app

import (
	"testing"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"standpoint/app/control"
)

// listHeights are how tall all rows are of each list in the window that has some, by its name, in pixels.
func (a *App) listHeights() map[string]float32 {
	heights := map[string]float32{}
	for _, v := range a.views {
		a.Show(v.View)
		list := ""
		for _, o := range test.LaidOutObjects(a.Window.Canvas().Content()) {
			switch o := o.(type) {
			case *control.VirtualList:
				list = v.name + ": " + o.Name
			case *container.Scroll:
				if h := o.Content.MinSize().Height; list != "" && h > 10 {
					heights[list] = h
				}
				list = ""
			}
		}
	}
	return heights
}

func TestOneLineARowHoldsForEveryListAndIsRemembered(t *testing.T) {
	a := newSampleApp(t)
	tall := a.listHeights()
	if len(tall) < 4 {
		t.Fatalf("only these lists are seen: %v", tall)
	}
	a.choose("One Line a Row")
	dense := a.listHeights()
	for name, h := range tall {
		if dense[name] == 0 || dense[name] > 0.8*h {
			t.Errorf("%s is %v high, and was %v before its rows had one line each", name, dense[name], h)
		}
	}
	if !a.Prefs.HasDenseLists() {
		t.Error("it is not remembered")
	}
	a.choose("One Line a Row")
	for name, h := range a.listHeights() {
		if dense[name] > 0.9*h { // rows out of sight are not measured, but guessed at
			t.Errorf("%s is %v high, and was %v with one line a row", name, h, dense[name])
		}
	}
}
