//go:build window

package main_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"standpoint/app/look"
)

// Nothing that the program does opens a network connection: every socket that it makes is one of this computer, to the display or
// the desktop's bus.

// traced runs a command of the display under strace and returns what it did with sockets.
func (d *display) traced(args ...string) (cmd *exec.Cmd, log string) {
	d.t.Helper()
	log = filepath.Join(d.home, "sockets.log")
	cmd = exec.CommandContext(d.t.Context(), "strace",
		append([]string{"-f", "-qq", "-e", "trace=socket,connect", "-e", "signal=none", "-o", log}, args...)...)
	cmd.Env = d.environment("FYNE_THEME=light")
	cmd.Stderr = d.errors
	return cmd, log
}

var (
	socketCall  = regexp.MustCompile(`socket\((AF_[A-Z0-9_]+)`)
	connectCall = regexp.MustCompile(`connect\(\d+, \{sa_family=(AF_[A-Z0-9_]+), sun_path=@?"([^"]*)"`)
)

// mustStayHere fails for each socket that leads elsewhere.
func mustStayHere(t *testing.T, log string) (sockets int) {
	t.Helper()
	calls, err := os.ReadFile(log)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(calls)) {
		switch family := socketCall.FindStringSubmatch(line); {
		case family == nil:
		case family[1] == "AF_UNIX":
			sockets++
		default:
			t.Errorf("a socket is opened: %s", line)
		}
		if !strings.Contains(line, "connect(") {
			continue
		}
		to := connectCall.FindStringSubmatch(line)
		if to == nil || to[1] != "AF_UNIX" || !isLocal(to[2]) {
			t.Errorf("a connection is made: %s", line)
		}
	}
	return sockets
}

// isLocal reports whether a path is that of the display's, the desktop bus's or the user database's socket.
func isLocal(path string) bool {
	for _, part := range []string{"X11-unix", "wayland", "dbus", "/bus", "nscd", "at-spi"} {
		if strings.Contains(path, part) {
			return true
		}
	}
	return false
}

func TestWindowOpensNoNetwork(t *testing.T) {
	if err := exec.CommandContext(t.Context(), "strace", "-o", os.DevNull, "true").Run(); err != nil {
		t.Skipf("programs cannot be traced here: %v", err)
	}
	d := newDisplay(t, 1440, 900)
	project := filepath.Join(d.home, "quiet.standpoint")
	file := filepath.Join(d.home, "harbour.txt")
	if err := os.WriteFile(file, []byte(article), 0o600); err != nil {
		t.Fatal(err)
	}
	d.subcommand("new", project)
	cli, log := d.traced(built(t, "standpoint-cli"), "import", project, file)
	if err := cli.Run(); err != nil {
		t.Fatal(err)
	}
	mustStayHere(t, log)

	window, log := d.traced(built(t, "standpoint"), project)
	if err := window.Start(); err != nil {
		t.Fatal(err)
	}
	p := &program{display: d, variant: look.Light, cmd: window, waited: make(chan struct{})}
	go func() {
		p.err = window.Wait()
		close(p.waited)
	}()
	t.Cleanup(func() { _ = window.Process.Kill() }) // it may have ended by itself
	d.window("Standpoint")
	d.settled()
	p.mention("Estmark")
	p.untilRows(project, "annotations", 1)
	p.key("ctrl+shift+l", "F1", "Escape", "alt+2", "alt+3", "alt+1")
	for range 5 {
		p.settled() // past what is done now and then
	}
	p.quit()
	if sockets := mustStayHere(t, log); sockets == 0 {
		t.Error("not even the display was connected to: nothing was traced")
	}
}
