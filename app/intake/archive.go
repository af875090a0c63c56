package intake

import (
	"archive/zip"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"standpoint/store"
	"standpoint/store/say"
)

// readZip reads the articles of all files in a zip archive, and of archives in it. A file of which no article comes is told of; pictures,
// styles and the like beside saved pages are passed over.
func readZip(f *file) ([]Draft, error) {
	if f.budget.nesting == 0 {
		return nil, refusal(store.CodeInvalid, nil,
			"“%s” holds archives within archives, more than %d deep. Unpack it and import the files in it.",
			f.name, mostNesting)
	}
	z, err := f.unzip()
	if err != nil {
		return nil, err
	}
	if len(z.File) > f.budget.entries {
		return nil, f.bomb(entryName(z.File[len(z.File)-1]))
	}
	f.budget.nesting--
	defer func() { f.budget.nesting++ }()
	r := zipReading{archive: newArchive(f, z), found: map[int][]Draft{}, failed: map[int]error{}, taken: map[string]bool{}}
	if f.hand != nil && unfolded(z) > largeArchive {
		return r.inPortions(z)
	}
	for _, i := range referencesFirst(z) {
		if err := r.entry(i, z.File[i]); err != nil {
			return nil, err
		}
	}
	drafts, failed := r.inOrder(z)
	return f.withFailed(drafts, failed)
}

// withFailed are the articles of an archive, the first of which says what could not be read; without one the archive is refused.
func (f *file) withFailed(drafts []Draft, failed []error) ([]Draft, error) {
	if len(drafts) == 0 {
		return nil, f.noArticle(failed)
	}
	said := make([]say.Sentence, 0, len(failed)+len(drafts[0].Notes))
	for _, err := range failed {
		said = append(said, say.Of("It was left out: %v", err))
	}
	drafts[0].Notes = append(said, drafts[0].Notes...)
	drafts[0].Left = append(failed, drafts[0].Left...)
	return drafts, nil
}

// zipReading is what was read of an archive, by the places of its files.
type zipReading struct {
	archive

	found  map[int][]Draft
	failed map[int]error
	taken  map[string]bool // files that belong to references
}

// referencesFirst are the places of the files of an archive, lists of references before others, as they say what belongs to them.
func referencesFirst(z *zip.Reader) []int {
	var first, others []int
	for i, entry := range z.File {
		if isNamedReference(entry.Name) {
			first = append(first, i)
		} else {
			others = append(others, i)
		}
	}
	return append(first, others...)
}

// entry reads a file of the archive. The error is that nobody waits for it any more.
func (r *zipReading) entry(i int, entry *zip.File) error {
	name := entryName(entry)
	switch {
	case climbs(name):
		r.failed[i] = refusal(store.CodeInvalid, nil, "The name of “%s” leads out of the archive.", r.f.name+" › "+name)
		return nil
	case entry.FileInfo().IsDir(), r.taken[name], isBeside(name, r.hasPage):
		return nil
	}
	part, err := r.f.part(r.archive, entry, name)
	if err == nil {
		r.found[i], err = r.f.within.read(part)
	}
	if err == nil {
		for _, taken := range part.taken {
			r.taken[taken] = true
		}
	} else {
		r.failed[i] = err
	}
	return r.f.ctx.Err()
}

// largeArchive is from how many bytes on, unfolded, an archive is read in portions.
const largeArchive = 32_000_000

// unfolded is how many bytes the files of an archive have, as it says itself; it is not read beyond that.
func unfolded(z *zip.Reader) (size uint64) {
	for _, entry := range z.File {
		size += entry.UncompressedSize64
	}
	return size
}

// inPortions hands on what a large archive holds while it is read, and returns the rest. Lists of references are known by their names
// here: the file that another one names may have been handed on before.
func (r *zipReading) inPortions(z *zip.Reader) ([]Draft, error) {
	for i, entry := range z.File {
		if isNamedReference(entry.Name) {
			if err := r.entry(i, entry); err != nil {
				return nil, err
			}
		}
	}
	out := outlet{hand: r.f.hand}
	var failed []error
	for i, entry := range z.File {
		if !isNamedReference(entry.Name) {
			if err := r.entry(i, entry); err != nil {
				return nil, err
			}
		}
		if r.taken[entryName(entry)] {
			continue
		}
		if err := out.add(r.found[i]...); err != nil {
			return nil, err
		}
		delete(r.found, i)
		failed = r.left(failed, i)
	}
	return r.f.withFailed(out.rest(), failed)
}

// inOrder are the articles in the order of the archive, but for files that turned out to belong to a reference.
func (r *zipReading) inOrder(z *zip.Reader) (drafts []Draft, failed []error) {
	for i, entry := range z.File {
		if r.taken[entryName(entry)] {
			continue
		}
		drafts = append(drafts, r.found[i]...)
		failed = r.left(failed, i)
	}
	return drafts, failed
}

// left adds why no article came of a file of the archive, and of each in that, if it is an archive as well.
func (r *zipReading) left(failed []error, i int) []error {
	if err, ok := r.failed[i]; ok {
		failed = append(append(failed, err), LeftOf(err)...)
	}
	return failed
}

// noArticle refuses an archive that has no article, with the reason of the first file in it.
func (f *file) noArticle(failed []error) error {
	if len(failed) > 0 {
		return emptyError{
			refusal(store.CodeInvalid, nil, "“%s” is an archive in which no file could be read. %v", f.name, failed[0]), failed[1:],
		}
	}
	return refusal(store.CodeInvalid, nil, "“%s” is an archive without files that may be articles. Choose one with texts, pages or "+
		"documents in it.", f.name)
}

// part is a file of an archive, to be read. Nothing is written to the disk, so that no name in it leads anywhere.
func (f *file) part(a archive, entry *zip.File, name string) (*file, error) {
	data, err := f.readEntry(entry, name)
	if err != nil {
		return nil, err
	}
	return &file{
		ctx: f.ctx, name: f.name + " › " + name, from: below(f.from, name), data: data, options: f.options, budget: f.budget, within: f.within,
		beside: a.of(name),
	}, nil
}

// readEntry unfolds a file of an archive, unless it is locked or no file.
func (f *file) readEntry(entry *zip.File, name string) ([]byte, error) {
	shown := f.name + " › " + name
	switch {
	case entry.Flags&1 != 0:
		return nil, refusal(store.CodeInvalid, nil, "“%s” has a password. Unpack the archive with it, and import the files.", shown)
	case !entry.Mode().IsRegular():
		return nil, refusal(store.CodeInvalid, nil, "“%s” is a link or a device, and was passed over.", shown)
	}
	return f.unfold(entry)
}

// entryName is the name of a file in an archive. Old programs wrote it in the encoding of DOS.
func entryName(entry *zip.File) string {
	if entry.NonUTF8 && !utf8.ValidString(entry.Name) {
		if name, err := charmap.CodePage437.NewDecoder().String(entry.Name); err == nil {
			return name
		}
	}
	return strings.ToValidUTF8(entry.Name, "\uFFFD")
}

// climbs reports whether the name of a file in an archive leads out of it: upwards, or to a place of the whole disk.
func climbs(name string) bool {
	name = strings.ReplaceAll(name, `\`, "/")
	isDrive := len(name) > 1 && name[1] == ':'
	return isDrive || strings.HasPrefix(name, "/") || slices.Contains(strings.Split(name, "/"), "..")
}

// isBeside reports whether a file is no article by itself, but a picture, a script or the like that belongs to one: by its name, by a
// folder that a browser put beside a page, or because it is hidden. hasPage says whether there is a page that a folder belongs to.
func isBeside(name string, hasPage func(folder string) bool) bool {
	for folder := path.Dir(name); folder != "." && folder != "/"; folder = path.Dir(folder) {
		base := path.Base(folder)
		if strings.HasPrefix(base, ".") || base == "__MACOSX" {
			return true
		}
		if at := strings.LastIndexAny(base, "_-."); at > 0 && slices.Contains(pageFolders, base[at+1:]) && hasPage(folder) {
			return true
		}
	}
	base := path.Base(name)
	if strings.HasPrefix(base, ".") || base == "Thumbs.db" || base == "desktop.ini" {
		return true
	}
	return slices.Contains(noArticles, strings.ToLower(strings.TrimPrefix(path.Ext(base), ".")))
}

// pageFolders are how browsers in several languages end the name of the folder beside a saved page.
var pageFolders = []string{
	"files", "Dateien", "fichiers", "archivos", "ficheros", "arquivos", "pliki", "bestanden", "filer", "dosyalar",
	"file", "файлы", "файли",
}

// noArticles are endings of files that stand beside articles and are none.
var noArticles = strings.Fields("css js mjs map json5 png jpg jpeg gif webp svg ico bmp tif tiff avif heic woff woff2 ttf otf eot mp3 " +
	"mp4 m4a m4v webm ogg " +
	"wav mov avi swf exe dll db tmp bak log lock ini url lnk webloc download")
