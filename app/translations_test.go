package app

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"standpoint/app/look"
	"standpoint/store"
)

// What a translator is handed must be what the window says: every text of the
// source is in the English file, and nothing else.
func TestEveryTextCanBeTranslated(t *testing.T) {
	english := translation(t, "en.json")
	said := textsOf(t, append(foldersOfTheWindow(t), foldersOfFyne(t)...)...)
	for _, name := range look.Palette() {
		said["colour."+name] = true
	}
	for month := range 12 {
		for _, form := range []string{"date.day.", "date.month.", "date.short."} {
			said[form+strconv.Itoa(month+1)] = true
		}
	}
	for day := range 7 {
		said["date.weekday."+strconv.Itoa(day)] = true
	}
	for _, code := range append(store.TitleCodes(), "of a later version") {
		said[code.English()] = true
	}
	for _, word := range wordsInSentences(t) {
		said["word."+word] = true
	}
	for format, forms := range sentencesOf(t, ".", "../store") {
		said[format] = true
		want := any(format)
		if len(forms) > 1 {
			want = map[string]any{"one": forms[0], "other": format}
		}
		if is, ok := english[format]; ok && !reflect.DeepEqual(is, want) {
			t.Errorf("en.json has %q as %q, want %q", format, is, want)
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

// A sentence that lost what fills it would be told without the name of the file.
func TestATranslationIsFilledWithTheSame(t *testing.T) {
	english := translation(t, "en.json")
	for _, name := range translations(t) {
		other := translation(t, name)
		for key, value := range other {
			like, ok := english[key]
			if !ok {
				t.Errorf("%s has %q, which en.json has not", name, key)
				continue
			}
			for form, text := range formsOf(value) {
				want, ok := formsOf(like)[form]
				if !ok {
					want = formsOf(like)["other"] // a form that English has not
				}
				if formOf(text) != formOf(want) {
					t.Errorf("%s says %q as %q: filled with %q, want %q", name, want, text, formOf(text), formOf(want))
				}
			}
		}
		for key := range english {
			if _, ok := other[key]; !ok {
				t.Errorf("%s lacks %q", name, key)
			}
		}
	}
}

// formsOf is a text by its forms; one that hangs on no number has only the other.
func formsOf(value any) map[string]string {
	forms := map[string]string{}
	if list, ok := value.(map[string]any); ok {
		for form, text := range list {
			forms[form], _ = text.(string)
		}
		return forms
	}
	forms["other"], _ = value.(string)
	return forms
}

func translations(t *testing.T) []string {
	t.Helper()
	names, err := filepath.Glob("../assets/translations/*.json")
	if err != nil {
		t.Fatal(err)
	}
	for i, name := range names {
		names[i] = filepath.Base(name)
	}
	return names
}

func translation(t *testing.T, name string) map[string]any {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("../assets/translations", name))
	if err != nil {
		t.Fatal(err)
	}
	var texts map[string]any
	if err := json.Unmarshal(data, &texts); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return texts
}

// foldersOfTheWindow are those of this package and of all below it.
func foldersOfTheWindow(t *testing.T) []string {
	t.Helper()
	var folders []string
	err := filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() && d.Name() != "testdata" {
			folders = append(folders, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return folders
}

// foldersOfFyne are the parts of Fyne that show texts of their own here: dialogs, the menu of a text field, that of a Mac.
// They are translated along with ours, as Fyne knows only the system's language.
func foldersOfFyne(t *testing.T) []string {
	t.Helper()
	out, err := exec.Command("go", "list", "-f", "{{.Dir}}", "fyne.io/fyne/v2").Output()
	if err != nil {
		t.Fatal(err)
	}
	fyne := strings.TrimSpace(string(out))
	return []string{filepath.Join(fyne, "dialog"), filepath.Join(fyne, "widget"), filepath.Join(fyne, "internal", "driver", "glfw")}
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
	case "L", "X", "Sentence":
	case "Counted":
		at = 1
	default:
		return
	}
	if len(call.Args) <= at {
		return
	}
	if text, ok := literal(call.Args[at]); ok {
		said[text] = true
	}
}
