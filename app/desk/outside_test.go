package desk

import "testing"

func TestTheAddressOfAFileHoldsItsSpaces(t *testing.T) {
	for file, want := range map[string]string{"/tmp/a b.txt": "file:///tmp/a%20b.txt", "C:/a.txt": "file:///C:/a.txt"} {
		if got := fileURL(file).String(); got != want {
			t.Errorf("%s: its address is %s, want %s", file, got, want)
		}
	}
}
