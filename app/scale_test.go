package app

import (
	"os"
	"testing"

	"fyne.io/fyne/v2"

	"standpoint/app/desk"
)

func TestTheSizeOfEverythingIsChosenAndRemembered(t *testing.T) {
	t.Setenv(scaleVariable, "1.5")
	a := newSampleApp(t)
	if got := os.Getenv(scaleVariable); got != "1.5" {
		t.Errorf("before anything was chosen, the size is %s", got)
	}
	a.choose("200 %")
	if got := os.Getenv(scaleVariable); got != "2.00" {
		t.Errorf("the size is %s", got)
	}
	t.Setenv(scaleVariable, "")
	applyScale(desk.Prefs{Preferences: a.UI.Preferences()})
	if got := os.Getenv(scaleVariable); got != "2.00" {
		t.Errorf("at the next start the size is %q", got)
	}
}

func TestTheTextGrowsToTwiceItsSize(t *testing.T) {
	a := newSampleApp(t)
	a.Window.Resize(fyne.NewSize(720, 600))
	usual := a.text().Face().TextSize
	for range 20 {
		a.choose("Larger Text")
	}
	if got := a.text().Face().TextSize; got != 2*usual {
		t.Errorf("it grows from %v to %v", usual, got)
	}
}
