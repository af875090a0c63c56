package reading

import (
	"fyne.io/fyne/v2"

	"standpoint/app/desk"
)

// Beside is what stands beside the list of articles in place of a text, as what waits to be imported does.
type Beside interface {
	Middle() fyne.CanvasObject
	Side() fyne.CanvasObject
	Hints() []desk.Hint
	Focus()
	Hidden() // a text was opened in its place
}

// ShowBeside shows something in place of the text and of what is beside it; nil brings them back.
func (v *View) ShowBeside(b Beside) {
	v.beside = b
	var middle, side fyne.CanvasObject = v.reader.object(), v.side.content
	if b != nil {
		middle, side = b.Middle(), b.Side()
		v.desk.comeToFront()
	}
	v.middle.Objects, v.right.Objects = []fyne.CanvasObject{middle}, []fyne.CanvasObject{side}
	v.middle.Refresh()
	v.right.Refresh()
}

// leaveBeside shows the text, as an article is opened.
func (v *View) leaveBeside() {
	if b := v.beside; b != nil {
		v.ShowBeside(nil)
		b.Hidden()
	}
}
