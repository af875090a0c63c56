package app

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/test"

	"standpoint/app/control"
	"standpoint/app/desk"
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
	a.articles.OpenAt(article.ID, nil)
	return a
}

// words is where some words of the open article stand.
func (a *App) words(t *testing.T, s string) text.Span {
	t.Helper()
	body := a.text().Body()
	at := strings.Index(body.String(), s)
	if at < 0 {
		t.Fatalf("%q is not in the article", s)
	}
	return text.Span{Start: body.Position(at), End: body.Position(at + len(s))}
}

// begin selects words and opens a form for them.
func (a *App) begin(t *testing.T, kind store.Kind, words string) {
	t.Helper()
	a.text().Select(a.words(t, words))
	a.menus.TypedLetter(map[store.Kind]rune{
		store.KindMention: 'a', store.KindStatement: 's', store.KindPosition: 'p', store.KindHighlight: 'h',
	}[kind])
	if !a.articles.Editing() {
		t.Fatal("no form is open")
	}
}

// link saves that some words name an actor, who is made if nobody is called so.
func (a *App) link(t *testing.T, words, name string, kind store.ActorKind) {
	t.Helper()
	a.begin(t, store.KindMention, words)
	a.pick(t, lang.L("Actor"), name, kind)
	a.articles.Save()
}

// note saves a highlight of some words with a note.
func (a *App) note(t *testing.T, words, note string) {
	t.Helper()
	a.begin(t, store.KindHighlight, words)
	a.field(t, lang.L("Note")).SetText(note)
	a.articles.Save()
}

func (a *App) statements(t *testing.T) []store.StatementRow {
	t.Helper()
	rows, _, err := a.Project.Statements(t.Context(), store.StatementQuery{Page: store.Page{Limit: 10}})
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestUndoTakesBackTheWholeForm(t *testing.T) {
	a := newHarbour(t)
	a.begin(t, store.KindStatement, "“We will keep the harbour open.”")
	a.pick(t, "Speaker", "Mara Ellin", store.ActorPerson)
	a.pick(t, "Issue or actor", "Open harbour", anIssue)
	a.current.(desk.Editor).Save()
	if got := a.edits.undoLabel(); got != "Undo: Add statement" {
		t.Errorf("menu says %q", got)
	}
	a.edits.undo()
	if rows := a.statements(t); len(rows) != 0 {
		t.Errorf("%d statements after Undo", len(rows))
	}
	if len(a.Names.Actors) != 0 {
		t.Error("the actor that the form created is still offered")
	}
	a.edits.redo()
	if rows := a.statements(t); len(rows) != 1 || record.PartyLabels(rows[0].Speakers) != "Mara Ellin" {
		t.Errorf("after Redo: %+v", rows)
	}
}

func TestPastedArticleOpensWithItsOwnDetails(t *testing.T) {
	a := newHarbour(t)
	a.UI.Clipboard().SetContent("Title: Pasted\n\nThe strait is closed.")
	a.transfers.pasteArticle()
	if title := a.field(t, "Title").Text(); title != "Pasted" {
		t.Errorf("the details are of %q", title)
	}
}

func TestBlankSelectionBeginsNothing(t *testing.T) {
	a := newHarbour(t)
	at := a.words(t, "Mara Ellin").Start + len("Mara")
	a.text().Select(text.Span{Start: at, End: at + 1})
	if a.menus.TypedLetter('s'); a.articles.Editing() {
		t.Error("a form is open for a blank")
	}
}

// quoted are the words that the open form is about, as it shows them.
func (a *App) quoted(t *testing.T) string {
	t.Helper()
	for _, o := range test.LaidOutObjects(a.articles.Object()) {
		if line, is := o.(*control.RichLine); is && strings.HasPrefix(line.Text(), "We ") {
			return line.Text()
		}
	}
	t.Fatal("no words are quoted")
	return ""
}

func TestWordsAreAddedToAnAnnotationTakenOutAndJoined(t *testing.T) {
	a := newHarbour(t)
	a.begin(t, store.KindStatement, "We will keep")
	typed := func(words string, letter rune) string {
		t.Helper()
		a.text().Select(a.words(t, words))
		if !a.menus.TypedLetter(letter) {
			t.Fatalf("%c means nothing", letter)
		}
		return a.quoted(t)
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
	if a.menus.TypedLetter('j') {
		t.Error("one passage can be joined")
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
	a.articles.OpenAt(next.ID, nil) // is read now, and shown later
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
	a.articles.OpenAt(old.ID, nil)
	if n := len(a.articles.Annotations()); n != 1 {
		t.Errorf("the other has %d annotations", n)
	}
}
