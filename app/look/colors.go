package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// The names of the window's own colours.
const (
	ColorPage          fyne.ThemeColorName = "standpointPage"          // behind the text that is read, and behind forms
	ColorPanel         fyne.ThemeColorName = "standpointPanel"         // behind the lists at the sides
	ColorForm          fyne.ThemeColorName = "standpointForm"          // behind the inspector's form
	ColorBar           fyne.ThemeColorName = "standpointBar"           // behind the tabs and the status line
	ColorText          fyne.ThemeColorName = "standpointText"          // what is read
	ColorMuted         fyne.ThemeColorName = "standpointMuted"         // captions, dates, counts
	ColorFaint         fyne.ThemeColorName = "standpointFaint"         // place holders
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

// named returns the colour of that name, if it is one of ours or one of Fyne's that
// we set ourselves.
func named(name fyne.ThemeColorName, variant fyne.ThemeVariant) (color.NRGBA, bool) {
	if own, ok := fyneNames[name]; ok {
		name = own
	}
	pair, ok := colours[name]
	if variant == Dark {
		return pair.dark, ok
	}
	return pair.light, ok
}

type shades struct{ light, dark color.NRGBA }

var colours = map[fyne.ThemeColorName]shades{
	ColorPage:          {rgb(0xFFFFFF), rgb(0x191A1D)},
	ColorPanel:         {rgb(0xFAF9F5), rgb(0x1F2226)},
	ColorForm:          {rgb(0xFFFFFF), rgb(0x22252D)},
	ColorBar:           {rgb(0xFFFFFF), rgb(0x22252D)},
	ColorText:          {rgb(0x20242C), rgb(0xE6E6E9)},
	ColorMuted:         {rgb(0x686B70), rgb(0x9CA0A8)},
	ColorFaint:         {rgb(0x797B80), rgb(0x858A94)},
	ColorAccent:        {rgb(0x2F5FD0), rgb(0x7FA2F5)},
	ColorOnAccent:      {rgb(0xFFFFFF), rgb(0x12151C)},
	ColorAccentText:    {rgb(0x1D46A8), rgb(0xA9C1FF)},
	ColorAccentTint:    {rgb(0xE8EEFC), rgb(0x2A3552)},
	ColorHover:         {seeThrough(0x20242C, 0x0D), seeThrough(0xFFFFFF, 0x12)},
	ColorSelection:     {rgb(0x2F5FD0), rgb(0x2F5FD0)},
	ColorSelectionText: {rgb(0xFFFFFF), rgb(0xFFFFFF)},
	ColorFind:          {rgb(0xFFE28A), rgb(0x5E5118)},
	ColorFindCurrent:   {rgb(0xFFB347), rgb(0x8A5200)},
	ColorFlash:         {rgb(0xBFD3FF), rgb(0x3A4F87)},
	ColorShade:         {rgb(0xF0F0EA), rgb(0x31343B)},
	ColorProposed:      {rgb(0x6B6E74), rgb(0x9CA0A8)},
	ColorCard:          {rgb(0xFFFFFF), rgb(0x26292F)},
	ColorCardHover:     {rgb(0xF6F7FA), rgb(0x2D3138)},
	ColorBorder:        {rgb(0xE5E3DE), rgb(0x363A42)},
	ColorFieldBorder:   {rgb(0xD5D3CD), rgb(0x444954)},
	ColorField:         {rgb(0xFFFFFF), rgb(0x1C1E23)},
	ColorKeyCap:        {rgb(0xFBFBFA), rgb(0x2A2E36)},
	ColorError:         {rgb(0xB3303E), rgb(0xFF9096)},
	ColorTooltip:       {rgb(0x2A2E36), rgb(0xE6E6E9)},
	ColorOnTooltip:     {rgb(0xF4F4F5), rgb(0x1B1D21)},

	// Fyne's own, where none of the above fits.
	theme.ColorNameSelection:           {seeThrough(0x2F5FD0, 0x40), seeThrough(0x7FA2F5, 0x50)},
	theme.ColorNameFocus:               {seeThrough(0x2F5FD0, 0x30), seeThrough(0x7FA2F5, 0x40)},
	theme.ColorNamePressed:             {seeThrough(0x20242C, 0x1C), seeThrough(0xFFFFFF, 0x20)},
	theme.ColorNameScrollBar:           {seeThrough(0x20242C, 0x50), seeThrough(0xFFFFFF, 0x50)},
	theme.ColorNameScrollBarBackground: {seeThrough(0x20242C, 0x08), seeThrough(0xFFFFFF, 0x0A)},
	theme.ColorNameShadow:              {seeThrough(0x000000, 0x18), seeThrough(0x000000, 0x50)},
	theme.ColorNameDisabled:            {rgb(0xA8A9AC), rgb(0x63666E)},
	theme.ColorNameButton:              {rgb(0xF3F2EE), rgb(0x30343C)},
	theme.ColorNameDisabledButton:      {rgb(0xF6F5F2), rgb(0x282B31)},
	theme.ColorNameOverlayBackground:   {rgb(0xFFFFFF), rgb(0x24272D)},
	theme.ColorNameMenuBackground:      {rgb(0xFFFFFF), rgb(0x26292F)},
	theme.ColorNameSuccess:             {rgb(0x1F8548), rgb(0x65C281)},
	theme.ColorNameWarning:             {rgb(0x9E6B0A), rgb(0xEFA831)},
}

// fyneNames shows Fyne's widgets in our colours.
var fyneNames = map[fyne.ThemeColorName]fyne.ThemeColorName{
	theme.ColorNameBackground:          ColorPage,
	theme.ColorNameForeground:          ColorText,
	theme.ColorNamePrimary:             ColorAccent,
	theme.ColorNameForegroundOnPrimary: ColorOnAccent,
	theme.ColorNameHyperlink:           ColorAccent,
	theme.ColorNameHover:               ColorHover,
	theme.ColorNameHeaderBackground:    ColorPanel,
	theme.ColorNameInputBackground:     ColorField,
	theme.ColorNameInputBorder:         ColorFieldBorder,
	theme.ColorNamePlaceHolder:         ColorFaint,
	theme.ColorNameSeparator:           ColorBorder,
	theme.ColorNameError:               ColorError,
}
