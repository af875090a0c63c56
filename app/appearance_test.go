package app

import (
	"testing"

	"fyne.io/fyne/v2"

	"standpoint/app/look"
)

func TestTheFirstStartIsLightOrDarkAsTheSystemAndLightWhereThatSaysNothing(t *testing.T) {
	a := newSampleApp(t)
	const nothing = fyne.ThemeVariant(77)
	shows := func(system fyne.ThemeVariant) fyne.ThemeVariant {
		return a.UI.Settings().Theme().(*look.Theme).Resolve(system)
	}
	for system, want := range map[fyne.ThemeVariant]fyne.ThemeVariant{look.Light: look.Light, look.Dark: look.Dark, nothing: look.Light} {
		if got := shows(system); got != want {
			t.Errorf("where the system says %d the window is %d, want %d", system, got, want)
		}
	}
	a.choose("Dark")
	if got := shows(look.Light); got != look.Dark {
		t.Errorf("dark is chosen, and the window is %d", got)
	}
	a.choose("As the System")
	if got := shows(look.Light); got != look.Light {
		t.Errorf("as the system, the window is %d", got)
	}
}
