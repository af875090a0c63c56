package directory

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/desk/desktest"
	"standpoint/app/form"
	"standpoint/app/names"
	"standpoint/store"
	"standpoint/store/storetest"
)

// room is a desk at which one directory is tested.
type room struct {
	*desktest.Desk
	*Directory
}

// newRoom makes a directory over a desk's project, in front.
func newRoom(at *desktest.Desk, of func(*desk.Desk) *Directory) *room {
	r := &room{at, of(at.Desk)}
	r.Desk.Show(r.Directory)
	r.Opened()
	return r
}

// opened is a directory over the sample project, with one actor or issue open.
func opened(t *testing.T, of func(*desk.Desk) *Directory, name string) *room {
	t.Helper()
	r := newRoom(desktest.NewSample(t), of)
	r.show(idOf(t, r, name))
	if r.side.form == nil {
		t.Fatalf("no form is shown of %s", name)
	}
	return r
}

// undo takes the last action back, or opens the form again that was given up since.
func (r *room) undo() {
	if again := r.OpenAgain; again != nil {
		r.OpenAgain = nil
		again()
		return
	}
	r.Undo()
}

func idOf(t *testing.T, d *room, name string) store.ID {
	t.Helper()
	rows, _, err := d.subject.rows(t.Context(), d.Project, listQuery{})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		if r.name == name {
			return r.id
		}
	}
	t.Fatalf("there is no %s", name)
	return store.ID{}
}

// listed are the names in the list, as far as they have been read.
func listed(d *room) []string {
	var all []string
	for i := range d.list.rows.Len() {
		row, _ := d.list.rows.Row(i)
		all = append(all, row.name)
	}
	return all
}

func loadedProfile(t *testing.T, d *room, id store.ID) profile {
	t.Helper()
	p, err := d.loadProfile(t.Context(), d.Project, id)
	if err != nil {
		t.Fatal(err)
	}
	d.subject.complete(&p.particulars, d.Names)
	return *p
}

// answer picks another one in the question that is asked, and confirms.
func answer(t *testing.T, d *room, name string) {
	t.Helper()
	q := d.side.form.question
	if q == nil {
		t.Fatal("nothing is asked")
	}
	for _, i := range d.side.form.others("") {
		if i.Name == name {
			q.pick.SetItem(i)
			q.choose(i)
			q.answer()
			return
		}
	}
	t.Fatalf("%s is not offered", name)
}

// choose runs the command of the view with that label.
func (r *room) choose(t *testing.T, label string) {
	t.Helper()
	if !r.Choose(label) {
		t.Fatalf("%s cannot be chosen", label)
	}
}

func TestViewOpensWithTheFirstOfTheList(t *testing.T) {
	d := newRoom(desktest.NewSample(t), NewActors)
	if !d.hasOpen() || d.list.list.Selected() != 0 {
		t.Errorf("open: %v, selected row: %d; want the first actor", d.hasOpen(), d.list.list.Selected())
	}
	if got := d.record.list.Rows.Len(); got == 0 {
		t.Error("the record of the first actor is not shown")
	}
}

func TestEveryRowOfARecordIsOneStepFromItsWords(t *testing.T) {
	d := opened(t, NewActors, "Ilse Varonne")
	last := d.record.list.Rows.Len() - 1
	row, ok := d.record.list.Rows.Row(last)
	if !ok || row.Statement == nil {
		t.Fatalf("the last of %d rows has not been read as a statement", last+1)
	}
	d.record.list.Widget.Select(last)
	d.record.list.Widget.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	want := []desk.Place{{Entity: store.EntityAnnotation, ID: row.Statement.ID, Article: row.Statement.Article}}
	if diff := cmp.Diff(want, d.Went); diff != "" {
		t.Errorf("Enter leads to (-want +got):\n%s", diff)
	}
}

func TestRecordShowsAPositionOnceInItsStatement(t *testing.T) {
	d := opened(t, NewIssues, "A seat for the Pilots’ Guild")
	for i := range d.record.list.Rows.Len() {
		row, _ := d.record.list.Rows.Row(i)
		if p := row.Position; p != nil && p.Statement != (store.ID{}) {
			t.Errorf("a position stands by itself though it rests on a statement of the record")
		}
	}
}

func TestSavingWritesOnlyWhatChangedAndUndoTakesAllOfItBack(t *testing.T) {
	d := opened(t, NewActors, "Ilse Varonne")
	id, f := d.open, d.side.form
	before := loadedProfile(t, d, id).particulars
	f.name.SetText("  Ilse Varonne-Hald ")
	f.own.(*actorFields).aliases.OnChanged(wordItems(append(slices.Clone(before.Aliases), "Minister Varonne")))
	f.own.(*actorFields).affiliations.add()
	row := &f.particulars.Affiliations[len(f.particulars.Affiliations)-1]
	row.Organisation = names.Party{Name: "Varonne Foundation", New: store.ActorOrganisation}
	row.Role, row.From = "patron", "2019-04"
	d.Save()

	after := loadedProfile(t, d, id).particulars
	want := before.Clone()
	want.Name = "Ilse Varonne-Hald"
	want.Aliases = append(want.Aliases, "Minister Varonne")
	slices.Sort(want.Aliases)
	want.Affiliations = append([]form.Affiliation{{
		Organisation: names.Party{Name: "Varonne Foundation"}, Role: "patron", From: "2019-04",
	}}, want.Affiliations...)
	got := after.Clone()
	slices.Sort(got.Aliases)
	got.Affiliations[0].ID, got.Affiliations[0].Organisation.Actor = store.ID{}, store.ID{}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("saved (-want +got):\n%s", diff)
	}
	if title := d.Project.UndoTitle(); title.Code != store.TitleEditActor {
		t.Errorf("Undo names %q, want “Edit actor”", title)
	}
	d.undo()
	if diff := cmp.Diff(before, loadedProfile(t, d, id).particulars); diff != "" {
		t.Errorf("after Undo (-want +got):\n%s", diff)
	}
	if slices.Contains(listed(d), "Varonne Foundation") {
		t.Error("Undo must take back the organisation that saving created")
	}
	if d.side.form.name.Text() != "Ilse Varonne" {
		t.Errorf("the form shows %q after Undo", d.side.form.name.Text())
	}
}

func TestSavingNothingIsNoAction(t *testing.T) {
	d := opened(t, NewActors, "Ilse Varonne")
	title := d.Project.UndoTitle()
	d.Save()
	if got := d.Project.UndoTitle(); got != title {
		t.Errorf("Undo names %q though nothing was changed", got)
	}
}

func TestErrorStandsAtItsField(t *testing.T) {
	for _, tc := range []struct {
		name  string
		fill  func(*particularsForm)
		field form.Field
	}{
		{"no name", func(f *particularsForm) { f.name.SetText(" ") }, form.FieldName},
		{"not a date", func(f *particularsForm) { f.particulars.Affiliations[0].From = "spring" }, form.FieldFrom.Row(0)},
		{"ends before it begins", func(f *particularsForm) {
			f.particulars.Affiliations[0].From, f.particulars.Affiliations[0].To = "2021", "2020-05"
		}, form.FieldTo.Row(0)},
		{
			"no organisation", func(f *particularsForm) { f.particulars.Affiliations[0].Organisation = names.Party{} },
			form.FieldOrganisation.Row(0),
		},
		{
			"id without its scheme", func(f *particularsForm) { f.particulars.ExternalIDs = []form.ExternalID{{Value: "Q1"}} },
			form.FieldScheme.Row(0),
		},
	} {
		t.Run(tc.name, func(t *testing.T) {
			d := opened(t, NewActors, "Ilse Varonne")
			title := d.Project.UndoTitle()
			tc.fill(d.side.form)
			d.Save()
			if d.Project.UndoTitle() != title {
				t.Error("it was saved")
			}
			shown, ok := d.side.form.errors[tc.field].(interface{ Focused() bool })
			if !ok || !shown.Focused() {
				t.Errorf("the focus is not in the field %s", tc.field)
			}
		})
	}
}

func TestUnfinishedFormIsKeptAndOffered(t *testing.T) {
	d := opened(t, NewIssues, "Freight toll")
	id := d.open
	d.side.form.name.SetText("Freight tolls")
	d.pick(idOf(t, d, "Joint inspections"))
	d.drafts.forget() // as after a crash
	d.pick(id)
	if got := d.side.form.name.Text(); got != "Freight toll" {
		t.Fatalf("the form shows %q, want what is saved", got)
	}
	cards := d.side.draftCards()
	if len(cards) != 1 {
		t.Fatalf("%d drafts are offered", len(cards))
	}
	cards[0].(*control.Card).OnTapped()
	if got := d.side.form.name.Text(); got != "Freight tolls" {
		t.Errorf("the form shows %q, want what was filled in", got)
	}
	d.Save()
	if len(d.side.draftCards()) != 0 {
		t.Error("what was saved is still offered")
	}
}

func TestEscPutsTheFormOfAnActorAsideAndUndoOpensItAgain(t *testing.T) {
	d := opened(t, NewIssues, "Freight toll")
	if d.OpenAgain != nil {
		t.Fatal("nothing was given up yet")
	}
	d.side.form.name.SetText("Freight tolls")
	d.GiveUp()
	if d.Window.Canvas().Focused() != fyne.Focusable(d.list.list) {
		t.Error("Esc must bring the focus back to the list")
	}
	if got := d.side.form.name.Text(); got != "Freight toll" || d.OpenAgain == nil {
		t.Errorf("after Esc the form shows %q, and Undo opens it again: %v", got, d.OpenAgain != nil)
	}
	d.undo()
	if got := d.side.form.name.Text(); got != "Freight tolls" || d.OpenAgain != nil {
		t.Errorf("Undo shows %q, and opens it once more: %v", got, d.OpenAgain != nil)
	}
	d.GiveUp()

	d.begin("Canal fees")
	d.GiveUp()
	d.begin("Canal tolls")
	d.GiveUp()
	d.undo()
	if got := d.side.form.name.Text(); got != "Canal tolls" || !d.side.form.isNew() {
		t.Errorf("Undo opens %q", got)
	}
	if n := len(d.side.draftCards()); n != 1 {
		t.Errorf("of two new ones that were put aside %d are offered beside the open one", n)
	}
	d.side.form.name.SetText("Canal tolls, all")
	d.Leave()
	d.Reopen(t)
	d.Opened()
	d.begin("")
	if got := d.side.form.name.Text(); got != "" || len(d.side.draftCards()) != 2 {
		t.Errorf("a new one opens with %q, and %d drafts are offered", got, len(d.side.draftCards()))
	}
}

func TestNewActorIsOpenedAndListed(t *testing.T) {
	d := newRoom(desktest.New(t), NewActors)
	d.begin("")
	d.side.form.name.SetText("Tilda Rook")
	d.Save()
	if diff := cmp.Diff([]string{"Tilda Rook"}, listed(d)); diff != "" {
		t.Errorf("listed (-want +got):\n%s", diff)
	}
	if !d.hasOpen() || d.list.list.Selected() != 0 {
		t.Error("the new actor must be open and selected")
	}
	d.undo()
	if d.hasOpen() || len(listed(d)) != 0 {
		t.Error("Undo must leave no actor")
	}
}

func TestMergingGivesNameAndAnnotationsToTheOther(t *testing.T) {
	d := opened(t, NewActors, "Ilse Varonne")
	from, into := d.open, idOf(t, d, "Veldania")
	had := loadedProfile(t, d, into).usage
	gets := loadedProfile(t, d, from).usage
	d.choose(t, "Merge Actor Into…")
	answer(t, d, "Veldania")

	if d.open != into {
		t.Error("the one that was merged into must be open")
	}
	merged := loadedProfile(t, d, into)
	if merged.usage.mentions != had.mentions+gets.mentions || merged.usage.statements != had.statements+gets.statements {
		t.Errorf("it has %v, want the sum of %v and %v", merged.usage, had, gets)
	}
	if !slices.Contains(merged.particulars.Aliases, "Ilse Varonne") {
		t.Errorf("aliases %v lack the merged name", merged.particulars.Aliases)
	}
	if slices.Contains(listed(d), "Ilse Varonne") {
		t.Error("the merged one is still listed")
	}
	d.undo()
	if !slices.Contains(listed(d), "Ilse Varonne") || loadedProfile(t, d, into).usage != had {
		t.Error("Undo must part the two again")
	}
}

func TestDeletingWhatIsNotInUseAsksNothing(t *testing.T) {
	d := newRoom(desktest.New(t), NewIssues)
	d.begin("River levels")
	d.Save()
	d.choose(t, "Delete Issue")
	if len(listed(d)) != 0 || d.side.form != nil {
		t.Error("the issue must be gone at once")
	}
	if title := d.Project.UndoTitle(); title.Code != store.TitleDeleteIssue {
		t.Errorf("Undo names %q", title)
	}
}

func TestDeletingHandsAnnotationsOver(t *testing.T) {
	for _, tc := range []struct {
		view     func(*desk.Desk) *Directory
		from, to string
	}{
		{NewActors, "Ilse Varonne", "Veldania"},
		{NewIssues, "Freight toll", "Joint inspections"},
	} {
		t.Run(tc.from, func(t *testing.T) {
			d := opened(t, tc.view, tc.from)
			from, to := d.open, idOf(t, d, tc.to)
			had, gets := loadedProfile(t, d, to).usage, loadedProfile(t, d, from).usage
			d.choose(t, d.words.deleteCommand)
			if !slices.Contains(listed(d), tc.from) {
				t.Fatal("it was deleted without asking")
			}
			answer(t, d, tc.to)
			if slices.Contains(listed(d), tc.from) {
				t.Error("it is still listed")
			}
			if now := loadedProfile(t, d, to).usage; now.statements != had.statements+gets.statements {
				t.Errorf("%s has %v, want the sum of %v and %v", tc.to, now, had, gets)
			}
			d.undo()
			if now := loadedProfile(t, d, from).usage; now != gets {
				t.Errorf("after Undo %s has %v, want %v", tc.from, now, gets)
			}
			if now := loadedProfile(t, d, to).usage; now != had {
				t.Errorf("after Undo %s has %v, want %v", tc.to, now, had)
			}
		})
	}
}

func TestDeletingWithoutHandingOverLosesNothing(t *testing.T) {
	d := opened(t, NewActors, "Ilse Varonne")
	id, project := d.open, d.Project
	had := loadedProfile(t, d, id).usage
	counts := func() int {
		t.Helper()
		c, err := project.Counts(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return c.Statements
	}
	statements := counts()
	d.side.delete(store.ID{})
	if counts() != statements {
		t.Errorf("%d statements are left of %d", counts(), statements)
	}
	if d.open == id || !d.hasOpen() {
		t.Error("its neighbour in the list must be open now")
	}
	d.undo()
	if now := loadedProfile(t, d, id).usage; now != had {
		t.Errorf("after Undo it has %v, want %v", now, had)
	}
}

func TestListIsNarrowedByNamesAndAliases(t *testing.T) {
	d := opened(t, NewActors, "Ilse Varonne")
	d.list.field.SetText("foreign minister")
	if diff := cmp.Diff([]string{"Ilse Varonne"}, listed(d)); diff != "" {
		t.Errorf("listed (-want +got):\n%s", diff)
	}
	d.list.field.SetText("Nobody of that name")
	if d.list.body.Objects[0] != fyne.CanvasObject(d.list.empty) {
		t.Error("a search without result must say so")
	}
	d.list.endFilter()
	if len(listed(d)) < 2 || d.list.list.Selected() < 0 {
		t.Error("all must be listed again, with the open one selected")
	}
	d.list.kinds.OnChanged(string(store.ActorState))
	for _, name := range listed(d) {
		if kind := d.Names.Actors[idOf(t, d, name)].Kind; kind != store.ActorState {
			t.Errorf("%s is listed among the states, but is a %s", name, kind)
		}
	}
}

func TestParentIssueIsCreatedInTheSameAction(t *testing.T) {
	d := opened(t, NewIssues, "Freight toll")
	d.side.form.own.(*issueFields).parent.OnPick(control.Item{Name: "Money", New: true})
	d.Save()
	if got := loadedProfile(t, d, d.open).particulars.Parent.Name; got != "Money" {
		t.Errorf("its parent is %q, want Money", got)
	}
	d.undo()
	if slices.Contains(listed(d), "Money") {
		t.Error("Undo must take the new parent back as well")
	}
}

func TestFormThatIsBeingFilledInSurvivesChangesElsewhere(t *testing.T) {
	d := opened(t, NewActors, "Ilse Varonne")
	d.side.form.name.SetText("Ilse V.")
	other := idOf(t, d, "Veldania")
	d.Desk.Do(storetest.Titled("Rename"), func(b *store.Batch) error {
		return b.UpdateActor(other, func(x *store.Actor) { x.Name = "Republic of Veldania" })
	}, func(err error) {
		if err != nil {
			t.Error(err)
		}
	})
	if got := d.side.form.name.Text(); got != "Ilse V." {
		t.Errorf("the form shows %q", got)
	}
	if !slices.Contains(listed(d), "Republic of Veldania") {
		t.Errorf("the list shows %s", strings.Join(listed(d), ", "))
	}
}

func TestAliasOfAMergedActorCanBeTakenOut(t *testing.T) {
	d := opened(t, NewActors, "Ilse Varonne")
	into := idOf(t, d, "Veldania")
	d.choose(t, "Merge Actor Into…")
	answer(t, d, "Veldania")
	f := d.side.form
	f.particulars.Aliases = slices.DeleteFunc(f.particulars.Aliases, func(s string) bool { return s == "Varonne" })
	want := slices.Clone(f.particulars.Aliases)
	d.Save()
	if diff := cmp.Diff(want, loadedProfile(t, d, into).particulars.Aliases); diff != "" {
		t.Errorf("aliases (-want +got):\n%s", diff)
	}
}

// TestANameThatCannotBeKeptIsToldInTheForm types one that is too long, and one with a sign that a terminal would obey.
func TestANameThatCannotBeKeptIsToldInTheForm(t *testing.T) {
	for name, want := range map[string]string{
		strings.Repeat("x", store.LineLimit+1): "longer than 1,000 characters: it has 1,001",
		"Ilse\x1b[31m":                         "<U+001B>",
		"\u200b":                               "no sign that can be seen",
	} {
		d := opened(t, NewActors, "Ilse Varonne")
		title := d.Project.UndoTitle()
		d.side.form.name.SetText(name)
		d.Save()
		if said := d.side.form.problem.Text(); !strings.HasPrefix(said, "This cannot be kept as “name” (actor). ") || !strings.Contains(said,
			want) {
			t.Errorf("%.20q: said is %q, want a sentence with %q", name, said, want)
		}
		if d.Project.UndoTitle() != title || d.side.form.name.Text() != name {
			t.Errorf("%.20q was saved, or is lost", name)
		}
	}
}
