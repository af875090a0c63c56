package render

import (
	"cmp"
	"context"
	"io"
	"slices"
	"strconv"

	"standpoint/app/notes"
	"standpoint/app/spreadsheet"
	"standpoint/store"
)

// XLSX writes the rows of all kinds as a workbook with a sheet for each, as spreadsheet.Workbook has it. Its last sheet says of what they
// are and how many there are. project and made are what that sheet says; made may be "".
func XLSX(ctx context.Context, w io.Writer, rows notes.Rows, project string, made store.Day) (err error) {
	signs := &signs{}
	b, err := spreadsheet.NewWorkbook(signs.shown)
	if err != nil {
		return err
	}
	defer func() { err = cmp.Or(err, b.Close()) }()
	kinds := notes.RowKinds()
	for _, kind := range kinds {
		if err := b.Add(string(kind), columnsOf(kind)); err != nil {
			return err
		}
	}
	err = rows(ctx, kinds, func(kind notes.RowKind, cells []string) error {
		return cmp.Or(ctx.Err(), b.Row(slices.Index(kinds, kind), cells))
	})
	if err != nil {
		return err
	}
	return b.Write(w, func(longer []string) []string {
		lines := []string{"From the project “" + signs.shown(project) + "”."}
		if made != "" {
			lines = append(lines, "Made on "+string(made)+".")
		}
		for i, kind := range kinds {
			lines = append(lines, string(kind)+": "+strconv.Itoa(b.Records(i)))
		}
		lines = append(lines, longer...)
		if said := signs.said("en"); said != "" {
			lines = append(lines, said)
		}
		return lines
	})
}
