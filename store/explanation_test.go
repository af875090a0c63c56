package store_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"standpoint/store"
	"standpoint/store/storetest"
)

// turn is a scene in which a stance changes between two positions: the earlier one has its date, words and holder from a statement, the
// later one its own.
type turn struct {
	*scene
	earlier, later store.Annotation
}

func newTurn(t *testing.T, s *scene) *turn {
	t.Helper()
	turned := &turn{scene: s}
	do(t, s.Project, "Turn", func(b *store.Batch) (err error) {
		turned.earlier, err = b.AddAnnotation(store.Annotation{
			Article: s.article.ID, Kind: store.KindPosition, Statement: s.statement.ID, Target: store.Target{Issue: s.ceasefire.ID},
			Stance: store.StanceSupport,
		})
		if err != nil {
			return err
		}
		turned.later, err = b.AddAnnotation(store.Annotation{
			Article: s.article.ID, Kind: store.KindPosition, Anchor: anchor(t, s.body, "declined to comment"), On: "2031-06",
			Target: store.Target{Issue: s.ceasefire.ID}, Stance: store.StanceOppose,
			Participants: []store.Participant{{Role: store.RoleHolder, Actor: s.venn.ID}},
		})
		return err
	})
	return turned
}

// explanation says that the change is explained, tied to what its positions hold now.
func (s *turn) explanation(t *testing.T, note string) store.Explanation {
	t.Helper()
	h, err := s.Holdings(t.Context())
	must(t, err)
	words, err := s.Quoted(t.Context(), []store.ID{s.earlier.ID, s.later.ID})
	must(t, err)
	e := store.Explanation{Earlier: s.earlier.ID, Later: s.later.ID, Note: note}
	for i := range h.Positions {
		switch p := &h.Positions[i]; p.ID {
		case e.Earlier:
			e.EarlierHeld = p.Held(words[p.ID].Words)
		case e.Later:
			e.LaterHeld = p.Held(words[p.ID].Words)
		}
	}
	return e
}

func (s *turn) explain(t *testing.T, note string) {
	t.Helper()
	e := s.explanation(t, note)
	_, err := s.Do(t.Context(), store.Title{Code: store.TitleExplainChanges, Count: 1}, func(b *store.Batch) error { return b.Explain(e) })
	must(t, err)
}

// explained says who explained the change between two positions, with what note, and what of it has changed since.
func explained(t *testing.T, p *store.Project, earlier, later store.ID) (list []string) {
	t.Helper()
	h, err := p.Holdings(t.Context())
	must(t, err)
	holds := false
	for _, e := range h.Explained(earlier, later) {
		name := ""
		for _, c := range h.Coders {
			if c.ID == e.Coder {
				name = c.Name
			}
		}
		if e.At.IsZero() {
			t.Errorf("nothing says when %s explained it", name)
		}
		said := name + ": " + e.Note
		for _, part := range e.Changed {
			said += " -" + string(part)
		}
		list = append(list, said)
		holds = holds || len(e.Changed) == 0
	}
	if h.IsExplained(earlier, later) != holds {
		t.Errorf("it is explained: %v, of %q", !holds, list)
	}
	return list
}

func (s *turn) want(t *testing.T, what string, want ...string) {
	t.Helper()
	if got := explained(t, s.Project, s.earlier.ID, s.later.ID); !slices.Equal(got, want) {
		t.Errorf("%s: explained is %q, want %q", what, got, want)
	}
}

func TestAnExplainedChangeOpensAgainWhenAPositionHoldsSomethingElseAndUndoClosesIt(t *testing.T) {
	s := newTurn(t, newScene(t))
	s.explain(t, "The harbour froze.")
	const whole = "Ada: The harbour froze."
	s.want(t, "at first", whole)
	on := func(id store.ID, set func(*store.Annotation)) func(*store.Batch) error {
		return func(b *store.Batch) error { return b.UpdateAnnotation(id, set) }
	}
	hold := func(id store.ID, role store.Role, actors ...store.ID) func(*store.Batch) error {
		return func(b *store.Batch) error {
			var list []store.Participant
			for _, actor := range actors {
				list = append(list, store.Participant{Role: role, Actor: actor})
			}
			return b.SetParticipants(id, list)
		}
	}
	for what, step := range map[string]struct {
		do   func(*store.Batch) error
		want string
	}{
		"a stance":            {on(s.earlier.ID, func(a *store.Annotation) { a.Stance = store.StanceNeutral }), " -stance"},
		"a condition":         {on(s.later.ID, func(a *store.Annotation) { a.Condition = "if it thaws" }), " -stance"},
		"a holder":            {hold(s.later.ID, store.RoleHolder, s.venn.ID, s.arland.ID), " -holders"},
		"a speaker":           {hold(s.statement.ID, store.RoleSpeaker, s.arland.ID), " -holders"},
		"a date":              {on(s.later.ID, func(a *store.Annotation) { a.On = "2031-07" }), " -date"},
		"a statement’s date":  {on(s.statement.ID, func(a *store.Annotation) { a.On = "2031-05-01" }), " -date"},
		"a statement’s words": {on(s.statement.ID, func(a *store.Annotation) { a.Anchor = anchor(t, s.body, "want") }), " -words"},
		"words":               {on(s.later.ID, func(a *store.Annotation) { a.Anchor = anchor(t, s.body, "declined") }), " -words"},
		"the article’s date": {func(b *store.Batch) error {
			return b.UpdateArticle(s.article.ID, func(a *store.Article) { a.Published = "2031-05-17" })
		}, " -date"},
		"a target": {func(b *store.Batch) error {
			other, err := b.AddIssue(store.Issue{Name: "Ice"})
			if err != nil {
				return err
			}
			return b.UpdateAnnotation(s.later.ID, func(a *store.Annotation) { a.Target.Issue = other.ID })
		}, " -target"},
	} {
		do(t, s.Project, what, step.do)
		s.want(t, what, whole+step.want)
		_, err := s.Undo(t.Context())
		must(t, err)
		s.want(t, what+" undone", whole)
	}
	for what, step := range map[string]func(*store.Batch) error{
		"who told it": hold(s.statement.ID, store.RoleCarrier, s.arland.ID), // with it the speakers
		"an edit of the text before the words": func(b *store.Batch) error {
			_, _, err := b.EditBody(s.article.ID, "In short. "+arlandBody)
			return err
		},
		"a holder joined with another": func(b *store.Batch) error { return b.Merge(store.EntityActor, s.venn.ID, s.arland.ID) },
		"an issue joined with another": func(b *store.Batch) error {
			other, err := b.AddIssue(store.Issue{Name: "Truce"})
			if err != nil {
				return err
			}
			return b.Merge(store.EntityIssue, s.ceasefire.ID, other.ID)
		},
		"an actor renamed": func(b *store.Batch) error {
			return b.UpdateActor(s.venn.ID, func(a *store.Actor) { a.Name = "Orla Vennor" })
		},
	} {
		if what == "who told it" {
			step = func(b *store.Batch) error {
				return b.SetParticipants(s.statement.ID, []store.Participant{
					{Role: store.RoleSpeaker, Actor: s.venn.ID}, {Role: store.RoleCarrier, Actor: s.arland.ID},
				})
			}
		}
		do(t, s.Project, what, step)
		s.want(t, what, whole)
	}
	mustPass(t, s.Project)
}

func TestAChangeWhosePositionIsDeletedIsExplainedAgainWhenItIsRestored(t *testing.T) {
	s := newTurn(t, newScene(t))
	s.explain(t, "")
	for _, id := range []store.ID{s.earlier.ID, s.later.ID} {
		do(t, s.Project, "Delete", func(b *store.Batch) error { return b.Delete(store.EntityAnnotation, id) })
		s.want(t, "deleted")
		do(t, s.Project, "Restore", func(b *store.Batch) error { return b.Restore(store.EntityAnnotation, id) })
		s.want(t, "restored", "Ada: ")
	}
}

func TestAnExplanationIsUndoneToTheSameRowsAndItsHistoryTellsOfIt(t *testing.T) {
	s := newTurn(t, newScene(t))
	before := look(t, s.Project)
	s.explain(t, "The harbour froze.")
	s.explain(t, "The harbour froze early.")
	do(t, s.Project, "Open", func(b *store.Batch) error { return b.Unexplain(s.earlier.ID, s.later.ID) })
	s.want(t, "open")
	trash, total, err := s.Trash(t.Context(), store.Page{})
	if err != nil || total != 1 || trash[0].Title != "The harbour froze early." || trash[0].Entity != store.EntityExplanation {
		t.Errorf("the trash has %+v, %v", trash, err)
	}
	h, _, err := s.History(t.Context(), store.HistoryQuery{Entity: store.EntityAnnotation, ID: s.later.ID})
	must(t, err)
	var lines []store.HistoryLine
	for _, entry := range h {
		lines = append(lines, entry.Lines...)
	}
	if want := []store.HistoryLine{
		{Field: store.HistoryReopened},
		{Field: store.HistoryExplained, Before: "The harbour froze.", After: "The harbour froze early."},
		{Field: store.HistoryExplained, After: "The harbour froze."},
	}; len(lines) < len(want) || !slices.Equal(lines[:len(want)], want) {
		t.Errorf("its history is %+v", lines)
	}
	for _, want := range []string{"Ada: The harbour froze early.", "Ada: The harbour froze."} {
		_, err := s.Undo(t.Context())
		must(t, err)
		s.want(t, "undone", want)
	}
	_, err = s.Undo(t.Context())
	must(t, err)
	if diff := alike(before, look(t, s.Project)); diff != "" {
		t.Errorf("after Undo it shows something else:\n%s", diff)
	}
	mustPass(t, s.Project)
}

func TestTwoCodersExplainOneChangeWhileOneEditsAPositionAndBothNotesAreThereAfterTheMerge(t *testing.T) {
	s := newTurn(t, newScene(t))
	path, other := s.Path(), filepath.Join(t.TempDir(), "other.standpoint")
	must(t, s.Close())
	copyProject(t, path, other)

	s.Project = openProject(t, other, store.Options{Coder: "Ben"})
	s.explain(t, "The price fell.")
	must(t, s.Close())
	s.Project = openProject(t, path, store.Options{Coder: "Ada"})
	s.explain(t, "The harbour froze.")
	do(t, s.Project, "Edit", func(b *store.Batch) error {
		return b.UpdateAnnotation(s.later.ID, func(a *store.Annotation) { a.On = "2031-07" })
	})
	merge(t, s.Project, other, nil)
	both := explained(t, s.Project, s.earlier.ID, s.later.ID)
	slices.Sort(both)
	if want := []string{"Ada: The harbour froze. -date", "Ben: The price fell. -date"}; !slices.Equal(both, want) {
		t.Errorf("explained is %q, want %q", both, want)
	}
	s.explain(t, "The harbour froze in July.")
	if got := explained(t, s.Project, s.earlier.ID, s.later.ID); !slices.Contains(got, "Ada: The harbour froze in July.") || len(got) != 2 {
		t.Errorf("explained anew is %q", got)
	}
	do(t, s.Project, "Open", func(b *store.Batch) error { return b.Unexplain(s.earlier.ID, s.later.ID) })
	s.want(t, "open again")
	mustPass(t, s.Project)
}

func TestOneCoderWhoExplainsAChangeOnTwoLaptopsIsAskedWhichNoteStays(t *testing.T) {
	s := newTurn(t, newScene(t))
	s.explain(t, "The harbour froze.")
	path, other := s.Path(), filepath.Join(t.TempDir(), "other.standpoint")
	must(t, s.Close())
	copyProject(t, path, other)
	s.Project = openProject(t, other, store.Options{Coder: "Ada"})
	s.explain(t, "The price fell.")
	must(t, s.Close())
	s.Project = openProject(t, path, store.Options{Coder: "Ada"})
	s.explain(t, "The pilots struck.")
	m, err := s.BeginMerge(t.Context(), other)
	must(t, err)
	defer func() { must(t, m.Close()) }()
	plan, err := m.Plan(t.Context())
	must(t, err)
	if len(plan.Fields) != 1 || plan.Fields[0].Entity != store.EntityExplanation ||
		plan.Fields[0].Field != (store.HistoryLine{Field: "note", Before: "The pilots struck.", After: "The price fell."}) {
		t.Errorf("in conflict are %+v", plan.Fields)
	}
}

func TestPurgingEitherPositionPurgesWhatWasExplainedOfTheirChange(t *testing.T) {
	for _, first := range []bool{true, false} {
		s := newTurn(t, newScene(t))
		s.explain(t, "The harbour froze.")
		id := s.later.ID
		if first {
			id = s.earlier.ID
		}
		do(t, s.Project, "Delete", func(b *store.Batch) error { return b.Delete(store.EntityAnnotation, id) })
		_, err := s.EmptyTrash(t.Context())
		must(t, err)
		s.want(t, "purged")
		mustPass(t, s.Project)
		path := s.Path()
		must(t, s.Close())
		if file, err := os.ReadFile(path); err != nil || bytes.Contains(file, []byte("harbour froze")) {
			t.Errorf("the file still has the note, %v", err)
		}
	}
}

func TestAnExplanationOfNoChangeIsRefused(t *testing.T) {
	s := newTurn(t, newScene(t))
	for what, change := range map[string]func(*store.Explanation){
		"between two positions": func(e *store.Explanation) { e.Later = e.Earlier },
		"names a position":      func(e *store.Explanation) { e.Later = s.statement.ID },
		"not in the project":    func(e *store.Explanation) { e.Earlier = store.NewID() },
		"64 hexadecimal":        func(e *store.Explanation) { e.LaterHeld.Words = "ff" },
		"on an issue":           func(e *store.Explanation) { e.LaterHeld.Issue = store.ID{} },
		"The stance is one of":  func(e *store.Explanation) { e.EarlierHeld.Stance = "perhaps" },
		"0 or more":             func(e *store.Explanation) { e.EarlierHeld.Nameless = -1 },
		"not a date":            func(e *store.Explanation) { e.EarlierHeld.Date = "soon" },
		"longer than":           func(e *store.Explanation) { e.Note = strings.Repeat("x", store.TextLimit+1) },
	} {
		_, err := s.Do(t.Context(), storetest.Titled("Explain"), func(b *store.Batch) error {
			e := s.explanation(t, "")
			change(&e)
			return b.Explain(e)
		})
		if store.CodeOf(err) != store.CodeInvalid || !strings.Contains(err.Error(), what) {
			t.Errorf("%s: %v", what, err)
		}
	}
	s.want(t, "refused")
}

func TestAFilterIsKeptUnderANameChangedAndDeletedWithUndo(t *testing.T) {
	p := newProject(t)
	var kept store.SavedFilter
	save := func(title store.Title, id store.ID, name, filter string) {
		t.Helper()
		_, err := p.Do(t.Context(), title, func(b *store.Batch) (err error) {
			kept, err = b.SaveFilter(id, name, filter)
			return err
		})
		must(t, err)
	}
	want := func(what string, want ...string) {
		t.Helper()
		list, err := p.SavedFilters(t.Context())
		must(t, err)
		var got []string
		for _, f := range list {
			got = append(got, f.Name+" "+f.Filter)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: kept are %q, want %q", what, got, want)
		}
	}
	save(store.Title{Code: store.TitleSaveFilter, Name: "Spring"}, store.ID{}, "Spring", `{"from":"2031-03"}`)
	save(store.Title{Code: store.TitleEditFilter}, kept.ID, "Summer", `{"from":"2031-06"}`)
	_, err := p.Do(t.Context(), store.Title{Code: store.TitleDeleteFilter}, func(b *store.Batch) error {
		return b.Delete(store.EntitySavedFilter, kept.ID)
	})
	must(t, err)
	want("deleted")
	for _, kept := range []string{`Summer {"from":"2031-06"}`, `Spring {"from":"2031-03"}`} {
		_, err := p.Undo(t.Context())
		must(t, err)
		want("undone", kept)
	}
	for name, filter := range map[string]string{"": "{}", "A list": "[]", "Nothing": "null", "Text": "text"} {
		_, err := p.Do(t.Context(), storetest.Titled("Save"), func(b *store.Batch) error {
			_, err := b.SaveFilter(store.ID{}, name, filter)
			return err
		})
		if store.CodeOf(err) != store.CodeInvalid {
			t.Errorf("“%s” of %s: %v", name, filter, err)
		}
	}
	mustPass(t, p)
}

// The note of an explained change is found, as long as the change is explained and its later position is shown.
func TestTheNoteOfAnExplainedChangeIsFound(t *testing.T) {
	s := newTurn(t, newScene(t))
	found := func(query string) (hits []store.Hit) {
		t.Helper()
		list, err := s.Search(t.Context(), store.SearchQuery{Text: query, Page: store.Page{Limit: 10}})
		must(t, err)
		for _, hit := range list {
			hits = append(hits, append([]store.Hit{hit}, hit.Within...)...)
		}
		return slices.DeleteFunc(hits, func(h store.Hit) bool { return h.Entity != store.EntityExplanation })
	}
	e := s.explanation(t, "After the dredgers' strike")
	do(t, s.Project, "Explain", func(b *store.Batch) error { return b.Explain(e) })
	hits := found("dredgers strike")
	if len(hits) != 1 || hits[0].Field != "note" || hits[0].Snippet != e.Note || hits[0].Article != s.article.ID ||
		hits[0].On != store.EntityAnnotation || hits[0].Kind != store.KindPosition || len(hits[0].Who) != 1 || hits[0].Span.Empty() {
		t.Errorf("found: %+v", hits)
	}
	e.Note = "After the election"
	do(t, s.Project, "Explain", func(b *store.Batch) error { return b.Explain(e) })
	if hits := found("dredgers"); len(hits) != 0 {
		t.Errorf("what was written before is found: %+v", hits)
	}
	steps := []struct {
		name string
		do   func() error
		want int
	}{
		{"written", func() error { return nil }, 1},
		{"its later position is deleted", func() error {
			_, err := s.Do(t.Context(), storetest.Titled("Delete"), func(b *store.Batch) error {
				return b.Delete(store.EntityAnnotation, s.later.ID)
			})
			return err
		}, 0},
		{"that is undone", func() error { _, err := s.Undo(t.Context()); return err }, 1},
		{"the change is open again", func() error {
			_, err := s.Do(t.Context(), storetest.Titled("Open"), func(b *store.Batch) error {
				return b.Unexplain(s.earlier.ID, s.later.ID)
			})
			return err
		}, 0},
		{"that is undone, too", func() error { _, err := s.Undo(t.Context()); return err }, 1},
	}
	for _, step := range steps {
		must(t, step.do())
		if hits := found("election"); len(hits) != step.want {
			t.Errorf("%s: %d found, want %d", step.name, len(hits), step.want)
		}
	}
	mustPass(t, s.Project)
}
