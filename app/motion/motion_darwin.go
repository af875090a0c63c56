package motion

import (
	"context"
	"os/exec"
	"strings"
)

// isUnwanted reads "Reduce motion" of the settings for accessibility.
func isUnwanted(ctx context.Context) bool {
	said, err := exec.CommandContext(ctx, "/usr/bin/defaults", "read", "com.apple.universalaccess", "reduceMotion").Output()
	return err == nil && strings.TrimSpace(string(said)) == "1"
}
