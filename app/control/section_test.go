package control

import (
	"testing"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"
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

// Where there is no room for all hints, the one that leads to those that are left out stays.
func TestWhichKeyListsAllIsSaidAsLongAsAnyIs(t *testing.T) {
	bar := NewStatusBar()
	bar.SetLeft("15 statements · 15 positions")
	bar.SetRight("F1 keys", "A actor", "S statement", "P position")
	inWindow(t, bar, 900, 26)
	var said []string
	for width := float32(900); width > 100; width-- {
		bar.Resize(fyne.NewSize(width, 26))
		if hints := bar.right.Text(); len(said) == 0 || said[len(said)-1] != hints {
			said = append(said, hints)
		}
	}
	want := []string{
		"A actor · S statement · P position · F1 keys", "A actor · S statement · F1 keys", "A actor · F1 keys", "F1 keys", "",
	}
	if diff := cmp.Diff(want, said); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
