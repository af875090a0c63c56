package reading

import (
	"os"
	"path/filepath"
	"testing"

	"standpoint/app/suggest/gold"
	"standpoint/store"
	"standpoint/store/storetest"
	"standpoint/store/text"
)

// code adds invented articles of which all but the last are coded, and returns that.
func code(t *testing.T, r *reads, n int) store.ID {
	t.Helper()
	articles, err := gold.Invent(n, 1000)
	if err != nil {
		t.Fatal(err)
	}
	var last store.ID
	if _, err := r.Project.Do(t.Context(), storetest.Titled("Add"), func(b *store.Batch) error {
		for i, a := range articles {
			row, err := b.AddArticle(store.Article{Title: a.ID, Published: a.Date, Language: "en"}, a.Body.String())
			if err != nil {
				return err
			}
			if last = row.ID; i == len(articles)-1 {
				return nil
			}
			for _, s := range a.Statements {
				one := store.Annotation{Article: row.ID, Kind: store.KindStatement, Quotation: s.Quotation, Act: s.Act}
				if one.Anchor, err = text.NewAnchor(a.Body, s.Content...); err != nil {
					return err
				}
				one.Participants = []store.Participant{{Role: store.RoleSpeaker, Words: s.Speakers[0].Name}}
				if _, err := b.AddAnnotation(one); err != nil {
					return err
				}
			}
			if err := b.UpdateArticle(row.ID, func(a *store.Article) { a.Status = store.StatusCoded }); err != nil {
				return err
			}
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return last
}

// proposedBy counts what a rule proposes in the open article.
func (r *reads) proposedBy(rule string) (n int) {
	for _, p := range r.view.proposing.found.Proposals {
		if p.Rule == rule {
			n++
		}
	}
	return n
}

func TestWhatIsLearntAfterOpeningIsProposedAndKept(t *testing.T) {
	r := newProposed(t)
	last := code(t, r, 12)
	r.view.OpenAt(last, nil)
	if n := r.proposedBy("learned"); n > 0 {
		t.Fatalf("before anything was learnt, %d are proposed by it", n)
	}
	folder := t.TempDir()
	r.view.LearnIn(folder)
	r.view.Opened()
	r.view.OpenAt(last, nil)
	learnt, done := r.view.Learnt()
	if !done || len(learnt.Kinds()) != 1 || r.proposedBy("learned") == 0 {
		t.Fatalf("done %v, learnt are %v, %d are proposed by that", done, learnt.Kinds(), r.proposedBy("learned"))
	}
	files, err := os.ReadDir(filepath.Join(folder, "learned"))
	if err != nil || len(files) != 1 {
		t.Errorf("kept are %v, %v", files, err)
	}
}

// A decision makes it learn again; what is only read does not.
func TestWhatIsDecidedIsLearntFrom(t *testing.T) {
	r := newProposed(t)
	code(t, r, 6)
	r.view.LearnIn(t.TempDir())
	r.view.Opened()
	before, _ := r.view.Learnt()
	r.view.Changed(store.Event{Touched: map[store.Entity][]store.ID{store.EntityNote: {{1}}}})
	if now, _ := r.view.Learnt(); before == nil || now != before {
		t.Errorf("after a note, other things are learnt (%v)", before)
	}
	r.view.Changed(store.Event{Touched: map[store.Entity][]store.ID{store.EntityDecision: {{1}}}})
	if now, _ := r.view.Learnt(); now == before {
		t.Error("after a decision nothing is learnt")
	}
}

func TestNothingIsLearntWhereNothingCanBeKept(t *testing.T) {
	r := newProposed(t)
	code(t, r, 6)
	r.view.Opened()
	if learnt, done := r.view.Learnt(); done || learnt != nil {
		t.Errorf("learnt is %v", learnt)
	}
}
