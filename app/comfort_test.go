package app

import (
	"testing"

	"standpoint/app/reading"
)

func TestHowTheTextIsSetIsRemembered(t *testing.T) {
	a := newSampleApp(t)
	usual := a.articles.Reader.View.Face()
	for _, c := range a.commands {
		switch c.Key.String() {
		case "Ctrl+=", "Alt+=", "Ctrl+Alt+=", "F7", "F8", "Ctrl+F9":
			a.perform(c)
		}
	}
	f := a.articles.Reader.View.Face()
	if f.TextSize != usual.TextSize+1 || f.ColumnWidth <= usual.ColumnWidth || f.LineHeight <= usual.LineHeight {
		t.Errorf("sizes are %v", f)
	}
	if f.Text != nil || !f.Numbers || !f.MarginRight {
		t.Errorf("face is %v", f)
	}
	if again := reading.New(a.Desk).Reader.View.Face(); again != f {
		t.Errorf("a new view has %v", again)
	}
}

func TestSizesHaveAnEnd(t *testing.T) {
	a := newSampleApp(t)
	for range 100 {
		a.articles.SetComfort(func(c *reading.Comfort) { c.Text--; c.Column--; c.Spacing-- })
	}
	if f := a.articles.Reader.View.Face(); f.TextSize < 12 || f.ColumnWidth < 400 || f.LineHeight < 1.3 {
		t.Errorf("sizes are %v", f)
	}
}
