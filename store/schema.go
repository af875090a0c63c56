package store

import (
	"reflect"
	"slices"
	"strings"
)

const (
	applicationID = 0x53746E64 // "Stnd"
	schemaVersion = 8
)

// journalSchema is the part of the file that is the truth. It is never rewritten.
const journalSchema = `
CREATE TABLE session (
	key INTEGER PRIMARY KEY, uuid BLOB NOT NULL, chain BLOB NOT NULL, local INTEGER NOT NULL) STRICT;
CREATE INDEX session_uuid ON session (uuid);
CREATE TABLE action (
	key INTEGER PRIMARY KEY, id BLOB NOT NULL, coder BLOB NOT NULL, kind TEXT NOT NULL,
	undoes BLOB, title TEXT NOT NULL, at TEXT NOT NULL) STRICT;
CREATE INDEX action_id ON action (id);
CREATE INDEX action_undoes ON action (undoes) WHERE undoes IS NOT NULL;
CREATE TABLE change (
	session INTEGER NOT NULL, seq INTEGER NOT NULL, clock INTEGER NOT NULL, action INTEGER NOT NULL,
	entity TEXT NOT NULL, id BLOB NOT NULL, fields TEXT NOT NULL, PRIMARY KEY (session, seq)) STRICT;
CREATE INDEX change_row ON change (entity, id);
CREATE INDEX change_action ON change (action);
CREATE TABLE body (key INTEGER PRIMARY KEY, hash BLOB NOT NULL, text TEXT NOT NULL) STRICT;
CREATE INDEX body_hash ON body (hash);
` + originalSchema

// originalSchema came with format 2.
const originalSchema = `
CREATE TABLE IF NOT EXISTS original (key INTEGER PRIMARY KEY, hash BLOB NOT NULL, size INTEGER NOT NULL, data BLOB NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS original_hash ON original (hash);
`

// localSchema is what belongs to this copy alone.
const localSchema = `
CREATE TABLE draft (
	article BLOB NOT NULL, key TEXT NOT NULL, data BLOB NOT NULL, PRIMARY KEY (article, key)) STRICT, WITHOUT ROWID;
CREATE TABLE local (key TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;
`

// derivedSchema is what lists and search walk. heading is what a list groups by (a holder, a target, an article, all
// statements …), listing the annotations under it with the keys by which they are sorted. Under a tag that articles carry
// themselves these stand in place of annotations.
const derivedSchema = `
CREATE TABLE heading (
	key INTEGER PRIMARY KEY, role TEXT NOT NULL, entity TEXT NOT NULL, id BLOB NOT NULL, words TEXT NOT NULL,
	sort TEXT NOT NULL, n INTEGER NOT NULL) STRICT;
CREATE INDEX heading_what ON heading (role, id, words);
CREATE INDEX heading_of ON heading (id);
CREATE INDEX heading_order ON heading (role, sort, key, n);
CREATE TABLE listing (
	heading INTEGER NOT NULL, annotation BLOB NOT NULL, day TEXT, article_day TEXT, article BLOB NOT NULL,
	start INTEGER NOT NULL, stance TEXT NOT NULL, PRIMARY KEY (heading, annotation)) STRICT, WITHOUT ROWID;
CREATE INDEX listing_annotation ON listing (annotation);
CREATE INDEX listing_by_day ON listing (heading, day, article, start, annotation, stance) WHERE day IS NOT NULL;
CREATE INDEX listing_by_article ON listing (heading, article, stance);
CREATE INDEX listing_by_text ON listing (heading, article_day, article, start, annotation, stance) WHERE article_day IS NOT NULL;
CREATE TABLE found (
	key INTEGER PRIMARY KEY, entity TEXT NOT NULL, id BLOB NOT NULL, article BLOB, digest BLOB NOT NULL) STRICT;
CREATE INDEX found_row ON found (entity, id);
CREATE VIRTUAL TABLE found_text USING fts5 (tokens, content='', contentless_delete=1, prefix='2 3', tokenize='ascii');
CREATE VIRTUAL TABLE found_body USING fts5 (tokens, content='', contentless_delete=1, prefix='2 3', tokenize='ascii');
INSERT INTO found_body (found_body, rank) VALUES ('hashsize', 16777216), ('automerge', 8);
`

// common are the columns that every folded table has beside its fields: when and by whom the row was made, and
// when it was deleted (0 if it is not), as clocks.
var common = []column{{"created", "INTEGER"}, {"coder_of", "BLOB"}, {"deleted", "INTEGER"}}

// tables describes the folded tables. The columns after the fields are derived.
var tables = []*table{
	tableOf[Article](EntityArticle, []column{
		{"canonical", "BLOB"},
		{"live", "INTEGER"},
		{"title_key", "TEXT"},
		{"day", "TEXT"},
		{"stage", "INTEGER"},
		{"first_day", "TEXT"},
		{"last_day", "TEXT"},
		{"mentions", "INTEGER"},
		{"statements", "INTEGER"},
		{"positions", "INTEGER"},
		{"highlights", "INTEGER"},
		{"unplaced", "INTEGER"},
		{"source_key", "TEXT"},
		{"language_key", "TEXT"},
		{"annotations", "INTEGER"},
	}, append(articleIndexes(), "body, id DESC", "file WHERE file > ''", "merged_into WHERE merged_into IS NOT NULL", "canonical")...),
	tableOf[Actor](EntityActor, []column{
		{"canonical", "BLOB"},
		{"live", "INTEGER"},
		{"name_key", "TEXT"},
		{"mentions", "INTEGER"},
		{"statements", "INTEGER"},
		{"positions", "INTEGER"},
		{"carried", "INTEGER"},
		{"addressed", "INTEGER"},
		{"targeted", "INTEGER"},
	}, "merged_into WHERE merged_into IS NOT NULL", "canonical", "live, name_key, id", "live, positions DESC, name_key, id",
		"live, kind, name_key, id", "live, kind, positions DESC, name_key, id"),
	tableOf[Alias](EntityAlias, nil, "actor"),
	tableOf[Affiliation](EntityAffiliation, nil, "actor", "organisation"),
	tableOf[ExternalID](EntityExternalID, nil, "actor"),
	tableOf[Issue](EntityIssue, []column{
		{"canonical", "BLOB"},
		{"above", "BLOB"},
		{"live", "INTEGER"},
		{"name_key", "TEXT"},
		{"positions", "INTEGER"},
		{"statements", "INTEGER"},
	}, "merged_into WHERE merged_into IS NOT NULL", "canonical", "parent WHERE parent IS NOT NULL", "live, name_key, id",
		"live, positions DESC, name_key, id"),
	tableOf[Tag](EntityTag, []column{
		{"canonical", "BLOB"},
		{"above", "BLOB"},
		{"live", "INTEGER"},
		{"name_key", "TEXT"},
		{"annotations", "INTEGER"},
		{"articles", "INTEGER"},
	}, "merged_into WHERE merged_into IS NOT NULL", "canonical", "parent WHERE parent IS NOT NULL", "live, name_key, id"),
	tableOf[Annotation](EntityAnnotation, []column{
		{"shown_in", "BLOB"},
		{"day", "TEXT"},
		{"date", "TEXT"},
		{"date_from", "TEXT"},
		{"start", "INTEGER"},
		{"paragraph", "INTEGER"},
		{"unplaced", "INTEGER"},
	}, "article", "shown_in, start, id, kind, unplaced", "statement WHERE statement IS NOT NULL", "actor WHERE actor IS NOT NULL",
		"target_issue WHERE target_issue IS NOT NULL", "target_actor WHERE target_actor IS NOT NULL",
		"shown_in, id WHERE unplaced > 0", "stance, shown_in WHERE kind = 'position'", "coder_of, shown_in"),
	tableOf[participant](EntityParticipant, nil, "annotation", "actor WHERE actor IS NOT NULL"),
	tableOf[tagging](EntityTagging, nil, "annotation", "tag"),
	tableOf[articleTag](EntityArticleTag, nil, "article", "tag"),
	tableOf[Note](EntityNote, nil, "subject"),
	tableOf[Coder](EntityCoder, []column{{"canonical", "BLOB"}, {"live", "INTEGER"}},
		"merged_into WHERE merged_into IS NOT NULL", "canonical"),
	tableOf[Collection](EntityCollection, nil),
	tableOf[collected](EntityCollected, nil, "collection, article WHERE deleted = 0", "article"),
	tableOf[SavedSearch](EntitySavedSearch, nil),
	tableOf[Preset](EntityPreset, nil),
	tableOf[Report](EntityReport, nil),
	tableOf[reportItem](EntityReportItem, nil, "report", `of WHERE "of" IS NOT NULL`),
	tableOf[Decision](EntityDecision, nil, "article", "annotation WHERE annotation IS NOT NULL"),
	tableOf[explanation](EntityExplanation, nil, "later", "earlier"),
	tableOf[SavedFilter](EntitySavedFilter, nil),
}

// Fields, of whatever entity, that name a text: by its hash, or by an anchor, which stands on one. Then the entities that have such, as
// SQL lists them.
var (
	hashFields   = fieldsOfType(typeHash)
	anchorFields = fieldsOfType(typeAnchor)
	withTexts    = entitiesWithTexts()
)

func fieldsOfType(typ reflect.Type) []string {
	var names []string
	for _, t := range tables {
		for _, f := range t.fields {
			if f.typ == typ && !slices.Contains(names, f.name) {
				names = append(names, f.name)
			}
		}
	}
	return names
}

func entitiesWithTexts() string {
	var quoted []string
	for _, t := range tables {
		if slices.ContainsFunc(t.fields, func(f field) bool { return f.typ == typeHash || f.typ == typeAnchor }) {
			quoted = append(quoted, "'"+string(t.entity)+"'")
		}
	}
	return strings.Join(quoted, ", ")
}

// participant is a Participant as the journal keeps it.
type participant struct {
	ID         ID
	Annotation ID     `field:"annotation" of:"annotation,owner"`
	Role       Role   `field:"role"`
	Actor      ID     `field:"actor" of:"actor"`
	Words      string `field:"words" words:"line"`
	Place      int    `field:"place"` // the order among those of one role
}

// tagging is a tag on an annotation.
type tagging struct {
	ID         ID
	Annotation ID `field:"annotation" of:"annotation,owner"`
	Tag        ID `field:"tag" of:"tag,ends"`
}

// articleTag is a tag on an article.
type articleTag struct {
	ID      ID
	Article ID `field:"article" of:"article,owner"`
	Tag     ID `field:"tag" of:"tag,ends"`
}

// tableFor returns the table of the entity, or nil.
func tableFor(e Entity) *table {
	for _, t := range tables {
		if t.entity == e {
			return t
		}
	}
	return nil
}

// allColumns returns fields, common and derived columns, without the id.
func (t *table) allColumns() []column {
	return slices.Concat(t.plain, common, t.derived)
}

// create returns the statements that make the table and its indexes.
func (t *table) create() string {
	var b strings.Builder
	b.WriteString("CREATE TABLE " + t.name() + " (\n\t\"id\" BLOB PRIMARY KEY")
	for _, c := range t.allColumns() {
		b.WriteString(",\n\t" + c.quoted() + " " + c.kind)
	}
	b.WriteString(") STRICT;\n")
	for _, columns := range append([]string{"deleted WHERE deleted > 0"}, t.indexes...) {
		list, where, partial := strings.Cut(columns, " WHERE ")
		b.WriteString("CREATE INDEX \"" + indexName(t.entity, columns) + "\" ON " + t.name() + " (" + quoteColumns(list) + ")")
		if partial {
			b.WriteString(" WHERE " + where)
		}
		b.WriteString(";\n")
	}
	return b.String()
}

// indexName returns the name of an index of an entity's table, by its columns.
func indexName(e Entity, columns string) string {
	list, _, _ := strings.Cut(columns, " WHERE ")
	return string(e) + "_by_" + strings.NewReplacer(", ", "_", " ", "_").Replace(strings.ToLower(list))
}

// quoteColumns quotes the names in a list such as "live, day DESC".
func quoteColumns(list string) string {
	parts := strings.Split(list, ", ")
	for i, p := range parts {
		name, order, _ := strings.Cut(p, " ")
		parts[i] = strings.TrimSpace(`"` + name + `" ` + order)
	}
	return strings.Join(parts, ", ")
}

// foldedSchema returns what the fold writes: everything that can be made anew from the journal.
func foldedSchema() string {
	var b strings.Builder
	for _, t := range tables {
		b.WriteString(t.create())
	}
	return b.String() + derivedSchema
}
