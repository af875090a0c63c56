package suggest

import (
	"slices"
	"strings"

	"standpoint/store/text"
)

// post is what somebody is for a state: president of Norvia. role is folded; of is the state's name, "" if a text does not tell it.
type post struct{ role, of string }

// postOf is the post that a phrase tells of: “the Norvian | president”, “the president of Norvia”, “Norvia's president”. ok is false if
// it tells of none, or not for which state.
func (r *sayer) postOf(words []word) (p post, ok bool) {
	last := len(words) - 1
	if last < 1 {
		return p, false
	}
	if first := words[0]; first.large && first.owns && titles[words[last].fold] {
		return post{foldOf(words[1:]), r.stateMeant(first.fold)}, true
	}
	words = withoutDeterminer(words)
	for i, w := range words {
		if i > 0 && w.fold == "of" && i+1 < len(words) && titles[words[i-1].fold] {
			p = post{foldOf(words[:i]), r.stateMeant(foldOf(withoutDeterminer(words[i+1:])))}
			return p, p.of != ""
		}
	}
	if len(words) < 2 || !words[0].large || !titles[words[len(words)-1].fold] {
		return p, false
	}
	p = post{foldOf(words[1:]), r.stateMeant(words[0].fold)}
	return p, p.of != ""
}

// stateMeant is the state that a folded name or adjective is of: one for which somebody in the text is something, else a real one; "" if
// it is of none.
func (r *sayer) stateMeant(fold string) string {
	for _, state := range r.served {
		name := text.Fold(state)
		if fold == name || derives(fold, name) || statesByAdjective[fold] == state {
			return state
		}
	}
	if state := statesByAdjective[fold]; state != "" {
		return state
	}
	if known, ok := r.stateCalled(fold); ok {
		return known.Name
	}
	return ""
}

// mostServed is how many states are kept for which somebody in a text is something.
const mostServed = 40

// noteServed notes for which state somebody is what they are.
func (r *sayer) noteServed(name string, state Party) {
	if name == "" || state.Name == "" || state.Kind != kindState && state.Kind != "" || r.serves[name] != "" {
		return
	}
	r.serves[name] = state.Name
	for _, s := range r.served {
		if s == state.Name {
			return
		}
	}
	if len(r.served) < mostServed {
		r.served = append(r.served, state.Name)
	}
}

// noteStateAfter notes for which state somebody is what they are, if it stands after the name: “President Odo Lenz | of Turkey”.
func (r *sayer) noteStateAfter(name string, at, end int) {
	if at+1 < end && r.words[at].fold == "of" && isState(foldOf(r.words[at+1:end])) {
		r.noteServed(name, Party{Name: r.Body.Slice(r.spanOfWords(span2{at + 1, end})), Kind: kindState})
	}
}

// holderIn is who holds the post that a phrase tells of. ok is false if it tells of none, or if who holds it may be told otherwise.
func (r *sayer) holderIn(words []word) (found Party, ok bool) {
	p, ok := r.postOf(words)
	if !ok {
		return Party{}, false
	}
	first := words[0]
	if first.owns && first.large && p.of == "" && len(words) == 2 { // “Kessel's | spokesman” is nobody else's
		return Party{}, true
	}
	found = r.holderOf(p)
	return found, found.Name != "" || first.owns || p.of != "" && len(r.served) > 0
}

// holders are those who hold the same office, each for a state, if a phrase tells of several and the text names them all: “the presidents
// of Norvia and Velia”.
func (r *sayer) holders(s span2) (all []Party) {
	const least = 6 // “the presidents of Norvia and Velia”
	words := r.words[s[0]:s[1]]
	if len(words) < least || len(words) > mostOfName+least || words[0].fold != "the" {
		return nil
	}
	of := slices.IndexFunc(words, func(w word) bool { return w.fold == "of" })
	if of < 2 {
		return nil
	}
	head, isMany := strings.CutSuffix(words[of-1].fold, "s")
	if !isMany || !titles[head] {
		return nil
	}
	role := strings.TrimSpace(foldOf(words[1:of-1]) + " " + head)
	for _, part := range r.parts(span2{s[0] + of + 1, s[1]}) {
		state := r.stateMeant(foldOf(withoutDeterminer(r.words[part[0]:part[1]])))
		found := r.holderOf(post{role, state})
		if state == "" || found.Name == "" || r.serves[found.Name] != state {
			return nil
		}
		all = append(all, r.calledSo(Party{Span: r.spanOfWords(s), Words: r.Body.Slice(r.spanOfWords(s))}, found))
	}
	return all
}

// holderOf is who was told last to hold a post for its state; else the last of whom the text does not say for which they hold it.
func (r *sayer) holderOf(p post) (found Party) {
	for i := len(r.seen) - 1; i >= 0 && i > len(r.seen)-farthestSeen; i-- {
		s := r.seen[i]
		if s.at >= r.reading || s.party.Kind != kindPerson || !r.isInRole(s, p.role) {
			continue
		}
		switch r.serves[s.party.Name] {
		case p.of:
			return s.party
		case "":
			if found.Name == "" {
				found = s.party
			}
		}
	}
	if found.Name == "" && p.of != "" {
		found = r.onlyInRole(p)
	}
	return found
}
