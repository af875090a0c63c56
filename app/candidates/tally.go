package candidates

import "standpoint/app/intake"

// Tally is what some candidates of a batch have in common, kept as they come and go: one more of many costs no more than of few.
type Tally struct {
	batch    *Batch
	edition  int // of the batch, that was counted
	ids      map[int]struct{}
	articles int
	texts    int           // of which another encoding can be chosen
	text     int           // the ID of the first of those; None if it is not known
	values   []valueCounts // in the order of the fields
	looks    int
}

// valueCounts are how many candidates have each value of a field.
type valueCounts struct {
	field intake.Field
	has   map[string]int
}

// NewTally is that of none of a batch's candidates.
func NewTally(b *Batch) *Tally { return &Tally{batch: b, ids: map[int]struct{}{}, text: None} }

// Anew is that of none of the same batch's candidates; what was looked at so far goes on being counted.
func (t *Tally) Anew() *Tally {
	anew := NewTally(t.batch)
	anew.looks = t.looks
	return anew
}

// Has reports whether a candidate is one of them.
func (t *Tally) Has(id int) bool { _, has := t.ids[id]; return has }

// Len is how many candidates they are, with files of which no article comes.
func (t *Tally) Len() int { return len(t.ids) }

// Looks is how many candidates were looked at so far.
func (t *Tally) Looks() int { return t.looks }

// Add takes candidates in.
func (t *Tally) Add(ids ...int) { t.change(1, ids) }

// Remove takes candidates out.
func (t *Tally) Remove(ids ...int) { t.change(-1, ids) }

func (t *Tally) change(by int, ids []int) {
	t.batch.mu.Lock()
	defer t.batch.mu.Unlock()
	t.renew()
	for _, id := range ids {
		if _, has := t.ids[id]; has == (by > 0) {
			continue
		}
		if by > 0 {
			t.ids[id] = struct{}{}
		} else {
			delete(t.ids, id)
		}
		t.count(id, by)
	}
}

// Prune takes out what is no longer in the batch, and reports whether there was any.
func (t *Tally) Prune() bool {
	t.batch.mu.Lock()
	defer t.batch.mu.Unlock()
	n := len(t.ids)
	t.renew()
	return len(t.ids) < n
}

// renew counts anew if the batch has others or they have other values since. The batch is locked.
func (t *Tally) renew() {
	if t.edition == t.batch.edition {
		return
	}
	t.edition, t.articles, t.texts, t.text, t.values = t.batch.edition, 0, 0, None, nil
	for id := range t.ids {
		if _, there := t.batch.byID[id]; !there {
			delete(t.ids, id)
			continue
		}
		t.count(id, 1)
	}
}

// count takes what is known of a candidate to what is counted, or away from it. The batch is locked.
func (t *Tally) count(id, by int) {
	t.looks++
	it, ok := t.batch.byID[id]
	if ok && it.isText() {
		t.countText(id, by)
	}
	if !ok || it.Err != nil {
		return
	}
	t.articles += by
	for i, f := range intake.FieldsOf(&it.Article) {
		if i == len(t.values) {
			t.values = append(t.values, valueCounts{f.Name, map[string]int{}})
		}
		has := t.values[i].has
		if has[*f.Value] += by; has[*f.Value] == 0 {
			delete(has, *f.Value)
		}
	}
}

func (t *Tally) countText(id, by int) {
	t.texts += by
	switch {
	case by < 0 && id == t.text:
		t.text = None
	case by > 0 && (t.texts == 1 || t.text != None && id < t.text):
		t.text = id
	}
}

// isText reports whether another encoding can be chosen for the file of an item.
func (it *item) isText() bool { return it.Encoding != "" || intake.IsOfText(it.Err) }

// FirstOfText is the first of which another encoding can be chosen; None if none is.
func (t *Tally) FirstOfText() int {
	t.batch.mu.Lock()
	defer t.batch.mu.Unlock()
	t.renew()
	if t.text == None && t.texts > 0 {
		for id := range t.ids {
			if t.batch.byID[id].isText() && (t.text == None || id < t.text) {
				t.text = id
			}
		}
	}
	return t.text
}

// Common is a field of several candidates: its value, or whether they differ in it.
type Common struct {
	Field  intake.Field
	Value  string // "" if they differ
	Differ bool
}

// Common are the fields of those that are articles, and how many of them there are.
func (t *Tally) Common() (fields []Common, articles int) {
	t.batch.mu.Lock()
	defer t.batch.mu.Unlock()
	t.renew()
	for _, v := range t.values {
		c := Common{Field: v.field, Differ: len(v.has) > 1}
		for value := range v.has {
			if !c.Differ {
				c.Value = value
			}
		}
		fields = append(fields, c)
	}
	if t.articles == 0 {
		return nil, 0
	}
	return fields, t.articles
}
