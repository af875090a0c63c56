package desk

import "time"

// DraftDelay is how long after the last change a form is kept as a draft.
const DraftDelay = 400 * time.Millisecond
