// Command licences gathers the licences, notices and names of authors of everything that is linked into the programs: of
// Standpoint itself, of the Go standard library, and of each module, also those in its subfolders, which are of the work of
// others within it. Each lies in a folder named after its module, where it lies in that.
//
//	go run ./cmd/internal/licences FOLDER
package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: licences FOLDER")
		os.Exit(2)
	}
	modules, err := linked(context.Background())
	if err == nil {
		err = gather(modules, os.Args[1])
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "licences:", err)
		os.Exit(1)
	}
}

// programs are what is delivered.
var programs = []string{"standpoint/cmd/standpoint", "standpoint/cmd/standpoint-cli"}

const (
	ours     = "standpoint"
	standard = "go" // the name under which the licence of the Go standard library lies
)

// module is something with a licence that is linked into a program.
type module struct{ path, folder string }

// linked lists what is linked into the programs when they are built for the system that the environment names, sorted.
// Variables such as GOOS=windows may be given besides.
func linked(ctx context.Context, environment ...string) ([]module, error) {
	const format = `{{with .Module}}{{.Path}}{{"\t"}}{{.Dir}}{{end}}`
	lines, err := run(ctx, environment, append([]string{"list", "-deps", "-f", format}, programs...)...)
	if err != nil {
		return nil, err
	}
	root, err := run(ctx, environment, "env", "GOROOT")
	if err != nil {
		return nil, err
	}
	list := []module{{standard, strings.TrimSpace(root)}}
	for line := range strings.Lines(lines) {
		path, folder, found := strings.Cut(strings.TrimSpace(line), "\t")
		if m := (module{path, folder}); found && !slices.Contains(list, m) {
			list = append(list, m)
		}
	}
	slices.SortFunc(list, func(a, b module) int { return strings.Compare(a.path, b.path) })
	return list, nil
}

// run asks the go command, as it is when the window is built: with C.
func run(ctx context.Context, environment []string, args ...string) (string, error) {
	cmd := exec.CommandContext(ctx, "go", args...)
	cmd.Env = append(append(os.Environ(), "CGO_ENABLED=1"), environment...)
	var said bytes.Buffer
	cmd.Stderr = &said
	out, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("go %s: %w\n%s", args[0], err, said.Bytes())
	}
	return string(out), nil
}

// gather writes the texts of all modules below a folder.
func gather(modules []module, to string) error {
	for _, m := range modules {
		texts, err := m.texts()
		if err != nil {
			return err
		}
		if len(texts) == 0 {
			return fmt.Errorf("%s has no licence in %s, without which it must not be passed on", m.path, m.folder)
		}
		for name, text := range texts {
			path := filepath.Join(to, filepath.FromSlash(m.path), name)
			if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, text, 0o644)); err != nil {
				return err
			}
		}
	}
	return nil
}

// withinSources is the file for the notices that stand in source files alone.
const withinSources = "notices-in-sources.txt"

var (
	isText = regexp.MustCompile(`(?i)^(un)?licen[sc]e|[-_.]licen[sc]e|^(copying|copyright|notice|patents|authors|ofl)\b`)
	isCode = regexp.MustCompile(`\.(go|c|h|m|s)$`)
	// C that is compiled into a module, and the descriptions that some of it is made from.
	isEmbedded = regexp.MustCompile(`\.(c|h|m|xml)$`)
	notice     = regexp.MustCompile(`(?s)\A\s*/\*.*?\*/|<copyright>.*?</copyright>|/\*\s*\*\* Copyright.*?\*/`)
	grants     = regexp.MustCompile(`(?i)permission|licen[sc]e|public domain`)
)

// texts are the licences within a module by their paths. What its tests work on is not linked.
func (m module) texts() (map[string][]byte, error) {
	texts := map[string][]byte{}
	err := filepath.WalkDir(m.folder, func(path string, d fs.DirEntry, err error) error {
		name := d.Name()
		switch {
		case err != nil:
			return err
		case d.IsDir() && path != m.folder && m.leavesOut(name):
			return filepath.SkipDir
		case !d.Type().IsRegular():
			return nil
		}
		licence, embedded := isText.MatchString(name) && !isCode.MatchString(name), isEmbedded.MatchString(name)
		if !licence && !embedded {
			return nil
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		inside, err := filepath.Rel(m.folder, path)
		if licence {
			texts[inside] = text
			return err
		}
		for _, found := range notice.FindAll(text, -1) {
			if all := texts[withinSources]; grants.Match(found) && !bytes.Contains(all, found) {
				texts[withinSources] = append(append(all, found...), "\n\n"...)
			}
		}
		return err
	})
	return texts, err
}

// leavesOut says of a folder that nothing of it is linked. Of the folder of Go itself that is true of all but the top.
func (m module) leavesOut(folder string) bool {
	return m.path == standard || folder == "testdata" || strings.HasPrefix(folder, ".") || m.path == ours && folder == "build"
}
