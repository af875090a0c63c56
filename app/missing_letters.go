package app

import (
	"context"
	"runtime"
	"strings"

	"fyne.io/fyne/v2/lang"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"standpoint/store/text"
)

// tellMissingLetters says once which letters of a text cannot be shown here, and
// what helps.
func (a *App) tellMissingLetters(body *text.Body) {
	if a.frame.told != "" && a.frame.told == a.missing { // it was about another text
		a.tell("")
	}
	a.async.read(func(context.Context) func() {
		missing := a.letters.Missing(body.String())
		return func() {
			var fresh []string
			for _, script := range missing {
				if !a.toldMissing[script] {
					a.toldMissing[script] = true
					fresh = append(fresh, script)
				}
			}
			if len(fresh) > 0 {
				a.missing = missingSentence(fresh, runtime.GOOS)
				a.tell(a.missing)
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
		return sentence("No font here has the letters of: %s. Install one for them, and start Standpoint again.", all)
	}
	return sentence("No font here has the letters of: %s. Install the package %s, or another font for them, and start Standpoint again.",
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
