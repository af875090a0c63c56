// Package render writes a Document of notes in a format: one file a format, one line in a table.
package render

import (
	"context"
	"io"

	"standpoint/app/notes"
)

// Format is a form in which people open a document.
type Format struct {
	Name      string // by which the command line asks for it
	Extension string // of its files, with the dot
	// Write writes the whole document. It ends with the context's error when that is cancelled, and with a sentence when the document
	// holds what the format cannot.
	Write func(ctx context.Context, w io.Writer, d notes.Document) error
}

// formats has a format in each line.
var formats = []Format{
	{Name: "markdown", Extension: ".md", Write: Markdown},
	{Name: "html", Extension: ".html", Write: HTML},
	{Name: "text", Extension: ".txt", Write: Text},
	{Name: "docx", Extension: ".docx", Write: DOCX},
	{Name: "odt", Extension: ".odt", Write: ODT},
	{Name: "pdf", Extension: ".pdf", Write: PDF},
}

// Formats are all formats, in the order in which they are offered.
func Formats() []Format { return formats }

// Find returns a format by its name.
func Find(name string) (Format, bool) {
	for _, f := range formats {
		if f.Name == name {
			return f, true
		}
	}
	return Format{}, false
}
