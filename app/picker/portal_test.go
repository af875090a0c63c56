//go:build (linux && !android) || freebsd || netbsd || openbsd

package picker

import (
	"bufio"
	"context"
	"errors"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"
	"github.com/google/go-cmp/cmp"
)

// ample is longer than any of these tests waits for a bus that answers.
const ample = time.Minute

// startBus starts a session bus for the test alone, and makes it that of this process.
func startBus(t *testing.T) {
	t.Helper()
	program, err := exec.LookPath("dbus-daemon")
	if err != nil {
		t.Skip("there is no dbus-daemon here to run a bus of our own")
	}
	folder := t.TempDir()
	settings := filepath.Join(folder, "bus.conf")
	// No folders of services: nothing of the desktop on which the test runs is started.
	written := os.WriteFile(settings, []byte(`<busconfig>
		<type>session</type>
		<listen>unix:dir=`+folder+`</listen>
		<auth>EXTERNAL</auth>
		<policy context="default">
			<allow send_destination="*" eavesdrop="true"/>
			<allow receive_sender="*" eavesdrop="true"/>
			<allow own="*"/>
		</policy>
		</busconfig>`), 0o600)
	if written != nil {
		t.Fatal(written)
	}
	bus := exec.CommandContext(t.Context(), program, "--config-file="+settings, "--nofork", "--print-address")
	printed, err := bus.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := bus.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = bus.Wait() }) // it is ended with the context of the test
	address, err := bufio.NewReader(printed).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", strings.TrimSpace(address))
}

// fakePortal is a portal on the bus of the test. It answers as respond says, after what it was asked is noted.
type fakePortal struct {
	bus     *dbus.Conn
	version uint32
	respond func(f *fakePortal, request dbus.ObjectPath) *dbus.Error

	method, parent, title string
	options               map[string]dbus.Variant
}

// offer puts a portal on the bus.
func (f *fakePortal) offer(t *testing.T) {
	t.Helper()
	bus, err := dbus.ConnectSessionBus()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = bus.Close() })
	f.bus = bus
	if f.version == 0 {
		f.version = 4
	}
	ask := func(method string) func(dbus.Sender, string, string, map[string]dbus.Variant) (dbus.ObjectPath, *dbus.Error) {
		return func(from dbus.Sender, parent, title string, options map[string]dbus.Variant) (dbus.ObjectPath, *dbus.Error) {
			f.method, f.parent, f.title, f.options = method, parent, title, options
			name := strings.ReplaceAll(strings.TrimPrefix(string(from), ":"), ".", "_")
			request := dbus.ObjectPath(portalPath + "/request/" + name + "/" + options["handle_token"].Value().(string))
			return request, f.respond(f, request)
		}
	}
	get := func(string, string) (dbus.Variant, *dbus.Error) { return dbus.MakeVariant(f.version), nil }
	err = errors.Join(
		bus.ExportMethodTable(map[string]any{"OpenFile": ask("OpenFile"), "SaveFile": ask("SaveFile")}, portalPath, portalChooser),
		bus.ExportMethodTable(map[string]any{"Get": get}, portalPath, "org.freedesktop.DBus.Properties"))
	if err != nil {
		t.Fatal(err)
	}
	if got, err := bus.RequestName(portalName, dbus.NameFlagDoNotQueue); err != nil || got != dbus.RequestNameReplyPrimaryOwner {
		t.Fatalf("the name is not ours: %v, %v", got, err)
	}
}

// answers has the dialog end with a status and URIs, before the call that opened it has returned.
func answers(status uint32, uris ...string) func(*fakePortal, dbus.ObjectPath) *dbus.Error {
	return func(f *fakePortal, request dbus.ObjectPath) *dbus.Error {
		if err := f.bus.Emit(request, portalResponse, status, map[string]dbus.Variant{"uris": dbus.MakeVariant(uris)}); err != nil {
			return dbus.MakeFailedError(err)
		}
		return nil
	}
}

// portalWith puts a portal on a bus of the test that answers in that way.
func portalWith(t *testing.T, respond func(*fakePortal, dbus.ObjectPath) *dbus.Error) *fakePortal {
	t.Helper()
	startBus(t)
	f := &fakePortal{respond: respond}
	f.offer(t)
	return f
}

func TestPortalAnswersWithSeveralFiles(t *testing.T) {
	f := portalWith(t, answers(responseSuccess,
		"file:///articles/one%20day.txt", "file:///articles/a+b%2Bc%25.txt", "file:///articles/%D0%9F%23.txt",
		"file://localhost/articles/%FF.txt"))
	paths, err := showInPortal(t.Context(), question{
		Several: true, Title: "Choose the files to import \xff", Folder: []byte("/articles \xff"), Parent: "x11:2a",
		Filters: []Filter{Importable(), EveryFile()},
	}, ample)
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"/articles/one day.txt", "/articles/a+b+c%.txt", "/articles/П#.txt", "/articles/\xff.txt"}; !slices.Equal(paths,
		want) {
		t.Errorf("got %q, want %q", paths, want)
	}
	if f.method != "OpenFile" || f.parent != "x11:2a" || f.title != "Choose the files to import \uFFFD" {
		t.Errorf("asked was %s over %q with the title %q", f.method, f.parent, f.title)
	}
	if f.options["multiple"].Value() != true || f.options["directory"].Value() != false {
		t.Errorf("asked was with %v", f.options)
	}
	if diff := cmp.Diff([]byte("/articles \xff\x00"), f.options["current_folder"].Value()); diff != "" {
		t.Error(diff)
	}
	type rule = []any
	var importable []rule
	for _, ending := range Importable().Extensions {
		importable = append(importable, rule{uint32(0), "*." + ending}, rule{uint32(0), "*." + strings.ToUpper(ending)})
	}
	want := [][]any{
		{Importable().Label, importable},
		{EveryFile().Label, []rule{{uint32(0), "*"}}},
	}
	if diff := cmp.Diff(want, f.options["filters"].Value()); diff != "" {
		t.Error(diff)
	}
}

func TestOptionsHaveTheShapesOfThePortal(t *testing.T) {
	q := question{Name: "talks.md", Folder: []byte("/notes"), Filters: []Filter{Document("Markdown", "md")}}
	_, open := q.portalCall("token")
	q.Save = true
	_, save := q.portalCall("token")
	for name, want := range map[string]string{
		"handle_token": "s", "modal": "b", "current_folder": "ay", "filters": "a(sa(us))", "current_filter": "(sa(us))",
		"multiple": "b", "directory": "b", "current_name": "s",
	} {
		option, ok := open[name]
		if !ok {
			option = save[name]
		}
		if got := option.Signature().String(); got != want {
			t.Errorf("%s is of the shape %s, want %s", name, got, want)
		}
	}
}

func TestPortalIsAskedForANameAndForAFolder(t *testing.T) {
	f := portalWith(t, answers(responseSuccess, "file:///notes/talks.md"))
	if _, err := showInPortal(t.Context(), question{Save: true, Name: "talks.md"}, ample); err != nil {
		t.Fatal(err)
	}
	if f.method != "SaveFile" || f.options["current_name"].Value() != "talks.md" {
		t.Errorf("asked was %s with %v", f.method, f.options)
	}
	if _, err := showInPortal(t.Context(), question{Browse: true}, ample); err != nil {
		t.Fatal(err)
	}
	if f.method != "OpenFile" || f.options["directory"].Value() != true {
		t.Errorf("asked was %s with %v", f.method, f.options)
	}
	f.version = folderSince - 1
	if _, err := showInPortal(t.Context(), question{Browse: true}, ample); !errors.Is(err, errNoPortal) {
		t.Errorf("a portal that knows no folders: %v", err)
	}
}

func TestOnlyTheAnswerOfThatDialogCounts(t *testing.T) {
	portalWith(t, func(f *fakePortal, request dbus.ObjectPath) *dbus.Error {
		// What others are told, on the same bus and with the same shape.
		_ = f.bus.Emit(portalPath, "org.freedesktop.portal.Settings.SettingChanged", "org.freedesktop.appearance", "color-scheme",
			dbus.MakeVariant(uint32(1)))
		_ = f.bus.Emit(portalPath+"/request/1_1/other", portalResponse, uint32(responseGivenUp), map[string]dbus.Variant{})
		return answers(responseSuccess, "file:///right.txt")(f, request)
	})
	paths, err := showInPortal(t.Context(), question{}, ample)
	if err != nil || !slices.Equal(paths, []string{"/right.txt"}) {
		t.Errorf("got %q, %v", paths, err)
	}
}

func TestPortalTellsHowItsDialogEnded(t *testing.T) {
	for _, c := range []struct {
		name    string
		respond func(*fakePortal, dbus.ObjectPath) *dbus.Error
		want    error
	}{
		{"given up", answers(responseGivenUp), ErrGivenUp},
		{"ended in another way", answers(2), errNoPortal},
		{"nothing chosen", answers(responseSuccess), errNoPortal},
		{"on a server", answers(responseSuccess, "sftp://desk/articles/one.txt"), errElsewhere},
		{"on another computer", answers(responseSuccess, "file://desk/articles/one.txt"), errElsewhere},
		{"no URI", answers(responseSuccess, "file:///%zz"), errNoPortal},
		{"a path that ends early", answers(responseSuccess, "file:///one.txt%00.png"), errNoPortal},
		{"the call fails", func(*fakePortal, dbus.ObjectPath) *dbus.Error { return dbus.MakeFailedError(errors.New("no display")) }, errNoPortal},
		{"an answer of another shape", func(f *fakePortal, request dbus.ObjectPath) *dbus.Error {
			_ = f.bus.Emit(request, portalResponse, "0")
			return nil
		}, errNoPortal},
		{"the portal goes", func(f *fakePortal, _ dbus.ObjectPath) *dbus.Error {
			_, _ = f.bus.ReleaseName(portalName)
			return nil
		}, errNoPortal},
	} {
		t.Run(c.name, func(t *testing.T) {
			portalWith(t, c.respond)
			if paths, err := showInPortal(t.Context(), question{}, ample); !errors.Is(err, c.want) {
				t.Errorf("got %q, %v, want %v", paths, err, c.want)
			}
		})
	}
}

func TestPortalDialogEndsWithTheWindow(t *testing.T) {
	ctx, end := context.WithCancel(t.Context())
	portalWith(t, func(*fakePortal, dbus.ObjectPath) *dbus.Error {
		end() // while the dialog is open
		return nil
	})
	shownInstead := false
	_, err := portalOr(func(context.Context, question) ([]string, error) {
		shownInstead = true
		return nil, nil
	})(ctx, question{})
	if !errors.Is(err, context.Canceled) || shownInstead {
		t.Errorf("got %v; another dialog came: %v", err, shownInstead)
	}
}

func TestAnotherDialogIsShownWhereNoPortalAnswers(t *testing.T) {
	hanging := filepath.Join(t.TempDir(), "bus")
	l, err := net.Listen("unix", hanging) // takes connections and says nothing
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	for name, prepare := range map[string]func(){
		"no bus": func() {
			t.Setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path="+filepath.Join(t.TempDir(), "none"))
		},
		"a bus that hangs":     func() { t.Setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path="+hanging) },
		"a bus without portal": func() { startBus(t) },
	} {
		prepare()
		paths, err := portalOr(func(context.Context, question) ([]string, error) { return []string{"/instead.txt"}, nil })(t.Context(),
			question{})
		if err != nil || !slices.Equal(paths, []string{"/instead.txt"}) {
			t.Errorf("%s: got %q, %v", name, paths, err)
		}
	}
	if portalPatience > time.Second {
		t.Errorf("a portal that does not answer is waited for: %v", portalPatience)
	}
}
