package app

import (
	"runtime"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"standpoint/app/desk"
)

// menus are the menus of the window, made of all commands and kept up to date, and what runs a command by its key.
type menus struct {
	desk  *desk.Desk
	opens func(path string) // opens a recent project

	commands   []desk.Command // in the order of the menus
	mainMenu   *fyne.MainMenu
	menuItems  []*fyne.MenuItem // of the commands, in their order
	recentItem *fyne.MenuItem   // the menu of recent projects
	recent     []string         // their paths
	focused    fyne.Focusable   // when the menus were last brought up to date
	unwatch    func()           // ends watching the focus
	unheard    unheard
	isShifted  func() bool // Shift is held down
}

// setCommands makes the menus of commands, which stand in their order.
func (m *menus) setCommands(all []desk.Command) {
	m.commands = all
	m.mainMenu = m.newMenu()
	m.desk.Window.SetMainMenu(m.mainMenu)
	for _, c := range all {
		for _, other := range c.Also {
			m.desk.Window.Canvas().AddShortcut(other.Shortcut, func(fyne.Shortcut) { m.perform(c) })
		}
	}
}

// newMenu makes the main menu from the commands, which stand in its order.
func (m *menus) newMenu() *fyne.MainMenu {
	all := []*fyne.Menu{
		desk.MenuFile:     fyne.NewMenu(lang.L("File")),
		desk.MenuEdit:     fyne.NewMenu(lang.L("Edit")),
		desk.MenuAnnotate: fyne.NewMenu(lang.L("Annotate")),
		desk.MenuGo:       fyne.NewMenu(lang.L("Go")),
		desk.MenuView:     fyne.NewMenu(lang.L("View")),
		desk.MenuHelp:     fyne.NewMenu(lang.L("Help")),
	}
	labels := m.menuLabels()
	m.menuItems = make([]*fyne.MenuItem, len(m.commands))
	within := map[desk.Section]*fyne.Menu{}
	for i, c := range m.commands {
		menu := all[c.In.Menu]
		if i > 0 && len(menu.Items) > 0 && m.commands[i-1].In.Part != c.In.Part {
			menu.Items = append(menu.Items, fyne.NewMenuItemSeparator())
		}
		item := m.newMenuItem(c)
		item.Label, m.menuItems[i] = labels[i], item
		if c.In.Of == "" {
			menu.Items = append(menu.Items, item)
			continue
		}
		if within[c.In] == nil {
			within[c.In] = fyne.NewMenu("")
			holder := fyne.NewMenuItem(c.In.Of, nil)
			holder.ChildMenu = within[c.In]
			menu.Items = append(menu.Items, holder)
		}
		within[c.In].Items = append(within[c.In].Items, item)
	}
	m.addRecentProjects(all[desk.MenuFile])
	return fyne.NewMainMenu(all...)
}

// addRecentProjects adds their menu at the end of the first section.
func (m *menus) addRecentProjects(file *fyne.Menu) {
	m.recentItem = fyne.NewMenuItem(lang.L("Open Recent"), nil)
	m.recentItem.ChildMenu, m.recentItem.Disabled = fyne.NewMenu(""), true
	end := slices.IndexFunc(file.Items, func(i *fyne.MenuItem) bool { return i.IsSeparator })
	file.Items = slices.Insert(file.Items, end, m.recentItem)
}

// newMenuItem makes the menu entry of a command. Fyne fires the key of a menu
// entry even while the entry is disabled, so the action looks for itself. It
// fires the first entry alone that has the key.
func (m *menus) newMenuItem(c desk.Command) *fyne.MenuItem {
	item := fyne.NewMenuItem("", func() { m.perform(m.meant(c)) })
	if c.Key.Shortcut != nil && !c.Key.IsTyped() {
		item.Shortcut = menuKey(c.Key.Shortcut)
	}
	item.IsQuit = c.In == desk.SectionQuit
	return item
}

// meant is the command that the key of another one runs: that one, or one of another view with the same key if that alone can be run.
func (m *menus) meant(c desk.Command) desk.Command {
	if c.Act.IsPossible() || c.Key.Shortcut == nil {
		return c
	}
	for _, other := range m.commands {
		s := other.Key.Shortcut
		if s != nil && s.ShortcutName() == c.Key.Shortcut.ShortcutName() && other.Act.IsPossible() {
			return other
		}
	}
	return c
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

// menuLabels are what the entries of the main menu say.
func (m *menus) menuLabels() []string {
	type menu struct {
		name desk.MenuName
		of   string
	}
	return labelsWithKeys(m.commands, func(c desk.Command) menu { return menu{c.In.Menu, c.In.Of} })
}

// labelsWithKeys are what menu entries of commands say: what each does and, in a column of its own in each menu, its key.
func labelsWithKeys[M comparable](commands []desk.Command, menuOf func(desk.Command) M) []string {
	column := map[M]int{} // of the keys, in tab stops
	labels := make([]string, len(commands))
	for i, c := range commands {
		labels[i] = c.Label()
		in := menuOf(c)
		column[in] = max(column[in], tabStops(labels[i], menuGap)+1)
	}
	for i, c := range commands {
		switch key := c.Key.String(); {
		case key == "" || systemMenus && !c.Key.IsTyped():
		case systemMenus:
			labels[i] += "\t" + key
		default:
			labels[i] += strings.Repeat("\t", column[menuOf(c)]-tabStops(labels[i], 0)) + key
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
func (m *menus) perform(c desk.Command) {
	if c.In != desk.SectionQuit && !m.desk.IsCovered() && m.desk.Ahead.Keep(func(fyne.Focusable) { m.perform(c) }) {
		return
	}
	if c.Act.IsPossible() && (c.Typing || !m.desk.IsCovered()) {
		m.desk.Tooltips.HideTip()
		c.Act.Do()
		m.desk.RefreshMenu()
	}
}

// refresh brings labels, check marks and greyed entries up to date, and
// redraws the menu only if one of them changed.
func (m *menus) refresh() {
	m.focused = m.desk.Window.Canvas().Focused()
	changed := m.refreshRecent()
	labels := m.menuLabels()
	for i, c := range m.commands {
		item := m.menuItems[i]
		label, disabled := labels[i], !c.Act.IsPossible()
		checked := c.Checked != nil && c.Checked()
		if item.Label != label || item.Disabled != disabled || item.Checked != checked {
			item.Label, item.Disabled, item.Checked = label, disabled, checked
			changed = true
		}
	}
	if changed {
		m.desk.Window.SetMainMenu(m.mainMenu)
	}
}

// TypedLetter runs the one-letter command of a rune typed in the reading view or in a list, or while nothing has the keyboard, in whatever
// layout it was typed. A letter with Shift is no other command where the view in front has one for it, even if that cannot be run now.
func (m *menus) TypedLetter(r rune) bool {
	m.unheard.heard()
	typed := desk.LatinLetter(r)
	shifted := m.isShifted() && slices.ContainsFunc(m.commands, func(c desk.Command) bool {
		return c.Key.Letter == typed && c.Key.Shifted && (c.View == nil || c.View == m.desk.InFront())
	})
	return m.performFirst(func(k desk.Key) bool { return k.Letter == typed && k.Shifted == shifted })
}

// TypedKey runs the commands whose key has no modifier, such as F1, which no
// menu fires by itself, and answers the message that is open. A letter's key is followed by the letter, unless an input method
// keeps that.
func (m *menus) TypedKey(e *fyne.KeyEvent) bool {
	m.unheard.heard()
	if m.desk.IsCovered() {
		return m.desk.TypedOver(e)
	}
	if m.performFirst(func(k desk.Key) bool { return k.IsPlain(e.Name) }) {
		return true
	}
	from := m.desk.Window.Canvas().Focused()
	if f, ok := from.(interface{ TakesLetters() bool }); from == nil || ok && f.TakesLetters() {
		m.unheard.await(e, func(letter rune) {
			if !m.desk.IsCovered() && m.desk.Window.Canvas().Focused() == from {
				m.TypedLetter(letter)
			}
		})
	}
	return false
}

// performFirst runs the first command with such a key that can be run now.
func (m *menus) performFirst(has func(desk.Key) bool) bool {
	for _, c := range m.commands {
		if has(c.Key) && c.Act.IsPossible() {
			m.perform(c)
			return true
		}
	}
	return false
}

// PopUpMenu opens a menu with those commands of some sections that can be run now, a separator between two sections. What another view
// has to offer, or is about the whole project, is not about what lies under the pointer. What stands in a menu of its own within a section
// stands there directly.
func (m *menus) PopUpMenu(at fyne.Position, sections ...desk.Section) {
	m.refresh()
	var offered []desk.Command
	var items []*fyne.MenuItem
	for _, section := range sections {
		parted := len(items) == 0
		for n, c := range m.commands {
			if c.In.Compare(section) != 0 || !c.Fits(m.desk.InFront()) {
				continue
			}
			if !parted {
				items, parted = append(items, fyne.NewMenuItemSeparator()), true
			}
			item := *m.menuItems[n]
			items, offered = append(items, &item), append(offered, c)
		}
	}
	labels := labelsWithKeys(offered, func(desk.Command) bool { return true })
	for _, item := range items {
		if !item.IsSeparator {
			item.Label, labels = labels[0], labels[1:]
		}
	}
	if len(items) > 0 {
		widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), m.desk.Window.Canvas(), at)
	}
}

// focusInterval is how often the window looks where the focus is. Fyne tells
// nobody but the widget itself, and any of them may have got it.
const focusInterval = 200 * time.Millisecond

// watchFocus keeps the entries of the menus that depend on the focus up to date.
func (m *menus) watchFocus() {
	m.followFocus()
	m.unwatch = m.desk.Work.Later(focusInterval, m.watchFocus)
}

// followFocus brings the menus up to date if the focus moved. An open menu has
// the focus itself; it stays as it is.
func (m *menus) followFocus() {
	now := m.desk.Window.Canvas().Focused()
	if _, inMenu := now.(interface{ Child() *widget.Menu }); inMenu || now == m.focused {
		return
	}
	m.desk.RefreshMenu()
}
