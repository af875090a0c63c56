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
	if got := choice.label.caption.Text(); got != "Stance guessed" {
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

// In every kind of field one key, Delete, takes a wrong guess out.
func TestDeleteClearsAGuess(t *testing.T) {
	tokens := NewTokenField(actors())
	tokens.SetGuess([]Item{{Name: "Norland"}, {Name: "Velia"}})
	field := NewField("Verb")
	field.SetText("said")
	field.SetGuessed(true)
	choice := NewChoice("Stance", []Option{{Key: "support", Word: "support"}})
	choice.SetValue("support")
	choice.SetGuessed(true)
	list := NewSelect("Act", []Option{{Key: "says", Word: "says"}, {Key: "denies", Word: "denies"}})
	list.SetValue("denies")
	list.Unguessed = "says"
	list.SetGuessed(true)
	target := NewTypeAhead(actors())
	target.SetGuess(Item{Name: "Norland"})
	for name, row := range map[string]struct {
		in    fyne.CanvasObject
		focus func()
		said  func() string
		want  string
	}{
		"tokens":    {tokens, tokens.Focus, func() string { return strings.Repeat("x", len(tokens.Items())) }, ""},
		"field":     {field, field.Focus, field.Text, ""},
		"choice":    {choice, choice.Focus, choice.Value, ""},
		"select":    {list, list.Focus, list.Value, "says"},
		"typeahead": {target, target.Focus, func() string { return target.Input().Text }, ""},
	} {
		w := inWindow(t, row.in, 300, 300)
		row.focus()
		press(t, w, fyne.KeyDelete)
		if got := row.said(); got != row.want {
			t.Errorf("%s: after Delete it has %q, want %q", name, got, row.want)
		}
	}
	if field.label.guessed || tokens.label.guessed || choice.label.guessed || list.label.guessed || target.label.guessed {
		t.Error("what was taken out is called guessed")
	}
}

// A letter typed after a guess was taken out of a field is not lost.
func TestTypingGoesOnAfterAGuessWasTakenOut(t *testing.T) {
	field := NewField("Verb")
	field.SetText("said")
	field.SetGuessed(true)
	w := inWindow(t, field, 300, 300)
	field.Focus()
	press(t, w, fyne.KeyDelete)
	write(t, w, "told")
	if field.Text() != "told" {
		t.Errorf("the field has %q", field.Text())
	}
	field.SetGuessed(true)
	w.Canvas().Unfocus()
	field.Focus()
	write(t, w, "asked")
	if field.Text() != "asked" {
		t.Errorf("typed over a guess, the field has %q", field.Text())
	}
}

func TestTheWordForAGuessTellsWhichKeyClearsIt(t *testing.T) {
	field := NewField("Verb")
	field.SetText("said")
	mark := field.label.mark
	if mark.Visible() {
		t.Error("nothing is guessed, and something tells of it")
	}
	field.SetGuessed(true)
	inWindow(t, field, 300, 300)
	mark.MouseIn(nil)
	if !mark.Visible() || !strings.Contains(mark.Tooltip(), "Delete") || mark.Size().Width < 20 {
		t.Errorf("it tells %q, %v wide", mark.Tooltip(), mark.Size().Width)
	}
	field.SetGuessed(false)
	if mark.Visible() {
		t.Error("it still tells of a guess")
	}
}

func TestADigitPicksWhileTheListTellsWhom(t *testing.T) {
	o := actors()
	o.ByDigit = func(n int) (Item, bool) { return Item{ID: [16]byte{byte(n)}, Name: "Velia"}, n == 1 }
	o.DigitsInList = true
	field := NewTokenField(o)
	picked := 0
	field.OnDigit = func() { picked++ }
	w := inWindow(t, field, 300, 300)
	field.SetGuess([]Item{{Name: "Norland"}})
	field.Focus()
	write(t, w, "1")
	if picked != 0 || field.Pending() != "1" {
		t.Errorf("without a list a digit is typed: %d picked, %q", picked, field.Pending())
	}
	press(t, w, fyne.KeyBackspace)
	field.SetGuess([]Item{{Name: "Norland"}})
	field.Unfold()
	write(t, w, "1")
	if items := field.Items(); picked != 1 || len(items) != 1 || items[0].Name != "Velia" {
		t.Errorf("%d picked, the field has %v", picked, items)
	}
}

func TestAFieldOffersWhatItMayHave(t *testing.T) {
	field := NewField("Said on")
	field.SetOffers(func() []FieldOffer {
		return []FieldOffer{{"2031-03-04", "Tuesday, 4 March 2031", "from “Tuesday”"}, {"2031-03", "March 2031", "from “this month”"}}
	})
	w := inWindow(t, field, 300, 300)
	field.Focus()
	press(t, w, fyne.KeyDown)
	press(t, w, fyne.KeyDown)
	press(t, w, fyne.KeyReturn)
	if field.Text() != "2031-03" || field.Unfolded() {
		t.Errorf("taken is %q, unfolded %v", field.Text(), field.Unfolded())
	}
	press(t, w, fyne.KeyDown)
	press(t, w, fyne.KeyEscape)
	if field.Text() != "2031-03" || field.Unfolded() {
		t.Errorf("after Esc it has %q, unfolded %v", field.Text(), field.Unfolded())
	}
	press(t, w, fyne.KeyDown)
	write(t, w, "5")
	if field.Unfolded() || field.Text() != "2031-035" {
		t.Errorf("typing leaves the list: %q, unfolded %v", field.Text(), field.Unfolded())
	}
}

// Whoever leads back to a wrong guess is offered others, and not that again.
func TestAGuessIsNotOfferedBesideItself(t *testing.T) {
	guess := Item{Name: "Odo Lenz", New: true, Kind: "person"}
	field := NewTokenField(TypeAheadOptions{Items: func(string) []Item { return []Item{guess, {ID: [16]byte{1}, Name: "Velia"}} }})
	w := inWindow(t, field, 300, 300)
	field.SetGuess([]Item{guess})
	field.Focus()
	field.Unfold()
	press(t, w, fyne.KeyReturn)
	if items := field.Items(); len(items) != 1 || items[0].Name != "Velia" {
		t.Errorf("Enter picks %v", items)
	}
}

// Who chooses the very value that was guessed has decided: it is not guessed any more, and nothing else takes its place.
func TestAGuessedValueThatIsChosenIsDecidedOn(t *testing.T) {
	options := []Option{{Key: "direct", Word: "direct", Letter: 'd'}, {Key: "mixed", Word: "mixed", Letter: 'm'}}
	list, choice := NewSelect("Quotation", options), NewChoice("Quotation", options)
	for name, c := range map[string]struct {
		control interface {
			fyne.Focusable
			SetValue(key string)
			SetGuessed(guessed bool)
			Value() string
		}
		changed *func(string)
		label   *label
	}{
		"list":   {list, &list.OnChanged, &list.label},
		"choice": {choice, &choice.OnChanged, &choice.label},
	} {
		told := ""
		*c.changed = func(key string) { told = key }
		c.control.SetValue("direct")
		c.control.TypedRune('d')
		if told != "" {
			t.Errorf("%s: a value that was no guess is told to be another: %q", name, told)
		}
		c.control.SetGuessed(true)
		c.control.TypedRune('d')
		if told != "direct" || c.label.guessed || c.control.Value() != "direct" {
			t.Errorf("%s: told is %q, guessed: %v", name, told, c.label.guessed)
		}
	}
}
