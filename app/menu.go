package app

import (
	"runtime"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
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

		menuRecentActors: fyne.NewMenu(""),
	}
	labels := a.menuLabels()
	a.menuItems = make([]*fyne.MenuItem, len(a.commands))
	for i, c := range a.commands {
		item := a.newMenuItem(c)
		a.menuItems[i] = item
		m := menus[c.menu]
		m.Items = append(m.Items, item)
		item.Label = labels[i]
		if c.ends {
			m.Items = append(m.Items, fyne.NewMenuItemSeparator())
		}
	}
	a.recentItem = fyne.NewMenuItem(lang.L("Open Recent"), nil)
	a.recentItem.ChildMenu, a.recentItem.Disabled = fyne.NewMenu(""), true
	file := menus[menuFile]
	file.Items = append(file.Items[:3:3], append([]*fyne.MenuItem{a.recentItem}, file.Items[3:]...)...)
	linked := fyne.NewMenuItem(lang.L("Link to Recent Actor"), nil)
	linked.ChildMenu = menus[menuRecentActors]
	annotate := menus[menuAnnotate]
	annotate.Items = append(annotate.Items[:1:1], append([]*fyne.MenuItem{linked}, annotate.Items[1:]...)...)
	return fyne.NewMainMenu(menus[:menuRecentActors]...)
}

// newMenuItem makes the menu entry of a command. Fyne fires the key of a menu
// entry even while the entry is disabled, so the action looks for itself.
func (a *App) newMenuItem(c command) *fyne.MenuItem {
	item := fyne.NewMenuItem("", func() { a.perform(c) })
	if c.key != nil {
		item.Shortcut = menuKey(c.key)
	}
	item.IsQuit = c.label() == lang.L("Quit")
	return item
}

// systemMenus says that the system draws the menus, in its own bar.
const systemMenus = runtime.GOOS == "darwin"

// firedKey is the key of a menu entry that Fyne runs but does not write beside
// it: it would write it so pale that it cannot be read.
type firedKey struct{ name string }

// ShortcutName implements fyne.Shortcut.
func (k firedKey) ShortcutName() string { return k.name }

func menuKey(key fyne.Shortcut) fyne.Shortcut {
	if systemMenus {
		return key
	}
	return firedKey{key.ShortcutName()}
}

// menuLabels are what the menu entries of the commands say: what the command
// does and, in a column of its own, its key.
func (a *App) menuLabels() []string {
	var column [menuRecentActors + 1]int // of the keys, in tab stops
	labels := make([]string, len(a.commands))
	for i, c := range a.commands {
		labels[i] = c.label()
		column[c.menu] = max(column[c.menu], tabStops(labels[i], menuGap)+1)
	}
	for i, c := range a.commands {
		switch key := c.keyName(); {
		case key == "" || systemMenus && c.letter == 0:
		case systemMenus:
			labels[i] += "\t" + key
		default:
			labels[i] += strings.Repeat("\t", column[c.menu]-tabStops(labels[i], 0)) + key
		}
	}
	return labels
}

// menuGap is what there is at least between an entry and its key, in pixels.
const menuGap = 16

// tabStops is how many tab stops a text in a menu passes, with a gap after it.
func tabStops(label string, gap float32) int {
	size := theme.TextSize()
	stop := fyne.MeasureText("\t", size, fyne.TextStyle{}).Width
	return int((fyne.MeasureText(label, size, fyne.TextStyle{}).Width + gap) / stop)
}

// perform runs a command if it can be run now. While a message or a dialog is
// open only those for its text fields can.
func (a *App) perform(c command) {
	if c.isEnabled() && (c.typing || !a.isCovered()) {
		a.frame.tooltips.HideTip()
		c.run()
		a.refreshMenu()
	}
}

// refreshMenu brings labels, check marks and greyed entries up to date, and
// redraws the menu only if one of them changed.
func (a *App) refreshMenu() {
	a.frame.showHints()
	a.focused = a.window.Canvas().Focused()
	changed := a.refreshRecent()
	labels := a.menuLabels()
	for i, c := range a.commands {
		item := a.menuItems[i]
		label, disabled := labels[i], !c.isEnabled()
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
// menu fires by itself, and answers the message that is open.
func (a *App) typedKey(e *fyne.KeyEvent) bool {
	if a.isCovered() {
		return a.typedOver(e)
	}
	for _, c := range a.commands {
		if k, ok := c.key.(*desktop.CustomShortcut); ok && k.Modifier == 0 && k.KeyName == e.Name && c.isEnabled() {
			a.perform(c)
			return true
		}
	}
	return false
}
