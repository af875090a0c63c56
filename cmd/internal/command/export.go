package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"standpoint/app/exchange"
	"standpoint/app/exchange/standpoint"
	"standpoint/app/notes"
	"standpoint/app/notes/render"
	"standpoint/app/outfile"
	"standpoint/store"
)

// exportCommand writes a project or a part of it, or notes on it, in another format.
type exportCommand struct {
	projectArg
	Format  string     `required:"" enum:"markdown,json,csv,xlsx" help:"markdown (notes), csv or xlsx (tables), json (for programs)."`
	Output  string     `required:"" short:"o" placeholder:"PATH" help:"The file to write; - is standard output."`
	Article []store.ID `placeholder:"ID" help:"This article only; may be given several times."`
	Force   bool       `help:"Write over a file that is there."`
	articleFilter
	tableFlags
}

// Validate refuses what the format does not have.
func (c *exportCommand) Validate() error {
	if len(c.Article) > 0 && c.asks() {
		return errors.New("--article names articles: give either it or what says which articles are meant")
	}
	return c.check(c.Format)
}

// Run writes the file: a new one beside it first, so that there is never half of one.
func (c *exportCommand) Run(e *environment) error {
	return e.with(c.Project, true, func(p *store.Project) error {
		if c.Output == "-" {
			return c.write(e.ctx, p, e.stdout)
		}
		if err := c.mayWrite(); err != nil {
			return err
		}
		err := outfile.Replace(c.Output, func(w io.Writer) error { return c.write(e.ctx, p, w) })
		if err != nil {
			return fileError(c.Output, err)
		}
		e.say("Wrote %s.", c.Output)
		return nil
	})
}

func (c *exportCommand) write(ctx context.Context, p *store.Project, w io.Writer) error {
	in, err := c.filter(ctx, p)
	if err != nil {
		return err
	}
	if c.Format == "json" {
		return standpoint.ExportPart(ctx, p, exchange.Part{Articles: c.Article, In: in}, w)
	}
	options := notes.Options{Articles: c.Article, In: in}
	if c.Format == formatCSV || c.Format == formatXLSX {
		return c.writeTable(ctx, p, w, c.Format, options)
	}
	document, err := notes.Build(ctx, p, options, nil)
	if err != nil {
		return err
	}
	return render.Markdown(ctx, w, document)
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
