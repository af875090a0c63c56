package directory

import (
	"testing"

	"fyne.io/fyne/v2"

	"standpoint/app/desk"
	"standpoint/app/desk/desktest"
	"standpoint/store"
	"standpoint/store/storetest"
)

func TestWhatTheListHidesIsShownWhenItIsGoneTo(t *testing.T) {
	d := opened(t, NewIssues, "A seat for the Pilots’ Guild")
	d.list.field.SetText("pilots")
	if !d.Directory.GoTo(desk.Place{Entity: store.EntityIssue, ID: idOf(t, d, "Freight toll")}) {
		t.Fatal("the view of issues shows no issue")
	}
	row, ok := d.list.rows.Row(d.list.list.Selected())
	if !ok || row.name != "Freight toll" || row.id != d.open || d.list.field.Text() != "" {
		t.Errorf("selected is %q, the list is narrowed to %q", row.name, d.list.field.Text())
	}
}

func TestClickOnTheOpenActorLeavesTheFocusInTheList(t *testing.T) {
	d := opened(t, NewActors, "Ilse Varonne")
	l := d.list.list
	if l.OnTapped != nil {
		t.Fatal("a click on the open row must do no more than select it")
	}
	l.Focus()
	d.Window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if !d.side.form.name.Focused() {
		t.Error("Enter must lead to the form")
	}
}

func TestAnActorIsShownWhereverItIsListed(t *testing.T) {
	d := newRoom(desktest.New(t), NewActors)
	size := storetest.Size{Articles: 30, Annotations: 300, Actors: 120, Issues: 10}
	if _, err := storetest.Fill(t.Context(), d.Project, size); err != nil {
		t.Fatal(err)
	}
	d.Opened()
	actors, total, err := d.Project.Actors(t.Context(), store.ActorQuery{})
	if err != nil || total < 100 {
		t.Fatalf("%d actors: %v", total, err)
	}
	at := func(place int) {
		t.Helper()
		if row, ok := d.list.rows.Row(place); d.list.list.Selected() != place || !ok || row.id != actors[place].ID || d.open != row.id {
			t.Errorf("row %d is selected, want %d", d.list.list.Selected(), place)
		}
	}
	d.show(actors[97].ID)
	at(97)
	d.list.field.SetText("no such name")
	if d.list.rows.Len() != 0 || d.list.list.Selected() != -1 {
		t.Fatalf("%d actors have a name that nobody has", d.list.rows.Len())
	}
	d.show(actors[60].ID)
	at(60)
	if d.list.field.Text() != "" {
		t.Error("an actor that the list hid was shown, and the list is narrowed still")
	}
	d.list.order.OnChanged(orderBusiest)
	row, ok := d.list.rows.Row(d.list.list.Selected())
	if !ok || row.id != actors[60].ID {
		t.Error("in another order another actor is selected")
	}
}

func TestWhatWasDeletedIsTold(t *testing.T) {
	for entity, of := range map[string]func(*desk.Desk) *Directory{"actor": NewActors, "issue": NewIssues} {
		d := newRoom(desktest.New(t), of)
		d.begin("Norvia")
		d.Save()
		d.side.askDelete()
		if got, want := d.Told(), "Deleted: "+entity+" “Norvia”. Ctrl+Z brings it back."; got != want {
			t.Errorf("told is %q, want %q", got, want)
		}
	}
}
