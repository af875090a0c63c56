package reading

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"standpoint/app/control"
	"standpoint/app/desk/desktest"
	"standpoint/app/form"
	"standpoint/store"
	"standpoint/store/storetest"
	"standpoint/store/text"
)

// mention records that words of the open article name a new actor.
func (r *reads) mention(t *testing.T, words, name string) {
	t.Helper()
	r.selects(t, words)
	anchor, err := text.NewAnchor(r.view.Body(), r.view.Selection())
	if err != nil {
		t.Fatal(err)
	}
	r.Write(t, func(b *store.Batch) error {
		actor, err := b.AddActor(store.Actor{Name: name})
		if err != nil {
			return err
		}
		_, err = b.AddAnnotation(store.Annotation{Article: r.view.Article().ID, Kind: store.KindMention, Actor: actor.ID, Anchor: anchor})
		return err
	})
}

// The text of an article with many marks is there to be read, and to be worked on, before
// they are.
func TestTheTextIsShownBeforeItsMarks(t *testing.T) {
	r := newHarbour(t)
	first := r.view.Article().ID
	r.mention(t, "Norvia", "The Republic")
	other := r.AddArticle(t, store.Article{Title: "Another"}, "Nothing happened.")
	r.view.OpenAt(other.ID, nil)
	marks := func() int { return len(r.view.reader.text.Marks()) }
	shown := false
	r.Work.Later = func(d time.Duration, f func()) func() {
		if d == slowReading {
			f()
			shown = r.view.Article().ID == first && r.view.Body().String() == harbour && marks() == 0
			r.view.OpenAt(first, nil) // asked for again meanwhile
			r.selects(t, "Meridian")
			r.Choose("Highlight")
		}
		return func() {}
	}
	r.view.OpenAt(first, nil)
	if !shown {
		t.Error("the text was not shown before its marks")
	}
	if !r.view.Editing() || marks() != 1 {
		t.Errorf("a form is open: %v; %d marks", r.view.Editing(), marks())
	}
}

// Who steps on and back again faster than articles are read stays where they were.
func TestSteppingBackBeforeTheNextArticleIsReadStays(t *testing.T) {
	d := desktest.New(t)
	size := storetest.Size{Articles: 300, Annotations: 3000, Actors: 120, Issues: 90}
	if _, err := storetest.Fill(t.Context(), d.Project, size); err != nil {
		t.Fatal(err)
	}
	r := newReads(d)
	open, row := r.view.Article().ID, r.selected(t)
	until := r.ReadBeside(t)
	var held []func()
	spawn := r.Work.Spawn
	r.Work.Spawn = func(f func()) { held = append(held, f) }
	r.Choose("Next Article")
	if !r.view.opener.isOpening() {
		t.Fatal("the next article is not being opened")
	}
	r.Choose("Previous Article")
	r.Work.Spawn = spawn
	for _, f := range held {
		f()
	}
	said := false
	r.Work.OnUI(func() { said = true })
	until(func() bool { return said }, "what came back is not done")
	if at := r.selected(t); r.view.Article().ID != open || r.view.opener.isOpening() || at != row {
		t.Errorf("another article is open than before, or row %d is selected in place of %d", at, row)
	}
}

// selected is the row of the list at the left that is chosen.
func (r *reads) selected(t *testing.T) int {
	t.Helper()
	return desktest.Find[*control.VirtualList](t, r.view.left.pane).Selected()
}

// What is left unfinished is known where it is edited: reading the article again does not bring back what was just saved.
func TestReadingAgainBringsNoDraftBack(t *testing.T) {
	r := newHarbour(t)
	id := r.view.Article().ID
	r.view.opener.reload()
	for key, value := range map[string]any{
		form.TextDraft: form.TextEdit{Body: r.view.Article().Body, Text: "Old."},
		"form":         form.Form{Kind: store.KindHighlight},
	} {
		if err := form.KeepArticleDraft(t.Context(), r.Project, id, key, value, true); err != nil {
			t.Fatal(err)
		}
	}
	r.view.opener.reload()
	if n := r.unfinished(); n != 0 {
		t.Errorf("%d are offered again", n)
	}
	r.view.opener.close()
	if r.view.OpenAt(id, nil); r.unfinished() != 2 {
		t.Errorf("opened again, %d are offered", r.unfinished())
	}
}

// unfinished is how many drafts the page at the side offers.
func (r *reads) unfinished() (n int) {
	for _, o := range test.LaidOutObjects(r.view.inspector.Object()) {
		if card, is := o.(*control.Card); is && strings.Contains(desktest.Said(card), "Unfinished") {
			n++
		}
	}
	return n
}
