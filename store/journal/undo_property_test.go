package journal_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"
	"pgregory.net/rapid"

	"standpoint/store/journal"
)

// deeds is a history of one row, with what can be taken back next: what was done and, once it was undone, the undos.
type deeds struct {
	rt      *rapid.T
	changes []journal.Change
	takes   map[uuid.UUID]uuid.UUID
	last    byte
	done    []deed
	undone  []deed
}

// deed is an action and the row before and after it.
type deed struct {
	action        uuid.UUID
	before, after journal.Row
}

func (d *deeds) row() journal.Row { return journal.Fold(append([]journal.Change(nil), d.changes...)) }

// begin names the next action.
func (d *deeds) begin() uuid.UUID {
	d.last++
	return id(d.last)
}

func (d *deeds) change(action uuid.UUID, fields journal.Fields) {
	n := len(d.changes) + 1
	d.changes = append(d.changes, journal.Change{
		Session: id(1), Seq: int64(n), Clock: journal.Clock(n), Action: action, Entity: "actor", ID: id(1), Fields: fields,
	})
}

// do sets fields one after the other, so that an action may set one of them several times, also to what it was.
func (d *deeds) do() {
	was, action := d.row(), d.begin()
	for range rapid.IntRange(1, 4).Draw(d.rt, "changes") {
		switch row := d.row(); {
		case !row.Created:
			d.change(action, created("name", `"A"`))
		case rapid.Bool().Draw(d.rt, "trash"):
			d.change(action, set(journal.FieldDeleted, fmt.Sprint(!row.Deleted())))
		default:
			name := rapid.SampledFrom([]string{"name", "colour"}).Draw(d.rt, "field")
			d.change(action, set(name, rapid.SampledFrom([]string{`"A"`, `"B"`, `null`}).Draw(d.rt, "value")))
		}
	}
	d.done, d.undone = append(d.done, deed{action, was, d.row()}), nil
}

// takeBack takes back the last of one list, and puts what does so at the end of the other.
func (d *deeds) takeBack(from, to *[]deed) {
	if len(*from) == 0 {
		return
	}
	t := (*from)[len(*from)-1]
	*from = (*from)[:len(*from)-1]
	rev := journal.Reverse(d.changes, t.action, func(a uuid.UUID) uuid.UUID { return d.takes[a] })
	if len(rev.Kept) > 0 {
		d.rt.Fatalf("nobody else set anything, and %v stays", rev.Kept)
	}
	action := d.begin()
	d.takes[action] = t.action
	d.change(action, rev.Set)
	d.mustShow(t.before)
	*to = append(*to, deed{action, t.after, t.before})
}

// mustShow fails unless the row shows the same. One that was not there yet is deleted, whatever its fields are.
func (d *deeds) mustShow(want journal.Row) {
	got := d.row()
	if gone := !want.Created || want.Deleted(); got.Deleted() != gone {
		d.rt.Fatalf("deleted: %v, want %v\n%v", got.Deleted(), gone, d.changes)
	}
	if !want.Created {
		return
	}
	for _, row := range []*journal.Row{&got, &want} {
		row.Fields = maps.Clone(row.Fields)
		delete(row.Fields, journal.FieldDeleted)
		maps.DeleteFunc(row.Fields, func(_ string, v json.RawMessage) bool { return string(v) == "null" })
	}
	if diff := cmp.Diff(want.Fields, got.Fields); diff != "" {
		d.rt.Fatalf("(-want +got):\n%s", diff)
	}
}

func TestEachUndoAndRedoShowsTheRowAsItWasBefore(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		d := &deeds{rt: rt, takes: map[uuid.UUID]uuid.UUID{}}
		for range rapid.IntRange(1, 12).Draw(rt, "actions") {
			switch rapid.SampledFrom([]string{"do", "do", "undo", "redo"}).Draw(rt, "action") {
			case "do":
				d.do()
			case "undo":
				d.takeBack(&d.done, &d.undone)
			case "redo":
				d.takeBack(&d.undone, &d.done)
			}
		}
		undone := len(d.done)
		for range undone {
			d.takeBack(&d.done, &d.undone)
		}
		for range undone {
			d.takeBack(&d.undone, &d.done)
		}
	})
}
