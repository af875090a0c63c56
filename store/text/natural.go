package text

import (
	"cmp"
	"strings"
)

// CompareNames orders names as people do: without case and accents, and numbers in them by what they count, so that 2 comes before 10.
func CompareNames(a, b string) int {
	return cmp.Or(compareNatural(Fold(a), Fold(b)), strings.Compare(a, b))
}

// compareNatural compares folded texts piece by piece: what is no number by its letters, numbers by their size.
func compareNatural(a, b string) int {
	for a != "" && b != "" {
		m, n := leadingDigits(a), leadingDigits(b)
		if m == 0 || n == 0 {
			if a[0] != b[0] {
				return cmp.Compare(a[0], b[0])
			}
			a, b = a[1:], b[1:]
			continue
		}
		x, y := strings.TrimLeft(a[:m], "0"), strings.TrimLeft(b[:n], "0")
		if c := cmp.Or(cmp.Compare(len(x), len(y)), strings.Compare(x, y)); c != 0 {
			return c
		}
		a, b = a[m:], b[n:]
	}
	return cmp.Compare(len(a), len(b))
}

// leadingDigits is how many bytes of digits a text begins with.
func leadingDigits(s string) int {
	n := 0
	for n < len(s) && '0' <= s[n] && s[n] <= '9' {
		n++
	}
	return n
}
