package intake

import (
	"path"
	"path/filepath"
	"strings"

	"standpoint/store"
	"standpoint/store/say"
)

// origin is what the articles of a file say of where they come from.
type origin struct {
	file string
	hash store.FileHash
	data []byte
}

// originOf is that of what was read of a file. An article that comes of a file within it has its own already.
func originOf(f *file, data []byte, drafts []Draft) origin {
	if f.from == "" || len(drafts) == 0 || drafts[0].Article.Original != "" {
		return origin{}
	}
	o := origin{file: f.from}
	if f.disk != nil {
		o.hash = f.disk.hash()
		switch {
		case !f.options.Originals:
		case f.disk.size <= MaxSize:
			o.data, _ = f.disk.read() // what cannot be read is not kept
		default:
			drafts[0].Notes = append(drafts[0].Notes, say.Of("“%s” was not kept with its articles: it has %d MB, and a file that is kept may "+
				"have %d MB. Keep it in a folder of your own.", f.name, megabytes(f.disk.size), MaxSize/1_000_000))
		}
		return o
	}
	o.hash = store.HashFile(data)
	if f.options.Originals {
		o.data = data
	}
	return o
}

func (o origin) tell(d *Draft) {
	if o.file == "" {
		return
	}
	d.Article.File, d.Article.Original, d.original = o.file, o.hash, o.data
}

// fromFolder is what is noted of where a file is: its path from the folder on that was chosen, else its name after that of its folder.
// Where on somebody's disk that is, is nobody else's business.
func fromFolder(name string, folders []string) string {
	whole, err := filepath.Abs(name)
	if err != nil {
		return below("", filepath.ToSlash(name))
	}
	for _, folder := range folders {
		folder, err := filepath.Abs(folder)
		if err != nil {
			continue
		}
		if relative, err := filepath.Rel(filepath.Dir(folder), whole); err == nil && strings.HasPrefix(whole, folder+string(filepath.Separator)) {
			return below("", filepath.ToSlash(relative))
		}
	}
	return below(filepath.Base(filepath.Dir(whole)), filepath.Base(whole))
}

// below is the path of a file in a folder or an archive, as a field of one line has it: of a very long one, the end.
func below(folder, name string) string {
	whole := []rune(oneLine(path.Join(folder, name)))
	return string(whole[max(0, len(whole)-store.LineLimit):])
}
