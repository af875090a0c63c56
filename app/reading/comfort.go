package reading

import (
	"standpoint/app/desk"
	"standpoint/app/look"
	"standpoint/app/textview"
)

// comfort is how the reader likes the text to be set. Sizes are in steps from
// the usual one.
type comfort struct {
	text, column, spacing int
	sans                  bool
	noMargin, marginRight bool
	numbers               bool
	still                 bool // nothing fades
}

// The steps there are, and what one is of the usual size.
const (
	leastText, mostText       = -4, 16 // pixels: up to twice the usual size
	leastColumn, mostColumn   = -3, 6
	columnStep                = 60 // pixels
	leastSpacing, mostSpacing = -2, 4
	spacingStep               = 0.12 // of the size of the text
)

// face is the look of the text that is asked for.
func (c comfort) face() textview.Face {
	f := textview.DefaultFace()
	usual := f.TextSize
	f.TextSize += float32(c.text)
	f.TitleSize *= f.TextSize / usual
	f.TitleSize = float32(int(f.TitleSize + 0.5)) // Fyne sets text at whole sizes
	f.ColumnWidth = (f.ColumnWidth + float32(c.column)*columnStep) * max(1, f.TextSize/usual)
	f.LineHeight += float32(c.spacing) * spacingStep
	if !c.sans {
		f.Text, f.Title = look.Reading(false), look.Reading(true)
	}
	if c.noMargin {
		f.MarginWidth = 0
	}
	f.MarginRight, f.Numbers = c.marginRight, c.numbers
	return f
}

// comfortOf is how this user likes the text to be set.
func comfortOf(p desk.Prefs) comfort {
	return comfort{
		text:        clamped(p.Int("reading/text"), leastText, mostText),
		column:      clamped(p.Int("reading/column"), leastColumn, mostColumn),
		spacing:     clamped(p.Int("reading/spacing"), leastSpacing, mostSpacing),
		sans:        p.Bool("reading/sans"),
		noMargin:    p.Bool("reading/no-margin"),
		marginRight: p.Bool("reading/margin-right"),
		numbers:     p.Bool("reading/numbers"),
		still:       p.Bool("reading/still"),
	}
}

// keepComfort remembers it.
func keepComfort(p desk.Prefs, c comfort) {
	p.SetInt("reading/text", c.text)
	p.SetInt("reading/column", c.column)
	p.SetInt("reading/spacing", c.spacing)
	p.SetBool("reading/sans", c.sans)
	p.SetBool("reading/no-margin", c.noMargin)
	p.SetBool("reading/margin-right", c.marginRight)
	p.SetBool("reading/numbers", c.numbers)
	p.SetBool("reading/still", c.still)
}

func clamped(step, least, most int) int { return min(max(step, least), most) }
