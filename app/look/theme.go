// Package look is how Standpoint appears: the Fyne theme in light and dark, the
// named colours and sizes of the window, the reading face, the palette of actor
// colours and the signs of the stances. It draws nothing itself; that is left to
// packages control and textview.
package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Theme is the window's fyne.Theme: Fyne's own faces and icons, with colours, sizes
// and spacing close to those of a printed page.
type Theme struct {
	base    fyne.Theme
	variant fyne.ThemeVariant
}

// New returns the theme in the given variant: Light, Dark or System.
func New(variant fyne.ThemeVariant) *Theme {
	keepDots()
	return &Theme{base: theme.DefaultTheme(), variant: variant}
}

// Color returns the colour of that name, one of this package's or one of Fyne's.
// The theme's own variant, unless it is System, wins over the asked one.
func (t *Theme) Color(name fyne.ThemeColorName, asked fyne.ThemeVariant) color.Color {
	v := t.Resolve(asked)
	if c, ok := named(name, v); ok {
		return c
	}
	return t.base.Color(name, v)
}

// Font returns the face with our signs. Fyne goes on to its own sans serif faces,
// in the asked style, for all that this one has not.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	if style.Symbol {
		return t.base.Font(style)
	}
	return signFace()
}

// Icon returns Fyne's icons.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource { return t.base.Icon(name) }

// Size returns a size in Fyne's device-independent pixels.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	if s, ok := sizes[name]; ok {
		return s
	}
	return t.base.Size(name)
}

// Resolve returns Light or Dark: the theme's own variant, else the asked one, else Light.
func (t *Theme) Resolve(asked fyne.ThemeVariant) fyne.ThemeVariant {
	v := t.variant
	if v == System {
		v = asked
	}
	if v == Dark {
		return Dark
	}
	return Light
}

// Color returns the colour of that name, of this package's or of Fyne's, as it is
// on the screen now.
func Color(name fyne.ThemeColorName) color.NRGBA {
	if c, ok := named(name, Variant()); ok {
		return c
	}
	return color.NRGBAModel.Convert(theme.Color(name)).(color.NRGBA)
}

// Variant returns the variant that is on the screen now: Light or Dark.
func Variant() fyne.ThemeVariant {
	s := fyne.CurrentApp().Settings()
	t, ok := s.Theme().(*Theme)
	if !ok {
		t = &Theme{variant: System}
	}
	return t.Resolve(s.ThemeVariant())
}

// Tone returns the tones of a palette colour in the variant that is on the screen now.
func Tone(name string) Tones { return Swatch(name, Variant()) }
