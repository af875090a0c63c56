// Package assets holds what the programs carry within themselves: the sample project, the translations, the fonts'
// licences beside them. It knows nothing of how any of it is used.
package assets

import "embed"

// Sample is a small project of invented articles, in the JSON of docs/json.md, partly annotated.
//
//go:embed sample.json
var Sample []byte

// Translations holds the texts of the window by language: translations/en.json and its like.
//
//go:embed translations/*.json
var Translations embed.FS

// Icon is the program's icon, 512 pixels square.
//
//go:embed icon.png
var Icon []byte
