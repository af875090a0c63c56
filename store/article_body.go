package store

import (
	"sync"

	"standpoint/store/internal/sqlite"
	"standpoint/store/text"
)

// PreparedBody is a body with what takes time to find out about it before it is stored. It needs no project, so that several goroutines can
// prepare bodies while a batch is written.
type PreparedBody struct {
	body  *text.Body
	words string // as the search index takes them
}

// PrepareBody prepares a body. CodeInvalid, wrapping *text.InvalidError, if it cannot be stored.
func PrepareBody(s string) (*PreparedBody, error) {
	body, err := newBody(s)
	if err != nil {
		return nil, err
	}
	body.Hash()
	return &PreparedBody{body: body, words: text.SearchTokens(s)}, nil
}

// Hash returns the body's hash.
func (p *PreparedBody) Hash() text.Hash { return p.body.Hash() }

func newBody(s string) (*text.Body, error) {
	body, err := text.NewBody(s)
	if err != nil {
		return nil, NewError(CodeInvalid, err, "The text cannot be stored: %v.", err)
	}
	return body, nil
}

// bodiesKept is how many code points of bodies are kept in memory.
const bodiesKept = 8_000_000

// bodies keeps recently used bodies. It is safe for concurrent use.
type bodies struct {
	mu    sync.Mutex
	byKey map[text.Hash]*text.Body
	order []text.Hash // oldest first
	size  int
}

func newBodies() *bodies { return &bodies{byKey: map[text.Hash]*text.Body{}} }

func (b *bodies) get(h text.Hash) *text.Body {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.byKey[h]
}

func (b *bodies) put(h text.Hash, body *text.Body) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.byKey[h] != nil {
		return
	}
	b.byKey[h] = body
	b.order = append(b.order, h)
	b.size += body.Len()
	for b.size > bodiesKept && len(b.order) > 1 {
		b.size -= b.byKey[b.order[0]].Len()
		delete(b.byKey, b.order[0])
		b.order = b.order[1:]
	}
}

// forget drops all that is kept.
func (b *bodies) forget() {
	b.mu.Lock()
	defer b.mu.Unlock()
	clear(b.byKey)
	b.order, b.size = nil, 0
}

// load returns the body with the hash, from memory or the file.
func (b *bodies) load(src sqlite.Source, h text.Hash) (*text.Body, error) {
	if body := b.get(h); body != nil {
		return body, nil
	}
	var s string
	found, err := sqlite.One(src, []any{(*stringColumn)(&s)}, `SELECT text FROM body WHERE hash = ?`, h[:])
	if err != nil {
		return nil, err
	}
	if !found {
		return nil, notFoundf("The project does not hold the text %s.", h)
	}
	body, err := text.NewBody(s)
	if err != nil {
		return nil, NewError(CodeDamaged, err, "A text in the project is damaged. Check the project with “standpoint check PROJECT”.")
	}
	if body.Hash() != h {
		return nil, damagedf("The text %s is not what was stored. Check the project with “standpoint check PROJECT”.", h)
	}
	b.put(h, body)
	return body, nil
}
