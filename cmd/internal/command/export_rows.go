package command

import (
	"errors"
	"io"

	"standpoint/app/notes"
	"standpoint/app/notes/render"
	"standpoint/store"
)

// The formats that are not in the table of renderers: a template's, our own document, and tables.
const (
	formatTemplate = render.TemplateName

	formatJSON = "json"
	formatCSV  = "csv"
	formatXLSX = "xlsx"
)

// tableFlags are the flags of a table.
type tableFlags struct {
	Rows string `enum:",statements,positions,mentions,actors" default:"" help:"What a row is, with csv."`
	BOM  bool   `name:"bom" help:"Begin with a byte order mark, with csv."`
}

// check refuses what the format does not have.
func (f tableFlags) check(format string) error {
	switch {
	case format == formatCSV && f.Rows == "":
		return errors.New("--format csv writes one kind of rows: say with --rows which, or write all with --format xlsx")
	case format != formatCSV && f != tableFlags{}:
		return errors.New("--rows and --bom go with --format csv")
	}
	return nil
}

// writeTable writes what the options ask for as a table.
func (f tableFlags) writeTable(e *environment, p *store.Project, w io.Writer, format string, o notes.Options) error {
	show, end := e.progress("Tables")
	defer end()
	rows := notes.RowsOf(p, o, show)
	if format == formatXLSX {
		return render.XLSX(e.ctx, w, rows, p.Name(), o.Made)
	}
	return render.CSV(e.ctx, w, rows, notes.RowKind(f.Rows), f.BOM)
}
