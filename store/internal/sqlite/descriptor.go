package sqlite

import (
	"errors"
	"os"
	"slices"
	"sync"
)

// Descriptor is an open file of a project, beside what SQLite opens of it. Where SQLite's locks belong to the process, the system
// takes them away as soon as the process closes any descriptor of the file. So one that is given back stays open until the last
// project that has the file open gives its own back, which it does after SQLite.
type Descriptor struct {
	*os.File
	Info   os.FileInfo // as it was opened
	of     *sharedFile
	writes bool // it has the right to write
}

// sharedFile is a file that this process has open, under one or several names.
type sharedFile struct {
	info    os.FileInfo
	users   int
	writing bool       // one of the users has the right to write
	spare   []*os.File // given back, and open only to be read
	kept    []*os.File // given back
}

var sharedFiles struct {
	sync.Mutex
	open []*sharedFile
}

// OpenDescriptor opens a file to be looked at, or to be locked. Give it back with Release.
func OpenDescriptor(path string, flag int) (*Descriptor, error) {
	sharedFiles.Lock()
	defer sharedFiles.Unlock()
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if s := sharedWith(info); s != nil && flag == os.O_RDONLY && len(s.spare) > 0 {
		f := s.spare[0]
		s.spare = s.spare[1:]
		s.users++
		return &Descriptor{File: f, Info: s.info, of: s}, nil
	}
	f, err := os.OpenFile(path, flag, 0)
	if err != nil {
		return nil, err
	}
	if info, err = f.Stat(); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	s := sharedWith(info)
	if s == nil {
		s = &sharedFile{info: info}
		sharedFiles.open = append(sharedFiles.open, s)
	}
	s.users++
	return &Descriptor{File: f, Info: info, of: s}, nil
}

// Names is how many names (hard links) the file has.
func (d *Descriptor) Names() int { return links(d.File) }

func sharedWith(info os.FileInfo) *sharedFile {
	for _, s := range sharedFiles.open {
		if os.SameFile(s.info, info) {
			return s
		}
	}
	return nil
}

// Release gives the descriptor back, and the right to write with it.
func (d *Descriptor) Release() error {
	sharedFiles.Lock()
	defer sharedFiles.Unlock()
	if d.writes {
		d.of.writing = false
		unlockFile(d.File)
		d.of.kept = append(d.of.kept, d.File)
	} else {
		d.of.spare = append(d.of.spare, d.File)
	}
	if d.of.users--; d.of.users > 0 {
		return nil
	}
	var errs []error
	for _, f := range append(d.of.kept, d.of.spare...) {
		errs = append(errs, f.Close())
	}
	sharedFiles.open = slices.DeleteFunc(sharedFiles.open, func(s *sharedFile) bool { return s == d.of })
	return errors.Join(errs...)
}

// TakeWriting gives the descriptor the right to write to the file, under whatever name it was opened; false if another has it. Where
// the system has no lock that SQLite's do not mind, other processes are kept out only by the lock beside the name.
func (d *Descriptor) TakeWriting() bool {
	sharedFiles.Lock()
	defer sharedFiles.Unlock()
	if d.of.writing || !lockFile(d.File) {
		return false
	}
	d.writes, d.of.writing = true, true
	return true
}
