package control

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
)

// What is wrapped above a list and below it has the height that it needs in each width, and the list what is left.
func TestWhatIsWrappedBesideAListKeepsItsRoomInEveryWidth(t *testing.T) {
	const words = "twenty-seven articles, of which twelve are ticked and fifteen have the same text as others"
	wrapped := func() *RichLine { return NewRichLine(6, Run{Text: words}) }
	above, question, below, list := wrapped(), wrapped(), wrapped(), NewCaption("the rows")
	padded := container.New(layout.NewCustomPaddedLayout(6, 6, 14, 10), NewSpread(nil, question, NewCaption("3 April")))
	o := Between(Stacked(above, padded), list, Stacked(below))
	inWindow(t, o, 900, 700)
	for _, width := range []float32{900, 240, 500, 120, 900} {
		o.Resize(fyne.NewSize(width, 700))
		top := above.HeightFor(width) + padded.MinSize().Height
		if got := list.Position().Y; got != top {
			t.Errorf("in a width of %v the list begins at %v, and what is above it ends at %v", width, got, top)
		}
		if got, want := padded.Position().Y, above.HeightFor(width); got != want {
			t.Errorf("in a width of %v the second line above begins at %v, and the first ends at %v", width, got, want)
		}
		if got, want := list.Size().Height, 700-top-below.HeightFor(width); got != want {
			t.Errorf("in a width of %v the list is %v high, and %v are left", width, got, want)
		}
	}
}
