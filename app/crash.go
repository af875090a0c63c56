package app

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"time"
)

// writeCrashReport keeps what is known of a panic in a file of its own that
// only its owner can read, and returns its path. It holds the cause and where it happened, and
// nothing of any article.
func writeCrashReport(dir string, cause any, stack []byte) (string, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", err
	}
	version := ""
	if info, ok := debug.ReadBuildInfo(); ok {
		version = info.Main.Version
	}
	path := filepath.Join(dir, "crash-"+time.Now().UTC().Format("20060102T150405")+".txt")
	report := fmt.Sprintf("Standpoint %s, %s, %s/%s\n\n%T: %v\n\n%s", version, runtime.Version(), runtime.GOOS, runtime.GOARCH, cause, cause, stack)
	return path, os.WriteFile(path, []byte(report), 0o600)
}
