package suggest

import (
	"path"
	"slices"
	"strings"

	"standpoint/store"
	"standpoint/store/text"
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
	takesAt                          // put the cost at …
	takesOn                          // blamed it on …
	takesText                        // only a text says so by itself: the sign read …
	takesWith                        // threatened with …
	takesObject                      // what it is said of stands right after: accused Norvia of …
	takesCalled                      // called it useful
	takesSelf                        // it says so only with “se”: se negó a …
	takesNot                         // it says so only with “not”: did not rule out that …
	takesBe                          // a word that says so with “be”: está convencido
	isWeak                           // believed, wanted: no words were said
)

var governing = map[string]governs{
	"quote": takesQuote, "that": takesThat, "bare": takesBare, "whether": takesWhether, "to": takesTo, "ing": takesIng, "noun": takesNoun,
	"told": takesTold, "of": takesOf, "for": takesFor, "as": takesAs, "against": takesAgainst, "at": takesAt, "with": takesWith,
	"on": takesOn, "text": takesText,
	"object": takesObject, "called": takesCalled, "not": takesNot, "self": takesSelf, "be": takesBe,
}

// verb is a form of a verb of saying.
type verb struct {
	act      store.Act
	stance   store.Stance // it says where somebody stands, and no words; "" for others
	takes    governs
	particle string // that must follow: “out” in “pointed out”; "" for none
	form     verbForm
	lemma    string
	written  string // in small letters, with accents
}

// verbForm is which form of a verb a word is.
type verbForm int

const (
	formBase       verbForm = iota // say
	formThird                      // says
	formPast                       // said
	formIng                        // saying
	formParticiple                 // said, of a language that tells it from formPast
)

var formNames = map[string]verbForm{
	"infinitive": formBase, "present": formThird, "past": formPast, "gerund": formIng, "participle": formParticiple,
}

// verbTable is a table of verbs while it is read.
type verbTable struct {
	file    string
	joins   bool       // a word that is parted from its verb is written in one with others of its forms
	columns []verbForm // none: the forms of English, told by how they end
	endings []ending
	verbs   map[string][]verb
}

// ending is how forms make other forms.
type ending struct {
	of       verbForm
	is       string // with what one ends
	makes    verbForm
	replaced string // what it ends with instead
}

// verbsOf are the verbs of saying of a language by their folded forms; those that need a particle or “se” stand first.
func verbsOf(language string) (map[string][]verb, error) {
	t := &verbTable{file: path.Join("tables", "verbs", language+".txt"), verbs: map[string][]verb{}}
	t.joins = tables[language]["order"]["verb-last"]
	content, err := tableFiles.ReadFile(t.file)
	if err != nil {
		return nil, err
	}
	return t.verbs, t.read(string(content))
}

func (t *verbTable) read(content string) error {
	section, number := "", 0
	for line := range strings.Lines(content) {
		number++
		line = strings.ToLower(strings.TrimSpace(line))
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if name, opens := strings.CutPrefix(line, "["); opens {
			if section = strings.TrimSuffix(name, "]"); !isVerbSection(section) {
				return flawed("%s:%d: no section is called %q", t.file, number, section)
			}
			continue
		}
		if err := t.readLine(section, line); err != nil {
			return flawed("%s:%d: %v", t.file, number, err)
		}
	}
	return nil
}

var stanceSections = map[string]store.Stance{"supports": store.StanceSupport, "opposes": store.StanceOppose}

func isVerbSection(name string) bool {
	_, isStance := stanceSections[name]
	return isStance || name == "forms" || name == "endings" || name == "weak" || slices.Contains(acts, store.Act(name))
}

func (t *verbTable) readLine(section, line string) error {
	switch section {
	case "":
		return flawed("a verb stands in no section")
	case "forms":
		for name := range strings.FieldsSeq(line) {
			form, ok := formNames[name]
			if !ok {
				return flawed("no form is called %q", name)
			}
			t.columns = append(t.columns, form)
		}
		return nil
	case "endings":
		return t.readEnding(strings.Fields(line))
	}
	forms, takes, isVerb := strings.Cut(line, "=")
	all := strings.Fields(forms)
	if !isVerb || len(all) == 0 {
		return flawed("%q is no verb with what it governs after =", line)
	}
	v := verb{act: store.ActSays, stance: stanceSections[section]}
	if section == "weak" {
		v.takes = isWeak
	} else if v.stance == "" {
		v.act = store.Act(section)
	}
	for name := range strings.FieldsSeq(takes) {
		g, ok := governing[name]
		if !ok {
			return flawed("nothing is governed by %q", name)
		}
		v.takes |= g
	}
	return t.add(v, all)
}

// readEnding reads “past -te = past -ten”.
func (t *verbTable) readEnding(parts []string) error {
	const all = 5
	if len(parts) != all || parts[2] != "=" || !strings.HasPrefix(parts[1], "-") || !strings.HasPrefix(parts[4], "-") {
		return flawed("%q is no rule such as “past -te = past -ten”", strings.Join(parts, " "))
	}
	of, isForm := formNames[parts[0]]
	makes, isMade := formNames[parts[3]]
	if !isForm || !isMade {
		return flawed("%q or %q is no form", parts[0], parts[3])
	}
	t.endings = append(t.endings, ending{of, parts[1][1:], makes, parts[4][1:]})
	return nil
}

// add adds all forms of a verb.
func (t *verbTable) add(v verb, forms []string) error {
	last := len(forms) - 1
	if strings.HasPrefix(forms[last], "+") {
		v.particle, forms = text.Fold(forms[last][1:]), forms[:last]
	}
	if len(forms) == 0 || t.columns != nil && len(forms) > len(t.columns) {
		return flawed("a verb has %d forms, and not %d", len(t.columns), len(forms))
	}
	v.lemma = text.Fold(forms[0])
	for i, form := range forms {
		if form == "-" {
			continue
		}
		if v.form = t.formOf(forms, i); t.columns == nil {
			t.addForm(v, form)
			continue
		}
		t.addInflected(v, form)
		for _, e := range t.endingsOf(v.form, form) {
			made := v
			made.form = e.makes
			t.addInflected(made, strings.TrimSuffix(form, e.is)+e.replaced)
		}
	}
	return nil
}

// formOf is which form of a verb one of its forms is.
func (t *verbTable) formOf(forms []string, i int) verbForm {
	switch {
	case t.columns != nil:
		return t.columns[i]
	case i == 0 && slices.Contains(forms[1:], forms[0]): // read, read
		return formPast
	case i == 0:
		return formBase
	case strings.HasSuffix(forms[i], "ing"):
		return formIng
	case i == 1:
		return formThird
	}
	return formPast
}

// endingsOf are the rules of the longest end that a form has.
func (t *verbTable) endingsOf(form verbForm, of string) (all []ending) {
	for _, e := range t.endings {
		switch {
		case e.of != form || !strings.HasSuffix(of, e.is) || len(all) > 0 && len(e.is) < len(all[0].is):
		case len(all) > 0 && len(e.is) > len(all[0].is):
			all = []ending{e}
		default:
			all = append(all, e)
		}
	}
	return all
}

// addInflected adds a form as it stands alone with a word that is parted from it, and in one with that: teilte mit, mitteilte, mitgeteilt.
func (t *verbTable) addInflected(v verb, form string) {
	if v.particle == "" || !t.joins || v.form != formParticiple {
		t.addForm(v, form)
	}
	if !t.joins {
		return
	}
	if v.particle != "" && !strings.Contains(v.particle, "_") {
		joined := v.particle + form
		v.particle = ""
		t.addForm(v, joined)
	} else if v.particle != "" && v.form == formParticiple {
		t.addForm(v, form)
	}
}

func (t *verbTable) addForm(v verb, form string) {
	v.written, form = form, text.Fold(form)
	same := func(w verb) bool { return w == v }
	switch all := t.verbs[form]; {
	case slices.ContainsFunc(all, same):
	case v.particle != "" || v.takes&takesSelf != 0:
		t.verbs[form] = append([]verb{v}, all...)
	default:
		t.verbs[form] = append(all, v)
	}
}
