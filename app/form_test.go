package app

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/form"
	"standpoint/app/inspector"
	"standpoint/app/names"
	"standpoint/app/record"
	"standpoint/store"
	"standpoint/store/storetest"
	"standpoint/store/text"
)

const harbour = `Mara Ellin, the trade minister of Norvia, told reporters: “We will keep the harbour open.” She did not say for how long.

Meridian, citing an unnamed source, reported that Norvia opposed foreign observers.`

// newHarbour is a window with one article open.
func newHarbour(t *testing.T) *App {
	t.Helper()
	a := newTestApp(t)
	var article store.Article
	if _, err := a.Project.Do(t.Context(), storetest.Titled("Add article"), func(b *store.Batch) error {
		var err error
		article, err = b.AddArticle(store.Article{Title: "Harbour talks", Source: "The Varro Courier", Published: "2031-03-04"}, harbour)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	a.articles.Open(article.ID)
	return a
}

// words is where some words of the open article stand.
func (a *App) words(t *testing.T, s string) text.Span {
	t.Helper()
	body := a.articles.Reader.View.Body()
	at := strings.Index(body.String(), s)
	if at < 0 {
		t.Fatalf("%q is not in the article", s)
	}
	return text.Span{Start: body.Position(at), End: body.Position(at + len(s))}
}

// begin selects words and opens a form for them.
func (a *App) begin(t *testing.T, kind store.Kind, words string) *inspector.FormPage {
	t.Helper()
	a.articles.Reader.View.Select(a.words(t, words))
	a.articles.Inspector.Begin(kind)
	page, ok := a.articles.Inspector.Form()
	if !ok {
		t.Fatal("no form is open")
	}
	return page
}

func (a *App) statements(t *testing.T) []store.StatementRow {
	t.Helper()
	rows, _, err := a.Project.Statements(t.Context(), store.StatementQuery{Page: store.Page{Limit: 10}})
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// The sentence that defeats other programs: speaker, carrier and holder are
// three different parties.
func TestSpeakerCarrierAndHolderAreTold(t *testing.T) {
	a := newHarbour(t)
	page := a.begin(t, store.KindStatement, "Norvia opposed foreign observers")
	page.Form.Speakers = []names.Party{{Name: "an unnamed source", Words: true}}
	page.Form.Carriers = []names.Party{{Name: "Meridian", New: store.ActorOrganisation}}
	page.Form.Positions = []form.Position{{
		Holders: []names.Party{{Name: "Norvia", New: store.ActorState}},
		Target:  names.TargetPick{Name: "Foreign observers"}, Stance: store.StanceOppose,
	}}
	a.current.(desk.Editor).Save()

	rows := a.statements(t)
	if len(rows) != 1 {
		t.Fatalf("%d statements, want 1", len(rows))
	}
	s := rows[0]
	if record.PartyLabels(s.Speakers) != "an unnamed source" || record.PartyLabels(s.Carriers) != "Meridian" {
		t.Errorf("speakers %v, carriers %v", s.Speakers, s.Carriers)
	}
	if len(s.Positions) != 1 || record.PartyLabels(s.Positions[0].Holders) != "Norvia" || s.Positions[0].Stance != store.StanceOppose {
		t.Errorf("positions %+v", s.Positions)
	}
	if s.Quote != "Norvia opposed foreign observers" {
		t.Errorf("quote %q", s.Quote)
	}
}

func TestStanceIsUnsetUntilChosen(t *testing.T) {
	a := newHarbour(t)
	page := a.begin(t, store.KindStatement, "“We will keep the harbour open.”")
	page.Form.Speakers = []names.Party{{Name: "Mara Ellin", New: store.ActorPerson}}
	page.Form.Positions[0].Target = names.TargetPick{Name: "Open harbour"}
	a.current.(desk.Editor).Save()
	if got := a.statements(t)[0].Positions[0].Stance; got != store.StanceUnset {
		t.Errorf("stance %q, want none", got)
	}
}

func TestQuotationMarksProposeHowItIsQuoted(t *testing.T) {
	for words, want := range map[string]store.Quotation{
		"“We will keep the harbour open.”":                 store.QuotationDirect,
		"She did not say for how long.":                    store.QuotationIndirect,
		"told reporters: “We will keep the harbour open.”": store.QuotationMixed,
	} {
		a := newHarbour(t)
		if got := a.begin(t, store.KindStatement, words).Form.Quotation; got != want {
			t.Errorf("%s: %q, want %q", words, got, want)
		}
	}
}

func TestUndoTakesBackTheWholeForm(t *testing.T) {
	a := newHarbour(t)
	page := a.begin(t, store.KindStatement, "“We will keep the harbour open.”")
	page.Form.Speakers = []names.Party{{Name: "Mara Ellin", New: store.ActorPerson}}
	page.Form.Positions[0].Target = names.TargetPick{Name: "Open harbour"}
	a.current.(desk.Editor).Save()
	if got := a.undoLabel(); got != "Undo: Add statement" {
		t.Errorf("menu says %q", got)
	}
	a.undo()
	if rows := a.statements(t); len(rows) != 0 {
		t.Errorf("%d statements after Undo", len(rows))
	}
	if len(a.Names.Actors) != 0 {
		t.Error("the actor that the form created is still offered")
	}
	a.redo()
	if rows := a.statements(t); len(rows) != 1 || record.PartyLabels(rows[0].Speakers) != "Mara Ellin" {
		t.Errorf("after Redo: %+v", rows)
	}
}

func TestMissingSpeakerIsSaidAtTheField(t *testing.T) {
	a := newHarbour(t)
	page := a.begin(t, store.KindStatement, "“We will keep the harbour open.”")
	page.Form.Note = "x"
	a.current.(desk.Editor).Save()
	if _, ok := a.articles.Inspector.Form(); !ok {
		t.Fatal("the form must stay open")
	}
	if len(a.statements(t)) != 0 {
		t.Error("nothing may be saved")
	}
}

func TestSavedStatementOpensAsItWasFilledIn(t *testing.T) {
	a := newHarbour(t)
	page := a.begin(t, store.KindStatement, "“We will keep the harbour open.”")
	page.Form.Speakers = []names.Party{{Name: "Mara Ellin", New: store.ActorPerson}}
	page.Form.On = "2031-03"
	page.Form.Tags = []names.TagPick{{Name: "press"}}
	page.Form.Note = "a note"
	page.Form.Positions[0] = form.Position{
		Target: names.TargetPick{Name: "Open harbour"}, Stance: store.StanceSupport,
		Condition: "if it lasts",
	}
	a.current.(desk.Editor).Save()
	f, err := form.Load(t.Context(), a.Project, a.Names, a.statements(t)[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	if f.On != "2031-03" || f.Note != "a note" || len(f.Tags) != 1 || f.Tags[0].Name != "press" || f.Speakers[0].Name != "Mara Ellin" {
		t.Errorf("loaded %+v", f)
	}
	if len(f.Positions) != 1 || f.Positions[0].Condition != "if it lasts" || f.Positions[0].Target.Name != "Open harbour" {
		t.Errorf("positions %+v", f.Positions)
	}
}

func TestPositionTakenOutOfTheFormIsDeleted(t *testing.T) {
	a := newHarbour(t)
	page := a.begin(t, store.KindStatement, "“We will keep the harbour open.”")
	page.Form.Speakers = []names.Party{{Name: "Mara Ellin", New: store.ActorPerson}}
	page.Form.Positions = []form.Position{{Target: names.TargetPick{Name: "Open harbour"}}, {Target: names.TargetPick{Name: "Grain"}}}
	page.Rebuild()
	a.current.(desk.Editor).Save()
	id := a.statements(t)[0].ID
	a.articles.Pick(id)
	page, ok := a.articles.Inspector.Form()
	if !ok || len(page.Positions) != 2 {
		t.Fatal("the saved statement must open with two positions")
	}
	page.Positions[0].Remove()
	a.current.(desk.Editor).Save()
	if got := a.statements(t)[0].Positions; len(got) != 1 || got[0].TargetRef.Name != "Grain" {
		t.Errorf("positions %+v", got)
	}
}

func TestWordsOfAMentionAreOfferedAsAlias(t *testing.T) {
	a := newHarbour(t)
	page := a.begin(t, store.KindMention, "the trade minister of Norvia")
	page.Actor.OnPick(control.Item{Name: "Mara Ellin", Kind: string(store.ActorPerson), New: true})
	page.Actor.SetItem(control.Item{Name: "Mara Ellin", Kind: string(store.ActorPerson), New: true})
	if page.Alias.Hidden {
		t.Fatal("unknown words must be offered")
	}
	if page.Form.AddAlias {
		t.Error("a description is not ticked in advance")
	}
	page.Alias.SetChecked(true)
	a.current.(desk.Editor).Save()
	for _, n := range a.Names.Actors {
		if len(n.Aliases) != 1 || n.Aliases[0] != "the trade minister of Norvia" {
			t.Errorf("aliases %q", n.Aliases)
		}
	}
	page = a.begin(t, store.KindMention, "Mara Ellin")
	for id, n := range a.Names.Actors {
		page.Form.Actor = names.Party{Actor: id, Name: n.Name}
	}
	page.OfferAlias()
	if page.Form.AddAlias {
		t.Error("a name that is known must not be offered")
	}
}

func TestTypedButUnpickedNameComesBackWithTheDraft(t *testing.T) {
	a := newHarbour(t)
	page := a.begin(t, store.KindStatement, "“We will keep the harbour open.”")
	page.Speakers.Focus()
	for _, r := range "Medi" {
		page.Speakers.Input().TypedRune(r)
	}
	path := a.Project.Path()
	a.setProject(nil)
	a.open(path)
	if got := a.takeUpDraft(t).Speakers.Pending(); got != "Medi" {
		t.Errorf("the field holds %q", got)
	}
}

func TestSavingPicksWhatIsHighlighted(t *testing.T) {
	a := newHarbour(t)
	if _, err := a.Project.Do(t.Context(), storetest.Titled("Add actor"), func(b *store.Batch) error {
		_, err := b.AddActor(store.Actor{Name: "Mara Ellin", Kind: store.ActorPerson})
		return err
	}); err != nil {
		t.Fatal(err)
	}
	page := a.begin(t, store.KindStatement, "“We will keep the harbour open.”")
	page.Speakers.Focus()
	for _, r := range "ellin" {
		page.Speakers.Input().TypedRune(r)
	}
	a.current.(desk.Editor).Save()
	rows := a.statements(t)
	if len(rows) != 1 || rows[0].Speakers[0].Name != "Mara Ellin" {
		t.Errorf("statements %+v", rows)
	}
}

func TestNameLeftUnpickedIsNotTakenForSomethingElse(t *testing.T) {
	a := newHarbour(t)
	page := a.begin(t, store.KindStatement, "“We will keep the harbour open.”")
	page.Speakers.SetPending("medi")
	a.current.(desk.Editor).Save()
	if n := len(a.statements(t)); n != 0 {
		t.Errorf("%d statements were saved", n)
	}
	if !page.Speakers.Unfolded() {
		t.Error("the list to pick from must be open")
	}
}

func TestPastedArticleOpensWithItsOwnDetails(t *testing.T) {
	a := newHarbour(t)
	a.UI.Clipboard().SetContent("Title: Pasted\n\nThe strait is closed.")
	a.pasteArticle()
	page, ok := a.articles.Inspector.Page.(*inspector.DetailsPage)
	if !ok || page.Now.Title != "Pasted" {
		t.Errorf("the details are of %+v", a.articles.Inspector.Page)
	}
}

func TestDetailsLeftUnsavedComeBack(t *testing.T) {
	a := newHarbour(t)
	a.choose("Article Details")
	page := a.articles.Inspector.Page.(*inspector.DetailsPage)
	page.Now.Source = "The Varro Mirror"
	a.articles.Inspector.Touched()
	path := a.Project.Path()
	a.setProject(nil)
	a.open(path)
	a.choose("Article Details")
	page = a.articles.Inspector.Page.(*inspector.DetailsPage)
	if page.Now.Source != "The Varro Mirror" {
		t.Errorf("the source is %q", page.Now.Source)
	}
	a.current.(desk.Editor).GiveUp()
	a.articles.Inspector.DropDetails()
	a.choose("Article Details")
	if page = a.articles.Inspector.Page.(*inspector.DetailsPage); page.Now.Source != "The Varro Courier" {
		t.Errorf("after the draft was dropped the source is %q", page.Now.Source)
	}
}

func TestBlankSelectionBeginsNothing(t *testing.T) {
	a := newHarbour(t)
	at := a.words(t, "Mara Ellin").Start + len("Mara")
	a.articles.Reader.View.Select(text.Span{Start: at, End: at + 1})
	if a.TypedLetter('s'); a.articles.Inspector.Editing() {
		t.Error("a form is open for a blank")
	}
}

// A form that is wider than the inspector would have its right edge cut off.
func TestFormsFitTheNarrowestInspector(t *testing.T) {
	a := newHarbour(t)
	a.Window.Resize(fyne.NewSize(1100, 700))
	for _, kind := range []store.Kind{store.KindMention, store.KindStatement, store.KindPosition, store.KindHighlight} {
		a.begin(t, kind, "“We will keep the harbour open.”")
		i := a.articles.Inspector
		if needs, has := i.Scroll.Content.MinSize().Width, i.Scroll.Size().Width; needs > has {
			t.Errorf("%s: the form needs %.0f pixels, and has %.0f", kind, needs, has)
		}
		a.current.(desk.Editor).GiveUp()
	}
}

func TestAnAnnotationThatIsGoneIsNoComplaint(t *testing.T) {
	a, id := mentioned(t, "Mara Ellin")
	a.undo()
	a.articles.PickSaved(id)
	a.articles.Inspector.Show(id)
	if len(a.Messages) != 0 {
		t.Errorf("the window complains: %v", a.Messages[0])
	}
}

func TestWordsAreAddedToAnAnnotationTakenOutAndJoined(t *testing.T) {
	a := newHarbour(t)
	page := a.begin(t, store.KindStatement, "We will keep")
	typed := func(words string, letter rune) string {
		t.Helper()
		a.articles.Reader.View.Select(a.words(t, words))
		if !a.TypedLetter(letter) {
			t.Fatalf("%c means nothing", letter)
		}
		return page.Form.Exact
	}
	for _, step := range []struct {
		words  string
		letter rune
		want   string
	}{
		{"open", '+', "We will keep … open"},
		{"keep the", '+', "We will keep the … open"},
		{"will", '-', "We … keep the … open"},
		{"We", 'j', "We will keep the harbour open"},
		{"the harbour open", '-', "We will keep"},
		{"We will keep", '-', "We will keep"},
	} {
		if got := typed(step.words, step.letter); got != step.want {
			t.Errorf("after %c on %q the words are %q, should be %q", step.letter, step.words, got, step.want)
		}
	}
	if a.articles.Inspector.CanJoinSpans() {
		t.Error("one passage can be joined")
	}
}

func TestAListThatFoldsUnderAClickLeavesItsRoomForAMoment(t *testing.T) {
	a := newHarbour(t)
	page := a.begin(t, store.KindMention, "Norvia")
	var waiting func()
	a.Work.Later = func(_ time.Duration, f func()) func() { waiting = f; return func() {} }
	page.Actor.Unfold()
	height := a.articles.Inspector.HeightFor(300)
	a.Window.Canvas().Unfocus()
	if page.Actor.Unfolded() || waiting == nil {
		t.Fatalf("unfolded: %v, waiting: %v", page.Actor.Unfolded(), waiting != nil)
	}
	waiting()
	if now := a.articles.Inspector.HeightFor(300); now >= height {
		t.Errorf("the form is %v high, was %v with its list", now, height)
	}
}

// What is written while an article is on its way to the window is not missed: neither what
// touches that article nor what touches the one that is still open.
func TestAnArticleThatIsBeingOpenedMissesNothing(t *testing.T) {
	a := newHarbour(t)
	old := a.articles.Article()
	var next store.Article
	add := func(article *store.Article, exact string) {
		t.Helper()
		if _, err := a.Project.Do(t.Context(), storetest.Titled("Write"), func(b *store.Batch) error {
			if article.ID == (store.ID{}) {
				var err error
				*article, err = b.AddArticle(store.Article{Title: "The day after"}, harbour+"\n\nNothing new.")
				return err
			}
			body, err := b.Body(article.Body)
			if err != nil {
				return err
			}
			at := body.Position(strings.Index(body.String(), exact))
			anchor, err := text.NewAnchor(body, text.Span{Start: at, End: at + len(exact)})
			if err != nil {
				return err
			}
			_, err = b.AddAnnotation(store.Annotation{Article: article.ID, Kind: store.KindHighlight, Anchor: anchor})
			return err
		}); err != nil {
			t.Fatal(err)
		}
	}
	add(&next, "")

	var held []func()
	onUI := a.Work.OnUI
	a.Work.OnUI = func(f func()) { held = append(held, f) }
	a.articles.Open(next.ID) // is read now, and shown later
	a.Work.OnUI = onUI
	add(&old, "Norvia")
	add(&next, "Nothing")
	for _, show := range held {
		show()
	}
	if a.articles.Article().ID != next.ID {
		t.Fatal("it is not opened")
	}
	if n := len(a.articles.Annotations()); n != 1 {
		t.Errorf("it has %d annotations", n)
	}
	a.articles.Open(old.ID)
	if n := len(a.articles.Annotations()); n != 1 {
		t.Errorf("the other has %d annotations", n)
	}
}
