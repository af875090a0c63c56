package store

import (
	"cmp"
	"slices"
	"strings"

	"standpoint/store/internal/sqlite"
)

// ArticleFilter says which articles a list shows: those for which all holds that it asks. The zero value asks nothing.
type ArticleFilter struct {
	Text       string  `json:"text,omitempty"`   // words in title, source, author or body, and fields, as Search reads them
	Source     *string `json:"source,omitempty"` // the outlet, but for case and accents; "" is that none is known
	From       Date    `json:"from,omitempty"`   // published on no day before the first one of From,
	To         Date    `json:"to,omitempty"`     // and on none after the last one of To
	Status     *Status `json:"status,omitempty"`
	Language   *string `json:"language,omitempty"`  // BCP 47; "" is that none is known
	Annotated  *bool   `json:"annotated,omitempty"` // something of it is annotated, or nothing is
	Collection ID      `json:"collection,omitzero"` // that it was put into
	File       string  `json:"file,omitempty"`      // of which it was imported, or the folder of that, with slashes

	// What one annotation of the article has, all together: an actor named by it in whatever part, an issue on which it takes a position
	// or of which it speaks, the stance of a position, a tag, the coder who made it. One that was merged is what it was merged into. A
	// tag that the article carries itself is on each of its annotations, and on the article if it has none.
	Actor  ID      `json:"actor,omitzero"`
	Issue  ID      `json:"issue,omitzero"`
	Stance *Stance `json:"stance,omitempty"`
	Tag    ID      `json:"tag,omitzero"`
	Coder  ID      `json:"coder,omitzero"`
}

// IsZero reports whether the filter asks nothing.
func (f ArticleFilter) IsZero() bool { return f == ArticleFilter{} }

// articleCondition is one thing that a filter asks of an article, which SQL calls a.
type articleCondition struct {
	is   string
	args []any

	// Where the articles are gathered for which it holds, and some for which it does not: what stands behind FROM, and the column there
	// with their ids. "" where that takes as long as looking at all.
	from     string
	id       string
	fromArgs []any

	ofValue bool // every index of articles tells of one whether it holds

	sifted *sieve // that of the articles for which it holds, which may be all old ones

	sort ArticleSort   // the order in whose index those with the one value stand together, newest first
	walk sqlite.Filter // where those for which it holds are in the index by days, if they are together there
}

// conditions are what the filter asks, each of which must hold. Which articles have an annotation as it asks may be known.
func (f ArticleFilter) conditions(s sqlite.Source, known *sieve) ([]articleCondition, error) {
	var list []articleCondition
	if f.Source != nil {
		list = append(list, equals(ArticlesBySource, "source_key", keyOrLast(*f.Source)))
	}
	if f.Language != nil {
		list = append(list, equals(ArticlesByLanguage, "language_key", keyOrLast(*f.Language)))
	}
	if f.Status != nil {
		list = append(list, equals(ArticlesByStatus, "stage", f.Status.stage()))
	}
	if f.From != "" || f.To != "" {
		list = append(list, f.published())
	}
	if f.Annotated != nil {
		list = append(list, f.annotated())
	}
	if f.Collection != (ID{}) {
		list = append(list, collectedIn(f.Collection))
	}
	if f.File != "" {
		list = append(list, importedFrom(strings.TrimSuffix(f.File, "/")))
	}
	switch {
	case known != nil:
		list = append(list, known.condition())
	case f.asksForAnnotation():
		c, err := f.annotation(s)
		if err != nil {
			return nil, err
		}
		list = append(list, c)
	}
	holds, asked, err := articlesHolding(s, f.Text)
	if asked {
		list = append(list, holds)
	}
	return list, err
}

// equals is the condition that a column which begins the index of an order has a value.
func equals(sort ArticleSort, column string, value any) articleCondition {
	return articleCondition{
		is: `a.` + column + ` = ?`, args: []any{value}, sort: sort, ofValue: true,
		from: articleOrders[sort].walked() + ` WHERE a.live = 1 AND a.` + column + ` = ?`, id: `a.id`, fromArgs: []any{value},
	}
}

// published is the condition that an article was published within the days asked for.
func (f ArticleFilter) published() articleCondition {
	var days, keys sqlite.Filter // of the article, and of the index by days
	keys.And(`a.live = 1`)
	if f.From != "" {
		days.And(`a.first_day >= ?`, string(f.From.First()))
		keys.And(`a.day >= ?`, string(f.From.First()))
	}
	if f.To != "" {
		days.And(`a.last_day > '' AND a.last_day <= ?`, string(f.To.Last())) // one without a date has no days
		keys.And(`a.day > '' AND a.day < ?`, string(f.To.Last())+undated)
	}
	return articleCondition{
		is: days.Where(), args: days.Args, walk: keys,
		from: articleOrders[ArticlesByPublished].walked() + ` WHERE ` + keys.Where(), id: `a.id`, fromArgs: keys.Args,
	}
}

// annotated is the condition that something of an article is annotated, or nothing is.
func (f ArticleFilter) annotated() articleCondition {
	comes := ` = 0`
	if *f.Annotated {
		comes = ` > 0`
	}
	return articleCondition{
		is: `a.annotations` + comes, id: `a.id`, ofValue: true,
		from: articleOrders[ArticlesByAnnotations].walked() + ` WHERE a.live = 1 AND a.annotations` + comes,
	}
}

// collectedIn is the condition that an article, or one that was merged into it, is in a collection.
func collectedIn(collection ID) articleCondition {
	const in = `collected m CROSS JOIN article r ON r.id = m.article WHERE m.deleted = 0 AND m.collection =
		(SELECT id FROM collection WHERE id = ? AND deleted = 0)`
	return articleCondition{
		is: `EXISTS (SELECT 1 FROM article r CROSS JOIN collected m ON m.article = r.id WHERE r.canonical = a.id AND m.deleted = 0
			AND m.collection = (SELECT id FROM collection WHERE id = ? AND deleted = 0))`,
		args: []any{collection[:]}, from: in, id: `r.canonical`, fromArgs: []any{collection[:]},
	}
}

// importedFrom is the condition that an article was imported from a file, or from one of a folder.
func importedFrom(path string) articleCondition {
	const after = "0" // follows the slash
	return articleCondition{
		is: `(a.file = ? OR a.file > ? AND a.file < ?)`, args: []any{path, path + "/", path + after}, id: `a.id`,
		from: `article a INDEXED BY article_by_file WHERE a.file > '' AND a.file >= ? AND a.file < ?`, fromArgs: []any{path, path + after},
	}
}

// asksForAnnotation reports whether an annotation of the article must be as the filter says.
func (f ArticleFilter) asksForAnnotation() bool {
	return f.Actor != ID{} || f.Issue != ID{} || f.Tag != ID{} || f.Coder != ID{} || f.Stance != nil
}

// annotation is the condition that one annotation of the article is as the filter says. It is looked for under the headings of a tag,
// else of that which fewest stand under, or by its stance, or by its coder.
func (f ArticleFilter) annotation(s sqlite.Source) (articleCondition, error) {
	sets, err := f.headings(s)
	if err != nil {
		return articleCondition{}, err
	}
	var one sqlite.Filter // of the annotation that is called l
	var from, article string
	gathered := "" // where that is not what is asked of it, but more
	own := f.own()
	switch {
	case f.Tag != (ID{}): // l is an annotation with the tag, or the article; of it one annotation then has the rest
		from, article = `listing l INDEXED BY listing_by_article`, `l.article`
		one.And(`l.heading IN (` + sets[0].keys + `)`)
		rest := own
		for _, set := range sets[1:] {
			rest.And(`EXISTS (SELECT 1 FROM listing m WHERE m.heading IN (` + set.keys + `) AND m.annotation = n.id)`)
		}
		fewest := slices.MinFunc(sets, func(a, b headingSet) int { return cmp.Compare(a.listed, b.listed) })
		gathered = `l.heading IN (` + fewest.keys + `)`
		if where := rest.Where(); len(sets) > 1 || len(own.Args) > 0 {
			one.And(`(EXISTS (SELECT 1 FROM annotation n WHERE n.id = l.annotation AND `+where+`) OR EXISTS (
				SELECT 1 FROM annotation n INDEXED BY annotation_by_shown_in_start_id_kind_unplaced
				WHERE n.shown_in = l.annotation AND `+where+`))`, slices.Concat(rest.Args, rest.Args)...)
		}
	case len(sets) > 0:
		slices.SortStableFunc(sets, func(a, b headingSet) int { return cmp.Compare(a.listed, b.listed) })
		from, article = `listing l INDEXED BY listing_by_article`, `l.article`
		one.And(`l.heading IN (` + sets[0].keys + `)`)
		for _, set := range sets[1:] {
			one.And(`EXISTS (SELECT 1 FROM listing m WHERE m.heading IN (` + set.keys + `) AND m.annotation = l.annotation)`)
		}
		if f.Stance != nil {
			one.And(`l.stance = ?`, string(*f.Stance))
		}
		if f.Stance != nil || f.Coder != (ID{}) {
			one.And(`EXISTS (SELECT 1 FROM annotation n WHERE n.id = l.annotation AND `+own.Where()+`)`, own.Args...)
		}
	case f.Stance != nil:
		from, article = `annotation n INDEXED BY annotation_by_stance_shown_in`, `n.shown_in`
		one.And(own.Where(), own.Args...)
	default:
		from, article = `annotation n INDEXED BY annotation_by_coder_of_shown_in`, `n.shown_in`
		one.And(own.Where(), own.Args...)
	}
	c := articleCondition{
		is:   `EXISTS (SELECT 1 FROM ` + from + ` WHERE ` + article + ` = a.id AND ` + one.Where() + `)`,
		args: one.Args, id: article, fromArgs: one.Args,
		from: from + ` WHERE ` + article + ` IS NOT NULL AND ` + one.Where(),
	}
	if gathered != "" {
		c.from, c.fromArgs = from+` WHERE `+gathered, nil
	}
	return c, nil
}

// own is what an annotation, which SQL calls n, has in its own row.
func (f ArticleFilter) own() (own sqlite.Filter) {
	if f.Stance != nil {
		own.And(`n.kind = 'position' AND n.stance = ?`, string(*f.Stance))
	}
	if f.Coder != (ID{}) {
		own.And(`n.coder_of IN (SELECT id FROM coder WHERE canonical = (SELECT canonical FROM coder WHERE id = ?))`, f.Coder[:])
	}
	return own
}

// The headings under which annotations stand that name an actor, those that are about an issue, and those that have a tag, or their
// article has.
var (
	actorRoles = []string{headMention, headSpeaker, headAddressee, headHolder, headCarrier, headTarget}
	issueRoles = []string{headTarget, headAbout}
	tagRoles   = []string{headTag, headTagged}
)

// quotedList lists words as SQL has them.
func quotedList(words []string) string { return `'` + strings.Join(words, `', '`) + `'` }

// headingSet are headings under which an annotation is to stand.
type headingSet struct {
	keys   string // as SQL lists them
	listed int    // how many annotations stand under them
}

// headings returns the headings for each thing that an annotation is to stand under: a tag, an issue, an actor.
func (f ArticleFilter) headings(s sqlite.Source) (sets []headingSet, err error) {
	for _, under := range []struct {
		entity Entity
		id     ID
		roles  []string
	}{{EntityTag, f.Tag, tagRoles}, {EntityIssue, f.Issue, issueRoles}, {EntityActor, f.Actor, actorRoles}} {
		if under.id == (ID{}) {
			continue
		}
		keys, listed := []string{"0"}, 0 // a key that no heading has
		err := sqlite.Each(s, func(scan func(...any) error) error {
			var key string
			var n int
			err := scan(&key, &n)
			keys, listed = append(keys, key), listed+n
			return err
		}, `SELECT CAST(key AS TEXT), n FROM heading WHERE id = (SELECT canonical FROM `+tableFor(under.entity).name()+` WHERE id = ?)
			AND role IN (`+quotedList(under.roles)+`)`, under.id[:])
		if err != nil {
			return nil, err
		}
		sets = append(sets, headingSet{strings.Join(keys, ", "), listed})
	}
	return sets, nil
}
