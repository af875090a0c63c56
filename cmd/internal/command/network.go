package command

import (
	"errors"
	"io"

	"standpoint/app/discourse"
	"standpoint/app/figure"
	"standpoint/store"
)

// networkCommand writes a network of positions.
type networkCommand struct {
	projectArg
	Mode         string `required:"" enum:"one,two" help:"Rows tied by what columns they share (one), or to columns (two)."`
	Rows         string `enum:"holder,issue" default:"holder" help:"What the rows are: ${enum}."`
	Columns      string `enum:",holder,issue" default:"" help:"What the columns are: the other of the two."`
	Aggregate    string `required:"" enum:"ignore,congruence,conflict,subtract,combine" help:"How positions become a number: ${enum}."`
	Normalise    string `enum:"none,average,jaccard,cosine,dna-cosine,activity,prominence" default:"none" help:"Divided by: ${enum}."`
	Format       string `required:"" enum:"csv,dl,graphml,gexf,dot,json,xlsx" help:"The form of the file: ${enum}."`
	Stances      string `default:"support=1,oppose=-1,neutral=0" placeholder:"NUMBERS" help:"What stances count as; left out if not named."`
	Permutations *int   `placeholder:"N" help:"With json: compare polarisation with so many permutations (1000), 0 for none."`
	outputFlags
	standingFlags
}

// choices are what the flags choose.
func (c *networkCommand) choices() discourse.Choices {
	columns := discourse.Variable(c.Columns)
	if columns == "" && c.Rows == string(discourse.VariableIssue) {
		columns = discourse.VariableHolder
	}
	return discourse.Choices{
		Mode: discourse.Mode(c.Mode), Rows: discourse.Variable(c.Rows), Columns: columns,
		Aggregate: discourse.Aggregate(c.Aggregate), Normalise: discourse.Normalise(c.Normalise),
	}
}

// Validate refuses what cannot be combined.
func (c *networkCommand) Validate() error {
	if err := c.choices().Check(); err != nil {
		return errors.New(err.Error())
	}
	if c.Permutations != nil && (*c.Permutations < 0 || c.Format != "json") {
		return errors.New("--permutations is a number from 0 on, and goes with --format json")
	}
	return nil
}

// Run writes the file.
func (c *networkCommand) Run(e *environment) error {
	return e.with(c.Project, true, func(p *store.Project) error {
		values, err := discourse.ParseValues(c.Stances)
		if err != nil {
			return usageError{err}
		}
		rows, err := c.rows(e, p)
		if err != nil {
			return err
		}
		valued := rows.Value(values)
		m, err := c.choices().Network(valued, rows.Holdings)
		if err != nil {
			return err
		}
		e.tellLone(m)
		return c.into(e, c.Project, func(w io.Writer) error {
			switch c.Format {
			case "json":
				return c.writeMeasures(e, w, m, valued, rows.Holdings)
			case "xlsx":
				return figure.Workbook(w, figure.NetworkData(m), nil)
			}
			return m.Write(w, discourse.Format(c.Format))
		})
	})
}

// tellLone says why a network ties nothing that has one node alone.
func (e *environment) tellLone(m *discourse.Matrix) {
	if nodes := m.Nodes(); len(nodes) == 1 {
		e.say("“%s” stands alone: a network takes two. Ask for more with other flags.", nodes[0].Label)
	}
}
