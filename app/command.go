package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// command is one thing the user can ask for. Menus, keys and the page of keys
// are all made from the same table, so that no command can lack one of them.
type command struct {
	menu   menuName
	label  func() string // as it stands in the menu, translated
	key    fyne.Shortcut // nil when the key is a letter
	letter rune          // typed in the reading view without a modifier; 0 when there is none
	run    func()

	enabled func() bool // nil: always
	checked func() bool // nil: not something that is on or off
	ends    bool        // a separator follows in the menu
	typing  bool        // is for the text field with the focus, also one in a dialog
}

// menuName says in which menu a command stands.
type menuName int

const (
	menuFile menuName = iota
	menuEdit
	menuAnnotate
	menuGo
	menuView
	menuHelp

	menuRecentActors // within Annotate
)

func (c command) isEnabled() bool { return c.enabled == nil || c.enabled() }

// keyName returns how the command's key is written in menus and tooltips, such
// as "Ctrl+Shift+N" or "S".
func (c command) keyName() string {
	if c.letter != 0 {
		return string(c.letter)
	}
	k, ok := c.key.(fyne.KeyboardShortcut)
	if !ok {
		return ""
	}
	name := ""
	for _, m := range []struct {
		mod   fyne.KeyModifier
		label string
	}{
		{fyne.KeyModifierControl, "Ctrl+"},
		{fyne.KeyModifierAlt, "Alt+"},
		{fyne.KeyModifierShift, "Shift+"},
		{fyne.KeyModifierSuper, "Cmd+"},
	} {
		if k.Mod()&m.mod != 0 {
			name += m.label
		}
	}
	return name + keyLabel(k.Key())
}

// keyLabel names a key as it is printed on a keyboard.
func keyLabel(k fyne.KeyName) string {
	switch k {
	case fyne.KeyReturn, fyne.KeyEnter:
		return "Enter"
	case fyne.KeyEscape:
		return "Esc"
	case fyne.KeyDelete:
		return "Del"
	}
	return string(k)
}

// fixed makes a label that never changes.
func fixed(label string) func() string { return func() string { return label } }

// ctrl is a key with the platform's main modifier: Control, or Command on macOS.
func ctrl(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}
}

func ctrlShift(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{
		KeyName:  key,
		Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift,
	}
}

func alt(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt}
}

func altCtrl(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt | fyne.KeyModifierShortcutDefault}
}

func altShift(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt | fyne.KeyModifierShift}
}

// plain is a key without a modifier, such as F1. Menus show it, but the window
// has to run it: see [App.typedKey].
func plain(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key}
}
