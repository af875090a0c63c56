package app

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"standpoint/app/desk"
	"standpoint/app/picker"
	"standpoint/app/reading"
	"standpoint/assets"
	"standpoint/store"
)

// tally is the smallest view there can be: it says how often it was shown.
type tally struct {
	desk  *desk.Desk
	label *widget.Label
	shown int
}

func (v *tally) Object() fyne.CanvasObject { return v.label }
func (v *tally) Opened()                   { v.shown = 0 }
func (v *tally) Changed(store.Event)       {}
func (v *tally) Shown()                    { v.shown++ }
func (v *tally) Leave()                    {}
func (v *tally) GoTo(desk.Place) bool      { return false }
func (v *tally) Hints() []desk.Hint        { return []desk.Hint{{Key: keyTally, Does: "start again"}} }

func (v *tally) Commands() []desk.Command {
	again := func() { v.shown = 0; v.desk.Tell("Started again.") }
	return []desk.Command{{
		In: desk.SectionParts, Label: desk.Fixed("Start Again"), Key: keyTally,
		Act: desk.When(func() bool { return v.desk.IsInFront(v) }, again),
	}}
}

var keyTally = desk.Plain(fyne.KeyF12)

func TestAViewIsAddedByOneLine(t *testing.T) {
	var added *tally
	a, err := newApp(Options{
		UI: test.NewTempApp(t), NewPicker: func(fyne.Window) picker.Picker { return &picker.Fake{} },
		Translations: assets.Translations, Sample: assets.Sample, Dir: t.TempDir(), Coder: "Ada", CoderGiven: true, Inline: true,
	}, func(d *desk.Desk, articles *reading.View) []namedView {
		added = &tally{desk: d, label: widget.NewLabel("")}
		return append(views(d, articles), namedView{added, "tally", "Tally"})
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(a.Close)
	a.openSample()

	if a.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF12}) {
		t.Error("its key does something while another view is in front")
	}
	a.choose("Tally") // from the Go menu, which has an entry for each view
	if a.InFront() != desk.View(added) || added.shown != 1 {
		t.Fatalf("it was shown %d times", added.shown)
	}
	if hints := strings.ReplaceAll(said(a.frame.status), "\u00a0", " "); !strings.Contains(hints, "F12 start again") {
		t.Errorf("the status line has the hints %q", hints)
	}
	if !a.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF12}) || added.shown != 0 || a.Told() != "Started again." {
		t.Errorf("its key did not run its command: shown %d times, said %q", added.shown, a.Told())
	}
	item := a.mainMenu.Items[desk.MenuGo].Items
	if last := item[len(item)-1]; !strings.HasPrefix(last.Label, "Start Again") {
		t.Errorf("the last entry of its menu is %q", last.Label)
	}
}
