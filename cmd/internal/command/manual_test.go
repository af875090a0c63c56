package command

import (
	"bytes"
	"os"
	"reflect"
	"strings"
	"testing"
)

func TestTheManualPagesAndTheGuideNameEverySubcommandAndFlag(t *testing.T) {
	manual, err := os.ReadFile("../../../assets/linux/standpoint-cli.1")
	if err != nil {
		t.Fatal(err)
	}
	guide, err := os.ReadFile("../../../docs/commands.md")
	if err != nil {
		t.Fatal(err)
	}
	plain := bytes.ReplaceAll(manual, []byte(`\-`), []byte("-"))
	line := reflect.TypeFor[commandLine]()
	for i := range line.NumField() {
		field := line.Field(i)
		name := strings.ToLower(field.Name)
		inManual, inGuide := "\n.BI "+name+" \"", "\n"+name+" PROJECT"
		if _, is := field.Tag.Lookup("cmd"); !is {
			inManual, inGuide = "--"+name, "--"+name
		}
		if !bytes.Contains(plain, []byte(inManual)) {
			t.Errorf("standpoint-cli.1 does not name %s", name)
		}
		if !bytes.Contains(guide, []byte(inGuide)) {
			t.Errorf("commands.md does not name %s", name)
		}
	}
}
