package app

import (
	"testing"

	"fyne.io/fyne/v2"

	"standpoint/app/desk"
	"standpoint/store"
)

// mentioned is a window with a mention of some words, which is the current mark.
func mentioned(t *testing.T, words string) (*App, store.ID) {
	t.Helper()
	a := newHarbour(t)
	a.link(t, words, "Mara Ellin", store.ActorPerson)
	id, ok := a.currentMark()
	if !ok {
		t.Fatal("what was saved is not the current mark")
	}
	return a, id
}

func (a *App) exactOf(t *testing.T, id store.ID) string {
	t.Helper()
	n, err := a.Project.Annotation(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return n.Anchor.Exact()
}

func TestNudgingAnEndIsOneActionToUndo(t *testing.T) {
	a, id := mentioned(t, "Mara Ellin")
	a.text().NudgeEnd(1)
	if got := a.exactOf(t, id); got != "Mara Ellin, the" {
		t.Errorf("became %q", got)
	}
	if current, ok := a.currentMark(); !ok || current != id {
		t.Error("it is not the current mark any more")
	}
	if got := a.edits.undoLabel(); got != "Undo: Adjust mention" {
		t.Errorf("menu says %q", got)
	}
	a.edits.undo()
	if got := a.exactOf(t, id); got != "Mara Ellin" {
		t.Errorf("after Undo %q", got)
	}
}

func TestNudgingJoinsChangesThatAreNotSaved(t *testing.T) {
	a, id := mentioned(t, "Mara Ellin")
	a.field(t, "Note").SetText("check")
	a.text().NudgeEnd(1)
	if got := a.exactOf(t, id); got != "Mara Ellin" {
		t.Errorf("written before it was saved: %q", got)
	}
	a.current.(desk.Editor).Save()
	if got := a.exactOf(t, id); got != "Mara Ellin, the" {
		t.Errorf("saved as %q", got)
	}
}

func TestCopyWithCitation(t *testing.T) {
	a := newHarbour(t)
	for words, want := range map[string]string{
		"“We will keep the harbour open.”": "“We will keep the harbour open.” (The Varro Courier, 4 March 2031, “Harbour talks”, ¶ 1)",
		"Norvia opposed foreign observers": "“Norvia opposed foreign observers” (The Varro Courier, 4 March 2031, “Harbour talks”, ¶ 2)",
	} {
		a.text().Select(a.words(t, words))
		a.choose("Copy with Citation")
		if got := fyne.CurrentApp().Clipboard().Content(); got != want {
			t.Errorf("copied %s\nwant %s", got, want)
		}
	}
}
