package store

import "context"

var errNotYet = &Error{Code: CodeInvalid, Message: "This is not built yet."}

// Search finds words in titles, bodies, quotes, notes and names.
func (p *Project) Search(ctx context.Context, q SearchQuery) ([]Hit, int, error) {
	return nil, 0, errNotYet
}

// History lists actions, newest first, and the number there are in all.
func (p *Project) History(ctx context.Context, q HistoryQuery) ([]HistoryEntry, int, error) {
	return nil, 0, errNotYet
}

// Trash lists deleted rows, last deleted first, and the number there are in all.
func (p *Project) Trash(ctx context.Context, page Page) ([]TrashRow, int, error) {
	return nil, 0, errNotYet
}

// Check folds the journal anew and compares, verifies the chains of all sessions and every anchor.
// progress may be nil.
func (p *Project) Check(ctx context.Context, progress func(done, total int)) (Report, error) {
	return Report{}, errNotYet
}

// Backup writes a verified copy of the project to dest, which must not exist.
func (p *Project) Backup(ctx context.Context, dest string) error { return errNotYet }
