package app

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/message"
	"standpoint/app/names"
)

// showKeys lists all keys, menu by menu.
func (m *menus) showKeys() {
	var columns []fyne.CanvasObject
	for _, group := range m.keyGroups(desk.Key.String) {
		lines := []fyne.CanvasObject{control.NewSectionHeader(group.title, "", "")}
		for _, k := range group.lines {
			lines = append(lines, control.NewKeyHint(k.keys, k.does))
		}
		columns = append(columns, control.NewFlow(5, lines...))
	}
	page := newKeyPage(columns, message.Room(m.desk.Window.Canvas().Size().Width))
	m.desk.Post(&message.Message{Title: lang.L("Keys"), Body: page, Yes: lang.L("Close"), Key: desk.KeyHelp.Name()})
}

// keyGroup is a part of the page of keys.
type keyGroup struct {
	title string
	lines []keyLine
}

// keyLine is what some keys do, which are written already.
type keyLine struct{ keys, does string }

// keyGroups are the keys of the commands, menu by menu, and those of the text and of lists that are no commands.
func (m *menus) keyGroups(write func(desk.Key) string) []keyGroup {
	groups := make([]keyGroup, 0, len(m.mainMenu.Items)+2)
	for n, menu := range m.mainMenu.Items {
		group := keyGroup{title: menu.Label}
		for _, c := range m.commands {
			if c.In.Menu == desk.MenuName(n) && c.In.Of == "" && !c.Key.IsNone() {
				group.lines = append(group.lines, keyLine{write(c.Key), c.Label()})
			}
		}
		groups = append(groups, group)
	}
	text := keyGroup{title: lang.L("In the text"), lines: []keyLine{{
		write(desk.KeyRecent(0)) + "–" + write(desk.KeyRecent(names.MostRecentActors-1)), lang.L("link the selected words to a recent actor"),
	}}}
	menu := ownKeys{[]desk.Key{desk.Plain(desktop.KeyMenu), desk.Shift(fyne.KeyF10)}, lang.L("menu for what one is at")}
	for _, k := range append(keysOfText(), menu) {
		text.lines = append(text.lines, k.line(write))
	}
	lists := keyGroup{title: lang.L("In lists")}
	for _, k := range slices.Concat(keysOfLists(), []ownKeys{ofChanges(), menu}) {
		lists.lines = append(lists.lines, k.line(write))
	}
	return append(groups, text, lists)
}

// ownKeys are keys of the text or of lists that are no commands: what has the keyboard runs them itself.
type ownKeys struct {
	keys []desk.Key
	does string
}

func (k ownKeys) line(write func(desk.Key) string) keyLine {
	written := make([]string, len(k.keys))
	for i, key := range k.keys {
		written[i] = write(key)
	}
	return keyLine{strings.Join(written, ", "), k.does}
}

// keysOfLists select rows together.
func keysOfLists() []ownKeys {
	return []ownKeys{
		{[]desk.Key{desk.Shift(fyne.KeyUp), desk.Shift(fyne.KeyDown)}, lang.L("select several rows; so do all keys that move")},
		{[]desk.Key{desk.Ctrl(fyne.KeyUp), desk.Ctrl(fyne.KeyDown)}, lang.L("move without selecting")},
		{[]desk.Key{desk.Ctrl(fyne.KeySpace)}, lang.L("take a row in or out")},
		{[]desk.Key{desk.Standard(&fyne.ShortcutSelectAll{})}, lang.L("select all rows")},
	}
}

// ofChanges is a key that only the list of changes runs.
func ofChanges() ownKeys {
	return ownKeys{[]desk.Key{desk.Shift(fyne.KeyReturn)}, lang.L("of a change: to the old words")}
}

func keysOfText() []ownKeys {
	return []ownKeys{
		{[]desk.Key{desk.Plain(fyne.KeyLeft), desk.Plain(fyne.KeyRight), desk.Plain(fyne.KeyUp), desk.Plain(fyne.KeyDown)}, lang.L("move")},
		{[]desk.Key{desk.Shift(fyne.KeyLeft), desk.Shift(fyne.KeyRight)}, lang.L("select; so do all keys that move")},
		{[]desk.Key{desk.Ctrl(fyne.KeyLeft), desk.Ctrl(fyne.KeyRight)}, lang.L("by word")},
		{[]desk.Key{desk.Ctrl(fyne.KeyUp), desk.Ctrl(fyne.KeyDown)}, lang.L("by paragraph")},
		{[]desk.Key{desk.Plain(fyne.KeyHome), desk.Plain(fyne.KeyEnd)}, lang.L("ends of the line")},
		{[]desk.Key{desk.Ctrl(fyne.KeyHome), desk.Ctrl(fyne.KeyEnd)}, lang.L("ends of the article")},
		{[]desk.Key{desk.Plain(fyne.KeyPageUp), desk.Plain(fyne.KeyPageDown)}, lang.L("by page")},
		{[]desk.Key{desk.Plain(fyne.KeySpace)}, lang.L("scroll by a page")},
		{[]desk.Key{desk.Plain(fyne.KeyReturn)}, lang.L("open the current mark")},
		{[]desk.Key{desk.Plain(fyne.KeyTab)}, lang.L("to the next part of the window")},
	}
}
