package notes

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"standpoint/store"
	"standpoint/store/text"
)

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

// affiliations returns the affiliations of an actor, oldest first.
func (b *builder) affiliations(actor store.ID) ([]affiliation, error) {
	err := b.learnAffiliations(actor)
	return b.belongs[actor], err
}

// learnAffiliations reads the affiliations of actors, those of each once for the whole document.
func (b *builder) learnAffiliations(actors ...store.ID) error {
	var unknown, organisations []store.ID
	for _, id := range actors {
		if _, known := b.belongs[id]; !known && id != (store.ID{}) {
			b.belongs[id] = nil
			unknown = append(unknown, id)
		}
	}
	if len(unknown) == 0 {
		return nil
	}
	of, err := b.project.AffiliationsOf(b.ctx, unknown)
	if err != nil {
		return err
	}
	for _, rows := range of {
		for _, r := range rows {
			organisations = append(organisations, r.Organisation)
		}
	}
	if err := b.learn(store.EntityActor, organisations...); err != nil {
		return err
	}
	for actor, rows := range of {
		list := make([]affiliation, len(rows))
		for i, r := range rows {
			list[i] = affiliation{r, joinText(", ", plain(r.Role), plain(b.nameOf(r.Organisation))).String()}
		}
		b.belongs[actor] = list
	}
	return nil
}

// roles says what an actor was on a date: "foreign minister, Veldania".
func (b *builder) roles(actor store.ID, on store.Date) (string, error) {
	list, err := b.affiliations(actor)
	var roles []string
	for _, a := range list {
		if a.holds(on) {
			roles = append(roles, a.words)
		}
	}
	return strings.Join(roles, "; "), err
}

// named names speakers or holders, each actor with its role on a date. Roles in which one was introduced already are not said again, and
// those that are said are added; nil says all.
func (b *builder) named(who []store.PartyRef, on store.Date, introduced map[store.ID]string) (Text, error) {
	var list []Text
	for _, r := range who {
		if r.Label() == "" {
			continue
		}
		roles := ""
		if r.ID != (store.ID{}) {
			var err error
			if roles, err = b.roles(r.ID, on); err != nil {
				return nil, err
			}
			if said, known := introduced[r.ID]; known && said == roles {
				roles = ""
			} else if introduced != nil {
				introduced[r.ID] = roles
			}
		}
		name := b.label(r)
		if roles != "" { // tells it apart
			name = r.Label()
		}
		list = append(list, strong(name).and(plain(with(" (%s)", roles))))
	}
	return b.enumerateTexts(list), nil
}

// enumerateTexts joins names with their styles as a sentence does; without any somebody not named.
func (b *builder) enumerateTexts(list []Text) Text {
	switch n := len(list); n {
	case 0:
		return strong(b.w.notNamed)
	case 1:
		return list[0]
	default:
		return joinText(", ", list[:n-1]...).and(plain(b.w.and), list[n-1])
	}
}

// known describes the actors and issues that the document speaks of, those of which there is more to say than a name.
func (b *builder) known() ([]Block, error) {
	actors, err := b.actorItems()
	if err != nil {
		return nil, err
	}
	issues, err := b.issueItems()
	if err != nil {
		return nil, err
	}
	var blocks []Block
	if len(actors) > 0 {
		blocks = append(blocks, Heading{Level: 2, Text: plain(b.w.actorList)}, List{actors})
	}
	if len(issues) > 0 {
		blocks = append(blocks, Heading{Level: 2, Text: plain(b.w.issueList)}, List{issues})
	}
	return blocks, nil
}

func (b *builder) actorItems() ([]Item, error) {
	var items []Item
	ids := b.byName(b.seen.actors, b.actors)
	if err := b.learnAbout(store.EntityActor, ids); err != nil {
		return nil, err
	}
	for _, id := range ids {
		a, err := b.actorRow(id)
		if err != nil {
			return nil, err
		}
		facts, err := b.pastOf(id)
		if err != nil {
			return nil, err
		}
		notes, err := b.notesAbout(store.EntityActor, id)
		if err != nil {
			return nil, err
		}
		also := b.aliases(id)
		if len(also) == 0 && a.Description == "" && len(facts)+len(notes) == 0 {
			continue
		}
		head := describedAs(joinText(", ", strong(b.nameOf(id)), also), b.newsOf(a))
		items = append(items, described(head, append(facts, notes...)))
	}
	return items, nil
}

// aliases enumerates the other names of an actor, each between quotation marks.
func (b *builder) aliases(actor store.ID) Text {
	var quoted []string
	for _, alias := range b.actors[actor].Aliases {
		quoted = append(quoted, b.w.quoted(alias))
	}
	return b.w.naming(b.w.also, quoted)
}

// pastOf lists the affiliations of an actor with their times.
func (b *builder) pastOf(actor store.ID) ([]Item, error) {
	held, err := b.affiliations(actor)
	var items []Item
	for _, a := range held {
		items = append(items, Item{Text: joinText(", ", plain(a.words), plain(b.w.between(a.From, a.To)))})
	}
	return items, err
}

func (b *builder) issueItems() ([]Item, error) {
	if err := b.learn(store.EntityIssue, slices.Collect(maps.Keys(b.seen.issues))...); err != nil {
		return nil, err
	}
	var items []Item
	ids := b.byName(b.seen.issues, b.issues)
	if err := b.learnAbout(store.EntityIssue, ids); err != nil {
		return nil, err
	}
	for _, id := range ids {
		issue, err := b.issueRow(id)
		if err != nil {
			return nil, err
		}
		if err := b.learn(store.EntityIssue, issue.Parent); err != nil {
			return nil, err
		}
		notes, err := b.notesAbout(store.EntityIssue, id)
		if err != nil {
			return nil, err
		}
		parent := with(b.w.partOf, b.issues[issue.Parent].Name)
		if parent == "" && issue.Description == "" && len(notes) == 0 {
			continue
		}
		head := describedAs(joinText(", ", strong(issue.Name), plain(parent)), issue.Description)
		items = append(items, described(head, notes))
	}
	return items, nil
}

// describedAs returns what something is with its description: a sentence of its own, or not.
func describedAs(what Text, description string) Text {
	separator := ", "
	if first, _ := utf8.DecodeRuneInString(description); !unicode.IsLower(first) {
		separator = ". "
	}
	return joinText(separator, what, plain(description))
}

// described returns an item with facts beneath it.
func described(head Text, facts []Item) Item {
	if len(facts) == 0 {
		return Item{Text: head}
	}
	return Item{Text: head, Blocks: []Block{List{facts}}}
}

// sortByName puts rows in the order of their names in an alphabet, whatever their case; those of one name stay as they are.
func sortByName[T any](b *builder, rows []T, name func(T) string) {
	type named struct {
		name, key string
		row       T
	}
	list := make([]named, len(rows))
	for i, row := range rows {
		list[i] = named{name: name(row), row: row}
		key, known := b.folded[list[i].name]
		if !known {
			key = text.FoldName(list[i].name)
			b.folded[list[i].name] = key
		}
		list[i].key = key
	}
	slices.SortStableFunc(list, func(x, y named) int { return cmp.Or(cmp.Compare(x.key, y.key), cmp.Compare(x.name, y.name)) })
	for i, n := range list {
		rows[i] = n.row
	}
}

func itself(s string) string { return s }

// byName returns the ids in the order of their names.
func (b *builder) byName(ids map[store.ID]bool, names map[store.ID]store.Name) []store.ID {
	list := slices.SortedFunc(maps.Keys(ids), compareIDs)
	sortByName(b, list, func(id store.ID) string { return names[id].Name })
	return list
}
