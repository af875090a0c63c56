package app

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/test"

	"standpoint/app/control"
	"standpoint/app/directory"
	"standpoint/app/reading"
	"standpoint/store"
)

// menuBar is the height of the menus above the window's content where the system has no place for them, in pixels.
const menuBar = 36

// beginReport opens a form as large as is usual: a statement in which somebody says where another one stands, as somebody reported it.
func (a *App) beginReport(t *testing.T) {
	t.Helper()
	a.begin(t, store.KindStatement, "Norvia opposed foreign observers")
	a.pick(t, lang.L("Speaker"), "an unnamed source", "")
	a.pressButton(t, lang.L("Another holder"))
	a.pick(t, lang.L("Holder"), "Norvia", store.ActorState)
	a.pick(t, lang.L("Issue or actor"), "Foreign observers", anIssue)
	a.pick(t, lang.L("Reported through"), "Meridian", store.ActorOrganisation)
}

// pressButton presses a button of the view in front.
func (a *App) pressButton(t *testing.T, label string) {
	t.Helper()
	for _, b := range shown[*control.Button](a) {
		if said(b) == label {
			b.Tapped(nil)
			return
		}
	}
	t.Fatalf("there is no button %q", label)
}

func TestAStatementWithHolderAndCarrierIsSeenWhole(t *testing.T) {
	a := newHarbour(t)
	a.Window.Resize(fyne.NewSize(1440, 900-menuBar))
	a.beginReport(t)
	scroll := a.formScroll(t)
	if needs := scroll.Content.MinSize().Height; scroll.Size().Height < needs {
		t.Errorf("the form needs %v and has %v", needs, scroll.Size().Height)
	}
}

// formScroll is what the fields of the form at the side scroll in.
func (a *App) formScroll(t *testing.T) *container.Scroll {
	t.Helper()
	for _, o := range test.LaidOutObjects(a.articles.Inspector.Object()) {
		if scroll, is := o.(*container.Scroll); is {
			return scroll
		}
	}
	t.Fatal("there is no form")
	return nil
}

// leastWindow is the smallest window in which all can be done, in pixels; below the menus.
var leastWindow = fyne.NewSize(720, 600-menuBar)

func TestTheWindowIsOfUseInEverySizeAndScale(t *testing.T) {
	a := newHarbour(t)
	if least := a.Window.Content().MinSize(); least.Width > leastWindow.Width || least.Height > leastWindow.Height {
		t.Errorf("the window cannot be smaller than %v", least)
	}
	for _, scale := range []float32{1, 2} {
		a.Window.Canvas().(interface{ SetScale(float32) }).SetScale(scale)
		for _, c := range []struct {
			width, height float32
			rest, form    [2]bool // whether the list and the side are shown
		}{
			{1440, 900, [2]bool{true, true}, [2]bool{true, true}},
			{1100, 700, [2]bool{true, true}, [2]bool{true, true}},
			{1000, 700, [2]bool{true, true}, [2]bool{true, true}},
			{960, 600, [2]bool{false, true}, [2]bool{false, true}},
			{leastWindow.Width, leastWindow.Height, [2]bool{false, false}, [2]bool{false, true}},
		} {
			a.Window.Resize(fyne.NewSize(c.width, c.height))
			name := fmt.Sprintf("%v to %v, scale %v", c.width, c.height, scale)
			a.checkPanes(t, name+", at rest", c.rest)
			a.begin(t, store.KindStatement, "Norvia opposed foreign observers")
			a.checkPanes(t, name+", filling in", c.form)
			if focused := a.Window.Canvas().Focused(); focused == nil || focused == fyne.Focusable(a.articles.Reader.View) {
				t.Errorf("%s: the form has not got the keyboard", name)
			}
			a.articles.GiveUp()
			a.checkPanes(t, name+", after Esc", c.rest)
		}
	}
}

// checkPanes checks which panes are shown, that they are in the window, and that the text has some width.
func (a *App) checkPanes(t *testing.T, name string, want [2]bool) {
	t.Helper()
	panes := a.articles.Panes()
	if got := [2]bool{panes.Shown(control.Left), panes.Shown(control.Right)}; got != want {
		t.Errorf("%s: list and side are shown: %v, want %v", name, got, want)
	}
	size := a.Window.Canvas().Size()
	if text := a.articles.Reader.View.Size().Width; text < 330 {
		t.Errorf("%s: the text is %v wide", name, text)
	}
	for _, o := range []fyne.CanvasObject{panes, a.articles.Inspector.Object(), a.articles.Panel.Object()} {
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
		if at.X+o.Size().Width > size.Width+1 || at.Y+o.Size().Height > size.Height+1 {
			t.Errorf("%s: %T reaches to %v, %v", name, o, at.X+o.Size().Width, at.Y+o.Size().Height)
		}
	}
}

func TestAFormThatIsEditedIsShownInANarrowWindow(t *testing.T) {
	a := newHarbour(t)
	a.note(t, "the trade minister", "her office")
	a.Window.Resize(leastWindow)
	panes := a.articles.Panes()
	if panes.Shown(control.Right) {
		t.Fatal("the side is shown though nothing is done there")
	}
	a.choose(lang.L("Edit Annotation"))
	if !panes.Shown(control.Right) {
		t.Error("the side is not shown though the form is edited")
	}
	a.articles.GiveUp()
	a.choose(lang.L("Statements"))
	if !panes.Shown(control.Right) {
		t.Error("the side is not shown though its list was asked for")
	}
	a.choose(lang.L("List of Articles"))
	if !panes.Shown(control.Left) || panes.Shown(control.Right) || !a.articles.List.List.Focused() {
		t.Errorf("the list is shown: %v, the side: %v", panes.Shown(control.Left), panes.Shown(control.Right))
	}
	a.choose(lang.L("List at the Left"))
	a.articles.Results.Field.SetText("harbour")
	if !panes.Shown(control.Left) {
		t.Error("what is found is not shown")
	}
}

func TestAnActorIsMadeInANarrowWindow(t *testing.T) {
	a := newHarbour(t)
	a.Window.Resize(leastWindow)
	actors := a.view("actors").(*directory.Directory)
	a.Show(actors)
	if panes := actors.Panes(); !panes.Shown(control.Left) || panes.Shown(control.Right) {
		t.Errorf("the list is shown: %v, the form: %v", panes.Shown(control.Left), panes.Shown(control.Right))
	}
	a.choose(lang.L("New Actor"))
	name := a.field(t, lang.L("Name"))
	if !actors.Panes().Shown(control.Right) || !name.Focused() {
		t.Fatalf("the form is shown: %v, its name has the keyboard: %v", actors.Panes().Shown(control.Right), name.Focused())
	}
	name.SetText("Mara Ellin")
	actors.Save()
	if panes := actors.Panes(); !panes.Shown(control.Left) || panes.Shown(control.Right) {
		t.Errorf("after saving the list is shown: %v, the form: %v", panes.Shown(control.Left), panes.Shown(control.Right))
	}
}

func TestWhatWasMadeOfThePanesIsThereAtTheNextStart(t *testing.T) {
	a := newHarbour(t)
	width := func(a *App) float32 { return a.articles.Inspector.Object().Size().Width }
	before := width(a)
	for _, s := range shown[*control.Splitter](a) {
		a.Window.Canvas().Focus(s)
		s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
		s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
	}
	a.choose(lang.L("List at the Left"))
	made := width(a)
	if made <= before || a.articles.Panes().Shown(control.Left) {
		t.Fatalf("the side is %v wide, was %v; the list is shown: %v", made, before, a.articles.Panes().Shown(control.Left))
	}
	again := reading.New(a.Desk)
	again.Open(a.articles.Article().ID)
	again.Panes().Resize(a.articles.Panes().Size())
	if got := again.Inspector.Object().Size().Width; got != made || again.Panes().Shown(control.Left) {
		t.Errorf("the side is %v wide, want %v; the list is shown: %v", got, made, again.Panes().Shown(control.Left))
	}
	if got, want := again.Inspector.Object().Size().Height, a.articles.Inspector.Object().Size().Height; got != want {
		t.Errorf("the upper part of the side is %v high, want %v", got, want)
	}
}
