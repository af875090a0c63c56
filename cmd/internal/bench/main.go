// Command bench runs the benchmarks of the given packages, of all without
// arguments, and prints the median of each, as soon as it is known, beside a fixed
// calibration loop, so that figures of two machines can be compared.
package main

import (
	"context"
	"crypto/sha256"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"regexp"
	"runtime/debug"
	"slices"
	"time"

	"standpoint/store/storetest"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	var o options
	flag.IntVar(&o.count, "count", 3, "how often each benchmark runs")
	flag.StringVar(&o.time, "time", "100ms", "how long one run takes at least")
	flag.StringVar(&o.tags, "tags", "ci", "build tags; ci,window adds the real window's")
	flag.StringVar(&o.match, "match", ".", "which benchmarks, a regular expression")
	flag.StringVar(&o.keep, "keep", "", "the folder in which the projects that are measured are kept for the next time; none if empty")
	flag.Parse()
	if o.packages = flag.Args(); len(o.packages) == 0 {
		o.packages = []string{"./..."}
	}
	err := run(ctx, o, os.Stdout, os.Stderr)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

type options struct {
	count             int
	time, tags, match string
	keep              string
	packages          []string
}

// whole reports whether all benchmarks are run.
func (o *options) whole() bool { return o.match == "." && slices.Equal(o.packages, []string{"./..."}) }

// run prints the table on out, a line when its benchmark is done, and on progress what
// goes wrong.
func run(ctx context.Context, o options, out, progress io.Writer) error {
	start := time.Now()
	folder, err := os.MkdirTemp("", "standpoint-bench-")
	if err != nil {
		return fmt.Errorf("make a folder for the programs that measure: %w", err)
	}
	defer func() { _ = os.RemoveAll(folder) }() // what is left, the system sweeps
	fixtures, err := o.fixtures(ctx, folder)
	if err != nil {
		return fmt.Errorf("make a folder for the projects that are measured: %w", err)
	}
	before := measure(o.count)
	t := table{out: out, loop: median(before)}
	t.head(before)
	programs, err := prepare(ctx, o, folder, fixtures)
	if err != nil {
		return err
	}
	t.note("the benchmarks are built after " + time.Since(start).Round(time.Second).String())
	r := results{count: o.count, done: t.row}
	for _, p := range programs {
		err = errors.Join(err, p.run(ctx, o, fixtures, &r, progress))
	}
	// Before and after: a machine that slowed down shows.
	t.calibration("the calibration loop, after "+time.Since(start).Round(time.Second).String(), measure(o.count))
	return err
}

// fixtures is the folder of the projects that are measured. They are kept as long as the code is the same that fills them, of which go has
// an id: those that other code filled are removed.
func (o *options) fixtures(ctx context.Context, folder string) (string, error) {
	if o.keep == "" {
		return folder, nil
	}
	id, err := goPrints(ctx, "list", "-export", "-tags", o.tags, "-f", "{{.BuildID}}", "standpoint/store/storetest")
	if err != nil {
		return "", err
	}
	keep, err := filepath.Abs(o.keep)
	if err != nil {
		return "", err
	}
	return keptFor(keep, id)
}

// ofFixtures is the name of a folder of projects that were kept.
var ofFixtures = regexp.MustCompile(`^projects-[0-9a-f]{16}$`)

// keptFor makes the folder of the projects that the code of that id fills, and removes those of other code.
func keptFor(keep, id string) (string, error) {
	name := "projects-" + fmt.Sprintf("%x", sha256.Sum256([]byte(id)))[:16]
	others, _ := os.ReadDir(keep) // there are none before the first time
	for _, other := range others {
		if other.Name() != name && ofFixtures.MatchString(other.Name()) {
			if err := os.RemoveAll(filepath.Join(keep, other.Name())); err != nil {
				return "", err
			}
		}
	}
	fixtures := filepath.Join(keep, name)
	return fixtures, os.MkdirAll(fixtures, 0o700)
}

// prepare builds the programs of the benchmarks. Meanwhile, if all are to be run, it fills the large projects that several of them
// measure, unless they were kept. From then on nothing else is done beside what is measured.
func prepare(ctx context.Context, o options, folder, fixtures string) ([]program, error) {
	filled := make(chan error, 1)
	go func() {
		if !o.whole() {
			filled <- nil // those that are asked for are filled then
			return
		}
		filled <- storetest.MakeLarge(ctx, fixtures)
		debug.FreeOSMemory()
	}()
	programs, err := build(ctx, o, folder)
	return programs, errors.Join(err, <-filled)
}
