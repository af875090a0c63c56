package command

import (
	"errors"
	"io"

	"standpoint/app/discourse"
	"standpoint/store"
)

// networkCommand writes a network of positions.
type networkCommand struct {
	projectArg
	Mode       string `required:"" enum:"one,two" help:"Rows tied by what they have in common in the columns (one), or tied to columns (two)."`
	Rows       string `enum:"holder,issue" default:"holder" help:"What the rows are: ${enum}."`
	Columns    string `enum:",holder,issue" default:"" help:"What the columns are: the other of the two."`
	Aggregate  string `required:"" enum:"ignore,congruence,conflict,subtract,combine" help:"How positions become a number: ${enum}."`
	Normalise  string `enum:"none,average,jaccard,cosine,dna-cosine,activity,prominence" default:"none" help:"By what it is divided: ${enum}."`
	Format     string `required:"" enum:"csv,dl,graphml,gexf,dot" help:"The form of the file: ${enum}."`
	Duplicates string `enum:"all,article,day,week,month,year" default:"all" help:"Within what equal positions count once: ${enum}."`
	Stances    string `default:"support=1,oppose=-1,neutral=0" placeholder:"NUMBERS" help:"What stances count as; left out if not named."`
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
		m, err := c.choices().Network(rows.Value(values, discourse.Duplicates(c.Duplicates)), rows.Holdings)
		if err != nil {
			return err
		}
		return c.into(e, c.Project, func(w io.Writer) error { return m.Write(w, discourse.Format(c.Format)) })
	})
}
