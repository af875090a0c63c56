package suggest

import (
	"strings"

	"standpoint/app/suggest/tagger"
)

// looseStatements are the passages that may be said by somebody, whatever the verb is, and though it is only possible or denied.
func (d *document) looseStatements() []Proposal {
	if len(d.tags) == 0 {
		return nil
	}
	r := &sayer{frame: d.said.frame, g: d.said.g, memory: newMemory(), loose: true}
	r.names = d.said.names
	r.read()
	return r.proposals()
}

// anyVerbAt takes any verb for one of saying.
func (r *sayer) anyVerbAt(i int) (v verb, end int, ok bool) {
	w := r.words[i]
	if t := r.tags[i]; !t.IsVerb() || t == tagger.Auxiliary || r.g.be.has(w) || r.g.modals.has(w) {
		return verb{}, i, false
	}
	v = verb{lemma: w.fold, form: formThird, takes: takesThat | takesQuote | takesBare | takesTo | takesWhether}
	switch {
	case strings.HasSuffix(w.fold, "ing"):
		v.form = formIng
	case strings.HasSuffix(w.fold, "ed") || !strings.HasSuffix(w.fold, "s") && r.tags[i].IsFinite():
		v.form = formPast
	}
	return v, i + 1, true
}
