package control

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"github.com/google/go-cmp/cmp"
)

var people = []Item{
	{ID: [16]byte{1}, Name: "Anna Petrova", Aliases: []string{"Foreign Minister"}, Detail: "person · Nordland", Colour: "amber", Recent: 3},
	{ID: [16]byte{2}, Name: "Nordland", Detail: "state", Colour: "red", Recent: 9},
	{ID: [16]byte{3}, Name: "Petra Nová", Detail: "person", Colour: "blue"},
}

func everyone(string) []Item { return people }

func actors() TypeAheadOptions {
	return TypeAheadOptions{
		Caption: "Speaker", Items: everyone, Create: true, Words: true,
		Kinds: []Kind{
			{Key: "person", Word: "person", Create: "Create “%s” as person"},
			{Key: "organisation", Word: "organisation", Create: "Create “%s” as organisation"},
			{Key: "state", Word: "state", Create: "Create “%s” as state"},
			{Key: "group", Word: "group", Create: "Create “%s” as group"},
		},
	}
}

func TestTypeAheadPicksWithEnter(t *testing.T) {
	field := NewTypeAhead(actors())
	var picked []string
	field.OnPick = func(i Item) { picked = append(picked, i.Name) }
	w := inWindow(t, field, 300, 300)
	field.Focus()
	write(t, w, "petr")
	if !field.Unfolded() {
		t.Fatal("typing does not unfold the list")
	}
	press(t, w, fyne.KeyDown, fyne.KeyUp, fyne.KeyReturn)
	item, ok := field.Item()
	if !ok || item.Name != "Petra Nová" || field.Unfolded() || field.Input().Text != "Petra Nová" {
		t.Errorf("picked %v %q, unfolded %v, text %q", ok, item.Name, field.Unfolded(), field.Input().Text)
	}
	if diff := cmp.Diff([]string{"Petra Nová"}, picked); diff != "" {
		t.Error(diff)
	}
}

func TestTheKindOfWhatWasPickedIsNotShownBesideWhatIsTypedOverIt(t *testing.T) {
	field := NewTypeAhead(actors())
	w := inWindow(t, field, 300, 300)
	field.SetGuess(Item{Name: "Harbour House", Kind: "organisation", Detail: "organisation", New: true})
	field.Focus()
	if !field.detail.Visible() {
		t.Fatal("the kind of the guess is not shown")
	}
	field.Input().SelectAll()
	write(t, w, "xa")
	if field.detail.Visible() {
		t.Errorf("%q is shown beside %q", "organisation", field.Input().Text)
	}
}

func TestAClickShowsWhatCanBePicked(t *testing.T) {
	field := NewTypeAhead(actors())
	inWindow(t, field, 300, 300)
	field.Focus()
	for range 2 {
		field.Input().Tapped(&fyne.PointEvent{})
		if !field.Unfolded() {
			t.Fatal("the list is folded after a click")
		}
	}
}

func TestAnEmptiedFieldDoesNotSayThatNothingFits(t *testing.T) {
	options := actors()
	options.Items, options.Create, options.Words = func(string) []Item { return nil }, false, false
	field := NewTypeAhead(options)
	w := inWindow(t, field, 300, 300)
	field.Focus()
	write(t, w, "x")
	if !field.Unfolded() {
		t.Fatal("it is not said that nothing fits")
	}
	press(t, w, fyne.KeyBackspace)
	if field.Unfolded() {
		t.Error("it is said of an empty field that nothing fits")
	}
}

func TestTypeAheadShowsTheLastUsedFirst(t *testing.T) {
	field := NewTypeAhead(actors())
	w := inWindow(t, field, 300, 300)
	field.Focus()
	press(t, w, fyne.KeyDown, fyne.KeyReturn)
	if item, _ := field.Item(); item.Name != "Nordland" {
		t.Errorf("the first of all is %q", item.Name)
	}
}

func TestTypeAheadCreatesAnUnknownName(t *testing.T) {
	for downs, want := range []Item{
		{Name: "Bela Tóth", Kind: "person", New: true, Detail: "person"},
		{Name: "Bela Tóth", Kind: "organisation", New: true, Detail: "organisation"},
		{Name: "Bela Tóth", Kind: "state", New: true, Detail: "state"},
		{Name: "Bela Tóth", Kind: "group", New: true, Detail: "group"},
		{Name: "Bela Tóth", Words: true},
	} {
		field := NewTypeAhead(actors())
		w := inWindow(t, field, 300, 300)
		field.Focus()
		write(t, w, " Bela Tóth ")
		for range downs {
			press(t, w, fyne.KeyDown)
		}
		press(t, w, fyne.KeyReturn)
		got, _ := field.Item()
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("row %d (-want +got):\n%s", downs, diff)
		}
	}
}

func TestTypeAheadWithoutKindsOffersOneRow(t *testing.T) {
	field := NewTypeAhead(TypeAheadOptions{Items: everyone, Create: true})
	w := inWindow(t, field, 300, 300)
	field.Focus()
	write(t, w, "Ceasefire")
	if n := len(field.offered); n != 1 {
		t.Fatalf("%d rows, want one", n)
	}
	press(t, w, fyne.KeyReturn)
	if item, _ := field.Item(); !item.New || item.Kind != "" {
		t.Errorf("got %+v", item)
	}
	field.Clear()
	write(t, w, "nordland")
	if n := len(field.offered); n != 1 || field.offered[0].item.New {
		t.Errorf("a name that is there is offered %d times, new: %v", n, field.offered[0].item.New)
	}
}

func TestTypeAheadEscFoldsFirst(t *testing.T) {
	field := NewTypeAhead(actors())
	cancelled := 0
	field.OnCancel = func() { cancelled++ }
	w := inWindow(t, field, 300, 300)
	field.SetItem(people[0])
	field.Focus()
	write(t, w, "nor")
	press(t, w, fyne.KeyEscape)
	if item, ok := field.Item(); field.Unfolded() || cancelled != 0 || !ok || item.Name != "Anna Petrova" {
		t.Errorf("after one Esc: unfolded %v, cancelled %d, item %q", field.Unfolded(), cancelled, item.Name)
	}
	press(t, w, fyne.KeyEscape)
	if cancelled != 1 {
		t.Errorf("after two Esc the form was cancelled %d times", cancelled)
	}
}

func TestTypeAheadTakesAWholeNameWhenLeft(t *testing.T) {
	field := NewTypeAhead(actors())
	w := inWindow(t, field, 300, 300)
	field.Focus()
	write(t, w, "foreign minister")
	w.Canvas().Unfocus()
	if item, ok := field.Item(); !ok || item.Name != "Anna Petrova" || field.Unfolded() {
		t.Errorf("left with %q, picked %v", item.Name, ok)
	}
	field.Clear()
	field.Focus()
	write(t, w, "anna p")
	w.Canvas().Unfocus()
	if _, ok := field.Item(); ok || field.Pending() != "anna p" || field.Unfolded() {
		t.Errorf("left with an unfinished name: picked %v, pending %q", ok, field.Pending())
	}
}

func TestALongListShowsSomeRowsAtATime(t *testing.T) {
	field := NewTypeAhead(actors())
	w := inWindow(t, field, 300, 300)
	field.Focus()
	many := make([]Item, 40)
	for i := range many {
		many[i] = Item{ID: [16]byte{byte(i)}, Name: "Nation " + string(rune('A'+i%26))}
	}
	field.options.Items = func(string) []Item { return many }
	write(t, w, "na")
	if got := field.list.inSight(); got != pickRows {
		t.Errorf("%d rows in sight, want %d", got, pickRows)
	}
	press(t, w, fyne.KeyUp)
	if last := len(field.offered) - 1; field.list.current != last || field.list.first+pickRows-1 != last {
		t.Errorf("Up from the first row goes to %d, in sight from %d, want %d", field.list.current, field.list.first, last)
	}
}

func TestTypeAheadPicksByMouse(t *testing.T) {
	field := NewTypeAhead(actors())
	w := inWindow(t, field, 300, 300)
	field.Focus()
	write(t, w, "petr")
	click(w, field.list.lines[1])
	if item, _ := field.Item(); item.Name != "Anna Petrova" || !field.Focused() {
		t.Errorf("picked %q, focused %v", item.Name, field.Focused())
	}
	write(t, w, "n")
	line := field.list.lines[0]
	line.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary})
	w.Canvas().Unfocus()
	line.MouseOut()
	if _, ok := field.Item(); ok || field.Unfolded() {
		t.Errorf("a press let go elsewhere picks (%v) or leaves the list unfolded", ok)
	}
}

func TestTypeAheadEmptiedIsTold(t *testing.T) {
	field := NewTypeAhead(actors())
	cleared := 0
	field.OnClear = func() { cleared++ }
	w := inWindow(t, field, 300, 300)
	field.SetItem(people[1])
	field.Focus()
	press(t, w, fyne.KeyBackspace)
	if _, ok := field.Item(); ok || cleared != 1 || field.Input().Text != "" {
		t.Errorf("picked %v, told %d times, text %q", ok, cleared, field.Input().Text)
	}
}

func TestTokenFieldKeepsOrder(t *testing.T) {
	field := NewTokenField(actors())
	var told [][]string
	field.OnChanged = func(items []Item) {
		var names []string
		for _, i := range items {
			names = append(names, i.Name)
		}
		told = append(told, names)
	}
	w := inWindow(t, field, 300, 300)
	field.Focus()
	write(t, w, "petra n")
	press(t, w, fyne.KeyReturn)
	write(t, w, "nordland")
	press(t, w, fyne.KeyReturn)
	write(t, w, "nordl")
	for _, o := range field.add.offered {
		if o.item.ID == people[1].ID {
			t.Error("what is in the field already is offered again")
		}
	}
	press(t, w, fyne.KeyEscape)
	field.add.Clear()
	press(t, w, fyne.KeyBackspace)
	field.chips.Objects[0].(*chip).OnRemove()
	want := [][]string{{"Petra Nová"}, {"Petra Nová", "Nordland"}, {"Petra Nová"}, nil}
	if diff := cmp.Diff(want, told); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// A description is not a name: "an unnamed source" should not become a person
// when Enter is pressed.
func TestDescriptionIsOfferedAsWordsFirst(t *testing.T) {
	a := NewTypeAhead(TypeAheadOptions{
		Items:  func(string) []Item { return nil },
		Create: true, Words: true, Kinds: []Kind{{Key: "person", Word: "person", Create: "Create “%s” as person"}},
	})
	for query, words := range map[string]bool{"an unnamed source": true, "Mara Ellin": false, "mara": false} {
		if got := a.asTyped(query, false)[0].Words; got != words {
			t.Errorf("%q: words first %v, want %v", query, got, words)
		}
	}
}

func TestLongNameLeavesTheKindOfANewItemInSight(t *testing.T) {
	field := NewTypeAhead(actors())
	w := inWindow(t, NewFlow(0, field), 260, 400)
	field.Focus()
	write(t, w, "The Standing Committee for the Northern Harbour and its Approaches")
	found := 0
	for i, o := range field.offered {
		line := field.list.lines[i]
		if !o.item.New || !line.Visible() {
			continue
		}
		found++
		said := line.name.Text()
		if !strings.HasSuffix(said, "…” as "+o.item.Detail) || strings.Contains(said, "Approaches") {
			t.Errorf("offered is %q, want the kind %q at its end", said, o.item.Detail)
		}
		if got := line.name.NaturalWidth(); got > line.name.Size().Width+1 {
			t.Errorf("%q is %v wide and has %v", said, got, line.name.Size().Width)
		}
	}
	if found == 0 {
		t.Error("nothing is offered to be created")
	}
}
