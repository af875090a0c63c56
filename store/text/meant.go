package text

import "slices"

// What a comparison finds is one of many ways from one text to the other, and the
// shortest; what is here chooses the one that an editor would have taken (after the
// clean-ups in Fraser's "Diff Strategies").

// meant leaves out what two texts share by chance: a stretch no longer than what was
// replaced before it and what was replaced after it. end is where both texts end.
func meant(shared []kept, end kept) []kept {
	var out []kept
	for _, next := range append(slices.Clone(shared), end) {
		for len(out) > 0 {
			last := len(out) - 1
			before := kept{}
			if last > 0 {
				before = out[last-1]
			}
			if length := out[last].length; length > replaced(before, out[last]) || length > replaced(out[last], next) {
				break
			}
			out = out[:last]
		}
		out = append(out, next)
	}
	return out[:len(out)-1]
}

// replaced is how many code points stand between two stretches, in the text that
// has more of them.
func replaced(k, next kept) int {
	return max(next.from-k.from-k.length, next.to-k.to-k.length)
}

// farthestSlide is how many code points a change is moved at most.
const farthestSlide = 1000

// slid moves what was only added or only taken away to where it begins and ends with
// lines, sentences or words: of "the toll. The canal." it is not "toll. The " that
// was added to "the canal.".
func slid(shared []kept, before, after []rune) []kept {
	for i := 0; i+1 < len(shared); i++ {
		k, next := &shared[i], &shared[i+1]
		fromBefore, fromAfter := k.from+k.length, k.to+k.length
		var by int
		switch {
		case next.from == fromBefore:
			by = slide(after, fromAfter, next.to, k.length, next.length)
		case next.to == fromAfter:
			by = slide(before, fromBefore, next.from, k.length, next.length)
		}
		k.length += by
		next.from, next.to, next.length = next.from+by, next.to+by, next.length-by
	}
	return slices.DeleteFunc(shared, func(k kept) bool { return k.length == 0 })
}

// slide is by how much the change s[start:end] is best moved, between two stretches
// of these lengths.
func slide(s []rune, start, end, lengthBefore, lengthAfter int) int {
	best, most := 0, edge(s, start)+edge(s, end)
	try := func(by int) {
		if score := edge(s, start+by) + edge(s, end+by); score > most {
			best, most = by, score
		}
	}
	for by := -1; by >= -min(lengthBefore, farthestSlide) && s[start+by] == s[end+by]; by-- {
		try(by)
	}
	for by := 1; by <= min(lengthAfter, farthestSlide) && s[start+by-1] == s[end+by-1]; by++ {
		try(by)
	}
	return best
}

// edge says how much of an edge the text has at a place: of a line, a sentence, a
// word, or none.
func edge(s []rune, at int) int {
	switch {
	case at == 0 || at == len(s) || s[at-1] == '\n':
		return 4
	case at > 1 && s[at-1] == ' ' && isStop(s[at-2]), isFullWidthStop(s[at-1]):
		return 3
	case s[at-1] == ' ':
		return 2
	case !isWordRune(s[at-1]) || !isWordRune(s[at]):
		return 1
	}
	return 0
}

func isStop(r rune) bool {
	return r == '.' || r == '!' || r == '?' || r == '”' || r == '"' || r == '»'
}
