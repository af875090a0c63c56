package discourse

import (
	"testing"

	"standpoint/store"
)

func TestTheRowsBehindNodesAreThoseOfWhatTheyStandFor(t *testing.T) {
	id := func(kind, n byte) store.ID { return store.ID{0: kind, 15: n} }
	h := &store.Holdings{}
	for i, p := range [][2]byte{{1, 1}, {1, 2}, {2, 2}, {2, 3}, {3, 1}} { // actor, issue
		h.Positions = append(h.Positions, store.HeldPosition{
			ID: id(3, byte(i)), Issue: id(2, p[1]), Stance: store.StanceSupport, Holders: []store.Holder{{Actor: id(1, p[0])}},
		})
	}
	rows := Filter{}.Select(h)
	actor := func(n byte) Node { return Node{Variable: VariableHolder, ID: id(1, n), Label: "differs"} }
	issue := func(n byte) Node { return Node{Variable: VariableIssue, ID: id(2, n)} }
	for name, c := range map[string]struct {
		nodes []Node
		want  []byte
	}{
		"nobody": {nil, nil}, "an actor": {[]Node{actor(1)}, []byte{0, 1}}, "an issue": {[]Node{issue(2)}, []byte{1, 2}},
		"a cell": {[]Node{actor(2), issue(2)}, []byte{2}}, "an empty cell": {[]Node{actor(3), issue(2)}, nil},
		"two actors": {[]Node{actor(1), actor(2)}, []byte{1, 2}}, "two issues": {[]Node{issue(1), issue(2)}, []byte{0, 1}},
		"two actors with nothing in common": {[]Node{actor(2), actor(3)}, nil},
	} {
		got := rows.Of(c.nodes...)
		same := len(got) == len(c.want)
		for i := range min(len(got), len(c.want)) {
			same = same && got[i].Position.ID == id(3, c.want[i])
		}
		if !same {
			t.Errorf("%s: %d rows, want %v", name, len(got), c.want)
		}
	}
}
