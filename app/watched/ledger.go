package watched

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// stamp is what a file does not keep that is written to.
type stamp struct{ size, modified int64 }

func stampOf(info os.FileInfo) stamp { return stamp{info.Size(), info.ModTime().UnixNano()} }

// listed is a file in the folder.
type listed struct {
	path string
	stamp
}

// mark is what a file is known by: a hash of its path within the folder, its size and its time.
type mark [16]byte

func (f *Folder) mark(file listed) mark {
	within, err := filepath.Rel(f.path, file.path)
	if err != nil {
		within = file.path
	}
	data := append([]byte(filepath.ToSlash(within)), 0)
	data = binary.BigEndian.AppendUint64(data, uint64(file.size))     //nolint:gosec // only to be told apart
	data = binary.BigEndian.AppendUint64(data, uint64(file.modified)) //nolint:gosec // only to be told apart
	sum := sha256.Sum256(data)
	return mark(sum[:len(mark{})])
}

// holds reports whether a path lies within the folder.
func (f *Folder) holds(path string) bool {
	within, err := filepath.Rel(f.path, path)
	return err == nil && filepath.IsLocal(within)
}

// ledger is a set of files.
type ledger map[mark]struct{}

func newLedger(data []byte) ledger {
	l := ledger{}
	for p := range slices.Chunk(data, len(mark{})) {
		if len(p) == len(mark{}) {
			l.add(mark(p))
		}
	}
	return l
}

func (l ledger) has(p mark) bool { _, has := l[p]; return has }
func (l ledger) add(p mark)      { l[p] = struct{}{} }

// bytes are the set, in an order that is always the same.
func (l ledger) bytes() []byte {
	all := make([]mark, 0, len(l))
	for p := range l {
		all = append(all, p)
	}
	slices.SortFunc(all, func(a, b mark) int { return bytes.Compare(a[:], b[:]) })
	data := make([]byte, 0, len(all)*len(mark{}))
	for _, p := range all {
		data = append(data, p[:]...)
	}
	return data
}

// isUnfinished reports whether a file is one that another program has not finished, by the name that it gives to such.
func isUnfinished(path string) bool {
	name := strings.ToLower(filepath.Base(path))
	for _, ending := range []string{".part", ".partial", ".crdownload", ".download", ".opdownload", ".tmp"} {
		if strings.HasSuffix(name, ending) {
			return true
		}
	}
	return strings.HasPrefix(name, "~$") // of a document that is open
}
