package intake

import (
	"archive/zip"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"standpoint/store/say"
)

// beside is where a file stands among others: what may be opened with it. Nothing outside of its root is.
type beside struct {
	room
	under string // where the root is, with slashes: a path of the whole disk that begins so is one of the root; "" if none is
	dir   string // of the file, from the root on
	name  string // of the file, in its folder
}

// room is a folder of the disk or an archive. Names are paths with slashes, from it on.
type room interface {
	// stat is an error of fs.ErrNotExist for what is not there, and any other for what leads out of the room or is no file.
	stat(name string) error
	load(ctx context.Context, name string) ([]byte, error)
	again() (room, error)     // the same room, when this one may be closed or have given all that it may
	title(name string) string // for messages
	from(name string) string  // what an article says of where it comes from
	close()
}

// errClimbs is why a name is not opened that leads out of the room.
var errClimbs = errors.New("it leads out of the folder or the archive")

// errNoFile is why a folder, a link or a device is not opened.
var errNoFile = errors.New("it is no file")

// find is the name, from the root on, of a file that another one names. A name of the whole disk is mostly one of another computer: its
// last parts tell.
func (b *beside) find(named string) (string, error) {
	named = path.Clean(strings.ReplaceAll(named, `\`, "/"))
	if !isWhole(named) {
		inside := path.Join(b.dir, named)
		if inside == ".." || strings.HasPrefix(inside, "../") {
			return "", errClimbs
		}
		return inside, b.stat(inside)
	}
	if inside, ok := strings.CutPrefix(named, strings.TrimSuffix(b.under, "/")+"/"); ok && b.under != "" {
		return inside, b.stat(inside)
	}
	parts := strings.Split(named, "/")
	for i := 1; i < len(parts); i++ {
		if inside := path.Join(append([]string{b.dir}, parts[i:]...)...); b.stat(inside) == nil {
			return inside, nil
		}
	}
	return "", errClimbs
}

// isWhole reports whether a path is one of the whole disk, of whatever system.
func isWhole(name string) bool { return path.IsAbs(name) || len(name) > 1 && name[1] == ':' }

// twinEndings are those of files that hold the text of a reference of the same name, the likeliest first.
var twinEndings = strings.Fields("pdf docx odt rtf epub html htm mhtml mht txt md")

// twin is the file of the same name with another ending; "" if there is none.
func (b *beside) twin() string {
	stem := strings.TrimSuffix(b.name, path.Ext(b.name))
	for _, ending := range twinEndings {
		for _, spelled := range []string{ending, strings.ToUpper(ending)} {
			if name := path.Join(b.dir, stem+"."+spelled); stem+"."+spelled != b.name && b.stat(name) == nil {
				return name
			}
		}
	}
	return ""
}

// folder is a room on the disk.
type folder struct {
	root   *os.Root
	chosen []string // folders
}

// besideOnDisk is where a file stands on the disk: in the outermost folder that was chosen and has it, else in its own. Nil if that folder
// cannot be opened.
func besideOnDisk(file string, chosen []string) *beside {
	whole, err := filepath.Abs(file)
	if err != nil {
		return nil
	}
	top := filepath.Dir(whole)
	for _, c := range chosen {
		if c, err := filepath.Abs(c); err == nil && len(c) < len(top) && strings.HasPrefix(whole, c+string(filepath.Separator)) {
			top = c
		}
	}
	root, err := os.OpenRoot(top)
	if err != nil {
		return nil
	}
	dir, err := filepath.Rel(top, filepath.Dir(whole))
	if err != nil {
		_ = root.Close() // it was only read
		return nil
	}
	return &beside{room: folder{root, chosen}, under: filepath.ToSlash(top), dir: filepath.ToSlash(dir), name: filepath.Base(whole)}
}

func (d folder) stat(name string) error {
	info, err := d.root.Stat(filepath.FromSlash(name))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fs.ErrNotExist
	case err != nil:
		return errClimbs
	case !info.Mode().IsRegular():
		return errNoFile
	}
	return nil
}

func (d folder) load(_ context.Context, name string) ([]byte, error) {
	if err := d.stat(name); err != nil { // a pipe would be waited for
		return nil, err
	}
	f, err := d.root.Open(filepath.FromSlash(name))
	if err != nil {
		return nil, unreadable(name, err)
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, MaxSize+1))
	switch {
	case err != nil:
		return nil, unreadable(name, err)
	case len(data) > MaxSize:
		return nil, tooLarge(name, int64(len(data)))
	}
	return data, nil
}

func (d folder) again() (room, error) {
	root, err := os.OpenRoot(d.root.Name())
	return folder{root, d.chosen}, err
}

func (d folder) title(name string) string {
	return filepath.Join(d.root.Name(), filepath.FromSlash(name))
}

func (d folder) from(name string) string { return fromFolder(d.title(name), d.chosen) }

func (d folder) close() { _ = d.root.Close() } // it was only read

// archive is a zip file as a room.
type archive struct {
	f       *file
	entries map[string]*zip.File // by their names; of several of one name the first
	opened  *os.File             // to be closed with it; nil if it is another's
}

func newArchive(f *file, z *zip.Reader) archive {
	a := archive{f: f, entries: make(map[string]*zip.File, len(z.File))}
	for _, entry := range z.File {
		if name := entryName(entry); a.entries[name] == nil && !climbs(name) {
			a.entries[name] = entry
		}
	}
	return a
}

// of is where a file of the archive stands.
func (a archive) of(name string) *beside {
	return &beside{room: a, dir: path.Dir(name), name: path.Base(name)}
}

func (a archive) stat(name string) error {
	switch entry := a.entries[name]; {
	case entry == nil:
		return fs.ErrNotExist
	case !entry.Mode().IsRegular():
		return errNoFile
	}
	return nil
}

func (a archive) load(ctx context.Context, name string) ([]byte, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if err := a.stat(name); err != nil {
		return nil, err
	}
	return a.f.readEntry(a.entries[name], name)
}

func (a archive) again() (room, error) {
	f := *a.f
	f.budget = newBudget(f.size())
	if f.disk == nil {
		return archive{&f, a.entries, nil}, nil
	}
	opened, err := os.Open(f.disk.Name()) // the other is closed when all of it was read
	if err != nil {
		return nil, err
	}
	f.disk = &onDisk{opened, f.disk.size}
	z, err := f.unzip()
	if err != nil {
		_ = opened.Close() // it was only read
		return nil, err
	}
	again := newArchive(&f, z)
	again.opened = opened
	return again, nil
}

func (a archive) title(name string) string { return a.f.name + " › " + name }

func (a archive) from(name string) string { return below(a.f.from, name) }

func (a archive) close() {
	if a.opened != nil {
		_ = a.opened.Close() // it was only read
	}
}

// hasPage reports whether an archive has the page that a folder belongs to.
func (a archive) hasPage(folder string) bool {
	at := strings.LastIndexAny(folder, "_-.")
	return slices.ContainsFunc(pageEndings, func(ending string) bool { return a.entries[folder[:at]+ending] != nil })
}

// pageEndings are those of pages that a browser saves with a folder beside them.
var pageEndings = []string{".html", ".htm", ".xhtml"}

// refusedBeside is why a file that another one names is not read.
func refusedBeside(named string, err error) say.Sentence {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return say.Of("“%s”, which belongs to it, is not there. Put it beside it and import it again.", named)
	case errors.Is(err, errClimbs):
		return say.Of("“%s”, which belongs to it, was left out: it leads out of the folder or the archive. "+
			"Put it beside it and import it again.", named)
	case errors.Is(err, errNoFile):
		return say.Of("“%s”, which belongs to it, was left out: it is no file.", named)
	}
	return say.Of("“%s”, which belongs to it, was not read. %v", named, err)
}
