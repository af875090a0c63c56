package store

import (
	"context"
	"time"

	"standpoint/store/internal/sqlite"
)

// Trait is what can tell an actor from others of the same name.
type Trait struct {
	Affiliation *Affiliation // the one that holds now or held last; nil if none
	Description string
	Title       string // of the article in which it is mentioned first; "" if in none
	Date        Date   // of that article
}

// Traits returns what can tell actors from others of the same name, by id. Those that are gone have none.
func (p *Project) Traits(ctx context.Context, actors []ID) (traits map[ID]Trait, err error) {
	traits = make(map[ID]Trait, len(actors))
	today := Day(p.now().Format(time.DateOnly))
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		affiliations, err := affiliationsOf(s, actors)
		if err != nil {
			return err
		}
		return sqlite.EachPortion(actors, func(in string, args []any) error {
			return sqlite.Each(s, func(scan func(...any) error) error {
				var id ID
				var t Trait
				err := scan((*idColumn)(&id), (*stringColumn)(&t.Description), (*stringColumn)(&t.Title), (*stringColumn)(&t.Date))
				t.Affiliation = current(affiliations[id], today)
				traits[id] = t
				return err
			}, `SELECT a.id, a.description, coalesce(r.title, ''), coalesce(r.published, '') FROM actor a
				LEFT JOIN heading h ON h.role = ? AND h.id = a.id AND h.words = ''
				LEFT JOIN article r ON r.id = (SELECT l.article FROM listing l WHERE l.heading = h.key AND l.day IS NOT NULL
					ORDER BY l.day, l.article LIMIT 1)
				WHERE a.id IN (`+in+`) AND a.live = 1`, append([]any{headMention}, args...)...)
		})
	})
	return traits, err
}
