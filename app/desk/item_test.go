package desk_test

import (
	"strings"
	"testing"

	"standpoint/app/desk/desktest"
	"standpoint/store"
)

// Whom a field offers under one name, and what it shows of who was picked, is not the same for two actors.
func TestAFieldTellsActorsOfOneNameApart(t *testing.T) {
	d := desktest.New(t)
	d.Write(t, func(b *store.Batch) error {
		for _, what := range []string{"A judge.", "A skipper."} {
			if _, err := b.AddActor(store.Actor{Name: "Odile Brandt", Kind: store.ActorPerson, Description: what}); err != nil {
				return err
			}
		}
		_, err := b.AddActor(store.Actor{Name: "Orla Venn", Kind: store.ActorPerson, Description: "A judge."})
		return err
	})
	told := map[string]bool{}
	for _, i := range d.ActorItems("") {
		if i.Name == "Orla Venn" && (i.Apart != "" || strings.Contains(i.Detail, "judge")) {
			t.Errorf("of who shares no name it is told %q, %q", i.Apart, i.Detail)
		}
		if i.Name == "Odile Brandt" {
			told[i.Apart], told[i.Detail] = true, true
		}
	}
	if len(told) != 4 || told[""] {
		t.Errorf("two of one name are told apart by %v", told)
	}
}
