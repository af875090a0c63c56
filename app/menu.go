package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
)

// newMenu makes the main menu from the commands.
func (a *App) newMenu() *fyne.MainMenu {
	menus := []*fyne.Menu{
		menuFile:     fyne.NewMenu(lang.L("File")),
		menuEdit:     fyne.NewMenu(lang.L("Edit")),
		menuAnnotate: fyne.NewMenu(lang.L("Annotate")),
		menuGo:       fyne.NewMenu(lang.L("Go")),
		menuView:     fyne.NewMenu(lang.L("View")),
		menuHelp:     fyne.NewMenu(lang.L("Help")),
	}
	a.menuItems = make([]*fyne.MenuItem, len(a.commands))
	for i, c := range a.commands {
		item := a.newMenuItem(c)
		a.menuItems[i] = item
		m := menus[c.menu]
		m.Items = append(m.Items, item)
		if c.ends {
			m.Items = append(m.Items, fyne.NewMenuItemSeparator())
		}
	}
	a.recentItem = fyne.NewMenuItem(lang.L("Open Recent"), nil)
	a.recentItem.ChildMenu = fyne.NewMenu("")
	file := menus[menuFile]
	file.Items = append(file.Items[:3:3], append([]*fyne.MenuItem{a.recentItem}, file.Items[3:]...)...)
	return fyne.NewMainMenu(menus...)
}

// newMenuItem makes the menu entry of a command. Fyne fires the key of a menu
// entry even while the entry is disabled, so the action looks for itself.
func (a *App) newMenuItem(c command) *fyne.MenuItem {
	item := fyne.NewMenuItem(c.label(), func() { a.perform(c) })
	if c.letter != 0 {
		item.Label += "\t" + c.keyName()
	} else {
		item.Shortcut = c.key
	}
	item.IsQuit = c.label() == lang.L("Quit")
	return item
}

// perform runs a command if it can be run now.
func (a *App) perform(c command) {
	if c.isEnabled() {
		a.frame.tooltips.HideTip()
		c.run()
		a.refreshMenu()
	}
}

// refreshMenu brings labels, check marks and greyed entries up to date, and
// redraws the menu only if one of them changed.
func (a *App) refreshMenu() {
	changed := a.refreshRecent()
	for i, c := range a.commands {
		item := a.menuItems[i]
		label, disabled := c.label(), !c.isEnabled()
		if c.letter != 0 {
			label += "\t" + c.keyName()
		}
		checked := c.checked != nil && c.checked()
		if item.Label != label || item.Disabled != disabled || item.Checked != checked {
			item.Label, item.Disabled, item.Checked = label, disabled, checked
			changed = true
		}
	}
	if changed {
		a.window.SetMainMenu(a.mainMenu)
	}
}

// typedLetter runs the one-letter command of a rune typed in the reading view,
// in whatever layout it was typed.
func (a *App) typedLetter(r rune) bool {
	letter := latinLetter(r)
	for _, c := range a.commands {
		if c.letter == letter {
			a.perform(c)
			return true
		}
	}
	return false
}

// typedKey runs the commands whose key has no modifier, such as F1, which no
// menu fires by itself.
func (a *App) typedKey(e *fyne.KeyEvent) bool {
	for _, c := range a.commands {
		if k, ok := c.key.(*desktop.CustomShortcut); ok && k.Modifier == 0 && k.KeyName == e.Name && c.isEnabled() {
			a.perform(c)
			return true
		}
	}
	return false
}
