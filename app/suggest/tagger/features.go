package tagger

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// signs are what is read of one word, whatever stands around it.
type signs struct {
	word         uint32 // hashes: of the folded word,
	end2, end3   uint32 // of its last letters,
	end4, begin3 uint32
	shape        uint32
	can          uint32 // what the lexicon says
	owns         bool
}

// The shapes of words.
const (
	shapeMark uint32 = iota
	shapeSmall
	shapeLarge // the first letter
	shapeUpper // all letters, two at least
	shapeMixed // a capital letter within: “McKay”
	shapeNumber
	shapeHyphen = 8 // added where one stands within
	shapeStop   = 16
)

const (
	hashStart = 2166136261
	hashStep  = 16777619
)

func hashOf(s string) uint32 {
	h := uint32(hashStart)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * hashStep
	}
	return h
}

// signsOf reads a word.
func signsOf(w Word) signs {
	s := signs{word: hashOf(w.Fold), owns: w.Owns, shape: shapeOf(w.Text)}
	s.can = lexicon()[s.word]
	n := len(w.Fold)
	s.end2, s.end3, s.end4 = hashOf(w.Fold[max(n-2, 0):]), hashOf(w.Fold[max(n-3, 0):]), hashOf(w.Fold[max(n-4, 0):])
	s.begin3 = hashOf(w.Fold[:min(n, 3)])
	return s
}

func shapeOf(s string) uint32 {
	first, size := utf8.DecodeRuneInString(s)
	shape := shapeSmall
	switch {
	case unicode.IsDigit(first):
		shape = shapeNumber
	case !unicode.IsLetter(first):
		return shapeMark
	case unicode.IsUpper(first):
		shape = shapeLarge
		small, large := false, false
		for _, r := range s[size:] {
			small = small || unicode.IsLower(r)
			large = large || unicode.IsUpper(r)
		}
		switch {
		case large && small:
			shape = shapeMixed
		case large:
			shape = shapeUpper
		}
	}
	if strings.ContainsRune(s, '-') {
		shape += shapeHyphen
	}
	if strings.ContainsRune(s, '.') {
		shape += shapeStop
	}
	return shape
}

// edge stands before the first word of a sentence and after the last.
var edge = signs{word: hashOf("\x00"), shape: 31}

// reader reads the words of one sentence from left to right.
type reader struct {
	words   []signs // two edges, the words, two edges
	capital uint32  // how the sentence is written: 1 if most of its words are in capitals, 2 if they begin with one
}

const edges = 2

func (r *reader) read(sentence []Word) {
	r.words = append(r.words[:0], edge, edge)
	small, upper, large := 0, 0, 0
	for _, w := range sentence {
		s := signsOf(w)
		switch s.shape &^ (shapeHyphen | shapeStop) {
		case shapeSmall:
			small++
		case shapeUpper:
			upper++
		case shapeLarge, shapeMixed:
			large++
		}
		r.words = append(r.words, s)
	}
	r.words = append(r.words, edge, edge)
	r.capital = 0
	switch all := small + upper + large; {
	case all > 3 && upper*10 >= all*8:
		r.capital = 1
	case all > 3 && (upper+large)*10 >= all*6:
		r.capital = 2
	}
}

// featureCount is how many features a word has.
const featureCount = 29

type features [featureCount]uint32

// at fills in the features of a word, by the tags of the two words before it.
func (r *reader) at(f *features, i int, before, before2 Tag) {
	w := r.words[i+edges : i+edges+1][0]
	left, left2, right, right2 := &r.words[i+1], &r.words[i], &r.words[i+3], &r.words[i+4]
	shape := w.shape<<2 | r.capital
	first := uint32(0)
	if i == 0 {
		first = 1
	}
	owned := uint32(0)
	if left.owns {
		owned = 1
	}
	p1, p2 := uint32(before), uint32(before2)
	*f = features{
		feature(0, 0, 0),
		feature(1, w.word, 0),
		feature(2, w.end2, 0),
		feature(3, w.end3, 0),
		feature(4, w.end4, 0),
		feature(5, w.begin3, 0),
		feature(6, shape, first),
		feature(7, w.end3, shape),
		feature(8, p1, owned),
		feature(9, p1<<8|p2, 0),
		feature(10, w.word, p1),
		feature(11, w.end2, p1),
		feature(12, left.word, 0),
		feature(13, right.word, 0),
		feature(14, left2.word, 0),
		feature(15, right2.word, 0),
		feature(16, right.end3, 0),
		feature(17, left.end3, 0),
		feature(18, right.shape, shape),
		feature(19, left.shape<<8|shape, right.shape<<1|first),
		feature(20, p1, right.word),
		feature(21, w.word, right.end2),
		feature(22, p1<<8|p2, w.end2),
		feature(23, w.word, shape),
		feature(24, w.can, p1),
		feature(25, w.can, right.can),
		feature(26, w.can, p1<<8|p2),
		feature(27, w.can, w.end3),
		feature(28, right.can, p1<<8|shape),
	}
}

// feature is the key of a feature; 0 is none.
func feature(kind, a, b uint32) uint32 {
	h := (kind+1)*0x9e3779b1 ^ a*0x85ebca6b
	h ^= h >> 15
	h = (h ^ b) * 0xc2b2ae35
	h ^= h >> 13
	h *= 0x27d4eb2f
	h ^= h >> 16
	return max(h, 1)
}
