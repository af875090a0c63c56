package store

import "standpoint/store/internal/sqlite"

// writeColumns writes what is derived of an annotation into its row.
func (d *deriver) writeColumns(v *whole) error {
	var shownIn any
	if v.shown {
		shownIn = v.place.id[:]
	}
	paragraph, unplaced := 0, 1
	if v.isPlaced() {
		unplaced = 0
		body, err := d.bodies.load(d.db, v.anchor.Body)
		if err != nil && CodeOf(err) != CodeDamaged && CodeOf(err) != CodeNotFound {
			return err
		}
		if err == nil {
			_, paragraph = body.ParagraphAt(v.start())
		}
	}
	d.articles[v.place.id] = true
	d.counted[rowKey{EntityArticle, v.place.id}] = true
	before, err := d.shownIn(v.ID)
	if err != nil {
		return err
	}
	if before != (ID{}) {
		d.articles[before] = true
		d.counted[rowKey{EntityArticle, before}] = true
	}
	return d.db.Exec(`UPDATE annotation SET shown_in = ?, day = ?, date = ?, date_from = ?, start = ?, paragraph = ?, unplaced = ?
		WHERE id = ?`,
		shownIn, v.date.sortKey(), string(v.date), string(v.dateFrom), v.start(), paragraph, unplaced, v.ID[:])
}

// shownIn is the article in which an annotation has been shown so far.
func (d *deriver) shownIn(annotation ID) (article ID, err error) {
	if d.stale.fresh[annotation] {
		return ID{}, nil
	}
	_, err = sqlite.One(d.db, []any{(*idColumn)(&article)}, `SELECT shown_in FROM annotation WHERE id = ?`, annotation[:])
	return article, err
}

// writeListings makes the listings of an annotation those given, touching only what differs.
func (d *deriver) writeListings(annotation ID, listings map[heading]listing) error {
	want := make(map[int64]listing, len(listings))
	for h, l := range listings {
		key, err := d.key(h)
		if err != nil {
			return err
		}
		want[key] = l
	}
	have, err := d.readListings(annotation)
	if err != nil {
		return err
	}
	for key, l := range have {
		if want[key] != l {
			if err := d.db.Exec(`DELETE FROM listing WHERE heading = ? AND annotation = ?`, key, annotation[:]); err != nil {
				return err
			}
			d.delta[key]--
		}
	}
	for key, l := range want {
		if old, ok := have[key]; ok && old == l {
			continue
		}
		err := d.db.Exec(`INSERT INTO listing (heading, annotation, day, article_day, article, start, stance) VALUES (?, ?, ?, ?, ?, ?, ?)`,
			key, annotation[:], sorted(l.day), sorted(l.articleDay), l.article[:], l.start, string(l.stance))
		if err != nil {
			return err
		}
		d.delta[key]++
	}
	return nil
}

// sorted returns a sort key as stored: NULL where it is not sorted by.
func sorted(key string) any {
	if key == "" {
		return nil
	}
	return key
}

func (d *deriver) readListings(annotation ID) (map[int64]listing, error) {
	have := map[int64]listing{}
	if d.stale.fresh[annotation] {
		return have, nil
	}
	err := sqlite.Each(d.db, func(scan func(...any) error) error {
		var key int64
		var l listing
		err := scan(&key, (*stringColumn)(&l.day), (*stringColumn)(&l.articleDay), (*idColumn)(&l.article), &l.start, (*stringColumn)(&l.stance))
		have[key] = l
		return err
	}, `SELECT heading, day, article_day, article, start, stance FROM listing WHERE annotation = ?`, annotation[:])
	return have, err
}

// key returns the heading's key, making the heading if there is none.
func (d *deriver) key(h heading) (int64, error) {
	if key, ok := d.keys[h]; ok {
		return key, nil
	}
	var id []byte = h.id[:]
	if h.id == (ID{}) {
		id = []byte{}
	}
	var key int64
	found, err := sqlite.One(d.db, []any{&key}, `SELECT key FROM heading WHERE role = ? AND id = ? AND words = ?`, h.role, id, h.words)
	if err != nil {
		return 0, err
	}
	if !found {
		sort, err := d.sort(h)
		if err != nil {
			return 0, err
		}
		key, err = d.db.Insert(`INSERT INTO heading (role, entity, id, words, sort, n) VALUES (?, ?, ?, ?, ?, 0)`,
			h.role, string(h.entity), id, h.words, sort)
		if err != nil {
			return 0, err
		}
	}
	d.keys[h] = key
	return key, nil
}

func (d *deriver) sort(h heading) (string, error) {
	switch {
	case h.id != (ID{}):
		r, err := d.resolve(h.entity, h.id)
		return sortNamed(r.nameKey, h.id), err
	case h.words != "":
		return sortWords(h.words), nil
	default:
		return sortNobody, nil
	}
}

// count brings the counts of headings, and of the rows that they stand for, up to date. Headings without listings go, so
// that the same journal gives the same tables.
func (d *deriver) count() error {
	for key, delta := range d.delta {
		var entity Entity
		var id []byte
		_, err := sqlite.One(d.db, []any{(*stringColumn)(&entity), &id}, `SELECT entity, id FROM heading WHERE key = ?`, key)
		if err != nil {
			return err
		}
		if len(id) == len(ID{}) {
			d.counted[rowKey{entity, ID(id)}] = true
		}
		if err := d.db.Exec(`UPDATE heading SET n = n + ? WHERE key = ?`, delta, key); err != nil {
			return err
		}
		if err := d.db.Exec(`DELETE FROM heading WHERE key = ? AND n = 0`, key); err != nil {
			return err
		}
	}
	for key := range d.counted {
		if err := countRow(d.db, key); err != nil {
			return err
		}
	}
	return nil
}

// countRow writes the counts that lists show into the row.
func countRow(db *sqlite.Connection, key rowKey) error {
	const n = `coalesce((SELECT n FROM heading WHERE id = ?1 AND role = `
	switch key.entity {
	case EntityArticle:
		return db.Exec(`UPDATE article SET (mentions, statements, positions, highlights, unplaced, annotations) =
			(SELECT count(*) FILTER (WHERE kind = 'mention'), count(*) FILTER (WHERE kind = 'statement'),
				count(*) FILTER (WHERE kind = 'position'), count(*) FILTER (WHERE kind = 'highlight'), coalesce(sum(unplaced), 0), count(*)
			FROM annotation WHERE shown_in = ?1) WHERE id = ?1`, key.id[:])
	case EntityActor:
		return db.Exec(`UPDATE actor SET mentions = `+n+`'mention'), 0), statements = `+n+`'speaker'), 0),
			positions = `+n+`'holder'), 0), carried = `+n+`'carrier'), 0), addressed = `+n+`'addressee'), 0),
			targeted = `+n+`'target'), 0) WHERE id = ?1`, key.id[:])
	case EntityIssue:
		return db.Exec(`UPDATE issue SET positions = `+n+`'target'), 0), statements = `+n+`'about'), 0) WHERE id = ?1`, key.id[:])
	case EntityTag:
		return db.Exec(`UPDATE tag SET annotations = `+n+`'tag'), 0), articles = `+n+`'tagged'), 0) WHERE id = ?1`, key.id[:])
	}
	return nil
}
