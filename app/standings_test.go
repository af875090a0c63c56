package app

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"standpoint/app/control"
	"standpoint/app/picker"
	"standpoint/app/record"
	"standpoint/store"
)

// newStandings shows who stands where in the sample.
func newStandings(t *testing.T) *App {
	t.Helper()
	a := newSampleApp(t)
	a.Window.Resize(fyne.NewSize(1200, 800))
	a.choose("Standings")
	if a.current != a.view("standings") {
		t.Fatal("another view is in front")
	}
	return a
}

// toldOfKeyboard is what a screen reader is told of what has the keyboard.
func (a *App) toldOfKeyboard() string { return a.keyboard().(fyne.Accessible).AccessibilityLabel() }

func TestFromACellOfTheTableToItsWordsByKeys(t *testing.T) {
	a := newStandings(t)
	first := a.toldOfKeyboard()
	if !strings.HasPrefix(first, "Who stands where · ") {
		t.Fatalf("the keyboard is at %q", first)
	}
	a.press(fyne.KeyDown)
	cell := a.toldOfKeyboard()
	if cell == first {
		t.Errorf("the key down stays at %q", cell)
	}
	a.press(fyne.KeyReturn)
	list, is := a.keyboard().(*control.VirtualList)
	if !is || list.Selected() < 0 {
		t.Fatalf("the keyboard is at %T", a.keyboard())
	}
	a.press(fyne.KeyEscape)
	if a.toldOfKeyboard() != cell {
		t.Errorf("Esc leads from the list to %q, want %q", a.toldOfKeyboard(), cell)
	}
	a.press(fyne.KeyReturn)
	a.press(fyne.KeyReturn)
	if a.current != a.articles {
		t.Fatal("Enter in the list does not lead to the articles")
	}
	name, _, _ := strings.Cut(strings.TrimPrefix(cell, "Who stands where · "), ", ")
	at, _ := a.currentMark()
	recorded, err := a.Project.RecordedAmong(t.Context(), []store.ID{at})
	if err != nil || recorded[a.articles.Article().ID] == nil {
		t.Fatalf("the current mark is none of a position: %v, %v", at, err)
	}
	for _, p := range recorded[a.articles.Article().ID].Positions {
		if p.ID == at && !strings.Contains(record.PartyLabels(p.Holders), name) {
			t.Errorf("the current mark is a position of %s, want %s", record.PartyLabels(p.Holders), name)
		}
	}
}

// exportFigure exports the figure that is shown in a format, which is that of the last export as well, and returns what is written.
func (a *App) exportFigure(t *testing.T, format string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "figure."+format)
	a.Picker = &picker.Fake{Paths: []string{path}}
	a.Prefs.SetString("format of figures", format)
	a.choose("Export Figure…")
	a.answer(t, true)
	written, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(written)
}

func TestEachFigureIsWrittenInTheFormatThatIsChosen(t *testing.T) {
	a := newStandings(t)
	for _, letter := range "tbn" { // a timeline asks of what first
		a.menus.TypedLetter(letter)
		for extension, begins := range map[string]string{"svg": "<?xml", "png": "\x89PNG", "pdf": "%PDF", "html": "<!DOCTYPE html>"} {
			if written := a.exportFigure(t, extension); !strings.HasPrefix(written, begins) {
				t.Errorf("%c as %s: %.20q", letter, extension, written)
			}
		}
	}
}

func TestAChangeLeadsToItsNewAndItsOldWords(t *testing.T) {
	for _, c := range []struct {
		name string
		goes func(*App)
	}{{"new", func(a *App) { a.press(fyne.KeyReturn) }}, {"old", func(a *App) { a.choose("Old Words") }}} {
		a := newStandings(t)
		a.menus.TypedLetter('c')
		if _, is := a.keyboard().(*control.VirtualList); !is {
			t.Fatalf("the keyboard is at %T", a.keyboard())
		}
		a.press(fyne.KeyDown)
		c.goes(a)
		if a.current != a.articles {
			t.Errorf("%s words: the articles are not in front", c.name)
		}
	}
}

// The rows of a list are read beside the window: until then it is not there to have the keyboard.
func TestTheListOfPositionsGetsTheKeyboardWhenItsRowsAreRead(t *testing.T) {
	a := newStandings(t)
	spawn := a.Work.Spawn
	var waiting []func()
	a.Work.Spawn = func(f func()) { waiting = append(waiting, f) }
	a.press(fyne.KeyReturn)
	if _, is := a.keyboard().(*control.VirtualList); is {
		t.Fatal("a list without rows has the keyboard")
	}
	a.Work.Spawn = spawn
	for _, f := range waiting {
		f()
	}
	if _, is := a.keyboard().(*control.VirtualList); !is {
		t.Errorf("the keyboard is at %T", a.keyboard())
	}
}

func TestEachFormOfAFigureShowsAnotherPicture(t *testing.T) {
	a := newStandings(t)
	for letter, forms := range map[rune]int{'t': 3, 'b': 2, 'n': 3} {
		a.menus.TypedLetter(letter)
		seen := map[string]bool{}
		for i := range forms {
			seen[a.exportFigure(t, "svg")] = true
			for _, s := range shown[*control.Select](a) {
				if s.Name == "Form of the figure" && i < forms-1 {
					s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
				}
			}
		}
		if len(seen) != forms {
			t.Errorf("%c: %d different pictures, want %d", letter, len(seen), forms)
		}
	}
}
