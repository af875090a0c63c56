//go:build !accessibility

package app

// isSpoken says that Fyne was built to tell a screen reader what the window shows.
const isSpoken = false
