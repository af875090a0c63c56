package suggest

// How many sentences before “they” and “both” those are looked for whom they mean, and how many words may part two whom “and” joins: “Ida
// Moll, the mayor, and her deputy, | Odo Lenz”.
const (
	mostTillThey  = 2
	mostTillBoth  = 4
	mostOfJoining = 14
)

// severalMeant are the persons or organisations whom a word for several means, if a sentence before begins with their names: “Ida Moll and
// Odo Lenz wrote … | They said”, “Both said”, “the two women said”.
func (r *sayer) severalMeant(s span2) []Party {
	isTwo := r.isOfTwo(s)
	if !isTwo && (s[1]-s[0] != 1 || r.words[s[0]].fold != "they") {
		return nil
	}
	back := mostTillThey
	if isTwo {
		back = mostTillBoth
	}
	all := unit{to: len(r.words)}
	from, to := r.sentenceFrom(all, s[0]), s[0]
	for range back {
		there := r.spokeTogether(from, to)
		if len(there) == 0 {
			there = r.joinedIn(from, to)
		}
		if len(there) > 1 && (!isTwo || len(there) == 2) {
			at := Party{Span: r.spanOfWords(s), Words: r.Body.Slice(r.spanOfWords(s))}
			parties := make([]Party, len(there))
			for i, one := range there {
				parties[i] = r.calledSo(at, one)
			}
			return parties
		}
		if from == 0 || !isTwo && r.hasGroup(from, to) {
			return nil
		}
		to, from = from, r.sentenceFrom(all, from-1)
	}
	return nil
}

// isOfTwo reports whether a phrase means two: “both”, “each”, “the two”, “the two women”.
func (r *sayer) isOfTwo(s span2) bool {
	const most = 3
	first := r.words[s[0]].fold
	switch n := s[1] - s[0]; {
	case n == 1:
		return first == "both" || first == "each"
	case n <= most:
		return first == "the" && r.words[s[0]+1].fold == "two" && !r.words[s[1]-1].large
	}
	return false
}

// spokeTogether are several who said something last in a sentence, together.
func (r *sayer) spokeTogether(from, to int) []Party {
	for i := len(r.found) - 1; i >= 0; i-- {
		f := &r.found[i]
		if len(f.spans) == 0 || f.subject[0] >= to {
			continue
		}
		if f.subject[0] < from || len(f.said.Speakers) < 2 {
			return nil
		}
		return f.said.Speakers
	}
	return nil
}

// joinedIn are those with whose names a sentence begins, if “and” joins them; nobody if it begins with one.
func (r *sayer) joinedIn(from, to int) (all []Party) {
	const mostBefore = 6 // of titles
	last, isJoined := -1, false
	for _, s := range r.seenBetween(from, to) {
		if s.quoted != r.isInner || s.party.Name == "" {
			if s.quoted == r.isInner && last < 0 {
				return nil // somebody without a name comes first
			}
			continue
		}
		switch {
		case last < 0 && s.oblique: // “In Sarn, | Ida Moll and Odo Lenz were arrested”
			continue
		case last < 0 && s.at-from > mostBefore:
			return nil
		case last >= 0 && (s.party.Kind != all[0].Kind || !r.areJoined(last, s.at)):
			return r.ifJoined(all, isJoined)
		case last >= 0:
			isJoined = isJoined || r.hasAnd(last, s.at)
		}
		all, last = append(all, s.party), s.at
	}
	return r.ifJoined(all, isJoined)
}

func (r *sayer) ifJoined(all []Party, isJoined bool) []Party {
	if !isJoined {
		return nil
	}
	return all
}

// areJoined reports whether nothing is told between two names: only what the first is, a comma or “and”.
func (r *sayer) areJoined(from, to int) bool {
	if to-from > mostOfJoining || !r.hasAnd(from, to) && !r.words[to-1].isMark(",") {
		return false
	}
	for i := from + 1; i < to; i++ {
		if r.tells(i) || r.isQuoted(i) || r.g.relating.has(r.words[i]) || r.words[i].isMark(";:—–"+stops) && !r.words[i].isMark(".") {
			return false
		}
	}
	return true
}

// hasAnd reports whether “and” stands between two words.
func (r *sayer) hasAnd(from, to int) bool {
	for i := from + 1; i < to; i++ {
		if r.words[i].fold == "and" {
			return true
		}
	}
	return false
}

// hasGroup reports whether words name a group, or tell of several: “they” may be these.
func (r *sayer) hasGroup(from, to int) bool {
	for _, s := range r.seenBetween(from, to) {
		if s.party.Kind == kindGroup || s.party.Name == "" && r.fitsUnnamed(s.phrase, word{fold: "they"}) {
			return true
		}
	}
	return false
}
