package suggest

import (
	"slices"
	"strings"

	"standpoint/store"
)

// alsoCalled is whom a text calls by another word for what they are: “Inspector Ida Moll”, and then “the detective”. Of those who are
// that, it is who spoke last or whom the nearest sentence is about; if that is nobody, the only one in the text.
func (r *sayer) alsoCalled(at int, head word) (found Party) {
	if head.fold == "witness" {
		return r.witness(at)
	}
	all := r.g.alsoCalled[head.fold]
	if len(all) == 0 || r.isNew(at, head) {
		return Party{}
	}
	if p := r.bodyCalled(at, all); p.Name != "" {
		return p
	}
	is := func(s seen) bool {
		return s.party.Kind == kindPerson && slices.ContainsFunc(all, func(role string) bool { return r.isInRole(s, role) })
	}
	if found, ok := r.salient(at, is, func(string) bool { return false }); ok {
		return found
	}
	for _, role := range all {
		one := r.onlyInRole(post{role: role})
		switch {
		case one.Name == "" || one.Name == found.Name:
		case found.Name != "":
			return Party{}
		default:
			found = one
		}
	}
	return found
}

// bodyCalled is the organisation of which a word of the name tells that a text may call it so: “the Sarn Gazette”, and then “the
// newspaper”.
func (r *sayer) bodyCalled(at int, all []string) Party {
	is := func(s seen) bool {
		return s.party.Kind == kindOrganisation && slices.ContainsFunc(all, func(fold string) bool { return hasWord(s.party.Name, fold) })
	}
	if found, ok := r.salient(at, is, func(string) bool { return false }); ok {
		return found
	}
	return r.onlyThat(at, is)
}

// witness is who gives evidence: the last person who spoke or whom a sentence is about, and who has no part in the trial.
func (r *sayer) witness(at int) Party {
	isOther := func(s seen) bool {
		return s.party.Kind == kindPerson && !slices.ContainsFunc(partsOfCourt, func(role string) bool { return r.isInRole(s, role) })
	}
	if found, ok := r.salient(at, isOther, func(string) bool { return false }); ok {
		return found
	}
	last, _ := slices.BinarySearchFunc(r.seen, at, func(s seen, at int) int { return s.at - at })
	for i := last - 1; i >= max(0, last-farthestSeen); i-- {
		if s := r.seen[i]; s.speaks && !s.quoted && isOther(s) {
			return s.party
		}
	}
	return Party{}
}

// legalForms are with what the name of a company ends that a text leaves out later on.
var legalForms = []string{
	"Ltd", "Ltd.", "Inc", "Inc.", "LLP", "LLC", "Plc", "PLC", "plc", "Corp", "Corp.", "Co", "Co.", "GmbH", "AG", "Group", "Holdings",
}

// settleForms gives a company that is named without its legal form the name in full: “Amperon Cells”, of Amperon Cells Ltd.
func (r *sayer) settleForms() {
	for key, s := range r.names {
		if s.party.Actor != (store.ID{}) || s.party.Kind == kindState {
			continue
		}
		for _, form := range legalForms {
			if full, ok := r.names[key+" "+form]; ok && full.party.Actor == (store.ID{}) && full.party.Kind == kindOrganisation {
				s.party.Name, s.party.Kind, s.shaped = full.party.Name, kindOrganisation, false
				r.names[key] = s
				break
			}
		}
	}
}

// shareOfMain is how many times as often as any other an organisation is named of which a text tells above all.
const (
	shareOfMain = 2
	leastOfMain = 3
)

// countFirms counts how often the text names each organisation, and keeps the one of which it tells above all.
func (r *sayer) countFirms() {
	times := map[string]int{}
	firm := map[string]Party{}
	for _, s := range r.seen {
		if s.quoted || s.party.Name == "" || !s.firm && s.party.Kind != kindOrganisation || strings.Contains(r.Source, s.party.Name) {
			continue
		}
		times[s.party.Name]++
		firm[s.party.Name] = s.party
	}
	most, next := "", 0
	for name, n := range times {
		switch {
		case n > times[most] || most == "":
			most, next = name, max(next, times[most])
		default:
			next = max(next, n)
		}
	}
	if times[most] >= leastOfMain && times[most] >= shareOfMain*next {
		r.mainFirm = firm[most]
	}
}
