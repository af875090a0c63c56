package reading

import (
	"context"
	"maps"
	"runtime"
	"strings"

	"fyne.io/fyne/v2/lang"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"standpoint/app/desk"
	"standpoint/app/look"
	"standpoint/app/words"
)

// missingLetters is what is known of letters that no font here has.
type missingLetters struct {
	desk    *desk.Desk
	fonts   *look.FontCoverage
	show    func(absent map[rune]bool) // has the text show a sign for each
	absent  map[rune]bool              // those of the texts that were read
	scripts map[string]bool            // that were told of
	told    string                     // what was told last
}

// newMissingLetters asks the fonts which of a text no font has.
func newMissingLetters(d *desk.Desk, fonts *look.FontCoverage, show func(absent map[rune]bool)) *missingLetters {
	return &missingLetters{desk: d, fonts: fonts, show: show, absent: map[rune]bool{}, scripts: map[string]bool{}}
}

// add notes the letters of a text that no font has. It reports whether one of them
// is new, and returns the scripts that are.
func (m *missingLetters) add(letters []rune) (grown bool, scripts []string) {
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

// tell says once for each script that letters of a text cannot be shown
// here, and what helps.
func (m *missingLetters) tell(s string) {
	if m.desk.Told() != "" && m.desk.Told() == m.told { // it was about another text
		m.desk.Tell("")
	}
	m.desk.Work.Read(func(context.Context) func() {
		letters := m.fonts.Missing(s)
		return func() {
			grown, scripts := m.add(letters)
			if grown {
				m.show(maps.Clone(m.absent))
			}
			if len(scripts) > 0 {
				m.told = missingSentence(scripts, runtime.GOOS)
				m.desk.Tell(m.told)
			}
		}
	})
}

// missingSentence says which scripts have no font, and what to install on a
// system.
func missingSentence(scripts []string, system string) string {
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
