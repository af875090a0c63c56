package candidates

import "slices"

// lookup finds texts that may be alike: those of which a band of the sketch is the same. Of each band it hands out only the first few, so
// that a thousand texts with one footer, or of one form, cost no more than a few each.
type lookup struct {
	entries []uint64 // the key of a band above, the number of a text below; sorted
}

// mostOfBand is how many texts of one band are looked at.
const mostOfBand = 8

func newLookup(texts int) *lookup { return &lookup{entries: make([]uint64, 0, texts*bands)} }

// add adds a text under a number. After the last, sort is called.
func (l *lookup) add(number int, s *sketch) {
	for _, key := range s.bandKeys() {
		l.entries = append(l.entries, uint64(key)<<32|uint64(number)) //nolint:gosec // no batch has 2³² texts
	}
}

func (l *lookup) sort() { slices.Sort(l.entries) }

// with is the lookup of the texts of two, each of which is sorted.
func (l *lookup) with(other *lookup) *lookup {
	a, b := l.entries, other.entries
	both := make([]uint64, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if a[0] < b[0] {
			both, a = append(both, a[0]), a[1:]
		} else {
			both, b = append(both, b[0]), b[1:]
		}
	}
	return &lookup{entries: append(append(both, a...), b...)}
}

// alike returns the numbers below one of texts that may be like one of that sketch, sorted, each once. Of each band the texts of the
// first lookup come first.
func alike(s *sketch, below int, in ...*lookup) []int {
	var found []int
	for _, key := range s.bandKeys() {
		left := mostOfBand
		for _, l := range in {
			at, _ := slices.BinarySearch(l.entries, uint64(key)<<32)
			for _, e := range l.entries[at:min(at+left, len(l.entries))] {
				number := int(e & (1<<32 - 1))
				if uint32(e>>32) != key || number >= below {
					break
				}
				found = append(found, number)
				left--
			}
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}
