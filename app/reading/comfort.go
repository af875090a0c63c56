package reading

import (
	"standpoint/app/desk"
	"standpoint/app/look"
	"standpoint/app/textview"
)

// Comfort is how the reader likes the text to be set. Sizes are in steps from
// the usual one.
type Comfort struct {
	Text, Column, Spacing int
	Sans                  bool
	NoMargin, MarginRight bool
	Numbers               bool
}

// The steps there are, and what one is of the usual size.
const (
	leastText, mostText       = -4, 14 // pixels
	leastColumn, mostColumn   = -3, 6
	columnStep                = 60 // pixels
	leastSpacing, mostSpacing = -2, 4
	spacingStep               = 0.12 // of the size of the text
)

// face is the look of the text that is asked for.
func (c Comfort) face() textview.Face {
	f := textview.DefaultFace()
	usual := f.TextSize
	f.TextSize += float32(c.Text)
	f.TitleSize *= f.TextSize / usual
	f.TitleSize = float32(int(f.TitleSize + 0.5)) // Fyne sets text at whole sizes
	f.ColumnWidth = (f.ColumnWidth + float32(c.Column)*columnStep) * max(1, f.TextSize/usual)
	f.LineHeight += float32(c.Spacing) * spacingStep
	if !c.Sans {
		f.Text, f.Title = look.Reading(false), look.Reading(true)
	}
	if c.NoMargin {
		f.MarginWidth = 0
	}
	f.MarginRight, f.Numbers = c.MarginRight, c.Numbers
	return f
}

// comfortOf is how this user likes the text to be set.
func comfortOf(p desk.Prefs) Comfort {
	return Comfort{
		Text:        clamped(p.Int("reading/text"), leastText, mostText),
		Column:      clamped(p.Int("reading/column"), leastColumn, mostColumn),
		Spacing:     clamped(p.Int("reading/spacing"), leastSpacing, mostSpacing),
		Sans:        p.Bool("reading/sans"),
		NoMargin:    p.Bool("reading/no-margin"),
		MarginRight: p.Bool("reading/margin-right"),
		Numbers:     p.Bool("reading/numbers"),
	}
}

// keepComfort remembers it.
func keepComfort(p desk.Prefs, c Comfort) {
	p.SetInt("reading/text", c.Text)
	p.SetInt("reading/column", c.Column)
	p.SetInt("reading/spacing", c.Spacing)
	p.SetBool("reading/sans", c.Sans)
	p.SetBool("reading/no-margin", c.NoMargin)
	p.SetBool("reading/margin-right", c.MarginRight)
	p.SetBool("reading/numbers", c.Numbers)
}

func clamped(step, least, most int) int { return min(max(step, least), most) }
