package directory

import (
	"standpoint/app/words"
)

// usage is how many annotations name an actor or issue, by their part in them.
type usage struct{ mentions, statements, positions, carried, addressed, targeted int }

func (u usage) isZero() bool { return u == usage{} }

// recorded are the statements and positions that are its record.
func (u usage) recorded() []string {
	var parts []string
	if u.statements > 0 {
		parts = append(parts, words.Counted(u.statements, "{{.Count}} statement"))
	}
	if u.positions > 0 {
		parts = append(parts, words.Counted(u.positions, "{{.Count}} position"))
	}
	return parts
}

// listed are all annotations that name it, by their kind and its part in them, as a list that stands behind a colon.
func (u usage) listed() string {
	var parts []string
	if u.mentions > 0 {
		parts = append(parts, words.Counted(u.mentions, "{{.Count}} mention"))
	}
	parts = append(parts, u.recorded()...)
	if u.carried > 0 {
		parts = append(parts, words.Counted(u.carried, "{{.Count}} report"))
	}
	if u.addressed > 0 {
		parts = append(parts, words.Counted(u.addressed, "{{.Count}} statement to it"))
	}
	if u.targeted > 0 {
		parts = append(parts, words.Counted(u.targeted, "{{.Count}} position on it"))
	}
	return words.Joined(parts)
}
