package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"standpoint/app/control"
)

// keyPage lays the groups of keys out in three columns of about equal height.
type keyPage struct{ groups []fyne.CanvasObject }

const (
	keyColumns     = 3
	keyColumnWidth = 330
	keyGroupGap    = 16
)

func newKeyPage(groups []fyne.CanvasObject) fyne.CanvasObject {
	return container.New(&keyPage{groups}, groups...)
}

func (k *keyPage) MinSize([]fyne.CanvasObject) fyne.Size {
	var tallest float32
	k.place(func(_ fyne.CanvasObject, at fyne.Position, height float32) { tallest = max(tallest, at.Y+height) })
	return fyne.NewSize(keyColumns*keyColumnWidth, tallest)
}

func (k *keyPage) Layout([]fyne.CanvasObject, fyne.Size) {
	k.place(func(o fyne.CanvasObject, at fyne.Position, height float32) {
		o.Move(at)
		o.Resize(fyne.NewSize(keyColumnWidth-20, height))
	})
}

// place fills one column after the other, each to about a third of the whole.
func (k *keyPage) place(put func(o fyne.CanvasObject, at fyne.Position, height float32)) {
	var whole float32
	for _, g := range k.groups {
		whole += groupHeight(g) + keyGroupGap
	}
	var at fyne.Position
	for _, g := range k.groups {
		h := groupHeight(g)
		if at.Y > 0 && at.Y+h/2 > whole/keyColumns && at.X < (keyColumns-1)*keyColumnWidth {
			at = fyne.NewPos(at.X+keyColumnWidth, 0)
		}
		put(g, at, h)
		at.Y += h + keyGroupGap
	}
}

func groupHeight(g fyne.CanvasObject) float32 { return g.(control.Tall).HeightFor(keyColumnWidth - 20) }
