package app

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"standpoint/store"
	"standpoint/store/storetest"
	"standpoint/store/text"
)

// A window that only reads follows what another one changed in an annotation.
func TestASecondWindowShowsWhatBecameOfAnAnnotation(t *testing.T) {
	first := newHarbour(t)
	first.note(t, "Norvia", "As it was.")
	second := newTestApp(t)
	second.projects.open(first.Project.Path())
	second.projects.watch.look()
	marked := first.articles.Annotations()[0]
	anchor, err := text.NewAnchor(first.text().Body(), first.words(t, "observers"))
	if err != nil {
		t.Fatal(err)
	}
	first.Do(storetest.Titled("Move"), func(b *store.Batch) error {
		return b.UpdateAnnotation(marked.ID, func(n *store.Annotation) { n.Anchor = anchor })
	}, func(err error) { first.Failed(err) })
	second.projects.watch.look()
	if diff := cmp.Diff(first.text().Marks(), second.text().Marks()); diff != "" {
		t.Errorf("marks of another window's change (-there +here):\n%s", diff)
	}
	if got := second.text().Marks()[0].Spans; !slices.Equal(got, []text.Span{first.words(t, "observers")}) {
		t.Errorf("the mark is on %v", got)
	}
}
