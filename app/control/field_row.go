package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"standpoint/app/look"
)

// fieldRow puts fields side by side, each with its share of the width. A field
// that says what is wrong makes the row higher.
type fieldRow struct{ shares []float32 }

// NewFieldRow puts fields side by side, each with its share of the width.
func NewFieldRow(shares []float32, fields ...fyne.CanvasObject) *fyne.Container {
	return container.New(&fieldRow{shares}, fields...)
}

// NewPair puts two fields side by side, each with half of the width.
func NewPair(a, b fyne.CanvasObject) *fyne.Container { return NewFieldRow([]float32{1, 1}, a, b) }

func (r *fieldRow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(0, 0)
	for _, o := range objects {
		size = fyne.NewSize(size.Width+40, max(size.Height, fieldHeight(o, o.Size().Width)))
	}
	return size
}

// fieldHeight is the height of a field in that width; 0 if it has none yet.
func fieldHeight(o fyne.CanvasObject, width float32) float32 {
	if t, ok := o.(Tall); ok && width > 0 {
		return t.HeightFor(width)
	}
	return o.MinSize().Height
}

func (r *fieldRow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var all float32
	for _, s := range r.shares {
		all += s
	}
	room := size.Width - look.Gap*float32(len(objects)-1)
	var x float32
	for i, o := range objects {
		width := room * r.shares[i] / all
		o.Move(fyne.NewPos(x, 0))
		o.Resize(fyne.NewSize(width, fieldHeight(o, width)))
		x += width + look.Gap
	}
}
