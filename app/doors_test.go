package app

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"standpoint/app/background"
	"standpoint/store"
)

// made makes a project in the window and returns its path.
func (b *busyApp) made(t *testing.T, name string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name+".standpoint")
	b.projects.create(path)
	b.until(t, func() bool { return b.isOpen(path) }, "the project was not made")
	return path
}

func (b *busyApp) isOpen(path string) bool { return b.Project != nil && b.Project.Path() == path }

// isIdle reports whether nothing is opened, closed or done.
func (b *busyApp) isIdle() bool {
	_, running := b.Work.Running()
	return !running
}

// blockDoors holds up what is done at the doors until goOn is called; more may be asked for there meanwhile.
func (b *busyApp) blockDoors() (goOn func()) {
	gate := make(chan struct{})
	b.Work.Open("Held up…", func() background.Act {
		return func(context.Context, func(int, int)) func() { <-gate; return nil }
	})
	return func() { close(gate) }
}

func TestOpeningDoesNotHoldUpTheWindow(t *testing.T) {
	b := newBusyApp(t)
	path := b.made(t, "harbour")
	b.projects.setProject(nil)
	b.until(t, b.isIdle, "the project was not closed")
	spawn := b.Work.Spawn
	var begun []func()
	b.Work.Spawn = func(f func()) { begun = append(begun, f) }
	b.projects.open(path)
	b.Work.Spawn = spawn
	if b.Project != nil || len(begun) != 1 {
		t.Fatalf("the window opens the project itself, and hands on %d pieces of work", len(begun))
	}
	if r, ok := b.Work.Running(); !ok || r.Title != "Opening harbour.standpoint…" || !b.isRunning() {
		t.Errorf("while it is opened the window tells of %+v", r)
	}
	if s := b.middle(); strings.TrimSpace(s) != "Opening harbour.standpoint…" {
		t.Errorf("the middle says %q", s)
	}
	go begun[0]()
	b.until(t, func() bool { return b.isOpen(path) }, "it was not opened")
}

func TestOpeningIsCancelledAndWhatWasOpenStays(t *testing.T) {
	b := newBusyApp(t)
	path, other := b.made(t, "harbour"), b.made(t, "other")
	goOn := b.blockDoors()
	b.Work.Cancel()
	b.projects.open(path)
	goOn()
	b.until(t, b.isIdle, "the doors are not free")
	b.until(t, func() bool { return b.isOpen(path) }, "cancelling one opening cancels the next")
	spawn := b.Work.Spawn
	b.Work.Spawn = func(f func()) { b.Work.Cancel(); spawn(f) }
	b.projects.open(other)
	b.Work.Spawn = spawn
	b.until(t, b.isIdle, "the opening does not end")
	if !b.isOpen(path) || b.said() != "" {
		t.Errorf("open is %v; said: %q", b.Project, b.said())
	}
}

func TestClosingDuringAnImportReturnsAtOnceAndLeavesOneUndoableAction(t *testing.T) {
	b := newBusyApp(t)
	path := b.made(t, "harbour")
	p := b.Project
	inBatch, goOn := make(chan struct{}), make(chan struct{})
	batches := 0
	cancel := p.Subscribe(func(store.Event) { // on the writer's goroutine: the second batch is being written
		if batches++; batches == 2 {
			close(inBatch)
			<-goOn
		}
	})
	defer cancel()
	b.importAll(t, texts(t, 400, 5000))
	<-inBatch
	watch := time.AfterFunc(time.Minute, func() { close(goOn) }) // for a window that waits for the import
	b.projects.setProject(nil)                                   // returns though the import cannot go on
	if !watch.Stop() {
		t.Fatal("the window waits for the import before it leaves the project")
	}
	if b.Project != nil || b.hasArticle() {
		t.Error("the window still shows the project")
	}
	if r, _ := b.Work.Running(); r.Title != "Closing harbour…" || b.isRunning() {
		t.Errorf("while it is closed the window tells of %+v", r)
	}
	close(goOn)
	b.projects.open(path) // waits until it is closed
	b.until(t, func() bool { return b.isOpen(path) }, "it was not opened again")
	if b.Project.ReadOnly() || b.Project == p || b.said() != "" {
		t.Errorf("it was opened before it was closed; said: %q", b.said())
	}
	counts, err := b.Project.Counts(t.Context())
	if err != nil || counts.Articles == 0 || counts.Articles == 400 {
		t.Fatalf("%d of 400 articles are there: %v", counts.Articles, err)
	}
	check, err := b.Project.Check(t.Context(), nil)
	if err != nil || len(check.Problems) > 0 {
		t.Errorf("check: %v, %v", check.Problems, err)
	}
	if _, err := b.Project.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if counts, err = b.Project.Counts(t.Context()); err != nil || counts.Articles != 0 {
		t.Errorf("after Undo %d articles are there: %v", counts.Articles, err)
	}
}

func TestOfTwoOpeningsInQuickSuccessionTheSecondStays(t *testing.T) {
	b := newBusyApp(t)
	first, second := b.made(t, "first"), b.made(t, "second")
	b.made(t, "third")
	b.projects.open(first)
	b.projects.open(second)
	b.projects.open(second)
	b.until(t, func() bool { return b.isOpen(second) && b.isIdle() }, "the second is not open")
	if b.Project.ReadOnly() || b.said() != "" {
		t.Errorf("it is open only to be read: %q", b.said())
	}
	b.projects.open(first)
	b.projects.open(second)
	b.projects.open(first)
	b.until(t, func() bool { return b.isOpen(first) && b.isIdle() }, "the first is not open")
	if b.Project.ReadOnly() || b.said() != "" {
		t.Errorf("it is open only to be read: %q", b.said())
	}
}

func TestQuittingDuringAnImportKeepsTheFormAndTheWindowSaysSo(t *testing.T) {
	b := newBusyApp(t)
	path := b.made(t, "harbour")
	p := b.Project
	b.importAll(t, texts(t, 2, 500))
	b.until(t, func() bool { return b.hasArticle() && b.isIdle() && !b.isRunning() }, "no article is open")
	article := b.articles.Article().ID
	b.begin(t, store.KindHighlight, "Story")
	b.field(t, "Note").SetText("check the date")
	inBatch, goOn := make(chan struct{}), make(chan struct{})
	batches := 0
	defer p.Subscribe(func(store.Event) {
		if batches++; batches == 1 {
			close(inBatch)
			<-goOn
		}
	})()
	b.importAll(t, texts(t, 200, 5000))
	<-inBatch
	closed := false
	b.Window.SetOnClosed(func() { closed = true })
	b.projects.quit()
	b.projects.quit() // impatience
	if closed {
		t.Error("the window is closed before everything is on disk")
	}
	if r, _ := b.Work.Running(); r.Title != "Closing harbour…" {
		t.Errorf("the window tells of %+v", r)
	}
	b.projects.open(path) // no more
	close(goOn)
	b.until(t, func() bool { return closed }, "the window is not closed")
	again, err := store.Open(t.Context(), path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { mustDo(t, again.Close()) }()
	if again.ReadOnly() || again.Warnings() != nil {
		t.Errorf("the project was not closed: %v", again.Warnings())
	}
	drafts, err := again.Drafts(t.Context(), article)
	if err != nil || len(drafts) != 1 {
		t.Errorf("%d drafts were kept: %v", len(drafts), err)
	}
}

func TestAProjectThatIsBeingOpenedWhenTheWindowIsClosedIsClosedAsWell(t *testing.T) {
	b := newBusyApp(t)
	path := b.made(t, "harbour")
	b.made(t, "other")
	b.until(t, b.isIdle, "the first is not closed")
	spawn, opened := b.Work.Spawn, make(chan struct{})
	b.Work.Spawn = func(f func()) { spawn(func() { f(); close(opened) }) }
	b.projects.open(path)
	b.Work.Spawn = spawn
	<-opened
	closed := false
	b.Window.SetOnClosed(func() { closed = true })
	b.projects.quit()
	b.until(t, func() bool { return closed }, "the window is not closed")
	p, err := store.Open(t.Context(), path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestTheSampleThatWasNotMadeWholeIsMadeAnew(t *testing.T) {
	b := newBusyApp(t)
	folder := b.options.Dir
	spawn := b.Work.Spawn
	b.Work.Spawn = func(f func()) { b.Work.Cancel(); spawn(f) }
	b.projects.openSample()
	b.Work.Spawn = spawn
	b.until(t, b.isIdle, "it does not end")
	if left, err := os.ReadDir(folder); err != nil || len(left) > 0 {
		t.Errorf("%v is left: %v", left, err)
	}
	b.projects.openSample()
	b.until(t, func() bool { return b.Project != nil && b.isIdle() }, "the sample is not open")
	if counts, err := b.Project.Counts(t.Context()); err != nil || counts.Articles == 0 {
		t.Errorf("it holds %+v: %v", counts, err)
	}
}

func TestWhatIsAskedAboutAProjectIsWithdrawnWhenAnotherIsOpened(t *testing.T) {
	a := newHarbour(t)
	a.Ask("", "Take back the merge?", "Take back", func() { t.Error("it is done to another project") })
	a.Say("", "Backed up.")
	a.projects.openSample()
	if said := a.said(); !strings.Contains(said, "Backed up.") {
		t.Errorf("%q stays", said)
	}
	if a.answer(t, true); a.IsCovered() {
		t.Errorf("%q stays as well", a.said())
	}
}
