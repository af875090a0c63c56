package app

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"standpoint/app/look"
)

// What a translator is handed must be what the window says: every text of the
// source is in the English file, and nothing else.
func TestEveryTextCanBeTranslated(t *testing.T) {
	data, err := os.ReadFile("../assets/translations/en.json")
	if err != nil {
		t.Fatal(err)
	}
	var english map[string]any
	if err := json.Unmarshal(data, &english); err != nil {
		t.Fatal(err)
	}
	said := textsOf(t, ".", "control", "look", "picker")
	for _, name := range look.Palette() {
		said["colour."+name] = true
	}
	for month := range 12 {
		for _, form := range []string{"date.day.", "date.month.", "date.short."} {
			said[form+strconv.Itoa(month+1)] = true
		}
	}
	for s := range said {
		if _, ok := english[s]; !ok {
			t.Errorf("en.json lacks %q", s)
		}
	}
	for s := range english {
		if !said[s] {
			t.Errorf("en.json has %q, which nothing says", s)
		}
	}
}

// textsOf finds the texts that the packages in the folders say, by the calls
// that translate them.
func textsOf(t *testing.T, folders ...string) map[string]bool {
	t.Helper()
	said := map[string]bool{}
	for _, folder := range folders {
		files, err := filepath.Glob(filepath.Join(folder, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range files {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			ast.Inspect(file, func(n ast.Node) bool {
				if call, ok := n.(*ast.CallExpr); ok {
					addText(said, call)
				}
				return true
			})
		}
	}
	return said
}

func addText(said map[string]bool, call *ast.CallExpr) {
	name := ""
	switch f := call.Fun.(type) {
	case *ast.Ident:
		name = f.Name
	case *ast.SelectorExpr:
		name = f.Sel.Name
	}
	at := 0
	switch name {
	case "L", "X", "sentence":
	case "counted":
		at = 1
	default:
		return
	}
	if len(call.Args) <= at {
		return
	}
	if text, ok := call.Args[at].(*ast.BasicLit); ok && text.Kind == token.STRING {
		if s, err := strconv.Unquote(text.Value); err == nil {
			said[s] = true
		}
	}
}
