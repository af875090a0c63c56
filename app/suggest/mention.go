package suggest

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"standpoint/app/suggest/tagger"
	"standpoint/store"
	"standpoint/store/text"
)

// The rules by which names are found.
const (
	ruleKnown     = "name.known"        // an actor of the project
	ruleRecorded  = "name.recorded"     // what mentions of the project call an actor
	ruleTitle     = "name.title"        // Trade Minister Mara Ellin
	ruleFirst     = "name.first"        // a first name, and then another word
	ruleState     = "name.state"        // a state's name
	ruleOrg       = "name.organisation" // a word tells that it is one
	ruleListed    = "name.listed"       // an organisation that is known by itself
	ruleLetters   = "name.letters"      // HPA
	ruleGroup     = "name.group"        // a word tells that they are several
	ruleAgain     = "name.again"        // a part of a name that the text has in full
	ruleShape     = "name.shape"        // capital letters alone
	ruleSpeaks    = "name.speaks"       // it says something, and is nobody else
	ruleAdjective = "name.adjective"    // something is called after it: “Norvian”
	ruleSeat      = "name.seat"         // a place where a government sits, which acts: “Ankara said”
	ruleQuoted    = "name.quoted"       // it stands in quotation marks, as names do in Ukrainian and Russian
)

// RulePlace is the rule by which places are found, which are nobody: few analysts annotate them.
const RulePlace = "name.place"

const tagName = tagger.Name

// mention is a place where somebody is named.
type mention struct {
	first, end int // of the words; equal if it is a part of one
	span       text.Span
	rule       string
	confidence float64
	like       int  // how many mentions that were recorded call the actor so
	place      bool // it stands as a place does; nothing else tells what it is
	party      Party
}

// confidences are how sure each rule is, as long as nothing has proved how many of what it finds are right (proven.go).
var confidences = map[string]float64{
	ruleTitle: 0.93, ruleFirst: 0.93, ruleState: 0.93, ruleOrg: 0.8, ruleListed: 0.9, ruleLetters: 0.65, ruleGroup: 0.6, ruleAgain: 0.88,
	ruleShape: 0.6, ruleSpeaks: 0.55, ruleAdjective: 0.9, RulePlace: 0.5, ruleSeat: 0.7, ruleQuoted: 0.65,
}

// mentions are the places where somebody is named: actors of the project, and others.
func (d *document) mentions() []Proposal {
	d.prepareNames()
	d.readAdjectives()
	known := d.knownMentions()
	taken := make([]bool, len(d.words))
	for _, m := range known {
		for i := m.first; i < m.end; i++ {
			taken[i] = true
		}
	}
	d.whom = slices.Concat(known, d.withKnownStates(d.newMentions(taken)))
	slices.SortStableFunc(d.whom, func(a, b mention) int { return cmp.Or(cmp.Compare(a.first, b.first), cmp.Compare(b.end, a.end)) })
	d.whom = standApart(d.whom)
	all := make([]Proposal, 0, len(d.whom))
	for _, m := range d.whom {
		m.party.Span, m.party.Words = m.span, d.Body.Slice(m.span)
		all = append(all, Proposal{
			Kind: store.KindMention, Spans: []text.Span{m.span}, Confidence: m.confidence, Rule: m.rule, Like: m.like, Party: m.party,
		})
	}
	d.readOffices(all)
	return all
}

// withKnownStates gives states that are abbreviated the name by which the project has them: “the U.S.”. England is none, nor is a seat of
// the government the state itself.
func (d *document) withKnownStates(all []mention) []mention {
	const most = 6 // code points of “U.S.A.”
	for i := range all {
		m := &all[i]
		isShort := strings.ToUpper(m.party.Name) == m.party.Name && len(m.party.Name) <= most
		if m.rule != ruleState || !isShort || m.party.Actor != (store.ID{}) || d.Known == nil {
			continue
		}
		if state, ok := d.sameState(m.party.Name); ok {
			m.party = state
		}
	}
	return all
}

// standApart returns the mentions, which are in the order of the text, that begin behind the one before: two rules may see one name each in
// words that they share.
func standApart(mentions []mention) []mention {
	end := 0
	return slices.DeleteFunc(mentions, func(m mention) bool {
		if m.span.Start < end {
			return true
		}
		end = m.span.End
		return false
	})
}

// prepareNames notes how the words of the text are written.
func (d *document) prepareNames() {
	d.listings, d.stems = listingsOf(d.language()), stemsIn(d.language())
	if joined := elidedIn(d.language()); joined != nil {
		d.written = slices.Clone(d.words)
		for i := range d.words {
			d.withoutElision(&d.words[i], joined, false)
		}
		for i := range d.words {
			d.withoutElision(&d.words[i], joined, true)
		}
	}
	if d.isGerman() {
		d.readGermanNouns()
	}
	d.begins = make([]bool, len(d.words))
	d.headline = make([]bool, len(d.words))
	d.within = map[string]bool{}
	d.small = map[string]bool{}
	d.noisy = d.isNoisy()
	for _, s := range d.sentences {
		opens := true
		for i := s[0]; i < s[1]; i++ {
			w := &d.words[i]
			if w.mark {
				opens = opens || w.isMark(quoteMarks+":—–•*") || d.opensPlain(i, s)
				continue
			}
			d.begins[i], opens = opens, false
		}
		isHeadline := d.isHeadline(s)
		for i := s[0]; i < s[1]; i++ {
			w := &d.words[i]
			switch d.headline[i] = isHeadline; {
			case w.mark:
			case !w.large:
				d.small[w.fold] = true
			case !d.begins[i] && !isHeadline:
				d.within[w.fold] = true
			}
		}
	}
}

// opensPlain reports whether a mark is a plain one that opens words of somebody: “'Yes,' he said.”
func (d *document) opensPlain(i int, s span2) bool {
	w := &d.words[i]
	isAfterSpace := i == s[0] || d.words[i-1].end < w.span.Start
	return w.isMark("'") && isAfterSpace && i+1 < s[1] && d.words[i+1].span.Start == w.end
}

// isHeadline reports whether nearly all words of a sentence are written large, as those of some headlines are. German nouns are so anyway,
// and no headline ends with a stop.
func (d *document) isHeadline(s span2) bool {
	const leastOfHeadline = 4
	large, all := 0, 0
	for _, w := range d.words[s[0]:s[1]] {
		if !w.mark {
			all++
		}
		if w.large && !w.mark {
			large++
		}
	}
	return !d.isGerman() && all >= leastOfHeadline && large*10 >= all*7 && !(len(d.tags) > 0 && d.endsOnStop(s))
}

// endsOnStop reports whether a sentence ends with a stop.
func (d *document) endsOnStop(s span2) bool {
	for i := s[1] - 1; i >= s[0] && d.words[i].mark; i-- {
		if d.words[i].isMark(".") {
			return true
		}
	}
	return false
}

// isNoisy reports whether a text cares little for capitals: it has handles and tags as posts do, or many of its sentences begin small.
func (d *document) isNoisy() bool {
	small, all := 0, 0
	for _, s := range d.sentences {
		first := &d.words[s[0]]
		if !first.mark {
			all++
			if unicode.IsLower(firstRune(first.text)) {
				small++
			}
		}
	}
	if all > 0 && small*4 >= all {
		return true
	}
	for i := 1; i < len(d.words); i++ {
		before := &d.words[i-1]
		isJoined := d.words[i].span.Start == before.end && (i == 1 || d.words[i-2].end < before.span.Start)
		if before.isMark("@#") && !d.words[i].mark && isJoined {
			return true
		}
	}
	return false
}

// isNameTag reports whether a word is one of a name by its part of speech, as far as that is known.
func (d *document) isNameTag(i int) bool { return len(d.tags) == 0 || d.tags[i] == tagName }

// isNameWord reports whether a word is one of a name by its part of speech, or because it is written large within a sentence and is no word
// of the language.
func (d *document) isNameWord(i int) bool {
	w := d.words[i]
	return d.isNameTag(i) || w.large && !w.upper && !d.begins[i] && !d.headline[i] && !d.isCommon(w)
}

// isGerman reports whether the text is in the language that writes all nouns large.
func (d *document) isGerman() bool { return d.language() == "de" }

// language is that of the text, without its region.
func (d *document) language() string {
	if d.Language != "" {
		main, _, _ := strings.Cut(d.Language, "-")
		return strings.ToLower(main)
	}
	if len(d.tags) > 0 {
		return "en"
	}
	if !d.guessed {
		d.guess, d.guessed = guessLanguage(d.Body), true
	}
	return d.guess
}

// isName reports whether a word may belong to a name.
func (d *document) isName(i int) bool {
	w := &d.words[i]
	if w.mark || !w.large || pronounsOther[w.fold] || pronounsHe[w.fold] || determiners[w.fold] || w.fold == "i" {
		return false
	}
	if len(d.tags) > 0 {
		switch {
		case d.begins[i]:
			return d.tags[i] == tagName && !(d.small[w.fold] && !d.within[w.fold]) || d.within[w.fold] && !isBeside(*w) && !breaks[w.fold] &&
				!prepositions[w.fold] || isFirstName(*w) || w.upper
		case d.headline[i]:
			return d.tags[i] == tagName || d.within[w.fold]
		}
		return d.tags[i] != tagger.Pronoun
	}
	if d.begins[i] || d.headline[i] {
		return d.within[w.fold] && !d.isGerman() || isFirstName(*w) || d.isStateWord(*w) || w.upper
	}
	return true
}

func (d *document) isThe(i int) bool { return i < len(d.words) && d.words[i].fold == "the" }

// isApart reports whether more than a space stands between a word and the one before it.
func (d *document) isApart(i int) bool { return d.words[i].span.Start > d.words[i-1].end+1 }

// newMentions are the places where somebody is named whom the project does not have.
func (d *document) newMentions(taken []bool) []mention {
	var f findings
	if _, has := tables["names/"+d.language()]; has && len(d.tags) == 0 {
		f.all, f.open = d.namesElsewhere(taken)
	} else {
		for _, s := range d.sentences {
			d.namesIn(s, taken, &f)
		}
	}
	return d.oneKind(append(f.all, d.again(f.all, f.open)...))
}

// findings are names that were found.
type findings struct {
	all  []mention
	open []mention // single words, of which the rest of the text tells
}

// beforeListed is where a run of words ends before a name of the tables that goes on behind it: “U.S. | Securities and Exchange
// Commission”.
func (d *document) beforeListed(from, end, last int) int {
	for i := from + 1; i < end; i++ {
		if n, _ := d.listedAt(i, last); i+n > end {
			return i
		}
	}
	return end
}

// namesIn finds the names in a sentence.
func (d *document) namesIn(s span2, taken []bool, f *findings) {
	all, from := d.dateline(s)
	f.all = append(f.all, all...)
	for i := from; i < s[1]; {
		switch n, l := d.listedAt(i, s[1]); {
		case !taken[i] && i > 0 && d.isStateCutShort(i):
			f.all = append(f.all, d.one(i, i+1, "", RulePlace)...)
			i++
		case taken[i] || i > 0 && d.words[i-1].isMark("@#") && !d.isApart(i):
			i++
		case !d.isName(i) && (n == 0 || n == 1 && l.kind != kindState && d.isAnyWord(i)):
			var all, open []mention
			all, open, i = d.besideNames(i, s[1])
			f.all, f.open = append(f.all, all...), append(f.open, open...)
		default:
			end := max(d.run(i, s[1]), i+n) // “Securities and Exchange Commission” of the tables
			end = d.beforeListed(i, end, s[1])
			if at := slices.Index(taken[i:end], true); at >= 0 {
				end = i + at
			}
			if weekdays[d.words[end-1].fold] && end-i > 1 && !d.headline[i] { // “in Lissel Friday”
				end--
			}
			all, open := d.named(i, end)
			f.all, f.open = append(f.all, all...), append(f.open, open...)
			i = max(end, i+1)
		}
	}
}
