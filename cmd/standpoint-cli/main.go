// Command standpoint-cli is Standpoint without the window: the subcommands alone, for servers and scripts. It needs
// neither a display nor a C compiler to build.
package main

import (
	"os"

	"standpoint/cmd/internal/command"
)

func main() {
	command.LimitMemory()
	os.Exit(command.Main(os.Args, os.Stdin, os.Stdout, os.Stderr))
}
