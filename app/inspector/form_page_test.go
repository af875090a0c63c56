package inspector

import (
	"testing"

	"fyne.io/fyne/v2"

	"standpoint/app/control"
	"standpoint/app/desk/desktest"
	"standpoint/app/form"
	"standpoint/app/names"
	"standpoint/app/record"
	"standpoint/store"
	"standpoint/store/storetest"
)

// The sentence that defeats other programs: speaker, carrier and holder are
// three different parties.
func TestSpeakerCarrierAndHolderAreTold(t *testing.T) {
	a := newSide(t)
	page := a.begin(t, store.KindStatement, "Norvia opposed foreign observers")
	page.form.Speakers = []names.Party{{Name: "an unnamed source", Words: true}}
	page.form.Carriers = []names.Party{{Name: "Meridian", New: store.ActorOrganisation}}
	page.form.Positions = []form.Position{{
		Holders: []names.Party{{Name: "Norvia", New: store.ActorState}},
		Target:  names.TargetPick{Name: "Foreign observers"}, Stance: store.StanceOppose,
	}}
	a.Save()

	rows := a.statements(t)
	if len(rows) != 1 {
		t.Fatalf("%d statements, want 1", len(rows))
	}
	s := rows[0]
	if record.PartyLabels(s.Speakers) != "an unnamed source" || record.PartyLabels(s.Carriers) != "Meridian" {
		t.Errorf("speakers %v, carriers %v", s.Speakers, s.Carriers)
	}
	if len(s.Positions) != 1 || record.PartyLabels(s.Positions[0].Holders) != "Norvia" || s.Positions[0].Stance != store.StanceOppose {
		t.Errorf("positions %+v", s.Positions)
	}
	if s.Quote != "Norvia opposed foreign observers" {
		t.Errorf("quote %q", s.Quote)
	}
}

func TestStanceIsUnsetUntilChosen(t *testing.T) {
	a := newSide(t)
	page := a.begin(t, store.KindStatement, "“We will keep the harbour open.”")
	page.form.Speakers = []names.Party{{Name: "Mara Ellin", New: store.ActorPerson}}
	page.form.Positions[0].Target = names.TargetPick{Name: "Open harbour"}
	a.Save()
	if got := a.statements(t)[0].Positions[0].Stance; got != store.StanceUnset {
		t.Errorf("stance %q, want none", got)
	}
}

func TestQuotationMarksProposeHowItIsQuoted(t *testing.T) {
	for words, want := range map[string]store.Quotation{
		"“We will keep the harbour open.”":                 store.QuotationDirect,
		"She did not say for how long.":                    store.QuotationIndirect,
		"told reporters: “We will keep the harbour open.”": store.QuotationMixed,
	} {
		a := newSide(t)
		if got := a.begin(t, store.KindStatement, words).form.Quotation; got != want {
			t.Errorf("%s: %q, want %q", words, got, want)
		}
	}
}

func TestMissingSpeakerIsSaidAtTheField(t *testing.T) {
	a := newSide(t)
	page := a.begin(t, store.KindStatement, "“We will keep the harbour open.”")
	page.form.Note, page.form.Speakers = "x", nil
	a.Save()
	if _, ok := a.form(); !ok {
		t.Fatal("the form must stay open")
	}
	if len(a.statements(t)) != 0 {
		t.Error("nothing may be saved")
	}
}

func TestSavedStatementOpensAsItWasFilledIn(t *testing.T) {
	a := newSide(t)
	page := a.begin(t, store.KindStatement, "“We will keep the harbour open.”")
	page.form.Speakers = []names.Party{{Name: "Mara Ellin", New: store.ActorPerson}}
	page.form.On = "2031-03"
	page.form.Tags = []names.TagPick{{Name: "press"}}
	page.form.Note = "a note"
	page.form.Positions[0] = form.Position{
		Target: names.TargetPick{Name: "Open harbour"}, Stance: store.StanceSupport, Condition: "if it lasts",
	}
	a.Save()
	f, err := form.LoadIfThere(a.Names, a.statements(t)[0].ID)(t.Context(), a.Project)
	if err != nil {
		t.Fatal(err)
	}
	if f.On != "2031-03" || f.Note != "a note" || len(f.Tags) != 1 || f.Tags[0].Name != "press" || f.Speakers[0].Name != "Mara Ellin" {
		t.Errorf("loaded %+v", f)
	}
	if len(f.Positions) != 1 || f.Positions[0].Condition != "if it lasts" || f.Positions[0].Target.Name != "Open harbour" {
		t.Errorf("positions %+v", f.Positions)
	}
}

func TestPositionTakenOutOfTheFormIsDeleted(t *testing.T) {
	a := newSide(t)
	page := a.begin(t, store.KindStatement, "“We will keep the harbour open.”")
	page.form.Speakers = []names.Party{{Name: "Mara Ellin", New: store.ActorPerson}}
	page.form.Positions = []form.Position{{Target: names.TargetPick{Name: "Open harbour"}}, {Target: names.TargetPick{Name: "Grain"}}}
	page.rebuild()
	a.Save()
	id := a.statements(t)[0].ID
	a.text.Pick(id)
	page, ok := a.form()
	if !ok || len(page.statement().positions) != 2 {
		t.Fatal("the saved statement must open with two positions")
	}
	page.statement().positions[0].remove()
	a.Save()
	if got := a.statements(t)[0].Positions; len(got) != 1 || got[0].TargetRef.Name != "Grain" {
		t.Errorf("positions %+v", got)
	}
}

func TestWordsOfAMentionAreOfferedAsAlias(t *testing.T) {
	a := newSide(t)
	page := a.begin(t, store.KindMention, "the trade minister of Norvia")
	page.mention().actor.OnPick(control.Item{Name: "Mara Ellin", Kind: string(store.ActorPerson), New: true})
	page.mention().actor.SetItem(control.Item{Name: "Mara Ellin", Kind: string(store.ActorPerson), New: true})
	if page.mention().alias.Hidden {
		t.Fatal("unknown words must be offered")
	}
	if page.form.AddAlias {
		t.Error("a description is not ticked in advance")
	}
	page.mention().alias.SetChecked(true)
	a.Save()
	for _, n := range a.Names.Actors {
		if len(n.Aliases) != 1 || n.Aliases[0] != "the trade minister of Norvia" {
			t.Errorf("aliases %q", n.Aliases)
		}
	}
	page = a.begin(t, store.KindMention, "Mara Ellin")
	for id, n := range a.Names.Actors {
		page.form.Actor = names.Party{Actor: id, Name: n.Name}
	}
	page.mention().offerAlias()
	if page.form.AddAlias {
		t.Error("a name that is known must not be offered")
	}
}

func TestTypedButUnpickedNameComesBackWithTheDraft(t *testing.T) {
	a := newSide(t)
	page := a.begin(t, store.KindStatement, "“We will keep the harbour open.”")
	page.statement().speakers.Focus()
	for _, r := range "Medi" {
		page.statement().speakers.Input().TypedRune(r)
	}
	a.startAgain(t)
	if got := a.takeUpDraft(t).statement().speakers.Pending(); got != "Medi" {
		t.Errorf("the field holds %q", got)
	}
}

func TestSavingPicksWhatIsHighlighted(t *testing.T) {
	a := newSide(t)
	if _, err := a.Project.Do(t.Context(), storetest.Titled("Add actor"), func(b *store.Batch) error {
		_, err := b.AddActor(store.Actor{Name: "Mara Ellin", Kind: store.ActorPerson})
		return err
	}); err != nil {
		t.Fatal(err)
	}
	page := a.begin(t, store.KindStatement, "“We will keep the harbour open.”")
	page.statement().speakers.Focus()
	for _, r := range "ellin" {
		page.statement().speakers.Input().TypedRune(r)
	}
	a.Save()
	rows := a.statements(t)
	if len(rows) != 1 || rows[0].Speakers[0].Name != "Mara Ellin" {
		t.Errorf("statements %+v", rows)
	}
}

func TestNameLeftUnpickedIsNotTakenForSomethingElse(t *testing.T) {
	a := newSide(t)
	page := a.begin(t, store.KindStatement, "“We will keep the harbour open.”")
	page.statement().speakers.SetPending("medi")
	a.Save()
	if n := len(a.statements(t)); n != 0 {
		t.Errorf("%d statements were saved", n)
	}
	if !page.statement().speakers.Unfolded() {
		t.Error("the list to pick from must be open")
	}
}

// A form that is wider than the inspector would have its right edge cut off.
func TestFormsFitTheNarrowestInspector(t *testing.T) {
	a := newSide(t)
	a.Window.Resize(fyne.NewSize(1100, 700))
	for _, kind := range []store.Kind{store.KindMention, store.KindStatement, store.KindPosition, store.KindHighlight} {
		a.begin(t, kind, "“We will keep the harbour open.”")
		i := a.Inspector
		if needs, has := i.scroll.Content.MinSize().Width, i.scroll.Size().Width; needs > has {
			t.Errorf("%s: the form needs %.0f pixels, and has %.0f", kind, needs, has)
		}
		a.GiveUp()
	}
}

func TestAnAnnotationThatIsGoneIsNoComplaint(t *testing.T) {
	a := newSide(t)
	id := a.mention(t, "Mara Ellin").form.Annotation
	a.undo(t)
	a.text.PickSaved(id, nil)
	a.Inspector.Show(id)
	if a.IsCovered() {
		t.Errorf("the window complains: %s", desktest.Said(a.Window.Canvas().Overlays().Top()))
	}
}

func TestAListThatUnfoldsOrFoldsMovesNothing(t *testing.T) {
	a := newSide(t)
	page := a.begin(t, store.KindStatement, "Norvia")
	page.form.Speakers = nil
	page.rebuild()
	speakers := page.statement().speakers
	height, note := a.HeightFor(300), page.note.Position()
	speakers.Focus()
	speakers.Input().TypedRune('x')
	if now := a.HeightFor(300); !speakers.Unfolded() || now != height || page.note.Position() != note {
		t.Errorf("unfolded: %v, the form is %v high, was %v", speakers.Unfolded(), now, height)
	}
	a.Window.Canvas().Unfocus()
	if now := a.HeightFor(300); speakers.Unfolded() || now != height || page.note.Position() != note {
		t.Errorf("still unfolded: %v, the form is %v high, was %v", speakers.Unfolded(), now, height)
	}
}
