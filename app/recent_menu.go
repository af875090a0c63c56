package app

import (
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
)

// refreshRecent lists the recent projects in their menu and reports whether
// the list changed.
func (m *menus) refreshRecent() bool {
	paths := m.desk.Prefs.Recent()
	if slices.Equal(paths, m.recent) {
		return false
	}
	m.recent = paths
	menu := m.recentItem.ChildMenu
	menu.Items = nil
	for _, path := range paths {
		menu.Items = append(menu.Items, fyne.NewMenuItem(recentLabel(path), func() { m.opens(path) }))
	}
	m.recentItem.Disabled = len(paths) == 0
	return true
}

// mostFolder is how much of a folder's path a menu has room for, in code points.
const mostFolder = 48

// recentLabel tells projects of the same name apart by their folder, or by its
// end if the whole is long.
func recentLabel(path string) string {
	folder := []rune(filepath.Dir(path))
	if cut := len(folder) - mostFolder; cut > 0 {
		folder = append([]rune("…"), folder[cut:]...)
	}
	return filepath.Base(path) + "  –  " + string(folder)
}
