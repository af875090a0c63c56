package store

import (
	"context"

	"standpoint/store/internal/sqlite"
)

// IssuesHeld returns the issues on which some actors hold positions, each once. Those who hold none are not in it.
func (p *Project) IssuesHeld(ctx context.Context, actors []ID) (held map[ID][]ID, err error) {
	held = map[ID][]ID{}
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		return sqlite.EachPortion(actors, func(in string, args []any) error {
			return sqlite.Each(s, func(scan func(...any) error) error {
				var actor, issue ID
				err := scan((*idColumn)(&actor), (*idColumn)(&issue))
				held[actor] = append(held[actor], issue)
				return err
			}, `SELECT DISTINCT h.id, t.id FROM heading h INDEXED BY heading_of CROSS JOIN listing l ON l.heading = h.key
				CROSS JOIN listing m INDEXED BY listing_annotation ON m.annotation = l.annotation
				CROSS JOIN heading t ON t.key = m.heading AND t.role = '`+headTarget+`' AND t.entity = '`+string(EntityIssue)+`'
				WHERE h.id IN (`+in+`) AND h.role = '`+headHolder+`' ORDER BY h.id, t.id`, args...)
		})
	})
	return held, err
}
