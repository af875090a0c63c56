package notesview

import (
	"context"
	"strings"

	"fyne.io/fyne/v2/lang"

	"standpoint/app/notes"
	"standpoint/app/notes/render"
	"standpoint/app/words"
)

// copySelected puts what is selected on the clipboard as Markdown.
func (p *preview) copySelected() {
	rows := p.selected()
	if len(rows) == 0 {
		p.desk.Tell(lang.L("Nothing is selected in the preview, so nothing was copied."))
		return
	}
	p.copy(p.pages.part(rows), words.Counted(len(rows), "Copied as Markdown: {{.Count}} paragraph."))
}

// copy puts a document on the clipboard as Markdown, and says so.
func (p *preview) copy(d notes.Document, told string) {
	var written strings.Builder
	if p.desk.Failed(render.Markdown(context.Background(), &written, d)) {
		return
	}
	p.desk.UI.Clipboard().SetContent(written.String())
	p.desk.Tell(told)
}
