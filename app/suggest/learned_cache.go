package suggest

import (
	"bytes"
	"compress/flate"
	"crypto/sha256"
	"encoding/gob"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"path/filepath"
	"time"

	"standpoint/app/suggest/learn"
	"standpoint/store"
)

// Cache is a folder in which is kept what was learnt, a file a project: weights of hashed features, and no text. What is damaged in it, or
// was learnt from something else, counts as nothing, and the folder may be removed at any time. "" is none.
type Cache string

// CacheIn is that in a folder in which the program keeps what it can make anew; "" is none.
func CacheIn(folder string) Cache {
	if folder == "" {
		return ""
	}
	return Cache(filepath.Join(folder, "learned"))
}

// lessonKey tells from what something was learnt.
type lessonKey [sha256.Size]byte

const (
	cacheSign   = "standpoint learned 3\n"
	mostCached  = 32 << 20            // bytes of a file that is read
	cachedFor   = 90 * 24 * time.Hour // how long a file is kept that nobody read
	cacheEnding = ".learned"
)

// file is where something is kept of a project; "" if nothing is.
func (c Cache) file(project string) string {
	if c == "" || project == "" {
		return ""
	}
	if whole, err := filepath.Abs(project); err == nil {
		project = whole
	}
	sum := sha256.Sum256([]byte(project))
	return filepath.Join(string(c), hex.EncodeToString(sum[:8])+cacheEnding)
}

// read returns what was learnt from the same; nil if nothing is kept of it.
func (c Cache) read(project string, key lessonKey) *Learned {
	name := c.file(project)
	if name == "" {
		return nil
	}
	f, err := os.Open(name)
	if err != nil {
		return nil
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, mostCached))
	if err != nil {
		return nil
	}
	l, err := decodeLearned(data, key)
	if err != nil {
		return nil
	}
	now := time.Now()
	_ = os.Chtimes(name, now, now) // only how long it is kept depends on it
	return l
}

// keep keeps what was learnt, as far as that can be done, and removes what nobody read for long.
func (c Cache) keep(project string, key lessonKey, l *Learned) {
	name := c.file(project)
	if name == "" || os.MkdirAll(string(c), 0o700) != nil {
		return
	}
	data, err := l.encode(key)
	if err != nil {
		return
	}
	f, err := os.CreateTemp(string(c), "new-*")
	if err != nil {
		return
	}
	_, err = f.Write(data)
	if failed := f.Close(); err != nil || failed != nil || os.Rename(f.Name(), name) != nil {
		_ = os.Remove(f.Name())
	}
	c.sweep()
}

func (c Cache) sweep() {
	files, err := os.ReadDir(string(c))
	if err != nil {
		return
	}
	for _, f := range files {
		if info, err := f.Info(); err == nil && time.Since(info.ModTime()) > cachedFor {
			_ = os.Remove(filepath.Join(string(c), f.Name()))
		}
	}
}

// Forget removes what is kept of a project, which is learnt anew then.
func (c Cache) Forget(project string) {
	if name := c.file(project); name != "" {
		_ = os.Remove(name) // what is not there need not be
	}
}

// cached is what a file holds.
type cached struct {
	Articles int
	Labeller *learn.Labeller
	Kinds    []cachedKind
	Fared    []cachedFare
	Likes    map[uint32]int
	Names    map[uint64]recordedName
}

type cachedKind struct {
	Kind   store.Kind
	Used   bool
	Shares map[uint32]float64
	Labels bool
	Curve  learn.Curve
	Middle float64
	Ranker *learn.Ranker
}

type cachedFare struct {
	Kind               store.Kind
	Rule               string
	Accepted, Rejected int
}

// encode writes a sign, what it was learnt from, what was learnt, and a sum of all that.
func (l *Learned) encode(key lessonKey) ([]byte, error) {
	c := cached{Articles: l.Articles, Labeller: l.labeller, Likes: l.likes, Names: l.recorded}
	for _, kind := range learntKinds {
		if k := l.kinds[kind]; k != nil {
			c.Kinds = append(c.Kinds, cachedKind{kind, k.Used, k.Shares, k.Labels, k.Curve, k.Middle, k.ranker})
		}
	}
	for key, f := range l.fared {
		c.Fared = append(c.Fared, cachedFare{key.kind, key.rule, f.accepted, f.rejected})
	}
	var b bytes.Buffer
	b.WriteString(cacheSign)
	b.Write(key[:])
	packed, err := flate.NewWriter(&b, flate.BestSpeed)
	if err != nil {
		return nil, err
	}
	if err := gob.NewEncoder(packed).Encode(c); err != nil {
		return nil, err
	}
	if err := packed.Close(); err != nil {
		return nil, err
	}
	sum := sha256.Sum256(b.Bytes())
	return append(b.Bytes(), sum[:]...), nil
}

var errForeignCache = errors.New("this was not learnt from it")

// decodeLearned reads what encode wrote for the same key.
func decodeLearned(data []byte, key lessonKey) (*Learned, error) {
	head := cacheSign + string(key[:])
	at := len(data) - sha256.Size
	if at < len(head) || string(data[:len(head)]) != head || sha256.Sum256(data[:at]) != [sha256.Size]byte(data[at:]) {
		return nil, errForeignCache
	}
	var c cached
	if err := gob.NewDecoder(flate.NewReader(bytes.NewReader(data[len(head):at]))).Decode(&c); err != nil {
		return nil, err
	}
	l := &Learned{Articles: c.Articles, labeller: c.Labeller, likes: c.Likes, recorded: c.Names}
	l.kinds, l.fared = map[store.Kind]*learnedKind{}, map[fareKey]fared{}
	for _, k := range c.Kinds {
		l.kinds[k.Kind] = &learnedKind{k.Used, k.Shares, k.Labels, k.Curve, k.Middle, k.Ranker}
	}
	for _, f := range c.Fared {
		l.fared[fareKey{f.Kind, f.Rule}] = fared{f.Accepted, f.Rejected}
	}
	return l, nil
}
