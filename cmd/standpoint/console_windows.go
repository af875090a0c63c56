package main

import (
	"os"
	"syscall"
)

// attachConsole connects the standard streams to the console from which the
// program was started, which Windows takes from programs with a window.
func attachConsole() {
	const parentProcess = ^uintptr(0)
	attach := syscall.NewLazyDLL("kernel32.dll").NewProc("AttachConsole")
	if attached, _, _ := attach.Call(parentProcess); attached == 0 {
		return
	}
	if out, err := os.OpenFile("CONOUT$", os.O_WRONLY, 0); err == nil {
		os.Stdout, os.Stderr = out, out
	}
	if in, err := os.OpenFile("CONIN$", os.O_RDONLY, 0); err == nil {
		os.Stdin = in
	}
}
