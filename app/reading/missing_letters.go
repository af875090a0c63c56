package reading

import (
	"context"
	"maps"
	"runtime"
	"strings"

	"fyne.io/fyne/v2/lang"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"standpoint/app/look"
	"standpoint/app/words"
)

// MissingLetters is what is known of letters that no font here has.
type MissingLetters struct {
	fonts   *look.FontCoverage
	absent  map[rune]bool   // those of the texts that were read
	scripts map[string]bool // that were told of
	told    string          // what was told last
}

// NewMissingLetters asks the fonts which of a text no font has.
func NewMissingLetters(fonts *look.FontCoverage) MissingLetters {
	return MissingLetters{fonts: fonts, absent: map[rune]bool{}, scripts: map[string]bool{}}
}

// add notes the letters of a text that no font has. It reports whether one of them
// is new, and returns the scripts that are.
func (m *MissingLetters) add(letters []rune) (grown bool, scripts []string) {
	for _, r := range letters {
		grown = grown || !m.absent[r]
		m.absent[r] = true
	}
	for _, script := range look.Scripts(letters) {
		if !m.scripts[script] {
			m.scripts[script] = true
			scripts = append(scripts, script)
		}
	}
	return grown, scripts
}

// TellMissingLetters says once for each script that letters of a text cannot be shown
// here, and what helps. The reading view shows a sign for each.
func (v *View) TellMissingLetters(s string) {
	if v.desk.Told() != "" && v.desk.Told() == v.Missing.told { // it was about another text
		v.desk.Tell("")
	}
	v.desk.Work.Read(func(context.Context) func() {
		letters := v.Missing.fonts.Missing(s)
		return func() {
			grown, scripts := v.Missing.add(letters)
			if grown {
				v.Reader.View.SetAbsent(maps.Clone(v.Missing.absent))
			}
			if len(scripts) > 0 {
				v.Missing.told = MissingSentence(scripts, runtime.GOOS)
				v.desk.Tell(v.Missing.told)
			}
		}
	})
}

// MissingSentence says which scripts have no font, and what to install on a
// system.
func MissingSentence(scripts []string, system string) string {
	names := make([]string, len(scripts))
	var packages []string
	for i, script := range scripts {
		names[i] = scriptName(script)
		if p := fontPackage(script); !strings.Contains(strings.Join(packages, " "), p) {
			packages = append(packages, p)
		}
	}
	all := strings.Join(names, ", ")
	if system != "linux" {
		return words.Sentence("No font here has the letters of: %s. Install one for them, and start Standpoint again.", all)
	}
	return words.Sentence("No font here has the letters of: %s. Install the package %s, or another font for them, and start Standpoint again.",
		all, strings.Join(packages, ", "))
}

// scriptName is the name of a script by its ISO 15924 code.
func scriptName(code string) string {
	if code == "Zsye" {
		return lang.L("emoji and signs")
	}
	script, err := language.ParseScript(code)
	if err != nil {
		return code
	}
	return display.English.Scripts().Name(script)
}

// fontPackage is the Debian package, named so on its descendants too, with a font
// for a script.
func fontPackage(script string) string {
	switch script {
	case "Hani", "Hira", "Kana", "Hang", "Bopo":
		return "fonts-noto-cjk"
	case "Zsye":
		return "fonts-noto-color-emoji"
	}
	return "fonts-noto-core"
}
