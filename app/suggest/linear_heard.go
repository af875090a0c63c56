package suggest

import "strings"

// afterDative passes whom something is told, if the words have an ending that only the dative has: “сказала | естонському телебаченню”,
// “рассказала | газете «Берег» | помощница”; the word itself if they have none.
func (c *clausal) afterDative(i, end int) int {
	switch {
	case c.g.hearers.has(c.words[i]) && i+1 < end && c.opens(i+1) && c.g.order["bare-nouns"]:
		return min(c.passageAt(i+1).to, end)
	case !isMade(c.words[i], c.g.dativeEnds) || c.words[i].large || c.isDeterminer(i):
		return i
	}
	at := i + 1
	if at < end && !strings.HasSuffix(c.words[i].fold, "ю") && c.nominal(at, end) > at && !c.startsOnPerson(at, end) {
		at++
	}
	return at
}

// crowdAfter is of whom one calls out whom nobody names: “вигукнули | з натовпу”.
func (c *clausal) crowdAfter(k int, t *told) span2 {
	p := c.pieces[k]
	if len(c.g.crowds) == 0 || k == 0 || !c.pieces[k-1].quote || t.end+1 >= p.span2[1] || !c.g.crowds.has(c.words[t.end]) ||
		!isMade(c.words[t.end-1], c.g.manyEnds) {
		return span2{}
	}
	if to := c.nominal(t.end+1, p.span2[1]); to > t.end+1 && !c.isTimeAt(t.end+1) {
		return span2{t.end + 1, to}
	}
	return span2{}
}

// hasHearer reports whether words name to whom things are said.
func (c *clausal) hasHearer(from, to int) bool {
	for _, w := range c.words[from:to] {
		if c.g.hearers.has(w) || len(c.g.hearerEnds) > 0 && strings.Contains(w.fold, "-") && isMade(w, c.g.hearerEnds) {
			return true
		}
	}
	return false
}
