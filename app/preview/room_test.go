package preview

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"standpoint/app/candidates"
	"standpoint/app/desk"
	"standpoint/app/desk/desktest"
	"standpoint/app/intake"
)

// newRoom is a room with a batch of two articles that were read while the window was busy with something else.
func newRoom(t *testing.T) (r *Room, batch *candidates.Batch, shown *bool) {
	t.Helper()
	d := desktest.New(t)
	shown = new(bool)
	r = New(d.Desk, func(is bool) { *shown = is }, func(intake.Result) {})
	d.Put(r.Middle())
	var files []string
	for name, body := range map[string]string{"one.txt": "The harbour is open.", "two.txt": "The strait is closed."} {
		file := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(file, []byte(body), 0o600); err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	batch = candidates.NewBatch(d.Project, intake.Options{})
	if err := batch.Read(t.Context(), files, nil); err != nil {
		t.Fatal(err)
	}
	r.project, r.isBusy, r.reading = d.Project, true, true
	r.begin(t.Context(), batch)
	return r, batch, shown
}

func TestSeveralArticlesAreShownWhileOthersAreRead(t *testing.T) {
	r, batch, shown := newRoom(t)
	r.list.come(batch)
	if !*shown || !r.IsReading() {
		t.Error("two articles are read, and the room is not shown")
	}
}

func TestWhoGoesElsewhereWhileFilesAreReadIsNotCalledBack(t *testing.T) {
	r, batch, _ := newRoom(t)
	r.list.come(batch)
	r.Hidden()
	r.list.come(batch)
	r.looked(Arrival{}, batch, nil)
	if r.isShown() {
		t.Error("the room is shown again")
	}
	if said := r.Waiting(); said != "2 articles wait" {
		t.Errorf("said is %q", said)
	}
}

// The window adds itself, at the end, which key lists all.
func TestHintsOfTheRoomLeaveOutTheKeyThatListsAll(t *testing.T) {
	r, _, _ := newRoom(t)
	for name, compared := range map[string]*comparison{"list": nil, "two texts": {}} {
		r.compared = compared
		for _, h := range r.Hints() {
			if h.Key == desk.KeyHelp {
				t.Errorf("%s: the key that lists all is said", name)
			}
		}
	}
}

// Who leaves a field or a button does not mean to leave the room, and all that was chosen in it.
func TestEscOnThePageLeadsBackToTheList(t *testing.T) {
	r, _, shown := newRoom(t)
	r.desk.Window.SetContent(container.NewHSplit(r.Middle(), r.Side()))
	r.isBusy, r.reading = false, false
	r.Appear()
	focused := func() any { return r.desk.Window.Canvas().Focused() }
	for _, p := range r.page.parts {
		p.focus()
		if focused() == fyne.Focusable(r.list.list) {
			t.Fatalf("%s did not take the keyboard", p.name)
		}
		focused().(fyne.Focusable).TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		if focused() != fyne.Focusable(r.list.list) || !*shown {
			t.Errorf("after Esc in %s the keyboard is at %T", p.name, focused())
		}
	}
	if !slices.ContainsFunc(r.page.parts, func(p part) bool { return p.name == "encoding" }) {
		t.Error("the page has no choice of the encoding")
	}
	r.desk.Window.Canvas().Focus(r.list.importer)
	r.list.importer.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if focused() != fyne.Focusable(r.list.list) || !r.IsWaiting() {
		t.Errorf("after Esc on a button the keyboard is at %T", focused())
	}
}
