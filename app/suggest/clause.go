package suggest

import (
	"strings"

	"standpoint/store"
)

// piece is a stretch of a sentence between marks: a clause, a phrase, or one whole quotation.
type piece struct {
	span2
	before string // the marks before it, without spaces: "", ",", ":", ",—"
	quote  bool   // it is nothing but a quotation, with its marks
}

// clausal reads a unit of a text in whose language nothing tells the parts of speech: by its clauses, and by the words that open them.
type clausal struct {
	*sayer

	n      int
	u      unit
	pieces []piece
	last   *cue   // that was read before in the unit
	doer   gender // how the verb that is read speaks of who does it, as far as its form tells
}

const pieceMarks = ",;:–—-()" + stops

// readClauses finds who says what in a unit.
func (r *sayer) readClauses(n int, u unit) {
	c := &clausal{sayer: r, n: n, u: u}
	c.cut()
	if !c.verbLast() {
		c.readLinear()
		return
	}
	before := len(r.found)
	if c.addsQuotation() {
		return
	}
	if pending := r.pending; pending != nil {
		r.pending = nil
		if r.opens(u.from) {
			c.add(pending, ruleQuoteAfter, span2{u.from, r.passageAt(u.from).to})
		}
	}
	for k := range c.pieces {
		if !c.pieces[k].quote {
			c.readPiece(k)
		}
	}
	c.readCaption()
	c.readHearsay(before)
	c.readNear(before)
}

// afterPlace is where a paragraph begins after the place, the day and the agency: “Berlin (DPB), 5. März 2031 – ”.
func (c *clausal) afterPlace(u unit) int {
	tells := false // by brackets, by digits or by capital letters
	for i := u.from; i < min(u.to, u.from+farthestDateline) && !c.isQuoted(i); i++ {
		w := c.words[i]
		switch {
		case w.isMark("—–-") && tells:
			return i + 1
		case w.isMark("—–-:;!?"), c.isVerbOfSaying(i), c.g.determiners.has(w) && !w.upper, c.g.auxiliaries.has(w):
			return u.from
		}
		tells = tells || w.isMark("(/") || isDigits(w) || w.upper
	}
	return u.from
}

// mostInBrackets is how many words and marks stand in brackets that say more of somebody.
const mostInBrackets = 12

// afterBrackets is where brackets end that a word opens: “Odo Lenz (Hafenliste)”; the word itself if it opens none.
func (c *clausal) afterBrackets(i, end int) int {
	if !c.mark(i, "(") {
		return i
	}
	for at := i + 1; at < min(end, i+mostInBrackets); at++ {
		if c.mark(at, ")") {
			return at + 1
		}
	}
	return i
}

// cut cuts the unit into its pieces.
func (c *clausal) cut() {
	const mostMarks = 32 // bytes; more marks than stand between words say no more
	if c.u.from >= c.u.to {
		return
	}
	if c.verbLast() {
		c.u.from = c.afterPlace(c.u)
	} else {
		c.u.from = c.afterCapitals()
	}
	start, marks := c.u.from, ""
	end := func(at int, quote bool) {
		if at > start {
			c.pieces = append(c.pieces, piece{span2{start, at}, marks, quote})
			marks = ""
		}
	}
	for i := c.u.from; i < c.u.to; {
		switch {
		case c.opens(i):
			p := c.passageAt(i)
			to := min(p.to, c.u.to)
			if i == start && c.standsAlone(p, to) {
				end(to, true)
				start = to
			}
			i = to
		case c.afterBrackets(i, c.u.to) > i:
			i = c.afterBrackets(i, c.u.to)
		case c.isSetApart(i):
			i++
		case c.mark(i, pieceMarks):
			if end(i, false); len(marks) < mostMarks {
				marks += c.words[i].text
			}
			i++
			start = i
		default:
			i++
		}
	}
	end(c.u.to, false)
}

// afterCapitals is where the unit begins after the place, the day and the agency of a report: “VARRO, 5 mars (AL) - ”.
func (c *clausal) afterCapitals() int {
	from := c.u.from
	if from >= c.u.to || c.n > 0 && c.units[c.n-1].line == c.u.line || !c.words[from].upper {
		return from
	}
	for i := from + 1; i+1 < min(c.u.to, from+farthestDateline) && !c.isQuoted(i); i++ {
		before := c.words[i-1]
		if c.mark(i, "—–-") && (before.isMark(")") || before.upper || isDigits(before) || c.g.times.has(before)) {
			return i + 1
		}
	}
	return from
}

// standsAlone reports whether a quotation with which a piece begins is one by itself, and not a name in marks: it ends with a mark, or a
// mark or a verb of saying follows.
func (c *clausal) standsAlone(p passage, to int) bool {
	if to >= c.u.to || c.mark(to, pieceMarks) {
		return true
	}
	if to-2 > p.from && c.words[to-2].isMark(","+stops) {
		return true
	}
	_, says := c.g.verbs[c.words[to].fold]
	return (says || c.g.auxiliaries.has(c.words[to])) && !c.words[to].large
}

// readPiece finds who says what by the words of a piece.
func (c *clausal) readPiece(k int) {
	p := c.pieces[k]
	if c.readUnknown(k) || c.readAsItSays(k) || c.readViewOf(k) {
		return
	}
	c.readWish(k)
	for i := p.span2[0]; i < p.span2[1]; i++ {
		if c.isQuoted(i) {
			i = c.passageAt(i).to - 1
			continue
		}
		if c.words[i].mark || c.readAccordingTo(k, i) || c.readClaimOf(k, i) {
			continue
		}
		says := false
		for _, v := range c.g.verbs[c.words[i].fold] {
			found, ok := c.cueAt(k, i, v)
			switch {
			case !ok || says && v.stance != store.StanceOppose: // what somebody calls for is said
			case v.stance != "":
				c.readStance(k, &found)
			default:
				says = c.readSaying(k, &found)
			}
		}
	}
}

// told is a cue as it is found by clauses.
type told struct {
	cue

	finite    int // the word that says who does it: the verb, or the auxiliary of its participle
	particle  int // the word that is parted from the verb; -1: none
	verbFirst bool
	inner     bool // it stands in what somebody else says
	led       bool // another verb leads to it: “s'est borné à dire”

	cited    span2 // whom a report has it from
	citedEnd int   // where the words for them end
}

// cueAt reads a word as a verb of saying.
func (c *clausal) cueAt(k, i int, v verb) (t told, ok bool) {
	p, w := c.pieces[k], c.words[i]
	if w.large && i > c.sentenceFrom(c.u, i) && !c.begins(i) || i > p.span2[0] && c.isOfNoun(i-1) {
		return t, false
	}
	t = told{cue: cue{verb: v, at: i, end: i + 1, group: i}, finite: i, particle: -1}
	if v.particle != "" && !c.findParticle(k, &t) {
		return t, false
	}
	switch v.form {
	case formParticiple:
		if t.finite = c.auxiliaryOf(p, i); t.finite < 0 {
			return t, false
		}
		if at := c.saidToHave(p, t.finite); at >= 0 {
			t.finite = at
		}
		t.group = min(i, t.finite)
	case formBase:
		if i > p.span2[0] && (c.g.infinitives.has(c.words[i-1]) || c.hasAmong(c.g.modals, p.span2[0], p.span2[1])) {
			return t, false
		}
	case formThird, formPast, formIng:
		if i > p.span2[0] && c.hasAmong(c.g.modals, i-1, i) {
			return t, false
		}
	}
	t.passive = v.form == formParticiple && c.g.passives.has(c.words[t.finite]) && !c.g.auxiliaries.has(c.words[t.finite])
	t.negated = c.hasAmong(c.g.negations, min(t.finite, i), c.limit(p.span2[1], i)) || i > p.span2[0] && c.g.negations.has(c.words[i-1])
	isDoubt := t.verb.takes&isWeak != 0 && t.verb.takes&takesThat != 0 // “glaubt nicht, dass”
	return t, !t.negated || isDoubt && c.verbLast()
}

// saidToHave is the word by which somebody is said to have done something whose auxiliary stands at the end of a clause: “soll | er gerufen
// haben”; -1 if none does so.
func (c *clausal) saidToHave(p piece, auxiliary int) int {
	first := c.firstOf(p)
	if c.verbLast() && auxiliary == p.span2[1]-1 && first < auxiliary-1 && c.g.rumours.has(c.words[first]) {
		return first
	}
	return -1
}

// isOfNoun reports whether a word is an article or the like, after which a noun stands and no verb.
func (c *clausal) isOfNoun(i int) bool {
	w := c.words[i]
	return c.g.determiners.has(w) && !c.isPronoun(i) && !c.isOwner(i) || c.g.oblique.has(w)
}

// begins reports whether a word is the first of a quotation or of a sentence in it, or stands after a colon.
func (c *clausal) begins(i int) bool {
	return i == 0 || i == c.u.from || c.words[i-1].isMark(":"+stops+quoteMarks)
}

// findParticle finds the words that belong to a verb and are parted from it: the last stands at the end of its piece.
func (c *clausal) findParticle(k int, t *told) bool {
	at := t.end
	if last := c.pieces[k].span2[1] - 1; last >= at && !c.isQuoted(last) && c.words[last].fold == t.verb.particle {
		at = last // “teilte sie nach Gesprächen mit beiden | mit”
	}
	for part := range strings.SplitSeq(t.verb.particle, "_") {
		for at < c.pieces[k].span2[1] && (c.isQuoted(at) || c.words[at].fold != part) {
			at++
		}
		if at == c.pieces[k].span2[1] {
			return false
		}
		t.particle = at
		at++
	}
	if t.verb.form == formParticiple {
		return true
	}
	return at == c.pieces[k].span2[1] || c.opens(at) || c.g.coordinates.has(c.words[at]) || c.g.prepositions.has(c.words[at])
}

// farthestAuxiliary is how many words an auxiliary stands at most before its participle.
const farthestAuxiliary = 24

// auxiliaryOf is the auxiliary of a participle; -1 if it has none.
func (c *clausal) auxiliaryOf(p piece, i int) int {
	isIt := func(at int) bool {
		return !c.isQuoted(at) && (c.g.auxiliaries.has(c.words[at]) || c.g.passives.has(c.words[at]))
	}
	if c.verbLast() && i+1 < p.span2[1] && isIt(i+1) {
		return i + 1
	}
	for at := i - 1; at >= max(p.span2[0], i-farthestAuxiliary); at-- {
		if isIt(at) {
			return at
		}
		if !c.verbLast() && !c.isBeside(at) {
			break
		}
	}
	return -1
}

func (c *clausal) verbLast() bool { return c.g.order["verb-last"] }

// isBeside reports whether a word stands between others and is neither.
func (c *clausal) isBeside(i int) bool {
	if c.isSetApart(i) {
		return true
	}
	w := c.words[i]
	return !w.mark && (c.g.besides.has(w) || c.g.negations.has(w) || c.g.isAdverbial(w))
}

// isSetApart reports whether a word belongs to a phrase that stands so: “quant à lui”.
func (c *clausal) isSetApart(i int) bool { return i < len(c.apart) && c.apart[i] }

func (c *clausal) hasAmong(set words, from, to int) bool {
	for i := from; i < to; i++ {
		if !c.isQuoted(i) && set.has(c.words[i]) {
			return true
		}
	}
	return false
}

// isSubordinate reports whether a piece is a clause that belongs to another.
func (c *clausal) isSubordinate(k int) bool {
	first := c.first(k)
	w := c.words[first]
	if first+1 < c.u.to && c.opens(first+1) { // “Als „überzogen“ bezeichnete sie”
		return false
	}
	if at := first + 1; c.verbLast() && at < c.pieces[k].span2[1] && c.g.subordinates.has(w) && c.g.turning.has(w) && c.isFiniteAt(at) {
		return false // “Damit | sei es genug”
	}
	return c.g.subordinates.has(w) || c.g.that.has(w) || c.isRelative(k) || c.g.questions.has(w) && !w.large
}

// isFiniteAt reports whether a small verb stands at a word by which a main clause is known.
func (c *clausal) isFiniteAt(i int) bool {
	w := c.words[i]
	return !c.isQuoted(i) && !w.large && (c.g.hearsay.has(w) || c.g.auxiliaries.has(w) || c.g.passives.has(w) || c.g.modals.has(w))
}

// isRelative reports whether a piece tells more of somebody: “, der gestern ankam”.
func (c *clausal) isRelative(k int) bool {
	p := c.pieces[k]
	i := p.span2[0]
	if i+1 < p.span2[1] && c.g.prepositions.has(c.words[i]) {
		i++
	}
	w := c.words[i]
	return strings.HasPrefix(p.before, ",") && c.g.relatives.has(w) && !w.large && (!c.verbLast() || c.endsOnVerb(p))
}

// endsOnVerb reports whether a piece ends with a word that may be a verb, and not with a noun.
func (c *clausal) endsOnVerb(p piece) bool {
	last := c.words[p.span2[1]-1]
	return !last.large && !last.mark && !c.isQuoted(p.span2[1]-1)
}

// first is the first word of a piece after what joins it to others.
func (c *clausal) first(k int) int { return c.firstOf(c.pieces[k]) }

func (c *clausal) firstOf(p piece) int {
	i := p.span2[0]
	for i < p.span2[1]-1 && c.g.coordinates.has(c.words[i]) && !c.isQuoted(i) {
		i++
	}
	return i
}

// sentenceStart is the piece with which the sentence begins in which a piece stands.
func (c *clausal) sentenceStart(k int) int {
	for k > 0 && !strings.ContainsAny(c.pieces[k].before, stops+";:") {
		k--
	}
	return k
}
