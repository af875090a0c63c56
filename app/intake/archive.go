package intake

import (
	"archive/zip"
	"context"
	"io/fs"
	"os"
	"path"
	"path/filepath"
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
	var drafts []Draft
	var failed []say.Sentence
	for _, entry := range z.File {
		name := entryName(entry)
		if climbs(name) {
			failed = append(failed, say.Of("“%s” was left out: its name leads out of the archive.", f.name+" › "+name))
			continue
		}
		if entry.FileInfo().IsDir() || isBeside(name, func(folder string) bool { return hasPage(z, folder) }) {
			continue
		}
		found, err := f.inArchive(entry, name)
		if ctxErr := f.ctx.Err(); ctxErr != nil {
			return nil, ctxErr
		}
		if err != nil {
			failed = append(failed, say.Of("It was left out: %v", err))
			continue
		}
		drafts = append(drafts, found...)
	}
	if len(drafts) == 0 {
		return nil, f.noArticle(failed)
	}
	drafts[0].Notes = append(failed, drafts[0].Notes...)
	return drafts, nil
}

// noArticle refuses an archive that has no article, with the reason of the first file in it.
func (f *file) noArticle(failed []say.Sentence) error {
	if len(failed) > 0 {
		return refusal(store.CodeInvalid, nil, "“%s” is an archive in which no file could be read. %v", f.name, failed[0])
	}
	return refusal(store.CodeInvalid, nil, "“%s” is an archive without files that may be articles. Choose one with texts, pages or "+
		"documents in it.", f.name)
}

// inArchive reads a file of an archive. Nothing is written to the disk, so that no name in it leads anywhere.
func (f *file) inArchive(entry *zip.File, name string) ([]Draft, error) {
	shown := f.name + " › " + name
	switch {
	case entry.Flags&1 != 0:
		return nil, refusal(store.CodeInvalid, nil, "“%s” has a password. Unpack the archive with it, and import the files.", shown)
	case !entry.Mode().IsRegular():
		return nil, refusal(store.CodeInvalid, nil, "“%s” is a link or a device, and was passed over.", shown)
	}
	data, err := f.unfold(entry)
	if err != nil {
		return nil, err
	}
	return readFormat(&file{
		ctx: f.ctx, name: shown, from: below(f.from, name), data: data, options: f.options, budget: f.budget,
	})
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

// hasPage reports whether an archive has the page that a folder belongs to.
func hasPage(z *zip.Reader, folder string) bool {
	at := strings.LastIndexAny(folder, "_-.")
	return slices.ContainsFunc(z.File, func(e *zip.File) bool {
		name := entryName(e)
		return name == folder[:at]+".html" || name == folder[:at]+".htm" || name == folder[:at]+".xhtml"
	})
}

// Found is what an import of files and folders reads.
type Found struct {
	Files  []string  // in the order of the folders and of their names
	Failed []Failure // what cannot be looked into
	Passed int       // files in folders that are no articles by their names: pictures, styles and the like
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
		err = filepath.WalkDir(start, func(name string, entry fs.DirEntry, err error) error {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			return found.entry(start, name, entry, err)
		})
		if err == nil && len(found.Files) == before {
			err = refusal(store.CodeInvalid, nil, "“%s” is a folder without files that may be articles. Choose a folder with articles.", start)
		} else if err != nil && ctx.Err() == nil {
			err = unreadable(start, err)
		}
		if err != nil && ctx.Err() == nil {
			found.Failed = append(found.Failed, Failure{Path: start, Err: err})
		}
	}
	return found
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
	switch {
	case err != nil:
		return err
	case !isFile(name, entry) || isBeside(filepath.ToSlash(relative), func(folder string) bool { return hasPageOnDisk(start, folder) }):
		f.Passed++
	default:
		f.Files = append(f.Files, name)
	}
	return nil
}

// isFile reports whether an entry of a folder is a file, or a link to one.
func isFile(name string, entry fs.DirEntry) bool {
	if entry.Type()&fs.ModeSymlink == 0 {
		return entry.Type().IsRegular()
	}
	info, err := os.Stat(name)
	return err == nil && info.Mode().IsRegular()
}

// hasPageOnDisk reports whether the page that a folder belongs to stands beside it.
func hasPageOnDisk(start, folder string) bool {
	at := strings.LastIndexAny(folder, "_-.")
	for _, ending := range []string{".html", ".htm", ".xhtml"} {
		if _, err := os.Stat(filepath.Join(start, filepath.FromSlash(folder[:at]+ending))); err == nil {
			return true
		}
	}
	return false
}
