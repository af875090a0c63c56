package inspector

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"standpoint/app/form"
	"standpoint/store"
)

// Whatever height a form has: what is guessed in it is read before it is saved, in its field or over the buttons.
func TestWhatIsGuessedIsSeenBeforeItIsSaved(t *testing.T) {
	a := newSide(t)
	a.Window.Resize(fyne.NewSize(800, 1000))
	page := a.begin(t, store.KindStatement, "Norvia opposed foreign observers")
	carriers := page.statement().carriers
	if !page.form.IsGuessed(form.GuessCarriers) || page.unseen.line.Visible() {
		t.Fatalf("in a high window is told %q", page.unseen.line.Text())
	}
	for _, height := range []float32{450, 520, 380, 1000, 450} {
		a.Window.Resize(fyne.NewSize(800, height))
		inView := carriers.Position().Y+carriers.Size().Height <= a.scroll.Size().Height
		told := page.unseen.line.Visible() && strings.Contains(page.unseen.line.Text(), "Reported through: Meridian")
		if inView == told || inView != (height == 1000) {
			t.Errorf("in a height of %v the carrier is in view: %v; told is %v, %q", height, inView, told, page.unseen.line.Text())
		}
	}
	carriers.Focus() // which scrolls to it
	if said := page.unseen.line.Text(); strings.Contains(said, "Meridian") || !strings.Contains(said, "an unnamed source") {
		t.Errorf("scrolled to the end, it tells %q", said)
	}
	carriers.SetItems(nil)
	carriers.OnChanged(nil)
	page.statement().speakers.Focus()
	if said := page.unseen.line.Text(); strings.Contains(said, "Meridian") {
		t.Errorf("what was taken out is told: %q", said)
	}
}
