package form

import (
	"encoding/json"
	"reflect"
	"testing"

	"standpoint/app/names"
	"standpoint/store"
)

// All that was left unfinished comes out of one reading of the drafts. What is offered first is what was begun last.
func TestDraftsAreSortedByWhatTheyAreAndTheNewestFirst(t *testing.T) {
	article := store.NewID()
	older, newer := Form{Draft: store.NewID().String(), Article: article}, Form{Draft: store.NewID().String(), Article: article}
	first, last := NewLinkAll("Orla Venn", names.Party{}, false), NewLinkAll("Marek", names.Party{}, true)
	edit, details := TextEdit{Text: "Changed."}, Details{Title: "Harbour talks"}
	want := Drafts{Forms: []Form{newer, older}, Text: &edit, Details: &details, Links: []LinkAll{last, first}}

	kept := []store.Draft{ // by key, as they are read
		draft(t, older.Draft, older), draft(t, newer.Draft, newer), draft(t, DetailsDraft, details), draft(t, first.Draft, first),
		draft(t, last.Draft, last), draft(t, TextDraft, edit),
		{Key: store.NewID().String(), Data: []byte("spoilt")},
	}
	if got := DraftsOf(kept); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if got := DraftsOf(nil); !reflect.DeepEqual(got, Drafts{}) {
		t.Errorf("nothing was kept: %+v", got)
	}
}

func draft(t *testing.T, key string, value any) store.Draft {
	t.Helper()
	data, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	return store.Draft{Key: key, Data: data}
}
