package candidates

import (
	"slices"
	"unicode"
)

// A text is compared by its shingles: each run of a few words, hashed. A sketch of some of them tells how much two texts have in common
// without either.
const (
	shingleWords = 4
	slots        = 64
	bandSlots    = 2 // texts that agree in one band are looked at
	bands        = slots / bandSlots
)

// sketch is the least hash of the shingles in each of several parts of all hashes.
type sketch [slots]uint32

// shingles are the hashes of a text's shingles, sorted, each once. Case, punctuation and white space are no difference.
func shingles(s string) []uint64 {
	words := wordHashes(s)
	if len(words) == 0 {
		return nil
	}
	n := min(shingleWords, len(words))
	list := make([]uint64, 0, len(words)-n+1)
	for i := 0; i+n <= len(words); i++ {
		h := uint64(0)
		for _, w := range words[i : i+n] {
			h = mixed(h ^ w)
		}
		list = append(list, h)
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// wordHashes are the hashes of a text's words; of scripts that have no spaces between words, of each character.
func wordHashes(s string) []uint64 {
	const seed, prime = 14695981039346656037, 1099511628211
	words := make([]uint64, 0, len(s)/6+1)
	h, inWord := uint64(seed), false
	end := func() {
		if inWord {
			words = append(words, h)
		}
		h, inWord = seed, false
	}
	for _, r := range s {
		switch {
		case r < 0x80 && (r|0x20 < 'a' || r|0x20 > 'z') && (r < '0' || r > '9'):
			end()
			continue
		case r >= 0x80 && !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r):
			end()
			continue
		case r < 0x80:
			r |= 0x20 // figures keep their own hashes
		default:
			r = unicode.ToLower(r)
		}
		if isUnspaced(r) {
			end()
		}
		h, inWord = (h^uint64(r))*prime, true
		if isUnspaced(r) {
			end()
		}
	}
	end()
	return words
}

func isUnspaced(r rune) bool {
	return r >= 0x0E00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer,
		unicode.Myanmar)
}

// mixed spreads the bits of a hash evenly.
func mixed(h uint64) uint64 {
	h ^= h >> 33
	h *= 0xff51afd7ed558ccd
	h ^= h >> 33
	h *= 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}

// sketchOf makes the sketch of a text. A part without a shingle borrows from the next that has one, so that short texts can be compared.
func sketchOf(list []uint64) sketch {
	const empty = ^uint32(0)
	var own, s sketch
	for i := range own {
		own[i] = empty
	}
	for _, h := range list {
		slot := h % slots
		own[slot] = min(own[slot], uint32(h>>32)) //nolint:gosec // the upper half is what is wanted
	}
	if len(list) == 0 {
		return own
	}
	for i := range s {
		for step := range uint32(slots) {
			if v := own[(i+int(step))%slots]; v != empty {
				s[i] = v + step*0x9e3779b1
				break
			}
		}
	}
	return s
}

// likeness estimates which share of the shingles of two texts both have.
func likeness(a, b *sketch) float64 {
	same := 0
	for i := range a {
		if a[i] == b[i] {
			same++
		}
	}
	return float64(same) / slots
}

// bandKeys are the hashes of the bands of a sketch, by which texts that may be alike are found.
func (s *sketch) bandKeys() [bands]uint32 {
	var keys [bands]uint32
	for i := range keys {
		h := mixed(uint64(s[i*bandSlots])<<32 | uint64(s[i*bandSlots+1]) + uint64(i)<<56)
		keys[i] = uint32(h >> 32) //nolint:gosec // half of a hash is a hash
	}
	return keys
}

// share is how much of the longer of two texts stands in both.
func share(a, b []uint64) float64 {
	most := max(len(a), len(b))
	if most == 0 {
		return 0
	}
	common, j := 0, 0
	for _, h := range a {
		for j < len(b) && b[j] < h {
			j++
		}
		if j < len(b) && b[j] == h {
			common++
		}
	}
	return float64(common) / float64(most)
}

// shareOfLikeness is the share for texts of one length of which so many shingles of both together are common.
func shareOfLikeness(j float64) float64 { return 2 * j / (1 + j) }
