package inspector

import (
	"fyne.io/fyne/v2"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/form"
	"standpoint/app/names"
	"standpoint/app/suggest"
	"standpoint/app/words"
	"standpoint/store/text"
)

// filling is a form that is being filled in: its values, the steps that led to them, and what makes its fields. Each field lets the
// window's keys through, comes into view with the focus, and tells the form what was filled in.
type filling struct {
	stage    *stage
	form     form.Form
	steps    form.Steps
	choosers control.Choosers // those of the fields that names are typed into
	taking   taking
	unseen   unseen
	digits   func(n int) (control.Item, bool) // nil until they are asked for
}

// taking is what the fields of a form do with words that are selected in the text for them.
type taking struct {
	into map[fyne.Focusable]func(text.Span) // by what has the keyboard when the field has it
	last fyne.Focusable                     // the field that had it last; nil before
}

// touched notes that something was filled in: it is a step, and is kept as a draft soon.
func (f *filling) touched() {
	isStep := f.steps.Took(f.form)
	f.stage.touched()
	f.tellUnseen()
	if isStep {
		f.stage.desk.RefreshMenu()
	}
}

// wire lets the window's keys through a field, and brings the field into view
// when it gets the focus.
func (f *filling) wire(field fyne.CanvasObject, k *control.Keys) {
	k.OnFocus = func(focused bool) {
		if focused {
			f.taking.last = f.stage.desk.Window.Canvas().Focused()
			f.stage.reveal(field)
		}
	}
	k.OnSave = f.stage.Save
	k.OnCancel = f.stage.GiveUp
	k.OnKey = f.stage.desk.TypedKey
}

// parties is a field for several actors or words, kept in list. A key names it in drafts and among what is guessed. Enter in it with
// nothing to pick saves.
func (f *filling) parties(key, caption, placeHolder string, list *[]names.Party) *control.TokenField {
	t := control.NewTokenField(control.TypeAheadOptions{
		Caption: caption, PlaceHolder: placeHolder, Items: f.actorItems, Create: true, Kinds: desk.ActorKinds(), KindFor: f.stage.kindFor,
		Words: true, ByDigit: f.byDigit, DigitsInList: true,
	})
	f.wire(t, &t.Keys)
	t.OnSubmitted = f.stage.Save
	if items := f.stage.desk.PartyItems(*list); f.form.IsGuessed(key) {
		t.SetGuess(items)
	} else {
		t.SetItems(items)
	}
	t.OnChanged = func(items []control.Item) {
		*list = desk.ItemParties(items)
		f.form.Touch(key)
		f.touched()
		f.stage.resized()
		if t.Focused() {
			f.stage.reveal(t) // it may have grown
		}
	}
	t.OnTyped = func() { f.typed(t) }
	f.takesParties(key, t)
	f.mayBeGuessed(key, caption, t, saidIn(t))
	f.choosers.Add(key, t, f.form.Typed)
	return t
}

// byDigit is the actor whom a digit picks: one used lately, or named near the words of the form.
func (f *filling) byDigit(n int) (control.Item, bool) {
	if f.digits == nil {
		var at text.Span
		if f.form.IsPlaced(f.stage.reading.Body()) {
			at = f.form.Extent()
		}
		f.digits = f.stage.digitPicks(f.stage.byDigit(at))
	}
	return f.digits(n)
}

// typed remembers what is typed in a field and not picked yet.
func (f *filling) typed(c control.Chooser) {
	if c.Pending() != f.form.Typed[f.choosers.KeyOf(c)] {
		f.touched()
	}
}

// actorItems are the known actors and those that the form is about to create.
func (f *filling) actorItems(query string) []control.Item {
	all := f.stage.desk.ActorItems(query)
	for _, n := range f.form.NewActors() {
		all = append(all, f.stage.desk.PartyItem(n))
	}
	return all
}

// choice is a field for one of several values. A key names it among what is guessed; unguessed is what takes the place of a wrong guess.
func (f *filling) choice(key, caption string, options []control.Option, value, unguessed string, set func(string)) *control.Select {
	c := control.NewSelect(caption, options)
	c.SetValue(value)
	c.Unguessed = unguessed
	c.SetGuessed(f.form.IsGuessed(key))
	f.mayBeGuessed(key, caption, c, c.Said)
	f.wire(c, &c.Keys)
	c.OnChanged = func(value string) { set(value); f.form.Touch(key); f.touched() }
	return c
}

// line is a field for words of one line, kept in value. A key names it among what is guessed.
func (f *filling) line(key, caption string, value *string) *control.Field {
	field := control.NewField(caption)
	field.SetText(*value)
	field.SetGuessed(f.form.IsGuessed(key))
	f.mayBeGuessed(key, caption, field, field.Text)
	f.wire(field, &field.Keys)
	f.takesText(field)
	field.OnChanged = func(s string) { *value = s; field.SetError(""); f.form.Touch(key); f.touched() }
	return field
}

// onField is the field for a date, which offers those that the text tells near the words of the form.
func (f *filling) onField(caption string) *control.Field {
	on := f.line(form.GuessOn, caption, &f.form.On)
	on.SetPlaceHolder(string(f.stage.reading.Article().Published.First()))
	on.SetOffers(f.moments)
	return on
}

// mostMoments is how many dates are offered.
const mostMoments = 5

// moments are the dates that the text tells near the words of the form, each with the words from which it follows.
func (f *filling) moments() []control.FieldOffer {
	body := f.stage.reading.Body()
	if body == nil || len(f.form.Spans) == 0 || !f.form.IsPlaced(body) {
		return nil
	}
	var all []control.FieldOffer
	for _, m := range f.stage.text().Moments(suggest.FactsOf(f.stage.reading.Article()), f.form.Extent(), mostMoments) {
		all = append(all, control.FieldOffer{
			Text: string(m.Date), Name: words.Weekday(m.Date), Detail: words.Sentence("from “%s”", body.Slice(m.Span)),
		})
	}
	return all
}

func (f *filling) area(caption string, value *string) *control.Field {
	area := control.NewArea(caption, 2)
	area.SetText(*value)
	f.wire(area, &area.Keys)
	f.takesText(area)
	area.OnChanged = func(s string) { *value = s; f.touched() }
	return area
}

func (f *filling) settle() bool { return f.stage.allPicked(&f.choosers) }

// allPicked takes what is highlighted where a name is being typed. A name that was
// typed and left unpicked is an error at its field: nobody should find later
// that it was taken for something else.
func (f *stage) allPicked(choosers *control.Choosers) bool {
	c := choosers.Settle()
	if c == nil {
		return true
	}
	typed := c.Pending()
	f.reveal(c)
	c.Focus()
	c.Unfold()
	c.SetError(words.NotPicked(typed))
	f.resized()
	return false
}

// takes has a field take words of the text.
func (f *filling) takes(field fyne.Focusable, take func(text.Span)) {
	if f.taking.into == nil {
		f.taking.into = map[fyne.Focusable]func(text.Span){}
	}
	f.taking.into[field] = take
}

// takesParties has a field take whom words name or describe. They take the place of a guess.
func (f *filling) takesParties(key string, t *control.TokenField) {
	f.takes(t.Input(), func(s text.Span) {
		items := t.Items()
		if f.form.IsGuessed(key) {
			items = nil
		}
		t.SetItems(append(items, f.stage.desk.PartyItem(form.PartyAt(f.stage.text(), s, f.stage.lately()))))
		t.SetPending("")
		t.OnChanged(t.Items())
	})
}

// takesTyped has a field take words as if they were typed, for something to be picked by them.
func (f *filling) takesTyped(field control.Chooser) {
	f.takes(field.Input(), func(s text.Span) { field.Input().SetText(f.wordsAt(s)) })
}

// takesText has a field of words take others at their end.
func (f *filling) takesText(field *control.Field) {
	f.takes(field.Input(), func(s text.Span) {
		if before := field.Text(); before != "" {
			field.SetText(before + " " + f.wordsAt(s))
			return
		}
		field.SetText(f.wordsAt(s))
	})
}

func (f *filling) wordsAt(s text.Span) string {
	body := f.stage.reading.Body()
	return body.Slice(body.Snap(body.Trim(s)))
}
