package app

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"standpoint/app/control"
	"standpoint/app/desk"
)

func TestLettersWorkOnOtherLayouts(t *testing.T) {
	for layout, keys := range map[string]string{
		"English":   "asph[]",
		"Ukrainian": "фізрхї",
		"Russian":   "фызрхъ",
		"Greek":     "ασπη[]",
		"Arabic":    "شسحاجد",
		"Hebrew":    "שדפי[]",
	} {
		want := []rune("ASPH[]")
		for i, r := range []rune(keys) {
			if got := desk.LatinLetter(r); got != want[i] {
				t.Errorf("%s: %c stands for %c, want %c", layout, r, got, want[i])
			}
		}
	}
}

// patient is a window that waits for letters until the test says that the time is over.
func patient(t *testing.T) (a *App, over func()) {
	t.Helper()
	a = reads(newHarbour(t))
	a.text().Select(a.words(t, "Norvia"))
	var waiting []func()
	a.menus.unheard.later = func(_ time.Duration, run func()) func() {
		at := len(waiting)
		waiting = append(waiting, run)
		return func() { waiting[at] = func() {} }
	}
	return a, func() {
		for _, run := range waiting {
			run()
		}
		waiting = nil
	}
}

func TestALetterThatAnInputMethodKeepsIsKnownByItsKey(t *testing.T) {
	for key, form := range map[fyne.KeyName]string{
		fyne.KeyA: "New mention", fyne.KeyS: "New statement", fyne.KeyP: "New position", fyne.KeyH: "New highlight",
	} {
		a, over := patient(t)
		a.keyboard().TypedKey(&fyne.KeyEvent{Name: key})
		if a.articles.Editing() {
			t.Errorf("%s: it does not wait for its letter", key)
		}
		over()
		if !a.articles.Editing() || !a.says(form) {
			t.Errorf("%s opens no form %q", key, form)
		}
	}
}

func TestALetterThatComesIsRunOnce(t *testing.T) {
	a, over := patient(t)
	text := a.keyboard()
	text.TypedKey(&fyne.KeyEvent{Name: fyne.KeyX})
	text.TypedRune('x')
	once := a.text().Selection()
	over()
	if again := a.text().Selection(); once != again {
		t.Errorf("X widened to %v, and then to %v", once, again)
	}
}

func TestNoLetterIsRunWhereOneTypes(t *testing.T) {
	a, over := patient(t)
	a.keyboard().TypedKey(&fyne.KeyEvent{Name: fyne.KeyA})
	a.articles.SearchField().(*control.Field).Focus()
	over()
	a.keyboard().TypedKey(&fyne.KeyEvent{Name: fyne.KeyS})
	over()
	if a.articles.Editing() {
		t.Error("a form is open")
	}
}

// says reports whether the window shows a text somewhere.
func (a *App) says(text string) bool {
	return slices.ContainsFunc(a.laidOut(), func(o fyne.CanvasObject) bool {
		words, ok := o.(*canvas.Text)
		return ok && strings.Contains(words.Text, text)
	})
}

func TestLettersWorkWhileNothingOrTheTabsHaveTheKeyboard(t *testing.T) {
	for where, place := range map[string]func(*App){
		"nowhere": func(a *App) { a.Window.Canvas().Unfocus() }, "tabs": func(a *App) { a.Window.Canvas().Focus(a.frame.tabs) },
	} {
		for _, kept := range []bool{false, true} { // by an input method
			a, over := patient(t)
			place(a)
			switch at := a.keyboard(); {
			case kept:
				a.pressed(fyne.KeyA)
				over()
			case at != nil:
				at.TypedRune('a')
			default:
				test.TypeOnCanvas(a.Window.Canvas(), "a")
			}
			if !a.articles.Editing() || !a.says("New mention") {
				t.Errorf("%s a letter opens no form, kept by an input method: %v", where, kept)
			}
		}
	}
	a, _ := patient(t)
	a.Say("", "Nothing is to be done.")
	a.Window.Canvas().Unfocus()
	if test.TypeOnCanvas(a.Window.Canvas(), "a"); a.articles.Editing() {
		t.Error("a letter works below a message")
	}
}

// pressed presses a key, without its letter.
func (a *App) pressed(key fyne.KeyName) {
	e := &fyne.KeyEvent{Name: key}
	if at := a.keyboard(); at != nil {
		at.TypedKey(e)
	} else {
		a.Window.Canvas().OnTypedKey()(e)
	}
}

func TestALetterWithShiftIsNoOtherCommandWhereItHasOneThatCannotBeRun(t *testing.T) {
	a := newSampleApp(t)
	shift := false
	a.menus.isShifted = func() bool { return shift }
	a.Show(a.view("standings"))
	a.menus.TypedLetter('n')
	isOn := func() bool {
		a.menus.refresh()
		for i, c := range a.menus.commands {
			if c.Key == desk.Letter('M') && c.View == a.view("standings") {
				return a.menus.menuItems[i].Checked
			}
		}
		return false
	}
	a.menus.TypedLetter('m')
	if !isOn() {
		t.Fatal("no measures are shown")
	}
	if shift = true; a.menus.TypedLetter('M') || !isOn() {
		t.Error("where there is nothing to compare Shift+M hides the measures")
	}
	if shift = false; !a.menus.TypedLetter('M') || isOn() {
		t.Error("a large M without Shift, as with Caps Lock, does not hide the measures")
	}
	shift = true
	if a.Show(a.view("articles")); !a.menus.TypedLetter('C') {
		t.Error("Shift+C does nothing though it is no command of its own")
	}
}
