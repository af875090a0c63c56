// Package desktest makes a desk on which a room of the window is tested without the window: with a project in a folder of the test,
// Fyne's software driver, and all work done at once.
package desktest

import (
	"context"
	"net/url"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"standpoint/app/background"
	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/look"
	"standpoint/app/message"
	"standpoint/app/names"
	"standpoint/app/picker"
	"standpoint/app/words"
	"standpoint/assets"
	"standpoint/store"
	"standpoint/store/storetest"
)

// Desk is a desk with an open project, and the host of the one view that is tested on it, if it is a view.
type Desk struct {
	*desk.Desk
	Front   desk.View         // the one in front; nil until one is shown
	Changed func(store.Event) // told of each write once the names are renewed; nil: the view in front is
	Went    []desk.Place      // that were asked for with GoTo

	told        string
	unsubscribe func()
}

// New makes a desk in English on which an empty project is open.
func New(t testing.TB) *Desk {
	t.Helper()
	if err := words.Speak(assets.Translations, "en"); err != nil {
		t.Fatal(err)
	}
	ui := test.NewTempApp(t)
	ui.Settings().SetTheme(look.New(look.Light))
	d := &Desk{unsubscribe: func() {}}
	d.Desk = &desk.Desk{
		Host: d, UI: ui, Outside: func(*url.URL) error { return nil }, Window: ui.NewWindow("Standpoint"), Picker: &picker.Fake{},
		Prefs: desk.Prefs{Preferences: ui.Preferences()}, Work: background.NewInline(),
	}
	d.Prefs.ProposeNothing(true) // what is tested without them counts the marks of annotations
	d.Ahead.Focused = d.Window.Canvas().Focused
	d.Boxes = &message.Boxes{
		Window: d.Window, Typed: d.TypedKey, Appears: func() {}, YesKey: desk.KeyEdit.String(), NoKey: desk.KeyGiveUp.String(),
	}
	d.Window.SetPadded(false)
	d.Put(canvas.NewRectangle(nil))
	project, err := store.Create(t.Context(), filepath.Join(t.TempDir(), "test.standpoint"), store.Options{Coder: "Ada"})
	if err != nil {
		t.Fatal(err)
	}
	d.enter(t, project)
	t.Cleanup(func() {
		d.Close(t)
		d.Work.Stop()
	})
	return d
}

// Put shows something in the window.
func (d *Desk) Put(o fyne.CanvasObject) {
	d.Tooltips = control.NewTooltips(o)
	d.Window.SetContent(d.Tooltips)
	d.Window.Resize(fyne.NewSize(1440, 900))
}

func (d *Desk) enter(t testing.TB, p *store.Project) {
	t.Helper()
	n, err := names.Load(t.Context(), p)
	if err != nil {
		t.Fatal(err)
	}
	d.Project = p
	d.SetNames(n)
	d.unsubscribe = p.Subscribe(func(e store.Event) { d.follow(t, e) })
}

// follow renews the names after a write, and then what is shown.
func (d *Desk) follow(t testing.TB, e store.Event) {
	project := d.Project
	d.Work.Follow(func(ctx context.Context) func() {
		n, err := d.Names.After(ctx, project, e)
		if err != nil {
			t.Error(err)
		}
		return func() {
			d.SetNames(n)
			d.Mind.Follow(e)
			if !e.All { // it was done here
				d.OpenAgain = nil
			}
			switch {
			case d.Changed != nil:
				d.Changed(e)
			case d.Front != nil:
				d.Front.Changed(e)
			}
		}
	})
}

// Close closes the project, if one is open.
func (d *Desk) Close(t testing.TB) {
	t.Helper()
	if d.Project == nil {
		return
	}
	d.unsubscribe()
	if err := d.Project.Close(); err != nil {
		t.Error(err)
	}
	d.Project, d.unsubscribe = nil, func() {}
	d.SetNames(names.Names{})
}

// Reopen closes the project and opens it again, as the next start of the program does.
func (d *Desk) Reopen(t testing.TB) {
	t.Helper()
	path := d.Project.Path()
	d.Close(t)
	project, err := store.Open(t.Context(), path, store.Options{Coder: "Ada"})
	if err != nil {
		t.Fatal(err)
	}
	d.enter(t, project)
}

// Write does something to the project as one action.
func (d *Desk) Write(t testing.TB, do func(*store.Batch) error) {
	t.Helper()
	if _, err := d.Project.Do(t.Context(), storetest.Titled("Write"), do); err != nil {
		t.Fatal(err)
	}
}

// AddArticle adds an article, of which the title is enough, with a text.
func (d *Desk) AddArticle(t testing.TB, a store.Article, body string) (added store.Article) {
	t.Helper()
	d.Write(t, func(b *store.Batch) (err error) {
		added, err = b.AddArticle(a, body)
		return err
	})
	return added
}

// HoldBack keeps what comes back to the window's goroutine until it is let go.
func (d *Desk) HoldBack() (letGo func()) {
	var held []func()
	onUI := d.Work.OnUI
	d.Work.OnUI = func(f func()) { held = append(held, f) }
	return func() {
		d.Work.OnUI = onUI
		for _, f := range held {
			f()
		}
	}
}

// ReadBeside has all that is read from now on be read beside the window, as it is for people. What comes of it is done when the test
// waits until something is so.
func (d *Desk) ReadBeside(t testing.TB) (until func(isSo func() bool, what string)) {
	results := make(chan func(), 10_000)
	d.Work.Spawn = func(f func()) { go f() }
	d.Work.OnUI = func(f func()) { results <- f }
	d.Work.Later = func(time.Duration, func()) func() { return func() {} }
	return func(isSo func() bool, what string) {
		t.Helper()
		over := time.After(2 * time.Minute)
		for !isSo() {
			select {
			case f := <-results:
				f()
			case <-over:
				t.Fatal(what)
			}
		}
	}
}

// Choose runs the command of the view in front with that label, and reports whether it could be run.
func (d *Desk) Choose(label string) bool {
	return d.perform(func(c desk.Command) bool { return c.Label() == label })
}

func (d *Desk) perform(is func(desk.Command) bool) bool {
	if d.Front == nil {
		return false
	}
	for _, c := range append(d.Front.Commands(), d.SelectedCommands()...) {
		if is(c) && c.Act.IsPossible() {
			c.Act.Do()
			return true
		}
	}
	return false
}

// Sign does it: Ada is at work.
func (d *Desk) Sign(write, _ func()) { write() }

// RefreshMenu does nothing: there is no menu.
func (d *Desk) RefreshMenu() {}

// PopUpMenu does nothing: there is no menu.
func (d *Desk) PopUpMenu(fyne.Position, ...desk.Section) {}

// TypedKey runs the command of the view in front that has a key.
func (d *Desk) TypedKey(e *fyne.KeyEvent) bool {
	return d.perform(func(c desk.Command) bool { return c.Key.IsPlain(e.Name) })
}

// TypedLetter runs the command of the view in front that has a letter.
func (d *Desk) TypedLetter(r rune) bool {
	return d.perform(func(c desk.Command) bool { return c.Key.Letter == desk.LatinLetter(r) })
}

// Show brings a view to the front.
func (d *Desk) Show(v desk.View) {
	if d.Front != v {
		d.Front = v
		d.Put(v.Object())
	}
	v.Shown()
}

// InFront is the view in front.
func (d *Desk) InFront() desk.View { return d.Front }

// GoTo has the view in front show a place, and notes it.
func (d *Desk) GoTo(p desk.Place) {
	d.Went = append(d.Went, p)
	if d.Front != nil {
		d.Front.GoTo(p)
	}
}

// Tell keeps a sentence for the status line.
func (d *Desk) Tell(sentence string) { d.told = sentence }

// Told is what was told last.
func (d *Desk) Told() string { return d.told }

// LookBack does nothing: only the window opens projects.
func (d *Desk) LookBack(store.HistoryEntry) {}

// Leads lead nowhere.
func (d *Desk) Leads() desk.Leads { return desk.Leads{} }

// LinkEverywhere does nothing: only the window knows which view does it.
func (d *Desk) LinkEverywhere(store.Name) {}

// Find returns the first object of a type that is shown within another one.
func Find[T fyne.CanvasObject](t testing.TB, within fyne.CanvasObject) T {
	t.Helper()
	for _, o := range test.LaidOutObjects(within) {
		if found, ok := o.(T); ok {
			return found
		}
	}
	var none T
	t.Fatalf("no %T is shown", none)
	return none
}

// Agree presses the button of the message that is shown which says yes.
func (d *Desk) Agree(t testing.TB) {
	t.Helper()
	var yes *control.Button
	for _, o := range test.LaidOutObjects(d.Window.Canvas().Overlays().Top()) {
		if b, ok := o.(*control.Button); ok {
			yes = b
		}
	}
	if yes == nil {
		t.Fatal("nothing is asked")
	}
	yes.Tapped(nil)
}

// Said is all that an object on the screen says.
func Said(object fyne.CanvasObject) string {
	var said []string
	for _, o := range test.LaidOutObjects(object) {
		if words, ok := o.(*canvas.Text); ok {
			said = append(said, words.Text)
		}
	}
	return strings.Join(said, " ")
}

// TakeProject closes the open project and opens another, which it closes in the end.
func (d *Desk) TakeProject(t testing.TB, p *store.Project) {
	t.Helper()
	d.Close(t)
	d.enter(t, p)
}
