package store

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"slices"
	"time"

	"standpoint/store/internal/sqlite"
	"standpoint/store/journal"
	"standpoint/store/text"
)

// A found row's key orders what is found, the greatest first, so that a page of hits is a walk along the index, however many there
// are. Names come first, kind by kind, and within a kind what was made last. Then come the texts of articles, day by day, those of one
// article together: its group. Behind the bits of the day are some of the article's id, and then its texts, the body first.
const (
	foundKindAt    = 60 // the bit at which the place of a kind of names begins; 0 for texts of articles
	foundTimeAt    = 18 // of names: the bit at which the milliseconds begin; below are bits of the id
	foundDayAt     = 34 // of texts of articles: the bit at which the day begins
	foundArticleAt = 12 // and the one at which the bits of the article begin

	slotBody  = 1<<foundArticleAt - 1
	slotTitle = slotBody - 1

	lastFoundDay = 1<<17 - 1 // after more than three hundred and fifty years
)

// foundBody is what the index calls the body of an article, beside its other texts.
const foundBody = "body"

// foundNames are the kinds of rows that are in no article, in the order in which hits in them are listed.
var foundNames = []Entity{EntityActor, EntityIssue, EntityTag, EntityNote}

// groupOf is the part of a key that the texts of one article have in common; a name is a group of its own.
func groupOf(key int64) int64 {
	if key >= 1<<foundKindAt {
		return key
	}
	return key >> foundArticleAt
}

// firstFoundDay is the first day that has a place of its own in a key. Numbers that are not larger than they must be keep the index small.
var firstFoundDay = time.Date(1800, 1, 1, 0, 0, 0, 0, time.UTC)

// foundDay is the place of a day in a key. What has no day comes last, as in the list of articles.
func foundDay(d Day) int64 {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return 0
	}
	const daySeconds = 24 * 60 * 60 // a time.Duration has room for three hundred years alone
	return min(max(0, (t.Unix()-firstFoundDay.Unix())/daySeconds)+1, lastFoundDay)
}

// indexer brings the search index up to date: first which rows it holds, then, in the order of their keys, as FTS5 wants them, their
// words.
type indexer struct {
	db     *sqlite.Connection
	groups map[ID]int64 // of articles
	days   map[ID]Day   // the first of articles, where it is known
	words  map[text.Hash]string
	gone   []foundWords
	coming []foundWords
}

// foundWords is what the index holds under a key: the words, or those of a body.
type foundWords struct {
	key    int64
	tokens string
	body   text.Hash
	isBody bool
}

func newIndexer(db *sqlite.Connection) *indexer {
	return &indexer{db: db, groups: map[ID]int64{}, days: map[ID]Day{}}
}

// newArticle indexes an article that nothing of was indexed before, and its body.
func (x *indexer) newArticle(a *Article) error {
	x.days[a.ID] = a.Published.First()
	err := x.set(rowKey{foundBody, a.ID}, a.ID, a.Body[:], foundWords{isBody: true, body: a.Body}, true)
	if err != nil {
		return err
	}
	return x.row(rowKey{EntityArticle, a.ID}, findable{article: a.ID, texts: a.excerpts()}, true)
}

// read indexes a row by what the tables say of it; of an article also its body, which says where the other texts have their place.
func (x *indexer) read(key rowKey) error {
	if key.entity == EntityArticle {
		if err := x.body(key.id); err != nil {
			return err
		}
	}
	f, err := findableBy(x.db, key)
	if err != nil {
		return err
	}
	return x.row(key, f, false)
}

func (x *indexer) body(article ID) error {
	w := foundWords{isBody: true}
	var digest []byte
	found, err := sqlite.One(x.db, []any{(*hashColumn)(&w.body)},
		`SELECT a.body FROM article a WHERE id = ? AND live = 1 AND EXISTS (SELECT 1 FROM body b WHERE b.hash = a.body)`, article[:])
	if err != nil {
		return err
	}
	if found {
		digest = w.body[:]
	}
	return x.set(rowKey{foundBody, article}, article, digest, w, false)
}

// row indexes a row with what it can be found by; fresh says that it was never indexed.
func (x *indexer) row(key rowKey, f findable, fresh bool) error {
	w := foundWords{tokens: tokensOf(f.texts)}
	if w.tokens == "" {
		return x.set(key, f.article, nil, w, fresh)
	}
	digest := sha256.Sum256([]byte(w.tokens))
	return x.set(key, f.article, digest[:], w, fresh)
}

// set has the index hold the words of a row, of which the digest is given; without one, nothing of it.
func (x *indexer) set(key rowKey, article ID, digest []byte, w foundWords, fresh bool) (err error) {
	var have []byte
	var at ID
	found := false
	if !fresh {
		found, err = sqlite.One(x.db, []any{&w.key, &have, (*idColumn)(&at)},
			`SELECT key, digest, article FROM found WHERE entity = ? AND id = ?`,
			string(key.entity), key.id[:])
		if err != nil {
			return err
		}
	}
	stays := found && digest != nil && at == article
	if stays && article != (ID{}) {
		group, err := x.group(article, key.entity == foundBody)
		if err != nil {
			return err
		}
		stays = group == groupOf(w.key) || key.entity == foundBody && group>>(foundDayAt-foundArticleAt) == w.key>>foundDayAt
	}
	switch {
	case stays && string(have) == string(digest):
		return nil
	case stays:
		x.gone, x.coming = append(x.gone, w), append(x.coming, w)
		return x.db.Exec(`UPDATE found SET digest = ? WHERE key = ?`, digest, w.key)
	case found:
		x.gone = append(x.gone, w)
		if err := x.db.Exec(`DELETE FROM found WHERE key = ?`, w.key); err != nil {
			return err
		}
	}
	if digest == nil {
		return nil
	}
	return x.add(key, article, digest, w)
}

func (x *indexer) add(key rowKey, article ID, digest []byte, w foundWords) (err error) {
	if article == (ID{}) {
		w.key, err = nameKey(x.db, key)
	} else {
		w.key, err = x.textKey(key, article)
	}
	if err != nil {
		return err
	}
	x.coming = append(x.coming, w)
	return x.db.Exec(`INSERT INTO found (key, entity, id, article, digest) VALUES (?, ?, ?, ?, ?)`, w.key, string(key.entity), key.id[:],
		blob(article), digest)
}

// write takes words out of the index and puts others in.
func (x *indexer) write() error {
	byKey := func(a, b foundWords) int { return cmp.Compare(a.key, b.key) }
	slices.SortFunc(x.gone, byKey)
	slices.SortFunc(x.coming, byKey)
	for _, w := range x.gone {
		if err := x.db.Exec(`DELETE FROM `+w.table()+` WHERE rowid = ?`, w.key); err != nil {
			return err
		}
	}
	for _, w := range x.coming {
		if w.isBody {
			var err error
			if w.tokens, err = x.wordsOf(w.body); err != nil {
				return err
			}
		}
		if err := x.db.Exec(`INSERT INTO `+w.table()+` (rowid, tokens) VALUES (?, ?)`, w.key, w.tokens); err != nil {
			return err
		}
	}
	return nil
}

// wordsOf are the words of a body.
func (x *indexer) wordsOf(body text.Hash) (string, error) {
	if words, known := x.words[body]; known {
		return words, nil
	}
	var s string
	_, err := sqlite.One(x.db, []any{(*stringColumn)(&s)}, `SELECT text FROM body WHERE hash = ?`, body[:])
	return text.SearchTokens(s), err
}

func (w foundWords) table() string {
	if w.isBody {
		return "found_body"
	}
	return "found_text"
}

// group returns the group of an article's texts: that in which its body stands, unless it is asked where the body has its place.
func (x *indexer) group(article ID, forBody bool) (group int64, err error) {
	if group, ok := x.groups[article]; ok && !forBody {
		return group, nil
	}
	if !forBody {
		var key int64
		found, err := sqlite.One(x.db, []any{&key}, `SELECT key FROM found WHERE entity = ? AND id = ?`, foundBody, article[:])
		if err != nil || found {
			x.groups[article] = groupOf(key)
			return x.groups[article], err
		}
	}
	day, known := x.days[article]
	if !known {
		_, err = sqlite.One(x.db, []any{(*stringColumn)(&day)}, `SELECT first_day FROM article WHERE id = ?`, article[:])
	}
	bits := int64(binary.BigEndian.Uint32(article[12:])) & (1<<(foundDayAt-foundArticleAt) - 1)
	return foundDay(day)<<(foundDayAt-foundArticleAt) | bits, err
}

// textKey returns a key for a text of an article that is not indexed. An article whose place another one has already goes to the next.
func (x *indexer) textKey(row rowKey, article ID) (int64, error) {
	group, err := x.group(article, row.entity == foundBody)
	if err != nil {
		return 0, err
	}
	first := group << foundArticleAt
	switch row.entity {
	case foundBody:
		for key := first + slotBody; ; key += 1 << foundArticleAt {
			taken, err := sqlite.Number(x.db, `SELECT count(*) FROM found WHERE key = ?`, key)
			if err != nil || taken == 0 {
				x.groups[article] = groupOf(key)
				return key, err
			}
		}
	case EntityArticle:
		return freeKey(x.db, first+slotTitle, first+slotTitle)
	}
	return freeKey(x.db, first, first+slotTitle-1)
}

// nameKey returns the key of a row in no article that was not indexed before: its kind, when it was made, and what tells it from those
// that were made with it, so that it is the same in every copy of the project.
func nameKey(src sqlite.Source, row rowKey) (int64, error) {
	made := int64(binary.BigEndian.Uint64(row.id[:8]) >> 16)
	if row.id.Version() != 7 { // its id does not say when it was made
		var created int64
		if _, err := sqlite.One(src, []any{&created}, `SELECT created FROM `+tableFor(row.entity).name()+` WHERE id = ?`, row.id[:]); err != nil {
			return 0, err
		}
		made = journal.Clock(created).Milli()
	}
	kind := int64(len(foundNames) - slices.Index(foundNames, row.entity))
	within := int64(binary.BigEndian.Uint16(row.id[6:8])&0xfff)<<6 | int64(row.id[8]&0x3f)
	key := kind<<foundKindAt | made&(1<<(foundKindAt-foundTimeAt)-1)<<foundTimeAt | within
	return freeKey(src, key, key|(1<<foundTimeAt-1))
}

// freeKey is the first key, or if another row has it, one behind all of the range. Rows that all ask for the same one, as their ids were
// counted upwards by another program or they are of one article, do not look at the keys of the others. Where the range is full at its end,
// it is the first that nobody has from its beginning on.
func freeKey(src sqlite.Source, first, last int64) (int64, error) {
	taken, err := sqlite.Number(src, `SELECT count(*) FROM found WHERE key = ?`, first)
	if err != nil || taken == 0 {
		return first, err
	}
	var greatest, free int64
	_, err = sqlite.One(src, []any{&greatest}, `SELECT max(key) FROM found WHERE key BETWEEN ? AND ?`, first, last)
	if err != nil || greatest < last {
		return greatest + 1, err
	}
	_, err = sqlite.One(src, []any{&free}, `SELECT f.key + 1 FROM found f WHERE f.key >= ?
		AND NOT EXISTS (SELECT 1 FROM found g WHERE g.key = f.key + 1) ORDER BY f.key LIMIT 1`, first)
	return free, err
}

// markTextOf notes the articles that have a text that came late.
func (s *stale) markTextOf(src sqlite.Source, body text.Hash) error {
	list, err := ids(src, `SELECT id FROM article WHERE body = ?`, body[:])
	for _, id := range list {
		s.texts[rowKey{EntityArticle, id}] = true
	}
	return err
}
