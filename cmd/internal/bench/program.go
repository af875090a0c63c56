package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"strings"

	"standpoint/store/storetest"
)

// program is a built program with the benchmarks of a package.
type program struct {
	pkg    string // its import path
	folder string // of the package, in which it runs
	file   string
}

// build builds the programs of those packages that have such benchmarks, in the order in which go lists them, and puts them in the folder:
// the programs of the others, which are most, would take longer to build than these.
func build(ctx context.Context, o options, folder string) ([]program, error) {
	match, err := regexp.Compile(o.match)
	if err != nil {
		return nil, fmt.Errorf("which benchmarks: %w", err)
	}
	format := "{{.ImportPath}}\t{{.Dir}}{{range .TestGoFiles}}\t{{.}}{{end}}{{range .XTestGoFiles}}\t{{.}}{{end}}"
	listed, err := goPrints(ctx, append([]string{"list", "-tags", o.tags, "-f", format}, o.packages...)...)
	if err != nil {
		return nil, err
	}
	var programs []program
	for line := range strings.Lines(listed) {
		fields := strings.Split(strings.TrimSpace(line), "\t")
		p := program{pkg: fields[0], folder: fields[1]}
		has, err := p.measures(fields[2:], match)
		if err != nil {
			return nil, err
		}
		if has {
			programs = append(programs, p)
		}
	}
	return programs, compile(ctx, o, folder, programs)
}

var benchmark = regexp.MustCompile(`(?m)^func Benchmark(\w*)\(`)

// measures reports whether one of the files has a benchmark that may match. A pattern with a slash is of parts of benchmarks, too, which
// only the program itself knows.
func (p *program) measures(files []string, match *regexp.Regexp) (bool, error) {
	for _, name := range files {
		source, err := os.ReadFile(filepath.Join(p.folder, name))
		if err != nil {
			return false, err
		}
		for _, found := range benchmark.FindAllSubmatch(source, -1) {
			if strings.Contains(match.String(), "/") || match.Match(found[0][len("func "):len(found[0])-1]) {
				return true, nil
			}
		}
	}
	return false, nil
}

// compile has go build the programs, as many at once as it can: all whose packages have different names.
func compile(ctx context.Context, o options, folder string, programs []program) error {
	type round struct {
		folder string
		pkgs   []string
	}
	var rounds []round
	seen := map[string]int{}
	for i := range programs {
		p := &programs[i]
		name := path.Base(p.pkg)
		n := seen[name]
		seen[name]++
		if n == len(rounds) {
			rounds = append(rounds, round{folder: filepath.Join(folder, fmt.Sprint("programs", n)) + string(filepath.Separator)})
		}
		rounds[n].pkgs = append(rounds[n].pkgs, p.pkg)
		p.file = filepath.Join(rounds[n].folder, name+".test")
		if runtime.GOOS == "windows" {
			p.file += ".exe"
		}
	}
	for _, r := range rounds {
		// As go test builds them: what a debugger needs is left out, which takes long to write.
		args := append([]string{"test", "-c", "-vet=off", "-ldflags=-s -w", "-tags", o.tags, "-o", r.folder}, r.pkgs...)
		if _, err := goPrints(ctx, args...); err != nil {
			return err
		}
	}
	return nil
}

// goPrints is what go prints.
func goPrints(ctx context.Context, args ...string) (string, error) {
	cmd := exec.CommandContext(ctx, "go", args...)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("build the benchmarks: %w", err)
	}
	return string(out), nil
}

// run runs the benchmarks of a package and hands what they print to the results, and to progress what they say beside it.
func (p *program) run(ctx context.Context, o options, fixtures string, r *results, progress io.Writer) error {
	cmd := exec.CommandContext(ctx, p.file, "-test.run", "^$", "-test.bench", o.match, "-test.benchmem",
		"-test.count", strconv.Itoa(o.count), "-test.benchtime", o.time)
	cmd.Dir = p.folder
	cmd.Env = append(os.Environ(), storetest.FixturesVariable+"="+fixtures)
	cmd.Stderr = progress
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		return fmt.Errorf("run the benchmarks of %s: %w", p.pkg, err)
	}
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("run the benchmarks of %s: %w", p.pkg, err)
	}
	lines := bufio.NewScanner(stdout)
	for lines.Scan() {
		if !r.add(lines.Text()) && !known(lines.Text()) {
			fmt.Fprintln(progress, lines.Text())
		}
	}
	r.finish()
	if err := cmd.Wait(); err != nil {
		return fmt.Errorf("a benchmark of %s failed, see above: %w", p.pkg, err)
	}
	return lines.Err()
}
