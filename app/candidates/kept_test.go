package candidates

import (
	"runtime"
	"strings"
	"testing"
)

// Ten thousand texts are unpacked one after the other: what each takes beside itself would be gathered only when there is much of it.
func TestATextIsUnpackedInHardlyMoreMemoryThanItHas(t *testing.T) {
	const times = 200
	body := strings.Repeat("The ferry to Port Varro sails at noon. ", 500)
	k := &kept{text: packed(body), length: len(body)}
	if got := k.whole().Body; got != body {
		t.Fatalf("it is unpacked as %d bytes of %d", len(got), len(body))
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for range times {
		k.whole()
	}
	runtime.ReadMemStats(&after)
	if each := (after.TotalAlloc - before.TotalAlloc) / times; each > uint64(2*len(body)) {
		t.Errorf("each of %d bytes takes %d", len(body), each)
	}
}
