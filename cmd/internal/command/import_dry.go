package command

import (
	"fmt"
	"strings"

	"standpoint/app/candidates"
	"standpoint/app/intake"
	"standpoint/app/notes"
	"standpoint/store"
	"standpoint/store/say"
	"standpoint/store/text"
)

// The rows that import --dry-run --json prints. Their fields last: docs/json.md describes them.
type (
	candidateJSON struct {
		Path   string `json:"path"`
		Number int    `json:"number"` // of its file, from 1
		Chosen bool   `json:"chosen"`
		Error  string `json:"error"`
		headJSON
		From       map[string]originJSON `json:"from"`
		Beginning  string                `json:"beginning"`
		Length     int                   `json:"length"`
		Body       text.Hash             `json:"body"`
		Highlights int                   `json:"highlights"`
		Abstract   string                `json:"abstract"`
		Problems   []string              `json:"problems"`
		Left       []string              `json:"left"`
		DateDoubt  *doubtJSON            `json:"date_doubt"`
		DateOrder  *orderJSON            `json:"date_order"`
		Same       *twinJSON             `json:"same"`
		Near       []twinJSON            `json:"near"`
	}
	originJSON struct {
		Kind intake.Place `json:"kind"`
		Name string       `json:"name,omitempty"`
	}
	doubtJSON struct {
		Value      string     `json:"value"`
		DayFirst   store.Date `json:"day_first"`
		MonthFirst store.Date `json:"month_first"`
	}
	orderJSON struct {
		Value string         `json:"value"`
		Order string         `json:"order"`
		By    intake.Settler `json:"by"`
	}
	twinJSON struct {
		Article   store.ID `json:"article,omitzero"` // of the project
		Row       int      `json:"row,omitempty"`    // of this list, from 1
		Title     string   `json:"title"`
		Source    string   `json:"source"`
		Share     float64  `json:"share"`
		Estimated bool     `json:"estimated"`
	}
)

// orderNames are what --dates takes, and what date_order tells.
var orderNames = map[string]intake.DateOrder{"day-first": intake.DayFirst, "month-first": intake.MonthFirst}

func nameOfOrder(order intake.DateOrder) string {
	for name, o := range orderNames {
		if o == order {
			return name
		}
	}
	return ""
}

// dry reads files and says what would come of each, and what is like it. failures is how many would be refused.
func (c *importCommand) dry(e *environment, p *store.Project, list *rows, paths []string) (failures int, err error) {
	found := intake.Find(e.ctx, paths)
	for _, f := range found.Failed {
		e.complain(f.Err.Error())
	}
	batch := candidates.NewBatch(p, c.options(paths))
	show, end := e.progress("Reading")
	tell := func(p candidates.Progress) { show(p.Done, p.Total) }
	err = batch.Read(e.ctx, found.Files, tell)
	if err == nil {
		err = batch.Compare(e.ctx, candidates.NewSketches(p), tell)
	}
	end()
	if err != nil {
		return len(found.Failed), err
	}
	const page = 500
	for from := 0; from < batch.Len(); from += page {
		for _, row := range batch.Rows(from, page) {
			if row.Err != nil {
				e.complain(row.Err.Error())
			}
			for _, left := range row.Left {
				e.complain(left.Error())
			}
			if err := list.add(candidateOf(batch, row), cellsOf(row)...); err != nil {
				return 0, err
			}
		}
	}
	t := batch.Totals()
	e.say("Nothing was written. An import would add %s; compared with %s of the project.", counted(t.Ticked, "article"),
		counted(batch.Comparisons().Bodies, "text"))
	if q, ok := batch.Question(); ok {
		e.say("“%s” can be %s or %s. “--dates day-first” or “--dates month-first” says which, for all such dates.",
			q.Value, q.DayFirst, q.MonthFirst)
	}
	return len(found.Failed) + t.Bad, nil
}

// endDry writes the list of a dry run: of JSON also an empty one.
func (c *importCommand) endDry(list *rows) error {
	if !c.DryRun || !c.JSON && list.n == 0 {
		return nil
	}
	return list.end()
}

var candidateHeads = []string{"CHOSEN", "PUBLISHED", "SOURCE", "LIKE", "TITLE", "FILE"}

// cellsOf is a row for people.
func cellsOf(c candidates.Candidate) []string {
	like := ""
	if twins := c.Twins(); len(twins) > 0 {
		like = fmt.Sprintf("%.0f %%", 100*twins[0].Share)
	}
	chosen := "no"
	if c.Ticked {
		chosen = "yes"
	}
	return []string{chosen, notes.FormatDay(c.Article.Published), c.Article.Source, like, cut(c.Article.Title, 60), c.Path}
}

func candidateOf(b *candidates.Batch, c candidates.Candidate) candidateJSON {
	a := c.Article
	row := candidateJSON{
		Path: c.Path, Number: c.At + 1, Chosen: c.Ticked, headJSON: headOf(a),
		From: map[string]originJSON{}, Beginning: c.Beginning, Length: c.Length, Body: c.Hash,
		Highlights: c.Highlights, Abstract: c.Abstract, Problems: inEnglish(c.Problems), Left: []string{}, Near: []twinJSON{},
	}
	for _, left := range c.Left {
		row.Left = append(row.Left, left.Error())
	}
	if c.Err != nil {
		row.Error = c.Err.Error()
	}
	for field, o := range c.From {
		name := string(field)
		if field == intake.FieldDate {
			name = "published"
		}
		row.From[name] = originJSON{o.Place, o.Name}
	}
	if d := c.Doubt; d != nil {
		row.DateDoubt = &doubtJSON{d.Value, d.DayFirst, d.MonthFirst}
	}
	if s := c.Settled; s != nil {
		row.DateOrder = &orderJSON{s.Value, nameOfOrder(s.Order), s.By}
	}
	if c.Same != nil {
		same := twinOf(b, *c.Same)
		row.Same = &same
	}
	for _, t := range c.Near {
		row.Near = append(row.Near, twinOf(b, t))
	}
	return row
}

func twinOf(b *candidates.Batch, t candidates.Twin) twinJSON {
	row := twinJSON{Article: t.Article.ID, Title: t.Article.Title, Source: t.Article.Source, Share: t.Share, Estimated: t.Estimated}
	if other, ok := b.Candidate(t.Candidate); ok {
		row.Row, row.Title, row.Source = b.Rank(t.Candidate)+1, other.Article.Title, other.Article.Source
	}
	return row
}

func inEnglish(list []say.Sentence) []string {
	words := make([]string, len(list))
	for i, s := range list {
		words[i] = strings.TrimSpace(s.String())
	}
	return words
}
