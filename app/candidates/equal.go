package candidates

import "standpoint/store/text"

// canBeTicked reports whether an item can be chosen: no project takes the very same article twice. The lock is held.
func (b *Batch) canBeTicked(it *item) bool {
	if it.Err != nil || it.Same != nil && it.Same.Candidate == None && it.IsOf(it.Same.Article) {
		return false
	}
	return b.inTheWay(it) == nil
}

// inTheWay is another item that is ticked and is the very same article; nil if none is. The lock is held.
func (b *Batch) inTheWay(it *item) *item {
	if b.equals == nil {
		b.findEquals()
	}
	for _, other := range b.equals[it.Hash] {
		if other != it && other.Ticked && it.IsOf(other.Article) {
			return other
		}
	}
	return nil
}

// findEquals finds the items that have one text, as far as they were compared.
func (b *Batch) findEquals() {
	b.equals = map[text.Hash][]*item{}
	for _, it := range b.list {
		if it.Same == nil || it.Err != nil {
			continue
		}
		if first, there := b.byID[it.Same.Candidate]; there && len(b.equals[it.Hash]) == 0 {
			b.equals[it.Hash] = append(b.equals[it.Hash], first)
		}
		b.equals[it.Hash] = append(b.equals[it.Hash], it)
	}
}

// untickTwice unticks those of some items that are the very same article as another that is ticked, the last first. The lock is held.
func (b *Batch) untickTwice(items []had) {
	for i := len(items) - 1; i >= 0; i-- {
		if it := b.byID[items[i].id]; it != nil && it.Ticked && !b.canBeTicked(it) {
			items[i].unticked = true
			b.change(it, func() { it.Ticked = false })
		}
	}
}

// InTheWay is the candidate because of which another cannot be ticked: it is ticked, and the very same article; false if none is.
func (b *Batch) InTheWay(id int) (Candidate, bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	it, ok := b.byID[id]
	if !ok || it.Ticked || it.Err != nil {
		return Candidate{}, false
	}
	other := b.inTheWay(it)
	if other == nil {
		return Candidate{}, false
	}
	return other.shown(), true
}
