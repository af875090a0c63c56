package control

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
)

func TestFieldPassesTheWindowsKeysOn(t *testing.T) {
	for name, field := range map[string]*Field{"one line": NewField("Name"), "several": NewArea("Note", 3)} {
		t.Run(name, func(t *testing.T) {
			var got []string
			note := func(s string) { got = append(got, s) }
			field.OnSave = func() { note("save") }
			field.OnCancel = func() { note("cancel") }
			field.OnShortcut = func(s fyne.Shortcut) bool {
				note(s.ShortcutName())
				return s.ShortcutName() != ctrl(fyne.KeyF).ShortcutName()
			}
			field.OnKey = func(e *fyne.KeyEvent) bool { note(string(e.Name)); return false }
			w := inWindow(t, field, 300, 120)
			w.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { note("canvas " + string(e.Name)) })

			field.Focus()
			write(t, w, "abc")
			shortcut(t, w, ctrl(fyne.KeyReturn))
			shortcut(t, w, ctrl(fyne.KeyK))
			press(t, w, fyne.KeyEscape, fyne.KeyF3)

			want := []string{"save", ctrl(fyne.KeyK).ShortcutName(), "cancel", "F3", "canvas F3"}
			if len(got) != len(want) {
				t.Fatalf("passed on %q, want %q", got, want)
			}
			for i := range want {
				if got[i] != want[i] {
					t.Errorf("passed on %q, want %q", got, want)
				}
			}
			if field.Text() != "abc" {
				t.Errorf("the text is %q", field.Text())
			}
		})
	}
}

func TestFieldUndoesItsTypingFirst(t *testing.T) {
	field := NewField("Name")
	field.SetText("Anna")
	passed := 0
	field.OnShortcut = func(fyne.Shortcut) bool { passed++; return true }
	w := inWindow(t, field, 300, 60)
	field.Focus()
	if field.CanUndo() {
		t.Error("a field just filled has something to undo")
	}
	press(t, w, fyne.KeyEnd)
	write(t, w, "x y")
	before := field.Input().CursorColumn
	if !field.CanUndo() || field.Text() != "Annax y" || field.Input().CursorColumn != before {
		t.Errorf("after asking whether there is something to undo: %q, cursor %d of %d", field.Text(), field.Input().CursorColumn, before)
	}
	for range 10 {
		if !field.CanUndo() {
			break
		}
		shortcut(t, w, &fyne.ShortcutUndo{})
	}
	if field.Text() != "Anna" || passed != 0 {
		t.Errorf("undone to %q, %d undos passed on", field.Text(), passed)
	}
	shortcut(t, w, &fyne.ShortcutUndo{})
	if passed != 1 {
		t.Errorf("an undo with nothing to undo was passed on %d times, want once", passed)
	}
	for range 10 {
		if !field.CanRedo() {
			break
		}
		shortcut(t, w, &fyne.ShortcutRedo{})
	}
	if field.Text() != "Annax y" {
		t.Errorf("redone to %q", field.Text())
	}
}

func TestCanUndoIsUnseen(t *testing.T) {
	field := NewField("")
	changes := 0
	w := inWindow(t, field, 300, 60)
	field.Focus()
	write(t, w, "word")
	field.OnChanged = func(string) { changes++ }
	field.CanUndo()
	field.CanRedo()
	if changes != 0 || field.Text() != "word" {
		t.Errorf("asking changed the text %d times, to %q", changes, field.Text())
	}
	write(t, w, "s")
	if changes != 1 {
		t.Errorf("typing afterwards is told %d times, want once", changes)
	}
}

func TestTabLeavesAnAreaOfSeveralLines(t *testing.T) {
	first, second := NewArea("Note", 3), NewField("Name")
	w := inWindow(t, container.NewVBox(first, second), 300, 200)
	first.Focus()
	if tabbable, ok := w.Canvas().Focused().(fyne.Tabbable); !ok || tabbable.AcceptsTab() {
		t.Error("the area keeps Tab for itself")
	}
	w.Canvas().FocusNext()
	if !second.Focused() {
		t.Error("the next field has no focus")
	}
}

func TestFieldShowsWhatIsWrong(t *testing.T) {
	field := NewField("On")
	inWindow(t, field, 200, 100)
	before := field.MinSize().Height
	field.SetError("Write a date as 2025, 2025-05 or 2025-05-16.")
	if field.MinSize().Height <= before {
		t.Error("the sentence takes no room")
	}
	field.SetError("")
	if field.MinSize().Height != before {
		t.Error("the sentence still takes room after it went")
	}
}

func TestWordwiseShortcutsStayInTheField(t *testing.T) {
	field := NewField("")
	passed := 0
	field.OnShortcut = func(fyne.Shortcut) bool { passed++; return true }
	w := inWindow(t, field, 300, 60)
	field.Focus()
	write(t, w, "two words")
	shortcut(t, w, &desktop.CustomShortcut{KeyName: fyne.KeyBackspace, Modifier: fyne.KeyModifierShortcutDefault})
	if field.Text() != "two " || passed != 0 {
		t.Errorf("Ctrl+Backspace leaves %q, passed on %d times", field.Text(), passed)
	}
}

// A field that says what is wrong makes the row higher, not the field beside it; the sentence is whole also in half of a narrow pane.
func TestWhatIsWrongWithAFieldLeavesTheOneBesideItAsItIs(t *testing.T) {
	from, to := NewField("From"), NewField("To")
	pair := NewPair(from, to)
	inWindow(t, pair, 260, 400)
	pair.Resize(fyne.NewSize(260, 400))
	height := to.Size().Height
	const sentence = "“abc” is not a date. Write a year (2025), a month (2025-05), a day (2025-05-16) or a time with its offset."
	from.SetError(sentence)
	pair.Layout.Layout(pair.Objects, fyne.NewSize(260, 400))
	if to.Size().Height != height || from.Size().Height <= height {
		t.Errorf("the fields are %v and %v high, were %v", from.Size().Height, to.Size().Height, height)
	}
	if room := pair.MinSize().Height; room < from.Size().Height {
		t.Errorf("the row asks for a height of %v, the field has %v", room, from.Size().Height)
	}
	if last := from.label.wrong.texts[len(from.label.wrong.texts)-1].(*canvas.Text).Text; strings.HasSuffix(last, ellipsis) {
		t.Errorf("what is wrong is cut: it ends with %q", last)
	}
}
