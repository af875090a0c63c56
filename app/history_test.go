package app

import (
	"testing"

	"standpoint/app/words"
	"standpoint/store"
)

func TestTheSampleBeginsWithWhatItHolds(t *testing.T) {
	a := newSampleApp(t)
	if title := a.Project.UndoTitle(); !title.IsZero() {
		t.Fatalf("undo would take back %q", title)
	}
	if r, err := a.Project.Undo(t.Context()); err != nil || !r.Nothing {
		t.Errorf("took back %+v, %v", r, err)
	}
}

// What the window says in the reader's language is what the program says elsewhere in English.
func TestHistoryWordsAgree(t *testing.T) {
	newSampleApp(t)
	for _, field := range []string{
		"anchor", "actor", "quotation", "act", "cue", "on", "translation", "statement", "target", "stance", "condition",
		"merged_into", "deleted", "restored", "speaker", "addressee", "holder", "carrier", "tag", "note",
		"filter", "options", "facts", "level", "form", "rule", "confidence", "verdict",
		store.HistoryProposed, store.HistoryMoved, "heading", "paragraph", "quote", "positions", "statements",
	} {
		l := store.HistoryLine{Field: field}
		if got := words.HistoryField(l); got != l.Word() {
			t.Errorf("%s: %q in the window, %q elsewhere", field, got, l.Word())
		}
	}
}

func TestHistoryShowsWordsForPeople(t *testing.T) {
	for _, test := range []struct{ field, value, want string }{
		{"on", "2031-05-16", "16 May 2031"},
		{"stance", "oppose", "oppose"},
		{"act", "denies", "denies"},
		{"quotation", "mixed", "mixed"},
		{store.HistoryProposed, "name.title", "a title, then a name"},
		{"verdict", "rejected", "rejected"},
		{"note", "one\n\n two", "one two"},
	} {
		if got := words.HistoryValue(store.HistoryLine{Field: test.field}, test.value); got != test.want {
			t.Errorf("%s %q is shown as %q, want %q", test.field, test.value, got, test.want)
		}
	}
}
