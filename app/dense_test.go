package app

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"standpoint/app/control"
)

// listHeights are how tall all rows are of each list in the window that has some, by its name, in pixels: of those of the views, and of
// those that stand there in turns.
func (a *App) listHeights() map[string]float32 {
	heights := map[string]float32{}
	turns := append(slices.Clone(a.views), a.views[1], a.views[0], a.views[0], a.views[0])
	for i, v := range turns {
		a.Show(v.View)
		switch i - len(a.views) {
		case 0:
			a.choose("Mentions of the Actor")
		case 1:
			a.searchFor("toll")
		case 2:
			a.choose("History of the Project")
		case 3:
			a.LinkEverywhere(a.Names.Called("Ilse Varonne"))
		}
		list := ""
		for _, o := range test.LaidOutObjects(a.Window.Canvas().Content()) {
			switch o := o.(type) {
			case *control.VirtualList:
				if list = v.name + ": " + o.Name; o.OnCopy != nil { // its rows are the paragraphs of a document
					list = ""
				}
			case *container.Scroll:
				if h := o.Content.MinSize().Height; list != "" && h > 10 {
					heights[list] = h
				}
				list = ""
			}
		}
	}
	a.articles.GiveUp() // what is being linked
	return heights
}

func TestOneLineARowHoldsForEveryListAndIsRemembered(t *testing.T) {
	a := newSampleApp(t)
	tall := a.listHeights()
	if len(tall) < 9 {
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
