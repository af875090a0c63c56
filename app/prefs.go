package app

import (
	"slices"

	"fyne.io/fyne/v2"
)

// prefs remembers what belongs to this user and computer rather than to a
// project: recent projects, the window's size, the appearance, the coder.
type prefs struct{ fyne.Preferences }

const mostRecent = 9

func (p prefs) recent() []string { return p.StringList("recent") }

func (p prefs) addRecent(path string) {
	list := append([]string{path}, slices.DeleteFunc(p.recent(), func(s string) bool { return s == path })...)
	p.SetStringList("recent", list[:min(len(list), mostRecent)])
}

func (p prefs) dropRecent(path string) {
	p.SetStringList("recent", slices.DeleteFunc(p.recent(), func(s string) bool { return s == path }))
}

func (p prefs) last() string { return p.String("last") }

func (p prefs) setLast(path string) { p.SetString("last", path) }

// The appearance is one of these.
const (
	appearanceSystem = ""
	appearanceLight  = "light"
	appearanceDark   = "dark"
)

func (p prefs) appearance() string { return p.String("appearance") }

func (p prefs) setAppearance(a string) { p.SetString("appearance", a) }

// language is the code of the language that the window speaks; "" is the system's.
func (p prefs) language() string { return p.String("language") }

func (p prefs) setLanguage(code string) { p.SetString("language", code) }

func (p prefs) windowSize() fyne.Size {
	return fyne.NewSize(float32(p.FloatWithFallback("width", 1280)), float32(p.FloatWithFallback("height", 820)))
}

func (p prefs) setWindowSize(s fyne.Size) {
	p.SetFloat("width", float64(s.Width))
	p.SetFloat("height", float64(s.Height))
}
