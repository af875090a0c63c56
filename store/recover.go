package store

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"unicode/utf8"

	"standpoint/store/internal/sqlite"
	"standpoint/store/internal/sqlitefile"
	"standpoint/store/journal"
	"standpoint/store/say"
	"standpoint/store/text"
	"standpoint/store/workfolder"
)

// Recovered says what Recover saved of a damaged file, and what not.
type Recovered struct {
	Changes      int // of the journal
	FromTables   int // rows of which only the tables knew
	NewerRows    int // rows of which the tables knew more than the changes that are left
	Texts        int
	Drafts       int      // open forms
	LostChanges  int      // known to have been there by the numbers of those around them
	LostTexts    int      // named by an annotation or article, and not there
	ForeignLogs  []string // logs beside the file that belong to another, or to another state of it: nothing was read of them
	BrokenChains int      // sessions whose changes are not all there, or not those that were written; what is left of them has a new name
}

// Recover saves all that can be read of a damaged project into a new file, which must not exist. It reads the pages of the file
// itself, and changes nothing in it. The new project passes its check. Errors: CodeExists, CodeNotFound, and CodeDamaged if there
// is nothing to be saved.
func Recover(ctx context.Context, path, out string) (r Recovered, err error) {
	if err := mustBeFile(path); err != nil {
		return r, err
	}
	if err := refuseExisting(out); err != nil {
		return r, err
	}
	var s *salvage
	err = withRoom(ctx, path, foldersWithRoom(path, out), func(folder *workfolder.Folder) (keep bool, err error) {
		s, err = readDamaged(folder.Path("damaged"), path)
		return false, err
	})
	if err != nil {
		return r, err
	}
	if len(s.changes)+len(s.rows) == 0 {
		return r, damagedf("Nothing of a project can be read in %s. Restore a backup (%s).", path, say.AdviceRestore)
	}
	if err := s.writeBeside(ctx, out); err != nil {
		return r, explainMaking(out, say.Errorf("recover into %s: %w", out, err))
	}
	return s.report, nil
}

// readDamaged finds what is left in a project, of which it makes a private copy.
func readDamaged(private, path string) (*salvage, error) {
	if err := sqlite.CopyWhole(private, withoutLink(path)); err != nil {
		return nil, say.Errorf("copy %s to recover it: %w", path, err)
	}
	foreign, err := foreignLogs(private)
	if err != nil {
		return nil, say.Errorf("recover %s: %w", path, err)
	}
	var told []string
	for _, suffix := range foreign {
		told = append(told, withoutLink(path)+suffix)
		if err := os.Remove(private + suffix); err != nil {
			return nil, say.Errorf("recover %s: %w", path, err)
		}
	}
	pages, err := sqlitefile.ReadPages(private)
	if errors.Is(err, sqlitefile.ErrTooLarge) {
		return nil, invalidf("The file %s is too large to be recovered: it has more than %d GB.", path, sqlitefile.MostRead>>30)
	}
	if err != nil {
		return nil, say.Errorf("recover %s: %w", path, err)
	}
	s := newSalvage(pages)
	s.report.ForeignLogs = told
	return s, nil
}

// salvage is what was found in the pages of a damaged file.
type salvage struct {
	report   Recovered
	sessions map[int64]sessionState // by key
	names    map[int64]ID           // of the sessions
	actions  map[int64]salvagedAction
	changes  map[[2]int64]salvagedChange // by session key and seq
	texts    map[text.Hash]string
	files    map[FileHash]salvagedFile
	rows     map[rowKey]*folded // of the folded tables
	drafts   map[draftKey][]byte
	local    map[string][]byte
}

type draftKey struct {
	article ID
	key     string
}

type salvagedAction struct {
	id, coder, undoes ID
	kind, title, at   string
}

// sealed is what a chain keeps of it.
func (a salvagedAction) sealed() journal.Action {
	return journal.Action{ID: a.id, Coder: a.coder, Undoes: a.undoes, Title: a.title, Kind: a.kind, At: a.at}
}

type salvagedFile struct {
	key    []byte
	size   int
	packed []byte
}

type salvagedChange struct {
	journal.Change
	action  int64
	encoded string
}

func newSalvage(pages *sqlitefile.Pages) *salvage {
	s := &salvage{
		sessions: map[int64]sessionState{}, names: map[int64]ID{}, actions: map[int64]salvagedAction{},
		changes: map[[2]int64]salvagedChange{}, texts: map[text.Hash]string{}, files: map[FileHash]salvagedFile{}, rows: map[rowKey]*folded{},
		drafts: map[draftKey][]byte{}, local: map[string][]byte{},
	}
	pages.Rows(s.take)
	pages.Keys(s.takeKept)
	return s
}

// take notes a record as what it is by its shape: no table is known by name, as the list of tables may be lost.
func (s *salvage) take(rowid int64, v []any) {
	switch {
	case s.takeChange(v), s.takeAction(rowid, v), s.takeSession(rowid, v), s.takeText(v), s.takeFile(v):
	default:
		s.takeRow(v)
	}
}

func (s *salvage) takeChange(v []any) bool {
	if len(v) != 7 {
		return false
	}
	session, ok1 := v[0].(int64)
	seq, ok2 := v[1].(int64)
	clock, ok3 := v[2].(int64)
	action, ok4 := v[3].(int64)
	entity, ok5 := v[4].(string)
	id, ok6 := asID(v[5])
	encoded, ok7 := v[6].(string)
	if !ok1 || !ok2 || !ok3 || !ok4 || !ok5 || !ok6 || !ok7 || seq < 1 || !journal.Clock(clock).IsSensible() {
		return false
	}
	fields, err := journal.Decode([]byte(encoded))
	if err != nil || !utf8.ValidString(encoded) || !utf8.ValidString(entity) {
		return false
	}
	s.changes[[2]int64{session, seq}] = salvagedChange{
		journal.Change{Seq: seq, Clock: journal.Clock(clock), Entity: entity, ID: id, Fields: fields}, action, encoded,
	}
	return true
}

func (s *salvage) takeAction(rowid int64, v []any) bool {
	if len(v) != 7 || v[0] != nil {
		return false
	}
	id, ok1 := asID(v[1])
	coder, ok2 := asID(v[2])
	kind, ok3 := v[3].(string)
	undoes, ok4 := asID(v[4])
	title, ok5 := v[5].(string)
	at, ok6 := v[6].(string)
	if !ok1 || !ok2 || !ok3 || !ok4 && v[4] != nil || !ok5 || !ok6 || !utf8.ValidString(kind+title+at) {
		return false
	}
	s.actions[rowid] = salvagedAction{id, coder, undoes, kind, title, at}
	return true
}

func (s *salvage) takeSession(rowid int64, v []any) bool {
	if len(v) != 4 || v[0] != nil {
		return false
	}
	id, ok := asID(v[1])
	chain, isBlob := v[2].([]byte)
	if !ok || !isBlob || len(chain) != len(journal.Chain{}) {
		return false
	}
	s.sessions[rowid], s.names[rowid] = sessionState{key: rowid, chain: journal.Chain(chain)}, id
	return true
}

func (s *salvage) takeText(v []any) bool {
	if len(v) != 3 || v[0] != nil {
		return false
	}
	hash, ok1 := v[1].([]byte)
	words, ok2 := v[2].(string)
	if !ok1 || !ok2 || len(hash) != len(text.Hash{}) {
		return false
	}
	body, err := text.NewBody(words)
	if err != nil || body.Hash() != text.Hash(hash) {
		return false
	}
	s.texts[text.Hash(hash)] = words
	return true
}

// takeFile notes a file that was kept.
func (s *salvage) takeFile(v []any) bool {
	if len(v) != 4 || v[0] != nil {
		return false
	}
	key, ok1 := v[1].([]byte)
	size, ok2 := v[2].(int64)
	packed, ok3 := v[3].([]byte)
	if !ok1 || !ok2 || !ok3 {
		return false
	}
	data, err := unpackOriginal(key, int(size), packed)
	if err != nil {
		return false
	}
	s.files[HashFile(data)] = salvagedFile{key, len(data), packed}
	return true
}

// takeRow notes a row of a folded table, if the record can be one.
func (s *salvage) takeRow(v []any) {
	for _, t := range tables {
		if len(v) != 1+len(t.allColumns()) {
			continue
		}
		f := &folded{table: t, row: newRow(t)}
		dest := append(t.destinations(f.row), &f.created, (*idColumn)(&f.coder), &f.deleted)
		if scanValues(dest, v) && rowID(f.row) != (ID{}) && f.created.IsSensible() {
			s.rows[rowKey{t.entity, rowID(f.row)}] = f
			return
		}
	}
}

// takeKept notes what this copy alone keeps: a draft, or a value. Their tables are kept by their keys, so that a record of that tree is
// all of it.
func (s *salvage) takeKept(v []any) {
	if len(v) < 2 || len(v) > 3 {
		return
	}
	key, ok1 := v[len(v)-2].(string)
	data, ok2 := v[len(v)-1].([]byte)
	if !ok1 || !ok2 || !utf8.ValidString(key) {
		return
	}
	if len(v) == 2 {
		s.local[key] = data
	} else if article, ok := asID(v[0]); ok {
		s.drafts[draftKey{article, key}] = data
	}
}

// scanValues puts the values of a record where a query would put them; false if one does not fit.
func scanValues(dest, v []any) bool {
	for i, d := range dest {
		switch d := d.(type) {
		case interface{ Scan(any) error }:
			if d.Scan(v[i]) != nil {
				return false
			}
		case *int:
			n, ok := v[i].(int64)
			if !ok {
				return false
			}
			*d = int(n)
		case *journal.Clock:
			n, ok := v[i].(int64)
			if !ok {
				return false
			}
			*d = journal.Clock(n)
		}
	}
	return true
}

func asID(v any) (ID, bool) {
	b, ok := v.([]byte)
	if !ok || len(b) != len(ID{}) {
		return ID{}, false
	}
	return ID(b), true
}

// writeBeside makes a project of what was found, which gets its name when all of it is there.
func (s *salvage) writeBeside(ctx context.Context, out string) (err error) {
	folder, err := workfolder.New(filepath.Dir(out))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, folder.Remove()) }()
	whole := folder.Path("recovered" + Extension)
	if err := s.write(ctx, whole); err != nil {
		return err
	}
	return giveName(whole, out, refuseExisting)
}

// write makes a project of what was found.
func (s *salvage) write(ctx context.Context, out string) (err error) {
	p, err := Create(ctx, out, Options{})
	if err != nil {
		return err
	}
	err = p.on(ctx, func(w *writer) error {
		return w.transaction(func() error { return s.fill(ctx, w.db, p) })
	})
	if err == nil {
		var report CheckResult
		if report, err = p.Check(ctx, nil); err == nil && !report.OK() {
			err = damagedf("What was saved is not sound: %s", report.Problems[0].Message)
		}
	}
	if err = errors.Join(err, p.Close()); err != nil {
		return errors.Join(err, os.Remove(out))
	}
	return nil
}

func (s *salvage) fill(ctx context.Context, db *sqlite.Connection, p *Project) error {
	for hash, words := range s.texts {
		if err := insertBody(db, hash, words); err != nil {
			return err
		}
		s.report.Texts++
	}
	for _, f := range s.files {
		if err := insertOriginal(db, f.key, f.size, f.packed); err != nil {
			return err
		}
	}
	if err := s.writeJournal(db); err != nil {
		return err
	}
	if err := s.writeRows(db, p.now()); err != nil {
		return err
	}
	if err := s.writeKept(db); err != nil {
		return err
	}
	return refoldAll(db, newBodies(), false, ctx.Err, func(Entity, ID, error) {})
}

// writeJournal writes the changes, session by session. A session that is whole keeps its name; what is left of another gets a
// new one, since no other copy has these changes in this order.
func (s *salvage) writeJournal(db *sqlite.Connection) error {
	bySession := map[int64][]salvagedChange{}
	for key, c := range s.changes {
		if !s.isSound(c) {
			s.report.LostChanges++
			delete(s.changes, key) // the tables may have what it said
			continue
		}
		bySession[key[0]] = append(bySession[key[0]], c)
	}
	keys := map[int64]int64{} // of the actions, in the new file: in the order in which they came
	for _, c := range slices.SortedFunc(maps.Values(s.changes), func(a, b salvagedChange) int { return cmp.Compare(a.action, b.action) }) {
		if err := s.writeAction(db, c.action, keys); err != nil {
			return err
		}
	}
	for _, key := range slices.Sorted(maps.Keys(bySession)) {
		list := bySession[key]
		slices.SortFunc(list, func(a, b salvagedChange) int { return cmp.Compare(a.Seq, b.Seq) })
		last := list[len(list)-1].Seq
		s.report.LostChanges += int(last) - len(list)
		state, known := s.sessions[key]
		id := s.names[key]
		if !known || !s.isWhole(id, list, state.chain) {
			id = NewID()
			s.report.BrokenChains++
			slices.SortStableFunc(list, func(a, b salvagedChange) int { return cmp.Compare(a.Clock, b.Clock) })
		}
		if err := s.writeSession(db, id, list, keys); err != nil {
			return err
		}
	}
	return nil
}

// isSound reports whether the values that a change sets fit the project: a check refuses others.
func (s *salvage) isSound(c salvagedChange) bool {
	t := tableFor(Entity(c.Entity))
	if t == nil {
		return true
	}
	if t.decode(c.Fields, newRow(t)) != nil {
		return false
	}
	for _, name := range hashFields {
		var body text.Hash
		if json.Unmarshal(c.Fields[name], &body) != nil || body.IsZero() {
			continue
		}
		if _, ok := s.texts[body]; !ok {
			s.report.LostTexts++ // the article stays; another copy may have its text
		}
	}
	for _, name := range anchorFields {
		var a text.Anchor
		if len(c.Fields[name]) == 0 || json.Unmarshal(c.Fields[name], &a) != nil || a.IsZero() {
			continue
		}
		words, ok := s.texts[a.Body]
		if !ok {
			s.report.LostTexts++
			return false
		}
		body, err := text.NewBody(words)
		if err != nil || a.Verify(body) != nil {
			return false
		}
	}
	return true
}

// isWhole reports whether the changes are all of the session, as they were written.
func (s *salvage) isWhole(id ID, list []salvagedChange, want journal.Chain) bool {
	var chain journal.Chain
	for i, c := range list {
		action, known := s.actions[c.action]
		if !known || c.Seq != int64(i+1) {
			return false
		}
		c.Session, c.Action = id, action.id
		chain = chain.Next(c.Change, action.sealed(), []byte(c.encoded))
	}
	return chain == want
}

func (s *salvage) writeSession(db *sqlite.Connection, id ID, list []salvagedChange, actions map[int64]int64) error {
	key, err := db.Insert(`INSERT INTO session (uuid, chain, local) VALUES (?, ?, 0)`, id[:], make([]byte, len(journal.Chain{})))
	if err != nil {
		return err
	}
	var chain journal.Chain
	for i, c := range list {
		if err := s.writeAction(db, c.action, actions); err != nil {
			return err
		}
		action := s.actions[c.action]
		c.Session, c.Seq, c.Action = id, int64(i+1), action.id
		chain = chain.Next(c.Change, action.sealed(), []byte(c.encoded))
		if err := insertChange(db, key, actions[c.action], c.Change, c.encoded); err != nil {
			return err
		}
		s.report.Changes++
	}
	return db.Exec(`UPDATE session SET chain = ? WHERE key = ?`, chain[:], key)
}

// insertBody writes a text. The fold has it found with the articles that have it.
func insertBody(db *sqlite.Connection, h text.Hash, words string) error {
	return db.Exec(`INSERT INTO body (hash, text) VALUES (?, ?)`, h[:], words)
}

// writeAction writes an action, once, under a key that it notes. One that was lost has a new name.
func (s *salvage) writeAction(db *sqlite.Connection, key int64, keys map[int64]int64) (err error) {
	if keys[key] != 0 {
		return nil
	}
	a, known := s.actions[key]
	if !known {
		a = salvagedAction{id: NewID(), kind: string(ActionDo), title: Title{Code: TitleRecover}.encode()}
		s.actions[key] = a
	}
	keys[key], err = db.Insert(`INSERT INTO action (id, coder, kind, undoes, title, at) VALUES (?, ?, ?, ?, ?, ?)`,
		a.id[:], a.coder[:], a.kind, blob(a.undoes), a.title, a.at)
	return err
}

// insertChange writes a change under the keys of its session and action.
func insertChange(db *sqlite.Connection, session, action int64, c journal.Change, encoded string) error {
	return db.Exec(`INSERT INTO change (session, seq, clock, action, entity, id, fields) VALUES (?, ?, ?, ?, ?, ?, ?)`,
		session, c.Seq, int64(c.Clock), action, c.Entity, c.ID[:], encoded)
}
