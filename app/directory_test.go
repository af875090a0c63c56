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
	"standpoint/app/directory"
	"standpoint/app/form"
	"standpoint/app/names"
	"standpoint/store"
	"standpoint/store/storetest"
)

// opened is the sample project with one actor or issue open in its view.
func opened(t *testing.T, view func(*App) *directory.Directory, name string) (*App, *directory.Directory) {
	t.Helper()
	a := newSampleApp(t)
	d := view(a)
	a.Show(d)
	d.OpenEntry(idOf(t, d, name))
	if d.Side.Form == nil {
		t.Fatalf("no form is shown of %s", name)
	}
	return a, d
}

func actorsOf(a *App) *directory.Directory { return a.views[1].View.(*directory.Directory) }
func issuesOf(a *App) *directory.Directory { return a.views[2].View.(*directory.Directory) }

func idOf(t *testing.T, d *directory.Directory, name string) store.ID {
	t.Helper()
	rows, _, err := d.Subject.Rows(context.Background(), d.App.Project, directory.DirectoryQuery{})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		if r.Name == name {
			return r.Id
		}
	}
	t.Fatalf("there is no %s", name)
	return store.ID{}
}

// listed are the names in the list, as far as they have been read.
func listed(d *directory.Directory) []string {
	var all []string
	for i := range d.List.Rows.Len() {
		row, _ := d.List.Rows.Row(i)
		all = append(all, row.Name)
	}
	return all
}

func loadedProfile(t *testing.T, d *directory.Directory, id store.ID) directory.Profile {
	t.Helper()
	p, err := d.LoadProfile(context.Background(), d.App.Project, id)
	if err != nil {
		t.Fatal(err)
	}
	d.Subject.Complete(&p.Entry, d.App.Names)
	return *p
}

// answer picks another one in the question that is asked, and confirms.
func answer(t *testing.T, d *directory.Directory, name string) {
	t.Helper()
	q := d.Side.Form.Question
	if q == nil {
		t.Fatal("nothing is asked")
	}
	for _, i := range d.Side.Form.Others("") {
		if i.Name == name {
			q.Pick.SetItem(i)
			q.Choose(i)
			q.Answer()
			return
		}
	}
	t.Fatalf("%s is not offered", name)
}

func TestViewOpensWithTheFirstOfTheList(t *testing.T) {
	a := newSampleApp(t)
	a.Show(actorsOf(a))
	if !actorsOf(a).HasOpen() || actorsOf(a).List.List.Selected() != 0 {
		t.Errorf("open: %v, selected row: %d; want the first actor", actorsOf(a).HasOpen(), actorsOf(a).List.List.Selected())
	}
	if got := actorsOf(a).Record.List.Rows.Len(); got == 0 {
		t.Error("the record of the first actor is not shown")
	}
}

func TestEveryEntryOfARecordIsOneStepFromItsWords(t *testing.T) {
	a, d := opened(t, actorsOf, "Ilse Varonne")
	last := d.Record.List.Rows.Len() - 1
	row, ok := d.Record.List.Rows.Row(last)
	if !ok || row.Statement == nil {
		t.Fatalf("the last of %d entries has not been read as a statement", last+1)
	}
	d.Record.List.List.Select(last)
	d.Record.List.List.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if a.current != desk.View(a.articles) || a.articles.Article().ID != row.Statement.Article {
		t.Error("Enter on an entry must open its article")
	}
	if id, _ := a.articles.Reader.Current(); id != row.Statement.ID {
		t.Error("the entry's mark must be the current one")
	}
}

func TestRecordShowsAPositionOnceInItsStatement(t *testing.T) {
	_, d := opened(t, issuesOf, "A seat for the Pilots’ Guild")
	for i := range d.Record.List.Rows.Len() {
		row, _ := d.Record.List.Rows.Row(i)
		if p := row.Position; p != nil && p.Statement != (store.ID{}) {
			t.Errorf("a position stands by itself though it rests on a statement of the record")
		}
	}
}

func TestSavingWritesOnlyWhatChangedAndUndoTakesAllOfItBack(t *testing.T) {
	a, d := opened(t, actorsOf, "Ilse Varonne")
	id, f := d.Open, d.Side.Form
	before := loadedProfile(t, d, id).Entry
	f.Name.SetText("  Ilse Varonne-Hald ")
	f.Aliases.OnChanged(directory.WordItems(append(slices.Clone(before.Aliases), "Minister Varonne")))
	f.Affiliations.Add()
	row := &f.Entry.Affiliations[len(f.Entry.Affiliations)-1]
	row.Organisation = names.Party{Name: "Varonne Foundation", New: store.ActorOrganisation}
	row.Role, row.From = "patron", "2019-04"
	d.Save()

	after := loadedProfile(t, d, id).Entry
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
	if title := a.Project.UndoTitle(); title.Code != store.TitleEditActor {
		t.Errorf("Undo names %q, want “Edit actor”", title)
	}
	a.Window.Canvas().Unfocus()
	a.undo()
	if diff := cmp.Diff(before, loadedProfile(t, d, id).Entry); diff != "" {
		t.Errorf("after Undo (-want +got):\n%s", diff)
	}
	if slices.Contains(listed(d), "Varonne Foundation") {
		t.Error("Undo must take back the organisation that saving created")
	}
	if d.Side.Form.Name.Text() != "Ilse Varonne" {
		t.Errorf("the form shows %q after Undo", d.Side.Form.Name.Text())
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
		fill  func(*directory.EntryForm)
		field form.Field
	}{
		{"no name", func(f *directory.EntryForm) { f.Name.SetText(" ") }, form.FieldName},
		{"not a date", func(f *directory.EntryForm) { f.Entry.Affiliations[0].From = "spring" }, form.FieldFrom.Row(0)},
		{"ends before it begins", func(f *directory.EntryForm) {
			f.Entry.Affiliations[0].From, f.Entry.Affiliations[0].To = "2021", "2020-05"
		}, form.FieldTo.Row(0)},
		{"no organisation", func(f *directory.EntryForm) { f.Entry.Affiliations[0].Organisation = names.Party{} }, form.FieldOrganisation.Row(0)},
		{"id without its scheme", func(f *directory.EntryForm) { f.Entry.ExternalIDs = []form.ExternalID{{Value: "Q1"}} }, form.FieldScheme.Row(0)},
	} {
		t.Run(tc.name, func(t *testing.T) {
			a, d := opened(t, actorsOf, "Ilse Varonne")
			title := a.Project.UndoTitle()
			tc.fill(d.Side.Form)
			d.Save()
			if a.Project.UndoTitle() != title {
				t.Error("it was saved")
			}
			shown, ok := d.Side.Form.Errors[tc.field].(interface{ Focused() bool })
			if !ok || !shown.Focused() {
				t.Errorf("the focus is not in the field %s", tc.field)
			}
		})
	}
}

func TestUnfinishedFormIsKeptAndOffered(t *testing.T) {
	_, d := opened(t, issuesOf, "Freight toll")
	id := d.Open
	d.Side.Form.Name.SetText("Freight tolls")
	d.Pick(idOf(t, d, "Joint inspections"))
	d.Unsaved = map[store.ID][]directory.EntryDraft{} // as after a crash
	d.Pick(id)
	if got := d.Side.Form.Name.Text(); got != "Freight toll" {
		t.Fatalf("the form shows %q, want what is saved", got)
	}
	cards := d.Side.Form.DraftCards()
	if len(cards) != 1 {
		t.Fatalf("%d drafts are offered", len(cards))
	}
	cards[0].(*control.Card).OnTapped()
	if got := d.Side.Form.Name.Text(); got != "Freight tolls" {
		t.Errorf("the form shows %q, want what was filled in", got)
	}
	d.Save()
	if len(d.Side.Form.DraftCards()) != 0 {
		t.Error("what was saved is still offered")
	}
}

func TestEscPutsTheFormOfAnActorAsideAndUndoOpensItAgain(t *testing.T) {
	a, d := opened(t, issuesOf, "Freight toll")
	last := a.undoLabel()
	d.Side.Form.Name.SetText("Freight tolls")
	d.GiveUp()
	if a.Window.Canvas().Focused() != fyne.Focusable(d.List.List) {
		t.Error("Esc must bring the focus back to the list")
	}
	if got := d.Side.Form.Name.Text(); got != "Freight toll" || a.undoLabel() != "Undo: Give up" {
		t.Errorf("after Esc the form shows %q, and the menu %q", got, a.undoLabel())
	}
	a.undo()
	if got := d.Side.Form.Name.Text(); got != "Freight tolls" || a.undoLabel() != last {
		t.Errorf("Undo shows %q, and the menu says %q", got, a.undoLabel())
	}
	d.GiveUp()

	d.Begin("Canal fees")
	d.GiveUp()
	d.Begin("Canal tolls")
	d.GiveUp()
	a.undo()
	if got := d.Side.Form.Name.Text(); got != "Canal tolls" || !d.Side.Form.IsNew() {
		t.Errorf("Undo opens %q", got)
	}
	if n := len(d.Side.Form.DraftCards()); n != 1 {
		t.Errorf("of two new ones that were put aside %d are offered beside the open one", n)
	}
	path := a.Project.Path()
	d.Side.Form.Name.SetText("Canal tolls, all")
	a.setProject(nil)
	a.open(path)
	a.Show(d)
	d.Begin("")
	if got := d.Side.Form.Name.Text(); got != "" || len(d.Side.Form.DraftCards()) != 2 {
		t.Errorf("a new one opens with %q, and %d drafts are offered", got, len(d.Side.Form.DraftCards()))
	}
}

func TestNewActorIsOpenedAndListed(t *testing.T) {
	a := newTestApp(t)
	actorsOf(a).Begin("")
	actorsOf(a).Side.Form.Name.SetText("Tilda Rook")
	actorsOf(a).Save()
	if diff := cmp.Diff([]string{"Tilda Rook"}, listed(actorsOf(a))); diff != "" {
		t.Errorf("listed (-want +got):\n%s", diff)
	}
	if !actorsOf(a).HasOpen() || actorsOf(a).List.List.Selected() != 0 {
		t.Error("the new actor must be open and selected")
	}
	a.Window.Canvas().Unfocus()
	a.undo()
	if actorsOf(a).HasOpen() || len(listed(actorsOf(a))) != 0 {
		t.Error("Undo must leave no actor")
	}
}

func TestMergingGivesNameAndAnnotationsToTheOther(t *testing.T) {
	a, d := opened(t, actorsOf, "Ilse Varonne")
	from, into := d.Open, idOf(t, d, "Veldania")
	had := loadedProfile(t, d, into).Usage
	gets := loadedProfile(t, d, from).Usage
	a.choose("Merge Actor Into…")
	answer(t, d, "Veldania")

	if d.Open != into {
		t.Error("the one that was merged into must be open")
	}
	merged := loadedProfile(t, d, into)
	if merged.Usage.Mentions != had.Mentions+gets.Mentions || merged.Usage.Statements != had.Statements+gets.Statements {
		t.Errorf("it has %v, want the sum of %v and %v", merged.Usage, had, gets)
	}
	if !slices.Contains(merged.Entry.Aliases, "Ilse Varonne") {
		t.Errorf("aliases %v lack the merged name", merged.Entry.Aliases)
	}
	if slices.Contains(listed(d), "Ilse Varonne") {
		t.Error("the merged one is still listed")
	}
	a.Window.Canvas().Unfocus()
	a.undo()
	if !slices.Contains(listed(d), "Ilse Varonne") || loadedProfile(t, d, into).Usage != had {
		t.Error("Undo must part the two again")
	}
}

func TestDeletingWhatIsNotInUseAsksNothing(t *testing.T) {
	a := newTestApp(t)
	issuesOf(a).Begin("River levels")
	issuesOf(a).Save()
	a.choose("Delete Issue")
	if len(listed(issuesOf(a))) != 0 || issuesOf(a).Side.Form != nil {
		t.Error("the issue must be gone at once")
	}
	if title := a.Project.UndoTitle(); title.Code != store.TitleDeleteIssue {
		t.Errorf("Undo names %q", title)
	}
}

func TestDeletingHandsAnnotationsOver(t *testing.T) {
	for _, tc := range []struct {
		view     func(*App) *directory.Directory
		from, to string
	}{
		{actorsOf, "Ilse Varonne", "Veldania"},
		{issuesOf, "Freight toll", "Joint inspections"},
	} {
		t.Run(tc.from, func(t *testing.T) {
			a, d := opened(t, tc.view, tc.from)
			from, to := d.Open, idOf(t, d, tc.to)
			had, gets := loadedProfile(t, d, to).Usage, loadedProfile(t, d, from).Usage
			a.choose(d.Words.DeleteCommand)
			if !slices.Contains(listed(d), tc.from) {
				t.Fatal("it was deleted without asking")
			}
			answer(t, d, tc.to)
			if slices.Contains(listed(d), tc.from) {
				t.Error("it is still listed")
			}
			if now := loadedProfile(t, d, to).Usage; now.Statements != had.Statements+gets.Statements {
				t.Errorf("%s has %v, want the sum of %v and %v", tc.to, now, had, gets)
			}
			a.Window.Canvas().Unfocus()
			a.undo()
			if now := loadedProfile(t, d, from).Usage; now != gets {
				t.Errorf("after Undo %s has %v, want %v", tc.from, now, gets)
			}
			if now := loadedProfile(t, d, to).Usage; now != had {
				t.Errorf("after Undo %s has %v, want %v", tc.to, now, had)
			}
		})
	}
}

func TestDeletingWithoutHandingOverLosesNothing(t *testing.T) {
	a, d := opened(t, actorsOf, "Ilse Varonne")
	id, project := d.Open, a.Project
	had := loadedProfile(t, d, id).Usage
	counts := func() int {
		t.Helper()
		c, err := project.Counts(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		return c.Statements
	}
	statements := counts()
	d.Side.Form.Delete(store.ID{})
	if counts() != statements {
		t.Errorf("%d statements are left of %d", counts(), statements)
	}
	if d.Open == id || !d.HasOpen() {
		t.Error("its neighbour in the list must be open now")
	}
	a.Window.Canvas().Unfocus()
	a.undo()
	if now := loadedProfile(t, d, id).Usage; now != had {
		t.Errorf("after Undo it has %v, want %v", now, had)
	}
}

func TestListIsNarrowedByNamesAndAliases(t *testing.T) {
	a, d := opened(t, actorsOf, "Ilse Varonne")
	d.List.Field.SetText("foreign minister")
	if diff := cmp.Diff([]string{"Ilse Varonne"}, listed(d)); diff != "" {
		t.Errorf("listed (-want +got):\n%s", diff)
	}
	d.List.Field.SetText("Nobody of that name")
	if d.List.Body.Objects[0] != fyne.CanvasObject(d.List.Empty) {
		t.Error("a search without result must say so")
	}
	d.List.EndFilter()
	if len(listed(d)) < 2 || d.List.List.Selected() < 0 {
		t.Error("all must be listed again, with the open one selected")
	}
	d.List.Kinds.OnChanged(string(store.ActorState))
	for _, name := range listed(d) {
		if kind := a.Names.Actors[idOf(t, d, name)].Kind; kind != store.ActorState {
			t.Errorf("%s is listed among the states, but is a %s", name, kind)
		}
	}
}

func TestParentIssueIsCreatedInTheSameAction(t *testing.T) {
	a, d := opened(t, issuesOf, "Freight toll")
	d.Side.Form.Parent.OnPick(control.Item{Name: "Money", New: true})
	d.Save()
	if got := loadedProfile(t, d, d.Open).Entry.Parent.Name; got != "Money" {
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
	d.Side.Form.Name.SetText("Ilse V.")
	other := idOf(t, d, "Veldania")
	a.Do(storetest.Titled("Rename"), func(b *store.Batch) error {
		return b.UpdateActor(other, func(x *store.Actor) { x.Name = "Republic of Veldania" })
	}, func(err error) {
		if err != nil {
			t.Error(err)
		}
	})
	if got := d.Side.Form.Name.Text(); got != "Ilse V." {
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
	f := d.Side.Form
	f.Entry.Aliases = slices.DeleteFunc(f.Entry.Aliases, func(s string) bool { return s == "Varonne" })
	want := slices.Clone(f.Entry.Aliases)
	d.Save()
	if diff := cmp.Diff(want, loadedProfile(t, d, into).Entry.Aliases); diff != "" {
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
		d.Side.Form.Name.SetText(name)
		d.Save()
		if said := d.Side.Form.Problem.Text(); !strings.HasPrefix(said, "This cannot be kept as “name” (actor). ") || !strings.Contains(said, want) {
			t.Errorf("%.20q: said is %q, want a sentence with %q", name, said, want)
		}
		if a.Project.UndoTitle() != title || d.Side.Form.Name.Text() != name {
			t.Errorf("%.20q was saved, or is lost", name)
		}
	}
}
