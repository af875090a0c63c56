package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"standpoint/app/control"
	"standpoint/app/look"
)

// putAside notes how the form that was just given up is opened again. That is what Undo
// does next, until something is done in this window that Undo would rather take back.
// What was filled in stays beyond that as a draft, which is offered as a card.
func (a *App) putAside(open func()) {
	a.openAgain = open
	a.tell(lang.L("Put aside. Ctrl+Z opens it again."))
	a.refreshMenu()
}

// undoGiveUp opens the form again that was given up last; false if Undo is about
// something else by now.
func (a *App) undoGiveUp() bool {
	open := a.openAgain
	if open == nil {
		return false
	}
	a.openAgain = nil
	open()
	a.tell("")
	a.refreshMenu()
	return true
}

// newDraftCard offers something that was left unfinished: to go on with it, or to drop it.
func newDraftCard(title, words string, open, drop func()) fyne.CanvasObject {
	line := control.NewSpread(nil,
		control.NewRichLine(1, control.Run{Text: title, Size: look.CaptionSize, Colour: look.ColorMuted}),
		control.NewIconButton(theme.CancelIcon(), lang.L("Drop what was left unfinished"), "", drop))
	card := control.NewCard(control.NewFlow(3, line, control.NewQuoteText(2, words)))
	card.OnTapped = open
	return card
}
