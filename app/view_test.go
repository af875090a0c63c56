package app

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"standpoint/app/desk"
	"standpoint/app/picker"
	"standpoint/app/reading"
	"standpoint/app/tallytest"
	"standpoint/assets"
)

func TestAViewIsAddedByOneLine(t *testing.T) {
	var added *tallytest.Tally
	a, err := newApp(Options{
		UI: test.NewTempApp(t), NewPicker: func(fyne.Window) picker.Picker { return &picker.Fake{} },
		Translations: assets.Translations, Sample: assets.Sample, Dir: t.TempDir(), Coder: "Ada", CoderGiven: true, Inline: true,
	}, func(d *desk.Desk, articles *reading.View) []namedView {
		added = tallytest.New(d)
		return append(views(d, articles), namedView{added, "tally", "Tally"})
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(a.projects.Close)
	a.projects.openSample()

	if a.menus.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF12}) {
		t.Error("its key does something while another view is in front")
	}
	a.choose("Tally") // from the Go menu, which has an entry for each view
	if a.InFront() != desk.View(added) || added.Times != 1 {
		t.Fatalf("it was shown %d times", added.Times)
	}
	if hints := strings.ReplaceAll(said(a.frame.status), "\u00a0", " "); !strings.Contains(hints, "F12 start again") {
		t.Errorf("the status line has the hints %q", hints)
	}
	if !a.menus.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF12}) || added.Times != 0 || a.Told() != "Started again." {
		t.Errorf("its key did not run its command: shown %d times, said %q", added.Times, a.Told())
	}
	item := a.menus.mainMenu.Items[desk.MenuGo].Items
	if last := item[len(item)-1]; !strings.HasPrefix(last.Label, "Start Again") {
		t.Errorf("the last entry of its menu is %q", last.Label)
	}
}
