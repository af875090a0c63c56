//go:build (linux && !android) || freebsd || netbsd || openbsd

package motion

import (
	"errors"
	"testing"
)

func TestADesktopSaysThatNothingShallMove(t *testing.T) {
	for name, c := range map[string]struct {
		settings map[string]any
		still    bool
	}{
		"GNOME, without animations": {map[string]any{"org.gnome.desktop.interface enable-animations": false}, true},
		"GNOME, as it comes":        {map[string]any{"org.gnome.desktop.interface enable-animations": true}, false},
		"KDE, without animations":   {map[string]any{"org.kde.kdeglobals.KDE AnimationDurationFactor": "0"}, true},
		"KDE, as it comes":          {map[string]any{"org.kde.kdeglobals.KDE AnimationDurationFactor": "1"}, false},
		"any desktop of its day":    {map[string]any{"org.freedesktop.appearance reduced-motion": uint32(1)}, true},
		"a desktop that is silent":  {nil, false},
	} {
		got := isStill(func(namespace, key string) (any, error) {
			if value, ok := c.settings[namespace+" "+key]; ok {
				return value, nil
			}
			return nil, errors.New("no such setting")
		})
		if got != c.still {
			t.Errorf("%s: nothing shall move: %v", name, got)
		}
	}
}
