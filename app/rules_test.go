package app

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"standpoint/app/words"
)

// What found a proposal is told in words, whichever of the rules it was; dates are told by themselves.
func TestEveryRuleOfProposalsIsToldInWords(t *testing.T) {
	newSampleApp(t)
	files, err := filepath.Glob("suggest/*.go")
	if err != nil {
		t.Fatal(err)
	}
	is := regexp.MustCompile(`(?m)^(?:\s+|const )[rR]ule[A-Z]\w* +(?:rule +)?= "([a-z.]+)"`)
	n := 0
	for _, file := range files {
		code, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range is.FindAllStringSubmatch(string(code), -1) {
			rule := found[1]
			if strings.HasPrefix(rule, "date.") {
				continue
			}
			if n++; words.Rule(rule) == rule {
				t.Errorf("%s: nobody says what %q is", file, rule)
			}
		}
	}
	if n < 20 {
		t.Errorf("only %d rules were found", n)
	}
}
