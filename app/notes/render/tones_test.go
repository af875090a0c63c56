package render

import "testing"

// Whatever colour an actor or a tag has, its words can be read on their ground and its lines seen on the page: in the contrasts that
// the Web Content Accessibility Guidelines ask for.
func TestEveryColourOfAMarkCanBeReadAndSeen(t *testing.T) {
	for n := range 8 * 8 * 8 {
		c := tone{float64((n >> 6) * 36), float64((n >> 3 & 7) * 36), float64((n & 7) * 36)}
		for _, theme := range [][2]tone{{lightPage, lightInk}, {darkPage, darkInk}} {
			page, ink := theme[0], theme[1]
			if got := contrast(ink, c.tintOn(page)); got < 4.5 {
				t.Errorf("words on %s on the page %s have a contrast of %.1f", c, page, got)
			}
			if got := contrast(c.lineOn(page, ink), page); got < 3 {
				t.Errorf("a line of %s on the page %s has a contrast of %.1f", c, page, got)
			}
		}
	}
	if c, is := toneOf("#c43d4d"); !is || c.String() != "#c43d4d" {
		t.Errorf("#c43d4d is read as %s", c)
	}
	for _, none := range []string{"", "c43d4d", "#c43d4", "#c43d4g", "#c43d4d0", "#+43d4d"} {
		if _, is := toneOf(none); is {
			t.Errorf("%q is read as a colour", none)
		}
	}
}
