package app

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/desk/desktest"
	"standpoint/app/message"
)

// press types a key as the window's driver does: to what has the focus, else to
// the window.
func (a *App) press(key fyne.KeyName) {
	c, e := a.Window.Canvas(), &fyne.KeyEvent{Name: key}
	if f := c.Focused(); f != nil {
		f.TypedKey(e)
		return
	}
	c.OnTypedKey()(e)
}

// fire triggers the entry of a command in the menus, as its key does.
func (a *App) fire(t *testing.T, label string) {
	t.Helper()
	i := slices.IndexFunc(a.menus.commands, func(c desk.Command) bool { return strings.HasPrefix(c.Label(), label) })
	if i < 0 {
		t.Fatalf("there is no command %q", label)
	}
	a.menus.menuItems[i].Action()
}

func TestKeysOfAMessageDoNothingBehindIt(t *testing.T) {
	a := newSampleApp(t)
	mark := a.articles.Annotations()[0].ID
	a.articles.Pick(mark)
	a.choose("Edit Annotation")
	before := len(a.articles.Annotations())
	a.articles.Focus()
	a.press(fyne.KeyF1)
	if a.said() == "" {
		t.Fatal("F1 must show the keys")
	}
	for _, key := range []fyne.KeyName{fyne.KeyDelete, fyne.KeyF6, fyne.KeyF11, fyne.KeyPageDown} {
		a.press(key)
	}
	for _, label := range []string{"Delete Annotation", "Give Up", "Import Articles", "About", "Keys", "Undo", "Actors"} {
		a.fire(t, label)
	}
	if n := len(a.articles.Annotations()); n != before {
		t.Errorf("%d annotations, want %d", n, before)
	}
	if !a.articles.Editing() || a.current != a.articles {
		t.Error("the form behind the message is gone")
	}
	if n := len(a.Window.Canvas().Overlays().List()); n != 1 {
		t.Errorf("%d boxes over the window", n)
	}
	a.press(fyne.KeyEscape)
	if a.IsCovered() || !a.articles.Editing() {
		t.Error("Esc must close the message and nothing else")
	}
}

func TestKeysThatAnswerAMessage(t *testing.T) {
	for _, tt := range []struct {
		name     string
		keys     []fyne.KeyName
		tab      bool // first to the other button
		unfocus  bool // as a click beside the buttons does
		want     bool
		wantOpen bool
	}{
		{name: "Enter", keys: []fyne.KeyName{fyne.KeyReturn}, want: true},
		{name: "Space", keys: []fyne.KeyName{fyne.KeySpace}, want: true},
		{name: "Esc", keys: []fyne.KeyName{fyne.KeyEscape}},
		{name: "Tab Enter", keys: []fyne.KeyName{fyne.KeyReturn}, tab: true},
		{name: "Enter beside the buttons", keys: []fyne.KeyName{fyne.KeyEnter}, unfocus: true, want: true},
		{name: "Esc beside the buttons", keys: []fyne.KeyName{fyne.KeyEscape}, unfocus: true},
		{name: "F1", keys: []fyne.KeyName{fyne.KeyF1}, wantOpen: true},
		{name: "F1 beside the buttons", keys: []fyne.KeyName{fyne.KeyF1}, unfocus: true, wantOpen: true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a, agreed := newTestApp(t), false
			a.Ask("Import", "Shall it be?", "Add", func() { agreed = true })
			switch {
			case tt.tab:
				a.Window.Canvas().FocusNext()
			case tt.unfocus:
				a.Window.Canvas().Unfocus()
			}
			for _, key := range tt.keys {
				a.press(key)
			}
			if agreed != tt.want || a.IsCovered() != tt.wantOpen {
				t.Errorf("agreed %v, open %v, want %v, %v", agreed, a.IsCovered(), tt.want, tt.wantOpen)
			}
		})
	}
}

func TestF1ClosesTheKeysAgain(t *testing.T) {
	a := newSampleApp(t)
	a.menus.showKeys()
	a.press(fyne.KeyF1)
	if a.IsCovered() {
		t.Error("the keys are still shown")
	}
}

func TestMessagesWaitForOneAnother(t *testing.T) {
	a := newTestApp(t)
	a.Complain(errors.New("the first"))
	a.Complain(errors.New("the second"))
	for _, want := range []string{"the first", "the second"} {
		if n := len(a.Window.Canvas().Overlays().List()); n != 1 || !strings.Contains(a.said(), want) {
			t.Errorf("%d messages say %q, want one that says %q", n, a.said(), want)
		}
		if _, ok := a.Window.Canvas().Focused().(*control.Button); !ok {
			t.Errorf("%T has the focus, want the button", a.Window.Canvas().Focused())
		}
		a.press(fyne.KeyReturn)
	}
	if a.IsCovered() {
		t.Error("a message is left")
	}
}

func TestTheKeysFitTheWindow(t *testing.T) {
	a := newTestApp(t)
	a.Window.Resize(fyne.NewSize(1100, 700))
	a.menus.showKeys()
	box := desktest.Find[*widget.PopUp](t, a.Window.Canvas().Overlays().Top())
	if size := box.Size(); size.Height > 700 || size.Width > 1100 || size.Height < 100 {
		t.Errorf("the keys are %v in a window of 1100 by 700", size)
	}
}

// answer presses a button of the message that is shown: the one that is likely wanted, or the other one.
func (a *App) answer(t testing.TB, yes bool) {
	t.Helper()
	var buttons []*control.Button
	for _, o := range test.LaidOutObjects(a.Window.Canvas().Overlays().Top()) {
		if b, ok := o.(*control.Button); ok {
			buttons = append(buttons, b)
		}
	}
	at := len(buttons) - 1
	if !yes {
		at--
	}
	if at < 0 {
		t.Fatalf("there is nothing to answer: %s", a.said())
	}
	buttons[at].Tapped(nil)
}

// The menu takes keys first, also while a box is open.
func TestCtrlEnterAgreesAndUndoTakesBackTypingInABox(t *testing.T) {
	h := &hand{App: newSampleApp(t), t: t}
	agreed := 0
	sheet := message.Sheet{Over: h.Boxes}
	choice := sheet.Choice("Kind", []control.Option{{Key: "a", Word: "a"}})
	field := sheet.Field("Name", "")
	h.Post(&message.Message{Body: sheet.Object(), Yes: "Yes", No: "No", Agreed: func() { agreed++ }})
	field.Focus()
	h.press("a b")
	undo := func() { h.choose(h.edits.undoLabel()) }
	undo()
	if got := field.Text(); got != "" || !h.IsCovered() {
		t.Errorf("after Undo the field has %q", got)
	}
	before := h.Project.UndoTitle()
	if undo(); h.Project.UndoTitle() != before {
		t.Error("Undo in a box reaches what is saved")
	}
	choice.Focus()
	if h.press("Ctrl+Enter"); agreed != 1 || h.IsCovered() {
		t.Errorf("agreed to %d times", agreed)
	}
}

func TestEntriesOfThePopUpMenuAct(t *testing.T) {
	a := newSampleApp(t)
	a.articles.Pick(a.articles.Annotations()[0].ID)
	before := len(a.articles.Annotations())
	a.menus.PopUpMenu(fyne.NewPos(400, 300), desk.SectionNew, desk.SectionAnnotation)
	if !a.IsCovered() {
		t.Fatal("there is no menu")
	}
	for _, o := range test.LaidOutObjects(a.Window.Canvas().Overlays().Top()) {
		if menu, ok := o.(*widget.PopUpMenu); ok {
			for i, item := range menu.Items {
				if item := item.(fyne.Widget); strings.Contains(said(item), "Delete Annotation") {
					test.Tap(menu.Items[i].(fyne.Tappable))
				}
			}
		}
	}
	if n := len(a.articles.Annotations()); n >= before {
		t.Errorf("%d annotations, had %d", n, before)
	}
}

func TestEntriesThatNeedTheFocusAreGreyWithoutIt(t *testing.T) {
	a := newSampleApp(t)
	grey := func() (grey []string) {
		a.menus.followFocus()
		for _, label := range []string{"Cut", "Copy", "Paste", "Edit Annotation"} {
			i := slices.IndexFunc(a.menus.commands, func(c desk.Command) bool { return c.Label() == label })
			if a.menus.menuItems[i].Disabled {
				grey = append(grey, label)
			}
		}
		return grey
	}
	a.Window.Canvas().Unfocus()
	if got := grey(); !slices.Equal(got, []string{"Cut", "Copy", "Paste", "Edit Annotation"}) {
		t.Errorf("without a focus: %q are grey", got)
	}
	a.articles.Focus()
	if got := grey(); !slices.Equal(got, []string{"Cut", "Paste", "Edit Annotation"}) {
		t.Errorf("in the text: %q are grey", got)
	}
	a.articles.Pick(a.articles.Annotations()[0].ID)
	a.choose("Search Project")
	if got := grey(); len(got) > 0 {
		t.Errorf("in a field: %q are grey", got)
	}
}

func TestMiddleSaysWhatToDoWithoutAnArticle(t *testing.T) {
	a := newTestApp(t)
	middle := func() string { return a.middle() }
	if s := middle(); !strings.Contains(s, "has no articles") || !strings.Contains(s, "Import articles") {
		t.Errorf("an empty project says %q", s)
	}
	a.projects.setProject(nil)
	if s := middle(); !strings.Contains(s, "No project is open") {
		t.Errorf("without a project it says %q", s)
	}
	a.projects.openSample()
	a.choose("Delete Article")
	if s := middle(); !strings.Contains(s, "Choose an article") {
		t.Errorf("without an open article it says %q", s)
	}
}

func TestKeysStandInOneColumnOfAMenu(t *testing.T) {
	a := newSampleApp(t)
	column := map[desk.Section]float32{}
	for i, label := range a.menus.menuLabels() {
		c := a.menus.commands[i]
		if c.Key.IsNone() {
			continue
		}
		before, found := strings.CutSuffix(label, c.Key.String())
		if !found {
			t.Errorf("%q does not name the key %s", label, c.Key.String())
		}
		menu := desk.Section{Menu: c.In.Menu, Of: c.In.Of}
		at := fyne.MeasureText(before, theme.TextSize(), fyne.TextStyle{}).Width
		if column[menu] == 0 {
			column[menu] = at
		}
		if at != column[menu] {
			t.Errorf("the key of %q begins at %v, those above at %v", label, at, column[menu])
		}
		if a.menus.menuItems[i].Shortcut != nil && a.menus.menuItems[i].Shortcut.ShortcutName() != c.Key.Shortcut.ShortcutName() {
			t.Errorf("%q is not run by its key", label)
		}
	}
}

func TestStartWithoutAProjectSaysWhy(t *testing.T) {
	a := newSampleApp(t)
	a.projects.setProject(nil)
	gone := filepath.Join(t.TempDir(), "gone.standpoint")
	a.projects.openFirst(gone)
	if s := a.said(); !strings.Contains(s, "gone.standpoint") {
		t.Errorf("a file that is not there: %q", s)
	}
	a.Prefs.SetLast(gone)
	a.projects.openFirst("")
	if s := a.frame.told; !strings.Contains(s, "not there any more") {
		t.Errorf("the last project is not there: %q", s)
	}
	if s := a.middle(); !strings.Contains(s, "No project is open") {
		t.Errorf("the middle says %q", s)
	}
}
