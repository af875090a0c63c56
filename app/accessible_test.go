package app

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"standpoint/app/control"
)

// What can be pressed or typed into is told to who cannot see it.
func TestEveryControlHasANameAndARole(t *testing.T) {
	for _, state := range keyStates {
		t.Run(state.name, func(t *testing.T) {
			a := state.make(t)
			for _, v := range a.views {
				a.Show(v.View)
				checkNamed(t, v.name, a.Window.Content())
			}
		})
	}
	a, scenes := newGermanWindow(t)
	look := func(scenes []germanScene) {
		for _, s := range scenes {
			s.show()
			checkNamed(t, s.name, a.Window.Content())
			for _, box := range a.Window.Canvas().Overlays().List() {
				checkNamed(t, s.name, box)
			}
			a.closeMessages()
		}
	}
	look(scenes)
	a.fillGerman(t)
	look(a.germanScenes(t))
}

func checkNamed(t *testing.T, where string, o fyne.CanvasObject) {
	t.Helper()
	if !o.Visible() {
		return
	}
	if problem := nameless(o); problem != "" {
		t.Errorf("%s: %T %s", where, o, problem)
	}
	for _, part := range partsOf(o) {
		checkNamed(t, where, part)
	}
}

// nameless says what a screen reader cannot be told of an object that can be used.
func nameless(o fyne.CanvasObject) string {
	_, typed := o.(fyne.Focusable)
	_, tapped := o.(fyne.Tappable)
	_, pressed := o.(fyne.SecondaryTappable)
	ours := strings.Contains(reflect.TypeOf(o).String(), "control.") || strings.Contains(reflect.TypeOf(o).String(), "textview.")
	if !typed && (!ours || !tapped && !pressed) {
		return ""
	}
	named, ok := o.(fyne.Accessible)
	switch {
	case !ok:
		return "has no name and no role"
	case strings.TrimSpace(named.AccessibilityLabel()) == "":
		return fmt.Sprintf("has the role %s, and no name", named.AccessibilityRole())
	}
	switch named.AccessibilityRole() {
	case fyne.AccessibleRoleButton, fyne.AccessibleRoleContainer, fyne.AccessibleRoleLink, fyne.AccessibleRoleText:
		return ""
	}
	return fmt.Sprintf("has the role %q, which Fyne does not know", named.AccessibilityRole())
}

// What Fyne's bridges to screen readers come to, as they go through plain containers alone, is all that has a name.
func TestAScreenReaderIsToldOfAllThatIsShown(t *testing.T) {
	a, scenes := newGermanWindow(t)
	spoken := control.NewSpoken(a.Tooltips)
	a.Window.SetContent(spoken.Root)
	look := func(scenes []germanScene) {
		for _, s := range scenes {
			s.show()
			spoken.Update()
			told := reachedByFyne(spoken.Root)
			for _, b := range buttonsIn(a.covering()) {
				if name := b.AccessibilityLabel(); !slices.Contains(told, name) {
					t.Errorf("%s: of the button %q a screen reader is told nothing; it is told %q", s.name, name, told)
				}
			}
			if spoken.Update() {
				t.Errorf("%s: it is told anew though nothing has changed", s.name)
			}
			a.closeMessages()
		}
	}
	look(scenes)
	a.fillGerman(t)
	look(a.germanScenes(t))
}

// covering is what can be used: the box over the window, else the window.
func (a *App) covering() fyne.CanvasObject {
	if boxes := a.Window.Canvas().Overlays().List(); len(boxes) > 0 {
		return boxes[len(boxes)-1]
	}
	return a.Window.Content()
}

// reachedByFyne are the names that Fyne comes to.
func reachedByFyne(o fyne.CanvasObject) (names []string) {
	if a, ok := o.(fyne.Accessible); ok {
		names = append(names, a.AccessibilityLabel())
	}
	if c, ok := o.(*fyne.Container); ok {
		for _, part := range c.Objects {
			names = append(names, reachedByFyne(part)...)
		}
	}
	return names
}

func partsOf(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case fyne.Widget:
		return test.WidgetRenderer(o).Objects()
	}
	return nil
}
