package command

import (
	"errors"
	"fmt"
	"io"
	"os"

	"standpoint/app/exchange"
	"standpoint/app/exchange/standpoint"
	"standpoint/app/outfile"
	"standpoint/store"
)

// exportCommand writes a project or a part of it, or notes on it, in another format.
type exportCommand struct {
	projectArg
	Format  string     `required:"" enum:"${formats}" help:"Notes as ${documents}; csv or xlsx (tables), json (for programs)."`
	Output  string     `required:"" short:"o" placeholder:"PATH" help:"The file to write; - is standard output."`
	Article []store.ID `placeholder:"ID" help:"This article only; may be given several times."`
	Force   bool       `help:"Write over a file that is there."`
	articleFilter
	documentFlags
	tableFlags
}

// Validate refuses what the format does not have.
func (c *exportCommand) Validate() error {
	if len(c.Article) > 0 && c.asks() {
		return errors.New("--article names articles: give either it or what says which articles are meant")
	}
	return errors.Join(c.documentFlags.check(c.Format), c.tableFlags.check(c.Format))
}

// Run writes the file: a new one beside it first, so that there is never half of one.
func (c *exportCommand) Run(e *environment) error {
	return e.with(c.Project, true, func(p *store.Project) error {
		if c.Output == "-" {
			return c.write(e, p, e.stdout)
		}
		if err := c.mayWrite(); err != nil {
			return err
		}
		err := outfile.Replace(c.Output, func(w io.Writer) error { return c.write(e, p, w) })
		if err != nil {
			return fileError(c.Output, err)
		}
		e.say("Wrote %s.", c.Output)
		return nil
	})
}

func (c *exportCommand) write(e *environment, p *store.Project, w io.Writer) error {
	in, err := c.filter(e.ctx, p)
	if err != nil {
		return err
	}
	options, err := c.options(c.Article, in)
	if err != nil {
		return err
	}
	switch c.Format {
	case formatJSON:
		return standpoint.ExportPart(e.ctx, p, exchange.Part{Articles: c.Article, In: options.In}, w)
	case formatCSV, formatXLSX:
		return c.writeTable(e.ctx, p, w, c.Format, options)
	}
	return c.writeDocument(e, p, w, c.Format, options)
}

// mayWrite refuses to write over the project itself, over what is no file, and over a file without --force.
func (c *exportCommand) mayWrite() error {
	there, err := os.Stat(c.Output)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fileError(c.Output, err)
	}
	project, err := os.Stat(c.Project)
	if err != nil {
		return fileError(c.Project, err)
	}
	switch {
	case !there.Mode().IsRegular():
		return fmt.Errorf("%s is not a file. Name a file with --output", c.Output)
	case os.SameFile(project, there):
		return fmt.Errorf("%s is the project itself. Name another file with --output", c.Output)
	case !c.Force:
		return fmt.Errorf("there is a file %s already. Name another, or write over it with --force", c.Output)
	}
	return nil
}

// fileError says in a sentence what the file system refused. Other errors are left as they are.
func fileError(path string, err error) error {
	switch {
	case errors.Is(err, os.ErrNotExist):
		return fmt.Errorf("%s is not there, or its folder is not: %w", path, os.ErrNotExist)
	case errors.Is(err, os.ErrPermission):
		return fmt.Errorf("you have no permission for %s: %w", path, os.ErrPermission)
	}
	return err
}
