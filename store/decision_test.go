package store_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"

	"standpoint/store"
	"standpoint/store/storetest"
	"standpoint/store/text"
)

// proposed is the id of a proposal in an article.
func proposed(article store.ID, what string) store.ID { return uuid.NewSHA1(article, []byte(what)) }

// rejection is what is recorded of a rejected proposal of a statement with these words.
func rejection(t *testing.T, s *scene, words string) store.Decision {
	t.Helper()
	return store.Decision{
		ID: proposed(s.article.ID, words), Article: s.article.ID, Kind: store.KindStatement, Anchor: anchor(t, s.body, words),
		Rule: "quote.before", Confidence: 81, Verdict: store.VerdictRejected,
	}
}

// decided returns the words of what was decided on in an article, with the verdicts.
func decided(t *testing.T, p *store.Project, article store.ID) (list []string) {
	t.Helper()
	all, err := p.Decisions(t.Context(), article)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range all {
		list = append(list, string(d.Verdict)+": "+d.Anchor.Exact())
	}
	return list
}

func TestARejectedProposalIsRememberedTakenBackAndOfferedAgain(t *testing.T) {
	s := newScene(t)
	d := rejection(t, s, "a ceasefire")
	_, err := s.Do(t.Context(), store.Title{Code: store.TitleRejectProposals, Count: 1}, func(b *store.Batch) error { return b.Decide(d) })
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"rejected: a ceasefire"}
	if got := decided(t, s.Project, s.article.ID); !slices.Equal(got, want) {
		t.Errorf("decided is %q, want %q", got, want)
	}
	h, _, err := s.History(t.Context(), store.HistoryQuery{Entity: store.EntityDecision, ID: d.ID})
	if err != nil || len(h) != 1 || !slices.Equal(h[0].Lines, []store.HistoryLine{
		{Field: "anchor", After: "“a ceasefire”"}, {Field: "verdict", After: "rejected"},
	}) {
		t.Errorf("its history is %+v, %v", h, err)
	}
	for _, step := range []struct {
		what string
		do   func() (store.UndoResult, error)
		want []string
	}{
		{"taken back", func() (store.UndoResult, error) { return s.Undo(t.Context()) }, nil},
		{"redone", func() (store.UndoResult, error) { return s.Redo(t.Context()) }, want},
	} {
		if _, err := step.do(); err != nil {
			t.Fatal(err)
		}
		if got := decided(t, s.Project, s.article.ID); !slices.Equal(got, step.want) {
			t.Errorf("%s, decided is %q, want %q", step.what, got, step.want)
		}
	}
	do(t, s.Project, "Offer again", func(b *store.Batch) error { return b.Reopen(d.ID, store.NewID()) })
	if got := decided(t, s.Project, s.article.ID); got != nil {
		t.Errorf("offered again, decided is %q", got)
	}
	do(t, s.Project, "Reject again", func(b *store.Batch) error { return b.Decide(d) })
	if got := decided(t, s.Project, s.article.ID); !slices.Equal(got, want) {
		t.Errorf("rejected again, decided is %q, want %q", got, want)
	}
	mustPass(t, s.Project)
}

func TestTheHistoryOfAnAnnotationTellsWhatProposedIt(t *testing.T) {
	s := newScene(t)
	d := rejection(t, s, "We want a ceasefire")
	d.Verdict, d.Annotation = store.VerdictAccepted, s.statement.ID
	_, err := s.Do(t.Context(), store.Title{Code: store.TitleAcceptStatement}, func(b *store.Batch) error { return b.Decide(d) })
	if err != nil {
		t.Fatal(err)
	}
	h, _, err := s.History(t.Context(), store.HistoryQuery{Entity: store.EntityAnnotation, ID: s.statement.ID})
	line := store.HistoryLine{Field: store.HistoryProposed, After: "quote.before", Member: true}
	if err != nil || len(h) < 2 || !slices.Equal(h[0].Lines, []store.HistoryLine{line}) {
		t.Errorf("the history is %+v, %v", h, err)
	}
}

func TestDecisionsAreCountedByRuleAndHowSureTheProposalWas(t *testing.T) {
	s := newScene(t)
	kept := rejection(t, s, "We want a ceasefire")
	kept.Verdict, kept.Annotation = store.VerdictAccepted, s.statement.ID
	do(t, s.Project, "Decide", func(b *store.Batch) error {
		for _, words := range []string{"a ceasefire", "We want"} {
			if err := b.Decide(rejection(t, s, words)); err != nil {
				return err
			}
		}
		return b.Decide(kept)
	})
	counts := func(accepted, rejected int) {
		t.Helper()
		got, err := s.DecidedBy(t.Context())
		want := []store.Decided{{Kind: store.KindStatement, Rule: "quote.before", Tenths: 8, Accepted: accepted, Rejected: rejected}}
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("counted are %+v, %v, want %+v", got, err, want)
		}
	}
	counts(1, 2)
	do(t, s.Project, "Delete", func(b *store.Batch) error { return b.Delete(store.EntityAnnotation, s.statement.ID) })
	counts(0, 3)
	do(t, s.Project, "Delete", func(b *store.Batch) error { return b.Delete(store.EntityArticle, s.article.ID) })
	if got, err := s.DecidedBy(t.Context()); err != nil || len(got) != 0 {
		t.Errorf("of a deleted article %+v are counted, %v", got, err)
	}
}

func TestARejectionInAnotherCopyIsOneAfterTheMerge(t *testing.T) {
	s := newScene(t)
	path, other := s.Path(), filepath.Join(t.TempDir(), "other.standpoint")
	must(t, s.Close())
	copyProject(t, path, other)
	theirs := openProject(t, other, store.Options{Coder: "Ben"})
	do(t, theirs, "Reject", func(b *store.Batch) error {
		if err := b.Decide(rejection(t, s, "a ceasefire")); err != nil {
			return err
		}
		return b.Decide(rejection(t, s, "We want"))
	})
	must(t, theirs.Close())
	p := openProject(t, path, store.Options{Coder: "Ada"})
	do(t, p, "Reject", func(b *store.Batch) error { return b.Decide(rejection(t, s, "a ceasefire")) })
	merge(t, p, other, nil)
	if got := decided(t, p, s.article.ID); !slices.Equal(got, []string{"rejected: We want", "rejected: a ceasefire"}) {
		t.Errorf("decided is %q", got)
	}
	mustPass(t, p)
}

func TestPurgingAnArticlePurgesWhatWasDecidedInIt(t *testing.T) {
	s := newScene(t)
	do(t, s.Project, "Reject", func(b *store.Batch) error { return b.Decide(rejection(t, s, "a ceasefire")) })
	do(t, s.Project, "Delete", func(b *store.Batch) error { return b.Delete(store.EntityArticle, s.article.ID) })
	if _, err := s.EmptyTrash(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := decided(t, s.Project, s.article.ID); got != nil {
		t.Errorf("decided is %q", got)
	}
	mustPass(t, s.Project)
	path := s.Path()
	must(t, s.Close())
	file, err := os.ReadFile(path)
	if err != nil || bytes.Contains(file, []byte("a ceasefire")) || bytes.Contains(file, []byte("quote.before")) {
		t.Errorf("the file still has the words, %v", err)
	}
}

func TestADecisionThatSaysNothingIsRefused(t *testing.T) {
	s := newScene(t)
	for what, change := range map[string]func(*store.Decision){
		"needs the id":         func(d *store.Decision) { d.ID = store.ID{} },
		"nothing of the kind":  func(d *store.Decision) { d.Kind = store.KindHighlight },
		"between 0 and 100":    func(d *store.Decision) { d.Confidence = 101 },
		"became an annotation": func(d *store.Decision) { d.Verdict = store.VerdictAccepted },
		"became no annotation": func(d *store.Decision) { d.Annotation = s.statement.ID },
		"accepted or rejected": func(d *store.Decision) { d.Verdict = "perhaps" },
		"needs the words":      func(d *store.Decision) { d.Anchor = text.Anchor{} },
		"not in the project":   func(d *store.Decision) { d.Verdict, d.Annotation = store.VerdictAccepted, store.NewID() },
		"does not have this":   func(d *store.Decision) { d.Article = store.NewID() },
		"longer than":          func(d *store.Decision) { d.Rule = strings.Repeat("x", 1001) },
	} {
		_, err := s.Do(t.Context(), storetest.Titled("Reject"), func(b *store.Batch) error {
			d := rejection(t, s, "a ceasefire")
			change(&d)
			return b.Decide(d)
		})
		if err == nil || !strings.Contains(err.Error(), what) {
			t.Errorf("%s: %v", what, err)
		}
	}
	if got := decided(t, s.Project, s.article.ID); got != nil {
		t.Errorf("decided is %q", got)
	}
}

// What can be proposed again: what was rejected, and what was accepted, once nothing of that is left.
func TestWhatWasAcceptedIsRefusedOnceItIsDeleted(t *testing.T) {
	s := newScene(t)
	kept := rejection(t, s, "ceasefire")
	kept.Verdict, kept.Annotation = store.VerdictAccepted, s.statement.ID
	do(t, s.Project, "Decide", func(b *store.Batch) error {
		return errors.Join(b.Decide(rejection(t, s, "a ceasefire")), b.Decide(kept))
	})
	refused := func(want ...string) {
		t.Helper()
		list, err := s.Refused(t.Context(), s.article.ID)
		must(t, err)
		var got []string
		for _, d := range list {
			got = append(got, string(d.Verdict)+": "+d.Anchor.Exact())
		}
		if !slices.Equal(got, want) {
			t.Errorf("refused is %q, want %q", got, want)
		}
	}
	refused("rejected: a ceasefire")
	do(t, s.Project, "Delete", func(b *store.Batch) error { return b.Delete(store.EntityAnnotation, s.statement.ID) })
	list, err := s.Refused(t.Context(), s.article.ID)
	if err != nil || len(list) != 2 {
		t.Errorf("refused are %+v, %v", list, err)
	}
	_, err = s.Undo(t.Context())
	must(t, err)
	refused("rejected: a ceasefire")
}

// Where one copy accepted what the other rejected, the annotation stays and is not listed as rejected, and its history tells of both.
func TestAProposalAcceptedInOneCopyAndRejectedInTheOtherIsDecidedOnce(t *testing.T) {
	for _, isAcceptedHere := range []bool{true, false} {
		s := newScene(t)
		path, other := s.Path(), filepath.Join(t.TempDir(), "other.standpoint")
		must(t, s.Close())
		copyProject(t, path, other)
		d := rejection(t, s, "We want a ceasefire")
		decide := func(path, coder string, isAccepted bool) *store.Project {
			t.Helper()
			p := openProject(t, path, store.Options{Coder: coder})
			do(t, p, "Decide", func(b *store.Batch) error {
				if !isAccepted {
					return b.Decide(d)
				}
				a, err := b.AddAnnotation(store.Annotation{
					Article: s.article.ID, Kind: store.KindStatement, Anchor: d.Anchor,
					Participants: []store.Participant{{Role: store.RoleSpeaker, Words: "an official"}},
				})
				if err != nil {
					return err
				}
				accepted := d
				accepted.Verdict, accepted.Annotation = store.VerdictAccepted, a.ID
				return b.Decide(accepted)
			})
			return p
		}
		must(t, decide(other, "Ben", !isAcceptedHere).Close())
		p := decide(path, "Ada", isAcceptedHere)
		merge(t, p, other, nil)
		mustPass(t, p)
		decisions, err := p.Decisions(t.Context(), s.article.ID)
		must(t, err)
		refused, err := p.Refused(t.Context(), s.article.ID)
		if err != nil || len(decisions) != 1 || len(refused) != 0 {
			t.Fatalf("accepted here %v: decided %+v, refused %+v, %v", isAcceptedHere, decisions, refused, err)
		}
		h, _, err := p.History(t.Context(), store.HistoryQuery{Entity: store.EntityAnnotation, ID: decisions[0].Annotation})
		must(t, err)
		var told []string
		for _, e := range h {
			for _, l := range e.Lines {
				if l.Field == "verdict" || l.Field == store.HistoryProposed {
					told = append(told, l.Field+": "+l.After)
				}
				if l.After == "?" {
					t.Errorf("accepted here %v: told of is %+v", isAcceptedHere, l)
				}
			}
			if len(e.Lines) == 0 {
				t.Errorf("accepted here %v: nothing is told of %+v", isAcceptedHere, e.Title)
			}
		}
		slices.Sort(told)
		if !slices.Equal(told, []string{store.HistoryProposed + ": quote.before", "verdict: rejected"}) {
			t.Errorf("accepted here %v: told is %q", isAcceptedHere, told)
		}
	}
}

// What was accepted, taken back and accepted anew is another annotation, whose history begins with it; where somebody stands in that
// history is counted alike. In the project's history a decision is named by its words.
func TestTheHistoryOfAnAnnotationBeginsWithItsOwnAcceptance(t *testing.T) {
	s := newScene(t)
	accept := func() (a store.Annotation) {
		do(t, s.Project, "Accept", func(b *store.Batch) (err error) {
			d := rejection(t, s, "a ceasefire")
			if a, err = b.AddAnnotation(store.Annotation{Article: s.article.ID, Kind: store.KindStatement, Anchor: d.Anchor}); err != nil {
				return err
			}
			d.Verdict, d.Annotation = store.VerdictAccepted, a.ID
			return b.Decide(d)
		})
		return a
	}
	accept()
	_, err := s.Undo(t.Context())
	must(t, err)
	a := accept()
	h, n, err := s.History(t.Context(), store.HistoryQuery{Entity: store.EntityAnnotation, ID: a.ID})
	if err != nil || n != 1 || len(h) != 1 || !slices.ContainsFunc(h[0].Lines, func(l store.HistoryLine) bool {
		return l.Field == store.HistoryProposed && l.After == "quote.before"
	}) {
		t.Errorf("its history has %d actions: %+v, %v", n, h, err)
	}
	all, _, err := s.History(t.Context(), store.HistoryQuery{})
	must(t, err)
	q := store.HistoryQuery{Entity: store.EntityAnnotation, ID: a.ID}
	for i, want := range []int{0, -1, -1} {
		if rank, err := s.HistoryRank(t.Context(), q, all[i].Action); err != nil || rank != want {
			t.Errorf("%q is number %d in its history, want %d, %v", all[i].Title.Code, rank, want, err)
		}
	}
	_, err = s.Undo(t.Context())
	must(t, err)
	do(t, s.Project, "Reject", func(b *store.Batch) error { return b.Decide(rejection(t, s, "a ceasefire")) })
	all, _, err = s.History(t.Context(), store.HistoryQuery{Page: store.Page{Limit: 1}})
	if err != nil || len(all[0].Lines) == 0 || all[0].Lines[0].Of != "“a ceasefire”" {
		t.Errorf("the rejection is told as %+v, %v", all, err)
	}
}
