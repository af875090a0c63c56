//go:build !((linux && !android) || freebsd || netbsd || openbsd)

package picker

import "fyne.io/fyne/v2"

// portalOr returns the other dialog: this system has no portal.
func portalOr(other dialog) dialog { return other }

// portalParent returns "": there is no portal that a window is named to.
func portalParent(fyne.Window) string { return "" }
