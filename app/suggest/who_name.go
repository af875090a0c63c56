package suggest

import (
	"slices"
	"strings"
)

// nameIn is where a phrase has a name; nothing if it only describes: “a spokesman for the Harbour Board”.
func (r *sayer) nameIn(s span2) span2 {
	for piece := range r.pieces(s) {
		if fold := r.words[piece[0]].fold; piece != s && (fold == "a" || fold == "an") { // “the governor, a Democrat”
			if name := r.afterNamed(piece); name[0] < name[1] {
				return name
			}
			continue
		}
		name := r.nameOf(piece)
		if name[0] < name[1] {
			return name
		}
	}
	return span2{}
}

// afterNamed is the name with which a phrase ends that says so: “a former clerk named | Odo Lenz”; nothing if it does not.
func (r *sayer) afterNamed(s span2) span2 {
	at := s[1]
	for at > s[0] && r.words[at-1].large && !r.words[at-1].mark {
		at--
	}
	if at == s[1] || at == s[0] || r.words[at-1].fold != "named" && r.words[at-1].fold != "called" {
		return span2{}
	}
	return span2{at, s[1]}
}

// pieces are what commas part in a phrase; one that is a person's name stands first.
func (r *sayer) pieces(s span2) func(func(span2) bool) {
	var all []span2
	start := s[0]
	for i := s[0]; i <= s[1]; i++ {
		if i == s[1] || r.words[i].isMark(",") {
			if start < i {
				all = append(all, span2{start, i})
			}
			start = i + 1
		}
	}
	if len(all) > 1 && !r.isPerson(all[0]) {
		if i := slices.IndexFunc(all, r.isPerson); i > 0 {
			all[0], all[i] = all[i], all[0]
		}
	}
	return slices.Values(all[:min(len(all), 2)])
}

func (r *sayer) isPerson(s span2) bool {
	words := r.words[s[0]:s[1]]
	return kindOf(words) == kindPerson && words[0].large
}

// nameOf is the name in a phrase without commas.
func (r *sayer) nameOf(s span2) span2 {
	start := s[0]
	for start < s[1] && (r.g.determiners.has(r.words[start]) || r.g.counted.has(r.words[start]) || r.words[start].mark) {
		start++
	}
	if start > s[0] && start < s[1] && r.g.prepositions.has(r.words[start]) && !r.words[start].large { // “many in Norvia”
		return span2{}
	}
	for i := start; i < s[1]; i++ {
		if !r.g.prepositions.has(r.words[i]) || i == start {
			continue
		}
		head := r.words[i-1]
		if name := r.namedAtEnd(span2{start, s[1]}, i); name[0] < name[1] {
			return name
		}
		if !head.large || titles[head.fold] && i-1 == start { // “officials from …”
			return r.namedAfter(s, i)
		}
		if i-start == 1 && (groupWords[head.fold] || r.isPeople(head.fold) && r.isPlural(head) || r.isManyAt(start)) {
			return r.namedAfter(s, i)
		}
		if r.isPerson(span2{start, i}) || r.isTitled(start, i) || r.words[i].fold != "of" && r.words[i].fold != "for" && !r.isBodyOn(i, s[1]) {
			return span2{start, i}
		}
		break
	}
	return r.nameToEnd(span2{start, s[1]})
}

// isBodyOn reports whether “on” joins a theme to the name of a body: “the Commission | on National Debates”.
func (r *sayer) isBodyOn(i, end int) bool {
	return r.words[i].fold == "on" && i+1 < end && r.words[i+1].large && !r.g.isWhen(r.words[i+1]) && r.g.institutes.has(r.words[i-1])
}

// nameToEnd are words to the end of a phrase, if they are a name.
func (r *sayer) nameToEnd(s span2) span2 {
	start := s[0]
	if last := r.words[s[1]-1]; start < s[1] && last.large && !last.mark && !r.g.isWhen(last) {
		if s[1]-start == 1 && r.g.several.has(last) { // “Both said”
			return span2{}
		}
		if s[1]-start == 1 && !last.upper && (groupWords[last.fold] || titles[last.fold] || r.isManyAt(start)) { // “Officials said”
			return span2{}
		}
		if s[1]-start == 1 && start > 0 && last.upper && titles[last.fold] && r.words[start-1].fold == "the" { // “the CEO”
			return span2{}
		}
		if !last.upper && titleEnd(r.words[start:s[1]]) == s[1]-start && titles[last.fold] { // “the Special Envoy”
			return span2{}
		}
		return span2{start, r.nameEnd(start, s[1])}
	}
	if p, ok := r.called(r.Body.Slice(r.spanOfWords(span2{start, s[1]}))); ok && !p.IsZero() {
		return span2{start, s[1]}
	}
	return span2{}
}

// isManyAt reports whether a word that is written large as a sentence begins is for several people: “Aides say”.
func (r *sayer) isManyAt(i int) bool {
	one, isMany := strings.CutSuffix(r.words[i].fold, "s")
	return isMany && (titles[one] || r.g.persons[one]) && r.sentenceFrom(unit{to: len(r.words)}, i) == i
}

// namedAfter is the name with which a title of several words ends: “special envoy for the strait Odo Lenz”.
func (r *sayer) namedAfter(s span2, at int) span2 {
	end := s[1]
	start := end
	for start > at+1 && r.words[start-1].large {
		start--
	}
	if r.words[start-1].isMark("&") { // “Strait & Island Ferries”
		return span2{}
	}
	name, before := r.words[start:end], r.words[start-1]
	if start > at+1 && !r.g.determiners.has(before) && !r.g.prepositions.has(before) && isPersonalName(name) && kindOf(name) == kindPerson {
		return span2{start, end}
	}
	if titles[r.words[at-1].fold] && end-start > 3 && r.words[at-1].large { // Special Envoy for Ukraine and Russia Keith Kellogg
		return span2{s[0], end}
	}
	return span2{}
}

// namedAtEnd is the name that stands right after an office that “of” or “to” is a part of: “Secretary of State | Mara Ellin”.
func (r *sayer) namedAtEnd(s span2, of int) span2 {
	const wordsOfName = 2
	head, joins := r.words[of-1], r.words[of].fold
	if joins != "of" && joins != "to" || !titles[head.fold] || !head.large || s[1]-of < wordsOfName+2 {
		return span2{}
	}
	start := s[1] - wordsOfName
	for i := of + 1; i < s[1]; i++ {
		if w := r.words[i]; !w.large && !(i == of+1 && r.g.determiners.has(w)) {
			return span2{}
		}
	}
	if name := r.words[start:s[1]]; !isPersonalName(name) || kindOf(name) != kindPerson {
		return span2{}
	}
	return span2{start, s[1]}
}

// isTitled reports whether words are a title and a name.
func (r *sayer) isTitled(from, to int) bool {
	cut := titleEnd(r.words[from:to])
	return cut > 0 && cut < to-from
}
