package notes

import (
	"strconv"
	"strings"

	"standpoint/store"
)

// people returns a table of the actors in the article, by where each first appears.
func (p *articlePart) people() ([]Block, error) {
	present, err := p.project.Presences(p.ctx, p.article.ID)
	if err != nil || len(present) == 0 {
		return nil, err
	}
	table := Table{
		Head:    []Text{plain("Who"), plain("What"), plain("Mentions"), plain("Part in this article")},
		Numbers: []bool{false, false, true, false},
	}
	for _, a := range present {
		p.actors[a.Actor] = true
		name := p.named[a.Actor]
		what, err := p.description(name)
		if err != nil {
			return nil, err
		}
		table.Rows = append(table.Rows, []Text{
			strong(name.Name), plain(what), plain(strconv.Itoa(a.Mentions)), plain(part(a.Tally)),
		})
	}
	return []Block{Heading{Level: 3, Text: plain("Who is in it")}, table}, nil
}

// part says what an actor does in the article, beside being mentioned.
func part(t store.Tally) string {
	var parts []string
	add := func(n int, singular, plural string) {
		if n > 0 {
			parts = append(parts, count(n, singular, plural))
		}
	}
	add(t.Statements, "statement", "statements")
	add(t.Positions, "position", "positions")
	add(t.Addressed, "statement to it", "statements to it")
	add(t.Carried, "report carried", "reports carried")
	add(t.Targeted, "position on it", "positions on it")
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
