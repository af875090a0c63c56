package inspector

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/control"
	"standpoint/app/form"
	"standpoint/app/suggest"
	"standpoint/app/words"
	"standpoint/store"
	"standpoint/store/text"
)

// statementFields are the fields of a statement and of a position: who says it, where that leaves whom, and through whom it came.
type statementFields struct {
	*filling
	rebuild func() // makes the fields of the form anew

	speakers   *control.TokenField // of a statement alone
	cue        *control.Field
	quotation  *control.Select // of a statement alone
	carriers   *control.TokenField
	addressees *control.TokenField // nil while they are not shown
	on         *control.Field
	positions  []*positionFields
	more       bool         // addressees and translation are shown
	holders    map[int]bool // positions whose holder field was asked for
}

func newStatementFields(f *filling, rebuild func()) *statementFields {
	return &statementFields{
		filling: f, rebuild: rebuild, holders: map[int]bool{},
	}
}

// focus begins with what nobody has said yet: in a new form in which it is guessed who it is, with what that is about.
func (s *statementFields) focus() {
	first := s.speakers
	if first == nil {
		first = s.positions[0].holders
	}
	if s.form.Annotation == (store.ID{}) && len(first.Items()) > 0 {
		s.goTo(0)
		if at := s.positions[0]; s.form.IsGuessed(form.GuessTarget(0)) {
			at.stance.Focus()
		}
		return
	}
	first.Focus()
	first.Unfold()
}

// respanned shows how the words are quoted, when they are others, as long as that is only guessed.
func (s *statementFields) respanned() {
	if s.quotation != nil {
		s.quotation.SetValue(string(s.form.Quotation))
	}
}

// backTo has Backspace in the empty field for what it is about lead back to who was guessed: what is typed there takes the place of a
// wrong guess.
func (s *statementFields) backTo(field string, parties *control.TokenField) {
	if len(s.positions) == 0 {
		return
	}
	s.positions[0].target.OnEmptyBackspace = func() {
		if s.form.IsGuessed(field) {
			parties.Focus()
			parties.Unfold()
		}
	}
}

// goTo goes on to the position with that number; after the last it saves.
func (s *statementFields) goTo(n int) {
	if n < len(s.positions) {
		s.positions[n].target.Focus()
		return
	}
	s.stage.Save()
}

func (s *statementFields) fieldOf(at form.Field) control.Erring {
	switch {
	case at == form.FieldSpeaker && s.speakers != nil:
		return s.speakers
	case at == form.FieldOn:
		return s.on
	case at == form.FieldCue && s.cue != nil:
		return s.cue
	case at == form.FieldHolder && len(s.positions) > 0:
		return s.positions[0].holders
	case at == form.FieldTarget:
		for n, fields := range s.positions {
			if q := s.form.Positions[n]; !q.IsZero() && q.Target.Name == "" {
				return fields.target
			}
		}
	}
	return nil
}

func (s *statementFields) objects() []fyne.CanvasObject {
	if s.form.Kind == store.KindPosition {
		return s.ofPosition()
	}
	return s.ofStatement()
}

func (s *statementFields) ofStatement() []fyne.CanvasObject {
	s.speakers = s.parties(form.GuessSpeakers, lang.L("Speaker"), lang.L("who says it?"), &s.form.Speakers)
	s.speakers.OnSubmitted = func() { s.goTo(0) }
	s.speakers.OnDigit = s.speakers.OnSubmitted
	act := s.choice(form.GuessAct, lang.L("Act"), actOptions(), string(s.form.Act), string(store.ActSays),
		func(key string) { s.form.Act = store.Act(key) })
	s.quotation = s.choice(form.GuessQuotation, lang.L("Quotation"), quotationOptions(), string(s.form.Quotation),
		string(store.QuotationIndirect), func(key string) { s.form.Quotation = store.Quotation(key) })
	s.on = s.onField(lang.L("Said on"))
	s.on.OnSubmitted = func(string) { s.goTo(0) }
	objects := []fyne.CanvasObject{
		control.NewFieldRow([]float32{speakerShare, 1}, s.speakers, s.cueField()),
		control.NewFieldRow([]float32{actShare, quotationShare, 1}, act, s.quotation, s.on),
	}
	objects = append(objects, s.positionList()...)
	s.backTo(form.GuessSpeakers, s.speakers)
	s.carriers = s.parties(form.GuessCarriers, lang.L("Reported through"), lang.L("nobody: said to the article itself"), &s.form.Carriers)
	objects = append(objects, s.carriers)
	if s.showsAddressees() {
		s.addressees = s.parties(form.GuessAddressees, lang.L("Addressees"), lang.L("to whom?"), &s.form.Addressees)
		objects = append(objects, s.addressees)
	}
	if s.showsTranslation() {
		objects = append(objects, s.area(lang.X("caption.translation", "Translation"), &s.form.Translation))
	}
	return objects
}

// How many times as much room fields have as the one at the end of their row: what is guessed in them is called so in full.
const (
	speakerShare   = 2.4
	actShare       = 0.94
	quotationShare = 1.12
)

// cueField is the field for the verb of saying, which stands in the text.
func (s *statementFields) cueField() *control.Field {
	s.cue = control.NewField(lang.L("Verb"))
	s.cue.SetPlaceHolder(lang.L("said"))
	s.cue.SetText(s.form.Cue)
	s.cue.SetGuessed(s.form.IsGuessed(form.GuessCue))
	s.mayBeGuessed(form.GuessCue, lang.L("Verb"), s.cue, func() string { return s.form.Cue })
	s.wire(s.cue, &s.cue.Keys)
	s.takes(s.cue.Input(), func(at text.Span) {
		s.form.SetCueAt(s.stage.reading.Body(), at)
		s.cue.SetText(s.form.Cue)
	})
	s.cue.OnSubmitted = func(string) { s.goTo(0) }
	s.cue.OnChanged = func(typed string) {
		if typed != s.form.Cue { // else the place is known
			s.form.SetCue(s.stage.reading.Body(), typed)
		}
		s.form.Touch(form.GuessCue)
		s.touched()
	}
	return s.cue
}

// positionList is a block of fields for each position taken in a statement.
func (s *statementFields) positionList() []fyne.CanvasObject {
	s.positions = nil
	var objects []fyne.CanvasObject
	for n := range s.form.Positions {
		fields := newPositionFields(s.filling, n, s.holders[n])
		fields.remove, fields.goOn = func() { s.remove(n) }, func() { s.goTo(n + 1) }
		s.positions = append(s.positions, fields)
		objects = append(objects, fields.objects()...)
	}
	return append(objects, s.moreButtons())
}

// moreButtons ask for what most statements do not need.
func (s *statementFields) moreButtons() fyne.CanvasObject {
	last := len(s.form.Positions) - 1
	buttons := []fyne.CanvasObject{control.NewQuietButton(lang.L("+ Position"), lang.L("Add another position taken in this statement"), "",
		func() {
			s.form.Positions = append(s.form.Positions, form.Position{})
			s.rebuild()
			s.positions[last+1].target.Focus()
		})}
	if last >= 0 && !s.positions[last].other {
		buttons = append(buttons, control.NewQuietButton(lang.L("Another holder"), lang.L("The speaker says where somebody else stands"), "",
			func() {
				s.holders[last] = true
				s.rebuild()
				s.positions[last].holders.Focus()
			}))
	}
	if label, tip := s.offersMore(); label != "" {
		buttons = append(buttons, control.NewQuietButton(label, tip, "", func() {
			s.more = true
			s.rebuild()
			s.addressees.Focus()
		}))
	}
	return control.NewWrap(2, buttons...)
}

// offersMore says which fields can be asked for that are not shown; "" if all are.
func (s *statementFields) offersMore() (label, tip string) {
	switch addressees, translation := s.showsAddressees(), s.showsTranslation(); {
	case addressees && translation:
		return "", ""
	case addressees:
		return lang.L("Translation…"), lang.L("What it says in another language")
	case translation:
		return lang.L("Addressees…"), lang.L("To whom it is said")
	}
	return lang.L("Addressees, translation…"), lang.L("Addressees and a translation")
}

func (s *statementFields) showsAddressees() bool { return s.more || len(s.form.Addressees) > 0 }

func (s *statementFields) showsTranslation() bool { return s.more || s.form.Translation != "" }

func (s *statementFields) ofPosition() []fyne.CanvasObject {
	fields := newPositionFields(s.filling, 0, false)
	fields.goOn = s.stage.Save
	s.positions = []*positionFields{fields}
	s.backTo(form.GuessHolders(0), fields.holders)
	s.carriers = s.parties(form.GuessCarriers, lang.L("Reported through"), lang.L("nobody: stated by the article itself"), &s.form.Carriers)
	s.on = s.onField(lang.L("Held on"))
	s.on.OnSubmitted = func(string) { s.stage.Save() }
	return append(append(fields.objects(), s.restsOn()...), s.on, s.carriers)
}

// restsOn is the field for the statement on which a position rests, where one is recorded on some of its words.
func (s *statementFields) restsOn() []fyne.CanvasObject {
	options := []control.Option{{Word: lang.L("on no statement")}}
	statements := map[string]store.ID{}
	for _, a := range s.stage.reading.Annotations() {
		if a.Kind != store.KindStatement || a.ID != s.form.Statement && suggest.Shared(s.form.Spans, a.Anchor.Spans()) == 0 {
			continue
		}
		var who []string
		for _, p := range s.stage.desk.Names.Parties(a, store.RoleSpeaker) {
			who = append(who, p.Name)
		}
		key := a.ID.String()
		statements[key] = a.ID
		options = append(options, control.Option{Key: key, Word: words.Sentence("%s: “%s”", words.Joined(who), a.Anchor.Exact())})
	}
	if len(statements) == 0 {
		return nil
	}
	value := ""
	if s.form.Statement != (store.ID{}) {
		value = s.form.Statement.String()
	}
	rests := s.choice(form.GuessStatement, lang.L("Rests on"), options, value, "", func(key string) { s.form.Statement = statements[key] })
	return []fyne.CanvasObject{rests}
}

// remove takes a position out of the form.
func (s *statementFields) remove(n int) {
	if id := s.form.Positions[n].ID; id != (store.ID{}) {
		s.form.Removed = append(s.form.Removed, id)
	}
	s.form.Positions = slices.Delete(slices.Clone(s.form.Positions), n, n+1)
	s.touched()
	s.rebuild()
}

func actOptions() []control.Option {
	var options []control.Option
	for _, a := range []store.Act{
		store.ActSays, store.ActDenies, store.ActAsks, store.ActDemands,
		store.ActPromises, store.ActThreatens, store.ActDeclines,
	} {
		options = append(options, control.Option{Key: string(a), Word: words.Act(a)})
	}
	return options
}

func quotationOptions() []control.Option {
	return []control.Option{
		{Key: string(store.QuotationDirect), Word: lang.L("direct")},
		{Key: string(store.QuotationMixed), Word: lang.L("mixed")},
		{Key: string(store.QuotationIndirect), Word: lang.L("indirect")},
	}
}
