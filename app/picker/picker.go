// Package picker asks the person for a file: the system's own dialogs where
// there are any, Fyne's where there are not. What is in the file, and what
// happens to it, is the caller's affair. A program with a picker calls Serve
// before all else.
package picker

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"fyne.io/fyne/v2/lang"
)

// ErrGivenUp is the answer when the person closed the dialog without choosing,
// or asked for a second one while the first was open.
var ErrGivenUp = errors.New("no file was chosen")

// Picker asks for files and folders. Its methods are called on the UI goroutine and return
// at once; the answer comes later, on the UI goroutine too.
type Picker interface {
	// OpenFile asks for one file that exists.
	OpenFile(Request, Answer)
	// SaveFile asks where to write a file. The path has one of the extensions of
	// the request's filters. If something is there already, the person has
	// agreed that it is replaced.
	SaveFile(Request, Answer)
	// OpenFolder asks for a folder that exists.
	OpenFolder(Request, Answer)
}

// Answer receives an absolute path, or ErrGivenUp, or an error whose text is a
// sentence for the person.
type Answer func(path string, err error)

// Purpose says what a file is for. The folder used last is remembered for each.
type Purpose string

// The purposes of the window.
const (
	ForProject  Purpose = "project"
	ForArticles Purpose = "articles"
	ForNotes    Purpose = "notes"
	ForExchange Purpose = "exchange"
	ForBackups  Purpose = "backups"
)

// Request says what to ask for.
type Request struct {
	Purpose Purpose
	Title   string   // of the dialog; GTK shows its own instead
	Filters []Filter // none: every file
	Name    string   // proposed file name, for SaveFile only
}

// Filter is a kind of file that may be chosen.
type Filter struct {
	Label      string
	Extensions []string // without the dot, lower case; "*" is every file
}

// Projects are Standpoint's own files.
func Projects() Filter {
	return Filter{Label: lang.L("Standpoint projects"), Extensions: []string{"standpoint"}}
}

// Texts are files of plain text.
func Texts() Filter {
	return Filter{Label: lang.L("Text files"), Extensions: []string{"txt", "text", "md"}}
}

// Markdown is what notes are written as.
func Markdown() Filter { return Filter{Label: "Markdown", Extensions: []string{"md"}} }

// JSON is what whole projects are exchanged as.
func JSON() Filter { return Filter{Label: "JSON", Extensions: []string{"json"}} }

// EveryFile lets any file be chosen.
func EveryFile() Filter { return Filter{Label: lang.L("All files"), Extensions: []string{"*"}} }

// Folders remembers the folder last used for each purpose. fyne.Preferences is
// one.
type Folders interface {
	String(key string) string
	SetString(key, value string)
}

func folderKey(p Purpose) string { return "folder." + string(p) }

// lastFolder is the folder remembered for p, or "" if there is none or it is no
// longer there: GTK shows an error for a folder that is not.
func lastFolder(f Folders, p Purpose) string {
	folder := f.String(folderKey(p))
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		return ""
	}
	return filepath.Clean(folder)
}

func rememberFolder(f Folders, p Purpose, path string) {
	f.SetString(folderKey(p), filepath.Dir(path))
}

// withExtension is path with the first extension of the filters, unless it has
// one of theirs already, or they allow every file.
func withExtension(path string, filters []Filter) string {
	if len(filters) == 0 {
		return path
	}
	has := strings.TrimPrefix(filepath.Ext(path), ".")
	for _, f := range filters {
		for _, ext := range f.Extensions {
			if ext == "*" || strings.EqualFold(ext, has) {
				return path
			}
		}
	}
	return strings.TrimSuffix(path, ".") + "." + filters[0].Extensions[0]
}

// maxName is the longest file name proposed, in code points; file systems take
// 255 bytes.
const maxName = 60

// fileName makes a name out of any text, a title say, that every file system
// takes.
func fileName(s string) string {
	name := strings.Map(func(r rune) rune {
		switch {
		case unicode.IsControl(r):
			return -1
		case strings.ContainsRune(`/\:*?"<>|`, r):
			return '-'
		}
		return r
	}, s)
	name = strings.Trim(name, " .")
	ext := filepath.Ext(name)
	if strings.Contains(ext, " ") { // a full stop within a title
		ext = ""
	}
	stem := []rune(strings.TrimSuffix(name, ext))
	if len(stem) > maxName {
		stem = stem[:maxName]
	}
	return strings.TrimRight(string(stem), " .") + ext
}
