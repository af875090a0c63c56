package store

import (
	"context"
	"encoding/json"
	"errors"
	"os"

	"standpoint/store/internal/sqlite"
	"standpoint/store/journal"
	"standpoint/store/text"
)

// Merge brings into a project what another copy of it has and this one lacks. It can be looked at first (Plan) and then
// done (Apply). The other copy is only read: a private copy of it, with its write-ahead log, was made when the merge began.
type Merge struct {
	project *Project
	other   *Project           // the private copy; nil for a copy with itself
	db      *sqlite.Connection // to the private copy, with tables of its own in memory
	path    string             // of the other copy
	changes int                // how many the project lacks
	texts   []text.Hash        // of articles of the project, which lost them
}

// BeginMerge reads another copy and finds what this one lacks. Close the Merge after use. Errors: those of Open, and
// CodeForked if one session has two histories, CodeDamaged if the other's journal is not what was written.
func (p *Project) BeginMerge(ctx context.Context, other string) (*Merge, error) {
	if p.readOnly {
		return nil, NewError(CodeReadOnly, nil, "The project %s is open only to be read.", p.path)
	}
	m := &Merge{project: p, path: other}
	if err := mustBeFile(other); err != nil {
		return nil, err
	}
	if sameFile(p.path, other) {
		return m, nil
	}
	if err := m.open(ctx); err != nil {
		return nil, errors.Join(tooLong(other, err), m.Close())
	}
	return m, nil
}

// Warnings returns what Open would warn of the other copy.
func (m *Merge) Warnings() []*Error {
	if m.other == nil {
		return nil
	}
	return m.other.Warnings()
}

func sameFile(a, b string) bool {
	x, err := os.Stat(a)
	if err != nil {
		return false
	}
	y, err := os.Stat(b)
	return err == nil && os.SameFile(x, y)
}

func (m *Merge) open(ctx context.Context) error {
	var err error
	if m.other, err = Open(ctx, m.path, Options{
		ReadOnly: true, copied: true, folders: foldersWithRoom(m.path, m.project.path), Now: m.project.now,
	}); err != nil {
		return err
	}
	if m.db, err = sqlite.Connect(ctx, m.other.reading, sqlite.Writing); err != nil {
		return err
	}
	if err := m.db.Attach(m.project.reading, "project"); err != nil {
		return err
	}
	return m.compare(ctx)
}

// mergeSchema holds, in memory, the first change of each session that one side has and the other lacks, and the rows that
// these changes touch.
const mergeSchema = `
PRAGMA temp_store = MEMORY;
CREATE TEMP TABLE lacking (session INTEGER PRIMARY KEY, first INTEGER NOT NULL);
CREATE TEMP TABLE ahead (session INTEGER PRIMARY KEY, first INTEGER NOT NULL);
CREATE TEMP TABLE came (entity TEXT NOT NULL, id BLOB NOT NULL, PRIMARY KEY (entity, id)) WITHOUT ROWID;
CREATE TEMP TABLE went (entity TEXT NOT NULL, id BLOB NOT NULL, PRIMARY KEY (entity, id)) WITHOUT ROWID;
`

// compare finds what each side lacks, and refuses what cannot be one history.
func (m *Merge) compare(ctx context.Context) error {
	ours, err := sessionsIn(m.db, "project")
	if err != nil {
		return err
	}
	theirs, err := sessionsIn(m.db, "main")
	if err != nil {
		return err
	}
	if err := m.db.Run(mergeSchema); err != nil {
		return err
	}
	for id, their := range theirs {
		if err := ctx.Err(); err != nil {
			return err
		}
		our := ours[id]
		if err := m.mustAgree(id, our, their); err != nil {
			return err
		}
		if their.length > our.length {
			if err := m.db.Exec(`INSERT INTO lacking VALUES (?, ?)`, their.key, our.length+1); err != nil {
				return err
			}
			m.changes += int(their.length - our.length)
		}
	}
	latest, err := sqlite.Number(m.db, `SELECT coalesce(max(c.clock), 0) FROM lacking l JOIN change c ON c.session = l.session
		AND c.seq >= l.first`)
	if err != nil {
		return err
	}
	if latest != 0 && !journal.Clock(latest).MayArrive() {
		return damagedf("What %s would bring is said to be of the year %d, after which nothing could be written any more. It is not merged.",
			m.path, journal.Clock(latest).Time().Year())
	}
	for id, our := range ours {
		if their := theirs[id]; our.length > their.length {
			if err := m.db.Exec(`INSERT INTO ahead VALUES (?, ?)`, our.key, their.length+1); err != nil {
				return err
			}
		}
	}
	if err := m.findLostTexts(); err != nil {
		return err
	}
	return m.db.Run(`INSERT OR IGNORE INTO came SELECT c.entity, c.id FROM lacking l JOIN change c
		ON c.session = l.session AND c.seq >= l.first;
		INSERT OR IGNORE INTO went SELECT c.entity, c.id FROM ahead a JOIN project.change c ON c.session = a.session AND c.seq >= a.first`)
}

// sessionState is how far a copy has a session.
type sessionState struct {
	key    int64
	length int64 // how many changes
	chain  journal.Chain
}

func sessionsIn(src sqlite.Source, schema string) (map[ID]sessionState, error) {
	list := map[ID]sessionState{}
	err := sqlite.Each(src, func(scan func(...any) error) error {
		var id ID
		var s sessionState
		var chain []byte
		err := scan(&s.key, (*idColumn)(&id), &s.length, &chain)
		copy(s.chain[:], chain)
		list[id] = s
		return err
	}, `SELECT key, uuid, coalesce((SELECT max(seq) FROM `+schema+`.change c WHERE c.session = s.key), 0), chain FROM `+schema+`.session s`)
	return list, err
}

// mustAgree refuses a session whose common part differs, or whose changes are not those that were written.
func (m *Merge) mustAgree(id ID, our, their sessionState) error {
	if our.length == their.length && our.chain == their.chain {
		return nil
	}
	shared := min(our.length, their.length)
	at, whole, err := chainOf(m.db, "main", id, their.key, shared)
	if err != nil {
		return err
	}
	if whole != their.chain {
		return damagedf("The journal of %s is damaged: the changes of session %s are not those that were written. Check it with "+
			"“standpoint check PROJECT”.", m.path, id)
	}
	if shared == 0 {
		return nil
	}
	ours, _, err := chainOf(m.db, "project", id, our.key, shared)
	if err != nil {
		return err
	}
	if at != ours {
		return NewError(CodeForked, nil,
			"The two copies cannot be merged: from one session (%s) they have different changes, so one of them was restored or altered by "+
				"another program in the middle of it. Use the copy that has your work, and bring in what the other has by exporting it as JSON.", id)
	}
	return nil
}

// chained are the columns that a chain is made of, of a change c and its action a.
const chained = `c.seq, c.clock, c.entity, c.id, c.fields, a.id, a.coder, a.undoes, a.title, a.kind, a.at`

// scanChained reads them. A change whose action is missing has none.
func scanChained(scan func(...any) error, session ID) (c journal.Change, a journal.Action, fields string, err error) {
	var clock int64
	err = scan(&c.Seq, &clock, &c.Entity, (*idColumn)(&c.ID), &fields,
		(*idColumn)(&a.ID), (*idColumn)(&a.Coder), (*idColumn)(&a.Undoes),
		(*stringColumn)(&a.Title), (*stringColumn)(&a.Kind), (*stringColumn)(&a.At))
	c.Session, c.Clock, c.Action = session, journal.Clock(clock), a.ID
	return c, a, fields, err
}

// chainOf follows the changes of a session and returns its chain after the seq at and at its end.
func chainOf(src sqlite.Source, schema string, id ID, key, at int64) (then, end journal.Chain, err error) {
	var last journal.Change
	err = sqlite.Each(src, func(scan func(...any) error) error {
		c, action, fields, err := scanChained(scan, id)
		if err != nil {
			return err
		}
		if c.Action == (ID{}) {
			return damagedf("The journal is damaged: in session %s the change %d belongs to no action.", id, c.Seq)
		}
		if c.Seq != last.Seq+1 || c.Clock < last.Clock || !c.Clock.IsSensible() {
			return damagedf("The journal is damaged: in session %s the change %d does not follow the change %d, or its clock (%s) makes no sense.",
				id, c.Seq, last.Seq, c.Clock.Time().Format("2006-01-02 15:04:05"))
		}
		end = end.Next(c, action, []byte(fields))
		if last = c; c.Seq == at {
			then = end
		}
		return nil
	}, `SELECT `+chained+` FROM `+schema+`.change c
		LEFT JOIN `+schema+`.action a ON a.key = c.action WHERE c.session = ? ORDER BY c.seq`, key)
	return then, end, err
}

// findLostTexts looks for texts that articles of the project have, that damage took from it, and that the other copy holds.
func (m *Merge) findLostTexts() error {
	return sqlite.Each(m.db, func(scan func(...any) error) error {
		var h text.Hash
		err := scan((*hashColumn)(&h))
		m.texts = append(m.texts, h)
		return err
	}, `SELECT DISTINCT a.body FROM project.article a JOIN main.body t ON t.hash = a.body
		WHERE NOT EXISTS (SELECT 1 FROM project.body b WHERE b.hash = a.body)`)
}

// Changes is how many changes the project lacks, and texts that it lost; with none there is nothing to merge.
func (m *Merge) Changes() int { return m.changes + len(m.texts) }

// Close removes the private copy. Closing twice does nothing.
func (m *Merge) Close() error {
	var errs []error
	if m.db != nil {
		errs = append(errs, m.db.Close())
		m.db = nil
	}
	if m.other != nil {
		errs = append(errs, m.other.Close())
		m.other = nil
	}
	return errors.Join(errs...)
}

// MergeRecord is a merge that was made into this copy and not taken back.
type MergeRecord struct {
	Action ID     `json:"-"`
	Other  string `json:"other"` // where the other copy lay
	At     string `json:"at"`    // RFC 3339
	// Brought lists which changes came, by session.
	Brought map[ID]broughtRange `json:"brought"`
}

// broughtRange is a run of changes of one session, from the first to the last seq.
type broughtRange struct {
	First int64 `json:"first"`
	Last  int64 `json:"last"`
}

// Changes is how many changes the merge brought.
func (r MergeRecord) Changes() int {
	n := 0
	for _, b := range r.Brought {
		n += int(b.Last - b.First + 1)
	}
	return n
}

// localMerge is the local key, before the action's id, under which a record is kept.
const localMerge = "merge/"

// Merges lists the merges that can be taken back, the latest first.
func (p *Project) Merges(ctx context.Context) (list []MergeRecord, err error) {
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		list, err = mergeRecords(s)
		return err
	})
	return list, err
}

func mergeRecords(src sqlite.Source) (list []MergeRecord, err error) {
	err = sqlite.Each(src, func(scan func(...any) error) error {
		var r MergeRecord
		var data []byte
		if err := scan((*idColumn)(&r.Action), &data); err != nil {
			return err
		}
		if err := json.Unmarshal(data, &r); err != nil {
			return NewError(CodeDamaged, err, "What an earlier merge brought is no longer known. Check the project with “standpoint check PROJECT”.")
		}
		list = append(list, r)
		return nil
	}, `SELECT a.id, l.value FROM action a JOIN local l ON l.key = ? || hex(a.id) ORDER BY a.key DESC`, localMerge)
	return list, err
}
