package store

import "strings"

// A rank says where a part of a report stands: parts are in the order of their ranks, as bytes, and then of their ids. So moving one
// writes one row, and what two copies put in stands together when they are merged. It is made of levels, each of whose letters tell whom
// of the coders it is from and then count, so that what one coder writes in one go stays together: AAA001 AAA002 BBB001, not
// AAA001 BBB001 AAA002. What comes between two is on a level below the first. Nothing else follows from a rank, and readers must bear
// any.
const (
	rankDigits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
	rankCoder  = 3 // letters that tell the coder
	rankCount  = 3 // letters that count
	rankLevel  = rankCoder + rankCount
	rankMiddle = "V00" // what a level begins to count at, so that there is room before it, too
)

// rankFrom returns the letters of a coder.
func rankFrom(coder ID) string {
	n := int(coder[len(coder)-2])<<8 | int(coder[len(coder)-1])
	return rankNumber(n, rankCoder)
}

func rankNumber(n, digits int) string {
	b := make([]byte, digits)
	for i := digits - 1; i >= 0; i-- {
		b[i] = rankDigits[n%len(rankDigits)]
		n /= len(rankDigits)
	}
	return string(b)
}

// rankBetween returns a rank after one and before another, "" being the beginning and the end; ok is false if there is none, as
// between two that are the same.
func rankBetween(after, before, coder string) (rank string, ok bool) {
	for _, rank := range []string{rankCounted(after, coder, 1), rankCounted(before, coder, -1), after + coder + rankMiddle} {
		if rank > after && (before == "" || rank < before) {
			return rank, true
		}
	}
	rank = rankWithin(after, before) + coder + rankMiddle
	return rank, rank > after && rank < before
}

// rankCounted returns the rank that is so many further on the last level, if that is of the coder; "" if there is none.
func rankCounted(rank, coder string, by int) string {
	at := len(rank) - rankCount
	if len(rank) < rankLevel || rank[at-rankCoder:at] != coder {
		return ""
	}
	n, largest := 0, 1
	for _, c := range rank[at:] {
		digit := strings.IndexRune(rankDigits, c)
		if digit < 0 {
			return ""
		}
		n, largest = n*len(rankDigits)+digit, largest*len(rankDigits)
	}
	if n += by; n < 0 || n >= largest {
		return ""
	}
	return rank[:at] + rankNumber(n, rankCount)
}

// rankWithin returns what a rank between two others can begin with, the second of which is not ""; "" if it finds nothing.
func rankWithin(after, before string) (prefix string) {
	for i := range len(before) {
		if i < len(after) && after[i] == before[i] {
			continue
		}
		low := -1 // the place of the letter among the digits; none is before all
		if i < len(after) {
			low = strings.IndexByte(rankDigits, after[i])
		}
		high := strings.IndexByte(rankDigits, before[i])
		switch between := low + (high-low)/2; {
		case high-low > 1:
			return before[:i] + rankDigits[between:between+1]
		case low >= 0:
			return after // whatever follows it is before the second
		}
	}
	return ""
}
