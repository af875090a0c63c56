package command

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"

	"standpoint/app/exchange"
	"standpoint/app/exchange/standpoint"
	"standpoint/app/notes"
	"standpoint/app/notes/render"
	"standpoint/store"
)

// exportCommand writes a project or a part of it, or notes on it, in another format.
type exportCommand struct {
	projectArg
	Format  string     `enum:",${formats}" default:"" help:"Notes as ${documents}; csv or xlsx (tables), json (for programs)."`
	Article []store.ID `placeholder:"ID" help:"This article only; may be given several times."`
	Preset  string     `placeholder:"NAME" help:"As this preset has it; other flags are instead of what it says."`
	outputFlags
	articleFilter
	documentFlags
	tableFlags
}

// Validate refuses what the format does not have.
func (c *exportCommand) Validate() error {
	if len(c.Article) > 0 && c.asks() {
		return errors.New("--article names articles: give either it or what says which articles are meant")
	}
	if c.Preset != "" {
		return nil // what goes with it is seen when it was read
	}
	c.standIn()
	o, err := c.over(c.ofKind(notes.Options{}))
	if err != nil {
		return err
	}
	if o.Kind == notes.KindReport {
		o.Report = store.NewID() // which one is found in the project
	}
	return c.fits(c.Format, o)
}

// fits refuses flags that do not go with a format and with what is wanted in it.
func (c *exportCommand) fits(format string, o notes.Options) error {
	if format == "" {
		return errors.New("say with --format in which format")
	}
	if o.Kind == notes.KindReport && (len(c.Article) > 0 || c.asks()) {
		return errors.New("a report holds what was put into it: --article and filters do not go with --document report")
	}
	if _, known := render.Find(format); !known && !slices.Contains([]string{formatTemplate, formatJSON, formatCSV, formatXLSX}, format) {
		return fmt.Errorf("the preset is for the format “%s”, which this program does not write. Name another with --format", format)
	}
	return errors.Join(c.documentFlags.check(format, o), c.tableFlags.check(format))
}

// Run writes the file.
func (c *exportCommand) Run(e *environment) error {
	return e.with(c.Project, true, func(p *store.Project) error {
		format, o, err := c.wanted(e.ctx, p)
		if err != nil {
			return err
		}
		return c.into(e, c.Project, func(w io.Writer) error { return c.write(e, p, w, format, o) })
	})
}

// wanted returns what is to be written, and in which format: what the preset says, if there is one, with what other flags say in its
// place.
func (c *exportCommand) wanted(ctx context.Context, p *store.Project) (format string, o notes.Options, err error) {
	format = c.Format
	if c.Preset != "" {
		var as notes.Form
		if o, as, err = preset(ctx, p, c.Preset); err != nil {
			return format, o, err
		}
		format = cmp.Or(c.Format, as.Format)
		if format == formatTemplate && c.Template == "" {
			c.Template, c.kept = as.Template, true
		}
		if rows, bom, is := render.FindCSV(format); is {
			format, c.Rows, c.BOM = formatCSV, cmp.Or(c.Rows, string(rows)), c.BOM || bom
		}
	}
	o = c.ofKind(o)
	switch {
	case len(c.Article) > 0:
		o.Articles, o.In = c.Article, store.ArticleFilter{}
	case c.asks():
		o.Articles = nil
		if o.In, err = c.narrow(ctx, p, o.In); err != nil {
			return format, o, err
		}
	}
	if err = c.find(ctx, p); err != nil {
		return format, o, err
	}
	if o, err = c.over(o); err != nil {
		return format, o, usageError{err}
	}
	if o.Kind == notes.KindReport && (o.Report == store.ID{} || c.Report != "") {
		if o.Report, err = report(ctx, p, c.Report); err != nil {
			return format, o, err
		}
	}
	if err = c.fits(format, o); err != nil {
		return format, o, usageError{err}
	}
	return format, o, nil
}

func (c *exportCommand) write(e *environment, p *store.Project, w io.Writer, format string, o notes.Options) error {
	switch format {
	case formatJSON:
		return standpoint.ExportPart(e.ctx, p, exchange.Part{Articles: o.Articles, In: o.In}, w)
	case formatCSV, formatXLSX:
		return c.writeTable(e, p, w, format, o)
	}
	return c.writeDocument(e, p, w, format, o)
}
