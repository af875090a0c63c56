package app

import (
	"cmp"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// hand works the window as a person does: it presses keys, which go where the system would send them, and drags over words. It counts
// what it does: a chord is one press, and so is each letter.
type hand struct {
	*App
	t        *testing.T
	presses  int
	gestures int // of the mouse
}

// handKeys are the keys that have a name in what a hand is told to press.
var handKeys = map[string]fyne.KeyName{
	"Enter": fyne.KeyReturn, "Tab": fyne.KeyTab, "Esc": fyne.KeyEscape, "Space": fyne.KeySpace,
	"Backspace": fyne.KeyBackspace, "Delete": fyne.KeyDelete, "Home": fyne.KeyHome, "End": fyne.KeyEnd,
	"Up": fyne.KeyUp, "Down": fyne.KeyDown, "Left": fyne.KeyLeft, "Right": fyne.KeyRight, "F6": fyne.KeyF6,
	"PageUp": fyne.KeyPageUp, "PageDown": fyne.KeyPageDown,
}

// press presses keys, which stand apart: names such as Enter, chords such as Ctrl+Enter, and of all else each letter. Tab*3 is Tab three
// times.
func (h *hand) press(keys string) {
	h.t.Helper()
	for key := range strings.FieldsSeq(keys) {
		name, times, _ := strings.Cut(key, "*")
		n, err := strconv.Atoi(cmp.Or(times, "1"))
		if err != nil {
			h.t.Fatal(err)
		}
		for range n {
			h.pressOne(name)
		}
	}
}

func (h *hand) pressOne(key string) {
	h.t.Helper()
	chord := strings.Split(key, "+")
	name, named := handKeys[chord[len(chord)-1]]
	switch {
	case len(chord) > 1 && chord[0] != "":
		if !named {
			name = fyne.KeyName(strings.ToUpper(chord[len(chord)-1]))
		}
		h.chord(name, modifiersOf(h.t, chord[:len(chord)-1]))
	case key == "Space":
		h.letter(' ')
	case named:
		h.presses++
		h.key(name)
	default:
		for _, r := range key {
			h.letter(r)
		}
	}
}

func modifiersOf(t *testing.T, names []string) (all fyne.KeyModifier) {
	t.Helper()
	for _, name := range names {
		m, known := map[string]fyne.KeyModifier{
			"Ctrl": fyne.KeyModifierShortcutDefault, "Shift": fyne.KeyModifierShift, "Alt": fyne.KeyModifierAlt,
		}[name]
		if !known {
			t.Fatalf("there is no key %s", name)
		}
		all |= m
	}
	return all
}

// chord presses a key with others: a menu takes it first, then what has the keyboard.
func (h *hand) chord(name fyne.KeyName, with fyne.KeyModifier) {
	h.t.Helper()
	h.presses++
	c := h.Window.Canvas()
	if name == fyne.KeyTab && with == fyne.KeyModifierShift {
		c.FocusPrevious()
		return
	}
	if with == fyne.KeyModifierShift { // selects, which is no shortcut
		if focused, ok := c.Focused().(desktop.Keyable); ok {
			focused.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
			defer focused.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
		}
		h.key(name)
		return
	}
	pressed := fyne.Shortcut(&desktop.CustomShortcut{KeyName: name, Modifier: with})
	for _, item := range h.menus.menuItems {
		if item.Shortcut != nil && item.Shortcut.ShortcutName() == pressed.ShortcutName() {
			item.Action()
			return
		}
	}
	if focused, ok := c.Focused().(fyne.Shortcutable); ok {
		focused.TypedShortcut(pressed)
		return
	}
	c.(fyne.Shortcutable).TypedShortcut(pressed)
}

// key presses a key that is no letter.
func (h *hand) key(name fyne.KeyName) {
	c := h.Window.Canvas()
	tabbable, _ := c.Focused().(fyne.Tabbable)
	switch focused := c.Focused(); {
	case name == fyne.KeyTab && (tabbable == nil || !tabbable.AcceptsTab()):
		c.FocusNext()
	case focused != nil:
		focused.TypedKey(&fyne.KeyEvent{Name: name})
	default:
		c.OnTypedKey()(&fyne.KeyEvent{Name: name})
	}
}

// letter types a letter. The system tells of its key first; the letter goes to what has the keyboard then.
func (h *hand) letter(r rune) {
	h.presses++
	name := fyne.KeyName(string(unicode.ToUpper(r)))
	if r == ' ' {
		name = fyne.KeySpace
	}
	h.key(name)
	if focused := h.Window.Canvas().Focused(); focused != nil {
		focused.TypedRune(r)
	}
}

// drag selects words with the mouse, which gives the text the keyboard.
func (h *hand) drag(words string) {
	h.t.Helper()
	h.gestures++
	view := h.text()
	before := h.Window.Canvas().Focused()
	h.Window.Canvas().Focus(view)
	view.Select(h.words(h.t, words))
	view.OnSelect(view.Selection())
	if before != nil && before != fyne.Focusable(view) {
		view.OnFetch(before, view.Selection())
	}
}
