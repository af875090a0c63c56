package suggest

import (
	"path"
	"strings"

	"standpoint/store"
)

// governs is how a verb is followed by what it says; a verb may be so in several ways.
type governs uint32

const (
	takesQuote   governs = 1 << iota // “…,” she said
	takesThat                        // said that …
	takesBare                        // said …
	takesWhether                     // asked whether …
	takesTo                          // promised to …
	takesIng                         // denied closing …
	takesNoun                        // announced a toll
	takesTold                        // whom it is said to stands right after: told reporters
	takesOf                          // warned of …
	takesFor                         // called for …
	takesAs                          // described it as …
	takesAgainst                     // warned against …
	takesObject                      // what it is said of stands right after: accused Norvia of …
	takesCalled                      // called it useful
	isWeak                           // believed, wanted: no words were said
)

var governing = map[string]governs{
	"quote": takesQuote, "that": takesThat, "bare": takesBare, "whether": takesWhether, "to": takesTo, "ing": takesIng, "noun": takesNoun,
	"told": takesTold, "of": takesOf, "for": takesFor, "as": takesAs, "against": takesAgainst, "object": takesObject, "called": takesCalled,
}

// verb is a form of a verb of saying.
type verb struct {
	act      store.Act
	takes    governs
	particle string // that must follow: “out” in “pointed out”; "" for none
	form     verbForm
	lemma    string
}

// verbForm is which form of a verb a word is.
type verbForm int

const (
	formBase  verbForm = iota // say
	formThird                 // says
	formPast                  // said
	formIng                   // saying
)

// verbsOf are the verbs of saying of a language by their folded forms; those that need a particle stand first.
func verbsOf(language string) map[string][]verb {
	content, err := tableFiles.ReadFile(path.Join("tables", "verbs", language+".txt"))
	if err != nil {
		return nil
	}
	all := map[string][]verb{}
	act, weak := store.ActSays, governs(0)
	for line := range strings.Lines(string(content)) {
		line = strings.TrimSpace(line)
		section, opens := strings.CutPrefix(line, "[")
		forms, takes, isVerb := strings.Cut(line, "=")
		switch {
		case strings.HasPrefix(line, "#"):
		case opens && section == "weak]":
			act, weak = store.ActSays, isWeak
		case opens:
			act, weak = store.Act(strings.TrimSuffix(section, "]")), 0
		case isVerb:
			addVerb(all, verb{act: act, takes: weak}, strings.Fields(forms), strings.Fields(takes))
		}
	}
	return all
}

// addVerb adds all forms of a verb.
func addVerb(all map[string][]verb, v verb, forms, takes []string) {
	for _, name := range takes {
		v.takes |= governing[name]
	}
	if last := len(forms) - 1; strings.HasPrefix(forms[last], "+") {
		v.particle, forms = forms[last][1:], forms[:last]
	}
	v.lemma = forms[0]
	for i, form := range forms {
		switch {
		case i == 0:
			v.form = formBase
		case strings.HasSuffix(form, "ing"):
			v.form = formIng
		case i == 1:
			v.form = formThird
		default:
			v.form = formPast
		}
		if v.particle != "" {
			all[form] = append([]verb{v}, all[form]...)
		} else {
			all[form] = append(all[form], v)
		}
	}
}
