package suggest

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"standpoint/store/text"
)

// romanceStates are the states that a text in French or Spanish tells to be some, though nobody knows them: who has ministers and
// ambassadors, and after whom those are called: “la ministre de la défense de Norvie”, “el canciller norvio”. A president may
// be of a company: the text must speak of ambassadors or the like, too.
type romanceStates struct {
	*document
	words      table
	code       string
	maybe      map[string]bool
	found      map[string]bool
	named      map[string]bool // words that are a part of a longer name
	adjectives []string        // what stands beside those who act for states
	isAbroad   bool            // the text tells of the affairs of states
}

// readRomanceStates finds them, folded.
func (d *document) readRomanceStates() map[string]bool {
	r := romanceStates{document: d, words: tableElsewhere(d.language()), code: d.language()}
	if len(r.words["of states alone"]) == 0 {
		return nil
	}
	r.maybe, r.found, r.named = map[string]bool{}, map[string]bool{}, map[string]bool{}
	for i := range d.words {
		r.readWord(i)
	}
	r.readCalled()
	for fold := range r.maybe {
		if r.isAbroad {
			r.found[fold] = true
		}
	}
	r.readJoined()
	for fold := range r.named {
		delete(r.found, fold)
	}
	return r.found
}

// readWord takes what a word tells.
func (r *romanceStates) readWord(i int) {
	w := r.document.words[i]
	r.isAbroad = r.isAbroad || r.words["abroad"][w.fold]
	switch {
	case w.mark:
	case !w.large && withoutOfName(w) == w.fold:
		if i > 0 && r.isDemonym(w.fold) && r.actsFor(i) && !slices.Contains(r.adjectives, w.fold) {
			r.adjectives = append(r.adjectives, w.fold)
		}
	default:
		r.readName(i, withoutOfName(w))
	}
}

// isDemonym reports whether a word ends as what is called after a state.
func (r *romanceStates) isDemonym(fold string) bool {
	return utf8.RuneCountInString(fold) > leastOfName && slices.ContainsFunc(endsOf(r.code, "of states end"), func(end string) bool {
		return strings.HasSuffix(fold, end)
	})
}

// actsFor reports whether an adjective stands beside somebody who acts for a state: “ministre de la défense | norvien”.
func (r *romanceStates) actsFor(i int) bool {
	const most = 6
	for at := i - 1; at >= max(0, i-most); at-- {
		w := r.document.words[at]
		if w.mark || w.large {
			return false
		}
		if r.words["of states"][w.fold] || r.words["of states alone"][w.fold] {
			return true
		}
		if isSmallWord(w) && !r.isJoin(w) && !articlesElsewhere[w.fold] || r.isDemonym(w.fold) && at < i-1 {
			return false
		}
	}
	return false
}

func (r *romanceStates) isJoin(w word) bool {
	return w.fold == "del" || r.words["joins"][w.fold] && w.fold != "pour" && w.fold != "para"
}

// withoutOfName is the folded word without “d'” before it.
func withoutOfName(w word) string {
	if at := strings.IndexFunc(w.fold, isApostrophe); at == 1 && w.fold[0] == 'd' {
		_, size := utf8.DecodeRuneInString(w.fold[at:])
		return w.fold[at+size:]
	}
	return w.fold
}

// readName takes what stands before a name.
func (r *romanceStates) readName(i int, fold string) {
	all := r.document.words
	isApart := func(at int) bool { return at < 0 || at >= len(all) || all[at].mark || !all[at].large }
	if !isApart(i+1) || !isApart(i-1) && !r.begins[i-1] {
		r.named[fold] = true
		return
	}
	at := i - 1
	isOf := fold != all[i].fold
	if !isOf {
		for at > 0 && articlesElsewhere[all[at].fold] {
			at--
		}
		if isOf = at >= 0 && r.isJoin(all[at]); !isOf {
			if at == i-1 && at >= 0 && r.words["titles"][all[at].fold] && !r.words["of states"][all[at].fold] {
				r.named[fold] = true
			}
			return
		}
		at--
	}
	if utf8.RuneCountInString(fold) < leastOfName || r.isKnownName(i, fold) {
		return
	}
	const most = 6
	for far := 0; at >= 0 && far < most; at, far = at-1, far+1 {
		w := all[at]
		switch {
		case w.mark:
			return
		case r.words["of portfolios"][w.fold] && far == 0: // “la ministre de la Transition”
			return
		case r.words["of states alone"][w.fold]:
			r.found[fold] = true
			return
		case r.words["of states"][w.fold]:
			r.maybe[fold] = r.maybe[fold] || far == 0
			return
		case isSmallWord(w) && !r.isJoin(w) && !articlesElsewhere[w.fold], r.words["titles"][w.fold]:
			return
		}
	}
}

// isKnownName reports whether a word is no name of a state, or one that is known.
func (r *romanceStates) isKnownName(i int, fold string) bool {
	w := r.document.words[i]
	bare := word{text: w.text, fold: fold, large: true, span: w.span}
	return w.upper || isNobody(bare) || isFirstName(bare) || r.words["no names"][fold] || r.words["titles"][fold] ||
		r.listedWhole([]word{bare}) != nil || isOrganisationHead(bare) || r.words["organisation heads"][fold] || r.words["portfolios"][fold]
}

// readCalled finds of whose names the adjectives are made.
func (r *romanceStates) readCalled() {
	byLetters := map[string][]string{}
	for _, a := range r.adjectives {
		byLetters[firstLetters(a)] = append(byLetters[firstLetters(a)], a)
	}
	for i, w := range r.document.words {
		fold := withoutOfName(w)
		if w.mark || !w.large || utf8.RuneCountInString(fold) < leastOfName || r.found[fold] {
			continue
		}
		isOf := func(a string) bool { return r.isMadeOf(a, fold) }
		if slices.ContainsFunc(byLetters[firstLetters(fold)], isOf) && !r.small[fold] && !r.isKnownName(i, fold) {
			r.found[fold] = true
		}
	}
}

// isMadeOf reports whether an adjective is made of a name: “norvien” of “norvie”, “solvedrino” of “solvedra”.
func (r *romanceStates) isMadeOf(adjective, name string) bool {
	const most = 2
	for cut := 0; cut <= most && utf8.RuneCountInString(name) >= leastOfName; cut++ {
		if rest, ok := strings.CutPrefix(adjective, name); ok && slices.Contains(endsOf(r.code, "of states end"), rest) {
			return true
		}
		last, size := utf8.DecodeLastRuneInString(name)
		if !strings.ContainsRune("aeiou", last) {
			return false
		}
		name = name[:len(name)-size]
	}
	return false
}

// readJoined takes who is told of in one with a state: “la Norvie et | la Vélie”, “entre Norvia y | Estmar”.
func (r *romanceStates) readJoined() {
	all := r.document.words
	for i := 1; i+1 < len(all); i++ {
		if w := all[i]; w.fold != "et" && w.fold != "y" || !r.found[withoutOfName(all[i-1])] {
			continue
		}
		from, at := i-2, i+1
		for from >= 0 && articlesElsewhere[all[from].fold] {
			from--
		}
		for at < len(all) && articlesElsewhere[all[at].fold] {
			at++
		}
		isTwo := from >= 0 && all[from].fold == "entre" || from < i-2 && at > i+1
		if !isTwo || at >= len(all) || all[at].mark || !all[at].large || at+1 < len(all) && all[at+1].large && !all[at+1].mark {
			continue
		}
		if fold := all[at].fold; utf8.RuneCountInString(fold) >= leastOfName && !r.isKnownName(at, fold) {
			r.found[fold] = true
		}
	}
}

// withoutOf parts “d'” from the names of such states.
func (d *document) withoutOf(states map[string]bool) {
	for i := range d.words {
		w := &d.words[i]
		rest := withoutOfName(*w)
		if rest == w.fold || !states[rest] || w.mark {
			continue
		}
		at := strings.IndexFunc(w.text, isApostrophe)
		_, size := utf8.DecodeRuneInString(w.text[at:])
		bare := w.text[at+size:]
		w.span.Start += utf8.RuneCountInString(w.text) - utf8.RuneCountInString(bare)
		w.text, w.fold, w.large = bare, text.Fold(bare), unicode.IsUpper(firstRune(bare))
	}
}

// states takes the states of which the text tells.
func (e *elsewhere) states(s span2) {
	for i := s[0]; i < s[1] && len(e.told) > 0; i++ {
		if w := e.document.words[i]; w.large && !w.mark && !e.taken[i] && e.told[w.fold] {
			e.take(i, i+1, kindState, ruleAdjective)
		}
	}
}
