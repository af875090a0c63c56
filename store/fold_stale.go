package store

import (
	"maps"
	"reflect"
	"slices"

	"standpoint/store/internal/sqlite"
	"standpoint/store/journal"
	"standpoint/store/text"
)

// stale collects during a batch what has to be derived anew at its end: all that depends on a row as it was or as it is now. So
// deriving only this gives the same tables as deriving everything.
type stale struct {
	rows        map[rowKey]bool // articles, actors, issues, tags, coders: their own derived columns
	annotations map[ID]bool
	tagged      map[ID]bool     // articles that stand under other tags than before
	texts       map[rowKey]bool // in the search index
	merged      map[Entity]bool // entities whose merged_into or parent changed somewhere
	articles    map[ID]bool     // of which subscribers are told that something of them changed
	named       map[rowKey]bool // actors, issues, tags and coders of which they are told that their names may have changed

	// folded holds what the annotations that this batch folded are now, nil for those that are no more; fresh those that are new;
	// left the articles of those that are no more, and those in which they were shown: the articles may have been one until now.
	folded map[ID]*folded
	fresh  map[ID]bool
	left   map[ID]bool
	shown  map[ID]bool

	newArticles map[ID]*folded       // that this batch made, and that nobody has changed since
	words       map[text.Hash]string // of bodies, as the search index takes them, where somebody has them already

	unworded bool // which rows are in the search index is noted, their words are not written into it
	purged   bool // changes lost their fields: texts that no change names any more are to go
}

func newStale() *stale {
	return &stale{
		rows: map[rowKey]bool{}, annotations: map[ID]bool{}, tagged: map[ID]bool{}, texts: map[rowKey]bool{},
		merged: map[Entity]bool{}, articles: map[ID]bool{}, named: map[rowKey]bool{},
		folded: map[ID]*folded{}, fresh: map[ID]bool{}, left: map[ID]bool{}, shown: map[ID]bool{},
		newArticles: map[ID]*folded{}, words: map[text.Hash]string{},
	}
}

// mark notes what is stale because the row changed from before to after; either may be nil.
func (s *stale) mark(src sqlite.Source, e Entity, id ID, before, after *folded) error {
	s.markOwn(e, id, before, after)
	switch e {
	case EntityArticle:
		delete(s.newArticles, id)
		if changed(before, after, "Published", "Body") || before.live() != after.live() {
			return s.markReferences(src, e, id)
		}
	case EntityActor, EntityIssue, EntityTag, EntityCoder:
		if before.live() != after.live() {
			return s.markReferences(src, e, id)
		}
	}
	return nil
}

// markOwn notes what is stale of the row itself and of those that it names.
func (s *stale) markOwn(e Entity, id ID, before, after *folded) {
	if isIndexed(e) && !isFoundAsBefore(e, before, after) {
		s.texts[rowKey{e, id}] = true
	}
	if edgeChanged(e, before, after) {
		s.merged[e] = true
	}
	for _, f := range []*folded{before, after} {
		if f != nil {
			s.markNamed(e, f.row)
		}
	}
	switch e {
	case EntityArticle:
		s.articles[id] = true
		if before != nil && before.row.(*Article).MergedInto != (ID{}) { // it may be there no more
			s.tagged[before.row.(*Article).MergedInto] = true
		}
		if !followsAlone(before, after) { // else what is derived was written with it
			s.rows[rowKey{e, id}] = true
		}
	case EntityActor, EntityIssue, EntityTag, EntityCoder:
		s.rows[rowKey{e, id}] = true
	case EntityAnnotation:
		s.markAnnotation(id, before, after)
	}
}

func (s *stale) markAnnotation(id ID, before, after *folded) {
	if _, again := s.folded[id]; !again && before == nil {
		s.fresh[id] = true
	}
	s.annotations[id], s.folded[id] = true, after
	if after == nil && before != nil {
		s.left[before.row.(*Annotation).Article] = true
	}
}

// noteWhereShown notes in which article an annotation is shown that is about to go.
func (s *stale) noteWhereShown(db *sqlite.Connection, annotation ID) error {
	var article ID
	_, err := sqlite.One(db, []any{(*idColumn)(&article)}, `SELECT shown_in FROM annotation WHERE id = ?`, annotation[:])
	if article != (ID{}) {
		s.shown[article] = true
	}
	return err
}

// markNamed notes the rows to which a row belongs, and those that it makes no sense without.
func (s *stale) markNamed(e Entity, row any) {
	for _, r := range relationsOf[e] {
		named := r.names(row)
		switch {
		case named == rowKey{}, r.tie == refers, r.tie == merged:
		case named.entity == EntityArticle:
			s.articles[named.id] = true
			if e == EntityArticleTag {
				s.tagged[named.id] = true
			}
		case named.entity == EntityAnnotation:
			s.annotations[named.id] = true
		case r.tie == owner && isIndexed(named.entity):
			s.texts[named] = true
		}
	}
}

// edgeChanged reports whether a row is merged into another than before, or below another.
func edgeChanged(e Entity, before, after *folded) bool {
	named := func(r relation, f *folded) rowKey {
		if f == nil {
			return rowKey{}
		}
		return r.names(f.row)
	}
	return slices.ContainsFunc(relationsOf[e], func(r relation) bool { return r.isEdge() && named(r, before) != named(r, after) })
}

// changed reports whether one of the named struct fields differs.
func changed(before, after *folded, names ...string) bool {
	for _, name := range names {
		if !equalValues(fieldValue(before, name), fieldValue(after, name)) {
			return true
		}
	}
	return false
}

func fieldValue(f *folded, name string) reflect.Value {
	if f == nil {
		return reflect.Value{}
	}
	return reflect.ValueOf(f.row).Elem().FieldByName(name)
}

func equalValues(v, w reflect.Value) bool {
	switch {
	case v.IsValid() && w.IsValid():
		return v.Equal(w)
	case v.IsValid():
		return v.IsZero()
	case w.IsValid():
		return w.IsZero()
	default:
		return true
	}
}

func (s *stale) markUsers(src sqlite.Source, query string, args ...any) error {
	for i, a := range args {
		if id, ok := a.(ID); ok {
			args[i] = id[:]
		}
	}
	users, err := ids(src, query, args...)
	for _, id := range users {
		s.annotations[id] = true
	}
	return err
}

// markReferences notes the annotations that refer to the row, or to one that was merged into it.
func (s *stale) markReferences(src sqlite.Source, e Entity, id ID) error {
	same := []ID{id}
	if e != EntityCoder {
		merged, err := ids(src, `SELECT id FROM `+tableFor(e).name()+` WHERE canonical = ? AND id <> ?`, id[:], id[:])
		if err != nil {
			return err
		}
		same = append(same, merged...)
	}
	for _, one := range same {
		if err := s.markNaming(src, e, one); err != nil {
			return err
		}
	}
	return nil
}

// markNaming notes the annotations that name the row, and the articles whose tags do.
func (s *stale) markNaming(src sqlite.Source, e Entity, id ID) error {
	for _, n := range annotationsNaming[e] {
		if err := s.markUsers(src, n.query(), id); err != nil {
			return err
		}
	}
	for _, r := range relationsOf[EntityArticleTag] {
		if r.to != e {
			continue
		}
		tagged, err := ids(src, `SELECT article FROM `+r.from.name()+` WHERE "`+r.column+`" = ?`, id[:])
		if err != nil {
			return err
		}
		for _, article := range tagged {
			s.tagged[article] = true
		}
	}
	return nil
}

// settle derives anew all that is stale. Afterwards only what subscribers are told of is in it.
func (s *stale) settle(db *sqlite.Connection, bodies *bodies) error {
	if err := s.settleRows(db); err != nil {
		return err
	}
	if err := s.spread(db); err != nil {
		return err
	}
	if err := s.settleAnnotations(db, bodies); err != nil {
		return err
	}
	s.noteNamed()
	purged, articles, named := s.purged, s.articles, s.named
	*s = *newStale()
	s.articles, s.named = articles, named
	if !purged {
		return nil
	}
	bodies.forget()
	if err := db.Exec(`INSERT OR REPLACE INTO local (key, value) VALUES (?, x'01')`, localUnpacked); err != nil {
		return err
	}
	return dropUnnamed(db)
}

// noteNamed notes what may be called otherwise: the rows themselves, those that their other names belong to, and what a merge
// joined or parted.
func (s *stale) noteNamed() {
	for _, keys := range []map[rowKey]bool{s.rows, s.texts} {
		for key := range keys {
			if hasName(key.entity) || key.entity == EntityCoder {
				s.named[key] = true
			}
		}
	}
}

// settleRows derives articles, actors, issues and tags.
func (s *stale) settleRows(db *sqlite.Connection) error {
	for e := range s.merged {
		if err := s.join(db, e); err != nil {
			return err
		}
	}
	for key := range s.rows {
		if err := deriveRow(db, key); err != nil {
			return err
		}
	}
	return nil
}

// settleAnnotations derives annotations, under which tags articles stand, what lists count of them, and the search index.
func (s *stale) settleAnnotations(db *sqlite.Connection, bodies *bodies) error {
	d := newDeriver(db, bodies, s)
	if err := d.prepare(slices.Collect(maps.Keys(s.annotations))); err != nil {
		return err
	}
	for id := range s.annotations {
		if err := d.derive(id); err != nil {
			return err
		}
	}
	for id := range s.tagged {
		if err := d.deriveTagged(id); err != nil {
			return err
		}
	}
	for id := range s.left {
		p, err := d.place(id)
		if err != nil {
			return err
		}
		d.counted[rowKey{EntityArticle, p.id}] = true
	}
	for id := range s.shown {
		d.articles[id] = true
		d.counted[rowKey{EntityArticle, id}] = true
	}
	if err := d.count(); err != nil {
		return err
	}
	for id := range d.articles {
		s.articles[id] = true
	}
	return s.index(db, d.texts)
}

// spread adds what depends on stale annotations: the positions that rest on a statement, and the statement that lists them.
func (s *stale) spread(src sqlite.Source) error {
	return sqlite.EachPortion(slices.Collect(maps.Keys(s.annotations)), func(in string, args []any) error {
		for _, r := range restings {
			for _, query := range []string{r.namingAny(in), r.namedByAny(in)} {
				if err := s.markUsers(src, query, args...); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// join derives canonical (and the parent in effect) anew for all rows of the entity that were merged or have a parent.
func (s *stale) join(db *sqlite.Connection, e Entity) error {
	t := tableFor(e)
	merge, _ := mergeRelation(e)
	merges, _, err := edges(db, merge, nil)
	if err != nil {
		return err
	}
	canonical := func(id ID) ID { return follow(merges, id) }
	candidates, err := ids(db, `SELECT id FROM `+t.name()+` WHERE merged_into IS NOT NULL`)
	if err != nil {
		return err
	}
	for key := range s.rows {
		if key.entity == e {
			candidates = append(candidates, key.id)
		}
	}
	for _, id := range candidates {
		if err := s.setCanonical(db, e, id, canonical(id)); err != nil {
			return err
		}
	}
	parent, isTree := parentRelation(e)
	if !isTree {
		return nil
	}
	parents, _, err := edges(db, parent, canonical)
	if err != nil {
		return err
	}
	return s.setParents(db, e, parents)
}

func (s *stale) setCanonical(db *sqlite.Connection, e Entity, id, canonical ID) error {
	var was ID
	t := tableFor(e)
	found, err := sqlite.One(db, []any{(*idColumn)(&was)}, `SELECT canonical FROM `+t.name()+` WHERE id = ?`, id[:])
	if err != nil || !found || was == canonical {
		return err
	}
	if err := db.Exec(`UPDATE `+t.name()+` SET canonical = ? WHERE id = ?`, canonical[:], id[:]); err != nil {
		return err
	}
	if was == (ID{}) && canonical == id {
		return nil // a new row, to which mark has found the references
	}
	for _, other := range []ID{id, was, canonical} {
		s.rows[rowKey{e, other}] = true
		s.texts[rowKey{e, other}] = true
	}
	err = s.markNaming(db, e, id)
	if e == EntityArticle && s.tagged[id] {
		s.tagged[was] = true
	}
	return err
}

func (s *stale) setParents(db *sqlite.Connection, e Entity, parents map[ID]ID) error {
	t := tableFor(e)
	had, err := ids(db, `SELECT id FROM `+t.name()+` WHERE above IS NOT NULL`)
	if err != nil {
		return err
	}
	for _, id := range had {
		if _, has := parents[id]; !has {
			if err := db.Exec(`UPDATE `+t.name()+` SET above = NULL WHERE id = ?`, id[:]); err != nil {
				return err
			}
		}
	}
	for id, parent := range parents {
		if err := db.Exec(`UPDATE `+t.name()+` SET above = ?1 WHERE id = ?2 AND above IS NOT ?1`, parent[:], id[:]); err != nil {
			return err
		}
	}
	return nil
}

// edges returns for each row which row of its own entity it names by the relation, without those that would close a circle: in each,
// the one that was set last is ignored. through, if not nil, is applied to both rows: a row that it makes another has no edge of its
// own. The ignored ones are returned by where they start.
func edges(src sqlite.Source, r relation, through func(ID) ID) (kept map[ID]ID, ignored []ID, err error) {
	kept = map[ID]ID{}
	err = sqlite.Each(src, func(scan func(...any) error) error {
		var from, to ID
		if err := scan((*idColumn)(&from), (*idColumn)(&to)); err != nil {
			return err
		}
		if through != nil {
			if through(from) != from {
				return nil // the row it became has its own
			}
			to = through(to)
		}
		kept[from] = to
		return nil
	}, `SELECT id, `+r.column+` FROM `+r.from.name()+` WHERE `+r.column+` IS NOT NULL ORDER BY id`)
	if err != nil {
		return nil, nil, err
	}
	for {
		circle := findCircle(kept)
		if circle == nil {
			return kept, ignored, nil
		}
		from, err := latestEdge(src, r, circle)
		if err != nil {
			return nil, nil, err
		}
		delete(kept, from)
		ignored = append(ignored, from)
	}
}

// findCircle returns the rows of one circle among the edges, or nil.
func findCircle(edges map[ID]ID) []ID {
	done := map[ID]bool{}
	for start := range edges {
		path := map[ID]bool{}
		for at := start; !done[at]; {
			if path[at] {
				return circleFrom(edges, at)
			}
			path[at] = true
			next, ok := edges[at]
			if !ok {
				break
			}
			at = next
		}
		for id := range path {
			done[id] = true
		}
	}
	return nil
}

func circleFrom(edges map[ID]ID, start ID) []ID {
	circle := []ID{start}
	for at := edges[start]; at != start; at = edges[at] {
		circle = append(circle, at)
	}
	return circle
}

// latestEdge returns the row of the circle whose field was set last.
func latestEdge(src sqlite.Source, r relation, circle []ID) (ID, error) {
	var latest journal.Change
	for _, id := range circle {
		changes, _, err := changesOf(src, r.from.entity, id)
		if err != nil {
			return ID{}, err
		}
		for _, c := range changes {
			if _, sets := c.Fields[r.field]; sets && (latest.ID == (ID{}) || c.Compare(latest) > 0) {
				latest = c
			}
		}
	}
	return latest.ID, nil
}

// follow returns where the edges lead from id. There are no circles.
func follow(edges map[ID]ID, id ID) ID {
	for {
		next, ok := edges[id]
		if !ok {
			return id
		}
		id = next
	}
}
