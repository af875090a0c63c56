package intake

import (
	"runtime"
	"strings"
	"testing"
)

// The words of a text are looked at one after the other: a list of them would take several times as much memory as each text that is read.
func TestTheLanguageOfATextIsFoundOutWithoutAListOfItsWords(t *testing.T) {
	const times = 20
	body := strings.Repeat("The ferry to the port sails at noon, and the band is on the quay. ", 300)
	detectedLanguage(body)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for range times {
		detectedLanguage(body)
	}
	runtime.ReadMemStats(&after)
	if each := (after.TotalAlloc - before.TotalAlloc) / times; each > uint64(2*len(body)) {
		t.Errorf("for each of %d bytes %d are taken", len(body), each)
	}
}
