package candidates

// Totals count what is in a batch.
type Totals struct {
	Articles int
	Ticked   int
	Bad      int // files of which no article comes
	Left     int // parts of files of which none comes
	Doubtful int // articles whose date can be two days
	Same     int // articles whose text is in the project or earlier in the batch
	Near     int // articles whose text nearly is
	Edited   int
}

// Totals are kept as the candidates change: they are asked for at each key.
func (b *Batch) Totals() Totals {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.totals
}

// change changes an item, and what is counted of it. The lock is held.
func (b *Batch) change(it *item, how func()) {
	b.totals.count(it, -1)
	how()
	b.totals.count(it, 1)
}

// count takes an item to what is counted, or away from it.
func (t *Totals) count(it *item, by int) {
	add := func(n *int, is bool) {
		if is {
			*n += by
		}
	}
	add(&t.Articles, it.Err == nil)
	add(&t.Bad, it.Err != nil)
	t.Left += by * len(it.Left)
	add(&t.Ticked, it.Ticked)
	add(&t.Doubtful, it.isDoubtful())
	add(&t.Same, it.Same != nil)
	add(&t.Near, it.Same == nil && len(it.Near) > 0)
	add(&t.Edited, it.IsEdited())
}

// isDoubtful reports whether the date of an item can be two days, and nobody has said which.
func (it *item) isDoubtful() bool { return it.Doubt != nil && it.Article.Published == "" }
