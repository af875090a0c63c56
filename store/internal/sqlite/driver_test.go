package sqlite_test

import (
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"
)

// The driver is translated C that fits exactly one version of its C library: the one that its own go.mod asks for.
func TestTheDriverHasTheCLibraryItWasMadeFor(t *testing.T) {
	out, err := exec.Command("go", "list", "-m", "-f", "{{.GoMod}}", "modernc.org/sqlite").Output()
	if err != nil {
		t.Skipf("go list does not find the driver: %v", err)
	}
	asked := libcVersion(t, strings.TrimSpace(string(out)))
	if ours := libcVersion(t, "../../../go.mod"); ours != asked {
		t.Errorf("go.mod has modernc.org/libc %s, modernc.org/sqlite asks for %s", ours, asked)
	}
}

func libcVersion(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	m := regexp.MustCompile(`modernc\.org/libc (v\S+)`).FindSubmatch(b)
	if m == nil {
		t.Fatalf("%s does not name modernc.org/libc", path)
	}
	return string(m[1])
}
