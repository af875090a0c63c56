package figure

import "io"

// Format is the form of a picture's file.
type Format string

// The formats.
const (
	FormatSVG  Format = "svg"
	FormatPNG  Format = "png" // two pixels to each of the picture
	FormatPDF  Format = "pdf"
	FormatHTML Format = "html" // a page that needs nothing else
	FormatCSV  Format = "csv"  // the first table behind the picture
	FormatXLSX Format = "xlsx" // all tables behind it
)

// Write writes a picture in a format, in light colours, or the tables behind it.
func (p *Picture) Write(w io.Writer, f Format) error {
	switch f {
	case FormatPNG:
		return p.PNG(w, Light)
	case FormatPDF:
		return p.PDF(w)
	case FormatHTML:
		return p.HTML(w)
	case FormatCSV:
		return p.Data()[0].CSV(w)
	case FormatXLSX:
		return Workbook(w, p.Data(), append([]string{p.Title}, p.Caption...))
	}
	return p.SVG(w, Light)
}
