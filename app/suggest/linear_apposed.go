package suggest

// Who does something of whom words in commas tell more: “Le maire, Étienne Roque, soutient”.

// subjectApposed is who is named before what is said of them: “Le maire, Étienne Roque, soutient”, “Marc Tillier, président, qui”.
func (c *clausal) subjectApposed(k int) span2 {
	last := c.beforeAdverbial(k - 1)
	end := c.pieces[last].span2[1]
	from := end
	for j := last; j >= max(0, k-mostApposed); j-- {
		p := c.pieces[j]
		if p.quote || j < k-1 && c.isOpener(j) { // “Interrogée par Radio Norme, | la présidente, Irène Castelain, a exclu”
			break
		}
		at := c.afterAdverbials(c.first(j), p.span2[1])
		opens := at
		at = c.afterOpening(at, j < k-1, p.span2[1])
		if c.isSourced(j, at) { // “Румунія, за даними трьох дипломатів, теж пропонує”
			end = c.pieces[j-1].span2[1]
			continue
		}
		to := c.afterMore(at, j < k-1, p.span2[1])
		if to < p.span2[1] || to == at {
			if start, ok := c.beginsApposed(p, span2{at, to}, j == k-1); ok {
				return span2{start, end}
			}
			if to == p.span2[1] || j < k-1 || !c.isInset(j) {
				break
			}
			end = c.beforeRelative(j, end)
			continue
		}
		if j == k-1 {
			end = c.beforeLone(j, at, end)
		} else {
			from = at
		}
		if p.before != "," || at > opens { // it is the first
			break
		}
	}
	return span2{from, end}
}

// beforeRelative is where somebody ends before a piece that tells more of them by a relative: “Le ministre, qui arrive lundi, a dit”.
func (c *clausal) beforeRelative(j, end int) int {
	if j > 0 && c.g.relatives.has(c.words[c.pieces[j].span2[0]]) {
		return c.pieces[j-1].span2[1]
	}
	return end
}

// beforeLone is where somebody ends before a piece that has nothing but a pronoun: “La direction, elle, assure”.
func (c *clausal) beforeLone(j, at, end int) int {
	if j > 0 && c.isLonePronoun(at, c.pieces[j]) {
		return c.pieces[j-1].span2[1]
	}
	return end
}

// isSourced reports whether a piece says according to whom something is, or as who says. at is where its phrases end.
func (c *clausal) isSourced(k, at int) bool {
	if k == 0 || c.isAsTold(k) || at < c.pieces[k].span2[1] {
		return k > 0 && c.isAsTold(k)
	}
	first := c.first(k)
	return c.g.according.endAt(c.words, first) > first || c.whoseEnd(first) > first
}

// beginsApposed is where the words for somebody begin with whom a piece ends that is not the last of several, or of whom a clause without
// a comma tells more: “Una clienta | que estaba en el bar, y que prefiere no dar su nombre”. noun is the one with which the piece begins.
func (c *clausal) beginsApposed(p piece, noun span2, isLast bool) (start int, ok bool) {
	at, to := noun[0], noun[1]
	if at < to && to < p.span2[1] && c.g.order["determiners-open"] && c.g.relatives.has(c.words[to]) && c.isPersonAt(at, to) {
		return at, true
	}
	s := c.nameAtEnd(p)
	return s[0], s[0] < s[1] && !isLast
}

// beforeAdverbial is the piece before one that is nothing but a phrase that says how: “Fuentes del ministerio, sin embargo, admiten”.
func (c *clausal) beforeAdverbial(k int) int {
	p := c.pieces[k]
	if c.g.order["determiners-open"] && k > 0 && !p.quote && !c.pieces[k-1].quote && c.afterAdverbials(c.first(k), p.span2[1]) == p.span2[1] {
		return k - 1
	}
	return k
}

// afterMore is where the words for somebody end, with phrases that say more of them where a name follows: “El portavoz de los vecinos
// contra la presa, Odo Lenz”.
func (c *clausal) afterMore(at int, isNamed bool, end int) int {
	to := c.nominal(at, end)
	if to == at || !isNamed || !c.g.order["determiners-open"] {
		return to
	}
	return c.afterAdverbials(to, end)
}

// isLonePronoun reports whether a piece ends with a pronoun and has nothing else.
func (c *clausal) isLonePronoun(at int, p piece) bool { return at+1 == p.span2[1] && c.isPronoun(at) }

// nameAtEnd is the name with which a piece ends, and what stands before it; nothing if it ends with none.
func (c *clausal) nameAtEnd(p piece) span2 {
	all := c.mentionsBetween(p.span2[0], p.span2[1])
	if len(all) == 0 || all[len(all)-1].end != p.span2[1] {
		return span2{}
	}
	return c.nameUpTo(p.span2[0], p.span2[1])
}

// mostApposed is how many pieces before a verb are looked at for whom they name.
const mostApposed = 4
