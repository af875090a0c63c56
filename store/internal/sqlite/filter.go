package sqlite

import (
	"slices"
	"strings"
)

// Filter collects the conditions of a list and their arguments.
type Filter struct {
	Args []any // of the conditions, in their order

	conditions []string
}

// And adds a condition and its arguments.
func (f *Filter) And(condition string, args ...any) {
	f.conditions = append(f.conditions, condition)
	f.Args = append(f.Args, args...)
}

// Clone returns the same conditions, to which others may be added.
func (f *Filter) Clone() Filter {
	return Filter{conditions: slices.Clone(f.conditions), Args: slices.Clone(f.Args)}
}

// Where returns the conditions joined, "1" if there are none.
func (f *Filter) Where() string {
	if len(f.conditions) == 0 {
		return "1"
	}
	return strings.Join(f.conditions, " AND ")
}

// Limit returns the arguments followed by those of "LIMIT ? OFFSET ?". A limit of 0 or less is none.
func (f *Filter) Limit(limit, offset int) []any {
	if limit <= 0 {
		limit = -1
	}
	return append(slices.Clone(f.Args), limit, max(0, offset))
}

// Portion is how many ids one query is asked for at once.
const Portion = 400

// Placeholders returns the ids, one at least, as the placeholders for them and as arguments.
func Placeholders[T ~[16]byte](list []T) (placeholders string, args []any) {
	args = make([]any, len(list))
	for i, id := range list {
		args[i] = id[:]
	}
	return "?" + strings.Repeat(", ?", len(list)-1), args
}

// EachPortion calls fn with the ids in portions, with as many placeholders and as arguments.
func EachPortion[T ~[16]byte](list []T, fn func(placeholders string, args []any) error) error {
	for len(list) > 0 {
		n := min(Portion, len(list))
		if err := fn(Placeholders(list[:n])); err != nil {
			return err
		}
		list = list[n:]
	}
	return nil
}
