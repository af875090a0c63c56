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
	return f.within.read(&file{
		ctx: f.ctx, name: shown, from: below(f.from, name), data: data, options: f.options, budget: f.budget, within: f.within,
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
