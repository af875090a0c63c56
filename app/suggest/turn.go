package suggest

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"standpoint/store"
)

// ruleTurn is the rule by which whole paragraphs are found that begin with who says them: “Anna Kessel: We are open.”
const ruleTurn = "turn"

// A turn is a paragraph of an interview, a record or a script that begins with who speaks and a colon.
type turn struct {
	label    span2 // who speaks, without what stands in brackets
	brackets span2 // the words in them: “Question (Meridian): …”
	from, to int   // what is said
	asks     bool  // the label says that it is a question: “Q”
	answers  bool
}

// voice is who speaks in a stretch of words, and to whom: who is meant there by “I” and “you”.
type voice struct {
	from, to  int
	who, whom Party
}

// mostOfLabel is how many words and marks stand before the colon at most: a title, a name, a place in brackets.
const mostOfLabel = 12

// How often who speaks must stand before a colon for a text to be a dialogue.
const (
	leastTurnsOfOne = 2
	leastTurns      = 3
)

// findTurns finds the turns of a dialogue by the units with which they begin; none if the text is no dialogue.
func (r *sayer) findTurns() map[int]turn {
	all, times := map[int]turn{}, map[string]int{}
	persons, marked, repeated := 0, 0, 0
	for n, u := range r.units {
		if n > 0 && r.units[n-1].line == u.line {
			continue
		}
		t, ok := r.turnAt(n, u)
		if !ok {
			continue
		}
		all[n] = t
		key := foldOf(r.words[t.label[0]:t.label[1]])
		times[key]++
		switch {
		case t.asks || t.answers:
			marked++
		case times[key] == leastTurnsOfOne:
			repeated++
		}
		if r.isPerson(t.label) || r.isTitled(t.label[0], t.label[1]) || courtesies[r.words[t.label[0]].fold] {
			persons++
		}
	}
	if marked >= leastTurnsOfOne || repeated >= leastTurnsOfOne || repeated > 0 && persons+marked >= leastTurns || persons >= leastTurns {
		return all
	}
	return nil
}

// turnAt reads the label with which a paragraph begins.
func (r *sayer) turnAt(n int, u unit) (t turn, ok bool) {
	colon, open := -1, -1
	for i := u.from; i < min(u.to, u.from+mostOfLabel) && colon < 0; i++ {
		switch w := r.words[i]; {
		case r.isQuoted(i):
			return t, false
		case w.isMark(":"):
			colon = i
		case w.isMark("(") && open < 0 && i > u.from:
			open = i
		case w.isMark(")") && open >= 0:
			t.brackets = span2{open + 1, i}
		case w.mark && !w.isMark("-&.,'’") || r.tells(i) && !w.large && open < 0 || r.g.days.has(w) && !w.upper:
			return t, false
		}
	}
	if colon <= u.from || open >= 0 && t.brackets[1] != colon-1 {
		return t, false
	}
	t.label = span2{u.from, colon}
	if open >= 0 {
		t.label[1] = open
	}
	t.from, t.to = colon+1, r.endOfLine(n)
	first, last := r.words[t.label[0]], r.words[t.label[1]-1]
	if last.isMark(".") && t.label[1]-t.label[0] > 1 {
		t.label[1]--
		last = r.words[t.label[1]-1]
	}
	if t.from >= t.to || !first.large || !last.large || isDigits(first) {
		return t, false
	}
	if t.label[1]-t.label[0] == 1 {
		t.asks = r.g.asking.has(first)
		t.answers = r.g.answering.has(first)
	}
	return t, true
}

// endOfLine is where the paragraph ends in which a unit stands.
func (r *sayer) endOfLine(n int) int {
	to := r.units[n].to
	for m := n + 1; m < len(r.units) && r.units[m].line == r.units[n].line; m++ {
		to = r.units[m].to
	}
	return to
}

// takeTurn reads the turn that begins with a unit, if the text is a dialogue; before the first, who speaks in it.
func (r *sayer) takeTurn(n int, u unit, turns map[int]turn) {
	t, ok := turns[n]
	switch {
	case len(turns) == 0 && r.g.language != "en": // clauses tell of captions
	case len(turns) == 0:
		r.readCaption(n, u)
	case ok:
		if len(r.voices) == 0 {
			r.introduce(u.from)
		}
		r.readTurn(t)
	case len(r.voices) == 0:
		r.meet(u)
	}
}

// readCaption takes a quotation that stands by itself after who says it and a colon: “Anna Kessel: “We are open.””
func (r *sayer) readCaption(n int, u unit) {
	t, ok := r.turnAt(n, u)
	if !ok || !r.opens(t.from) || r.passageAt(t.from).to < u.to || r.words[t.label[0]].fold == "the" {
		return
	}
	r.add(n, &cue{verb: verb{act: store.ActSays}, subject: t.label, at: t.from, end: t.from}, ruleQuoteAfter, span2{t.from, u.to})
}

// readTurn takes a paragraph for what its label says.
func (r *sayer) readTurn(t turn) {
	who := r.partyOfLabel(t)
	whom := r.answerer
	if !t.asks {
		whom = r.asker
	}
	if t.asks && who.Name == "" {
		who = r.calledSo(who, r.asker)
	}
	if t.answers {
		who = r.calledSo(who, r.answerer)
	}
	if !t.asks && r.answerer.Name == "" && r.isPerson(t.label) {
		r.answerer = who
	}
	r.voices = append(r.voices, voice{t.from, t.to, who, whom})
	f := finding{spans: []span2{{t.from, t.to}}, unit: -1, rule: ruleTurn, verb: verb{act: store.ActSays}}
	f.said.Act, f.said.Speakers = store.ActSays, []Party{who}
	if r.words[t.to-1].isMark("?") {
		f.said.Act = store.ActAsks
	}
	r.found = append(r.found, f)
	r.noteSpeaker(t.label[0], who)
}

// partyOfLabel is who speaks by a label: whom it names, or whom the brackets after “Question” do.
func (r *sayer) partyOfLabel(t turn) Party {
	label := t.label
	if t.asks || t.answers {
		if t.brackets[0] == t.brackets[1] {
			s := r.spanOfWords(label)
			return Party{Span: s, Words: r.Body.Slice(s)}
		}
		label = t.brackets
	}
	return r.partyAt(label)
}

// meet reads from the words before a dialogue who asks in it, and who answers: “Imre Sato talked to Lena Voss”, “The Lantern talks to
// Hedda Brynn”. Else the outlet asks the first person who is named.
func (r *sayer) meet(u unit) {
	for i := u.from; i < u.to; i++ {
		w := r.words[i]
		if r.isQuoted(i) || !r.g.meeting.has(w) || i+1 >= u.to || r.words[i+1].fold != "to" && r.words[i+1].fold != "with" {
			continue
		}
		c := cue{verb: verb{form: formPast}, at: i, end: i + 2, group: i}
		r.readGroup(u, &c)
		if !r.findSubject(u, &c) {
			continue
		}
		from := c.end
		for from < u.to && r.mark(from, ":") {
			from++
		}
		who, whom := r.parties(c.subject), r.parties(r.nounPhraseFrom(u, from))
		if len(who) == 0 || len(whom) == 0 {
			continue
		}
		if r.asker, r.answerer = whom[0], who[0]; who[0].Kind != kindPerson && whom[0].Kind == kindPerson {
			r.asker, r.answerer = who[0], whom[0]
		}
		return
	}
}

// introduce settles who speaks in a dialogue of which no words tell who asks whom.
func (r *sayer) introduce(before int) {
	if r.answerer.Name == "" {
		if i := slices.IndexFunc(r.seen, func(s seen) bool { return s.at < before && s.party.Kind == kindPerson }); i >= 0 {
			r.answerer = r.seen[i].party
		}
	}
	if r.asker.Name == "" {
		r.asker = Party{Name: strings.TrimSpace(r.Source), Kind: kindOrganisation}
	}
}

// voiceAt is who speaks where a word stands, and to whom.
func (r *sayer) voiceAt(i int) (v voice, ok bool) {
	n := sort.Search(len(r.voices), func(n int) bool { return r.voices[n].to > i })
	if n == len(r.voices) || r.voices[n].from > i {
		return voice{}, false
	}
	return r.voices[n], true
}

// isOfInstitute reports whether those who publish the text research or govern: “we” are they.
func (r *sayer) isOfInstitute() bool {
	return slices.ContainsFunc(wordsIn(r.Source), r.g.institutes.has)
}

// speaking is whom “I”, “we” or “you” means at a word, as far as it is known who speaks there.
func (r *sayer) speaking(i int) Party {
	v, ok := r.voiceAt(i)
	switch w := cmp.Or(pronounIn(r.words[i]), r.g.ownedBy[r.words[i].fold], r.words[i].fold); {
	case !ok && w == "we" && !r.isQuoted(i) && !r.isInner && r.isOfInstitute():
		return Party{Name: strings.TrimSpace(r.Source), Kind: kindOrganisation}
	case !ok:
	case w == "i" || w == "we":
		return v.who
	case w == "you":
		return v.whom
	}
	return Party{}
}
