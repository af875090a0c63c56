package notes

import "maps"

// shades are the lines of the palette on paper, "#rrggbb", as the window shows them by day.
var shades = map[string]string{
	"amber":  "#C68604",
	"red":    "#C43D4D",
	"blue":   "#3C6CDC",
	"green":  "#018C46",
	"violet": "#8B57BE",
	"teal":   "#048681",
	"orange": "#B95201",
	"pink":   "#B94082",
	"sky":    "#0C7EAE",
	"olive":  "#737C06",
	"brown":  "#9D663E",
	"grey":   "#6B7585",
}

// Shades returns the names of the palette's colours and what their lines are on paper.
func Shades() map[string]string { return maps.Clone(shades) }
