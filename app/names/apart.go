package names

import (
	"context"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"standpoint/app/words"
	"standpoint/store"
)

// Apart is what tells an actor from others of the same name: where it belongs, what it is described as, where it is mentioned first, or
// else a number. It is "" if no other is called so.
func (n Names) Apart(id store.ID) string { return n.apart[id] }

// Told is the name of an actor, with what tells it from others of that name.
func (n Names) Told(id store.ID) string {
	name := n.Actors[id].Name
	if n.apart[id] != "" {
		return words.Dotted(name, n.apart[id])
	}
	return name
}

// Concerned reports whether a write that calls nobody otherwise may have changed what tells some actors apart.
func (n Names) Concerned(e store.Event) bool {
	return len(n.apart) > 0 && (e.Touches(store.EntityActor) || e.Touches(store.EntityAffiliation))
}

// tellApart finds who is called as others are, and what tells them from those.
func (n *Names) tellApart(ctx context.Context, p *store.Project) error {
	n.apart = nil
	groups := n.namesakes()
	traits, err := p.Traits(ctx, slices.Concat(slices.Collect(maps.Values(groups))...))
	if err != nil || len(groups) == 0 {
		return err
	}
	n.apart = make(map[store.ID]string, len(traits))
	for _, group := range groups {
		told := make([][]string, len(group))
		for i, id := range group {
			told[i] = n.told(traits[id])
		}
		for i, id := range group {
			n.apart[id] = onlyHis(told, i)
		}
	}
	return nil
}

// namesakes are the actors that are called as others are, by the name, in the order in which they were made.
func (n *Names) namesakes() map[string][]store.ID {
	first, groups := make(map[string]store.ID, len(n.Actors)), map[string][]store.ID{}
	for id, a := range n.Actors {
		other, known := first[a.Name]
		switch {
		case !known:
			first[a.Name] = id
		case groups[a.Name] == nil:
			groups[a.Name] = []store.ID{other, id}
		default:
			groups[a.Name] = append(groups[a.Name], id)
		}
	}
	for _, group := range groups {
		slices.SortFunc(group, func(a, b store.ID) int { return slices.Compare(a[:], b[:]) })
	}
	return groups
}

// told is each trait in words, what says most first; "" for those that are not known.
func (n *Names) told(t store.Trait) []string {
	belongs, article := "", ""
	if t.Affiliation != nil {
		belongs = words.Belongs(t.Affiliation.Role, n.Actors[t.Affiliation.Organisation].Name)
	}
	if t.Title != "" {
		article = words.Dotted("“"+firstWords(t.Title)+"”", words.Day(t.Date))
	}
	return []string{belongs, firstWords(t.Description), article}
}

// onlyHis is the first of an actor's traits that no other of the name has; else its number among them.
func onlyHis(told [][]string, at int) string {
	for trait, said := range told[at] {
		shared := slices.ContainsFunc(slices.Delete(slices.Clone(told), at, at+1), func(other []string) bool { return other[trait] == said })
		if said != "" && !shared {
			return said
		}
	}
	return strconv.Itoa(at + 1)
}

// mostOfTrait is how many code points of a trait tell actors apart, at most.
const mostOfTrait = 40

// firstWords are those words of the first line that have room beside a name.
func firstWords(s string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(s), "\n")
	said := ""
	for _, word := range strings.Fields(line) {
		if said != "" && utf8.RuneCountInString(said)+utf8.RuneCountInString(word) >= mostOfTrait {
			return strings.TrimRight(said, ",.;:") + "…"
		}
		said = strings.TrimSpace(said + " " + word)
	}
	return said
}
