package app

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// namesOfKeys are ways to write a key that is right in one language, on one system, and until the key is another.
var namesOfKeys = regexp.MustCompile(strings.Join([]string{
	`\b(Ctrl|Strg|Alt|Shift|Umschalt|Cmd|Option)\b`,                          // modifiers
	`\b(Esc|Enter|Del|Entf|Backspace|Tab|Page Up|Page Down|Bild auf|Pos1)\b`, // names that are no other words here
	`^(Escape|Return|Delete key|Space|Leertaste|Home|End|Left|Right|Up|Down)$`,
	`\b(Left|Links), (Right|Rechts)\b|\b(Up|Page Up|Home), (Down|End)\b`,
	`\bF([1-9]|1[0-2])\b`,
	`\b(Control|Command|Steuerung)\+`,
	`(?i:\b(the|die) )?\b[kK]ey [A-Z]\b|\bTaste [A-Z]\b|\b[A-Z] key\b|\b(Delete|Space|Home|End) key\b`, // "the key S", "the S key"
	`^([B-HJ-Z]|Space|Delete|Home|End) [a-z]+s\b`,                                                      // "S begins a statement"
	`[⌘⌥⌃⇧⌫⌦⎋↩⇞⇟]|^[←→↑↓]$|^\d[–-]\d$`,
	`(?i)\b(press|presses|type|hit)( the)?( key)? “?([A-Z\d]\b|[^\w\s%“])`, // "press S", "press +"
	`(?i)\bdrücken Sie( noch einmal)?( die Taste)? “?([A-Z\d]\b|[^\w\s%„])`,
	`\b[dD]rücke? [A-Z]\b`,
}, "|"))

func TestWhatIsAKeyInAStringIsKnown(t *testing.T) {
	for text, is := range map[string]bool{
		"Ctrl+Left, Right": true, "Select it again and press +.": true, "Press S, or P.": true, "Enter opens it": true,
		"Esc closes": true, "1–9": true, "→": true, "F1 shows all": true, "und drücken Sie A.": true, "⇧⌘N": true,
		"Press %s again": false, "End a Word Later": false, "Export Notes…": false, "The press in Varro": false, "drücken Sie %s.": false,
		"Control+S": true, "Command+S": true, "With the key S you begin.": true, "S begins a statement": true, "the S key": true,
		"the Delete key": true, "Space opens it": true, "drücke S": true, "die Taste S": true, "A statement is begun": false,
		"Space between lines": false, "the key of a row": false,
		"Enterprise": false, "Delete Annotation": false, "select words, then press one key:": false,
	} {
		if namesOfKeys.MatchString(text) != is {
			t.Errorf("%q: a key is found: %v", text, !is)
		}
	}
}

// A key stands in the table of keys or with its command. What tells it takes it from there: a sentence is filled with it, a
// button is given it.
func TestNoKeyIsWrittenInAString(t *testing.T) {
	takers := keyTakers(t)
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go"):
			return err
		case filepath.ToSlash(path) == "desk/key.go": // is the table
			return nil
		case strings.HasPrefix(filepath.ToSlash(path), "daytest/"): // presses them, in tests
			return nil
		case strings.HasPrefix(filepath.ToSlash(path), "notes/"), strings.HasPrefix(filepath.ToSlash(path), "figure/"):
			return nil // is read on paper, where there are none
		case filepath.ToSlash(path) == "clipboard/picture.go": // commands other programs
			return nil
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, path, nil, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch x := n.(type) {
			case *ast.ImportSpec:
				return false
			case *ast.BasicLit:
				if s, err := strconv.Unquote(x.Value); err == nil && x.Kind == token.STRING && namesOfKeys.MatchString(s) {
					t.Errorf("%s: %q tells a key that is no Key", set.Position(x.Pos()), s)
				}
			case *ast.CallExpr:
				if at, ok := takers[calledIn("control", x)]; ok && at < len(x.Args) {
					if s, written := literal(x.Args[at]); written && s != "" {
						t.Errorf("%s: %q is given as a key, and is no Key", set.Position(x.Pos()), s)
					}
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// keyTakers are the functions of the controls that show a key, and at which place it is given to them.
func keyTakers(t *testing.T) map[string]int {
	t.Helper()
	files, err := filepath.Glob("control/*.go")
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]int{}
	for _, name := range files {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range file.Decls {
			f, ok := d.(*ast.FuncDecl)
			if !ok || f.Recv != nil {
				continue
			}
			at := 0
			for _, field := range f.Type.Params.List {
				for _, param := range field.Names {
					if param.Name == "key" {
						found[f.Name.Name] = at
					}
					at++
				}
			}
		}
	}
	if len(found) < 5 {
		t.Fatalf("only %v show keys", found)
	}
	return found
}

// calledIn is the name of the function of a package that a call calls, or "".
func calledIn(pkg string, call *ast.CallExpr) string {
	f, _ := call.Fun.(*ast.SelectorExpr)
	if f == nil {
		return ""
	}
	if of, _ := f.X.(*ast.Ident); of == nil || of.Name != pkg {
		return ""
	}
	return f.Sel.Name
}

// A translation says what English says, filled with the same keys.
func TestNoKeyIsWrittenInATranslation(t *testing.T) {
	fyne := textsOf(t, foldersOfFyne(t)...)
	for _, name := range translations(t) {
		for key, value := range translation(t, name) {
			if strings.HasPrefix(key, "key.") || fyne[key] {
				continue
			}
			for _, text := range formsOf(value) {
				if namesOfKeys.MatchString(text) {
					t.Errorf("%s: %q tells a key", name, text)
				}
			}
		}
	}
}
