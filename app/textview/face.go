package textview

import "fyne.io/fyne/v2"

// Face is the look of the page: its fonts and its measures, in pixels.
type Face struct {
	Text        fyne.Resource // font of the body; nil is the theme's
	Title       fyne.Resource // font of the title; nil is the theme's in bold
	TextSize    float32       // of the body
	TitleSize   float32
	SmallSize   float32 // of the subtitle
	LabelSize   float32 // of the labels in the margin
	LineHeight  float32 // distance of two lines, as a multiple of TextSize
	ColumnWidth float32 // at most this wide
	MarginWidth float32 // of the column for stripes and labels; 0 hides it
}

// DefaultFace is a comfortable page in the theme's own fonts.
func DefaultFace() Face {
	return Face{
		TextSize: 16, TitleSize: 22, SmallSize: 12.5, LabelSize: 10.5,
		LineHeight: 1.62, ColumnWidth: 640, MarginWidth: 112,
	}
}
