package store

import (
	"context"
	"errors"

	"standpoint/store/journal"
)

// AddToLastSession adds a change to the last session of a closed file, which no program should do.
func AddToLastSession(ctx context.Context, path, name string) error {
	p, err := Open(ctx, path, Options{})
	if err != nil {
		return err
	}
	err = p.on(ctx, func(w *writer) error {
		var s session
		var chain []byte
		found, err := one(w.db, []any{&s.key, (*idColumn)(&s.id), &chain, &s.seq},
			`SELECT key, uuid, chain, (SELECT max(seq) FROM change WHERE session = key) FROM session ORDER BY key DESC LIMIT 1`)
		if err != nil || !found {
			return errors.Join(err, errors.New("there is no session"))
		}
		copy(s.chain[:], chain)
		w.session = s
		return w.batch(&action{kind: ActionDo, title: "Fork"}, func(b *Batch) error {
			return b.change(EntityTag, NewID(), journal.Fields{journal.FieldCreated: []byte("true"), "name": []byte(`"` + name + `"`)})
		})
	})
	return errors.Join(err, p.Close())
}
