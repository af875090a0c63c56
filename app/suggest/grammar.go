package suggest

import (
	"cmp"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"

	"standpoint/store"
)

// words are a set of folded words.
type words map[string]bool

// has reports whether a word belongs to the set.
func (s words) has(w word) bool { return s[w.fold] }

// grammar is what the rules know of how a language tells who says what. It is read from two tables:
//
//   - tables/xx.txt has the small words and the order of words, in sections that begin with [name]. A phrase of several words is joined
//     by _. The fields of a grammar say what is in which section; one that a language does not need is left out.
//   - tables/verbs/xx.txt has the verbs of saying. It begins with the names of the columns, under [forms]: infinitive, present, past,
//     participle or gerund, in any order, one as often as a verb has such forms. [endings] has rules by which the forms of a column make
//     others: “past -te = past -ten”, in which the longest end that fits counts and “-” fits all. A section for each act follows (says,
//     denies, asks, demands, promises, threatens, declines), then “weak” for what somebody only thinks, “supports” and “opposes” for
//     verbs that say where somebody stands. A line is a verb: its forms in the order of the columns, “-” for one that it has not, a
//     word that is parted from it after + (German “teilte … mit”), and after = what follows it (governing).
//
// A language is added by writing both; words are written as they are, and folded here. TestTablesAreUnderstood tells the line of what is
// not. English has parts of speech besides (tagged.go), and rules of its own; all others are read by clauses (clause.go), those
// in which a verb does not stand last by the order of words in them (linear.go).
type grammar struct {
	language string
	verbs    map[string][]verb

	// Of all languages.
	negations    words // not
	besides      words // has, also: between a subject and its verb
	prepositions words // of, in
	determiners  words // the, a
	he, it       words // pronouns for a person; for others
	modals       words // may, must
	times        words // today, week
	questions    words // what opens a question that is told
	women, men   words // by which a first name or a title tells “she”, “he”

	// Of English.
	be, finite, breaks, channels, several, days, leads, contrasts, speaking, then, notThen                                              words
	meeting, asking, answering, views, putting, nobody, withheld, platforms, carrying                                                   words
	helpers, firms, worded, persons, leanings, appealing, wanting, plansOnly, plans, idle                                               words
	peopleEnds, urging, gone, having, relating, texts, issued, close, asSaid, away, counted, asked, goingOn                             words
	comments, disputing, beforeVerbs, toldOf, hearing, outcomes, spells, hearersDo, meetings, media, counterparts, addressed, estimates words
	standingOn, standingOff, ofOld, epithets, members, formers, honours, reasons, institutes, stakes                                    words
	numbers, fronting, causes, collectives, clauseLeads                                                                                 words

	claims  map[string]store.Act // nouns that say what somebody says: “claim”
	ownedBy map[string]string    // pronouns by those that own: “he”, of “his”
	// by which letter members of a party are told, folded: “democrat”, of “D”
	partyLetters map[string]string
	// with what numbers begin, by the first of these words: “at least”
	amounts map[string][][]string
	// later words for somebody, with what they were called: “detective”, of “inspector”
	alsoCalled map[string][]string
	doers      map[string][]string // verbs for what somebody does, with what they are then: “drives”, of “driver”
	peoples    map[string]string   // what is called after a state, by its people: “turkish”, of “turks”

	// Of those that are read by clauses.
	order        words   // traits of the language: verb-last (in a subordinate clause), nouns-large, drops-subject
	that         words   // what opens a clause of what is said
	subordinates words   // what opens others
	relatives    words   // who, which
	coordinates  words   // and, but
	oblique      words   // determiners of somebody who does nothing: dem, des
	genitives    words   // of these, those of whose it is: des
	indefinite   words   // determiners of somebody who is new: ein
	heArticles   words   // determiners that tell a man
	sheArticles  words   // and a woman
	joins        words   // prepositions that may say more of somebody: of, for
	by           words   // by whom something is done
	to           words   // to whom something is said
	of           words   // what it is about that is said: spoke of
	favours      words   // called for
	against      words   // warned against
	with         words   // threatened with, urged to
	personEnds   words   // ends of words for persons
	labels       words   // what a thing does before a colon: the title reads
	she, they    words   // pronouns
	hisWords     words   // what is his: sein
	herWords     words   // what is hers: ihr
	back         words   // what stands for what was said before: “Das teilte sie mit.”
	auxiliaries  words   // have
	passives     words   // is, was
	hearsay      words   // forms by which one tells what others say: er habe, serait
	alone        words   // of these, those that tell so by themselves: er sei
	infinitives  words   // to
	asTold       words   // “as” in “as she said”
	hearers      words   // reporters, the newspaper: to whom things are said
	hearerEnds   words   // ends of such words
	sheEnds      words   // ends of words for women
	according    phrases // according to, before somebody
	after        phrases // and after
	whose        phrases // in one with a pronoun: nach ihren Worten
	so           words   // “…”, so der Minister
	itSays       phrases // heißt es
	citing       phrases // unter Berufung auf

	// Of those in which the verb stands after who does it.
	clitics            words               // small words before a verb that may be determiners too: le, la
	reflexive          words               // se
	infinitiveEnds     words               // with what an infinitive ends: er, ть
	notInfinitives     words               // words that end so and are none: hier
	insets             words               // with what a word ends that begins more of somebody: ant, я
	roles              words               // minister, spokeswoman: who can speak
	houses             words               // in, before those by whom many speak: “отметили в МИД”
	outlets            words               // who reports what others say
	serving            words               // who is something of somebody, as “адвокат” is
	whoseEnds          words               // with what a surname ends that is in the genitive
	whoseOfHimEnds     words               // with what one does that is a man's in the genitive, or a woman's
	manyEnds           words               // with what a form of a verb ends that many do
	sheDoes            words               // that a woman does
	heDoes             words               // and a man
	passing            words               // forms by which an agency passes on what somebody says: передает
	womenNamed         words               // with what the first name of a woman ends
	menNamed           words               // and that of a man, where the former tell otherwise
	womenCalled        words               // first names of women
	menCalled          words               // and of men
	viewers            words               // for, before somebody in whose view something is
	accented           words               // small words that only an accent tells from others
	wishes             words               // wants, would like
	coming             words               // came: of criticism, from somebody
	bodies             words               // council: what ends as words for persons do, and is none
	offices            words               // minister, mayor: who has one is not in another
	answers            words               // no, never: what is said by itself
	years              words               // years, of an age
	ofThem             words               // of what was told: “глава | ведомства”
	verbEnds           words               // with what only forms of verbs end
	quoting            words               // quotes: what passes on the words of somebody
	governments        words               // government, leaders: who acts for a state or an organisation
	saidThere          words               // it is said: говорится
	counters           words               // but: what opens a clause of others
	gerundEnds         words               // with what a gerund ends
	others             words               // another, of whom no noun tells
	strangers          words               // persons, as which the text calls somebody of whom it has not told
	adverbEnds         words               // with what an adverb ends
	notAdverbs         words               // words that end so and are none
	calling            words               // as: called it as
	voices             words               // I, we
	turning            words               // what opens a clause that belongs to another, or begins a sentence: damit
	nounEnds           words               // with what words end that are no infinitives though they end so: ture
	deedEnds           words               // and those that are: clure
	themes             words               // about: what opens of what is told
	sheAdjectives      words               // with what adjectives end that tell a woman
	heAdjectives       words               // and a man
	colleagues         words               // colleague: who is what another is
	nationalEnds       words               // with what words end for somebody from a state: норвеж|ка
	givenNames         words               // name, pseudonym: what leads to a part of a name, or to another
	nameLeads          words               // only, as: what stands between
	givesNames         words               // gave, asked: what somebody does who goes by a part of their name
	reflexives         words               // himself
	showing            words               // shows, heard: what stands before who is seen saying something
	records            words               // clip: what shows somebody who says something
	inscribed          words               // banner: things on which something is written
	answeredBy         words               // reply: verbs for what somebody says who was asked
	ranks              words               // senator: what somebody is besides an office
	styles             words               // mayor: what stands before the name of who is that
	children, parents  words               // daughter; father
	writings           words               // check: what one writes besides texts
	leaders            words               // whoever leads a body: head, chief
	accusing           words               // what somebody does to another who may deny it
	unnamed, notSo     words               // anonymity; not: named
	littleSaid         words               // nothing, more: what is no words of anybody
	becoming           words               // became, elected: what leads to what somebody is
	whether            words               // ли: what makes a question of the word before it
	dativeEnds         words               // with what only words in the dative end
	crowds             words               // from: what stands before those of whom one calls out
	wordsOf            words               // words: what is passed on of somebody
	standsFor          words               // this, for what was said
	leading            words               // went, before what one does: “went on to say”
	leadingNot         words               // failed, of which the opposite says so: “did not fail to say”
	sides              map[string]int      // words for those who take different sides: judge, lawyer
	rumours            words               // is said to
	leaking            words               // from: what leads to those from whom something is heard
	occasions          words               // briefing: on which things are said
	places             words               // behind, from: what leads to where somebody is
	sayings            words               // words, statements: of whom they are, says according to whom something is
	asides             phrases             // for his part: between others, as besides
	latter             phrases             // the latter, for the last of several
	former, second     phrases             // the first, the second, of two
	relativesOf        words               // whose, that
	these              words               // determiners of somebody who was just told of
	figures            words               // leader: what many of an organisation may be called
	ifThey             phrases             // if he, in one: s'il
	personForms        map[string]string   // other cases of the nouns for persons, with these
	there              words               // there: where those are who spoke last
	whoseOfMany        words               // with what nouns for persons end in the genitive
	wholeAdjectives    words               // with what adjectives end in the case of who does something
	peopleOfEnd        words               // with what words end for the people of a place, of whom somebody is something
	courts, sentencing words               // who sentences, and forms of verbs that are no saying then
	stateBodies        words               // how words begin for what belongs to a state
	nameless           words               // persons whose names nobody tells: source
	numerals           words               // with what a noun of how many begins
	askedOf            words               // from: of whom something is asked, or for whom
	calledEnds         words               // with what a noun or an adjective ends that something is called
	manyOf             words               // with what nouns end for several to whom something is done
	firmsKnown         map[string][]string // by the beginning of a noun, that of names of what is called so: минобороны, of министерство
	backs              phrases             // of this, for what was said in the sentence before
}

// grammars are those of all languages that have a table of verbs, read when the first text is.
var grammars = sync.OnceValue(func() map[string]*grammar {
	all := map[string]*grammar{}
	files, err := fs.Glob(tableFiles, "tables/verbs/*.txt")
	if err != nil {
		panic(err) // the pattern is wrong
	}
	for _, name := range files {
		language := strings.TrimSuffix(path.Base(name), ".txt")
		if all[language], err = newGrammar(language); err != nil {
			panic(err) // TestTablesAreUnderstood fails
		}
	}
	return all
})

// grammarOf is that of a language, a tag of BCP 47; English if there is none.
func grammarOf(language string) *grammar {
	if g := grammars()[language]; g != nil {
		return g
	}
	return grammars()["en"]
}

// newGrammar reads the tables of a language. An error begins with the file and the line that is not understood.
func newGrammar(language string) (*grammar, error) {
	g := &grammar{language: language}
	t := tables[language]
	for name, set := range g.wordSections() {
		*set = t[name]
	}
	for name, set := range g.phraseSections() {
		*set = newPhrases(t[name])
	}
	g.claims, g.ownedBy, g.partyLetters = claimsOf(t["claims"]), pairsOf(t["owners"]), pairsOf(t["party letters"])
	g.amounts = amountsOf(t["amounts"])
	g.peoples, g.sides = pairsOf(t["peoples"]), sidesOf(t["sides"])
	g.alsoCalled, g.doers = listsOf(t["also called"]), listsOf(t["doers"])
	g.personForms = formsOf(t["cases of nouns"], g.persons, g.strangers)
	g.firmsKnown = listsOf(t["firms known by"])
	var err error
	g.verbs, err = verbsOf(language)
	return g, err
}

// pairsOf are the words “his_he” as one by the other.
func pairsOf(section words) map[string]string {
	all := make(map[string]string, len(section))
	for pair := range section {
		word, other, _ := strings.Cut(pair, "_")
		all[word] = other
	}
	return all
}

// listsOf are the words “inspector_detective” by the last, each with all the first.
func listsOf(section words) map[string][]string {
	all := map[string][]string{}
	for pair := range section {
		word, other, _ := strings.Cut(pair, "_")
		all[other] = append(all[other], word)
	}
	for _, list := range all {
		slices.Sort(list)
	}
	return all
}

// formsOf are the other cases of nouns, by “а_ы”: how a noun ends and how it does in another case. “*” is the end of one on a consonant.
func formsOf(section words, nouns ...words) map[string]string {
	all := map[string]string{}
	ends := slices.Sorted(maps.Keys(section))
	slices.SortStableFunc(ends, func(a, b string) int { return cmp.Compare(strings.Index(b, "_"), strings.Index(a, "_")) })
	for _, of := range nouns {
		for _, noun := range slices.Sorted(maps.Keys(of)) {
			longest := ""
			for _, pair := range ends {
				is, other, _ := strings.Cut(pair, "_")
				stem, fits := strings.CutSuffix(noun, is)
				if is == "*" {
					stem, fits = noun, !strings.ContainsRune("аяоеёиіїыуюьй", lastRune(noun))
				}
				if !fits || len(is) < len(longest) || strings.Contains(noun, "_") {
					continue
				}
				longest = is
				if form := stem + other; all[form] == "" && !slices.ContainsFunc(nouns, func(of words) bool { return of[form] }) {
					all[form] = noun
				}
			}
		}
	}
	return all
}

// claimsOf are the nouns that say what somebody says, with what that does: “threat_threatens”.
func claimsOf(section words) map[string]store.Act {
	all := make(map[string]store.Act, len(section))
	for noun, act := range pairsOf(section) {
		all[noun] = cmp.Or(store.Act(act), store.ActSays)
	}
	return all
}

// wordSections are the sets of words by the names of their sections.
func (g *grammar) wordSections() map[string]*words {
	return map[string]*words{
		"be": &g.be, "modals": &g.modals, "finite": &g.finite, "negations": &g.negations, "besides": &g.besides, "breaks": &g.breaks,
		"prepositions": &g.prepositions, "determiners": &g.determiners, "he": &g.he, "it": &g.it, "channels": &g.channels,
		"times": &g.times, "questions": &g.questions, "several": &g.several, "women": &g.women, "men": &g.men,
		"days and months": &g.days, "leads on": &g.leads, "contrasts": &g.contrasts, "speaking": &g.speaking, "then": &g.then,
		"not then": &g.notThen, "meeting": &g.meeting, "asking": &g.asking, "answering": &g.answering,
		"views": &g.views, "putting": &g.putting, "nobody": &g.nobody, "withheld": &g.withheld, "platforms": &g.platforms,
		"carrying": &g.carrying, "helpers": &g.helpers, "firms": &g.firms, "worded": &g.worded, "persons": &g.persons, "leanings": &g.leanings,
		"appealing": &g.appealing, "wanting": &g.wanting, "plans only": &g.plansOnly, "plans": &g.plans, "idle": &g.idle,
		"people end": &g.peopleEnds, "urging": &g.urging, "gone": &g.gone,
		"having": &g.having, "relating": &g.relating, "texts": &g.texts, "issued": &g.issued,
		"close to": &g.close, "away": &g.away, "counted": &g.counted, "asked": &g.asked, "going on": &g.goingOn, "standing on": &g.standingOn,
		"standing off": &g.standingOff, "of old": &g.ofOld, "epithets": &g.epithets, "members": &g.members, "formers": &g.formers,
		"reflexives": &g.reflexives, "becoming": &g.becoming, "ranks": &g.ranks, "styles": &g.styles, "writings": &g.writings,
		"children": &g.children, "parents": &g.parents,
		"little said": &g.littleSaid, "leaders": &g.leaders, "accusing": &g.accusing, "unnamed": &g.unnamed, "not so": &g.notSo,
		"answered by": &g.answeredBy, "showing": &g.showing,
		"records": &g.records, "inscribed": &g.inscribed,
		"given names": &g.givenNames, "name leads": &g.nameLeads, "gives names": &g.givesNames,
		"honours": &g.honours, "hearers do": &g.hearersDo, "meetings": &g.meetings, "media": &g.media, "counterparts": &g.counterparts,
		"addressed": &g.addressed, "estimates": &g.estimates,
		"reasons": &g.reasons, "institutes": &g.institutes, "stakes": &g.stakes, "as said": &g.asSaid,
		"comments": &g.comments, "disputing": &g.disputing, "before verbs": &g.beforeVerbs, "told of": &g.toldOf, "hearing": &g.hearing,
		"outcomes": &g.outcomes, "spells": &g.spells, "numbers": &g.numbers, "fronting": &g.fronting,
		"serving causes": &g.causes, "collectives": &g.collectives, "clause leads": &g.clauseLeads,
		"order": &g.order, "that": &g.that, "subordinates": &g.subordinates, "relatives": &g.relatives,
		"coordinates": &g.coordinates, "oblique": &g.oblique, "genitives": &g.genitives, "indefinite": &g.indefinite,
		"determiners he":  &g.heArticles,
		"determiners she": &g.sheArticles, "joins": &g.joins, "by": &g.by, "to": &g.to, "of": &g.of, "for": &g.favours,
		"against": &g.against, "with": &g.with, "persons end": &g.personEnds, "labels": &g.labels,
		"she": &g.she, "they": &g.they, "back": &g.back, "auxiliaries": &g.auxiliaries, "passives": &g.passives,
		"hearsay": &g.hearsay, "hearsay alone": &g.alone, "infinitives": &g.infinitives, "as told": &g.asTold, "hearers": &g.hearers,
		"clitics": &g.clitics, "reflexive": &g.reflexive, "infinitives end": &g.infinitiveEnds, "not infinitives": &g.notInfinitives,
		"outlets": &g.outlets, "serving": &g.serving,
		"surnames in the genitive end": &g.whoseEnds, "surnames of men in the genitive end": &g.whoseOfHimEnds,
		"insets end": &g.insets, "roles": &g.roles, "houses": &g.houses, "many do": &g.manyEnds, "she does": &g.sheDoes, "he does": &g.heDoes,
		"passing on": &g.passing, "accented": &g.accented, "viewed by": &g.viewers, "women named": &g.womenNamed, "men named": &g.menNamed,
		"women called": &g.womenCalled, "men called": &g.menCalled,
		"hearers end": &g.hearerEnds, "women end": &g.sheEnds, "his": &g.hisWords, "hers": &g.herWords, "so": &g.so,
		"wishes": &g.wishes, "coming": &g.coming, "sayings": &g.sayings, "called as": &g.calling, "bodies": &g.bodies, "years": &g.years,
		"answers": &g.answers, "offices": &g.offices, "figures": &g.figures, "relatives of": &g.relativesOf, "this one": &g.these,
		"of them": &g.ofThem, "strangers": &g.strangers, "others": &g.others, "counters": &g.counters, "said there": &g.saidThere,
		"governments": &g.governments, "quoting": &g.quoting, "gerunds end": &g.gerundEnds, "verbs end": &g.verbEnds,
		"voices": &g.voices, "occasions": &g.occasions, "leaking": &g.leaking, "rumours": &g.rumours,
		"themes": &g.themes, "for what was said": &g.standsFor,
		"leading": &g.leading, "leading not": &g.leadingNot, "nouns end": &g.nounEnds, "deeds end": &g.deedEnds, "turning": &g.turning,
		"colleagues": &g.colleagues, "nationals end": &g.nationalEnds, "whether": &g.whether, "datives end": &g.dativeEnds,
		"adjectives she": &g.sheAdjectives, "adjectives he": &g.heAdjectives, "crowds": &g.crowds, "words of": &g.wordsOf,
		"where": &g.places, "there": &g.there, "numerals": &g.numerals, "nameless": &g.nameless, "bodies of a state begin": &g.stateBodies,

		"people of a place end": &g.peopleOfEnd, "courts": &g.courts, "sentencing": &g.sentencing,
		"asked of": &g.askedOf, "called so end": &g.calledEnds,
		"several in the genitive end": &g.manyOf, "persons in the genitive end": &g.whoseOfMany,
		"whole adjectives end": &g.wholeAdjectives, "adverbs end": &g.adverbEnds, "not adverbs": &g.notAdverbs,
	}
}

// phraseSections are the sets of phrases.
func (g *grammar) phraseSections() map[string]*phrases {
	return map[string]*phrases{
		"according": &g.according, "according after": &g.after, "according whose": &g.whose, "it says": &g.itSays, "citing from": &g.citing,
		"of this": &g.backs, "asides": &g.asides, "latter": &g.latter, "first of two": &g.former,
		"second of two": &g.second, "if they": &g.ifThey,
	}
}

// phrases are phrases of one or several folded words by the first; the longest stand first.
type phrases map[string][][]string

func newPhrases(all words) phrases {
	p := phrases{}
	for _, joined := range slices.Sorted(maps.Keys(all)) {
		parts := strings.Split(joined, "_")
		p[parts[0]] = append(p[parts[0]], parts)
	}
	for _, of := range p {
		slices.SortStableFunc(of, func(a, b []string) int { return cmp.Compare(len(b), len(a)) })
	}
	return p
}

// endAt is where a phrase ends that begins at a word; the word itself if none does.
func (p phrases) endAt(all []word, i int) int {
	for _, parts := range p[all[i].fold] {
		if i+len(parts) <= len(all) && startsWith(all[i:], parts) {
			return i + len(parts)
		}
	}
	return i
}

func startsWith(all []word, parts []string) bool {
	for i, part := range parts {
		if all[i].fold != part {
			return false
		}
	}
	return true
}

// verbAt is the verb of saying that a word can be, with its particle; end is where it ends.
func (g *grammar) verbAt(all []word, i int) (v verb, end int, ok bool) {
	for _, v := range g.verbs[all[i].fold] {
		switch {
		case v.particle == "":
			return v, i + 1, true
		case i+1 < len(all) && all[i+1].fold == v.particle:
			return v, i + 2, true
		case strings.Contains(v.particle, "_"): // made it clear
			if parts := strings.Split(v.particle, "_"); i+1+len(parts) <= len(all) && startsWith(all[i+1:], parts) {
				return v, i + 1 + len(parts), true
			}
		}
	}
	return verb{}, i, false
}

// leastOfPast is how long a word in -ed is that may be a verb.
const leastOfPast = 5

// isFinite reports whether a word may be a verb that tells of something.
func (g *grammar) isFinite(w word) bool {
	switch {
	case w.mark || w.large:
		return false
	case g.finite.has(w):
		return true
	case w.owns:
		return g.he.has(w) || g.it.has(w) // it’s
	}
	return len(w.fold) >= leastOfPast && strings.HasSuffix(w.fold, "ed")
}

// isBetween reports whether a word may stand between a subject and its verb.
func (g *grammar) isBetween(w word) bool {
	return !w.mark && (g.besides.has(w) || g.be.has(w) || g.modals.has(w) || g.negations.has(w) || isAdverb(w))
}

// isAdverb reports whether a word is made as adverbs are.
func isAdverb(w word) bool {
	return len(w.fold) > 4 && strings.HasSuffix(w.fold, "ly") && !w.large && !noAdverbs[w.fold]
}

// isVerbEnd reports whether a word ends as only forms of verbs do: folded, or as it is written where accents tell that.
func (g *grammar) isVerbEnd(w word) bool {
	if len(g.verbEnds) == 0 || w.large || w.mark {
		return false
	}
	return isMade(w, g.verbEnds) || g.order["accents-tell"] && isMade(word{fold: strings.ToLower(w.text)}, g.verbEnds)
}

// isAdverbial reports whether a word is made as adverbs are, where a language makes them so.
func (g *grammar) isAdverbial(w word) bool {
	const least = 5
	return len(g.adverbEnds) > 0 && !w.large && len(w.fold) >= least && isMade(w, g.adverbEnds) && !g.notAdverbs.has(w)
}

// isWhen reports whether a word says when.
func (g *grammar) isWhen(w word) bool {
	return g.times.has(w) || g.days.has(w) && w.large && w.fold != "i"
}
