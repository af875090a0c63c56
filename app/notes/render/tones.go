package render

import (
	"fmt"
	"math"
	"strconv"
)

// tone is a colour: red, green and blue, 0 to 255 each.
type tone [3]float64

var (
	lightPage, lightInk = tone{253, 252, 249}, tone{32, 36, 44}
	darkPage, darkInk   = tone{25, 26, 29}, tone{230, 230, 233}
)

// toneOf reads a colour, "#rrggbb".
func toneOf(colour string) (tone, bool) {
	if len(colour) != 7 || colour[0] != '#' {
		return tone{}, false
	}
	n, err := strconv.ParseUint(colour[1:], 16, 24)
	return tone{float64(n >> 16), float64(n >> 8 & 0xFF), float64(n & 0xFF)}, err == nil
}

// String returns the colour as "#rrggbb".
func (t tone) String() string {
	return fmt.Sprintf("#%02x%02x%02x", int(t[0]+.5), int(t[1]+.5), int(t[2]+.5))
}

// mixed returns the colour with a share of another, 0 to 1.
func (t tone) mixed(other tone, share float64) tone {
	for i := range t {
		t[i] += (other[i] - t[i]) * share
	}
	return t
}

// tintOn returns the colour as a ground for text on a page.
func (t tone) tintOn(page tone) tone { return page.mixed(t, .22) }

// lineOn returns the colour as a line that can be seen on a page: as near as it may be, with a contrast of three to one.
func (t tone) lineOn(page, ink tone) tone {
	for share := 0.0; share < 1; share += .05 {
		if line := t.mixed(ink, share); contrast(line, page) >= 3 {
			return line
		}
	}
	return ink
}

// contrast of two colours as the Web Content Accessibility Guidelines count it, 1 to 21.
func contrast(a, b tone) float64 {
	x, y := a.luminance(), b.luminance()
	return (max(x, y) + .05) / (min(x, y) + .05)
}

func (t tone) luminance() float64 {
	var linear tone
	for i, part := range t {
		if part /= 255; part <= .04045 {
			linear[i] = part / 12.92
		} else {
			linear[i] = math.Pow((part+.055)/1.055, 2.4)
		}
	}
	return .2126*linear[0] + .7152*linear[1] + .0722*linear[2]
}
