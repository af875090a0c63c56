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

// Muted is a sentence that says less than what stands round it. It is not cut, however long it is in a language, and in a narrow page.
func Muted(sentence string) fyne.CanvasObject {
	const most = 12 // lines; names may stand in it
	return NewRichLine(most, Run{Text: sentence, Colour: look.ColorMuted})
}

// PagePad is the room round the fields of a page, in pixels.
const PagePad = 14
