package app

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"standpoint/store"
)

// sentences are those that the program says by package say, by their English formats: one form, or two if it hangs on a number.
type sentences map[string][]string

// A function that takes a sentence says so by the name of the parameter.
var formatNames = map[string]bool{"format": true, "one": true, "many": true}

// sentencesOf reads the source below the folders, and finds what is passed as a sentence. It complains of what is put together
// only when the program runs, as nobody can translate that.
func sentencesOf(t *testing.T, folders ...string) sentences {
	t.Helper()
	all := map[string][]*ast.File{} // by folder
	set := token.NewFileSet()
	for _, root := range folders {
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			file, err := parser.ParseFile(set, path, nil, 0)
			all[filepath.ToSlash(filepath.Dir(path))] = append(all[filepath.ToSlash(filepath.Dir(path))], file)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	found := sentences{}
	exported := map[string][]int{} // where functions take a sentence, by package and name
	for _, files := range all {
		for name, at := range takers(files) {
			exported[files[0].Name.Name+"."+name] = at
		}
	}
	for _, files := range all {
		own := takers(files)
		for _, file := range files {
			ast.Inspect(file, func(n ast.Node) bool {
				if call, ok := n.(*ast.CallExpr); ok {
					found.add(t, set, call, own, exported)
				}
				return true
			})
		}
	}
	return found
}

// takers finds the functions of a package that take sentences, and at which places. It leaves out those that only print.
func takers(files []*ast.File) map[string][]int {
	found := map[string][]int{}
	for _, file := range files {
		for _, d := range file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok {
				if at := formatsOf(f.Type); len(at) > 0 {
					found[f.Name.Name] = at
				}
			}
		}
	}
	return found
}

func formatsOf(f *ast.FuncType) (at []int) {
	i := 0
	for _, field := range f.Params.List {
		kind, _ := field.Type.(*ast.Ident)
		for _, name := range field.Names {
			if kind != nil && kind.Name == "string" && formatNames[name.Name] {
				at = append(at, i)
			}
			i++
		}
	}
	return at
}

func (s sentences) add(t *testing.T, set *token.FileSet, call *ast.CallExpr, own, exported map[string][]int) {
	t.Helper()
	var at []int
	switch f := call.Fun.(type) {
	case *ast.Ident:
		at = own[f.Name]
	case *ast.SelectorExpr:
		pkg, _ := f.X.(*ast.Ident)
		if pkg != nil && exported[pkg.Name+"."+f.Sel.Name] != nil {
			at = exported[pkg.Name+"."+f.Sel.Name]
		} else if pkg == nil || pkg.Obj != nil || pkg.Name != "fmt" {
			at = own[f.Sel.Name]
		}
	}
	var forms []string
	for _, i := range at {
		if i >= len(call.Args) {
			return // another function of that name
		}
		if isPassedOn(call.Args[i]) {
			return
		}
		text, ok := literal(call.Args[i])
		if !ok {
			t.Errorf("%s: a sentence is put together when the program runs", set.Position(call.Args[i].Pos()))
			return
		}
		forms = append(forms, text)
	}
	if len(forms) > 0 {
		s[forms[len(forms)-1]] = forms
	}
}

// isPassedOn reports whether a sentence is one that the function was given, or that its receiver keeps.
func isPassedOn(e ast.Expr) bool {
	switch x := e.(type) {
	case *ast.Ident:
		return formatNames[x.Name]
	case *ast.SelectorExpr:
		return formatNames[x.Sel.Name]
	}
	return false
}

// literal is the text of an expression that is written out, in one piece or several.
func literal(e ast.Expr) (string, bool) {
	switch x := e.(type) {
	case *ast.BasicLit:
		s, err := strconv.Unquote(x.Value)
		return s, x.Kind == token.STRING && err == nil
	case *ast.BinaryExpr:
		a, ok := literal(x.X)
		b, also := literal(x.Y)
		return a + b, x.Op == token.ADD && ok && also
	}
	return "", false
}

// An error whose words are the program's own is made by package say, or it is told in English in every window. What only passes on
// what SQLite or the system says has no words of its own; an error that is compared, and never told, is a variable.
func TestNoErrorIsMadeThatOnlyEnglishCanTell(t *testing.T) {
	set := token.NewFileSet()
	for _, root := range []string{".", "../store"} {
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case d.IsDir() && slices.Contains([]string{"say", "journal", "storetest", "gold"}, d.Name()):
				return fs.SkipDir // they cannot know sentences, or serve tests and those who develop
			case !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go"):
				return nil
			}
			file, err := parser.ParseFile(set, path, nil, 0)
			if err != nil {
				return err
			}
			for _, d := range file.Decls {
				ast.Inspect(d, func(n ast.Node) bool {
					if call, ok := n.(*ast.CallExpr); ok && isEnglishError(call) && !isVariable(d) {
						t.Errorf("%s: nobody can translate this error: make it with package say", set.Position(call.Pos()))
					}
					return true
				})
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// untranslatable are the errors of reading the translations themselves.
var untranslatable = []string{"read the translations: %w", "read the texts in %s: %w"}

// isEnglishError reports whether a call makes an error with words of its own.
func isEnglishError(call *ast.CallExpr) bool {
	f, _ := call.Fun.(*ast.SelectorExpr)
	if f == nil || len(call.Args) == 0 {
		return false
	}
	pkg, _ := f.X.(*ast.Ident)
	if pkg == nil || pkg.Name+"."+f.Sel.Name != "fmt.Errorf" && pkg.Name+"."+f.Sel.Name != "errors.New" {
		return false
	}
	text, _ := literal(call.Args[0])
	return strings.ContainsFunc(verbs.ReplaceAllString(text, ""), unicode.IsLetter) && !slices.Contains(untranslatable, text)
}

func isVariable(d ast.Decl) bool {
	g, ok := d.(*ast.GenDecl)
	return ok && g.Tok == token.VAR
}

// wordsInSentences are the names that stand by themselves in sentences: of kinds of rows, of roles, and of fields with words.
func wordsInSentences(t *testing.T) []string {
	t.Helper()
	var words []string
	files, err := filepath.Glob("../store/*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch x := n.(type) {
			case *ast.ValueSpec:
				words = append(words, namedBy(x)...)
			case *ast.Field:
				if x.Tag != nil {
					tag := reflect.StructTag(strings.Trim(x.Tag.Value, "`"))
					if tag.Get("words") != "" {
						words = append(words, tag.Get("field"))
					}
				}
			}
			return true
		})
	}
	return words
}

// namedBy is the word for a constant that is a kind of row or a role.
func namedBy(c *ast.ValueSpec) []string {
	kind, _ := c.Type.(*ast.Ident)
	if kind == nil || len(c.Values) != 1 {
		return nil
	}
	word, ok := literal(c.Values[0])
	switch {
	case ok && kind.Name == "Entity":
		return []string{store.Entity(word).Noun()}
	case ok && kind.Name == "Role":
		return []string{word}
	}
	return nil
}

// formOf lists what fills a text, in the order of what is passed: "s", "d", "{{.Count}}". Another language may set it otherwise.
func formOf(text string) string {
	var filled []string
	next := 1
	for _, m := range verbs.FindAllStringSubmatch(text, -1) {
		switch {
		case m[0] == "%%":
		case m[0][0] == '{':
			filled = append(filled, m[0])
		default:
			if m[1] != "" {
				next, _ = strconv.Atoi(m[1])
			}
			filled = append(filled, fmt.Sprintf("%02d:%s%s", next, m[2], m[3]))
			next++
		}
	}
	slices.Sort(filled)
	return strings.Join(slices.Compact(filled), " ")
}

var verbs = regexp.MustCompile(`%%|\{\{\.\w+\}\}|%(?:\[(\d+)\])?([-+# 0-9.]*)([a-zA-Z])`)
