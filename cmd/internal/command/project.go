package command

import (
	"strconv"

	"standpoint/store"
)

// newCommand makes a project.
type newCommand struct{ projectArg }

// Run makes the project.
func (c *newCommand) Run(e *environment) error {
	p, err := store.Create(e.ctx, c.Project, store.Options{Coder: e.coder})
	if err != nil {
		return err
	}
	if err := p.Close(); err != nil {
		return err
	}
	e.say("Made the project %s.", c.Project)
	return nil
}

// checkCommand checks a project.
type checkCommand struct {
	projectArg
	JSON bool `name:"json" help:"Print the problems as one JSON array."`
}

// problemJSON is a problem as check --json prints it.
type problemJSON struct {
	Entity  store.Entity `json:"entity,omitempty"`
	ID      store.ID     `json:"id,omitzero"`
	Message string       `json:"message"`
}

// Run prints the problems. It fails when there are any.
func (c *checkCommand) Run(e *environment) error {
	return e.with(c.Project, true, func(p *store.Project) error {
		show, end := e.progress("Checking")
		report, err := p.Check(e.ctx, show)
		end()
		if err != nil {
			return err
		}
		var list *rows
		if c.JSON || !report.OK() {
			list = newRows(e.stdout, c.JSON, "ENTITY", "ID", "PROBLEM")
			for _, x := range report.Problems {
				if err := list.add(problemJSON{x.Entity, x.ID, x.Message}, string(x.Entity), idCell(x.ID), x.Message); err != nil {
					return err
				}
			}
			if err := list.end(); err != nil {
				return err
			}
		}
		if !report.OK() {
			e.complain(c.Project + " has problems (" + strconv.Itoa(len(report.Problems)) + "). Restore it from a backup, or ask for help with what stands above.")
			return errFailed
		}
		e.say("%s is sound: %d changes checked.", c.Project, report.Changes)
		return nil
	})
}

// idCell returns an id for people, "" for none.
func idCell(id store.ID) string {
	if id == (store.ID{}) {
		return ""
	}
	return id.String()
}

// backupCommand copies a project.
type backupCommand struct {
	projectArg
	Dest string `arg:"" help:"The file to write; it must not exist."`
}

// Run writes the copy.
func (c *backupCommand) Run(e *environment) error {
	return e.with(c.Project, true, func(p *store.Project) error {
		if err := p.Backup(e.ctx, c.Dest); err != nil {
			return err
		}
		e.say("Wrote %s, a checked copy of %s.", c.Dest, c.Project)
		return nil
	})
}
