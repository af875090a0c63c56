package notesview

import (
	"fyne.io/fyne/v2"

	"standpoint/app/control"
)

// inColumn places what stands above or below the document where the rows of the document have their texts, with room above and below it,
// in pixels.
type inColumn struct{ above, below float32 }

// MinSize implements fyne.Layout.
func (c inColumn) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		size = size.Max(o.MinSize())
	}
	return size.AddWidthHeight(2*control.ListInset, c.above+c.below)
}

// Layout implements fyne.Layout.
func (c inColumn) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	room := size.Width - 2*control.ListInset
	left, width := outer(room)
	for _, o := range objects {
		o.Move(fyne.NewPos(control.ListInset+left, c.above))
		o.Resize(fyne.NewSize(width, size.Height-c.above-c.below))
	}
}

// outer is where the widest texts begin in a width, and how wide they are.
func outer(width float32) (left, column float32) {
	column = min(width, wideColumn)
	return (width - column) / 2, column
}
