package notes

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"standpoint/store"
)

// presence is what an actor does in an article.
type presence struct {
	id         store.ID
	first      int // position of the first annotation that names it, code points
	mentions   int
	speaks     int
	addressed  int
	holds      int
	carries    int
	targetedBy int
}

// people returns a table of the actors in the article, by where each first appears.
func (p *articlePart) people() ([]Block, error) {
	present := p.presences()
	if len(present) == 0 {
		return nil, nil
	}
	table := Table{
		Head:    []Text{plain("Who"), plain("What"), plain("Mentions"), plain("Part in this article")},
		Numbers: []bool{false, false, true, false},
	}
	for _, a := range present {
		p.actors[a.id] = true
		name := p.named[a.id]
		what, err := p.description(name)
		if err != nil {
			return nil, err
		}
		table.Rows = append(table.Rows, []Text{
			strong(name.Name), plain(what), plain(strconv.Itoa(a.mentions)), plain(a.part()),
		})
	}
	return []Block{Heading{Level: 3, Text: plain("Who is in it")}, table}, nil
}

// presences gathers the actors of the article.
func (p *articlePart) presences() []*presence {
	found := map[store.ID]*presence{}
	see := func(id store.ID, at int) *presence {
		if _, known := p.named[id]; !known {
			return &presence{}
		}
		if found[id] == nil {
			found[id] = &presence{id: id, first: at}
		}
		found[id].first = min(found[id].first, at)
		return found[id]
	}
	starts := map[store.ID]int{}
	for _, a := range p.annotations {
		starts[a.ID] = p.start(a)
		if a.Kind == store.KindMention {
			see(a.Actor, starts[a.ID]).mentions++
		}
	}
	for _, s := range p.statements {
		for _, r := range s.Speakers {
			see(r.ID, starts[s.ID]).speaks++
		}
		for _, r := range s.Addressees {
			see(r.ID, starts[s.ID]).addressed++
		}
		for _, r := range s.Carriers {
			see(r.ID, starts[s.ID]).carries++
		}
	}
	for _, row := range p.uniquePositions() {
		at := starts[row.ID]
		for _, r := range row.Holders {
			see(r.ID, at).holds++
		}
		if row.Statement == (store.ID{}) {
			for _, r := range row.Carriers {
				see(r.ID, at).carries++
			}
		}
		if row.TargetRef.Entity == store.EntityActor {
			see(row.TargetRef.ID, at).targetedBy++
		}
	}
	list := make([]*presence, 0, len(found))
	for _, a := range found {
		list = append(list, a)
	}
	slices.SortFunc(list, func(x, y *presence) int {
		return cmp.Or(cmp.Compare(x.first, y.first), cmp.Compare(p.named[x.id].Name, p.named[y.id].Name), slices.Compare(x.id[:], y.id[:]))
	})
	return list
}

// start returns where an annotation begins in the text; one without a place of its own comes after all that have one.
func (p *articlePart) start(a store.Annotation) int {
	if len(a.Anchor.Quotes) == 0 || a.Anchor.Body != p.article.Body {
		return p.body.Len()
	}
	return a.Anchor.Quotes[0].Start
}

// part says what the actor does in the article.
func (a *presence) part() string {
	var parts []string
	add := func(n int, one, many string) {
		if n > 0 {
			parts = append(parts, count(n, one, many))
		}
	}
	add(a.speaks, "statement", "statements")
	add(a.holds, "position", "positions")
	add(a.addressed, "statement to it", "statements to it")
	add(a.carries, "report carried", "reports carried")
	add(a.targetedBy, "position on it", "positions on it")
	return strings.Join(parts, ", ")
}

// description says what an actor is: its kind, and its roles on the day of the article.
func (p *articlePart) description(n store.Name) (string, error) {
	list, err := p.affiliations(n.ID)
	var roles []string
	for _, a := range list {
		if a.holds(p.article.Published) {
			roles = append(roles, a.words)
		}
	}
	return joinText("; ", plain(string(n.Kind)), plain(strings.Join(roles, "; "))).String(), err
}

// affiliation is one of an actor's affiliations in words.
type affiliation struct {
	store.Affiliation
	words string // "foreign minister, Veldania"
}

// holds reports whether the affiliation may hold on a date. No date counts as today's: only those without an end hold.
func (a affiliation) holds(d store.Date) bool {
	if d == "" {
		return a.To == ""
	}
	return (a.From == "" || a.From.First() <= d.Last()) && (a.To == "" || a.To.Last() >= d.First())
}

// affiliations returns the affiliations of an actor, oldest first. They are read once for the whole document.
func (b *builder) affiliations(actor store.ID) ([]affiliation, error) {
	if list, known := b.belongs[actor]; known {
		return list, nil
	}
	rows, err := b.project.Affiliations(b.ctx, actor)
	if err != nil {
		return nil, err
	}
	list := make([]affiliation, len(rows))
	for i, r := range rows {
		list[i] = affiliation{r, joinText(", ", plain(r.Role), plain(b.named[r.Organisation].Name)).String()}
	}
	b.belongs[actor] = list
	return list, nil
}
