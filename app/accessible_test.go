package app

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
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

func partsOf(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case *fyne.Container:
		return o.Objects
	case fyne.Widget:
		return test.WidgetRenderer(o).Objects()
	}
	return nil
}
