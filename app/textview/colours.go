package textview

import "fyne.io/fyne/v2"

// Colours names the colours of the theme that the view draws with. They are
// looked up whenever the view is drawn anew, so it follows a change from light
// to dark by itself. An empty name stands for Fyne's colour nearest in meaning.
type Colours struct {
	Background   fyne.ThemeColorName // behind the text
	Foreground   fyne.ThemeColorName // the text, its title, the caret
	Muted        fyne.ThemeColorName // the subtitle and the margin's labels
	Selection    fyne.ThemeColorName // behind selected text
	SelectedText fyne.ThemeColorName // selected text itself
	Hit          fyne.ThemeColorName // behind what a search found
	CurrentHit   fyne.ThemeColorName // behind the hit that is being looked at
	HitText      fyne.ThemeColorName // text of the hit that is being looked at
	Accent       fyne.ThemeColorName // the flash, the frame of the current mark
	ScrollBar    fyne.ThemeColorName // the thumb of the scroll bar
}
