package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"standpoint/app/look"
)

// NewDraftCard offers something that was left unfinished: to go on with it, or to drop it.
func NewDraftCard(title, words string, open, drop func()) fyne.CanvasObject {
	line := NewSpread(nil,
		NewRichLine(1, Run{Text: title, Size: look.CaptionSize, Colour: look.ColorMuted}),
		NewIconButton(theme.CancelIcon(), lang.L("Drop what was left unfinished"), "", drop))
	card := NewCard(NewFlow(3, line, NewQuoteText(2, words)))
	card.OnTapped = open
	return card
}
