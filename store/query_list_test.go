package store_test

import (
	"slices"
	"testing"

	"standpoint/store"
	"standpoint/store/storetest"
)

func TestWhatHangsOnADeletedRowIsHiddenUntilItIsRestored(t *testing.T) {
	s := newScene(t)
	shown := func() (positions, statements int) {
		t.Helper()
		c, err := s.Counts(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		_, total, err := s.Positions(t.Context(), store.PositionQuery{})
		if err != nil || total != c.Positions {
			t.Fatalf("%d positions are listed, %d counted, %v", total, c.Positions, err)
		}
		return c.Positions, c.Statements
	}
	for _, row := range []struct {
		entity store.Entity
		id     store.ID
	}{{store.EntityArticle, s.article.ID}, {store.EntityAnnotation, s.statement.ID}} {
		do(t, s.Project, "Delete", func(b *store.Batch) error { return b.Delete(row.entity, row.id) })
		if p, st := shown(); p != 0 || st != 0 {
			t.Errorf("after deleting the %s: %d positions, %d statements", row.entity, p, st)
		}
		trash, total, err := s.Trash(t.Context(), store.Page{})
		if err != nil || total != 1 || trash[0].ID != row.id || trash[0].By.Name != "Ada" || trash[0].Title == "" {
			t.Errorf("trash: %+v, %v", trash, err)
		}
		do(t, s.Project, "Restore", func(b *store.Batch) error { return b.Restore(row.entity, row.id) })
		if p, st := shown(); p != 1 || st != 1 {
			t.Errorf("after restoring the %s: %d positions, %d statements", row.entity, p, st)
		}
	}
	mustPass(t, s.Project)
}

func TestAPositionOutlivesItsDeletedIssueAndHolder(t *testing.T) {
	s := newScene(t)
	do(t, s.Project, "Delete", func(b *store.Batch) error {
		if err := b.Delete(store.EntityIssue, s.ceasefire.ID); err != nil {
			return err
		}
		return b.Delete(store.EntityActor, s.venn.ID)
	})
	rows, _, err := s.Positions(t.Context(), store.PositionQuery{})
	if err != nil || len(rows) != 1 || rows[0].Group != (store.PartyRef{}) || rows[0].TargetRef != (store.PartyRef{}) {
		t.Fatalf("got %+v, %v", rows, err)
	}
	do(t, s.Project, "Set condition", func(b *store.Batch) error {
		return b.UpdateAnnotation(s.position.ID, func(a *store.Annotation) { a.Condition = "if it rains" })
	})
}

func TestMergedActorsAreOneEverywhere(t *testing.T) {
	s := newScene(t)
	do(t, s.Project, "Merge", func(b *store.Batch) error {
		twin, err := b.AddActor(store.Actor{Name: "President Venn"})
		if err != nil {
			return err
		}
		return b.Merge(store.EntityActor, s.venn.ID, twin.ID)
	})
	actors, total, err := s.Actors(t.Context(), store.ActorQuery{Text: "orla"})
	if err != nil || total != 0 {
		t.Errorf("the merged actor is listed: %+v, %v", actors, err)
	}
	actors, _, err = s.Actors(t.Context(), store.ActorQuery{Text: "president"})
	if err != nil || len(actors) != 1 || actors[0].Statements != 1 || actors[0].Positions != 1 || !slices.Equal(actors[0].Aliases,
		[]string{"Orla Venn"}) {
		t.Fatalf("got %+v, %v", actors, err)
	}
	rows, _, err := s.Statements(t.Context(), store.StatementQuery{Actor: actors[0].ID})
	if err != nil || len(rows) != 1 || rows[0].Speakers[0].Name != "President Venn" || rows[0].Participants[0].Actor != actors[0].ID {
		t.Errorf("got %+v, %v", rows, err)
	}
	if _, err := s.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	rows, _, err = s.Statements(t.Context(), store.StatementQuery{Actor: s.venn.ID})
	if err != nil || len(rows) != 1 || rows[0].Speakers[0].Name != "Orla Venn" {
		t.Errorf("after undo: %+v, %v", rows, err)
	}
	mustPass(t, s.Project)
}

func TestAHolderWhoDidNotSpeakIsAccordingToTheSpeaker(t *testing.T) {
	s := newScene(t)
	accordingTo := func() []store.PartyRef {
		t.Helper()
		rows, _, err := s.Positions(t.Context(), store.PositionQuery{})
		if err != nil || len(rows) != 1 {
			t.Fatalf("got %+v, %v", rows, err)
		}
		return rows[0].AccordingTo
	}
	do(t, s.Project, "Set holder", func(b *store.Batch) error {
		return b.SetParticipants(s.position.ID, []store.Participant{{Role: store.RoleHolder, Actor: s.arland.ID}})
	})
	if got := accordingTo(); len(got) != 1 || got[0].Name != "Orla Venn" {
		t.Errorf("got %v", got)
	}
	affiliate := func(from, to store.Date) {
		do(t, s.Project, "Affiliate", func(b *store.Batch) error {
			return b.SetAffiliations(s.venn.ID, []store.Affiliation{{Organisation: s.arland.ID, Role: "president", From: from, To: to}})
		})
	}
	affiliate("2031", "")
	if got := accordingTo(); got != nil {
		t.Errorf("the president speaks for the state, yet got %v", got)
	}
	affiliate("2028", "2030")
	if got := accordingTo(); len(got) != 1 {
		t.Error("the affiliation had ended on that day")
	}
}

func TestAnUnnamedSourceCarriedByAWireFitsWithoutBending(t *testing.T) {
	s := newScene(t)
	do(t, s.Project, "Record statement", func(b *store.Batch) error {
		if err := b.SetParticipants(s.statement.ID, []store.Participant{
			{Role: store.RoleSpeaker, Words: "an unnamed source"}, {Role: store.RoleCarrier, Actor: s.wire.ID},
		}); err != nil {
			return err
		}
		return b.SetParticipants(s.position.ID, []store.Participant{{Role: store.RoleHolder, Actor: s.arland.ID}})
	})
	rows, _, err := s.Positions(t.Context(), store.PositionQuery{})
	if err != nil || len(rows) != 1 {
		t.Fatalf("got %+v, %v", rows, err)
	}
	r := rows[0]
	if r.Group.Name != "Arland" || r.Carriers[0].Name != "Northern Wire" || r.AccordingTo[0].Label() != "an unnamed source" {
		t.Errorf("got %+v", r)
	}
}

func TestListsGroupFilterAndPage(t *testing.T) {
	s := newScene(t)
	var later store.Article
	do(t, s.Project, "More", func(b *store.Batch) (err error) {
		if later, err = b.AddArticle(store.Article{Title: "Later", Source: "Gazette", Published: "2031-06"},
			"Arland opposes the ceasefire now."); err != nil {
			return err
		}
		body, err := b.Body(later.Body)
		if err != nil {
			return err
		}
		_, err = b.AddAnnotation(store.Annotation{
			Article: later.ID, Kind: store.KindPosition, Anchor: anchor(t, body, "opposes the ceasefire"),
			Target: store.Target{Issue: s.ceasefire.ID}, Stance: store.StanceOppose,
			Participants: []store.Participant{{Role: store.RoleHolder, Actor: s.arland.ID}, {Role: store.RoleHolder, Words: "its allies"}},
		})
		return err
	})
	oppose := store.StanceOppose
	var spoken, own store.Tag
	do(t, s.Project, "Tag", func(b *store.Batch) (err error) {
		if spoken, err = b.AddTag(store.Tag{Name: "spoken"}); err != nil {
			return err
		}
		if own, err = b.AddTag(store.Tag{Name: "own"}); err != nil {
			return err
		}
		if err := b.SetTags(s.statement.ID, []store.ID{spoken.ID}); err != nil {
			return err
		}
		return b.SetTags(s.position.ID, []store.ID{own.ID})
	})
	tests := []struct {
		name  string
		query store.PositionQuery
		want  []string // groups
	}{
		{"by holder", store.PositionQuery{}, []string{"Arland", "Orla Venn", "its allies"}},
		{"by target", store.PositionQuery{Group: store.PositionsByTarget}, []string{"Ceasefire", "Ceasefire"}},
		{"second page", store.PositionQuery{Page: store.Page{Offset: 1, Limit: 1}}, []string{"Orla Venn"}},
		{"past the end", store.PositionQuery{Page: store.Page{Offset: 9, Limit: 1}}, nil},
		{"one article", store.PositionQuery{Article: later.ID}, []string{"Arland", "its allies"}},
		{"one actor", store.PositionQuery{Actor: s.arland.ID}, []string{"Arland"}},
		{"one actor by target", store.PositionQuery{Actor: s.arland.ID, Group: store.PositionsByTarget}, []string{"Ceasefire"}},
		{"one stance", store.PositionQuery{Stance: &oppose}, []string{"Arland", "its allies"}},
		{"words of the statement", store.PositionQuery{Text: "we want"}, []string{"Orla Venn"}},
		{"own words", store.PositionQuery{Text: "opposes"}, []string{"Arland", "its allies"}},
		{"the statement's tag", store.PositionQuery{Tag: spoken.ID}, []string{"Orla Venn"}},
		{"its own tag", store.PositionQuery{Tag: own.ID}, []string{"Orla Venn"}},
		{"a tag nobody set", store.PositionQuery{Tag: store.NewID()}, nil},
		{"one coder", store.PositionQuery{Coder: s.Coder().ID}, []string{"Arland", "Orla Venn", "its allies"}},
		{"another coder", store.PositionQuery{Coder: store.NewID()}, nil},
		{"an issue nobody has", store.PositionQuery{Issue: store.NewID()}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			rows, total, err := s.Positions(t.Context(), tt.query)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, r := range rows {
				got = append(got, r.Group.Label())
			}
			if !slices.Equal(got, tt.want) || tt.query.Limit == 0 && total != len(tt.want) {
				t.Errorf("got %q of %d, want %q", got, total, tt.want)
			}
		})
	}
	record, total, err := s.Record(t.Context(), store.EntityIssue, s.ceasefire.ID, store.Page{})
	if err != nil || total != 2 || record[0].Statement == nil || record[1].Position == nil {
		t.Errorf("record: %+v of %d, %v", record, total, err)
	}
}

func TestJointHoldersAreOnePositionInTwoGroups(t *testing.T) {
	s := newScene(t)
	do(t, s.Project, "Set holders", func(b *store.Batch) error {
		return b.SetParticipants(s.position.ID, []store.Participant{
			{Role: store.RoleHolder, Actor: s.venn.ID}, {Role: store.RoleHolder, Actor: s.arland.ID},
		})
	})
	rows, total, err := s.Positions(t.Context(), store.PositionQuery{})
	if err != nil || total != 2 || rows[0].ID != rows[1].ID || len(rows[0].Holders) != 2 {
		t.Errorf("got %+v, %v", rows, err)
	}
}

func TestAnArticleEditedElsewhereLeavesItsAnnotationsUnplaced(t *testing.T) {
	s := newScene(t)
	do(t, s.Project, "Edit text", func(b *store.Batch) error {
		h, err := b.AddBody("Arland's president spoke.")
		if err != nil {
			return err
		}
		return b.UpdateArticle(s.article.ID, func(a *store.Article) { a.Body = h })
	})
	rows, _, err := s.Articles(t.Context(), store.ArticleQuery{})
	if err != nil || rows[0].Unplaced != 1 { // the position rests on the statement
		t.Errorf("got %+v, %v", rows, err)
	}
	list, err := s.Annotations(t.Context(), s.article.ID)
	if err != nil || len(list) != 2 {
		t.Errorf("got %+v, %v", list, err)
	}
	mustPass(t, s.Project)
}

func TestSubscribersLearnWhatWasTouched(t *testing.T) {
	s := newScene(t)
	var got []store.Event
	cancel := s.Subscribe(func(e store.Event) { got = append(got, e) })
	do(t, s.Project, "Rename", func(b *store.Batch) error {
		return b.UpdateActor(s.venn.ID, func(a *store.Actor) { a.Name = "Orla M. Venn" })
	})
	do(t, s.Project, "Set stance", func(b *store.Batch) error {
		return b.UpdateAnnotation(s.position.ID, func(a *store.Annotation) { a.Stance = store.StanceOppose })
	})
	cancel()
	do(t, s.Project, "Unheard", func(b *store.Batch) error { _, err := b.AddTag(store.Tag{Name: "check"}); return err })
	if len(got) != 2 || !got[0].Touches(store.EntityActor) || got[0].Touches(store.EntityAnnotation) || !got[1].TouchesArticle(s.article.ID) {
		t.Errorf("got %+v", got)
	}
}

func TestHistoryTellsWhoDidWhatBeforeAndAfter(t *testing.T) {
	s := newScene(t)
	do(t, s.Project, "Set stance", func(b *store.Batch) error {
		return b.UpdateAnnotation(s.position.ID, func(a *store.Annotation) { a.Stance = store.StanceOppose })
	})
	entries, total, err := s.History(t.Context(), store.HistoryQuery{Entity: store.EntityAnnotation, ID: s.position.ID})
	if err != nil || total != 2 || entries[0].Title != storetest.Titled("Set stance") || entries[0].Coder.Name != "Ada" {
		t.Fatalf("got %+v of %d, %v", entries, total, err)
	}
	want := store.HistoryChange{Entity: store.EntityAnnotation, ID: s.position.ID, Field: "stance", Before: `"support"`, After: `"oppose"`}
	if len(entries[0].Changes) != 1 || entries[0].Changes[0] != want {
		t.Errorf("got %+v", entries[0].Changes)
	}
	if entries, total, err = s.History(t.Context(), store.HistoryQuery{Page: store.Page{Limit: 2}}); err != nil || total != 3 ||
		len(entries) != 2 || entries[1].Title != storetest.Titled("Record statement") {
		t.Errorf("got %+v of %d, %v", entries, total, err)
	}
}

func TestDraftsAndLocalValuesSurviveButAreNoActions(t *testing.T) {
	s := newScene(t)
	ctx := t.Context()
	if err := s.SaveDraft(ctx, store.Draft{Article: s.article.ID, Key: "statement", Data: []byte(`{"act":"says"}`)}); err != nil {
		t.Fatal(err)
	}
	if err := s.SetLocal(ctx, "scroll", []byte("12")); err != nil {
		t.Fatal(err)
	}
	path := s.Path()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	p := openProject(t, path, store.Options{Coder: "Ada"})
	drafts, err := p.Drafts(ctx, s.article.ID)
	if err != nil || len(drafts) != 1 || string(drafts[0].Data) != `{"act":"says"}` {
		t.Errorf("got %+v, %v", drafts, err)
	}
	if v, err := p.Local(ctx, "scroll"); err != nil || string(v) != "12" {
		t.Errorf("got %q, %v", v, err)
	}
	if p.UndoTitle() != storetest.Titled("Record statement") {
		t.Errorf("would undo %q", p.UndoTitle())
	}
	if err := p.DropDraft(ctx, s.article.ID, "statement"); err != nil {
		t.Fatal(err)
	}
	if drafts, err = p.Drafts(ctx, s.article.ID); err != nil || len(drafts) != 0 {
		t.Errorf("got %+v, %v", drafts, err)
	}
}

func TestReassigningMovesAllThatNamesAnActor(t *testing.T) {
	s := newScene(t)
	do(t, s.Project, "Reassign", func(b *store.Batch) error {
		if err := b.UpdateAnnotation(s.position.ID, func(a *store.Annotation) { a.Target = store.Target{Actor: s.venn.ID} }); err != nil {
			return err
		}
		_, err := b.AddAnnotation(store.Annotation{
			Article: s.article.ID, Kind: store.KindMention, Anchor: anchor(t, s.body, "Orla Venn"),
			Actor: s.venn.ID,
		})
		if err != nil {
			return err
		}
		if err := b.Reassign(store.EntityActor, s.venn.ID, s.arland.ID); err != nil {
			return err
		}
		return b.Delete(store.EntityActor, s.venn.ID)
	})
	rows, _, err := s.Actors(t.Context(), store.ActorQuery{Text: "arland"})
	if err != nil || len(rows) != 1 || rows[0].Mentions != 1 || rows[0].Statements != 1 || rows[0].Positions != 1 || rows[0].Targeted != 1 {
		t.Errorf("got %+v, %v", rows, err)
	}
	mustPass(t, s.Project)
}

func TestReassigningMovesThePositionsOnAnIssue(t *testing.T) {
	s := newScene(t)
	var truce, armistice, below store.Issue
	do(t, s.Project, "Merge", func(b *store.Batch) (err error) {
		if truce, err = b.AddIssue(store.Issue{Name: "Truce"}); err != nil {
			return err
		}
		if armistice, err = b.AddIssue(store.Issue{Name: "Armistice"}); err != nil {
			return err
		}
		if below, err = b.AddIssue(store.Issue{Name: "Prisoners", Parent: s.ceasefire.ID}); err != nil {
			return err
		}
		for _, target := range []store.Issue{armistice, below} {
			if _, err := b.AddAnnotation(store.Annotation{
				Article: s.article.ID, Kind: store.KindPosition, Statement: s.statement.ID, Target: store.Target{Issue: target.ID},
			}); err != nil {
				return err
			}
		}
		return b.Merge(store.EntityIssue, armistice.ID, s.ceasefire.ID)
	})
	do(t, s.Project, "Reassign", func(b *store.Batch) error {
		if err := b.Reassign(store.EntityIssue, s.ceasefire.ID, truce.ID); err != nil {
			return err
		}
		return b.Delete(store.EntityIssue, s.ceasefire.ID)
	})
	positions := map[store.ID]int{}
	rows, _, err := s.Issues(t.Context(), store.IssueQuery{})
	for _, r := range rows {
		positions[r.ID] = r.Positions
	}
	if err != nil || positions[truce.ID] != 2 || positions[below.ID] != 1 {
		t.Errorf("positions by issue are %v, %v", positions, err)
	}
	mustPass(t, s.Project)
}

func TestOnlyActorsAndIssuesAreReassigned(t *testing.T) {
	s := newScene(t)
	for _, c := range []struct {
		of   store.Entity
		to   store.ID
		code store.Code
	}{
		{store.EntityTag, store.NewID(), store.CodeInvalid},
		{store.EntityIssue, store.NewID(), store.CodeInvalid},
		{store.EntityActor, store.NewID(), store.CodeInvalid},
	} {
		_, err := s.Do(t.Context(), storetest.Titled("Reassign"), func(b *store.Batch) error { return b.Reassign(c.of, s.venn.ID, c.to) })
		if store.CodeOf(err) != c.code {
			t.Errorf("reassigning a %s: %v", c.of, err)
		}
	}
}
