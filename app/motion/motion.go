// Package motion asks the system whether nothing on the screen shall move or fade, as it is set for those whom that makes ill
// or distracts.
package motion

import (
	"context"
	"time"
)

// patience is how long the system may take to tell.
const patience = 5 * time.Second

// IsUnwanted reports whether the system is set so. Where it does not tell, it is not.
func IsUnwanted(ctx context.Context) bool {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	return isUnwanted(ctx)
}
