package notesview

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"strconv"
	"strings"

	"fyne.io/fyne/v2/lang"

	"standpoint/app/control"
	"standpoint/app/desk"
	"standpoint/app/notes"
	"standpoint/app/notes/render"
	"standpoint/app/outfile"
	"standpoint/app/picker"
	"standpoint/app/words"
	"standpoint/store"
	"standpoint/store/workfolder"
)

// formatTables is a workbook with what is recorded in the articles as tables: no document, but of the same articles and annotations.
const formatTables = "xlsx"

// formatWords is what a format of notes is called in the window.
func formatWords(name string) string {
	switch name {
	case "docx":
		return lang.L("Word (DOCX)")
	case "odt":
		return lang.L("LibreOffice (ODT)")
	case "pdf":
		return lang.L("PDF")
	case "html":
		return lang.L("Web page (HTML)")
	case "text":
		return lang.L("Plain text")
	case render.TemplateName:
		return lang.L("Own template…")
	case formatTables:
		return lang.L("Tables in a workbook (XLSX)")
	}
	switch kind, _, _ := render.FindCSV(name); kind {
	case notes.RowStatements:
		return lang.L("Table of statements (CSV)")
	case notes.RowPositions:
		return lang.L("Table of positions (CSV)")
	case notes.RowMentions:
		return lang.L("Table of mentions (CSV)")
	case notes.RowActors:
		return lang.L("Table of actors (CSV)")
	}
	return lang.L("Markdown")
}

// writing writes the document that options ask for in a format.
func writing(o notes.Options, f render.Format) desk.Writer {
	return func(ctx context.Context, p *store.Project, w io.Writer, progress func(done, total int)) error {
		d, err := notes.Build(ctx, p, o, progress)
		if err != nil {
			return err
		}
		return f.Write(ctx, w, d)
	}
}

// writingByTemplate writes the document that options ask for as the template in a file has it.
func writingByTemplate(o notes.Options, path string) desk.Writer {
	return func(ctx context.Context, p *store.Project, w io.Writer, progress func(done, total int)) error {
		f, err := render.ReadTemplate(path)
		if err != nil {
			return templateFault(path, err)
		}
		d, err := notes.Build(ctx, p, o, progress)
		if err != nil {
			return err
		}
		err = f.Write(ctx, w, d)
		if system := (*fs.PathError)(nil); errors.As(err, &system) {
			return err // of the file that is written
		}
		return templateFault(path, err)
	}
}

// writingTables writes the tables that options ask for.
func writingTables(o notes.Options) desk.Writer {
	return func(ctx context.Context, p *store.Project, w io.Writer, progress func(done, total int)) error {
		return render.XLSX(ctx, w, notes.RowsOf(p, o, progress), p.Name(), o.Made)
	}
}

// writingRows writes one table that options ask for.
func writingRows(o notes.Options, kind notes.RowKind, bom bool) desk.Writer {
	return func(ctx context.Context, p *store.Project, w io.Writer, progress func(done, total int)) error {
		return render.CSV(ctx, w, notes.RowsOf(p, o, progress), kind, bom)
	}
}

// writeFile asks where the notes are to be written, and writes them there in the format that was chosen.
func (v *View) writeFile() {
	o, extension, form := v.choices.options(), "."+formatTables, v.choices.written()
	write := writingTables(o)
	if f, isDocument := render.Find(form.Format); isDocument {
		extension, write = f.Extension, writing(o, f)
	} else if kind, bom, is := render.FindCSV(form.Format); is {
		extension, write = ".csv", writingRows(o, kind, bom)
	} else if form.Format == render.TemplateName {
		if !v.hasTemplate() {
			return
		}
		extension, write = render.TemplateExtension(form.Template), writingByTemplate(o, form.Template)
	}
	v.desk.Export(picker.Request{
		Title:   words.Sentence("Choose where the notes of “%s” are written", v.name()),
		Purpose: picker.ForNotes, Name: picker.FileName(v.name()) + extension,
		Filters: []picker.Filter{picker.Document(formatWords(form.Format), strings.TrimPrefix(extension, "."))},
	}, write)
}

// name is what the document is called where it is written: as the report is, or as the project.
func (v *View) name() string {
	if report, is := v.reports.find(v.choices.options().Report); is {
		return report.Title
	}
	return v.desk.Project.Name()
}

// openInWord opens the notes in the system's word processor: as ODT if that is the format that was chosen, else as DOCX.
func (v *View) openInWord() {
	as := "docx"
	if v.choices.form.Format == "odt" {
		as = "odt"
	}
	v.openAs(as)
}

// openInBrowser opens the notes in the system's browser.
func (v *View) openInBrowser() { v.openAs("html") }

// openAs writes the notes into a file of ours, and has the system's program for such files show it.
func (v *View) openAs(as string) {
	f, _ := render.Find(as)
	p, write := v.desk.Project, writing(v.choices.options(), f)
	path, err := v.nextFile(picker.FileName(v.name()), f.Extension)
	if v.desk.Failed(err) {
		return
	}
	v.desk.Start(p, lang.L("Writing the notes…"), func(ctx context.Context, progress func(done, total int)) func() {
		err := outfile.Replace(path, func(w io.Writer) error { return write(ctx, p, w, progress) })
		return func() {
			if !v.desk.Failed(err) {
				v.desk.Failed(v.desk.OpenFile(path))
			}
		}
	})
}

// nextFile is where a document is written that another program is to show. Each has a name of its own, as that program may hold the one
// before. The folder stays when the window closes, since the document may be shown still; it is emptied at the next start.
func (v *View) nextFile(name, extension string) (string, error) {
	if v.opened == nil {
		folder, err := workfolder.New("")
		if err != nil {
			return "", err
		}
		v.opened = folder
	}
	if v.files++; v.files > 1 {
		name += " " + strconv.Itoa(v.files)
	}
	return v.opened.Path(name + extension), nil
}

// copyAll puts the whole document on the clipboard as Markdown.
func (v *View) copyAll() {
	if v.made.whole {
		v.preview.copy(v.preview.whole(), lang.L("The notes are copied as Markdown."))
		return
	}
	p, o := v.desk.Project, v.choices.options()
	v.desk.Start(p, lang.L("Copying the notes…"), func(ctx context.Context, progress func(done, total int)) func() {
		d, err := notes.Build(ctx, p, o, progress)
		return func() {
			if !v.desk.Failed(err) {
				v.preview.copy(d, lang.L("The notes are copied as Markdown."))
			}
		}
	})
}

// formatOptions are the formats of a document of a kind by their names in the window. What is recorded in articles can be had as tables.
func formatOptions(k notes.Kind) []control.Option {
	var options []control.Option
	for _, f := range render.Formats() {
		options = append(options, control.Option{Key: f.Name, Word: formatWords(f.Name)})
	}
	options = append(options, control.Option{Key: render.TemplateName, Word: formatWords(render.TemplateName)})
	if k == "" || k == notes.KindArticles {
		options = append(options, control.Option{Key: formatTables, Word: formatWords(formatTables)})
		for _, kind := range notes.RowKinds() {
			name := render.CSVName(kind, false)
			options = append(options, control.Option{Key: name, Word: formatWords(name)})
		}
	}
	return options
}
