package reading

import (
	"testing"

	"standpoint/app/textview"
	"standpoint/store"
	"standpoint/store/text"
)

// Undo takes back what was done last, also what is recorded nowhere yet.
func TestOtherWordsOfAProposalAreTakenBackBeforeWhatIsRecorded(t *testing.T) {
	r := newProposed(t)
	r.Show(r.view)
	r.step(t, "Monday")
	r.TypedLetter('y')
	r.step(t, "We keep")
	if r.view.UndoTitle() != "" {
		t.Errorf("in the view %q can be taken back", r.view.UndoTitle())
	}
	one, _ := r.view.proposing.current()
	before := one.Whole()
	shorter := []text.Span{{Start: before.Start + 1, End: before.End - 2}}
	r.view.reader.text.OnAdjust(textview.MarkID(one.ID), shorter)
	if r.view.UndoTitle() == "" || !r.view.TakeBack() {
		t.Fatal("there is nothing to take back")
	}
	if now, is := r.view.proposing.current(); !is || now.ID != one.ID || now.Whole() != before {
		t.Errorf("taken back, it is %v, before %v", now.Whole(), before)
	}
	if r.view.UndoTitle() != "" || r.view.RedoTitle() == "" || !r.view.TakeAgain() {
		t.Fatal("it cannot be done again")
	}
	if now, _ := r.view.proposing.current(); now.Whole() != shorter[0] {
		t.Errorf("done again, it is %v, not %v", now.Whole(), shorter[0])
	}
	r.Write(t, func(b *store.Batch) error {
		_, err := b.AddIssue(store.Issue{Name: "Harbour"})
		return err
	})
	if r.view.UndoTitle() != "" || r.view.TakeBack() {
		t.Error("it is taken back before what was recorded since")
	}
	if now, _ := r.view.proposing.current(); now.Whole() != shorter[0] {
		t.Errorf("once something is recorded, it is %v, not %v", now.Whole(), shorter[0])
	}
}
