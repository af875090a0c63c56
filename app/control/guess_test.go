package control

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"
)

func TestALetterChoosesTheKindOfAGuessedName(t *testing.T) {
	for _, row := range []struct {
		typed, name, kind string
		isOpen            bool
	}{
		{"", "Velia", "person", false},
		{"s", "Velia", "state", false},
		{"G", "Velia", "group", false},
		{"st", "st", "", true}, // a name is typed
		{"ss", "ss", "", true},
		{"a", "a", "", true},
	} {
		field := NewTypeAhead(actors())
		picked := ""
		field.OnPick = func(i Item) { picked = i.Kind }
		w := inWindow(t, field, 300, 300)
		field.SetGuess(Item{Name: "Velia", New: true, Kind: "person"})
		field.Focus()
		write(t, w, row.typed)
		item, _ := field.Item()
		if field.Input().Text != row.name || item.Kind != row.kind || field.Unfolded() != row.isOpen {
			t.Errorf("%q: %q, %q, unfolded %v", row.typed, field.Input().Text, item.Kind, field.Unfolded())
		}
		if row.kind != "" && row.typed != "" && picked != row.kind {
			t.Errorf("%q: told is %q", row.typed, picked)
		}
	}
}

func TestALetterThatChoseAKindIsForgottenWithTheNextKey(t *testing.T) {
	field := NewTypeAhead(actors())
	w := inWindow(t, field, 300, 300)
	field.SetGuess(Item{Name: "Velia", New: true, Kind: "person"})
	field.Focus()
	write(t, w, "s")
	press(t, w, fyne.KeyBackspace)
	write(t, w, "n")
	if field.Input().Text != "n" {
		t.Errorf("the text is %q", field.Input().Text)
	}
}

func TestTypingReplacesGuessedItems(t *testing.T) {
	for _, row := range []struct {
		do   func(*testing.T, fyne.Window)
		want []string
	}{
		{func(*testing.T, fyne.Window) {}, []string{"Nordland"}},
		{func(t *testing.T, w fyne.Window) { write(t, w, "petr"); press(t, w, fyne.KeyReturn) }, []string{"Petra Nová"}},
		{func(t *testing.T, w fyne.Window) {
			press(t, w, fyne.KeyRight)
			write(t, w, "petr")
			press(t, w, fyne.KeyReturn)
		}, []string{"Nordland", "Petra Nová"}},
		{func(t *testing.T, w fyne.Window) { press(t, w, fyne.KeyBackspace) }, nil},
	} {
		field := NewTokenField(actors())
		var told []Item
		field.OnChanged = func(items []Item) { told = items }
		w := inWindow(t, field, 300, 300)
		field.SetGuess(people[1:2])
		field.Focus()
		row.do(t, w)
		var got []string
		for _, i := range field.Items() {
			got = append(got, i.Name)
		}
		if diff := cmp.Diff(row.want, got); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		if told != nil && len(told) != len(got) {
			t.Errorf("told are %v", told)
		}
	}
}

func TestAGuessIsSaidUntilItIsTouched(t *testing.T) {
	choice := NewStanceChoice("Stance")
	choice.SetValue("oppose")
	choice.SetGuessed(true)
	w := inWindow(t, choice, 300, 100)
	if got := choice.label.caption.Text(); got != "Stance  guessed" {
		t.Errorf("the caption is %q", got)
	}
	choice.Focus()
	write(t, w, "s")
	if got := choice.label.caption.Text(); got != "Stance" {
		t.Errorf("the caption is %q once it is touched", got)
	}
}

func TestADigitPicksWhatItStandsForUnlessTheFieldBeginsWithIt(t *testing.T) {
	for _, row := range []struct{ before, typed, text string }{
		{"", "1", "Nordland"},
		{"guess Velia", "1", "Nordland"},
		{"guess Velia", "2", "2"}, // stands for nobody
		{"guess 1st Squadron", "1", "1"},
		{"typed 1", "", "1"}, // Backspace after “12”
		{"typed 1", "2", "12"},
	} {
		options := actors()
		options.ByDigit = func(n int) (Item, bool) { return people[1], n == 1 }
		field := NewTypeAhead(options)
		digits := 0
		field.OnDigit = func() { digits++ }
		w := inWindow(t, field, 300, 300)
		field.Focus()
		switch how, words, _ := strings.Cut(row.before, " "); how {
		case "guess":
			field.SetGuess(Item{Name: words, New: true, Kind: "person"})
			field.Focus()
			field.Input().SelectAll()
		case "typed":
			field.SetText("x")
			field.Input().SetText(words + "2")
			press(t, w, fyne.KeyEnd)
			press(t, w, fyne.KeyBackspace)
		}
		write(t, w, row.typed)
		if field.Input().Text != row.text || (digits == 1) != (row.text == people[1].Name) {
			t.Errorf("%s, %q: the text is %q, picked by %d digits", row.before, row.typed, field.Input().Text, digits)
		}
	}
}
