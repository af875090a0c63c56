package control

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2/theme"

	"standpoint/app/look"
)

// How many matches a list holds: the rest is found by typing on. When a new item can
// be made as well, matches that only have the letters do not push it out of sight.
const (
	mostMatches      = 30
	mostLooseMatches = 3
)

// offers are the items that fit the query, then the ways to use the query as it is.
func (t *TypeAhead) offers(query string) ([]offer, []pickRow) {
	var offered []offer
	var rows []pickRow
	if query == "" {
		offered, rows = t.digits()
	}
	byDigit := len(offered)
	exact, loose := false, 0
	for _, m := range t.finder.find(query, t.options.Items(query), mostMatches) {
		exact = exact || m.Exact
		if slices.ContainsFunc(offered[:byDigit], func(o offer) bool { return o.item.ID == m.Item.ID }) {
			continue
		}
		if m.Loose {
			if loose++; t.options.Create && loose > mostLooseMatches {
				break
			}
		}
		offered = append(offered, offer{item: m.Item})
		rows = append(rows, matchRow(m))
	}
	if query != "" {
		for _, item := range t.asTyped(query, exact) {
			offered = append(offered, offer{item: item})
			rows = append(rows, t.newRow(item))
		}
	}
	if len(rows) == 0 && query != "" {
		offered = append(offered, offer{nothing: true})
		rows = append(rows, pickRow{runs: []Run{{Text: nothingWords(), Colour: look.ColorMuted, Size: look.TextSize - 1}}})
	}
	return offered, rows
}

// digits are the items that a digit picks in the empty field, each with its digit.
func (t *TypeAhead) digits() (offered []offer, rows []pickRow) {
	if t.options.ByDigit == nil {
		return nil, nil
	}
	const digits = 9
	for n := 1; n <= digits; n++ {
		item, is := t.options.ByDigit(n)
		if !is {
			break
		}
		offered = append(offered, offer{item: item})
		rows = append(rows, pickRow{
			runs:   []Run{{Text: strconv.Itoa(n) + "  ", Colour: look.ColorMuted, Size: look.TextSize - 1}, {Text: item.Name}},
			dotted: item.Colour != "", colour: item.Colour, detail: item.Detail,
		})
	}
	return offered, rows
}

// kinds are those that a new item of a name can be of, the most likely first.
func (t *TypeAhead) kinds(name string) []Kind {
	kinds := t.options.Kinds
	if t.options.KindFor == nil {
		return kinds
	}
	likely := t.options.KindFor(name)
	at := slices.IndexFunc(kinds, func(k Kind) bool { return k.Key == likely })
	if at <= 0 {
		return kinds
	}
	return slices.Concat(kinds[at:at+1], kinds[:at], kinds[at+1:])
}

// asTyped are the items that the query itself can become. Two people may share a
// name, two issues may not.
func (t *TypeAhead) asTyped(query string, exact bool) []Item {
	var items []Item
	if t.options.Create {
		for _, k := range t.kinds(query) {
			items = append(items, Item{Name: query, Kind: k.Key, Detail: k.Word, New: true})
		}
		if len(t.options.Kinds) == 0 && !exact {
			items = append(items, Item{Name: query, New: true})
		}
	}
	if t.options.Words {
		words := Item{Name: query, Words: true}
		if Describes(query) {
			return append([]Item{words}, items...)
		}
		items = append(items, words)
	}
	return items
}

// Describes reports whether a text looks like a description rather than a name:
// several words of which the first has no capital, as in "an unnamed source".
func Describes(query string) bool {
	first, _ := utf8.DecodeRuneInString(query)
	return unicode.IsLower(first) && strings.ContainsFunc(query, unicode.IsSpace)
}

func matchRow(m match) pickRow {
	row := pickRow{detail: m.Item.Detail, dotted: true, colour: m.Item.Colour}
	if m.Item.Colour == "" {
		row.dotted = false
	}
	if m.Alias == "" {
		row.runs = markedRuns(m.Item.Name, m.Marked)
		return row
	}
	row.runs = append([]Run{{Text: m.Item.Name + "  "}}, markedRuns(m.Alias, m.Marked)...)
	for i := range row.runs[1:] {
		row.runs[i+1].Size = look.TextSize - 1
		if row.runs[i+1].Colour == "" {
			row.runs[i+1].Colour = look.ColorMuted
		}
	}
	return row
}

// markedRuns shows the typed letters of a name apart from the others.
func markedRuns(name string, marked []int) []Run {
	in := make(map[int]bool, len(marked))
	for _, i := range marked {
		in[i] = true
	}
	var runs []Run
	i := 0
	for _, r := range name {
		if n := len(runs); n > 0 && runs[n-1].Bold == in[i] {
			runs[n-1].Text += string(r)
		} else if in[i] {
			runs = append(runs, Run{Text: string(r), Bold: true, Colour: look.ColorAccentText})
		} else {
			runs = append(runs, Run{Text: string(r)})
		}
		i++
	}
	return runs
}

func (t *TypeAhead) newRow(item Item) pickRow {
	said := func(name string) []Run {
		return []Run{{Text: "+ ", Colour: look.ColorAccent, Bold: true}, {Text: t.createWords(name, item.Kind)}}
	}
	if item.Words {
		said = func(name string) []Run { return []Run{{Text: onlyWords(name), Italic: true}} }
	}
	return pickRow{runs: said(item.Name), within: func(width float32) []Run { return shortened(item.Name, width, said) }}
}

// createWords offers to create a name, as one of a kind where there are kinds.
func (t *TypeAhead) createWords(name, kind string) string {
	for _, k := range t.options.Kinds {
		if k.Key == kind && k.Create != "" {
			return fmt.Sprintf(k.Create, name)
		}
	}
	return createWords(name)
}

// shortened is what is said of a name, with the name cut so that the rest of it
// stays in sight.
func shortened(name string, width float32, said func(name string) []Run) []Run {
	runs := said(name)
	if runsWidth(runs) <= width {
		return runs
	}
	without := said("")
	last := without[len(without)-1]
	return said(Elide(name, width-runsWidth(without), last.size(), last.style()))
}

// inputText is where the text of an entry begins, from its left edge, in pixels.
func inputText(i *Input) float32 {
	x := theme.InnerPadding()
	if i.Icon != nil {
		x += theme.IconInlineSize() + theme.LineSpacing()
	}
	return x
}
