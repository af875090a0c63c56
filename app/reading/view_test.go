package reading

import (
	"strings"
	"testing"

	"standpoint/app/desk"
	"standpoint/app/desk/desktest"
	"standpoint/store"
	"standpoint/store/text"
)

const harbour = `Mara Ellin, the trade minister of Norvia, told reporters: “We will keep the harbour open.” She did not say for how long.

Meridian, citing an unnamed source, reported that Norvia opposed foreign observers.`

// reads is the view on a desk of its own, where it is in front.
type reads struct {
	*desktest.Desk

	view *View
}

func newReads(d *desktest.Desk) *reads {
	r := &reads{Desk: d, view: New(d.Desk)}
	r.Show(r.view)
	r.view.Opened()
	return r
}

// newSample is the view with the first article of the sample open.
func newSample(t *testing.T) *reads {
	t.Helper()
	r := newReads(desktest.NewSample(t))
	if !r.view.desk.open.hasArticle() {
		t.Fatal("no article is open")
	}
	return r
}

// newHarbour is the view with the one article of its project open.
func newHarbour(t *testing.T) *reads {
	t.Helper()
	r := newReads(desktest.New(t))
	a := r.AddArticle(t, store.Article{Title: "Harbour talks", Source: "The Varro Courier", Published: "2031-03-04"}, harbour)
	r.view.OpenAt(a.ID, nil)
	return r
}

// selects marks words of the open article.
func (r *reads) selects(t *testing.T, words string) {
	t.Helper()
	body := r.view.Body()
	at := strings.Index(body.String(), words)
	if at < 0 {
		t.Fatalf("%q is not in the article", words)
	}
	r.view.reader.text.Select(text.Span{Start: body.Position(at), End: body.Position(at + len(words))})
}

// do writes to the project as the window does.
func (r *reads) do(t *testing.T, title store.Title, write func(*store.Batch) error) {
	t.Helper()
	r.Desk.Do(title, write, func(err error) {
		if err != nil {
			t.Fatalf("%v: %v", title, err)
		}
	})
}

// Undo leads to what it brought back before the view has read that.
func TestAnAnnotationThatIsStillToBeReadIsPickedWhenItIs(t *testing.T) {
	r := newHarbour(t)
	id, body, article := store.NewID(), r.view.Body(), r.view.Article()
	anchor, err := text.NewAnchor(body, text.FindAll(body, "Meridian")[0])
	if err != nil {
		t.Fatal(err)
	}
	r.view.GoTo(desk.Place{Entity: store.EntityAnnotation, ID: id, Article: article.ID, Span: anchor.Quotes[0].Span})
	if _, picked := r.view.reader.current(); picked {
		t.Fatal("something is picked that is not there yet")
	}
	r.do(t, store.TitleForAdding(store.KindHighlight), func(b *store.Batch) error {
		_, err := b.AddAnnotation(store.Annotation{ID: id, Article: article.ID, Kind: store.KindHighlight, Anchor: anchor})
		return err
	})
	if got, picked := r.view.reader.current(); !picked || got != id {
		t.Errorf("picked is %v: %v", got, picked)
	}
}
