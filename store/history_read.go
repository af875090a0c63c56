package store

import (
	"cmp"
	"context"
	"encoding/json"
	"slices"
	"time"

	"standpoint/store/journal"
)

// rowsShown is how many rows of an action a history entry lists.
const rowsShown = 100

// History lists actions, newest first, and the number there are in all. That of an annotation or actor holds what was done
// to its participants, tags, aliases and notes, too.
func (p *Project) History(ctx context.Context, q HistoryQuery) (entries []HistoryEntry, total int, err error) {
	err = p.read(ctx, func(s snapshot) error {
		if q.ID == (ID{}) {
			entries, total, err = projectHistory(s, q.Page)
		} else {
			entries, total, err = rowHistory(s, q)
		}
		return err
	})
	return entries, total, err
}

const selectHistory = `SELECT a.key, a.id, a.kind, a.title, a.at, coalesce(c.canonical, a.coder),
	coalesce((SELECT name FROM coder WHERE id = coalesce(c.canonical, a.coder)), '')
	FROM action a LEFT JOIN coder c ON c.id = a.coder `

// scanHistory reads one row of selectHistory.
func scanHistory(scan func(...any) error) (key int64, e HistoryEntry, err error) {
	var at string
	err = scan(&key, (*idColumn)(&e.Action), (*stringColumn)(&e.Kind), &e.Title, &at, (*idColumn)(&e.Coder.ID), &e.Coder.Name)
	if err != nil {
		return 0, e, err
	}
	e.At, _ = time.Parse(time.RFC3339Nano, at) // shown only; a time that is not one is shown as none
	return key, e, nil
}

func projectHistory(s snapshot, page Page) ([]HistoryEntry, int, error) {
	var entries []HistoryEntry
	var keys []int64
	var f filter
	err := s.each(func(scan func(...any) error) error {
		key, e, err := scanHistory(scan)
		entries, keys = append(entries, e), append(keys, key)
		return err
	}, selectHistory+`ORDER BY a.key DESC LIMIT ? OFFSET ?`, f.limit(page)...)
	if err != nil {
		return nil, 0, err
	}
	for i, key := range keys {
		rows, err := rowsOf(s, key)
		if err != nil {
			return nil, 0, err
		}
		slices.Reverse(rows)
		entries[i].Rows = len(rows)
		if entries[i].Changes, err = changesBy(s, entries[i].Action, rows[:min(rowsShown, len(rows))]); err != nil {
			return nil, 0, err
		}
	}
	total, err := number(s, `SELECT count(*) FROM action`)
	return entries, total, err
}

// changesBy returns what an action set in the rows.
func changesBy(s source, action ID, rows []rowKey) ([]HistoryChange, error) {
	var list []HistoryChange
	for _, row := range rows {
		changes, _, err := changesOf(s, row.entity, row.id)
		if err != nil {
			return nil, err
		}
		list = append(list, fieldHistory(changes)[action]...)
	}
	return list, nil
}

// fieldHistory returns for each action what it set in the row that the changes make.
func fieldHistory(changes []journal.Change) map[ID][]HistoryChange {
	type setting struct {
		action ID
		field  string
	}
	now := map[string]json.RawMessage{}
	place := map[setting]int{}
	history := map[ID][]HistoryChange{}
	for _, c := range changes {
		for _, field := range sortedNames(c.Fields) {
			v := c.Fields[field]
			key := setting{c.Action, field}
			if at, again := place[key]; again {
				history[c.Action][at].After = string(v)
			} else {
				place[key] = len(history[c.Action])
				history[c.Action] = append(history[c.Action], HistoryChange{
					Entity: Entity(c.Entity), ID: c.ID, Field: field, Before: string(now[field]), After: string(v),
				})
			}
			now[field] = v
		}
	}
	return history
}

func sortedNames(fields journal.Fields) []string {
	names := make([]string, 0, len(fields))
	for name := range fields {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// hanging lists for each entity what hangs on its rows.
var hanging = map[Entity]string{
	EntityArticle: `SELECT 'note', id FROM note WHERE subject = ?1`,
	EntityActor: `SELECT 'alias', id FROM alias WHERE actor = ?1 UNION ALL SELECT 'affiliation', id FROM affiliation WHERE actor = ?1
		UNION ALL SELECT 'external_id', id FROM external_id WHERE actor = ?1 UNION ALL SELECT 'note', id FROM note WHERE subject = ?1`,
	EntityIssue: `SELECT 'note', id FROM note WHERE subject = ?1`,
	EntityAnnotation: `SELECT 'participant', id FROM participant WHERE annotation = ?1
		UNION ALL SELECT 'tagging', id FROM tagging WHERE annotation = ?1 UNION ALL SELECT 'note', id FROM note WHERE subject = ?1`,
}

// rowHistory lists the actions that touched a row or what hangs on it.
func rowHistory(s snapshot, q HistoryQuery) ([]HistoryEntry, int, error) {
	rows := []rowKey{{q.Entity, q.ID}}
	if query := hanging[q.Entity]; query != "" {
		err := each(s, func(scan func(...any) error) error {
			var row rowKey
			err := scan((*stringColumn)(&row.entity), (*idColumn)(&row.id))
			rows = append(rows, row)
			return err
		}, query, q.ID[:])
		if err != nil {
			return nil, 0, err
		}
	}
	last := map[ID]journal.Clock{} // of each action
	byAction := map[ID][]HistoryChange{}
	touched := map[ID]int{}
	for _, row := range rows {
		changes, _, err := changesOf(s, row.entity, row.id)
		if err != nil {
			return nil, 0, err
		}
		for _, c := range changes {
			last[c.Action] = max(last[c.Action], c.Clock)
		}
		for action, list := range fieldHistory(changes) {
			byAction[action] = append(byAction[action], list...)
			touched[action]++
		}
	}
	order := newestFirst(last)
	total := len(order)
	order = order[min(max(0, q.Offset), total):]
	if q.Limit > 0 {
		order = order[:min(q.Limit, len(order))]
	}
	var entries []HistoryEntry
	for _, action := range order {
		err := each(s, func(scan func(...any) error) error {
			_, e, err := scanHistory(scan)
			e.Rows, e.Changes = touched[action], byAction[action]
			entries = append(entries, e)
			return err
		}, selectHistory+`WHERE a.id = ?`, action[:])
		if err != nil {
			return nil, 0, err
		}
	}
	return entries, total, nil
}

func newestFirst(last map[ID]journal.Clock) []ID {
	order := make([]ID, 0, len(last))
	for action := range last {
		order = append(order, action)
	}
	slices.SortFunc(order, func(a, b ID) int { return cmp.Or(cmp.Compare(last[b], last[a]), compareIDs(b, a)) })
	return order
}
