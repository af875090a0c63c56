package control

import (
	"testing"

	"fyne.io/fyne/v2"
)

func TestTheLikelyKindOfANewNameIsOfferedFirst(t *testing.T) {
	options := actors()
	options.KindFor = func(name string) string { return map[string]string{"Ministry of Fish": "organisation"}[name] }
	for name, want := range map[string]string{"Ministry of Fish": "organisation", "Zed": "person"} {
		field := NewTypeAhead(options)
		w := inWindow(t, field, 300, 300)
		field.Focus()
		write(t, w, name)
		press(t, w, fyne.KeyReturn)
		if item, _ := field.Item(); item.Name != name || item.Kind != want {
			t.Errorf("%s is created as %+v", name, item)
		}
	}
}

// Enter that picks goes on, a click stays; Enter with nothing to pick is the form's.
func TestEnterGoesOnWhereAClickStays(t *testing.T) {
	field := NewTypeAhead(actors())
	entered, submitted := 0, 0
	field.OnEntered, field.OnSubmitted = func() { entered++ }, func() { submitted++ }
	w := inWindow(t, field, 300, 300)
	field.Focus()
	write(t, w, "nordl")
	press(t, w, fyne.KeyReturn)
	if entered != 1 || submitted != 0 {
		t.Errorf("picked with Enter: went on %d times, %d times submitted", entered, submitted)
	}
	press(t, w, fyne.KeyReturn)
	if entered != 1 || submitted != 1 {
		t.Errorf("Enter again: went on %d times, %d times submitted", entered, submitted)
	}
	field.Input().SelectAll()
	write(t, w, "petr")
	field.list.onPick(0)
	if item, _ := field.Item(); item.Name != "Petra Nová" || entered != 1 {
		t.Errorf("a click picks %q and goes on %d times", item.Name, entered-1)
	}
}

func TestEnterInAnEmptyFieldOfSeveralIsTold(t *testing.T) {
	field := NewTokenField(actors())
	submitted := 0
	field.OnSubmitted = func() { submitted++ }
	w := inWindow(t, field, 300, 300)
	field.Focus()
	write(t, w, "nordl")
	if press(t, w, fyne.KeyReturn); submitted != 0 || len(field.Items()) != 1 {
		t.Errorf("Enter that picks: told %d times, %d items", submitted, len(field.Items()))
	}
	if press(t, w, fyne.KeyReturn); submitted != 1 {
		t.Errorf("Enter in the empty field: told %d times", submitted)
	}
}
