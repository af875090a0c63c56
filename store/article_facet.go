package store

import (
	"cmp"
	"context"
	"path"
	"slices"
	"strings"

	"standpoint/store/internal/sqlite"
)

// ArticleFacets say how many articles a filter would leave with each value of one thing that it can ask, whatever it asks of that thing
// now.
type ArticleFacets struct {
	Statuses  map[Status]int
	Annotated map[bool]int
	Sources   []ValueCount // most articles first, at most mostValues
	Languages []ValueCount
	Folders   []ValueCount // those of the files of which articles were imported, and those in which these folders are

	// Under which one annotation stands that has all else that the filter asks of one, or which the article carries.
	Actors, Issues, Tags map[ID]int
}

// ValueCount is how many articles there are with a value.
type ValueCount struct {
	Value    string // as an article has it; "" is none
	Articles int
}

// mostValues is how many outlets, languages and folders are counted for people to choose from.
const mostValues = 200

// ArticleFacets counts articles by what they have themselves, and by what their annotations stand under. What was read for it is
// kept in the file, so that later those are read that changed since. Where nothing is kept all are read, which takes seconds in a large
// project and goes on if ctx ends.
func (p *Project) ArticleFacets(ctx context.Context, f ArticleFilter) (facets ArticleFacets, err error) {
	release, err := p.tally.take(ctx)
	if err != nil {
		return facets, err
	}
	defer release()
	if !p.tally.loaded {
		if err := p.loadTally(); err != nil {
			return facets, err
		}
	}
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		if err := p.tally.follow(s); err != nil {
			return err
		}
		c, err := p.tally.counting(s, f)
		if err != nil {
			return err
		}
		for at := range p.tally.articles {
			c.count(at)
		}
		facets, err = c.facets(s)
		return err
	})
	return facets, err
}

// articleCounting counts the articles of a tally for a filter.
type articleCounting struct {
	*tally

	own      [talliedValues]int64 // the number that a value of an article must be, or whatever
	within   []bool               // whether an article, by its place, has what the tally does not hold; nil if each has
	inFolder []bool               // and whether it is of the file, or of the folder; nil if each is

	asksForAnnotation bool
	under             [talliedKinds]int64 // the number of the name of each kind that one annotation must stand under, or whatever
	stance            int64
	coders            map[uint32]bool // nil if it may be anybody's

	articlesWith  [talliedValues]map[uint32]int // by the number of the value
	articlesUnder []int                         // by the number of the name
	last          []int                         // the article that was last counted there, its place and one
}

// Numbers that nothing in a tally has: what is not asked, and what no article has.
const (
	whatever = -1
	nowhere  = -2
)

// counting makes ready to count what a filter leaves.
func (t *tally) counting(s sqlite.Source, f ArticleFilter) (c *articleCounting, err error) {
	c = &articleCounting{
		tally: t, asksForAnnotation: f.asksForAnnotation(), stance: whatever,
		own:           [talliedValues]int64{whatever, whatever, whatever, whatever, whatever},
		under:         [talliedKinds]int64{whatever, whatever, whatever},
		articlesUnder: make([]int, len(t.names)), last: make([]int, len(t.names)),
	}
	for i := range c.articlesWith {
		c.articlesWith[i] = map[uint32]int{}
	}
	if f.Status != nil {
		c.own[talliedStatus] = int64(f.Status.stage())
	}
	if f.Annotated != nil {
		c.own[talliedAnnotated] = int64(asNumber(*f.Annotated))
	}
	if f.Source != nil {
		c.own[talliedSource] = t.words.numberOf(keyOrLast(*f.Source))
	}
	if f.Language != nil {
		c.own[talliedLanguage] = t.words.numberOf(keyOrLast(*f.Language))
	}
	if f.Stance != nil {
		c.stance = t.stances.numberOf(talliedStance(*f.Stance))
	}
	if c.within, err = t.placesOf(s, ArticleFilter{Text: f.Text, From: f.From, To: f.To, Collection: f.Collection}); err != nil {
		return nil, err
	}
	if c.inFolder, err = t.placesOf(s, ArticleFilter{File: f.File}); err != nil {
		return nil, err
	}
	return c, c.resolve(s, f)
}

// resolve looks up which rows stand for those that the filter names.
func (c *articleCounting) resolve(s sqlite.Source, f ArticleFilter) error {
	for kind, id := range [talliedKinds]ID{f.Actor, f.Issue, f.Tag} {
		if id == (ID{}) {
			continue
		}
		name := rowKey{entity: talliedEntities[kind]}
		_, err := sqlite.One(s, []any{(*idColumn)(&name.id)}, `SELECT canonical FROM `+tableFor(name.entity).name()+` WHERE id = ?`, id[:])
		if err != nil {
			return err
		}
		c.under[kind] = nowhere
		if number, is := c.number[name]; is {
			c.under[kind] = int64(number)
		}
	}
	if f.Coder == (ID{}) {
		return nil
	}
	c.coders = map[uint32]bool{}
	same, err := ids(s, `SELECT id FROM coder WHERE canonical = (SELECT canonical FROM coder WHERE id = ?)`, f.Coder[:])
	for _, id := range same {
		if number := c.tally.coders.numberOf(talliedCoder(id)); number != nowhere {
			c.coders[uint32(number)] = true //nolint:gosec // it was one
		}
	}
	return err
}

// placesOf says of each article of the tally whether a filter leaves it; nil if that asks nothing.
func (t *tally) placesOf(s sqlite.Source, f ArticleFilter) (is []bool, err error) {
	if f.IsZero() {
		return nil, nil
	}
	l, err := ArticleQuery{ArticleFilter: f}.selected(s, nil)
	if err != nil {
		return nil, err
	}
	if err := t.findRows(s); err != nil {
		return nil, err
	}
	var rows string
	_, err = sqlite.One(s, []any{&rows}, `SELECT coalesce(group_concat(a.rowid), '') FROM `+l.from+` WHERE `+l.Where(), l.asked(l.Filter)...)
	if err != nil || rows == "" {
		return make([]bool, len(t.articles)), err
	}
	left := make(map[int64]bool, strings.Count(rows, ",")+1)
	for row := range eachNumber(rows) {
		left[row] = true
	}
	is = make([]bool, len(t.articles))
	for at, a := range t.articles {
		is[at] = a.listed && left[a.row]
	}
	return is, nil
}

// count counts the article at a place: under each of its values if all else that is asked holds of it.
func (c *articleCounting) count(at int) {
	a := &c.articles[at]
	if !a.listed || c.within != nil && !c.within[at] {
		return
	}
	lacks := uint(0) // of the values that are asked for, as bits
	for i, want := range c.own {
		if want != whatever && want != int64(a.values[i]) {
			lacks |= 1 << i
		}
	}
	if c.inFolder != nil && !c.inFolder[at] {
		lacks |= 1 << talliedFolder
	}
	if lacks&(lacks-1) != 0 || !c.countUnder(at, lacks == 0) { // two or more
		return
	}
	for i, value := range a.values {
		if lacks&^(1<<i) == 0 {
			c.articlesWith[i][value]++
		}
	}
}

// countUnder counts an article, if it has what is asked of itself, under the names under which it and its annotations stand. It reports
// whether one of these has all that is asked of one. What the article is tagged with each of them is, too.
func (c *articleCounting) countUnder(at int, counted bool) (has bool) {
	has = !c.asksForAnnotation
	tags := c.articles[at].tags
	for n := range c.articles[at].eachMark() {
		lacks := c.lacking(n, tags)
		has = has || lacks == 0
		if !counted {
			continue
		}
		for _, names := range [][]uint32{tags, n.names} {
			for _, name := range names {
				if lacks&^(1<<c.kinds[name]) == 0 && c.last[name] != at+1 {
					c.last[name] = at + 1
					c.articlesUnder[name]++
				}
			}
		}
	}
	return has
}

// lacking says which of what is asked of an annotation neither it has nor its article, which carries tags: a bit for each kind of name, and
// one for the rest.
func (c *articleCounting) lacking(n talliedMark, tags []uint32) (lacks uint) {
	stands := func(name uint32) bool { return slices.Contains(n.names, name) || slices.Contains(tags, name) }
	for kind, want := range c.under {
		if want != whatever && (want == nowhere || !stands(uint32(want))) { //nolint:gosec // a number of a name
			lacks |= 1 << kind
		}
	}
	if c.stance != whatever && c.stance != int64(n.stance) || c.coders != nil && !c.coders[n.coder] {
		lacks |= 1 << talliedKinds
	}
	return lacks
}

// facets are what was counted.
func (c *articleCounting) facets(s sqlite.Source) (facets ArticleFacets, err error) {
	facets = ArticleFacets{Statuses: map[Status]int{}, Annotated: map[bool]int{}}
	for _, status := range []Status{StatusUnread, StatusInProgress, StatusCoded, StatusReviewed} {
		if n := c.articlesWith[talliedStatus][uint32(status.stage())]; n > 0 { //nolint:gosec // there are four
			facets.Statuses[status] = n
		}
	}
	for _, is := range []bool{false, true} {
		if n := c.articlesWith[talliedAnnotated][asNumber(is)]; n > 0 {
			facets.Annotated[is] = n
		}
	}
	if facets.Sources, err = valuesOf(s, "source", ArticlesBySource, c.byWord(talliedSource)); err != nil {
		return facets, err
	}
	if facets.Languages, err = valuesOf(s, "language", ArticlesByLanguage, c.byWord(talliedLanguage)); err != nil {
		return facets, err
	}
	folders := map[string]int{}
	for folder, n := range c.byWord(talliedFolder) {
		for ; folder != "." && folder != "/" && folder != ""; folder = path.Dir(folder) {
			folders[folder] += n
		}
	}
	facets.Folders = most(folders)
	for kind, into := range [talliedKinds]*map[ID]int{&facets.Actors, &facets.Issues, &facets.Tags} {
		*into = map[ID]int{}
		for number, n := range c.articlesUnder {
			if n > 0 && c.kinds[number] == kind {
				(*into)[c.names[number].id] = n
			}
		}
	}
	return facets, nil
}

// byWord are the articles with each value that is a word.
func (c *articleCounting) byWord(value int) map[string]int {
	counts := map[string]int{}
	for number, n := range c.articlesWith[value] {
		counts[c.words.words[number]] = n
	}
	return counts
}

// most are the values with the most articles.
func most(counts map[string]int) []ValueCount {
	list := make([]ValueCount, 0, len(counts))
	for value, n := range counts {
		list = append(list, ValueCount{Value: value, Articles: n})
	}
	slices.SortFunc(list, func(a, b ValueCount) int { return cmp.Or(b.Articles-a.Articles, cmp.Compare(a.Value, b.Value)) })
	return list[:min(len(list), mostValues)]
}

// valuesOf are the values with the most articles, as an article has them.
func valuesOf(s sqlite.Source, column string, sort ArticleSort, counts map[string]int) ([]ValueCount, error) {
	list := most(counts)
	for i := range list {
		_, err := sqlite.One(s, []any{&list[i].Value}, `SELECT `+column+` FROM `+articleOrders[sort].walked()+
			` WHERE a.live = 1 AND a.`+column+`_key = ? LIMIT 1`, list[i].Value)
		if err != nil {
			return nil, err
		}
	}
	return list, nil
}
