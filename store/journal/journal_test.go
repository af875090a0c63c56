package journal_test

import (
	"encoding/json"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"
	"pgregory.net/rapid"

	"standpoint/store/journal"
)

func id(n byte) uuid.UUID { return uuid.UUID{15: n} }

// change makes the n-th change of session 1 by an action.
func change(n int64, action byte, fields journal.Fields) journal.Change {
	return journal.Change{Session: id(1), Seq: n, Clock: journal.Clock(n), Action: id(action), Entity: "actor", ID: id(9), Fields: fields}
}

func set(name, value string) journal.Fields { return journal.Fields{name: json.RawMessage(value)} }

func created(name, value string) journal.Fields {
	return journal.Fields{journal.FieldCreated: json.RawMessage("true"), name: json.RawMessage(value)}
}

func TestAClockIsAlwaysAheadOfTheLast(t *testing.T) {
	now := time.UnixMilli(1_700_000_000_123)
	first := journal.Next(0, now)
	if !first.Time().Equal(now) {
		t.Errorf("a clock of %v tells %v", now, first.Time())
	}
	second := journal.Next(first, now)
	back := journal.Next(second, now.Add(-time.Hour))
	later := journal.Next(back, now.Add(time.Millisecond))
	if !slices.IsSorted([]journal.Clock{first, second, back, later}) || second == first || back == second || later == back {
		t.Errorf("clocks are %d, %d, %d, %d", first, second, back, later)
	}
}

func drawChanges(t *rapid.T) []journal.Change {
	var list []journal.Change
	for session := range byte(3) {
		clock := journal.Clock(0)
		for seq := range int64(rapid.IntRange(0, 5).Draw(t, "changes")) {
			clock += journal.Clock(rapid.IntRange(0, 2).Draw(t, "step"))
			fields := journal.Fields{}
			for _, name := range rapid.SliceOfDistinct(rapid.SampledFrom([]string{"name", "colour", journal.FieldDeleted, journal.FieldCreated}),
				rapid.ID[string]).Draw(t, "fields") {
				value := rapid.SampledFrom([]string{"true", "false", "null"}).Draw(t, "value")
				if name == journal.FieldCreated {
					value = "true"
				}
				fields[name] = json.RawMessage(value)
			}
			list = append(list, journal.Change{
				Session: id(session), Seq: seq + 1, Clock: clock, Action: id(session), Entity: "actor", ID: id(9),
				Fields: fields,
			})
		}
	}
	return list
}

func TestTheSameChangesMakeTheSameRowInAnyOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list := drawChanges(t)
		want := journal.Fold(slices.Clone(list))
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		r.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
		if diff := cmp.Diff(want, journal.Fold(list)); diff != "" {
			t.Error(diff)
		}
	})
}

func TestOnePassOverAllRowsFoldsLikeRowByRow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var all []journal.Change
		var want, got []journal.Row
		for row := range byte(3) {
			list := drawChanges(t)
			for i := range list {
				list[i].ID = id(row)
			}
			if len(list) > 0 {
				want = append(want, journal.Fold(list))
			}
			all = append(all, list...)
		}
		f := journal.Folder{Emit: func(r journal.Row) error { got = append(got, r); return nil }}
		for _, c := range all {
			if err := f.Add(c); err != nil {
				t.Fatal(err)
			}
		}
		if err := f.Flush(); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
	})
}

func TestARowIsVisibleOnceItsCreatingChangeIsHere(t *testing.T) {
	edit := change(2, 2, set("name", `"Venn"`))
	if r := journal.Fold([]journal.Change{edit}); r.Created {
		t.Error("a row without its creating change is visible")
	}
	r := journal.Fold([]journal.Change{edit, change(1, 1, created("name", `"V"`))})
	if !r.Created || string(r.Fields["name"]) != `"Venn"` || r.First.Action != id(1) {
		t.Errorf("got %+v", r)
	}
}

func TestFieldsAreWrittenInOneWay(t *testing.T) {
	b, err := journal.Fields{"b": json.RawMessage(`"<&>"`), "a": json.RawMessage("null")}.Encode()
	if err != nil || string(b) != `{"a":null,"b":"<&>"}` {
		t.Errorf("got %s, %v", b, err)
	}
	f, err := journal.Decode(b)
	if err != nil || string(f["b"]) != `"<&>"` {
		t.Errorf("got %v, %v", f, err)
	}
}

func TestAChainTellsWhenAnythingDiffers(t *testing.T) {
	base := change(1, 1, nil)
	done := journal.Action{
		ID: id(1), Coder: id(2), Undoes: id(3), Title: `{"code":"link_all","name":"Venn"}`, Kind: "undo", At: "2031-03-04T05:06:07Z",
	}
	want := journal.Chain{}.Next(base, done, []byte("{}"))
	others := map[string]journal.Change{}
	for name, alter := range map[string]func(*journal.Change){
		"seq":     func(c *journal.Change) { c.Seq++ },
		"clock":   func(c *journal.Change) { c.Clock++ },
		"session": func(c *journal.Change) { c.Session = id(7) },
		"entity":  func(c *journal.Change) { c.Entity = "issue" },
		"id":      func(c *journal.Change) { c.ID = id(7) },
	} {
		c := base
		alter(&c)
		others[name] = c
	}
	for name, c := range others {
		if journal.Chain.Next(journal.Chain{}, c, done, []byte("{}")) == want {
			t.Errorf("another %s gives the same chain", name)
		}
	}
	for name, alter := range map[string]func(*journal.Action){
		"action":          func(a *journal.Action) { a.ID = id(7) },
		"coder":           func(a *journal.Action) { a.Coder = id(7) },
		"action undone":   func(a *journal.Action) { a.Undoes = id(7) },
		"kind of action":  func(a *journal.Action) { a.Kind = "redo" },
		"title":           func(a *journal.Action) { a.Title = `{"code":"link_all","name":"Benn"}` },
		"time":            func(a *journal.Action) { a.At = "2031-03-04T05:06:08Z" },
		"end of the kind": func(a *journal.Action) { a.Kind, a.At = "und", "o"+a.At },
	} {
		other := done
		alter(&other)
		if journal.Chain.Next(journal.Chain{}, base, other, []byte("{}")) == want {
			t.Errorf("another %s gives the same chain", name)
		}
	}
	if want.Next(base, done, []byte("{}")) == want || (journal.Chain{}).Next(base, done, []byte("{ }")) == want {
		t.Error("another past or other fields give the same chain")
	}
}

func TestTakingBackAnAction(t *testing.T) {
	undoes := func(pairs ...byte) journal.TakesBack {
		return func(action uuid.UUID) uuid.UUID {
			for i := 0; i < len(pairs); i += 2 {
				if action == id(pairs[i]) {
					return id(pairs[i+1])
				}
			}
			return uuid.UUID{}
		}
	}
	start := change(1, 1, created("name", `"A"`))
	tests := []struct {
		name    string
		changes []journal.Change
		action  byte
		takes   journal.TakesBack
		want    journal.Reversal
	}{
		{
			"sets back what it set",
			[]journal.Change{start, change(2, 2, set("name", `"B"`))},
			2, undoes(),
			journal.Reversal{Set: set("name", `"A"`)},
		},
		{
			"empties what was empty",
			[]journal.Change{start, change(2, 2, set("colour", `"red"`))},
			2, undoes(),
			journal.Reversal{Set: set("colour", `null`)},
		},
		{
			"deletes what it created, and nothing more",
			[]journal.Change{start},
			1, undoes(),
			journal.Reversal{Set: set(journal.FieldDeleted, `true`)},
		},
		{
			"keeps what was set since",
			[]journal.Change{start, change(2, 2, set("name", `"B"`)), change(3, 3, set("name", `"C"`))},
			2, undoes(),
			journal.Reversal{Set: journal.Fields{}, Kept: []string{"name"}},
		},
		{
			"looks through what was taken back since",
			[]journal.Change{start, change(2, 2, set("name", `"B"`)), change(3, 3, set("name", `"C"`)), change(4, 4, set("name", `"B"`))},
			2, undoes(4, 3),
			journal.Reversal{Set: set("name", `"A"`)},
		},
		{
			"keeps what was set before what was taken back",
			[]journal.Change{
				start, change(2, 2, set("name", `"B"`)), change(3, 5, set("name", `"X"`)), change(4, 3, set("name", `"C"`)),
				change(5, 4, set("name", `"X"`)),
			},
			2, undoes(4, 3),
			journal.Reversal{Set: journal.Fields{}, Kept: []string{"name"}},
		},
		{
			"sets what came to nothing too",
			[]journal.Change{start, change(2, 2, set("name", `"B"`)), change(3, 2, set("name", `"A"`))},
			2, undoes(),
			journal.Reversal{Set: set("name", `"A"`)},
		},
		{
			"restores what an undo deleted",
			[]journal.Change{start, change(2, 2, set(journal.FieldDeleted, `true`))},
			2, undoes(2, 1),
			journal.Reversal{Set: set(journal.FieldDeleted, `null`)},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, journal.Reverse(tt.changes, id(tt.action), tt.takes)); diff != "" {
				t.Error(diff)
			}
		})
	}
}
