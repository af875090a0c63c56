package control

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

func TestTheWheelScrollsTheFormWhereverThePointerIs(t *testing.T) {
	line, area, tokens := NewField("Line"), NewArea("Area", 3), NewTokenField(actors())
	line.SetText(strings.Repeat("a line that is longer than its field ", 9))
	area.SetText("two words")
	for _, over := range []fyne.CanvasObject{line, area, tokens, NewTypeAhead(actors()), NewSelect("Act", acts()), NewStanceChoice("Stance")} {
		t.Run(fmt.Sprintf("%T", over), func(t *testing.T) {
			page := container.NewVScroll(NewFlow(8, over, NewArea("Rest", 30)))
			w := inWindow(t, page, 300, 300)
			at := fyne.NewPos(100, over.Size().Height-12)
			test.Scroll(w.Canvas(), at, 0, -6)
			if page.Offset.Y != 6 {
				t.Errorf("the page is scrolled by %v, want 6", page.Offset.Y)
			}
			test.Scroll(w.Canvas(), at.SubtractXY(0, 6), 0, 10)
			if page.Offset.Y != 0 {
				t.Errorf("the page is scrolled back to %v", page.Offset.Y)
			}
		})
	}
}

func TestALongTextScrollsInItsFieldAsFarAsItGoes(t *testing.T) {
	area := NewArea("", 3)
	area.SetText(strings.Repeat("line\n", 12) + "last")
	page := container.NewVScroll(NewFlow(8, area, NewArea("Rest", 30)))
	w := inWindow(t, page, 300, 300)
	at := fyne.NewPos(100, 30)
	test.Scroll(w.Canvas(), at, 0, -40)
	if page.Offset.Y != 0 {
		t.Errorf("the page is scrolled by %v while the field has more", page.Offset.Y)
	}
	test.Scroll(w.Canvas(), at, 0, -4000)
	test.Scroll(w.Canvas(), at, 0, -20)
	if page.Offset.Y != 20 {
		t.Errorf("at the end of the text the page is scrolled by %v, want 20", page.Offset.Y)
	}
}

func TestALineOfTextHasNoScrollBar(t *testing.T) {
	line := NewField("")
	w := inWindow(t, NewFlow(8, line), 160, 100)
	line.Focus()
	write(t, w, strings.Repeat("long ", 40))
	scroll := scrollerOf(line.Input())
	if scroll.Offset.X == 0 {
		t.Fatal("the line does not move with the cursor")
	}
	for _, o := range test.WidgetRenderer(scroll).Objects() {
		if strings.Contains(fmt.Sprintf("%T", o), "scrollBar") && o.Visible() {
			t.Errorf("%T is seen", o)
		}
	}
}

// scrollerOf is what the text of an entry moves in.
func scrollerOf(i *Input) *container.Scroll {
	for _, o := range test.WidgetRenderer(i).Objects() {
		if scroll, ok := o.(*container.Scroll); ok {
			return scroll
		}
	}
	return nil
}
