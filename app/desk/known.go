package desk

import (
	"standpoint/app/suggest"
	"standpoint/app/words"
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
