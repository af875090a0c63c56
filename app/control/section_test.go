package control

import (
	"testing"

	"fyne.io/fyne/v2"
)

// A sentence for which there is no room is not shown over what is below.
func TestAnEmptyListSaysNothingWhereThereIsNoRoom(t *testing.T) {
	lead := NewTextButton("Import", "", "", func() {})
	e := NewEmptyState("No positions here yet. Select the words in which somebody takes one.", lead)
	inWindow(t, e, 300, 400)
	for _, room := range []float32{400, e.HeightFor(300) - 1, 20, 400} {
		e.Resize(fyne.NewSize(300, room))
		for _, o := range []fyne.CanvasObject{e.text, lead} {
			if o.Visible() && o.Position().Y+o.Size().Height > room {
				t.Errorf("in %v a part of it ends at %v", room, o.Position().Y+o.Size().Height)
			}
		}
		if room == 400 && (!e.text.Visible() || !lead.Visible()) {
			t.Error("where there is room it is not shown")
		}
	}
}
