//go:build window

package main_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A report by keyboard alone: a quote from the text, a heading, own words, moved, and written.
func TestWindowWritesAReport(t *testing.T) {
	d, p, project := withAStatement(t)
	p.settled()

	p.key("q") // the statement is the current mark
	p.settled()
	p.write("For the minister")
	p.key("Return")
	p.untilRows(project, "reports", 1)
	p.key("ctrl+alt+q")
	p.settled()
	p.key("p")
	p.settled()
	p.write("She said no more.")
	p.key("ctrl+Return")
	p.settled()
	p.key("h")
	p.settled()
	p.write("What was said")
	p.key("Return")
	p.settled()
	p.key("alt+shift+Up", "alt+shift+Up")
	p.settled()
	p.keep("report")

	written := filepath.Join(d.home, "report.md")
	p.key("ctrl+shift+e")
	p.settled()
	p.key("Return")
	p.chooseName("Choose where the notes of “For the minister” are written", strings.TrimSuffix(written, ".md"))
	p.until("the report to hold its parts in their order", func() bool {
		text, err := os.ReadFile(written)
		return err == nil && inOrder(string(text), "# For the minister", "## What was said", quotation, "She said no more.")
	})
	p.quit()

	page := filepath.Join(d.home, "report.html")
	d.subcommand("export", project, "--document", "report", "--report", "For the minister", "--format", "html", "--output", page)
	if text, err := os.ReadFile(page); err != nil || !inOrder(string(text), "What was said", quotation, "She said no more.") {
		t.Errorf("as a page of the web it is %s, %v", text, err)
	}
}

// inOrder reports whether a text has some words one behind the other.
func inOrder(text string, words ...string) bool {
	for _, w := range words {
		at := strings.Index(text, w)
		if at < 0 {
			return false
		}
		text = text[at:]
	}
	return true
}
