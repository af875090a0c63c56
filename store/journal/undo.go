package journal

import (
	"encoding/json"
	"fmt"
	"slices"

	"github.com/google/uuid"
)

// TakesBack tells for an undo or redo which action it takes back; the zero UUID for any other action.
type TakesBack func(action uuid.UUID) uuid.UUID

// Reversal is what taking an action back means for one row.
type Reversal struct {
	Set  Fields   // to be set, to what they were before
	Kept []string // set since by another action, so they stay; sorted
}

// Reverse returns what taking the action back means for the row that the changes, in order, make. A row that the action
// created is deleted and keeps its fields. It never touches what another action set since. A field that is again what it was before
// the action, since it set it several times, is set all the same: else it would count as the action's for ever, and nothing before
// the action could be taken back.
func Reverse(changes []Change, action uuid.UUID, takes TakesBack) Reversal {
	rev := Reversal{Set: Fields{}}
	for _, field := range fieldsOf(changes, action) {
		last := lastSetting(changes, len(changes), field)
		if !holds(changes, last, field, action, takes) {
			rev.Kept = append(rev.Kept, field)
			continue
		}
		rev.Set[field] = valueBefore(changes, firstOf(changes, action, field), field)
	}
	slices.Sort(rev.Kept)
	return rev
}

// fieldsOf lists what the action set: where it created the row, only that the row is there.
func fieldsOf(changes []Change, action uuid.UUID) []string {
	seen := map[string]bool{}
	for _, c := range changes {
		if c.Action != action {
			continue
		}
		if c.Creates() {
			return []string{FieldDeleted}
		}
		for name := range c.Fields {
			seen[name] = true
		}
	}
	names := make([]string, 0, len(seen))
	for name := range seen {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// holds reports whether the change at index i, the last before some point to set the field, counts as the action's. A
// change by an undo counts as the change that it brought back.
func holds(changes []Change, i int, field string, action uuid.UUID, takes TakesBack) bool {
	for i >= 0 {
		by := changes[i].Action
		if by == action {
			return true
		}
		taken := takes(by)
		if taken == (uuid.UUID{}) {
			return false
		}
		i = lastSetting(changes, firstOf(changes, taken, field), field)
	}
	return false
}

// lastSetting returns the index of the last change before end that sets the field, or -1.
func lastSetting(changes []Change, end int, field string) int {
	for i := end - 1; i >= 0; i-- {
		if sets(changes[i], field) {
			return i
		}
	}
	return -1
}

// firstOf returns the index of the first change of the action that sets the field, or 0 if it is not here.
func firstOf(changes []Change, action uuid.UUID, field string) int {
	for i, c := range changes {
		if c.Action == action && sets(c, field) {
			return i
		}
	}
	return 0
}

// valueBefore returns the field's value before the change at index end. A row that was not there counts as deleted.
func valueBefore(changes []Change, end int, field string) json.RawMessage {
	if i := lastSetting(changes, end, field); i >= 0 {
		return value(changes[i], field)
	}
	if field == FieldDeleted && !slices.ContainsFunc(changes[:end], Change.Creates) {
		return json.RawMessage("true")
	}
	return json.RawMessage("null")
}

// sets reports whether the change sets the field. Creating a row sets that it is not deleted.
func sets(c Change, field string) bool {
	if _, ok := c.Fields[field]; ok {
		return true
	}
	return field == FieldDeleted && c.Creates()
}

func value(c Change, field string) json.RawMessage {
	if v, ok := c.Fields[field]; ok {
		return v
	}
	return json.RawMessage("null")
}

// Since returns what to set so that the row which the changes, in order, make is again what it was at a clock. One that was
// not there yet is deleted, and keeps its fields.
func Since(changes []Change, at Clock) Fields {
	var then, now Row
	for _, c := range changes {
		if c.Clock <= at {
			then.Apply(c)
		}
		now.Apply(c)
	}
	set := Fields{}
	if gone := !then.Created || then.Deleted(); gone != now.Deleted() {
		set[FieldDeleted] = fmt.Append(nil, gone)
	}
	if !then.Created {
		return set
	}
	for name, v := range now.Fields {
		if was := then.Fields[name]; name != FieldDeleted && !Same(was, v) {
			set[name] = was
			if isEmpty(was) {
				set[name] = json.RawMessage("null")
			}
		}
	}
	return set
}
