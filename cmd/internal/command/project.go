package command

import (
	"strconv"

	"standpoint/store"
	"standpoint/store/say"
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
	JSON    bool   `name:"json" help:"Print the problems as one JSON array."`
	Recover string `placeholder:"OUT" help:"Save all that can be read of a damaged project into a new file, OUT."`
}

// problemJSON is a problem as check --json prints it.
type problemJSON struct {
	Entity  store.Entity `json:"entity,omitempty"`
	ID      store.ID     `json:"id,omitzero"`
	Message string       `json:"message"`
}

// Run prints the problems. It fails when there are any.
func (c *checkCommand) Run(e *environment) error {
	if c.Recover != "" {
		return c.recover(e)
	}
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
				if err := list.add(problemJSON{x.Entity, x.ID, x.Message.String()}, string(x.Entity), idCell(x.ID), x.Message.String()); err != nil {
					return err
				}
			}
			if err := list.end(); err != nil {
				return err
			}
		}
		for _, n := range report.Notices[len(p.Warnings()):] { // those were said at opening
			e.say("%s", n.Message)
		}
		if !report.OK() {
			e.complain(c.Project + " has problems (" + strconv.Itoa(len(report.Problems)) +
				"). Restore a backup (" + say.AdviceRestore.String() + "), or save what is left with “" + e.program + " check PROJECT --recover DEST”.")
			return errFailed
		}
		e.say("%s is sound: %d changes checked.", c.Project, report.Changes)
		return nil
	})
}

// recover saves what can be read of the project, and says what could not be.
func (c *checkCommand) recover(e *environment) error {
	r, err := store.Recover(e.ctx, c.Project, c.Recover)
	if err != nil {
		return err
	}
	e.say("Saved what can be read of %s into %s: %s and %s.", c.Project, c.Recover, counted(r.Changes, "change"), counted(r.Texts, "text"))
	for _, log := range r.ForeignLogs {
		e.say("%s lies beside it and is the log of another file or of another state of this one. Nothing of it was read.", log)
	}
	if r.FromTables > 0 {
		e.say("Of %s only the tables knew; they are saved without their history.", counted(r.FromTables, "row"))
	}
	if r.NewerRows > 0 {
		e.say("Of %s the tables knew more than the history; that is saved as a last change.", counted(r.NewerRows, "row"))
	}
	if r.Drafts > 0 {
		e.say("Saved %s as it was left.", counted(r.Drafts, "open form"))
	}
	if r.LostChanges > 0 {
		e.say("At least %s could not be read.", counted(r.LostChanges, "change"))
	}
	if r.LostTexts > 0 {
		e.say("%s on texts that could not be read are not in the new file.", counted(r.LostTexts, "annotation"))
	}
	if r.BrokenChains > 0 {
		e.say("The history of %s is not whole. A copy from another computer may have the rest: "+
			"bring it in with “%s merge PROJECT OTHER”.", counted(r.BrokenChains, "session"), e.program)
	}
	return nil
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
