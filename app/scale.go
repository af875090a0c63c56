package app

import (
	"os"
	"strconv"

	"fyne.io/fyne/v2/lang"

	"standpoint/app/desk"
	"standpoint/app/words"
)

// scaleVariable is where Fyne looks how large the person wants all that is in a window, beside what the system asks for.
const scaleVariable = "FYNE_SCALE"

// scales are those there are to choose from, in per cent.
var scales = []int{100, 125, 150, 175, 200}

// applyScale has Fyne show the window as large as the person chose. What the environment says holds until they do.
func applyScale(p desk.Prefs) {
	if percent := p.Scale(); percent != 0 {
		_ = os.Setenv(scaleVariable, strconv.FormatFloat(float64(percent)/100, 'f', 2, 64)) // it fails for impossible names alone
	}
}

// scaleCommands choose how large all that is in the window is.
func (a *App) scaleCommands() []desk.Command {
	var commands []desk.Command
	for _, percent := range scales {
		commands = append(commands, desk.Command{
			In: desk.SectionAppearance.Within(lang.L("Size of Everything")), Label: desk.Fixed(words.Sentence("%d %%", percent)),
			Act: desk.Always(func() {
				a.Prefs.SetScale(percent)
				applyScale(a.Prefs)
				a.applyAppearance() // Fyne reads the scale anew
			}),
			Checked: func() bool { return a.Prefs.Scale() == percent },
		})
	}
	return commands
}
