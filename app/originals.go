package app

import (
	"context"
	"errors"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"standpoint/app/background"
	"standpoint/app/desk"
	"standpoint/app/picker"
	"standpoint/app/words"
	"standpoint/store"
	"standpoint/store/workfolder"
)

// originals are the files of which articles were imported: whether they are kept, and how one is opened again.
type originals struct {
	*desk.Desk

	article func() store.Article // the open one

	asked  background.Latest
	keeps  bool               // files that are imported into the open project are kept
	folder *workfolder.Folder // of the files that were opened, until the window closes; nil before the first
}

// projectOpened learns whether files are kept in the project that was opened.
func (o *originals) projectOpened() {
	o.keeps = false
	desk.Query(o.Desk, &o.asked, func(ctx context.Context, p *store.Project) (bool, error) { return p.KeepsOriginals(ctx) },
		func(keeps bool) {
			o.keeps = keeps
			o.RefreshMenu()
		})
}

// toggleKeeping has files kept that are imported from now on, or no more. What is kept stays.
func (o *originals) toggleKeeping() {
	o.keeps = !o.keeps
	keeps := o.keeps
	o.Keep(func(ctx context.Context, p *store.Project) error { return p.SetKeepsOriginals(ctx, keeps) })
	if keeps {
		o.Tell(lang.L("The files of articles that are imported from now on are kept in the project."))
	} else {
		o.Tell(lang.L("Files are kept no more. Those that are in the project stay."))
	}
	o.RefreshMenu()
}

// original is a file of which an article was imported.
type original struct {
	name string // as the article has it
	hash store.FileHash
}

// named is the file that the open article was imported from.
func (o *originals) named() (original, bool) {
	a := o.article()
	return original{a.File, a.Original}, o.Project != nil && a.Original != ""
}

// attached is the file that the text of the open article came of, where that is another.
func (o *originals) attached() (original, bool) {
	a := o.article()
	return original{a.Attachment, a.AttachmentHash}, o.Project != nil && a.AttachmentHash != ""
}

// openCopy shows a file of an article in the system's program for such files: a copy, so that nothing that is done there comes back.
// Before a file that can do something by itself it is asked.
func (o *originals) openCopy(file original) {
	name, p := nameToOpen(file.name), o.Project
	open := func() {
		o.Start(p, words.Sentence("Opening %s…", name), func(ctx context.Context, _ func(done, total int)) func() {
			at, err := o.unpack(ctx, p, file)
			return func() {
				if !o.Failed(err) {
					o.Failed(o.OpenFile(at))
				}
			}
		})
	}
	if isPlain(name) {
		open()
		return
	}
	o.Ask(lang.L("Open Original File"), words.Sentence("“%s” will be opened by the program that your system has for such files. It may show "+
		"pictures from the internet or run what is in it: open it only if you trust where it came from.", file.name),
		lang.L("Open"), open)
}

// unpack writes the file of an article into a folder that is removed when the window closes, and returns its path.
func (o *originals) unpack(ctx context.Context, p *store.Project, file original) (string, error) {
	data, err := p.Original(ctx, file.hash)
	if store.CodeOf(err) == store.CodeNotFound {
		return "", errors.New(words.Sentence("“%s” is not kept in the project: only its name is known. Open it where it was imported from. "+
			"Files are kept when Keep Original Files is chosen in the menu File before they are imported.", file.name))
	}
	if err != nil {
		return "", err
	}
	if o.folder == nil {
		if o.folder, err = workfolder.New(""); err != nil {
			return "", err
		}
	}
	within := o.folder.Path(string(file.hash[:16])) // files of one name may be several
	if err := os.MkdirAll(within, 0o700); err != nil {
		return "", err
	}
	at := filepath.Join(within, nameToOpen(file.name))
	if _, err := os.Stat(at); err == nil {
		return at, nil // it is open already, perhaps in a program that lets nobody write to it
	}
	return at, os.WriteFile(at, data, 0o400)
}

// removeOpened removes the files that were opened.
func (o *originals) removeOpened() {
	if o.folder != nil {
		_ = o.folder.Remove() // what another program has open is swept by a later one
		o.folder = nil
	}
}

// plainFiles are the endings of files that hold nothing but text.
var plainFiles = []string{".txt", ".text", ".md", ".csv", ".tsv", ".ris", ".bib", ".json", ".jsonl"}

// otherFiles are the endings of files that a program for reading shows, though they may hold more than text.
var otherFiles = []string{
	".html", ".htm", ".xhtml", ".mht", ".mhtml", ".docx", ".odt", ".rtf", ".epub", ".pdf", ".xlsx", ".eml", ".mbox",
}

// nameToOpen is the name of a file as the system is to see it. One with another ending, which may be a program to it, is shown as text.
func nameToOpen(file string) string {
	name := picker.FileName(path.Base(file))
	if isPlain(name) || slices.Contains(otherFiles, strings.ToLower(filepath.Ext(name))) {
		return name
	}
	return name + ".txt"
}

// isPlain reports whether a file can do nothing by itself, by its name, by which the system chooses the program that opens it.
func isPlain(name string) bool {
	return slices.Contains(plainFiles, strings.ToLower(filepath.Ext(name)))
}

// commands keep files and open them.
func (o *originals) commands() []desk.Command {
	return []desk.Command{
		{
			In: desk.SectionBringIn, Label: desk.Fixed(lang.L("Keep Original Files")), Key: desk.AltCtrl(fyne.KeyF),
			Act: desk.When(o.CanWrite, o.toggleKeeping), Checked: func() bool { return o.keeps },
		},
		{
			In: desk.SectionBringIn, Label: desk.Fixed(lang.L("Open Original File")), Key: desk.AltCtrl(fyne.KeyO),
			Act: desk.With(o.named, o.openCopy),
		},
		{
			In: desk.SectionBringIn, Label: desk.Fixed(lang.L("Open Attached File")), Key: desk.AltCtrl(fyne.KeyG),
			Act: desk.With(o.attached, o.openCopy),
		},
	}
}
