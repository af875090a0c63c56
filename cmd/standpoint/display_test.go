//go:build window

package main_test

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// patience is how long the tests wait for something on the screen to happen.
const patience = 20 * time.Second

// display is an X display of a test's own, with a window manager, and a home
// folder of its own for the programs that run on it.
type display struct {
	t          testing.TB
	name       string // ":99"
	home       string
	scale      string // of the window: 2 draws it twice as large
	screenFile string // the file in which the server keeps what is on the screen
	errors     *log
	front      string  // the number of the window that is in front; "" before there is one
	pinger     *pinger // asks it whether it listens; nil before that is asked

	running *program // one that should not end by itself
}

// newDisplay starts a display of that size in pixels, for as long as the test
// runs.
func newDisplay(t testing.TB, width, height int) *display {
	t.Helper()
	d := &display{t: t, home: t.TempDir(), errors: &log{}}
	d.startServer(width, height)
	d.startWindowManager()
	t.Cleanup(func() {
		if t.Failed() {
			t.Logf("on standard error of the programs:\n%s", d.errors)
		}
	})
	return d
}

// startServer starts Xvfb on a display number that is free, which it says.
func (d *display) startServer(width, height int) {
	d.t.Helper()
	folder := d.memoryFolder()
	number, said, err := os.Pipe()
	if err != nil {
		d.t.Fatal(err)
	}
	defer number.Close()
	// -noreset: else the server forgets everything when its last client goes,
	// which the first look at it may be.
	cmd := exec.CommandContext(d.t.Context(), "Xvfb", "-displayfd", "3", "-nolisten", "tcp", "-noreset",
		"-screen", "0", fmt.Sprintf("%dx%dx24", width, height), "-dpi", "96", "-fbdir", folder)
	cmd.ExtraFiles = []*os.File{said}
	d.startUntilCleanup(cmd)
	_ = said.Close() // ours; the server has its own, so that its end is ours to see
	line, err := bufio.NewReader(number).ReadString('\n')
	if err != nil {
		d.t.Fatalf("Xvfb does not start: %v\n%s", err, d.errors)
	}
	d.name = ":" + strings.TrimSpace(line)
	d.screenFile = filepath.Join(folder, "Xvfb_screen0")
}

// memoryFolder is a folder for the picture of the screen, in memory where the system has
// such: on a disk the server would wait for each picture to be written to it.
func (d *display) memoryFolder() string {
	d.t.Helper()
	folder, err := os.MkdirTemp("/dev/shm", "standpoint-")
	if err != nil {
		return d.t.TempDir()
	}
	d.t.Cleanup(func() { _ = os.RemoveAll(folder) }) // nothing that anybody misses
	return folder
}

// windowManager fills the screen with the program's window, so that places in
// it are places on the screen, and centres dialogs.
const windowManager = `<?xml version="1.0" encoding="UTF-8"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <focus><focusNew>yes</focusNew></focus>
  <placement><policy>Smart</policy><center>yes</center></placement>
  <desktops><number>1</number><popupTime>0</popupTime></desktops>
  <keyboard/><mouse/>
  <applications>
    <application type="normal"><decor>no</decor><maximized>yes</maximized></application>
  </applications>
</openbox_config>
`

func (d *display) startWindowManager() {
	d.t.Helper()
	config := filepath.Join(d.home, "openbox.xml")
	if err := os.WriteFile(config, []byte(windowManager), 0o600); err != nil {
		d.t.Fatal(err)
	}
	cmd := exec.CommandContext(d.t.Context(), "openbox", "--sm-disable", "--config-file", config)
	cmd.Env = d.environment()
	d.startUntilCleanup(cmd)
	d.until("the window manager to manage the display", func() bool {
		return strings.Contains(d.output("xprop", "-root", "_NET_SUPPORTING_WM_CHECK"), "window id")
	})
}

// environment is that of the programs on this display: nothing of the person's
// who runs the test.
func (d *display) environment(more ...string) []string {
	return append([]string{
		"DISPLAY=" + d.name,
		"PATH=" + os.Getenv("PATH"),
		"HOME=" + d.home,
		"XDG_CONFIG_HOME=" + filepath.Join(d.home, "config"),
		"XDG_DATA_HOME=" + filepath.Join(d.home, "data"),
		"XDG_CACHE_HOME=" + filepath.Join(d.home, "cache"),
		"XDG_RUNTIME_DIR=" + d.home,
		"DBUS_SESSION_BUS_ADDRESS=disabled:",
		"GSETTINGS_BACKEND=memory",
		"NO_AT_BRIDGE=1",
		"LIBGL_ALWAYS_SOFTWARE=1",
		"FYNE_SCALE=" + cmp.Or(d.scale, "1"),
		"LANG=C.UTF-8",
		"STANDPOINT_CODER=Ada", // so that nobody is asked who annotates
	}, more...)
}

// startUntilCleanup starts a program that is stopped, with all that it started,
// when the test ends.
func (d *display) startUntilCleanup(cmd *exec.Cmd) {
	d.t.Helper()
	cmd.Stderr = d.errors
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGTERM) }
	cmd.WaitDelay = 5 * time.Second
	if err := cmd.Start(); err != nil {
		d.t.Fatalf("%v (`make window-test` installs what these tests need)", err)
	}
	d.t.Cleanup(func() {
		_ = cmd.Cancel() // it may have ended by itself
		_ = cmd.Wait()
	})
}

// output is what a program of the display prints; nothing if it fails.
func (d *display) output(name string, args ...string) string {
	cmd := exec.CommandContext(d.t.Context(), name, args...)
	cmd.Env = d.environment()
	out, err := cmd.Output()
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(out))
}

// do runs xdotool, and fails the test if that does.
func (d *display) do(args ...string) {
	d.t.Helper()
	cmd := exec.CommandContext(d.t.Context(), "xdotool", args...)
	cmd.Env = d.environment()
	if out, err := cmd.CombinedOutput(); err != nil {
		d.t.Fatalf("xdotool %s: %v\n%s", strings.Join(args, " "), err, out)
	}
}

// key presses keys one after another: "ctrl+f", "Return". Each waits for the window to have used the one before: the same key pressed twice
// within a millisecond of the display's time, as happens when the display itself was held up, counts once.
func (d *display) key(keys ...string) {
	d.t.Helper()
	for _, key := range keys {
		d.do("key", "--clearmodifiers", key)
		d.answered()
	}
}

// write types text, ASCII only: other letters need keys that the display's
// keyboard does not have. It waits between letters, as key does.
func (d *display) write(text string) {
	d.t.Helper()
	for _, letter := range text {
		d.do("type", "--clearmodifiers", "--", string(letter))
		d.answered()
	}
}

// click clicks count times at a place on the screen.
func (d *display) click(x, y, count int) {
	d.t.Helper()
	d.do("mousemove", "--sync", fmt.Sprint(x), fmt.Sprint(y),
		"click", "--repeat", fmt.Sprint(count), "--delay", "60", "1")
}

// drag presses at one place and lets go at another, and is halfway in between,
// as a hand is: programs that tell a drag from a click look for that.
func (d *display) drag(fromX, fromY, toX, toY int) {
	d.t.Helper()
	d.do("mousemove", "--sync", fmt.Sprint(fromX), fmt.Sprint(fromY), "mousedown", "1",
		"mousemove", "--sync", fmt.Sprint((fromX+toX)/2), fmt.Sprint((fromY+toY)/2),
		"mousemove", "--sync", fmt.Sprint(toX), fmt.Sprint(toY), "mouseup", "1")
}

// window waits for a visible window whose title matches, and makes it the
// active one.
func (d *display) window(title string) {
	d.t.Helper()
	var id string
	d.until("a window "+title, func() bool {
		ids := strings.Fields(d.output("xdotool", "search", "--onlyvisible", "--name", title))
		if len(ids) > 0 {
			id = ids[len(ids)-1]
		}
		return id != ""
	})
	d.do("windowactivate", "--sync", id)
	d.front = id
}

// noWindow waits until no visible window has a title that matches.
func (d *display) noWindow(title string) {
	d.t.Helper()
	d.until("no window "+title, func() bool {
		return d.output("xdotool", "search", "--onlyvisible", "--name", title) == ""
	})
}

// until waits for a condition, looking again and again; it fails the test after
// a while, with a picture of the screen.
func (d *display) until(what string, holds func() bool) {
	d.t.Helper()
	ctx, cancel := context.WithTimeout(d.t.Context(), patience)
	defer cancel()
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for !holds() {
		if d.running != nil && d.running.ended() {
			d.t.Fatalf("the program ended, while waiting for %s", what)
		}
		select {
		case <-ctx.Done():
			if d.screenFile != "" {
				d.t.Logf("the screen then: %s", d.keep("failed-"+pictureName(d.t.Name())))
			}
			d.t.Fatalf("waited %s for %s", patience, what)
		case <-tick.C:
		}
	}
}

var notInNames = regexp.MustCompile(`[^a-zA-Z0-9-]+`)

func pictureName(s string) string { return notInNames.ReplaceAllString(s, "-") }

// log keeps what programs say, for when a test fails.
type log struct {
	mu   sync.Mutex
	said bytes.Buffer
}

func (l *log) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.said.Write(p)
}

func (l *log) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.said.String()
}
