package inspector

import (
	"strings"
	"testing"

	"standpoint/store"
	"standpoint/store/storetest"
	"standpoint/store/text"
)

// editingText is a window with the text page open on the paragraph of some words.
func editingText(t *testing.T, a *side, words string) *textPage {
	t.Helper()
	a.text.selection = a.words(t, words)
	a.ShowText()
	page, ok := a.page.(*textPage)
	if !ok {
		t.Fatal("the text page is not open")
	}
	return page
}

func typeText(p *textPage, s string) {
	p.field.SetText(s)
	p.field.OnChanged(s)
}

func TestCorrectingTheTextTakesMarksAlong(t *testing.T) {
	a := newSide(t)
	id := a.mention(t, "Norvia opposed").form.Annotation
	page := editingText(t, a, "Mara Ellin")
	if want, _, _ := strings.Cut(harbour, "\n"); page.now.Text != want {
		t.Fatalf("the page shows %q", page.now.Text)
	}
	typeText(page, "Maria Ellin, trade minister of Norvia, said no.\n\nA paragraph that was missing.")
	page.save()
	want := "Maria Ellin, trade minister of Norvia, said no.\n\nA paragraph that was missing.\n\nMeridian, citing"
	if got := a.text.body.String(); !strings.HasPrefix(got, want) {
		t.Errorf("the view shows %q", got)
	}
	if got := a.exactOf(t, id); got != "Norvia opposed" || len(a.text.Unplaced()) != 0 {
		t.Errorf("the mark stands on %q, %d are to be placed anew", got, len(a.text.Unplaced()))
	}
	a.undo(t)
	if got := a.text.body.String(); got != harbour {
		t.Errorf("after Undo %q", got)
	}
}

func TestWhatAnEditChangedIsReviewedAndPlacedAnew(t *testing.T) {
	a := newSide(t)
	id := a.mention(t, "Mara Ellin").form.Annotation
	page := editingText(t, a, "Mara Ellin")
	typeText(page, strings.Replace(page.now.Text, "Mara", "Maria", 1))
	page.save()
	if list := a.text.Unplaced(); len(list) != 1 || list[0].ID != id || list[0].Anchor.Exact() != "Mara Ellin" {
		t.Fatalf("to review: %+v", list)
	}
	a.text.Pick(id)
	shown, ok := a.form()
	if !ok || shown.form.WordsIn(a.text.body) != "Mara Ellin" {
		t.Fatal("its form does not show its old words")
	}
	a.AddSpan(a.words(t, "Maria Ellin"))
	a.Save()
	if got := a.exactOf(t, id); got != "Maria Ellin" || len(a.text.Unplaced()) != 0 {
		t.Errorf("stands on %q, %d to review", got, len(a.text.Unplaced()))
	}
}

func TestSavingTheFormOfAnUnplacedAnnotationKeepsItsOldWords(t *testing.T) {
	a := newSide(t)
	id := a.mention(t, "Mara Ellin").form.Annotation
	page := editingText(t, a, "Mara Ellin")
	typeText(page, "She spoke.")
	page.save()
	a.text.Pick(id)
	shown, _ := a.form()
	shown.form.Note = "who?"
	shown.touched()
	a.Save()
	if got := a.exactOf(t, id); got != "Mara Ellin" || len(a.text.Unplaced()) != 1 {
		t.Errorf("stands on %q, %d to review", got, len(a.text.Unplaced()))
	}
}

func TestAnUnfinishedEditOfTheTextComesBack(t *testing.T) {
	a := newSide(t)
	page := editingText(t, a, "Meridian")
	typeText(page, "Half a sen")
	a.begin(t, store.KindHighlight, "Mara Ellin")
	a.GiveUp()
	if left := a.drafts.text; left == nil || left.Text != "Half a sen" {
		t.Error("nothing shows that an edit was left unfinished")
	}
	a.ShowText()
	if again, ok := a.page.(*textPage); !ok || again.now.Text != "Half a sen" {
		t.Fatal("what was typed is gone")
	}
	a.GiveUp()
	a.drafts.dropText(a.text.article.ID)
	if page := editingText(t, a, "Meridian"); !strings.HasPrefix(page.now.Text, "Meridian, citing") {
		t.Errorf("dropped, and still %q", page.now.Text)
	}
}

func TestATextThatIsEmptyIsRefusedAtTheField(t *testing.T) {
	a := newSide(t)
	a.text.selection = text.Span{End: a.text.body.Len()}
	a.ShowText()
	page := a.page.(*textPage)
	typeText(page, "")
	page.save()
	if _, ok := a.page.(*textPage); !ok || a.text.body.String() != harbour {
		t.Error("the page closed, or the text is another")
	}
}

func TestAnEditDoesNotBringBackWhatWasUndoneMeanwhile(t *testing.T) {
	a := newSide(t)
	page := editingText(t, a, "Mara Ellin")
	typeText(page, "First words.\n\n"+page.now.Text)
	page.save()
	page = editingText(t, a, "Mara Ellin")
	typeText(page, page.now.Text+" And she left.")
	typed := page.now.Text
	if _, err := a.Project.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	page.save()
	if got := a.text.body.String(); got != harbour {
		t.Errorf("the text became %q", got)
	}
	if now, ok := a.page.(*textPage); !ok || now.field.Text() != typed {
		t.Error("what was typed is gone")
	}
	a.ShowText()
	page = a.page.(*textPage)
	if page.now.Text != typed || page.overtaken != "" {
		t.Errorf("goes on with %q; %q was changed", page.now.Text, page.overtaken)
	}
	page.save()
	if got, want := a.text.body.String(), strings.Replace(harbour, page.was.Text, typed, 1); got != want {
		t.Errorf("the text became %q", got)
	}
}

// An edit that was left unfinished is not lost when the text becomes another, and says
// when it is about words that were changed.
func TestAnUnfinishedEditOutlivesAChangeOfTheText(t *testing.T) {
	for _, overtaken := range []string{"", "Meridian reports."} {
		a := newSide(t)
		page := editingText(t, a, "Meridian")
		was := page.was.Text
		typeText(page, "Half a sentence.")
		a.begin(t, store.KindHighlight, "Mara Ellin") // leaves the edit
		a.GiveUp()
		a.Do(storetest.Titled("Edit"), func(b *store.Batch) error {
			text := strings.Replace(harbour, "Mara Ellin", "First.\n\nMara Ellin", 1)
			if overtaken != "" {
				text = strings.Replace(harbour, was, overtaken, 1)
			}
			_, _, err := b.EditBody(a.text.article.ID, text)
			return err
		}, func(err error) { a.Failed(err) })
		before := a.text.body.String()
		a.ShowText()
		page, ok := a.page.(*textPage)
		if !ok || page.now.Text != "Half a sentence." || page.overtaken != overtaken {
			t.Fatalf("the edit is %+v, should replace %q", page, overtaken)
		}
		page.save()
		if got, want := a.text.body.String(), strings.Replace(before, page.was.Text, "Half a sentence.", 1); got != want || page.was.Text == "" {
			t.Errorf("the text became %q", got)
		}
	}
}
