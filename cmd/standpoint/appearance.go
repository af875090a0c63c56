//go:build (linux && !android) || freebsd || netbsd || openbsd

package main

import (
	"os"
	"time"

	"github.com/rymdport/portal/settings/appearance"
)

// themeVariable is the environment variable that tells Fyne whether to begin light or dark.
const themeVariable = "FYNE_THEME"

// desktopPatience is how long the first picture waits for the desktop to say whether it is light or dark.
const desktopPatience = 300 * time.Millisecond

// followDesktop has the window begin as light or dark as the desktop is, and light where that does not say. Fyne asks the desktop
// too, and follows when it changes, but begins dark until it knows, and stays so where nobody answers.
func followDesktop() {
	if os.Getenv(themeVariable) == "" {
		_ = os.Setenv(themeVariable, desktopTheme(appearance.GetColorScheme, desktopPatience))
	}
}

// desktopTheme is Fyne's word for how the desktop looks.
func desktopTheme(ask func() (appearance.ColorScheme, error), patience time.Duration) string {
	told := make(chan string, 1)
	go func() {
		if scheme, err := ask(); err == nil && scheme == appearance.Dark {
			told <- "dark"
			return
		}
		told <- "light"
	}()
	late := time.NewTimer(patience)
	defer late.Stop()
	select {
	case theme := <-told:
		return theme
	case <-late.C:
		return "light"
	}
}
