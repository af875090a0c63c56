package store

import (
	"context"

	"standpoint/store/text"
)

// Close writes everything into the one file, gives up the lock and closes the project.
func (p *Project) Close() error { return errNotYet }

// Path returns where the project lies.
func (p *Project) Path() string { return p.path }

// Name returns the file's name without its extension.
func (p *Project) Name() string { return "" }

// ReadOnly reports whether writes are refused.
func (p *Project) ReadOnly() bool { return false }

// Coder returns the person who works on the project now.
func (p *Project) Coder() Coder { return Coder{} }

// Batch is one transaction being written. It is valid only inside the function it was given to.
type Batch struct{}

// LongAction is one action written in several batches, such as an import.
type LongAction struct{}

// Do runs fn as one action with one batch: all of it is on disk when Do returns, or nothing.
// If fn writes nothing there is no action and the ID is zero.
func (p *Project) Do(ctx context.Context, title string, fn func(*Batch) error) (ID, error) {
	return ID{}, errNotYet
}

// Begin starts an action of several batches. Nothing is written before the first Batch.
func (p *Project) Begin(title string) *LongAction { return nil }

// Batch runs fn as one batch of the action.
func (a *LongAction) Batch(ctx context.Context, fn func(*Batch) error) error { return errNotYet }

// Undo takes back the newest action made in this file that has not been taken back.
func (p *Project) Undo(ctx context.Context) (UndoResult, error) { return UndoResult{}, errNotYet }

// Redo takes back the last Undo.
func (p *Project) Redo(ctx context.Context) (UndoResult, error) { return UndoResult{}, errNotYet }

// UndoTitle returns the title of the action that Undo would take back, "" if none.
func (p *Project) UndoTitle() string { return "" }

// RedoTitle returns the title of the action that Redo would bring back, "" if none.
func (p *Project) RedoTitle() string { return "" }

// Subscribe calls fn after each commit, from the writer's goroutine: fn must be quick and must not write.
func (p *Project) Subscribe(fn func(Event)) (cancel func()) { return func() {} }

// AddArticle adds an article with its body. Errors: *DuplicateError, CodeInvalid (with the byte offset in the body).
func (b *Batch) AddArticle(a Article, body string) (Article, error) { return a, errNotYet }

// UpdateArticle changes the fields that fn sets.
func (b *Batch) UpdateArticle(id ID, fn func(*Article)) error { return errNotYet }

// AddActor adds an actor.
func (b *Batch) AddActor(a Actor) (Actor, error) { return a, errNotYet }

// UpdateActor changes the fields that fn sets.
func (b *Batch) UpdateActor(id ID, fn func(*Actor)) error { return errNotYet }

// AddIssue adds an issue.
func (b *Batch) AddIssue(i Issue) (Issue, error) { return i, errNotYet }

// UpdateIssue changes the fields that fn sets.
func (b *Batch) UpdateIssue(id ID, fn func(*Issue)) error { return errNotYet }

// AddTag adds a tag.
func (b *Batch) AddTag(t Tag) (Tag, error) { return t, errNotYet }

// UpdateTag changes the fields that fn sets.
func (b *Batch) UpdateTag(id ID, fn func(*Tag)) error { return errNotYet }

// AddAnnotation adds an annotation with its Participants and Tags.
func (b *Batch) AddAnnotation(a Annotation) (Annotation, error) { return a, errNotYet }

// UpdateAnnotation changes the fields that fn sets; Participants and Tags are left to SetParticipants and SetTags.
func (b *Batch) UpdateAnnotation(id ID, fn func(*Annotation)) error { return errNotYet }

// AddCoder adds a coder, for imports of other people's work.
func (b *Batch) AddCoder(c Coder) (Coder, error) { return c, errNotYet }

// SetAliases makes names the aliases of the actor.
func (b *Batch) SetAliases(actor ID, names []string) error { return errNotYet }

// AddAlias adds one alias; adding it again does nothing.
func (b *Batch) AddAlias(actor ID, name string) error { return errNotYet }

// SetAffiliations makes the list the affiliations of the actor. Those with an ID that is there are changed.
func (b *Batch) SetAffiliations(actor ID, list []Affiliation) error { return errNotYet }

// SetExternalIDs makes the list the external ids of the actor.
func (b *Batch) SetExternalIDs(actor ID, list []ExternalID) error { return errNotYet }

// SetParticipants makes the list the participants of the annotation, in this order.
func (b *Batch) SetParticipants(annotation ID, list []Participant) error { return errNotYet }

// SetTags makes the list the tags of the annotation.
func (b *Batch) SetTags(annotation ID, tags []ID) error { return errNotYet }

// SetNote sets the project's coder's note on a row; "" removes it.
func (b *Batch) SetNote(on Entity, subject ID, text string) error { return errNotYet }

// AddNote sets a note with its own coder, for imports of other people's work.
func (b *Batch) AddNote(n Note) (Note, error) { return n, errNotYet }

// Delete puts a row in the trash; what hangs on it is hidden with it.
func (b *Batch) Delete(e Entity, id ID) error { return errNotYet }

// Restore takes a row out of the trash.
func (b *Batch) Restore(e Entity, id ID) error { return errNotYet }

// Merge makes one actor, issue, tag, article or coder stand for another: from is shown as into everywhere.
func (b *Batch) Merge(e Entity, from, into ID) error { return errNotYet }

// Reassign makes the annotations of one actor those of another: mentions, participants and targets.
func (b *Batch) Reassign(from, to ID) error { return errNotYet }

// Article returns an article; CodeNotFound if it is not there or deleted.
func (p *Project) Article(ctx context.Context, id ID) (Article, error) { return Article{}, errNotYet }

// Body returns a body by its hash.
func (p *Project) Body(ctx context.Context, h text.Hash) (*text.Body, error) { return nil, errNotYet }

// Articles lists articles with their counts, and the number there are in all.
func (p *Project) Articles(ctx context.Context, q ArticleQuery) ([]ArticleRow, int, error) {
	return nil, 0, errNotYet
}

// FindDuplicate returns the live articles with that body: first the one with the same source and date, if there is one (same).
func (p *Project) FindDuplicate(ctx context.Context, body text.Hash, source string, published Date) (first Article, same, found bool, err error) {
	return Article{}, false, false, errNotYet
}

// Actor returns an actor; CodeNotFound if it is not there or deleted.
func (p *Project) Actor(ctx context.Context, id ID) (Actor, error) { return Actor{}, errNotYet }

// Aliases returns the aliases of an actor.
func (p *Project) Aliases(ctx context.Context, actor ID) ([]string, error) { return nil, errNotYet }

// Affiliations returns the affiliations of an actor, oldest first.
func (p *Project) Affiliations(ctx context.Context, actor ID) ([]Affiliation, error) {
	return nil, errNotYet
}

// ExternalIDs returns the external ids of an actor.
func (p *Project) ExternalIDs(ctx context.Context, actor ID) ([]ExternalID, error) {
	return nil, errNotYet
}

// Actors lists actors with their counts, and the number there are in all.
func (p *Project) Actors(ctx context.Context, q ActorQuery) ([]ActorRow, int, error) {
	return nil, 0, errNotYet
}

// Issue returns an issue; CodeNotFound if it is not there or deleted.
func (p *Project) Issue(ctx context.Context, id ID) (Issue, error) { return Issue{}, errNotYet }

// Issues lists issues with their counts, and the number there are in all.
func (p *Project) Issues(ctx context.Context, q IssueQuery) ([]IssueRow, int, error) {
	return nil, 0, errNotYet
}

// Tag returns a tag; CodeNotFound if it is not there or deleted.
func (p *Project) Tag(ctx context.Context, id ID) (Tag, error) { return Tag{}, errNotYet }

// Tags lists tags with their counts, and the number there are in all.
func (p *Project) Tags(ctx context.Context, q TagQuery) ([]TagRow, int, error) {
	return nil, 0, errNotYet
}

// Names returns all actors, issues or tags as type-ahead needs them, by name.
func (p *Project) Names(ctx context.Context, e Entity) ([]Name, error) { return nil, errNotYet }

// Annotations returns the live annotations of an article in text order, with participants and tags.
func (p *Project) Annotations(ctx context.Context, article ID) ([]Annotation, error) {
	return nil, errNotYet
}

// Annotation returns one annotation; CodeNotFound if it is not there or hidden.
func (p *Project) Annotation(ctx context.Context, id ID) (Annotation, error) {
	return Annotation{}, errNotYet
}

// Notes returns the notes on a row, by coder.
func (p *Project) Notes(ctx context.Context, e Entity, subject ID) ([]Note, error) {
	return nil, errNotYet
}

// ArticleNotes returns the notes on an article and on its annotations.
func (p *Project) ArticleNotes(ctx context.Context, article ID) ([]Note, error) {
	return nil, errNotYet
}

// Coders returns all coders.
func (p *Project) Coders(ctx context.Context) ([]Coder, error) { return nil, errNotYet }

// Positions lists positions in groups, and the number of rows there are in all.
func (p *Project) Positions(ctx context.Context, q PositionQuery) ([]PositionRow, int, error) {
	return nil, 0, errNotYet
}

// Statements lists statements, and the number there are in all.
func (p *Project) Statements(ctx context.Context, q StatementQuery) ([]StatementRow, int, error) {
	return nil, 0, errNotYet
}

// Record lists all statements and positions of one actor, or all on one issue, oldest first, across articles.
func (p *Project) Record(ctx context.Context, e Entity, id ID, page Page) ([]RecordRow, int, error) {
	return nil, 0, errNotYet
}

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

// Counts returns how much the project holds.
func (p *Project) Counts(ctx context.Context) (Counts, error) { return Counts{}, errNotYet }

// Draft is an open form as it was left: outside the journal, surviving a crash.
type Draft struct {
	Key     string // which form
	Article ID
	Data    []byte // JSON, the caller's
}

// Drafts returns the drafts of an article.
func (p *Project) Drafts(ctx context.Context, article ID) ([]Draft, error) { return nil, errNotYet }

// SaveDraft keeps a draft, in place of an earlier one of the same article and key.
func (p *Project) SaveDraft(ctx context.Context, d Draft) error { return errNotYet }

// DropDraft forgets a draft.
func (p *Project) DropDraft(ctx context.Context, article ID, key string) error { return errNotYet }

// Local returns a value kept for this copy only, outside the journal; nil if there is none.
func (p *Project) Local(ctx context.Context, key string) ([]byte, error) { return nil, errNotYet }

// SetLocal keeps a value for this copy only; nil removes it.
func (p *Project) SetLocal(ctx context.Context, key string, value []byte) error { return errNotYet }
