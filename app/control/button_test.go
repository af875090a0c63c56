package control

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestAButtonSaysThatItIsOnByMoreThanItsColourAndKeepsItsSize(t *testing.T) {
	test.NewTempApp(t)
	b := NewQuietButton("Measures", "", "", nil)
	b.SetOn(false)
	b.Resize(b.MinSize())
	size, framed := b.MinSize(), func() bool { _, _, _, a := b.box.StrokeColor.RGBA(); return a > 0 }
	if framed() || b.text.TextStyle.Bold {
		t.Error("off it looks as if it were on")
	}
	b.SetOn(true)
	if !framed() || !b.text.TextStyle.Bold || b.AccessibilityLabel() != "Measures (chosen)" {
		t.Errorf("on it is framed: %v, bold: %v, and called %q", framed(), b.text.TextStyle.Bold, b.AccessibilityLabel())
	}
	if b.MinSize() != size || b.text.MinSize().Width > size.Width {
		t.Errorf("on it is %v, off %v", b.MinSize(), size)
	}
	if b.SetOn(false); b.text.TextStyle != (fyne.TextStyle{}) || b.AccessibilityLabel() != "Measures" {
		t.Error("it stays on")
	}
}
