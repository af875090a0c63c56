package command

import (
	"errors"
	"io"
	"time"

	"standpoint/app/discourse"
	"standpoint/app/figure"
	"standpoint/store"
)

// figureCommand draws who stands where.
type figureCommand struct {
	projectArg
	Figure    string  `arg:"" enum:"table,changes,timeline,balance,network" help:"What to draw: ${enum}."`
	Order     string  `enum:"name,number,agreement" default:"name" help:"Of a table: in which order rows and columns stand, ${enum}."`
	Turned    bool    `help:"Of a table: issues as rows, actors as columns."`
	Open      bool    `help:"Of changes: only those that nobody has explained."`
	Made      bool    `help:"Say in the caption on which day the picture was made."`
	Lanes     string  `enum:"actors,issues" default:"actors" help:"Of a timeline: a lane for each of ${enum}."`
	Count     string  `enum:"positions,actors" default:"positions" help:"Of a balance: what bars count, ${enum}."`
	Per       string  `enum:",days,weeks,months,years" default:"" help:"Of a balance: a bar for each of these; of a timeline: room for each."`
	Shares    bool    `help:"Of a balance: shares in place of numbers."`
	Mode      string  `enum:"one,two" default:"one" help:"Of a network: as in “network”, with the next five flags: ${enum}."`
	Rows      string  `enum:"holder,issue" default:"holder" help:"Of a network: what is tied, ${enum}."`
	Aggregate string  `enum:"ignore,congruence,conflict,subtract,combine" default:"subtract" help:"Of a network: ${enum}."`
	Normalise string  `enum:"none,average,jaccard,cosine,dna-cosine,activity,prominence" default:"none" help:"Of a network: ${enum}."`
	Stances   string  `default:"support=1,oppose=-1,neutral=0" placeholder:"NUMBERS" help:"Of a network: what stances count as."`
	Weakest   float64 `placeholder:"N" help:"Of a network: leave out ties that weigh less, signs aside."`
	Language  string  `placeholder:"CODE" default:"en" help:"The language of the words: en or de."`
	Format    string  `required:"" enum:"svg,png,pdf,html,csv,xlsx" help:"The form of the file: ${enum}."`
	outputFlags
	standingFlags
}

// choices are what the flags choose of a network.
func (c *figureCommand) choices() discourse.Choices {
	columns := discourse.VariableIssue
	if c.Rows == string(discourse.VariableIssue) {
		columns = discourse.VariableHolder
	}
	return discourse.Choices{
		Mode: discourse.Mode(c.Mode), Rows: discourse.Variable(c.Rows), Columns: columns, Aggregate: discourse.Aggregate(c.Aggregate),
		Normalise: discourse.Normalise(c.Normalise),
	}
}

// Validate refuses a network that cannot be.
func (c *figureCommand) Validate() error {
	if err := c.choices().Check(); err != nil {
		return errors.New(err.Error())
	}
	return nil
}

// Run draws the figure.
func (c *figureCommand) Run(e *environment) error {
	return e.with(c.Project, true, func(p *store.Project) error {
		rows, err := c.rows(e, p)
		if err != nil {
			return err
		}
		o := figure.Options{Language: c.Language, Order: figure.Order(c.Order), Turned: c.Turned, Open: c.Open}
		if c.Made {
			o.Made = store.Day(time.Now().Format(time.DateOnly))
		}
		if o.Filter, err = c.filter(e.ctx, p); err != nil {
			return err
		}
		if o.Quotes, o.Carriers, err = discourse.Told(e.ctx, p, discourse.Positions(rows.List)); err != nil {
			return err
		}
		drawn, err := c.draw(e, rows, o)
		if err != nil {
			return err
		}
		return c.into(e, c.Project, func(w io.Writer) error { return drawn.Write(w, figure.Format(c.Format)) })
	})
}

// draw draws the figure that was asked for.
func (c *figureCommand) draw(e *environment, rows discourse.Rows, o figure.Options) (*figure.Picture, error) {
	switch c.Figure {
	case "changes":
		return figure.Changes(rows, o), nil
	case "timeline":
		return figure.Timeline(rows, figure.Timing{Lanes: figure.Lanes(c.Lanes), By: discourse.Unit(c.Per)}, o), nil
	case "balance":
		return figure.Balance(rows, figure.Balancing{Count: figure.Counted(c.Count), By: discourse.Unit(c.Per), Shares: c.Shares}, o), nil
	case "network":
		values, err := discourse.ParseValues(c.Stances)
		if err != nil {
			return nil, usageError{err}
		}
		choices := c.choices()
		choices.Values = values
		m, err := choices.Network(rows.Value(values), rows.Holdings)
		if err != nil {
			return nil, err
		}
		e.tellLone(m)
		return figure.Network(m, rows, figure.Networking{Choices: choices, Weakest: c.Weakest}, o), nil
	}
	return figure.Table(rows, o), nil
}
