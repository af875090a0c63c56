package store

import (
	"errors"
	"slices"

	"standpoint/store/internal/sqlite"
	"standpoint/store/text"
)

// hitReader reads what a page of hits shows, a few queries for all of them.
type hitReader struct {
	src     sqlite.Source
	texts   map[rowKey][]excerpt // those of a row in which something can be found
	titles  map[rowKey]string    // of articles, and the names of others
	notes   map[ID]Note          // those of explained changes, too: they are on the later position
	loader  *loader
	days    map[ID]Date // of articles
	resting map[ID][]ID // positions, by the statement on which they rest
}

func newHitReader(src sqlite.Source) *hitReader {
	return &hitReader{
		src: src, texts: map[rowKey][]excerpt{}, titles: map[rowKey]string{}, notes: map[ID]Note{}, loader: newLoader(src),
		days: map[ID]Date{},
	}
}

// describeHits says of each row which text of it was found, whose it is, and where a click leads.
func describeHits(src sqlite.Source, keys []rowKey, query text.Finder) (map[rowKey]Hit, error) {
	r := newHitReader(src)
	if err := r.read(keys); err != nil {
		return nil, err
	}
	hits := make(map[rowKey]Hit, len(keys))
	for _, key := range keys {
		hit := r.hit(key)
		hit.Field, hit.Snippet, hit.Matches = r.best(key, query)
		hit.TitleMatches = matchesIn(hit.Title, query)
		hits[key] = hit
	}
	return hits, nil
}

// idsOf are the ids of the rows of one kind.
func idsOf(keys []rowKey, e Entity) []ID {
	var list []ID
	for _, key := range keys {
		if key.entity == e {
			list = append(list, key.id)
		}
	}
	return list
}

func (r *hitReader) read(keys []rowKey) error {
	err := errors.Join(r.readNotes(EntityNote, `"on", subject, text`, idsOf(keys, EntityNote)),
		r.readNotes(EntityExplanation, `'annotation', later, note`, idsOf(keys, EntityExplanation)))
	if err != nil {
		return err
	}
	on := slices.Clone(keys)
	for _, n := range r.notes {
		on = append(on, rowKey{n.On, n.Subject})
	}
	for _, named := range []struct {
		entity Entity
		fields []string
	}{
		{EntityArticle, []string{"title", "source", "author"}},
		{EntityActor, []string{"name", "description"}},
		{EntityIssue, []string{"name", "description"}},
		{EntityTag, []string{"name"}},
	} {
		if err := r.readNamed(named.entity, idsOf(on, named.entity), named.fields); err != nil {
			return err
		}
	}
	if err := r.readDays(idsOf(on, EntityArticle)); err != nil {
		return err
	}
	if err := r.readAliases(idsOf(keys, EntityActor)); err != nil {
		return err
	}
	return r.readAnnotations(idsOf(on, EntityAnnotation))
}

// readNotes reads what was written on rows: on what, on which of them, and the words are columns of its table.
func (r *hitReader) readNotes(e Entity, columns string, list []ID) error {
	return sqlite.EachPortion(list, func(in string, args []any) error {
		return sqlite.Each(r.src, func(scan func(...any) error) error {
			var id ID
			var n Note
			err := scan((*idColumn)(&id), (*stringColumn)(&n.On), (*idColumn)(&n.Subject), (*stringColumn)(&n.Text))
			r.notes[id], r.texts[rowKey{e, id}] = n, []excerpt{{"note", n.Text}}
			return err
		}, `SELECT id, `+columns+` FROM `+tableFor(e).name()+` WHERE id IN (`+in+`)`, args...)
	})
}

// readNamed reads texts of rows of which the first is their title or name.
func (r *hitReader) readNamed(e Entity, list []ID, fields []string) error {
	columns := ""
	for _, f := range fields {
		columns += ", " + f
	}
	return sqlite.EachPortion(list, func(in string, args []any) error {
		return sqlite.Each(r.src, func(scan func(...any) error) error {
			var id ID
			texts := make([]excerpt, len(fields))
			into := []any{(*idColumn)(&id)}
			for i, f := range fields {
				texts[i].field = f
				into = append(into, (*stringColumn)(&texts[i].text))
			}
			err := scan(into...)
			r.texts[rowKey{e, id}], r.titles[rowKey{e, id}] = texts, texts[0].text
			return err
		}, `SELECT id`+columns+` FROM `+tableFor(e).name()+` WHERE id IN (`+in+`)`, args...)
	})
}

func (r *hitReader) readDays(articles []ID) error {
	return sqlite.EachPortion(articles, func(in string, args []any) error {
		return sqlite.Each(r.src, func(scan func(...any) error) error {
			var id ID
			var published Date
			err := scan((*idColumn)(&id), (*stringColumn)(&published))
			r.days[id] = published
			return err
		}, `SELECT id, published FROM article WHERE id IN (`+in+`)`, args...)
	})
}

func (r *hitReader) readAliases(actors []ID) error {
	return sqlite.EachPortion(actors, func(in string, args []any) error {
		return sqlite.Each(r.src, func(scan func(...any) error) error {
			var actor ID
			e := excerpt{field: "alias"}
			err := scan((*idColumn)(&actor), (*stringColumn)(&e.text))
			key := rowKey{EntityActor, actor}
			r.texts[key] = append(r.texts[key], e)
			return err
		}, `SELECT actor, name FROM alias WHERE actor IN (`+in+`) AND deleted = 0 ORDER BY actor, name`, args...)
	})
}

func (r *hitReader) readAnnotations(list []ID) error {
	if len(list) == 0 {
		return nil
	}
	resting, positions, err := restingOn(r.src, list)
	if err != nil {
		return err
	}
	r.resting = resting
	if err := r.loader.load(append(positions, list...)); err != nil {
		return err
	}
	for _, id := range list {
		if a := r.loader.listed[id]; a != nil {
			texts := excerptsOf(&a.Annotation, nil)
			for _, p := range a.Participants {
				texts = append(texts, excerpt{"words", p.Words})
			}
			r.texts[rowKey{EntityAnnotation, id}] = texts
		}
	}
	return nil
}

// best is the text of a row that has most of what was searched for, as much of it as is shown.
func (r *hitReader) best(key rowKey, query text.Finder) (field, snippet string, matches []text.Span) {
	most := -1
	for _, e := range r.texts[key] {
		if s, m := cut(e.text, query); len(m) > most {
			most, field, snippet, matches = len(m), e.field, s, m
		}
	}
	return field, snippet, matches
}

// hit says of a row what it is, whose, and where a click leads.
func (r *hitReader) hit(key rowKey) Hit {
	hit := Hit{Entity: key.entity, ID: key.id, Title: r.titles[key]}
	at := key
	if n, is := r.notes[key.id]; is {
		at = rowKey{n.On, n.Subject}
		hit.On, hit.Title = n.On, r.titles[at]
	}
	switch at.entity {
	case EntityArticle:
		hit.Article, hit.Published = at.id, r.days[at.id]
		hit.Source = r.texts[at][1].text
	case EntityAnnotation:
		r.place(&hit, at.id)
	}
	return hit
}

// place says what an annotation is, whose, and where it stands.
func (r *hitReader) place(hit *Hit, annotation ID) {
	l := r.loader
	a := l.listed[annotation]
	if a == nil {
		return
	}
	hit.Article, hit.Title, hit.Kind = a.article, l.articles[a.article].Title, a.Kind
	if quotes := l.anchor(a).Quotes; len(quotes) > 0 {
		hit.Span = quotes[0].Span
	}
	switch a.Kind {
	case KindMention:
		hit.Who = []PartyRef{l.parties[rowKey{EntityActor, a.Actor}]}
	case KindStatement:
		hit.Who = l.role(a, RoleSpeaker)
		for _, id := range r.resting[annotation] {
			if about := l.target(l.listed[id]); about.ID != (ID{}) && !slices.Contains(hit.About, about) {
				hit.About = append(hit.About, about)
			}
		}
	case KindPosition:
		hit.Who = l.holders(a)
		if about := l.target(a); about.ID != (ID{}) {
			hit.About = []PartyRef{about}
		}
	}
}
