package preview

import (
	"slices"

	"standpoint/app/candidates"
)

// selection are the rows that are selected together, by the IDs of their candidates. A range that grows or shrinks by a row costs no more
// the longer it is.
type selection struct {
	ids     func() []int // all, in their order
	changed func()
	set     *candidates.Set // nil while nothing waits
	from    int             // ID at which a range begins
	edition int             // another one after each change
	begun   int             // the index of from, where end is known
	end     int             // the index of the other end, if a range is selected that is known; else -1
}

// renew begins with the candidates of another batch.
func (s *selection) renew(b *candidates.Batch) {
	s.set = nil
	if b != nil {
		s.set = candidates.NewSet(b)
	}
	s.from = candidates.None
	s.moved()
}

// prune forgets what is no longer there, as a file was read in another way.
func (s *selection) prune() {
	s.end = -1
	if s.set.Prune() {
		s.moved()
	}
}

func (s *selection) moved() { s.edition, s.end = s.edition+1, -1 }

// Has implements control.Together.
func (s *selection) Has(i int) bool {
	all := s.ids()
	return s.set != nil && i >= 0 && i < len(all) && s.set.Has(all[i])
}

// Len implements control.Together.
func (s *selection) Len() int {
	if s.set == nil {
		return 0
	}
	return s.set.Len()
}

// Turn implements control.Together.
func (s *selection) Turn(i int) {
	id := s.ids()[i]
	if s.Len() == 0 && s.from >= 0 && s.from != id {
		s.set.Add(s.from)
	}
	if s.set.Has(id) {
		s.set.Remove(id)
	} else {
		s.set.Add(id)
	}
	s.from = id
	s.moved()
	s.changed()
}

// ExtendTo implements control.Together.
func (s *selection) ExtendTo(i int) {
	all, end := s.ids(), s.end
	if end < 0 {
		s.set = s.set.Anew()
		if s.begun = slices.Index(all, s.from); s.begun < 0 {
			s.begun = i
		}
		end = s.begun
		s.set.Add(all[s.begun])
	}
	for ; end < i; end++ { // one row further down: it comes in, or the one above it goes
		if end < s.begun {
			s.set.Remove(all[end])
		} else {
			s.set.Add(all[end+1])
		}
	}
	for ; end > i; end-- {
		if end > s.begun {
			s.set.Remove(all[end])
		} else {
			s.set.Add(all[end-1])
		}
	}
	s.moved()
	s.end = i
	s.changed()
}

// All implements control.Together.
func (s *selection) All() {
	s.set.Add(s.ids()...)
	s.moved()
	s.changed()
}

// Drop implements control.Together.
func (s *selection) Drop() {
	s.begin(s.from)
	s.changed()
}

// begin has the next range begin at a candidate.
func (s *selection) begin(id int) {
	s.from = id
	if s.set != nil {
		s.set = s.set.Anew()
	}
	s.moved()
}
