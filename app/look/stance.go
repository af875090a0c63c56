package look

import "fyne.io/fyne/v2/lang"

// Stance is how a stance is shown: never by its colour alone.
type Stance struct {
	Key    string // support, oppose, neutral, unclear, or empty when unset
	Sign   string // ▲ ▼ ● ?, with ◇ after it when conditional; empty when unset
	Word   string // translated
	Letter rune   // what sets it in a form; 0 when unset
	Colour string // its palette name
}

// StanceOf returns how a stance is shown. An unknown key is shown as unset.
func StanceOf(key string, conditional bool) Stance {
	s := Stance{Key: key, Colour: "grey"}
	switch key {
	case "support":
		s.Sign, s.Letter, s.Colour, s.Word = "▲", 's', "green", lang.X("stance.support", "support")
	case "oppose":
		s.Sign, s.Letter, s.Colour, s.Word = "▼", 'o', "red", lang.X("stance.oppose", "oppose")
	case "neutral":
		s.Sign, s.Letter, s.Word = "●", 'n', lang.X("stance.neutral", "neutral")
	case "unclear":
		s.Sign, s.Letter, s.Colour, s.Word = "?", 'u', "brown", lang.X("stance.unclear", "unclear")
	default:
		return Stance{Colour: "grey", Word: lang.X("stance.unset", "no stance yet")}
	}
	if conditional {
		s.Sign, s.Colour = s.Sign+"◇", "amber"
	}
	return s
}

// Stances returns the keys that can be set, in the order in which they are offered.
func Stances() []string { return []string{"support", "oppose", "neutral", "unclear"} }
