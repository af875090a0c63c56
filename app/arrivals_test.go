package app

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/intake"
)

// waits is all that the room of articles that wait says.
func (a *App) waits() string {
	return plain(said(a.transfers.arrivals.Middle()) + " " + said(a.transfers.arrivals.Side()))
}

// plain is text without no-break spaces.
func plain(s string) string { return strings.ReplaceAll(s, "\u00a0", " ") }

// fieldThatSays is the field of the room whose caption begins so.
func (a *App) fieldThatSays(t *testing.T, caption string) *control.Field {
	t.Helper()
	for _, o := range test.LaidOutObjects(a.transfers.arrivals.Side()) {
		if f, ok := o.(*control.Field); ok && strings.HasPrefix(said(f), caption) {
			return f
		}
	}
	t.Fatalf("no field begins %q: %s", caption, a.waits())
	return nil
}

func TestASingleArticleAboutWhichThereIsNothingToSayComesInAtOnceAndUndoTakesItBack(t *testing.T) {
	a := newTestApp(t)
	named := files(t, map[string]string{"one.txt": "Title: Harbour\nDate: 2031-03-04\n\nThe harbour is open."})
	a.transfers.bringIn([]string{named["one.txt"]})
	if n := len(a.articleRows(t)); n != 1 || a.transfers.arrivals.IsWaiting() || a.articles.Article().Title != "Harbour" {
		t.Fatalf("%d articles; waiting is %v", n, a.transfers.arrivals.IsWaiting())
	}
	a.edits.undo()
	if n := len(a.articleRows(t)); n != 0 {
		t.Errorf("%d articles after Undo", n)
	}
}

func TestUndoTakesBackWhatWasCorrectedOrTickedOfArticlesThatWait(t *testing.T) {
	a := newSampleApp(t)
	paths := files(t, map[string]string{"one.txt": "Title: A\n\nThe harbour is open.", "two.txt": "Title: B\n\nThe strait is closed."})
	a.transfers.bringIn([]string{paths["one.txt"], paths["two.txt"]})
	list := a.keyboard()
	list.(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{})
	title := a.fieldThatSays(t, "Title")
	title.Focus()
	title.SetText("Harbour")
	a.press(fyne.KeyReturn)
	a.press(fyne.KeySpace)
	if !strings.Contains(a.waits(), "0 ticked") {
		t.Fatal(a.waits())
	}
	a.choose("Undo: Ticks")
	if !strings.Contains(a.waits(), "2 ticked") {
		t.Errorf("after one undo: %s", a.waits())
	}
	a.choose("Undo: Correction")
	if said := a.waits(); strings.Contains(said, "Harbour") || !strings.Contains(said, " B ") || !a.transfers.arrivals.IsWaiting() {
		t.Errorf("after two: %s", said)
	}
	if a.choose("Redo: Correction"); !strings.Contains(a.waits(), "Harbour") || a.keyboard() != list {
		t.Errorf("done again: %s", a.waits())
	}
	a.transfers.arrivals.Hidden()
	a.articles.ShowBeside(nil)
	for _, c := range a.menus.commands {
		if strings.Contains(c.Label(), "Correction") {
			t.Errorf("while a text is open, the menu has %q", c.Label())
		}
	}
}

// An import that was made before is not in sight while articles wait.
func TestUndoWhileArticlesWaitIsAboutThemAlone(t *testing.T) {
	a := newTestApp(t)
	paths := files(t, map[string]string{
		"one.txt": "Title: Harbour\nDate: 2031-03-04\n\nThe harbour is open.",
		"two.txt": "Title: B\n\nThe strait is closed\nto all ships that\nhave come from the\nsouth since the\nbeginning of May.",
		"six.csv": "Heading,Remark\nTalks,They began.\nThaw,It is warm.\n",
	})
	a.transfers.bringIn([]string{paths["one.txt"]})
	a.transfers.bringIn([]string{paths["six.csv"], paths["two.txt"]})
	a.press(fyne.KeyHome)
	start := a.waits()
	a.choose("Columns of the Table…")
	a.columnChoices()[1].SetValue(string(intake.FieldBody))
	a.answer(t, true)
	columns := a.waits()
	a.press(fyne.KeyEnd)
	a.encodingChoice(t).Focus()
	a.keyboard().TypedRune('w')
	a.choose("Undo: Encoding")
	if s := a.encodingChoice(t); s.Value() != "" || a.Told() != "The text is read in the encoding of before." {
		t.Errorf("after Undo the encoding is %q, told is %q", s.Value(), a.Told())
	}
	if a.choose("Redo: Encoding"); a.encodingChoice(t).Value() != "windows-1250" {
		t.Errorf("after Redo the encoding is %q", a.encodingChoice(t).Value())
	}
	a.edits.undo()
	a.choose("Undo: Columns of the Table")
	if got := a.waits(); got != start {
		t.Errorf("after all is taken back there is %q, before %q", got, start)
	}
	a.edits.undo()
	if n := len(a.articleRows(t)); n != 1 || !strings.HasPrefix(a.Told(), "Nothing is left to take back here.") {
		t.Errorf("with nothing to take back %d articles are in the project, told is %q", n, a.Told())
	}
	a.choose("Redo: Columns of the Table")
	a.press(fyne.KeyHome)
	if got := a.waits(); got != columns {
		t.Errorf("done again there is %q, before %q", got, columns)
	}
	a.edits.redo()
	if a.edits.redo(); !strings.HasPrefix(a.Told(), "Nothing is left to do again here.") {
		t.Errorf("with nothing to do again told is %q", a.Told())
	}
	a.transfers.arrivals.Hidden()
	a.articles.ShowBeside(nil)
	if a.edits.undo(); len(a.articleRows(t)) != 0 {
		t.Error("beside a text Undo takes no import back")
	}
}

func TestAMappingOfColumnsThatIsTakenBackIsNotRemembered(t *testing.T) {
	a := newTestApp(t)
	paths := files(t, map[string]string{"one.csv": "Heading,Remark\nTalks,They began.\n", "two.csv": "Heading,Remark\nThaw,It is warm.\n"})
	a.transfers.bringIn([]string{paths["one.csv"]})
	a.choose("Columns of the Table…")
	a.columnChoices()[1].SetValue(string(intake.FieldBody))
	a.answer(t, true)
	a.choose("Undo: Columns of the Table")
	a.choose("Give Up the Import")
	a.transfers.bringIn([]string{paths["two.csv"]})
	if got := a.waits(); !strings.Contains(got, "0 ticked") {
		t.Errorf("after that the other table is read as %q", got)
	}
}

func TestWhetherLinesAreKeptIsTakenBack(t *testing.T) {
	a := newTestApp(t)
	lines := "The strait is closed to all of the ships that have come here\nfrom the south since the beginning of May, the port said on\n" +
		"Monday. The crews wait for a word of the ministry, which has\nspoken of a week at most, and of a pilot for each that may go\n" +
		"on to the north before the storms of the autumn set in again.\n"
	paths := files(t, map[string]string{"one.txt": "Title: A\n\n" + lines, "two.txt": "Title: B\n\nThe harbour is open."})
	a.transfers.bringIn([]string{paths["one.txt"], paths["two.txt"]})
	a.press(fyne.KeyHome)
	tick := func() *control.Tick {
		for _, o := range test.LaidOutObjects(a.transfers.arrivals.Side()) {
			if tick, ok := o.(*control.Tick); ok {
				return tick
			}
		}
		t.Fatalf("no lines can be kept: %s", a.waits())
		return nil
	}
	tick().SetChecked(true)
	if a.choose("Undo: Lines of the Text"); tick().Checked {
		t.Error("after Undo lines are kept")
	}
	if a.choose("Redo: Lines of the Text"); !tick().Checked {
		t.Error("after Redo lines are not kept")
	}
	a.transfers.arrivals.Focus()
	a.keyboard().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{})
	if got := a.waits(); !strings.Contains(got, "Keep the lines · several values") || tick().Checked {
		t.Errorf("of files that are read differently it is said: %q", got)
	}
}

func TestOfFilesInSeveralEncodingsNoneIsShownAndOneCanBeSetForAll(t *testing.T) {
	a := newTestApp(t)
	paths := files(t, map[string]string{"one.txt": "Title: A\n\nThe harbour is open.", "two.txt": "Title: B\n\nThe strait is closed."})
	a.transfers.bringIn([]string{paths["one.txt"], paths["two.txt"]})
	a.press(fyne.KeyHome)
	a.encodingChoice(t).Focus()
	a.keyboard().TypedRune('w')
	a.transfers.arrivals.Focus()
	all := func() { a.keyboard().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{}) }
	all()
	if s := a.encodingChoice(t); s.Said() != "" || !strings.Contains(plain(said(s)), "several values") {
		t.Errorf("of two encodings it is said: %q", said(s))
	}
	a.encodingChoice(t).Focus()
	a.keyboard().TypedRune('w')
	if s := a.encodingChoice(t); s.Value() != "windows-1250" || strings.Contains(plain(said(s)), "several values") {
		t.Errorf("one for all is set, and it is said: %q", said(s))
	}
	a.choose("Undo: Encoding")
	if s := a.encodingChoice(t); s.Said() != "" || !strings.Contains(plain(said(s)), "several values") {
		t.Errorf("taken back it is said: %q", said(s))
	}
}

func TestAValueIsSetForAllSelectedArticlesAndTheyAreImportedTogether(t *testing.T) {
	a := newTestApp(t)
	paths := files(t, map[string]string{"one.txt": "Title: A\n\nThe harbour is open.", "two.txt": "Title: B\n\nThe strait is closed."})
	a.transfers.bringIn([]string{paths["one.txt"], paths["two.txt"]})
	if !strings.Contains(a.waits(), "from the first lines") {
		t.Errorf("it is not said where the title was recognised: %s", a.waits())
	}
	a.keyboard().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{})
	source := a.fieldThatSays(t, "Source")
	source.Focus()
	source.SetText("Harbour Wire")
	a.press(fyne.KeyReturn)
	date := a.fieldThatSays(t, "Published")
	date.Focus()
	date.SetText("soon")
	if a.press(fyne.KeyReturn); !strings.Contains(said(date), "is not a date") {
		t.Errorf("a value that is no date says %q", said(date))
	}
	date.SetText("3 May 2031")
	a.press(fyne.KeyReturn)
	a.press(fyne.KeyReturn)
	rows := a.articleRows(t)
	if len(rows) != 2 {
		t.Fatalf("%d articles; %s", len(rows), a.waits())
	}
	for _, row := range rows {
		if row.Source != "Harbour Wire" || row.Published != "2031-05-03" {
			t.Errorf("%s is of %q, %s", row.Title, row.Source, row.Published)
		}
	}
}

func TestGivingUpAnImportAsksOnlyIfSomethingWasCorrected(t *testing.T) {
	a := newTestApp(t)
	paths := files(t, map[string]string{"one.txt": "The harbour is open.", "two.txt": "The strait is closed."})
	both := []string{paths["one.txt"], paths["two.txt"]}
	a.transfers.bringIn(both)
	if a.press(fyne.KeyEscape); a.transfers.arrivals.IsWaiting() || a.said() != "" {
		t.Errorf("giving up says %q; waiting is %v", a.said(), a.transfers.arrivals.IsWaiting())
	}
	a.transfers.bringIn(both)
	title := a.fieldThatSays(t, "Title")
	title.Focus()
	title.SetText("Harbour")
	a.press(fyne.KeyReturn)
	if a.press(fyne.KeyEscape); !a.transfers.arrivals.IsWaiting() || !strings.Contains(a.said(), "1 article was corrected") {
		t.Fatalf("giving up says %q; waiting is %v", a.said(), a.transfers.arrivals.IsWaiting())
	}
	if a.answer(t, true); a.transfers.arrivals.IsWaiting() || len(a.articleRows(t)) != 0 {
		t.Error("it was not given up")
	}
}

func TestArticlesThatWaitStandBesideTheLibraryAndComeBack(t *testing.T) {
	a := newTestApp(t)
	a.importAll(t, []string{files(t, map[string]string{"old.txt": "Title: Old\n\nThe ferry left at noon."})["old.txt"]})
	old := a.articleRows(t)[0]
	paths := files(t, map[string]string{"one.txt": "The harbour is open.", "two.txt": "The strait is closed."})
	a.transfers.bringIn([]string{paths["one.txt"], paths["two.txt"]})
	if words := plain(said(a.articles.Object())); !strings.Contains(words, "Old") || !strings.Contains(words, "2 ticked") {
		t.Fatalf("beside each other stand %q", words)
	}
	a.articles.GoTo(desk.Place{Article: old.ID})
	words := plain(said(a.articles.Object()))
	if strings.Contains(words, "2 ticked") || !strings.Contains(a.status(), "2 articles wait") {
		t.Errorf("when an article is opened, the status line says %q", a.status())
	}
	a.choose("Show the Articles That Wait")
	if words := plain(said(a.articles.Object())); !strings.Contains(words, "2 ticked") {
		t.Errorf("they do not come back: %q", words)
	}
}

func TestLinesAreJoinedOrKeptAndTheTextIsSeenAtOnce(t *testing.T) {
	a := newTestApp(t)
	a.transfers.bringIn([]string{files(t, map[string]string{"mail.txt": wrappedMail})["mail.txt"]})
	for _, words := range []string{"Line 2", "3/4/2031", "line ends were joined", "Which is it?"} {
		if !strings.Contains(a.waits(), words) {
			t.Errorf("%q does not say %q", a.waits(), words)
		}
	}
	a.pressButton(t, "3 April 2031")
	for _, o := range test.LaidOutObjects(a.transfers.arrivals.Side()) {
		if tick, ok := o.(*control.Tick); ok {
			tick.SetChecked(true)
		}
	}
	a.transfers.arrivals.ImportTicked()
	if rows := a.articleRows(t); len(rows) != 1 || rows[0].Published != "2031-04-03" {
		t.Fatalf("articles are %+v", rows)
	}
	if body := a.text().Body().String(); !strings.Contains(body, "her country\nwould never") || strings.Contains(body, "Date:") {
		t.Errorf("body %q", body)
	}
}

func TestWhatColumnsHoldIsAskedAndRemembered(t *testing.T) {
	a := newTestApp(t)
	paths := files(t, map[string]string{
		"one.csv": "Title,Date,Remark\nTalks,2031-05-16,They began.\n", "two.csv": "Title,Date,Remark\nThaw,2031-05-17,It is warm.\n",
	})
	a.transfers.bringIn([]string{paths["one.csv"]})
	a.choose("Columns of the Table…")
	if !strings.Contains(a.said(), "They began.") {
		t.Fatalf("asked is %q", a.said())
	}
	a.columnChoices()[2].SetValue(string(intake.FieldBody))
	a.answer(t, true)
	a.transfers.arrivals.ImportTicked()
	a.transfers.bringIn([]string{paths["two.csv"]})
	a.transfers.arrivals.ImportTicked()
	if rows := a.articleRows(t); len(rows) != 2 || rows[0].Title != "Talks" || rows[1].Title != "Thaw" {
		t.Errorf("articles are %+v", rows)
	}
}

func TestTextsThatAreNearlyTheSameAreShownSideBySide(t *testing.T) {
	a := newTestApp(t)
	text := "The ferries sail again on Monday, the union of the crews said, and the port is to open for all of the ships that have waited " +
		"through the winter. The minister said that the talks had been long, and that "
	paths := files(t, map[string]string{"one.txt": text + "nobody had won.", "two.txt": text + "everybody had lost."})
	a.transfers.bringIn([]string{paths["one.txt"], paths["two.txt"]})
	a.press(fyne.KeyDown)
	a.choose("Compare the Texts")
	if words := said(a.transfers.arrivals.Middle()); !strings.Contains(words, "nobody") || !strings.Contains(words, "everybody") {
		t.Errorf("side by side stands %q", words)
	}
	if a.press(fyne.KeyEscape); !a.transfers.arrivals.IsWaiting() || !strings.Contains(a.waits(), "2 ticked") {
		t.Errorf("Esc does not lead back: %q", said(a.transfers.arrivals.Middle()))
	}
}

// isInWaitingList reports whether the list of what waits has the keyboard.
func (a *App) isInWaitingList() bool {
	list, is := a.keyboard().(*control.VirtualList)
	return is && list.Name == "Articles that wait"
}

// encodingChoice is where the encoding of the selected file is chosen.
func (a *App) encodingChoice(t *testing.T) *control.Select {
	t.Helper()
	for _, o := range test.LaidOutObjects(a.transfers.arrivals.Side()) {
		if s, ok := o.(*control.Select); ok {
			return s
		}
	}
	t.Fatalf("no encoding can be chosen: %s", a.waits())
	return nil
}

// columnChoices are where it is said what the columns of a table hold.
func (a *App) columnChoices() (choices []*control.Select) {
	for _, overlay := range a.Window.Canvas().Overlays().List() {
		for _, o := range test.LaidOutObjects(overlay) {
			if s, ok := o.(*control.Select); ok {
				choices = append(choices, s)
			}
		}
	}
	return choices
}

func TestTheKeyboardGoesOnWhereItWasWhenFilesAreReadInAnotherWay(t *testing.T) {
	a := newTestApp(t)
	paths := files(t, map[string]string{
		"a.txt": "Title: A\nDate: 03/04/2031\n\nThe harbour is open.", "b.csv": "Heading,Remark\nTalks,They began.\nThaw,It is warm.\n",
		"c.txt": "Title: C\n\nThe strait is closed.",
	})
	a.transfers.bringIn([]string{paths["a.txt"], paths["b.csv"], paths["c.txt"]})
	for _, b := range shown[*control.Button](a) {
		if said(b) == "3 April 2031" {
			a.Window.Canvas().Focus(b) // as a click does
			b.Tapped(nil)
		}
	}
	if !a.isInWaitingList() {
		t.Errorf("once it is answered which day it is, the keyboard is at %T", a.keyboard())
	}
	a.press(fyne.KeyDown)
	a.choose("Columns of the Table…")
	a.columnChoices()[1].SetValue(string(intake.FieldBody))
	a.answer(t, true)
	if words := said(a.transfers.arrivals.Side()); !a.isInWaitingList() || !strings.Contains(words, "b.csv") {
		t.Errorf("once it is said what columns hold, %T has the keyboard, and the side says %q", a.keyboard(), words)
	}
	a.press(fyne.KeyEnd)
	a.encodingChoice(t).Focus()
	a.keyboard().TypedRune('w')
	if s := a.encodingChoice(t); a.keyboard() != fyne.Focusable(s) || s.Value() != "windows-1250" {
		t.Errorf("an encoding is chosen, and %T has the keyboard; it is %q", a.keyboard(), s.Value())
	}
}

// What waits is summed up whole also where the window is narrow.
func TestAllThatIsCountedOfWhatWaitsIsReadInANarrowWindow(t *testing.T) {
	for _, language := range []string{"en", "de"} {
		t.Run(language, func(t *testing.T) {
			a := newSampleAppIn(t, language)
			a.Window.Resize(fyne.NewSize(1100, 700-menuBar))
			text := strings.Repeat("The ferries sail again on Monday, the union of the crews said, and the port is to open. ", 4)
			paths := files(t, map[string]string{
				"one.txt": text, "two.txt": text, "three.txt": text + "Nobody had won.", "four.txt": "", "five.txt": text + "All had won.",
			})
			a.transfers.bringIn(slices.Sorted(maps.Values(paths)))
			for _, o := range test.LaidOutObjects(a.transfers.arrivals.Middle()) {
				if line, ok := o.(*control.RichLine); ok && strings.HasPrefix(plain(said(line)), "4 ") {
					if strings.Contains(said(line), "…") {
						t.Errorf("%q is cut", said(line))
					}
					return
				}
			}
			t.Errorf("nothing is summed up: %s", a.waits())
		})
	}
}
