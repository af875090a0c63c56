package intake

import (
	"math"
	"net/url"
	"regexp"
	"slices"
	"strings"
)

var (
	printedTime   = regexp.MustCompile(`^\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[AP]M)?`)
	printedNumber = regexp.MustCompile(`^\d{1,4}(?: ?/ ?| of | von | de | sur | di | из | з )\d{1,4}$`)
)

// withoutPrint takes off what a browser puts around a page that it prints: the time, the title of the page, its address, and numbers. It
// returns the address, "" if it was no browser, or the address was too long for it. Of other pages all stays.
func withoutPrint(pages []pdfPage, title string) (address string) {
	for i := range pages {
		var at []int
		found, isTimed := "", false
		for n, line := range pages[i].lines {
			words := strings.TrimSpace(line.words)
			isAddress := isPrintedAddress(words)
			if !pages[i].isEdge(line) || !isAddress && !printedTime.MatchString(words) && !printedNumber.MatchString(words) {
				continue
			}
			at = append(at, n)
			isTimed = isTimed || printedTime.MatchString(words)
			if isAddress {
				found = words
			}
		}
		if found == "" || !isTimed {
			continue
		}
		pages[i].withoutRows(at, title)
		if u, err := url.Parse(found); err == nil && u.Host != "" && strings.HasPrefix(u.Scheme, "http") {
			address = u.String()
		}
	}
	return address
}

// isPrintedAddress reports whether a line is the address of a page and nothing else; a browser ends one that is too long with dots.
func isPrintedAddress(words string) bool {
	scheme, rest, found := strings.Cut(words, "://")
	return found && rest != "" && !strings.ContainsAny(words, " \t") && (scheme == "http" || scheme == "https" || scheme == "file")
}

// withoutRows takes off lines, and the title beside them.
func (p *pdfPage) withoutRows(at []int, title string) {
	isTitle := func(line pdfLine) bool {
		words := strings.TrimRight(strings.TrimSpace(line.words), "….")
		return words != "" && strings.HasPrefix(title, words) && slices.ContainsFunc(at, func(n int) bool {
			return math.Abs(p.lines[n].base-line.base) < line.size
		})
	}
	var kept []pdfLine
	for n, line := range p.lines {
		if !slices.Contains(at, n) && !isTitle(line) {
			kept = append(kept, line)
		}
	}
	p.lines = kept
}
