package app

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"standpoint/store"
	"standpoint/store/storetest"
)

// atFirstStart forgets who is at work, as it is at the first start of the program.
func (a *App) atFirstStart() { a.Prefs.RemoveValue(prefCoder) }

// typeName types over what is proposed as a name.
func (a *App) typeName(name string) {
	for _, letter := range name {
		a.keyboard().TypedRune(letter)
	}
}

func TestNothingLiesOverTheSampleAtTheFirstStart(t *testing.T) {
	a := newSampleApp(t)
	a.atFirstStart()
	a.projects.setProject(nil)
	a.projects.openFirst("")
	if a.IsCovered() {
		t.Errorf("over the first window lies %q", a.said())
	}
	a.articles.Pick(a.articles.Annotations()[0].ID) // looking around asks nothing
	a.Show(a.view("actors"))
	a.Show(a.articles)
	if a.IsCovered() {
		t.Errorf("looking around brings up %q", a.said())
	}
	if a.choose("Export Notes…"); a.IsCovered() {
		t.Errorf("notes for the first time bring up %q", a.said())
	}
}

func TestTheSampleIsNobodys(t *testing.T) {
	a := newSampleApp(t)
	entries, _, err := a.Project.History(t.Context(), store.HistoryQuery{Page: store.Page{Limit: 100}})
	mustDo(t, err)
	if len(entries) == 0 {
		t.Fatal("the sample has no history")
	}
	for _, e := range entries {
		if e.Coder.Name == "Ada" {
			t.Errorf("%v is the work of who is at work only now", e.Title)
		}
	}
	for _, c := range a.Names.Coders {
		if c.Name == "Ada" {
			t.Error("who has done nothing yet is a coder of the sample")
		}
	}
}

func TestTheFirstAnnotationAsksWhoseItIsAndIsSavedByOneMoreKey(t *testing.T) {
	a := newHarbour(t)
	a.atFirstStart()
	a.note(t, "Norvia", "a state in the north")
	if !strings.Contains(a.said(), "Who annotates?") || len(a.articles.Annotations()) != 0 {
		t.Fatalf("said is %q, and %d annotations are there", a.said(), len(a.articles.Annotations()))
	}
	a.typeName("Mira Sandel") // over the name that is proposed
	a.press(fyne.KeyReturn)
	if a.IsCovered() || len(a.articles.Annotations()) != 1 {
		t.Fatalf("said is %q, and %d annotations are there", a.said(), len(a.articles.Annotations()))
	}
	if by := a.Names.Coder(a.articles.Annotations()[0].Coder); by != "Mira Sandel" {
		t.Errorf("it is the work of %q", by)
	}
	a.link(t, "Meridian", "Meridian", store.ActorState)
	if a.IsCovered() {
		t.Errorf("the second annotation brings up %q", a.said())
	}
	if got := a.projects.storeOptions().Coder; got != "Mira Sandel" {
		t.Errorf("the next project is opened by %q", got)
	}
}

func TestWhoDoesNotSayWhoTheyAreLosesNothing(t *testing.T) {
	a := newHarbour(t)
	a.atFirstStart()
	a.note(t, "Norvia", "a state in the north")
	a.press(fyne.KeyEscape)
	if a.IsCovered() || len(a.articles.Annotations()) != 0 {
		t.Fatalf("said is %q, and %d annotations are there", a.said(), len(a.articles.Annotations()))
	}
	if !a.articles.Editing() || a.field(t, "Note").Text() != "a state in the north" {
		t.Fatal("what was filled in is gone")
	}
	a.articles.Save()
	a.typeName(" ")
	a.press(fyne.KeyReturn) // nobody has no name
	if !strings.Contains(a.said(), "Who annotates?") {
		t.Fatalf("after an empty name said is %q", a.said())
	}
	a.answer(t, true)
	if by := a.Names.Coder(a.articles.Annotations()[0].Coder); by != "Ada" {
		t.Errorf("saved with the name that was proposed, it is the work of %q", by)
	}
}

func TestWhatIsNotWrittenIsNotTold(t *testing.T) {
	for name, write := range map[string]func(a *App){
		"deleting": func(a *App) { a.choose("Delete Article") },
		"pasting":  func(a *App) { a.UI.Clipboard().SetContent("The ferry left."); a.choose("Paste as New Article") },
	} {
		a := newHarbour(t)
		a.atFirstStart()
		a.Tell("")
		open := a.articles.Article().ID
		write(a)
		a.press(fyne.KeyEscape)
		if a.IsCovered() || a.Told() != "" || a.articles.Article().ID != open {
			t.Errorf("%s: told is %q, said %q", name, a.Told(), a.said())
		}
		if n := len(a.articleRows(t)); n != 1 {
			t.Errorf("%s: %d articles are there", name, n)
		}
	}
}

func TestANameThatAProjectRefusesIsNotKept(t *testing.T) {
	a := newHarbour(t)
	a.atFirstStart()
	a.note(t, "Norvia", "a state in the north")
	a.keyboard().(interface{ SetText(string) }).SetText(strings.Repeat("Mira ", 2000))
	a.press(fyne.KeyReturn)
	if a.said() == "" || a.Prefs.String(prefCoder) != "" || len(a.articles.Annotations()) != 0 {
		t.Errorf("kept is a name of %d bytes; said is %q", len(a.Prefs.String(prefCoder)), a.said())
	}
	if !a.articles.Editing() {
		t.Error("what was filled in is gone")
	}
}

func TestEverythingThatWritesAsksWhoseItIs(t *testing.T) {
	for name, write := range map[string]func(a *App, path string){
		"an import": func(a *App, path string) { a.importAll(t, []string{path}) },
		"a paste":   func(a *App, _ string) { a.UI.Clipboard().SetContent("The ferry left."); a.transfers.pasteArticle() },
		"Undo":      func(a *App, _ string) { a.edits.undo() },
		"deleting":  func(a *App, _ string) { a.choose("Delete Article") },
		"taking back a merge, emptying the trash": func(a *App, _ string) {
			a.StartWriting(a.Project, "Emptying the trash…", func(context.Context, func(int, int)) func() { return nil })
		},
		"merging": func(a *App, beside string) {
			other := filepath.Join(filepath.Dir(beside), "other.standpoint")
			mustDo(t, a.Project.Backup(t.Context(), other))
			m, err := a.Project.BeginMerge(t.Context(), other)
			mustDo(t, err)
			a.merges.applyMerge(m, nil)
		},
	} {
		t.Run(name, func(t *testing.T) {
			a := newHarbour(t)
			a.link(t, "Norvia", "Norvia", store.ActorState)
			a.atFirstStart()
			before, err := a.Project.Counts(t.Context())
			mustDo(t, err)
			write(a, files(t, map[string]string{"one.txt": "The harbour is open."})["one.txt"])
			if !strings.Contains(a.said(), "Who annotates?") {
				t.Errorf("nobody is asked: %q", a.said())
			}
			if after, err := a.Project.Counts(t.Context()); err != nil || after != before {
				t.Errorf("written was before the answer: %+v, %v", after, err)
			}
		})
	}
}

func TestWhoseWorkItIsIsAskedOnceForAllThatWaits(t *testing.T) {
	a := newHarbour(t)
	a.atFirstStart()
	var done []error
	for range 2 {
		a.Do(storetest.Titled("Add issue"), func(b *store.Batch) error {
			_, err := b.AddIssue(store.Issue{Name: "Harbour"})
			return err
		}, func(err error) { done = append(done, err) })
	}
	a.answer(t, true)
	if a.IsCovered() || len(done) != 2 || done[0] != nil {
		t.Errorf("said is %q after %d of 2: %v", a.said(), len(done), done)
	}
}

func TestACoderIsShownRenamedAndTakesOver(t *testing.T) {
	a := newHarbour(t)
	link := func(words, name string) {
		t.Helper()
		a.link(t, words, name, store.ActorState)
	}
	link("Norvia", "Norvia")
	a.coders.setCoder("Ben", false)
	link("Meridian", "Meridian")
	coders := func() string {
		var names []string
		for _, c := range a.Names.Coders {
			names = append(names, c.Name)
		}
		return strings.Join(names, ", ")
	}
	if got := coders(); got != "Ada, Ben" {
		t.Errorf("coders are %s", got)
	}
	for _, m := range a.articles.Annotations() {
		want := "recorded by " + a.Names.Coder(m.Coder)
		if tip := a.tipOf(m.ID); !strings.Contains(tip, want) {
			t.Errorf("the tip is %q", tip)
		}
		want = map[string]string{"Ada": "by Ada", "Ben": "by you"}[a.Names.Coder(m.Coder)]
		a.articles.Pick(m.ID)
		if form := said(a.articles.Object()); !strings.Contains(form, want+" · ") {
			t.Errorf("the form of %s's says %q, want %q", a.Names.Coder(m.Coder), form, want)
		}
	}
	a.coders.setCoder("Benedikt", true)
	if got := coders(); got != "Ada, Benedikt" {
		t.Errorf("renamed, coders are %s", got)
	}
	a.coders.showCoder()
	if said := a.said(); !strings.Contains(said, "Take over the work of") {
		t.Errorf("asked: %s", said)
	}
	a.answer(t, false)
	a.coders.takeOver([]store.Coder{a.Names.Coders[0]})
	if got := coders(); got != "Benedikt" {
		t.Errorf("after taking over, coders are %s", got)
	}
}
