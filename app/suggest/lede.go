package suggest

import "strings"

// How far into a text its opening reaches, in which somebody may be told of who is named only then, and how many paragraphs later they are.
const (
	mostOfLede   = 3
	mostTillName = 2
)

// nameLede gives those of whom the opening of a report tells by what they are the name with which one of the next paragraphs begins: “A
// pilot has denied …” | “Ida Moll, 54, told the court …”.
func (r *sayer) nameLede() {
	for i := range r.found {
		f := &r.found[i]
		if f.unit < 0 || f.unit >= mostOfLede || len(f.spans) == 0 || len(f.said.Speakers) != 1 || f.said.Speakers[0].Name != "" {
			continue
		}
		if p := r.namedNext(f.unit, f.subject); p.Name != "" {
			f.said.Speakers[0] = r.calledSo(f.said.Speakers[0], p)
		}
	}
}

// namedNext is the person with whose name one of the next paragraphs begins, if a phrase tells of one by what they are.
func (r *sayer) namedNext(n int, s span2) Party {
	if s[0] >= s[1] || !r.isIndefinite(s) {
		return Party{}
	}
	head := r.headOf(s)
	for i := s[0] + 1; i < s[1]; i++ { // “a man | who”
		if r.g.relating.has(r.words[i]) {
			head = r.words[i-1]
			break
		}
	}
	if !r.isWorker(head) || r.isTextAt(s) {
		return Party{}
	}
	line, paragraphs := r.units[n].line, 0
	for m := n + 1; m < len(r.units); m++ {
		u := r.units[m]
		if u.line == line || r.units[m-1].line == u.line {
			continue
		}
		if paragraphs++; paragraphs > mostTillName {
			break
		}
		if name := r.fullNameAt(u); name[0] < name[1] {
			s := r.named(name[0], name[1])
			isSo := s.role == "" || r.isInRole(s, head.fold) // “A judge” | “District Judge Ida Moll”
			if s.party.Kind == kindPerson && isSo && r.genderOfSeen(s).agrees(r.genderBy(head)) {
				return s.party
			}
		}
	}
	return Party{}
}

// isIndefinite reports whether a phrase tells of somebody who is new: “a pilot”, “the captain of a ferry”.
func (r *sayer) isIndefinite(s span2) bool {
	first := r.words[s[0]].fold
	if first != "the" {
		return first == "a" || first == "an"
	}
	for i := s[0] + 1; i < s[1]-1; i++ {
		if r.words[i].fold == "of" {
			return r.words[i+1].fold == "a" || r.words[i+1].fold == "an"
		}
	}
	return false
}

// isWorker reports whether a noun is for one person, by what they are or do.
func (r *sayer) isWorker(w word) bool {
	switch {
	case organisationWords[w.fold] || groupWords[w.fold] || r.g.firms.has(w) || r.g.texts.has(w):
		return false
	case titles[w.fold] || r.g.persons.has(w) || r.g.epithets.has(w):
		return true
	}
	for _, end := range []string{"er", "or", "ist", "ian", "man", "woman"} {
		if strings.HasSuffix(w.fold, end) && !strings.HasSuffix(w.fold, "paper") {
			return true
		}
	}
	return false
}

// fullNameAt is the name in full with which a paragraph begins; nothing if it begins otherwise.
func (r *sayer) fullNameAt(u unit) span2 {
	end := u.from
	for end < u.to && isOfRun(r.words, end, u.from) && !r.isQuoted(end) {
		end++
	}
	if end-u.from < 2 || !r.isPerson(span2{u.from, end}) {
		return span2{}
	}
	return span2{u.from, end}
}
