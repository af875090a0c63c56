package app

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"

	"standpoint/app/control"
	"standpoint/app/directory"
	"standpoint/app/reading"
	"standpoint/store"
)

// menuBar is the height of the menus above the window's content where the system has no place for them, in pixels.
const menuBar = 25

// fillReport fills in a form as large as is usual: a statement in which somebody says where another one stands, as somebody reported it.
func (a *App) fillReport(t *testing.T) {
	t.Helper()
	a.pick(t, lang.L("Speaker"), "an unnamed source", "")
	if slices.ContainsFunc(shown[*control.Button](a), func(b *control.Button) bool { return said(b) == lang.L("Another holder") }) {
		a.pressButton(t, lang.L("Another holder")) // else the text told of one
	}
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
	for _, language := range []string{"en", "de"} {
		t.Run(language, func(t *testing.T) {
			a := newSampleAppIn(t, language)
			a.Window.Resize(fyne.NewSize(1440, 900-menuBar))
			a.text().TypedShortcut(&fyne.ShortcutSelectAll{}) // the words take as many lines as there can be
			a.menus.TypedLetter('s')
			a.fillReport(t)
			scroll := a.formScroll(t)
			if needs := scroll.Content.MinSize().Height; scroll.Size().Height < needs {
				t.Errorf("the form needs %v and has %v", needs, scroll.Size().Height)
			}
		})
	}
}

// formScroll is what the fields of the form at the side scroll in.
func (a *App) formScroll(t *testing.T) *container.Scroll {
	t.Helper()
	note := a.field(t, lang.L("Note"))
	for _, scroll := range shown[*container.Scroll](a) {
		if slices.Contains(test.LaidOutObjects(scroll.Content), fyne.CanvasObject(note)) {
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
			if focused := a.Window.Canvas().Focused(); focused == nil || focused == fyne.Focusable(a.text()) {
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
	if text := a.text().Size().Width; text < 330 {
		t.Errorf("%s: the text is %v wide", name, text)
	}
	for _, o := range slices.Concat(objectsOf(shown[*control.Splitter](a)), objectsOf(shown[*control.Button](a)),
		objectsOf(shown[*control.TabBar](a))) {
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
		if at.X+o.Size().Width > size.Width+1 || at.Y+o.Size().Height > size.Height+1 {
			t.Errorf("%s: %T reaches to %v, %v", name, o, at.X+o.Size().Width, at.Y+o.Size().Height)
		}
	}
}

func objectsOf[T fyne.CanvasObject](list []T) []fyne.CanvasObject {
	all := make([]fyne.CanvasObject, len(list))
	for i, o := range list {
		all[i] = o
	}
	return all
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
	if !panes.Shown(control.Left) || panes.Shown(control.Right) || !a.leftList().Focused() {
		t.Errorf("the list is shown: %v, the side: %v", panes.Shown(control.Left), panes.Shown(control.Right))
	}
	a.choose(lang.L("List at the Left"))
	a.searchFor("harbour")
	if !panes.Shown(control.Left) {
		t.Error("what is found is not shown")
	}
}

func TestTheTextStaysAsWideAsItIsBetweenTwoFormsInANarrowWindow(t *testing.T) {
	a := newHarbour(t)
	a.Window.Resize(leastWindow)
	panes := a.articles.Panes()
	a.begin(t, store.KindHighlight, "the trade minister")
	a.articles.Save()
	if !panes.Shown(control.Right) {
		t.Error("the side is folded away when the form is saved")
	}
	a.choose(lang.L("Side at the Right"))
	if panes.Shown(control.Right) {
		t.Error("the side cannot be folded away between two forms")
	}
	a.begin(t, store.KindHighlight, "foreign observers")
	a.articles.Save()
	a.articles.GiveUp()
	if panes.Shown(control.Right) {
		t.Error("the side stays when what was saved is left")
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
	splitters := shown[*control.Splitter](a)
	usual := places(splitters)
	for _, s := range splitters {
		a.Window.Canvas().Focus(s)
		s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
		s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
	}
	made := places(splitters)
	for i := range made {
		if made[i] == usual[i] {
			t.Errorf("a splitter is still at %v", made[i])
		}
	}
	again := reading.New(a.Desk)
	a.Window.SetContent(again.Object())
	again.Panes().Resize(a.articles.Panes().Size())
	again.OpenAt(a.articles.Article().ID, nil)
	var found []*control.Splitter
	for _, o := range test.LaidOutObjects(again.Object()) {
		if s, is := o.(*control.Splitter); is {
			found = append(found, s)
		}
	}
	if diff := cmp.Diff(made, places(found)); diff != "" {
		t.Errorf("(-made +found):\n%s", diff)
	}
}

// While a form is open it has the height that it needs, or that somebody gave it by the splitter; a double click there gives it back its
// own. What was made of it is kept apart from what the side has at rest.
func TestTheHeightOfAFormIsKeptUntilADoubleClick(t *testing.T) {
	a := newHarbour(t)
	a.Window.Resize(fyne.NewSize(1440, 900-menuBar))
	list := shown[*control.Splitter](a)
	lying := list[slices.IndexFunc(list, func(s *control.Splitter) bool { return s.Lying })]
	atRest := lying.Position().Y
	begin := func() { a.begin(t, store.KindStatement, "Norvia opposed foreign observers") }
	begin()
	own := lying.Position().Y
	scroll := a.formScroll(t)
	if needs := scroll.Content.MinSize().Height; scroll.Size().Height < needs {
		t.Errorf("the form needs %v and has %v", needs, scroll.Size().Height)
	}
	const up = 120
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(lying)
	lying.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{AbsolutePosition: at.AddXY(9, 3-up)}, Dragged: fyne.NewDelta(0, -up)})
	lying.DragEnd()
	for range 2 {
		if got := lying.Position().Y; max(got-own+up, own-up-got) > 1 {
			t.Errorf("dragged up by %v from %v it is at %v", up, own, got)
		}
		a.articles.GiveUp()
		if got := lying.Position().Y; got != atRest {
			t.Errorf("at rest it is at %v, was at %v", got, atRest)
		}
		begin()
	}
	test.DoubleTap(lying)
	if got := lying.Position().Y; got != own {
		t.Errorf("after a double click it is at %v, was at %v by itself", got, own)
	}
}

// The lists below a form are as high as shows something of them to their end: a splitter that is moved between two such heights goes to one
// of them, and the arrow keys lead past.
func TestTheArrowKeysLeadTheListsBelowAFormThroughAllTheirHeights(t *testing.T) {
	a := newHarbour(t)
	a.Window.Resize(fyne.NewSize(1440, 900-menuBar))
	list := shown[*control.Splitter](a)
	lying := list[slices.IndexFunc(list, func(s *control.Splitter) bool { return s.Lying })]
	a.begin(t, store.KindStatement, "Norvia opposed foreign observers")
	// led is where the splitter is once one more press of a key moves it no further.
	led := func(by fyne.KeyName) float32 {
		for range 100 {
			at := lying.Position().Y
			lying.TypedKey(&fyne.KeyEvent{Name: by})
			if lying.Position().Y == at {
				break
			}
		}
		return lying.Position().Y
	}
	lying.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	highest := lying.Position().Y
	lying.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	lowest := lying.Position().Y
	if got := led(fyne.KeyUp); got != highest || highest > lowest-400 {
		t.Errorf("the keys lead from %v up to %v, not to %v", lowest, got, highest)
	}
	down := led(fyne.KeyDown)
	if lying.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd}); lying.Position().Y != down {
		t.Errorf("the keys lead down to %v, and End to %v", down, lying.Position().Y)
	}
}

// places are where splitters are in their views.
func places(list []*control.Splitter) []fyne.Position {
	all := make([]fyne.Position, len(list))
	for i, s := range list {
		all[i] = s.Position()
	}
	return all
}
