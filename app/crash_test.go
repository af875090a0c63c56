package app

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestCrashLeavesAReportAndAnIntactProject(t *testing.T) {
	a := newHarbour(t)
	path := a.Project.Path()
	err := a.crashes.report("index out of range", []byte("goroutine 1"))
	a.closeAfterCrash()

	reports, globErr := filepath.Glob(filepath.Join(a.crashes.folder, "crash-*.txt"))
	if globErr != nil || len(reports) != 1 {
		t.Fatalf("reports %v, %v", reports, globErr)
	}
	if !strings.Contains(err.Error(), reports[0]) {
		t.Errorf("%v does not say where the report is", err)
	}
	report, readErr := os.ReadFile(reports[0])
	if readErr != nil {
		t.Fatal(readErr)
	}
	if !strings.HasPrefix(string(report), "Standpoint 7.8.9 (commit 0123456789ab)\n") {
		t.Errorf("the report does not say of which build it is:\n%s", report)
	}
	if !strings.Contains(string(report), "index out of range") || strings.Contains(string(report), "harbour open") {
		t.Errorf("the report says:\n%s", report)
	}

	again := newTestApp(t)
	again.projects.open(path)
	check, checkErr := again.Project.Check(t.Context(), nil)
	if checkErr != nil || len(check.Problems) > 0 {
		t.Errorf("check after the crash: %v, %v", check.Problems, checkErr)
	}
}

func TestAboutSaysTheVersionAndWhichBuildItIs(t *testing.T) {
	a := newSampleApp(t)
	a.fire(t, "About")
	if said := a.said(); !strings.Contains(said, "Standpoint 7.8.9") || !strings.Contains(said, "commit 0123456789ab") {
		t.Errorf("said: %s", said)
	}
}
