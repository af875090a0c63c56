package app

import (
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
)

// key is what runs a command: a shortcut, or a letter that is typed without a modifier. The zero key is none.
type key struct {
	shortcut fyne.Shortcut
	letter   rune
}

// letter is the key with that letter of a US keyboard, whatever the layout prints on it.
func letter(r rune) key { return key{letter: r} }

// standard is a shortcut that the system knows, such as that for Copy.
func standard(s fyne.Shortcut) key { return key{shortcut: s} }

// plain is a key without a modifier, such as F1. Menus show it, but the window has to run it.
func plain(name fyne.KeyName) key { return pressed(name, 0) }

// ctrl is a key with the platform's main modifier: Control, or Command on a Mac.
func ctrl(name fyne.KeyName) key { return pressed(name, fyne.KeyModifierShortcutDefault) }

func ctrlShift(name fyne.KeyName) key {
	return pressed(name, fyne.KeyModifierShortcutDefault|fyne.KeyModifierShift)
}

func alt(name fyne.KeyName) key { return pressed(name, fyne.KeyModifierAlt) }

func altCtrl(name fyne.KeyName) key {
	return pressed(name, fyne.KeyModifierAlt|fyne.KeyModifierShortcutDefault)
}

func altShift(name fyne.KeyName) key {
	return pressed(name, fyne.KeyModifierAlt|fyne.KeyModifierShift)
}

func pressed(name fyne.KeyName, with fyne.KeyModifier) key {
	return key{shortcut: &desktop.CustomShortcut{KeyName: name, Modifier: with}}
}

// The keys that are told in hints, sentences and tooltips; those that only their menu entry tells stand with their command.
var (
	keySave    = ctrl(fyne.KeyReturn)
	keyGiveUp  = plain(fyne.KeyEscape)
	keyDelete  = plain(fyne.KeyDelete)
	keyEdit    = plain(fyne.KeyReturn)
	keyFilter  = ctrl(fyne.KeyL)
	keyUndo    = standard(&fyne.ShortcutUndo{})
	keyMerge   = letter('M')
	keyCancel  = ctrl(fyne.KeyPeriod) // the job that is running, as elsewhere
	keyPresent = ctrlShift(fyne.KeyP)
	keyHelp    = plain(fyne.KeyF1)
	keySearch  = ctrl(fyne.KeyK)

	keyActor               = letter('A')
	keyStatement           = letter('S')
	keyPosition            = letter('P')
	keyHighlight           = letter('H')
	keyLinkAll             = letter('L')
	keyTick                = plain(fyne.KeySpace)
	keyAdd                 = letter('+')
	keyNextMark            = letter(']')
	keyPreviousMark        = letter('[')
	keyEditText            = ctrl(fyne.KeyE)
	keyFindNext            = ctrl(fyne.KeyG)
	keyFindPrevious        = ctrlShift(fyne.KeyG)
	keyHistoryOfAnnotation = ctrl(fyne.KeyH)
	keyLookBack            = letter('V') // in a history
	keySetBack             = letter('R')
)

// isNone reports whether there is no key.
func (k key) isNone() bool { return k.shortcut == nil && k.letter == 0 }

// isPlain reports whether the key has that name and no modifier.
func (k key) isPlain(name fyne.KeyName) bool {
	s, ok := k.shortcut.(*desktop.CustomShortcut)
	return ok && s.Modifier == 0 && s.KeyName == name
}

// String returns how the key is written in menus and tooltips: "Ctrl+Shift+N", "S"; on a Mac "⇧⌘N".
func (k key) String() string { return k.on(runtime.GOOS == "darwin") }

// on is how the key is written on a Mac, or elsewhere.
func (k key) on(mac bool) string {
	if k.letter != 0 {
		return string(k.letter)
	}
	s, ok := k.shortcut.(fyne.KeyboardShortcut)
	if !ok {
		return ""
	}
	name := ""
	for _, m := range modifiers {
		if s.Mod()&m.modifier == 0 {
			continue
		}
		if mac {
			name += m.mac
		} else {
			name += m.label() + "+"
		}
	}
	return name + keyLabel(s.Key())
}

// modifiers are how they are written, in their order.
var modifiers = []struct {
	modifier fyne.KeyModifier
	label    func() string
	mac      string
}{
	{fyne.KeyModifierControl, func() string { return lang.X("key.Control", "Ctrl") }, "⌃"},
	{fyne.KeyModifierAlt, func() string { return lang.X("key.Alt", "Alt") }, "⌥"},
	{fyne.KeyModifierShift, func() string { return lang.X("key.Shift", "Shift") }, "⇧"},
	{fyne.KeyModifierSuper, func() string { return lang.X("key.Super", "Super") }, "⌘"},
}

// keyLabel names a key as it is printed on a keyboard.
func keyLabel(k fyne.KeyName) string {
	switch k {
	case fyne.KeyReturn, fyne.KeyEnter:
		return lang.X("key.Enter", "Enter")
	case fyne.KeyEscape:
		return lang.X("key.Escape", "Esc")
	case fyne.KeyDelete:
		return lang.X("key.Delete", "Del")
	case fyne.KeySpace:
		return lang.X("key.Space", "Space")
	case fyne.KeyLeft:
		return lang.X("key.Left", "Left")
	case fyne.KeyRight:
		return lang.X("key.Right", "Right")
	case fyne.KeyUp:
		return lang.X("key.Up", "Up")
	case fyne.KeyDown:
		return lang.X("key.Down", "Down")
	case fyne.KeyPageUp:
		return lang.X("key.PageUp", "Page Up")
	case fyne.KeyPageDown:
		return lang.X("key.PageDown", "Page Down")
	}
	return string(k)
}
