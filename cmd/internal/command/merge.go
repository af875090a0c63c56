package command

import (
	"errors"
	"fmt"
	"strings"

	"standpoint/store"
)

// mergeCommand brings in what another copy of a project has.
type mergeCommand struct {
	projectArg
	Other    string `arg:"" optional:"" help:"The other copy. It is only read."`
	DryRun   bool   `help:"Only say what would come, and what both sides have set."`
	Join     bool   `help:"Join actors, issues, tags and articles that look the same afterwards; else they are only listed."`
	TakeBack bool   `help:"Take back the latest merge into this copy: what it brought leaves the journal."`
}

// Validate implements kong's check of what was given.
func (c *mergeCommand) Validate() error {
	if c.TakeBack == (c.Other != "") {
		return errors.New("name the other copy to merge, or give --take-back alone to take back the latest merge")
	}
	return nil
}

// Run merges, or takes the latest merge back.
func (c *mergeCommand) Run(e *environment) error {
	return e.with(c.Project, false, func(p *store.Project) error {
		if c.TakeBack {
			return takeBack(e, p)
		}
		return c.merge(e, p)
	})
}

func takeBack(e *environment, p *store.Project) error {
	record, hidden, err := p.TakeBackMerge(e.ctx)
	if err != nil {
		return err
	}
	e.say("Took back the merge of %s: %s.", record.Other, counted(record.Changes(), "change"))
	if hidden > 0 {
		e.say("%s made here since belong to what it had brought, and are hidden until it is merged again.", counted(hidden, "row"))
	}
	return nil
}

func (c *mergeCommand) merge(e *environment, p *store.Project) (err error) {
	m, err := p.BeginMerge(e.ctx, c.Other)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, m.Close()) }()
	e.warn(m.Warnings())
	if m.Changes() == 0 {
		e.say("Nothing to merge: the project has all that %s has.", c.Other)
		return nil
	}
	plan, err := m.Plan(e.ctx)
	if err != nil {
		return err
	}
	e.sayPlan(plan)
	if c.DryRun {
		return nil
	}
	var choices []store.MergeChoice
	for _, row := range plan.Fought {
		choices = append(choices, row.Restore())
	}
	backup, err := p.BackUpNow(e.ctx)
	if err != nil {
		return fmt.Errorf("nothing was merged, as the project could not be backed up before: %w", err)
	}
	e.say("Backed up into %s.", backup)
	show, end := e.progress("Merging")
	r, err := m.Apply(e.ctx, choices, show)
	end()
	if err != nil {
		return fmt.Errorf("merged %d of %d changes; merging again brings the rest: %w", r.Changes, m.Changes(), err)
	}
	e.say("Merged %s.", counted(r.Changes, "change"))
	if r.Moved+r.Unplaced > 0 {
		e.say("%s carried to texts that were edited, %d to review.", counted(r.Moved, "annotation"), r.Unplaced)
	}
	return c.lookalikes(e, p)
}

// sayPlan lists what comes and where the two sides differ.
func (e *environment) sayPlan(plan store.MergePlan) {
	for _, n := range plan.Comes {
		e.say("%s: %s.", n.Coder, counted(n.N, n.Entity.Noun()))
	}
	for _, row := range plan.Deleted {
		e.say("Deleted there: %s %s.", row.Entity.Noun(), row.Title)
	}
	for _, row := range plan.Ended {
		e.say("Ended for ever there, and here with all that hangs on it: %s %s. The merge cannot be taken back; the backup before it has it.",
			row.Entity.Noun(), row.Title)
	}
	for _, f := range plan.Fields {
		wins := "here"
		if f.TakesTheirs {
			wins = "there"
		}
		e.say("Set on both sides: %s of the %s %s is “%s” here and “%s” there; the last was set %s and is taken.",
			f.Field.Word(), f.Entity.Noun(), f.Title, f.Field.Before, f.Field.After, wins)
	}
	for _, row := range plan.Fought {
		deleted, worked := "there", "here"
		if row.Here {
			deleted, worked = worked, deleted
		}
		e.say("Deleted %s and worked on %s: %s %s; it is restored.", deleted, worked, row.Entity.Noun(), row.Title)
	}
}

// lookalikes lists what looks the same, or joins it.
func (c *mergeCommand) lookalikes(e *environment, p *store.Project) error {
	list, err := p.Lookalikes(e.ctx)
	if err != nil || len(list) == 0 {
		return err
	}
	for _, l := range list {
		titles := make([]string, len(l.Rows))
		for i, row := range l.Rows {
			titles[i] = row.Title
		}
		e.say("They look the same: %s %s.", l.Entity.Noun(), strings.Join(titles, " = "))
	}
	if !c.Join {
		return nil
	}
	_, err = p.Do(e.ctx, store.Title{Code: store.TitleJoinLookalikes}, func(b *store.Batch) error {
		for _, l := range list {
			if err := b.Join(l); err != nil {
				return err
			}
		}
		return nil
	})
	if err == nil {
		e.say("Joined.")
	}
	return err
}
