package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/message"
	"standpoint/app/words"
)

// showKeys lists all keys, menu by menu.
func (a *App) showKeys() {
	columns := make([]fyne.CanvasObject, 0, len(a.mainMenu.Items))
	for n, menu := range a.mainMenu.Items {
		lines := []fyne.CanvasObject{control.NewSectionHeader(menu.Label, "", "")}
		for _, c := range a.commands {
			if c.In.Menu == desk.MenuName(n) && c.In.Of == "" && !c.Key.IsNone() {
				lines = append(lines, control.NewKeyHint(c.Key.String(), c.Label()))
			}
		}
		columns = append(columns, control.NewFlow(5, lines...))
	}
	columns = append(columns, control.NewFlow(5, append(
		[]fyne.CanvasObject{control.NewSectionHeader(lang.L("In the text"), "", "")}, readingKeys()...)...))
	page := newKeyPage(columns, message.Room(a.Window.Canvas().Size().Width))
	a.Post(&message.Message{Title: lang.L("Keys"), Body: page, Yes: lang.L("Close"), Key: fyne.KeyF1})
}

// readingKeys are the keys of the reading view that are no commands.
func readingKeys() []fyne.CanvasObject {
	var lines []fyne.CanvasObject
	for _, k := range [][2]string{
		{"1–9", lang.L("link the selected words to a recent actor")},
		{lang.L("Left, Right, Up, Down"), lang.L("move; with Shift select")},
		{lang.L("Ctrl+Left, Right"), lang.L("by word")},
		{lang.L("Ctrl+Page Up, Down"), lang.L("by sentence")},
		{lang.L("Ctrl+Up, Down"), lang.L("by paragraph")},
		{lang.L("Home, End"), lang.L("ends of the line")},
		{lang.L("Ctrl+Home, End"), lang.L("ends of the article")},
		{lang.L("Page Up, Down"), lang.L("by page")},
		{desk.KeyEdit.String(), lang.L("open the current mark")},
		{desk.Plain(fyne.KeyTab).String(), lang.L("to the next part of the window")},
	} {
		lines = append(lines, control.NewKeyHint(k[0], k[1]))
	}
	return lines
}

func (a *App) toggleFullScreen() { a.Window.SetFullScreen(!a.Window.FullScreen()) }

func (a *App) showAbout() {
	a.Say(words.Sentence("Standpoint %s", a.options.Version),
		lang.L("Who said what, and who stands where, in the article’s own words.")+"\n"+a.options.Build+"\n"+lang.L("MIT licence"))
}
