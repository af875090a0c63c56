package suggest

import (
	"slices"
	"strings"
)

// The parts of those who stand in a court or before an inquiry, by which a report calls them later on.
var (
	partsOfAccused    = []string{"defendant", "accused"}
	partsOfProsecutor = []string{"prosecutor", "barrister", "counsel"}
	partsOfDefender   = []string{"barrister", "counsel", "defence counsel", "defence barrister", "defence lawyer"}
)

// partsOfCourt are the parts of those in a court who give no evidence.
var partsOfCourt = []string{
	"judge", "justice", "recorder", "magistrate", "coroner", "prosecutor", "barrister", "counsel", "solicitor", "attorney", "lawyer",
}

// isPartInCourt reports whether a word is for somebody by their part in a trial.
func isPartInCourt(fold string) bool {
	return slices.Contains(partsOfAccused, fold) || slices.Contains(partsOfProsecutor, fold)
}

// noteAccused notes who denies something or is accused of it: “the defendant”, if the text speaks of one.
func (r *sayer) noteAccused(u unit, subject span2) {
	if subject[0] >= subject[1] {
		return
	}
	for i := subject[1]; i < min(u.to, subject[1]+mostOfTitle); i++ {
		isDone := i > 0 && r.g.be.has(r.words[i-1])
		switch r.words[i].fold {
		case "denies", "denied", "pleaded", "pleads":
		case "accused", "charged", "alleged":
			if !isDone {
				continue
			}
		default:
			continue
		}
		if p := r.partyAt(subject); p.Name != "" && (p.Kind == kindPerson || p.Kind == "") {
			r.addRoles(p.Name, partsOfAccused)
		}
		return
	}
}

// noteCounsel notes for whom somebody speaks in court, by what follows their name: “Ida Moll KC, prosecuting,”, “for the Crown”.
func (r *sayer) noteCounsel(name string, from, to int) {
	for i := from; i < min(to, from+mostOfTitle) && !r.isQuoted(i); i++ {
		switch fold := r.words[i].fold; {
		case fold == "prosecuting" || fold == "prosecution" || fold == "crown":
			if r.isForBefore(i, "prosecuting") {
				r.addRoles(name, partsOfProsecutor)
			}
			return
		case strings.HasPrefix(fold, "defen"): // as Americans write it, too
			if r.isForBefore(i, "defending") {
				r.addRoles(name, partsOfDefender)
			}
			return
		case r.tells(i):
			return
		}
	}
}

// isForBefore reports whether a word is a form that needs no other, or stands after “for the”.
func (r *sayer) isForBefore(i int, alone string) bool {
	return r.words[i].fold == alone || i > 1 && r.words[i-1].fold == "the" && r.words[i-2].fold == "for"
}

func (r *sayer) addRoles(name string, roles []string) {
	for _, role := range roles {
		if !slices.Contains(r.roles[name], role) {
			r.roles[name] = append(r.roles[name], role)
		}
	}
}
