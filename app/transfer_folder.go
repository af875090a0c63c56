package app

import (
	"context"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"standpoint/app/picker"
	"standpoint/app/words"
)

// find sorts what is to be brought in into texts and documents of our JSON. For a folder that is what can be imported in it and
// in those below it; what is hidden is passed over, as file dialogs do, and so are files of another kind, which are counted.
func (r *brought) find(ctx context.Context, paths []string) (texts, documents []string) {
	for _, path := range paths {
		for _, file := range r.filesAt(ctx, path) {
			if strings.EqualFold(filepath.Ext(file), ".json") {
				documents = append(documents, file)
			} else {
				texts = append(texts, file)
			}
		}
	}
	return texts, documents
}

// filesAt are the files in a folder, in the order of their names, or the one file that is no folder, whatever it is.
func (r *brought) filesAt(ctx context.Context, path string) (files []string) {
	isFolder := false
	err := filepath.WalkDir(path, func(at string, e fs.DirEntry, err error) error {
		isHidden := strings.HasPrefix(filepath.Base(at), ".")
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case at == path:
			isFolder = err == nil && e.IsDir()
			return err
		case err != nil:
			r.refused = append(r.refused, words.Error(err))
		case isHidden && e.IsDir():
			return fs.SkipDir
		case isHidden || e.IsDir():
		case isImportable(at):
			files = append(files, at)
		default:
			r.passed++
		}
		return nil
	})
	switch {
	case !isFolder: // it is read, or refused, as a file is
		return []string{path}
	case err == nil && len(files) == 0:
		r.refused = append(r.refused, words.Sentence("There is no text file and no JSON in %s. Choose a folder with articles.", path))
	}
	return files
}

func isImportable(path string) bool {
	ending := strings.ToLower(strings.TrimPrefix(filepath.Ext(path), "."))
	return slices.Contains(picker.Importable().Extensions, ending)
}
