package suggest

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"standpoint/store"
)

// What is known after a change is what would be known had it been read anew.
func TestRenewedActorsAreKnownAsThoseReadAnew(t *testing.T) {
	ids := make([]store.ID, 6)
	for i := range ids {
		ids[i] = store.NewID()
	}
	before := map[store.ID]store.Name{
		ids[0]: {ID: ids[0], Name: "Mara Ellin", Kind: store.ActorPerson, Aliases: []string{"The Minister", "M. Ellin"}},
		ids[1]: {ID: ids[1], Name: "Norvia", Kind: store.ActorState},
		ids[2]: {ID: ids[2], Name: "Velia", Kind: store.ActorState},
		ids[3]: {ID: ids[3], Name: "Odo Ellin", Kind: store.ActorPerson},
		ids[4]: {ID: ids[4], Name: "Meridian", Kind: store.ActorOrganisation, Aliases: []string{"Meridian"}},
	}
	after := map[store.ID]store.Name{
		ids[0]: {ID: ids[0], Name: "Mara Ellin-Lenz", Kind: store.ActorPerson, Aliases: []string{"M. Ellin"}},
		ids[1]: before[ids[1]],
		ids[3]: {ID: ids[3], Name: "Odo Ellin", Kind: store.ActorGroup},
		ids[4]: {ID: ids[4], Name: "Meridian", Kind: store.ActorState, Aliases: []string{"Meridian"}},
		ids[5]: {ID: ids[5], Name: "Norvia", Kind: store.ActorState},
	}
	renewed := Know(before)
	renewed.Renew(after)
	anew := Know(after)
	for _, k := range []*Known{renewed, anew} {
		for _, all := range []map[string][]store.ID{k.byName, k.bySurname} {
			for _, list := range all {
				slices.SortFunc(list, func(a, b store.ID) int { return slices.Compare(a[:], b[:]) })
			}
		}
	}
	if diff := cmp.Diff(anew, renewed, cmp.AllowUnexported(Known{})); diff != "" {
		t.Errorf("(-anew +renewed):\n%s", diff)
	}
}
