package intake

import (
	"context"
	"errors"
	"io/fs"
	"math"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"standpoint/store"
)

// Failure is a file that was not added, and why. Err is a sentence that names
// the file; it is a *DuplicateError if its article is in the project.
type Failure struct {
	Path string
	Err  error
}

// Found is what an import of files and folders reads.
type Found struct {
	Files  []string  // in the order of the folders and of their names
	Failed []Failure // what cannot be looked into
	Passed int       // files in folders that are no articles by their names: pictures, styles and the like
	More   bool      // there are more files than were asked for; those are not listed
}

// IsUnreadable reports whether a file or folder cannot be looked into.
func (f Found) IsUnreadable(path string) bool {
	return slices.ContainsFunc(f.Failed, func(failed Failure) bool { return failed.Path == path })
}

// FindInFolder lists the files of a folder as Find does, up to so many. That there are none is no failure.
func FindInFolder(ctx context.Context, folder string, most int) Found {
	var found Found
	if err := found.walk(ctx, folder, most); err != nil && ctx.Err() == nil {
		found.Failed = append(found.Failed, Failure{Path: folder, Err: unreadable(folder, err)})
	}
	return found
}

// Find lists the files that an import of these files and folders reads: of a folder, all within it that may be articles. Links to folders
// are not followed, so that none is read twice or for ever; what is hidden is passed over, as file dialogs do.
func Find(ctx context.Context, paths []string) Found {
	var found Found
	for _, start := range paths {
		info, err := os.Stat(start)
		if err != nil || !info.IsDir() {
			found.Files = append(found.Files, start) // told of where it is read
			continue
		}
		before := len(found.Files)
		err = found.walk(ctx, start, math.MaxInt)
		if err == nil && len(found.Files) == before {
			err = refusal(store.CodeInvalid, nil, "“%s” is a folder without files that may be articles. Choose a folder with articles.", start)
		} else if err != nil && ctx.Err() == nil {
			err = unreadable(start, err)
		}
		if err != nil && ctx.Err() == nil {
			found.Failed = append(found.Failed, Failure{Path: start, Err: err})
		}
	}
	found.Files = WithoutAttached(ctx, found.Files, paths)
	return found
}

// WithoutAttached are the files without those that belong to references in others of them: they come in with these.
func WithoutAttached(ctx context.Context, files, folders []string) []string {
	belongs := map[string]bool{}
	for _, file := range files {
		if ctx.Err() == nil && isNamedReference(file) {
			for _, attached := range attachedOnDisk(ctx, file, Options{Folders: folders}) {
				belongs[attached] = true
			}
		}
	}
	if len(belongs) == 0 {
		return files
	}
	return slices.DeleteFunc(files, func(file string) bool {
		whole, err := filepath.Abs(file)
		return err == nil && belongs[whole]
	})
}

// attachedOnDisk are the files that belong to the references in a file, by their whole paths; none if it cannot be read.
func attachedOnDisk(ctx context.Context, path string, o Options) []string {
	f, err := openFile(ctx, path, o)
	if err != nil {
		return nil // told of where it is read
	}
	defer f.close()
	if f.beside = besideOnDisk(path, o.Folders); f.beside == nil {
		return nil
	}
	defer f.beside.close()
	format, err := f.format()
	if err != nil || format.list == nil {
		return nil
	}
	list, err := format.list(f)
	if err != nil {
		return nil
	}
	first, _, err := list.beginning()
	if err != nil {
		return nil
	}
	var whole []string
	for r, err := range list.records {
		if err != nil || ctx.Err() != nil {
			break
		}
		names, _ := f.attached(r, len(first) == 1)
		for _, name := range names {
			whole = append(whole, f.beside.title(name))
		}
	}
	return whole
}

// isNamedReference reports whether a file may be a list of references by its name.
func isNamedReference(name string) bool {
	return hasField(".ris .bib .bibtex .json .jsonl .csv .tsv .tab", strings.ToLower(path.Ext(name)))
}

// walk lists what is in a folder, which may be named by a link to it, until there are so many files.
func (f *Found) walk(ctx context.Context, start string, most int) error {
	root := start
	if info, err := os.Lstat(start); err == nil && info.Mode()&fs.ModeSymlink != 0 {
		root += string(filepath.Separator) // what is there is walked, not the link
	}
	return filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error {
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case name == root:
			name = start
		}
		if err := f.entry(start, name, entry, err); err != nil {
			return err
		}
		if f.More = len(f.Files)+f.Passed > most; f.More {
			return fs.SkipAll
		}
		return nil
	})
}

// entry takes what stands in a folder.
func (f *Found) entry(start, name string, entry fs.DirEntry, err error) error {
	isHidden := strings.HasPrefix(filepath.Base(name), ".") && name != start
	switch {
	case err != nil:
		f.Failed = append(f.Failed, Failure{Path: name, Err: unreadable(name, err)})
		if entry != nil && entry.IsDir() {
			return fs.SkipDir
		}
		return nil
	case entry.IsDir() && isHidden:
		return fs.SkipDir
	case entry.IsDir() || isHidden:
		return nil
	}
	relative, err := filepath.Rel(start, name)
	if err != nil {
		return err
	}
	if isBeside(filepath.ToSlash(relative), func(folder string) bool { return hasPageOnDisk(start, folder) }) {
		f.Passed++
	} else if err := noFile(name, entry); err != nil {
		f.Failed = append(f.Failed, Failure{Path: name, Err: err})
	} else {
		f.Files = append(f.Files, name)
	}
	return nil
}

// noFile says why an entry of a folder is no file and no link to one; nil if it is.
func noFile(name string, entry fs.DirEntry) error {
	if entry.Type().IsRegular() {
		return nil
	}
	switch info, err := os.Stat(name); {
	case err == nil && info.Mode().IsRegular():
		return nil
	case errors.Is(err, fs.ErrNotExist):
		return refusal(store.CodeNotFound, err, "“%s” is a link to what is not there. Choose the file that it is to lead to.", name)
	case err != nil:
		return unreadable(name, err)
	case info.IsDir():
		return refusal(store.CodeInvalid, nil, "“%s” is a link to a folder, which was not followed. Choose that folder itself.", name)
	}
	return isDevice(name)
}

// hasPageOnDisk reports whether the page that a folder belongs to stands beside it.
func hasPageOnDisk(start, folder string) bool {
	at := strings.LastIndexAny(folder, "_-.")
	for _, ending := range pageEndings {
		if _, err := os.Stat(filepath.Join(start, filepath.FromSlash(folder[:at]+ending))); err == nil {
			return true
		}
	}
	return false
}
