package preview

// selection are the rows that are selected together, by the IDs of their candidates.
type selection struct {
	ids     func() []int // all, in their order
	changed func()
	chosen  map[int]bool
	from    int // ID at which a range begins
}

// Has implements control.Together.
func (s *selection) Has(i int) bool {
	all := s.ids()
	return i >= 0 && i < len(all) && s.chosen[all[i]]
}

// Len implements control.Together.
func (s *selection) Len() int { return len(s.chosen) }

// Turn implements control.Together.
func (s *selection) Turn(i int) {
	id := s.ids()[i]
	if len(s.chosen) == 0 && s.from >= 0 && s.from != id {
		s.chosen[s.from] = true
	}
	if s.chosen[id] {
		delete(s.chosen, id)
	} else {
		s.chosen[id] = true
	}
	s.from = id
	s.changed()
}

// ExtendTo implements control.Together.
func (s *selection) ExtendTo(i int) {
	all := s.ids()
	begin := i
	for at, id := range all {
		if id == s.from {
			begin = at
		}
	}
	s.chosen = map[int]bool{}
	for at := min(begin, i); at <= max(begin, i); at++ {
		s.chosen[all[at]] = true
	}
	s.changed()
}

// All implements control.Together.
func (s *selection) All() {
	for _, id := range s.ids() {
		s.chosen[id] = true
	}
	s.changed()
}

// Drop implements control.Together.
func (s *selection) Drop() {
	s.chosen = map[int]bool{}
	s.changed()
}

// begin has the next range begin at a candidate.
func (s *selection) begin(id int) {
	s.from = id
	s.chosen = map[int]bool{}
}
