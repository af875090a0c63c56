//go:build (linux && !android) || freebsd || netbsd || openbsd

package motion

import (
	"context"
	"fmt"

	"github.com/godbus/dbus/v5"
)

// The desktop's portal tells the settings of the desktop, whichever it is.
const (
	portalName = "org.freedesktop.portal.Desktop"
	portalPath = "/org/freedesktop/portal/desktop"
	portalRead = "org.freedesktop.portal.Settings.ReadOne"
)

// told are the settings by which desktops say that nothing shall move, and what they are then.
var told = []struct{ namespace, key, still string }{
	{"org.freedesktop.appearance", "reduced-motion", "1"},
	{"org.gnome.desktop.interface", "enable-animations", "false"},
	{"org.kde.kdeglobals.KDE", "AnimationDurationFactor", "0"},
}

func isUnwanted(ctx context.Context) bool {
	bus, err := dbus.ConnectSessionBus(dbus.WithContext(ctx))
	if err != nil {
		return false
	}
	defer func() { _ = bus.Close() }() // it was only read
	portal := bus.Object(portalName, portalPath)
	return isStill(func(namespace, key string) (value any, err error) {
		var v dbus.Variant
		err = portal.CallWithContext(ctx, portalRead, 0, namespace, key).Store(&v)
		return v.Value(), err
	})
}

// isStill reports whether one of the settings says that nothing shall move.
func isStill(read func(namespace, key string) (any, error)) bool {
	for _, t := range told {
		if value, err := read(t.namespace, t.key); err == nil && fmt.Sprint(value) == t.still {
			return true
		}
	}
	return false
}
