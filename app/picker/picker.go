// Package picker asks the person for a file: the system's own dialogs where
// there are any, Fyne's where there are not. What is in the file, and what
// happens to it, is the caller's affair. A program with a picker calls Serve
// before all else.
package picker

import (
	"errors"
	"path/filepath"
	"strings"

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
	// OpenFiles asks for files that exist: for several at once where there is a dialog that can, which are the
	// desktop's portal and GTK's on Linux, else for one.
	OpenFiles(Request, Answers)
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

// Answers receives one or more absolute paths, or no path and an error as an Answer does.
type Answers func(paths []string, err error)

// Purpose says what a file is for. The folder used last is remembered for each; what it says is part of the key under
// which the preferences keep that, so it stays as it is.
type Purpose string

// The purposes of the window, each with a folder of its own.
const (
	ForOpening      Purpose = "open"
	ForNewProjects  Purpose = "new"
	ForImport       Purpose = "import"
	ForImportFolder Purpose = "import-folder"
	ForWatching     Purpose = "watching"
	ForNotes        Purpose = "notes"
	ForFigures      Purpose = "figure"
	ForTemplates    Purpose = "template"
	ForJSON         Purpose = "json"
	ForBackups      Purpose = "backup"
	ForBackupFolder Purpose = "backup-folder"
	ForRestoring    Purpose = "restore"
	ForMerging      Purpose = "merge"
)

// Request says what to ask for.
type Request struct {
	Purpose Purpose
	Title   string   // of the dialog: a sentence that says what for
	Filters []Filter // none: every file
	Name    string   // of which a file name is proposed, for SaveFile only; see FileName
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

// Importable are files of which articles come, and documents in our JSON.
func Importable() Filter {
	return Filter{Label: lang.L("Articles"), Extensions: []string{
		"txt", "text", "md", "html", "htm", "xhtml", "mht", "mhtml", "docx", "odt", "rtf", "epub", "pdf", "eml", "mbox", "csv", "tsv", "xlsx",
		"json", "jsonl", "ndjson", "ris", "bib", "zip",
	}}
}

// Document is one form in which notes are written; its extension without the dot.
func Document(label, extension string) Filter {
	return Filter{Label: label, Extensions: []string{extension}}
}

// JSON is what whole projects are exchanged as.
func JSON() Filter { return Filter{Label: "JSON", Extensions: []string{"json"}} }

// EveryFile lets any file be chosen.
func EveryFile() Filter { return Filter{Label: lang.L("All files"), Extensions: []string{"*"}} }

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
