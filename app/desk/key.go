package desk

import (
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
)

// Key is what runs a command: a shortcut, or a letter that is typed without a modifier but Shift. The zero key is none.
type Key struct {
	Shortcut fyne.Shortcut
	Letter   rune
	Shifted  bool // the letter is typed while Shift is held down, whatever its case
}

// Letter is the key with that letter of a US keyboard, whatever the layout prints on it.
func Letter(r rune) Key { return Key{Letter: r} }

// ShiftLetter is the key with that letter of a US keyboard while Shift is held down.
func ShiftLetter(r rune) Key { return Key{Letter: r, Shifted: true} }

// Standard is a shortcut that the system knows, such as that for Copy.
func Standard(s fyne.Shortcut) Key { return Key{Shortcut: s} }

// Plain is a key without a modifier, such as F1. Menus show it, but the window has to run it.
func Plain(name fyne.KeyName) Key { return pressed(name, 0) }

// Ctrl is a key with the platform's main modifier: Control, or Command on a Mac.
func Ctrl(name fyne.KeyName) Key { return pressed(name, fyne.KeyModifierShortcutDefault) }

// CtrlShift is a key with the platform's main modifier and Shift.
func CtrlShift(name fyne.KeyName) Key {
	return pressed(name, fyne.KeyModifierShortcutDefault|fyne.KeyModifierShift)
}

// Shift is a key with Shift.
func Shift(name fyne.KeyName) Key { return pressed(name, fyne.KeyModifierShift) }

// Alt is a key with Alt, which a Mac calls Option.
func Alt(name fyne.KeyName) Key { return pressed(name, fyne.KeyModifierAlt) }

// AltCtrl is a key with Alt and the platform's main modifier.
func AltCtrl(name fyne.KeyName) Key {
	return pressed(name, fyne.KeyModifierAlt|fyne.KeyModifierShortcutDefault)
}

// AltShift is a key with Alt and Shift.
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
	KeyRegexp  = AltCtrl(fyne.KeyR)

	KeyLeftPane  = Ctrl(fyne.KeyB) // as elsewhere, as is the next
	KeyRightPane = AltCtrl(fyne.KeyB)

	KeyNewProject  = Ctrl(fyne.KeyN)
	KeyOpenProject = Ctrl(fyne.KeyO)
	KeyImport      = Ctrl(fyne.KeyI)

	KeyDenseLists     = CtrlShift(fyne.KeyS)
	KeyFilterArticles = AltCtrl(fyne.KeyN) // narrows the list
	KeyNextUnread     = Alt(fyne.KeyPageDown)
	KeyPreviousUnread = Alt(fyne.KeyPageUp)
	KeyMentions       = Ctrl(fyne.Key3)

	KeyWaiting = AltCtrl(fyne.KeyW) // shows what waits to be imported
	KeyCompare = AltCtrl(fyne.KeyT) // of articles that wait, as is the next
	KeyColumns = AltCtrl(fyne.KeyL)

	KeyToReport            = Letter('Q')
	KeyGoToReport          = AltCtrl(fyne.KeyQ)
	KeyActor               = Letter('A')
	KeyStatement           = Letter('S')
	KeyPosition            = Letter('P')
	KeyHighlight           = Letter('H')
	KeyLinkAll             = Letter('L')
	KeyAccept              = Letter('Y') // a proposal, as are the next
	KeyAcceptAlike         = ShiftLetter('Y')
	KeyReject              = Letter('N')
	KeyTick                = Plain(fyne.KeySpace)
	KeyLinkPlaces          = Plain(fyne.KeyReturn)
	KeyCoded               = Letter('C')
	KeyAdd                 = Letter('+')
	KeyFill                = Letter('=')
	KeyNextMark            = Letter(']')
	KeyPreviousMark        = Letter('[')
	KeyDeleteArticle       = CtrlShift(fyne.KeyX)
	KeyEditText            = Ctrl(fyne.KeyE)
	KeyFindNext            = Ctrl(fyne.KeyG)
	KeyFindPrevious        = CtrlShift(fyne.KeyG)
	KeyHistoryOfAnnotation = Ctrl(fyne.KeyJ)
	KeyTakeBack            = Plain(fyne.KeyReturn) // in a history, as are the next
	KeyLookBack            = Letter('V')
	KeySetBack             = Letter('R')
	KeyUnfold              = Plain(fyne.KeyRight)
	KeyFold                = Plain(fyne.KeyLeft)
)

// KeyRecent links to the recent actor of that place, from 0.
func KeyRecent(n int) Key { return Letter(rune('1' + n)) }

// IsNone reports whether there is no key.
func (k Key) IsNone() bool { return k.Shortcut == nil && k.Letter == 0 }

// IsPlain reports whether the key has that name and no modifier. The Enter of the number pad is that of the letters.
func (k Key) IsPlain(name fyne.KeyName) bool {
	s, ok := k.Shortcut.(*desktop.CustomShortcut)
	if name == fyne.KeyEnter {
		name = fyne.KeyReturn
	}
	return ok && s.Modifier == 0 && s.KeyName == name
}

// Name is the name of a key that has no modifier, such as F1; "" of another.
func (k Key) Name() fyne.KeyName {
	if s, ok := k.Shortcut.(*desktop.CustomShortcut); ok && s.Modifier == 0 {
		return s.KeyName
	}
	return ""
}

// IsTyped reports whether the key is pressed without Control, Alt or Command, as it is in writing. The system's menus must
// not take such a key from a text field, so the window runs it.
func (k Key) IsTyped() bool {
	s, ok := k.Shortcut.(*desktop.CustomShortcut)
	return k.Letter != 0 || ok && s.Modifier == 0
}

// String returns how the key is written in menus and tooltips: "Ctrl+Shift+N", "S"; on a Mac "⇧⌘N".
func (k Key) String() string { return k.On(runtime.GOOS == "darwin") }

// On is how the key is written on a Mac, with the signs of its menus, or elsewhere.
func (k Key) On(mac bool) string {
	if k.Letter != 0 {
		with := fyne.KeyModifier(0)
		if k.Shifted {
			with = fyne.KeyModifierShift
		}
		return modified(with, mac) + string(k.Letter)
	}
	s, ok := k.Shortcut.(fyne.KeyboardShortcut)
	if !ok {
		return ""
	}
	return modified(s.Mod(), mac) + keyLabel(s.Key(), mac)
}

// modified is how modifiers are written before a key.
func modified(with fyne.KeyModifier, mac bool) string {
	name := ""
	for _, m := range modifiers {
		switch {
		case with&m.modifier == 0:
		case mac:
			name += m.mac
		default:
			name += m.label() + "+"
		}
	}
	return name
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
func keyLabel(k fyne.KeyName, mac bool) string {
	named, ok := keyNames[k]
	switch {
	case !ok:
		return string(k)
	case mac && named.mac != "":
		return named.mac
	}
	return named.label()
}

// keyNames are the keys whose name depends on the language, and their signs on a Mac.
var keyNames = map[fyne.KeyName]struct {
	label func() string
	mac   string
}{
	fyne.KeyReturn:   {func() string { return lang.X("key.Enter", "Enter") }, "↩"},
	fyne.KeyEscape:   {func() string { return lang.X("key.Escape", "Esc") }, "⎋"},
	fyne.KeyDelete:   {func() string { return lang.X("key.Delete", "Del") }, "⌦"},
	fyne.KeySpace:    {func() string { return lang.X("key.Space", "Space") }, ""},
	fyne.KeyTab:      {func() string { return lang.X("key.Tab", "Tab") }, "⇥"},
	fyne.KeyLeft:     {func() string { return lang.X("key.Left", "Left") }, "←"},
	fyne.KeyRight:    {func() string { return lang.X("key.Right", "Right") }, "→"},
	fyne.KeyUp:       {func() string { return lang.X("key.Up", "Up") }, "↑"},
	fyne.KeyDown:     {func() string { return lang.X("key.Down", "Down") }, "↓"},
	fyne.KeyHome:     {func() string { return lang.X("key.Home", "Home") }, "↖"},
	fyne.KeyEnd:      {func() string { return lang.X("key.End", "End") }, "↘"},
	fyne.KeyPageUp:   {func() string { return lang.X("key.PageUp", "Page Up") }, "⇞"},
	desktop.KeyMenu:  {func() string { return lang.X("key.Menu", "Menu") }, ""},
	fyne.KeyPageDown: {func() string { return lang.X("key.PageDown", "Page Down") }, "⇟"},
}
