package look

import (
	"fyne.io/fyne/v2"
)

// Stance is how a stance is shown: never by its colour alone.
type Stance struct {
	Key   string // support, oppose, neutral, unclear, or empty when unset
	Sign  string // ▲ ▼ ● ?, with ◇ beside it when conditional; empty when unset
	Word  string // translated
	Short string // the letter that sets it in a form
}

// StanceOf returns how a stance is shown. An unknown key is shown as unset.
func StanceOf(key string, conditional bool) Stance { return Stance{Key: key} }

// Stances returns the keys that can be set, in the order in which they are offered.
func Stances() []string { return []string{"support", "oppose", "neutral", "unclear"} }

// Tones returns the colours of the stance's badge and sign.
func (s Stance) Tones(variant fyne.ThemeVariant) Tones { return Tones{} }
