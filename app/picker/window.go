package picker

import (
	"fmt"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	fynedialog "fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/widget"

	"standpoint/store/say"
)

// dialogSize is that of Fyne's dialog, which opens too small to read names in.
func dialogSize() fyne.Size { return fyne.NewSize(760, 520) }

// askInWindow asks with Fyne's own dialog, inside the window, which takes one file.
func (s *System) askInWindow(q question, done Answers) {
	one := func(path string, err error) {
		if err != nil {
			done(nil, err)
			return
		}
		done([]string{path}, nil)
	}
	d := s.openDialog(one)
	switch {
	case q.Save:
		d = s.saveDialog(one)
		d.SetFileName(q.Name)
	case q.Browse:
		d = s.folderDialog(one)
	}
	if q.Title != "" {
		d.SetTitleText(q.Title)
	}
	if extensions := dotted(q.Filters); extensions != nil {
		d.SetFilter(storage.NewExtensionFileFilter(extensions))
	}
	if folder, err := storage.ListerForURI(storage.NewFileURI(string(q.Folder))); len(q.Folder) > 0 && err == nil {
		d.SetLocation(folder)
	}
	d.Show()
	d.Resize(dialogSize()) // before it is shown it has no size to set
}

func (s *System) openDialog(done Answer) *fynedialog.FileDialog {
	return fynedialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
		if r == nil {
			done("", givenUpOr(err))
			return
		}
		path := filepath.FromSlash(r.URI().Path())
		done(path, r.Close())
	}, s.window)
}

func (s *System) folderDialog(done Answer) *fynedialog.FileDialog {
	return fynedialog.NewFolderOpen(func(folder fyne.ListableURI, err error) {
		if folder == nil {
			done("", givenUpOr(err))
			return
		}
		done(filepath.FromSlash(folder.Path()), nil)
	}, s.window)
}

func (s *System) saveDialog(done Answer) *fynedialog.FileDialog {
	return fynedialog.NewFileSave(func(w fyne.URIWriteCloser, err error) {
		if w == nil {
			done("", givenUpOr(err))
			return
		}
		path := filepath.FromSlash(w.URI().Path())
		done(path, discard(w, path))
	}, s.window)
}

// discard removes the empty file that Fyne's dialog makes in order to answer:
// the caller is asked for a name, and writes the file as it sees fit.
func discard(w fyne.URIWriteCloser, path string) error {
	if err := w.Close(); err != nil {
		return say.Errorf("%s cannot be written: %w", path, err)
	}
	if err := os.Remove(path); err != nil {
		return say.Errorf("%s cannot be replaced: %w", path, err)
	}
	return nil
}

func givenUpOr(err error) error {
	if err == nil {
		return ErrGivenUp
	}
	return say.Errorf("the file cannot be opened: %w", err)
}

// confirmReplacing asks in the window whether the file at path may go.
func (s *System) confirmReplacing(path string, answer func(yes bool)) {
	d := fynedialog.NewConfirm(lang.L("Replace the file?"),
		fmt.Sprintf(lang.L("%s is already there, in %s. Replace it?"), filepath.Base(path), filepath.Dir(path)),
		answer, s.window)
	d.SetConfirmText(lang.L("Replace"))
	d.SetDismissText(lang.L("Choose another name"))
	d.SetConfirmImportance(widget.DangerImportance)
	d.Show()
}
