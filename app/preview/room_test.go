package preview

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"standpoint/app/candidates"
	"standpoint/app/control"
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

func TestNothingIsImportedWhileFilesAreReadAndEnterSaysSo(t *testing.T) {
	r, batch, _ := newRoom(t)
	told := r.desk.Host.(*desktest.Desk).Told
	r.list.come(batch)
	offers := func() bool {
		return slices.ContainsFunc(r.Hints(), func(h desk.Hint) bool { return h.Key == desk.KeyEdit })
	}
	r.list.list.OnActivated(0)
	if offers() || !r.IsWaiting() || batch.Totals().Ticked != 2 || !strings.Contains(told(), "still being read") {
		t.Errorf("while files are read Enter is offered %v, and says %q", offers(), told())
	}
	if r.looked(Arrival{}, batch, nil); !offers() {
		t.Error("Enter is not offered when all is read")
	}
}

func TestWhoStopsReadingIsToldWhatWasNotRead(t *testing.T) {
	r, batch, _ := newRoom(t)
	told := r.desk.Host.(*desktest.Desk).Told
	r.list.come(batch)
	ctx, stop := context.WithCancel(t.Context())
	stop()
	dir := t.TempDir()
	err := batch.Read(ctx, []string{filepath.Join(dir, "three.txt"), filepath.Join(dir, "four.txt")}, nil)
	r.paths = []string{filepath.Join(dir, "three.txt")}
	r.looked(Arrival{}, batch, err)
	if want := "were not read to their end"; !strings.Contains(told(), want) || !strings.Contains(r.summary(), want) {
		t.Errorf("said is %q, above the rows stands %q", told(), r.summary())
	}
	if len(r.paths) != 2 || filepath.Dir(r.paths[0]) == dir {
		t.Errorf("about these files is decided: %v", r.paths)
	}
}

// Rows are drawn again and again by the same objects: one whose article is gone shows nothing, not the article that stood in it before.
func TestARowWhoseArticleIsGoneShowsNoOther(t *testing.T) {
	r, batch, _ := newRoom(t)
	r.list.come(batch)
	o := newRow(nil).object
	r.list.update(0, o)
	shown := o.Layout.(*row)
	if shown.box.title == "" || !shown.lines[0].Visible() {
		t.Fatal("the row shows nothing")
	}
	r.list.ids = []int{77}
	r.list.update(0, o)
	says := slices.ContainsFunc(shown.lines, func(l *control.RichLine) bool { return l.Visible() })
	if says || shown.box.title != "" || shown.box.Visible() {
		t.Errorf("the row shows %q", shown.box.title)
	}
}

func TestWhoIsAskedWhetherToGiveUpGivesNothingUpByEnter(t *testing.T) {
	r, batch, _ := newRoom(t)
	r.desk.Window.SetContent(container.NewHSplit(r.Middle(), r.Side()))
	r.list.come(batch)
	r.looked(Arrival{}, batch, nil)
	if err := r.set(intake.FieldTitle, "Harbour", []int{0}); err != nil {
		t.Fatal(err)
	}
	r.giveUp()
	focused, is := r.desk.Window.Canvas().Focused().(*control.Button)
	if !is || !r.desk.IsCovered() {
		t.Fatal("it is not asked")
	}
	focused.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if r.desk.IsCovered() || !r.IsWaiting() {
		t.Error("Enter gave up")
	}
	r.giveUp()
	r.desk.Boxes.TypedOver(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if r.desk.IsCovered() || !r.IsWaiting() {
		t.Error("Enter without a button gave up")
	}
}

func TestAFieldOfThePageIsTypedOver(t *testing.T) {
	r, batch, _ := newRoom(t)
	r.desk.Window.SetContent(container.NewHSplit(r.Middle(), r.Side()))
	r.list.come(batch)
	for _, p := range r.page.parts {
		input, is := p.is.(*control.Input)
		if !is {
			continue
		}
		if p.focus(); input.SelectedText() != input.Text {
			t.Errorf("of %s %q is selected, not %q", p.name, input.SelectedText(), input.Text)
		}
	}
}

// Files come in whatever order they are read: until somebody chooses a row it is the first that is open, then the one that was chosen.
func TestTheFirstRowIsOpenUntilAnotherIsChosen(t *testing.T) {
	r, batch, _ := newRoom(t)
	r.list.come(batch)
	last := r.list.ids[1]
	r.list.ids = []int{last} // its file came first
	r.list.list.Select(0)
	r.list.refresh()
	if got := r.list.list.Selected(); got != 0 || len(r.list.ids) != 2 {
		t.Errorf("when the other has come row %d of %d is open", got, len(r.list.ids))
	}
	r.list.moved(1)
	r.list.refresh()
	if got := r.list.chosen(); got != last {
		t.Errorf("what was chosen is not open any more: %d, not %d", got, last)
	}
}

func TestALockedFileOfAnArchiveIsInTheReportWithItsReason(t *testing.T) {
	d := desktest.New(t)
	r := New(d.Desk, func(bool) {}, func(intake.Result) {})
	d.Put(r.Middle())
	var archive bytes.Buffer
	z := zip.NewWriter(&archive)
	for _, head := range []zip.FileHeader{{Name: "open.txt"}, {Name: "secret.txt", Flags: 1}} { // 1: it has a password
		within, err := z.CreateHeader(&head)
		if err == nil {
			_, err = within.Write([]byte("The harbour is open."))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	file := filepath.Join(t.TempDir(), "mail.zip")
	if err := errors.Join(z.Close(), os.WriteFile(file, archive.Bytes(), 0o600)); err != nil {
		t.Fatal(err)
	}
	batch := candidates.NewBatch(d.Project, intake.Options{})
	if err := batch.Read(t.Context(), []string{file}, nil); err != nil {
		t.Fatal(err)
	}
	r.project = d.Project
	r.begin(t.Context(), batch)
	if !r.hasReport() || batch.Totals().Articles != 1 {
		t.Fatalf("%+v", batch.Totals())
	}
	r.copyReport()
	want := "“" + file + " › secret.txt” has a password. Unpack the archive with it, and import the files.\n"
	if got := r.desk.UI.Clipboard().Content(); got != want {
		t.Errorf("copied %q", got)
	}
}
