package desk

import (
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
)

// Key is what runs a command: a shortcut, or a letter that is typed without a modifier. The zero key is none.
type Key struct {
	Shortcut fyne.Shortcut
	Letter   rune
}

// Letter is the key with that letter of a US keyboard, whatever the layout prints on it.
func Letter(r rune) Key { return Key{Letter: r} }

// Standard is a shortcut that the system knows, such as that for Copy.
func Standard(s fyne.Shortcut) Key { return Key{Shortcut: s} }

// Plain is a key without a modifier, such as F1. Menus show it, but the window has to run it.
func Plain(name fyne.KeyName) Key { return pressed(name, 0) }

// Ctrl is a key with the platform's main modifier: Control, or Command on a Mac.
func Ctrl(name fyne.KeyName) Key { return pressed(name, fyne.KeyModifierShortcutDefault) }

func CtrlShift(name fyne.KeyName) Key {
	return pressed(name, fyne.KeyModifierShortcutDefault|fyne.KeyModifierShift)
}

func Alt(name fyne.KeyName) Key { return pressed(name, fyne.KeyModifierAlt) }

func AltCtrl(name fyne.KeyName) Key {
	return pressed(name, fyne.KeyModifierAlt|fyne.KeyModifierShortcutDefault)
}

func AltShift(name fyne.KeyName) Key {
	return pressed(name, fyne.KeyModifierAlt|fyne.KeyModifierShift)
}

func pressed(name fyne.KeyName, with fyne.KeyModifier) Key {
	return Key{Shortcut: &desktop.CustomShortcut{KeyName: name, Modifier: with}}
}

// The keys that are told in hints, sentences and tooltips; those that only their menu entry tells stand with their command.
var (
	KeySave    = Ctrl(fyne.KeyReturn)
	KeyGiveUp  = Plain(fyne.KeyEscape)
	KeyDelete  = Plain(fyne.KeyDelete)
	KeyEdit    = Plain(fyne.KeyReturn)
	KeyFilter  = Ctrl(fyne.KeyL)
	KeyUndo    = Standard(&fyne.ShortcutUndo{})
	KeyMerge   = Letter('M')
	KeyCancel  = Ctrl(fyne.KeyPeriod) // the job that is running, as elsewhere
	KeyPresent = CtrlShift(fyne.KeyP)
	KeyHelp    = Plain(fyne.KeyF1)
	KeySearch  = Ctrl(fyne.KeyK)

	KeyActor               = Letter('A')
	KeyStatement           = Letter('S')
	KeyPosition            = Letter('P')
	KeyHighlight           = Letter('H')
	KeyLinkAll             = Letter('L')
	KeyTick                = Plain(fyne.KeySpace)
	KeyAdd                 = Letter('+')
	KeyNextMark            = Letter(']')
	KeyPreviousMark        = Letter('[')
	KeyEditText            = Ctrl(fyne.KeyE)
	KeyFindNext            = Ctrl(fyne.KeyG)
	KeyFindPrevious        = CtrlShift(fyne.KeyG)
	KeyHistoryOfAnnotation = Ctrl(fyne.KeyH)
	KeyLookBack            = Letter('V') // in a history
	KeySetBack             = Letter('R')
)

// IsNone reports whether there is no key.
func (k Key) IsNone() bool { return k.Shortcut == nil && k.Letter == 0 }

// IsPlain reports whether the key has that name and no modifier.
func (k Key) IsPlain(name fyne.KeyName) bool {
	s, ok := k.Shortcut.(*desktop.CustomShortcut)
	return ok && s.Modifier == 0 && s.KeyName == name
}

// String returns how the key is written in menus and tooltips: "Ctrl+Shift+N", "S"; on a Mac "⇧⌘N".
func (k Key) String() string { return k.on(runtime.GOOS == "darwin") }

// on is how the key is written on a Mac, or elsewhere.
func (k Key) on(mac bool) string {
	if k.Letter != 0 {
		return string(k.Letter)
	}
	s, ok := k.Shortcut.(fyne.KeyboardShortcut)
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
	case fyne.KeyTab:
		return lang.X("key.Tab", "Tab")
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
