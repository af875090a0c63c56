package app

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"standpoint/app/picker"
)

// newWatching is a window that watches a folder with nothing in it.
func newWatching(t *testing.T) (a *App, folder string) {
	t.Helper()
	a = newTestApp(t)
	folder = t.TempDir()
	a.Picker.(*picker.Fake).Paths = []string{folder}
	a.choose("Watch a Folder…")
	if !a.isChecked("Watch a Folder…") {
		t.Fatal("the menu does not show that a folder is watched")
	}
	return a, folder
}

func (a *App) isChecked(label string) bool {
	for _, c := range a.menus.commands {
		if c.Label() == label {
			return c.Checked()
		}
	}
	return false
}

// arrive puts a file into a folder.
func arrive(t *testing.T, folder, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// lookTwice looks at the folder as often as it takes until what is in it has arrived.
func (a *App) lookTwice() {
	a.watching.look()
	a.watching.look()
}

func TestWhatArrivesInAWatchedFolderWaitsAndTheStatusLineLeadsThere(t *testing.T) {
	a, folder := newWatching(t)
	before := plain(said(a.articles.Object()))
	arrive(t, folder, "one.txt", "Title: Harbour\n\nThe harbour is open.")
	a.lookTwice()
	if !strings.Contains(a.status(), "1 article waits") || len(a.articleRows(t)) != 0 {
		t.Fatalf("the status line says %q, %d articles are in the project", a.status(), len(a.articleRows(t)))
	}
	if now := plain(said(a.articles.Object())); now != before {
		t.Errorf("what is shown changed from %q to %q", before, now)
	}
	arrive(t, folder, "two.txt", "Title: Strait\n\nThe strait is closed.")
	a.lookTwice()
	a.frame.waits.Tapped(nil)
	if words := plain(said(a.articles.Object())); !strings.Contains(words, "2 articles · 2 ticked") || a.transfers.arrivals.Waiting() != "" {
		t.Errorf("the button leads to %q; the status line says %q", words, a.status())
	}
	a.press(fyne.KeyReturn)
	if n := len(a.articleRows(t)); n != 2 || a.transfers.arrivals.IsWaiting() {
		t.Errorf("%d articles are in the project", n)
	}
	a.lookTwice()
	if a.transfers.arrivals.IsWaiting() {
		t.Error("what was imported came back")
	}
	for name, text := range map[string]string{
		"one.txt": "Title: Harbour\n\nThe harbour is open.", "two.txt": "Title: Strait\n\nThe strait is closed.",
	} {
		if data, err := os.ReadFile(filepath.Join(folder, name)); err != nil || string(data) != text {
			t.Errorf("%s is %q now, %v", name, data, err)
		}
	}
	if entries, err := os.ReadDir(folder); err != nil || len(entries) != 2 {
		t.Errorf("the folder holds %v, %v", entries, err)
	}
}

func TestArticlesThatWaitAreToldInEveryViewAndTheKeyLeadsToThem(t *testing.T) {
	a, folder := newWatching(t)
	arrive(t, folder, "one.txt", "The harbour is open.")
	a.lookTwice()
	a.transfers.arrivals.Appear()
	a.Show(a.view("actors"))
	if !strings.Contains(a.status(), "1 article waits") {
		t.Errorf("beside the actors the status line says %q", a.status())
	}
	a.choose("Show the Articles That Wait")
	if !a.IsInFront(a.articles) || !strings.Contains(plain(said(a.articles.Object())), "1 ticked") {
		t.Error("the command does not lead there")
	}
}

func TestWhatWasDeclinedDoesNotComeBackAfterARestartAndWhatWaitedDoes(t *testing.T) {
	a, folder := newWatching(t)
	arrive(t, folder, "declined.txt", "Nobody came.")
	a.lookTwice()
	a.transfers.arrivals.Appear()
	a.press(fyne.KeyEscape)
	if a.transfers.arrivals.IsWaiting() {
		t.Fatal("it was not given up")
	}
	arrive(t, folder, "waits.txt", "The harbour is open.")
	a.lookTwice()
	path := a.Project.Path()
	a.projects.openSample()
	if a.watching.folder != nil || a.transfers.arrivals.IsWaiting() {
		t.Error("the folder of another project is watched, or its articles wait here")
	}
	a.projects.open(path)
	if a.watching.folder == nil {
		t.Fatal("it is not remembered that the folder is watched")
	}
	a.lookTwice()
	a.transfers.arrivals.Appear()
	if words := a.waits(); !strings.Contains(words, "The harbour is open.") || strings.Contains(words, "Nobody came.") {
		t.Errorf("there waits %s", words)
	}
}

func TestWhatArrivesWhileOthersAreEditedJoinsThem(t *testing.T) {
	a, folder := newWatching(t)
	paths := files(t, map[string]string{"one.txt": "Title: A\n\nThe harbour is open.", "two.txt": "Title: B\n\nThe strait is closed."})
	a.transfers.bringIn([]string{paths["one.txt"], paths["two.txt"]})
	a.press(fyne.KeySpace) // the first is not ticked any more
	title := a.fieldThatSays(t, "Title")
	title.Focus()
	title.SetText("Half a wor")
	arrive(t, folder, "three.txt", "Title: C\n\nThe ferry left.")
	a.lookTwice()
	if a.keyboard() != fyne.Focusable(title.Input()) || title.Text() != "Half a wor" {
		t.Errorf("what is being typed is %q", title.Text())
	}
	if words := a.waits(); !strings.Contains(words, "3 articles · 2 ticked") || !strings.Contains(words, "The ferry left.") {
		t.Errorf("there waits %s", words)
	}
}

func TestFilesThatAreInTheFolderAlreadyWaitOnlyIfThatIsAnswered(t *testing.T) {
	for wanted, waiting := range map[bool]string{true: "1 article waits", false: ""} {
		a := newTestApp(t)
		folder := t.TempDir()
		arrive(t, folder, "old.txt", "The harbour is open.")
		a.Picker.(*picker.Fake).Paths = []string{folder}
		a.choose("Watch a Folder…")
		if !strings.Contains(plain(a.said()), "1 file is in the folder already") {
			t.Fatalf("asked is %q", a.said())
		}
		a.answer(t, wanted)
		if a.lookTwice(); a.transfers.arrivals.Waiting() != waiting {
			t.Errorf("when that is answered with %v, said is %q", wanted, a.transfers.arrivals.Waiting())
		}
	}
}

func TestAWatchedFolderThatIsGoneIsToldOnceAndTakenUpWhenItIsBack(t *testing.T) {
	a, folder := newWatching(t)
	if err := os.Rename(folder, folder+".away"); err != nil {
		t.Fatal(err)
	}
	a.watching.look()
	if !strings.Contains(a.Told(), "cannot be looked into") {
		t.Errorf("told is %q", a.Told())
	}
	a.Tell("")
	if a.watching.look(); a.Told() != "" {
		t.Errorf("it is told again: %q", a.Told())
	}
	if err := os.Rename(folder+".away", folder); err != nil {
		t.Fatal(err)
	}
	if a.watching.look(); !strings.Contains(a.Told(), "again") {
		t.Errorf("told is %q", a.Told())
	}
	arrive(t, folder, "one.txt", "The harbour is open.")
	if a.lookTwice(); a.transfers.arrivals.Waiting() != "1 article waits" {
		t.Errorf("said is %q", a.transfers.arrivals.Waiting())
	}
}

func TestAFolderIsWatchedNoMoreWhenThatIsChosen(t *testing.T) {
	a, folder := newWatching(t)
	a.choose("Watch a Folder…")
	arrive(t, folder, "one.txt", "The harbour is open.")
	if a.lookTwice(); a.transfers.arrivals.IsWaiting() || a.isChecked("Watch a Folder…") || a.Prefs.Watched(a.Project.Path()) != "" {
		t.Error("it is watched still")
	}
}

func TestTheProgramsOwnFilesAreLeftInAWatchedFolder(t *testing.T) {
	a, folder := newWatching(t)
	for _, name := range []string{"rows.json", "old.standpoint", "old.standpoint-wal"} {
		arrive(t, folder, name, `{"standpoint": 1, "tags": []}`)
	}
	if a.lookTwice(); a.transfers.arrivals.IsWaiting() {
		t.Errorf("there waits %s", a.waits())
	}
}

func TestALookIsFollowedByARestThatIsLongerTheLongerItTookAndNoneFallsIntoAnImport(t *testing.T) {
	a, folder := newWatching(t)
	var rests []time.Duration
	a.watching.inline = false
	a.Work.Later = func(after time.Duration, _ func()) func() { rests = append(rests, after); return func() {} }
	clock := time.Unix(0, 0)
	a.watching.now = func() time.Time { clock = clock.Add(time.Second); return clock } // each look takes a second
	a.watching.look()
	a.watching.now = func() time.Time { return clock } // or none
	a.watching.look()
	if len(rests) != 2 || rests[0] != 100*time.Second || rests[1] != lookRest {
		t.Errorf("the rests are %v", rests)
	}
	arrive(t, folder, "one.txt", "The harbour is open.")
	a.Start(a.Project, "Importing…", func(context.Context, func(int, int)) func() {
		a.watching.look()
		a.watching.look()
		return nil
	})
	if a.transfers.arrivals.IsWaiting() || len(rests) != 4 {
		t.Errorf("it was looked while an import was running; the rests are %v", rests)
	}
}
