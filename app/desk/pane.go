package desk

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/control"
)

// Paned is a view with panes at its sides, which can be folded away.
type Paned interface{ Panes() *control.Panes }

// leastPane is how narrow each pane may become before it is folded away, in pixels.
var leastPane = [...]float32{control.Left: 220, control.Right: 320}

// NewPanes puts three parts of a view side by side, the outer ones as wide as they were made last, else of the given widths, in
// pixels. Under the name it is kept what somebody makes of them. There may be no right one.
func (d *Desk) NewPanes(name string, left, middle, right fyne.CanvasObject, widths [2]float32, stays control.Side) *control.Panes {
	pane := func(side control.Side, content fyne.CanvasObject, called, kept string, key Key) control.Pane {
		kept = name + " " + kept
		return control.Pane{
			Content: content, Name: called, Key: key.String(), Usual: widths[side], Least: leastPane[side],
			Kept: d.Prefs.Pane(kept), Keep: func(k control.Kept) { d.Prefs.KeepPane(kept, k) },
		}
	}
	panes := control.NewPanes(
		pane(control.Left, left, lang.L("Width of the list at the left"), "left", KeyLeftPane), middle,
		pane(control.Right, right, lang.L("Width of the side at the right"), "right", KeyRightPane), stays)
	panes.OnKey = d.TypedKey
	panes.OnFolded = d.RefreshMenu
	return panes
}
