package app

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"standpoint/app/desk"
	"standpoint/app/form"
	"standpoint/app/inspector"
	"standpoint/store"
	"standpoint/store/storetest"
	"standpoint/store/text"
)

// editing is a window with the text page open on the paragraph of some words.
func editingText(t *testing.T, a *App, words string) *inspector.TextPage {
	t.Helper()
	a.articles.Reader.View.Select(a.words(t, words))
	a.choose("Edit Text")
	page, ok := a.articles.Inspector.Page.(*inspector.TextPage)
	if !ok {
		t.Fatal("the text page is not open")
	}
	return page
}

func typeText(p *inspector.TextPage, s string) {
	p.Field.SetText(s)
	p.Field.OnChanged(s)
}

func TestCorrectingTheTextTakesMarksAlong(t *testing.T) {
	a, id := mentioned(t, "Norvia opposed")
	page := editingText(t, a, "Mara Ellin")
	if want, _, _ := strings.Cut(harbour, "\n"); page.Now.Text != want {
		t.Fatalf("the page shows %q", page.Now.Text)
	}
	typeText(page, "Maria Ellin, trade minister of Norvia, said no.\n\nA paragraph that was missing.")
	page.Save()
	want := "Maria Ellin, trade minister of Norvia, said no.\n\nA paragraph that was missing.\n\nMeridian, citing"
	if got := a.articles.Reader.View.Body().String(); !strings.HasPrefix(got, want) {
		t.Errorf("the view shows %q", got)
	}
	if got := a.exactOf(t, id); got != "Norvia opposed" || len(a.articles.Reader.View.Marks()) != 1 {
		t.Errorf("the mark stands on %q, %d marks are shown", got, len(a.articles.Reader.View.Marks()))
	}
	a.undo()
	if got := a.articles.Reader.View.Body().String(); got != harbour {
		t.Errorf("after Undo %q", got)
	}
}

func TestWhatAnEditChangedIsReviewedAndPlacedAnew(t *testing.T) {
	a, id := mentioned(t, "Mara Ellin")
	page := editingText(t, a, "Mara Ellin")
	typeText(page, strings.Replace(page.Now.Text, "Mara", "Maria", 1))
	page.Save()
	if list := a.articles.Unplaced(); len(list) != 1 || list[0].ID != id || list[0].Anchor.Exact() != "Mara Ellin" {
		t.Fatalf("to review: %+v", list)
	}
	a.articles.Pick(id)
	form, ok := a.articles.Inspector.Form()
	if !ok || inspector.Exact(a.articles.Body(), form.Form) != "Mara Ellin" {
		t.Fatal("its form does not show its old words")
	}
	a.articles.Reader.View.Select(a.words(t, "Maria Ellin"))
	a.TypedLetter('+')
	a.current.(desk.Editor).Save()
	if got := a.exactOf(t, id); got != "Maria Ellin" || len(a.articles.Unplaced()) != 0 {
		t.Errorf("stands on %q, %d to review", got, len(a.articles.Unplaced()))
	}
}

func TestSavingTheFormOfAnUnplacedAnnotationKeepsItsOldWords(t *testing.T) {
	a, id := mentioned(t, "Mara Ellin")
	page := editingText(t, a, "Mara Ellin")
	typeText(page, "She spoke.")
	page.Save()
	a.articles.Pick(id)
	form, _ := a.articles.Inspector.Form()
	form.Form.Note = "who?"
	form.Touched()
	a.current.(desk.Editor).Save()
	if got := a.exactOf(t, id); got != "Mara Ellin" || len(a.articles.Unplaced()) != 1 {
		t.Errorf("stands on %q, %d to review", got, len(a.articles.Unplaced()))
	}
}

func TestAnUnfinishedEditOfTheTextComesBack(t *testing.T) {
	a := newHarbour(t)
	page := editingText(t, a, "Meridian")
	typeText(page, "Half a sen")
	a.begin(t, store.KindHighlight, "Mara Ellin")
	a.current.(desk.Editor).GiveUp()
	if left := a.articles.Inspector.Unfinished; left == nil || left.Text != "Half a sen" {
		t.Error("nothing shows that an edit was left unfinished")
	}
	a.choose("Edit Text")
	if again, ok := a.articles.Inspector.Page.(*inspector.TextPage); !ok || again.Now.Text != "Half a sen" {
		t.Fatal("what was typed is gone")
	}
	a.current.(desk.Editor).GiveUp()
	a.articles.Inspector.DropText()
	if page := editingText(t, a, "Meridian"); !strings.HasPrefix(page.Now.Text, "Meridian, citing") {
		t.Errorf("dropped, and still %q", page.Now.Text)
	}
}

func TestATextThatIsEmptyIsRefusedAtTheField(t *testing.T) {
	a := newHarbour(t)
	a.articles.Reader.View.TypedShortcut(&fyne.ShortcutSelectAll{})
	a.choose("Edit Text")
	page := a.articles.Inspector.Page.(*inspector.TextPage)
	typeText(page, "")
	page.Save()
	if _, ok := a.articles.Inspector.Page.(*inspector.TextPage); !ok || a.articles.Reader.View.Body().String() != harbour {
		t.Error("the page closed, or the text is another")
	}
}

func TestAnEditDoesNotBringBackWhatWasUndoneMeanwhile(t *testing.T) {
	a := newHarbour(t)
	page := editingText(t, a, "Mara Ellin")
	typeText(page, "First words.\n\n"+page.Now.Text)
	page.Save()
	page = editingText(t, a, "Mara Ellin")
	typeText(page, page.Now.Text+" And she left.")
	typed := page.Now.Text
	if _, err := a.Project.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	page.Save()
	if got := a.articles.Reader.View.Body().String(); got != harbour {
		t.Errorf("the text became %q", got)
	}
	if now, ok := a.articles.Inspector.Page.(*inspector.TextPage); !ok || now.Field.Text() != typed {
		t.Error("what was typed is gone")
	}
	a.choose("Edit Text")
	page = a.articles.Inspector.Page.(*inspector.TextPage)
	if page.Now.Text != typed || page.Overtaken != "" {
		t.Errorf("goes on with %q; %q was changed", page.Now.Text, page.Overtaken)
	}
	page.Save()
	if got, want := a.articles.Reader.View.Body().String(), strings.Replace(harbour, page.Was.Text, typed, 1); got != want {
		t.Errorf("the text became %q", got)
	}
}

// An edit that was left unfinished is not lost when the text becomes another, and says
// when it is about words that were changed.
func TestAnUnfinishedEditOutlivesAChangeOfTheText(t *testing.T) {
	for _, overtaken := range []string{"", "Meridian reports."} {
		a := newHarbour(t)
		page := editingText(t, a, "Meridian")
		was := page.Was.Text
		typeText(page, "Half a sentence.")
		a.begin(t, store.KindHighlight, "Mara Ellin") // leaves the edit
		a.current.(desk.Editor).GiveUp()
		a.Do(storetest.Titled("Edit"), func(b *store.Batch) error {
			text := strings.Replace(harbour, "Mara Ellin", "First.\n\nMara Ellin", 1)
			if overtaken != "" {
				text = strings.Replace(harbour, was, overtaken, 1)
			}
			_, _, err := b.EditBody(a.articles.Article().ID, text)
			return err
		}, func(err error) { a.Failed(err) })
		before := a.articles.Reader.View.Body().String()
		a.choose("Edit Text")
		page, ok := a.articles.Inspector.Page.(*inspector.TextPage)
		if !ok || page.Now.Text != "Half a sentence." || page.Overtaken != overtaken {
			t.Fatalf("the edit is %+v, should replace %q", page, overtaken)
		}
		page.Save()
		if got, want := a.articles.Reader.View.Body().String(),
			strings.Replace(before, page.Was.Text, "Half a sentence.", 1); got != want || page.Was.Text == "" {
			t.Errorf("the text became %q", got)
		}
	}
}

// What is left unfinished is known where it is edited: reading the article again does not bring back what was just saved.
func TestReadingAgainBringsNoDraftBack(t *testing.T) {
	a := newHarbour(t)
	id := a.articles.Article().ID
	a.articles.ReloadArticle()
	for key, value := range map[string]any{
		form.TextDraft: form.TextEdit{Body: a.articles.Article().Body, Text: "Old."},
		"form":         form.Form{Kind: store.KindHighlight},
	} {
		if err := form.KeepArticleDraft(t.Context(), a.Project, id, key, value, true); err != nil {
			t.Fatal(err)
		}
	}
	a.articles.ReloadArticle()
	if i := a.articles.Inspector; i.Unfinished != nil || len(i.Drafts) != 0 {
		t.Errorf("back are %v and %v", i.Unfinished, i.Drafts)
	}
}

// An annotation to review is opened and put on words of the text: the hint goes, and it is the current one.
func TestWhatIsReviewedIsCurrentAgain(t *testing.T) {
	a := newHarbour(t)
	a.begin(t, store.KindHighlight, "foreign observers")
	a.current.(desk.Editor).Save()
	id := a.articles.Annotations()[0].ID
	page := editingText(t, a, "Meridian")
	typeText(page, "Meridian reported that Norvia opposed watchers.")
	page.Save()
	a.articles.Pick(id)
	open, ok := a.articles.Inspector.Form()
	if !ok || !open.Changed.Visible() || a.articles.Reader.HasCurrent() {
		t.Fatalf("open is %v; it is said to be changed: %v", open, ok && open.Changed.Visible())
	}
	a.articles.Reader.View.Select(a.words(t, "watchers"))
	a.articles.Inspector.AddSpan(a.words(t, "watchers"))
	if open.Changed.Visible() {
		t.Error("it is still said to be changed")
	}
	anchor, err := text.NewAnchor(a.articles.Reader.View.Body(), a.words(t, "watchers"))
	if err != nil {
		t.Fatal(err)
	}
	a.Do(storetest.Titled("Elsewhere"), func(b *store.Batch) error {
		return b.UpdateAnnotation(id, func(n *store.Annotation) { n.Anchor = anchor })
	}, func(err error) { a.Failed(err) })
	if now, ok := a.articles.Reader.Current(); !ok || now != id {
		t.Errorf("current is %v, %v", now, ok)
	}
}
