package app

import "testing"

func TestTheSampleBeginsWithWhatItHolds(t *testing.T) {
	a := newSampleApp(t)
	if title := a.project.UndoTitle(); title != "" {
		t.Fatalf("undo would take back %q", title)
	}
	if r, err := a.project.Undo(t.Context()); err != nil || !r.Nothing {
		t.Errorf("took back %+v, %v", r, err)
	}
}
