// Package fonts embeds the reading face: DejaVu Serif, regular and bold, which
// covers Latin, Greek and Cyrillic. Its licence is LICENSE-DejaVu.txt beside it.
package fonts

import _ "embed"

// SerifRegular is DejaVu Serif Book as a TrueType file.
//
//go:embed DejaVuSerif.ttf
var SerifRegular []byte

// SerifBold is DejaVu Serif Bold as a TrueType file.
//
//go:embed DejaVuSerif-Bold.ttf
var SerifBold []byte
