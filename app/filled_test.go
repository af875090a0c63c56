package app

import (
	"cmp"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"standpoint/app/control"
	"standpoint/app/names"
	"standpoint/app/suggest"
	"standpoint/app/suggest/gold"
	"standpoint/store"
	"standpoint/store/storetest"
	"standpoint/store/text"
)

// The parts of a statement that a form is filled with.
const (
	partSpeaker, partCue, partAct, partQuotation  = "speaker", "cue", "act", "quotation"
	partDate, partAddressee, partCarrier, partAll = "date", "addressee", "carrier", "all"
)

var statementParts = []string{partSpeaker, partCue, partAct, partQuotation, partDate, partAddressee, partCarrier}

// filledByHand is how many presses statements took, and how often the form had each part right by itself.
type filledByHand struct {
	taken []int
	right map[string]int
}

// report tells both.
func (f *filledByHand) report(t *testing.T) {
	t.Helper()
	slices.Sort(f.taken)
	n := len(f.taken)
	t.Logf("%d statements: %d presses at a quarter, %d at half, %d at three quarters, %d at nine tenths",
		n, f.taken[n/4], f.taken[n/2], f.taken[3*n/4], f.taken[9*n/10])
	for _, part := range append(slices.Clone(statementParts), partAll) {
		t.Logf("%-9s right in %d %%", part, 100*f.right[part]/n)
	}
}

// eachByHand is which statement is recorded by hand, as all take minutes.
const eachByHand = 10

// Somebody who selects the words of a statement, presses S, sets right what is wrong and saves presses four keys at most in half of all
// cases, in invented articles of which is written down what they hold. The project knows those who speak there and nobody else. All that
// is set right is pressed: an actor by the digit that the list shows or by as many letters as find one, words letter by letter. Selecting
// is not counted. STANDPOINT_BY_HAND has all statements of some languages measured: “en de”.
func TestAStatementByHandTakesFourKeys(t *testing.T) {
	articles, err := gold.All()
	if err != nil {
		t.Fatal(err)
	}
	languages, each := strings.Fields(os.Getenv("STANDPOINT_BY_HAND")), 1
	if len(languages) == 0 {
		languages, each = []string{"en"}, eachByHand
	}
	for _, language := range languages {
		for _, kept := range []bool{false, true} {
			of := slices.DeleteFunc(slices.Clone(articles), func(a gold.Article) bool { return a.Language != language || a.Kept != kept })
			t.Run(fmt.Sprintf("%s, kept %v", language, kept), func(t *testing.T) {
				w := newByHand(t, of)
				for i, a := range of {
					w.article(i, a, each)
				}
				w.report(t)
				const most = 4
				if half := w.taken[len(w.taken)/2]; half > most && language == "en" {
					t.Errorf("half of the statements take more than %d presses", half)
				}
			})
		}
	}
}

// byHand is a window with the articles of one language in a project that knows who speaks in them.
type byHand struct {
	*hand
	filledByHand

	ids    []store.ID          // of the articles
	actors map[string]store.ID // by name
}

func newByHand(t *testing.T, articles []gold.Article) *byHand {
	t.Helper()
	w := &byHand{hand: &hand{App: newTestApp(t), t: t}, actors: map[string]store.ID{}, filledByHand: filledByHand{right: map[string]int{}}}
	if _, err := w.Project.Do(t.Context(), storetest.Titled("Fill"), func(b *store.Batch) error {
		for _, a := range articles {
			for _, name := range speakersOf(a) {
				if _, there := w.actors[name.Name]; there {
					continue
				}
				added, err := b.AddActor(store.Actor{Name: name.Name, Kind: name.Kind})
				if err != nil {
					return err
				}
				w.actors[name.Name] = added.ID
			}
			added, err := b.AddArticle(store.Article{
				Title: a.ID, Published: a.Date, Source: a.Outlet, Language: a.Language, Status: store.StatusInProgress,
			}, a.Body.String())
			if err != nil {
				return err
			}
			w.ids = append(w.ids, added.ID)
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return w
}

// speakersOf are those who speak in an article and are named there.
func speakersOf(a gold.Article) (all []store.Name) {
	for _, s := range a.Statements {
		for _, p := range s.Speakers {
			if p.Name == "" {
				continue
			}
			kind := store.ActorPerson
			for _, n := range a.Names {
				if n.Kind != gold.NamePlace && strings.HasSuffix(p.Name, a.Body.Slice(n.Span)) {
					kind = store.ActorKind(n.Kind)
				}
			}
			all = append(all, store.Name{Name: p.Name, Kind: kind})
		}
	}
	return all
}

// article records statements of an article, one of so many, and takes each back.
func (w *byHand) article(i int, a gold.Article, each int) {
	w.t.Helper()
	w.articles.OpenAt(w.ids[i], nil)
	w.articles.Focus()
	for n := i % each; n < len(a.Statements); n += each {
		w.statement(a, a.Statements[n])
	}
}

// statement sets right what turns out to be wrong, until what is saved is what is written down, and counts the presses of that.
func (w *byHand) statement(a gold.Article, s gold.Statement) {
	w.t.Helper()
	var wrong []string
	const most = 4 // a field at a time may come up, as nothing is saved without a speaker
	counted := false
	for range most {
		w.begin(s)
		w.mend(a, s, wrong)
		w.addSpans(s)
		if w.isAt("Issue or actor") {
			w.press("Enter")
		} else {
			w.press("Ctrl+Enter")
		}
		saved, is := w.saved()
		found := []string{partSpeaker}
		if is {
			found = w.wrongIn(a, s, saved)
			w.Desk.Undo()
		} else {
			w.press("Esc*2")
		}
		if is && !counted {
			w.count(slices.Concat(wrong, found))
			counted = true
		}
		if len(found) == 0 {
			w.taken = append(w.taken, w.presses)
			return
		}
		for _, part := range found {
			if is && slices.Contains(wrong, part) {
				w.t.Errorf("%s: the %s of “%s” is not set right: %+v", a.ID, part, a.Body.Slice(s.Content[0]), saved.Participants)
				w.taken = append(w.taken, w.presses)
				return
			}
		}
		wrong = append(wrong, found...)
	}
	w.t.Errorf("%s: “%s” is not recorded: %v %s", a.ID, a.Body.Slice(s.Content[0]), wrong, w.focused())
}

// begin selects the words and opens the form.
func (w *byHand) begin(s gold.Statement) {
	w.t.Helper()
	w.articles.Focus()
	w.presses = 0
	w.selectWords(s.Content[0])
	w.press("S")
}

// addSpans adds the words of the statement that stand elsewhere.
func (w *byHand) addSpans(s gold.Statement) {
	w.t.Helper()
	for _, further := range s.Content[1:] {
		for w.Window.Canvas().Focused() != fyne.Focusable(w.text()) {
			w.press("F6")
		}
		w.selectWords(further)
		w.press("+")
	}
}

func (w *byHand) selectWords(s text.Span) {
	view := w.text()
	view.Select(s)
	view.OnSelect(view.Selection())
}

// saved is the statement that was saved last, if one was.
func (w *byHand) saved() (store.Annotation, bool) {
	w.t.Helper()
	all, err := w.Project.Annotations(w.t.Context(), w.articles.Article().ID)
	if err != nil {
		w.t.Fatal(err)
	}
	i := slices.IndexFunc(all, func(a store.Annotation) bool { return a.Kind == store.KindStatement })
	if i < 0 {
		return store.Annotation{}, false
	}
	return all[i], true
}

// count counts what a form was filled right with.
func (w *byHand) count(wrong []string) {
	for _, part := range statementParts {
		if !slices.Contains(wrong, part) {
			w.right[part]++
		}
	}
	if len(wrong) == 0 {
		w.right[partAll]++
	}
}

// wrongIn are the parts of a saved statement that are not what is written down.
func (w *byHand) wrongIn(a gold.Article, s gold.Statement, saved store.Annotation) (wrong []string) {
	w.t.Helper()
	for _, of := range []struct {
		part  string
		right bool
	}{
		{partSpeaker, w.isParties(a, s.Speakers, saved, store.RoleSpeaker)},
		{partCue, isCue(told(a.Body, s.Cue), saved.Cue.Exact())},
		{partAct, saved.Act == s.Act},
		{partQuotation, saved.Quotation == s.Quotation},
		{partDate, saved.On == s.On.Value},
		{partAddressee, w.isParties(a, s.Addressees, saved, store.RoleAddressee)},
		{partCarrier, w.isParties(a, s.Carriers, saved, store.RoleCarrier)},
	} {
		if !of.right {
			wrong = append(wrong, of.part)
		}
	}
	return wrong
}

// told are the words from the first of some spans to the last.
func told(b *text.Body, spans []text.Span) string {
	var all text.Span
	for _, s := range spans {
		all = all.Union(s)
	}
	return b.Slice(all)
}

// isCue reports whether a verb of saying is the one that is written down: “declined” for “declined to say”.
func isCue(want, is string) bool {
	return want == is || want != "" && is != "" && (strings.Contains(want, is) || strings.Contains(is, want))
}

// isParties reports whether those who have a part in a saved statement are the ones who are written down: by the name that the project
// knows, of whom nobody has it by the words, with or without an article.
func (w *byHand) isParties(a gold.Article, want []gold.Party, saved store.Annotation, role store.Role) bool {
	w.t.Helper()
	var is, should []string
	for _, p := range saved.Participants {
		if p.Role != role {
			continue
		}
		called := p.Words
		if p.Actor != (store.ID{}) {
			called = w.Desk.Names.Actors[p.Actor].Name
		}
		is = append(is, bare(called))
	}
	for _, p := range want {
		should = append(should, bare(cmp.Or(p.Name, a.Body.Slice(p.Span))))
	}
	slices.Sort(is)
	slices.Sort(should)
	return slices.Equal(is, should)
}

// bare is a folded name without an article before it.
func bare(name string) string {
	fold := text.Fold(name)
	for _, article := range []string{"the ", "a ", "an "} {
		fold = strings.TrimPrefix(fold, article)
	}
	return fold
}

// captions are what the fields of the parts are called.
var captions = map[string]string{
	partSpeaker: "Speaker", partCue: "Verb", partAct: "Act", partQuotation: "Quotation", partDate: "Said on", partAddressee: "Addressees",
	partCarrier: "Reported through",
}

// mend sets right the parts that are wrong.
func (w *byHand) mend(a gold.Article, s gold.Statement, wrong []string) {
	w.t.Helper()
	for _, part := range statementParts {
		if !slices.Contains(wrong, part) {
			continue
		}
		switch part {
		case partSpeaker:
			w.mendParties(a, part, s.Speakers, s.Content[0])
		case partAddressee:
			w.mendParties(a, part, s.Addressees, s.Content[0])
		case partCarrier:
			w.mendParties(a, part, s.Carriers, s.Content[0])
		case partCue:
			w.goTo(part)
			w.retype(told(a.Body, s.Cue))
		case partDate:
			w.goTo(part)
			w.retype(string(s.On.Value))
		case partAct:
			w.goTo(part)
			w.choose(string(s.Act))
		case partQuotation:
			w.goTo(part)
			w.choose(string(s.Quotation))
		}
	}
}

// focused is what the field is called that has the keyboard.
func (w *byHand) focused() string {
	if named, ok := w.Window.Canvas().Focused().(fyne.Accessible); ok {
		return named.AccessibilityLabel()
	}
	return ""
}

// goTo goes to the field of a part, whichever way is shorter, and opens it first if it is not shown.
func (w *byHand) goTo(part string) {
	w.t.Helper()
	if w.isAt(captions[part]) {
		return
	}
	if part == partSpeaker && strings.HasPrefix(w.focused(), "Issue or actor") {
		if w.press("Backspace"); w.isAt(captions[part]) {
			return
		}
	}
	way := "Tab"
	inOrder := []string{"Speaker", "Verb", "Act", "Quotation", "Said on", "Issue or actor", "Reported through", "Addressees"}
	if slices.IndexFunc(inOrder, w.isAt) > slices.Index(inOrder, captions[part]) {
		way = "Shift+Tab"
	}
	const most = 16
	for range most {
		w.press(way)
		if w.isAt(captions[part]) && !w.isAt("Addressees, tr") {
			return
		}
		if part == partAddressee && w.isAt("Addressees, tr") {
			w.press("Space")
			return
		}
	}
	w.t.Fatalf("no field for the %s: %s", part, w.focused())
}

func (w *byHand) isAt(caption string) bool { return strings.HasPrefix(w.focused(), caption) }

// retype puts other words into a field of one line.
func (w *byHand) retype(words string) {
	w.press("Delete")
	w.write(words)
}

func (w *byHand) write(words string) {
	for _, r := range words {
		w.letter(r)
	}
}

// choose sets a value by its first letter.
func (w *byHand) choose(value string) {
	w.t.Helper()
	for range 4 {
		w.press(value[:1])
		if strings.Contains(w.focused(), value) {
			return
		}
	}
	w.t.Errorf("%q is not set: %s", value, w.focused())
}

// mendParties names those who have a part: one who is used lately or named nearby by a digit, another who is known by letters, as many as
// find them, and one who is not by the words of the article.
func (w *byHand) mendParties(a gold.Article, part string, all []gold.Party, at text.Span) {
	w.t.Helper()
	w.goTo(part)
	if len(all) == 0 {
		w.press("Delete")
	}
	for _, p := range all {
		id, known := w.actors[p.Name]
		switch digit := slices.Index(w.digits(a, at), id) + 1; {
		case known && digit > 0 && len(all) == 1 && part == partSpeaker:
			w.press(fmt.Sprint(digit))
		case known:
			w.write(w.lettersOf(p.Name))
			w.press("Enter")
		case p.Name != "" && !w.isFoundBy(p.Name):
			w.write(p.Name)
			w.press("Enter")
		case control.Describes(a.Body.Slice(p.Span)):
			w.writeWords(a.Body.Slice(p.Span))
			w.press("Up*5 Enter") // before the four kinds of actors
		default:
			w.writeWords(a.Body.Slice(p.Span))
			w.press("Up Enter") // the last that is offered are the words alone
		}
	}
}

// isFoundBy reports whether what is written finds somebody whom the project knows by a longer name: “Parliament”, the European Parliament.
func (w *byHand) isFoundBy(written string) bool {
	for name := range w.actors {
		if strings.Contains(" "+text.Fold(name), " "+text.Fold(written)) {
			return true
		}
	}
	return false
}

// writeWords writes what an actor is called into an empty field: behind a space, if that begins with a digit, which would pick one.
func (w *byHand) writeWords(words string) {
	if words[0] >= '0' && words[0] <= '9' {
		w.press("Space")
	}
	w.write(words)
}

// lettersOf are the first letters of a name, no fewer than find it first among all names.
func (w *byHand) lettersOf(name string) string {
	letters := []rune(name)
	for n := range letters {
		first := text.Fold(string(letters[:n+1]))
		isAlone := true
		for other := range w.actors {
			isAlone = isAlone && (other == name || !strings.HasPrefix(text.Fold(other), first) && !strings.Contains(text.Fold(other), " "+first))
		}
		if isAlone && letters[n] != ' ' { // which finds nothing that the letters before it do not
			return string(letters[:n+1])
		}
	}
	return name
}

// digits are the actors whom digits pick, as the list shows them: those used lately, then those who are named nearest.
func (w *byHand) digits(a gold.Article, at text.Span) []store.ID {
	all := slices.Clone(w.RecentActors)
	t := suggest.Text{Known: suggest.Know(w.Desk.Names.Actors), Body: a.Body}
	for _, id := range t.Nearby(at, names.MostRecentActors) {
		if !slices.Contains(all, id) {
			all = append(all, id)
		}
	}
	return all[:min(len(all), names.MostRecentActors)]
}
