package main

import (
	"encoding/hex"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"standpoint": main})
}

// params gives the transcripts the sample project as sample.json, and commands of their own.
func params() testscript.Params {
	return testscript.Params{
		Setup: func(env *testscript.Env) error {
			sample, err := os.ReadFile("../../assets/sample.json")
			if err != nil {
				return err
			}
			return os.WriteFile(filepath.Join(env.WorkDir, "sample.json"), sample, 0o644)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"bytes": writeBytes, "poke": poke, "forge": forge, "sparse": sparse, "id": setID, "expand": expand, "wrong": wrong,
		},
		Condition: func(string) (bool, error) { return os.Getuid() == 0, nil }, // [root]
	}
}

func TestTranscripts(t *testing.T) {
	p := params()
	p.Dir = "testdata/script"
	testscript.Run(t, p)
}

// TestIstanbulArticle runs transcripts on a real article, which lies beside the repository and not in it.
func TestIstanbulArticle(t *testing.T) {
	const path = "../../../shared/articles/istanbul-talks.txt"
	article, err := os.ReadFile(path)
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal(err)
		}
		t.Skip("there is no ../shared/articles/istanbul-talks.txt beside the repository")
	}
	p := params()
	p.Files = []string{"testdata/istanbul.txtar", "testdata/said.txtar"}
	setup := p.Setup
	p.Setup = func(env *testscript.Env) error {
		if err := os.WriteFile(filepath.Join(env.WorkDir, "istanbul-talks.txt"), article, 0o644); err != nil {
			return err
		}
		return setup(env)
	}
	testscript.Run(t, p)
}

// wrong runs a program that must refuse its arguments with exit status 2: wrong PROGRAM ARGUMENT...
func wrong(ts *testscript.TestScript, _ bool, args []string) {
	err := ts.Exec(args[0], args[1:]...)
	exit, ok := errors.AsType[*exec.ExitError](err)
	if !ok || exit.ExitCode() != 2 {
		ts.Fatalf("%v: got %v, want exit status 2", args, err)
	}
}

// writeBytes writes bytes that a transcript cannot hold: bytes FILE HEX.
func writeBytes(ts *testscript.TestScript, _ bool, args []string) {
	data, err := hex.DecodeString(args[1])
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), data, 0o644))
}

// poke changes bytes of a file: poke FILE OFFSET HEX.
func poke(ts *testscript.TestScript, _ bool, args []string) {
	offset, err := strconv.ParseInt(args[1], 10, 64)
	ts.Check(err)
	data, err := hex.DecodeString(args[2])
	ts.Check(err)
	f, err := os.OpenFile(ts.MkAbs(args[0]), os.O_WRONLY, 0)
	ts.Check(err)
	_, err = f.WriteAt(data, offset)
	ts.Check(err)
	ts.Check(f.Close())
}

// forge puts other bytes of the same length in place of some, wherever they are in a file: forge FILE OLD NEW.
func forge(ts *testscript.TestScript, _ bool, args []string) {
	data := ts.ReadFile(args[0])
	if len(args[1]) != len(args[2]) || !strings.Contains(data, args[1]) {
		ts.Fatalf("%s has no %q, or %q has another length", args[0], args[1], args[2])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.ReplaceAll(data, args[1], args[2])), 0o644))
}

// sparse makes a file of that many NUL bytes that takes no room: sparse FILE SIZE.
func sparse(ts *testscript.TestScript, _ bool, args []string) {
	size, err := strconv.ParseInt(args[1], 10, 64)
	ts.Check(err)
	f, err := os.Create(ts.MkAbs(args[0]))
	ts.Check(err)
	ts.Check(f.Truncate(size))
	ts.Check(f.Close())
}

// setID sets a variable to the id of the row of a JSON array in which a field has a value: id VARIABLE FILE FIELD VALUE.
func setID(ts *testscript.TestScript, _ bool, args []string) {
	var rows []map[string]any
	ts.Check(json.Unmarshal([]byte(ts.ReadFile(args[1])), &rows))
	for _, row := range rows {
		if row[args[2]] == args[3] {
			ts.Setenv(args[0], row["id"].(string))
			return
		}
	}
	ts.Fatalf("no row has %s %q", args[2], args[3])
}

// expand replaces $VARIABLES in a file.
func expand(ts *testscript.TestScript, _ bool, args []string) {
	expanded := os.Expand(ts.ReadFile(args[0]), ts.Getenv)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(expanded), 0o644))
}
