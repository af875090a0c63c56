package app

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
)

// A button has a tooltip: of what it does, or at least by which key.
func TestEveryButtonHasATooltip(t *testing.T) {
	tips := map[string]int{"NewTextButton": 1, "NewMainButton": 1, "NewQuietButton": 1, "NewIconButton": 1} // where it stands; the key is next
	buttons := 0
	err := filepath.WalkDir(".", func(path string, _ fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") {
			return err
		}
		files := token.NewFileSet()
		file, err := parser.ParseFile(files, path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			at, ok := tips[calledName(call)]
			if !ok {
				return true
			}
			buttons++
			if isEmptyString(call.Args[at]) && isEmptyString(call.Args[at+1]) {
				t.Errorf("%s: a button without tooltip and key", files.Position(call.Pos()))
			}
			return true
		})
		return nil
	})
	if err != nil || buttons < 20 {
		t.Errorf("%d buttons were looked at: %v", buttons, err)
	}
}

func isEmptyString(e ast.Expr) bool {
	lit, ok := e.(*ast.BasicLit)
	return ok && lit.Value == `""`
}
