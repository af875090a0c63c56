package figure

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"standpoint/app/discourse"
	"standpoint/store"
)

// captioned says in sentences of what a picture is made, and which positions were left out.
func (t tongue) captioned(rows discourse.Rows, o Options) []string {
	caption := t.counted(rows.List)
	if limits := t.limits(o.Filter, rows.Holdings); limits != "" {
		caption = append(caption, limits)
	}
	var left []string
	for _, one := range []struct {
		n     int
		words string
	}{{rows.Nameless, t.Nameless}, {rows.Unset, t.Unset}, {rows.Denied, t.Denied}} {
		if one.n > 0 {
			left = append(left, t.number(one.n, one.words, one.words))
		}
	}
	if len(left) > 0 {
		caption = append(caption, fmt.Sprintf(t.LeftOut, strings.Join(left, ", ")))
	}
	if o.Made != "" {
		caption = append(caption, fmt.Sprintf(t.Made, o.Made))
	}
	return caption
}

// limits says what a filter asks; "" if it asks nothing.
func (t tongue) limits(f discourse.Filter, h *store.Holdings) string {
	var list []string
	add := func(what string, values []string) {
		if len(values) > 0 {
			list = append(list, what+" "+strings.Join(values, ", "))
		}
	}
	if f.From != "" {
		add(t.From, []string{string(f.From)})
	}
	if f.To != "" {
		add(t.To, []string{string(f.To)})
	}
	add(t.Outlets, filled(f.Outlets, t.NoOutlet))
	add(t.Actors, t.namesOf(f.Actors, h.Actors))
	add(t.Issues, t.namesOf(f.Issues, h.Issues))
	add(t.Kinds, t.called(f.Kinds))
	add(t.Coders, t.codersOf(f.Coders, h.Coders))
	add(t.Statuses, t.standing(f.Statuses))
	add(t.Tagged, t.namesOf(f.Tags, h.Tags))
	for _, chosen := range []string{
		t.ways[string(f.AccordingTo)], t.ways[string(f.Conditional)], t.ways[string(f.Duplicates)],
		t.ways[string(f.Level)],
	} {
		if chosen != "" {
			list = append(list, chosen)
		}
	}
	if len(list) == 0 {
		return ""
	}
	return fmt.Sprintf(t.Only, strings.Join(list, "; "))
}

// filled has a word stand for what has none.
func filled(list []string, word string) []string {
	list = slices.Clone(list)
	for i := range list {
		list[i] = cmp.Or(list[i], word)
	}
	return list
}

// namesOf are the names of some rows, in order; those that are deleted are said to be.
func (t tongue) namesOf(ids []store.ID, names map[store.ID]store.Name) []string {
	var list []string
	for _, id := range ids {
		list = append(list, names[id].Name)
	}
	slices.Sort(list)
	return filled(list, t.Deleted)
}

// codersOf are the names of some coders, in order.
func (t tongue) codersOf(ids []store.ID, coders []store.Coder) []string {
	names := map[store.ID]store.Name{}
	for _, c := range coders {
		names[c.ID] = store.Name{Name: c.Name}
	}
	return t.namesOf(ids, names)
}

// standing are statuses of articles as people call them.
func (t tongue) standing(statuses []store.Status) []string {
	var list []string
	for _, s := range statuses {
		list = append(list, t.ways[cmp.Or(string(s), "unread")])
	}
	return list
}

// called are kinds of actors as people call them.
func (t tongue) called(kinds []store.ActorKind) []string {
	var list []string
	for _, k := range kinds {
		list = append(list, t.ways[string(k)])
	}
	return list
}

// weighed says how ties are weighed.
func (t tongue) weighed(c discourse.Choices) string {
	values := c.Values
	if values == nil {
		values = discourse.DefaultValues()
	}
	var counts []string
	for _, s := range []store.Stance{store.StanceSupport, store.StanceOppose, store.StanceNeutral, store.StanceUnclear} {
		if x, counted := values[s]; counted {
			counts = append(counts, t.stance(s)+" "+strings.Replace(fmt.Sprintf("%g", x), "-", "−", 1))
		}
	}
	norm := t.AsCounted
	if c.Normalise != "" && c.Normalise != discourse.NormaliseNone { // "none" is also how conditional positions count
		norm = t.ways[string(c.Normalise)]
	}
	return fmt.Sprintf(t.Weighed, t.ways[string(c.Aggregate)]+", "+norm, strings.Join(counts, ", "))
}
