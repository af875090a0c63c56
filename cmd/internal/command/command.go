// Package command is what Standpoint does without a window: the subcommands that both programs share. It reads the command
// line, opens the project and calls the capability that does the work; messages for people go to standard error, data to
// standard output.
package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"reflect"
	"strings"
	"syscall"

	"github.com/alecthomas/kong"

	"standpoint/cmd/internal/release"
	"standpoint/store"
	"standpoint/store/text"
)

// The exit statuses.
const (
	done   = 0
	failed = 1
	wrong  = 2 // usage
)

// nameOf returns what the program is called by who runs it, with which messages begin and which they advise to run: "standpoint-cli".
func nameOf(path string) string {
	base := path[strings.LastIndexAny(path, `/\`)+1:]
	if name := strings.TrimSuffix(base, ".exe"); name != "" {
		return name
	}
	return "standpoint"
}

// commandLine is the grammar of the command line. docs/commands.md describes it for people.
type commandLine struct {
	New       newCommand       `cmd:"" help:"Make an empty project."`
	Import    importCommand    `cmd:"" help:"Bring articles (files and folders) or a JSON document into a project."`
	List      listCommand      `cmd:"" help:"List what a project holds."`
	Search    searchCommand    `cmd:"" help:"Search titles, texts, quotes, notes and names."`
	Suggest   suggestCommand   `cmd:"" help:"Propose annotations."`
	Export    exportCommand    `cmd:"" help:"Write notes on articles, or the project in a form for programs."`
	Standings standingsCommand `cmd:"" help:"Tell who stands where on which issue."`
	Changes   changesCommand   `cmd:"" help:"Tell whose stance changed, or contradicts itself."`
	Figure    figureCommand    `cmd:"" help:"Draw who stands where: a table, a timeline, a balance or a network."`
	Network   networkCommand   `cmd:"" help:"Write a network of positions: who stands with whom, or on what."`
	Check     checkCommand     `cmd:"" help:"Check that a project is sound."`
	Backup    backupCommand    `cmd:"" help:"Write a checked copy of a project."`
	History   historyCommand   `cmd:"" help:"List what was done in a project, newest first."`
	Merge     mergeCommand     `cmd:"" help:"Bring in what another copy of the project has."`

	Coder   string      `env:"STANDPOINT_CODER" placeholder:"NAME" help:"Who works on the project (default: Analyst)."`
	Help    helpFlag    `short:"h" help:"Show help."`
	Version versionFlag `help:"Show the version and which build it is."`
}

// Main runs the subcommand that args name behind the program, as the system gives them, and returns the exit status: 0 done, 1 failed,
// 2 wrong usage. An interrupt stops it between two transactions.
func Main(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second interrupt ends the program at once
	program, args := nameOf(args[0]), args[1:]
	var line commandLine
	parser, err := kong.New(&line, kong.Name(program), kong.NoDefaultHelp(), kong.Writers(stdout, stderr),
		kong.Description("Who said what, and who stands where, in the article's own words."),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true}), kong.KindMapper(reflect.String, kong.MapperFunc(asGiven)),
		exportFormats(), kong.Vars{
			"listed": "articles,actors,issues,tags,annotations,statements,positions,collections,searches,presets,reports,filters",
		})
	if err != nil {
		fmt.Fprintf(stderr, "%s: %v\n", program, err)
		return failed
	}
	e := &environment{program: program, ctx: ctx, stdin: stdin, stdout: stdout, stderr: stderr}
	parsed, err := parser.Parse(args)
	if errors.Is(err, errShown) {
		return done
	}
	if err != nil {
		e.say("%s: %s. Run “%s --help” to see what there is.", program, withoutNone(err), strings.TrimSpace(program+" "+subcommand(args)))
		return wrong
	}
	e.coder = line.Coder
	return e.report(parsed.Run(e))
}

// withoutNone returns what is wrong with the arguments without the empty value among those that a flag may have: it is that of a flag
// which is left out.
func withoutNone(err error) string {
	return strings.Replace(err.Error(), `must be one of "",`, "must be one of ", 1)
}

// asGiven takes an argument byte for byte: a file's name need not be UTF-8.
func asGiven(ctx *kong.DecodeContext, target reflect.Value) error {
	token, err := ctx.Scan.PopValue("string")
	if err != nil {
		return err
	}
	target.SetString(token.String())
	return nil
}

// IsCommand reports whether name is a subcommand, or asks for help with them or for the version.
func IsCommand(name string) bool {
	if name == "--help" || name == "-h" || name == "--version" {
		return true
	}
	t := reflect.TypeFor[commandLine]()
	for i := range t.NumField() {
		if _, is := t.Field(i).Tag.Lookup("cmd"); is && strings.ToLower(t.Field(i).Name) == name {
			return true
		}
	}
	return false
}

// subcommand returns the first argument if it is a subcommand, else "".
func subcommand(args []string) string {
	if len(args) > 0 && !strings.HasPrefix(args[0], "-") && IsCommand(args[0]) {
		return args[0]
	}
	return ""
}

// errShown ends parsing when help or the version was asked for and has been shown.
var errShown = errors.New("what was asked for was shown")

// helpFlag shows help on standard output.
type helpFlag bool

// BeforeReset implements the hook of kong that runs before anything is checked.
func (helpFlag) BeforeReset(ctx *kong.Context) error {
	if err := ctx.PrintUsage(false); err != nil {
		return err
	}
	return errShown
}

// versionFlag shows the version on standard output.
type versionFlag bool

// BeforeReset implements the hook of kong that runs before anything is checked.
func (versionFlag) BeforeReset(ctx *kong.Context) error {
	if _, err := fmt.Fprintln(ctx.Stdout, release.Line()); err != nil {
		return err
	}
	return errShown
}

// errFailed is returned when all that went wrong has been said.
var errFailed = errors.New("some of it failed")

// environment is what a subcommand works with.
type environment struct {
	program        string          // what it was called by
	ctx            context.Context //nolint:containedctx // it lives as long as one run of a subcommand
	stdin          io.Reader
	stdout, stderr io.Writer
	coder          string
}

// say writes a message for people. What names and titles in it hold does nothing to their terminal.
func (e *environment) say(format string, args ...any) {
	fmt.Fprintln(e.stderr, text.Shown(fmt.Sprintf(format, args...)))
}

// warn says what is wrong with a project's file, though it can be worked with.
func (e *environment) warn(warnings []*store.Error) {
	for _, w := range warnings {
		e.say("%s", w)
	}
}

// complain says what went wrong, each line of it with the name of the program.
func (e *environment) complain(message string) {
	for line := range strings.Lines(message) {
		e.say("%s: %s", e.program, strings.TrimRight(line, "\n"))
	}
}

// report says what went wrong, if anything, and returns the exit status.
func (e *environment) report(err error) int {
	switch {
	case err == nil:
		return done
	case errors.Is(err, errFailed):
	case errors.Is(err, context.Canceled):
		e.complain("Stopped.")
	default:
		e.complain(err.Error())
		if _, usage := errors.AsType[usageError](err); usage {
			return wrong
		}
	}
	return failed
}

// usageError is wrong usage that shows only in what the project holds.
type usageError struct{ error }

// with opens the project, runs fn and closes it again.
func (e *environment) with(path string, readOnly bool, fn func(*store.Project) error) (err error) {
	p, err := store.Open(e.ctx, path, store.Options{Coder: e.coder, ReadOnly: readOnly})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, p.Close()) }()
	e.warn(p.Warnings())
	return fn(p)
}

// projectArg is the project that a subcommand works on.
type projectArg struct {
	Project string `arg:"" help:"The project, a .standpoint file."`
}
