package suggest_test

import (
	"context"
	"slices"
	"testing"

	"standpoint/app/suggest"
	"standpoint/store"
	"standpoint/store/storetest"
	"standpoint/store/text"
)

const pilots = `“The harbour will open on Monday,” Mara Ellin told reporters.

“We keep our word,” said an official.`

// proposalsIn returns what is proposed in a project with the text, and the project.
func proposalsIn(t *testing.T, body string) (*store.Project, []suggest.Findings) {
	t.Helper()
	p := storetest.NewProject(t, "Ada")
	if _, err := p.Do(t.Context(), storetest.Titled("Add"), func(b *store.Batch) error {
		_, err := b.AddArticle(store.Article{Title: "Pilots", Published: "2031-03-04"}, body)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return p, propose(t, p)
}

func propose(t *testing.T, p *store.Project) (all []suggest.Findings) {
	t.Helper()
	err := suggest.Propose(t.Context(), p, suggest.Query{Kinds: []store.Kind{store.KindStatement}}, nil, func(in suggest.Findings) error {
		all = append(all, in)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestAnAcceptedStatementHasItsPartiesAndIsNotProposedAgainUntilItIsTakenBack(t *testing.T) {
	p, found := proposalsIn(t, pilots)
	if len(found) != 1 || len(found[0].Proposals) != 2 {
		t.Fatalf("proposed are %+v", found)
	}
	before := found[0].Proposals
	n, err := suggest.AcceptAll(t.Context(), p, suggest.Query{Kinds: []store.Kind{store.KindStatement}}, nil)
	if err != nil || n != 2 {
		t.Fatalf("%d were recorded, %v", n, err)
	}
	rows, _, err := p.Statements(t.Context(), store.StatementQuery{})
	if err != nil || len(rows) != 2 {
		t.Fatalf("there are %+v, %v", rows, err)
	}
	if r := rows[0]; r.Quote != "“The harbour will open on Monday,”" || r.Speakers[0].Name != "Mara Ellin" ||
		r.Speakers[0].ID == (store.ID{}) || r.Addressees[0].Words != "reporters" || r.Act != store.ActSays ||
		r.Quotation != store.QuotationDirect || r.Cue.Exact() != "told" {
		t.Errorf("the first is %+v", r)
	}
	if r := rows[1]; r.Speakers[0].ID != (store.ID{}) || r.Speakers[0].Words != "an official" {
		t.Errorf("the second is %+v", r)
	}
	if again := propose(t, p); len(again[0].Proposals) != 0 {
		t.Errorf("proposed again are %+v", again)
	}
	if _, err := p.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	ids := func(list []suggest.Proposal) (ids []store.ID) {
		for _, one := range list {
			ids = append(ids, one.ID)
		}
		return ids
	}
	if again := propose(t, p); !slices.Equal(ids(again[0].Proposals), ids(before)) {
		t.Errorf("taken back, %+v are proposed", again)
	}
}

func TestWhatBeginsWhereAnAnnotationDoesIsNotProposedBesideIt(t *testing.T) {
	p, found := proposalsIn(t, "Mara Ellin said that the harbour would open on Monday, ending a year of waiting for all who fish there.")
	if len(found[0].Proposals) != 1 {
		t.Fatalf("proposed are %+v", found[0].Proposals)
	}
	whole := found[0].Proposals[0].Whole()
	anchor, err := text.NewAnchor(found[0].Body, text.Span{Start: whole.Start, End: whole.Start + 11})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.Do(t.Context(), storetest.Titled("Record"), func(b *store.Batch) error {
		_, err := b.AddAnnotation(store.Annotation{Article: found[0].Article.ID, Kind: store.KindStatement, Anchor: anchor})
		return err
	}); err != nil {
		t.Fatal(err)
	}
	if left := propose(t, p)[0].Proposals; len(left) != 0 {
		t.Errorf("proposed beside it are %+v", left)
	}
}

func TestARejectedProposalDoesNotComeBackUntilItIsOfferedAgain(t *testing.T) {
	p, found := proposalsIn(t, pilots)
	first := found[0]
	first.Proposals = first.Proposals[:1]
	if _, err := p.Do(t.Context(), store.Title{Code: store.TitleRejectProposals, Count: 1}, func(b *store.Batch) error {
		n, err := suggest.Reject(b, first)
		if n != 1 {
			t.Errorf("%d were rejected", n)
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
	if left := propose(t, p)[0].Proposals; len(left) != 1 || left[0].ID == first.Proposals[0].ID {
		t.Errorf("proposed are %+v", left)
	}
	if _, err := p.Do(t.Context(), store.Title{Code: store.TitleReopenProposals, Count: 1}, func(b *store.Batch) error {
		return b.Reopen(first.Proposals[0].ID)
	}); err != nil {
		t.Fatal(err)
	}
	if all := propose(t, p)[0].Proposals; len(all) != 2 {
		t.Errorf("offered again, %+v are proposed", all)
	}
}

func TestNothingIsRecordedOfATextThatHasBecomeAnotherSinceItWasRead(t *testing.T) {
	p, found := proposalsIn(t, pilots)
	in := found[0]
	if _, err := p.Do(context.Background(), storetest.Titled("Edit"), func(b *store.Batch) error {
		_, _, err := b.EditBody(in.Article.ID, "Later. "+pilots)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	if _, err := p.Do(t.Context(), storetest.Titled("Accept"), func(b *store.Batch) error {
		var a suggest.Acceptance
		recorded, err := a.Accept(b, in)
		if len(recorded) != 0 {
			t.Errorf("%v were recorded", recorded)
		}
		n, errRejected := suggest.Reject(b, in)
		if n != 0 || errRejected != nil {
			t.Errorf("%d were rejected, %v", n, errRejected)
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
}

// Who is new becomes an actor with what the text says of it, in the one action, which Undo takes back whole.
func TestAnAcceptedMentionOfANewPersonHasItsOffice(t *testing.T) {
	p, _ := proposalsIn(t, "Turkish Foreign Minister Hakan Demirel spoke. Demirel and Mara Ellin left for the harbour in the rain.")
	mentions := suggest.Query{Kinds: []store.Kind{store.KindMention}}
	offices := map[string]suggest.Office{}
	err := suggest.Propose(t.Context(), p, mentions, nil, func(in suggest.Findings) error {
		for _, m := range in.Proposals {
			if was, there := offices[m.Party.Name]; there && was != m.Office {
				t.Errorf("%s is %+v and %+v", m.Party.Name, was, m.Office)
			}
			offices[m.Party.Name] = m.Office
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if o := offices["Hakan Demirel"]; o.Role != "foreign minister" || o.Of.Name != "Turkey" || o.Of.Kind != store.ActorState {
		t.Errorf("he is %+v", o)
	}
	if _, found := offices["Mara Ellin"]; !found || !offices["Mara Ellin"].IsZero() {
		t.Errorf("she is %+v", offices["Mara Ellin"])
	}
	if _, err := suggest.AcceptAll(t.Context(), p, mentions, nil); err != nil {
		t.Fatal(err)
	}
	of := affiliations(t, p)
	if got := of["Hakan Demirel"]; len(got) != 1 || got[0] != "foreign minister of Turkey" || len(of["Mara Ellin"]) != 0 || len(of) != 3 {
		t.Errorf("they are %v", of)
	}
	if _, err := p.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if of := affiliations(t, p); len(of) != 0 {
		t.Errorf("after Undo they are %v", of)
	}
}

// affiliations are what the actors of a project are, by their names.
func affiliations(t *testing.T, p *store.Project) map[string][]string {
	t.Helper()
	names, err := p.Names(t.Context(), store.EntityActor)
	if err != nil {
		t.Fatal(err)
	}
	called, of := map[store.ID]string{}, map[string][]string{}
	for _, n := range names {
		called[n.ID] = n.Name
	}
	for _, n := range names {
		of[n.Name] = nil
		all, err := p.Affiliations(t.Context(), n.ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range all {
			of[n.Name] = append(of[n.Name], a.Role+" of "+called[a.Organisation])
		}
	}
	return of
}

// So does who is first met as a speaker, or as a holder.
func TestANewSpeakerHasItsOffice(t *testing.T) {
	p, _ := proposalsIn(t, "“The harbour stays open,” Turkish Foreign Minister Hakan Demirel told reporters on Monday.")
	if _, err := suggest.AcceptAll(t.Context(), p, suggest.Query{Kinds: []store.Kind{store.KindStatement}}, nil); err != nil {
		t.Fatal(err)
	}
	of := affiliations(t, p)
	if got := of["Hakan Demirel"]; len(got) != 1 || got[0] != "foreign minister of Turkey" || len(of) != 2 {
		t.Errorf("they are %v", of)
	}
}
