package control

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
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

// What can be chosen has longer words in some languages than in others.
func TestAChoiceIsAsWideAsItsLongestWord(t *testing.T) {
	options := []Option{{Word: "Übereinstimmung minus Konflikt"}, {Key: "few", Word: "few"}}
	choice := NewSelect("", options)
	box := container.New(&FixedWidth{Width: 190}, choice)
	inWindow(t, container.NewHBox(box), 800, 100)
	choice.SetValue("")
	if got := choice.text.texts[0].(*canvas.Text).Text; got != options[0].Word {
		t.Errorf("it shows %q", got)
	}
	choice.SetOptions([]Option{{Word: strings.Repeat("a name without end ", 20)}})
	if got := box.MinSize().Width; got > 2*190 {
		t.Errorf("for a name without end it is %v wide", got)
	}
	choice.SetOptions([]Option{{Word: "few"}})
	if got := box.MinSize().Width; got != 190 {
		t.Errorf("for a short word it is %v wide", got)
	}
}
