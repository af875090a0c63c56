package control

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"
)

func TestCtrlHomeAndEndGoToTheEndsOfAText(t *testing.T) {
	test.NewTempApp(t)
	i := newLines(4)
	w := test.NewTempWindow(t, i)
	w.Resize(fyne.NewSize(200, 120))
	i.SetText("one\ntwo\nthree words")
	ctrl := func(key fyne.KeyName) {
		i.TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault})
	}
	ctrl(fyne.KeyEnd)
	i.TypedRune('!')
	ctrl(fyne.KeyHome)
	i.TypedRune('>')
	if i.Text != ">one\ntwo\nthree words!" {
		t.Errorf("typed at the ends: %q", i.Text)
	}
}

// An input method hands over what was composed rune by rune, at once.
func TestWhatWasComposedArrivesWhole(t *testing.T) {
	offering := actors()
	offering.Create = true
	tokens := NewTokenField(offering)
	ahead := NewTypeAhead(offering)
	field, area, search := NewField("Title"), NewArea("Note", 3), NewSearchField("Search", "Ctrl K")
	inWindow(t, container.NewVBox(field, area, search, ahead, tokens), 500, 700)
	runes := rapid.SampledFrom([]rune("政府说港口開放안녕하세요こんにちは東京คำไทยΑθήναПривет aé e\u0301🇺🇦👩\u200d👧,.-”"))
	rapid.Check(t, func(t *rapid.T) {
		composed := rapid.SliceOfN(runes, 1, 40).Draw(t, "composed")
		for name, input := range map[string]*Input{
			"field": field.Input(), "area": area.Input(), "search": search.Input(), "type-ahead": ahead.Input(), "tokens": tokens.Input(),
		} {
			input.SetText("")
			input.FocusGained()
			for _, r := range composed {
				input.TypedRune(r)
			}
			if input.Text != string(composed) {
				t.Fatalf("%s: of %q arrived %q", name, string(composed), input.Text)
			}
			input.FocusLost()
		}
	})
}

// Fyne's driver hands over a clipboard of its own, which waits for the program that has it.
func TestPastingGoesThroughTheClipboardOfTheApplication(t *testing.T) {
	field := NewField("Title")
	inWindow(t, field, 300, 60)
	fyne.CurrentApp().Clipboard().SetContent("of the application")
	drivers := test.NewClipboard()
	drivers.SetContent("of the driver")
	field.Input().TypedShortcut(&fyne.ShortcutPaste{Clipboard: drivers})
	if got := field.Text(); got != "of the application" {
		t.Errorf("pasted %q", got)
	}
}
