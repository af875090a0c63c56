package library

import (
	"context"

	"standpoint/app/background"
	"standpoint/app/desk"
	"standpoint/app/suggest"
	"standpoint/store"
	"standpoint/store/text"
)

// screening tells of the unread articles in sight how many of the project's actors and issues they name. Their texts are looked through
// beside the window; what was told of one stays until something else is known.
type screening struct {
	asking background.Latest
	asked  suggest.Names // with which it was looked for last
	round  int           // how often other names were asked for
	told   map[store.ID]told
}

func newScreening() screening {
	return screening{asking: background.Latest{Rank: background.Patient}, told: map[store.ID]told{}}
}

// forget has nothing told, as another project is open.
func (s *screening) forget() {
	s.asking.Overtake()
	*s = newScreening()
}

// told is what was told of a text.
type told struct {
	body  text.Hash
	round int
	suggest.Screened
}

// screenedAhead is how many rows before and behind those in sight are looked through with them: as many again as are seen at once.
const screenedAhead = 20

// inSight follows that other rows are in sight.
func (l *List) inSight(first, last int) {
	l.rows.Need(first, last)
	l.screen(first, last)
}

// screen has the unread articles looked through that are in sight, and some around them, if of one in sight nothing is told yet.
func (l *List) screen(first, last int) {
	s := &l.screening
	if l.desk.Project == nil || l.desk.Prefs.ProposesNothing() {
		return
	}
	names := l.desk.Known()
	if !s.asked.IsSame(names) {
		s.asked = names
		s.round++
	}
	if len(l.untold(first, last)) == 0 {
		return
	}
	mind, round, list := &l.desk.Mind, s.round, l.untold(first-screenedAhead, last+screenedAhead)
	desk.Query(l.desk, &s.asking, func(ctx context.Context, p *store.Project) (found []told, err error) {
		err = mind.Screen(ctx, p, names, list, func(a store.Article, s suggest.Screened) {
			found = append(found, told{a.Body, round, s})
		})
		return found, err
	}, func(found []told) {
		changed := false
		for i, now := range found {
			id := list[i].ID
			changed = changed || s.told[id].Screened != now.Screened
			s.told[id] = now
		}
		if changed {
			l.rows.Show()
		}
	})
}

// untold are the unread articles among some rows of which nothing is told yet that is known now.
func (l *List) untold(first, last int) (list []store.Article) {
	s := &l.screening
	for i := max(first, 0); i <= last; i++ {
		row, read := l.rows.Row(i)
		if !read || row.Status != store.StatusUnread {
			continue
		}
		if t, is := s.told[row.ID]; !is || t.round != s.round || t.body != row.Body {
			list = append(list, row.Article)
		}
	}
	return list
}

// named says how many of the project's actors and issues an unread article names; "" if it names none, or is not unread.
func (l *List) named(row store.ArticleRow) string {
	if row.Status != store.StatusUnread || l.desk.Prefs.ProposesNothing() {
		return ""
	}
	if t := l.screening.told[row.ID]; t.body == row.Body {
		return desk.Screened(t.Screened)
	}
	return ""
}

// Renamed follows that actors or issues came, went or are called otherwise.
func (l *List) Renamed() { l.screen(l.list.InSight()) }

// Reproposed follows that other things are proposed now, or nothing any more.
func (l *List) Reproposed() { l.rows.Show() }
