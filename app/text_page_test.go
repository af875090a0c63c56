package app

import (
	"slices"
	"strings"
	"testing"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/store"
	"standpoint/store/storetest"
	"standpoint/store/text"
)

// An annotation to review is opened and put on words of the text: the hint goes, and it is the current one.
func TestWhatIsReviewedIsCurrentAgain(t *testing.T) {
	a := newHarbour(t)
	a.begin(t, store.KindHighlight, "foreign observers")
	a.current.(desk.Editor).Save()
	id := a.articles.Annotations()[0].ID
	a.text().Select(a.words(t, "Meridian"))
	a.choose("Edit Text")
	a.field(t, "Text of the article").SetText("Meridian reported that Norvia opposed watchers.")
	a.current.(desk.Editor).Save()
	a.articles.Pick(id)
	isSaidToBeChanged := func() bool {
		return slices.ContainsFunc(shown[*control.RichLine](a), func(l *control.RichLine) bool {
			return strings.HasPrefix(l.Text(), "These words were changed in the text")
		})
	}
	if _, picked := a.currentMark(); picked || !isSaidToBeChanged() {
		t.Fatalf("its mark is picked: %v; it is said to be changed: %v", picked, isSaidToBeChanged())
	}
	a.text().Select(a.words(t, "watchers"))
	a.menus.TypedLetter('+')
	if isSaidToBeChanged() {
		t.Error("it is still said to be changed")
	}
	anchor, err := text.NewAnchor(a.text().Body(), a.words(t, "watchers"))
	if err != nil {
		t.Fatal(err)
	}
	a.Do(storetest.Titled("Elsewhere"), func(b *store.Batch) error {
		return b.UpdateAnnotation(id, func(n *store.Annotation) { n.Anchor = anchor })
	}, func(err error) { a.Failed(err) })
	if now, ok := a.currentMark(); !ok || now != id {
		t.Errorf("current is %v, %v", now, ok)
	}
}
