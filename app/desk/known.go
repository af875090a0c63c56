package desk

import (
	"strings"

	"standpoint/app/suggest"
	"standpoint/app/words"
	"standpoint/store"
)

// Known are the names of the open project with which its texts are read.
func (d *Desk) Known() suggest.Names {
	return suggest.Names{Actors: d.Names.Actors, Issues: d.Names.Issues}
}

// Overview is whom and what a text names, in a line; "" if it names nobody and nothing.
func Overview(o suggest.Overview) string {
	facts := screened(suggest.Screened{Actors: len(o.Actors), Issues: len(o.Issues)})
	if n := len(o.Stand); n > 0 {
		facts = append(facts, words.Counted(n, "{{.Count}} issue on which they stand"))
	}
	if n := len(o.Unknown); n > 0 {
		facts = append(facts, words.Counted(n, "{{.Count}} name unknown"))
	}
	return words.Dotted(facts...)
}

// mostNamed is how many of each are named at most where whom a text names is told one by one.
const mostNamed = 8

// Overviewed is whom and what a text names, by name, a line for each kind; "" if it names nobody and nothing.
func (d *Desk) Overviewed(o suggest.Overview) string {
	called := func(names map[store.ID]store.Name, ids []store.ID) (list []string) {
		for _, id := range ids {
			if n, is := names[id]; is {
				list = append(list, n.Name)
			}
		}
		return list
	}
	var lines []string
	add := func(names []string, say func(names string) string) {
		switch more := len(names) - mostNamed; {
		case len(names) == 0:
		case more > 0:
			lines = append(lines, say(words.Counted(more, "%s … and {{.Count}} more", strings.Join(names[:mostNamed], ", "))))
		default:
			lines = append(lines, say(words.Joined(names)))
		}
	}
	add(called(d.Names.Actors, o.Actors), func(names string) string { return words.Sentence("Your actors: %s", names) })
	add(called(d.Names.Issues, o.Issues), func(names string) string { return words.Sentence("Your issues: %s", names) })
	add(called(d.Names.Issues, o.Stand), func(names string) string { return words.Sentence("Issues on which they stand: %s", names) })
	add(o.Unknown, func(names string) string { return words.Sentence("Names unknown: %s", names) })
	return strings.Join(lines, "\n")
}

// Screened is how many of the project's actors and issues a text names, in a line; "" if it names none.
func Screened(s suggest.Screened) string { return words.Dotted(screened(s)...) }

func screened(s suggest.Screened) (facts []string) {
	if s.Actors > 0 {
		facts = append(facts, words.Counted(s.Actors, "{{.Count}} of your actors"))
	}
	if s.Issues > 0 {
		facts = append(facts, words.Counted(s.Issues, "{{.Count}} of your issues"))
	}
	return facts
}
