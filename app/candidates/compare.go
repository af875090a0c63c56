package candidates

import (
	"cmp"
	"context"
	"slices"

	"standpoint/store"
	"standpoint/store/text"
)

// Comparisons count what was compared, of which none may grow faster than the texts do.
type Comparisons struct {
	Articles int // of the batch: those that were not compared before, or all if the texts of the project are others
	Bodies   int // texts of the project, with which each of them was compared
	Sorted   int // texts whose sketches were put in order: of the project those that came since the last time, and the batch
	Sketches int // pairs of sketches
	Texts    int // pairs of texts
}

// What counts as nearly the same text, and how much is spent on finding out.
const (
	nearShare    = 0.6
	likelyNear   = 0.25 // of sketches, below which the texts are not compared
	mostNear     = 3    // twins of one candidate
	tellInterval = 50   // candidates between two reports
)

// Comparisons returns what the last Compare compared.
func (b *Batch) Comparisons() Comparisons {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.stats
}

// Compare finds which candidates have the text of an article of the project or of an earlier candidate, or nearly. Those whose text is
// there are no longer ticked; whoever wants them all the same ticks them. What was compared before is not compared again with what came
// behind it.
func (b *Batch) Compare(ctx context.Context, project *Sketches, tell func(Progress)) error {
	if err := project.update(ctx, tell); err != nil {
		return err
	}
	c := b.comparer(project)
	clock := newClock(Comparing, len(c.items), tell)
	for i, it := range c.items {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := c.compareAnew(ctx, i, it); err != nil {
			return err
		}
		if i%tellInterval == 0 || i == len(c.items)-1 {
			clock.at(i + 1)
		}
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.stats, b.against = c.stats, project.state
	return nil
}

// comparer compares the items of a batch with the texts of a project, whose numbers come first, and with one another.
type comparer struct {
	batch   *Batch
	project *Sketches
	known   []*known
	items   []*item
	lookup  *lookup // of the items
	first   map[text.Hash]*item
	stats   Comparisons
}

func (b *Batch) comparer(project *Sketches) *comparer {
	b.mu.Lock()
	defer b.mu.Unlock()
	c := &comparer{batch: b, project: project, known: project.list, first: map[text.Hash]*item{}}
	for _, it := range b.list {
		if it.Err == nil {
			it.compared = it.compared && b.against == project.state
			c.items = append(c.items, it)
		}
	}
	c.stats.Bodies = len(c.known)
	c.stats.Sorted = project.sorted + len(c.items)
	c.lookup = newLookup(len(c.items))
	for i, it := range c.items {
		c.lookup.add(len(c.known)+i, &it.sketch)
	}
	c.lookup.sort()
	return c
}

// compareAnew finds the twins of an item, unless they are known.
func (c *comparer) compareAnew(ctx context.Context, at int, it *item) error {
	if !it.compared {
		c.stats.Articles++
		return c.compare(ctx, at, it)
	}
	if it.Same == nil {
		c.first[it.Hash] = it
	}
	return nil
}

// compare finds the twins of one item.
func (c *comparer) compare(ctx context.Context, at int, it *item) error {
	same, err := c.same(ctx, it)
	if err != nil {
		return err
	}
	var near []Twin
	if same == nil {
		c.first[it.Hash] = it
		if near, err = c.near(ctx, at, it); err != nil {
			return err
		}
	}
	c.batch.mu.Lock()
	defer c.batch.mu.Unlock()
	c.batch.change(it, func() {
		if same != nil && it.Same == nil {
			it.Ticked = false
		}
		it.Same, it.Near, it.compared = same, near, true
		c.batch.equals = nil
	})
	return nil
}

// same is what has the very same text.
func (c *comparer) same(ctx context.Context, it *item) (*Twin, error) {
	if c.project.byHash[it.Hash] != nil {
		a, isSame, found, err := c.project.project.FindDuplicate(ctx, it.Hash, it.Article.Source, it.Article.Published)
		if err != nil {
			return nil, err
		}
		if found {
			return &Twin{Article: a, Candidate: None, Share: 1, SameIssue: isSame}, nil
		}
	}
	if earlier := c.first[it.Hash]; earlier != nil {
		return &Twin{Candidate: earlier.ID, Share: 1}, nil
	}
	return nil, nil //nolint:nilnil // there is none
}

// likely is a text that may nearly be the same.
type likely struct {
	number   int
	likeness float64
}

// near is what nearly has the same text.
func (c *comparer) near(ctx context.Context, at int, it *item) ([]Twin, error) {
	var found []likely
	for _, number := range alike(&it.sketch, len(c.known)+at, c.project.lookup, c.lookup) {
		c.stats.Sketches++
		if l := likeness(&it.sketch, c.sketch(number)); l >= likelyNear {
			found = append(found, likely{number, l})
		}
	}
	if len(found) == 0 {
		return nil, nil
	}
	slices.SortStableFunc(found, func(a, b likely) int { return cmp.Compare(b.likeness, a.likeness) })
	var own []uint64
	if c.batch.isAtHand(it) {
		d, err := c.batch.draftOf(ctx, it)
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if err == nil {
			own = shingles(d.Body)
		}
	}
	var twins []Twin
	for _, l := range found[:min(mostNear, len(found))] {
		twin, err := c.twin(ctx, own, l)
		if err != nil {
			return nil, err
		}
		if twin.Share >= nearShare {
			twins = append(twins, twin)
		}
	}
	slices.SortStableFunc(twins, func(a, b Twin) int { return cmp.Compare(b.Share, a.Share) })
	return twins, nil
}

func (c *comparer) sketch(number int) *sketch {
	if number < len(c.known) {
		return &c.known[number].sketch
	}
	return &c.items[number-len(c.known)].sketch
}

// twin measures what a text has in common with another; own are the shingles of the first, nil if it is not at hand.
func (c *comparer) twin(ctx context.Context, own []uint64, l likely) (Twin, error) {
	twin := Twin{Candidate: None, Share: shareOfLikeness(l.likeness), Estimated: true}
	var other string
	var err error
	if l.number < len(c.known) {
		k := c.known[l.number]
		if twin.Article, err = c.project.project.Article(ctx, k.article); err == nil && own != nil {
			other, err = c.bodyOf(ctx, k.hash)
		}
		if store.CodeOf(err) == store.CodeNotFound { // it was deleted meanwhile
			return Twin{}, nil
		}
	} else {
		it := c.items[l.number-len(c.known)]
		twin.Candidate = it.ID
		if own != nil && c.batch.isAtHand(it) {
			d, readErr := c.batch.draftOf(ctx, it)
			other = d.Body
			if readErr != nil {
				other, err = "", ctx.Err() // what is wrong with the file is told when it is imported
			}
		}
	}
	if err != nil || other == "" {
		return twin, err
	}
	c.stats.Texts++
	twin.Share, twin.Estimated = share(own, shingles(other)), false
	return twin, nil
}

func (c *comparer) bodyOf(ctx context.Context, h text.Hash) (string, error) {
	body, err := c.project.project.Body(ctx, h)
	if err != nil {
		return "", err
	}
	return body.String(), nil
}
