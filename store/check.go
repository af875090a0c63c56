package store

// Report is what Check found.
type Report struct {
	Changes  int // how many changes were folded
	Problems []Problem
}

// OK reports whether nothing is wrong.
func (r Report) OK() bool { return len(r.Problems) == 0 }

// Problem is one thing that is wrong with a project. Message is a sentence.
type Problem struct {
	Entity  Entity // "" when it is not about one row
	ID      ID
	Message string
}
