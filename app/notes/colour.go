package notes

// shade is a colour of the palette on paper, "#rrggbb".
type shade struct {
	line string // of underlines and stripes
	tint string // behind words
}

// shades are the palette as the window shows it by day.
var shades = map[string]shade{
	"amber":  {"#C68604", "#FEEBBC"},
	"red":    {"#C43D4D", "#FFE6E6"},
	"blue":   {"#3C6CDC", "#E5EDFE"},
	"green":  {"#018C46", "#D8F6DF"},
	"violet": {"#8B57BE", "#F2E8FF"},
	"teal":   {"#048681", "#D4F5F2"},
	"orange": {"#B95201", "#FFE7DC"},
	"pink":   {"#B94082", "#FEE5F0"},
	"sky":    {"#0C7EAE", "#DBF1FE"},
	"olive":  {"#737C06", "#EBF2C4"},
	"brown":  {"#9D663E", "#FAE9DE"},
	"grey":   {"#6B7585", "#E5E6E8"},
}

// Shades returns the names of the palette's colours and what they are on paper: the colour of lines and the one behind words.
func Shades() map[string][2]string {
	all := make(map[string][2]string, len(shades))
	for name, s := range shades {
		all[name] = [2]string{s.line, s.tint}
	}
	return all
}
