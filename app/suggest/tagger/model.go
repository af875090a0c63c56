package tagger

import (
	"bufio"
	"compress/flate"
	"encoding/binary"
	"errors"
	"io"
	"maps"
	"math"
	"slices"
	"sync"
)

type row [tagCount]int8

// Model is what was learnt from tagged sentences. It may be used from several goroutines.
type Model struct {
	certain map[uint32]Tag // by their hashes, words that are never anything else where they are written small
	keys    []uint32       // of the features, where they are looked for; 0: none
	rows    []row          // as the keys
	mask    uint32
	readers sync.Pool
}

func newModel(certain map[uint32]Tag, weights map[uint32]row) *Model {
	size := 1
	for size < 2*len(weights)+2 {
		size *= 2
	}
	m := &Model{
		certain: certain, keys: make([]uint32, size), rows: make([]row, size), mask: uint32(size - 1),
		readers: sync.Pool{New: func() any { return new(reader) }},
	}
	for _, key := range slices.Sorted(maps.Keys(weights)) {
		at := key & m.mask
		for m.keys[at] != 0 {
			at = (at + 1) & m.mask
		}
		m.keys[at], m.rows[at] = key, weights[key]
	}
	return m
}

// Tags appends the parts of speech of the words of one sentence, in order, and returns the extended slice.
func (m *Model) Tags(tags []Tag, sentence []Word) []Tag {
	r := m.readers.Get().(*reader)
	defer m.readers.Put(r)
	r.read(sentence)
	before, before2 := tagCount, tagCount
	var f features
	for i := range sentence {
		tag, sure := r.sure(m.certain, i)
		if !sure {
			r.at(&f, i, before, before2)
			tag = m.best(&f)
		}
		tags = append(tags, tag)
		before, before2 = tag, before
	}
	return tags
}

// sure is the tag of a word that needs no look at those around it.
func (r *reader) sure(certain map[uint32]Tag, i int) (Tag, bool) {
	w := &r.words[i+edges]
	switch w.shape {
	case shapeMark:
		if tag, ok := certain[w.word]; ok {
			return tag, true
		}
		return Mark, true
	case shapeSmall:
		tag, ok := certain[w.word]
		return tag, ok
	}
	return 0, false
}

func (m *Model) best(f *features) Tag {
	var sums [tagCount]int32
	for _, key := range f {
		for at := key & m.mask; m.keys[at] != 0; at = (at + 1) & m.mask {
			if m.keys[at] == key {
				for t, weight := range &m.rows[at] {
					sums[t] += int32(weight)
				}
				break
			}
		}
	}
	best := Mark
	for t := range sums {
		if sums[t] > sums[best] {
			best = Tag(t)
		}
	}
	return best
}

// Encode writes a model: the same bytes for the same model.
func (m *Model) Encode(w io.Writer) error {
	compressed, err := flate.NewWriter(w, flate.BestCompression)
	if err != nil {
		return err
	}
	var b []byte
	number := func(n uint64) { b = binary.AppendUvarint(b, n) }
	number(uint64(len(m.certain)))
	last := uint32(0)
	for _, key := range slices.Sorted(maps.Keys(m.certain)) {
		number(uint64(key - last))
		b = append(b, byte(m.certain[key]))
		last = key
	}
	weights := map[uint32]row{}
	for at, key := range m.keys {
		if key != 0 {
			weights[key] = m.rows[at]
		}
	}
	keys := slices.Sorted(maps.Keys(weights))
	number(uint64(len(keys)))
	last = 0
	for _, key := range keys { // what is alike stands together: it is compressed better
		number(uint64(key - last))
		last = key
	}
	for t := range tagCount {
		gap := uint64(0)
		for _, key := range keys {
			if weight := weights[key][t]; weight != 0 {
				number(gap)
				b = append(b, byte(weight))
				gap = 0
				continue
			}
			gap++
		}
		number(gap)
		b = append(b, 0)
	}
	if _, err := compressed.Write(b); err != nil {
		return err
	}
	return compressed.Close()
}

var errDamaged = errors.New("these are no weights of a tagger")

const mostWords = 1 << 20

// Decode reads a model that was encoded.
func Decode(r io.Reader) (*Model, error) {
	in := bufio.NewReader(flate.NewReader(r))
	d := decoder{in: in}
	certain := map[uint32]Tag{}
	last := uint32(0)
	for range d.count() {
		last += d.number()
		certain[last] = Tag(d.byte())
	}
	keys := make([]uint32, d.count())
	last = 0
	for i := range keys {
		last += d.number()
		keys[i] = last
	}
	rows := make([]row, len(keys))
	for t := range tagCount {
		for at := uint32(0); d.err == nil; at++ {
			at += d.number()
			weight := int8(d.byte())
			if weight == 0 {
				break
			}
			if at >= uint32(len(keys)) {
				return nil, errDamaged
			}
			rows[at][t] = weight
		}
	}
	if d.err != nil {
		return nil, errors.Join(errDamaged, d.err)
	}
	weights := make(map[uint32]row, len(keys))
	for i, key := range keys {
		weights[key] = rows[i]
	}
	return newModel(certain, weights), nil
}

type decoder struct {
	in  *bufio.Reader
	err error
}

func (d *decoder) number() uint32 {
	n, err := binary.ReadUvarint(d.in)
	if err == nil && n > math.MaxUint32 {
		err = errDamaged
	}
	if d.err == nil {
		d.err = err
	}
	return uint32(n)
}

// count is how many of something follow; 0 where nothing can be read any more.
func (d *decoder) count() uint32 {
	n := d.number()
	if d.err == nil && n > mostWords {
		d.err = errDamaged
	}
	if d.err != nil {
		return 0
	}
	return n
}

func (d *decoder) byte() byte {
	b, err := d.in.ReadByte()
	if d.err == nil {
		d.err = err
	}
	return b
}
