package store

import (
	"maps"
	"slices"
	"strings"

	"standpoint/store/internal/sqlite"
	"standpoint/store/text"
)

// excerpt is one searchable text of a row.
type excerpt struct{ field, text string }

// index brings the search index up to date for the stale texts, given those of the annotations. Only what is shown is found.
func (s *stale) index(db *sqlite.Connection, annotations map[ID]findable) error {
	subjects := slices.Collect(maps.Keys(annotations))
	for key := range s.texts {
		if _, have := annotations[key.id]; !have && s.newArticles[key.id] == nil {
			subjects = append(subjects, key.id)
		}
	}
	err := sqlite.EachPortion(subjects, func(in string, args []any) error {
		notes, err := ids(db, `SELECT id FROM note WHERE subject IN (`+in+`) UNION
			SELECT n.id FROM article r CROSS JOIN note n ON n.subject = r.id WHERE r.canonical IN (`+in+`)`, slices.Concat(args, args)...)
		for _, id := range notes {
			s.texts[rowKey{EntityNote, id}] = true
		}
		if err != nil {
			return err
		}
		explanations, err := ids(db, `SELECT id FROM explanation WHERE later IN (`+in+`)`, args...)
		for _, id := range explanations {
			s.texts[rowKey{EntityExplanation, id}] = true
		}
		return err
	})
	if err != nil {
		return err
	}
	x := newIndexer(db)
	x.words = s.words
	if err := s.indexArticles(x); err != nil {
		return err
	}
	for id, of := range annotations {
		if err := x.row(rowKey{EntityAnnotation, id}, of, s.fresh[id]); err != nil {
			return err
		}
	}
	for key := range s.texts {
		if _, done := annotations[key.id]; done && key.entity == EntityAnnotation || key.entity == EntityArticle {
			continue
		}
		if err := x.read(key); err != nil {
			return err
		}
	}
	if s.unworded {
		return nil
	}
	return x.write()
}

// indexArticles indexes the articles, before the texts that have their place beside them.
func (s *stale) indexArticles(x *indexer) error {
	for key := range s.texts {
		if key.entity != EntityArticle {
			continue
		}
		var err error
		if f := s.newArticles[key.id]; f != nil {
			err = x.newArticle(f.row.(*Article))
		} else {
			err = x.read(key)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// findable is what a row can be found by, and the article in which it is shown; none for what is in no article.
type findable struct {
	article ID
	texts   []excerpt
}

// isIndexed reports whether rows of the entity have texts of their own to be found by.
func isIndexed(e Entity) bool {
	switch e {
	case EntityArticle, EntityActor, EntityIssue, EntityTag, EntityAnnotation, EntityNote, EntityExplanation:
		return true
	}
	return false
}

// isFoundAsBefore reports whether an article is found by the same words, at the same place, as before it changed. Of other rows
// that is looked up.
func isFoundAsBefore(e Entity, before, after *folded) bool {
	return e == EntityArticle && before != nil && after != nil && before.live() == after.live() &&
		!changed(before, after, "Title", "Source", "Author", "Body", "Published", "MergedInto")
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

// findableBy returns what a row can be found by; no texts if it is not shown. The body of an article is indexed apart.
func findableBy(src sqlite.Source, key rowKey) (f findable, err error) {
	switch key.entity {
	case EntityArticle:
		var a Article
		f.article = key.id
		found, err := sqlite.One(src, []any{(*stringColumn)(&a.Title), (*stringColumn)(&a.Source), (*stringColumn)(&a.Author)},
			`SELECT title, source, author FROM article WHERE id = ? AND live = 1`, key.id[:])
		if found {
			f.texts = a.excerpts()
		}
		return f, err
	case EntityActor:
		f.texts, err = actorExcerpts(src, key.id)
	case EntityIssue:
		f.texts, err = rowExcerpts(src, `SELECT name, description FROM issue WHERE id = ? AND live = 1`, key.id, "name", "description")
	case EntityTag:
		f.texts, err = rowExcerpts(src, `SELECT name FROM tag WHERE id = ? AND live = 1`, key.id, "name")
	case EntityAnnotation:
		return annotationFindable(src, key.id)
	case EntityNote:
		return noteFindable(src, key.id)
	case EntityExplanation:
		return explanationFindable(src, key.id)
	}
	return f, err
}

// excerpts are what an article is found by, beside its body.
func (a *Article) excerpts() []excerpt {
	return []excerpt{{"title", a.Title}, {"source", a.Source}, {"author", a.Author}}
}

func actorExcerpts(src sqlite.Source, id ID) ([]excerpt, error) {
	list, err := rowExcerpts(src, `SELECT name, description FROM actor WHERE id = ? AND live = 1`, id, "name", "description")
	if err != nil || list == nil {
		return nil, err
	}
	err = sqlite.Each(src, func(scan func(...any) error) error {
		e := excerpt{field: "alias"}
		err := scan((*stringColumn)(&e.text))
		list = append(list, e)
		return err
	}, `SELECT name FROM alias WHERE actor = ? AND deleted = 0 ORDER BY name`, id[:])
	return list, err
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

func annotationFindable(src sqlite.Source, id ID) (f findable, err error) {
	var a Annotation
	found, err := sqlite.One(src, []any{
		(*stringColumn)(&a.Kind), (*anchorColumn)(&a.Anchor), (*stringColumn)(&a.Translation),
		(*stringColumn)(&a.Condition), (*idColumn)(&f.article),
	},
		`SELECT kind, anchor, translation, condition, shown_in FROM annotation WHERE id = ? AND shown_in IS NOT NULL`, id[:])
	if err != nil || !found {
		return f, err
	}
	parts, err := participantsOf(src, id)
	if err == nil {
		f.texts = excerptsOf(&a, parts)
	}
	return f, err
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

func noteFindable(src sqlite.Source, id ID) (f findable, err error) {
	var n Note
	found, err := sqlite.One(src, []any{(*stringColumn)(&n.On), (*idColumn)(&n.Subject), (*stringColumn)(&n.Text)},
		`SELECT "on", subject, text FROM note WHERE id = ? AND deleted = 0`, id[:])
	if err != nil || !found {
		return f, err
	}
	var shown bool
	if f.article, shown, err = whereShown(src, n.On, n.Subject); err == nil && shown {
		f.texts = []excerpt{{"note", n.Text}}
	}
	return f, err
}

// explanationFindable tells of an explanation, which is found by its note beside the later of its two positions.
func explanationFindable(src sqlite.Source, id ID) (f findable, err error) {
	var later ID
	var note string
	found, err := sqlite.One(src, []any{(*idColumn)(&later), (*stringColumn)(&note)},
		`SELECT later, note FROM explanation WHERE id = ? AND deleted = 0`, id[:])
	if err != nil || !found {
		return f, err
	}
	var shown bool
	if f.article, shown, err = whereShown(src, EntityAnnotation, later); err == nil && shown {
		f.texts = []excerpt{{"note", note}}
	}
	return f, err
}

// whereShown reports whether a row is there and neither deleted nor hidden nor merged into another, and in which article it is shown,
// if in any.
func whereShown(src sqlite.Source, e Entity, id ID) (article ID, shown bool, err error) {
	query := `SELECT NULL FROM "` + string(e) + `" WHERE id = ? AND `
	switch e {
	case EntityArticle:
		query = `SELECT c.id FROM article r CROSS JOIN article c ON c.id = r.canonical WHERE r.id = ? AND c.live = 1` // with what it became
	case EntityAnnotation:
		query = `SELECT shown_in FROM annotation WHERE id = ? AND shown_in IS NOT NULL`
	case EntityActor, EntityIssue, EntityTag:
		query += `live = 1`
	case EntityAlias, EntityAffiliation, EntityExternalID, EntityParticipant, EntityTagging, EntityArticleTag, EntityNote,
		EntityCoder:
		query += `deleted = 0`
	default:
		return article, false, nil
	}
	shown, err = sqlite.One(src, []any{(*idColumn)(&article)}, query, id[:])
	return article, shown, err
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
