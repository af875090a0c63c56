package look

import (
	"bytes"
	"encoding/binary"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// keepDots has Fyne's own faces show the Cyrillic letters і and ј with their dots. The version of Noto Sans that Fyne brings along takes
// them away in every word of that script, Ukrainian and Belarusian ones among them, by a rule (ccmp) that is meant for letters with another
// mark above. It is switched off for that script alone.
var keepDots = sync.OnceFunc(func() {
	for _, face := range []fyne.Resource{
		theme.DefaultTextFont(), theme.DefaultTextBoldFont(), theme.DefaultTextItalicFont(), theme.DefaultTextBoldItalicFont(),
	} {
		if f, ok := face.(*fyne.StaticResource); ok {
			f.StaticContent = withoutComposition(f.StaticContent, "cyrl")
		}
	}
})

// withoutComposition is an OpenType face without the rules by which letters of a script are composed; the face itself if it has none.
// What it reads stands in the tables of the format by these offsets.
func withoutComposition(face []byte, script string) []byte {
	const (
		tables, tableRecord = 12, 16 // tag, checksum, offset, length
		record              = 6      // tag, offset
	)
	face = bytes.Clone(face)
	at := func(offset int) int { return int(binary.BigEndian.Uint16(face[offset:])) }
	rules := 0
	for n := range at(4) {
		if entry := face[tables+n*tableRecord:]; string(entry[:4]) == "GSUB" {
			rules = int(binary.BigEndian.Uint32(entry[8:]))
		}
	}
	if rules == 0 {
		return face
	}
	scripts, features := rules+at(rules+4), rules+at(rules+6)
	for n := range at(scripts) {
		entry := scripts + 2 + n*record
		if string(face[entry:entry+4]) != script {
			continue
		}
		of := scripts + at(entry+4)
		usual := of + at(of) // its rules for all languages that have none of their own
		for i := range at(usual + 4) {
			if feature := features + 2 + at(usual+6+2*i)*record; string(face[feature:feature+4]) == "ccmp" {
				copy(face[feature:], "none")
			}
		}
	}
	return face
}
