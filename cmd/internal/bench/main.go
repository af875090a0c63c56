// Command bench runs the benchmarks of the given packages, of all without
// arguments, and prints the median of each beside a fixed calibration loop, so
// that figures of two machines can be compared.
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
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	var o options
	flag.IntVar(&o.count, "count", 10, "how often each benchmark runs")
	flag.StringVar(&o.time, "time", "300ms", "how long one run takes at least")
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

// run prints the table on out, and on progress what is being measured.
func run(ctx context.Context, o options, out, progress io.Writer) error {
	calibration := measure(o.count / 2)
	results, err := benchmark(ctx, o, progress)
	if err != nil {
		return err
	}
	// Half before and half after: a machine that slowed down shows.
	calibration = append(calibration, measure(o.count-o.count/2)...)
	return printTable(out, calibration, results)
}

// benchmark runs the benchmarks and gathers their figures, in the order in
// which they ran.
func benchmark(ctx context.Context, o options, progress io.Writer) ([]result, error) {
	args := append([]string{
		"test", "-tags", o.tags, "-run", "^$", "-bench", o.match, "-benchmem",
		"-count", strconv.Itoa(o.count), "-benchtime", o.time, "-timeout", "0",
	}, o.packages...)
	cmd := exec.CommandContext(ctx, "go", args...)
	cmd.Stderr = progress
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		return nil, fmt.Errorf("run the benchmarks: %w", err)
	}
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("run the benchmarks: %w", err)
	}
	var r results
	lines := bufio.NewScanner(stdout)
	for lines.Scan() {
		if r.add(lines.Text()) {
			fmt.Fprintln(progress, "measuring", r.list[len(r.list)-1].name)
		} else if !known(lines.Text()) {
			fmt.Fprintln(progress, lines.Text())
		}
	}
	if err := cmd.Wait(); err != nil {
		return nil, fmt.Errorf("a benchmark failed, see above: %w", err)
	}
	return r.list, lines.Err()
}
