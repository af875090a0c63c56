// Package daytest is a day's work that tests do by the keyboard alone, in the window on the software driver and in the real one: an
// invented article, the words of it that are selected one after another, the keys that are pressed then, and what is recorded at the end.
package daytest

import (
	_ "embed"
	"strings"
)

// Title, Source and Published are known of the article beside its text.
const (
	Title     = "Talks on the toll open in Port Varro"
	Source    = "The Varro Courier"
	Published = "2031-03-04"
)

var (
	//go:embed article.txt
	article string
	//go:embed script.txt
	script string
	//go:embed recorded.txt
	recorded string
)

// Article is the text.
func Article() string { return strings.TrimSpace(article) }

// Recorded is what is in the project after the work, a line for each thing, sorted.
func Recorded() []string { return strings.Split(strings.TrimSpace(recorded), "\n") }

// Step is a part of the work.
type Step struct {
	Words string // of the article, to be selected first; "" for none
	Keys  string // that are pressed then, which stand apart: Ctrl+Enter, Tab*3, and of all else each letter
}

// Steps is the work.
func Steps() []Step {
	var steps []Step
	for line := range strings.Lines(script) {
		line = strings.TrimSpace(line)
		words, selects := strings.CutPrefix(line, "> ")
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case selects:
			steps = append(steps, Step{Words: words})
		case len(steps) > 0 && steps[len(steps)-1].Keys == "":
			steps[len(steps)-1].Keys = line
		default:
			steps = append(steps, Step{Keys: line})
		}
	}
	return steps
}
