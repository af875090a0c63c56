package app

import (
	"strings"
	"testing"
	"time"

	"standpoint/app/desk"
	"standpoint/app/words"
	"standpoint/store"
	"standpoint/store/storetest"
)

// status is what the line at the foot of the window says, without the counts and the hints.
func (a *App) status() string {
	said := strings.ReplaceAll(said(a.frame.status), "\u00a0", " ")
	said = strings.TrimPrefix(said, strings.ReplaceAll(a.frame.summary, "\u00a0", " "))
	for _, h := range a.current.Hints() {
		if at := strings.Index(said, h.Key.String()+" "); at >= 0 && h.Does != "" {
			said = said[:at]
			break
		}
	}
	return strings.TrimSpace(said)
}

// heldTimers are timers that a test lets run out.
type heldTimers []*struct {
	after time.Duration
	do    func()
}

func (h *heldTimers) later(after time.Duration, do func()) (stop func()) {
	t := &struct {
		after time.Duration
		do    func()
	}{after, do}
	*h = append(*h, t)
	return func() { t.do = nil }
}

// runOut lets all timers run out that were not stopped.
func (h *heldTimers) runOut() {
	for _, t := range *h {
		if do := t.do; do != nil {
			t.do = nil
			do()
		}
	}
}

func (h *heldTimers) running() (n int) {
	for _, t := range *h {
		if t.do != nil {
			n++
		}
	}
	return n
}

// held is a window with an article, of which a statement with its position was just saved.
func held(t *testing.T) (*App, *heldTimers) {
	t.Helper()
	a := newHarbour(t)
	var timers heldTimers
	a.frame.later = timers.later
	a.begin(t, store.KindStatement, "We will keep the harbour open.")
	a.pick(t, "Speaker", "Mara Ellin", store.ActorPerson)
	a.pick(t, "Issue or actor", "Open harbour", anIssue)
	a.current.(desk.Editor).Save()
	return a, &timers
}

func TestTheStatusLineSaysWhatWasDoneAndLetsGoOfIt(t *testing.T) {
	a, timers := held(t)
	if got, want := a.status(), "Added: statement by Mara Ellin with 1 position."; got != want {
		t.Fatalf("it says %q, want %q", got, want)
	}
	a.articles.Pick(a.statements(t)[0].ID)
	a.pressDelete()
	if got, want := a.status(), "Deleted: statement by Mara Ellin and its position. Ctrl+Z brings it back."; got != want {
		t.Errorf("it says %q, want %q", got, want)
	}
	if n := timers.running(); n != 1 {
		t.Errorf("%d timers are running", n)
	}
	for _, timer := range *timers {
		if timer.after < 5*time.Second || timer.after > 20*time.Second {
			t.Errorf("a sentence is told for %v", timer.after)
		}
	}
	timers.runOut()
	if got := a.status(); got != "saved" {
		t.Errorf("after a while it says %q", got)
	}
	a.edits.undo()
	want := "Undone: Delete statement (Mara Ellin · “We will keep the harbour open.”)."
	if got := a.status(); got != want {
		t.Errorf("it says %q, want %q", got, want)
	}
}

func TestSavedIsSaidOnlyWhenSomethingWasSaved(t *testing.T) {
	a, timers := held(t)
	timers.runOut()
	path := a.Project.Path()
	a.projects.setProject(nil)
	a.projects.open(path)
	if got := a.status(); got != "" {
		t.Errorf("where nothing was done it says %q", got)
	}
	a.begin(t, store.KindHighlight, "Meridian")
	a.field(t, "Note").SetText("x")
	if got := a.status(); got != "not saved yet" {
		t.Errorf("with a form that is filled in it says %q", got)
	}
	a.current.(desk.Editor).Save()
	if got := a.status(); got != "Added: highlight “Meridian”." {
		t.Errorf("saved, it says %q", got)
	}
	timers.runOut()
	if got := a.status(); got != "saved" {
		t.Errorf("after a while it says %q", got)
	}
}

// Wherever one has gone since, and whether it is an annotation, an actor or an article.
func TestUndoGoesToWhatItUndid(t *testing.T) {
	a, _ := held(t)
	statement := a.statements(t)[0].ID
	var other store.Article
	if _, err := a.Project.Do(t.Context(), storetest.Titled("Add article"), func(b *store.Batch) (err error) {
		other, err = b.AddArticle(store.Article{Title: "Canal talks"}, "The canal stays open.\n\nNobody objected.")
		return err
	}); err != nil {
		t.Fatal(err)
	}
	harbour := a.articles.Article().ID
	a.articles.Pick(statement)
	a.pressDelete()
	a.articles.OpenAt(other.ID, nil)
	a.Show(a.view("actors"))

	a.edits.undo() // the deletion
	if id, picked := a.currentMark(); a.current != a.view("articles") || a.articles.Article().ID != harbour || !picked || id != statement {
		t.Errorf("in front is %T with %q, and %v is picked: %v", a.current, a.articles.Article().Title, id, picked)
	}
	a.articles.OpenAt(other.ID, nil)
	a.note(t, "Nobody objected.", "x")
	a.current.(desk.Editor).GiveUp()
	a.articles.OpenAt(harbour, nil)
	a.edits.undo() // the highlight, which is gone by that
	if a.articles.Article().ID != other.ID || !a.text().InView(a.words(t, "Nobody objected.")) {
		t.Errorf("open is %q", a.articles.Article().Title)
	}
	if got, want := a.status(), "Undone: Add highlight (“Nobody objected.”)."; got != want {
		t.Errorf("it says %q, want %q", got, want)
	}
	a.edits.redo()
	if _, picked := a.currentMark(); !picked {
		t.Error("what was brought back is not picked")
	}
	var actor store.ID
	for id := range a.Names.Actors {
		actor = id
	}
	a.Do(store.Title{Code: store.TitleEditActor}, func(b *store.Batch) error {
		return b.UpdateActor(actor, func(a *store.Actor) { a.Description = "Trade minister" })
	}, func(err error) { a.Failed(err) })
	if got, want := a.status(), "Saved: actor “Mara Ellin”."; got != want {
		t.Errorf("it says %q, want %q", got, want)
	}
	a.edits.undo()
	if a.current != a.view("actors") {
		t.Errorf("in front is %T", a.current)
	}
}

// Whatever can be done is told in a whole sentence, filled with what it was about, in each language, and so is that it was undone.
func TestEveryActionIsToldInAWholeSentence(t *testing.T) {
	whole := store.About{
		Entity: store.EntityAnnotation, Parties: []string{"Mara Ellin"}, Target: "Open harbour", Words: "We will", Positions: 2,
	}
	for _, language := range []string{"en", "de"} {
		newSampleAppIn(t, language)
		for _, code := range store.TitleCodes() {
			title := store.Title{Code: code, Name: "copy.standpoint", Count: 3}
			abouts := []store.About{{}, {Entity: store.EntityArticle, Name: "Harbour talks"}, {Entity: store.EntityActor, Name: "Mara Ellin"}}
			for _, kind := range []store.Kind{store.KindHighlight, store.KindMention, store.KindStatement, store.KindPosition} {
				bare := store.About{Entity: store.EntityAnnotation, Kind: kind, Words: "We will"}
				full := whole
				full.Kind = kind
				abouts = append(abouts, bare, full)
			}
			for _, about := range abouts {
				r := store.UndoResult{Title: title, About: about}
				for _, said := range []string{words.Done(title, about, desk.KeyUndo), words.Undone(r), words.Redone(r), words.TakenBack(r)} {
					if !strings.HasSuffix(said, ".") || strings.Contains(said, "%!") || strings.Contains(said, "{{") || strings.Contains(said, "“”") ||
						strings.Contains(said, "„“") {
						t.Errorf("%s: %s of %+v is told as %q", language, code, about, said)
					}
				}
			}
		}
	}
}
