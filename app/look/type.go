package look

import (
	"fyne.io/fyne/v2"

	"standpoint/assets/fonts"
)

// Text sizes in Fyne's device-independent pixels.
const (
	TextSize    float32 = 13
	CaptionSize float32 = 11
	HeadingSize float32 = 14
	ReadingSize float32 = 15.5
	TitleSize   float32 = 20
)

// Reading returns the serif face of the reading view, for canvas.Text's FontSource.
// The same resource is returned each time, so that Fyne parses it once.
func Reading(bold bool) fyne.Resource {
	if bold {
		return serifBold
	}
	return serifRegular
}

var (
	serifRegular = fyne.NewStaticResource("DejaVuSerif.ttf", fonts.SerifRegular)
	serifBold    = fyne.NewStaticResource("DejaVuSerif-Bold.ttf", fonts.SerifBold)
)
