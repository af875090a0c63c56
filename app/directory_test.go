package app

import (
	"context"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/form"
	"standpoint/app/names"
	"standpoint/store"
)

// opened is the sample project with one actor or issue open in its view.
func opened(t *testing.T, view func(*App) *directory, name string) (*App, *directory) {
	t.Helper()
	a := newSampleApp(t)
	d := view(a)
	a.Show(d)
	d.openEntry(idOf(t, d, name))
	if d.side.form == nil {
		t.Fatalf("no form is shown of %s", name)
	}
	return a, d
}

func actorsOf(a *App) *directory { return a.views[1].View.(*directory) }
func issuesOf(a *App) *directory { return a.views[2].View.(*directory) }

func idOf(t *testing.T, d *directory, name string) store.ID {
	t.Helper()
	rows, _, err := d.subject.rows(context.Background(), d.app.Project, directoryQuery{})
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
func listed(d *directory) []string {
	var all []string
	for i := range d.list.rows.Len() {
		row, _ := d.list.rows.Row(i)
		all = append(all, row.name)
	}
	return all
}

func loadedProfile(t *testing.T, d *directory, id store.ID) profile {
	t.Helper()
	p, err := d.loadProfile(context.Background(), d.app.Project, id)
	if err != nil {
		t.Fatal(err)
	}
	d.subject.complete(&p.entry, d.app.Names)
	return *p
}

// answer picks another one in the question that is asked, and confirms.
func answer(t *testing.T, d *directory, name string) {
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

func TestViewOpensWithTheFirstOfTheList(t *testing.T) {
	a := newSampleApp(t)
	a.Show(actorsOf(a))
	if !actorsOf(a).hasOpen() || actorsOf(a).list.list.Selected() != 0 {
		t.Errorf("open: %v, selected row: %d; want the first actor", actorsOf(a).hasOpen(), actorsOf(a).list.list.Selected())
	}
	if got := actorsOf(a).record.list.Rows.Len(); got == 0 {
		t.Error("the record of the first actor is not shown")
	}
}

func TestEveryEntryOfARecordIsOneStepFromItsWords(t *testing.T) {
	a, d := opened(t, actorsOf, "Ilse Varonne")
	last := d.record.list.Rows.Len() - 1
	row, ok := d.record.list.Rows.Row(last)
	if !ok || row.Statement == nil {
		t.Fatalf("the last of %d entries has not been read as a statement", last+1)
	}
	d.record.list.List.Select(last)
	d.record.list.List.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if a.current != desk.View(a.articles) || a.articles.Article().ID != row.Statement.Article {
		t.Error("Enter on an entry must open its article")
	}
	if id, _ := a.articles.Reader.Current(); id != row.Statement.ID {
		t.Error("the entry's mark must be the current one")
	}
}

func TestRecordShowsAPositionOnceInItsStatement(t *testing.T) {
	_, d := opened(t, issuesOf, "A seat for the Pilots’ Guild")
	for i := range d.record.list.Rows.Len() {
		row, _ := d.record.list.Rows.Row(i)
		if p := row.Position; p != nil && p.Statement != (store.ID{}) {
			t.Errorf("a position stands by itself though it rests on a statement of the record")
		}
	}
}

func TestSavingWritesOnlyWhatChangedAndUndoTakesAllOfItBack(t *testing.T) {
	a, d := opened(t, actorsOf, "Ilse Varonne")
	id, f := d.open, d.side.form
	before := loadedProfile(t, d, id).entry
	f.name.SetText("  Ilse Varonne-Hald ")
	f.aliases.OnChanged(wordItems(append(slices.Clone(before.Aliases), "Minister Varonne")))
	f.affiliations.add()
	row := &f.entry.Affiliations[len(f.entry.Affiliations)-1]
	row.Organisation = names.Party{Name: "Varonne Foundation", New: store.ActorOrganisation}
	row.Role, row.From = "patron", "2019-04"
	d.Save()

	after := loadedProfile(t, d, id).entry
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
	if title := a.Project.UndoTitle(); title != "Edit actor" {
		t.Errorf("Undo names %q, want “Edit actor”", title)
	}
	a.Window.Canvas().Unfocus()
	a.undo()
	if diff := cmp.Diff(before, loadedProfile(t, d, id).entry); diff != "" {
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
	a, d := opened(t, actorsOf, "Ilse Varonne")
	title := a.Project.UndoTitle()
	d.Save()
	if got := a.Project.UndoTitle(); got != title {
		t.Errorf("Undo names %q though nothing was changed", got)
	}
}

func TestErrorStandsAtItsField(t *testing.T) {
	for _, tc := range []struct {
		name  string
		fill  func(*entryForm)
		field form.Field
	}{
		{"no name", func(f *entryForm) { f.name.SetText(" ") }, form.FieldName},
		{"not a date", func(f *entryForm) { f.entry.Affiliations[0].From = "spring" }, form.FieldFrom.Row(0)},
		{"ends before it begins", func(f *entryForm) {
			f.entry.Affiliations[0].From, f.entry.Affiliations[0].To = "2021", "2020-05"
		}, form.FieldTo.Row(0)},
		{"no organisation", func(f *entryForm) { f.entry.Affiliations[0].Organisation = names.Party{} }, form.FieldOrganisation.Row(0)},
		{"id without its scheme", func(f *entryForm) { f.entry.ExternalIDs = []form.ExternalID{{Value: "Q1"}} }, form.FieldScheme.Row(0)},
	} {
		t.Run(tc.name, func(t *testing.T) {
			a, d := opened(t, actorsOf, "Ilse Varonne")
			title := a.Project.UndoTitle()
			tc.fill(d.side.form)
			d.Save()
			if a.Project.UndoTitle() != title {
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
	_, d := opened(t, issuesOf, "Freight toll")
	id := d.open
	d.side.form.name.SetText("Freight tolls")
	d.pick(idOf(t, d, "Joint inspections"))
	d.unsaved = map[store.ID][]entryDraft{} // as after a crash
	d.pick(id)
	if got := d.side.form.name.Text(); got != "Freight toll" {
		t.Fatalf("the form shows %q, want what is saved", got)
	}
	cards := d.side.form.draftCards()
	if len(cards) != 1 {
		t.Fatalf("%d drafts are offered", len(cards))
	}
	cards[0].(*control.Card).OnTapped()
	if got := d.side.form.name.Text(); got != "Freight tolls" {
		t.Errorf("the form shows %q, want what was filled in", got)
	}
	d.Save()
	if len(d.side.form.draftCards()) != 0 {
		t.Error("what was saved is still offered")
	}
}

func TestEscPutsTheFormOfAnActorAsideAndUndoOpensItAgain(t *testing.T) {
	a, d := opened(t, issuesOf, "Freight toll")
	last := a.undoLabel()
	d.side.form.name.SetText("Freight tolls")
	d.GiveUp()
	if a.Window.Canvas().Focused() != fyne.Focusable(d.list.list) {
		t.Error("Esc must bring the focus back to the list")
	}
	if got := d.side.form.name.Text(); got != "Freight toll" || a.undoLabel() != "Undo Give Up" {
		t.Errorf("after Esc the form shows %q, and the menu %q", got, a.undoLabel())
	}
	a.undo()
	if got := d.side.form.name.Text(); got != "Freight tolls" || a.undoLabel() != last {
		t.Errorf("Undo shows %q, and the menu says %q", got, a.undoLabel())
	}
	d.GiveUp()

	d.begin("Canal fees")
	d.GiveUp()
	d.begin("Canal tolls")
	d.GiveUp()
	a.undo()
	if got := d.side.form.name.Text(); got != "Canal tolls" || !d.side.form.isNew() {
		t.Errorf("Undo opens %q", got)
	}
	if n := len(d.side.form.draftCards()); n != 1 {
		t.Errorf("of two new ones that were put aside %d are offered beside the open one", n)
	}
	path := a.Project.Path()
	d.side.form.name.SetText("Canal tolls, all")
	a.setProject(nil)
	a.open(path)
	a.Show(d)
	d.begin("")
	if got := d.side.form.name.Text(); got != "" || len(d.side.form.draftCards()) != 2 {
		t.Errorf("a new one opens with %q, and %d drafts are offered", got, len(d.side.form.draftCards()))
	}
}

func TestNewActorIsOpenedAndListed(t *testing.T) {
	a := newTestApp(t)
	actorsOf(a).begin("")
	actorsOf(a).side.form.name.SetText("Tilda Rook")
	actorsOf(a).Save()
	if diff := cmp.Diff([]string{"Tilda Rook"}, listed(actorsOf(a))); diff != "" {
		t.Errorf("listed (-want +got):\n%s", diff)
	}
	if !actorsOf(a).hasOpen() || actorsOf(a).list.list.Selected() != 0 {
		t.Error("the new actor must be open and selected")
	}
	a.Window.Canvas().Unfocus()
	a.undo()
	if actorsOf(a).hasOpen() || len(listed(actorsOf(a))) != 0 {
		t.Error("Undo must leave no actor")
	}
}

func TestMergingGivesNameAndAnnotationsToTheOther(t *testing.T) {
	a, d := opened(t, actorsOf, "Ilse Varonne")
	from, into := d.open, idOf(t, d, "Veldania")
	had := loadedProfile(t, d, into).usage
	gets := loadedProfile(t, d, from).usage
	a.choose("Merge Actor Into…")
	answer(t, d, "Veldania")

	if d.open != into {
		t.Error("the one that was merged into must be open")
	}
	merged := loadedProfile(t, d, into)
	if merged.usage.mentions != had.mentions+gets.mentions || merged.usage.statements != had.statements+gets.statements {
		t.Errorf("it has %v, want the sum of %v and %v", merged.usage, had, gets)
	}
	if !slices.Contains(merged.entry.Aliases, "Ilse Varonne") {
		t.Errorf("aliases %v lack the merged name", merged.entry.Aliases)
	}
	if slices.Contains(listed(d), "Ilse Varonne") {
		t.Error("the merged one is still listed")
	}
	a.Window.Canvas().Unfocus()
	a.undo()
	if !slices.Contains(listed(d), "Ilse Varonne") || loadedProfile(t, d, into).usage != had {
		t.Error("Undo must part the two again")
	}
}

func TestDeletingWhatIsNotInUseAsksNothing(t *testing.T) {
	a := newTestApp(t)
	issuesOf(a).begin("River levels")
	issuesOf(a).Save()
	a.choose("Delete Issue")
	if len(listed(issuesOf(a))) != 0 || issuesOf(a).side.form != nil {
		t.Error("the issue must be gone at once")
	}
	if title := a.Project.UndoTitle(); title != "Delete issue" {
		t.Errorf("Undo names %q", title)
	}
}

func TestDeletingHandsAnnotationsOver(t *testing.T) {
	for _, tc := range []struct {
		view     func(*App) *directory
		from, to string
	}{
		{actorsOf, "Ilse Varonne", "Veldania"},
		{issuesOf, "Freight toll", "Joint inspections"},
	} {
		t.Run(tc.from, func(t *testing.T) {
			a, d := opened(t, tc.view, tc.from)
			from, to := d.open, idOf(t, d, tc.to)
			had, gets := loadedProfile(t, d, to).usage, loadedProfile(t, d, from).usage
			a.choose(d.words.deleteCommand)
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
			a.Window.Canvas().Unfocus()
			a.undo()
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
	a, d := opened(t, actorsOf, "Ilse Varonne")
	id, project := d.open, a.Project
	had := loadedProfile(t, d, id).usage
	counts := func() int {
		t.Helper()
		c, err := project.Counts(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		return c.Statements
	}
	statements := counts()
	d.side.form.delete(store.ID{})
	if counts() != statements {
		t.Errorf("%d statements are left of %d", counts(), statements)
	}
	if d.open == id || !d.hasOpen() {
		t.Error("its neighbour in the list must be open now")
	}
	a.Window.Canvas().Unfocus()
	a.undo()
	if now := loadedProfile(t, d, id).usage; now != had {
		t.Errorf("after Undo it has %v, want %v", now, had)
	}
}

func TestListIsNarrowedByNamesAndAliases(t *testing.T) {
	a, d := opened(t, actorsOf, "Ilse Varonne")
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
		if kind := a.Names.Actors[idOf(t, d, name)].Kind; kind != store.ActorState {
			t.Errorf("%s is listed among the states, but is a %s", name, kind)
		}
	}
}

func TestParentIssueIsCreatedInTheSameAction(t *testing.T) {
	a, d := opened(t, issuesOf, "Freight toll")
	d.side.form.parent.OnPick(control.Item{Name: "Money", New: true})
	d.Save()
	if got := loadedProfile(t, d, d.open).entry.Parent.Name; got != "Money" {
		t.Errorf("its parent is %q, want Money", got)
	}
	a.Window.Canvas().Unfocus()
	a.undo()
	if slices.Contains(listed(d), "Money") {
		t.Error("Undo must take the new parent back as well")
	}
}

func TestFormThatIsBeingFilledInSurvivesChangesElsewhere(t *testing.T) {
	a, d := opened(t, actorsOf, "Ilse Varonne")
	d.side.form.name.SetText("Ilse V.")
	other := idOf(t, d, "Veldania")
	a.Do("Rename", func(b *store.Batch) error {
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
	a, d := opened(t, actorsOf, "Ilse Varonne")
	into := idOf(t, d, "Veldania")
	a.choose("Merge Actor Into…")
	answer(t, d, "Veldania")
	f := d.side.form
	f.entry.Aliases = slices.DeleteFunc(f.entry.Aliases, func(s string) bool { return s == "Varonne" })
	want := slices.Clone(f.entry.Aliases)
	d.Save()
	if diff := cmp.Diff(want, loadedProfile(t, d, into).entry.Aliases); diff != "" {
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
		a, d := opened(t, actorsOf, "Ilse Varonne")
		title := a.Project.UndoTitle()
		d.side.form.name.SetText(name)
		d.Save()
		if said := d.side.form.problem.Text(); !strings.HasPrefix(said, "This cannot be kept as “name” (actor). ") || !strings.Contains(said, want) {
			t.Errorf("%.20q: said is %q, want a sentence with %q", name, said, want)
		}
		if a.Project.UndoTitle() != title || d.side.form.name.Text() != name {
			t.Errorf("%.20q was saved, or is lost", name)
		}
	}
}
