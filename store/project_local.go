package store

import (
	"context"

	"standpoint/store/internal/sqlite"
)

// Draft is an open form as it was left: outside the journal, surviving a crash.
type Draft struct {
	Article ID     // none: a form that belongs to no article
	Key     string // which form
	Data    []byte // the caller's
}

// Drafts returns the drafts of an article, by key.
func (p *Project) Drafts(ctx context.Context, article ID) (list []Draft, err error) {
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		return sqlite.Each(s, func(scan func(...any) error) error {
			d := Draft{Article: article}
			err := scan(&d.Key, &d.Data)
			list = append(list, d)
			return err
		}, `SELECT key, data FROM draft WHERE article = ? ORDER BY key`, article[:])
	})
	return list, err
}

// SaveDraft keeps a draft, in place of an earlier one of the same article and key. Undo does not know of it.
func (p *Project) SaveDraft(ctx context.Context, d Draft) error {
	return p.aside(ctx, `INSERT OR REPLACE INTO draft (article, key, data) VALUES (?, ?, ?)`, d.Article[:], d.Key, nonNil(d.Data))
}

// DropDraft forgets a draft.
func (p *Project) DropDraft(ctx context.Context, article ID, key string) error {
	return p.aside(ctx, `DELETE FROM draft WHERE article = ? AND key = ?`, article[:], key)
}

// Local returns a value kept for this copy only, outside the journal; nil if there is none.
func (p *Project) Local(ctx context.Context, key string) (value []byte, err error) {
	err = p.read(ctx, func(s sqlite.Snapshot) error {
		_, err := sqlite.One(s, []any{&value}, `SELECT value FROM local WHERE key = ?`, key)
		return err
	})
	return value, err
}

// SetLocal keeps a value for this copy only; nil removes it.
func (p *Project) SetLocal(ctx context.Context, key string, value []byte) error {
	if value == nil {
		return p.aside(ctx, `DELETE FROM local WHERE key = ?`, key)
	}
	return p.aside(ctx, `INSERT OR REPLACE INTO local (key, value) VALUES (?, ?)`, key, value)
}

// aside runs one statement on the tables outside the journal.
func (p *Project) aside(ctx context.Context, query string, args ...any) error {
	return p.on(ctx, func(w *writer) error {
		return w.beside(func() error { return w.db.Exec(query, args...) })
	})
}

// beside is transaction for what belongs to this copy alone: nothing changes of what is counted.
func (w *writer) beside(fn func() error) error {
	return w.transaction(func() error {
		if err := fn(); err != nil {
			return err
		}
		return w.project.tally.note(w.db, nil)
	})
}

func nonNil(b []byte) []byte {
	if b == nil {
		return []byte{}
	}
	return b
}
