package control

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"standpoint/app/look"
)

// inWindow shows an object in a window of that size, in the light theme, with room for lists above it.
func inWindow(t *testing.T, o fyne.CanvasObject, width, height float32) fyne.Window {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
	if _, is := o.(*Tooltips); !is {
		o = NewLayer(o)
	}
	w := test.NewWindow(o)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(width, height))
	t.Cleanup(w.Close)
	return w
}

// press types keys into what has the focus.
func press(t *testing.T, w fyne.Window, keys ...fyne.KeyName) {
	t.Helper()
	for _, k := range keys {
		f := w.Canvas().Focused()
		if f == nil {
			t.Fatalf("nothing has the focus for %s", k)
		}
		f.TypedKey(&fyne.KeyEvent{Name: k})
	}
}

// write types text into what has the focus.
func write(t *testing.T, w fyne.Window, text string) {
	t.Helper()
	f := w.Canvas().Focused()
	if f == nil {
		t.Fatalf("nothing has the focus for %q", text)
	}
	for _, r := range text {
		f.TypedRune(r)
	}
}

func ctrl(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}
}

func shortcut(t *testing.T, w fyne.Window, s fyne.Shortcut) {
	t.Helper()
	f, ok := w.Canvas().Focused().(fyne.Shortcutable)
	if !ok {
		t.Fatal("what has the focus takes no shortcuts")
	}
	f.TypedShortcut(s)
}

// click presses and releases the mouse on a row of a list as a window does: what had
// the focus loses it in between.
func click(w fyne.Window, line *pickLine) {
	line.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
	w.Canvas().Unfocus()
	line.Tapped(&fyne.PointEvent{})
}

func TestAButtonTellsItsKey(t *testing.T) {
	for _, c := range []struct{ tip, key, want string }{
		{"Put it aside", "Esc", "Put it aside  ·  Esc"}, {"", "Esc", "Cancel  ·  Esc"}, {"Put it aside", "", "Put it aside"}, {"", "", ""},
	} {
		if got := NewTextButton("Cancel", c.tip, c.key, nil).Tooltip(); got != c.want {
			t.Errorf("tip %q, key %q: the tooltip is %q", c.tip, c.key, got)
		}
	}
}
