package preview

import (
	"os"
	"path/filepath"
	"testing"

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
