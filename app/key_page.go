package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"standpoint/app/control"
)

// keyPage lays the groups of keys out in columns of about equal height.
type keyPage struct {
	groups  []fyne.CanvasObject
	columns int
}

const (
	mostKeyColumns = 3
	keyColumnWidth = 330
	keyGroupGap    = 16
)

// newKeyPage shows the groups in as many columns as there is room for in that width, in pixels.
func newKeyPage(groups []fyne.CanvasObject, room float32) fyne.CanvasObject {
	columns := min(max(int(room/keyColumnWidth), 1), mostKeyColumns)
	return container.New(&keyPage{groups, columns}, groups...)
}

func (k *keyPage) MinSize([]fyne.CanvasObject) fyne.Size {
	var tallest float32
	k.place(func(_ fyne.CanvasObject, at fyne.Position, height float32) { tallest = max(tallest, at.Y+height) })
	return fyne.NewSize(float32(k.columns)*keyColumnWidth, tallest)
}

func (k *keyPage) Layout([]fyne.CanvasObject, fyne.Size) {
	k.place(func(o fyne.CanvasObject, at fyne.Position, height float32) {
		o.Move(at)
		o.Resize(fyne.NewSize(keyColumnWidth-20, height))
	})
}

// place fills one column after the other, each to about its share of the whole.
func (k *keyPage) place(put func(o fyne.CanvasObject, at fyne.Position, height float32)) {
	columns := float32(k.columns)
	var whole float32
	for _, g := range k.groups {
		whole += groupHeight(g) + keyGroupGap
	}
	var at fyne.Position
	for _, g := range k.groups {
		h := groupHeight(g)
		if at.Y > 0 && at.Y+h/2 > whole/columns && at.X < (columns-1)*keyColumnWidth {
			at = fyne.NewPos(at.X+keyColumnWidth, 0)
		}
		put(g, at, h)
		at.Y += h + keyGroupGap
	}
}

func groupHeight(g fyne.CanvasObject) float32 { return g.(control.Tall).HeightFor(keyColumnWidth - 20) }
