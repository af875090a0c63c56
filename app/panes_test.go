package app

import (
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/test"

	"standpoint/app/control"
	"standpoint/app/look"
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

func TestZZPictures(t *testing.T) {
	for _, s := range []fyne.Size{{Width: 1440, Height: 864}, {Width: 1100, Height: 664}, {Width: 990, Height: 620}, {Width: 720, Height: 564}} {
		a := newHarbour(t)
		a.Window.Resize(s)
		name := fmt.Sprintf("%v", s.Width)
		a.takePicture(t, name+"-rest")
		a.beginReport(t)
		a.takePicture(t, name+"-form")
		a.UI.Settings().SetTheme(look.New(look.Dark))
		a.Window.Content().Refresh()
		a.takePicture(t, name+"-dark")
		a.Show(a.view("actors"))
		a.takePicture(t, name+"-actors")
	}
}

func (a *App) takePicture(t *testing.T, name string) {
	dir := os.Getenv("STANDPOINT_PICTURES")
	if dir == "" {
		return
	}
	file, err := os.Create(filepath.Join(dir, name+".png"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if err := png.Encode(file, a.Window.Canvas().Capture()); err != nil {
		t.Fatal(err)
	}
}
