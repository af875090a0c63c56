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

// The variants that New and Swatch know.
const (
	Light = theme.VariantLight
	Dark  = theme.VariantDark
	// System follows what the desktop asks for, and changes with it.
	System fyne.ThemeVariant = 2
)

// Theme is the window's fyne.Theme.
type Theme struct {
	base    fyne.Theme
	variant fyne.ThemeVariant
}

// New returns the theme in the given variant: Light, Dark or System.
func New(variant fyne.ThemeVariant) *Theme {
	return &Theme{base: theme.DefaultTheme(), variant: variant}
}

// Color returns the colour of that name: one of this package's, or one of Fyne's.
func (t *Theme) Color(name fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	return t.base.Color(name, t.Resolve(v))
}

// Font returns Fyne's own sans serif faces.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource { return t.base.Font(style) }

// Icon returns Fyne's icons.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource { return t.base.Icon(name) }

// Size returns a size in Fyne's device-independent pixels.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 { return t.base.Size(name) }

// Resolve returns Light or Dark: the theme's own variant, else the asked one.
func (t *Theme) Resolve(asked fyne.ThemeVariant) fyne.ThemeVariant {
	if t.variant == System {
		if asked == Dark {
			return Dark
		}
		return Light
	}
	return t.variant
}

// Variant returns the variant that is on the screen now: Light or Dark.
func Variant() fyne.ThemeVariant {
	s := fyne.CurrentApp().Settings()
	if t, ok := s.Theme().(*Theme); ok {
		return t.Resolve(s.ThemeVariant())
	}
	if s.ThemeVariant() == Dark {
		return Dark
	}
	return Light
}
