package main

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"standpoint/app/suggest/gold"
	"standpoint/store"
)

// row is one line of the table.
type row struct {
	name string
	cell func(*measured) string
}

// rows are the lines of the table.
var rows = []row{
	{"who said what: F1 (precision)", func(m *measured) string { return m.said.cell() }},
	{"speaker right where the content is", func(m *measured) string { return part(m.speaker.found, m.speaker.gold) }},
	{"content J F1 (precision)", func(m *measured) string { return m.content.cell() }},
	{"exact source/cue/content F1", func(m *measured) string {
		if m.exact.gold == 0 {
			return ""
		}
		return hundredths(m.source.f1()) + "/" + hundredths(m.cue.f1()) + "/" + hundredths(m.exact.f1())
	}},
	{"plain speech: found; with speaker", func(m *measured) string {
		if m.plain.gold == 0 {
			return ""
		}
		return hundredths(m.plain.recall()) + "; " + hundredths(m.plainSpeaker.recall())
	}},
	{"direct/mixed/indirect recall", func(m *measured) string {
		if m.said.gold == 0 {
			return ""
		}
		var all []string
		for _, q := range []store.Quotation{store.QuotationDirect, store.QuotationMixed, store.QuotationIndirect} {
			all = append(all, part(of(m.quoted, q).found, of(m.quoted, q).gold))
		}
		return strings.Join(all, "/")
	}},
	{"“he”, “the minister” → the right name", func(m *measured) string { return part(m.pronoun.found, m.pronoun.gold) }},
	{"act right where the content is", func(m *measured) string { return part(m.act.found, m.act.gold) }},
	{"of these: to whom; through whom; own date", func(m *measured) string {
		if m.said.gold == 0 {
			return ""
		}
		return hundredths(m.addressees.f1()) + "; " + hundredths(m.carriers.f1()) + "; " + hundredths(m.on.f1())
	}},
	{"calibration error: statements; others", func(m *measured) string {
		if m.said.gold == 0 {
			return ""
		}
		return fmt.Sprintf("%.2f; %.2f", calibrationError(statements(m.judged, true)), calibrationError(statements(m.judged, false)))
	}},
	{"right at ≥ 0.8: statements; others", func(m *measured) string {
		if m.said.gold == 0 {
			return ""
		}
		return part(rightWhenSure(statements(m.judged, true))) + "; " + part(rightWhenSure(statements(m.judged, false)))
	}},
	{"error of statements that chance alone makes", func(m *measured) string {
		if m.said.gold == 0 {
			return ""
		}
		return fmt.Sprintf("%.2f", errorByChance(statements(m.judged, true)))
	}},
	{"left out: error; statements right at ≥ 0.8; ≥ 0.9", func(m *measured) string {
		if len(m.leftOut) == 0 {
			return ""
		}
		return fmt.Sprintf("%.2f; ", calibrationError(m.leftOut)) +
			part(rightWhen(m.leftOut, surely)) + "; " + part(rightWhen(m.leftOut, nearlySure))
	}},
	{"names, overlapping, right kind: F1 (precision)", func(m *measured) string { return m.names.cell() }},
	{"the same, in articles about names alone", func(m *measured) string { return m.ofNames.cell() }},
	{"names, overlapping, any kind: F1 (precision)", func(m *measured) string { return m.nameSpans.cell() }},
	{"person/organisation/state/group/place found", func(m *measured) string {
		var all []string
		for _, kind := range []gold.NameKind{gold.NamePerson, gold.NameOrganisation, gold.NameState, gold.NameGroup, gold.NamePlace} {
			all = append(all, part(of(m.kinds, kind).found, of(m.kinds, kind).gold))
		}
		return strings.Join(all, "/")
	}},
	{"names of states, exact: F1 (precision)", func(m *measured) string { return m.states.cell() }},
	{"names the project knows: precision; recall", func(m *measured) string {
		return part(m.known.right, m.known.proposed) + "; " + part(m.known.found, m.known.gold)
	}},
	{"dates: value F1 (precision)", func(m *measured) string { return m.dates.cell() }},
	{"stance: precision; recall", func(m *measured) string {
		return part(m.stances.right, m.stances.proposed) + "; " + part(m.stances.found, m.stances.gold)
	}},
	{"statements, positions, names, dates", func(m *measured) string {
		return fmt.Sprintf("%d,%d,%d,%d", m.said.gold, m.stances.gold, m.names.gold, m.dates.gold)
	}},
	{"characters a second and core", func(m *measured) string {
		return fmt.Sprintf("%.0f k", float64(m.characters)/m.took.Seconds()/1000)
	}},
}

// table has a line for each measure, and a column for each set of articles.
type table struct {
	lines   [][]string
	measure []row
	note    string // what is told below
}

func newTable(rows []row) *table {
	t := &table{measure: rows, lines: [][]string{{""}}}
	for _, r := range rows {
		t.lines = append(t.lines, []string{r.name})
	}
	return t
}

// add adds a column.
func (t *table) add(name string, m *measured) {
	t.lines[0] = append(t.lines[0], name)
	for i, r := range t.measure {
		t.lines[i+1] = append(t.lines[i+1], r.cell(m))
	}
}

// print prints the columns as wide as they need to be.
func (t *table) print(w io.Writer) {
	widths := make([]int, len(t.lines[0]))
	for _, line := range t.lines {
		for i, cell := range line {
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	for _, line := range t.lines {
		var s strings.Builder
		for i, cell := range line {
			gap := strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell))
			if i == 0 {
				s.WriteString(cell + gap)
			} else {
				s.WriteString("  " + gap + cell)
			}
		}
		fmt.Fprintln(w, s.String())
	}
	fmt.Fprint(w, t.note)
}
