package inspector

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"standpoint/app/form"
	"standpoint/app/names"
	"standpoint/store"
)

const dated = `Mara Ellin told reporters on Friday that the harbour stays open. In May it had been closed since early 2030.

Norvia rejected the toll on Monday unless Velia pays. “We will,” Mara Ellin said. “We must.”`

// dates opens an article of a Wednesday in which days are named.
func (s *side) dates(t *testing.T) {
	t.Helper()
	s.open(t, s.AddArticle(t, store.Article{Title: "Dates", Published: "2031-03-05", Language: "en"}, dated).ID)
}

// The days that an article names near the words are taken with the arrow keys, the nearest first.
func TestTheFieldForADateOffersThoseOfTheText(t *testing.T) {
	a := newSide(t)
	a.dates(t)
	page := a.begin(t, store.KindStatement, "the harbour stays open")
	s := page.statement()
	if s.on.Text() != "2031-02-28" || !page.form.IsGuessed(form.GuessOn) {
		t.Errorf("guessed is %q", s.on.Text())
	}
	var told []string
	for _, o := range page.moments() {
		told = append(told, o.Name+" "+o.Detail)
	}
	want := []string{
		"Friday, 28 February 2031 from “Friday”", "May 2030 from “May”", "2030 from “early 2030”", "Monday, 3 March 2031 from “Monday”",
	}
	if !slices.Equal(told, want) {
		t.Errorf("offered are %q, want %q", told, want)
	}
	s.on.Focus()
	for _, key := range []fyne.KeyName{fyne.KeyDelete, fyne.KeyDown, fyne.KeyDown} {
		a.keyboard().TypedKey(&fyne.KeyEvent{Name: key})
	}
	a.enter()
	if page.form.On != "2030-05" || page.form.IsGuessed(form.GuessOn) {
		t.Errorf("taken is %q", page.form.On)
	}
}

func TestAPositionIsFilledWithWhatTheTextTells(t *testing.T) {
	a := newSide(t)
	a.dates(t)
	page := a.begin(t, store.KindPosition, "Norvia rejected the toll on Monday unless Velia pays")
	held := page.form.Positions[0]
	if len(held.Holders) != 1 || held.Holders[0].Name != "Norvia" || held.Stance != store.StanceOppose ||
		held.Condition != "unless Velia pays" || page.form.On != "2031-03-03" {
		t.Errorf("filled is %+v, on %q", held, page.form.On)
	}
	for _, field := range []string{form.GuessHolders(0), form.GuessStance(0), form.GuessCondition(0), form.GuessOn} {
		if !page.form.IsGuessed(field) {
			t.Errorf("%s is not called guessed", field)
		}
	}
}

// A position on words of a recorded statement rests on that, which tells date and carriers; Delete says that it does not.
func TestAPositionRestsOnTheStatementOfItsWords(t *testing.T) {
	a := newSide(t)
	a.dates(t)
	page := a.begin(t, store.KindStatement, "Norvia rejected the toll on Monday")
	page.form.Speakers = []names.Party{{Name: "Mara Ellin", New: store.ActorPerson}}
	a.Save()
	statement := a.statements(t)[0].ID
	page = a.begin(t, store.KindPosition, "rejected the toll")
	if page.form.Statement != statement || !page.form.IsGuessed(form.GuessStatement) || page.form.On != "" {
		t.Fatalf("it rests on %v, on %q", page.form.Statement, page.form.On)
	}
	page.form.Positions[0].Target = names.TargetPick{Name: "Toll"}
	a.Save()
	resting, err := a.Project.PositionsOn(t.Context(), statement)
	if err != nil || len(resting) != 1 || resting[0].Anchor.Exact() != "rejected the toll" {
		t.Fatalf("resting are %+v, %v", resting, err)
	}
	page = a.begin(t, store.KindPosition, "rejected the toll")
	for _, o := range page.statement().restsOn() {
		o.(fyne.Focusable).TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	}
	if page.form.Statement != (store.ID{}) || page.form.IsGuessed(form.GuessStatement) {
		t.Error("Delete leaves it")
	}
}

// How words are quoted is guessed again when words are added, until somebody says it.
func TestQuotationFollowsTheWords(t *testing.T) {
	a := newSide(t)
	a.dates(t)
	page := a.begin(t, store.KindStatement, "the harbour stays open")
	a.AddSpan(a.words(t, "“We must.”"))
	if q := page.statement().quotation; page.form.Quotation != store.QuotationMixed || q.Value() != "mixed" {
		t.Errorf("it is %q, shown %q", page.form.Quotation, q.Value())
	}
	page.statement().quotation.TypedRune('d')
	a.CutSpan(a.words(t, "“We must.”"))
	if page.form.Quotation != store.QuotationDirect {
		t.Errorf("what somebody set is %q", page.form.Quotation)
	}
}

func TestTheFieldThatWasAskedForHasTheKeyboard(t *testing.T) {
	a := newSide(t)
	a.dates(t)
	page := a.begin(t, store.KindStatement, "We must.")
	for range 12 {
		a.Window.Canvas().FocusNext()
		if named, ok := a.keyboard().(fyne.Accessible); ok && named.AccessibilityLabel() == "Addressees, translation…" {
			a.keyboard().TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
			break
		}
	}
	if s := page.statement(); s.addressees == nil || !s.addressees.Focused() {
		t.Errorf("the keyboard is in %T", a.keyboard())
	}
}

// A position that rests on a statement keeps through whom it came, when the statement is saved again.
func TestTheCarriersOfAPositionStay(t *testing.T) {
	a := newSide(t)
	a.begin(t, store.KindStatement, "“We will keep the harbour open.”")
	page, _ := a.form()
	page.form.Positions = []form.Position{{Target: names.TargetPick{Name: "Harbour"}, Stance: store.StanceSupport}}
	a.Save()
	statement := a.statements(t)[0].ID
	position := a.positionOn(t, statement)
	carriers := []store.Participant{{Role: store.RoleCarrier, Words: "the radio"}}
	a.Write(t, func(b *store.Batch) error { return b.SetParticipants(position.ID, carriers) })
	a.EditSaved(statement)
	page, _ = a.form()
	page.form.Note = "read again"
	a.Save()
	if got := a.positionOn(t, statement).Participants; len(got) != 1 || got[0].Words != "the radio" {
		t.Errorf("left are %+v", got)
	}
}

func (s *side) positionOn(t *testing.T, statement store.ID) store.Annotation {
	t.Helper()
	all, err := s.Project.PositionsOn(t.Context(), statement)
	if err != nil || len(all) != 1 {
		t.Fatalf("positions: %+v, %v", all, err)
	}
	return all[0]
}
