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

func TestNothingMovesIfTheSystemOrThePersonAsksForIt(t *testing.T) {
	r := newSample(t)
	isStill, possible := func() bool { return false }, func() bool { return false }
	press := func() {}
	for _, c := range r.view.Commands() {
		if c.Key.String() == "Alt+Shift+M" {
			isStill, possible, press = c.Checked, c.Act.IsPossible, c.Act.Do
		}
	}
	press()
	if !isStill() || !New(r.Desk.Desk).setting.isStill() {
		t.Error("what the person chose does not hold, or is forgotten")
	}
	press()
	r.view.KeepStill(true)
	if !isStill() || possible() {
		t.Error("what the system asks for does not hold, or can be switched off here")
	}
}
