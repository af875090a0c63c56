package suggest

import "strings"

// amountsOf are the words with which numbers begin, by the first of them.
func amountsOf(section words) map[string][][]string {
	all := map[string][][]string{}
	for joined := range section {
		words := strings.Split(joined, "_")
		all[words[0]] = append(all[words[0]], words)
	}
	return all
}

// isNumber reports whether a word counts something: “40”, “forty”, “$4”.
func (r *sayer) isNumber(i int) bool {
	w := r.words[i]
	return isDigits(w) || r.g.numbers.has(w) || w.isMark("$€£¥") && i+1 < len(r.words) && isDigits(r.words[i+1])
}

// opensAmount reports whether a number begins at a word, with what belongs to it: “at least | 40”, “as many as | forty”, “some | 40”.
func (r *sayer) opensAmount(at, end int) bool {
	for _, words := range r.g.amounts[r.words[at].fold] {
		n := at + len(words)
		if n >= end || !r.isNumber(n) {
			continue
		}
		if isSame := foldOf(r.words[at:n]) == strings.Join(words, " "); isSame {
			return true
		}
	}
	return false
}
