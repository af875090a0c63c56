package store

import (
	"encoding/hex"
	"iter"
	"strconv"
	"strings"

	"standpoint/store/internal/sqlite"
)

// talliedAll is what is read to fill a tally with all articles. Some queries go through an index from its beginning to its end: SQLite
// gives many short rows more slowly than it puts them together, and a table as wide as that of annotations takes longest.
type talliedAll struct {
	*tally

	marks []readMark // those of one article one behind the other, in the order of the index by articles
	byID  map[ID]int // of a mark among them
	byRow map[int64]int
	under []readName
}

// readMark is an annotation that was read.
type readMark struct {
	article       int // its place
	coder, stance uint32
	names         int // under how many it stands
}

// readName is a name under which a mark stands.
type readName struct {
	mark int
	name uint32
}

// readAll fills the tally anew.
func (t *tally) readAll(s sqlite.Source) error {
	t.empty()
	version, err := rowVersion(s)
	if err != nil {
		return err
	}
	all := &talliedAll{tally: t}
	for _, read := range []func(sqlite.Source) error{
		all.readArticles, all.readMarks, all.readCoders, all.readStances, all.readNames,
	} {
		if err := read(s); err != nil {
			return err
		}
	}
	all.putMarks()
	t.numbered = version
	return nil
}

func (all *talliedAll) readArticles(s sqlite.Source) error {
	return sqlite.Each(s, func(scan func(...any) error) error {
		var r talliedRow
		err := scan((*idColumn)(&r.id), &r.row, &r.stage, &r.source, &r.language, (*stringColumn)(&r.file), &r.annotated)
		all.place[r.id] = len(all.articles)
		all.articles = append(all.articles, talliedArticle{listed: true, row: r.row, values: all.valuesOf(r)})
		return err
	}, `SELECT id, rowid, stage, source_key, language_key, file, annotations > 0 FROM article NOT INDEXED WHERE live = 1`)
}

// mostForeseen is for how many annotations there is room at once; for more it is made as they come.
const mostForeseen = 4_000_000

// readMarks reads which annotations there are of each article.
func (all *talliedAll) readMarks(s sqlite.Source) error {
	rows, err := sqlite.Number(s, `SELECT coalesce(max(rowid), 0) FROM annotation`)
	if err != nil {
		return err
	}
	foreseen := min(rows, mostForeseen)
	all.marks, all.byID, all.byRow = make([]readMark, 0, foreseen), make(map[ID]int, foreseen), make(map[int64]int, foreseen)
	return sqlite.Each(s, func(scan func(...any) error) error {
		var article ID
		var ids, rows string
		if err := scan((*idColumn)(&article), &ids, &rows); err != nil {
			return err
		}
		at, listed := all.place[article]
		if !listed {
			return nil
		}
		first := len(all.marks)
		for id := range eachID(ids) {
			all.byID[id] = len(all.marks)
			all.marks = append(all.marks, readMark{article: at})
		}
		for row := range eachNumber(rows) {
			all.byRow[row] = first
			first++
		}
		return nil
	}, `SELECT shown_in, group_concat(hex(id), ''), group_concat(rowid)
		FROM annotation INDEXED BY annotation_by_shown_in_start_id_kind_unplaced WHERE shown_in IS NOT NULL GROUP BY shown_in`)
}

func (all *talliedAll) readCoders(s sqlite.Source) error {
	return sqlite.Each(s, func(scan func(...any) error) error {
		var coder ID
		var rows string
		err := scan((*idColumn)(&coder), &rows)
		number := all.coders.of(talliedCoder(coder))
		for m := range all.marksOf(rows) {
			m.coder = number
		}
		return err
	}, `SELECT coder_of, group_concat(rowid) FROM annotation INDEXED BY annotation_by_coder_of_shown_in
		WHERE shown_in IS NOT NULL GROUP BY coder_of`)
}

// readStances reads those of positions. What is none has the same number as nothing in a row that talliedRow reads.
func (all *talliedAll) readStances(s sqlite.Source) error {
	none := all.stances.of("")
	for i := range all.marks {
		all.marks[i].stance = none
	}
	return sqlite.Each(s, func(scan func(...any) error) error {
		var stance Stance
		var rows string
		err := scan((*stringColumn)(&stance), &rows)
		number := all.stances.of(talliedStance(stance))
		for m := range all.marksOf(rows) {
			m.stance = number
		}
		return err
	}, `SELECT stance, group_concat(rowid) FROM annotation INDEXED BY annotation_by_stance_shown_in
		WHERE kind = 'position' AND shown_in IS NOT NULL GROUP BY stance`)
}

// readNames reads what stands under each actor, issue and tag: marks, or articles that carry a tag themselves.
func (all *talliedAll) readNames(s sqlite.Source) error {
	return sqlite.Each(s, func(scan func(...any) error) error {
		var name rowKey
		var ids string
		if err := scan((*stringColumn)(&name.entity), (*idColumn)(&name.id), &ids); err != nil {
			return err
		}
		number := all.numberOf(name)
		for id := range eachID(ids) {
			if mark, is := all.byID[id]; is {
				all.marks[mark].names++
				all.under = append(all.under, readName{mark, number})
			} else if at, is := all.place[id]; is {
				all.articles[at].tags = append(all.articles[at].tags, number)
			}
		}
		return nil
	}, `SELECT h.entity, h.id, group_concat(hex(l.annotation), '') FROM heading h CROSS JOIN listing l INDEXED BY listing_by_article
		ON l.heading = h.key WHERE `+namedHeading+` GROUP BY h.key`)
}

// marksOf goes through the marks whose rows are listed.
func (all *talliedAll) marksOf(rows string) iter.Seq[*readMark] {
	return func(yield func(*readMark) bool) {
		for row := range eachNumber(rows) {
			if mark, is := all.byRow[row]; is && !yield(&all.marks[mark]) {
				return
			}
		}
	}
}

// putMarks gives the articles their annotations, as talliedArticle has them.
func (all *talliedAll) putMarks() {
	numbers := make([]uint32, 3*len(all.marks)+len(all.under)) // of all articles
	next := make([]int, len(all.marks))                        // where the next name of a mark goes
	end := 0
	for i := 0; i < len(all.marks); {
		article, start := all.marks[i].article, end
		for ; i < len(all.marks) && all.marks[i].article == article; i++ {
			m := all.marks[i]
			numbers[end], numbers[end+1], numbers[end+2] = m.coder, m.stance, uint32(m.names) //nolint:gosec // some
			next[i] = end + 3
			end += 3 + m.names
		}
		all.articles[article].annotations = numbers[start:end:end]
	}
	for _, u := range all.under {
		numbers[next[u.mark]] = u.name
		next[u.mark]++
	}
}

// eachID goes through ids that are written in hexadecimal, one behind the other.
func eachID(list string) iter.Seq[ID] {
	return func(yield func(ID) bool) {
		const length = 2 * len(ID{})
		for ; len(list) >= length; list = list[length:] {
			var id ID
			if _, err := hex.Decode(id[:], []byte(list[:length])); err != nil || !yield(id) {
				return
			}
		}
	}
}

// eachNumber goes through numbers between commas.
func eachNumber(list string) iter.Seq[int64] {
	return func(yield func(int64) bool) {
		for s := range strings.SplitSeq(list, ",") {
			if n, err := strconv.ParseInt(s, 10, 64); err != nil || !yield(n) {
				return
			}
		}
	}
}
