package reading

import "testing"

func TestHowTheTextIsSetIsRemembered(t *testing.T) {
	r := newSample(t)
	usual := r.view.reader.text.Face()
	for _, c := range r.view.Commands() {
		switch c.Key.String() {
		case "Ctrl+=", "Alt+=", "Ctrl+Alt+=", "F7", "F8", "Ctrl+F9":
			c.Act.Do()
		}
	}
	f := r.view.reader.text.Face()
	if f.TextSize != usual.TextSize+1 || f.ColumnWidth <= usual.ColumnWidth || f.LineHeight <= usual.LineHeight {
		t.Errorf("sizes are %v", f)
	}
	if f.Text != nil || !f.Numbers || !f.MarginRight {
		t.Errorf("face is %v", f)
	}
	if again := New(r.Desk.Desk).reader.text.Face(); again != f {
		t.Errorf("a new view has %v", again)
	}
}

func TestSizesHaveAnEnd(t *testing.T) {
	r := newSample(t)
	for range 100 {
		r.view.setting.change(func(c *comfort) { c.text--; c.column--; c.spacing-- })
	}
	if f := r.view.reader.text.Face(); f.TextSize < 12 || f.ColumnWidth < 400 || f.LineHeight < 1.3 {
		t.Errorf("sizes are %v", f)
	}
}
