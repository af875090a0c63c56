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
)

// Write writes a picture in a format, in light colours.
func (p *Picture) Write(w io.Writer, f Format) error {
	switch f {
	case FormatPNG:
		return p.PNG(w, Light)
	case FormatPDF:
		return p.PDF(w)
	case FormatHTML:
		return p.HTML(w)
	}
	return p.SVG(w, Light)
}
