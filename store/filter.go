package store

import (
	"slices"
	"strings"
)

// filter collects the conditions of a list and their arguments.
type filter struct {
	conditions []string
	args       []any
}

func (f *filter) and(condition string, args ...any) {
	f.conditions = append(f.conditions, condition)
	f.args = append(f.args, args...)
}

// clone returns the same conditions, to which others may be added.
func (f *filter) clone() filter {
	return filter{conditions: slices.Clone(f.conditions), args: slices.Clone(f.args)}
}

// where returns the conditions joined, "1" if there are none.
func (f *filter) where() string {
	if len(f.conditions) == 0 {
		return "1"
	}
	return strings.Join(f.conditions, " AND ")
}

// limit returns the arguments followed by those of "LIMIT ? OFFSET ?".
func (f *filter) limit(page Page) []any {
	n := page.Limit
	if n <= 0 {
		n = -1
	}
	return append(append([]any{}, f.args...), n, max(0, page.Offset))
}

// chunk is how many ids one query is asked for at once.
const chunk = 400

// eachChunk calls fn with the ids in portions, with as many placeholders and as arguments.
func eachChunk(list []ID, fn func(placeholders string, args []any) error) error {
	for len(list) > 0 {
		n := min(chunk, len(list))
		args := make([]any, n)
		for i, id := range list[:n] {
			args[i] = id[:]
		}
		if err := fn("?"+strings.Repeat(", ?", n-1), args); err != nil {
			return err
		}
		list = list[n:]
	}
	return nil
}
