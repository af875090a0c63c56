package store

import (
	"slices"
	"strings"

	"standpoint/store/internal/sqlite"
)

// walk is the way through headings (h) and listings (l) that gives the lines of a list.
type walk struct {
	selected
	narrowed bool
	total    int // if known
}

// in keeps the annotations that the subquery selects.
func (w *walk) in(subquery string, args ...any) {
	w.narrowed = true
	w.And(`l.annotation IN (`+subquery+`)`, args...)
}

// under keeps the annotations that also stand under another heading; false if there is no such heading.
func (w *walk) under(s sqlite.Source, role string, id ID) (bool, error) {
	key, n, err := findHeading(s, role, id)
	if err != nil || n == 0 {
		return false, err
	}
	w.in(`SELECT annotation FROM listing WHERE heading = ?`, key)
	return true, nil
}

// tagged keeps the annotations that a subquery selects, for which the key of the tag's heading is each of its arguments. In a list of all
// articles those are kept, too, whose article carries the tag itself; of one article that would be all or none. False if there are none.
func (w *walk) tagged(s sqlite.Source, tag, article ID, own string) (bool, error) {
	key, annotations, err := findHeading(s, headTag, tag)
	if err != nil {
		return false, err
	}
	ofArticles, articles, err := findHeading(s, headTagged, tag)
	if err != nil {
		return false, err
	}
	if article != (ID{}) {
		articles = 0
	}
	var ways []string
	var args []any
	if annotations > 0 {
		ways = append(ways, `l.annotation IN (`+own+`)`)
		args = append(args, slices.Repeat([]any{key}, strings.Count(own, "?"))...)
	}
	if articles > 0 {
		ways = append(ways, `l.article IN (SELECT article FROM listing INDEXED BY listing_by_article WHERE heading = ?)`)
		args = append(args, ofArticles)
	}
	w.narrowed = true
	w.And(`(`+strings.Join(append(ways, `0`), " OR ")+`)`, args...)
	return len(ways) > 0, nil
}

// inArticles keeps the annotations of the articles that a filter leaves.
func (w *walk) inArticles(s sqlite.Source, f ArticleFilter) error {
	list, err := f.conditions(s, nil)
	if err != nil || len(list) == 0 {
		return err
	}
	var article sqlite.Filter
	for _, c := range list {
		article.And(c.is, c.args...)
	}
	w.narrowed = true
	w.And(`EXISTS (SELECT 1 FROM article a WHERE a.id = l.article AND `+article.Where()+`)`, article.Args...)
	return nil
}

// by keeps the annotations that the coder made, under whatever name; without one it keeps all.
func (w *walk) by(coder ID) {
	if coder == (ID{}) {
		return
	}
	w.narrowed = true
	w.And(`EXISTS (SELECT 1 FROM annotation a JOIN coder k ON k.id = a.coder_of
		WHERE a.id = l.annotation AND k.canonical = ?)`, coder[:])
}

// within starts the walk at the annotations of one article, which are few, instead of at the headings of the project.
func (w *walk) within(article ID, kind Kind) {
	w.narrowed = true
	w.from = `annotation x CROSS JOIN listing l ON l.annotation = x.id CROSS JOIN heading h ON h.key = l.heading`
	w.And(`x.shown_in = ? AND x.kind = ?`, article[:], string(kind))
}

// isWhole reports whether nothing narrows the walk.
func (w *walk) isWhole() bool { return !w.narrowed }

// run returns one page of lines in the order, and how many there are in all.
func (w *walk) run(s sqlite.Snapshot, page Page) ([]line, int, error) {
	lines, err := readLines(s, selectLine+w.rest(), w.Limit(page.Limit, page.Offset)...)
	if err != nil || w.total > 0 {
		return lines, w.total, err
	}
	total, err := w.count(s)
	return lines, total, err
}

// rankOf returns how many lines come before the first that stands for an annotation; -1 if there is none. A line stands for its own
// annotation; that of a position also for the statement on which it rests, and that of a statement for its positions.
func (w *walk) rankOf(s sqlite.Source, annotation ID) (int, error) {
	const one = `listing l INDEXED BY listing_annotation CROSS JOIN heading h ON h.key = l.heading
		CROSS JOIN annotation x ON x.id = l.annotation`
	return w.rank(s, one, `l.annotation IN (`+kin+`)`, annotation[:], annotation[:], annotation[:])
}

// kin selects the annotations whose lines stand for one annotation: itself, its statement, its positions. Its id is given three times.
const kin = `SELECT ? UNION ALL SELECT statement FROM annotation WHERE id = ? AND statement IS NOT NULL AND shown_in IS NOT NULL
	UNION ALL SELECT id FROM annotation WHERE statement = ?`

const selectLine = `SELECT l.annotation, h.role, h.entity, h.id, h.words`

func readLines(s sqlite.Snapshot, query string, args ...any) ([]line, error) {
	var lines []line
	err := sqlite.Each(s, func(scan func(...any) error) error {
		var l line
		var id []byte
		err := scan((*idColumn)(&l.annotation), &l.heading.role, (*stringColumn)(&l.heading.entity), &id, &l.heading.words)
		if len(id) == len(ID{}) {
			l.heading.id = ID(id)
		}
		lines = append(lines, l)
		return err
	}, query, args...)
	return lines, err
}

// walkHeadings returns one page of all lines under the headings of a role. It counts through the headings to where the
// page starts, so that a page far down reads no more than the first.
func walkHeadings(s sqlite.Snapshot, role string, page Page) ([]line, int, error) {
	var sort string
	var key int64
	total, skipped, found := 0, 0, false
	err := sqlite.Each(s, func(scan func(...any) error) error {
		var headSort string
		var headKey int64
		var n int
		if err := scan(&headSort, &headKey, &n); err != nil {
			return err
		}
		if !found && total+n > page.Offset {
			sort, key, skipped, found = headSort, headKey, total, true
		}
		total += n
		return nil
	}, `SELECT sort, key, n FROM heading WHERE role = ? ORDER BY sort, key`, role)
	if err != nil || !found {
		return nil, total, err
	}
	w := newGroupWalk(role)
	w.total = total
	w.And(`(h.sort, h.key) >= (?, ?)`, sort, key)
	return w.run(s, Page{Offset: page.Offset - skipped, Limit: page.Limit})
}

// newGroupWalk walks along the headings of a role, and oldest first along what stands under each.
func newGroupWalk(role string) *walk {
	w := &walk{selected: selected{
		from:  `heading h CROSS JOIN listing l ON l.heading = h.key`,
		order: order{rising(`h.sort, h.key`), rising(`l.day, l.article, l.start, l.annotation`)},
	}}
	w.And(`h.role = ?`, role)
	w.And(`l.day IS NOT NULL`)
	return w
}

// findHeading returns the key of a heading and the number of its listings, 0 if there is none. Without an id it is that of
// the role as a whole.
func findHeading(s sqlite.Source, role string, id ID) (key int64, n int, err error) {
	stored := id[:]
	if id == (ID{}) {
		stored = []byte{}
	}
	_, err = sqlite.One(s, []any{&key, &n}, `SELECT key, n FROM heading WHERE role = ? AND id = ? AND words = ''`, role, stored)
	return key, n, err
}
