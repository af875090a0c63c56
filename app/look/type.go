package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"standpoint/assets/fonts"
)

// Sizes of text and of the space round it, in Fyne's device-independent pixels.
const (
	TextSize      float32 = 13
	CaptionSize   float32 = 11
	PageTitleSize float32 = 14
	ReadingSize   float32 = 15.5
	TitleSize     float32 = 20

	Gap    float32 = 4  // between neighbours
	Inset  float32 = 8  // between a card's or field's border and what it holds
	Margin float32 = 14 // round a panel's content
	Radius float32 = 5  // of cards, fields and tabs
)

// Reading returns the serif face of the reading view, for canvas.Text's FontSource.
// It is the same resource each time, so that Fyne parses it once.
func Reading(bold bool) fyne.Resource {
	if bold {
		return serifBold
	}
	return serifRegular
}

var (
	serifRegular = fyne.NewStaticResource("DejaVuSerif.ttf", fonts.SerifRegular)
	serifBold    = fyne.NewStaticResource("DejaVuSerif-Bold.ttf", fonts.SerifBold)
)

// sizes are the ones of Fyne that differ here.
var sizes = map[fyne.ThemeSizeName]float32{
	theme.SizeNameText:            TextSize,
	theme.SizeNameCaptionText:     CaptionSize,
	theme.SizeNameSubHeadingText:  PageTitleSize,
	theme.SizeNameHeadingText:     TitleSize,
	theme.SizeNamePadding:         Gap,
	theme.SizeNameInnerPadding:    6,
	theme.SizeNameLineSpacing:     3,
	theme.SizeNameInlineIcon:      16,
	theme.SizeNameScrollBar:       10,
	theme.SizeNameScrollBarSmall:  4,
	theme.SizeNameScrollBarRadius: 4,
	theme.SizeNameInputBorder:     1,
	theme.SizeNameInputRadius:     Radius,
	theme.SizeNameSelectionRadius: Radius,
	theme.SizeNameButtonRadius:    Radius,
	theme.SizeNameCardRadius:      Radius,
	theme.SizeNameDialogRadius:    8,
	theme.SizeNamePopupRadius:     6,
	theme.SizeNameMenuRadius:      6,
	theme.SizeNameSplitThickness:  5,
	theme.SizeNameModalBlurRadius: 0,
}
