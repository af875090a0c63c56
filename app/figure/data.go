package figure

import (
	"cmp"
	"io"
	"strconv"
	"strings"

	"standpoint/app/discourse"
	"standpoint/app/spreadsheet"
	"standpoint/store"
	"standpoint/store/text"
)

// Data is one of the tables that stand behind a picture. Its name, those of its columns and codes in its cells are stable and in English;
// what is told in words is in the language of the picture.
type Data struct {
	Name    string // of the sheet
	Columns []spreadsheet.Column
	Rows    [][]string
	IsRead  bool // by people: a page shows it below the picture
}

// CSV writes a table as comma-separated values.
func (d Data) CSV(w io.Writer) error {
	out := spreadsheet.NewCSV(w, d.Columns, false)
	for _, row := range d.Rows {
		out.Row(row)
	}
	return out.Flush()
}

// Workbook writes tables as a workbook with a sheet for each, and a last one with the lines of about.
func Workbook(w io.Writer, tables []Data, about []string) (err error) {
	b, err := spreadsheet.NewWorkbook(text.Shown)
	if err != nil {
		return err
	}
	defer func() { err = cmp.Or(err, b.Close()) }()
	for i, d := range tables {
		if err := b.Add(d.Name, d.Columns); err != nil {
			return err
		}
		for _, row := range d.Rows {
			if err := b.Row(i, row); err != nil {
				return err
			}
		}
	}
	return b.Write(w, func(longer []string) []string { return append(about, longer...) })
}

// word, numeric and day make columns.
func word(name string, width int) spreadsheet.Column {
	return spreadsheet.Column{Name: name, Width: width}
}

func numeric(name string) spreadsheet.Column {
	return spreadsheet.Column{Name: name, Type: spreadsheet.Number, Width: 10}
}

func day(name string) spreadsheet.Column {
	return spreadsheet.Column{Name: name, Type: spreadsheet.Date, Width: 12}
}

// Widths of columns, in characters.
const (
	codeWide = 12
	nameWide = 26
	textWide = 60
)

// decimal writes a number with all its digits.
func decimal(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

// Standings is who stands where as a table: a row for each actor and issue, by name, with the latest position there and how many there are.
func Standings(rows discourse.Rows, o Options) Data {
	return standings(rows.Table(), rows.Holdings, o)
}

func standings(t *discourse.Table, h *store.Holdings, o Options) Data {
	d := Data{Name: "standings", IsRead: true, Columns: []spreadsheet.Column{
		word("actor", nameWide), word("issue", nameWide), word("stance", codeWide), word("conditional", codeWide), word("changed", codeWide),
		word("contradiction", codeWide), numeric("positions"), numeric("support"), numeric("oppose"), numeric("neutral"), numeric("unclear"),
		day("since"), day("date"), word("according_to", codeWide), word("outlet", nameWide), word("article", nameWide), word("words", textWide),
	}}
	for i, actor := range t.Rows {
		for j, issue := range t.Columns {
			cell := &t.Cells[i][j]
			latest := cell.Latest()
			if latest == nil {
				continue
			}
			count := map[store.Stance]int{}
			for _, r := range cell.Positions {
				count[r.Position.Stance]++
			}
			p, in := latest.Position, h.Articles[latest.Position.Article]
			d.Rows = append(d.Rows, []string{
				actor.Label, issue.Label, string(p.Stance), strconv.FormatBool(p.Conditional), strconv.FormatBool(cell.Changed),
				strconv.FormatBool(cell.Opposed), strconv.Itoa(len(cell.Positions)), strconv.Itoa(count[store.StanceSupport]),
				strconv.Itoa(count[store.StanceOppose]), strconv.Itoa(count[store.StanceNeutral]), strconv.Itoa(count[store.StanceUnclear]),
				string(cell.Since()), string(p.Date), strconv.FormatBool(latest.Told), in.Source, in.Title, o.Quotes[p.ID],
			})
		}
	}
	return d
}

// grid is a table as it is drawn, with the latest stances in words and how many positions there are.
func grid(t *discourse.Table, words tongue) Data {
	d := Data{Name: "table", Columns: []spreadsheet.Column{word(variable(t.Rows), nameWide)}}
	for _, c := range t.Columns {
		d.Columns = append(d.Columns, word(c.Label, nameWide))
	}
	for i, r := range t.Rows {
		row := []string{r.Label}
		for j := range t.Columns {
			cell := &t.Cells[i][j]
			told := words.stands(cell)
			if n := len(cell.Positions); n > 1 {
				told += " (" + strconv.Itoa(n) + ")"
			}
			row = append(row, told)
		}
		d.Rows = append(d.Rows, row)
	}
	return d
}

// variable is what rows are.
func variable(rows []discourse.Node) string {
	if len(rows) == 0 {
		return string(discourse.VariableHolder)
	}
	return string(rows[0].Variable)
}

// stands says in words how an actor stands on an issue; "" if there is no position.
func (t tongue) stands(c *discourse.Cell) string {
	latest := c.Latest()
	if latest == nil {
		return ""
	}
	s := t.stance(latest.Position.Stance)
	for _, more := range []struct {
		is    bool
		words string
	}{{latest.Position.Conditional, t.Conditional}, {c.Changed, t.Changed}, {c.Opposed, t.Opposed}} {
		if more.is {
			s += ", " + more.words
		}
	}
	return s
}

// positions are the positions that are counted, a row for each of those who hold one, in the order of the rows.
func positions(list []discourse.Row, h *store.Holdings, o Options) Data {
	d := Data{Name: "positions", Columns: []spreadsheet.Column{
		word("actor", nameWide), word("recorded_actor", nameWide), word("issue", nameWide), word("stance", codeWide),
		word("conditional", codeWide), word("according_to", codeWide), numeric("weight"), day("date"), word("date_from", codeWide),
		day("first_day"), day("last_day"), word("outlet", nameWide), word("article", nameWide), day("published"), word("carriers", nameWide),
		word("words", textWide), word("position", codeWide),
	}}
	for _, r := range list {
		p, in := r.Position, h.Articles[r.Position.Article]
		issue := h.Issues[p.Issue].Name
		if r.Issue.Conditional {
			issue += " ◇"
		}
		d.Rows = append(d.Rows, []string{
			h.Actors[r.Holder].Name, h.Actors[r.Recorded].Name, issue, string(p.Stance), strconv.FormatBool(p.Conditional),
			strconv.FormatBool(r.Told), decimal(r.Weight), string(p.Date), string(p.DateFrom), string(p.Date.First()), string(p.Date.Last()),
			in.Source, in.Title, string(in.Published), o.Carriers[p.ID], o.Quotes[p.ID], p.ID.String(),
		})
	}
	return d
}

// read has people read a table below the picture.
func (d Data) read() Data {
	d.IsRead = true
	return d
}

// Turns is where stances changed as a table: a row for each change, with the old words and the new ones.
func Turns(turns []discourse.Turn, h *store.Holdings, o Options) Data {
	d := Data{Name: "changes", IsRead: true, Columns: []spreadsheet.Column{
		word("actor", nameWide), word("issue", nameWide), word("kind", codeWide),
	}}
	for _, side := range []string{"old_", "new_"} {
		d.Columns = append(d.Columns,
			word(side+"stance", codeWide), word(side+"conditional", codeWide), day(side+"date"), word(side+"outlet", nameWide),
			word(side+"article", nameWide), word(side+"carriers", nameWide), word(side+"according_to", codeWide), word(side+"words", textWide),
			word(side+"position", codeWide))
	}
	d.Columns = append(d.Columns, word("explained", codeWide), word("explanation", textWide))
	for _, t := range turns {
		row := []string{t.Actor.Label, t.Issue.Label, string(t.Kind)}
		for _, r := range []discourse.Row{t.From, t.To} {
			p, in := r.Position, h.Articles[r.Position.Article]
			row = append(row, string(p.Stance), strconv.FormatBool(p.Conditional), string(p.Date), in.Source, in.Title, o.Carriers[p.ID],
				strconv.FormatBool(r.Told), o.Quotes[p.ID], p.ID.String())
		}
		d.Rows = append(d.Rows, append(row, strconv.FormatBool(t.IsExplained(h)), explanation(t, h)))
	}
	return d
}

// explanation is what has been noted of a change with its positions as they are.
func explanation(t discourse.Turn, h *store.Holdings) string {
	var notes []string
	for _, e := range t.Explanations(h) {
		if len(e.Changed) == 0 && e.Note != "" {
			notes = append(notes, e.Note)
		}
	}
	return strings.Join(notes, "\n")
}

// data is a balance as a table: a row for each bar.
func (b Balancing) data(rows discourse.Rows) Data {
	d := Data{Name: "balance", IsRead: true, Columns: []spreadsheet.Column{
		word("issue", nameWide), word("period", codeWide), numeric("oppose"), numeric("neutral"), numeric("support"),
	}}
	issues, bars := b.bars(rows)
	for i, issue := range issues {
		for _, one := range bars[i] {
			d.Rows = append(d.Rows, []string{issue, one.label, decimal(one.oppose), decimal(one.neutral), decimal(one.support)})
		}
	}
	return d
}

// NetworkData is a network as tables: its matrix, its ties, and its nodes with what is measured of them.
func NetworkData(m *discourse.Matrix) []Data {
	nodes, measures := m.Nodes(), m.Measure()
	matrix := Data{Name: "matrix", Columns: []spreadsheet.Column{word(variable(m.Rows), nameWide)}}
	for _, c := range m.Columns {
		matrix.Columns = append(matrix.Columns, numeric(c.Label))
	}
	for i, r := range m.Rows {
		row := []string{r.Label}
		for _, x := range m.Cells[i] {
			row = append(row, decimal(x))
		}
		matrix.Rows = append(matrix.Rows, row)
	}
	ties := Data{Name: "ties", IsRead: true, Columns: []spreadsheet.Column{word("from", nameWide), word("to", nameWide), numeric("weight")}}
	for _, t := range m.Ties() {
		ties.Rows = append(ties.Rows, []string{nodes[t.From].Label, nodes[t.To].Label, decimal(t.Weight)})
	}
	list := Data{Name: "nodes", Columns: []spreadsheet.Column{
		word("name", nameWide), word("type", codeWide), word("kind", codeWide), numeric("positions"), numeric("degree"),
		numeric("weighted_degree"), numeric("betweenness"), numeric("group"), word("id", codeWide),
	}}
	for i, n := range nodes {
		of := measures.Nodes[i]
		between, group := decimal(of.Betweenness), strconv.Itoa(of.Group)
		if measures.IsCoarse {
			between, group = "", "" // not known
		}
		list.Rows = append(list.Rows, []string{
			n.Label, string(n.Variable), string(n.Kind), decimal(n.Positions), strconv.Itoa(of.Degree), decimal(of.Weighted), between, group,
			n.ID.String(),
		})
	}
	return []Data{matrix, ties, list}
}
