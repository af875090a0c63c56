package control

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// However narrow it is, a row of tabs stays within its width, and no tab lies over another.
func TestTabsStayWithinTheirWidth(t *testing.T) {
	test.NewTempApp(t)
	bar := NewTabBar([]Tab{{"a", "Positions"}, {"b", "Statements"}, {"c", "Proposals 1066"}})
	natural := bar.MinSize().Width
	for width := natural + 50; width > natural/3; width -= 7 {
		bar.Resize(fyne.NewSize(width, tabHeight))
		end := float32(0)
		for _, b := range bar.tabs {
			if b.Position().X < end || b.text.MinSize().Width > b.Size().Width {
				t.Fatalf("in a width of %v the tab %q of %v is at %v, after %v, with a text of %v", width, b.tab.Label, b.Size().Width,
					b.Position().X, end, b.text.MinSize().Width)
			}
			end = b.Position().X + b.Size().Width
		}
		if end > width+0.5 {
			t.Fatalf("in a width of %v the tabs end at %v", width, end)
		}
		if width >= natural && bar.tabs[2].text.Text != "Proposals 1066" {
			t.Fatalf("in a width of %v a label is cut", width)
		}
	}
}
