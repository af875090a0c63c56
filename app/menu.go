package app

import (
	"runtime"
	"slices"
	"strings"

	"standpoint/app/desk"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// newMenu makes the main menu from the commands, which stand in its order.
func (a *App) newMenu() *fyne.MainMenu {
	menus := []*fyne.Menu{
		desk.MenuFile:     fyne.NewMenu(lang.L("File")),
		desk.MenuEdit:     fyne.NewMenu(lang.L("Edit")),
		desk.MenuAnnotate: fyne.NewMenu(lang.L("Annotate")),
		desk.MenuGo:       fyne.NewMenu(lang.L("Go")),
		desk.MenuView:     fyne.NewMenu(lang.L("View")),
		desk.MenuHelp:     fyne.NewMenu(lang.L("Help")),
	}
	labels := a.menuLabels()
	a.menuItems = make([]*fyne.MenuItem, len(a.commands))
	within := map[desk.Section]*fyne.Menu{}
	for i, c := range a.commands {
		m := menus[c.In.Menu]
		if i > 0 && len(m.Items) > 0 && a.commands[i-1].In.Part != c.In.Part {
			m.Items = append(m.Items, fyne.NewMenuItemSeparator())
		}
		item := a.newMenuItem(c)
		item.Label, a.menuItems[i] = labels[i], item
		if c.In.Of == "" {
			m.Items = append(m.Items, item)
			continue
		}
		if within[c.In] == nil {
			within[c.In] = fyne.NewMenu("")
			holder := fyne.NewMenuItem(c.In.Of, nil)
			holder.ChildMenu = within[c.In]
			m.Items = append(m.Items, holder)
		}
		within[c.In].Items = append(within[c.In].Items, item)
	}
	a.addRecentProjects(menus[desk.MenuFile])
	return fyne.NewMainMenu(menus...)
}

// addRecentProjects adds their menu at the end of the first section.
func (a *App) addRecentProjects(file *fyne.Menu) {
	a.recentItem = fyne.NewMenuItem(lang.L("Open Recent"), nil)
	a.recentItem.ChildMenu, a.recentItem.Disabled = fyne.NewMenu(""), true
	end := slices.IndexFunc(file.Items, func(i *fyne.MenuItem) bool { return i.IsSeparator })
	file.Items = slices.Insert(file.Items, end, a.recentItem)
}

// newMenuItem makes the menu entry of a command. Fyne fires the key of a menu
// entry even while the entry is disabled, so the action looks for itself.
func (a *App) newMenuItem(c desk.Command) *fyne.MenuItem {
	item := fyne.NewMenuItem("", func() { a.perform(c) })
	if c.Key.Shortcut != nil {
		item.Shortcut = menuKey(c.Key.Shortcut)
	}
	item.IsQuit = c.In == desk.SectionQuit
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
	type menu struct {
		name desk.MenuName
		of   string
	}
	column := map[menu]int{} // of the keys, in tab stops
	labels := make([]string, len(a.commands))
	for i, c := range a.commands {
		labels[i] = c.Label()
		m := menu{c.In.Menu, c.In.Of}
		column[m] = max(column[m], tabStops(labels[i], menuGap)+1)
	}
	for i, c := range a.commands {
		switch key := c.Key.String(); {
		case key == "" || systemMenus && c.Key.Letter == 0:
		case systemMenus:
			labels[i] += "\t" + key
		default:
			labels[i] += strings.Repeat("\t", column[menu{c.In.Menu, c.In.Of}]-tabStops(labels[i], 0)) + key
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
func (a *App) perform(c desk.Command) {
	if c.Act.IsPossible() && (c.Typing || !a.IsCovered()) {
		a.Tooltips.HideTip()
		c.Act.Do()
		a.RefreshMenu()
	}
}

// RefreshMenu brings labels, check marks and greyed entries up to date, and
// redraws the menu only if one of them changed.
func (a *App) RefreshMenu() {
	a.frame.showHints()
	a.focused = a.Window.Canvas().Focused()
	changed := a.refreshRecent()
	labels := a.menuLabels()
	for i, c := range a.commands {
		item := a.menuItems[i]
		label, disabled := labels[i], !c.Act.IsPossible()
		checked := c.Checked != nil && c.Checked()
		if item.Label != label || item.Disabled != disabled || item.Checked != checked {
			item.Label, item.Disabled, item.Checked = label, disabled, checked
			changed = true
		}
	}
	if changed {
		a.Window.SetMainMenu(a.mainMenu)
	}
}

// TypedLetter runs the one-letter command of a rune typed in the reading view or in a list,
// in whatever layout it was typed.
func (a *App) TypedLetter(r rune) bool {
	typed := desk.LatinLetter(r)
	return a.performFirst(func(k desk.Key) bool { return k.Letter == typed })
}

// TypedKey runs the commands whose key has no modifier, such as F1, which no
// menu fires by itself, and answers the message that is open.
func (a *App) TypedKey(e *fyne.KeyEvent) bool {
	if a.IsCovered() {
		return a.TypedOver(e)
	}
	return a.performFirst(func(k desk.Key) bool { return k.IsPlain(e.Name) })
}

// performFirst runs the first command with such a key that can be run now.
func (a *App) performFirst(has func(desk.Key) bool) bool {
	for _, c := range a.commands {
		if has(c.Key) && c.Act.IsPossible() {
			a.perform(c)
			return true
		}
	}
	return false
}

// PopUpMenu opens a menu with those of its commands that can be run now.
func (a *App) PopUpMenu(menu desk.MenuName, at fyne.Position) {
	var items []*fyne.MenuItem
	for n, c := range a.commands {
		if c.In.Menu == menu && c.In.Of == "" && c.Act.IsPossible() {
			items = append(items, a.menuItems[n])
		}
	}
	if len(items) > 0 {
		widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), a.Window.Canvas(), at)
	}
}
