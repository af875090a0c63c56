package intake

// portionSize is how many bytes of texts, and of files that are kept, are handed on at once.
const portionSize = 1_000_000

// outlet takes the articles of a file that may hold more than memory should. All but the last of them go on portion by portion, where
// somebody takes them; the rest is what the reader of the file returns.
type outlet struct {
	hand func([]Draft) error // nil if nobody takes portions

	ready []Draft // a portion, which waits until there are others
	next  []Draft
	size  int // of next
	any   bool
}

func (o *outlet) add(drafts ...Draft) error {
	for _, d := range drafts {
		o.next, o.any = append(o.next, d), true
		o.size += len(d.Body) + len(d.original)
	}
	if o.hand == nil || o.size < portionSize {
		return nil
	}
	full := o.ready
	o.ready, o.next, o.size = o.next, nil, 0
	if len(full) == 0 {
		return nil
	}
	return o.hand(full)
}

// rest is what was not handed on: one article at least, if there was any.
func (o *outlet) rest() []Draft { return append(o.ready, o.next...) }
