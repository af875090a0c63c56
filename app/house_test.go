package app

import (
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"standpoint/app/desk"
)

// house is what docs/architecture.md draws: packages by the names of their boxes, and who knows whom.
type house struct {
	boxes  map[string]string   // the package of a box
	groups map[string][]string // the boxes within one that holds others
	knows  map[string][]string // packages, by the package that knows them
}

var (
	boxLine   = regexp.MustCompile(`^(\w+)\["([^"<]+)`)
	groupLine = regexp.MustCompile(`^subgraph (\w+)`)
)

// readHouse reads the picture.
func readHouse(t *testing.T) house {
	t.Helper()
	page, err := os.ReadFile("../docs/architecture.md")
	if err != nil {
		t.Fatal(err)
	}
	_, picture, _ := strings.Cut(string(page), "flowchart TD\n")
	picture, _, _ = strings.Cut(picture, "```")
	h := house{map[string]string{}, map[string][]string{}, map[string][]string{}}
	var within []string
	for line := range strings.Lines(picture) {
		line = strings.TrimSpace(line)
		if found := groupLine.FindStringSubmatch(line); found != nil {
			within = append(within, found[1])
		} else if line == "end" {
			within = within[:len(within)-1]
		} else if found := boxLine.FindStringSubmatch(line); found != nil {
			h.boxes[found[1]] = found[2]
			for _, group := range within {
				h.groups[group] = append(h.groups[group], found[1])
			}
		} else {
			h.arrows(line)
		}
	}
	return h
}

// arrows reads a line such as “a & b --> c --> d”.
func (h house) arrows(line string) {
	parts := strings.Split(line, "-->")
	for i := range len(parts) - 1 {
		for _, from := range h.packages(parts[i]) {
			h.knows[from] = append(h.knows[from], h.packages(parts[i+1])...)
		}
	}
}

func (h house) packages(boxes string) (all []string) {
	for box := range strings.SplitSeq(boxes, "&") {
		box = strings.TrimSpace(box)
		if group, is := h.groups[box]; is {
			for _, b := range group {
				all = append(all, h.boxes[b])
			}
			continue
		}
		all = append(all, h.boxes[box])
	}
	return all
}

// reaches reports whether one package knows another, through whomever.
func (h house) reaches(from, to string) bool {
	seen := map[string]bool{}
	var walk func(string) bool
	walk = func(at string) bool {
		if at == to {
			return true
		}
		seen[at] = true
		return slices.ContainsFunc(h.knows[at], func(next string) bool { return !seen[next] && walk(next) })
	}
	return walk(from)
}

// imports are the packages of this module that each imports, on whatever system, but for its tests.
func imports(t *testing.T) map[string]map[string]bool {
	t.Helper()
	all := map[string]map[string]bool{}
	err := filepath.WalkDir("..", func(file string, _ fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(file) != ".go" || strings.HasSuffix(file, "_test.go") {
			return err
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		from := strings.TrimPrefix(path.Dir(filepath.ToSlash(file)), "../")
		if all[from] == nil {
			all[from] = map[string]bool{}
		}
		for _, i := range parsed.Imports {
			if to, ours := strings.CutPrefix(strings.Trim(i.Path.Value, `"`), "standpoint/"); ours {
				all[from][to] = true
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// isAside reports whether a package is no part of the programs: what tests are made with, and what makes files of the project.
func isAside(pkg string) bool {
	return strings.HasSuffix(pkg, "test") || pkg == "assets" || path.Dir(pkg) == "assets" || slices.Contains([]string{
		"cmd/internal/bench", "cmd/internal/datewords", "cmd/internal/demo", "cmd/internal/eval", "cmd/internal/licences", "app/suggest/gold",
		"cmd/internal/tagger",
	}, pkg)
}

// room is the package that a package within it belongs to, as the layout of a text belongs to the view of it.
func (h house) room(pkg string) string {
	for !slices.Contains(slices.Collect(maps.Values(h.boxes)), pkg) {
		above, _, within := strings.Cut(pkg, "/internal/")
		if !within {
			return pkg
		}
		pkg = above
	}
	return pkg
}

func TestTheHouseIsDrawnAsItStands(t *testing.T) {
	h, all := readHouse(t), imports(t)
	if len(h.boxes) < 30 || len(h.knows) < 25 {
		t.Fatalf("only %d packages were read, %d of them with arrows", len(h.boxes), len(h.knows))
	}
	direct := map[string]map[string]bool{}
	for pkg, known := range all {
		if isAside(pkg) {
			continue
		}
		from := h.room(pkg)
		if !slices.Contains(slices.Collect(maps.Values(h.boxes)), from) {
			t.Errorf("%s is not drawn", pkg)
		}
		for to := range known {
			if isAside(to) {
				continue
			}
			to = h.room(to)
			if direct[from] == nil {
				direct[from] = map[string]bool{}
			}
			direct[from][to] = true
			if !h.reaches(from, to) {
				t.Errorf("%s imports %s, and no arrow leads there", from, to)
			}
		}
	}
	for from, known := range h.knows {
		for _, to := range known {
			if !direct[from][to] {
				t.Errorf("an arrow leads from %s to %s, which it does not import", from, to)
			}
		}
	}
}

// A rule of the linter says of each package whom it may import.
func TestEveryPackageHasARuleOfWhomItMayImport(t *testing.T) {
	rules, err := os.ReadFile("../.golangci.yml")
	if err != nil {
		t.Fatal(err)
	}
	_, list, _ := strings.Cut(string(rules), "    depguard:")
	for pkg := range imports(t) {
		if !strings.Contains(list, `files: ["**/`+pkg+`/*.go"`) && !hasRuleForAllWithin(list, pkg) {
			t.Errorf("%s has none", pkg)
		}
	}
}

// hasRuleForAllWithin reports whether a rule is for a package and all below it, or for all below one above it.
func hasRuleForAllWithin(rules, pkg string) bool {
	for ; pkg != "."; pkg = path.Dir(pkg) {
		if strings.Contains(rules, `files: ["**/`+pkg+`/**"`) {
			return true
		}
	}
	return false
}

// App composes; what the window does stands in types of its own.
func TestTheWindowHasFewMethodsOfItsOwn(t *testing.T) {
	const most = 60
	n := 0
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		source, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		n += strings.Count(string(source), "\nfunc (a *App) ")
	}
	if n == 0 || n >= most {
		t.Errorf("App has %d methods, and should have fewer than %d", n, most)
	}
}

// App is what the views ask things of, and has what they sit at embedded, which has it embedded in turn: a method that App did not have
// itself would be found there, and call itself for ever.
func TestTheWindowAnswersItsViewsItself(t *testing.T) {
	source, err := os.ReadFile("host.go")
	if err != nil {
		t.Fatal(err)
	}
	host := reflect.TypeFor[desk.Host]()
	for i := range host.NumMethod() {
		if name := host.Method(i).Name; !strings.Contains(string(source), "\nfunc (a *App) "+name+"(") {
			t.Errorf("host.go has no method %s of App", name)
		}
	}
}
