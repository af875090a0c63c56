package desk

import (
	"context"
	"io"

	"fyne.io/fyne/v2/lang"

	"standpoint/app/outfile"
	"standpoint/app/picker"
	"standpoint/app/words"
	"standpoint/store"
)

// Writer writes what is exported, and tells how far it has come.
type Writer func(ctx context.Context, p *store.Project, w io.Writer, progress func(done, total int)) error

// Export asks where to write, and writes there beside the window.
func (d *Desk) Export(r picker.Request, write Writer) {
	p := d.Project
	d.Picker.SaveFile(r, d.Chosen(func(path string) {
		d.Start(p, lang.L("Exporting…"), func(ctx context.Context, progress func(done, total int)) func() {
			err := outfile.Replace(path, func(w io.Writer) error { return write(ctx, p, w, progress) })
			return func() {
				if !d.Failed(err) {
					d.Tell(words.Sentence("Written: %s", path))
				}
			}
		})
	}))
}
