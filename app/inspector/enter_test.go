package inspector

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"standpoint/app/desk/desktest"
	"standpoint/app/form"
	"standpoint/app/names"
	"standpoint/store"
)

// enter presses Enter where the keyboard is.
func (s *side) enter() { s.keyboard().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) }

func (s *side) typed(words string) {
	for _, r := range words {
		s.keyboard().TypedRune(r)
	}
}

// The keyboard is where nothing is known yet: in a form that knows who speaks, at what that is about.
func TestAFormBeginsWhereNothingIsKnown(t *testing.T) {
	a := newSide(t)
	page := a.begin(t, store.KindStatement, "“We will keep the harbour open.”")
	if !page.form.IsGuessed(form.GuessSpeakers) || !page.statement().positions[0].target.Focused() {
		t.Errorf("guessed are %+v; the keyboard is in %T", page.form.Speakers, a.keyboard())
	}
	page = a.begin(t, store.KindStatement, "She did not say for how long.")
	if len(page.form.Speakers) == 0 && !page.statement().speakers.Focused() {
		t.Error("nobody is guessed, and the keyboard is elsewhere")
	}
	page = a.begin(t, store.KindPosition, "Norvia opposed foreign observers")
	if len(page.form.Positions[0].Holders) != 1 || !page.statement().positions[0].target.Focused() {
		t.Errorf("the holders are %+v", page.form.Positions[0].Holders)
	}
}

func TestEnterInAnEmptyFieldForTheIssueSavesAStatementAlone(t *testing.T) {
	a := newSide(t)
	a.begin(t, store.KindStatement, "Norvia opposed foreign observers")
	a.enter()
	rows := a.statements(t)
	if len(rows) != 1 || len(rows[0].Positions) != 0 || !a.text.HasFocus() {
		t.Errorf("saved are %+v; the keyboard is in %T", rows, a.keyboard())
	}
}

func TestEnterGoesThroughAllPositionsAndSaves(t *testing.T) {
	a := newSide(t)
	page := a.begin(t, store.KindStatement, "“We will keep the harbour open.”")
	page.form.Positions = append(page.form.Positions, form.Position{})
	page.rebuild()
	page.statement().speakers.Focus()
	a.enter()
	for n, issue := range []string{"Open harbour", "Grain"} {
		if !page.statement().positions[n].target.Focused() {
			t.Fatalf("the keyboard is not at position %d", n)
		}
		a.typed(issue)
		a.enter()
		a.typed("s")
		a.enter()
	}
	rows := a.statements(t)
	if len(rows) != 1 || len(rows[0].Positions) != 2 || rows[0].Positions[1].TargetRef.Name != "Grain" {
		t.Errorf("saved are %+v", rows)
	}
}

// A name that was typed and not picked is not lost to Enter elsewhere.
func TestEnterSavesNothingAsLongAsANameIsNotPicked(t *testing.T) {
	a := newSide(t)
	page := a.begin(t, store.KindStatement, "“We will keep the harbour open.”")
	page.statement().carriers.SetPending("medi")
	a.enter()
	if n := len(a.statements(t)); n != 0 || page.statement().carriers.Pending() != "medi" {
		t.Errorf("%d statements were saved; left is %q", n, page.statement().carriers.Pending())
	}
}

func TestTheAffiliationThatTheTextTellsIsRecordedUnlessItIsUnticked(t *testing.T) {
	for _, on := range []bool{true, false} {
		a := newSide(t)
		page := a.begin(t, store.KindMention, "Mara Ellin")
		service := page.mention().service
		if !service.Visible() || !service.Checked || !strings.Contains(service.AccessibilityLabel(), "trade minister") {
			t.Fatalf("offered is %q: %v", service.AccessibilityLabel(), service.Visible())
		}
		service.SetChecked(on)
		a.enter()
		who := a.Names.Called("Mara Ellin").ID
		all, err := a.Project.Affiliations(t.Context(), who)
		if err != nil || (len(all) == 1) != on {
			t.Errorf("ticked %v: %+v, %v", on, all, err)
		}
	}
}

func TestTheDigitsOfActorsAreShownAtRest(t *testing.T) {
	a := newSide(t)
	page := a.begin(t, store.KindMention, "Norvia")
	page.form.Actor = names.Party{Name: "Norvia", New: store.ActorState}
	a.Save()
	a.GiveUp()
	if said := desktest.Said(a.Object()); !strings.Contains(said, "1 Norvia") {
		t.Errorf("at rest the side says %s", said)
	}
}

// The next start of the program makes another inspector; what is remembered is the user's, not the project's.
func TestTheKindOfTheActorMadeLastIsThatOfTheNextOneAlsoAfterARestart(t *testing.T) {
	a := newSide(t)
	const nobodyTells = "Velia"
	a.open(t, a.AddArticle(t, store.Article{Title: "Silence"}, "For a day Velia did not comment.").ID)
	page := a.begin(t, store.KindMention, nobodyTells)
	before := page.form.Actor
	page.form.Actor = names.Party{Name: "Velia", New: store.ActorGroup}
	a.Save()
	a.Desk.Undo()
	a.Inspector = New(a.Desk.Desk, a.text)
	if page = a.begin(t, store.KindMention, nobodyTells); before.New == store.ActorGroup || page.form.Actor.New != store.ActorGroup {
		t.Errorf("guessed is %+v, and was %+v before a group was made", page.form.Actor, before)
	}
	a.Prefs.SetLastKind("comet")
	if kind := a.Prefs.LastKind(); kind != "" {
		t.Errorf("a kind that nobody knows is remembered as %q", kind)
	}
}

func TestTheButtonForMoreFieldsNamesThoseThatAreNotShown(t *testing.T) {
	a := newSide(t)
	page := a.begin(t, store.KindStatement, "“We will keep the harbour open.”")
	s := page.statement()
	for _, now := range []struct {
		addressees  []names.Party
		translation string
		want        string
	}{
		{nil, "", "Addressees, translation…"},
		{[]names.Party{{Name: "reporters", Words: true}}, "", "Translation…"},
		{nil, "Wir halten den Hafen offen.", "Addressees…"},
		{[]names.Party{{Name: "reporters", Words: true}}, "Wir halten den Hafen offen.", ""},
	} {
		page.form.Addressees, page.form.Translation = now.addressees, now.translation
		page.rebuild()
		if label, _ := s.offersMore(); label != now.want {
			t.Errorf("with %v and %q it offers %q, want %q", now.addressees, now.translation, label, now.want)
		}
		if shown := strings.Contains(desktest.Said(a.Object()), "Addressees, translation…"); shown != (now.want == "Addressees, translation…") {
			t.Errorf("with %v and %q the button for both is shown: %v", now.addressees, now.translation, shown)
		}
	}
}
