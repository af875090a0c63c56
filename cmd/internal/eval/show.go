package main

import (
	"fmt"
	"io"
	"strings"

	"standpoint/app/suggest"
	"standpoint/app/suggest/gold"
	"standpoint/store/text"
)

// error keeps what is wrong, with the sentence in which it is.
func (m *measured) error(a gold.Article, kind, what string, at text.Span, told string) {
	sentence := a.Body.Slice(a.Body.SentenceAt(at.Start))
	m.wrong[kind] = append(m.wrong[kind], fmt.Sprintf("%s, %s %s: %s\n    in: %s", a.ID, kind, what, told, sentence))
}

// printErrors prints what is wrong, of the kinds that are asked for.
func (m *measured) printErrors(w io.Writer, o options) {
	for _, kind := range []string{"statements", "positions", "names", "known", "dates"} {
		if o.shows(kind) {
			for _, line := range m.wrong[kind] {
				fmt.Fprintln(w, line)
			}
		}
	}
}

// told are the words of spans.
func told(b *text.Body, spans []text.Span) string {
	all := make([]string, len(spans))
	for i, s := range spans {
		all[i] = b.Slice(s)
	}
	return strings.Join(all, " + ")
}

func toldGold(b *text.Body, g gold.Statement) string {
	return fmt.Sprintf("%s | %s | %s", toldParties(b, g.Speakers), told(b, g.Cue), told(b, g.Content))
}

func toldProposal(b *text.Body, p suggest.Proposal) string {
	return fmt.Sprintf("%s | %s | %s, %s", toldFound(p.Said.Speakers), b.Slice(p.Said.Cue), told(b, p.Spans), p.Rule)
}

func toldParties(b *text.Body, all []gold.Party) string {
	list := make([]string, len(all))
	for i, p := range all {
		list[i] = b.Slice(p.Span) + " = " + p.Name
	}
	return strings.Join(list, " + ")
}

func toldFound(all []suggest.Party) string {
	list := make([]string, len(all))
	for i, p := range all {
		list[i] = p.Words + " = " + p.Name
	}
	return strings.Join(list, " + ")
}
