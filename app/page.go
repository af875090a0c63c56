package app

import (
	"fyne.io/fyne/v2"

	"standpoint/app/control"
	"standpoint/app/look"
)

// heading is the first line of a page of the inspector.
func heading(title, detail, key string) fyne.CanvasObject {
	line := control.NewRichLine(1,
		control.Run{Text: title, Bold: true, Size: look.HeadingSize},
		control.Run{Text: "  " + detail, Size: look.CaptionSize, Colour: look.ColorMuted},
	)
	if key == "" {
		return line
	}
	return control.NewSpread(nil, line, control.NewKeyCap(key))
}

func muted(sentence string) fyne.CanvasObject {
	return control.NewRichLine(3, control.Run{Text: sentence, Colour: look.ColorMuted})
}

// pagePad is the room round the fields of a page, in pixels.
const pagePad = 14
