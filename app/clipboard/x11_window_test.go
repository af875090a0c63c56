//go:build window

package clipboard

import (
	"bufio"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// realServer is a real X server of the test's own.
func realServer(t *testing.T) *display {
	t.Helper()
	path, err := exec.LookPath("Xvfb")
	if err != nil {
		t.Skip("there is no Xvfb")
	}
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	xvfb := exec.CommandContext(t.Context(), path, "-displayfd", "3", "-screen", "0", "64x64x24", "-nolisten", "tcp", "-noreset")
	xvfb.ExtraFiles = []*os.File{write}
	if err := xvfb.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = xvfb.Process.Kill(); _ = xvfb.Wait() })
	number, err := bufio.NewReader(read).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	d, _ := displayIn(func(key string) string { return map[string]string{"DISPLAY": ":" + strings.TrimSpace(number)}[key] }, "linux")
	d.patience = time.Minute
	return d
}

// On a real X server, as far as that is there: a program has the clipboard and says nothing.
func TestASilentOwnerIsKnownOnARealServer(t *testing.T) {
	d := realServer(t)
	if answers, err := d.answers(0); err != nil || !answers {
		t.Fatalf("nobody has it: %v, %v", answers, err)
	}
	silent, err := d.connect()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = silent.Close() }()
	clipboard, _, err := silent.clipboard()
	if err != nil {
		t.Fatal(err)
	}
	const setSelectionOwner, now = 22, 0
	create := u32(request(requestCreateWindow, 8), silent.window, silent.root)
	create = u32(u16(create, 0, 0, 1, 1, 0, 2), 0, 0)
	if err := silent.send(u32(append(create, request(setSelectionOwner, 4)...), silent.window, clipboard, now)); err != nil {
		t.Fatal(err)
	}
	if _, of, err := silent.clipboard(); err != nil || of != owner(silent.window) {
		t.Fatalf("it belongs to %d, not to %d: %v", of, silent.window, err)
	}
	if answers, err := d.answers(owner(silent.window)); err != nil || !answers {
		t.Errorf("its known owner was asked: %v, %v", answers, err)
	}
	d.patience = 100 * time.Millisecond
	if answers, err := d.answers(0); err != nil || answers {
		t.Errorf("it answers: %v, %v", answers, err)
	}
	if err := silent.awaitRequest(); err != nil {
		t.Fatal(err)
	}
}

// awaitRequest waits until somebody asked, which shows that the silence was the owner's.
func (c *connection) awaitRequest() error {
	const selectionRequest = 30
	for {
		told, err := c.next()
		if err != nil || told[0]&^isSent == selectionRequest {
			return err
		}
	}
}
