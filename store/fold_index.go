package store

import (
	"crypto/sha256"
	"encoding/binary"
	"maps"
	"slices"
	"strings"

	"standpoint/store/internal/sqlite"
	"standpoint/store/journal"
	"standpoint/store/text"
)

// excerpt is one searchable text of a row.
type excerpt struct{ field, text string }

// index brings the search index up to date for the stale texts, given those of the annotations. Only what is shown is found.
func (s *stale) index(db *sqlite.Connection, annotations map[ID][]excerpt) error {
	subjects := slices.Collect(maps.Keys(annotations))
	for key := range s.texts {
		if _, have := annotations[key.id]; !have {
			subjects = append(subjects, key.id)
		}
	}
	err := sqlite.EachPortion(subjects, func(in string, args []any) error {
		notes, err := ids(db, `SELECT id FROM note WHERE subject IN (`+in+`)`, args...)
		for _, id := range notes {
			s.texts[rowKey{EntityNote, id}] = true
		}
		return err
	})
	if err != nil {
		return err
	}
	for id, texts := range annotations {
		if err := indexTexts(db, rowKey{EntityAnnotation, id}, texts, s.fresh[id]); err != nil {
			return err
		}
	}
	for key := range s.texts {
		if _, done := annotations[key.id]; done && key.entity == EntityAnnotation {
			continue
		}
		if err := indexRow(db, key); err != nil {
			return err
		}
	}
	return nil
}

// isIndexed reports whether rows of the entity have texts of their own to be found by.
func isIndexed(e Entity) bool {
	switch e {
	case EntityArticle, EntityActor, EntityIssue, EntityTag, EntityAnnotation, EntityNote:
		return true
	}
	return false
}

// indexRow puts the texts of one row into the search index, or takes them out.
func indexRow(db *sqlite.Connection, key rowKey) error {
	texts, err := excerpts(db, key)
	if err != nil {
		return err
	}
	return indexTexts(db, key, texts, false)
}

// indexTexts is indexRow with the texts known; fresh says that none of the row was ever indexed.
func indexTexts(db *sqlite.Connection, key rowKey, texts []excerpt, fresh bool) (err error) {
	tokens := tokensOf(texts)
	digest := sha256.Sum256([]byte(tokens))
	var rowid int64
	var have []byte
	found := false
	if !fresh {
		found, err = sqlite.One(db, []any{&rowid, &have}, `SELECT key, digest FROM found WHERE entity = ? AND id = ?`, string(key.entity),
			key.id[:])
	}
	if err != nil {
		return err
	}
	switch {
	case tokens == "" && !found, found && string(have) == string(digest[:]):
		return nil
	case tokens == "":
		if err := db.Exec(`DELETE FROM found WHERE key = ?`, rowid); err != nil {
			return err
		}
		return db.Exec(`DELETE FROM found_text WHERE rowid = ?`, rowid)
	case !found:
		if rowid, err = foundKey(db, key); err != nil {
			return err
		}
		err = db.Exec(`INSERT INTO found (key, entity, id, digest) VALUES (?, ?, ?, ?)`, rowid, string(key.entity), key.id[:], digest[:])
		if err != nil {
			return err
		}
		return db.Exec(`INSERT INTO found_text (rowid, tokens) VALUES (?, ?)`, rowid, tokens)
	default:
		if err := db.Exec(`UPDATE found SET digest = ? WHERE key = ?`, digest[:], rowid); err != nil {
			return err
		}
		return db.Exec(`UPDATE found_text SET tokens = ? WHERE rowid = ?`, tokens, rowid)
	}
}

// A found row's key orders what is found, the greatest first: kind by kind, and within a kind what was made last before the
// others. So a page of hits is a walk along the index, however many there are.
const (
	foundKindAt = 60 // the bit at which the place of the kind begins
	foundTimeAt = 18 // the bit at which the milliseconds begin; below are bits of the id
)

// foundOrder are the kinds of rows in the order in which hits in them are listed.
var foundOrder = []Entity{EntityActor, EntityIssue, EntityTag, EntityArticle, EntityAnnotation, EntityNote}

// foundKey returns the key of a row that was not indexed before: its kind, when it was made, and what tells it from those that
// were made with it, so that it is the same in every copy of the project.
func foundKey(src sqlite.Source, row rowKey) (int64, error) {
	made := int64(binary.BigEndian.Uint64(row.id[:8]) >> 16)
	if row.id.Version() != 7 { // its id does not say when it was made
		var created int64
		if _, err := sqlite.One(src, []any{&created}, `SELECT created FROM `+tableFor(row.entity).name()+` WHERE id = ?`, row.id[:]); err != nil {
			return 0, err
		}
		made = journal.Clock(created).Milli()
	}
	kind := int64(len(foundOrder) - slices.Index(foundOrder, row.entity))
	within := int64(binary.BigEndian.Uint16(row.id[6:8])&0xfff)<<6 | int64(row.id[8]&0x3f)
	key := kind<<foundKindAt | made&(1<<(foundKindAt-foundTimeAt)-1)<<foundTimeAt | within
	return freeKey(src, key)
}

// freeKey is the key, or if another row has it, one behind all of the same millisecond. Rows whose ids were counted upwards by another
// program all ask for the same one: none of them looks at the keys of the others.
func freeKey(src sqlite.Source, key int64) (int64, error) {
	for {
		taken, err := sqlite.Number(src, `SELECT count(*) FROM found WHERE key = ?`, key)
		if err != nil || taken == 0 {
			return key, err
		}
		last := key | (1<<foundTimeAt - 1)
		var greatest int64
		_, err = sqlite.One(src, []any{&greatest}, `SELECT max(key) FROM found WHERE key BETWEEN ? AND ?`, key, last)
		if err != nil || greatest < last {
			return greatest + 1, err
		}
		key = last + 1 // the millisecond is full at its end
	}
}

// textEnd stands between the texts of a row, so that nothing is found that begins in one and ends in the next. Nobody's words
// hold it.
const textEnd = " \uE000 "

func tokensOf(texts []excerpt) string {
	var parts []string
	for _, e := range texts {
		if t := text.SearchTokens(e.text); t != "" {
			parts = append(parts, t)
		}
	}
	return strings.Join(parts, textEnd)
}

// excerpts returns the searchable texts of a row; none if it is not shown. The body of an article is indexed apart.
func excerpts(src sqlite.Source, key rowKey) ([]excerpt, error) {
	switch key.entity {
	case EntityArticle:
		return rowExcerpts(src, `SELECT title, source, author FROM article WHERE id = ? AND live = 1`, key.id, "title", "source", "author")
	case EntityActor:
		list, err := rowExcerpts(src, `SELECT name, description FROM actor WHERE id = ? AND live = 1`, key.id, "name", "description")
		if err != nil || list == nil {
			return nil, err
		}
		err = sqlite.Each(src, func(scan func(...any) error) error {
			e := excerpt{field: "alias"}
			err := scan((*stringColumn)(&e.text))
			list = append(list, e)
			return err
		}, `SELECT name FROM alias WHERE actor = ? AND deleted = 0 ORDER BY name`, key.id[:])
		return list, err
	case EntityIssue:
		return rowExcerpts(src, `SELECT name, description FROM issue WHERE id = ? AND live = 1`, key.id, "name", "description")
	case EntityTag:
		return rowExcerpts(src, `SELECT name FROM tag WHERE id = ? AND live = 1`, key.id, "name")
	case EntityAnnotation:
		return annotationExcerpts(src, key.id)
	case EntityNote:
		return noteExcerpts(src, key.id)
	default:
		return nil, nil
	}
}

// rowExcerpts reads one row whose columns are the texts of the fields.
func rowExcerpts(src sqlite.Source, query string, id ID, fields ...string) ([]excerpt, error) {
	list := make([]excerpt, len(fields))
	dest := make([]any, len(fields))
	for i, f := range fields {
		list[i].field = f
		dest[i] = (*stringColumn)(&list[i].text)
	}
	found, err := sqlite.One(src, dest, query, id[:])
	if err != nil || !found {
		return nil, err
	}
	return list, nil
}

func annotationExcerpts(src sqlite.Source, id ID) ([]excerpt, error) {
	var a Annotation
	found, err := sqlite.One(src, []any{
		(*stringColumn)(&a.Kind), (*anchorColumn)(&a.Anchor), (*stringColumn)(&a.Translation),
		(*stringColumn)(&a.Condition),
	},
		`SELECT kind, anchor, translation, condition FROM annotation WHERE id = ? AND shown_in IS NOT NULL`, id[:])
	if err != nil || !found {
		return nil, err
	}
	parts, err := participantsOf(src, id)
	if err != nil {
		return nil, err
	}
	return excerptsOf(&a, parts), nil
}

// excerptsOf returns the searchable texts of an annotation that is shown.
func excerptsOf(a *Annotation, participants []participant) []excerpt {
	list := []excerpt{{"quote", ""}, {"translation", a.Translation}, {"condition", a.Condition}}
	if a.Kind != KindMention { // its words are a name, found with the actor
		list[0].text = a.Anchor.Exact()
	}
	for _, p := range participants {
		list = append(list, excerpt{"words", p.Words})
	}
	return list
}

func noteExcerpts(src sqlite.Source, id ID) ([]excerpt, error) {
	var n Note
	found, err := sqlite.One(src, []any{(*stringColumn)(&n.On), (*idColumn)(&n.Subject), (*stringColumn)(&n.Text)},
		`SELECT "on", subject, text FROM note WHERE id = ? AND deleted = 0`, id[:])
	if err != nil || !found {
		return nil, err
	}
	shown, err := isShown(src, n.On, n.Subject)
	if err != nil || !shown {
		return nil, err
	}
	return []excerpt{{"note", n.Text}}, nil
}

// isShown reports whether a row is there and neither deleted nor hidden nor merged into another.
func isShown(src sqlite.Source, e Entity, id ID) (bool, error) {
	query := `SELECT count(*) FROM ` + `"` + string(e) + `" WHERE id = ? AND `
	switch e {
	case EntityArticle, EntityActor, EntityIssue, EntityTag:
		query += `live = 1`
	case EntityAnnotation:
		query += `shown_in IS NOT NULL`
	case EntityAlias, EntityAffiliation, EntityExternalID, EntityParticipant, EntityTagging, EntityNote, EntityCoder:
		query += `deleted = 0`
	default:
		return false, nil
	}
	n, err := sqlite.Number(src, query, id[:])
	return n > 0, err
}

// participantsOf returns the participants of an annotation that were not removed, in their order, as recorded.
func participantsOf(src sqlite.Source, annotation ID) ([]participant, error) {
	t := tableFor(EntityParticipant)
	var list []participant
	err := sqlite.Each(src, func(scan func(...any) error) error {
		var p participant
		err := scan(t.destinations(&p)...)
		list = append(list, p)
		return err
	}, `SELECT `+t.selection("p")+` FROM participant p WHERE annotation = ? AND deleted = 0 ORDER BY place, id`, annotation[:])
	return list, err
}
