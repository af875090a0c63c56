package standings

import (
	"bytes"
	"context"
	"errors"
	"image/png"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"standpoint/app/desk/desktest"
	"standpoint/app/discourse"
	"standpoint/app/picker"
	"standpoint/store"
)

// seat is a view at a desk.
type seat struct {
	*desktest.Desk
	*View

	reads int // of all positions
	drawn int // objects at most while something is dragged
}

// sample shows who stands where in the sample project.
func sample(t *testing.T) *seat {
	t.Helper()
	s := &seat{Desk: desktest.NewSample(t)}
	s.View = New(s.Desk.Desk)
	s.begin(t)
	return s
}

// count counts what the view reads from then on.
func (s *seat) count() {
	read := s.View.read
	s.View.read = func(ctx context.Context, p *store.Project, before *store.Holdings, since []store.Event) (*store.Holdings, error) {
		s.reads++
		return read(ctx, p, before, since)
	}
}

// begin shows the view, and counts what it reads from then on.
func (s *seat) begin(t *testing.T) {
	t.Helper()
	s.count()
	s.Front = s.View
	s.Put(s.View.Object())
	s.View.Opened()
	s.View.Shown()
}

func TestOneReadServesAllTabsAndFiltersUntilSomethingIsWritten(t *testing.T) {
	s := sample(t)
	for _, tab := range tabsOf() {
		s.turnTo(tab.Key)
	}
	s.filter.conditional.OnChanged("none")
	s.filter.level.OnChanged("affiliation")
	s.turnTo(tabTable)
	if s.reads != 1 {
		t.Errorf("the positions were read %d times", s.reads)
	}
	s.AddArticle(t, store.Article{Title: "Talks"}, "The talks went on.")
	if s.reads != 2 {
		t.Errorf("after a write they were read %d times", s.reads)
	}
}

func TestWritesWhileThePositionsAreReadHaveThemReadOnceMore(t *testing.T) {
	s := sample(t)
	letGo := s.HoldBack()
	for range 5 {
		s.View.Changed(store.Event{All: true})
	}
	letGo()
	if s.reads != 3 {
		t.Errorf("they were read %d times, want once before the writes, once for the first, and once for the others", s.reads)
	}
}

func TestDatesTheWrongWayRoundAreASentenceAndAButtonLetsAllPass(t *testing.T) {
	s := sample(t)
	all := s.made.passing
	s.filter.from.SetText("2031")
	s.filter.to.SetText("2030")
	said := desktest.Said(s.body)
	if !strings.Contains(said, "The first day, 2031, is after the last one, 2030") || s.empty.Lead() == nil {
		t.Fatalf("it says %q", said)
	}
	s.empty.Lead().Tapped(nil)
	if s.made.passing != all || s.filter.from.Text()+s.filter.to.Text() != "" {
		t.Errorf("%d positions pass, %q to %q; want %d", s.made.passing, s.filter.from.Text(), s.filter.to.Text(), all)
	}
}

func TestAProjectWithoutPositionsSaysWhatToRecordFirst(t *testing.T) {
	s := &seat{Desk: desktest.New(t)}
	s.View = New(s.Desk.Desk)
	s.begin(t)
	if said := desktest.Said(s.body); !strings.Contains(said, "Nobody takes a position on an issue yet.") {
		t.Errorf("it says %q", said)
	}
}

func TestPositionsThatCouldNotBeReadAreReadAgainWithTheNextWrite(t *testing.T) {
	s := sample(t)
	read := s.View.read
	s.View.read = func(context.Context, *store.Project, *store.Holdings, []store.Event) (*store.Holdings, error) {
		return nil, context.Canceled
	}
	s.AddArticle(t, store.Article{Title: "Talks"}, "The talks went on.")
	s.View.read = read
	s.AddArticle(t, store.Article{Title: "More talks"}, "The talks went on again.")
	if s.reads != 2 || s.made.passing == 0 {
		t.Errorf("they were read %d times, and %d pass", s.reads, s.made.passing)
	}
}

// Where the first read fails it is said, and a button reads again.
func TestPositionsThatCouldNotBeReadAtFirstAreReadAgainByAButton(t *testing.T) {
	s := &seat{Desk: desktest.NewSample(t)}
	s.View = New(s.Desk.Desk)
	read := s.View.read
	s.View.read = func(context.Context, *store.Project, *store.Holdings, []store.Event) (*store.Holdings, error) {
		return nil, errors.New("the disk is gone")
	}
	s.begin(t)
	if said := desktest.Said(s.empty); !strings.Contains(said, "could not be read") || s.empty.Lead() == nil {
		t.Fatalf("it says %q", said)
	}
	s.View.read = read
	test.Tap(s.empty.Lead())
	if s.made.counted == nil || s.made.passing == 0 {
		t.Error("they are not read again")
	}
}

// exported exports what is shown in a format, and returns the bytes of the file.
func (s *seat) exported(t *testing.T, key string, made bool) []byte {
	t.Helper()
	s.desk.Prefs.SetString(prefFormat, key)
	s.desk.Prefs.SetBool(prefMade, made)
	var path string
	for _, f := range formats(s.made.tab) {
		if f.key == key {
			path = filepath.Join(t.TempDir(), "figure."+f.extension)
		}
	}
	s.Picker = &picker.Fake{Paths: []string{path}}
	s.Choose("Export Figure…")
	s.Agree(t)
	written, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%s of %s: %v", key, s.made.tab, err)
	}
	return written
}

func TestEachTabIsExportedInEachOfItsFormats(t *testing.T) {
	s := sample(t)
	begins := map[string]string{
		"svg": "<?xml", "png": "\x89PNG", "pdf": "%PDF-", "html": "<!DOCTYPE html>", "xlsx": "PK", "events": discourse.EventsFormat,
		"graphml": "<?xml", "gexf": "<?xml", "dl": "dl n = ", "dot": "graph standpoint {",
	}
	for _, tab := range tabsOf() {
		s.turnTo(tab.Key)
		if tab.Key == tabTimeline {
			s.filter.ask(discourse.Filter{Issues: slices.Collect(maps.Keys(s.known.holdings.Issues))})
		}
		for _, f := range formats(tab.Key) {
			if got := s.exported(t, f.key, false); !strings.HasPrefix(string(got), begins[f.key]) || len(got) < 100 {
				t.Errorf("%s as %s begins with %.30q", tab.Key, f.key, got)
			}
		}
		hasWords := map[string]bool{tabChanges: true, tabTimeline: true}
		if table := string(s.exported(t, "csv", false)); hasWords[tab.Key] && !strings.Contains(table, "Two officers and one lamp") {
			t.Errorf("the table behind the %s does not have the exact words: %s", tab.Key, table)
		}
	}
}

func TestAFigureTellsTheDayOnWhichItWasMadeIfThatIsTicked(t *testing.T) {
	s := sample(t)
	if with, without := string(s.exported(t, "svg", true)), string(s.exported(t, "svg", false)); !strings.Contains(with, "Made on ") ||
		strings.Contains(without, "Made on ") {
		t.Error("the day is not told where it is ticked, or told where it is not")
	}
}

func TestAFigureIsCopiedAsPictureAndAsText(t *testing.T) {
	s := sample(t)
	var copied []byte
	s.CopyPicture = func(_ context.Context, png []byte) error { copied = png; return nil }
	for _, tab := range []string{tabTable, tabChanges} {
		s.turnTo(tab)
		copied = nil
		s.Choose("Copy Figure as Picture")
		image, err := png.Decode(bytes.NewReader(copied))
		if err != nil || image.Bounds().Dx() < 900 {
			t.Errorf("%s: the picture is %v, %v", tab, image, err)
		}
		s.Choose("Copy Figure as Text")
		text := s.UI.Clipboard().Content()
		if !strings.Contains(text, "Joint inspections") || !strings.Contains(text, "30 positions in 4 articles") {
			t.Errorf("%s: the text is %s", tab, text)
		}
	}
	s.CopyPicture = func(context.Context, []byte) error { return errors.New("the system did not take it") }
	s.Choose("Copy Figure as Picture")
	if !s.IsCovered() {
		t.Error("nothing says that the picture was not copied")
	}
}

func TestANetworkOfOneActorSaysThatThereAreNoTies(t *testing.T) {
	s := sample(t)
	s.turnTo(tabNetwork)
	if said := desktest.Said(s.View.Object()); strings.Contains(said, "There are no ties") {
		t.Fatalf("of many it says %q", said)
	}
	for id, actor := range s.made.rows.Holdings.Actors {
		if actor.Name == "Bruno Hask" {
			s.filter.asked.Actors = []store.ID{id}
		}
	}
	s.View.asked()
	if said := desktest.Said(s.View.Object()); s.made.passing != 1 ||
		!strings.Contains(said, "There are no ties: nobody has anything in common.") {
		t.Errorf("of %d positions it says %q", s.made.passing, said)
	}
}

func TestAnIssueThatIsNotThereIsASentenceInTheFilter(t *testing.T) {
	s := sample(t)
	field := s.filter.issue
	s.Window.Canvas().Focus(field.Input())
	for _, r := range "Fishing" {
		field.Input().TypedRune(r)
	}
	if said := desktest.Said(s.Window.Content()); !strings.Contains(said, "Nothing fits what you typed.") {
		t.Errorf("it says %q", said)
	}
	for range 2 {
		field.Input().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	}
	if got := field.Input().Text; got != "" || s.Window.Canvas().Focused() != fyne.Focusable(s.picture) {
		t.Errorf("when it is left it says %q, with the keyboard at %T", got, s.Window.Canvas().Focused())
	}
}

func TestTheSideSaysWhatEnterDoesOnEachTab(t *testing.T) {
	s := sample(t)
	for _, tab := range []string{tabChanges, tabTable} {
		s.turnTo(tab)
		want := "the positions behind it are listed here."
		if tab == tabChanges {
			want = "Enter leads to its new words, O to the old ones."
		}
		if said := desktest.Said(s.side); !strings.Contains(said, want) {
			t.Errorf("beside %s it says %q", tab, said)
		}
	}
}

func TestEscapeLeadsFromTheTabsToTheFigure(t *testing.T) {
	s := sample(t)
	s.Window.Canvas().Focus(s.tabs)
	s.tabs.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if s.Window.Canvas().Focused() != fyne.Focusable(s.picture) {
		t.Errorf("the keyboard is at %T", s.Window.Canvas().Focused())
	}
}

func TestAPositionThatIsDeletedInTheArticleIsNotListedWhenOneComesBack(t *testing.T) {
	s := sample(t)
	cell := s.made.sheet.Shape(s.made.sheet.Spot(0).Shape)
	id := cell.Leads
	s.list(s.made.sheet.Spot(0).Shape)
	if n := s.behind.list.Rows.Len(); n != 1 {
		t.Fatalf("%d are listed", n)
	}
	s.Front = nil
	_, err := s.Project.Do(t.Context(), store.Title{Code: store.TitleDeletePosition}, func(b *store.Batch) error {
		return b.Delete(store.EntityAnnotation, id)
	})
	if err != nil {
		t.Fatal(err)
	}
	s.View.Changed(store.Event{All: true})
	s.Front = s.View
	s.View.Shown()
	if n := s.behind.list.Rows.Len(); n > 0 {
		t.Errorf("%d are listed", n)
	}
}

// A large project takes a while to be read, and a network to settle; who has begun to type meanwhile goes on.
func TestTheKeyboardStaysWhereSomebodyTookItWhileTheFigureIsMade(t *testing.T) {
	for ask, field := range map[string]func(*seat) bool{
		"Find Node": func(s *seat) bool { return s.network.find.Focused() },
		"":          func(s *seat) bool { return s.filter.issue.Focused() },
	} {
		s := sample(t)
		s.turnTo(tabNetwork)
		letGo := s.HoldBack()
		s.View.Opened()
		s.View.Shown()
		if ask == "" {
			s.FilterList()
		} else if !s.Choose(ask) {
			t.Errorf("%s cannot be chosen", ask)
		}
		if !field(s) {
			t.Fatalf("%q: the keyboard is at %T", ask, s.Window.Canvas().Focused())
		}
		if letGo(); !field(s) || s.made.sheet == nil {
			t.Errorf("%q: when the network is there the keyboard is at %T", ask, s.Window.Canvas().Focused())
		}
	}
}
