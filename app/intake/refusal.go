package intake

import "standpoint/store"

// refusal is the error that a file is not imported, as a sentence that names the file.
func refusal(code store.Code, cause error, format string, args ...any) error {
	return store.NewError(code, cause, format, args...)
}
