package directory

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"

	"standpoint/app/desk"
	"standpoint/app/desk/desktest"
	"standpoint/store"
	"standpoint/store/text"
)

// mention links words of an article to an actor.
func mention(t *testing.T, d *room, article store.Article, actor store.ID, span text.Span) (id store.ID) {
	t.Helper()
	d.Write(t, func(b *store.Batch) error {
		body, err := b.Body(article.Body)
		if err != nil {
			return err
		}
		anchor, err := text.NewAnchor(body, span)
		if err != nil {
			return err
		}
		a, err := b.AddAnnotation(store.Annotation{Article: article.ID, Kind: store.KindMention, Actor: actor, Anchor: anchor})
		id = a.ID
		return err
	})
	return id
}

// plain is a text with spaces that may break.
func plain(s string) string { return strings.ReplaceAll(s, "\u00a0", " ") }

func TestAnActorWhoIsOnlyMentionedHasAPageOfItsMentions(t *testing.T) {
	d := newRoom(desktest.New(t), NewActors)
	var rhea store.Actor
	d.Write(t, func(b *store.Batch) (err error) {
		rhea, err = b.AddActor(store.Actor{Name: "Rhea Solm", Kind: store.ActorPerson})
		return err
	})
	later := d.AddArticle(t, store.Article{Title: "Second day", Published: "2031-05-17"}, "Nobody answered Rhea Solm then.")
	first := d.AddArticle(t, store.Article{Title: "First day", Published: "2031-05-16"}, "Rhea Solm was seen at the harbour.")
	mention(t, d, later, rhea.ID, text.Span{Start: 16, End: 25})
	earliest := mention(t, d, first, rhea.ID, text.Span{Start: 0, End: 9})

	d.show(rhea.ID)
	if !d.record.mentions.Object().Visible() || d.record.list.Object().Visible() || d.record.which.Visible() {
		t.Fatal("the mentions of an actor who says nothing must be shown, without a choice of lists")
	}
	if over := d.record.over.Text(); !strings.HasPrefix(over, "Mentions ") {
		t.Errorf("over the list stands %q", over)
	}
	if facts := plain(d.record.facts.Text()); !strings.Contains(facts, "2 mentions") || !strings.Contains(facts, "in 2 articles") {
		t.Errorf("under the name stands %q", facts)
	}
	d.record.mentions.Widget.Select(0)
	d.record.mentions.Widget.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	want := []desk.Place{{Entity: store.EntityAnnotation, ID: earliest, Article: first.ID}}
	if diff := cmp.Diff(want, d.Went); diff != "" {
		t.Errorf("Enter on the first leads to (-want +got):\n%s", diff)
	}
	if d.Choose("Mentions of the Actor") {
		t.Error("there is nothing to choose between")
	}
}

func TestMentionsTakeTurnsWithWhatAnActorSaid(t *testing.T) {
	d := opened(t, NewActors, "Ilse Varonne")
	if d.record.showsMentions() || !d.record.which.Visible() || !d.record.list.Object().Visible() {
		t.Fatal("what she said must be shown first, with a choice of lists")
	}
	d.choose(t, "Mentions of the Actor")
	if n := d.record.mentions.Rows.Len(); n == 0 || !d.record.mentions.Object().Visible() || d.record.list.Object().Visible() {
		t.Errorf("of %d mentions none is shown, or they are shown beside the record", n)
	}
	d.show(idOf(t, d, "Dorin Kasvel"))
	if !d.record.showsMentions() {
		t.Error("the mentions of the next actor must be shown as well")
	}
	d.record.which.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	if d.record.showsMentions() || !d.record.list.Object().Visible() {
		t.Error("the tabs must lead back to what he said")
	}
}

func TestTheListTellsWhereAnActorBelongs(t *testing.T) {
	d := opened(t, NewActors, "Ilse Varonne")
	row, _ := d.list.rows.Row(d.list.list.Selected())
	if facts := plain(strings.Join(row.facts(d.Names), " · ")); !strings.Contains(facts, "foreign minister of Veldania") {
		t.Errorf("under her name stands %q", facts)
	}
}
