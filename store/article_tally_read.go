package store

import (
	"encoding/hex"
	"path"
	"slices"
	"strings"

	"standpoint/store/internal/sqlite"
)

// talliedRow is what is read of an article to count it.
type talliedRow struct {
	id               ID
	row              int64 // its number in the table
	stage            uint32
	source, language string // keys
	file             string
	annotated        bool
	tags             string // keys of the headings of those that it carries itself, between commas
	marks            string // its annotations, as annotations takes them apart
}

// talliedAnnotation is an annotation by what it is counted.
type talliedAnnotation struct {
	coder    string   // hexadecimal
	stance   string   // of a position, as talliedStance has it
	headings []string // keys of those under which it stands
}

// tallied reads an article in one row. What stands in a field as
// somebody wrote it is written in hexadecimal there, so that it cannot hold what parts them.
const tallied = `SELECT a.id, a.rowid, a.stage, a.source_key, a.language_key, a.file, a.annotations > 0,
	coalesce((SELECT group_concat(l.heading) FROM listing l INDEXED BY listing_annotation WHERE l.annotation = a.id), ''), coalesce((
	SELECT group_concat(hex(n.coder_of) || ':' || CASE n.kind WHEN 'position' THEN 'p' || hex(n.stance) ELSE '' END || ':' ||
		coalesce((SELECT group_concat(l.heading) FROM listing l INDEXED BY listing_annotation WHERE l.annotation = n.id), ''), ';')
	FROM annotation n INDEXED BY annotation_by_shown_in_start_id_kind_unplaced WHERE n.shown_in = a.id), '') FROM article `

// talliedStance is the stance of a position as tallied reads it.
func talliedStance(s Stance) string { return "p" + strings.ToUpper(hex.EncodeToString([]byte(s))) }

func talliedCoder(id ID) string { return strings.ToUpper(hex.EncodeToString(id[:])) }

// readChanged reads those that are still listed of some articles.
func readChanged(s sqlite.Source, changed []ID) (rows []talliedRow, err error) {
	err = sqlite.EachPortion(changed, func(in string, args []any) error {
		return sqlite.Each(s, func(scan func(...any) error) error {
			var r talliedRow
			err := scan((*idColumn)(&r.id), &r.row, &r.stage, &r.source, &r.language, (*stringColumn)(&r.file), &r.annotated, &r.tags, &r.marks)
			rows = append(rows, r)
			return err
		}, tallied+`a WHERE a.id IN (`+in+`) AND +a.live = 1`, args...)
	})
	return rows, err
}

// folder is where the article was imported from; "" if it was not.
func (r talliedRow) folder() string {
	if r.file == "" {
		return ""
	}
	return path.Dir(r.file)
}

// headings are the keys of those under which the article itself stands.
func (r talliedRow) headings() []string {
	if r.tags == "" {
		return nil
	}
	return strings.Split(r.tags, ",")
}

func (r talliedRow) annotations() []talliedAnnotation {
	if r.marks == "" {
		return nil
	}
	var list []talliedAnnotation
	for mark := range strings.SplitSeq(r.marks, ";") {
		var n talliedAnnotation
		var rest, keys string
		n.coder, rest, _ = strings.Cut(mark, ":")
		n.stance, keys, _ = strings.Cut(rest, ":")
		if keys != "" {
			n.headings = strings.Split(keys, ",")
		}
		list = append(list, n)
	}
	return list
}

// namedHeading is the condition that a heading, which SQL calls h, is that of an actor, an issue or a tag.
var namedHeading = `h.id <> x'' AND h.role IN (` + quotedList(slices.Concat(actorRoles, issueRoles, tagRoles)) + `)`

// talliedHeadings are the actors, issues and tags for which the headings stand under which the articles and annotations of them do, by the
// keys of these.
func talliedHeadings(s sqlite.Source, rows []talliedRow) (map[string]rowKey, error) {
	named := map[string]rowKey{}
	for _, r := range rows {
		for _, key := range r.headings() {
			named[key] = rowKey{}
		}
		for _, n := range r.annotations() {
			for _, key := range n.headings {
				named[key] = rowKey{}
			}
		}
	}
	keys := make([]any, 0, len(named))
	for key := range named {
		keys = append(keys, key)
	}
	clear(named)
	for some := range slices.Chunk(keys, sqlite.Portion) {
		err := sqlite.Each(s, func(scan func(...any) error) error {
			var key string
			var name rowKey
			err := scan(&key, (*stringColumn)(&name.entity), (*idColumn)(&name.id))
			named[key] = name
			return err
		}, `SELECT CAST(h.key AS TEXT), h.entity, h.id FROM heading h WHERE `+namedHeading+`
			AND h.key IN (?`+strings.Repeat(", ?", len(some)-1)+`)`, some...)
		if err != nil {
			return nil, err
		}
	}
	return named, nil
}
