package textview

import (
	"image/color"
)

const (
	pendingAlpha = 0.10 // of the wash within a pending outline
	pendingReach = 2    // of the outline beyond its words
)

// pending is the wash of what a form is about to keep.
func (i inks) pending() color.NRGBA { return withAlpha(i.accent, pendingAlpha) }
