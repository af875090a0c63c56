package inspector

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"standpoint/app/control"
	"standpoint/app/desk/desktest"
	"standpoint/app/suggest"
	"standpoint/store"
	"standpoint/store/text"
)

func TestWhatWasDecidedIsCountedAndARejectedProposalIsOfferedAgain(t *testing.T) {
	a := newSide(t)
	article, body := a.text.Article(), a.text.Body()
	anchor, err := text.NewAnchor(body, text.Span{Start: 0, End: body.NextWord(0)})
	if err != nil {
		t.Fatal(err)
	}
	decide := store.Decision{
		ID: store.NewID(), Article: article.ID, Kind: store.KindStatement, Anchor: anchor, Rule: "verb.before", Confidence: 84,
		Verdict: store.VerdictRejected,
	}
	if _, err := a.Project.Do(t.Context(), store.Title{Code: store.TitleRejectProposals, Count: 1}, func(b *store.Batch) error {
		return b.Decide(decide)
	}); err != nil {
		t.Fatal(err)
	}
	a.ShowProposals()
	page, shown := a.page.(*proposalsPage)
	if !shown {
		t.Fatalf("the page is %T", a.page)
	}
	said := desktest.Said(a.Object())
	for _, want := range []string{"0 of 1 accepted", "80 to 89 % sure", "1 rejected in this article", anchor.Exact()} {
		if !strings.Contains(said, want) {
			t.Errorf("the page does not say %q:\n%s", want, said)
		}
	}
	page.reopen(decide.ID)
	if left, err := a.Project.Decisions(t.Context(), article.ID); err != nil || len(left) != 0 {
		t.Errorf("decided is %+v, %v", left, err)
	}
	if strings.Contains(desktest.Said(a.Object()), "rejected in this article") {
		t.Error("it is still listed as rejected")
	}
}

func TestTheKindsAndTheLeastConfidenceOfProposalsAreKept(t *testing.T) {
	a := newSide(t)
	a.ShowProposals()
	page := a.page.(*proposalsPage)
	page.first.OnChanged("80")
	if got := a.Prefs.LeastConfidence(); got != 0.8 {
		t.Errorf("at least %v", got)
	}
	a.Prefs.ProposeNothing(false)
	a.ShowProposals()
	for _, o := range a.page.objects() {
		if tick, is := o.(*control.Tick); is {
			if !tick.Checked {
				t.Errorf("%q is not ticked", tick.Text)
			}
			tick.SetChecked(false)
		}
	}
	if !a.Prefs.ProposesNothing() {
		t.Error("some are proposed still")
	}
}

// What was accepted and deleted since counts as rejected, and can be proposed again, as all that was rejected can. What stands in a text
// that the article has no more is none of it.
func TestAllThatWasRejectedCanBeOfferedAgain(t *testing.T) {
	a := newSide(t)
	article, body := a.text.Article(), a.text.Body()
	anchor, err := text.NewAnchor(body, text.Span{Start: 0, End: body.NextWord(0)})
	mustDo(t, err)
	one := store.Decision{
		Article: article.ID, Kind: store.KindMention, Anchor: anchor, Rule: "name.first", Confidence: 84, Verdict: store.VerdictRejected,
	}
	var made store.Annotation
	_, err = a.Project.Do(t.Context(), store.Title{Code: store.TitleRejectProposals, Count: 1}, func(b *store.Batch) (err error) {
		for range mostRejected {
			one.ID = store.NewID()
			if err := b.Decide(one); err != nil {
				return err
			}
		}
		actor, err := b.AddActor(store.Actor{Name: "Mara Ellin"})
		if err != nil {
			return err
		}
		if made, err = b.AddAnnotation(store.Annotation{
			Article: article.ID, Kind: store.KindMention, Anchor: anchor, Actor: actor.ID,
		}); err != nil {
			return err
		}
		one.ID, one.Verdict, one.Annotation = store.NewID(), store.VerdictAccepted, made.ID
		return b.Decide(one)
	})
	mustDo(t, err)
	a.ShowProposals()
	says := func(want string) bool { return strings.Contains(desktest.Said(a.Object()), want) }
	if !says("20 rejected in this article") || says("more, of") {
		t.Errorf("the page says %q", desktest.Said(a.Object()))
	}
	a.Write(t, func(b *store.Batch) error { return b.Delete(store.EntityAnnotation, made.ID) })
	if !says("21 rejected in this article") || !says("Show 1 more, of 1") {
		t.Errorf("once one is deleted, the page says %q", desktest.Said(a.Object()))
	}
	page := a.page.(*proposalsPage)
	page.more()
	if says("more, of") || strings.Count(desktest.Said(a.Object()), "Offer again") != 21 {
		t.Errorf("with more, the page says %q", desktest.Said(a.Object()))
	}
	a.Write(t, func(b *store.Batch) error {
		_, _, err := b.EditBody(article.ID, "Another text.")
		return err
	})
	a.ShowProposals()
	if says("rejected in this article") {
		t.Errorf("of another text the page says %q", desktest.Said(a.Object()))
	}
}

// The page is made anew when something was written, learnt or listed. The keyboard stays where it was, and so does what is in sight.
func TestTheKeyboardStaysOnThePageOfProposals(t *testing.T) {
	a := newSide(t)
	article, body := a.text.Article(), a.text.Body()
	anchor, err := text.NewAnchor(body, text.Span{Start: 0, End: body.NextWord(0)})
	mustDo(t, err)
	a.Write(t, func(b *store.Batch) error {
		for range mostRejected + 1 {
			if err := b.Decide(store.Decision{
				ID: store.NewID(), Article: article.ID, Kind: store.KindMention, Anchor: anchor, Rule: "name.first", Confidence: 84,
				Verdict: store.VerdictRejected,
			}); err != nil {
				return err
			}
		}
		return nil
	})
	a.ShowProposals()
	canvas := a.Window.Canvas()
	isAt := func(what, name string) {
		t.Helper()
		if part := a.page.(*proposalsPage).parts[name]; part == nil || canvas.Focused() != part {
			t.Errorf("%s: the keyboard is at %T, not at %q", what, canvas.Focused(), name)
		}
	}
	press := func(name string) {
		t.Helper()
		button := a.page.(*proposalsPage).parts[name]
		canvas.Focus(button)
		button.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	}
	a.scroll.ScrollToOffset(fyne.NewPos(0, 300))
	canvas.Focus(a.page.(*proposalsPage).parts[string(store.KindStatement)])
	a.text.learnt = &suggest.Learned{Articles: 12}
	a.Learnt()
	isAt("something was learnt", string(store.KindStatement))
	if a.scroll.Offset.Y != 300 {
		t.Errorf("it is scrolled to %v", a.scroll.Offset.Y)
	}
	press(partMore)
	isAt("more was listed", offer(mostRejected))
	press(offer(mostRejected))
	isAt("the last was offered again", offer(mostRejected-1))
	press(offer(0))
	isAt("the first was offered again", offer(0))
}

// What is rejected is told in a box that is nothing to press: the keyboard goes from button to button.
func TestNoBoxOfThePageOfProposalsHasTheKeyboard(t *testing.T) {
	a := newSide(t)
	page := &proposalsPage{stage: a.stage, listed: mostRejected, rejected: []store.Decision{{Kind: store.KindMention}}}
	for _, o := range page.objects() {
		if _, is := o.(*control.Card); is {
			t.Error("a card can have the keyboard")
		}
	}
}
