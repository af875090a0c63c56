package store

import (
	"cmp"
	"context"
	"encoding/json"
	"slices"
	"strings"

	"standpoint/store/internal/sqlite"
	"standpoint/store/journal"
)

// MergePlan is what a merge will do, to be looked at before it is done.
type MergePlan struct {
	Changes int          // how many come
	Comes   []MergeCount // new rows, by coder and kind
	Deleted []MergeRow   // rows of this copy that were deleted in the other
	Fields  []MergeField // fields that both sides have set since they parted
	Fought  []MergeRow   // rows that one side deleted and the other worked on
	Ended   []MergeRow   // rows of this copy that the other ended for ever; the merge ends them here, and cannot be taken back
}

// MergeCount is how many new rows of a kind come from a coder.
type MergeCount struct {
	Coder  string
	Entity Entity
	N      int
}

// MergeRow is a row that one of the sides deleted.
type MergeRow struct {
	Entity Entity
	ID     ID
	Title  string
	Here   bool // deleted in this copy, else in the other
}

// Restore is the choice that takes the row out of the trash.
func (r MergeRow) Restore() MergeChoice {
	return MergeChoice{r.Entity, r.ID, journal.FieldDeleted, json.RawMessage("false")}
}

// MergeField is a field that both sides have set. Ours and Theirs are in words, as in the history.
type MergeField struct {
	Entity       Entity
	ID           ID
	Title        string
	Field        HistoryLine // its name, Before ours and After theirs
	TakesTheirs  bool        // what the merge takes if nothing is chosen: what was set last
	ours, theirs json.RawMessage
}

// Choose is the choice of one of the two values.
func (f MergeField) Choose(theirs bool) MergeChoice {
	value := f.ours
	if theirs {
		value = f.theirs
	}
	return MergeChoice{f.Entity, f.ID, f.Field.Field, value}
}

// mostPlanned is how many rows or fields of one sort a plan lists.
const mostPlanned = 1000

// Plan reads what Apply will do.
func (m *Merge) Plan(ctx context.Context) (MergePlan, error) {
	plan := MergePlan{Changes: m.Changes()}
	if m.other == nil {
		return plan, nil
	}
	p := &planner{Merge: m, plan: &plan, theirs: newHistorian(m.db, m.other.bodies, ID{})}
	err := m.project.read(ctx, func(s sqlite.Snapshot) error {
		p.ours = newHistorian(s, m.project.bodies, ID{})
		for _, step := range []func() error{p.counts, p.deleted, p.conflicts, p.fought, p.ended} {
			if err := step(); err != nil {
				return err
			}
		}
		return ctx.Err()
	})
	return plan, err
}

type planner struct {
	*Merge
	plan         *MergePlan
	ours, theirs *historian
}

// counted are the entities that people count.
var counted = []Entity{
	EntityArticle, EntityActor, EntityIssue, EntityTag, EntityAnnotation, EntityNote, EntityCollection, EntitySavedSearch,
	EntityPreset, EntityReport, EntityReportItem, EntityDecision, EntityExplanation, EntitySavedFilter,
}

func (p *planner) counts() error {
	for _, e := range counted {
		name := tableFor(e).name()
		err := sqlite.Each(p.db, func(scan func(...any) error) error {
			c := MergeCount{Entity: e}
			err := scan((*stringColumn)(&c.Coder), &c.N)
			p.plan.Comes = append(p.plan.Comes, c)
			return err
		}, `SELECT k.name, count(*) FROM came t JOIN main.`+name+` r ON r.id = t.id LEFT JOIN main.coder o ON o.id = r.coder_of
			LEFT JOIN main.coder k ON k.id = o.canonical
			WHERE t.entity = ? AND r.deleted = 0 AND NOT EXISTS (SELECT 1 FROM project.`+name+` q WHERE q.id = t.id)
			GROUP BY k.name ORDER BY k.name`, string(e))
		if err != nil {
			return err
		}
	}
	slices.SortStableFunc(p.plan.Comes, func(a, b MergeCount) int { return cmp.Compare(a.Coder, b.Coder) })
	return nil
}

// deleted lists the rows that are live here and deleted there, by what came.
func (p *planner) deleted() error {
	rows, err := p.rows("main", "project", "came")
	p.plan.Deleted = rows
	return err
}

// ended lists the rows of this copy that were purged there.
func (p *planner) ended() error {
	for _, t := range titled {
		found, err := ids(p.db, `SELECT DISTINCT c.id FROM lacking l JOIN change c ON c.session = l.session AND c.seq >= l.first
			JOIN project.`+tableFor(t.entity).name()+` q ON q.id = c.id
			WHERE c.entity = ? AND c.fields LIKE '%"`+journal.FieldPurge+`":true%' ORDER BY c.id LIMIT ?`, string(t.entity), mostPlanned)
		if err != nil {
			return err
		}
		for _, id := range found {
			title, err := p.ours.title(rowKey{t.entity, id})
			if err != nil {
				return err
			}
			p.plan.Ended = append(p.plan.Ended, MergeRow{Entity: t.entity, ID: id, Title: title})
		}
	}
	return nil
}

// rows lists the rows that are in the trash of one side, by its own changes, and not of the other.
func (p *planner) rows(there, here, touched string) ([]MergeRow, error) {
	var list []MergeRow
	for _, t := range titled {
		name := tableFor(t.entity).name()
		found, err := ids(p.db, `SELECT r.id FROM `+touched+` t JOIN `+there+`.`+name+` r ON r.id = t.id JOIN `+here+`.`+name+` q ON q.id = t.id
			WHERE t.entity = ? AND r.deleted > 0 AND q.deleted = 0 ORDER BY r.id LIMIT ?`, string(t.entity), mostPlanned)
		if err != nil {
			return nil, err
		}
		for _, id := range found {
			title, err := p.ours.title(rowKey{t.entity, id})
			if err != nil {
				return nil, err
			}
			list = append(list, MergeRow{Entity: t.entity, ID: id, Title: title, Here: here == "main"})
		}
	}
	return list, nil
}

// title returns by what people know a row; of a note, what it says.
func (h *historian) title(row rowKey) (string, error) {
	if row.entity != EntityNote {
		return h.name(row)
	}
	f, err := tableFor(EntityNote).get(h.src, row.id)
	if err != nil || f == nil {
		return unnamed, err
	}
	_, value, err := h.member(f.row)
	return value, err
}

// conflicts lists the fields that both sides have set to something else.
func (p *planner) conflicts() error {
	var both []rowKey
	err := sqlite.Each(p.db, func(scan func(...any) error) error {
		var row rowKey
		err := scan((*stringColumn)(&row.entity), (*idColumn)(&row.id))
		both = append(both, row)
		return err
	}, `SELECT entity, id FROM came INTERSECT SELECT entity, id FROM went`)
	if err != nil {
		return err
	}
	for _, row := range both {
		if len(p.plan.Fields) >= mostPlanned {
			return nil
		}
		if err := p.conflict(row); err != nil {
			return err
		}
	}
	return nil
}

// setting is the last change of a field on one side.
type setting struct {
	value json.RawMessage
	by    journal.Change
}

func (p *planner) conflict(row rowKey) error {
	t := tableFor(row.entity)
	if t == nil {
		return nil
	}
	ours, err := p.settings(row, "project", "ahead")
	if err != nil {
		return err
	}
	theirs, err := p.settings(row, "main", "lacking")
	if err != nil {
		return err
	}
	for _, f := range t.fields {
		our, here := ours[f.name]
		their, there := theirs[f.name]
		if !here || !there || journal.Same(our.value, their.value) {
			continue
		}
		c := MergeField{
			Entity: row.entity, ID: row.id, TakesTheirs: their.by.Compare(our.by) > 0,
			Field: HistoryLine{Field: f.name}, ours: our.value, theirs: their.value,
		}
		if c.Title, err = p.ours.title(row); err != nil {
			return err
		}
		if c.Field.Before, err = p.ours.valueOf(t, f, our.value); err != nil {
			return err
		}
		if c.Field.After, err = p.theirs.valueOf(t, f, their.value); err != nil {
			return err
		}
		p.plan.Fields = append(p.plan.Fields, c)
	}
	return nil
}

// valueOf returns a value of a field, as the journal has it, in words.
func (h *historian) valueOf(t *table, f field, value json.RawMessage) (string, error) {
	row := newRow(t)
	_ = t.decode(journal.Fields{f.name: value}, row) // what does not fit is shown as nothing, as in a list
	return h.value(t, f, row)
}

// settings returns what the changes that one side is ahead by set in a row.
func (p *planner) settings(row rowKey, schema, ranges string) (map[string]setting, error) {
	list := map[string]setting{}
	err := sqlite.Each(p.db, func(scan func(...any) error) error {
		var c journal.Change
		var clock int64
		var fields string
		err := scan((*idColumn)(&c.Session), &c.Seq, &clock, &fields)
		if err != nil {
			return err
		}
		c.Clock = journal.Clock(clock)
		if c.Fields, err = journal.Decode([]byte(fields)); err != nil {
			return NewError(CodeDamaged, err, "Change %d of session %s is not readable.", c.Seq, c.Session)
		}
		for name, value := range c.Fields {
			list[name] = setting{value, c}
		}
		return nil
	}, strings.NewReplacer("SCHEMA", schema, "RANGES", ranges).Replace(`SELECT s.uuid, c.seq, c.clock, c.fields
		FROM SCHEMA.change c JOIN RANGES r ON r.session = c.session AND c.seq >= r.first JOIN SCHEMA.session s ON s.key = c.session
		WHERE c.entity = ? AND c.id = ? ORDER BY c.clock, s.uuid, c.seq`), string(row.entity), row.id[:])
	return list, err
}

// fought lists the rows that one side deleted and the other worked on, since they parted: the row itself, or what hangs on it.
func (p *planner) fought() error {
	gone, err := p.rows("project", "main", "went")
	if err != nil {
		return err
	}
	for _, side := range []struct {
		rows           []MergeRow
		schema, worked string
	}{{gone, "main", "came"}, {p.plan.Deleted, "project", "went"}} {
		for _, row := range side.rows {
			worked, err := p.workedOn(rowKey{row.Entity, row.ID}, side.schema, side.worked)
			if err != nil {
				return err
			}
			if worked {
				p.plan.Fought = append(p.plan.Fought, row)
			}
		}
	}
	return nil
}

// workedOn reports whether the changes that one side is ahead by touch a row or what hangs on it.
func (p *planner) workedOn(row rowKey, schema, touched string) (bool, error) {
	n, err := sqlite.Number(p.db, `SELECT count(*) FROM `+touched+` WHERE entity = ? AND id = ?`, string(row.entity), row.id[:])
	if err != nil || n > 0 {
		return n > 0, err
	}
	for _, r := range relationsTo[row.entity] {
		n, err := sqlite.Number(p.db, `SELECT EXISTS (SELECT 1 FROM `+schema+`.`+r.from.name()+` h JOIN `+touched+
			` t ON t.entity = ? AND t.id = h.id
			WHERE h."`+r.column+`" = ? AND h.deleted = 0)`, string(r.from.entity), row.id[:])
		if err != nil || n > 0 {
			return n > 0, err
		}
	}
	return false, nil
}
