package control

import (
	"fyne.io/fyne/v2"

	"standpoint/app/look"
)

// PageTitle is the first line of a page of the inspector.
func PageTitle(title, detail, key string) fyne.CanvasObject {
	line := NewRichLine(1,
		Run{Text: title, Bold: true, Size: look.PageTitleSize},
		Run{Text: "  " + detail, Size: look.CaptionSize, Colour: look.ColorMuted},
	)
	if key == "" {
		return line
	}
	return NewSpread(nil, line, newKeyCap(key))
}

// Muted is a sentence that says less than what stands round it.
func Muted(sentence string) fyne.CanvasObject {
	return NewRichLine(3, Run{Text: sentence, Colour: look.ColorMuted})
}

// PagePad is the room round the fields of a page, in pixels.
const PagePad = 14
