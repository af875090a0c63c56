package store

import (
	"bytes"
	"cmp"
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"standpoint/store/internal/sqlite"
	"standpoint/store/journal"
)

// given is a value that a change gave to a field of a row, as JSON.
type given struct {
	row         rowKey
	name, value string
}

// journalled is what the changes that are left say of the rows.
type journalled struct {
	created, purged map[rowKey]bool
	given           map[given]bool
	last            journal.Clock
}

func (s *salvage) journalled() journalled {
	j := journalled{created: map[rowKey]bool{}, purged: map[rowKey]bool{}, given: map[given]bool{}}
	for _, c := range s.changes {
		row := rowKey{Entity(c.Entity), c.ID}
		j.created[row] = j.created[row] || c.Creates()
		j.purged[row] = j.purged[row] || c.Purges() || c.IsAbsorbed()
		j.last = max(j.last, c.Clock)
		for name, value := range c.Fields {
			j.given[given{row, name, string(value)}] = true
		}
	}
	return j
}

// lost returns what only the tables know of a row: all of it if no change makes the row any more, else the values that no change
// ever gave it. Those are of changes that were lost; an older value may be one that was there before.
func (j journalled) lost(row rowKey, f *folded) journal.Fields {
	if j.purged[row] {
		return nil
	}
	fields := f.table.diff(newRow(f.table), f.row)
	if j.created[row] {
		maps.DeleteFunc(fields, func(name string, value json.RawMessage) bool { return j.given[given{row, name, string(value)}] })
		return fields
	}
	fields[journal.FieldCreated] = []byte("true")
	if f.deleted != 0 {
		fields[journal.FieldDeleted] = []byte("true")
	}
	return fields
}

// writeRows makes changes of what only the tables know.
func (s *salvage) writeRows(db *sqlite.Connection, now time.Time) error {
	left := s.journalled()
	for _, f := range s.rows {
		left.last = max(left.last, f.created, f.deleted)
	}
	latest := journal.Next(left.last, now)
	var list []salvagedChange
	for row, f := range s.rows {
		fields := left.lost(row, f)
		if len(fields) == 0 {
			continue
		}
		clock := latest
		if !left.created[row] {
			clock = f.created
		}
		encoded, err := fields.Encode()
		if err != nil {
			return err
		}
		c := salvagedChange{journal.Change{Clock: clock, Entity: string(row.entity), ID: row.id, Fields: fields}, -1, string(encoded)}
		if !s.isSound(c) || !utf8.Valid(encoded) || bytes.ContainsRune(encoded, 0) || !clock.IsSensible() {
			continue
		}
		list = append(list, c)
		if left.created[row] {
			s.report.NewerRows++
		} else {
			s.report.FromTables++
		}
	}
	if len(list) == 0 {
		return nil
	}
	slices.SortFunc(list, func(a, b salvagedChange) int {
		return cmp.Or(cmp.Compare(a.Clock, b.Clock), cmp.Compare(a.Entity, b.Entity), compareIDs(a.ID, b.ID))
	})
	s.actions[-1] = salvagedAction{
		id: NewID(), kind: string(ActionDo), title: Title{Code: TitleRecoverTables}.encode(), at: now.Format(time.RFC3339Nano),
	}
	before := s.report.Changes
	err := s.writeSession(db, NewID(), list, map[int64]int64{})
	s.report.Changes = before
	return err
}

// ofTheOldFile are the beginnings of local keys under which is kept what holds of the damaged file alone.
var ofTheOldFile = []string{localMerge, localBackupLast, localUnpacked, localTally}

// writeKept keeps the open forms of the articles that are there, and what else this copy alone keeps.
func (s *salvage) writeKept(db *sqlite.Connection) error {
	for key, value := range s.local {
		if slices.ContainsFunc(ofTheOldFile, func(beginning string) bool { return strings.HasPrefix(key, beginning) }) {
			continue
		}
		if err := db.Exec(`INSERT OR REPLACE INTO local (key, value) VALUES (?, ?)`, key, value); err != nil {
			return err
		}
	}
	there := s.journalled().created
	for row := range s.rows {
		there[row] = true
	}
	for at, data := range s.drafts {
		if at.article != (ID{}) && !there[rowKey{EntityArticle, at.article}] {
			continue
		}
		if err := db.Exec(`INSERT INTO draft (article, key, data) VALUES (?, ?, ?)`, at.article[:], at.key, nonNil(data)); err != nil {
			return err
		}
		s.report.Drafts++
	}
	return nil
}
