// Package learn learns from examples: which words of a text belong to what somebody says, and how sure it is that something proposed is
// right. It knows features as numbers and holds no text: what it has learnt are weights.
//
// The same examples in the same order give the same weights, on every machine on which a program counts the same way.
package learn

// The hash that makes features of words.
const (
	hashStart = 2166136261
	hashStep  = 16777619
)

// Hash is a number for a string; several strings may share it.
func Hash(s string) uint32 {
	h := uint32(hashStart)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * hashStep
	}
	return h
}

// Feature is the number of a feature: of what kind it is, and what it says.
func Feature(kind, a, b uint32) uint32 {
	h := (kind+1)*0x9e3779b1 ^ a*0x85ebca6b
	h ^= h >> 15
	h = (h ^ b*0x2c1b3c6d) * 0xc2b2ae35
	h ^= h >> 13
	h *= 0x27d4eb2f
	return h ^ h>>16
}

// mixed is a number between 0 and 2³² that looks as if it were chance, the same for the same two.
func mixed(round, i int) uint32 {
	return Feature(uint32(round), uint32(i), 0) //nolint:gosec // it puts examples into an order
}
