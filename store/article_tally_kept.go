package store

import (
	"context"
	"encoding/binary"
	"encoding/hex"
	"hash/crc32"
	"math"
	"strings"

	"standpoint/store/internal/sqlite"
	"standpoint/store/internal/sqlitefile"
)

// A tally is kept in the file from one session to the next, for this copy alone. Beside it stands of which state of the file it is, and
// which articles have changed since it was written: each transaction that changes nothing else, or notes what it changes, moves that state
// on. So it is never taken for what it is not, whoever else wrote to the file and however a session ended: then it is read anew. A purge
// takes it out of the file, since there are words in it.
const (
	localTally        = "tally"
	localTallyState   = "tally/state"    // a generation
	localTallyChanged = "tally/changed/" // and the id of an article, in hexadecimal
	localTallyEnd     = "tally0"         // comes after all of these,
	localChangedEnd   = "tally/changed0" // and this after those
)

// How many articles may have changed since a tally was kept: more and it is written anew on closing, or not kept any longer.
const (
	fewChangedKept  = 200
	mostChangedKept = 5000
)

// worthKeeping is of how many articles a tally is kept: fewer are read in no time. Tests have fewer.
var worthKeeping = 2000

// mostKept is how large a tally may be to be kept, in bytes.
const mostKept = 64 << 20

// keeping is what the writing connection knows of a tally that is kept.
type keeping struct {
	is      bool // of the state of the file
	changed int  // articles at most
}

// find looks whether a tally is kept.
func (k *keeping) find(s sqlite.Source) (err error) {
	kept, err := sqlite.Number(s, `SELECT count(*) FROM local l CROSS JOIN generation g ON g.now = l.value WHERE l.key = ?`, localTallyState)
	if err != nil || kept == 0 {
		return err
	}
	k.is = true
	k.changed, err = sqlite.Number(s, `SELECT count(*) FROM local WHERE key > ? AND key < ?`, localTallyChanged, localChangedEnd)
	return err
}

// follow moves the state of the kept tally on to that of the transaction, which changes some articles.
func (k *keeping) follow(db *sqlite.Connection, before, now sqlitefile.Generation, articles map[ID]bool) error {
	if !k.is {
		return nil
	}
	kept, err := sqlite.Number(db, `SELECT count(*) FROM local WHERE key = ? AND value = ?`, localTallyState, before[:])
	if err != nil {
		return err
	}
	k.changed += len(articles)
	if kept == 0 || k.changed > mostChangedKept {
		k.is = false
		return dropTally(db)
	}
	for id := range articles {
		err := db.Exec(`INSERT OR IGNORE INTO local (key, value) VALUES (?, x'')`, localTallyChanged+hex.EncodeToString(id[:]))
		if err != nil {
			return err
		}
	}
	return db.Exec(`UPDATE local SET value = ? WHERE key = ?`, now[:], localTallyState)
}

// dropTally takes the kept tally out of the file.
func dropTally(db *sqlite.Connection) error {
	return db.Exec(`DELETE FROM local WHERE key >= ? AND key < ?`, localTally, localTallyEnd)
}

// readKept fills the tally with the one that is kept, if that is of the state of the snapshot, and says which articles are to be read
// again.
func (t *tally) readKept(s sqlite.Snapshot, now sqlitefile.Generation) (changed []ID, known bool, err error) {
	var kept []byte
	found, err := sqlite.One(s, []any{&kept}, `SELECT t.value FROM local l CROSS JOIN local t ON t.key = ? WHERE l.key = ? AND l.value = ?`,
		localTally, localTallyState, now[:])
	if err != nil || !found || !t.decode(kept) {
		return nil, false, err
	}
	known = true
	err = sqlite.Each(s, func(scan func(...any) error) error {
		var key string
		if err := scan(&key); err != nil {
			return err
		}
		id, err := hex.DecodeString(strings.TrimPrefix(key, localTallyChanged))
		if known = known && err == nil && len(id) == len(ID{}); known {
			changed = append(changed, ID(id))
		}
		return nil
	}, `SELECT key FROM local WHERE key > ? AND key < ?`, localTallyChanged, localChangedEnd)
	return changed, known, err
}

// keepTally writes into the file what was read to count, so that it is there when the project is opened next; nothing if what is kept is
// nearly that, if there is little of it, or if so much changed since that reading it again takes time.
func (p *Project) keepTally(ctx context.Context) error {
	t := p.tally
	release, err := t.take(ctx)
	if err != nil {
		return err
	}
	defer release()
	if !t.loaded || len(t.articles) < worthKeeping {
		return nil
	}
	var kept []byte
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		var k keeping
		if err := k.find(s); err != nil || k.is && k.changed <= fewChangedKept {
			return err
		}
		_, now, err := stepOf(s)
		if err != nil {
			return err
		}
		if changed, _, known := t.changedUntil(now); !known || len(changed) > mostChangedKept {
			return nil
		}
		if err := t.follow(s); err != nil {
			return err
		}
		kept = t.encode()
		return nil
	})
	if err != nil || len(kept) == 0 || len(kept) > mostKept {
		return err
	}
	return p.on(ctx, func(w *writer) error {
		return w.transaction(func() error { return writeTally(w.db, kept, t.state) })
	})
}

// writeTally keeps a tally that was made of the state that the transaction follows.
func writeTally(db *sqlite.Connection, kept []byte, of sqlitefile.Generation) error {
	before, now, err := stepOf(db)
	if err != nil || before != of {
		return err
	}
	if err := dropTally(db); err != nil {
		return err
	}
	return db.Exec(`INSERT INTO local (key, value) VALUES (?, ?), (?, ?)`, localTally, kept, localTallyState, now[:])
}

// tallyFormat begins a kept tally. It changes with what a tally holds, and with how that is written.
const tallyFormat = 1

// encode writes the tally: of what is in no listed article nothing.
func (t *tally) encode() []byte {
	words, coders, stances, names := newRenumbering(), newRenumbering(), newRenumbering(), newRenumbering()
	ids := make([]ID, len(t.articles))
	for id, at := range t.place {
		ids[at] = id
	}
	var b []byte
	number := func(n uint32) { b = binary.AppendUvarint(b, uint64(n)) }
	listed := uint32(0)
	for at, a := range t.articles {
		if !a.listed {
			continue
		}
		listed++
		b = append(b, ids[at][:]...)
		for i, value := range a.values {
			if i >= talliedSource {
				value = words.of(value)
			}
			number(value)
		}
		number(uint32(len(a.tags))) //nolint:gosec // some
		for _, name := range a.tags {
			number(names.of(name))
		}
		number(uint32(len(a.annotations))) //nolint:gosec // some
		for m := range a.eachAnnotation() {
			number(coders.of(m.coder))
			number(stances.of(m.stance))
			number(uint32(len(m.names))) //nolint:gosec // some
			for _, name := range m.names {
				number(names.of(name))
			}
		}
	}
	articles := b
	b = []byte{tallyFormat}
	for _, list := range []struct {
		*renumbering
		of *numbering
	}{{words, &t.words}, {coders, &t.coders}, {stances, &t.stances}} {
		number(uint32(len(list.before))) //nolint:gosec // some
		for _, n := range list.before {
			word := list.of.words[n]
			number(uint32(len(word))) //nolint:gosec // as long as a line
			b = append(b, word...)
		}
	}
	number(uint32(len(names.before))) //nolint:gosec // some
	for _, n := range names.before {
		number(uint32(t.kinds[n])) //nolint:gosec // one of a few
		b = append(b, t.names[n].id[:]...)
	}
	number(listed)
	b = append(b, articles...)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b))
}

// renumbering gives those numbers that come up others, from 0 on.
type renumbering struct {
	now    map[uint32]uint32
	before []uint32
}

func newRenumbering() *renumbering { return &renumbering{now: map[uint32]uint32{}} }

func (r *renumbering) of(before uint32) uint32 {
	now, is := r.now[before]
	if !is {
		now = uint32(len(r.before)) //nolint:gosec // no more than there were
		r.now[before], r.before = now, append(r.before, before)
	}
	return now
}

// decode fills the tally with what encode wrote; false, and nothing in it, if it is something else.
func (t *tally) decode(kept []byte) bool {
	t.empty()
	const sum = 4
	if len(kept) < 1+sum || kept[0] != tallyFormat {
		return false
	}
	end := len(kept) - sum
	if binary.BigEndian.Uint32(kept[end:]) != crc32.ChecksumIEEE(kept[:end]) {
		return false
	}
	r := tallyReader{rest: kept[1:end]}
	for _, list := range []*numbering{&t.words, &t.coders, &t.stances} {
		for range r.length() {
			list.of(string(r.bytes(r.length())))
		}
	}
	for range r.length() {
		kind := r.below(talliedKinds)
		t.numberOf(rowKey{talliedEntities[kind], r.id()})
	}
	for range r.length() {
		t.place[r.id()] = len(t.articles)
		t.articles = append(t.articles, t.readArticle(&r))
	}
	if r.bad || len(r.rest) > 0 || len(t.place) != len(t.articles) {
		t.empty()
		return false
	}
	return true
}

func (t *tally) readArticle(r *tallyReader) talliedArticle {
	a := talliedArticle{listed: true}
	for i := range a.values {
		if i >= talliedSource {
			a.values[i] = r.below(len(t.words.words))
		} else {
			a.values[i] = r.below(math.MaxUint32)
		}
	}
	for range r.length() {
		a.tags = append(a.tags, r.below(len(t.names)))
	}
	for left := r.length(); left > 0 && !r.bad; {
		coder, stance, names := r.below(len(t.coders.words)), r.below(len(t.stances.words)), r.length()
		a.annotations = append(a.annotations, coder, stance, uint32(names)) //nolint:gosec // some
		for range names {
			a.annotations = append(a.annotations, r.below(len(t.names)))
		}
		left -= 3 + names
	}
	return a
}

// tallyReader reads what encode wrote. Once it comes upon something else it gives zeros.
type tallyReader struct {
	rest []byte
	bad  bool
}

// below reads a number that is less than another.
func (r *tallyReader) below(most int) uint32 {
	n, length := binary.Uvarint(r.rest)
	if length <= 0 || n >= uint64(most) { //nolint:gosec // it counts something
		r.bad, r.rest = true, nil
		return 0
	}
	r.rest = r.rest[length:]
	return uint32(n) //nolint:gosec // it is less
}

// length reads how much of something comes, each of which takes a byte at least.
func (r *tallyReader) length() int { return int(r.below(len(r.rest) + 1)) }

func (r *tallyReader) bytes(n int) []byte {
	if n > len(r.rest) {
		r.bad, r.rest = true, nil
		return nil
	}
	b := r.rest[:n]
	r.rest = r.rest[n:]
	return b
}

func (r *tallyReader) id() (id ID) {
	copy(id[:], r.bytes(len(id)))
	return id
}
