package app

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// Languages bend words to their place in a sentence and order them in their own way, so a sentence that is put together
// from translated pieces is wrong in most of them. What stands apart, as with a dot between, is no sentence.
func TestNoSentenceIsGluedFromTranslatedPieces(t *testing.T) {
	for _, s := range gluedIn(sourcesOf(t)) {
		t.Error(s)
	}
}

func TestGlueIsFound(t *testing.T) {
	const head = "package p\n"
	for source, glued := range map[string]bool{
		`func f() string { return lang.L("Undo") + " " + title }`:                                                            true,
		`func f() string { return title + ": " + lang.L("Undo") }`:                                                           true,
		`func f() string { return words.Sentence("%s added", words.Counted(3, "{{.Count}} row")) }`:                          true,
		`func word() string { return lang.L("actor") }; func f() string { return words.Sentence("Add %s", word()) }`:         true,
		`func f() string { kind := lang.L("actor"); return fmt.Sprintf("new %s", kind) }`:                                    true,
		`func f() string { s := "a"; s += " " + lang.L("b"); return s }`:                                                     true,
		`func f() string { return strings.ToLower(lang.L("Actor")) }`:                                                        true,
		`func f() string { return lang.X("k", "{{.A}}", map[string]any{"A": lang.L("b")}) }`:                                 true,
		`func f() string { return fmt.Sprint("new ", lang.L("actor")) }`:                                                     true,
		`func f() string { return strings.Join([]string{lang.L("new"), name}, " ") }`:                                        true,
		`func f() string { var s []string; s = append(s, lang.L("new")); return strings.Join(s, " ") }`:                      true,
		`func f() { var b strings.Builder; b.WriteString(lang.L("new")) }`:                                                   true,
		`var actor = lang.L("actor"); func f() string { return words.Sentence("Add %s", actor) }`:                            true,
		`func two() (string, bool) { return lang.L("a"), true }; func f() string { return fmt.Sprint("b ", two()) }`:         true,
		`func f() error { return say.Of("%s is gone", lang.L("actor")) }`:                                                    true,
		`func Title() string { return words.Sentence("Add %s", lang.L("actor")) }`:                                           true,
		`func String() string { return words.Sentence("Add %s", words.Kind(k)) }; func Kind() string { return lang.L("a") }`: true,
		`func f() string { return strings.Join([]string{lang.L("A."), name}, "\n") }`:                                        false,
		`func f() string { return lang.L("a") + " · " + title }`:                                                             false,
		`func f() string { return words.Sentence("by %s", name) }`:                                                           false,
		`func f() string { return words.Sentence("on %s", words.Date(d)) }`:                                                  false,
		`func f() string { return words.Together(lang.L("A."), words.Sentence("B %s.", name)) }`:                             false,
	} {
		files := token.NewFileSet()
		file, err := parser.ParseFile(files, "p.go", head+source, 0)
		if err != nil {
			t.Fatal(err)
		}
		if found := gluedIn(sources{files, []*ast.File{file}}); (len(found) > 0) != glued {
			t.Errorf("%s: found %q", source, found)
		}
	}
}

type sources struct {
	at    *token.FileSet
	files []*ast.File
}

// sourcesOf are those of this package and of all below it.
func sourcesOf(t *testing.T) sources {
	t.Helper()
	s := sources{at: token.NewFileSet()}
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(s.at, path, nil, 0)
		s.files = append(s.files, file)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// translating are the functions that translate a text.
var translating = []string{"Sentence", "Counted"} // and those of lang

// fitting are functions whose words stand in any sentence as they are: names, dates, keys, whole sentences.
var fitting = []string{
	"words.Joined", "words.Either", "words.inARow", "words.Together", "words.Date", "words.Day", "words.Days", "words.Period", "words.Moment",
	"words.MomentToSecond",
	"desk.keyLabel", "desk.String",
	"words.Title", "app.undoTitle", "app.redoTitle", // names of actions, behind a colon
	"words.InMenu", "words.Advice", "words.Told", // an entry as the menu has it, and whole sentences
}

// gluer looks for translated words that are put into other texts.
type gluer struct {
	pkg   string          // of the file that is looked at
	words map[string]bool // functions and variables of packages that give such words
	local map[any]bool    // variables, as the parser tells them apart
	found []string
	at    *token.FileSet
}

func gluedIn(s sources) []string {
	g := &gluer{words: map[string]bool{}, local: map[any]bool{}, at: s.at}
	for before := -1; before < len(g.words)+len(g.local); {
		before = len(g.words) + len(g.local)
		for _, f := range s.files {
			g.pkg = f.Name.Name
			ast.Inspect(f, g.learn)
		}
	}
	for _, f := range s.files {
		g.pkg = f.Name.Name
		ast.Inspect(f, g.look)
	}
	return g.found
}

// learn notes a function that returns words, and a variable that has some.
func (g *gluer) learn(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.FuncDecl:
		if n.Body == nil || g.fits(n) {
			return false
		}
		ast.Inspect(n.Body, func(inner ast.Node) bool {
			if r, ok := inner.(*ast.ReturnStmt); ok && slices.ContainsFunc(r.Results, g.isWord) {
				g.words[n.Name.Name] = true
			}
			_, nested := inner.(*ast.FuncLit)
			return !nested
		})
	case *ast.ValueSpec:
		for i, name := range n.Names {
			if i < len(n.Values) && g.isWord(n.Values[i]) {
				g.local[name.Obj] = true
			}
		}
	case *ast.AssignStmt:
		for i, left := range n.Lhs {
			if name, ok := left.(*ast.Ident); ok && name.Obj != nil && i < len(n.Rhs) && len(n.Lhs) == len(n.Rhs) && g.isWord(n.Rhs[i]) &&
				(isAppend(n.Rhs[i]) || !mentions(n.Rhs[i], name.Obj)) {
				g.local[name.Obj] = true
			}
		}
	}
	return true
}

// fits reports whether a function gives words that stand in any sentence.
func (g *gluer) fits(f *ast.FuncDecl) bool { return slices.Contains(fitting, g.pkg+"."+f.Name.Name) }

func isAppend(e ast.Expr) bool {
	c, ok := e.(*ast.CallExpr)
	return ok && calledName(c) == "append"
}

// mentions reports whether an expression has a variable in it, as where a text is set anew from what it was.
func mentions(e ast.Expr, variable any) (found bool) {
	ast.Inspect(e, func(n ast.Node) bool {
		name, ok := n.(*ast.Ident)
		found = found || ok && name.Obj != nil && any(name.Obj) == variable
		return true
	})
	return found
}

// isWord reports whether an expression is a translated text.
func (g *gluer) isWord(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.CallExpr:
		name := calledName(e)
		if name == "append" {
			return slices.ContainsFunc(e.Args, g.isWord)
		}
		return slices.Contains(translating, name) && len(e.Args) > 0 || g.words[name] || isTranslating(e)
	case *ast.Ident:
		return e.Obj != nil && g.local[e.Obj]
	case *ast.BinaryExpr:
		return e.Op == token.ADD && (g.isWord(e.X) || g.isWord(e.Y))
	case *ast.ParenExpr:
		return g.isWord(e.X)
	}
	return false
}

// isTranslating reports whether a call is one of Fyne's translations.
func isTranslating(c *ast.CallExpr) bool {
	f, ok := c.Fun.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	of, ok := f.X.(*ast.Ident)
	return ok && of.Name == "lang" && !strings.HasPrefix(f.Sel.Name, "Add")
}

func (g *gluer) look(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.FuncDecl:
		return !g.fits(n)
	case *ast.BinaryExpr:
		if n.Op == token.ADD {
			g.lookAtParts(parts(n))
			return false
		}
	case *ast.AssignStmt:
		if n.Tok == token.ADD_ASSIGN {
			g.lookAtParts(append([]ast.Expr{n.Lhs[0]}, parts(n.Rhs[0])...))
			return false
		}
	case *ast.CallExpr:
		g.lookAtCall(n)
	case *ast.KeyValueExpr:
		if key, ok := n.Key.(*ast.BasicLit); ok && key.Kind == token.STRING && g.isWord(n.Value) {
			g.report(n.Value, "translated words are a value of a text")
		}
	}
	return true
}

func (g *gluer) lookAtCall(c *ast.CallExpr) {
	name, from := calledName(c), 1
	switch name {
	case "Counted":
		from = 2
	case "Sentence", "Sprintf", "Errorf", "Of":
	case "ToLower", "ToUpper", "Sprint", "Sprintln", "WriteString":
		from = 0
	case "Join":
		g.lookAtJoin(c)
		return
	default:
		return
	}
	for i := from; i < len(c.Args); i++ {
		if g.isWord(c.Args[i]) {
			g.report(c.Args[i], "translated words are put into a text by "+name)
		}
	}
}

// lookAtJoin finds translated words that are joined by what does not set them apart.
func (g *gluer) lookAtJoin(c *ast.CallExpr) {
	if len(c.Args) != 2 || isApart(c.Args[1]) {
		return
	}
	if list, ok := c.Args[0].(*ast.CompositeLit); ok && slices.ContainsFunc(list.Elts, g.isWord) || g.isWord(c.Args[0]) {
		g.report(c, "translated words are joined")
	}
}

// apart is what may stand between translated words and others: it begins another thing, is a sign before a sentence, or the end of a
// file's name.
var apart = regexp.MustCompile(`·|\n|^\s{2,}$|^[=!] $|^\.\w+$`)

// lookAtParts finds translated words beside others in what is added up.
func (g *gluer) lookAtParts(all []ast.Expr) {
	for i, part := range all {
		ast.Inspect(part, g.look)
		if !g.isWord(part) {
			continue
		}
		for _, beside := range []int{i - 1, i + 1} {
			if beside >= 0 && beside < len(all) && !isApart(all[beside]) {
				g.report(part, "translated words are added to others")
			}
		}
	}
}

func isApart(e ast.Expr) bool {
	if name, ok := e.(*ast.SelectorExpr); ok && name.Sel.Name == "Extension" {
		return true
	}
	text, ok := e.(*ast.BasicLit)
	if !ok {
		return false
	}
	s, err := strconv.Unquote(text.Value)
	return err == nil && apart.MatchString(s)
}

func (g *gluer) report(e ast.Expr, what string) {
	g.found = append(g.found, g.at.Position(e.Pos()).String()+": "+what)
}

// parts are what an expression adds up.
func parts(e ast.Expr) []ast.Expr {
	if sum, ok := e.(*ast.BinaryExpr); ok && sum.Op == token.ADD {
		return append(parts(sum.X), parts(sum.Y)...)
	}
	return []ast.Expr{e}
}

func calledName(c *ast.CallExpr) string {
	switch f := c.Fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		return f.Sel.Name
	}
	return ""
}
