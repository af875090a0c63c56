package suggest

import (
	"sort"

	"standpoint/store"
)

// Office is what the text says that a new person is: “foreign minister” of Turkey.
type Office struct {
	Role string // "" if only that is known to whom the person belongs
	Of   Party  // a state or an organisation; one of the project, or a new one
}

// IsZero reports whether the text says nothing of the kind.
func (o Office) IsZero() bool { return o.Of.Name == "" }

// mostIntroductions is at how many places of a name it is read what the person is.
const mostIntroductions = 3

// readOffices notes what the persons are whom the project does not have, at every place of their names. proposals are of d.whom, in order.
func (d *document) readOffices(proposals []Proposal) {
	if len(d.tags) == 0 {
		return
	}
	offices, tried, kinds := map[string]Office{}, map[string]int{}, map[string]store.ActorKind{}
	for _, m := range d.whom {
		kinds[m.party.Name] = m.party.Kind
	}
	isNew := func(p Party) bool { return p.Kind == kindPerson && p.Actor == (store.ID{}) }
	for i, m := range d.whom {
		name := m.party.Name
		if !isNew(proposals[i].Party) || !offices[name].IsZero() || tried[name] == mostIntroductions {
			continue
		}
		tried[name]++
		offices[name] = d.officeAt(m, kinds)
	}
	for i := range proposals {
		if p := &proposals[i]; isNew(p.Party) {
			p.Office = offices[p.Party.Name]
		}
	}
}

// officeAt is what the sentence of a mention says that the person is.
func (d *document) officeAt(m mention, kinds map[string]store.ActorKind) Office {
	at := sort.Search(len(d.sentences), func(n int) bool { return d.sentences[n][1] > m.first })
	if at == len(d.sentences) || m.end > d.sentences[at][1] || m.first == m.end {
		return Office{}
	}
	first := d.sentences[at][0]
	words := d.words[first:d.sentences[at][1]]
	in := d.introduced(words, m.first-first, m.end-first)
	of := in.Of
	if of.Kind == "" {
		of.Kind = kinds[of.Name]
	}
	if of.Actor == (store.ID{}) && of.Kind == "" {
		for _, w := range words {
			if w.span == of.Span && w.owns {
				of.Kind = kindState // “Velia’s Odo Lenz”
			}
		}
	}
	isSomebody := of.Kind == kindState || of.Kind == kindOrganisation || of.Kind == kindGroup
	if of.Name == "" || !isSomebody || of.Name == m.party.Name {
		return Office{}
	}
	return Office{Role: in.Role, Of: of}
}

// officesOf are what the persons are whom the project does not have, by name.
func officesOf(proposals []Proposal) map[string]Office {
	offices := map[string]Office{}
	for i := range proposals {
		if p := &proposals[i]; !p.Office.IsZero() {
			offices[p.Party.Name] = p.Office
		}
	}
	return offices
}
