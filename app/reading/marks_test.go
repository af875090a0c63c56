package reading

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"standpoint/app/names"
	"standpoint/app/panel"
	"standpoint/app/textview"
	"standpoint/store"
	"standpoint/store/storetest"
	"standpoint/store/text"
)

// mustBeDressed checks that the marks are those that are made anew of all annotations.
func (r *reads) mustBeDressed(t *testing.T, after string) {
	t.Helper()
	got := slices.Clone(r.view.reader.text.Marks())
	fresh, err := loadContents(t.Context(), r.Project, r.view.Article().ID, contents{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	m := newMarker(fresh.body.Hash(), fresh.annotations, fresh.notes, r.Names, r.view.markFilter())
	var want []textview.Mark
	for _, n := range fresh.annotations {
		if mark, ok := m.mark(n); ok {
			want = append(want, mark)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("after %s (-all anew +shown):\n%s", after, diff)
	}
}

// Only what a change touched is read and drawn again, and nothing is forgotten.
func TestMarksFollowEachChange(t *testing.T) {
	r := newSample(t)
	statement := func() store.Annotation {
		i := slices.IndexFunc(r.view.Annotations(), func(n store.Annotation) bool {
			return n.Kind == store.KindStatement && slices.ContainsFunc(r.view.Annotations(),
				func(p store.Annotation) bool { return p.Statement == n.ID })
		})
		return r.view.Annotations()[i]
	}
	said := statement()
	held := r.view.Annotations()[slices.IndexFunc(r.view.Annotations(),
		func(n store.Annotation) bool { return n.Statement == said.ID })]
	var other, tag store.ID
	for id := range r.Names.Actors {
		if id != said.Participants[0].Actor && r.Names.Actor(id).Kind == store.ActorPerson {
			other = id
		}
	}
	for _, step := range []struct {
		name string
		do   func(b *store.Batch) error
	}{
		{"another stance", func(b *store.Batch) error {
			return b.UpdateAnnotation(held.ID, func(n *store.Annotation) { n.Stance = store.StanceUnclear })
		}},
		{"another speaker", func(b *store.Batch) error {
			return b.SetParticipants(said.ID, []store.Participant{{Role: store.RoleSpeaker, Actor: other}})
		}},
		{"a namesake of the speaker", func(b *store.Batch) error {
			namesake, err := b.AddActor(store.Actor{Name: "Zora " + r.Names.Actor(other).Name, Kind: store.ActorPerson})
			if err == nil {
				_, err = b.AddAnnotation(store.Annotation{
					Article: said.Article, Kind: store.KindStatement, Anchor: said.Anchor,
					Participants: []store.Participant{{Role: store.RoleSpeaker, Actor: namesake.ID}},
				})
			}
			return err
		}},
		{"a note", func(b *store.Batch) error { return b.SetNote(store.EntityAnnotation, said.ID, "Look again.") }},
		{"a tag", func(b *store.Batch) error {
			made, err := b.AddTag(store.Tag{Name: "Turning point"})
			if err == nil {
				tag = made.ID
				err = b.SetTags(said.ID, []store.ID{tag})
			}
			return err
		}},
		{"another name", func(b *store.Batch) error {
			return b.UpdateActor(other, func(n *store.Actor) { n.Name = "Somebody else" })
		}},
		{"a highlight", func(b *store.Batch) error {
			_, err := b.AddAnnotation(store.Annotation{Article: said.Article, Kind: store.KindHighlight, Anchor: said.Anchor})
			return err
		}},
		{"the position gone", func(b *store.Batch) error { return b.Delete(store.EntityAnnotation, held.ID) }},
		{"the position back", func(b *store.Batch) error { return b.Restore(store.EntityAnnotation, held.ID) }},
		{"the statement gone", func(b *store.Batch) error { return b.Delete(store.EntityAnnotation, said.ID) }},
		{"the statement back", func(b *store.Batch) error { return b.Restore(store.EntityAnnotation, said.ID) }},
		{"the speaker gone", func(b *store.Batch) error { return b.Delete(store.EntityActor, other) }},
		{"the tag gone", func(b *store.Batch) error { return b.Delete(store.EntityTag, tag) }},
	} {
		r.do(t, storetest.Titled(step.name), step.do)
		r.mustBeDressed(t, step.name)
	}
	for !r.Project.UndoTitle().IsZero() {
		title := r.Project.UndoTitle()
		r.Undo()
		if r.view.desk.open.hasArticle() {
			r.mustBeDressed(t, "undoing "+title.String())
		}
	}
}

func TestNamesakesAreToldApartInTheMargin(t *testing.T) {
	people := names.Names{Actors: map[store.ID]store.Name{}}
	var annotations []store.Annotation
	short := map[string]string{
		"Mara Ellin": "Ellin", "Bert Aldermann": "B. Aldermann", "Anna Aldermann": "Anna Aldermann", "Arno Aldermann": "Arno Aldermann",
		"Weaver": "Weaver", "Ilan Weaver": "I. Weaver", "Norvia": "Norvia", "Ada Norvia": "A. Norvia",
	}
	for name := range short {
		id, kind := store.ID{byte(len(people.Actors) + 1)}, store.ActorPerson
		if name == "Norvia" {
			kind = store.ActorState
		}
		people.Actors[id] = store.Name{ID: id, Name: name, Kind: kind}
		said := store.Annotation{Participants: []store.Participant{
			{Role: store.RoleSpeaker, Actor: id},
			{Role: store.RoleCarrier, Words: "the press"},
		}}
		annotations = append(annotations, said, said) // who speaks twice is nobody's namesake
	}
	got := map[string]string{}
	for id, called := range (marker{names: people}).shortOf(annotations) {
		got[people.Actors[id].Name] = called
	}
	if diff := cmp.Diff(short, got); diff != "" {
		t.Error(diff)
	}
}

func TestNamesakesOfOneWholeNameAreNumberedInTheMargin(t *testing.T) {
	people := names.Names{Actors: map[store.ID]store.Name{}}
	var annotations []store.Annotation
	for n, name := range []string{"Lena Orde", "Lena Orde", "Harbour Office", "Harbour Office", "Lena Orde"} {
		id, kind := store.ID{byte(n + 1)}, store.ActorPerson
		if name == "Harbour Office" {
			kind = store.ActorOrganisation
		}
		people.Actors[id] = store.Name{ID: id, Name: name, Kind: kind}
		annotations = append([]store.Annotation{{Participants: []store.Participant{{Role: store.RoleSpeaker, Actor: id}}}}, annotations...)
	}
	want := map[store.ID]string{
		{1}: "Lena Orde", {2}: "Lena Orde (2)", {3}: "Harbour Office", {4}: "Harbour Office (2)", {5}: "Lena Orde (3)",
	}
	if diff := cmp.Diff(want, (marker{names: people}).shortOf(annotations)); diff != "" {
		t.Error(diff)
	}
}

func TestTheStanceComesFirstInTheMargin(t *testing.T) {
	holder, issue := store.ID{1}, store.ID{2}
	n := names.Names{
		Actors: map[store.ID]store.Name{holder: {ID: holder, Name: "Foreign Ministry of Maredon", Kind: store.ActorOrganisation}},
		Issues: map[store.ID]store.Name{issue: {ID: issue, Name: "Freight toll"}},
	}
	statement := store.Annotation{
		ID: store.ID{3}, Kind: store.KindStatement,
		Participants: []store.Participant{{Role: store.RoleSpeaker, Words: "an aide"}},
	}
	opposed := store.Annotation{
		ID: store.ID{4}, Kind: store.KindPosition, Statement: statement.ID, Target: store.Target{Issue: issue}, Stance: store.StanceOppose,
		Participants: []store.Participant{{Role: store.RoleHolder, Actor: holder}},
	}
	open := store.Annotation{
		ID: store.ID{5}, Kind: store.KindPosition, Statement: statement.ID, Stance: store.StanceSupport,
		Condition: "if it is low",
	}
	var mark textview.Mark
	newMarker(text.Hash{}, []store.Annotation{statement, opposed, open}, nil, n, panel.MarkFilter{}).dress(&mark, statement)
	if diff := cmp.Diff([]string{"an aide", "▼ Foreign Ministry of Maredon: Freight toll", "▲◇"}, mark.Margin); diff != "" {
		t.Error(diff)
	}
	if mark.Brief != "▼▲◇ an aide" {
		t.Errorf("in brief it is %q", mark.Brief)
	}
}
