package app

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
)

// A comment that begins as a name does, with a small letter, is about what bears that name: after a renaming it would tell of
// something that is not there any more.
func TestCommentsNameWhatTheyStandOver(t *testing.T) {
	comments := 0
	err := filepath.WalkDir("..", func(path string, _ fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(path) != ".go" {
			return err
		}
		files := token.NewFileSet()
		file, err := parser.ParseFile(files, path, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		for _, decl := range file.Decls {
			name, doc := documented(decl)
			first, _, _ := strings.Cut(strings.TrimSpace(doc.Text()), " ")
			if name == "" || first == "" {
				continue
			}
			comments++
			if unicode.IsLower(rune(first[0])) && strings.TrimRight(first, ",:") != name {
				t.Errorf("%s: the comment on %s begins with %q", files.Position(decl.Pos()), name, first)
			}
		}
		return nil
	})
	if err != nil || comments < 1000 {
		t.Errorf("%d comments were looked at: %v", comments, err)
	}
}

// documented is what a declaration declares, if that is one thing, and its comment.
func documented(decl ast.Decl) (name string, doc *ast.CommentGroup) {
	switch d := decl.(type) {
	case *ast.FuncDecl:
		return d.Name.Name, d.Doc
	case *ast.GenDecl:
		if d.Lparen.IsValid() || len(d.Specs) != 1 {
			return "", nil
		}
		switch s := d.Specs[0].(type) {
		case *ast.TypeSpec:
			return s.Name.Name, d.Doc
		case *ast.ValueSpec:
			return s.Names[0].Name, d.Doc
		}
	}
	return "", nil
}
