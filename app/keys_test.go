package app

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"standpoint/app/desk"
	"standpoint/store"
	"standpoint/store/storetest"
	"standpoint/store/text"
)

// keyStates are the states of the window in which keys mean different things.
var keyStates = []struct {
	name string
	make func(*testing.T) *App
}{
	{"no project", func(t *testing.T) *App {
		a := newSampleApp(t)
		a.projects.setProject(nil)
		return a
	}},
	{"no article", newTestApp},
	{"an article", func(t *testing.T) *App { return reads(newHarbour(t)) }},
	{"words selected", func(t *testing.T) *App {
		a := reads(newHarbour(t))
		a.text().Select(a.words(t, "Norvia"))
		return a
	}},
	{"a form", func(t *testing.T) *App {
		a := newHarbour(t)
		a.begin(t, store.KindStatement, "Norvia")
		return a
	}},
	{"a mark picked", func(t *testing.T) *App {
		a, _ := mentioned(t, "Norvia")
		return reads(a)
	}},
	{"words selected beside the form of a mark", func(t *testing.T) *App {
		a, _ := mentioned(t, "Norvia")
		a.text().Select(a.words(t, "Norvia"))
		return reads(a)
	}},
	{"details of an article", func(t *testing.T) *App { return chosen(newHarbour(t), "Article Details") }},
	{"text being edited", func(t *testing.T) *App { return chosen(newHarbour(t), "Edit Text") }},
	{"finding", func(t *testing.T) *App { return chosen(newHarbour(t), "Find in Article") }},
	{"linking", func(t *testing.T) *App {
		a := newHarbour(t)
		a.text().Select(a.words(t, "Norvia"))
		a.menus.TypedLetter('L')
		a.leftList().Focus()
		a.leftList().Select(0)
		return a
	}},
	{"a history", func(t *testing.T) *App {
		a := chosen(newHarbour(t), "History")
		a.leftList().Select(0)
		return a
	}},
	{"the history of the project beside a form", func(t *testing.T) *App {
		a := newHarbour(t)
		a.begin(t, store.KindStatement, "Norvia")
		chosen(a, "History of the Project")
		a.leftList().Select(0)
		return a
	}},
	{"results of a search", func(t *testing.T) *App {
		a := newSampleApp(t)
		a.searchFor("toll")
		a.leftList().Focus()
		return a
	}},
	{"an actor", func(t *testing.T) *App {
		a := newSampleApp(t)
		a.GoTo(desk.Place{Entity: store.EntityActor, ID: a.Names.Called("Ilse Varonne").ID})
		return a
	}},
	{"a new actor", func(t *testing.T) *App { return chosen(newSampleApp(t), "New Actor") }},
	{"an issue", func(t *testing.T) *App {
		a := newSampleApp(t)
		issues, _, err := a.Project.Issues(t.Context(), store.IssueQuery{})
		if err != nil {
			t.Fatal(err)
		}
		a.GoTo(desk.Place{Entity: store.EntityIssue, ID: issues[0].ID})
		return a
	}},
	{"notes", func(t *testing.T) *App {
		a := newSampleApp(t)
		a.Show(a.view("notes"))
		return a
	}},
	{"notes that are limited", func(t *testing.T) *App {
		a := newSampleApp(t)
		a.GoTo(desk.Place{Entity: store.EntityActor, ID: a.Names.Called("Ilse Varonne").ID})
		a.choose("Notes on the Selected Actors")
		a.press(fyne.KeyF5)
		return a
	}},
	{"a report", func(t *testing.T) *App {
		a := newSampleApp(t)
		putIntoReport(t, a)
		return chosen(a, "Report")
	}},
	{"standings", func(t *testing.T) *App {
		a := newSampleApp(t)
		a.Show(a.view("standings"))
		return a
	}},
	{"positions behind a mark", func(t *testing.T) *App {
		a := newSampleApp(t)
		a.Show(a.view("standings"))
		a.press(fyne.KeyReturn)
		return a
	}},
	{"changes", func(t *testing.T) *App {
		a := newSampleApp(t)
		a.Show(a.view("standings"))
		a.menus.TypedLetter('c')
		return a
	}},
	{"the past", func(t *testing.T) *App {
		a := chosen(newHarbour(t), "History of the Project")
		a.leftList().Select(0)
		a.menus.TypedLetter('v')
		return a
	}},
}

// reads gives the keyboard to the text.
func reads(a *App) *App { a.articles.Focus(); return a }

func chosen(a *App, label string) *App { a.choose(label); return a }

// pressed names what is pressed for a key, in one way for all kinds of keys.
func pressed(k desk.Key) string {
	if s, ok := k.Shortcut.(fyne.KeyboardShortcut); ok {
		return fmt.Sprintf("%d+%s", s.Mod(), s.Key())
	}
	return fmt.Sprintf("%t+%c", k.Shifted, k.Letter)
}

func TestNoKeyIsGivenTwice(t *testing.T) {
	for _, state := range keyStates {
		t.Run(state.name, func(t *testing.T) {
			a := state.make(t)
			taken := map[string]string{}
			if a.keyboard() == fyne.Focusable(a.text()) {
				for _, own := range keysOfText() {
					for _, k := range own.keys {
						taken[pressed(k)] = "in the text: " + own.does
					}
				}
			}
			for _, c := range a.menus.commands {
				if !c.Act.IsPossible() {
					continue
				}
				for _, k := range append([]desk.Key{c.Key}, c.Also...) {
					if k.IsNone() {
						continue
					}
					if other, given := taken[pressed(k)]; given {
						t.Errorf("%s means both %q and %q", k, other, c.Label())
					}
					taken[pressed(k)] = c.Label()
				}
			}
		})
	}
}

// Fyne runs the first entry that has a key, whichever view it is of.
func TestAKeyThatTwoViewsHaveIsThatOfTheOneThatCanDoIt(t *testing.T) {
	ran := ""
	possible := "notes"
	command := func(of string, key desk.Key) desk.Command {
		return desk.Command{
			Label: desk.Fixed(of), Key: key, Act: desk.When(func() bool { return possible == of }, func() { ran = of }),
		}
	}
	a := newSampleApp(t)
	a.menus.commands = []desk.Command{
		command("reading", desk.Alt(fyne.KeyLeft)), command("other", desk.Alt(fyne.KeyRight)), command("notes", desk.Alt(fyne.KeyLeft)),
	}
	first := a.menus.newMenuItem(a.menus.commands[0])
	for _, can := range []string{"notes", "reading", "other"} {
		ran, possible = "", can
		first.Action()
		if want := map[string]string{"notes": "notes", "reading": "reading"}[can]; ran != want {
			t.Errorf("while %s can do something, %q does it", can, ran)
		}
	}
}

func TestEveryCommandHasAMenuEntryAndAKey(t *testing.T) {
	a := newSampleApp(t)
	inMenus := map[*fyne.MenuItem]bool{}
	var walk func(*fyne.Menu)
	walk = func(m *fyne.Menu) {
		for _, item := range m.Items {
			inMenus[item] = true
			if item.ChildMenu != nil {
				walk(item.ChildMenu)
			}
		}
	}
	for _, m := range a.menus.mainMenu.Items {
		walk(m)
	}
	for i, c := range a.menus.commands {
		switch {
		case c.Label() == "" || !inMenus[a.menus.menuItems[i]]:
			t.Errorf("%q stands in no menu", c.Label())
		case c.Key.IsNone() && c.In.Of == "":
			t.Errorf("%q has no key", c.Label())
		}
		for _, k := range append([]desk.Key{c.Key}, c.Also...) {
			if k.Letter != 0 && desk.LatinLetter(k.Letter) != k.Letter {
				t.Errorf("%s of %q cannot be typed: it is taken for %c", k, c.Label(), desk.LatinLetter(k.Letter))
			}
		}
	}
}

// A Mac's system takes these before a program sees them.
func TestNoCommandHasAKeyThatAMacKeeps(t *testing.T) {
	kept := map[string]bool{}
	for _, k := range []desk.Key{
		desk.Ctrl(fyne.KeyH), desk.AltCtrl(fyne.KeyH), desk.Ctrl(fyne.KeyM), desk.AltCtrl(fyne.KeyM), desk.AltCtrl(fyne.KeyD),
		desk.Ctrl(fyne.KeyTab), desk.Ctrl(fyne.KeySpace), desk.AltCtrl(fyne.KeySpace), desk.AltCtrl(fyne.KeyEscape),
		desk.CtrlShift(fyne.KeyQ), desk.CtrlShift(fyne.Key3), desk.CtrlShift(fyne.Key4), desk.CtrlShift(fyne.Key5),
	} {
		kept[pressed(k)] = true
	}
	for _, c := range newSampleApp(t).menus.commands {
		for _, k := range append([]desk.Key{c.Key}, c.Also...) {
			if kept[pressed(k)] {
				t.Errorf("%s of %q is the system's on a Mac", k.On(true), c.Label())
			}
		}
	}
}

// Of what the page of keys says, nothing is of other keyboards than a Mac's.
func TestOnAMacThePageOfKeysTellsItsKeys(t *testing.T) {
	elsewhere := regexp.MustCompile(`\b(Ctrl|Strg|Alt|Shift|Umschalt|Enter|Esc|Del|Entf|Page|Bild|Left|Links|Home|Pos1|End|Ende)\b`)
	for _, language := range []string{"en", "de"} {
		a := newSampleAppIn(t, language)
		for _, group := range a.menus.keyGroups(func(k desk.Key) string { return k.On(true) }) {
			for _, line := range group.lines {
				if elsewhere.MatchString(line.keys) || line.keys == "" {
					t.Errorf("%s: %q is told for %q", language, line.keys, line.does)
				}
			}
		}
	}
}

func TestPageUpAndPageDownAreWrittenOut(t *testing.T) {
	short := regexp.MustCompile(`(?i)\b(Prior|Next|Pg ?Up|Pg ?Dn|PageUp|PageDown)$`)
	for language, want := range map[string][]string{"en": {"Alt+Page Up", "Alt+Page Down"}, "de": {"Alt+Bild auf", "Alt+Bild ab"}} {
		a := newSampleAppIn(t, language)
		var inMenus, onPage []string
		for _, label := range a.menus.menuLabels() {
			inMenus = append(inMenus, label[strings.LastIndex(label, "\t")+1:])
		}
		for _, group := range a.menus.keyGroups(func(k desk.Key) string { return k.On(false) }) {
			for _, line := range group.lines {
				onPage = append(onPage, strings.Split(line.keys, ", ")...)
			}
		}
		for where, keys := range map[string][]string{"the menus": inMenus, "the page of keys": onPage} {
			for _, key := range want {
				if !slices.Contains(keys, key) {
					t.Errorf("%s: %s do not have %q", language, where, key)
				}
			}
			if i := slices.IndexFunc(keys, short.MatchString); i >= 0 {
				t.Errorf("%s: %s have %q", language, where, keys[i])
			}
		}
	}
}

// What the page of keys tells of the text, the text does.
func TestTheKeysToldForTheTextAreRunByIt(t *testing.T) {
	a := newTestApp(t)
	var long store.Article
	if _, err := a.Project.Do(t.Context(), storetest.Titled("Add article"), func(b *store.Batch) (err error) {
		long, err = b.AddArticle(store.Article{Title: "Harbour talks"}, strings.Repeat(harbour+"\n", 40))
		return err
	}); err != nil {
		t.Fatal(err)
	}
	a.articles.OpenAt(long.ID, nil)
	v := a.text()
	for _, told := range keysOfText() {
		if told.keys[0].IsPlain(fyne.KeyTab) || told.keys[0].IsPlain(fyne.KeyReturn) {
			continue // the window moves the keyboard; there is no current mark
		}
		for _, k := range told.keys {
			reads(a)
			middle := v.Body().Len() / 2
			v.SetReadingPosition(middle)
			v.Select(text.Span{Start: middle, End: middle})
			before := []any{v.ReadingPosition(), v.Caret(), v.Selection()}
			switch s := k.Shortcut.(fyne.KeyboardShortcut); s.Mod() {
			case fyne.KeyModifierShift: // Fyne tells it so
				v.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
				v.TypedKey(&fyne.KeyEvent{Name: s.Key()})
				v.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
			case 0:
				v.TypedKey(&fyne.KeyEvent{Name: s.Key()})
			default:
				v.TypedShortcut(k.Shortcut)
			}
			if after := []any{v.ReadingPosition(), v.Caret(), v.Selection()}; fmt.Sprint(after) == fmt.Sprint(before) {
				t.Errorf("%s (%s) does nothing", k, told.does)
			}
		}
	}
}

// What the page of keys tells of lists, a list does: another selection comes of it, or where the next one begins.
func TestTheKeysToldForListsAreRunByThem(t *testing.T) {
	a := newSampleApp(t)
	list := a.leftList()
	press := func(k desk.Key) {
		switch s := k.Shortcut.(fyne.KeyboardShortcut); s.Mod() {
		case fyne.KeyModifierShift: // Fyne tells it so
			list.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
			list.TypedKey(&fyne.KeyEvent{Name: s.Key()})
			list.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
		default:
			list.TypedShortcut(k.Shortcut)
		}
	}
	selectedAfter := func(keys ...desk.Key) string {
		list.Focus()
		list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
		list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown}) // so that there are rows above and below
		for _, k := range keys {
			press(k)
		}
		var rows []int
		for i := range lengthOf(list) {
			if list.Together.Has(i) {
				rows = append(rows, i)
			}
		}
		list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		return fmt.Sprint(rows)
	}
	taken := desk.Ctrl(fyne.KeySpace)
	for _, told := range keysOfLists() {
		for _, k := range told.keys {
			if selectedAfter(k) == selectedAfter() && selectedAfter(k, taken) == selectedAfter(taken) {
				t.Errorf("%s (%s) does nothing", k, told.does)
			}
		}
	}
}

// In a text field a key is written into it, so no menu may run it there.
func TestMenusRunNoKeyThatIsTyped(t *testing.T) {
	a := newSampleApp(t)
	for i, c := range a.menus.commands {
		if s := a.menus.menuItems[i].Shortcut; c.Key.IsTyped() && s != nil {
			t.Errorf("the menu runs %s of %q", c.Key, c.Label())
		}
		if !c.Key.IsNone() && !strings.HasSuffix(a.menus.menuItems[i].Label, c.Key.String()) {
			t.Errorf("the menu does not tell %s of %q", c.Key, a.menus.menuItems[i].Label)
		}
	}
}

// Hands know other keys of some commands from elsewhere.
func TestCommandsHaveTheKeysThatHandsKnowFromElsewhere(t *testing.T) {
	a := newSampleApp(t)
	for label, key := range map[string]desk.Key{
		"Redo":        desk.CtrlShift(fyne.KeyZ),
		"Larger Text": desk.CtrlShift(fyne.KeyEqual),
	} {
		i := slices.IndexFunc(a.menus.commands, func(c desk.Command) bool { return c.Label() == label })
		if i < 0 || !slices.ContainsFunc(a.menus.commands[i].Also, func(k desk.Key) bool { return k.String() == key.String() }) {
			t.Errorf("%s is not run by %s", label, key)
		}
	}
}
