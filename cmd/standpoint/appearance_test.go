//go:build (linux && !android) || freebsd || netbsd || openbsd

package main

import (
	"errors"
	"os"
	"testing"
	"time"

	"github.com/rymdport/portal/settings/appearance"
)

func TestTheWindowBeginsAsTheDesktopIsAndLightWhereThatSaysNothing(t *testing.T) {
	hangs := make(chan struct{})
	defer close(hangs)
	says := func(s appearance.ColorScheme, err error) func() (appearance.ColorScheme, error) {
		return func() (appearance.ColorScheme, error) { return s, err }
	}
	for _, c := range []struct {
		name     string
		ask      func() (appearance.ColorScheme, error)
		patience time.Duration
		want     string
	}{
		{"dark", says(appearance.Dark, nil), time.Minute, "dark"},
		{"light", says(appearance.Light, nil), time.Minute, "light"},
		{"either", says(appearance.NoPreference, nil), time.Minute, "light"},
		{"nobody answers", says(appearance.Dark, errors.New("no bus")), time.Minute, "light"},
		{"it hangs", func() (appearance.ColorScheme, error) { <-hangs; return appearance.Dark, nil }, time.Millisecond, "light"},
	} {
		if got := desktopTheme(c.ask, c.patience); got != c.want {
			t.Errorf("%s: the window begins %s, want %s", c.name, got, c.want)
		}
	}
}

func TestWhatTheEnvironmentSaysOfLightAndDarkStays(t *testing.T) {
	t.Setenv(themeVariable, "dark")
	followDesktop()
	if got := os.Getenv(themeVariable); got != "dark" {
		t.Errorf("it is %q now", got)
	}
}
