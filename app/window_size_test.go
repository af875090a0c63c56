package app

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"standpoint/app/picker"
	"standpoint/assets"
)

// A window that was maximised fills the screen again at the next start, and has its size of before when it does no more.
func TestAMaximisedWindowIsSoAgain(t *testing.T) {
	ui := test.NewTempApp(t)
	maximised := false
	start := func() *App {
		a, err := New(Options{
			UI: ui, NewPicker: func(fyne.Window) picker.Picker { return &picker.Fake{} }, Translations: assets.Translations,
			Language: "en", Dir: t.TempDir(), Coder: "Ada", CoderGiven: true, Inline: true,
			Maximising: Maximising{
				Is: func(fyne.Window) bool { return maximised },
				Do: func(w fyne.Window) { maximised = true; w.Resize(fyne.NewSize(1920, 1000)) },
			},
		})
		if err != nil {
			t.Fatal(err)
		}
		a.maximiseAgain()
		return a
	}
	a := start()
	a.Window.Resize(fyne.NewSize(1200, 800))
	a.keepSize()
	maximised = true
	a.Window.Resize(fyne.NewSize(1920, 1000))
	a.projects.quit()

	maximised = false
	a = start()
	if !maximised {
		t.Error("the window is not maximised")
	}
	maximised = false
	if got, want := a.Prefs.WindowSize(), fyne.NewSize(1200, 800); got != want {
		t.Errorf("its size is %v else, want %v", got, want)
	}
	a.projects.quit()
	if start(); maximised {
		t.Error("it is maximised though it was not when it was closed last")
	}
}
