package reading

import (
	"slices"
	"strings"
	"testing"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/desk/desktest"
	"standpoint/app/panel"
	"standpoint/app/suggest"
	"standpoint/app/textview"
	"standpoint/store"
	"standpoint/store/text"
)

const pilots = `“The harbour will open on Monday,” Mara Ellin told reporters. “We keep our word,” Mara Ellin added.

“Nobody asked us,” said an official.`

// newProposed is the view with an article open of which something is proposed.
func newProposed(t *testing.T) *reads {
	t.Helper()
	d := desktest.New(t)
	d.Prefs.ProposeNothing(false)
	r := newReads(d)
	a := r.AddArticle(t, store.Article{Title: "Pilots", Published: "2031-03-04"}, pilots)
	r.view.OpenAt(a.ID, nil)
	return r
}

// dotted are the words that are dotted in the text, less those of mentions.
func (r *reads) dotted() (list []string) {
	for _, m := range r.view.reader.text.Marks() {
		if m.Style == textview.Dotted && !strings.Contains(m.Tip, "Mention") {
			list = append(list, r.view.Body().Slice(m.Spans[0]))
		}
	}
	return list
}

// step goes to the first proposal of a statement with these words.
func (r *reads) step(t *testing.T, words string) {
	t.Helper()
	i := slices.IndexFunc(r.view.proposing.found.Proposals, func(p suggest.Proposal) bool {
		return p.Kind == store.KindStatement && strings.Contains(r.view.Body().Slice(p.Whole()), words)
	})
	if i < 0 {
		t.Fatalf("%q is not proposed, but %q", words, r.dotted())
	}
	r.view.PickProposal(r.view.proposing.found.Proposals[i].ID)
}

// recorded are the statements of the article, as who speaks and the words.
func (r *reads) recorded(t *testing.T) (list []string) {
	t.Helper()
	rows, _, err := r.Project.Statements(t.Context(), store.StatementQuery{})
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		list = append(list, row.Speakers[0].Label()+": "+row.Quote)
	}
	return list
}

func TestWhatMayBeAnnotatedIsDottedAndListedAndNothingIsWritten(t *testing.T) {
	r := newProposed(t)
	want := []string{"“The harbour will open on Monday,”", "“We keep our word,”", "“Nobody asked us,”"}
	if got := r.dotted(); !slices.Equal(got, want) {
		t.Errorf("dotted are %q, want %q", got, want)
	}
	actions, _, err := r.Project.History(t.Context(), store.HistoryQuery{})
	if err != nil || len(actions) != 1 {
		t.Errorf("after looking there are %d actions, %v", len(actions), err)
	}
	r.step(t, "We keep")
	if r.view.panel.Tab != panel.TabProposals {
		t.Error("the list of proposals is not in front")
	}
	if id, _ := r.view.reader.current(); !r.view.proposing.has(id) {
		t.Error("no proposal is picked")
	}
}

func TestAnAcceptedProposalIsAnAnnotationAndTheNextOneIsPicked(t *testing.T) {
	r := newProposed(t)
	r.step(t, "Monday")
	if !r.TypedLetter('y') {
		t.Fatal("Y does nothing")
	}
	if got := r.recorded(t); !slices.Equal(got, []string{"Mara Ellin: “The harbour will open on Monday,”"}) {
		t.Errorf("recorded is %q", got)
	}
	if now, is := r.view.proposing.current(); !is || now.Whole().Start != len([]rune("“The harbour will open on Monday,” ")) {
		t.Errorf("after it %+v is picked, %v", now, is)
	}
	if got := r.dotted(); slices.Contains(got, "“The harbour will open on Monday,”") {
		t.Errorf("still dotted are %q", got)
	}
	if _, err := r.Project.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := r.dotted(); !slices.Contains(got, "“The harbour will open on Monday,”") {
		t.Errorf("taken back, dotted are %q", got)
	}
}

func TestThePageAtTheSideTellsWhomTheArticleNames(t *testing.T) {
	r := newProposed(t)
	if said := desktest.Said(r.view.inspector.Object()); !strings.Contains(said, "1\u00a0name\u00a0unknown") {
		t.Errorf("the page says %q", said)
	}
	if _, err := r.Project.Do(t.Context(), store.Title{Code: store.TitleAddActor}, func(b *store.Batch) error {
		_, err := b.AddActor(store.Actor{Name: "Mara Ellin", Kind: store.ActorPerson})
		return err
	}); err != nil {
		t.Fatal(err)
	}
	if said := desktest.Said(r.view.inspector.Object()); !strings.Contains(said, "1\u00a0of\u00a0your\u00a0actors") {
		t.Errorf("once she is known, the page says %q", said)
	}
	if tip := desktest.Find[*control.TipLine](t, r.view.inspector.Object()).Tooltip(); tip != "Your actors: Mara Ellin" {
		t.Errorf("whom, its tip tells as %q", tip)
	}
	r.step(t, "Monday")
	list, _ := r.view.proposing.alike()
	r.view.proposing.accept(list)
	if said := desktest.Said(r.view.inspector.Object()); !strings.Contains(said, "1\u00a0of\u00a0your\u00a0actors") {
		t.Errorf("once all is annotated, the page says %q", said)
	}
}

func TestAfterTheLastProposalTheFirstThatIsLeftIsPicked(t *testing.T) {
	r := newProposed(t)
	r.step(t, "Nobody")
	r.TypedLetter('n')
	if now, is := r.view.proposing.current(); !is || now.Whole().Start != 0 {
		t.Errorf("after the last %+v is picked, %v", now, is)
	}
}

func TestARejectedProposalIsGoneUntilThatIsTakenBack(t *testing.T) {
	r := newProposed(t)
	r.step(t, "Nobody")
	r.TypedLetter('n')
	if got := r.dotted(); slices.Contains(got, "“Nobody asked us,”") || len(r.recorded(t)) != 0 {
		t.Errorf("dotted are %q, recorded %q", got, r.recorded(t))
	}
	if _, err := r.Project.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := r.dotted(); !slices.Contains(got, "“Nobody asked us,”") {
		t.Errorf("taken back, dotted are %q", got)
	}
}

func TestAProposalOpensAsAFilledFormWhoseSavingAcceptsIt(t *testing.T) {
	r := newProposed(t)
	r.step(t, "Nobody")
	r.TypedLetter('e')
	if !r.view.inspector.Editing() {
		t.Fatal("no form is open")
	}
	r.view.Save()
	if got := r.recorded(t); !slices.Equal(got, []string{"an official: “Nobody asked us,”"}) {
		t.Errorf("recorded is %q", got)
	}
	list, err := r.Project.Decisions(t.Context(), r.view.Article().ID)
	if err != nil || len(list) != 1 || list[0].Verdict != store.VerdictAccepted || list[0].Annotation == (store.ID{}) {
		t.Errorf("decided is %+v, %v", list, err)
	}
}

func TestAllProposalsOfTheSameActorAreAcceptedAsOneAction(t *testing.T) {
	r := newProposed(t)
	r.step(t, "Monday")
	list, _ := r.view.proposing.alike()
	r.view.proposing.accept(list)
	if got := r.recorded(t); len(got) != 2 || strings.Contains(strings.Join(got, ""), "official") {
		t.Errorf("recorded is %q", got)
	}
	if _, err := r.Project.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := r.recorded(t); len(got) != 0 {
		t.Errorf("one Undo leaves %q", got)
	}
	if _, err := r.Project.Redo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := r.recorded(t); len(got) != 2 || strings.Contains(strings.Join(got, ""), "official") {
		t.Errorf("one Redo brings %q", got)
	}
	if got := r.dotted(); !slices.Equal(got, []string{"“Nobody asked us,”"}) {
		t.Errorf("proposed after Redo is %q", got)
	}
}

func TestTheWordsOfAProposalAreChangedBeforeItIsAccepted(t *testing.T) {
	r := newProposed(t)
	r.step(t, "We keep")
	one, _ := r.view.proposing.current()
	spans := []text.Span{{Start: one.Whole().Start + 1, End: one.Whole().End - 2}}
	r.view.reader.text.OnAdjust(textview.MarkID(one.ID), spans)
	r.TypedLetter('y')
	if got := r.recorded(t); !slices.Equal(got, []string{"Mara Ellin: We keep our word"}) {
		t.Errorf("recorded is %q", got)
	}
	if got := r.dotted(); slices.Contains(got, "“We keep our word,”") {
		t.Errorf("the same is proposed again: %q", got)
	}
}

func TestKeysOfAnAnnotationDoNothingToAProposal(t *testing.T) {
	r := newProposed(t)
	r.step(t, "We keep")
	if id, picked := r.view.hand.changeable(); picked {
		t.Errorf("%s can be changed as an annotation", id)
	}
	if _, picked := r.view.hand.deletable(); picked {
		t.Error("it can be deleted")
	}
}

func TestNothingIsProposedInACodedArticleOrWhenThatIsSwitchedOff(t *testing.T) {
	r := newProposed(t)
	status := func(s store.Status) {
		t.Helper()
		if _, err := r.Project.Do(t.Context(), store.Title{Code: store.TitleSetStatus}, func(b *store.Batch) error {
			return b.UpdateArticle(r.view.Article().ID, func(a *store.Article) { a.Status = s })
		}); err != nil {
			t.Fatal(err)
		}
	}
	for _, step := range []struct {
		what string
		do   func()
		want int
	}{
		{"coded", func() { status(store.StatusCoded) }, 0},
		{"in progress again", func() { status(store.StatusInProgress) }, 3},
		{"switched off", func() { r.Prefs.SetNotProposed(store.KindStatement, true); r.view.RenewProposals() }, 0},
		{"switched on", func() { r.Prefs.SetNotProposed(store.KindStatement, false); r.view.RenewProposals() }, 3},
		{"only of what is surer", func() { r.Prefs.SetLeastConfidence(0.99); r.view.RenewProposals() }, 0},
	} {
		step.do()
		if got := r.dotted(); len(got) != step.want {
			t.Errorf("%s: dotted are %q", step.what, got)
		}
	}
}

func TestHintsTellWhatCanBeDoneWithAProposal(t *testing.T) {
	r := newProposed(t)
	r.step(t, "We keep")
	if hints := r.view.Hints(); hints[0].Key != desk.KeyAccept || hints[1].Key != desk.KeyReject {
		t.Errorf("the hints are %+v", hints)
	}
}

// Whoever opens an article, goes through all that is proposed in it and looks at how good that was, has written nothing.
func TestLookingAtProposalsWritesNothing(t *testing.T) {
	r := newProposed(t)
	before, _, err := r.Project.History(t.Context(), store.HistoryQuery{})
	if err != nil {
		t.Fatal(err)
	}
	seen := map[store.ID]bool{}
	for range 2 * len(r.view.proposing.found.Proposals) {
		r.TypedLetter(']')
		if now, is := r.view.proposing.current(); is {
			seen[now.ID] = true
		}
	}
	if len(seen) != len(r.view.proposing.found.Proposals) {
		t.Errorf("%d of %d proposals were gone through", len(seen), len(r.view.proposing.found.Proposals))
	}
	r.TypedLetter('[')
	r.view.inspector.ShowProposals()
	r.view.RenewProposals()
	after, _, err := r.Project.History(t.Context(), store.HistoryQuery{})
	if err != nil || len(after) != len(before) {
		t.Errorf("there are %d actions, before %d, %v", len(after), len(before), err)
	}
	if list, err := r.Project.Decisions(t.Context(), r.view.Article().ID); err != nil || len(list) != 0 {
		t.Errorf("decided is %+v, %v", list, err)
	}
	if a := r.view.Article(); a.Status != store.StatusUnread {
		t.Errorf("the article is %s", a.Status)
	}
}
