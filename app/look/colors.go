package look

import (
	"image/color"

	"fyne.io/fyne/v2"
)

// The names of the window's own colours.
const (
	ColorPage          fyne.ThemeColorName = "standpointPage"          // behind the text that is read, and behind forms
	ColorPanel         fyne.ThemeColorName = "standpointPanel"         // behind the lists at the sides
	ColorBar           fyne.ThemeColorName = "standpointBar"           // behind tabs and the status line
	ColorText          fyne.ThemeColorName = "standpointText"          // what is read
	ColorMuted         fyne.ThemeColorName = "standpointMuted"         // captions, dates, counts
	ColorFaint         fyne.ThemeColorName = "standpointFaint"         // place holders, lines of a chart
	ColorAccent        fyne.ThemeColorName = "standpointAccent"        // the focus, links, the main button
	ColorOnAccent      fyne.ThemeColorName = "standpointOnAccent"      // text on the accent
	ColorAccentText    fyne.ThemeColorName = "standpointAccentText"    // text in the accent's hue, as on the chosen tab
	ColorAccentTint    fyne.ThemeColorName = "standpointAccentTint"    // behind the chosen tab and row
	ColorHover         fyne.ThemeColorName = "standpointHover"         // over what the pointer is on
	ColorSelection     fyne.ThemeColorName = "standpointSelection"     // behind selected text in the reading view
	ColorSelectionText fyne.ThemeColorName = "standpointSelectionText" // selected text in the reading view
	ColorFind          fyne.ThemeColorName = "standpointFind"          // behind each found place
	ColorFindCurrent   fyne.ThemeColorName = "standpointFindCurrent"   // behind the found place one is at
	ColorFlash         fyne.ThemeColorName = "standpointFlash"         // for a moment, where a jump landed
	ColorShade         fyne.ThemeColorName = "standpointShade"         // behind a highlight
	ColorProposed      fyne.ThemeColorName = "standpointProposed"      // dotted line under what is only proposed
	ColorCard          fyne.ThemeColorName = "standpointCard"          // behind a card in a list
	ColorCardHover     fyne.ThemeColorName = "standpointCardHover"     // the same under the pointer
	ColorBorder        fyne.ThemeColorName = "standpointBorder"        // between panels, round cards
	ColorFieldBorder   fyne.ThemeColorName = "standpointFieldBorder"   // round fields
	ColorField         fyne.ThemeColorName = "standpointField"         // inside fields
	ColorKeyCap        fyne.ThemeColorName = "standpointKeyCap"        // inside a key's box
	ColorError         fyne.ThemeColorName = "standpointError"         // what is wrong with a field
	ColorTooltip       fyne.ThemeColorName = "standpointTooltip"       // behind a tooltip
	ColorOnTooltip     fyne.ThemeColorName = "standpointOnTooltip"     // text of a tooltip
)

// Color returns the colour of that name, of this package's or of Fyne's, as it is
// on the screen now.
func Color(name fyne.ThemeColorName) color.NRGBA {
	s := fyne.CurrentApp().Settings()
	c := s.Theme().Color(name, s.ThemeVariant())
	return color.NRGBAModel.Convert(c).(color.NRGBA)
}
