package render

// Signs returns words as a document shows them.
func Signs(words string) string { return (&signs{}).shown(words) }
