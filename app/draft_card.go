package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"standpoint/app/control"
	"standpoint/app/look"
)

// newDraftCard offers something that was left unfinished: to go on with it, or to drop it.
func newDraftCard(title, words string, open, drop func()) fyne.CanvasObject {
	line := control.NewSpread(nil,
		control.NewRichLine(1, control.Run{Text: title, Size: look.CaptionSize, Colour: look.ColorMuted}),
		control.NewIconButton(theme.CancelIcon(), lang.L("Drop what was left unfinished"), "", drop))
	card := control.NewCard(control.NewFlow(3, line, control.NewQuoteText(2, words)))
	card.OnTapped = open
	return card
}
