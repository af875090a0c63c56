package figure

import (
	"bufio"
	_ "embed"
	"fmt"
	"io"
	"strings"
)

// page is the style of a page. Colours are variables, so that the page follows the screen, and paper is light.
//
//go:embed page.css
var page string

// variables is a theme in which each colour is a variable of the page.
func variables() Theme {
	t := Theme{}
	for c := range Light {
		t[c] = "var(--" + string(c) + ")"
	}
	return t
}

// HTML writes a picture as a page that needs nothing else: no script, no network, which its content security policy tells the browser.
func (p *Picture) HTML(w io.Writer) error {
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n", escaped(p.Language))
	fmt.Fprint(out, "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
	fmt.Fprint(out, "<meta name=\"viewport\" content=\"width=device-width\">\n<meta name=\"color-scheme\" content=\"light dark\">\n")
	fmt.Fprintf(out, "<title>%s</title>\n<style>\n%s%s</style>\n</head>\n<body>\n<figure>\n", escaped(p.Title), styles(), page)
	p.writeSVG(out, variables())
	fmt.Fprintf(out, "<details><summary>%s</summary>\n", escaped(wordsIn(p.Language).InWords))
	for _, line := range strings.Split(p.Description, "\n") {
		fmt.Fprintf(out, "<p>%s</p>\n", escaped(line))
	}
	fmt.Fprint(out, "</details>\n</figure>\n</body>\n</html>\n")
	return out.Flush()
}

// styles are the colours of both themes.
func styles() string {
	list := func(t Theme) string {
		var b strings.Builder
		for _, c := range colours {
			b.WriteString("--" + string(c) + ":" + t[c] + ";")
		}
		return b.String()
	}
	return ":root{" + list(Light) + "}\n@media screen and (prefers-color-scheme:dark){:root{" + list(Dark) + "}}\n"
}
