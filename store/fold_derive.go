package store

import (
	"encoding/hex"
	"slices"

	"standpoint/store/internal/sqlite"
	"standpoint/store/text"
)

// What a heading stands for.
const (
	headStatement = "statement" // all statements; no id
	headSpeaker   = "speaker"
	headAddressee = "addressee"
	headHolder    = "holder"
	headCarrier   = "carrier"
	headTarget    = "target"
	headMention   = "mention"
	headTag       = "tag"
	headTagged    = "tagged" // articles that carry the tag themselves
	headAbout     = "about"  // statements with a position on the issue
)

// deriveRow brings the derived columns of an article, actor, issue or tag up to date, except its counts.
func deriveRow(db *sqlite.Connection, key rowKey) error {
	t := tableFor(key.entity)
	f, err := t.get(db, key.id)
	if err != nil || f == nil {
		return err
	}
	id := key.id[:]
	where := ` WHERE id = ?`
	err = db.Exec(`UPDATE `+t.name()+` SET canonical = coalesce(canonical, id), live = (deleted = 0 AND coalesce(canonical, id) = id)`+where,
		id)
	if err != nil {
		return err
	}
	switch row := f.row.(type) {
	case *Article:
		own := articleColumns(row)
		return db.Exec(`UPDATE article SET title_key = ?, day = ?, stage = ?, first_day = ?, last_day = ?, source_key = ?,
			language_key = ?`+where,
			own["title_key"], own["day"], own["stage"], own["first_day"], own["last_day"], own["source_key"], own["language_key"], id)
	case *Actor:
		return rename(db, t, row.ID, row.Name)
	case *Issue:
		return rename(db, t, row.ID, row.Name)
	case *Tag:
		return rename(db, t, row.ID, row.Name)
	}
	return nil
}

// ownColumns returns, by their names, the derived columns of an article that follow from it alone; nil of one that was merged into
// another, and of other rows: what is derived of them is settled at the end of the batch.
func ownColumns(f *folded) map[string]any {
	a, ok := f.row.(*Article)
	if !ok || a.MergedInto != (ID{}) {
		return nil
	}
	own := articleColumns(a)
	own["canonical"], own["live"] = a.ID[:], int64(0)
	if f.live() {
		own["live"] = int64(1)
	}
	return own
}

// articleColumns are the columns of an article by which lists sort and filter it.
func articleColumns(a *Article) map[string]any {
	day := ""
	if a.Published != "" {
		day = a.Published.sortKey()
	}
	return map[string]any{
		"title_key": text.Fold(a.Title), "day": day, "stage": a.Status.stage(),
		"first_day": string(a.Published.First()), "last_day": string(a.Published.Last()),
		"source_key": keyOrLast(a.Source), "language_key": keyOrLast(a.Language),
	}
}

// keyOrLast returns by what words are sorted and told apart, those that are missing last: no word begins with that sign.
func keyOrLast(words string) string {
	if words == "" {
		return "\uffff"
	}
	return text.Fold(words)
}

// rename sets by what a row and its headings are sorted.
func rename(db *sqlite.Connection, t *table, id ID, name string) error {
	key := text.Fold(name)
	if err := db.Exec(`UPDATE `+t.name()+` SET name_key = ?1 WHERE id = ?2 AND name_key <> ?1`, key, id[:]); err != nil {
		return err
	}
	return db.Exec(`UPDATE heading SET sort = ?1 WHERE id = ?2 AND sort <> ?1`, sortNamed(key, id), id[:])
}

// Headings with a name come first, those with only words after, what has neither last.
func sortNamed(nameKey string, id ID) string {
	return "0" + nameKey + "\x00" + hex.EncodeToString(id[:])
}
func sortWords(words string) string { return "1" + text.Fold(words) + "\x00" + words }

const sortNobody = "2"

// heading is what a list groups by: a row, or only words, or nobody.
type heading struct {
	role   string
	entity Entity
	id     ID
	words  string
}

// listing is an annotation under a heading, with what it is sorted by. An empty key is not sorted by.
type listing struct {
	day, articleDay string
	article         ID
	start           int
	stance          Stance
}

// reference is a row that annotations refer to, as it is shown: what it was merged into.
type reference struct {
	canonical ID
	live      bool
	nameKey   string
}

// deriver derives annotations and remembers what they share.
type deriver struct {
	db         *sqlite.Connection
	bodies     *bodies
	stale      *stale
	references map[rowKey]reference
	placed     map[ID]*place
	keys       map[heading]int64
	delta      map[int64]int   // headings whose listings changed, and by how many
	counted    map[rowKey]bool // rows whose counts may have changed
	articles   map[ID]bool     // articles whose annotations changed
	members    map[ID]members  // read beforehand
	texts      map[ID]findable
}

// members are what belongs to an annotation, as recorded.
type members struct {
	participants []participant
	tags         []ID
}

// place is an article, or what it was merged into, as annotations need it.
type place struct {
	id        ID
	live      bool
	body      text.Hash
	published Date
}

func newDeriver(db *sqlite.Connection, bodies *bodies, s *stale) *deriver {
	return &deriver{
		db: db, bodies: bodies, stale: s, references: map[rowKey]reference{}, placed: map[ID]*place{},
		keys: map[heading]int64{}, delta: map[int64]int{}, counted: map[rowKey]bool{}, articles: map[ID]bool{},
		members: map[ID]members{}, texts: map[ID]findable{},
	}
}

// prepare reads the members of annotations, of many at a time.
func (d *deriver) prepare(annotations []ID) error {
	for _, id := range annotations {
		d.members[id] = members{}
	}
	t := tableFor(EntityParticipant)
	return sqlite.EachPortion(annotations, func(in string, args []any) error {
		err := sqlite.Each(d.db, func(scan func(...any) error) error {
			var p participant
			err := scan(t.destinations(&p)...)
			m := d.members[p.Annotation]
			m.participants = append(m.participants, p)
			d.members[p.Annotation] = m
			return err
		}, `SELECT `+t.selection("p")+` FROM participant p WHERE annotation IN (`+in+`) AND deleted = 0 ORDER BY annotation, place, id`, args...)
		if err != nil {
			return err
		}
		return sqlite.Each(d.db, func(scan func(...any) error) error {
			var annotation, tag ID
			err := scan((*idColumn)(&annotation), (*idColumn)(&tag))
			m := d.members[annotation]
			m.tags = append(m.tags, tag)
			d.members[annotation] = m
			return err
		}, `SELECT annotation, tag FROM tagging WHERE annotation IN (`+in+`) AND deleted = 0 ORDER BY annotation, tag`, args...)
	})
}

// membersOf returns the members of an annotation.
func (d *deriver) membersOf(annotation ID) (members, error) {
	if _, have := d.members[annotation]; !have {
		if err := d.prepare([]ID{annotation}); err != nil {
			return members{}, err
		}
	}
	return d.members[annotation], nil
}

// resolve returns the row that stands for the one with the id.
func (d *deriver) resolve(e Entity, id ID) (reference, error) {
	key := rowKey{e, id}
	if r, ok := d.references[key]; ok || id == (ID{}) {
		return r, nil
	}
	var r reference
	name := tableFor(e).name()
	_, err := sqlite.One(d.db, []any{(*idColumn)(&r.canonical), &r.live, &r.nameKey},
		`SELECT c.id, c.live, c.name_key FROM `+name+` r CROSS JOIN `+name+` c ON c.id = r.canonical WHERE r.id = ?`, id[:])
	d.references[key] = r
	return r, err
}

// place returns the article that stands for the one with the id.
func (d *deriver) place(id ID) (*place, error) {
	if p, ok := d.placed[id]; ok {
		return p, nil
	}
	p := &place{}
	_, err := sqlite.One(d.db, []any{(*idColumn)(&p.id), &p.live, (*hashColumn)(&p.body), (*stringColumn)(&p.published)},
		`SELECT c.id, c.live, c.body, c.published FROM article r CROSS JOIN article c ON c.id = r.canonical WHERE r.id = ?`, id[:])
	d.placed[id] = p
	return p, err
}

// whole is an annotation with all that its lists need: what it has itself and what it takes from its statement.
type whole struct {
	Annotation
	place     *place
	shown     bool
	statement *Annotation
	parties   []party // own, resolved
	inherited []party // the statement's
	tags      []ID
	date      Date
	dateFrom  DateFrom
	anchor    text.Anchor
}

// party is a participant as shown: a live actor, or only words, or nobody when the actor was deleted.
type party struct {
	role  Role
	id    ID
	words string
}

func (p party) isNobody() bool { return p.id == (ID{}) && p.words == "" }

// derive brings one annotation's derived columns and listings up to date.
func (d *deriver) derive(id ID) error {
	v, err := d.whole(id)
	if err != nil {
		return err
	}
	d.texts[id] = findable{}
	if v == nil {
		return d.writeListings(id, nil)
	}
	if v.shown {
		d.texts[id] = findable{v.place.id, excerptsOf(&v.Annotation, d.members[id].participants)}
	}
	listings, err := d.listings(v)
	if err != nil {
		return err
	}
	if err := d.writeColumns(v); err != nil {
		return err
	}
	return d.writeListings(id, listings)
}

// annotation returns an annotation as the batch has folded it, or as it is in the table; nil if there is none.
func (d *deriver) annotation(id ID) (*folded, error) {
	if f, ok := d.stale.folded[id]; ok {
		return f, nil
	}
	return tableFor(EntityAnnotation).get(d.db, id)
}

// whole reads an annotation; nil if there is none.
func (d *deriver) whole(id ID) (*whole, error) {
	f, err := d.annotation(id)
	if err != nil || f == nil {
		return nil, err
	}
	v := &whole{Annotation: *f.row.(*Annotation)}
	if v.place, err = d.place(v.Article); err != nil {
		return nil, err
	}
	v.shown = f.live() && v.place.live
	if v.Kind == KindMention {
		actor, err := d.resolve(EntityActor, v.Actor)
		if err != nil {
			return nil, err
		}
		v.Actor, v.shown = actor.canonical, v.shown && actor.live
	}
	if v.parties, err = d.parties(id); err != nil {
		return nil, err
	}
	if v.tags, err = d.tags(id); err != nil {
		return nil, err
	}
	if err := d.inherit(v); err != nil {
		return nil, err
	}
	v.settleDate()
	return v, nil
}

// inherit reads what a position takes from the statement it rests on. Without that statement it is not shown.
func (d *deriver) inherit(v *whole) error {
	v.anchor = v.Anchor
	if v.Kind != KindPosition || v.Statement == (ID{}) {
		return nil
	}
	f, err := d.annotation(v.Statement)
	if err != nil {
		return err
	}
	if !f.live() {
		v.shown = false
		return nil
	}
	v.statement = f.row.(*Annotation)
	if v.anchor.IsZero() {
		v.anchor = v.statement.Anchor
	}
	v.inherited, err = d.parties(v.Statement)
	return err
}

// settleDate finds the date in effect and where it comes from.
func (v *whole) settleDate() {
	switch {
	case v.Kind != KindStatement && v.Kind != KindPosition:
	case v.On != "":
		v.date, v.dateFrom = v.On, DateOwn
	case v.statement != nil && v.statement.On != "":
		v.date, v.dateFrom = v.statement.On, DateFromStatement
	case v.place.published != "":
		v.date, v.dateFrom = v.place.published, DateFromArticle
	}
}

// parties returns the participants of an annotation as they are shown, in their order, each once. One whose actor was
// deleted is among them as nobody: the annotation has its own participant in that role all the same.
func (d *deriver) parties(annotation ID) ([]party, error) {
	m, err := d.membersOf(annotation)
	if err != nil {
		return nil, err
	}
	return d.partiesOf(m.participants)
}

func (d *deriver) partiesOf(rows []participant) ([]party, error) {
	var list []party
	for _, r := range rows {
		p, err := d.party(r)
		if err != nil {
			return nil, err
		}
		if !slices.Contains(list, p) {
			list = append(list, p)
		}
	}
	return list, nil
}

func (d *deriver) party(r participant) (party, error) {
	actor, err := d.resolve(EntityActor, r.Actor)
	if err == nil && actor.live {
		return party{role: r.Role, id: actor.canonical}, nil
	}
	return party{role: r.Role, words: r.Words}, err
}

func (d *deriver) tags(annotation ID) ([]ID, error) {
	m, err := d.membersOf(annotation)
	if err != nil {
		return nil, err
	}
	return d.shownTags(m.tags)
}

// shownTags returns the tags that stand for those that are recorded, each once, without deleted ones.
func (d *deriver) shownTags(recorded []ID) ([]ID, error) {
	var list []ID
	for _, id := range recorded {
		tag, err := d.resolve(EntityTag, id)
		if err != nil {
			return nil, err
		}
		if tag.live && !slices.Contains(list, tag.canonical) {
			list = append(list, tag.canonical)
		}
	}
	return list, nil
}

// deriveTagged lists an article, and the one that stands for it, under the tags that they carry themselves.
func (d *deriver) deriveTagged(id ID) error {
	p, err := d.place(id)
	if err != nil {
		return err
	}
	if p.id != id {
		if err := d.writeListings(id, nil); err != nil || p.id == (ID{}) {
			return err
		}
	}
	d.articles[p.id] = true
	list := map[heading]listing{}
	if p.live {
		recorded, err := ids(d.db, `SELECT g.tag FROM article r CROSS JOIN article_tag g ON g.article = r.id AND g.deleted = 0
			WHERE r.canonical = ?`, p.id[:])
		if err != nil {
			return err
		}
		tags, err := d.shownTags(recorded)
		if err != nil {
			return err
		}
		for _, tag := range tags {
			list[heading{headTagged, EntityTag, tag, ""}] = listing{article: p.id}
		}
	}
	return d.writeListings(p.id, list)
}

// role returns the parties that an annotation has in a role of its own, or if it has none, those that the statement on which it rests
// has in another: a position's holders are the speakers of its statement.
func (v *whole) role(own, from Role) []party {
	list := withRole(v.parties, own)
	if len(list) == 0 {
		list = withRole(v.inherited, from)
	}
	return list
}

// reporters returns who reported a position on their own: those who reported it with its statement are listed there.
func (v *whole) reporters() []party {
	return slices.DeleteFunc(withRole(v.parties, RoleCarrier), func(p party) bool { return slices.Contains(v.inherited, p) })
}

func withRole(parties []party, role Role) []party {
	var list []party
	for _, p := range parties {
		if p.role == role {
			list = append(list, p)
		}
	}
	return list
}

// listings returns the headings under which the annotation stands.
func (d *deriver) listings(v *whole) (map[heading]listing, error) {
	list := map[heading]listing{}
	if !v.shown {
		return list, nil
	}
	plain := listing{article: v.place.id, start: v.start(), stance: v.Stance}
	dated := plain
	dated.day = v.date.sortKey()
	for _, tag := range v.tags {
		list[heading{headTag, EntityTag, tag, ""}] = plain
	}
	switch v.Kind {
	case KindMention:
		mentioned := plain
		mentioned.day = v.place.published.sortKey()
		list[heading{headMention, EntityActor, v.Actor, ""}] = mentioned
	case KindStatement:
		sorted := dated
		sorted.articleDay = v.place.published.sortKey()
		list[heading{role: headStatement}] = sorted
		putParties(list, headSpeaker, withRole(v.parties, RoleSpeaker), dated)
		putParties(list, headAddressee, withRole(v.parties, RoleAddressee), dated)
		putParties(list, headCarrier, withRole(v.parties, RoleCarrier), dated)
		if err := d.about(v.ID, list, dated); err != nil {
			return nil, err
		}
	case KindPosition:
		putParties(list, headHolder, v.role(RoleHolder, RoleSpeaker), dated)
		putParties(list, headCarrier, v.reporters(), dated)
		target, err := d.target(v.Target)
		if err != nil {
			return nil, err
		}
		list[target] = dated
	}
	return list, nil
}

// putParties lists under each party; under nobody if there is none to name and the role is one that lists group by.
func putParties(list map[heading]listing, role string, parties []party, l listing) {
	named := slices.DeleteFunc(slices.Clone(parties), party.isNobody)
	for _, p := range named {
		h := heading{role: role, words: p.words}
		if p.id != (ID{}) {
			h = heading{role, EntityActor, p.id, ""}
		}
		list[h] = l
	}
	if len(named) == 0 && role == headHolder {
		list[heading{role: role}] = l
	}
}

// target returns the heading of a target; that of nobody if it is unset or gone.
func (d *deriver) target(t Target) (heading, error) {
	for _, at := range []rowKey{{EntityIssue, t.Issue}, {EntityActor, t.Actor}} {
		r, err := d.resolve(at.entity, at.id)
		if err != nil {
			return heading{}, err
		}
		if r.live {
			return heading{headTarget, at.entity, r.canonical, ""}, nil
		}
	}
	return heading{role: headTarget}, nil
}

// about lists a statement under the issues of the positions that rest on it.
func (d *deriver) about(statement ID, list map[heading]listing, l listing) error {
	issues, err := ids(d.db, `SELECT target_issue FROM annotation
		WHERE statement = ? AND deleted = 0 AND target_issue IS NOT NULL`, statement[:])
	if err != nil {
		return err
	}
	for _, id := range issues {
		r, err := d.resolve(EntityIssue, id)
		if err != nil {
			return err
		}
		if r.live {
			list[heading{headAbout, EntityIssue, r.canonical, ""}] = l
		}
	}
	return nil
}

// start returns where the annotation starts in its text, in code points.
func (v *whole) start() int {
	if len(v.anchor.Quotes) == 0 {
		return 0
	}
	return v.anchor.Quotes[0].Start
}

// isPlaced reports whether the anchor names the article's present body.
func (v *whole) isPlaced() bool { return !v.anchor.IsZero() && v.anchor.Body == v.place.body }
