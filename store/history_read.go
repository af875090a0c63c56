package store

import (
	"cmp"
	"context"
	"encoding/json"
	"slices"
	"time"

	"standpoint/store/internal/sqlite"
	"standpoint/store/journal"
)

// rowsShown is how many rows of an action a history entry lists.
const rowsShown = 100

// History lists actions, newest first, and the number there are in all. That of an annotation or actor holds what was done
// to its participants, tags, aliases and notes, too, and that of a statement what was done to the positions that rest on it.
func (p *Project) History(ctx context.Context, q HistoryQuery) (entries []HistoryEntry, total int, err error) {
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		if q.ID == (ID{}) {
			entries, total, err = projectHistory(s, newHistorian(s, p.bodies, ID{}), q.Page)
		} else {
			entries, total, err = rowHistory(s, newHistorian(s, p.bodies, q.ID), q)
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
	var title, at string
	err = scan(&key, (*idColumn)(&e.Action), (*stringColumn)(&e.Kind), (*stringColumn)(&title), (*stringColumn)(&at),
		(*idColumn)(&e.Coder.ID), &e.Coder.Name)
	if err != nil {
		return 0, e, err
	}
	e.Title = decodeTitle(title)
	e.At, _ = time.Parse(time.RFC3339Nano, at) // shown only; a time that is not one is shown as none
	return key, e, nil
}

func projectHistory(s sqlite.Snapshot, h *historian, page Page) ([]HistoryEntry, int, error) {
	var entries []HistoryEntry
	var keys []int64
	var f sqlite.Filter
	err := sqlite.Each(s, func(scan func(...any) error) error {
		key, e, err := scanHistory(scan)
		entries, keys = append(entries, e), append(keys, key)
		return err
	}, selectHistory+`ORDER BY a.key DESC LIMIT ? OFFSET ?`, f.Limit(page.Limit, page.Offset)...)
	if err != nil {
		return nil, 0, err
	}
	for i, key := range keys {
		rows, err := rowsOf(s, key)
		if err != nil {
			return nil, 0, err
		}
		slices.Reverse(rows)
		entries[i].Rows, entries[i].Counts = len(rows), countRows(rows)
		if err := entries[i].tell(s, h, rows[:min(rowsShown, len(rows))]); err != nil {
			return nil, 0, err
		}
	}
	total, err := sqlite.Number(s, `SELECT count(*) FROM action`)
	return entries, total, err
}

// countRows counts the rows of each entity but those that only belong to others.
func countRows(rows []rowKey) []EntityCount {
	n := map[Entity]int{}
	for _, r := range rows {
		n[r.entity]++
	}
	var counts []EntityCount
	for _, e := range counted {
		if n[e] > 0 {
			counts = append(counts, EntityCount{e, n[e]})
		}
	}
	return counts
}

// tell fills in what the action did to the rows.
func (e *HistoryEntry) tell(s sqlite.Source, h *historian, rows []rowKey) error {
	for _, row := range rows {
		changes, _, err := changesOf(s, row.entity, row.id)
		if err != nil {
			return err
		}
		lines, err := h.lines(row, changes)
		if err != nil {
			return err
		}
		e.Changes = append(e.Changes, fieldHistory(changes)[e.Action]...)
		e.Lines = append(e.Lines, lines[e.Action]...)
	}
	return nil
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
			if field == journal.FieldPurge || field == journal.FieldPurged {
				continue // what was there is not told of any more
			}
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

// hangingOn returns what belongs to a row and is told of with it, and the positions that rest on a statement.
func hangingOn(s sqlite.Source, row rowKey) (rows []rowKey, err error) {
	for _, r := range relationsTo[row.entity] {
		if r.tie != owner && (r.to != EntityAnnotation || r.tie != ends) {
			continue
		}
		query := r.query() + ` ORDER BY id`
		if r.from.entity == EntityParticipant {
			query = r.query() + ` ORDER BY place, id`
		}
		found, err := ids(s, query, row.id[:])
		if err != nil {
			return nil, err
		}
		for _, id := range found {
			rows = append(rows, rowKey{r.from.entity, id})
		}
	}
	slices.SortStableFunc(rows, func(a, b rowKey) int { return cmp.Compare(rankOfHanging(a.entity), rankOfHanging(b.entity)) })
	return rows, nil
}

// rankOfHanging puts positions after what belongs to their statement itself.
func rankOfHanging(e Entity) int {
	if e == EntityAnnotation {
		return 1
	}
	return 0
}

// withHanging returns a row and what hangs on it, each position of a statement followed by what hangs on that.
func withHanging(s sqlite.Source, row rowKey) ([]rowKey, error) {
	rows := []rowKey{row}
	first, err := hangingOn(s, row)
	if err != nil {
		return nil, err
	}
	for _, r := range first {
		rows = append(rows, r)
		if r.entity != EntityAnnotation {
			continue
		}
		more, err := hangingOn(s, r)
		if err != nil {
			return nil, err
		}
		rows = append(rows, more...)
	}
	return rows, nil
}

// rowHistory lists the actions that touched a row or what hangs on it.
func rowHistory(s sqlite.Snapshot, h *historian, q HistoryQuery) ([]HistoryEntry, int, error) {
	rows, err := withHanging(s, rowKey{q.Entity, q.ID})
	if err != nil {
		return nil, 0, err
	}
	last := map[ID]journal.Clock{} // of each action
	byAction := map[ID][]HistoryChange{}
	byLine := map[ID][]HistoryLine{}
	touched := map[ID]int{}
	for _, row := range rows {
		changes, _, err := changesOf(s, row.entity, row.id)
		if err != nil {
			return nil, 0, err
		}
		lines, err := h.lines(row, changes)
		if err != nil {
			return nil, 0, err
		}
		changes = ofOwner(row, q.ID, changes)
		noteLast(last, changes)
		for action, list := range fieldHistory(changes) {
			byAction[action] = append(byAction[action], list...)
			byLine[action] = append(byLine[action], lines[action]...)
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
		err := sqlite.Each(s, func(scan func(...any) error) error {
			_, e, err := scanHistory(scan)
			e.Rows, e.Changes, e.Lines = touched[action], byAction[action], byLine[action]
			entries = append(entries, e)
			return err
		}, selectHistory+`WHERE a.id = ?`, action[:])
		if err != nil {
			return nil, 0, err
		}
	}
	return entries, total, nil
}

// HistoryRank returns how many actions of a history come before one; -1 if it is not in it.
func (p *Project) HistoryRank(ctx context.Context, q HistoryQuery, action ID) (int, error) {
	return p.rank(ctx, func(s sqlite.Snapshot) (int, error) {
		if q.ID != (ID{}) {
			return rankInRowHistory(s, rowKey{q.Entity, q.ID}, action)
		}
		l := selected{from: `action a`, order: order{falling(`a.key`)}}
		return l.rankOf(s, action)
	})
}

func rankInRowHistory(s sqlite.Snapshot, row rowKey, action ID) (int, error) {
	rows, err := withHanging(s, row)
	if err != nil {
		return -1, err
	}
	last := map[ID]journal.Clock{}
	for _, r := range rows {
		changes, _, err := changesOf(s, r.entity, r.id)
		if err != nil {
			return -1, err
		}
		noteLast(last, ofOwner(r, row.id, changes))
	}
	return slices.Index(newestFirst(last), action), nil
}

// ofOwner are the changes of a row that hangs on another which belong to the history of that. A proposal that was accepted, taken back and
// accepted anew became one annotation after another: what was decided while it was an earlier one is not of the later.
func ofOwner(row rowKey, asked ID, changes []journal.Change) []journal.Change {
	if row.entity != EntityDecision || row.id == asked {
		return changes
	}
	became := make([]ID, len(changes)) // the annotation after each; none where it was rejected
	var now ID
	for i, c := range changes {
		if v, is := c.Fields["annotation"]; is {
			now = ID{}
			_ = json.Unmarshal(v, &now) // what is no id is none, as in the row
		}
		became[i] = now
	}
	var list []journal.Change
	for i, c := range changes {
		if became[i] == (ID{}) || became[i] == now {
			list = append(list, c)
		}
	}
	return list
}

// noteLast notes when each action made the last of the changes.
func noteLast(last map[ID]journal.Clock, changes []journal.Change) {
	for _, c := range changes {
		last[c.Action] = max(last[c.Action], c.Clock)
	}
}

func newestFirst(last map[ID]journal.Clock) []ID {
	order := make([]ID, 0, len(last))
	for action := range last {
		order = append(order, action)
	}
	slices.SortFunc(order, func(a, b ID) int { return cmp.Or(cmp.Compare(last[b], last[a]), compareIDs(b, a)) })
	return order
}
