package store

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"standpoint/store/internal/sqlite"
)

// HeldPosition is a position on an issue as counts need it: ids in place of names and words. What it has from the statement on which it
// rests is filled in, as in PositionRow.
type HeldPosition struct {
	ID, Statement, Article, Coder ID
	Issue                         ID
	Holders                       []Holder // each once; those who are only words are left out
	Nameless                      int      // holders who are only words
	Stance                        Stance   // "" is unset
	Conditional                   bool
	Denied                        bool // the statement on which it rests denies or declines
	Date                          Date
	DateFrom                      DateFrom
	Start                         int // where its words begin in the article, in code points

	coder    ID         // who recorded it, whatever became of them since
	speakers []PartyRef // of the statement on which it rests
	day      string     // by which it is sorted
}

// Holder is an actor who holds a position.
type Holder struct {
	Actor ID
	Told  bool // "according to": somebody said so who neither is the holder nor represented it on that day
}

// HeldIn is what counts need of an article.
type HeldIn struct {
	Title, Source string
	Published     Date
	Status        Status
}

// Holdings are all positions of a project on issues with what is counted of them, read at one moment. They are never changed, so that
// several may read them at once.
type Holdings struct {
	Positions    []HeldPosition       // by day, then as they stand in the article
	Articles     map[ID]HeldIn        // in which they are
	Actors       map[ID]Name          // all of the project
	Issues       map[ID]Name          // all of the project
	Tags         map[ID]Name          // all of the project
	Affiliations map[ID][]Affiliation // of all actors who have one, oldest first
	Coders       []Coder              // all of the project, by name

	explained map[pair][]Explanation
	targets   map[ID]ID // which issue stands for one, of those that are there
	coders    map[ID]ID // which coder stands for one
}

// Holdings reads all positions on issues, in a few queries for all.
func (p *Project) Holdings(ctx context.Context) (*Holdings, error) {
	return p.HoldingsAfter(ctx, nil, nil)
}

// HoldingsAfter returns the same as Holdings, given what that returned before some events, nil for nothing: only what they touched is
// read, unless it is much.
func (p *Project) HoldingsAfter(ctx context.Context, before *Holdings, events []Event) (h *Holdings, err error) {
	if before != nil && len(events) == 0 {
		return before, nil
	}
	e := Together(events...)
	if before == nil || isMuch(e, before) {
		return p.allHoldings(ctx)
	}
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		h, err = before.after(s, e)
		return err
	})
	return h, err
}

// allHoldings reads all positions. Single rows are not looked up: a walk over all annotations takes less. Two connections share it, one
// of which also reads what is known of others than the positions.
func (p *Project) allHoldings(ctx context.Context) (*Holdings, error) {
	h := &Holdings{Articles: map[ID]HeldIn{}, Actors: map[ID]Name{}, Issues: map[ID]Name{}, Tags: map[ID]Name{}}
	one, other := newHoldingsReader(h), newHoldingsReader(h)
	var held, said []listedParty
	way := sharedWalk{rows: stretchRows}
	err := p.readBeside(ctx, func(s sqlite.Snapshot) error {
		one.s = s
		return inTurn(one.issues, one.coders, one.room, func() error { return one.walkAll(&way) })
	}, func(s sqlite.Snapshot) error {
		other.s = s
		other.list = other.list[:0]
		return inTurn(
			func() (err error) { held, err = other.listedAll(headHolder); return err },
			func() (err error) { said, err = other.listedAll(headSpeaker); return err },
			func() error { return other.names(EntityActor, `a.live = 1`) }, func() error { return other.names(EntityIssue, `a.live = 1`) },
			func() error { return other.names(EntityTag, `a.live = 1`) }, other.affiliations, func() error { return other.articles(`1`) },
			func() error { return other.walkAll(&way) },
		)
	}, func(sqlite.Snapshot) error {
		one.join(other)
		one.parties(held, said)
		one.finish()
		h.Positions = one.list
		return one.explained()
	})
	if err != nil {
		return nil, err
	}
	return h, nil
}

// inTurn runs functions until one fails.
func inTurn(steps ...func() error) error {
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// holdingsReader reads holdings, step by step.
type holdingsReader struct {
	s      sqlite.Snapshot
	h      *Holdings
	list   []HeldPosition          // that were read
	denied map[ID]bool             // statements that deny or decline
	common map[string]HeldPosition // what many positions have in common, by how it is read
	taken  []int64                 // stretches of the walk that it shares
}

func newHoldingsReader(h *Holdings) *holdingsReader {
	return &holdingsReader{h: h, denied: map[ID]bool{}, common: map[string]HeldPosition{}}
}

// largeRoom is for how many positions room is made at once at most, whatever a damaged file says.
const largeRoom = 1 << 20

// room makes room for as many positions as there are.
func (r *holdingsReader) room() error {
	n, err := sqlite.Number(r.s, `SELECT coalesce(sum(n), 0) FROM heading WHERE role = ? AND entity = ?`, headTarget, string(EntityIssue))
	r.list = make([]HeldPosition, 0, max(0, min(n, largeRoom)))
	return err
}

// join takes over the positions that another reader has read.
func (r *holdingsReader) join(other *holdingsReader) {
	r.list = append(r.list, other.list...)
	maps.Copy(r.denied, other.denied)
}

// listedParty is who stands in a role of an annotation.
type listedParty struct {
	annotation ID
	who        *PartyRef
}

// listedAll reads who stands in a role of all annotations, in the order of lists. Those of one heading come as one.
func (r *holdingsReader) listedAll(role string) (list []listedParty, err error) {
	err = sqlite.Each(r.s, func(scan func(...any) error) error {
		var who partyColumns
		var joined string
		if err := scan(&who.id, &who.words, (*stringColumn)(&joined)); err != nil {
			return err
		}
		ref := who.ref()
		for len(joined) >= len(ID{}) {
			one := listedParty{who: ref}
			joined = joined[copy(one.annotation[:], joined):]
			list = append(list, one)
		}
		return nil
	}, `SELECT h.id, h.words, (SELECT group_concat(l.annotation, '') FROM listing l WHERE l.heading = h.key)
		FROM heading h WHERE h.role = ? ORDER BY h.sort, h.key`, role)
	return list, err
}

// listedOf reads who stands in a role of some annotations, each of which is given once, in the order of lists.
func (r *holdingsReader) listedOf(role string, annotations []ID) (list []listedParty, err error) {
	err = sqlite.EachPortion(annotations, func(in string, args []any) error {
		return sqlite.Each(r.s, func(scan func(...any) error) error {
			var annotation ID
			var who partyColumns
			err := scan((*idColumn)(&annotation), &who.id, &who.words)
			list = append(list, listedParty{annotation, who.ref()})
			return err
		}, `SELECT l.annotation, h.id, h.words FROM listing l CROSS JOIN heading h ON h.key = l.heading
			WHERE l.annotation IN (`+in+`) AND h.role = ? ORDER BY h.sort, h.key`, append(args, role)...)
	})
	return list, err
}

// partyColumns are who stands for a heading, as stored: of those who are only words, and of nobody, the id is empty.
type partyColumns struct {
	id    []byte
	words string
}

func (c partyColumns) ref() *PartyRef {
	who := &PartyRef{Words: c.words}
	if len(c.id) == len(who.ID) {
		who.ID = ID(c.id)
	}
	return who
}

// parties notes who holds the positions that were read, and who speaks in the statements on which they rest.
func (r *holdingsReader) parties(held, said []listedParty) {
	positions, statements := make([]ID, len(r.list)), make([]ID, len(r.list))
	for i := range r.list {
		positions[i], statements[i] = r.list[i].ID, r.list[i].Statement
	}
	holders, speakers := newBundles(positions, held), newBundles(statements, said)
	all := make([]Holder, 0, len(holders.all)) // one piece of memory for all
	for i := range r.list {
		p := &r.list[i]
		from := len(all)
		for _, who := range holders.of(p.ID) {
			switch {
			case who.ID != (ID{}):
				all = append(all, Holder{Actor: who.ID})
			case who.Words != "":
				p.Nameless++
			}
		}
		if len(all) > from {
			p.Holders = all[from:len(all):len(all)]
		}
		p.speakers = speakers.of(p.Statement)
	}
}

// bundles are those who stand in a role of some annotations: in one piece of memory, those of one annotation side by side.
type bundles struct {
	at   map[ID]int32 // number of an annotation
	from []int32      // where those of an annotation begin, by its number; at its end where the last ones end
	all  []PartyRef
}

// newBundles puts together what is listed of some annotations, each of which may come several times.
func newBundles(annotations []ID, list []listedParty) *bundles {
	b := &bundles{at: make(map[ID]int32, len(annotations))}
	for _, id := range annotations {
		if _, is := b.at[id]; !is {
			b.at[id] = int32(len(b.at))
		}
	}
	b.from = make([]int32, len(b.at)+1)
	of := make([]int32, len(list))
	for i, l := range list {
		at, is := b.at[l.annotation]
		if !is {
			of[i] = -1
			continue
		}
		of[i] = at
		b.from[at+1]++
	}
	for at := range len(b.at) {
		b.from[at+1] += b.from[at]
	}
	b.all = make([]PartyRef, b.from[len(b.at)])
	next := slices.Clone(b.from)
	for i, at := range of {
		if at >= 0 {
			b.all[next[at]] = *list[i].who
			next[at]++
		}
	}
	return b
}

// of are those of one annotation.
func (b *bundles) of(annotation ID) []PartyRef {
	at, is := b.at[annotation]
	if !is || b.from[at] == b.from[at+1] {
		return nil
	}
	return b.all[b.from[at]:b.from[at+1]:b.from[at+1]]
}

// articles reads in which articles positions are, of those for which a condition holds.
func (r *holdingsReader) articles(where string, args ...any) error {
	var id ID
	var a HeldIn
	into := []any{
		(*idColumn)(&id), (*stringColumn)(&a.Title), (*stringColumn)(&a.Source), (*stringColumn)(&a.Published), (*stringColumn)(&a.Status),
	}
	return sqlite.Each(r.s, func(scan func(...any) error) error {
		err := scan(into...)
		r.h.Articles[id] = a
		return err
	}, `SELECT id, title, source, published, status FROM article WHERE live = 1 AND positions > 0 AND `+where, args...)
}

// names reads what actors, issues or tags, called a, are called for which a condition holds.
func (r *holdingsReader) names(e Entity, where string, args ...any) error {
	into := map[Entity]map[ID]Name{EntityActor: r.h.Actors, EntityIssue: r.h.Issues, EntityTag: r.h.Tags}[e]
	names, err := namesWhere(r.s, e, where, args...)
	for _, n := range names {
		into[n.ID] = n
	}
	return err
}

// issues reads which issue stands for each.
func (r *holdingsReader) issues() (err error) {
	r.h.targets, err = issueTargets(r.s)
	return err
}

// issueTargets returns for each issue the one that stands for it, of those that are there.
func issueTargets(src sqlite.Source) (map[ID]ID, error) {
	return pairs(src, `SELECT i.id, c.id FROM issue i CROSS JOIN issue c ON c.id = i.canonical WHERE c.live = 1`)
}

// coders reads who the coders are, and which stands for each.
func (r *holdingsReader) coders() (err error) {
	if r.h.Coders, err = coders(r.s); err == nil {
		r.h.coders, err = pairs(r.s, `SELECT id, coalesce(canonical, id) FROM coder`)
	}
	return err
}

// affiliations reads whom the actors speak for.
func (r *holdingsReader) affiliations() (err error) {
	actors, err := ids(r.s, `SELECT DISTINCT r.canonical FROM affiliation f CROSS JOIN actor r ON r.id = f.actor WHERE f.deleted = 0`)
	if err == nil {
		r.h.Affiliations, err = affiliationsOf(r.s, actors)
	}
	return err
}

// pairs returns for each id in the first column the one in the second.
func pairs(src sqlite.Source, query string) (map[ID]ID, error) {
	of := map[ID]ID{}
	var from, to ID
	into := []any{(*idColumn)(&from), (*idColumn)(&to)}
	err := sqlite.Each(src, func(scan func(...any) error) error {
		err := scan(into...)
		of[from] = to
		return err
	}, query)
	return of, err
}

// finish tells of the positions that were read what does not stand in their rows, leaves out those on issues that are gone, and sorts them.
func (r *holdingsReader) finish() {
	r.list = slices.DeleteFunc(r.list, func(p HeldPosition) bool { _, is := r.h.targets[p.Issue]; return !is })
	for i := range r.list {
		p := &r.list[i]
		p.Issue, p.Denied, p.Coder = r.h.targets[p.Issue], r.denied[p.Statement], r.h.recordedBy(p)
		for k := range p.Holders {
			p.Holders[k].Told = r.h.isTold(p, p.Holders[k].Actor)
		}
	}
	order := make([]int32, len(r.list)) // the positions themselves are large
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(a, b int32) int { return comparePlaces(&r.list[a], &r.list[b]) })
	sorted := make([]HeldPosition, len(order))
	for i, at := range order {
		sorted[i] = r.list[at]
	}
	r.list = sorted
}

// comparePlaces sorts positions by day, then as they stand in the article.
func comparePlaces(p, q *HeldPosition) int {
	if byDay := cmp.Compare(p.day, q.day); byDay != 0 {
		return byDay
	}
	if byArticle := compareIDs(p.Article, q.Article); byArticle != 0 {
		return byArticle
	}
	return cmp.Or(cmp.Compare(p.Start, q.Start), compareIDs(p.ID, q.ID))
}

// recordedBy is the coder who stands for the one who recorded a position.
func (h *Holdings) recordedBy(p *HeldPosition) ID {
	if by, is := h.coders[p.coder]; is {
		return by
	}
	return p.coder
}

// isTold reports whether it is somebody else's word that an actor holds a position.
func (h *Holdings) isTold(p *HeldPosition, actor ID) bool {
	return len(p.speakers) > 0 && !speaksFor(p.speakers, PartyRef{ID: actor}, p.Date, h.Affiliations)
}

// AffiliatedOn returns the affiliation of an actor that held on the first day of a date, the latest of several; nil if none did.
func (h *Holdings) AffiliatedOn(actor ID, date Date) *Affiliation {
	return heldOn(h.Affiliations[actor], date.First())
}
