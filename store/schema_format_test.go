package store

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

func TestTheFileFormatPageNamesEveryEntityFieldAndColumn(t *testing.T) {
	b, err := os.ReadFile("../docs/file-format.md")
	if err != nil {
		t.Fatal(err)
	}
	page := string(b)
	if !strings.Contains(page, fmt.Sprintf("is the format: **%d**.", schemaVersion)) {
		t.Errorf("docs/file-format.md does not say that the format is %d", schemaVersion)
	}
	_, entities, _ := strings.Cut(page, "\n## Entities and their fields\n")
	for _, table := range tables {
		_, section, ok := strings.Cut(entities, "\n| `"+string(table.entity)+"` | ")
		if !ok {
			t.Errorf("docs/file-format.md does not name the entity %s", table.entity)
			continue
		}
		if next := strings.Index(section, "\n| `"); next >= 0 {
			section = section[:next]
		}
		for _, f := range table.fields {
			if !strings.Contains(section, "`"+f.name+"`") {
				t.Errorf("docs/file-format.md does not name the field %s of %s", f.name, table.entity)
			}
		}
		for _, c := range table.derived {
			if !strings.Contains(page, "`"+c.name+"`") {
				t.Errorf("docs/file-format.md does not name the column %s of %s", c.name, table.entity)
			}
		}
	}
}

// The ids of rows that their key names, and the numbers in the head, are the same in every version.
func TestTheFileFormatStays(t *testing.T) {
	if applicationID != 0x53746E64 || schemaVersion != 8 {
		t.Errorf("application id %#x, version %d", applicationID, schemaVersion)
	}
	one := ID{15: 1}
	for e, want := range map[Entity]string{
		EntityTagging: "b4ac310a-da05-5331-873e-3e4d127da652",
		EntityNote:    "ffb142c9-ce3b-5f1b-ab8e-5bd8274bd76d",
	} {
		if got := keyID(e, one.String(), one.String()).String(); got != want {
			t.Errorf("the id of a %s is %s, want %s", e, got, want)
		}
	}
}
