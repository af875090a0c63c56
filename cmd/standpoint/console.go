//go:build !windows

package main

// attachConsole does nothing: only Windows takes the console from a program
// with a window.
func attachConsole() {}
