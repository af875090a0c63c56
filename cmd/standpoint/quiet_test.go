//go:build window

package main_test

import (
	"os"
	"os/exec"
	"testing"

	"standpoint/app/look"
)

// In a new home, with nothing of a desktop but the display: no settings, no bus, no folder for sockets.
func TestWindowSaysNothingOnATerminalAtItsFirstStart(t *testing.T) {
	d := newDisplay(t, 1440, 900)
	said := &log{}
	p := &program{display: d, variant: look.Light, waited: make(chan struct{})}
	p.cmd = exec.CommandContext(t.Context(), built(t, "standpoint"))
	p.cmd.Env = []string{
		"DISPLAY=" + d.name, "PATH=" + os.Getenv("PATH"), "HOME=" + t.TempDir(), "LANG=C.UTF-8",
		"LIBGL_ALWAYS_SOFTWARE=1", "STANDPOINT_CODER=Ada",
	}
	p.cmd.Stdout, p.cmd.Stderr = said, said
	if err := p.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() {
		p.err = p.cmd.Wait()
		close(p.waited)
	}()
	t.Cleanup(func() { _ = p.cmd.Process.Kill() }) // it may have ended by itself
	d.running = p
	d.window("Standpoint")
	p.settled()
	p.key("alt+2", "alt+1")
	p.settled()
	p.quit()
	if said.String() != "" {
		t.Errorf("it says:\n%s", said)
	}
}
