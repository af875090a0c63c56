//go:build !windows && !darwin && (!linux || android) && !freebsd && !netbsd && !openbsd

package motion

import "context"

func isUnwanted(context.Context) bool { return false }
