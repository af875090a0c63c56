package candidates

import (
	"reflect"
	"testing"

	"standpoint/app/intake"
	"standpoint/store/storetest"
)

// Rows of a table are recognised in the same way, which is kept once; what the analyst says of one row is said of that row alone.
func TestWhatIsSaidOfOneRowIsNotSaidOfTheOthers(t *testing.T) {
	b := NewBatch(storetest.NewProject(t, "Ada"), intake.Options{})
	mustRead(t, b, files(t, "rows.csv", "title,body\nFerry,It sails.\nQuay,It is closed.\nBand,It stays.\n")...)
	shared := func(i, j int) bool {
		return reflect.ValueOf(b.list[i].From).Pointer() == reflect.ValueOf(b.list[j].From).Pointer()
	}
	if !shared(0, 1) || !shared(1, 2) {
		t.Error("what is known of equal rows is kept several times")
	}
	if err := b.Set(intake.FieldTitle, "The ferry", b.IDs()[1]); err != nil {
		t.Fatal(err)
	}
	for i, want := range []intake.Place{intake.PlaceColumn, intake.PlaceAnalyst, intake.PlaceColumn} {
		if got := b.Row(i).From[intake.FieldTitle].Place; got != want {
			t.Errorf("row %d: the title is said to come from %s, want %s", i, got, want)
		}
	}
}
