// Command bench runs the benchmarks of the given packages, of all without
// arguments, and prints the median of each, as soon as it is known, beside a fixed
// calibration loop, so that figures of two machines can be compared.
package main

import (
	"bufio"
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"strconv"
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
	packages          []string
}

// run prints the table on out, a line when its benchmark is done, and on progress what
// goes wrong.
func run(ctx context.Context, o options, out, progress io.Writer) error {
	start := time.Now()
	fixtures, err := os.MkdirTemp("", "standpoint-bench-")
	if err != nil {
		return fmt.Errorf("make a folder for the projects that are measured: %w", err)
	}
	defer func() { _ = os.RemoveAll(fixtures) }() // what is left, the system sweeps
	before := measure(o.count)
	t := table{out: out, loop: median(before)}
	t.head(before)
	if err := benchmark(ctx, o, fixtures, &t, progress); err != nil {
		return err
	}
	// Before and after: a machine that slowed down shows.
	t.calibration("the calibration loop, after "+time.Since(start).Round(time.Second).String(), measure(o.count))
	return nil
}

// benchmark runs the benchmarks, and hands each to the table when it has run as often
// as it should. Projects that several measure are made once, in the folder fixtures.
func benchmark(ctx context.Context, o options, fixtures string, t *table, progress io.Writer) error {
	args := append([]string{
		"test", "-tags", o.tags, "-run", "^$", "-bench", o.match, "-benchmem",
		"-count", strconv.Itoa(o.count), "-benchtime", o.time, "-timeout", "0",
	}, o.packages...)
	cmd := exec.CommandContext(ctx, "go", args...)
	cmd.Env = append(os.Environ(), storetest.FixturesVariable+"="+fixtures)
	cmd.Stderr = progress
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		return fmt.Errorf("run the benchmarks: %w", err)
	}
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("run the benchmarks: %w", err)
	}
	r := results{count: o.count, done: t.row}
	lines := bufio.NewScanner(stdout)
	for lines.Scan() {
		if !r.add(lines.Text()) && !known(lines.Text()) {
			fmt.Fprintln(progress, lines.Text())
		}
	}
	r.finish()
	if err := cmd.Wait(); err != nil {
		return fmt.Errorf("a benchmark failed, see above: %w", err)
	}
	return lines.Err()
}
