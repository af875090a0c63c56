// Package watched finds out which files have arrived in a folder. It opens none of them: a file has arrived when it has the size and the
// time that it had at the look before, and it is handed out once.
package watched

import (
	"context"
	"os"
	"sync"

	"standpoint/app/intake"
	"standpoint/store"
)

// mostFiles is how many files may be in a folder that is watched, with all folders in it.
const mostFiles = 100_000

// Folder is a folder in which files arrive. It may be used on several goroutines.
type Folder struct {
	path    string
	leaves  func(name string) bool // whether a file is none of those that are wanted, by its name
	find    func(ctx context.Context, path string, most int) intake.Found
	stat    func(name string) (os.FileInfo, error)
	mu      sync.Mutex
	decided ledger           // about which somebody has decided, in this session or an earlier one
	known   map[string]stamp // that are decided about or were handed out, by their paths
	before  map[string]stamp // the others, as they were at the last look
}

// NewFolder is a folder of which decided, as Decided returned it, says which files are not handed out any more. leaves reports whether a
// file is none of those that are wanted, by its path; it may be nil.
func NewFolder(path string, decided []byte, leaves func(path string) bool) *Folder {
	if leaves == nil {
		leaves = func(string) bool { return false }
	}
	return &Folder{path: path, leaves: leaves, find: intake.FindInFolder, stat: os.Stat, decided: newLedger(decided)}
}

// Path is where it is.
func (f *Folder) Path() string { return f.path }

// Look lists the folder once, and returns the files that have arrived: those that are as they were at the last look and were not handed out
// as they are now, in the order of the folders and of their names. A folder that is not there, or holds too many files, gives an error that
// says so.
func (f *Folder) Look(ctx context.Context) ([]string, error) {
	files, err := f.list(ctx)
	if err != nil {
		return nil, err
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	var arrived []string
	known, next := make(map[string]stamp, len(f.known)), map[string]stamp{}
	for _, file := range files {
		switch is := file.stamp; {
		case f.known[file.path] == is, f.decided.has(f.mark(file)):
			known[file.path] = is
		case is.size == 0: // it is about to be written
		case f.before[file.path] == is:
			known[file.path] = is
			arrived = append(arrived, file.path)
		default:
			next[file.path] = is
		}
	}
	f.known, f.before = known, next
	return arrived, nil
}

// Present are the files that are in the folder and were not handed out, whether they grow or not.
func (f *Folder) Present(ctx context.Context) ([]string, error) {
	files, err := f.list(ctx)
	if err != nil {
		return nil, err
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	var paths []string
	for _, file := range files {
		if f.known[file.path] != file.stamp && !f.decided.has(f.mark(file)) {
			paths = append(paths, file.path)
		}
	}
	return paths, nil
}

// Decide notes that somebody has decided about files, as they were when they were handed out, else as they are now: they were imported, or
// are not wanted. They are not handed out again unless they change. It reports whether any of them is of this folder.
func (f *Folder) Decide(paths []string) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.known == nil {
		f.known = map[string]stamp{}
	}
	is := false
	for _, path := range paths {
		if !f.holds(path) {
			continue
		}
		at, handed := f.known[path]
		if !handed {
			info, err := f.stat(path)
			if err != nil {
				continue // it is gone
			}
			at = stampOf(info)
			f.known[path] = at
		}
		is = true
		f.decided.add(f.mark(listed{path, at}))
	}
	f.trim()
	return is
}

// trim lets go of what was decided about files that are not there any more, once that is much.
func (f *Folder) trim() {
	if len(f.decided) <= 2*mostFiles {
		return
	}
	present := ledger{}
	for path, at := range f.known {
		if p := f.mark(listed{path, at}); f.decided.has(p) {
			present.add(p)
		}
	}
	f.decided = present
}

// Decided is what is to be kept of which files were decided about; it holds no names.
func (f *Folder) Decided() []byte {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.decided.bytes()
}

// list are the files of the folder that are wanted, with their stamps.
func (f *Folder) list(ctx context.Context) ([]listed, error) {
	info, err := f.stat(f.path)
	switch {
	case err != nil:
		return nil, store.NewError(store.CodeNotFound, err,
			"The watched folder “%s” cannot be looked into. What arrives in it waits again once it can.", f.path)
	case !info.IsDir():
		return nil, store.NewError(store.CodeNotFound, nil, "“%s” was watched, and is no folder any more. Choose another one.", f.path)
	}
	found := f.find(ctx, f.path, mostFiles)
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case found.More:
		return nil, store.NewError(store.CodeInvalid, nil,
			"“%s” holds more than %d files, too many to be watched. Choose a folder in which only articles arrive.", f.path, mostFiles)
	case found.IsUnreadable(f.path):
		return nil, store.NewError(store.CodeNotFound, nil,
			"The watched folder “%s” cannot be looked into. What arrives in it waits again once it can.", f.path)
	}
	files := make([]listed, 0, len(found.Files))
	for _, path := range found.Files {
		if isUnfinished(path) || f.leaves(path) {
			continue
		}
		if info, err := f.stat(path); err == nil { // else it went meanwhile
			files = append(files, listed{path, stampOf(info)})
		}
	}
	return files, nil
}
