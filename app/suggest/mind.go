package suggest

import (
	"context"
	"reflect"
	"sync"
	"sync/atomic"

	"standpoint/store"
	"standpoint/store/say"
	"standpoint/store/text"
)

// Mind keeps what is known of a project while its texts are read one after another: how its actors and issues are called, and in which
// words positions are recorded on these. The zero Mind knows nothing yet. It may be used from several goroutines.
type Mind struct {
	Pause func(context.Context) (pause func()) // what reading an article calls now and then; nil: nothing holds that up

	mu       sync.RWMutex // for writing: while it takes something over; for reading: while a text is read
	project  *store.Project
	names    Names
	reader   Reader
	recalled atomic.Bool // what is recorded on issues is known
	article  store.ID    // that was read last
	screened map[textKey]Screened

	learned atomic.Pointer[learnedOf]

	writes  sync.Mutex
	written []store.ID // annotations that may be others since
	behind  bool       // anything may be another since
}

// learnedOf is what was learnt from a project.
type learnedOf struct {
	project *store.Project
	*Learned
}

// Learn learns from a project as [LearnFrom] does, beside what is read meanwhile, and returns what was learnt; nil if there is nothing to
// learn from. Articles of the project are read with that from then on.
func (m *Mind) Learn(ctx context.Context, p *store.Project, n Names, c Cache) (*Learned, error) {
	l, err := LearnFrom(ctx, p, Know(n.Actors), c, nil)
	if err == nil {
		m.learned.Store(&learnedOf{p, l})
	}
	return l, err
}

// learnedFrom is what was learnt from a project; nil if nothing was.
func (m *Mind) learnedFrom(p *store.Project) *Learned {
	if l := m.learned.Load(); l != nil && l.project == p {
		return l.Learned
	}
	return nil
}

// Names are those of a project's actors and issues, by id. They are not changed once they are handed out.
type Names struct{ Actors, Issues map[store.ID]store.Name }

// IsSame reports whether these are the very names, unchanged since they were handed out.
func (n Names) IsSame(other Names) bool {
	return isSameMap(n.Actors, other.Actors) && isSameMap(n.Issues, other.Issues)
}

func isSameMap(a, b map[store.ID]store.Name) bool {
	return reflect.ValueOf(a).UnsafePointer() == reflect.ValueOf(b).UnsafePointer()
}

// textKey is a text as it is read in a language.
type textKey struct {
	body     text.Hash
	language string
}

// Follow notes what was written to the project.
func (m *Mind) Follow(e store.Event) {
	m.writes.Lock()
	defer m.writes.Unlock()
	m.behind = m.behind || e.All
	m.written = append(m.written, e.Touched[store.EntityAnnotation]...)
}

// Article reads an article as [Reader.Article] does, and tells whom and what its text names. What was recorded since the last is known for
// another article only: nothing else is proposed in the same because one of its proposals was accepted. Nothing that takes long is read
// for it: see [Mind.Recall].
func (m *Mind) Article(ctx context.Context, p *store.Project, n Names, a store.Article) (Findings, Overview, error) {
	done, err := m.know(ctx, p, n, a.ID)
	if err != nil {
		return Findings{}, Overview{}, err
	}
	defer done()
	r := m.reader
	r.Learned = m.learnedFrom(p)
	if m.Pause != nil {
		r.Rest = m.Pause(ctx)
	}
	found, err := r.Article(ctx, p, a)
	if err != nil {
		return Findings{}, Overview{}, err
	}
	o, err := m.standing(ctx, p, found.named)
	return found, o, err
}

// Overview tells whom and what a text names that is in no project yet.
func (m *Mind) Overview(ctx context.Context, p *store.Project, n Names, b *text.Body, f Facts) (Overview, error) {
	done, err := m.know(ctx, p, n, store.ID{})
	if err != nil {
		return Overview{}, err
	}
	defer done()
	return m.standing(ctx, p, m.reader.Overview(Text{Known: m.reader.Known, Body: b}, f))
}

// standing adds the issues on which those stand whom a text names.
func (m *Mind) standing(ctx context.Context, p *store.Project, o Overview) (Overview, error) {
	stand, err := p.IssuesHeld(ctx, o.Actors)
	o.standing(stand)
	return o, err
}

// Screen counts the actors and issues of the project whom articles name. Each is told of as soon as it is known, and is known from then on
// until an actor or an issue is called otherwise.
func (m *Mind) Screen(
	ctx context.Context, p *store.Project, n Names, articles []store.Article, each func(store.Article, Screened),
) error {
	for _, a := range articles {
		s, err := m.screen(ctx, p, n, a)
		if err != nil {
			return err
		}
		each(a, s)
	}
	return nil
}

// screen lets others come between two articles.
func (m *Mind) screen(ctx context.Context, p *store.Project, n Names, a store.Article) (Screened, error) {
	done, err := m.know(ctx, p, n, store.ID{})
	if err != nil {
		return Screened{}, err
	}
	key := textKey{a.Body, a.Language}
	s, known := m.screened[key]
	if known {
		done()
		return s, nil
	}
	body, err := p.Body(ctx, a.Body)
	if err != nil {
		done()
		return Screened{}, say.Errorf("read “%s”: %w", a.Title, err)
	}
	actors, issues := m.reader.Screen(body, a.Language)
	done()
	s = Screened{len(actors), len(issues)}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.names.IsSame(n) && m.project == p {
		m.screened[key] = s
	}
	return s, nil
}

// know takes over what there is to know. What it returns is called when the text is read: until then nothing else is taken over. article is
// the one that is read; none: what was recorded since does not matter.
func (m *Mind) know(ctx context.Context, p *store.Project, n Names, article store.ID) (done func(), err error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	m.mu.RLock()
	if m.isKnown(p, n, article) {
		return m.mu.RUnlock, nil
	}
	m.mu.RUnlock()
	m.mu.Lock()
	err = m.learn(ctx, p, n, article)
	m.mu.Unlock()
	if err != nil {
		return nil, err
	}
	m.mu.RLock()
	return m.mu.RUnlock, nil
}

// isKnown reports whether there is nothing to take over.
func (m *Mind) isKnown(p *store.Project, n Names, article store.ID) bool {
	m.writes.Lock()
	defer m.writes.Unlock()
	isOther := article != (store.ID{}) && article != m.article
	return m.project == p && m.reader.Issues != nil && m.names.IsSame(n) && !m.behind && !isOther
}

// Recall reads in which words positions are recorded on the issues, if that is not known yet: once, all of them. It reports whether it did:
// more can be told of articles then.
func (m *Mind) Recall(ctx context.Context, p *store.Project, n Names) (bool, error) {
	done, err := m.know(ctx, p, n, store.ID{})
	if err != nil {
		return false, err
	}
	done()
	if m.Recalls() {
		return false, nil
	}
	m.writes.Lock()
	m.written = nil // what is written from now on is taken over after what is read now
	m.writes.Unlock()
	words, err := p.WordsOnIssues(ctx)
	if err != nil {
		return false, err
	}
	issues := KnowIssues(n.Issues)
	issues.Record(words)
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.project != p || !isSameMap(m.names.Issues, n.Issues) { // they are called otherwise meanwhile: it is to be read with these names
		return true, nil
	}
	m.reader.Issues = issues
	m.recalled.Store(true)
	return len(words) > 0, nil
}

// Recalls reports whether what is recorded on the issues is known.
func (m *Mind) Recalls() bool { return m.recalled.Load() }

// learn takes over what is not known. After an error it is to be taken over still.
func (m *Mind) learn(ctx context.Context, p *store.Project, n Names, article store.ID) error {
	m.writes.Lock()
	isNew := m.behind || m.project != p || m.reader.Issues == nil
	m.behind = false
	var written []store.ID
	if isNew || article != (store.ID{}) && article != m.article {
		written, m.written = m.written, nil
	}
	m.writes.Unlock()

	if m.project != p || m.reader.Known == nil {
		m.reader.Known = Know(n.Actors)
	} else {
		m.reader.Known.Renew(n.Actors)
	}
	if isNew || !m.names.IsSame(n) {
		m.screened = map[textKey]Screened{}
	}
	if article != (store.ID{}) {
		m.article = article
	}
	m.project, m.names = p, n
	if isNew {
		m.reader.Issues = KnowIssues(n.Issues)
		m.recalled.Store(false)
		return nil
	}
	err := m.learnIssues(ctx, p, written)
	if err != nil {
		m.reader.Issues = nil
	}
	return err
}

// learnIssues takes over how the issues are called and what was recorded on those that came and in annotations that were written.
func (m *Mind) learnIssues(ctx context.Context, p *store.Project, written []store.ID) error {
	came, gone := m.reader.Issues.Rename(m.names.Issues)
	if gone { // what was recorded on it may be on another now
		m.recalled.Store(false)
	}
	if !m.Recalls() {
		return nil
	}
	if len(came) > 0 {
		words, err := p.WordsOnIssues(ctx, came...)
		if err != nil {
			return err
		}
		m.reader.Issues.Record(words)
	}
	if len(written) == 0 {
		return nil
	}
	words, err := p.WordsOnIssuesAmong(ctx, written)
	m.reader.Issues.Record(words)
	return err
}
