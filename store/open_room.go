package store

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"standpoint/store/internal/sqlite"
	"standpoint/store/workfolder"
)

// foldersWithRoom lists folders for temporary files: the system's first, then that for caches, then those of the given files.
func foldersWithRoom(files ...string) []string {
	list := []string{os.TempDir()}
	if cache, err := os.UserCacheDir(); err == nil && exists(cache) {
		list = append(list, cache)
	}
	for _, path := range files {
		if folder := filepath.Dir(path); !slices.Contains(list, folder) {
			list = append(list, folder)
		}
	}
	return list
}

// withRoom runs do with a temporary folder, made in the first of the folders. If that has no room, or cannot be written to, do is run
// anew in the next. The temporary folder is removed afterwards, unless do says to keep it. CodeNotSaved if none of the folders has room.
func withRoom(ctx context.Context, path string, folders []string, do func(*workfolder.Folder) (keep bool, err error)) error {
	var full error
	for _, in := range folders {
		err := inFolder(in, do)
		if err == nil || ctx.Err() != nil || !takesNoMore(in, err) {
			return err
		}
		full = errors.Join(full, err)
	}
	return NewError(CodeNotSaved, full,
		"What is done with %s needs room on a disk for a while, and none of these folders has it: %s. Free some space in one of them, and try "+
			"again.",
		path, strings.Join(slices.Compact(folders), ", "))
}

func inFolder(in string, do func(*workfolder.Folder) (keep bool, err error)) error {
	folder, err := workfolder.New(in)
	if err != nil {
		return err
	}
	keep, err := do(folder)
	if keep {
		return err
	}
	return errors.Join(err, folder.Remove())
}

// takesNoMore reports whether something failed because a folder takes no more, or nothing at all.
func takesNoMore(in string, err error) bool {
	return errors.Is(err, os.ErrNotExist) && !exists(in) || sqlite.IsUnwritten(err) || CodeOf(notWritable(in, err)) == CodeReadOnly
}

// explainMaking says in a sentence that there was no room for a new file.
func explainMaking(path string, err error) error {
	if !sqlite.IsUnwritten(err) {
		return err
	}
	return NewError(CodeNotSaved, err,
		"The file %s was not made: its disk is full, or cannot be written to. Free some space there, or choose a folder on another disk.", path)
}
