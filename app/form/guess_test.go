package form_test

import (
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"standpoint/app/form"
	"standpoint/app/names"
	"standpoint/app/suggest"
	"standpoint/store"
	"standpoint/store/storetest"
	"standpoint/store/text"
)

const told = `Norvian Trade Minister Mara Ellin told reporters: “We will keep the harbour open.” Velia’s Odo Lenz stayed away. ` +
	`The ministers went home with Estmarkian Harbour Minister Jonna Welk.

Meridian, citing an unnamed source familiar with the talks, reported that Norvia opposed foreign observers.`

// guessing is a project that knows a state, with that article.
type guessing struct {
	*store.Project

	body    *text.Body
	article store.ID
	names   names.Names
}

func newGuessing(t *testing.T) *guessing {
	t.Helper()
	project, err := store.Create(t.Context(), filepath.Join(t.TempDir(), "test.standpoint"), store.Options{Coder: "Ada"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := project.Close(); err != nil {
			t.Error(err)
		}
	})
	g := &guessing{Project: project}
	g.do(t, func(b *store.Batch) error {
		if _, err := b.AddActor(store.Actor{Name: "Norvia", Kind: store.ActorState}); err != nil {
			return err
		}
		article, err := b.AddArticle(store.Article{Title: "Harbour talks"}, told)
		g.article = article.ID
		return err
	})
	if g.body, err = text.NewBody(told); err != nil {
		t.Fatal(err)
	}
	if g.names, err = names.Load(t.Context(), project); err != nil {
		t.Fatal(err)
	}
	return g
}

func (g *guessing) do(t *testing.T, do func(*store.Batch) error) {
	t.Helper()
	if _, err := g.Do(t.Context(), storetest.Titled("Write"), do); err != nil {
		t.Fatal(err)
	}
}

// form is a new form for words, with what is guessed of them.
func (g *guessing) form(t *testing.T, kind store.Kind, words string) form.Form {
	t.Helper()
	at := strings.Index(told, words)
	if at < 0 {
		t.Fatalf("%q is not in the article", words)
	}
	f := form.New(kind, g.article, g.body, text.Span{Start: g.body.Position(at), End: g.body.Position(at + len(words))})
	f.Guess(form.Knowledge{Text: suggest.Text{Known: suggest.Know(g.names.Actors), Body: g.body}, Lately: store.ActorOrganisation})
	return f
}

func (g *guessing) save(t *testing.T, f form.Form) store.Annotation {
	t.Helper()
	var saved form.Saved
	g.do(t, func(b *store.Batch) (err error) {
		saved, err = f.Save(b, g.body)
		return err
	})
	a, err := g.Annotation(t.Context(), saved.Annotation)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestAMentionIsFilledWithWhomItsWordsName(t *testing.T) {
	g := newGuessing(t)
	norvia := g.names.Called("Norvia").ID
	for words, want := range map[string]form.Form{
		"Mara Ellin": {
			Actor:       names.Party{Name: "Mara Ellin", New: store.ActorPerson},
			Affiliation: form.Affiliation{Organisation: names.Party{Actor: norvia, Name: "Norvia"}, Role: "trade minister"},
			Guessed:     map[string]bool{form.GuessActor: true, form.GuessAffiliation: true},
		},
		"Odo Lenz": {
			Actor:       names.Party{Name: "Odo Lenz", New: store.ActorPerson},
			Affiliation: form.Affiliation{Organisation: names.Party{Name: "Velia", New: store.ActorState}},
			Guessed:     map[string]bool{form.GuessActor: true, form.GuessAffiliation: true},
		},
		"Jonna Welk": { // of which state is not told
			Actor:   names.Party{Name: "Jonna Welk", New: store.ActorPerson},
			Guessed: map[string]bool{form.GuessActor: true},
		},
		"Norvian":   {Actor: names.Party{Actor: norvia, Name: "Norvia"}, Guessed: map[string]bool{form.GuessActor: true}},
		"Lenz":      {Actor: names.Party{Name: "Odo Lenz", New: store.ActorPerson}},
		"reporters": {},
	} {
		got := g.form(t, store.KindMention, words)
		if !got.IsEmpty() {
			t.Errorf("%s: guesses are taken for what somebody filled in", words)
		}
		if words == "Lenz" { // what is said of him stands elsewhere
			got.Affiliation, got.Guessed = form.Affiliation{}, nil
		}
		diff := cmp.Diff(want.Actor, got.Actor) + cmp.Diff(want.Affiliation, got.Affiliation) + cmp.Diff(want.Guessed, got.Guessed)
		if diff != "" {
			t.Errorf("%s (-want +got):\n%s", words, diff)
		}
	}
}

func TestANewActorIsSavedWithItsAffiliation(t *testing.T) {
	g := newGuessing(t)
	a := g.save(t, g.form(t, store.KindMention, "Mara Ellin"))
	all, err := g.Affiliations(t.Context(), a.Actor)
	if err != nil {
		t.Fatal(err)
	}
	if len(all) != 1 || all[0].Role != "trade minister" || all[0].Organisation != g.names.Called("Norvia").ID {
		t.Errorf("affiliations: %+v", all)
	}
}

func TestAStatementIsFilledWithWhoSaysIt(t *testing.T) {
	g := newGuessing(t)
	norvia := names.Party{Actor: g.names.Called("Norvia").ID, Name: "Norvia"}
	f := g.form(t, store.KindStatement, "Norvia opposed foreign observers")
	want := f.Clone()
	want.Speakers = []names.Party{{Name: "an unnamed source familiar with the talks", Words: true}}
	want.Carriers = []names.Party{{Name: "Meridian", New: store.ActorOrganisation}}
	want.Positions = []form.Position{{Holders: []names.Party{norvia}, Stance: store.StanceOppose}}
	want.SetCue(g.body, "reported")
	want.Guessed = map[string]bool{
		form.GuessSpeakers: true, form.GuessCarriers: true, form.GuessCue: true, form.GuessAct: true, form.GuessQuotation: true,
		form.GuessHolders(0): true, form.GuessStance(0): true,
	}
	if diff := cmp.Diff(want, f); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	f = g.form(t, store.KindPosition, "Norvia opposed foreign observers")
	if diff := cmp.Diff(want.Positions, f.Positions) + cmp.Diff(want.Carriers, f.Carriers); diff != "" {
		t.Errorf("a position (-want +got):\n%s", diff)
	}
}

// Where somebody stands is not recorded because a verb was found: only when somebody says what it is about.
func TestAPositionOfGuessesAloneIsNotSaved(t *testing.T) {
	g := newGuessing(t)
	f := g.form(t, store.KindStatement, "Norvia opposed foreign observers")
	statement := g.save(t, f)
	resting, err := g.PositionsOn(t.Context(), statement.ID)
	if err != nil || len(resting) != 0 {
		t.Fatalf("%d positions, %v", len(resting), err)
	}
	f.Positions[0].Target = names.TargetPick{Name: "Observers"}
	statement = g.save(t, f)
	if resting, err = g.PositionsOn(t.Context(), statement.ID); err != nil || len(resting) != 1 || resting[0].Stance != store.StanceOppose {
		t.Errorf("positions: %+v, %v", resting, err)
	}
	f.Positions[0].Target = names.TargetPick{}
	f.Touch(form.GuessStance(0))
	if f.Check() == nil {
		t.Error("a stance that somebody set is dropped")
	}
}

func TestWhatIsFilledInIsNotOverwrittenByAGuess(t *testing.T) {
	g := newGuessing(t)
	f := g.form(t, store.KindStatement, "Norvia opposed foreign observers")
	mine := []names.Party{{Name: "somebody", Words: true}}
	f.Speakers, f.Carriers, f.Guessed = mine, mine, nil
	f.Positions[0] = form.Position{Holders: mine, Stance: store.StanceSupport}
	want := f.Clone()
	f.Guess(form.Knowledge{Text: suggest.Text{Known: suggest.Know(g.names.Actors), Body: g.body}})
	if diff := cmp.Diff(want, f); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestGuessingReadsWhatIsNearAndNoMore(t *testing.T) {
	const said = "Estmark said: “Nobody asked us.” "
	nobody := strings.Repeat("The wind fell. ", 70_000)
	body, err := text.NewBody("Odile Brandt came. " + nobody + said + nobody + "Odile Brandt left.")
	if err != nil {
		t.Fatal(err)
	}
	first := utf8.RuneCountInString("Odile Brandt came. " + nobody)
	passage := text.Span{Start: first + strings.Index(said, "“"), End: first + utf8.RuneCountInString(said) - 1}
	whole := suggest.Text{Known: suggest.Know(nil), Body: body}
	f := form.New(store.KindStatement, store.NewID(), body, passage)
	f.Guess(form.Knowledge{Text: whole})
	if len(f.Speakers) != 1 || f.Speakers[0].Name != "Estmark" || f.Quotation != store.QuotationDirect {
		t.Errorf("guessed is %+v, quoted %q", f.Speakers, f.Quotation)
	}
	if body.Slice(f.CueAt) != "said" || f.Cue != "said" {
		t.Errorf("the verb is %q at %v", body.Slice(f.CueAt), f.CueAt)
	}
	f.SetCue(body, "asked")
	if body.Slice(f.CueAt) != "asked" {
		t.Errorf("the verb that was typed is %q at %v", body.Slice(f.CueAt), f.CueAt)
	}
	if f.SetCue(body, "left"); !f.CueAt.Empty() {
		t.Errorf("while somebody types it is looked for at %v, a million code points away", f.CueAt)
	}
}

// A proposed mention of somebody new fills the office, too, as words that are selected by hand do.
func TestAProposedMentionIsFilledWithTheOffice(t *testing.T) {
	g := newGuessing(t)
	p := suggest.Proposal{
		Kind: store.KindMention, Spans: []text.Span{{End: 4}}, Party: suggest.Party{Name: "Mara Ellin", Kind: store.ActorPerson},
		Office: suggest.Office{Role: "trade minister", Of: suggest.Party{Name: "Velia", Kind: store.ActorState}},
	}
	f := form.Proposed(g.body, p, store.ActorPerson, g.names.IsShared)
	want := form.Affiliation{Organisation: names.Party{Name: "Velia", New: store.ActorState}, Role: "trade minister"}
	if f.Affiliation != want || !f.Guessed[form.GuessAffiliation] {
		t.Errorf("%+v, guessed %v", f.Affiliation, f.Guessed)
	}
	p.Party.Actor = store.ID{1}
	if f := form.Proposed(g.body, p, store.ActorPerson, g.names.IsShared); f.Affiliation != (form.Affiliation{}) {
		t.Errorf("of somebody known: %+v", f.Affiliation)
	}
}

// A form may have been filled before an actor of the same name came: of another proposal that was accepted, or in another form.
func TestAGuessedActorWhoCameMeanwhileIsNotMadeAgain(t *testing.T) {
	g := newGuessing(t)
	f := g.form(t, store.KindMention, "Mara Ellin")
	var there store.Actor
	g.do(t, func(b *store.Batch) (err error) {
		there, err = b.AddActor(store.Actor{Name: "Mara Ellin", Kind: store.ActorPerson})
		return err
	})
	if got := g.save(t, f).Actor; got != there.ID {
		t.Errorf("the words name %s, not her who was there", got)
	}
	if rows, _, err := g.Actors(t.Context(), store.ActorQuery{ID: there.ID}); err != nil || len(rows) != 1 || rows[0].Affiliation != nil {
		t.Errorf("of her who was there it is recorded that she is %+v, %v", rows, err)
	}
	f = g.form(t, store.KindMention, "Mara Ellin")
	f.Touch(form.GuessActor)
	if got := g.save(t, f).Actor; got == there.ID {
		t.Error("somebody chose to make another of the same name, and there is none")
	}
}

// Of several of the same name nobody is guessed, and no other of that name.
func TestNobodyIsGuessedOfSeveralOfTheSameName(t *testing.T) {
	g := newGuessing(t)
	g.do(t, func(b *store.Batch) error {
		for range 2 {
			if _, err := b.AddActor(store.Actor{Name: "Mara Ellin", Kind: store.ActorPerson}); err != nil {
				return err
			}
		}
		return nil
	})
	var err error
	if g.names, err = names.Load(t.Context(), g.Project); err != nil {
		t.Fatal(err)
	}
	if f := g.form(t, store.KindMention, "Mara Ellin"); !f.Actor.IsZero() {
		t.Errorf("the words name %+v", f.Actor)
	}
	if f := g.form(t, store.KindStatement, "“We will keep the harbour open.”"); len(f.Speakers) != 0 {
		t.Errorf("the speakers are %+v", f.Speakers)
	}
}

// What a position by hand is on is guessed from the issues of the project, where the article has been read; a touch makes it one's own.
func TestTheIssueOfAPositionByHandIsGuessedFromThoseOfTheProject(t *testing.T) {
	const words = "Norvia opposed foreign observers"
	g := newGuessing(t)
	var issue store.Issue
	g.do(t, func(b *store.Batch) (err error) {
		issue, err = b.AddIssue(store.Issue{Name: "Foreign observers"})
		return err
	})
	var found suggest.Findings
	if err := suggest.Propose(t.Context(), g.Project, suggest.Query{}, nil, func(in suggest.Findings) error {
		found = in
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	at := strings.Index(told, words)
	f := form.New(store.KindPosition, g.article, g.body, text.Span{Start: g.body.Position(at), End: g.body.Position(at + len(words))})
	f.Guess(form.Knowledge{Text: suggest.Text{Known: suggest.Know(g.names.Actors), Body: g.body}, Found: found})
	if on := f.Positions[0].Target; on.ID != issue.ID || on.Name != "Foreign observers" || !f.IsGuessed(form.GuessTarget(0)) {
		t.Fatalf("it is on %+v, guessed: %v", on, f.IsGuessed(form.GuessTarget(0)))
	}
	if f.Touch(form.GuessTarget(0)); f.IsGuessed(form.GuessTarget(0)) {
		t.Error("touched, it is a guess still")
	}
}
