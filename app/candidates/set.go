package candidates

import "standpoint/app/intake"

// Set is some candidates of a batch, with what they have in common, kept as they come and go: one more of many costs no more than of few.
type Set struct {
	batch    *Batch
	edition  int // of the batch, that was counted
	ids      map[int]struct{}
	articles int
	texts    int           // of which another encoding can be chosen
	text     int           // the ID of the first of those; None if it is not known
	ways     map[way]int   // how many of those are read in each
	values   []valueCounts // in the order of the fields
	looks    int
}

// way is how the file of a text is read.
type way struct {
	chosen, found string // encodings: "" if it is found out; that it was read in
	lines         bool
}

// Ways are in what the files of several candidates are read differently.
type Ways struct{ Encodings, Lines bool }

// valueCounts are how many candidates have each value of a field.
type valueCounts struct {
	field intake.Field
	has   map[string]int
}

// NewSet is that of none of a batch's candidates.
func NewSet(b *Batch) *Set {
	return &Set{batch: b, ids: map[int]struct{}{}, text: None, ways: map[way]int{}}
}

// Anew is that of none of the same batch's candidates; what was looked at so far goes on being counted.
func (s *Set) Anew() *Set {
	anew := NewSet(s.batch)
	anew.looks = s.looks
	return anew
}

// Has reports whether a candidate is one of them.
func (s *Set) Has(id int) bool { _, has := s.ids[id]; return has }

// Len is how many candidates they are, with files of which no article comes.
func (s *Set) Len() int { return len(s.ids) }

// Looks is how many candidates were looked at so far.
func (s *Set) Looks() int { return s.looks }

// Add takes candidates in.
func (s *Set) Add(ids ...int) { s.change(1, ids) }

// Remove takes candidates out.
func (s *Set) Remove(ids ...int) { s.change(-1, ids) }

func (s *Set) change(by int, ids []int) {
	s.batch.mu.Lock()
	defer s.batch.mu.Unlock()
	s.renew()
	for _, id := range ids {
		if _, has := s.ids[id]; has == (by > 0) {
			continue
		}
		if by > 0 {
			s.ids[id] = struct{}{}
		} else {
			delete(s.ids, id)
		}
		s.count(id, by)
	}
}

// Prune takes out what is no longer in the batch, and reports whether there was any.
func (s *Set) Prune() bool {
	s.batch.mu.Lock()
	defer s.batch.mu.Unlock()
	n := len(s.ids)
	s.renew()
	return len(s.ids) < n
}

// renew counts anew if the batch has others or they have other values since. The batch is locked.
func (s *Set) renew() {
	if s.edition == s.batch.edition {
		return
	}
	s.edition, s.articles, s.texts, s.text, s.values = s.batch.edition, 0, 0, None, nil
	clear(s.ways)
	for id := range s.ids {
		if _, there := s.batch.byID[id]; !there {
			delete(s.ids, id)
			continue
		}
		s.count(id, 1)
	}
}

// count takes what is known of a candidate to what is counted, or away from it. The batch is locked.
func (s *Set) count(id, by int) {
	s.looks++
	it, ok := s.batch.byID[id]
	if ok && it.isText() {
		s.countText(it, by)
	}
	if !ok || it.Err != nil {
		return
	}
	s.articles += by
	for i, f := range intake.FieldsOf(&it.Article) {
		if i == len(s.values) {
			s.values = append(s.values, valueCounts{f.Name, map[string]int{}})
		}
		has := s.values[i].has
		if has[*f.Value] += by; has[*f.Value] == 0 {
			delete(has, *f.Value)
		}
	}
}

func (s *Set) countText(it *item, by int) {
	s.texts += by
	o, id := s.batch.optionsOf(it.Path), it.ID
	w := way{o.Encoding, it.Encoding, o.KeepLines}
	if s.ways[w] += by; s.ways[w] == 0 {
		delete(s.ways, w)
	}
	switch {
	case by < 0 && id == s.text:
		s.text = None
	case by > 0 && (s.texts == 1 || s.text != None && id < s.text):
		s.text = id
	}
}

// isText reports whether another encoding can be chosen for the file of an item.
func (it *item) isText() bool { return it.Encoding != "" || intake.IsOfText(it.Err) }

// FirstOfText is the first of which another encoding can be chosen; None if none is.
func (s *Set) FirstOfText() int {
	s.batch.mu.Lock()
	defer s.batch.mu.Unlock()
	s.renew()
	if s.text == None && s.texts > 0 {
		for id := range s.ids {
			if s.batch.byID[id].isText() && (s.text == None || id < s.text) {
				s.text = id
			}
		}
	}
	return s.text
}

// Ways are in what the files of those of which another encoding can be chosen are read differently.
func (s *Set) Ways() (differ Ways) {
	s.batch.mu.Lock()
	defer s.batch.mu.Unlock()
	s.renew()
	var one *way
	for w := range s.ways {
		if one == nil {
			one = &w
		}
		differ.Encodings = differ.Encodings || w.chosen != one.chosen || w.found != one.found
		differ.Lines = differ.Lines || w.lines != one.lines
	}
	return differ
}

// Common is a field of several candidates: its value, or whether they differ in it.
type Common struct {
	Field  intake.Field
	Value  string // "" if they differ
	Differ bool
}

// Common are the fields of those that are articles, and how many of them there are.
func (s *Set) Common() (fields []Common, articles int) {
	s.batch.mu.Lock()
	defer s.batch.mu.Unlock()
	s.renew()
	for _, v := range s.values {
		c := Common{Field: v.field, Differ: len(v.has) > 1}
		for value := range v.has {
			if !c.Differ {
				c.Value = value
			}
		}
		fields = append(fields, c)
	}
	if s.articles == 0 {
		return nil, 0
	}
	return fields, s.articles
}
