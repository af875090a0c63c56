package figure

import (
	"bufio"
	_ "embed"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"

	"standpoint/app/discourse"
	"standpoint/app/spreadsheet"
	"standpoint/store"
)

// page is the style of a page. Colours are variables, so that the page follows the screen, and paper is light.
//
//go:embed page.css
var page string

// variables is a theme in which each colour is a variable of the page.
func variables() Theme {
	t := Theme{}
	for c := range Light {
		t[c] = "var(--" + string(c) + ")"
	}
	return t
}

// HTML writes a picture as a page that needs nothing else: no script, no network, which its content security policy tells the browser. Its
// marks show what they tell where the pointer or the keyboard is, and leave the pointer to words that stand there; below it stand the table
// behind it, and the same in words.
func (p *Picture) HTML(w io.Writer) error {
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n", escaped(p.Language))
	fmt.Fprint(out, "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
	fmt.Fprint(out, "<meta name=\"viewport\" content=\"width=device-width\">\n<meta name=\"color-scheme\" content=\"light dark\">\n")
	fmt.Fprintf(out, "<title>%s</title>\n<style>\n%s%s</style>\n</head>\n<body>\n<figure>\n", escaped(p.Title), styles(), page)
	fmt.Fprintf(out, "<div class=\"sheet\" style=\"max-width:%spx\">\n", px(p.Width))
	if len(p.Breaks) > 0 {
		p.writeParts(out, variables())
	} else {
		p.writeSVG(out, variables())
	}
	p.writeMarks(out)
	words := wordsIn(p.Language)
	fmt.Fprint(out, "</div>\n")
	if p.Data != nil {
		for _, d := range p.Data() {
			if d.IsRead {
				d.writeHTML(out, words)
			}
		}
	}
	fmt.Fprintf(out, "<details><summary>%s</summary>\n", escaped(words.InWords))
	for _, line := range strings.Split(p.Description, "\n") {
		fmt.Fprintf(out, "<p>%s</p>\n", escaped(line))
	}
	fmt.Fprint(out, "</details>\n</figure>\n</body>\n</html>\n")
	return out.Flush()
}

// styles are the colours of both themes.
func styles() string {
	list := func(t Theme) string {
		var b strings.Builder
		for _, c := range colours {
			b.WriteString("--" + string(c) + ":" + t[c] + ";")
		}
		return b.String()
	}
	return ":root{" + list(Light) + "}\n@media screen and (prefers-color-scheme:dark){:root{" + list(Dark) + "}}\n"
}

// writeMarks lays a field that can be pointed at, and reached with Tab, over each place at which one can stop in a picture.
func (p *Picture) writeMarks(out *bufio.Writer) {
	share := func(x, of float64) string { return px(min(max(x/of, 0), 1)*100) + "%" }
	sheet := spreadOut(p)
	said := map[store.ID]bool{} // the positions whose words stand in the picture
	for _, s := range p.Shapes {
		if s.Kind == Words && strings.ContainsFunc(s.Text, unicode.IsLetter) {
			said[s.Leads] = true
		}
	}
	for i := range sheet.spots() {
		spot := sheet.spot(i)
		shape := sheet.shape(spot.Shape)
		if shape.Tip == "" {
			continue
		}
		class := "mark"
		if spot.Low.X > p.Width/2 {
			class += " left"
		}
		if spot.Low.Y > p.Height/2 {
			class += " up"
		}
		if shape.Leads != (store.ID{}) && said[shape.Leads] {
			class += " words"
		}
		fmt.Fprintf(out, "<span class=\"%s\" tabindex=\"0\" role=\"note\" style=\"left:%s;top:%s;width:%s;height:%s\">"+
			"<span>%s</span></span>\n", class, share(spot.Low.X, p.Width), share(spot.Low.Y, p.Height), share(spot.High.X-spot.Low.X, p.Width),
			share(spot.High.Y-spot.Low.Y, p.Height), escaped(shape.Tip))
	}
}

// writeHTML writes a table for people, below a line that shows and hides it: without what is for programs, and columns in which nothing is.
func (d Data) writeHTML(out *bufio.Writer, words tongue) {
	var shown []int
	for i, c := range d.Columns {
		if !isForPrograms(c) && slices.ContainsFunc(d.Rows, func(row []string) bool { return words.value(c.Name, row[i]) != "" }) {
			shown = append(shown, i)
		}
	}
	cell := func(tag string, column int, words string) {
		if kind := kindOf(d.Columns[column]); kind != "" {
			tag += " class=\"" + kind + "\""
		}
		fmt.Fprintf(out, "<%s>%s</%.2s>", tag, escaped(words), tag)
	}
	fmt.Fprintf(out, "<details><summary>%s</summary>\n<table>\n<thead><tr>", escaped(words.AsTable))
	for _, i := range shown {
		cell("th", i, words.heading(d.Columns[i].Name))
	}
	fmt.Fprint(out, "</tr></thead>\n<tbody>\n")
	for _, row := range d.Rows {
		fmt.Fprint(out, "<tr>")
		for _, i := range shown {
			cell("td", i, words.value(d.Columns[i].Name, row[i]))
		}
		fmt.Fprint(out, "</tr>\n")
	}
	fmt.Fprint(out, "</tbody>\n</table>\n</details>\n")
}

// kindOf is how a page lays out a column.
func kindOf(c spreadsheet.Column) string {
	switch {
	case c.Type == spreadsheet.Number:
		return "number"
	case c.Type == spreadsheet.Date:
		return "day"
	case c.Width == textWide:
		return "words"
	case c.Width == nameWide:
		return "name"
	}
	return ""
}

// isForPrograms reports whether a column holds what says nothing to people that another column does not say.
func isForPrograms(c spreadsheet.Column) bool {
	return strings.HasSuffix(c.Name, "position") ||
		slices.Contains([]string{"recorded_actor", "date_from", "first_day", "last_day", "published"}, c.Name)
}

// heading is what people call a column.
func (t tongue) heading(column string) string {
	if called, is := t.columns[column]; is {
		return called
	}
	return strings.ReplaceAll(column, "_", " ")
}

// value is what people call what is in a cell.
func (t tongue) value(column, cell string) string {
	switch {
	case cell == "true":
		return t.Yes
	case cell == "false":
		return ""
	case strings.HasSuffix(column, "stance"):
		return t.stance(store.Stance(cell))
	case column == "kind":
		return t.turns[discourse.TurnKind(cell)]
	case column == "since", strings.HasSuffix(column, "date"):
		day, _, _ := strings.Cut(cell, "T") // without the time of the day
		return day
	}
	return cell
}
