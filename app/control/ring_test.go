package control

import (
	"fmt"
	"image"
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"standpoint/app/look"
)

// leastRing is how much of a control's outline, taken once round, must change with the focus: a line that is merely drawn in
// another colour changes all of it once, one that also becomes thicker nearly twice.
const leastRing = 1.3

// Who cannot tell colours apart sees where the keyboard is by the shape: a thicker line, in a brightness that stands out.
func TestTheFocusIsSeenByMoreThanColour(t *testing.T) {
	threeRows := func() *VirtualList {
		return NewVirtualList(func() int { return 3 }, nil, func() fyne.CanvasObject { return NewRichLine(1) },
			func(i int, row fyne.CanvasObject) { row.(*RichLine).SetText(fmt.Sprint("row ", i)) })
	}
	list, unchosen := threeRows(), threeRows()
	list.Select(1)
	field, area, ahead := NewField("Title"), NewArea("Note", 2), NewTypeAhead(actors())
	for name, c := range map[string]struct {
		control fyne.CanvasObject
		focused fyne.Focusable
	}{
		"field":       {field, field.Input()},
		"area":        {area, area.Input()},
		"type-ahead":  {ahead, ahead.Input()},
		"choice":      {control: NewStanceChoice("Stance")},
		"select":      {control: NewSelect("Kind", StanceOptions())},
		"text button": {control: NewTextButton("Merge…", "", "", nil)},
		"main button": {control: NewMainButton("Save", "", "", nil)},
		"quiet":       {control: NewQuietButton("Cancel", "", "", nil)},
		"icon":        {control: NewIconButton(theme.DeleteIcon(), "Delete", "", nil)},
		"card":        {control: NewCard(newText("a card"))},
		"tabs":        {control: NewTabBar([]Tab{{Key: "a", Label: "Articles"}, {Key: "b", Label: "Actors"}})},
		"tick":        {control: NewTick("Other endings too", false)},
		"list":        {control: container.NewGridWrap(fyne.NewSize(280, 120), list), focused: list},
		// None of its rows is chosen, as when it has just been filled.
		"new list": {control: container.NewGridWrap(fyne.NewSize(280, 120), unchosen), focused: unchosen},
	} {
		for variant, v := range map[string]fyne.ThemeVariant{"light": look.Light, "dark": look.Dark} {
			t.Run(name+", "+variant, func(t *testing.T) {
				if c.focused == nil {
					c.focused = c.control.(fyne.Focusable)
				}
				if changed := ringOf(t, c.control, c.focused, v); changed < leastRing {
					t.Errorf("the focus changes %.2f of the outline", changed)
				}
			})
		}
	}
}

// ringOf is how much of a control changes its brightness with the focus, as a share of its outline.
func ringOf(t *testing.T, o fyne.CanvasObject, f fyne.Focusable, v fyne.ThemeVariant) float64 {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.New(v))
	w := test.NewTempWindow(t, container.NewVBox(o))
	w.Resize(fyne.NewSize(300, 160))
	o.Refresh()
	before := w.Canvas().Capture()
	w.Canvas().Focus(f)
	after := w.Canvas().Capture()
	w.Canvas().Unfocus()
	changed := image.Rectangle{}
	n := 0
	for y := before.Bounds().Min.Y; y < before.Bounds().Max.Y; y++ {
		for x := before.Bounds().Min.X; x < before.Bounds().Max.X; x++ {
			if contrast(before.At(x, y), after.At(x, y)) >= 2 {
				n++
				changed = changed.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	if n == 0 {
		return 0
	}
	return float64(n) / float64(2*(changed.Dx()+changed.Dy()))
}

// contrast is that of two colours, from 1 to 21, as the WCAG have it.
func contrast(a, b color.Color) float64 {
	x, y := brightness(a), brightness(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func brightness(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	linear := func(v uint32) float64 {
		s := float64(v) / 0xffff
		if s <= 0.03928 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}
