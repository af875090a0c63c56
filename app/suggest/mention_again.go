package suggest

import (
	"slices"
	"strings"
	"unicode/utf8"

	"standpoint/store"
	"standpoint/store/text"
)

// again are single words that are a part of a name that the text has in full, or the first letters of one.
func (d *document) again(all, open []mention) (more []mention) {
	full, alone := d.inParts(all), map[string]Party{}
	for _, m := range slices.Concat(all, open) {
		if m.party.Kind != "" && m.end == m.first+1 && m.rule != ruleAgain {
			alone[d.words[m.first].fold] = m.party
			if m.party.Kind == kindState && m.rule == ruleShape && isCyrillic(d.words[m.first].fold) {
				alone[rebasedFold(d.words[m.first].fold)] = m.party
			}
		}
	}
	for i := range all {
		m := &all[i]
		if w := d.words[m.first]; w.upper && m.end == m.first+1 && m.rule == ruleListed && m.party.Actor == (store.ID{}) &&
			full[w.fold].Kind == kindOrganisation && isCyrillic(w.fold) {
			m.party = full[w.fold] // “ЦИК” is the Центральная избирательная комиссия that the text has named
			continue
		}
		if party, _ := d.among(full, d.words[m.first]); party.Kind == kindPerson && m.party.Kind == kindPerson && m.end == m.first+1 {
			m.party = party // “Mr Kessel” is Anna Kessel
		}
	}
	d.asPersons(full, all)
	d.asMen(full, all, open)
	for _, m := range open {
		w := d.words[m.first]
		party, ok := d.among(full, w)
		if state := alone[rebasedFold(w.fold)]; isCyrillic(w.fold) && state.Kind == kindState {
			alone[w.fold] = state
		}
		switch {
		case ok && (party.Kind == kindPerson || w.upper || d.isNameTag(m.first)):
			m.party, m.rule = party, ruleAgain
		case m.party.Kind == "" && !alone[w.fold].IsZero() && (d.isNameTag(m.first) || !d.isCommon(w)):
			m.party, m.rule = alone[w.fold], ruleAgain
		case m.place:
		case m.party.Kind == "":
			continue
		}
		m.confidence = confidences[m.rule]
		more = append(more, m)
	}
	return more
}

// asPersons gives those who are called as a state is, by their surnames or first names, the name in full that the text has told before it
// tells of the state: “Ida Jordan” and then “Jordan said”.
func (d *document) asPersons(full map[string]Party, all []mention) {
	if len(d.tags) == 0 {
		return
	}
	first := map[string]int{} // where the text has a word as part of a person's name
	for _, m := range all {
		if m.party.Kind != kindPerson {
			continue
		}
		for i := m.first; i < m.end; i++ {
			fold := d.words[i].fold
			if at, is := first[fold]; !is || m.first < at {
				first[fold] = m.first
			}
			if m.rule == ruleTitle && full[fold].IsZero() {
				full[fold] = m.party
			}
		}
	}
	stated := map[string]bool{}
	for i := range all {
		m := &all[i]
		fold := d.words[m.first].fold
		if m.rule != ruleState || m.end != m.first+1 || m.party.Actor != (store.ID{}) {
			continue
		}
		at, is := first[fold]
		if of := full[fold]; is && at < m.first && !stated[fold] && of.Kind == kindPerson {
			m.party, m.rule, m.confidence = of, ruleAgain, confidences[ruleAgain]
			continue
		}
		stated[fold] = true
	}
}

// asMen gives those whose names stand in a case of men's that women's have, too, the names of men, where the surname by itself tells that:
// “Валерия Тупицына” and then “Тупицын”.
func (d *document) asMen(full map[string]Party, all, open []mention) {
	if code := d.language(); code != "uk" && code != "ru" {
		return
	}
	men := map[Party]Party{}
	for _, m := range open {
		w := d.words[m.first]
		party, ok := d.among(full, w)
		first, rest, _ := strings.Cut(party.Name, " ")
		if !ok || party.Kind != kindPerson || party.Actor != (store.ID{}) || rest != w.text+"а" {
			continue
		}
		man := manNamed(first)
		if man == "" {
			continue
		}
		as := party
		as.Name = man + " " + w.text
		men[party] = as
	}
	for key, of := range full {
		if as, is := men[of]; is {
			full[key] = as
		}
	}
	for i := range all {
		if as, is := men[all[i].party]; is {
			all[i].party = as
		}
	}
}

// manNamed is the first name of a man of which a woman's may be another case: “Валерий”, of “Валерия”; "" if there is none.
func manNamed(first string) string {
	for _, of := range []caseEnding{{"ія", "ій"}, {"ия", "ий"}, {"я", "й"}, {"а", ""}} {
		if stem, is := strings.CutSuffix(first, of.is); is && firstInCyrillic()[text.Fold(stem+of.base)] {
			return stem + of.base
		}
	}
	return ""
}

// among is who a word is in any of its cases.
func (d *document) among(full map[string]Party, w word) (Party, bool) {
	for _, stem := range d.stems(w.fold) {
		if party, ok := full[stem]; ok {
			return party, true
		}
	}
	return Party{}, false
}

// inParts are those whom the text names in full, by what it may call them then: a person by the last or the first word of the name, an
// organisation by its first letters, or its first word.
func (d *document) inParts(all []mention) map[string]Party {
	full := map[string]Party{}
	add := func(key string, of Party) {
		if full[key].IsZero() {
			full[key] = of
		}
	}
	for _, m := range all {
		words := withoutMarks(d.words[m.first:m.end])
		if len(words) < 2 {
			continue
		}
		switch m.party.Kind {
		case kindPerson:
			d.addParts(full, withoutJunior(words), m.party)
		case kindOrganisation:
			for _, initials := range initialsOf(words) {
				add(initials, m.party)
			}
			if d.isOwnWord(words[0]) {
				add(words[0].fold, m.party) // “Kestrel” of Kestrel Bank
			}
		}
	}
	if outlet := wordsIn(d.Source); len(outlet) > 1 && len(d.tags) > 0 {
		add(outlet[len(outlet)-1].fold, Party{Name: d.Source, Kind: kindOrganisation}) // “he told the Echo”
	}
	return full
}

// addParts adds a person by the words of the name: by the last one in place of who was called so before, by the others if nobody was.
func (d *document) addParts(full map[string]Party, words []word, of Party) {
	last := words[len(words)-1]
	for _, stem := range d.stems(last.fold) {
		full[stem] = of
	}
	others := slices.Clone(words[:len(words)-1])
	if _, bare, _ := strings.Cut(last.fold, "-"); hasSmallArticle([]rune(last.text)) {
		others = append(others, word{fold: bare}) // “Sisi” is Abdel Fattah al-Sisi
	}
	for i, w := range others {
		if i > 0 && (utf8.RuneCountInString(w.fold) < leastSurname || particles[w.fold]) {
			continue
		}
		for _, stem := range d.stems(w.fold) {
			if full[stem].IsZero() {
				full[stem] = of // “Lula” is Luiz Lula da Silva
			}
		}
	}
}

// isOwnWord reports whether the first word of an organisation's name stands for it: it is no common word, and nothing else is called so.
func (d *document) isOwnWord(w word) bool {
	isShort := w.upper || w.owns || utf8.RuneCountInString(w.fold) <= mostOfShort
	isHead := isOrganisationWord(w) || hasOrganisationWord([]word{w}) || isOrganisationHead(w) ||
		tableElsewhere(d.language())["organisation heads"][w.fold]
	isOther := d.isCommon(w) || d.nouns[w.fold] || isFirstName(w) || isNobody(w) || hasAdjectiveEnd(w.fold)
	return !isShort && !isHead && !isOther && d.listedWhole([]word{w}) == nil
}

// withoutJunior are the words of a person's name but for “Jr.” at its end.
func withoutJunior(words []word) []word {
	for len(words) > 2 && juniors[strings.TrimSuffix(words[len(words)-1].fold, ".")] {
		words = words[:len(words)-1]
	}
	return words
}

func withoutMarks(words []word) []word {
	return slices.DeleteFunc(slices.Clone(words), func(w word) bool { return w.mark })
}

// oneKind gives all mentions of one name the same kind: that of which their rules are surest.
func (d *document) oneKind(all []mention) []mention {
	votes := map[string]map[store.ActorKind]float64{}
	for _, m := range all {
		key := foldOf(d.words[m.first:m.end])
		if m.rule == RulePlace {
			continue
		}
		if votes[key] == nil {
			votes[key] = map[store.ActorKind]float64{}
		}
		votes[key][m.party.Kind] += m.confidence * m.confidence
	}
	for i := range all {
		m := &all[i]
		if m.rule == RulePlace {
			continue
		}
		for _, kind := range []store.ActorKind{kindPerson, kindOrganisation, kindState, kindGroup} {
			if by := votes[foldOf(d.words[m.first:m.end])]; by[kind] > by[m.party.Kind] {
				m.party.Kind = kind
			}
		}
	}
	return all
}
