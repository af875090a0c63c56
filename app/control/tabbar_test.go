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

func TestTabsGiveLettersToTheWindow(t *testing.T) {
	bar := NewTabBar([]Tab{{"a", "Positions"}, {"b", "Statements"}})
	w := inWindow(t, bar, 300, 40)
	var keys []fyne.KeyName // after which an input method may keep the letter
	w.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { keys = append(keys, e.Name) })
	if bar.TypedRune('x'); bar.TakesLetters() {
		t.Error("letters mean something though nobody asked for them")
	}
	typed := ""
	bar.OnLetter = func(r rune) bool { typed += string(r); return true }
	w.Canvas().Focus(bar)
	write(t, w, "x]")
	press(t, w, fyne.KeyX)
	press(t, w, fyne.KeyRight)
	if typed != "x]" || !bar.TakesLetters() || bar.current != "b" || len(keys) != 1 {
		t.Errorf("typed is %q, the keys of letters are %v, and the tab is %q", typed, keys, bar.current)
	}
}
