//go:build !((linux && !android) || freebsd || netbsd || openbsd)

package main

// followDesktop does nothing: Fyne knows from the start whether this system is light or dark.
func followDesktop() {}
