package store

import (
	"context"
	"encoding/json"
	"maps"
	"slices"
	"time"

	"standpoint/store/internal/sqlite"
	"standpoint/store/journal"
	"standpoint/store/say"
	"standpoint/store/text"
)

// MergeResult says what Apply did.
type MergeResult struct {
	Action   ID  // none if nothing came
	Changes  int // how many were brought in
	Moved    int // annotations that were carried to the text that their article has now
	Unplaced int // annotations whose words that text no longer has; they are listed for review
}

// MergeChoice sets a field after a merge to what the analyst chose. See MergeField.Choose and MergeRow.Restore.
type MergeChoice struct {
	entity Entity
	id     ID
	field  string
	value  json.RawMessage
}

func mergeGoesOn() error {
	return NewError(CodeInUse, nil, "Another copy is being merged into the project. Wait until that is done.")
}

// portionSize is how many changes come in one batch at least, so that the window and other writers get their turn every few
// hundred milliseconds.
const portionSize = 1500

// Apply brings in what the project lacks, as one action, in batches that each leave whole transactions of the other copy;
// then it sets what was chosen. When it is stopped by ctx, what was brought so far stays, and another merge finishes it.
// progress, which may be nil, is told how many changes are done.
func (m *Merge) Apply(ctx context.Context, choices []MergeChoice, progress func(done, total int)) (MergeResult, error) {
	if m.other == nil || m.Changes() == 0 && len(choices) == 0 {
		return MergeResult{}, nil
	}
	a := &arrival{
		merge: m, progress: progress, action: action{kind: ActionMerge, title: Title{Code: TitleMergeCopy, Name: m.other.Name()}.encode()},
		record: MergeRecord{Other: m.path, At: m.project.now().Format(time.RFC3339), Brought: map[ID]broughtRange{}},
	}
	if !m.project.merging.CompareAndSwap(false, true) {
		return MergeResult{}, mergeGoesOn()
	}
	defer m.project.merging.Store(false)
	err := m.project.spaciously(ctx, func() error {
		if err := a.bringTexts(ctx); err != nil {
			return err
		}
		if err := a.bring(ctx); err != nil {
			return err
		}
		return a.finish(ctx, choices)
	})
	if err == nil {
		err = m.project.shrink(ctx)
	}
	a.result.Action = a.action.id
	return a.result, err
}

// arriving is a change of the other copy, with all that the journal keeps of it.
type arriving struct {
	journal.Change
	encoded string // the fields as they are stored
	author
	kind, title, at string // of its action
}

// sealed is what a chain keeps of its action.
func (c arriving) sealed() journal.Action {
	return journal.Action{ID: c.Action, Coder: c.coder, Undoes: c.undoes, Title: c.title, Kind: c.kind, At: c.at}
}

const selectArriving = `SELECT s.uuid, c.seq, c.clock, a.id, a.coder, a.undoes, a.kind, a.title, a.at, c.entity, c.id, c.fields
	FROM lacking l JOIN change c ON c.session = l.session AND c.seq >= l.first
	JOIN session s ON s.key = c.session JOIN action a ON a.key = c.action ORDER BY c.clock, s.uuid, c.seq`

func scanArriving(scan func(...any) error) (c arriving, err error) {
	var clock int64
	err = scan((*idColumn)(&c.Session), &c.Seq, &clock, (*idColumn)(&c.Action), (*idColumn)(&c.coder), (*idColumn)(&c.undoes),
		(*stringColumn)(&c.kind), (*stringColumn)(&c.title), (*stringColumn)(&c.at), &c.Entity, (*idColumn)(&c.ID), &c.encoded)
	if err != nil {
		return c, err
	}
	c.Clock = journal.Clock(clock)
	if c.Fields, err = journal.Decode([]byte(c.encoded)); err != nil {
		return c, NewError(CodeDamaged, err, "Change %d of session %s is not readable.", c.Seq, c.Session)
	}
	return c, nil
}

// arrival writes what comes from another copy.
type arrival struct {
	merge    *Merge
	action   action
	record   MergeRecord
	progress func(done, total int)
	result   MergeResult
}

// bringTexts brings texts that articles of the project lost.
func (a *arrival) bringTexts(ctx context.Context) error {
	if len(a.merge.texts) == 0 {
		return nil
	}
	err := a.write(ctx, func(b *Batch) error {
		b.settled = true
		r := newReceiver(b.w.db, a.merge.db)
		for _, h := range a.merge.texts {
			if err := r.body(h); err != nil {
				return err
			}
			articles, err := ids(b.w.db, `SELECT id FROM article WHERE body = ?`, h[:])
			if err != nil {
				return err
			}
			for _, id := range articles {
				b.touch(EntityArticle, id)
				b.stale.articles[id] = true
				b.stale.texts[rowKey{EntityArticle, id}] = true
				if err := b.stale.markReferences(b.w.db, EntityArticle, id); err != nil {
					return err
				}
			}
		}
		return nil
	})
	if err == nil {
		a.result.Changes += len(a.merge.texts)
		a.merge.project.bodies.forget()
	}
	return err
}

// bring reads the next portion while it writes one.
func (a *arrival) bring(ctx context.Context) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	portions := make(chan []arriving, 1)
	var unread error
	go func() {
		defer close(portions)
		unread = a.merge.readPortions(ctx, portions)
	}()
	var unwritten error
	for portion := range portions {
		if unwritten = a.flush(ctx, portion); unwritten != nil {
			break
		}
	}
	stop()
	for range portions { // until the reader has ended
	}
	if unwritten != nil {
		return unwritten
	}
	return unread
}

// readPortions hands on what the project lacks, in order. The changes of one clock stay together.
func (m *Merge) readPortions(ctx context.Context, portions chan<- []arriving) error {
	var portion []arriving
	hand := func() error {
		select {
		case portions <- portion:
			portion = nil
			return nil
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	err := sqlite.Each(m.db, func(scan func(...any) error) error {
		c, err := scanArriving(scan)
		if err != nil {
			return err
		}
		if n := len(portion); n >= portionSize && portion[n-1].Clock != c.Clock {
			if err := hand(); err != nil {
				return err
			}
		}
		portion = append(portion, c)
		return nil
	}, selectArriving)
	if err != nil || len(portion) == 0 {
		return err
	}
	return hand()
}

// flush writes a portion as one batch.
func (a *arrival) flush(ctx context.Context, portion []arriving) error {
	brought := maps.Clone(a.record.Brought)
	err := a.write(ctx, func(b *Batch) error { return b.receive(a, portion, brought) })
	if err != nil {
		return err
	}
	a.record.Brought = brought
	a.result.Changes += len(portion)
	if a.progress != nil {
		a.progress(a.result.Changes, a.merge.Changes())
	}
	return nil
}

// write runs fn as a batch of the merge's action.
func (a *arrival) write(ctx context.Context, fn func(*Batch) error) error {
	return a.merge.project.on(ctx, func(w *writer) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		return w.batch(&a.action, fn)
	})
}

// receive writes a portion into the journal, folds its rows and notes which ranges came.
func (b *Batch) receive(a *arrival, portion []arriving, brought map[ID]broughtRange) error {
	b.settled = true // from here on there is something to settle, though none of it is ours
	if err := b.writeAction(); err != nil {
		return err
	}
	r := newReceiver(b.w.db, a.merge.db)
	for _, c := range portion {
		if err := r.insert(c); err != nil {
			return err
		}
		b.clock = max(b.clock, c.Clock)
		b.touch(Entity(c.Entity), c.ID)
		came, again := brought[c.Session]
		if !again {
			came.First = c.Seq
		}
		came.Last = c.Seq
		brought[c.Session] = came
	}
	for _, t := range tables { // what rows hang on comes before them
		for _, id := range slices.Clone(b.touched[t.entity]) {
			if err := r.fold(b, rowKey{t.entity, id}); err != nil {
				return err
			}
		}
	}
	if err := r.keepChains(); err != nil {
		return err
	}
	return b.keepRecord(a.record, brought)
}

func (b *Batch) keepRecord(r MergeRecord, brought map[ID]broughtRange) error {
	r.Brought = brought
	data, err := json.Marshal(r)
	if err != nil {
		return say.Errorf("keep what the merge brought: %w", err)
	}
	return b.w.db.Exec(`INSERT OR REPLACE INTO local (key, value) VALUES (? || hex(?), ?)`, localMerge, b.action.id[:], data)
}

// receiver puts changes of another copy into the journal.
type receiver struct {
	db, other *sqlite.Connection
	sessions  map[ID]*session
	actions   map[ID]int64                // keys by id
	whole     map[rowKey][]journal.Change // rows all of whose changes are among those that were put in; nil for others
	by        authors
	purged    map[rowKey]bool // whether rows were
}

func newReceiver(db, other *sqlite.Connection) *receiver {
	return &receiver{
		db: db, other: other, sessions: map[ID]*session{}, actions: map[ID]int64{},
		whole: map[rowKey][]journal.Change{}, by: authors{}, purged: map[rowKey]bool{},
	}
}

// fold folds a row that has new changes: one that is new here from these alone. What hangs on a row that was purged, here
// or there, has no place any more, whoever of the two did not know of the other.
func (r *receiver) fold(b *Batch, key rowKey) (err error) {
	changes, by := r.whole[key], r.by
	fresh := changes != nil
	if !fresh {
		if changes, by, err = changesOf(r.db, key.entity, key.id); err != nil {
			return err
		}
	}
	row := journal.Fold(changes)
	if !row.Purged {
		if row.Purged, err = r.hangsOnPurged(key.entity, row); err != nil {
			return err
		}
	}
	r.purged[key] = row.Purged
	if row.Purged {
		return r.purge(b, key, changes, row, by)
	}
	if !fresh {
		return b.stale.refold(r.db, key, changes, row, by)
	}
	t := tableFor(key.entity)
	after := t.fold(row, by)
	if after != nil {
		if err := t.put(r.db, key.id, after); err != nil {
			return err
		}
	}
	return b.stale.mark(r.db, key.entity, key.id, nil, after)
}

// purge folds a row that was purged, and what hangs on it here.
func (r *receiver) purge(b *Batch, key rowKey, changes []journal.Change, row journal.Row, by authors) error {
	for _, relation := range relationsTo[key.entity] {
		if !relation.endsFor() {
			continue
		}
		hanging, err := ids(r.db, relation.query(), key.id[:])
		if err != nil {
			return err
		}
		for _, id := range hanging {
			e := relation.from.entity
			b.touch(e, id)
			if err := r.fold(b, rowKey{e, id}); err != nil {
				return err
			}
		}
	}
	return b.stale.refold(r.db, key, changes, row, by)
}

// hangsOnPurged reports whether a row hangs on one that was purged.
func (r *receiver) hangsOnPurged(e Entity, row journal.Row) (bool, error) {
	for _, relation := range relationsOf[e] {
		var id ID
		if !relation.endsFor() || json.Unmarshal(row.Fields[relation.field], &id) != nil || id == (ID{}) {
			continue
		}
		of := relation.to
		if of == "" {
			_ = json.Unmarshal(row.Fields["on"], &of) // what names nothing hangs on nothing
		}
		if purged, err := r.isPurged(rowKey{of, id}); purged || err != nil {
			return purged, err
		}
	}
	return false, nil
}

func (r *receiver) isPurged(key rowKey) (bool, error) {
	if purged, known := r.purged[key]; known || tableFor(key.entity) == nil {
		return purged, nil
	}
	there, err := sqlite.Number(r.db, `SELECT EXISTS (SELECT 1 FROM `+tableFor(key.entity).name()+` WHERE id = ?)`, key.id[:])
	if err != nil {
		return false, err
	}
	if there == 0 {
		changes, _, err := changesOf(r.db, key.entity, key.id)
		if err != nil {
			return false, err
		}
		r.purged[key] = journal.Fold(changes).Purged
		return r.purged[key], nil
	}
	r.purged[key] = false
	return false, nil
}

// gather notes a change of a row that is new here.
func (r *receiver) gather(c arriving) error {
	row := rowKey{Entity(c.Entity), c.ID}
	changes, seen := r.whole[row]
	if !seen {
		known, err := sqlite.Number(r.db, `SELECT EXISTS (SELECT 1 FROM change WHERE entity = ? AND id = ?)`, c.Entity, c.ID[:])
		if err != nil {
			return err
		}
		if known > 0 {
			r.whole[row] = nil
			return nil
		}
	}
	if !seen || changes != nil {
		r.whole[row] = append(changes, c.Change)
		r.by[c.Action] = c.author
	}
	return nil
}

func (r *receiver) insert(c arriving) error {
	s, err := r.session(c.Session)
	if err != nil {
		return err
	}
	action, err := r.action(c)
	if err != nil {
		return err
	}
	for _, h := range bodiesNamed(c.Fields) {
		if err := r.body(h); err != nil {
			return err
		}
	}
	for _, h := range originalsNamed(c.Fields) {
		if err := r.original(h); err != nil {
			return err
		}
	}
	if err := r.gather(c); err != nil {
		return err
	}
	if c.Seq != s.seq+1 {
		return invalidf("The project was changed while another copy was being merged into it: change %d of session %s is not the next. Begin "+
			"the merge again.", c.Seq, c.Session)
	}
	s.seq, s.chain = c.Seq, s.chain.Next(c.Change, c.sealed(), []byte(c.encoded))
	return insertChange(r.db, s.key, action, c.Change, c.encoded)
}

// session returns the session of this file with the id, making it if it is new here.
func (r *receiver) session(id ID) (*session, error) {
	if s, ok := r.sessions[id]; ok {
		return s, nil
	}
	s := &session{id: id}
	var chain []byte
	found, err := sqlite.One(r.db, []any{&s.key, &chain, &s.seq},
		`SELECT key, chain, coalesce((SELECT max(seq) FROM change c WHERE c.session = s.key), 0) FROM session s WHERE uuid = ?`, id[:])
	if err != nil {
		return nil, err
	}
	if found {
		copy(s.chain[:], chain)
	} else if s.key, err = r.db.Insert(`INSERT INTO session (uuid, chain, local) VALUES (?, ?, 0)`, id[:], s.chain[:]); err != nil {
		return nil, err
	}
	r.sessions[id] = s
	return s, nil
}

func (r *receiver) action(c arriving) (int64, error) {
	if key, ok := r.actions[c.Action]; ok {
		return key, nil
	}
	var key int64
	found, err := sqlite.One(r.db, []any{&key}, `SELECT key FROM action WHERE id = ?`, c.Action[:])
	if err == nil && !found {
		key, err = r.db.Insert(`INSERT INTO action (id, coder, kind, undoes, title, at) VALUES (?, ?, ?, ?, ?, ?)`,
			c.Action[:], c.coder[:], c.kind, blob(c.undoes), c.title, c.at)
	}
	r.actions[c.Action] = key
	return key, err
}

// body brings in a text that the other copy has and this one lacks.
func (r *receiver) body(h text.Hash) error {
	known, err := sqlite.Number(r.db, `SELECT count(*) FROM body WHERE hash = ?`, h[:])
	if err != nil || known > 0 {
		return err
	}
	var s string
	found, err := sqlite.One(r.other, []any{(*stringColumn)(&s)}, `SELECT text FROM body WHERE hash = ?`, h[:])
	if err != nil || !found {
		return err // a check tells of a text that is nowhere
	}
	if body, err := text.NewBody(s); err != nil || body.Hash() != h {
		return damagedf("The text %s in the other copy is not what was stored. Check it with “standpoint check PROJECT”.", h)
	}
	return insertBody(r.db, h, s)
}

func (r *receiver) keepChains() error {
	for _, s := range r.sessions {
		if err := r.db.Exec(`UPDATE session SET chain = ? WHERE key = ?`, s.chain[:], s.key); err != nil {
			return err
		}
	}
	return nil
}

// bodiesNamed returns the bodies that the fields of a change name.
func bodiesNamed(fields journal.Fields) []text.Hash {
	var list []text.Hash
	for _, name := range hashFields {
		var h text.Hash
		if json.Unmarshal(fields[name], &h) == nil && !h.IsZero() {
			list = append(list, h)
		}
	}
	for _, name := range anchorFields {
		var a text.Anchor
		if json.Unmarshal(fields[name], &a) == nil && !a.IsZero() {
			list = append(list, a.Body)
		}
	}
	return list
}

// finish sets what was chosen, and carries annotations to the texts that their articles have then: changes of this copy,
// in a session of their own that leaves the journal with the rest when the merge is taken back.
func (a *arrival) finish(ctx context.Context, choices []MergeChoice) error {
	brought := maps.Clone(a.record.Brought)
	return a.merge.project.on(ctx, func(w *writer) error {
		usual := w.session
		w.session = session{}
		err := w.batch(&a.action, func(b *Batch) error {
			for _, c := range choices {
				if err := b.choose(c); err != nil {
					return err
				}
			}
			if err := b.settle(); err != nil { // which texts and rows there are depends on what was chosen
				return err
			}
			if err := b.carry(&a.result); err != nil {
				return err
			}
			if !b.begun {
				return nil
			}
			brought[w.session.id] = broughtRange{1, w.session.seq}
			if err := b.w.db.Exec(`UPDATE session SET local = 0 WHERE key = ?`, w.session.key); err != nil {
				return err
			}
			return b.keepRecord(a.record, brought)
		})
		w.session = usual
		return err
	})
}

// carry moves the annotations that stand on an earlier text of their article to the present one, where its words can be
// told there.
func (b *Batch) carry(result *MergeResult) error {
	edits := map[[2]text.Hash]*text.Edit{}
	unplaced, err := ids(b.w.db, `SELECT id FROM annotation WHERE unplaced = 1 AND shown_in IS NOT NULL ORDER BY id`)
	if err != nil {
		return err
	}
	for _, id := range unplaced {
		n, err := b.Annotation(id)
		if err != nil || n.Anchor.IsZero() {
			continue // it is on what was deleted, or stands where its statement does
		}
		a, err := b.Article(n.Article)
		if err != nil || n.Anchor.Body == a.Body {
			continue
		}
		way := [2]text.Hash{n.Anchor.Body, a.Body}
		if edits[way] == nil {
			if edits[way], err = b.newEdit(way[0], way[1]); err != nil {
				return err
			}
		}
		if n, err = b.moveAnchor(id, edits[way]); err != nil {
			return err
		}
		if n.Anchor.Body == a.Body {
			result.Moved++
		} else {
			result.Unplaced++
		}
	}
	return nil
}

// choose sets a field to what was chosen, if it is not that already.
func (b *Batch) choose(c MergeChoice) error {
	changes, _, err := changesOf(b.w.db, c.entity, c.id)
	if err != nil {
		return err
	}
	if row := journal.Fold(changes); journal.Same(row.Fields[c.field], c.value) || !row.Exists() {
		return nil
	}
	return b.change(c.entity, c.id, journal.Fields{c.field: c.value})
}
