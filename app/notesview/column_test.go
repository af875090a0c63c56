package notesview

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestWhatIsSaidOfTheNotesStandsOverTheirTextHoweverWideTheWindow(t *testing.T) {
	r := sample(t)
	driver := fyne.CurrentApp().Driver()
	for _, width := range []float32{900, 1440, 2400} {
		r.Window.Resize(fyne.NewSize(width, 800))
		text := float32(-1)
		for _, o := range test.LaidOutObjects(r.preview.list) {
			if row, is := o.(*rowView); is && text < 0 {
				text = driver.AbsolutePositionForObject(row.parts[0].line).X
			}
		}
		if said := driver.AbsolutePositionForObject(r.state).X; said != text {
			t.Errorf("in a window of %v pixels it stands at %v, the text at %v", width, said, text)
		}
	}
}
