//go:build window

package main_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"standpoint/app/look"
)

const morning = `Title: Pilots in Port Varro stop work
Source: The Varro Courier
Date: 2031-03-04

“We will keep the harbour open,” Mara Ellin told reporters. The trade minister spoke after a night of talks.

“Nobody has asked the pilots,” said Odile Brandt, who leads their union.

“The strait is for all who pay,” Tomas Quist wrote in a letter.
`

// An article is recorded by what is proposed: accepted, rejected and edited with single keys.
func TestWindowRecordsAnArticleByWhatIsProposed(t *testing.T) {
	d := newDisplay(t, 1440, 900)
	project, file := filepath.Join(d.home, "pilots.standpoint"), filepath.Join(d.home, "pilots.txt")
	if err := os.WriteFile(file, []byte(morning), 0o600); err != nil {
		t.Fatal(err)
	}
	d.subcommand("new", project)
	d.subcommand("import", project, file)
	proposed := func() int { return strings.Count(d.subcommand("suggest", project, "--json"), `"confidence"`) }
	p := d.start(look.Light, project)
	p.settled()

	keys := 0
	press := func(key string) {
		p.key(key)
		p.settled()
		keys++
	}
	press("bracketright")
	p.keep("proposals")
	press("n")
	press("e")
	p.keep("proposal-as-a-form")
	press("Return")
	p.untilRows(project, "annotations", 1)
	press("bracketright")
	const most = 40
	for left := proposed(); left > 0 && keys < most; {
		press("y")
		if now := proposed(); now != left {
			left = now
			continue
		}
		press("bracketright") // to what is proposed since somebody is known
	}
	p.quit()
	t.Logf("%d keys", keys)
	statements := d.subcommand("list", project, "statements", "--json")
	if n := len(d.rows(project, "statements")); n < 2 || keys >= most {
		t.Errorf("after %d keys there are %d statements:\n%s", keys, n, statements)
	}
	for _, want := range []string{"Odile Brandt", "Tomas Quist"} {
		if !strings.Contains(statements, want) {
			t.Errorf("%q is not among the speakers:\n%s", want, statements)
		}
	}
	d.subcommand("check", project)
}
