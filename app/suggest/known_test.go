package suggest

import (
	"cmp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	gocmp "github.com/google/go-cmp/cmp"

	"standpoint/store"
	"standpoint/store/text"
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
		for _, all := range []map[string][]store.ID{k.byName, k.bySurname, k.byInitials, k.bySound} {
			for _, list := range all {
				slices.SortFunc(list, func(a, b store.ID) int { return slices.Compare(a[:], b[:]) })
			}
		}
		for _, list := range k.names.byFirst {
			slices.SortFunc(list, func(a, b nameEntry) int {
				return cmp.Or(slices.Compare(a.id[:], b.id[:]), slices.Compare(a.stems, b.stems))
			})
		}
	}
	if diff := gocmp.Diff(anew, renewed, gocmp.AllowUnexported(Known{}, alike{}, nameIndex{}, nameEntry{}, word{})); diff != "" {
		t.Errorf("(-anew +renewed):\n%s", diff)
	}
}

// What is read to guess is what stands near the words: as much in a long text as in a short one.
func TestWhatIsReadToGuessDoesNotGrowWithTheText(t *testing.T) {
	const said = "Mara Ellin told reporters: “We will keep the harbour open.” Then she left. "
	var read, mentions []int
	for _, times := range []int{1_000, 10_000} {
		for _, end := range []string{"\n", " "} { // in many lines, and in one
			body, err := text.NewBody(strings.Repeat(strings.TrimSpace(said)+end, times))
			if err != nil {
				t.Fatal(err)
			}
			whole := Text{Known: newKnown(), Body: body}
			each := utf8.RuneCountInString(said)
			for n := range times {
				whole.Mentions = append(whole.Mentions, Mentioned{Span: text.Span{Start: n * each, End: n*each + 10}})
			}
			at := text.Span{Start: times/2*each + strings.IndexRune("Mara Ellin told reporters: “", '“'), End: times/2*each + 60}
			near, start := whole.Near(at)
			if got, want := near.Body.Slice(at.Moved(-start)), body.Slice(at); got != want {
				t.Errorf("near stands %q, want %q", got, want)
			}
			for _, m := range near.Mentions {
				if got := near.Body.Slice(m.Span); got != "Mara Ellin" {
					t.Fatalf("a mention is of %q", got)
				}
			}
			if told := aroundOf(near, at.Moved(-start)).Said; len(told.Speakers) != 1 || told.Speakers[0].told() != "=Mara Ellin" {
				t.Errorf("the speakers are %+v", told.Speakers)
			}
			read, mentions = append(read, near.Body.Len()), append(mentions, len(near.Mentions))
		}
	}
	for i := range read {
		if read[i] > 2*farthestNear+100 || read[i] < farthestNear || mentions[i] > read[i]/70 {
			t.Errorf("read are %v code points and %v mentions", read, mentions)
		}
	}
}
