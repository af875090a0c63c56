package store

import (
	"encoding/json"
	"math"
	"slices"
	"strconv"

	"standpoint/store/internal/sqlite"
	"standpoint/store/text"
)

// A search whose words are common and whose fields are not would walk past nearly all articles. So where the articles are few that have
// what a field asks for, they are gathered first.
const (
	fewGathered  = 30     // no more are looked up one by one
	someGathered = 10_000 // no more are gathered, for the walk to skip the others without looking at them
	mostLookedUp = 20_000 // nor of more their days, where a page of them is not among the newest
	worthGather  = 100    // nor more than the root of so many times all articles: of more a page is full sooner than they are gathered
)

// narrowing says where all that is found must be, as far as that is cheap to know. It leaves nothing out that is found; what is there must
// still be as the query wants it.
type narrowing struct {
	from, before int64 // the keys of texts of articles that are looked at: from the one on, and before the other
	walks        []sqlite.Filter

	most     int                // articles that it is worth to gather; 0 before it is known
	gathered *articleCondition  // the one that holds for the fewest articles, if these are no more
	asked    []articleCondition // all that can be gathered, but for those of days; of what an article has itself one
	count    int                // how many they are
	joined   bool               // one of them is of several values
	few      []int64            // the first keys of their groups, if they are no more than fewGathered
	isFew    bool
}

// everywhere leaves nothing out.
func everywhere() narrowing { return narrowing{before: 1 << foundKindAt, count: someGathered + 1} }

// narrow takes note of what a filter asks for that must hold of all that is found.
func (n *narrowing) narrow(s sqlite.Source, f ArticleFilter) error {
	n.narrowBetween(f.From.First(), f.To.Last())
	conditions, err := f.conditions(s, nil)
	if err != nil {
		return err
	}
	return n.narrowTo(s, conditions)
}

// narrowBetween takes note of the first and the last day on which all that is found was published; "" for one that is not known.
func (n *narrowing) narrowBetween(first, last Day) {
	n.from = max(n.from, foundDay(first)<<foundDayAt)
	if last != "" { // where many articles are of one day, one may have its place among those of the next
		n.before = min(n.before, (foundDay(last)+2)<<foundDayAt)
	}
}

// narrowTo takes note of conditions that must hold of all that is found.
func (n *narrowing) narrowTo(s sqlite.Source, conditions []articleCondition) error {
	before := n.count
	if n.most == 0 {
		all, err := sqlite.Number(s, `SELECT count(*) FROM article`)
		if err != nil {
			return err
		}
		n.most = min(someGathered, max(fewGathered, int(math.Sqrt(float64(worthGather*all)))))
	}
	for _, c := range conditions {
		if c.from == "" {
			continue
		}
		most := n.most
		if len(c.walk.Args) > 0 {
			n.walks = append(n.walks, c.walk)
			most = fewGathered // they are together in the index as it is
		} else {
			n.ask(c)
		}
		count, err := c.countTo(s, most+1)
		if err != nil {
			return err
		}
		if count <= most && count < n.count {
			n.count, n.gathered = count, &c
		}
	}
	if n.count < before && n.count <= fewGathered {
		return n.gather(s)
	}
	return nil
}

// countTo counts the articles for which a condition holds, up to so many.
func (c articleCondition) countTo(s sqlite.Source, most int) (int, error) {
	if c.sifted != nil {
		return c.sifted.count, nil
	}
	return sqlite.Number(s, `SELECT count(*) FROM (SELECT 1 FROM `+c.from+` LIMIT ?)`, append(slices.Clone(c.fromArgs), most)...)
}

// ask takes note of a condition. Those of what an article has itself become one: an index tells all of it.
func (n *narrowing) ask(c articleCondition) {
	same := slices.IndexFunc(n.asked, func(a articleCondition) bool { return a.ofValue && c.ofValue })
	if same < 0 {
		n.asked = append(n.asked, c)
		return
	}
	a := &n.asked[same]
	a.from, a.fromArgs = a.from+` AND `+c.is, slices.Concat(a.fromArgs, c.args)
	n.joined = true
}

// further looks where the articles are for which each condition holds, after a page of them was not to be had from the newest: when they
// were published, and whether they are fewer than it seemed.
func (n *narrowing) further(s sqlite.Source) error {
	for _, c := range n.asked {
		articles, first, last, err := c.days(s)
		if err != nil {
			return err
		}
		if articles > mostLookedUp && !c.ofValue {
			continue
		}
		var walk sqlite.Filter
		if first == nil {
			n.before = n.from
			walk.And(`0`)
		} else {
			n.narrowBetween(dayOfKey(*first), dayOfKey(*last))
			walk.And(`a.day >= ?`, *first)
			walk.And(`a.day <= ?`, *last)
		}
		n.walks = append(n.walks, walk)
		if articles <= someGathered && articles < n.count {
			n.count, n.gathered = articles, &c
		}
	}
	if n.count <= fewGathered {
		return n.gather(s)
	}
	return nil
}

// days are how many articles there are for which a condition holds, and the first and the last by which these are sorted, nil if there are
// none. Where an index tells neither, more than mostLookedUp are not looked at.
func (c articleCondition) days(s sqlite.Source) (articles int, first, last *string, err error) {
	if c.ofValue {
		_, err = sqlite.One(s, []any{&articles, &first, &last}, `SELECT count(*), min(a.day), max(a.day) FROM `+c.from, c.fromArgs...)
		return articles, first, last, err
	}
	which := `SELECT DISTINCT ` + c.id + ` AS id FROM ` + c.from + ` LIMIT ?`
	args := append(slices.Clone(c.fromArgs), mostLookedUp+1)
	articles, err = sqlite.Number(s, `SELECT count(*) FROM (`+which+`)`, args...)
	if err != nil || articles > mostLookedUp {
		return articles, nil, nil, err
	}
	_, err = sqlite.One(s, []any{&first, &last}, `SELECT min(a.day), max(a.day)
		FROM (`+which+`) g CROSS JOIN article a ON a.id = g.id`, args...)
	return articles, first, last, err
}

// gather reads where the texts of the few articles stand. If one of them has neither title nor body in the index, they are not looked up.
func (n *narrowing) gather(s sqlite.Source) error {
	n.few, n.isFew = nil, true
	return sqlite.Each(s, func(scan func(...any) error) error {
		var key *int64
		if err := scan(&key); err != nil {
			return err
		}
		if key == nil {
			n.isFew = false
			return nil
		}
		n.few = append(n.few, groupOf(*key)<<foundArticleAt)
		return nil
	}, `SELECT DISTINCT (SELECT max(f.key) FROM found f WHERE f.entity IN ('`+foundBody+`', '`+string(EntityArticle)+`') AND f.id = g.id)
		FROM (SELECT `+n.gathered.id+` AS id FROM `+n.gathered.from+`) g
		CROSS JOIN article a ON a.id = g.id AND a.live = 1`, n.gathered.fromArgs...)
}

// tables is what stands behind FROM for the rows of an index, t, and what the search knows of each, f.
func (n *narrowing) tables(table string) condition {
	if !n.isFew {
		return condition{sql: table + ` t CROSS JOIN found f ON f.key = t.rowid`}
	}
	c := n.fewTexts()
	c.sql += ` CROSS JOIN ` + table + ` t ON t.rowid = f.key`
	return c
}

// fewTexts is what stands behind FROM for the texts of the few articles.
func (n *narrowing) fewTexts() condition {
	groups, _ := json.Marshal(append([]int64{}, n.few...)) // numbers are always written
	const texts = `json_each(?) g CROSS JOIN found f ON f.key BETWEEN g.value AND g.value + `
	return condition{texts + strconv.Itoa(slotBody), []any{string(groups)}}
}

// where is what must hold of the rows of an index. Of those that are looked up one by one nothing more is asked: FTS5 would go through all
// that it has before them.
func (n *narrowing) where() condition {
	if n.isFew {
		return condition{}
	}
	c := condition{sql: ` AND t.rowid >= ? AND t.rowid < ?`, args: []any{n.from, n.before}}
	if n.gathered != nil {
		c.sql += ` AND f.article IN (SELECT ` + n.gathered.id + ` FROM ` + n.gathered.from + `)`
		c.args = append(c.args, n.gathered.fromArgs...)
	}
	return c
}

// narrowBy takes note of the fields that must hold: which articles have what they ask for is known, or each can be had in one way.
func (f *searching) narrowBy(s sqlite.Source, fields []*text.QueryNode, known *sieve) error {
	if known != nil {
		return f.narrowing.narrowTo(s, []articleCondition{known.sought()})
	}
	filters, err := filtersFor(s, fields)
	if err != nil || len(filters) != 1 {
		return err
	}
	return f.narrowing.narrow(s, filters[0])
}
