package command

import (
	"errors"
	"strconv"

	"standpoint/app/discourse"
	"standpoint/app/figure"
	"standpoint/store"
)

// standingsCommand tells who stands where.
type standingsCommand struct {
	projectArg
	JSON   bool   `name:"json" help:"Print one JSON array."`
	Format string `enum:",csv,events" default:"" help:"Print comma-separated values: csv, or events, a record for each position."`
	standingFlags
}

// Validate refuses two forms at once.
func (c *standingsCommand) Validate() error {
	return oneForm(c.JSON, c.Format)
}

// oneForm refuses two forms at once.
func oneForm(asJSON bool, format string) error {
	if asJSON && format != "" {
		return errors.New("--json and --format are two forms: give one")
	}
	return nil
}

// standingJSON is how an actor stands on an issue.
type standingJSON struct {
	Actor         partyJSON      `json:"actor"`
	Issue         partyJSON      `json:"issue"`
	Stance        store.Stance   `json:"stance"`
	Conditional   bool           `json:"conditional"`
	Since         store.Date     `json:"since"`
	Changed       bool           `json:"changed"`
	Contradiction bool           `json:"contradiction"`
	Positions     int            `json:"positions"`
	Support       int            `json:"support"`
	Oppose        int            `json:"oppose"`
	Neutral       int            `json:"neutral"`
	Unclear       int            `json:"unclear"`
	Latest        *tookPlaceJSON `json:"latest"`
}

// Run prints a row for each actor and issue.
func (c *standingsCommand) Run(e *environment) error {
	return e.with(c.Project, true, func(p *store.Project) error {
		rows, err := c.rows(e, p)
		if err != nil {
			return err
		}
		if c.Format == "events" {
			return rows.WriteEvents(e.stdout)
		}
		if c.Format != "" {
			return c.csv(e, p, rows)
		}
		list := standingsOf(rows)
		out := newRows(e.stdout, c.JSON, "ACTOR", "ISSUE", "STANCE", "SINCE", "POSITIONS")
		for _, s := range list {
			if err := out.add(s, s.Actor.Name, s.Issue.Name, s.words(), string(s.Since), strconv.Itoa(s.Positions)); err != nil {
				return err
			}
		}
		return out.end()
	})
}

// csv prints them as comma-separated values, with the exact words of the latest positions.
func (c *standingsCommand) csv(e *environment, p *store.Project, rows discourse.Rows) error {
	quotes, err := discourse.Quotes(e.ctx, p, discourse.Positions(rows.List))
	if err != nil {
		return err
	}
	return figure.Standings(rows, figure.Options{Quotes: quotes}).CSV(e.stdout)
}

// words are the stance for people, with what there is to it.
func (s standingJSON) words() string {
	words := string(s.Stance)
	if s.Conditional {
		words += ", conditional"
	}
	if s.Changed {
		words += ", changed"
	}
	if s.Contradiction {
		words += ", contradicted"
	}
	return words
}

// standingsOf returns the cells that hold positions, by actor and issue.
func standingsOf(rows discourse.Rows) []standingJSON {
	table := rows.Table()
	var list []standingJSON
	for i, actor := range table.Rows {
		for j, issue := range table.Columns {
			cell := table.Cells[i][j]
			latest := cell.Latest()
			if latest == nil {
				continue
			}
			s := standingJSON{
				Actor: nodeOf(actor), Issue: nodeOf(issue), Stance: latest.Position.Stance, Conditional: latest.Position.Conditional,
				Since: cell.Since(), Changed: cell.Changed, Contradiction: cell.Opposed, Positions: len(cell.Positions),
				Latest: tookPlace(*latest, rows.Holdings),
			}
			for _, p := range cell.Positions {
				switch p.Position.Stance {
				case store.StanceSupport:
					s.Support++
				case store.StanceOppose:
					s.Oppose++
				case store.StanceNeutral:
					s.Neutral++
				case store.StanceUnclear:
					s.Unclear++
				}
			}
			list = append(list, s)
		}
	}
	return list
}

// nodeOf is an actor or issue, by the name that tells it apart.
func nodeOf(n discourse.Node) partyJSON {
	kind := store.EntityActor
	if n.Variable == discourse.VariableIssue {
		kind = store.EntityIssue
	}
	return partyJSON{ID: n.ID, Kind: kind, Name: n.Label}
}
