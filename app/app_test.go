package app

import (
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"standpoint/app/desk"
	"standpoint/app/picker"
	"standpoint/app/words"
	"standpoint/assets"
)

// newTestApp makes the window on the software driver with an empty project. All
// work is done at once, so that a test sees its result after the call.
func newTestApp(t *testing.T) *App {
	t.Helper()
	a := newSampleApp(t)
	a.projects.create(filepath.Join(t.TempDir(), "test.standpoint"))
	return a
}

// newSampleApp makes the window with the sample project.
func newSampleApp(t *testing.T) *App {
	t.Helper()
	return newSampleAppIn(t, "en")
}

// newSampleAppIn makes it in a language.
func newSampleAppIn(t *testing.T, language string) *App {
	t.Helper()
	ui := test.NewTempApp(t)
	ui.Preferences().SetString(prefCoder, "Ada")                   // who has said so at the first start
	desk.Prefs{Preferences: ui.Preferences()}.ProposeNothing(true) // as those tests count marks that need none
	a, err := New(Options{
		UI:           ui,
		NewPicker:    func(fyne.Window) picker.Picker { return &picker.Fake{} },
		Translations: assets.Translations,
		Language:     language,
		Sample:       assets.Sample,
		Dir:          t.TempDir(),
		Coder:        "Ada",
		Version:      "7.8.9",
		Build:        "commit 0123456789ab",
		Inline:       true,
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(a.projects.Close)
	t.Cleanup(func() {
		if err := words.Speak(assets.Translations, "en"); err != nil { // the language is one for the whole program
			t.Error(err)
		}
	})
	a.Window.Resize(fyne.NewSize(1440, 900))
	a.projects.openSample()
	return a
}

func TestSampleProjectOpensAtFirstStart(t *testing.T) {
	a := newSampleApp(t)
	if a.Project == nil || a.Project.Name() != "Sample" {
		t.Fatal("the first start must open the sample project")
	}
	if !a.hasArticle() {
		t.Error("an article of the sample must be open")
	}
}

// choose runs the menu entry with that label, as long as it can be run.
func (a *App) choose(label string) {
	for _, c := range a.menus.commands {
		if c.Label() == label {
			a.menus.perform(c)
			return
		}
	}
	panic("no menu has an entry " + label)
}

func TestATooltipGoesWithTheProjectThatItIsAbout(t *testing.T) {
	a := newSampleApp(t)
	a.Tooltips.After = func(_ time.Duration, call func()) func() { call(); return func() {} }
	a.Tooltips.ShowTip("Ilse Varonne says", fyne.NewPos(300, 200))
	if a.Tooltips.Showing() == "" {
		t.Fatal("there is no tooltip")
	}
	a.opened()
	if says := a.Tooltips.Showing(); says != "" {
		t.Errorf("over another project stands %q", says)
	}
}

// view is the view of that name.
func (a *App) view(name string) desk.View {
	for _, v := range a.views {
		if v.name == name {
			return v.View
		}
	}
	panic("there is no view of " + name)
}
