package textview

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Colours names the colours of the theme that the view draws with. They are
// looked up whenever the view is refreshed, so it follows a change from light
// to dark by itself. An empty name stands for Fyne's colour nearest in meaning.
type Colours struct {
	Background   fyne.ThemeColorName // behind the text
	Foreground   fyne.ThemeColorName // the text, its title, the caret
	Muted        fyne.ThemeColorName // the subtitle
	Selection    fyne.ThemeColorName // behind selected text
	SelectedText fyne.ThemeColorName // selected text itself
	Hit          fyne.ThemeColorName // behind what a search found
	CurrentHit   fyne.ThemeColorName // behind the hit that is being looked at
	Accent       fyne.ThemeColorName // the flash, and the outline of what is pending
	ScrollBar    fyne.ThemeColorName // the thumb of the scroll bar
}

// inks are the colours themselves, as the theme has them now.
type inks struct {
	background, foreground, muted color.NRGBA
	selection, selectedText       color.NRGBA
	hit, currentHit               color.NRGBA
	accent, scrollBar             color.NRGBA
	dark                          bool
}

func (c Colours) inks(th fyne.Theme, variant fyne.ThemeVariant) inks {
	look := func(name, other fyne.ThemeColorName) color.NRGBA {
		if name == "" {
			name = other
		}
		return color.NRGBAModel.Convert(th.Color(name, variant)).(color.NRGBA)
	}
	i := inks{
		background:   look(c.Background, theme.ColorNameBackground),
		foreground:   look(c.Foreground, theme.ColorNameForeground),
		muted:        look(c.Muted, theme.ColorNamePlaceHolder),
		selection:    look(c.Selection, theme.ColorNameSelection),
		selectedText: look(c.SelectedText, theme.ColorNameForeground),
		hit:          look(c.Hit, theme.ColorNameFocus),
		currentHit:   look(c.CurrentHit, theme.ColorNameWarning),
		accent:       look(c.Accent, theme.ColorNamePrimary),
		scrollBar:    look(c.ScrollBar, theme.ColorNameScrollBar),
	}
	i.dark = brightness(i.background) < 0.4
	return i
}

// brightness is from 0 for black to 1 for white, as the eye sees it (Rec. 709
// weights).
func brightness(c color.NRGBA) float32 {
	return (0.2126*float32(c.R) + 0.7152*float32(c.G) + 0.0722*float32(c.B)) / 255
}

// tint is a light wash of a colour to lie behind text. Washes that overlap
// blend.
func (i inks) tint(c color.NRGBA) color.NRGBA {
	if i.dark {
		return withAlpha(c, 0.24)
	}
	return withAlpha(vivid(c), 0.22)
}

// shade is a stronger wash, like that of a marker pen.
func (i inks) shade(c color.NRGBA) color.NRGBA {
	if i.dark {
		return withAlpha(c, 0.34)
	}
	return withAlpha(vivid(c), 0.40)
}

// vivid is a colour brought most of the way to its full strength, because a
// thin wash of a dark colour looks grey on white.
func vivid(c color.NRGBA) color.NRGBA {
	most := max(c.R, c.G, c.B)
	if most == 0 {
		return c
	}
	stronger := func(part uint8) uint8 {
		full := float32(part) * 255 / float32(most)
		return uint8(0.4*float32(part) + 0.6*full)
	}
	return color.NRGBA{R: stronger(c.R), G: stronger(c.G), B: stronger(c.B), A: c.A}
}

func withAlpha(c color.NRGBA, alpha float32) color.NRGBA {
	c.A = uint8(float32(c.A)*alpha + 0.5)
	return c
}

// readable is a colour mixed with that of the text, so that small text in it
// can be read.
func (i inks) readable(c color.NRGBA) color.NRGBA {
	share := float32(0.5)
	if i.dark {
		share = 0.25
	}
	mix := func(a, b uint8) uint8 { return uint8(float32(a)*(1-share) + float32(b)*share) }
	f := i.foreground
	return color.NRGBA{R: mix(c.R, f.R), G: mix(c.G, f.G), B: mix(c.B, f.B), A: 0xff}
}
